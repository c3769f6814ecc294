"""Pictures of things and the links between them, as SVG that loads nothing.

Equal pictures give the same bytes, and nothing of a label can be markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from showgraph.query.formats.markup import escape_html

_MARGIN: Final = 110
_RADIUS: Final = 7
_MAX_LABEL: Final = 28
#: Colours that differ for people who see few of them (Okabe and Ito, 2008, "Color Universal
#: Design", https://jfly.uni-koeln.de/color/).
_COLOURS: Final = {
    "series": "#0072b2",
    "season": "#56b4e9",
    "person": "#d55e00",
    "character": "#e69f00",
    "platform": "#009e73",
    "organization": "#cc79a7",
}
_OTHER: Final = "#999999"


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing and where it stands, in pixels from the middle."""

    iri: str
    label: str
    kind: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Things with their places, and lines between them with what they say.

    ``n_left_out`` counts the things that were near enough and are not shown.
    """

    spots: tuple[Spot, ...]
    lines: tuple[tuple[Spot, Spot, str], ...]
    n_left_out: int = 0

    def to_svg(self) -> str:
        """Return the picture as an SVG document that loads nothing."""
        width, height = (
            round(2 * (max(map(abs, places), default=0) + _MARGIN))
            for places in ([spot.x for spot in self.spots], [spot.y for spot in self.spots])
        )
        title = f"{len(self.spots)} things and {len(self.lines)} links between them"
        if self.n_left_out:
            title += f"; {self.n_left_out} more are left out"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="{-width / 2:g} {-height / 2:g} {width} {height}" '
            f'role="img" font-family="sans-serif">\n'
            f"<title>{title}</title>\n{''.join(self._iter_lines())}{''.join(self._iter_spots())}</svg>\n"
        )

    def _iter_lines(self) -> Iterator[str]:
        for start, end, text in self.lines:
            middle_x, middle_y = (start.x + end.x) / 2, (start.y + end.y) / 2
            yield (
                f'<line x1="{start.x:.1f}" y1="{start.y:.1f}" x2="{end.x:.1f}" y2="{end.y:.1f}" '
                f'stroke="#bbbbbb"><title>{escape_html(text)}</title></line>\n'
                f'<text x="{middle_x:.1f}" y="{middle_y:.1f}" font-size="9" fill="#666666" '
                f'text-anchor="middle">{escape_html(_shortened(text))}</text>\n'
            )

    def _iter_spots(self) -> Iterator[str]:
        for spot in self.spots:
            name = escape_html(f"{spot.label} ({spot.kind})")
            yield (
                f'<circle cx="{spot.x:.1f}" cy="{spot.y:.1f}" r="{_RADIUS}" '
                f'fill="{_COLOURS.get(spot.kind, _OTHER)}"><title>{name}</title></circle>\n'
                f'<text x="{spot.x:.1f}" y="{spot.y - _RADIUS - 4:.1f}" font-size="12" '
                f'text-anchor="middle">{escape_html(_shortened(spot.label))}</text>\n'
            )

    def _repr_svg_(self) -> str:
        """Return the picture as a notebook shows it."""
        return self.to_svg()


def _shortened(text: str) -> str:
    return text if len(text) <= _MAX_LABEL else f"{text[: _MAX_LABEL - 1]}\u2026"

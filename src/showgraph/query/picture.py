"""A picture of a part of the network: things around one in the middle, as SVG.

The things stand on rings, each as far from the middle as it takes links to get there, and each
in the sector of the thing that leads to it. Equal networks give the same bytes, and nothing of a
label can be markup.
"""

import math
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from showgraph.query.formats.markup import escape_html

if TYPE_CHECKING:
    import networkx as nx

_RING: Final = 170  # pixels from one ring to the next
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
        reach = max((math.hypot(spot.x, spot.y) for spot in self.spots), default=0)
        size = round(2 * (reach + _MARGIN))
        half = size / 2
        title = f"{len(self.spots)} things and {len(self.lines)} links between them"
        if self.n_left_out:
            title += f"; {self.n_left_out} more are left out"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" '
            f'viewBox="{-half:g} {-half:g} {size} {size}" role="img" font-family="sans-serif">\n'
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


def draw(
    network: "nx.MultiDiGraph[str]", center: str, *, depth: int = 1, max_things: int = 60
) -> Picture:
    """Return a picture of what is linked to one thing.

    Args:
        network: As :func:`showgraph.query.network.entity_network` returns it.
        center: The IRI of the thing in the middle.
        depth: How many links to go from it.
        max_things: The most things to show, at least the one in the middle; the nearest are
            kept, of equal distance those with the most links.

    Returns:
        The picture; of the one thing alone where nothing is linked to it.
    """
    near = _neighbours(network)
    parents, distances = _reach(near, center, depth)
    ranked = sorted(distances, key=lambda each: (distances[each], -len(near[each]), each))
    kept = set(ranked[: max(max_things, 1)])
    children: dict[str, list[str]] = {iri: [] for iri in ranked if iri in kept}
    for iri in children:
        # The parent of what is kept is kept: it is nearer.
        if iri != center:
            children[parents[iri]].append(iri)
    places = _place(children, center)
    spots = {
        iri: Spot(iri, network.nodes[iri]["label"], network.nodes[iri]["kind"], *places[iri])
        for iri in children
    }
    labels: dict[tuple[str, str], list[str]] = {}
    for start, end, about in network.edges(data=True):
        if start in spots and end in spots and start != end:
            labels.setdefault((start, end), []).append(about["label"])
    lines = tuple(
        (spots[start], spots[end], ", ".join(dict.fromkeys(labels[start, end])))
        for start, end in sorted(labels)
    )
    return Picture(tuple(spots.values()), lines, len(distances) - len(kept))


def _neighbours(network: "nx.MultiDiGraph[str]") -> Mapping[str, list[str]]:
    """Return what each thing is linked with, in either direction, sorted."""
    return {
        iri: sorted({*network.successors(iri), *network.predecessors(iri)} - {iri})
        for iri in network.nodes
    }


def _reach(
    near: Mapping[str, list[str]], center: str, depth: int
) -> tuple[dict[str, str], dict[str, int]]:
    """Return what leads to each thing within so many links, and how many links it takes."""
    parents: dict[str, str] = {}
    distances = {center: 0}
    waiting = deque([center])
    while waiting:
        iri = waiting.popleft()
        if distances[iri] == depth:
            continue
        for other in near[iri]:
            if other not in distances:
                parents[other], distances[other] = iri, distances[iri] + 1
                waiting.append(other)
    return parents, distances


def _place(children: Mapping[str, list[str]], center: str) -> dict[str, tuple[float, float]]:
    """Return the place of each thing; each has a sector as wide as the ends of its branch."""
    places = {center: (0.0, 0.0)}
    sectors = [(center, 0, 0.0, 2 * math.pi)]
    ends = _count_ends(children, center)
    while sectors:
        iri, ring, start, width = sectors.pop()
        at = start
        for child in children[iri]:
            part = width * ends[child] / ends[iri]
            angle, radius = at + part / 2, _RING * (ring + 1)
            places[child] = (radius * math.cos(angle), radius * math.sin(angle))
            sectors.append((child, ring + 1, at, part))
            at += part
    return places


def _count_ends(children: Mapping[str, list[str]], center: str) -> dict[str, int]:
    """Return for each thing how many things without children its branch has."""
    order = [center]
    for iri in order:
        order += children[iri]
    ends: dict[str, int] = {}
    for iri in reversed(order):
        ends[iri] = sum(ends[child] for child in children[iri]) or 1
    return ends

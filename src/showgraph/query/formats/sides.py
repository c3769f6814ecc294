"""A picture of an answer: the things of its rows on two sides, with lines between them.

Those of the first column stand at the left, those of the others at the right, and each pair that
stands in a row has a line.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from showgraph.query.formats.svg import Picture, Spot
from showgraph.store import NamedNode

if TYPE_CHECKING:  # an answer shows itself with what is here
    from showgraph.query.answering.answers import Answer, Cell

_MAX_THINGS: Final = 30  # on each side
_APART: Final = 240  # pixels from the middle to each side
_BELOW: Final = 44  # pixels from one thing to the next
_KIND: Final = re.compile(r"/id/([a-z]+)/")


def draw_answer(answer: "Answer") -> Picture | None:
    """Return a picture of an answer; None where no row has two things in it.

    Of each side the first things are shown, and the picture counts the others.
    """
    links: dict[tuple[Cell, Cell], dict[str, None]] = {}
    for start, end, heading in _iter_links(answer):
        links.setdefault((start, end), {})[heading] = None
    if not links:
        return None
    left = list(dict.fromkeys(start for start, _ in links))
    right = list(dict.fromkeys(end for _, end in links))
    starts = dict(_place(left[:_MAX_THINGS], -_APART))
    ends = dict(_place(right[:_MAX_THINGS], _APART))
    lines = tuple(
        (starts[start], ends[end], ", ".join(headings))
        for (start, end), headings in links.items()
        if start in starts and end in ends
    )
    n_left_out = len(left) + len(right) - len(starts) - len(ends)
    return Picture((*starts.values(), *ends.values()), lines, n_left_out)


def _iter_links(answer: "Answer") -> Iterator[tuple["Cell", "Cell", str]]:
    """Yield the first thing of each row with each of the others, and the heading of that."""
    for row in answer.rows:
        things = [
            (cell, heading)
            for cell, heading in zip(row, answer.columns, strict=True)
            if isinstance(cell.term, NamedNode)
        ]
        for cell, heading in things[1:]:
            if cell != things[0][0]:
                yield things[0][0], cell, heading


def _place(cells: "Iterable[Cell]", x: float) -> Iterator[tuple["Cell", Spot]]:
    """Yield a spot for each thing, one below the other around the middle."""
    kept = list(cells)
    top = -_BELOW * (len(kept) - 1) / 2
    for number, cell in enumerate(kept):
        iri = cell.value or ""
        kind = _KIND.search(iri)
        yield cell, Spot(iri, cell.label, kind[1] if kind else "thing", x, top + number * _BELOW)

"""The table of broken queries: what is wrong with each, where, and what a hint must name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TABLE: Final = Path(__file__).parents[1] / "query_cases" / "broken.txt"
#: Stands in the table before the token at which a query goes wrong.
_PLACE: Final = "\u2038"


@dataclass(frozen=True)
class Broken:
    """A query with one mistake. Line and column count from 1."""

    name: str
    hint: str  # a word of a message that helps
    text: str
    line: int
    column: int


def iter_broken() -> Iterator[Broken]:
    """Yield the queries of the table."""
    for block in TABLE.read_text(encoding="utf-8").removeprefix("== ").split("\n== "):
        head, _, query = block.partition("\n")
        name, _, hint = head.partition(" | ")
        query = query.rstrip("\n")
        place = query.index(_PLACE)
        line, column = query.count("\n", 0, place) + 1, place - query.rfind("\n", 0, place)
        yield Broken(name, hint, query.replace(_PLACE, ""), line, column)

"""Find times of the day: "9 p.m. ET", "9/8c", "10:30pm", "8.30 PM IST"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.text.tokens import Token

_HOUR: Final = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:/\d{1,2}c?)?")
_WITH_HALF: Final = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:am|pm|a\.m|p\.m)\.?")
_HALVES: Final = frozenset({"am", "pm", "a.m", "p.m", "a.m.", "p.m."})
_ZONES: Final = frozenset(
    {"et", "pt", "ct", "est", "pst", "edt", "pdt", "gmt", "bst", "ist", "kst", "jst", "c"},
)


def find_clocks(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of times of the day, in text order, none overlapping."""
    index = 0
    while index < len(tokens):
        if not tokens[index].key[:1].isdigit():
            index += 1
            continue
        end = _clock_end(tokens, index)
        if end > index:
            yield index, end
        index = max(end, index + 1)


def _clock_end(tokens: Sequence[Token], first: int) -> int:
    """Return the token behind a time that starts at one, or ``first`` where none does."""
    key = tokens[first].key
    at = first + 1
    halved = _WITH_HALF.fullmatch(key) is not None
    if not halved:
        if _HOUR.fullmatch(key) is None:
            return first
        split = "/" in key and key.endswith("c")
        while at + 1 < len(tokens) and tokens[at].key in {":", "/", "."}:
            split = split or (tokens[at].key == "/" and tokens[at + 1].key.endswith("c"))
            at += 2
        if at < len(tokens) and tokens[at].key in _HALVES:
            at += 1
        elif not split:
            return first
    while at < len(tokens) and (tokens[at].key in _ZONES or tokens[at].key in {".", "/"}):
        if tokens[at].key in {".", "/"} and not (
            at + 1 < len(tokens) and tokens[at + 1].key in _ZONES
        ):
            break
        at += 1
    return at

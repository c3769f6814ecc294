"""Find the lists of titles that a word for series leads in: "shows like X and Y"."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.text.tokens import Token

_KINDS: Final = frozenset(
    {"series", "shows", "dramas", "sitcoms", "comedies", "programmes", "programs", "thrillers"}
)
_LEADS: Final = (("like",), ("such", "as"), ("including",), ("as", "diverse", "as"))
#: What may stand in such a list beside capitalised words.
_BETWEEN: Final = frozenset({",", "and", "&", "or", "'s", "of", "the", "in", "to", "a", "on", "'"})
_OWNERS: Final = frozenset({"his", "her", "their", "my"})
_JOINS: Final = frozenset({"and", "&", "or"})


def find_series_list(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return the range of tokens of the first such list, or None.

    The list ends before the first word in small letters that joins no names.

    Args:
        tokens: A sentence.
    """
    for at, token in enumerate(tokens):
        if token.key not in _KINDS or (at and token.is_capital):
            continue
        if at and tokens[at - 1].key in _OWNERS:
            continue  # "her shows like X" are somebody's credits
        for lead in _LEADS:
            first = at + 1 + len(lead)
            if tuple(t.key for t in tokens[at + 1 : first]) == lead:
                last = first
                while last < len(tokens) and _belongs(tokens[last]):
                    last += 1
                if last > first and tokens[first].is_capital:
                    return first, last
    return None


def split_list(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """Return the titles of a list as ranges: "Peacock's X and Y" is parted at "and" and "'s"."""
    parts: list[tuple[int, int]] = []
    start = first
    for at in range(first, last + 1):
        ends = at == last or tokens[at].key in _JOINS | {","}
        if ends and at > start:
            parts.append((start, at))
        if ends or tokens[at].key == "'s":
            start = at + 1
    return [(a, b) for a, b in parts if tokens[a].is_capital and tokens[b - 1].is_capital]


def _belongs(token: Token) -> bool:
    return token.is_capital or token.is_number or token.key in _BETWEEN

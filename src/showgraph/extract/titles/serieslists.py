"""Find the lists of titles that a word for series leads in: "shows like X and Y"."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.text.tokens import Token

_KINDS: Final = frozenset(
    {"series", "shows", "dramas", "sitcoms", "comedies", "programmes", "programs", "thrillers"}
)
#: These only ever name series, so that a list may follow at once.
_PLURALS: Final = frozenset({"dramas", "sitcoms", "comedies", "thrillers", "miniseries"})
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
        first = at + 1 + (tokens[at + 1 : at + 2] != () and _key(tokens, at + 1) == ",")
        if token.key in _PLURALS and (last := _pair_end(tokens, first)):
            return first, last  # "the thrillers X and Y"
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


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if at < len(tokens) else ""


def _pair_end(tokens: Sequence[Token], first: int) -> int:
    """Return where a row of names that starts at a token ends; 0 where there are not two."""
    last = first
    while last < len(tokens) and _belongs(tokens[last]):
        last += 1
    parts = split_list(tokens, first, last)
    return last if len(parts) > 1 and parts[0][0] == first else 0


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

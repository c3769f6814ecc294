"""Peel the owner and the sort of a work off the words in front of its title."""

from collections.abc import Mapping, Sequence
from typing import Final

from showgraph.extract.rulepack.gazetteer import Gazetteer
from showgraph.extract.text.tokens import Token

#: Words between an owner and the title of what he owns.
_PRAISE: Final = frozenset(
    {
        *("international", "global", "reality", "dating", "award-winning", "multi-award-winning"),
        *("new", "upcoming", "forthcoming", "hit", "popular", "acclaimed", "latest", "original"),
        *("next", "the", "crime", "medical", "legal", "historical", "period", "live-action"),
        *("animated", "critically", "long-running", "beloved", "true-crime", "spy", "political"),
        *("psychological", "fantasy", "romantic", "supernatural", "smash", "flagship", "ongoing"),
    },
)


def peel(tokens: Sequence[Token], kinds: Mapping[str, str], gazetteer: Gazetteer) -> list[str]:
    """Return the keys in front of a title without its owner, its sort and its praise.

    "the cast of Peacock's hit drama X" gives "the cast of".

    Args:
        tokens: What stands in front of the title, in text order; may be empty.
        kinds: Words for sorts of works.
        gazetteer: Lists that know the platforms.
    """
    starts = {last: first for first, last, e in gazetteer.find(tokens) if e.type == "platforms"}
    at = len(tokens)
    while at:
        key = tokens[at - 1].key
        if key in _PRAISE or key in kinds:
            at -= 1
        elif key in {"'s", "'"} and at > 1 and tokens[at - 2].is_capital:
            at = _owner_start(tokens, at - 1)
        elif at in starts:
            at = starts[at]
        else:
            break
    return [token.key for token in tokens[:at]]


def _owner_start(tokens: Sequence[Token], at: int) -> int:
    """Return where the names before a position begin: "Ana Bell and Omar Reyes"."""
    while at and tokens[at - 1].is_capital and tokens[at - 1].is_word:
        at -= 1
        if at > 1 and tokens[at - 1].key in {"and", "&"} and tokens[at - 2].is_capital:
            at -= 1
    return at


def is_phrase(tokens: Sequence[Token]) -> bool:
    """Return whether words are more than a name: "Salt and Other Matters", not "Ana Bell".

    Heads of departments are called by such words too.
    """
    if _OFFICES & {token.key for token in tokens} or tokens[0].key in _RANKS:
        return False
    inner = any(t.is_word and not t.is_capital and t.key not in _PARTICLES for t in tokens[1:-1])
    return inner or sum(token.is_word for token in tokens) >= _LONG


_LONG: Final = 5
_PARTICLES: Final = frozenset(
    {"de", "la", "del", "du", "van", "von", "der", "al", "bin", "y", "le"}
)
_RANKS: Final = frozenset({"top", "first", "last", "number", "best", "most", "first-ever"})
_OFFICES: Final = frozenset(
    {
        *("head", "director", "president", "chief", "vice", "executive", "controller", "manager"),
        *("commissioner", "bureau", "department", "board", "office", "team", "ceo", "svp", "evp"),
        *("chairman", "chair", "chairwoman", "editor", "officer", "studio", "studios", "group"),
        *("division", "unit", "festival", "awards", "news", "conference"),
    },
)

"""What stands beside a phrase with a comma or an owner: who made it, or which series it is."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.text.tokens import Token

_OWNERS: Final = frozenset({"its", "their", "his", "her", "'s", "'"})
_OF_CHANNELS: Final = frozenset({"'s", "'"})
#: "The song of Peacock's new show, Iron Tide has"
_ACTING: Final = frozenset({"has", "is", "was", "will", "stars", "follows", "premieres", "shows"})
#: Another work than the one it is made from: "the spin-off of Iron Tide".
OFFSHOOTS: Final = frozenset({"spin-off", "spinoff", "prequel", "reboot", "remake"})
_NOVEL: Final = frozenset(
    {
        *("new", "latest", "upcoming", "first", "next", "forthcoming", "debut", "hit", "popular"),
        *("acclaimed", "scripted", "flagship", "current"),
    },
)
_LOCATING: Final = frozenset({"in", "for", "with", "from", "on", "of", "at", "by"})
#: "The first drama series, Iron Tide on its platform"
_FIRST: Final = frozenset({"first", "next", "latest", "hit"})
_GOING_ON: Final = frozenset({"on", "in", "for", "is", "will", "at"})
#: These only follow what is shown.
_SHOWN: Final = frozenset({"starring", "premiering", "streaming", "airing", "based"})
_CLOSING: Final = frozenset({",", "(", ".", ":"})


def is_agent(before: Sequence[Token]) -> bool:
    """Return whether a phrase is who did a deed: "directed by Ana Bell and Omar Reyes"."""
    for token in reversed(before):
        if token.key == "by":
            return True
        if not token.is_capital and token.key not in {",", "and", "&"}:
            return False
    return False


def is_cast(before: Sequence[Token]) -> bool:
    """Return whether a phrase is one of those who star: "starring Ana Bell and Omar Reyes"."""
    for at in range(len(before) - 1, -1, -1):
        if before[at].key in _STARS:
            return before[at].key == "starring" or at + 1 < len(before)
        if not before[at].is_capital and before[at].key not in {",", "and", "&"}:
            return False
    return False


_STARS: Final = frozenset({"starring", "stars", "actors"})


def is_apposed(before: Sequence[str], after: Sequence[str], table: TitleTable) -> bool:
    """Return whether a phrase says which "its new drama series" is: commas part the two.

    Args:
        before: Words in front of the phrase, the comma left out.
        after: Words behind it.
        table: The words for series.
    """
    if not before or not after or before[-1] not in table.kinds:
        return False
    if after[0] == ";" and table.kinds[before[-1]] == "series":
        return True  # "a crime series, X; a drama series, Y; ..."
    goes_on = after[0] in _SHOWN or (after[0] in _GOING_ON and _FIRST & set(before[-5:]))
    if after[0] not in _CLOSING and not goes_on and not _is_owned_subject(before, after[0]):
        return False
    led = [at for at, key in enumerate(before) if key in _OWNERS or key in {"a", "the"}]
    if not led:
        return False
    if after[0] == "," and (
        before[-1] in OFFSHOOTS or before[led[-1] :][:1] == ["a"] == before[:1]
    ):
        return True  # "the spin-off, X, which", "A new drama, X, is"
    owner = before[led[-1]]
    new = owner in _OF_CHANNELS or not _NOVEL.isdisjoint(before[led[-1] + 1 : -1])
    locating = _LOCATING - {"of"} if owner in _OWNERS else _LOCATING
    placed = led[-1] > 0 and before[led[-1] - 1] in locating  # "the season of his hit show, X"
    return new and (owner in _OF_CHANNELS or not placed)


def _is_owned_subject(before: Sequence[str], after: str) -> bool:
    """Return whether "the song of Peacock's new show, X has" stands there.

    In "In Peacock's new show, Ana Bell is" somebody else acts.
    """
    owned = [at for at, key in enumerate(before) if key in _OF_CHANNELS]
    return after in _ACTING and bool(owned) and "of" in before[1 : owned[-1]]


def leads_to_title(tokens: Sequence[Token], table: TitleTable) -> bool:
    """Return whether a sort of series and a title follow: "new crime drama Iron Tide"."""
    small = list(takewhile(lambda token: token.is_word and not token.is_capital, tokens))
    title = tokens[len(small) : len(small) + 2]
    opens = bool(title) and (title[0].is_capital or title[0].key in {"'", '"'})
    return opens and any(token.key in table.kinds for token in small)

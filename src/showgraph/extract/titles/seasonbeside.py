"""Find a season that is named right beside a phrase: "X season 2", "the second season of X"."""

from collections.abc import Collection, Sequence
from typing import Final

from showgraph.extract.titles.candidates import SEASON_WORDS, is_short_season
from showgraph.extract.values.quantities import parse_number, parse_ordinal

#: Words between a title and "season" that are no ordinals.
_SEASON_MARKS: Final = frozenset({"final", "finale", "last", "new", "latest", "upcoming"})
_RETURNS: Final = frozenset({"return", "returns", "returned", "back", "renewed", "debut"})
_PRAISE_REACH: Final = 6  # "season 2 of the popular hit web series X"
_SHOWINGS: Final = frozenset({"premiere", "finale", "opener", "debut", "launch", "trailer"})
_PLAIN: Final = frozenset({"the", "popular", "hit", "show", "series", "web", "'s", "drama", "its"})


def has_season_behind(after: Sequence[str], kinds: Collection[str]) -> bool:
    """Return whether a season follows: "X season 2", "X's final season", "X: Episode 9".

    Args:
        after: The words behind the phrase, the nearest first.
        kinds: Words for series that may stand between.
    """
    if after[:1] and is_short_season(after[0]):
        return True  # "X S05"
    if after[:2] in (["—", "season"], ["-", "season"]) and after[2:3] and after[2].isdigit():
        return True  # "X — Season 3"
    keys = [key for key in after[:6] if key not in {"'s", "'", ","}]
    if keys[:1] != [] and keys[0] in kinds:
        keys = keys[1:]  # "Iron Tide Anime's 2nd Season"
    counted = bool(keys) and (keys[0] in _SEASON_MARKS or parse_ordinal(keys[0]) is not None)
    if (keys[:1] and keys[0] in SEASON_WORDS) or (
        counted and any(key in SEASON_WORDS for key in keys[:4])
    ):
        return True
    if after[:1] == ["series"] and after[1:2] and after[1].isdigit():
        return True  # "X series 3"
    counts = [key for key in after[:4] if key not in {":", ","}]
    if counts[:1] == ["episode"] and counts[1:2] and counts[1].isdigit():
        return True  # "X: Episode 9 recap"
    # as in "X will return for its second season"
    return bool(_RETURNS & set(after[:5]) and "its" in after and SEASON_WORDS & set(after[2:]))


def has_season_before(before: Sequence[str], peeled: Sequence[str], kind: str) -> bool:
    """Return whether a season leads to the phrase: "season 2 of the popular show X".

    Args:
        before: The words in front of the phrase, the nearest last.
        peeled: The same without the owner, the sort and the praise of the work.
        kind: The sort of work that they name right before the phrase, or nothing.
    """
    tail = before[-8:]
    if "of" not in tail or not any(key in SEASON_WORDS for key in tail):
        return False
    place = len(tail) - 1 - tail[::-1].index("of")
    between = tail[place + 1 :]
    if "'s" in between:
        between = [key for key in between if key in peeled[-len(between) :]]
    head = [key for key in tail[max(0, place - 3) : place] if parse_number(key) is None]
    while head and head[-1] in _SHOWINGS:
        head.pop()  # "the season 2 premiere of X"
    named = bool(head) and head[-1] in SEASON_WORDS and len(between) <= _PRAISE_REACH
    return named and (set(between) <= _PLAIN or bool(kind))

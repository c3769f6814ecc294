"""Read the words right beside a phrase that only a title has: "the cast of X", "X's trailer"."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.titles.appositions import leads_to_title
from showgraph.extract.titles.descriptions import NAMING
from showgraph.extract.titles.surroundings import Surroundings

#: What is titled behind one of these is no series.
PIECES: Final = frozenset({"episode", "special", "film", "song", "novel", "chapter", "movie"})
#: "X series finale": behind "series" these make X one.
_OF_SERIES: Final = frozenset({"finale", "premiere", "creator", "star", "regular", "review"})
_STARS: Final = frozenset({"star", "stars", "co-star", "co-stars"})
_OPPOSITE: Final = frozenset({"in", "as", "opposite", "alongside", "with"})
_OF_CRITICS: Final = frozenset({"review", "recap"})  # whose is a person's


def has_cue_before(around: Surroundings, peeled: Sequence[str], table: TitleTable) -> bool:
    """Return whether "the cast of", "a drama called" or the like leads to the phrase.

    Args:
        around: The phrase and its surroundings.
        peeled: The keys in front of it without its owner, its sort and its praise.
        table: The words that signs are read by.
    """
    if _owns_title(around, table):
        return False
    cues = table.words["cue_before"]
    if peeled[-3:-1] == ["a", "host"]:
        return False  # "a host of stars"
    if peeled[-1:] and peeled[-1] in NAMING and PIECES & set(peeled[-6:]):
        return False
    if around.first == 1 and peeled in (["called"], ["dubbed"], ["named"]):
        return True  # "Called Iron Tide, it is set in ..."
    if " ".join(peeled[-1:]) in cues or " ".join(peeled[-2:]) in cues:
        return True
    return peeled[-1:] == ["the"] and " ".join(peeled[-3:-1]) in cues


def _owns_title(around: Surroundings, table: TitleTable) -> bool:
    """Return whether the phrase owns what follows: "Ana Bell and Omar Reyes's Iron Tide"."""
    at, tokens = 0, around.after
    if around.after_keys[:1] in (["and"], ["&"]):
        at = 1
        while at < len(tokens) and tokens[at].is_capital and tokens[at].is_word:
            at += 1
    owned = tokens[at + 1 :]
    if around.after_keys[at : at + 1] != ["'s"] or not owned:
        return False
    return owned[0].is_capital or leads_to_title(owned, table)


def is_cue_after(around: Surroundings, after: str, table: TitleTable) -> bool:
    """Return whether "creator", "'s trailer" or "series finale" follows."""
    owned = around.before_keys[-1:] == ["'s"] and around.before[:-1][-1:]
    if owned and owned[0].is_capital and not around.quoted and len(around.phrase) == 1:
        return False  # "Da Ponte's Inquest creator" has but a piece of the title
    behind = around.after_keys[1:2]
    words = table.words["cue_after"]
    if after == "cast" and around.before_keys[-1:] in (["a"], ["an"]):
        return False  # "a Danish cast"
    if after == "series":
        return bool(behind) and behind[0] in _OF_SERIES
    if after == "'s" and behind in (["co-star"], ["co-stars"]):
        return around.after_keys[2:3] not in (["is"], ["are"])  # whose is a person's
    if after == "'s":
        return bool(behind) and behind[0] in words - _OF_CRITICS
    return after in words and not _decides(around, after)


def _decides(around: Surroundings, after: str) -> bool:
    """Return whether the phrase does it to a series instead of being one: "NBC renewed X"."""
    at = around.after_keys.index(after)
    behind = around.after[at + 1 : at + 2]
    if after in _STARS and behind and behind[0].key in _OPPOSITE:
        return True  # "Ana Bell co-stars in Iron Tide"
    if after == "cast" and behind and behind[0].key in {"in", "as", "to", "opposite", "for"}:
        return True  # "Ana Bell cast in Iron Tide"
    opens = bool(behind) and (behind[0].is_capital or behind[0].key in {"'", '"', "the"})
    return opens and after.endswith("ed")


def names_behind(around: Surroundings, verb: str) -> bool:
    """Return whether a capitalised word follows a verb: "Iron Tide stars Ana Bell"."""
    at = around.after_keys.index(verb)
    following = around.after[at + 1 : at + 2]
    return bool(following) and (following[0].is_capital or following[0].key == ":")


def names_maker(around: Surroundings, after: str) -> bool:
    """Return whether "X creator Ana Bell" stands there; one word alone may be a brand."""
    following = around.after[1:2]
    return (
        after in {"creator", "co-creator", "showrunner", "creators", "showrunners"}
        and len(around.phrase) > 1
        and bool(following)
        and following[0].is_capital
    )

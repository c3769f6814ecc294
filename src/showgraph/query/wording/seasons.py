"""How seasons are named: "season 2", "the second season", "S2", "series 2", "the final season"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
                    "ninth", "tenth", "eleventh", "twelfth")  # fmt: skip
_CARDINALS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                     "eleven", "twelve")  # fmt: skip
_NUMBERS: Final = {
    word: str(number) for row in (_ORDINALS, _CARDINALS) for number, word in enumerate(row, start=1)
} | {"zero": "0"}
FINAL: Final = "final"
LATEST: Final = "latest"
_FINAL: Final = frozenset({"final", "last", "finale", "concluding", "closing"})
_CHAPTERS: Final = frozenset({"chapter", "instalment", "installment", "outing", "edition"})
_LATEST: Final = frozenset({"latest", "newest"})
_SUFFIXED: Final = re.compile(r"(-?[0-9]{1,3})(?:st|nd|rd|th)?")
_SHORT: Final = re.compile(r"s0?([0-9]{1,2})")
_BARE: Final = re.compile(r"[1-9][0-9]?")
_SEASON_WORDS: Final = frozenset({"season", "seasons"})
_JOINERS: Final = frozenset({"and", "or", "to", "vs", "versus", "than"})
#: No name of a season is longer.
N_WORDS: Final = 5


def season_number(word: str) -> str:
    """Return the number that a word gives a season, "final", or "" for any other word.

    ``2``, ``2nd``, ``two`` and ``second`` are 2; ``last`` is ``final``; ``-1`` stays what it is.
    """
    if word in _FINAL:
        return FINAL
    match = _SUFFIXED.fullmatch(word)
    return str(int(match[1])) if match else _NUMBERS.get(word, "")


def season_at(texts: Sequence[str]) -> tuple[str, int]:
    """Return the season that words begin with, and by how many of them; ``("", 0)`` for none.

    Args:
        texts: Words in small letters, "" for what is a mention already.
    """
    return next(_iter_seasons(texts), ("", 0))


def _iter_seasons(texts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the seasons that words may begin with, the most precise first."""
    here, after, third, fourth, fifth = (*texts[:N_WORDS], *("",) * N_WORDS)[:N_WORDS]
    other, kind = (fourth, fifth) if third == "the" else (third, fourth)
    number, behind = season_number(here), season_number(after)
    if here in _SEASON_WORDS and behind:
        yield behind, 2
    if here == "series" and behind.lstrip("-").isdecimal() and after not in _ORDINALS:
        yield behind, 2
    if number and after == "and" and third in _FINAL and fourth == "season":
        yield number, 4
    if number and after == "season":
        precise = season_number(third) if number == FINAL else ""
        yield (precise, 3) if precise.isdecimal() else (number, 2)
    if here in _LATEST and after == "season":
        yield LATEST, 2
    if (here, after, third) == ("most", "recent", "season"):
        yield LATEST, 3
    if number and after in _JOINERS and kind in _SEASON_WORDS and season_number(other):
        yield number, 1  # the second and third seasons, the second and the third season
    if short := _SHORT.fullmatch(here):
        yield short[1], 1
    is_chapter = here in _FINAL and after in _CHAPTERS
    if here == "finale" or is_chapter:
        yield FINAL, 1 + is_chapter


def next_season_at(texts: Sequence[str]) -> tuple[str, int]:
    """Return the further season that words behind a season name by its number alone.

    "season 2 and 3", "seasons 1, 2"; ``("", 0)`` for none. The length counts the joining word.

    Args:
        texts: The words behind the season.
    """
    here, after, third = (*texts[:3], "", "", "")[:3]
    number = season_number(after)
    if here in _JOINERS and number.isdecimal() and third not in _SEASON_WORDS:
        return number, 2
    return ("", 0)


def bare_season_at(texts: Sequence[str]) -> tuple[str, int]:
    """Return the season of a number right behind a series: "X 2"; ``("", 0)`` for none.

    A number that counts what stands behind it is none: "X 2 episodes".

    Args:
        texts: The words behind the series.
    """
    here, after = (*texts[:2], "", "")[:2]
    counts = after.endswith("s") or after in _JOINERS
    return (here, 1) if _BARE.fullmatch(here) and not counts else ("", 0)

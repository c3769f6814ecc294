"""How days, months and years are named: "2018", "October 2018", "5 October", "2018-10-05"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_MONTHS: Final = {
    name: f"{number:02}"
    for number, names in enumerate(
        (
            *(("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr")),
            *(("may",), ("june", "jun"), ("july", "jul"), ("august", "aug")),
            *(("september", "sept", "sep"), ("october", "oct"), ("november", "nov")),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
#: Months that are words of another meaning too, and need a day or year beside them.
_WORDS: Final = frozenset({"may", "march", "mar", "jan", "jun", "sep", "dec"})
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DAY: Final = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_PART: Final = re.compile(r"[0-9]{2}")
_LAST_DAY: Final = 31
#: No date has more words.
N_WORDS: Final = 5


def date_at(texts: Sequence[str]) -> tuple[str, int]:
    """Return the date that words begin with, and by how many of them; ``("", 0)`` for none.

    The date is the part of an ISO date that is known: ``2018``, ``2018-10``, ``2018-10-05``;
    ``-10-05`` and ``-10-`` without a year.

    Args:
        texts: Words in small letters, "" for what is a mention already.
    """
    return next(_iter_dates(texts), ("", 0))


def _iter_dates(texts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the dates that words may begin with, the most precise first."""
    here, after, third, fourth = (*texts[:4], *("",) * 4)[:4]
    if here == "the":
        date, length = date_at(texts[1:])
        if date.count("-") > 1:
            yield date, length + 1  # the 5th of October
    if _YEAR.fullmatch(here):
        is_whole = _PART.fullmatch(after) and _PART.fullmatch(third)
        yield (f"{here}-{after}-{third}", 3) if is_whole else (here, 1)
    if day := _day(here):
        if after in _MONTHS:
            yield _with_year(f"{_MONTHS[after]}-{day}", third, 2)
        if after == "of" and third in _MONTHS:
            yield _with_year(f"{_MONTHS[third]}-{day}", fourth, 3)
    if here in _MONTHS:
        yield from _iter_months(_MONTHS[here], texts)


def _iter_months(month: str, texts: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the dates that words may be of which the first is a month."""
    here, after, third, fourth, fifth = (*texts[:N_WORDS], *("",) * N_WORDS)[:N_WORDS]
    if day := _day(after):
        yield _with_year(f"{month}-{day}", third, 2)
    if after == "the" and (day := _day(third)):
        yield _with_year(f"{month}-{day}", fourth if fourth != "of" else fifth, 3)
    if _YEAR.fullmatch(after):
        yield f"{after}-{month}", 2
    if here not in _WORDS:
        yield f"-{month}-", 1


def _day(text: str) -> str:
    """Return the day of a month in two digits, "" for what is none."""
    match = _DAY.fullmatch(text)
    return f"{int(match[1]):02}" if match and 1 <= int(match[1]) <= _LAST_DAY else ""


def _with_year(day: str, text: str, length: int) -> tuple[str, int]:
    """Return a day with the year behind it, if there is one."""
    if _YEAR.fullmatch(text):
        return f"{text}-{day}", length + 1
    return f"-{day}", length

"""Find the dates that a sentence names.

A small grammar over tokens: it finds nothing that is no date ("to", "a", "second") and keeps
the granularity of the text. What a mention leaves open, :func:`resolve` settles by the
document's date and the tense of the verb.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import Token, word_row
from showgraph.extract.values.datecues import (
    DAY_CUES,
    MONTH_CUES,
    NAME_TAILS,
    NUMBERED,
    PARTS,
    PEOPLE,
    PLANS,
    RELEASES,
    SLOTS,
    YEAR_CUES,
    YEAR_VERBS,
)
from showgraph.extract.values.dates import (
    MONTHS,
    QUARTERS,
    WEEKDAYS,
    DateMention,
    DateParts,
    is_calendar_day,
    resolve,
)
from showgraph.extract.values.quantities import parse_number, parse_ordinal

__all__ = ["MONTHS", "WEEKDAYS", "DateMention", "DateParts", "dates_in", "find_dates", "resolve"]

_SEASONS: Final = frozenset({*QUARTERS, "winter"})
#: Words that are a month or a weekday only with a capital letter.
_COMMON_WORDS: Final = frozenset({"may", "march", "mar", "sun", "sat", "fri", "wed", "mon", "dec"})
#: Earliest and latest year taken for a date of television; "1883" and "2099" are titles.
FIRST_YEAR: Final = 1930
LAST_YEAR: Final = 2098

_RELATIVE_DAYS: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_RELATIONS: Final = frozenset({"this", "next", "last"})
_UNITS: Final = frozenset({"week", "weekend", "month", "year"})
#: A number before one of these counts things; it is no day of a month.
_COUNTED: Final = frozenset(
    word_row(
        "episode episodes season seasons million billion percent % years year people days weeks"
        " months hours minutes shows series films",
    ),
)
_DAY_LIMIT: Final = 31
_MONTH_LIMIT: Final = 12


def find_dates(sentence: Sentence) -> tuple[DateMention, ...]:
    """Return the dates a sentence names, in order, none overlapping; see :func:`dates_in`."""
    return dates_in(sentence.tokens)


def dates_in(tokens: Sequence[Token]) -> tuple[DateMention, ...]:
    """Return the dates among tokens, longest first at a place.

    The words that introduce a date ("on", "in early") are outside the mention. A bare month,
    year or weekday is a date only behind a word that introduces one, and never where a
    capitalised word beside it makes it part of a name.
    """
    found: list[DateMention] = []
    position = 0
    while position < len(tokens):
        read = _date_at(tokens, position)
        if read is None:
            position += 1
            continue
        parts, last = read
        start, end = tokens[position].start, tokens[last - 1].end
        found.append(DateMention(start, end, position, last, parts))
        position = last
    return tuple(found)


_Read = tuple[DateParts, int]
_Reader = Callable[[Sequence[Token], int], _Read | None]


def _date_at(tokens: Sequence[Token], first: int) -> _Read | None:
    """Return the parts of the date that begins at a token and the place behind it, or None."""
    for reader in _readers(tokens[first].key):
        read = reader(tokens, first)
        if read is not None:
            return read
    return None


@lru_cache(maxsize=4096)
def _readers(key: str) -> tuple[_Reader, ...]:
    """Return what may read a date that begins with a token, longer forms first."""
    if key[0].isdigit():
        return _numeric, _day_month, _bare_year
    known = _READERS.get(key, ())
    if known:
        return known
    if parse_ordinal(key) is not None:
        return (_day_month,)
    return (_mid,) if key.startswith("mid-") else ()


def _key(tokens: Sequence[Token], position: int) -> str:
    return tokens[position].key if 0 <= position < len(tokens) else ""


def _numeric(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read 2021-10-15, and 10/15/2021 where only one order makes a date."""
    key = tokens[first].key
    for mark in "-/.":
        numbers = key.split(mark)
        if len(numbers) == 3 and all(number.isdecimal() for number in numbers):  # noqa: PLR2004 - year, month, day
            break
    else:
        return None
    one, two, three = (int(number) for number in numbers)
    if mark == "-":
        return _checked(DateParts(one, two, three), first + 1)
    if one != two and max(one, two) <= _MONTH_LIMIT:
        return None
    month, day = (two, one) if one > _MONTH_LIMIT else (one, two)
    return _checked(DateParts(three, month, day), first + 1)


def _weekday(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "Friday, March 3", "Friday 3 March", or a weekday that a cue introduces."""
    token = tokens[first]
    if not token.is_capital and token.key in _COMMON_WORDS:
        return None
    weekday = WEEKDAYS[token.key]
    after = first + 2 if _key(tokens, first + 1) == "," else first + 1
    if after < len(tokens):
        read = _month_day(tokens, after) or _day_month(tokens, after)
        if read is not None:
            parts, last = read
            return DateParts(parts.year, parts.month, parts.day, weekday), last
    if _key(tokens, first - 1) not in DAY_CUES or _is_slot_or_title(tokens, first):
        return None
    relation = _key(tokens, first - 1)
    return DateParts(weekday=weekday, relation=relation if relation in _RELATIONS else ""), (
        first + 1
    )


def _is_slot_or_title(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a weekday is no day: "Saturdays and Sundays", "Friday Night Lights"."""
    following = tokens[first + 1] if first + 1 < len(tokens) else None
    if following is None:
        return False
    if following.key in SLOTS or (following.is_capital and following.key in NAME_TAILS):
        return True
    if following.key in {"and", "&", "to", "or", "-"}:
        return _key(tokens, first + 2) in WEEKDAYS
    return following.key == "the" and _day_number(tokens, first + 2) is not None


def _with_year(tokens: Sequence[Token], parts: DateParts, last: int) -> _Read:
    """Add the year that follows, if one does: "2021", ", 2021", "of 2021", "of next year"."""
    mark = _key(tokens, last)
    after = last + 1 if mark in {",", "of"} else last
    year = _year(tokens, after)
    if year is not None:
        return replace(parts, year=year), after + 1
    relation = _key(tokens, after)
    if mark != "," and relation in _RELATIONS and _key(tokens, after + 1) == "year":
        return replace(parts, relation=relation, unit="year"), after + 2
    return parts, last


def _month_day(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "October 15[th][, 2021]"."""
    if first >= len(tokens) or not _is_month(tokens[first], with_day=True):
        return None
    day = _day_number(tokens, first + 1)
    if day is None or _key(tokens, first + 2) in _COUNTED:
        return None
    parts = DateParts(month=MONTHS[tokens[first].key], day=day)
    return _checked(*_with_year(tokens, parts, first + 2))


def _day_month(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "[the] 15[th] [of] October[[,] 2021]"."""
    if _key(tokens, first - 1) in NUMBERED:
        return None
    position = first + 1 if _key(tokens, first) == "the" else first
    day = _day_number(tokens, position)
    if day is None:
        return None
    position += 2 if _key(tokens, position + 1) == "of" else 1
    if position >= len(tokens) or not _is_month(tokens[position], with_day=True):
        return None
    parts = DateParts(month=MONTHS[tokens[position].key], day=day)
    return _checked(*_with_year(tokens, parts, position + 1))


def _month_year(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "January 2022", "January of 2022", "January, 2022", "March of next year"."""
    if not _is_month(tokens[first], with_day=True):
        return None
    read = _with_year(tokens, DateParts(month=MONTHS[tokens[first].key]), first + 1)
    return None if read[1] == first + 1 else read


def _bare_month(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read a month that a cue introduces ("in October", "late October")."""
    if not tokens[first].is_capital or _inside_name(tokens, first):
        return None
    before, earlier = _key(tokens, first - 1), _key(tokens, first - 2)
    bracketed = before == "(" and _key(tokens, first + 1) == ")"
    joined = before in {"to", "and"} and earlier in MONTHS
    moved = before == "to" and tokens[first].key not in PEOPLE
    of_part = before == "of" and earlier in PARTS
    planned = before == "for" and earlier in PLANS
    released = _key(tokens, first + 1) in RELEASES
    cued = before in MONTH_CUES or planned or released
    if not (cued or bracketed or joined or moved or of_part):
        return None
    return DateParts(month=MONTHS[tokens[first].key]), first + 1


def _bare_year(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read a year that a cue introduces, or that stands alone in brackets."""
    year = _year(tokens, first)
    if year is None:
        return None
    before, after = _key(tokens, first - 1), _key(tokens, first + 1)
    if after in {")", "-", "\u2014", ","} and _opens_bracket(tokens, first):
        return DateParts(year), first + 1
    of_part = before == "of" and _key(tokens, first - 2) in PARTS | _SEASONS
    joined = before in {"to", "and"} and _year(tokens, first - 2) is not None
    planned = before == "for" and _key(tokens, first - 2) in PLANS
    cued = before in YEAR_CUES or before in YEAR_VERBS or planned or after in RELEASES
    if not (cued or of_part or joined):
        return None
    return None if after in _COUNTED else (DateParts(year), first + 1)


def _opens_bracket(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a year opens a bracket, alone or behind one name: "(2011-13)", "(Fox, 1999)"."""
    if _key(tokens, first - 1) == "(":
        return True
    words = [_key(tokens, at) for at in range(first - 1, max(-1, first - 6), -1)]
    return words[:1] == [","] and "(" in words and _key(tokens, first + 1) == ")"


def _bare_quarter(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "in the fall" as the fall of this year, and so "a fall premiere"."""
    before, after = _key(tokens, first - 1), _key(tokens, first + 1)
    during = before == "the" and _key(tokens, first - 2) in {"in", "during"} and after != "of"
    if not (during or (after in RELEASES and before in {"a", "its", "the"})):
        return None
    return DateParts(relation="this", unit=tokens[first].key), first + 1


def _quarter_year(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "fall 2021" and "summer of 2016": the year, for the season has no ISO form."""
    after = first + 2 if _key(tokens, first + 1) in {"of", ","} else first + 1
    year = _year(tokens, after)
    return None if year is None else (DateParts(year), after + 1)


def _half_year(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "the second half of 2021", "first half of next year": the year alone."""
    at = first + (_key(tokens, first) == "the")
    if _key(tokens, at) not in {"first", "second", "latter"}:
        return None
    words = [_key(tokens, at + step) for step in range(1, 5)]
    if words[:1] not in (["half"], ["quarter"]) or words[1] != "of":
        return None
    year = _year(tokens, at + 3)
    if year is not None:
        return DateParts(year), at + 4
    return _relation(tokens, at + 3) if words[2:] in (["this", "year"], ["next", "year"]) else None


def _mid(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "mid-October" and "mid-2023"."""
    rest = tokens[first].key.removeprefix("mid-")
    if rest in MONTHS:
        year = _year(tokens, first + 1)
        return DateParts(year, MONTHS[rest]), first + 2 if year else first + 1
    value = parse_number(rest)
    if value is not None and FIRST_YEAR <= value <= LAST_YEAR:
        return DateParts(value), first + 1
    return None


def _relative_day(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "tomorrow" and its like; with a capital inside a sentence it is a programme's name."""
    if tokens[first].is_capital and (first or _is_capital(tokens, first + 1)):
        return None
    return DateParts(unit="day", shift=_RELATIVE_DAYS[tokens[first].key]), first + 1


def _relation(tokens: Sequence[Token], first: int) -> _Read | None:
    """Read "this Friday", "next month", "last year", "this fall", "this October"."""
    relation, second = tokens[first].key, first + 1
    if relation == "this" and _key(tokens, second) == "coming":
        second += 1
    key = _key(tokens, second)
    if relation != "this" and _key(tokens, first - 1) == "the":
        return None  # "over the next year" is a length
    if key in _UNITS or key in _SEASONS:
        is_title = tokens[second].is_capital and _is_capital(tokens, second + 1)
        return None if is_title else (DateParts(relation=relation, unit=key), second + 1)
    if key in WEEKDAYS:
        read = _weekday(tokens, second)
        return read and (replace(read[0], relation=relation), read[1])
    if key in MONTHS and tokens[second].is_capital:
        dated = _month_day(tokens, second) or _month_year(tokens, second)
        if dated is None and not _inside_name(tokens, second):
            return DateParts(month=MONTHS[key], relation=relation), second + 1
        return dated
    return None


def _is_capital(tokens: Sequence[Token], position: int) -> bool:
    return position < len(tokens) and tokens[position].is_capital


def _is_month(token: Token, *, with_day: bool) -> bool:
    """Tell whether a token is a month; in lower case only beside a day or a year."""
    if token.key not in MONTHS:
        return False
    return token.is_capital or (with_day and token.key not in _COMMON_WORDS)


def _day_number(tokens: Sequence[Token], position: int) -> int | None:
    """Return a day of the month in digits, or an ordinal word ("fifteenth"), or None."""
    if not 0 <= position < len(tokens):
        return None
    key = tokens[position].key
    day = parse_ordinal(key)
    if day is None and key.isdecimal() and len(key) <= 2:  # noqa: PLR2004 - digits of a day
        day = int(key)
    return day if day is not None and 1 <= day <= _DAY_LIMIT else None


def _year(tokens: Sequence[Token], position: int) -> int | None:
    """Return a year of four digits within the range of television, or None."""
    if not 0 <= position < len(tokens):
        return None
    key = tokens[position].key
    if len(key) != 4 or not (key.isascii() and key.isdecimal()):  # noqa: PLR2004 - digits of a year
        return None
    return int(key) if FIRST_YEAR <= int(key) <= LAST_YEAR else None


def _inside_name(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a capitalised word directly follows, so that both are one name.

    A weekday or month behind is another date, not a name.
    """
    key = _key(tokens, position + 1)
    return _is_capital(tokens, position + 1) and key not in MONTHS and key not in WEEKDAYS


def _checked(parts: DateParts, last: int) -> _Read | None:
    """Return the parts unless the calendar has no such day."""
    if parts.month is None or parts.day is None:
        return None
    if parts.year is not None and not FIRST_YEAR <= parts.year <= LAST_YEAR:
        return None
    return (parts, last) if is_calendar_day(parts.year, parts.month, parts.day) else None


_READERS: Final[dict[str, tuple[_Reader, ...]]] = {
    **dict.fromkeys(WEEKDAYS, (_weekday,)),
    **dict.fromkeys(MONTHS, (_month_day, _month_year, _bare_month)),
    **dict.fromkeys(_RELATIONS, (_relation,)),
    **dict.fromkeys(_RELATIVE_DAYS, (_relative_day,)),
    **dict.fromkeys(_SEASONS, (_quarter_year, _bare_quarter)),
    "the": (_day_month, _half_year),
    "first": (_day_month, _half_year),
    "second": (_day_month, _half_year),
    "latter": (_half_year,),
}

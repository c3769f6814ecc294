"""What a date mention says, and which date it means.

Values are ISO and as coarse as is certain: "2016", "2021-10", "2021-10-15", and "--10-15"
where the year cannot be known. Where a phrase may mean two dates ("next Friday" on a Monday),
what both have in common is the answer; where they have nothing in common there is none.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from showgraph.model import Tense

MONTHS: Final = {
    word: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for word in names
}
#: ISO numbers: Monday is 1.
WEEKDAYS: Final = {
    word: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday",),
            ("sunday",),
        ),
        start=1,
    )
    for word in names
}
#: First month of a season of the year where most of the articles come from. Winter spans two
#: years and is never settled.
QUARTERS: Final = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9}
#: A present tense speaks of a date at most so many days back ("is streaming, from October 5").
PRESENT_REACH_DAYS: Final = 60
#: February 29 comes back after at most eight years.
_LEAP_REACH: Final = 8
_DAYS_PER_WEEK: Final = 7
_MONTHS_PER_YEAR: Final = 12
_LEAP_YEAR: Final = 2000
_SATURDAY: Final = 5
_STEPS: Final = {"this": 0, "next": 1, "last": -1}


@dataclass(frozen=True, slots=True)
class DateParts:
    """Calendar numbers, or a relation to the document's date.

    ``relation`` is this, next or last; with ``unit`` it stands for "next month" or "this
    fall", with ``weekday`` or ``month`` for "this Friday", "last October", with both for
    "March of next year". ``unit`` "day" counts ``shift`` days from the document's date
    ("tomorrow"). Weekdays are ISO: Monday is 1.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relation: str = ""
    unit: str = ""
    shift: int = 0


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at ``[start, end)`` of the text and tokens ``[first, last)`` of the sentence."""

    start: int
    end: int
    first: int
    last: int
    parts: DateParts


def resolve(
    mention: DateMention,
    document_date: str | None,
    tense: Tense | None,
) -> str | None:
    """Return the date a mention means, as coarse as is certain, or None.

    Args:
        mention: The date as the text gives it.
        document_date: ISO date of the document; one without a day is of no use here.
        tense: Tense of the verb that the date belongs to. A future one takes the next such
            day on or after the document's date, a past one the last on or before it, a
            present one the nearer of both, if that is not long ago.

    Returns:
        An ISO date, "--MM-DD" where only the year is open, None where more is.
    """
    parts = mention.parts
    if parts.year is not None:
        return _format(parts.year, parts.month, parts.day)
    anchor = _parse_day(document_date)
    if anchor is not None and parts.unit == "year" and parts.month is not None:
        return _format(anchor.year + _STEPS[parts.relation], parts.month, parts.day)
    if parts.month is not None and parts.day is not None:
        day = _yearless_day(parts, anchor, tense)
        return day.isoformat() if day else f"--{parts.month:02}-{parts.day:02}"
    if anchor is None:
        return None
    try:
        return _relative(parts, anchor, tense)
    except OverflowError:  # at the ends of the calendar
        return None


def is_calendar_day(year: int | None, month: int, day: int) -> bool:
    """Tell whether the calendar has such a day; without a year February has 29."""
    if not 1 <= month <= _MONTHS_PER_YEAR or not MINYEAR <= (year or _LEAP_YEAR) <= MAXYEAR:
        return False
    return 1 <= day <= monthrange(year or _LEAP_YEAR, month)[1]


def _relative(parts: DateParts, anchor: date, tense: Tense | None) -> str | None:
    """Resolve what needs the document's date: weekdays, months, "tomorrow", "next year"."""
    if parts.unit == "day":
        return (anchor + timedelta(days=parts.shift)).isoformat()
    if parts.weekday is not None:
        return _common(_weekdays(parts.weekday, parts.relation, anchor, tense))
    if parts.month is not None:
        return _common_months(_months(parts.month, parts.relation, anchor, tense))
    if parts.unit in QUARTERS or parts.unit == "winter":
        return _quarter(parts, anchor, tense)
    return _around(parts.unit, _STEPS[parts.relation], anchor)


def _around(unit: str, step: int, anchor: date) -> str | None:
    """Resolve a week, month or year so many steps from the document's own."""
    if unit == "year":
        return _format(anchor.year + step, None, None)
    if unit == "month":
        return _common_months([_shift_month(anchor, step)])
    monday = anchor + timedelta(days=step * _DAYS_PER_WEEK - anchor.weekday())
    first = monday + timedelta(days=_SATURDAY if unit == "weekend" else 0)
    days = [first, monday + timedelta(days=_DAYS_PER_WEEK - 1)]
    return _common_months([(day.year, day.month) for day in days])


def _parse_day(text: str | None) -> date | None:
    """Return a full ISO date as a day; None for a coarser one or none."""
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def _format(year: int, month: int | None, day: int | None) -> str:
    pieces = [f"{year:04}"] + [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(pieces)


def _yearless_day(parts: DateParts, anchor: date | None, tense: Tense | None) -> date | None:
    """Return the day that a month and a day mean, or None where its year stays open."""
    if anchor is None or parts.month is None or parts.day is None:
        return None
    later = _occurrence(parts.month, parts.day, anchor, 1)
    earlier = _occurrence(parts.month, parts.day, anchor, -1)
    wanted = _by_tense(earlier, later, anchor, tense)
    if parts.weekday is None:
        return wanted
    # The weekday is a check digit for the year.
    fitting = [day for day in (earlier, later) if day and day.isoweekday() == parts.weekday]
    if wanted in fitting:
        return wanted
    return fitting[0] if len(set(fitting)) == 1 else None


def _by_tense(
    earlier: date | None,
    later: date | None,
    anchor: date,
    tense: Tense | None,
) -> date | None:
    """Choose the occurrence before or after the document's date."""
    if tense is Tense.FUTURE:
        return later
    if tense is Tense.PAST:
        return earlier
    if tense is None or earlier is None or later is None:
        return None
    back, ahead = (anchor - earlier).days, (later - anchor).days
    if ahead <= back:
        return later
    return earlier if back <= PRESENT_REACH_DAYS else None


def _occurrence(month: int, day: int, anchor: date, step: int) -> date | None:
    """Return the nearest such day on or after (step 1), on or before (step -1) ``anchor``."""
    for distance in range(_LEAP_REACH + 1):
        year = anchor.year + step * distance
        if is_calendar_day(year, month, day) and (date(year, month, day) - anchor).days * step >= 0:
            return date(year, month, day)
    return None


def _weekdays(weekday: int, relation: str, anchor: date, tense: Tense | None) -> list[date]:
    """Return the days that a weekday may mean; an empty list where nothing tells."""
    ahead = (weekday - anchor.isoweekday()) % _DAYS_PER_WEEK
    back = (anchor.isoweekday() - weekday) % _DAYS_PER_WEEK
    monday = anchor - timedelta(days=anchor.weekday())
    if relation == "next":
        coming = anchor + timedelta(days=ahead or _DAYS_PER_WEEK)
        return [coming, monday + timedelta(days=_DAYS_PER_WEEK + weekday - 1)]
    if relation == "last":
        gone = anchor - timedelta(days=back or _DAYS_PER_WEEK)
        return [gone, monday - timedelta(days=_DAYS_PER_WEEK - weekday + 1)]
    if tense is Tense.PAST:
        return [anchor - timedelta(days=back)]
    if tense is None and not relation:
        return []
    return [anchor + timedelta(days=ahead)]


def _months(
    month: int,
    relation: str,
    anchor: date,
    tense: Tense | None,
) -> list[tuple[int, int]]:
    """Return the months that a bare month may mean; an empty list where nothing tells."""
    coming = anchor.year if month >= anchor.month else anchor.year + 1
    gone = anchor.year if month <= anchor.month else anchor.year - 1
    if relation == "next":
        after = anchor.year if month > anchor.month else anchor.year + 1
        return [(after, month), (anchor.year + 1, month)]
    if relation == "last":
        before = anchor.year if month < anchor.month else anchor.year - 1
        return [(before, month), (anchor.year - 1, month)]
    if tense is Tense.PAST:
        return [(gone, month)]
    if tense is Tense.FUTURE:
        return [(coming, month)]
    return [(anchor.year, month)] if relation == "this" or coming == gone else []


def _shift_month(anchor: date, step: int) -> tuple[int, int]:
    year, month = divmod(anchor.year * _MONTHS_PER_YEAR + anchor.month - 1 + step, _MONTHS_PER_YEAR)
    return year, month + 1


def _quarter(parts: DateParts, anchor: date, tense: Tense | None) -> str | None:
    """Return the year of "this fall" and its like where only one year can be meant."""
    first = QUARTERS.get(parts.unit)
    if first is None:
        return None
    begun = anchor.month >= first
    if parts.relation == "this":
        # In December "this summer" may be the southern one, in January a past "this fall"
        # lies in the year before.
        unclear = anchor.month == _MONTHS_PER_YEAR or (tense is Tense.PAST and not begun)
        return None if unclear else f"{anchor.year:04}"
    if parts.relation == "next":
        return f"{anchor.year + 1:04}" if begun else None
    return None if begun else f"{anchor.year - 1:04}"


def _common(days: Sequence[date]) -> str | None:
    """Return the finest value that all days share, or None."""
    if not days:
        return None
    if len(set(days)) == 1:
        return days[0].isoformat()
    return _common_months([(day.year, day.month) for day in days])


def _common_months(months: Sequence[tuple[int, int]]) -> str | None:
    """Return the month or else the year that all share, or None."""
    if len(set(months)) == 1:
        return _format(*months[0], None)
    years = {year for year, _ in months}
    return _format(years.pop(), None, None) if len(years) == 1 else None

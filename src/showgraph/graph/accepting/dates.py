"""Dates as coarse as documents give them: a day, a month, a year, or a day without its year.

Two intervals of whole years, months and days either contain one another or share no day, so
"overlap" and "one contains the other" are the same thing here. A day without its year is no
interval: it can only agree or clash with one.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)
_MONTH_DAY = re.compile(r"--(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
#: The day without a year that has the most days in February.
_LEAP_YEAR = 2000


class Precision(StrEnum):
    """The unit down to which a date is known; each is a concept."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The days from ``earliest`` to ``latest``, both included: one day, month or year."""

    earliest: date
    latest: date

    @property
    def precision(self) -> Precision:
        """Return what the interval is one of."""
        if self.earliest == self.latest:
            return Precision.DAY
        return Precision.MONTH if self.earliest.month == self.latest.month else Precision.YEAR

    @property
    def iso(self) -> str:
        """Return the interval as the fact record writes it, such as ``2021-10``."""
        digits = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[self.precision]
        return self.earliest.isoformat()[:digits]

    def overlaps(self, other: "Interval") -> bool:
        """Tell whether the two share a day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def contains(self, other: "Interval") -> bool:
        """Tell whether every day of ``other`` is a day of this one; each contains itself."""
        return self.earliest <= other.earliest and other.latest <= self.latest


@dataclass(frozen=True, slots=True, order=True)
class MonthDay:
    """A day of the year whose year is not known."""

    month: int
    day: int

    @property
    def iso(self) -> str:
        """Return the day as the fact record writes it, such as ``--10-15``."""
        return f"--{self.month:02}-{self.day:02}"

    def falls_on(self, interval: Interval) -> bool:
        """Tell whether ``interval`` is this very day of some year."""
        first = interval.earliest
        return first == interval.latest and (first.month, first.day) == (self.month, self.day)

    def possible_in(self, interval: Interval) -> bool:
        """Tell whether some day of ``interval`` is this day of the year."""
        if interval.precision is Precision.YEAR:
            return self.day <= monthrange(interval.earliest.year, self.month)[1]
        if interval.precision is Precision.MONTH:
            return self.month == interval.earliest.month and self.day <= interval.latest.day
        return self.falls_on(interval)


def parse_date(text: str) -> Interval | MonthDay:
    """Return what a date of the fact record means.

    Args:
        text: ``2016``, ``2021-10``, ``2021-10-15`` or ``--10-15``.

    Raises:
        ValueError: If ``text`` has another form, or names a day that no calendar has.
    """
    if match := _MONTH_DAY.fullmatch(text):
        day = date(_LEAP_YEAR, int(match["month"]), int(match["day"]))
        return MonthDay(day.month, day.day)
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no date such as 2016, 2021-10, 2021-10-15 or --10-15")
    year = int(match["year"])
    first_month, last_month = (int(match["month"] or month) for month in (1, 12))
    first = date(year, first_month, int(match["day"] or 1))
    if match["day"]:
        return Interval(first, first)
    return Interval(first, date(year, last_month, monthrange(year, last_month)[1]))


def is_yearless(text: str) -> bool:
    """Tell whether a text is in the form of a day without its year."""
    return text.startswith("--")

"""A date is resolved as far as text, document date and tense allow, and never further."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showgraph.extract.text.tokens import tokenize
from showgraph.extract.text.views import normalise
from showgraph.extract.values.dates import DateMention, DateParts, is_calendar_day, resolve
from showgraph.extract.values.temporal import dates_in
from showgraph.model import Tense

FUTURE, PAST, PRESENT = Tense.FUTURE, Tense.PAST, Tense.PRESENT


def resolved(text: str, document_date: str | None, tense: Tense | None) -> str | None:
    """Return the value of the one date in a text."""
    view = normalise(text)
    (mention,) = dates_in(tokenize(view, 0, len(view.text)))
    return resolve(mention, document_date, tense)


# 2021-10-06 is a Wednesday.
ROWS = [
    # What the text settles by itself.
    ("on October 15, 2021", None, None, "2021-10-15"),
    ("on October 15, 2021", "2018-01-01", PAST, "2021-10-15"),
    ("in January 2022", None, None, "2022-01"),
    ("in 2016", None, None, "2016"),
    ("in early 2024", "2023-05-05", FUTURE, "2024"),
    ("in fall 2021", None, None, "2021"),
    # A day without a year.
    ("on October 5", "2018-10-03", FUTURE, "2018-10-05"),
    ("on October 5", "2018-10-03", PAST, "2017-10-05"),
    ("on October 5", "2018-10-05", FUTURE, "2018-10-05"),
    ("on October 5", "2018-10-05", PAST, "2018-10-05"),
    ("on October 5", "2018-10-03", None, "--10-05"),
    ("on October 5", None, FUTURE, "--10-05"),
    ("on October 5", "2018-10", FUTURE, "--10-05"),
    ("on October 5", "2018", FUTURE, "--10-05"),
    ("on January 5", "2021-12-20", FUTURE, "2022-01-05"),
    ("on December 20", "2022-01-05", PAST, "2021-12-20"),
    ("on February 29", "2021-10-06", FUTURE, "2024-02-29"),
    ("on February 29", "2021-10-06", PAST, "2020-02-29"),
    # A present tense: the timetable, or what has just begun.
    ("from October 5", "2018-10-03", PRESENT, "2018-10-05"),
    ("from October 5", "2018-10-08", PRESENT, "2018-10-05"),
    ("from June 5", "2018-10-08", PRESENT, "--06-05"),
    ("from March 5", "2018-10-08", PRESENT, "2019-03-05"),
    # The weekday as a check digit for the year.
    ("on Friday, March 3", "2023-02-20", FUTURE, "2023-03-03"),
    ("on Friday, March 3", "2023-03-20", FUTURE, "2023-03-03"),
    ("on Friday, March 3", "2023-02-20", None, "2023-03-03"),
    ("on Monday, March 3", "2023-02-20", FUTURE, "--03-03"),
    ("on Friday, March 3", None, None, "--03-03"),
    # Weekdays.
    ("on Sunday", "2021-10-06", FUTURE, "2021-10-10"),
    ("on Sunday", "2021-10-06", PAST, "2021-10-03"),
    ("on Sunday", "2021-10-06", PRESENT, "2021-10-10"),
    ("on Sunday", "2021-10-06", None, None),
    ("on Sunday", None, FUTURE, None),
    ("on Wednesday", "2021-10-06", FUTURE, "2021-10-06"),
    ("on Wednesday", "2021-10-06", PAST, "2021-10-06"),
    ("this Friday", "2021-10-06", FUTURE, "2021-10-08"),
    ("this Friday", "2021-10-06", None, "2021-10-08"),
    ("this Friday", "2021-10-09", PAST, "2021-10-08"),
    ("next Friday", "2021-10-06", FUTURE, "2021-10"),
    ("next Friday", "2021-10-10", FUTURE, "2021-10-15"),
    ("next Friday", "2021-10-27", FUTURE, "2021"),
    ("next Friday", "2021-12-29", FUTURE, None),
    ("last Friday", "2021-10-06", PAST, "2021-10-01"),
    ("last Monday", "2021-10-20", PAST, "2021-10"),
    # Days around the document's own.
    ("tomorrow", "2021-12-31", FUTURE, "2022-01-01"),
    ("yesterday", "2021-10-01", PAST, "2021-09-30"),
    ("today", "2021-10-06", None, "2021-10-06"),
    ("tomorrow", None, FUTURE, None),
    ("tomorrow", "9999-12-31", FUTURE, None),
    # Weeks, months, years.
    ("this week", "2021-10-06", None, "2021-10"),
    ("this week", "2021-09-30", None, "2021"),
    ("this week", "2021-12-31", None, None),
    ("next week", "2021-10-06", None, "2021-10"),
    ("this weekend", "2021-09-30", None, "2021-10"),
    ("last week", "2021-10-01", None, "2021-09"),
    ("this month", "2021-10-06", None, "2021-10"),
    ("next month", "2021-12-06", None, "2022-01"),
    ("last month", "2021-01-06", None, "2020-12"),
    ("this year", "2021-10-06", None, "2021"),
    ("next year", "2021-10-06", FUTURE, "2022"),
    ("last year", "2021-10-06", PAST, "2020"),
    ("next month", None, FUTURE, None),
    ("in March of next year", "2021-10-06", FUTURE, "2022-03"),
    ("in March of next year", None, FUTURE, None),
    ("on May 5 this year", "2021-10-06", PAST, "2021-05-05"),
    ("on May 5 this year", None, PAST, "--05-05"),
    # Months without a year.
    ("in October", "2021-10-06", FUTURE, "2021-10"),
    ("in May", "2021-10-06", FUTURE, "2022-05"),
    ("in May", "2021-10-06", PAST, "2021-05"),
    ("in December", "2021-10-06", PAST, "2020-12"),
    ("in May", "2021-10-06", None, None),
    ("in October", "2021-10-06", None, "2021-10"),
    ("in October", None, FUTURE, None),
    ("this May", "2021-10-06", None, "2021-05"),
    ("next May", "2021-10-06", FUTURE, "2022-05"),
    ("next December", "2021-10-06", FUTURE, None),
    ("last May", "2021-10-06", PAST, None),
    ("last December", "2021-10-06", PAST, "2020-12"),
    # Seasons of the year: only their year, and only where it is certain.
    ("this fall", "2021-03-06", FUTURE, "2021"),
    ("this fall", "2021-10-06", PAST, "2021"),
    ("this fall", "2022-01-06", PAST, None),
    ("this summer", "2021-12-06", FUTURE, None),
    ("next spring", "2021-10-06", FUTURE, "2022"),
    ("next fall", "2021-03-06", FUTURE, None),
    ("last fall", "2021-03-06", PAST, "2020"),
    ("last spring", "2021-10-06", PAST, None),
    ("this winter", "2021-10-06", FUTURE, None),
]


@pytest.mark.parametrize(("text", "document_date", "tense", "value"), ROWS)
def test_date_is_resolved_as_far_as_is_certain(
    text: str,
    document_date: str | None,
    tense: Tense | None,
    value: str | None,
) -> None:
    """What two readings share is given; what they do not share is left open."""
    assert resolved(text, document_date, tense) == value


def test_table_has_not_shrunk() -> None:
    """Losing rows of the table is losing tests."""
    assert len(ROWS) >= 85


@pytest.mark.parametrize(
    ("year", "month", "day", "exists"),
    [
        (2024, 2, 29, True),
        (2023, 2, 29, False),
        (None, 2, 29, True),
        (None, 2, 30, False),
        (2021, 4, 31, False),
        (2021, 13, 1, False),
        (2021, 0, 1, False),
        (2021, 1, 0, False),
        (10000, 1, 1, False),
    ],
)
def test_calendar_knows_its_days(year: int | None, month: int, day: int, *, exists: bool) -> None:
    """February 29 exists in leap years, and where the year is open."""
    assert is_calendar_day(year, month, day) is exists


@given(
    st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from([FUTURE, PAST]),
)
def test_tense_decides_the_side_of_the_document_date(
    day: date,
    month: int,
    number: int,
    tense: Tense,
) -> None:
    """A future day is never before the document, a past one never after, both within a year."""
    mention = DateMention(0, 1, 0, 1, DateParts(month=month, day=number))
    value = resolve(mention, day.isoformat(), tense)

    assert value is not None
    distance = (date.fromisoformat(value) - day).days
    assert 0 <= distance <= 365 if tense is FUTURE else -365 <= distance <= 0

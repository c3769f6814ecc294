"""Dates of the fact record: intervals, and days without a year."""

import pytest

from showgraph.graph.accepting.dates import Interval, MonthDay, parse_date


def interval(text: str) -> Interval:
    """Return a date that is known to be an interval."""
    date = parse_date(text)
    assert isinstance(date, Interval)
    return date


def month_day(text: str) -> MonthDay:
    """Return a date that is known to be a day without a year."""
    date = parse_date(text)
    assert isinstance(date, MonthDay)
    return date


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2016", "2016-01-01", "2016-12-31", "year"),
        ("2021-10", "2021-10-01", "2021-10-31", "month"),
        ("2020-02", "2020-02-01", "2020-02-29", "month"),
        ("2021-02", "2021-02-01", "2021-02-28", "month"),
        ("2021-12", "2021-12-01", "2021-12-31", "month"),
        ("2021-10-15", "2021-10-15", "2021-10-15", "day"),
    ],
)
def test_a_date_is_all_days_that_it_can_mean(
    text: str, earliest: str, latest: str, precision: str
) -> None:
    """A coarse date is the interval of its days, and is written again as it was."""
    date = interval(text)

    assert (str(date.earliest), str(date.latest)) == (earliest, latest)
    assert date.precision == precision
    assert date.iso == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15 October",
        "2021-13",
        "2021-00",
        "2021-02-29",
        "2021-10-32",
        "0000",
        "21-10-15",
        "2021-1-5",
        "2021-10-15T00:00",
        "--13-01",
        "--02-30",
        "--10",
        "٢٠٢١",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Other forms, and days that no calendar has, are errors."""
    with pytest.raises(ValueError, match=r".+"):
        parse_date(text)


@pytest.mark.parametrize(
    ("one", "other", "overlap", "contains"),
    [
        ("2021", "2021-10-15", True, True),
        ("2021-10", "2021-10-15", True, True),
        ("2021-10-15", "2021-10-15", True, True),
        ("2021-10-15", "2021", True, False),
        ("2021-09", "2021-10-15", False, False),
        ("2020", "2021", False, False),
        ("2021-10-15", "2021-10-16", False, False),
    ],
)
def test_overlap_and_containment(one: str, other: str, *, overlap: bool, contains: bool) -> None:
    """Overlap is mutual; only a coarser date contains a finer one."""
    assert interval(one).overlaps(interval(other)) is overlap
    assert interval(other).overlaps(interval(one)) is overlap
    assert interval(one).contains(interval(other)) is contains


@pytest.mark.parametrize(
    ("day", "date", "falls_on", "possible"),
    [
        ("--10-15", "2021-10-15", True, True),
        ("--10-15", "2021-10-16", False, False),
        ("--10-15", "2021-10", False, True),
        ("--10-15", "2021-09", False, False),
        ("--10-15", "2021", False, True),
        ("--02-29", "2020", False, True),
        ("--02-29", "2021", False, False),
        ("--02-29", "2021-02", False, False),
    ],
)
def test_a_day_without_its_year(day: str, date: str, *, falls_on: bool, possible: bool) -> None:
    """It is one of the days of an interval, or its only one, or neither."""
    assert month_day(day).falls_on(interval(date)) is falls_on
    assert month_day(day).possible_in(interval(date)) is possible


def test_a_day_without_its_year_is_written_again_as_it_was() -> None:
    """The form of the fact record comes back."""
    assert month_day("--02-09").iso == "--02-09"

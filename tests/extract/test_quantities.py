"""Numbers and durations are read as the text gives them, in words or digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showgraph.extract.text.tokens import Token, tokenize
from showgraph.extract.text.views import normalise
from showgraph.extract.values.quantities import (
    find_durations,
    find_quantities,
    parse_number,
    parse_ordinal,
)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a whole text."""
    view = normalise(text)
    return tokenize(view, 0, len(view.text))


NUMBERS = [
    ("8", 8),
    ("1,000", 1000),
    ("12,345,678", 12345678),
    ("zero", 0),
    ("eight", 8),
    ("nineteen", 19),
    ("twenty", 20),
    ("twenty-two", 22),
    ("dozen", 12),
    ("1,00", None),
    ("twenty-ten", None),
    ("twenty-zero", None),
    ("3.5", None),
    ("15th", None),
    ("few", None),
    ("", None),
    ("9" * 5000, None),
]
ORDINALS = [
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("eighth", 8),
    ("ninth", 9),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("twentieth", 20),
    ("twenty-first", 21),
    ("thirty-third", 33),
    ("4th", 4),
    ("22nd", 22),
    ("4", None),
    ("four", None),
    ("final", None),
    ("", None),
]
QUANTITIES = [
    ("five short episodes", [("five", 5)]),
    ("190 countries and 130 million people", [("190", 190), ("130 million", 130_000_000)]),
    ("1.5 million, not 1.5", [("1.5 million", 1_500_000)]),
    ("1.2345678 thousand", []),
    ("a hundred and five", [("a hundred and five", 105)]),
    ("two hundred twenty-two", [("two hundred twenty-two", 222)]),
    ("nineteen thousand five hundred six", [("nineteen thousand five hundred six", 19506)]),
    ("one and two", [("one", 1), ("two", 2)]),
    ("two dozen", [("two dozen", 24)]),
    ("a dozen", [("a dozen", 12)]),
    ("a new one", [("one", 1)]),
    ("the fourth and 5th", [("fourth", 4), ("5th", 5)]),
    ("Season 1,2 & 3", [("1", 1), ("2", 2), ("3", 3)]),
    ("two hundred 5", [("two hundred", 200), ("5", 5)]),
    ("a few, dozens, hundreds, both", []),
    ("million million", []),
]
DURATIONS = [
    ("a shoot of 14 days", ["14 days"], ["P14D"]),
    ("two minutes long", ["two minutes"], ["PT2M"]),
    ("the two-minute trailer", ["two-minute"], ["PT2M"]),
    ("a six-week-long run", ["six-week-long"], ["P42D"]),
    ("six weeks", ["six weeks"], ["P42D"]),
    ("one hour and 20 seconds", ["one hour", "20 seconds"], ["PT1H", "PT20S"]),
    ("45 mins", ["45 mins"], ["PT45M"]),
    ("14 months after", ["14 months"], ["P14M"]),
    ("a year later", ["a year"], ["P1Y"]),
    ("over 12-13 days", ["12-13 days"], [None]),
    ("12\u201313 days", ["12-13 days"], [None]),
    ("two to three months", ["two to three months"], [None]),
    ("more than a year", ["more than a year"], [None]),
    ("at least two years", ["at least two years"], [None]),
    ("nearly six months", ["nearly six months"], [None]),
    ("up to 30 days", ["up to 30 days"], [None]),
    ("a 20-year-old couple", [], []),
    ("a 20-year old couple", [], []),
    ("20 years old", [], []),
    ("for days, a few weeks, some months", [], []),
    ("a second season", [], []),
    ("10 episodes", [], []),
    ("more than ever", [], []),
]


@pytest.mark.parametrize(("key", "value"), NUMBERS)
def test_one_token_may_be_a_number(key: str, value: int | None) -> None:
    """Digits and number words up to ninety-nine are read, nothing else is."""
    assert parse_number(key) == value


@pytest.mark.parametrize(("key", "value"), ORDINALS)
def test_one_token_may_be_an_ordinal(key: str, value: int | None) -> None:
    """Ordinals in words and digits are read, cardinals are not."""
    assert parse_ordinal(key) == value


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_numbers_are_found_with_their_value(text: str, expected: list[tuple[str, int]]) -> None:
    """A number of several words is one; vague words are none."""
    found = find_quantities(tokens_of(text))

    assert [(text[q.start : q.end], q.value) for q in found] == expected


def test_ordinals_are_marked() -> None:
    """Callers can tell "the fourth" from "four"."""
    assert [q.ordinal for q in find_quantities(tokens_of("four, fourth"))] == [False, True]


@pytest.mark.parametrize(("text", "words", "iso"), DURATIONS)
def test_durations_are_found_as_written(
    text: str,
    words: list[str],
    iso: list[str | None],
) -> None:
    """Exact lengths have an xsd:duration; ranges and bounds have none; ages are no lengths."""
    found = find_durations(tokens_of(text))

    assert [duration.words for duration in found] == words
    assert [duration.iso for duration in found] == iso


def test_range_and_bound_are_kept() -> None:
    """Both ends of a range, its unit and what bounds it can be asked for."""
    (days,) = find_durations(tokens_of("12-13 days"))
    (year,) = find_durations(tokens_of("more than a year"))

    assert (days.low, days.high, days.unit, days.bound) == (12, 13, "day", "")
    assert (year.low, year.high, year.unit, year.bound) == (1, 1, "year", "more than")


def test_tables_have_not_shrunk() -> None:
    """Losing rows of a table is losing tests."""
    sizes = (len(NUMBERS), len(ORDINALS), len(QUANTITIES), len(DURATIONS))

    assert sizes >= (17, 18, 16, 23)


WORDS = st.sampled_from(
    [
        *("one", "two", "hundred", "thousand", "million", "dozen", "and", "a", "5", "1.5", "-"),
        *("to", "year", "days", "more", "than", "twenty-two", "third", "two-minute", "old"),
    ],
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_finders_stay_within_their_tokens(text: str) -> None:
    """Whatever the words, places are in order, do not overlap and fit their offsets."""
    tokens = tokens_of(text)

    for found in (find_quantities(tokens), find_durations(tokens)):
        last = 0
        for item in found:
            assert last <= item.first < item.last <= len(tokens)
            assert (item.start, item.end) == (tokens[item.first].start, tokens[item.last - 1].end)
            last = item.last

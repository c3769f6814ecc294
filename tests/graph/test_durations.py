"""Running times in words become durations."""

import pytest

from showgraph.graph.accepting.durations import parse_running_time


@pytest.mark.parametrize(
    ("words", "duration"),
    [
        ("two minutes", "PT2M"),
        ("two-minute", "PT2M"),
        ("2 minutes", "PT2M"),
        ("a minute", "PT1M"),
        ("an hour", "PT1H"),
        ("ninety seconds", "PT1M30S"),
        ("1 minute and 30 seconds", "PT1M30S"),
        ("one hour, five minutes", "PT1H5M"),
        ("Forty-five seconds", "PT45S"),
        ("120 minutes", "PT2H"),
        ("PT2M", "PT2M"),
        ("PT90S", "PT1M30S"),
        ("PT1H30M", "PT1H30M"),
    ],
)
def test_running_times_are_read(words: str, duration: str) -> None:
    """Numbers in words and digits give the canonical form."""
    assert parse_running_time(words) == duration


@pytest.mark.parametrize(
    "words",
    [
        "",
        "over two minutes",
        "two",
        "two to three minutes",
        "2-3 minutes",
        "two and a half minutes",
        "minutes",
        "zero seconds",
        "PT",
        "two moments",
        "14 months",
    ],
)
def test_other_words_are_no_running_time(words: str) -> None:
    """What is not exactly one duration gives none."""
    assert parse_running_time(words) is None

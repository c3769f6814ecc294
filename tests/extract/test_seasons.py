"""Seasons are read by number, ordinal, range and mark."""

import pytest

from showgraph.extract.text.sentences import read_sentences
from showgraph.extract.values.seasons import find_seasons

CASES = [
    ("Iron Tide Season 2 is here.", [("Season 2", ("2",), False, "")]),
    ("Iron Tide season two is here.", [("season two", ("2",), False, "")]),
    ("The second season is here.", [("second season", ("2",), False, "")]),
    ("The 3rd season is here.", [("3rd season", ("3",), False, "")]),
    ("S4 is here.", [("S4", ("4",), False, "")]),
    ("The second and third seasons came.", [("second and third seasons", ("2", "3"), False, "")]),
    ("A look at Season 1,2 & 3 of it.", [("Season 1,2 & 3", ("1", "2", "3"), False, "")]),
    ("A recap of Season 1-3 of it.", [("Season 1-3", ("1", "2", "3"), False, "")]),
    ("Seasons 13 and 14 come.", [("Seasons 13 and 14", ("13", "14"), False, "")]),
    ("The fourth and final season.", [("fourth and final season", ("4",), True, "")]),
    ("The final season is near.", [("final season", (), True, "")]),
    ("The new season is near.", [("new season", (), False, "latest")]),
    ("Its sophomore season is near.", [("sophomore season", ("2",), False, "")]),
    ("A debut season of ten parts.", [("debut season", ("1",), False, "")]),
    ("Her debut is near.", []),
    ("Season 4 premieres.", [("Season 4", ("4",), False, "")]),
    ("Four seasons were made.", []),
    ("The seasons change.", []),
    ("Season 1999 is a year.", [("Season", (), False, "")]),
    ("The 25-episode second season.", [("second season", ("2",), False, "")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_seasons(text: str, expected: list[tuple[str, tuple[str, ...], bool, str]]) -> None:
    """Each mention gives its words, its numbers, and whether it is final or the latest."""
    (sentence,) = read_sentences(text)
    tokens = sentence.tokens
    found = [
        (text[tokens[m.first].start : tokens[m.last - 1].end], m.numbers, m.final, m.relative)
        for m in find_seasons(tokens)
    ]

    assert found == expected

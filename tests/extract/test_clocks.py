"""Times of the day are found, numbers that are none are left alone."""

import pytest

from showgraph.extract.text.tokens import tokenize
from showgraph.extract.text.views import normalise
from showgraph.extract.values.clocks import find_clocks


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("at 9 p.m. ET on Peacock", ["9 p.m. ET"]),
        ("at 9/8c on Peacock", ["9/8c"]),
        ("at 10:30pm tonight", ["10:30pm"]),
        ("at 8 PM IST", ["8 PM IST"]),
        ("9 of 10 episodes", []),
        ("season 9", []),
        ("a 10-episode run", []),
        ("", []),
    ],
)
def test_clocks(text: str, clocks: list[str]) -> None:
    """A clock has a half of the day or two zones; its zone belongs to it."""
    view = normalise(text)
    tokens = tokenize(view, 0, len(view.text))
    found = [text[tokens[a].start : tokens[b - 1].end] for a, b in find_clocks(tokens)]
    assert found == clocks

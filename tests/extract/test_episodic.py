"""What only something in episodes has makes a phrase the title of a series."""

import pytest

from extract.reading import records

CASES = [
    ("Ana Bell spoke to fans with Iron Tide's new showrunner Omar Reyes.", True),
    ("The last episode of Iron Tide made Ana Bell cry.", True),
    ("Ana Bell, who was the showrunner of Iron Tide, is back.", True),
    ("Critics still praise Iron Tide, with 86 episodes behind it.", True),
    ("Iron Tide ran for six seasons before Ana Bell left.", True),
    ("Critics came to see the Iron Tide series finale.", True),
    ("The parts were directed by Ana Bell and Iron Tide, with 4 episodes each.", False),
    ("Ana Bell took a ride on Iron Tide with six friends.", False),
    ("The last match of Iron Tide made Ana Bell cry.", False),
]


@pytest.mark.parametrize("word", ["Former", "Fellow", "Costume", "Veteran"])
def test_what_tells_trades_apart_is_no_title(word: str) -> None:
    """A word that says which showrunner or creator is meant names no series."""
    found = records(f"The show opened in May. {word} showrunner Ben Hart was glad.")
    assert word not in {r["subject"] for r in found}


@pytest.mark.parametrize(("sentence", "named"), CASES)
def test_what_has_episodes_or_a_showrunner_is_a_series(sentence: str, *, named: bool) -> None:
    """A showrunner, counted episodes and a series finale name a series; a match names none."""
    text = f"{sentence} It stars Zoe Hart.\n\nThe show was loved by the critics."
    subjects = {r["subject"] for r in records(text) if r["relation"] == "cast_member"}
    assert ("Iron Tide" in subjects) is named

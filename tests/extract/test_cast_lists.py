"""Lists of actors without characters: what stands between, before and behind the names."""

from typing import Final

import pytest

from extract.reading import facts

MAIN: Final = 'The drama series "Iron Tide" opens on Friday. '

#: Sentence, and who is of the cast by it.
ROWS: Final[list[tuple[str, set[str]]]] = [
    # what says who somebody is stands in front of the name
    (
        "It stars Danish actress Ana Bell, Emmy winner Omar Reyes and rising star Zoe Hart.",
        {"Ana Bell", "Omar Reyes", "Zoe Hart"},
    ),
    (
        "The cast includes Gulls of Salt's Ana Bell, The Lamp's Omar Reyes and Sam Cole.",
        {"Ana Bell", "Omar Reyes", "Sam Cole"},
    ),
    (
        "Low Water star Ana Bell, veteran actor Omar Reyes and GULL's Sora will star.",
        {"Ana Bell", "Omar Reyes", "Sora"},
    ),
    (
        "It features Ana Bell, Omar Reyes and Lisbon newbies, Zoe Hart and Sam Cole.",
        {"Ana Bell", "Omar Reyes", "Zoe Hart", "Sam Cole"},
    ),
    ("It stars the Emmy-winning Ana Bell and Omar Reyes.", {"Ana Bell", "Omar Reyes"}),
    (
        "Rising stars Ana Bell and Zoe Hart are in it. The cast includes Omar Reyes (Salt Road).",
        {"Omar Reyes"},
    ),
    # nicknames part a name, and works in quotes stand before one
    (
        "It stars Chioma 'Chigul' Omeru, Omar \"Big Man\" Reyes and Zoe Hart.",
        {"Chioma 'Chigul' Omeru", 'Omar "Big Man" Reyes', "Zoe Hart"},
    ),
    (
        "The cast includes M. Nair, Y.G. Mahen, and 'Saltroad' Naren.",
        {"M. Nair", "Y.G. Mahen", "Naren"},
    ),
    ("Directed by Jo Park, Ana Bell and Omar Reyes star.", set()),
    # brackets hold past works, and a comma may be missing behind one
    (
        "Ana Bell (Low Water), Zoe Hart (Salt Road) Omar Reyes (The Lamp) and Sam Cole also star.",
        {"Ana Bell", "Zoe Hart", "Omar Reyes", "Sam Cole"},
    ),
    # a list may say that it is none of all
    ("Ana Bell, Omar Reyes, and others star in the series.", {"Ana Bell", "Omar Reyes"}),
    ("Cast: Ana Bell, Omar Reyes, and others", {"Ana Bell", "Omar Reyes"}),
    ("Ana Bell, Omar Reyes and many more will be seen in key roles.", {"Ana Bell", "Omar Reyes"}),
    (
        "It stars Ana Bell, Ace Hart, Omar Reyes and even Zoe Hart.",
        {"Ana Bell", "Ace Hart", "Omar Reyes", "Zoe Hart"},
    ),
    (
        "Low Water fame Ana Bell and Salt Road actress Zoe Hart will play the leads.",
        {"Ana Bell", "Zoe Hart"},
    ),
    (
        "Ana Bell of Low Water fame and Omar Reyes of Salt fame will be seen in key roles.",
        {"Ana Bell", "Omar Reyes"},
    ),
    ("It stars the iconic Emmy and Tony award winning Ana Bell.", {"Ana Bell"}),
    ("It stars Ana Bell and Zoe Hart as well as Kit Wells.", {"Ana Bell", "Zoe Hart", "Kit Wells"}),
    # who joins whom, and who leads
    (
        "Ana Bell and Zoe Hart will join Omar Reyes for the new season.",
        {"Ana Bell", "Zoe Hart", "Omar Reyes"},
    ),
    (
        "The cast is headlined by Ana Bell, Omar Reyes and Salt Road actor Sam Cole.",
        {"Ana Bell", "Omar Reyes", "Sam Cole"},
    ),
    ("Production is being led by Ana Bell.", set()),
    ("Sam Flint and Dora join Mia in the hunt.", set()),
    # makers and actors stand in lists of their own
    ("It was made by director Jo Park and actor Ana Bell.", set()),
]


@pytest.mark.parametrize(("sentence", "cast"), ROWS)
def test_a_list_of_actors_is_read_to_its_end(sentence: str, cast: set[str]) -> None:
    """Nobody is lost behind an epithet, and no epithet is a name."""
    assert {who for _, who in facts(MAIN + sentence, "cast_member")} == cast


def test_actors_behind_a_maker_make_nothing() -> None:
    """What says that somebody acts ends the list of those who made a series."""
    text = MAIN + "It is by series creator Jo Park and actor Ana Bell."
    assert facts(text, "creator") == {("Iron Tide", "Jo Park")}


def test_rows_are_not_lost() -> None:
    """The table keeps its size."""
    assert len(ROWS) >= 23

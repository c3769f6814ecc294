"""Facts of other shows, of spin-offs and of plans that were moved do not go to the main one."""

from typing import Final

import pytest

from extract.reading import facts, records

MAIN: Final = 'The series "Iron Tide" opens on Friday. '

#: Text, relation, and the facts read from it.
ROWS: Final = [
    (
        (
            "Ana Bell joins the cast of the Peacock series Iron Tide. Bell, 46, played Dora Flint "
            "in the Hulu soap. It saw her fight Mia Reid (Zoe Hart)."
        ),
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "The untitled series takes place in Lisbon. Omar Reyes created the series.",
        "creator",
        set(),
    ),
    (
        MAIN + "Peacock is bringing back the show, as well as a drama starring Zoe Hart.",
        "cast_member",
        set(),
    ),
    (
        MAIN + "Ana Bell is best known for playing Dora Flint on the show and for her role as Mia "
        "Reid elsewhere.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        (
            "Iron Tide season 1 is being compared with Salt Road, the acclaimed crime drama "
            "created by Omar Reyes and starring Kay Moss. Salt Road season 2 is near. Iron Tide, "
            "created by Ana Bell, goes its own way."
        ),
        "creator",
        {("Salt Road", "Omar Reyes"), ("Iron Tide", "Ana Bell")},
    ),
    (
        "Salt Road season 2 is near. "
        + MAIN
        + "Unlike Salt Road, the crime drama was created by Ana Bell.",
        "creator",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        (
            "The spin-off of Iron Tide will be called Low Water. Iron Tide season 2 is out. "
            "Low Water is created by Omar Reyes, who was an executive producer on Iron Tide."
        ),
        "creator",
        {("Low Water", "Omar Reyes")},
    ),
    (
        MAIN + "The Peacock spin-off of Iron Tide has no name yet. Ana Bell will not appear in "
        "the spin-off.",
        "cast_member",
        set(),
    ),
    (MAIN + "The Peacock spin-off of Iron Tide has no name yet.", "platform", set()),
    (
        "Peacock has cancelled Paper Coast after two seasons. The series starred Ana Bell.",
        "season_status",
        {("Paper Coast", "cancelled")},
    ),
    (
        "Peacock has cancelled Paper Coast after two seasons. The series starred Ana Bell.",
        "cast_member",
        {("Paper Coast", "Ana Bell")},
    ),
    (
        (
            "The creators of Night Bus, Ada Ross and Ben Ross, are married. Night Bus was first "
            "shown on Channel 4 in 2017."
        ),
        "creator",
        {("Night Bus", "Ada Ross"), ("Night Bus", "Ben Ross")},
    ),
    (
        MAIN + "Short Days, starring Ivy Lund as Bea, is said to be much like it.",
        "cast_member",
        set(),
    ),
    (
        (
            '"Iron Tide" has been renewed for a second season, while "Salt Road" has been axed '
            'after one season. "Iron Tide" creator Ana Bell will return as showrunner; Sam Cole, '
            'who ran the first season of "Salt Road", will join her.'
        ),
        "showrunner",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "The first season of Iron Tide was set in Salt Bay and shot in Iceland.",
        "location",
        {("Iron Tide / season 1", "Salt Bay")},
    ),
    (
        MAIN + "The first season of Iron Tide was set in Salt Bay and shot in Iceland.",
        "filming_location",
        {("Iron Tide / season 1", "Iceland")},
    ),
    (
        MAIN + "Ana Bell, best known for playing Mel in Salt Road, stars in Iron Tide.",
        "worked_on",
        {("Ana Bell", "Salt Road")},
    ),
    (
        MAIN + "Omar Reyes had previously appeared in Night Ferry as Dr Holm.",
        "cast_member",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "relation", "expected"), ROWS)
def test_each_show_has_its_own_facts(
    text: str,
    relation: str,
    expected: set[tuple[str, str]],
) -> None:
    """A described show set beside a title is that title; a spin-off is not what it comes from."""
    assert facts(text, relation) == expected


def test_no_negated_claim_about_the_parent_of_a_spin_off() -> None:
    """Who is not in the spin-off may well be in the series it comes from."""
    text = MAIN + "Iron Tide star Ana Bell will not appear in the Peacock spin-off of Iron Tide."
    assert [r for r in records(text) if r["status"] == "negated"] == []


def test_what_was_set_in_a_place_is_no_plan() -> None:
    """The word of "is set to open" is none in "was set in a town"."""
    text = MAIN + "The first season of Iron Tide was set in Salt Bay and shot in Iceland."
    assert {r["status"] for r in records(text) if r["relation"] == "filming_location"} == {
        "asserted"
    }


MOVED: Final = [
    ("Season 2 was due on May 3, 2024 but has been pushed back.", "possible"),
    (
        "Season 2 will premiere on May 3, 2024, but its release has since been moved to 2025.",
        "possible",
    ),
    ("Season 2 premiered on May 3, 2024; season 3 was due in 2025 but was delayed.", "asserted"),
    ("Season 2 premiered on May 3, 2024 but the tour was called off.", "asserted"),
]


@pytest.mark.parametrize(("text", "status"), MOVED)
def test_a_date_that_was_moved_is_not_planned(text: str, status: str) -> None:
    """What a sentence goes on to take back is no date any more."""
    found = {r["status"] for r in records(MAIN + text) if r["object"] == "2024-05-03"}
    assert found == {status}


def test_it_is_the_series_that_the_sentence_before_names() -> None:
    """An earlier season stays out of "it" where the whole series came between."""
    text = (
        "Ana Bell and Omar Reyes starrer Iron Tide Season 4 is out. The web series began "
        "on Peacock in 2016. It has been loved by fans from its very first day."
    )
    about = {r["subject"] for r in records(text) if r["rule"] == "statement.reception"}
    assert about == {"Iron Tide"}


def test_a_spoken_question_denies_nothing() -> None:
    """Who asks "why should we not?" is asking, and has not said that we do not."""
    text = MAIN + 'Iron Tide stars Ana Bell. Bell says: "So why should we not grow as people too?"'
    found = {r["status"] for r in records(text) if r["relation"] == "statement"}
    assert found == {"asked"}


def test_a_role_is_no_part_of_a_title() -> None:
    """Who plays Ruth in a series plays in that series, not in one called "Ruth in ..."."""
    text = "Kay Moss plays Ruth in Harrow, the Peacock series created by Ana Bell."
    assert facts(text, "creator") == {("Harrow", "Ana Bell")}
    assert facts(text, "cast_member") == {("Harrow", "Kay Moss")}


def test_the_paper_that_asks_is_not_who_speaks() -> None:
    """A name that only a comma parts from the speaker's does not speak with them."""
    text = MAIN + "Iron Tide stars Ana Bell. In a talk with The Post, Ana Bell spoke of Iron Tide."
    speakers = {r["speaker"] for r in records(text) if r["relation"] == "statement"}
    assert speakers == {"Ana Bell"}


@pytest.mark.parametrize("verb", ["begins", "will begin", "is set to start", "starts"])
def test_the_start_of_filming_is_no_release(verb: str) -> None:
    """What begins in March is the filming, whatever season was named before."""
    text = MAIN + f"After season 1 of Iron Tide, Ana Bell said that filming {verb} in March 2024."
    assert facts(text, "premiere_date", date="2023-01-10") - {("Iron Tide", "2023-01-13")} == set()

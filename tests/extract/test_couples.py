"""What the pair of a story is to each other, by season and without guessing."""

import pytest

from extract.reading import records

INTRO = (
    "The trailer of Iron Tide Season 4 is out. "
    'The series "Iron Tide" stars Ana Bell as Dora Flint and Omar Reyes as Sam Cole.\n\n'
    "The plot of Iron Tide follows Dora and Sam.\n\n"
)
CASES = [
    ("Dora and Sam are a couple.", {("couple", None)}),
    (
        "In the third season Dora and Sam are in a long-distance relationship.",
        {("long-distance", "3")},
    ),
    ("Dora and Sam have been in a live-in relationship.", {("cohabitation", None)}),
    ("Dora and Sam live together.", {("cohabitation", None)}),
    ("Season 2 shows Dora and Sam living together.", {("cohabitation", "2")}),
    ("Nobody knows if Dora and Sam are a couple.", set()),
    ("Dora and Sam are not a couple.", set()),
    ("In season 4 Dora and Sam are reunited.", {("reunion", "4")}),
    ("Season 4 begins after Dora and Sam parted ways.", {("separation", None)}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_relationships(text: str, expected: set[tuple[str, str | None]]) -> None:
    """The kind of relationship and the season that the sentence itself gives."""
    found = {
        (r["qualifiers"]["kind"], r["qualifiers"].get("season"))
        for r in records(INTRO + text)
        if r["relation"] == "relationship"
    }
    assert found == expected


def test_two_pairs_leave_it_open() -> None:
    """With two pairs named equally often nobody knows which couple is meant."""
    text = (
        'The series "Iron Tide" stars Ana Bell as Dora Flint, Omar Reyes as Sam Cole, '
        "Kim Seo-jun as Jun Park and Zoe Hart as Mia Lund. "
        "The plot follows Dora and Sam. The plot follows Jun and Mia. The couple is in love."
    )
    assert not [r for r in records(text) if r["relation"] == "relationship"]


def test_the_age_of_a_couple_is_that_of_both() -> None:
    """Twenty-year-old lovers: both are of that age."""
    ages = {
        (r["subject"], r["object"])
        for r in records(INTRO + "Dora and Sam are a 30-year-old couple.")
        if r["relation"] == "character_age"
    }
    assert ages == {("Dora Flint", "30"), ("Sam Cole", "30")}


def test_the_words_about_a_couple_say_whom_they_mean() -> None:
    """The evidence of a relationship and of an age names both, in the clause or beside it."""
    text = INTRO + "The couple, a 30-year-old pair, shares a flat. Dora and Sam are a couple."
    found = [r for r in records(text) if r["relation"] in {"relationship", "character_age"}]

    assert found
    for record in found:
        quotes = " | ".join(evidence["quote"] for evidence in record["evidence"])
        assert "Dora" in quotes
        assert "Sam" in quotes


def test_the_plot_of_the_series_is_of_no_season() -> None:
    """A season named before goes no further than to a sentence about the whole series."""
    text = "Its first season ran on Peacock. The plot of the series follows a cohabiting couple."
    kinds = {
        (r["qualifiers"]["kind"], r["qualifiers"].get("season"))
        for r in records(INTRO + text)
        if r["relation"] == "relationship"
    }
    assert ("cohabitation", None) in kinds


CUES = [
    ("A Blue Door Media creation, Iron Tide began late.", "creator", "creation"),
    ("Ana Bell and Omar Reyes starrer Iron Tide Season 2 is here.", "cast_member", "starrer"),
    (
        "The series was made by Omar Reyes, who played the lead role with Ana Bell.",
        "cast_member",
        "lead role",
    ),
]


@pytest.mark.parametrize(("text", "relation", "cue"), CUES)
def test_the_first_stretch_holds_the_cue(text: str, relation: str, cue: str) -> None:
    """A reader of the first quote sees the word that says it."""
    lead = "The web series Iron Tide is over. "
    quotes = [r["evidence"][0]["quote"] for r in records(lead + text) if r["relation"] == relation]

    assert quotes
    assert all(cue in quote for quote in quotes)

"""The headings of a page that lists series are their titles."""

import pytest

from extract.reading import facts
from showgraph.extract.rulepack.pack import load_pack
from showgraph.extract.text.names import read_capitals
from showgraph.extract.text.sentences import read_sentences
from showgraph.extract.titles.listpages import lists_series
from showgraph.extract.titles.survey import survey_titles
from showgraph.extract.titles.titles import decide_titles


def _series(text: str) -> set[str]:
    pack = load_pack()
    sentences = read_sentences(text)
    survey = survey_titles(sentences, pack.titles, pack.gazetteer, read_capitals(sentences))
    found = decide_titles(survey, pack.titles)
    return {title.name for title in found if title.kind == "series"}


_PAGE = """{head}

{opening}

{line}

A weary sailor (Ana Bell) comes home and finds that her father (Omar Reyes) is gone.

Where to Watch

It can be seen now, and it will be seen by many.
"""


@pytest.mark.parametrize(
    ("head", "opening"),
    [
        ("Five new sitcoms to look forward to", "Autumn is near."),
        (
            "10 New K-Dramas To Look Forward To",
            "Autumn has many k-dramas, and every drama series is new.",
        ),
        ("The best shows on Peacock right now", "Autumn is near."),
        ("Gone too soon", "All of these shows were over after ten parts."),
        ("What to watch", "Here are our seven favourite sitcoms of the year."),
    ],
)
@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Iron Tide", "Iron Tide"),
        ("9. The Battle of Salt (USA, 2000)", "The Battle of Salt"),
        ("King of Salt", "King of Salt"),
    ],
)
def test_the_headings_of_a_list_of_series_are_titles(
    head: str, opening: str, line: str, title: str
) -> None:
    """The headline or the opening counts series; parts of the page stay parts of it."""
    assert _series(_PAGE.format(head=head, opening=opening, line=line)) == {title}


@pytest.mark.parametrize(
    ("head", "opening"),
    [
        ("Five films and shows to look forward to", "Autumn is near."),
        ("The ten best actors of the new sitcoms", "Autumn is near."),
        ("What we know of the series", "The series has a season and it is long."),
        ("Gone too soon", "The show was over after ten parts."),
    ],
)
def test_headings_of_other_pages_are_none(head: str, opening: str) -> None:
    """A page about one series, about people or about films too says nothing of its headings."""
    assert _series(_PAGE.format(head=head, opening=opening, line="Iron Tide")) == set()


def test_a_heading_among_titles_is_one() -> None:
    """Where most headings are titles by other signs, so is the one without any."""
    text = """New this month

Low Water (Peacock)

The drama is long.

Salt Road (Hulu)

The comedy series is funny.

{line}

A weary sailor comes home.
"""
    assert "Iron Tide" in _series(text.format(line="Iron Tide"))
    assert "Coming Soon" not in _series(text.format(line="Coming Soon"))


def test_a_list_is_said_before_the_first_heading() -> None:
    """What stands under a heading says nothing of the page, and an empty text lists nothing."""
    text = "News\n\nAll quiet.\n\nIron Tide\n\nThe best dramas of the year are these five.\n"
    assert not lists_series(read_sentences(text))
    assert not lists_series(())


def test_a_channel_may_end_a_heading() -> None:
    """A line of a title and a channel says where the series runs."""
    text = """New pilots

Iron Tide NBC

It stars Ana Bell.

Salt of the Sea The CW

It stars Omar Reyes.

Lamp Fox

It stars Dan Moor.

New On Hulu

It is good.
"""
    assert facts(text, "platform") == {
        ("Iron Tide", "NBC"),
        ("Salt of the Sea", "The CW"),
        ("Lamp", "Fox"),
    }


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("50m2 (Peacock)", "50m2"),
        (
            "- Salt: Fort Tide, Wednesdays at 9 p.m. on Peacock (premiered in March)",
            "Salt: Fort Tide",
        ),
    ],
)
def test_odd_lines_name_their_series(line: str, title: str) -> None:
    """A number with letters, and a title with a colon before its weekday, are read whole."""
    assert title in _series(f"New this month\n\n{line}\n\nThe drama series is near.\n")


def test_a_line_about_an_episode_is_no_title() -> None:
    """A heading that speaks of a part of a series is none."""
    text = "Who is Dora?\n\nDora in Episode 8 of Iron Tide\n\nThe series is long.\n"
    assert all("Episode" not in title for title in _series(text))


def test_a_title_with_a_colon_heads_its_part() -> None:
    """A line in two halves over a paragraph is a heading, not a field of what stands above."""
    text = """Five new shows of the week

Iron Tide

This drama series stars Ana Bell.

Where to watch: Peacock

Salt: The Long Road Home

The series follows two bakers who come home after many years and find that nothing is as it was.
It stars Omar Reyes. This is a promising drama series about bread and salt.
"""
    assert facts(text, "cast_member") == {
        ("Iron Tide", "Ana Bell"),
        ("Salt: The Long Road Home", "Omar Reyes"),
    }


def test_the_number_that_a_headline_counts_to_is_no_part_of_a_title() -> None:
    """The first of fifteen is "15 Iron Tide"."""
    text = "15 great shows\n\n15 Iron Tide\n\nIron Tide is a series by Ana Bell. It is long.\n"
    assert _series(text) == {"Iron Tide"}


@pytest.mark.parametrize("line", ["Way Too Soon", "2003 by Ana Bell"])
def test_what_heads_no_series_in_a_list(line: str) -> None:
    """How soon they were over, and who made them when, are no titles."""
    assert _series(f"Ten shows that were good\n\n{line}\n\nThe drama series was long.\n") == set()


def test_a_series_with_its_number_heads_a_part() -> None:
    """In British pages seasons are series."""
    text = "All new shows\n\nThe Tide series 3\n\nThis drama series is long. It goes on.\n"
    assert _series(text) == {"The Tide"}


def test_a_heading_over_the_film_is_no_series() -> None:
    """In a list of films and shows a line over a text about "the film" names a film."""
    text = """Ten films and shows of the week

1. Low Water - Peacock (March 3)

Low Water tells of a sailor. The film mirrors the harsh lives of those at sea.

2. Iron Tide - Peacock (March 4)

The eight-episode drama series tells of a detective, unlike the film Salt Road.
"""
    assert _series(text) == {"Iron Tide"}


@pytest.mark.parametrize(
    "said",
    [
        "Every podcast has its fans, and this podcast as well.",
        "The fringe has many a venue, and a theatre is the best of them.",
    ],
)
def test_lists_of_other_shows_are_no_lists_of_series(said: str) -> None:
    """Shows for the ear and on the stage have headings of their own."""
    text = f"Ten of the best shows\n\n{said}\n\nIron Tide\n\nThe show is long, a fine one.\n"
    assert _series(text) == set()
    assert _series(text.replace(said, "Each has a season.")) == {"Iron Tide"}

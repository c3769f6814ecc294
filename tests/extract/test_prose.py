"""Reviews, recaps, features and lists: which series a line or a phrase of them is about."""

import pytest

from extract.reading import facts

_ROUND_UP = """Winter round-up, week 3

Over the Harbour (Peacock)
Set by the sea, this weary and rather lovely drama stars Ana Bell.

Iron Tide, Sundays at 9 p.m. on HBO (Premiered March 16)
New series
Starring Omar Reyes and Zoe Hart

American Tinker (season premiere) on Friday
It stars Kay Moss.
"""

_RECAP = """'Iron Tide', season 2.

Lim Ik-su (Choi Jung-oh), Han Jae-rin (Yang Yeo-na), Ko Sung-mi (Jung Mi-ra) run.

Ik-su waits for Jae-rin.
"""


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        (
            _ROUND_UP,
            "cast_member",
            {
                ("Over the Harbour", "Ana Bell"),
                ("Iron Tide", "Omar Reyes"),
                ("Iron Tide", "Zoe Hart"),
                ("American Tinker", "Kay Moss"),
            },
        ),
        (_ROUND_UP, "premiere_date", {("Iron Tide", "--03-16")}),
        (
            "Iron Tide - A Review\n\nCreated by Ana Bell. The series runs for ten episodes.",
            "creator",
            {("Iron Tide", "Ana Bell")},
        ),
        ("Iron Tide - A Review\n\nPainted by Ana Bell. The picture is large.", "creator", set()),
        (
            'The series "Iron Tide" is on. Peacock\'s war drama Nobody stars Ana Bell.',
            "cast_member",
            {("Nobody", "Ana Bell")},
        ),
        (
            'The series "Iron Tide" is on. This clever and moving drama stars Ana Bell.',
            "cast_member",
            {("Iron Tide", "Ana Bell")},
        ),
        (
            'The series "Iron Tide" is on. This makes good drama, starring Ana Bell or not.',
            "genre",
            set(),
        ),
        (
            _RECAP,
            "cast_member",
            {
                ("Iron Tide", "Choi Jung-oh"),
                ("Iron Tide", "Yang Yeo-na"),
                ("Iron Tide", "Jung Mi-ra"),
            },
        ),
        (
            'HBO\'s drama series "Iron Tide" (Sunday), the special Salt Road (Wednesday) are on.',
            "cast_member",
            set(),
        ),
        (
            "The comedy Rosa's Harbour premieres on Hulu. It is a series about boats.",
            "platform",
            {("Rosa's Harbour", "Hulu")},
        ),
    ],
)
def test_prose_speaks_of_its_series(
    text: str, relation: str, expected: set[tuple[str, str]]
) -> None:
    """What prose says goes to the series it is about, and what names none goes to none."""
    assert facts(text, relation) == expected


_SCORECARD = """Renewal scorecard: what is coming back, what is gone

All series of this year, by network

Iron Tide: Officially cancelled
Low Water: Christmas special airs Dec. 22; Renewed for Season 4
Salt Road: Season 2 finale aired June 18; Renewed for Season 3
Blue Door: Season 1 finale aired in May; Officially cancelled. Renewed by Peacock for Season 2.
"""

_RANKED = """The best Peacock series of the decade

10 Dear, Ana (2020 - 2022)

The series stars Omar Reyes.

9 Low Water (2019 - 2021)

low-water.jpg

Created by / Stars: Zoe Hart, Kay Moss

8 Blue Door

Watch on Hulu

Release date: 4 June 2021

Dan Moor heads the cast of this drama.
"""


def test_a_scorecard_says_what_became_of_each_series() -> None:
    """A line of a table is about the series that it begins with, each for itself."""
    assert facts(_SCORECARD, "season_status") == {
        ("Iron Tide", "cancelled"),
        ("Low Water", "renewed"),
        ("Salt Road", "renewed"),
        ("Blue Door", "cancelled"),
        ("Blue Door", "renewed"),
    }


def test_a_ranked_list_counts_its_series() -> None:
    """Numbers that follow one another are no part of titles; years in brackets are none either."""
    assert facts(_RANKED, "cast_member") == {
        ("Dear, Ana", "Omar Reyes"),
        ("Low Water", "Zoe Hart"),
        ("Low Water", "Kay Moss"),
        ("Blue Door", "Dan Moor"),
    }
    assert facts(_RANKED, "creator") == {("Low Water", "Zoe Hart"), ("Low Water", "Kay Moss")}
    assert facts(_RANKED, "premiere_date") == {
        ("Dear, Ana", "2020"),
        ("Low Water", "2019"),
        ("Blue Door", "2021-06-04"),
    }
    assert facts(_RANKED, "platform") == {
        ("Dear, Ana", "Peacock"),
        ("Low Water", "Peacock"),
        ("Blue Door", "Hulu"),
    }


def test_a_given_name_beside_a_full_name_has_its_surname() -> None:
    """Of "Ana and Omar Reyes" neither is a maker called Ana."""
    text = 'The series "Iron Tide" was created by Ana and Omar Reyes.'
    assert facts(text, "creator") == {("Iron Tide", "Ana Reyes"), ("Iron Tide", "Omar Reyes")}


_CHANNELS = """Ten picks for the week

Iron Tide - ITV

Ana Bell is masterful in this drama series.

Low Water, BBC One review - a tale of the sea

Omar Reyes stars in the series.

Blue Door (2016) [Sky Atlantic]

Zoe Hart stars in the series.

Tide 1992 - The Kay Moss Story

Director: Dan Moor

No of episodes: 8
"""


def test_headings_that_end_in_a_channel_name_series() -> None:
    """A line "X - Channel" is about X, and what stands under it speaks of X."""
    assert facts(_CHANNELS, "platform") == {
        ("Iron Tide", "ITV"),
        ("Low Water", "BBC One"),
        ("Blue Door", "Sky Atlantic"),
    }
    assert facts(_CHANNELS, "cast_member") == {
        ("Iron Tide", "Ana Bell"),
        ("Low Water", "Omar Reyes"),
        ("Blue Door", "Zoe Hart"),
    }
    assert facts(_CHANNELS, "director") == {("Tide 1992 - The Kay Moss Story", "Dan Moor")}


def test_who_is_asked_is_no_series() -> None:
    """A heading over questions names who answers them."""
    text = (
        'Season 2 of Peacock\'s drama "Iron Tide" is near. Ana Bell is in it.\n\n'
        "Ana Bell\n\nQ: Is it good?\nA: It is.\n\nOmar Reyes\n\nQ: Is it long?\nA: Yes, on Hulu."
    )
    assert facts(text, "platform") == {("Iron Tide", "Peacock")}


_CALENDAR = """Summer TV: calendar of season premieres

Iron Tide: NBC, May 31 (Wednesday, 9 ET/PT)

Ana Bell stars in the comedy.

Low Water
9/8c, TNT
This season, Captain Flint (Omar Reyes) comes home. The series is long.

'Blue Door'

Zoe Hart plays a lonely mother in this drama series.

Salt Road*

What: New medical drama about a harbour.

When: 10 p.m. on NBC.

Cat Street (Hulu) The second season of the comedy stars Kay Moss.

This week brings the return of Netflix's Lamp Street (out June 12) and much else.
"""


def test_a_calendar_gives_each_series_its_place() -> None:
    """Lines of channels, hours and days belong to the series beside or above them."""
    assert facts(_CALENDAR, "platform", date="2024-05-20") == {
        ("Iron Tide", "NBC"),
        ("Low Water", "TNT"),
        ("Salt Road", "NBC"),
        ("Cat Street", "Hulu"),
        ("Lamp Street", "Netflix"),
    }
    assert facts(_CALENDAR, "premiere_date", date="2024-05-20") == {
        ("Iron Tide", "2024-05-31"),
        ("Lamp Street", "2024-06-12"),
    }
    assert facts(_CALENDAR, "cast_member") >= {
        ("Iron Tide", "Ana Bell"),
        ("Low Water", "Omar Reyes"),
        ("Blue Door", "Zoe Hart"),
    }


def test_a_number_is_part_of_a_title_that_is_always_written_with_it() -> None:
    """What stands again and again with a number is called so; a day before a name is not."""
    text = (
        "The trailer for 14 Lamps is here. The drama series 14 Lamps stars Ana Bell. Watch 14 Lamps"
        " on Hulu."
    )
    assert facts(text, "cast_member") == {("14 Lamps", "Ana Bell")}
    other = "On May 3 Lamps was shown. The drama series Lamps stars Ana Bell, says 1 fan."
    assert facts(other, "cast_member") == {("Lamps", "Ana Bell")}


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        (
            "Bell is adapting her book Iron Tide for television. The series stars Omar Reyes.",
            "cast_member",
            {("Iron Tide", "Omar Reyes")},
        ),
        (
            "What to watch\n\nIron Tide\nITV1, Sunday 9pm\n\nThe drama stars Omar Reyes.",
            "platform",
            {("Iron Tide", "ITV1")},
        ),
        (
            "A sitcom is back. Bell's co-star is Zoe Hart, playing Dora. Bell's co-star is good.",
            "cast_member",
            set(),
        ),
        (
            "Low Water - My rating: 8/10\n\nThe series stars Ana Bell. Low Water is long.",
            "cast_member",
            {("Low Water", "Ana Bell")},
        ),
    ],
)
def test_a_text_says_in_passing_what_it_is_about(
    text: str, relation: str, expected: set[tuple[str, str]]
) -> None:
    """Adaptations, hours and ratings name a series; whose co-star somebody is does not."""
    assert facts(text, relation) == expected


_AXED = """12 shows axed too soon

Iron Tide (2011-2013)

Seasons: 3

The series stars Ana Bell.

1. Low Water - It is hard to say how good this show was. It starred Omar Reyes.
"""


def test_lists_of_ended_series_name_them() -> None:
    """Years in brackets and a dash behind a number name a series."""
    assert facts(_AXED, "season_count") == {("Iron Tide", "3")}
    assert facts(_AXED, "cast_member") == {("Iron Tide", "Ana Bell"), ("Low Water", "Omar Reyes")}


def test_a_counted_series_of_a_title_is_one_of_its_seasons() -> None:
    """In "series three of X" X is a series; in "a series of X" it is not."""
    text = "Few shows were awaited as series three of Tidewater. Tidewater stars Ana Bell."
    assert facts(text, "cast_member") == {("Tidewater", "Ana Bell")}
    other = "It was a long series of Tidewater floods. Few saw them, says Ana Bell."
    assert facts(other, "cast_member") == set()


def test_a_name_that_goes_on_as_a_title_made_nothing() -> None:
    """Whom "directed by Dora the Brave creator Ana Bell" names is not Dora."""
    text = 'The series "Iron Tide" was directed by Dora the Brave creator Ana Bell.'
    assert ("Iron Tide", "Dora") not in facts(text, "director")


def test_what_comes_from_showrunners_is_a_series() -> None:
    """A comma and "from showrunners" name a series."""
    text = "But “Iron Tide,” from showrunners Ana Bell and Omar Reyes, is dull. It is on a boat."
    assert facts(text, "showrunner") == {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")}


def test_an_answer_to_a_series_is_another() -> None:
    """What is measured by a series does not become it."""
    text = (
        'The series "Iron Tide" is here, and not unlike the drama "Low Water". Its answer to "Low'
        ' Water" stars Ana Bell.'
    )
    assert ("Low Water", "Ana Bell") not in facts(text, "cast_member")

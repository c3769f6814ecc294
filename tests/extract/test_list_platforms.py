"""A list of one platform's series says where each of them runs."""

import pytest

from extract.reading import facts

_LIST = """{head}

1. Iron Tide

This drama series follows a weary detective at the harbour.

2. Salt Road

The thriller series is about two bakers{more}.
"""


def _platforms(text: str) -> set[tuple[str, str]]:
    return facts(text, "platform")


@pytest.mark.parametrize(
    "head",
    [
        "Two shows on Peacock that are worth your time",
        "The best dramas streaming on Peacock right now",
        "Peacock's best original series to watch",
        "The 22 Best Peacock Original Series",
        "Netflix is old. These are the two best Peacock original series.",
    ],
)
def test_a_list_of_one_platform_places_its_series(head: str) -> None:
    """The headings are series of the platform that the opening names."""
    found = _platforms(_LIST.format(head=head, more=""))

    assert {("Iron Tide", "Peacock"), ("Salt Road", "Peacock")} <= found


@pytest.mark.parametrize(
    "head",
    [
        "Two shows that Peacock fans will like",
        "Shows on Peacock and Netflix that are worth your time",
        "Two shows that are worth your time",
        "Two thrillers for those who liked the Peacock series",
        "Two shows leaving Peacock this month",
    ],
)
def test_other_lists_place_nothing(head: str) -> None:
    """Several platforms, or one by the way, say nothing of the headings."""
    assert not _platforms(_LIST.format(head=head, more=""))


def test_what_a_section_says_of_another_platform_does_not_undo_the_list() -> None:
    """A series of the list may have run elsewhere before; a heading with a platform decides."""
    text = _LIST.format(head="Two shows on Peacock", more=", made for Netflix")
    found = _platforms(text)

    assert {("Iron Tide", "Peacock"), ("Salt Road", "Peacock")} <= found
    assert ("Salt Road", "Peacock") not in _platforms(
        text.replace("2. Salt Road", "2. Salt Road (Netflix)")
    )


def test_a_heading_of_several_series_places_them_all() -> None:
    """The series of a heading stand in a row, and the headline may name some of them."""
    text = _LIST.format(head="'Night Song', 'Iron Tide': Must-watch series on Peacock", more="")
    text = text.replace("2. Salt Road", "2. 'Salt Road,' 'The Lamp' (Danish)")
    text += "\nThe drama series 'The Lamp' is long, the drama series 'Salt Road' is not.\n"
    text += "\nThe drama series 'Night Song' is short.\n"

    titles = {title for title, platform in _platforms(text) if platform == "Peacock"}
    assert titles == {"Iron Tide", "Salt Road", "The Lamp", "Night Song"}


_SECTIONS = """The seasons of our shows

Nordlicht

The crime drama Iron Tide will return for a second season.

{first}

The drama Low Water was cancelled, and so was the sitcom Salt Road.

{second}

The drama The Lamp{more} will return for its third season.
"""


def test_a_channel_over_its_series_places_them() -> None:
    """Under lines that are nothing but a channel, what is named runs there, and nothing before."""
    found = _platforms(_SECTIONS.format(first="The CW", second="NBC:", more=""))

    assert found == {("Low Water", "The CW"), ("Salt Road", "The CW"), ("The Lamp", "NBC")}


@pytest.mark.parametrize(
    ("second", "more"),
    [
        ("Others", ""),  # one channel heads no table
        ("NBC", ", a rival of Fox's Night Song,"),  # a sentence about several channels
    ],
)
def test_other_sections_place_nothing(second: str, more: str) -> None:
    """A single channel, or a sentence with another one, says nothing of the series under it."""
    found = _platforms(_SECTIONS.format(first="The CW", second=second, more=more))

    assert ("The Lamp", "NBC") not in found
    assert second != "Others" or not found


def test_a_line_on_something_else_ends_a_section() -> None:
    """What follows another heading stands under no channel."""
    text = _SECTIONS.format(first="The CW", second="NBC", more="")
    found = _platforms(text + "\nAnd finally\n\nThe drama Night Song is over.\n")

    assert "Night Song" not in {title for title, _ in found}


_FATES = """The seasons of our shows

{head}

- Low Water (renewed for a last season)
- "Iron Tide"

{second}

- Salt Road
- The Lamp

The dramas Low Water, Iron Tide, Salt Road and The Lamp are fine.
"""


def test_a_word_of_fate_over_its_series_is_said_of_them() -> None:
    """Under "Renewed" stand those that are, one in a line, and under "Canceled" the others."""
    found = facts(_FATES.format(head="Renewed", second="Canceled shows:"), "season_status")

    assert {("Low Water", "renewed"), ("Iron Tide", "renewed")} <= found
    assert {("Salt Road", "cancelled"), ("The Lamp", "cancelled")} <= found


def test_other_words_over_series_say_nothing_of_them() -> None:
    """A word that is no fate, or two of them, leave open what became of each."""
    found = facts(_FATES.format(head="Renewed or canceled", second="Shows"), "season_status")

    assert not {title for title, _ in found} & {"Iron Tide", "Salt Road", "The Lamp"}


def test_several_channels_at_once_announce_no_slate() -> None:
    """Where all channels unveil their slates, what is told runs on none of them."""
    text = (
        "NBC, Fox and The CW unveiled a slate of new shows.\n\n"
        "The drama Iron Tide stars Ana Bell.\n\nThe drama Low Water stars Omar Reyes.\n"
    )
    assert not _platforms(text)


def test_a_channel_labels_the_series_of_its_paragraph() -> None:
    """Where two channels open paragraphs with a dash, what a paragraph names runs there."""
    text = (
        "New shows of the winter\n\nPeacock\u2014\u201cIron Tide\u201d (Jan. 6) is a drama series. "
        "\u201cLow Water\u201d (Feb. 2) stars Zoe Hart in a sitcom.\n\n"
        "Hulu\u2014\u201cSalt Road\u201d (March 5) is a drama series.\n"
    )
    assert _platforms(text) == {
        ("Iron Tide", "Peacock"),
        ("Low Water", "Peacock"),
        ("Salt Road", "Hulu"),
    }
    assert not _platforms(text.partition("\n\nHulu")[0])  # one label alone may be a headline's


def test_a_line_of_a_channel_and_a_sort_heads_its_series() -> None:
    """Lines such as "PEACOCK COMEDY" place the series that stand below them."""
    text = (
        "Series orders of the week\n\nPEACOCK COMEDY\n\nIron Tide\n\nThis comedy series follows "
        "a baker.\n\nHULU DRAMA\n\nSalt Road\n\nThis drama series follows a judge.\n"
    )
    assert {("Iron Tide", "Peacock"), ("Salt Road", "Hulu")} <= _platforms(text)

"""Which series a sentence speaks of: lists, headings, asides, works without a name."""

from typing import Any

import pytest

from showgraph.extract.extraction import extract
from showgraph.extract.measuring.records import to_record
from showgraph.model import Document


def _facts(text: str, relation: str) -> set[tuple[str, str]]:
    document = Document("d", text, "0" * 64, "d.txt")
    records: list[dict[str, Any]] = [to_record(c) for c in extract([document]).claims]
    return {(r["subject"], r["object"]) for r in records if r["relation"] == relation}


LISTED = """New series this month

Iron Tide (Peacock)

This drama series is long. It stars Ana Bell.

And one nobody has heard of

It stars Omar Reyes.

Low Water (Hulu)

The comedy series is short. The show stars Zoe Hart.
"""


def test_each_heading_of_a_list_has_its_own_cast() -> None:
    """A heading that names no known series ends the talk of the one before."""
    assert _facts(LISTED, "cast_member") == {("Iron Tide", "Ana Bell"), ("Low Water", "Zoe Hart")}


def test_fields_between_bars_belong_to_the_heading() -> None:
    """A line of fields is cut at its bars and speaks of the series above it."""
    text = """New series

May 3, 2024 — Iron Tide

Genre: Crime | Episodes: 6
Cast: Ana Bell, Omar Reyes | Director: Dan Moor | Network: Peacock, Hulu
"""
    assert _facts(text, "cast_member") == {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")}
    assert _facts(text, "director") == {("Iron Tide", "Dan Moor")}
    assert _facts(text, "platform") == {("Iron Tide", "Peacock"), ("Iron Tide", "Hulu")}
    assert _facts(text, "episode_count") == {("Iron Tide", "6")}
    assert _facts(text, "premiere_date") == {("Iron Tide", "2024-05-03")}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('Fans of the series "Low Water" like it. It stars Kay Moss.', {("Iron Tide", "Kay Moss")}),
        ("A spin-off starring Kay Moss is near.", set()),
        ("Two new comedies were ordered, one featuring Kay Moss.", set()),
        ('"We loved the series "Low Water" as well," he said. It stars Kay Moss.', None),
        (
            'The series "Low Water" has ended; a long film starring Kay Moss is near.',
            set(),
        ),
    ],
)
def test_asides_and_unnamed_works_take_no_facts(
    text: str, facts: set[tuple[str, str]] | None
) -> None:
    """A title in passing moves no focus; what has no name gets no cast."""
    found = _facts(f'The drama series "Iron Tide" is back. {text}', "cast_member")
    assert found == facts if facts is not None else ("Low Water", "Kay Moss") not in found


def test_a_month_at_the_head_dates_its_days_only() -> None:
    """The words "May 2024 is here" give the days of May their year, and no others."""
    text = """May 2024 is here, and with it new series.

"Iron Tide" season 2 (May 3, Peacock)

The drama series is back.

"Low Water" season 3 (June 7, Hulu)

The comedy series is back.
"""
    assert _facts(text, "premiere_date") == {
        ("Iron Tide / season 2", "2024-05-03"),
        ("Low Water / season 3", "--06-07"),
    }


_TAIL = """Peacock has ordered a new mystery series, Iron Tide.

{paragraph}

The series is about a sailor. It is long and grey. It has a harbour in it.

{last}
"""


def test_series_in_the_last_lines_make_no_round_up() -> None:
    """A text that begins with its series and names others at its end keeps to its own."""
    text = _TAIL.format(
        paragraph="Omar Reyes will play a detective. Dan Moor directs.",
        last="Also on Peacock are the drama Low Water and the sitcom Salt Road.",
    )
    assert _facts(text, "cast_member") == {("Iron Tide", "Omar Reyes")}


def test_series_among_the_first_lines_do() -> None:
    """Where others stand in its first half, a paragraph that leans on nothing is about none."""
    text = _TAIL.format(
        paragraph="The drama Low Water and the sitcom Salt Road are there too.\n\n"
        "Omar Reyes will play a detective. Dan Moor directs.",
        last="That is all.",
    )
    assert ("Iron Tide", "Omar Reyes") not in _facts(text, "cast_member")


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "Also canceled are Low Water and Iron Tide, two dramas.",
            {("Low Water", "cancelled"), ("Iron Tide", "cancelled")},
        ),
        (
            "The dramas Low Water, Iron Tide and Salt have been renewed for a second season.",
            {(title, "renewed") for title in ("Low Water", "Iron Tide", "Salt")},
        ),
        (
            "The drama Low Water is fine, and the drama Iron Tide was cancelled.",
            {("Iron Tide", "cancelled")},
        ),
        (
            "After the drama Low Water, the drama Iron Tide was cancelled.",
            {("Iron Tide", "cancelled")},
        ),
    ],
)
def test_what_is_decided_of_a_list_is_so_of_all(text: str, facts: set[tuple[str, str]]) -> None:
    """A list needs its "and"; two clauses are none."""
    assert _facts(text, "season_status") == facts


def test_a_series_called_another_takes_over() -> None:
    """What "another drama called" names is what the next sentence is about."""
    text = (
        "The drama Iron Tide is near. It opens in May, followed by another drama called Low Water."
        " Ana Bell and Omar Reyes star."
    )
    assert {subject for subject, _ in _facts(text, "cast_member")} == {"Low Water"}


def test_a_past_work_in_a_bracket_is_no_subject() -> None:
    """In "the six-part series stars Ana Bell (Low Water)" another one has the parts."""
    text = (
        "Peacock has ordered the drama Iron Tide. Its dramas include Low Water and Salt."
        " Iron Tide is long. The six-part series stars Ana Bell (Low Water)."
    )
    assert _facts(text, "episode_count") == {("Iron Tide", "6")}


def test_a_sort_before_a_comma_is_not_that_of_the_title_before() -> None:
    """In "the Danish drama series, Low Water;" nothing is said of the series named before."""
    text = (
        "The crime drama Iron Tide is near. It has the Danish drama series, Low Water; and so on."
    )
    assert ("Iron Tide", "Danish") not in _facts(text, "country_or_language")


FRONTED = """The comedy series "Low Water" opened in May, and so did the drama series "Iron Tide".

Months after Low Water was cancelled, the network has turned to Iron Tide. The show stars Ana Bell.
"""


def test_the_talk_goes_on_about_the_clause_behind_a_fronted_one() -> None:
    """What a fronted clause names is put behind what the sentence says."""
    assert _facts(FRONTED, "cast_member") == {("Iron Tide", "Ana Bell")}


NAMED = """The drama series "Iron Tide" opens in May.

The series follows a young sailor named Sam. It stars Ana Bell.
"""


def test_whom_a_series_follows_is_no_title() -> None:
    """A name behind somebody whom the series follows is his, not that of the series."""
    assert _facts(NAMED, "cast_member") == {("Iron Tide", "Ana Bell")}


def test_a_list_with_brackets_is_one_unless_they_hold_seasons() -> None:
    """What is renewed for its own season shares none with its neighbour."""
    text = "The dramas Low Water (at last), Salt Road and Iron Tide are long. {}"
    shared = "Peacock renewed Low Water (hooray), Salt Road and Iron Tide."
    own = "Peacock renewed Low Water (season 2) and Iron Tide (season 4)."
    assert _facts(text.format(shared), "season_status") == {
        (title, "renewed") for title in ("Low Water", "Salt Road", "Iron Tide")
    }
    assert ("Iron Tide", "renewed") not in _facts(text.format(own), "season_status")

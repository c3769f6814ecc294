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

Nobody Knows This One

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

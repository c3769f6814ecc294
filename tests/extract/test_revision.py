"""Brackets, owners and makers are read by what the whole document calls them."""

from typing import Any

import pytest

from showgraph.extract.extraction import extract
from showgraph.extract.measuring.records import to_record
from showgraph.model import Document

_LEAD = 'The drama series "Iron Tide" is near. '


def _records(text: str) -> list[dict[str, Any]]:
    document = Document("d", _LEAD + text, "0" * 64, "d.txt")
    return [to_record(claim) for claim in extract([document]).claims]


def _roles(text: str) -> dict[str, str]:
    return {
        r["object"]: r["qualifiers"].get("character", "")
        for r in _records(text)
        if r["relation"] == "cast_member"
    }


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # a review: the role comes first
        ("It follows Dora Flint (Ana Bell). Dora is ill.", {"Ana Bell": "Dora Flint"}),
        (
            "It follows Dora (Ana Bell) and Sam (Omar Reyes).",
            {"Ana Bell": "Dora", "Omar Reyes": "Sam"},
        ),
        ("It follows Dora's (Ana Bell) brother.", {"Ana Bell": "Dora"}),
        # a cast list: the actor comes first
        (
            "Cast members are Ana Bell (Dora Flint), Omar Reyes (Sam Cole), Zoe Hart (Mia Rook).",
            {"Ana Bell": "Dora Flint", "Omar Reyes": "Sam Cole", "Zoe Hart": "Mia Rook"},
        ),
        # past works and short forms are no roles
        ("Ana Bell (Salt Road) is directing the series.", {}),
        ("It was seen at the Harbour Film Festival (HFF).", {}),
    ],
)
def test_a_bracket_is_read_the_right_way_round(text: str, roles: dict[str, str]) -> None:
    """First names mean characters, surnames mean actors, and deeds mean past works."""
    assert _roles(text) == roles


def test_an_owner_of_a_role_plays_it() -> None:
    """Two actors with roles that the text also calls by name are cast."""
    text = "Ana Bell's Dora and Omar Reyes's Sam are back. Dora is well. Sam is ill."
    assert _roles(text) == {"Ana Bell": "Dora", "Omar Reyes": "Sam"}


def test_a_single_owner_is_not_enough() -> None:
    """What one person owns ("Ana Bell's Harbour") may be anything."""
    assert _roles("Ana Bell's Harbour is open. Harbour is a hotel.") == {}


@pytest.mark.parametrize("name", ["Nordlicht", "The Forge", "Studio Harbour"])
def test_a_maker_with_no_name_of_a_person_is_a_firm(name: str) -> None:
    """One word, an article or "Studio" make a company of what produces."""
    records = _records(f"It is produced by {name}.")
    assert ("production_company", name) in {(r["relation"], r["object"]) for r in records}
    assert "producer" not in {r["relation"] for r in records}


def test_a_maker_known_by_surname_stays_a_person() -> None:
    """A surname of somebody named in full is no firm."""
    records = _records("Ana Bell wrote the series. It is produced by Bell.")
    assert ("producer", "Ana Bell") in {(r["relation"], r["object"]) for r in records}


def test_a_role_told_of_the_series_is_not_given_to_a_season() -> None:
    """What is told of a season and of a role elsewhere stays apart: joining would be a guess."""
    text = "Season 2 of the series will star Ana Bell. We met Ana Bell, who plays Dora."
    records = [r for r in _records(text) if r["relation"] == "cast_member"]
    marks = [(r["qualifiers"].get("season"), r["qualifiers"].get("character")) for r in records]
    assert sorted(marks, key=str) == [("2", None), (None, "Dora")]

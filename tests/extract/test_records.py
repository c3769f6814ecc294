"""A claim prints as one fact record, every key present."""

import json

from extract.reading import document
from showgraph.extract.extraction import extract
from showgraph.extract.measuring.records import format_record, to_record
from showgraph.model import Claim, Evidence, Kind, Modality, Reference, Tense

SERIES = Reference(Kind.SERIES, "Iron Tide")
SEASON = Reference(Kind.SEASON, "Iron Tide", season="2")
BELL = Reference(Kind.PERSON, "Ana Bell")
DORA = Reference(Kind.CHARACTER, "Dora Flint", "Iron Tide")
QUOTE = (Evidence(3, 7, "Bell"),)


def test_a_record_has_every_key_in_order() -> None:
    """The keys are those of the fact record; a role prints as its name."""
    claim = Claim(
        "d", "cast_member", SERIES, BELL, QUOTE, "cast.plays", (("character", DORA),), speaker=BELL
    )

    assert json.loads(format_record(claim)) == {
        "doc": "d",
        "relation": "cast_member",
        "subject": "Iron Tide",
        "object": "Ana Bell",
        "qualifiers": {"character": "Dora Flint"},
        "status": "asserted",
        "speaker": "Ana Bell",
        "rule": "cast.plays",
        "evidence": [{"start": 3, "end": 7, "quote": "Bell"}],
    }
    assert list(to_record(claim)) == list(json.loads(format_record(claim)))


def test_a_season_stands_in_the_subject_and_the_qualifiers() -> None:
    """``Title / season N`` and ``season`` say the same."""
    claim = Claim(
        "d",
        "premiere_date",
        SEASON,
        "2024-06-03",
        QUOTE,
        "release.verb",
        modality=Modality.ASSERTED,
        tense=Tense.FUTURE,
    )
    record = to_record(claim)

    assert record["subject"] == "Iron Tide / season 2"
    assert record["qualifiers"] == {"season": "2"}
    assert record["status"] == "scheduled"


def test_other_forms_of_the_object_are_aliases() -> None:
    """Aliases of the object are listed, those of others are not."""
    claim = Claim("d", "cast_member", SERIES, BELL, QUOTE, "cast.plays")
    record = to_record(claim, {BELL: ("Bell",), SERIES: ("Tide",)})

    assert record["qualifiers"] == {"aliases": ["Bell"]}


def test_letters_of_all_scripts_print_as_they_are() -> None:
    """JSON keeps what a reader can read."""
    text = 'The series "Große Flut" stars Åsa Bell.'
    (claim,) = [c for c in extract([document(text)]).claims if c.relation == "cast_member"]

    assert "Große Flut" in format_record(claim)
    assert "Åsa Bell" in format_record(claim)

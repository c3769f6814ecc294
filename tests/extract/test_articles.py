"""The five source articles and their digests say what a careful reading says, and no more."""

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from showgraph.extract.extraction import extract, read_all
from showgraph.extract.measuring.records import to_record
from showgraph.extract.reading.documents import read_documents
from showgraph.model import Document

_ROOT = Path(__file__).parents[2]
_READINGS = _ROOT / "tests" / "articles"
_DIGESTS = _ROOT / "data" / "documents"
_SOURCES = Path(
    os.environ.get("SHOWGRAPH_SOURCE_DOCUMENTS", _ROOT.parent / "shared" / "documents"),
)
#: Share of the required statements that must be found; raised when more are.
_FLOOR = 0.95
_PLACES = ["articles", "digests"]


def _collect(place: str) -> tuple[Document, ...]:
    folder = _SOURCES if place == "articles" else _DIGESTS
    if not folder.is_dir():
        pytest.skip("the source articles are not here (SHOWGRAPH_SOURCE_DOCUMENTS)")
    return read_documents([folder]).documents


@cache
def _records(place: str) -> list[dict[str, Any]]:
    """Return what each document says by itself, its names not yet joined with the others'."""
    readings = read_all(_collect(place))
    return [to_record(claim) for reading in readings for claim in reading.claims]


@cache
def _resolved(place: str) -> list[dict[str, Any]]:
    return [to_record(claim) for claim in extract(_collect(place)).claims]


def _readings(name: str) -> list[dict[str, Any]]:
    lines = (_READINGS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _season(record: Mapping[str, Any]) -> str | None:
    """Return the season a record speaks of; the articles' final season is the fourth."""
    season = record["qualifiers"].get("season")
    parts = [part for part in record["subject"].split(" / ") if part.split()[0] == "season"]
    season = season or (parts[0].removeprefix("season ") if parts else None)
    final = season == "final" or " / final season" in record["subject"]
    return "4" if final else season


def _series(name: str) -> str:
    return name.partition(" / ")[0]


#: First names that a document uses alone, under the full names that another one gives them.
_FULL = {"Dhruv": "Dhruv Vats", "Kavya": "Kavya Kulkarni"}


def _key(record: Mapping[str, Any]) -> tuple[Any, ...]:
    subject, found = _series(record["subject"]), _series(record["object"])
    ends = [_FULL.get(subject, subject), _FULL.get(found, found).lower()]
    if record["relation"] == "relationship":
        ends = sorted((_FULL.get(subject, subject), _FULL.get(found, found)))
    extra = record["speaker"] if record["relation"] == "statement" else None
    return (
        record["doc"],
        record["relation"],
        tuple(ends),
        _season(record),
        record["status"],
        extra,
    )


@pytest.mark.parametrize("place", _PLACES)
def test_every_fact_of_the_relation_table_is_found(place: str) -> None:
    """What a reading requires stands among the claims, with its status."""
    found = {_key(record) for record in _records(place)}
    required = [
        record
        for record in _readings("expected.jsonl")
        if record["relation"] != "statement" and not record.get("optional")
    ]

    assert len(required) >= 100
    assert [record for record in required if _key(record) not in found] == []


#: What a claim says besides its two sides and its season.
_MARKS = (
    *("kind", "character", "date", "channel", "platform", "since", "role", "format", "medium"),
    *("featuring", "debut", "unit"),
)


def _says(record: Mapping[str, Any], found: list[Mapping[str, Any]]) -> bool:
    """Return whether the claims of one key say all that a required record does.

    One claim must say it all, but for a cast: that somebody has the lead, and as whom, may stand
    in two sentences.
    """
    wanted = {(k, str(v)) for k, v in record["qualifiers"].items() if k in _MARKS}
    said = [{(k, str(v)) for k, v in claim["qualifiers"].items()} for claim in found]
    if record["relation"] == "cast_member":
        said = [set().union(*said)]
    return any(wanted <= one for one in said)


@pytest.mark.parametrize("place", _PLACES)
def test_every_fact_has_its_qualifiers(place: str) -> None:
    """A date, a role, a channel and whatever else a reading gives stand with the claim."""
    found: dict[Any, list[Mapping[str, Any]]] = {}
    for record in _records(place):
        found.setdefault(_key(record), []).append(record)
    required = [
        record
        for record in _readings("expected.jsonl")
        if record["relation"] != "statement" and not record.get("optional")
    ]

    assert sum(bool(set(_MARKS) & set(record["qualifiers"])) for record in required) >= 40
    assert [r for r in required if not _says(r, found.get(_key(r), []))] == []


@pytest.mark.parametrize("place", _PLACES)
def test_nothing_but_what_a_reader_says(place: str) -> None:
    """Every claim of the relation table stands in the readings, with its speaker."""
    allowed = {(_key(record), record["speaker"]) for record in _readings("expected.jsonl")}

    assert [
        record
        for record in _records(place)
        if record["relation"] != "statement" and (_key(record), record["speaker"]) not in allowed
    ] == []


@pytest.mark.parametrize("place", _PLACES)
def test_nearly_every_statement_is_found(place: str) -> None:
    """The share of required statements that are found does not fall."""
    found = {_key(record) for record in _records(place)}
    required = [
        record
        for record in _readings("expected.jsonl")
        if record["relation"] == "statement" and not record.get("optional")
    ]
    hits = [record for record in required if _key(record) in found]

    assert len(required) >= 55
    assert len(hits) / len(required) >= _FLOOR


def _is_forbidden(trap: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    for key in ("doc", "relation", "subject", "object", "status", "speaker"):
        if key in trap and trap[key] != "*" and trap[key] != record[key]:
            return False
    for key, wanted in trap.get("qualifiers", {}).items():
        value = record["qualifiers"].get(key)
        if (value is None) if wanted == "*" else (value != wanted):
            return False
    return True


@pytest.mark.parametrize("place", _PLACES)
def test_no_trap_is_walked_into(place: str) -> None:
    """Nothing is claimed that the readings forbid."""
    traps = _readings("forbidden.jsonl")

    assert [
        (trap["why"], record)
        for record in _records(place)
        for trap in traps
        if _is_forbidden(trap, record)
    ] == []


def _fact(record: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what acceptance looks at: not the document, nor what a release is called."""
    kinds = {"relationship", "cast_member"}
    qualifiers = {
        key: value
        for key, value in record["qualifiers"].items()
        if key not in {"kind", "date", "format"}
        or (key == "kind" and (record["relation"] in kinds or value == "acquire"))
    }
    return (
        record["relation"],
        record["subject"],
        record["object"],
        json.dumps(qualifiers, sort_keys=True),
        record["status"],
        record["speaker"],
    )


def test_articles_and_digests_agree() -> None:
    """Both say the same facts, statements included, over all documents together."""
    articles = {_fact(record) for record in _resolved("articles")}
    digests = {_fact(record) for record in _resolved("digests")}

    assert len(articles) >= 100
    assert articles ^ digests == set()

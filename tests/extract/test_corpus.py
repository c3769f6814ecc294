"""Short articles of many sorts about invented series are read as a reader would."""

import json
from pathlib import Path
from typing import Any

import pytest

from showgraph.extract.documents import read_documents
from showgraph.extract.extraction import read_all
from showgraph.extract.records import to_record
from showgraph.model import Document

_FOLDER = Path(__file__).with_name("corpus")
_ARTICLES = sorted(_FOLDER.glob("*.txt"))
#: Relations that the lists of facts hold; statements and events are left out of them.
_LISTED = frozenset(
    {
        *("creator", "producer", "writer", "director", "executive_producer", "showrunner"),
        *("composer", "production_company", "cast_member", "platform", "premiere_date"),
        *("trailer_date", "season_count", "episode_count", "season_status", "genre"),
        *("country_or_language", "based_on", "spin_off_of", "location", "filming_location"),
        *("award", "worked_on"),
    },
)
#: Shares over the whole corpus below which a change is a step back; raised when they rise.
_PRECISION, _RECALL = 0.97, 0.95

Fact = tuple[str, str, str]


def _found(document: Document) -> set[Fact]:
    (reading,) = read_all([document])
    records: list[dict[str, Any]] = [to_record(claim) for claim in reading.claims]
    return {
        (r["relation"], r["subject"].partition(" / ")[0], r["object"].lower())
        for r in records
        if r["relation"] in _LISTED and r["status"] in {"asserted", "scheduled"}
    }


def _listed(path: Path) -> set[Fact]:
    rows = [json.loads(line) for line in path.with_suffix(".jsonl").read_text().splitlines()]
    return {(row["relation"], row["subject"], row["object"].lower()) for row in rows}


def _documents() -> dict[str, Document]:
    return {document.id: document for document in read_documents(_ARTICLES).documents}


def test_the_corpus_does_not_shrink() -> None:
    """Every article has its list of facts."""
    assert len(_ARTICLES) >= 22
    assert set(_documents()) == {path.stem for path in _ARTICLES}
    assert sum(len(_listed(path)) for path in _ARTICLES) >= 155


def test_precision_and_recall_do_not_fall() -> None:
    """Over all articles, what is found is right and little is missed."""
    documents = _documents()
    right = wrong = missed = 0
    for path in _ARTICLES:
        found, listed = _found(documents[path.stem]), _listed(path)
        right += len(found & listed)
        wrong += len(found - listed)
        missed += len(listed - found)

    assert right / (right + wrong) >= _PRECISION
    assert right / (right + missed) >= _RECALL


@pytest.mark.parametrize("name", [p.stem for p in _ARTICLES if p.stem.startswith("distractor")])
def test_an_article_about_something_else_gives_no_facts(name: str) -> None:
    """Films, prices and matches are no series."""
    assert _found(_documents()[name]) == set()

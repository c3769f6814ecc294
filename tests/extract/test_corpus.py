"""Short articles of many sorts about invented series are read as a reader would."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from showgraph.extract.extraction import read_all
from showgraph.extract.measuring.corpus import Corpus, read_corpus, score_corpus
from showgraph.extract.measuring.records import to_record
from showgraph.extract.measuring.scoring import ALL, DocumentScore, total
from showgraph.extract.reading.documents import read_documents
from showgraph.model import Document

_FOLDER = Path(__file__).with_name("corpus")
_HALVES = ("development", "measuring")
#: The first articles, written beside the first rules; later ones begin with ``a-`` or ``b-``.
_FIRST = sorted(
    path for path in (_FOLDER / "development").glob("*.txt") if path.stem[:2] not in {"a-", "b-"}
)
#: Relations that the lists of facts of the first articles hold.
_LISTED = frozenset(
    {
        *("creator", "producer", "writer", "director", "executive_producer", "showrunner"),
        *("composer", "production_company", "cast_member", "platform", "premiere_date"),
        *("trailer_date", "season_count", "episode_count", "season_status", "genre"),
        *("country_or_language", "based_on", "spin_off_of", "location", "filming_location"),
        *("award", "worked_on"),
    },
)
#: Shares over the first articles below which a change is a step back; raised when they rise.
_PRECISION, _RECALL = 0.97, 0.95
_STATUSES = frozenset(
    {"asserted", "scheduled", "reported", "rumoured", "possible", "asked", "negated"},
)
#: By half: articles, articles about something else, and listed facts that must be there.
_SIZES = {"development": (92, 17, 1446), "measuring": (69, 14, 1200)}
#: By half: shares of all relations, as measured less a little; raised when they rise.
_FLOORS = {"development": (0.90, 0.41), "measuring": (0.79, 0.29)}
#: By half: facts found in articles about something else, as measured; lowered when they fall.
_STRAY = {"development": 0, "measuring": 0}

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
    return {
        (row["relation"], row["subject"].partition(" / ")[0], row["object"].lower())
        for row in rows
        if row["status"] in {"asserted", "scheduled"}
    }


def _documents() -> dict[str, Document]:
    return {document.id: document for document in read_documents(_FIRST).documents}


@pytest.fixture(scope="module")
def corpora() -> dict[str, Corpus]:
    """Both halves as they are read for scoring."""
    return {half: read_corpus(_FOLDER / half) for half in _HALVES}


@pytest.fixture(scope="module")
def scores(corpora: dict[str, Corpus]) -> dict[str, list[DocumentScore]]:
    """Both halves, each extracted as one collection; ``b-`` articles have floors of their own."""
    return {
        half: [score for score in score_corpus(corpus) if not score.document.startswith("b-")]
        for half, corpus in corpora.items()
    }


def test_the_corpus_does_not_shrink(corpora: dict[str, Corpus]) -> None:
    """Each half keeps its articles, its articles about something else, and its facts."""
    assert len(_FIRST) >= 22
    assert sum(len(_listed(path)) for path in _FIRST) >= 155
    for half, (articles, others, facts) in _SIZES.items():
        listed = corpora[half].listed
        assert len(listed) >= articles
        assert sum(not records for records in listed.values()) >= others
        assert sum(map(len, listed.values())) >= facts


def test_no_article_stands_in_both_halves(corpora: dict[str, Corpus]) -> None:
    """No name and no text is there twice."""
    names = Counter(name for corpus in corpora.values() for name in corpus.listed)
    texts = Counter(d.sha256 for corpus in corpora.values() for d in corpus.documents)
    assert {count for counts in (names, texts) for count in counts.values()} == {1}


@pytest.mark.parametrize("half", _HALVES)
def test_every_quote_is_in_its_article(half: str, corpora: dict[str, Corpus]) -> None:
    """Records name their article, a relation and a status, and quote the text exactly."""
    texts = {document.id: document.text for document in corpora[half].documents}
    for name, records in corpora[half].listed.items():
        for record in records:
            assert record["doc"] == name
            assert record["evidence"]
            assert record["relation"] in ALL
            assert record["status"] in _STATUSES
            for span in record["evidence"]:
                assert span["quote"].strip() == span["quote"] != ""
                assert texts[name][span["start"] : span["end"]] == span["quote"]


def test_precision_and_recall_do_not_fall() -> None:
    """Over the first articles, what is found is right and little is missed."""
    documents = _documents()
    right = wrong = missed = 0
    for path in _FIRST:
        found, listed = _found(documents[path.stem]), _listed(path)
        right += len(found & listed)
        wrong += len(found - listed)
        missed += len(listed - found)

    assert right / (right + wrong) >= _PRECISION
    assert right / (right + missed) >= _RECALL


@pytest.mark.parametrize("half", _HALVES)
def test_a_half_is_read_as_well_as_before(
    half: str, scores: dict[str, list[DocumentScore]]
) -> None:
    """Precision and recall over all relations stay above what was measured."""
    counts = total(scores[half], ALL)

    assert counts.precision >= _FLOORS[half][0]
    assert counts.recall >= _FLOORS[half][1]


@pytest.mark.parametrize("half", _HALVES)
def test_articles_about_something_else_give_no_more_facts(
    half: str, corpora: dict[str, Corpus], scores: dict[str, list[DocumentScore]]
) -> None:
    """Music, plays, games and meals are no series."""
    others = {name for name, records in corpora[half].listed.items() if not records}
    stray = [fact for score in scores[half] if score.document in others for fact in score.false]

    assert len(stray) <= _STRAY[half]


@pytest.mark.parametrize("name", [p.stem for p in _FIRST if p.stem.startswith("distractor")])
def test_an_article_about_something_else_gives_no_facts(name: str) -> None:
    """Films, prices and matches are no series."""
    assert _found(_documents()[name]) == set()

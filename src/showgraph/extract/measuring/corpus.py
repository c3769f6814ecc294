"""Articles with the facts that a reader lists for them, and how an extraction does on them.

A corpus is a folder, with folders in it or without: each ``NAME.txt`` has its facts beside it in
``NAME.jsonl``, one fact record a line. Of a record ``relation``, ``subject`` and ``object`` must
be there; the rest is left out where there is nothing to say. An article about something else has
an empty list.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from showgraph.errors import UnavailableError
from showgraph.extract.extraction import Reading, read_all
from showgraph.extract.measuring.agreement import Record
from showgraph.extract.measuring.records import to_record
from showgraph.extract.measuring.scoring import DocumentScore, listed_titles, score_document
from showgraph.extract.reading.documents import read_documents
from showgraph.model import Document


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents in the order of their ids, and the listed facts by document."""

    documents: tuple[Document, ...]
    listed: Mapping[str, Sequence[Record]]

    @property
    def titles(self) -> list[str]:
        """The titles of all series with listed facts."""
        return listed_titles(
            record for document in self.documents for record in self.listed[document.id]
        )

    @property
    def words(self) -> int:
        """The number of words of all documents, parted by blanks."""
        return sum(len(document.text.split()) for document in self.documents)


def read_corpus(folder: Path) -> Corpus:
    """Read a folder of articles and their facts.

    Raises:
        UnavailableError: If there is no article, one cannot be read, or its facts are missing
            or are no fact records.
    """
    paths = sorted(folder.rglob("*.txt")) if folder.is_dir() else []
    if not paths:
        raise UnavailableError(f"{folder} is no folder with articles (NAME.txt and NAME.jsonl)")
    collection = read_documents(paths)
    if collection.skipped:
        first = collection.skipped[0]
        raise UnavailableError(f"cannot read {first.source}: {first.reason}")
    return Corpus(tuple(collection.documents), {path.stem: _read_listed(path) for path in paths})


def score_corpus(corpus: Corpus, *, titles_given: bool = False) -> list[DocumentScore]:
    """Extract from all documents together and compare with what is listed.

    Args:
        corpus: Articles and their facts.
        titles_given: Whether the titles of the corpus are given as the user's catalogue.
    """
    readings = read_all(corpus.documents, catalogue=corpus.titles if titles_given else ())
    return score_readings(corpus, readings)


def score_readings(corpus: Corpus, readings: Sequence[Reading]) -> list[DocumentScore]:
    """Compare readings of the documents, in the order of their ids, with what is listed."""
    return [
        score_document(
            document.id,
            document.text,
            listed=corpus.listed[document.id],
            found=[to_record(claim, dict(reading.aliases)) for claim in reading.claims],
            main=reading.main,
        )
        for document, reading in zip(corpus.documents, readings, strict=True)
    ]


def _read_listed(path: Path) -> list[Record]:
    facts = path.with_suffix(".jsonl")
    if not facts.is_file():
        raise UnavailableError(f"{path} has no list of facts; write {facts.name} beside it")
    lines = facts.read_text(encoding="utf-8").split("\n")
    return [_record(line, f"{facts}:{n}") for n, line in enumerate(lines, 1) if line.strip()]


def _record(line: str, place: str) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise UnavailableError(f"{place} is no JSON: {error.msg}") from None
    missing = {"relation", "subject", "object"}
    if isinstance(record, dict):
        missing -= record.keys()
    if missing:
        raise UnavailableError(f"{place} is no fact record: no {', '.join(sorted(missing))}")
    return {"qualifiers": {}, "status": "asserted", "evidence": [], **record}

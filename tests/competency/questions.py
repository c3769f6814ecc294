"""The competency questions: a folder each, asked in words or in SPARQL, with expected rows.

``words.txt`` asks a saved question; ``query.rq`` is a query with the usual prefixes. The rows of
``expected.csv`` are from the invented shows, those of ``bundled.csv`` (where it is) from the
documents that come with the package.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import rdflib

from competency.shows import map_shows
from showgraph.graph.inference.closure import infer
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.namespaces import PREFIXES
from showgraph.query.answering.answering import Answerer
from showgraph.query.formats.answer_formats import format_answer
from showgraph.query.questions.catalog import Catalog
from showgraph.rules import RuleTable
from showgraph.store import Literal, NamedNode, Store

CASES: Final = Path(__file__).with_name("cases")

#: The header of the columns, then the rows.
Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``text`` is words or a query."""

    name: str
    text: str
    is_query: bool

    def expected(self, graph: str) -> Rows:
        """Return the expected rows of ``expected`` or ``bundled``."""
        with (CASES / self.name / f"{graph}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def is_for(self, graph: str) -> bool:
        """Tell whether there are expected rows for that graph."""
        return (CASES / self.name / f"{graph}.csv").exists()


def read_questions() -> list[Question]:
    """Return all questions, sorted by name."""
    return [_read(folder) for folder in sorted(CASES.iterdir())]


def _read(folder: Path) -> Question:
    words = folder / "words.txt"
    path = words if words.exists() else folder / "query.rq"
    return Question(folder.name, path.read_text(encoding="utf-8").strip(), path != words)


def fill(store: Store, table: RuleTable) -> None:
    """Load the invented shows, the ontology and what follows by ``table``."""
    quads = map_shows()
    store.bulk_load([*quads, *ontology_quads(), *infer(quads, table)])


def answer(question: Question, store: Store, catalog: Catalog, table: RuleTable) -> Rows:
    """Return header and rows as text."""
    if not question.is_query:
        found = Answerer(store, catalog, table).ask(question.text)
        return list(csv.reader(io.StringIO(format_answer(found, "csv"))))
    solutions = store.select(question.text)
    header = [variable.value for variable in solutions.variables]
    return [header, *([_text(cell) for cell in solution] for solution in solutions)]


def answer_in_rdflib(question: Question, graph: rdflib.Graph) -> Rows:
    """Return header and rows of a query as rdflib gives them."""
    found = graph.query(question.text, initNs={k: rdflib.Namespace(v) for k, v in PREFIXES.items()})
    rows = [
        ["" if cell is None else _shorten(str(cell)) for cell in row]
        for row in found
        if isinstance(row, rdflib.query.ResultRow)
    ]
    return [[str(variable) for variable in found.vars or ()], *rows]


def _text(cell: object) -> str:
    return _shorten(cell.value) if isinstance(cell, NamedNode | Literal) else ""


def _shorten(text: str) -> str:
    return text.removeprefix(PREFIXES["sg"])

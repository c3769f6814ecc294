"""Every saved question is well written, runs everywhere, and answers as its cases say."""

import csv
import io
from pathlib import Path

import pytest
import rdflib

from query.hostile import hostile_values
from showgraph.query.answering.answering import Answerer
from showgraph.query.formats.answer_formats import format_answer
from showgraph.query.matching.phrases import Phrases
from showgraph.query.questions.catalog import Catalog, read_catalog
from showgraph.query.questions.header import SavedQuestion
from showgraph.query.questions.linter import lint
from showgraph.query.sparql.binder import bind
from showgraph.query.sparql.placeholder import Value, to_term
from showgraph.resources import iter_bundled
from showgraph.store import Literal, NamedNode, Store

CASES = Path(__file__).parents[1] / "query_cases"
CASE_FOLDERS = sorted(path.parent for path in CASES.glob("*/*/expected.csv"))
IDS = list(read_catalog())


def test_nothing_is_lost() -> None:
    """There are as many questions, wordings and cases as there have been."""
    catalog = read_catalog()

    assert len(catalog) >= 55
    assert sum(len(question.phrases) for question in catalog.values()) >= 2900
    assert len(CASE_FOLDERS) >= 100


@pytest.mark.parametrize("path", iter_bundled("queries", ".rq"), ids=lambda path: path.name)
@pytest.mark.row(32)
def test_a_file_passes_the_linter(path: Path) -> None:
    """The linter finds nothing in the file of a saved question."""
    assert lint(path.name, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", IDS)
def test_every_question_has_a_case(name: str) -> None:
    """A question without an expected answer is not finished."""
    assert any(folder.parent.name == name for folder in CASE_FOLDERS)


def test_every_case_is_of_a_question() -> None:
    """A case whose question has gone would be forgotten otherwise."""
    assert {folder.parent.name for folder in CASE_FOLDERS} <= set(IDS)


def case_id(folder: Path) -> str:
    """Return the name of a case: ``cast/second-season``."""
    return f"{folder.parent.name}/{folder.name}"


def rows_with_sources(answerer: Answerer, words: str) -> tuple[str | None, list[list[str]]]:
    """Return the question, and the rows as labels with the documents behind each."""
    answer = answerer.ask(words)
    rows = list(csv.reader(io.StringIO(format_answer(answer, "csv"))))
    documents = [sorted({each.document for each in sources}) for sources in answer.sources]
    return answer.question, [
        rows[0] + ["Documents"],
        *(
            [*row, " ".join(names)]
            for row, names in zip(rows[1:], documents, strict=True)
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("folder", CASE_FOLDERS, ids=case_id)
@pytest.mark.row(32, 34)
def test_case(answerer: Answerer, folder: Path) -> None:
    """The rows, their order and the documents behind each are those of ``expected.csv``.

    A case asks what its ``words.txt`` says, or the question with everything left open.
    """
    words = folder / "words.txt"
    asked = words.read_text(encoding="utf-8").strip() if words.exists() else folder.parent.name
    with (folder / "expected.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file))

    question, found = rows_with_sources(answerer, asked)

    assert question == folder.parent.name
    assert found == expected


@pytest.fixture(scope="module")
def graph(world: Store) -> rdflib.Graph:
    """Return the same graph in rdflib."""
    return world.to_rdflib(world.counts())


def engine_rows(store: Store, query: str) -> list[tuple[str, ...]]:
    """Return the rows of the store's engine as lexical forms."""
    return [
        tuple(cell.value if isinstance(cell, NamedNode | Literal) else "" for cell in row)
        for row in store.select(query, prefixes={})
    ]


def rdflib_rows(graph: rdflib.Graph, query: str) -> list[tuple[str, ...]]:
    """Return the rows of rdflib as lexical forms."""
    found = []
    for row in graph.query(query):
        assert isinstance(row, rdflib.query.ResultRow)
        found.append(tuple("" if cell is None else str(cell) for cell in row))
    return found


@pytest.mark.parametrize("name", IDS)
@pytest.mark.row(32)
def test_both_engines_agree(world: Store, graph: rdflib.Graph, catalog: Catalog, name: str) -> None:
    """The file as it stands gives rows, and the same ones in the same order in both engines."""
    text = catalog[name].text

    rows = engine_rows(world, text)

    assert rows
    assert rdflib_rows(graph, text) == rows


def some_value(question: SavedQuestion, parameter: str, value: str) -> Value:
    """Return a term that a parameter takes and no graph has."""
    placeholder = question.params[parameter].placeholder
    if placeholder.type == "iri":
        return to_term(placeholder, "https://example.org/" + value.encode().hex())
    return to_term(placeholder, value)


PARAMETERS = [(name, param) for name, each in read_catalog().items() for param in each.params]


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS)
def test_a_parameter_is_never_ignored(
    world: Store,
    graph: rdflib.Graph,
    catalog: Catalog,
    name: str,
    parameter: str,
) -> None:
    """A value that nothing has gives no rows: no filter lets through what it cannot compare."""
    question = catalog[name]
    query = bind(question.text, {parameter: some_value(question, parameter, "nobody")})

    assert engine_rows(world, query) == []
    if parameter == "season":  # the one that is compared as text
        assert rdflib_rows(graph, query) == []


@pytest.mark.parametrize("name", [name for name, parameter in PARAMETERS if parameter == "season"])
def test_hostile_values_change_nothing(world: Store, catalog: Catalog, name: str) -> None:
    """Text made to break out of a query is a season that no series has.

    The empty text is left out: it asks for what is told of no season in particular.
    """
    for value in filter(None, hostile_values(120)):
        query = bind(catalog[name].text, {"season": Literal(value)})

        assert engine_rows(world, query) == []


def test_no_wording_belongs_to_two_questions(catalog: Catalog) -> None:
    """Where two questions share a wording, the sort of name in it tells them apart."""
    clashes = []
    for phrases in Phrases(catalog).by_key.values():
        taken: dict[tuple[frozenset[str | tuple[str, ...]], ...], str] = {}
        for phrase in phrases:
            params = phrase.question.params
            kinds = tuple(
                frozenset(params[name].scheme or params[name].classes for name in slot)
                for slot in phrase.slots
            )
            if taken.setdefault(kinds, phrase.question.id) != phrase.question.id:
                clashes.append((phrase.reading.key, taken[kinds], phrase.question.id))

    assert clashes == []

"""Every competency question is answered as its rows say, on two graphs and in two engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from competency.questions import CASES, Question, answer, answer_in_rdflib, read_questions
from competency.shows import map_shows
from showgraph.graph.inference.expansion import expand
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.storage.folder import open_generation
from showgraph.graph.validation.report import Severity
from showgraph.graph.validation.validation import validate
from showgraph.namespaces import GRAPHS
from showgraph.query.answering.answering import Answerer
from showgraph.query.questions.catalog import Catalog
from showgraph.rules import RuleTable
from showgraph.store import Store

QUESTIONS = read_questions()
QUERIES = [question for question in QUESTIONS if question.is_query]
ON_BUNDLED = [question for question in QUESTIONS if question.is_for("bundled")]


def name_of(question: Question) -> str:
    """Return the name of a question, for the names of tests."""
    return question.name


def test_nothing_is_lost() -> None:
    """There are as many questions as there have been, and each has rows to compare with."""
    assert len(QUESTIONS) >= 48
    assert len(QUERIES) >= 27
    assert len(ON_BUNDLED) >= 16
    assert all(question.is_for("expected") for question in QUESTIONS)


def test_every_question_is_in_the_list() -> None:
    """The list says which question stands where, and names no folder that has gone."""
    lines = (CASES.parent / "questions.md").read_text(encoding="utf-8").splitlines()
    named = [line.split("`")[1] for line in lines if line.startswith("| ") and "`" in line]

    assert sorted(named) == [question.name for question in QUESTIONS]


@pytest.mark.parametrize("question", QUESTIONS, ids=name_of)
@pytest.mark.row(34)
def test_answer_on_invented_shows(
    question: Question, shows: Store, catalog: Catalog, table: RuleTable
) -> None:
    """The rows and their order are those of ``expected.csv``."""
    assert answer(question, shows, catalog, table) == question.expected("expected")


@pytest.fixture(scope="session")
def bundled(bundled_graph: Path) -> Iterator[Store]:
    """Return the graph of the documents that come with the package."""
    with open_generation(bundled_graph) as generation, Store.open(generation.store) as store:
        yield store


@pytest.mark.parametrize("question", ON_BUNDLED, ids=name_of)
def test_answer_on_bundled_documents(
    question: Question, bundled: Store, catalog: Catalog, table: RuleTable
) -> None:
    """The rows and their order are those of ``bundled.csv``."""
    assert answer(question, bundled, catalog, table) == question.expected("bundled")


@pytest.fixture(scope="session")
def in_rdflib(shows: Store) -> rdflib.Graph:
    """Return the invented shows in rdflib."""
    return shows.to_rdflib(shows.counts())


#: rdflib takes half a minute for this one.
_SLOW = "by-role"


@pytest.mark.parametrize(
    "question",
    [pytest.param(q, marks=[pytest.mark.check] if name_of(q) == _SLOW else []) for q in QUERIES],
    ids=map(name_of, QUERIES),
)
@pytest.mark.row(32)
def test_both_engines_agree(question: Question, in_rdflib: rdflib.Graph) -> None:
    """The second engine gives the same rows in the same order."""
    assert answer_in_rdflib(question, in_rdflib) == question.expected("expected")


@pytest.mark.parametrize("question", [q for q in QUESTIONS if not q.is_query], ids=name_of)
def test_every_row_shows_its_words(
    question: Question, shows: Store, catalog: Catalog, table: RuleTable
) -> None:
    """Each row of a saved question rests on spans of documents, inferred rows as well."""
    found = Answerer(shows, catalog, table).ask(question.text)

    assert all(found.sources)
    assert len(found.sources) == len(found.rows)


def test_the_shows_are_as_a_build_would_have_them(shows: Store) -> None:
    """The shapes find nothing wrong, so that the questions are asked of a graph like any other."""
    assert validate(shows).count(Severity.VIOLATION) == 0


@pytest.mark.parametrize("graph", ["shows", "bundled"])
@pytest.mark.row(16, 23)
def test_owlrl_infers_the_same(graph: str, axioms: str, request: pytest.FixtureRequest) -> None:
    """The inferred graph is the one that the reference gives."""
    store: Store = request.getfixturevalue(graph)
    accepted = store.quads(graph=GRAPHS["accepted"])

    assert set(expand(accepted, axioms)) == set(store.quads(graph=GRAPHS["inferred"]))


def test_the_shows_have_the_patterns_that_they_are_for(shows: Store) -> None:
    """The graph is as large as it has been, with claims that no accepted fact comes from."""
    counts = shows.counts()

    assert counts[GRAPHS["accepted"]] >= 250
    assert counts[GRAPHS["inferred"]] >= 250
    assert len(ontology_quads()) > 1000
    assert len(map_shows()) == counts[GRAPHS["accepted"]] + counts[GRAPHS["claims"]]

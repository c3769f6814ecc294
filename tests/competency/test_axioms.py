"""Each axiom of the ontology earns its keep: without it an answer changes, or a fault goes unseen.

``axioms.tsv`` says what each is for: ``question``, with the one whose answer changes; ``clash``,
with facts of which a fault is named by this axiom; ``shapes``, where a shape would pass over nodes
of the invented shows. Pairs of a disjointness count one by one.
"""

import csv
from functools import cache
from pathlib import Path

import pytest
import rdflib

from competency.ablation import Axiom, list_axioms, read_ontology
from competency.questions import Rows, answer, read_questions
from competency.shows import map_shows
from graph.owl_reference import to_ntriples
from showgraph.errors import InconsistencyError
from showgraph.graph.inference.closure import infer
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.validation.validation import validate
from showgraph.namespaces import RDF, RDFS, SG
from showgraph.query.questions.catalog import Catalog
from showgraph.resources import read_bundled
from showgraph.rules import RuleTable, compile_rules
from showgraph.store import NamedNode, Quad, RdfFormat, Store, parse

USES = Path(__file__).with_name("axioms.tsv")


def read_uses() -> list[tuple[str, str, str]]:
    """Return name, use and fixture of each axiom."""
    with USES.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file, delimiter="\t")
    return [(name, use, fixture) for name, use, fixture in rows]


def of_use(wanted: str) -> list[tuple[str, str]]:
    """Return name and fixture of the axioms with that use."""
    return [(name, fixture) for name, use, fixture in read_uses() if use == wanted]


@cache
def parsed() -> rdflib.Graph:
    """Return the ontology, parsed once."""
    return read_ontology(read_bundled("ontology", "showgraph.ttl"))


@cache
def axioms() -> dict[str, Axiom]:
    """Return the axioms of the ontology by name."""
    return {axiom.name: axiom for axiom in list_axioms(parsed())}


def without(name: str) -> RuleTable:
    """Return the rules of the ontology without an axiom."""
    return compile_rules(axioms()[name].without(parsed()))


@pytest.mark.row(24)
def test_every_axiom_has_its_use() -> None:
    """No axiom is missing in the list, none is in it that has gone, and none is for nothing."""
    uses = {name: use for name, use, _ in read_uses()}

    assert set(axioms()) == set(uses)
    assert set(uses.values()) == {"question", "clash", "shapes"}
    assert len(of_use("question")) >= 47


def test_an_axiom_is_really_taken_out(table: RuleTable) -> None:
    """Taking out nothing leaves the rules as they are; taking out one leaves fewer."""
    whole = Axiom("", frozenset())

    assert compile_rules(whole.without(parsed())) == table
    assert len(without("chain:castMember/hasPart,castMember").rules) == len(table.rules) - 1


# ---- Questions ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    """Return what is asserted of the invented shows."""
    return map_shows()


#: Some are tried at every run of the tests, all where there is time.
TRIED = [
    pytest.param(*use, marks=[pytest.mark.check] if number % 4 else [])
    for number, use in enumerate(of_use("question"))
]


@pytest.mark.parametrize(("name", "question"), TRIED)
@pytest.mark.row(24)
def test_without_the_axiom_the_answer_changes(
    name: str, question: str, quads: list[Quad], catalog: Catalog
) -> None:
    """The rows of the question are others than with the whole ontology."""
    (asked,) = (each for each in read_questions() if each.name == question)
    table = without(name)
    with Store.memory() as store:
        store.bulk_load([*quads, *ontology_quads(), *infer(quads, table)])
        rows: Rows = answer(asked, store, catalog, table)

    assert rows != asked.expected("expected")


# ---- Faults -------------------------------------------------------------------------------------


def to_quads(facts: str) -> list[Quad]:
    """Return facts that are written ``x a Person; x castMember y`` as quads."""
    triples = []
    for fact in facts.split("; "):
        subject, prop, value = fact.split()
        is_class = prop == "a"
        triples.append(
            (
                f"<https://example.org/{subject}>",
                f"<{RDF}type>" if is_class else f"<{SG}{prop}>",
                f"<{SG if is_class else 'https://example.org/'}{value}>",
            )
        )
    return list(parse(to_ntriples(triples), format=RdfFormat.N_TRIPLES))


def find_clashes(facts: str, table: RuleTable) -> set[str]:
    """Return what is wrong with facts, without the reasons."""
    try:
        infer(to_quads(facts), table)
    except InconsistencyError as error:
        return {clash.partition(", by ")[0] for clash in error.clashes}
    return set()


@pytest.mark.parametrize(("name", "facts"), of_use("clash")[::10])
def test_the_fault_is_found(facts: str, name: str, table: RuleTable) -> None:
    """Every tenth fixture is refused; all of them are tried where there is time."""
    assert find_clashes(facts, table), name


@pytest.mark.check
@pytest.mark.parametrize(("name", "facts"), of_use("clash"))
@pytest.mark.row(24)
def test_without_the_axiom_the_fault_is_not_named(facts: str, name: str, table: RuleTable) -> None:
    """The facts clash, and less is said of them where the axiom is missing."""
    clashes = find_clashes(facts, table)

    assert clashes
    assert find_clashes(facts, without(name)) < clashes


# ---- Shapes -------------------------------------------------------------------------------------


@pytest.mark.check
@pytest.mark.parametrize("name", [name for name, _ in of_use("shapes")])
@pytest.mark.row(24)
def test_without_the_axiom_a_shape_passes_over_nodes(
    name: str, quads: list[Quad], shows: Store
) -> None:
    """Validation looks at asserted facts, so that it is the ontology that leads to subclasses."""
    lower, _, upper = name.partition(":")[2].partition("/")
    link = (NamedNode(SG + lower), NamedNode(RDFS + "subClassOf"), NamedNode(SG + upper))
    left = [q for q in ontology_quads() if (q.subject, q.predicate, q.object) != link]
    with Store.memory() as store:
        store.bulk_load([*quads, *left])
        counts = {shape.code: shape.n_focus_nodes for shape in validate(store).shapes}

    assert len(left) == len(ontology_quads()) - 1
    assert counts != {shape.code: shape.n_focus_nodes for shape in validate(shows).shapes}

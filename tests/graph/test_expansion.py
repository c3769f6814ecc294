"""The reference reasoner gives what the closure gives, in the same form."""

import pytest

from graph.owl_reference import to_ntriples
from showgraph.errors import InconsistencyError
from showgraph.graph.inference.closure import infer
from showgraph.graph.inference.expansion import expand
from showgraph.namespaces import GRAPHS, RDF, SG
from showgraph.resources import read_bundled
from showgraph.rules import Triple, compile_rules
from showgraph.store import NamedNode, Quad, RdfFormat, parse

ROOT = "https://example.org/"
ACCEPTED = NamedNode(GRAPHS["accepted"])
AXIOMS = read_bundled("ontology", "showgraph.ttl")


def link(subject: str, prop: str, value: str) -> Triple:
    """Return a link between two things."""
    return f"<{ROOT}{subject}>", f"<{SG}{prop}>", f"<{ROOT}{value}>"


def a(subject: str, cls: str) -> Triple:
    """Return the fact that a thing is in a class."""
    return f"<{ROOT}{subject}>", f"<{RDF}type>", f"<{SG}{cls}>"


def quads(facts: list[Triple], graph: NamedNode = ACCEPTED) -> list[Quad]:
    """Return facts as quads of a graph."""
    triples = parse(to_ntriples(facts), format=RdfFormat.N_TRIPLES)
    return [Quad(it.subject, it.predicate, it.object, graph) for it in triples]


FACTS = [
    link("two", "seasonOf", "show"),
    link("two", "hasPerformance", "part"),
    link("part", "creditedAgent", "ada"),
    link("part", "portrays", "maud"),
]


def test_it_gives_the_quads_of_the_closure() -> None:
    """Both give the same quads, each once, and nothing that was given."""
    inferred = list(expand(quads(FACTS), AXIOMS))

    assert set(inferred) == set(infer(quads(FACTS), compile_rules(AXIOMS)))
    assert len(inferred) == len(set(inferred)) > 10
    assert {quad.graph_name for quad in inferred} == {NamedNode(GRAPHS["inferred"])}


def test_nothing_follows_from_a_claim() -> None:
    """Only accepted facts are looked at."""
    assert list(expand(quads(FACTS, NamedNode(GRAPHS["claims"])), AXIOMS)) == []


def test_what_cannot_be_is_an_error() -> None:
    """The reference marks an inconsistency by a node; here it is an error that names the thing."""
    facts = [a("lumo", "Platform"), a("lumo", "Organization")]

    with pytest.raises(InconsistencyError, match=f"{ROOT}lumo"):
        expand(quads(facts), AXIOMS)

"""The axioms of the ontology one by one, and the ontology without one of them.

All is done on copies of one parsed graph: parsing the text again would rename its blank nodes,
and taking out a triple with the old name would take out nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import rdflib
from rdflib import OWL, RDF, RDFS
from rdflib.term import Node

from showgraph.namespaces import SG

_LINKS: Final = {
    RDFS.subClassOf: "subclass",
    RDFS.subPropertyOf: "subproperty",
    RDFS.domain: "domain",
    RDFS.range: "range",
    OWL.inverseOf: "inverse",
    OWL.disjointWith: "disjointclasses",
}
_CHARACTERISTICS: Final = {
    OWL.TransitiveProperty: "transitive",
    OWL.SymmetricProperty: "symmetric",
    OWL.AsymmetricProperty: "asymmetric",
    OWL.IrreflexiveProperty: "irreflexive",
}

Triple = tuple[Node, Node, Node]


@dataclass(frozen=True, slots=True)
class Axiom:
    """One axiom: its name, such as ``domain:hasCredit/CreativeWork``, and what states it.

    ``instead`` states what is left of an axiom of many members when two of them are let off.
    """

    name: str
    triples: frozenset[Triple]
    instead: frozenset[Triple] = frozenset()

    def without(self, ontology: rdflib.Graph) -> str:
        """Return the ontology without this axiom, as text."""
        copy = rdflib.Graph()
        for triple in ontology:
            if triple not in self.triples:
                copy.add(triple)
        for triple in self.instead:
            copy.add(triple)
        return copy.serialize(format="nt")


def read_ontology(turtle: str) -> rdflib.Graph:
    """Return what an ontology says beside labels, definitions and examples."""
    graph = rdflib.Graph().parse(data=turtle, format="turtle")
    for triple in list(graph):
        if isinstance(triple[2], rdflib.Literal) or triple[1] == RDFS.isDefinedBy:
            graph.remove(triple)
    return graph


def list_axioms(ontology: rdflib.Graph) -> list[Axiom]:
    """Return all axioms, sorted by name; each pair of a disjointness counts as one."""
    found = [
        *_iter_links(ontology),
        *_iter_characteristics(ontology),
        *_iter_chains(ontology),
        *_iter_disjoint(ontology),
    ]
    return sorted(found, key=lambda axiom: axiom.name)


def _iter_links(ontology: rdflib.Graph) -> Iterator[Axiom]:
    for predicate, kind in _LINKS.items():
        for triple in ontology.triples((None, predicate, None)):
            subject, _, value = triple
            if not isinstance(value, rdflib.BNode):
                yield Axiom(f"{kind}:{_name(subject)}/{_name(value)}", frozenset({triple}))
                continue
            given = ontology.value(value, OWL.hasValue)
            restriction = ontology.triples((value, None, None))
            name = f"hasvalue:{_name(subject)}/{_name(given)}"
            yield Axiom(name, frozenset({triple, *restriction}))


def _iter_characteristics(ontology: rdflib.Graph) -> Iterator[Axiom]:
    for cls, kind in _CHARACTERISTICS.items():
        for triple in ontology.triples((None, RDF.type, cls)):
            yield Axiom(f"{kind}:{_name(triple[0])}", frozenset({triple}))


def _iter_chains(ontology: rdflib.Graph) -> Iterator[Axiom]:
    for triple in ontology.triples((None, OWL.propertyChainAxiom, None)):
        subject, _, head = triple
        links = ",".join(map(_name, ontology.items(head)))
        cells = _cells(ontology, head)
        yield Axiom(f"chain:{_name(subject)}/{links}", frozenset({triple, *cells}))


def _iter_disjoint(ontology: rdflib.Graph) -> Iterator[Axiom]:
    for node in ontology.subjects(RDF.type, OWL.AllDisjointClasses):
        head = ontology.value(node, OWL.members)
        assert head is not None
        members = sorted(ontology.items(head), key=str)
        whole = frozenset({*ontology.triples((node, None, None)), *_cells(ontology, head)})
        pairs = list(combinations(members, 2))
        for pair in pairs:
            others = frozenset((a, OWL.disjointWith, b) for a, b in pairs if (a, b) != pair)
            yield Axiom(f"disjointclasses:{_name(pair[0])}/{_name(pair[1])}", whole, others)


def _cells(ontology: rdflib.Graph, head: Node) -> set[Triple]:
    """Return the triples of a list."""
    found: set[Triple] = set()
    while head != RDF.nil:
        found.update(ontology.triples((head, None, None)))
        rest = ontology.value(head, RDF.rest)
        assert rest is not None
        head = rest
    return found


def _name(node: Node | None) -> str:
    return str(node).removeprefix(SG).rpartition("/scheme/")[2]

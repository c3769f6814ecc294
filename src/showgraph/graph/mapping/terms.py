"""Make the terms of the quads: properties, concepts, typed literals, IRIs of things and nodes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from showgraph.graph.accepting.facts import Value
from showgraph.graph.accepting.works import series_of
from showgraph.iris import concept_iri, document_iri, entity_iri, name_key, node_iri
from showgraph.model import Kind, Reference
from showgraph.namespaces import BASE, RDF, SG, XSD
from showgraph.store import Literal, NamedNode, Triple

Term = NamedNode | Literal

TYPE: Final = NamedNode(RDF + "type")


@cache
def sg(name: str) -> NamedNode:
    """Return a term of the ontology."""
    return NamedNode(SG + name)


@cache
def concept(scheme: str, label: str) -> NamedNode:
    """Return the concept with that preferred label."""
    return NamedNode(concept_iri(scheme, label))


def typed(lexical: str, datatype: str) -> Literal:
    """Return a literal of a datatype of XML Schema; the form must be the canonical one."""
    return Literal(lexical, datatype=NamedNode(XSD + datatype))


def is_a(node: NamedNode, name: str) -> Triple:
    """Return the triple that gives a node its class."""
    return Triple(node, TYPE, sg(name))


@dataclass(frozen=True, slots=True)
class Minter:
    """The IRIs of things, nodes and documents under one base.

    ``titles`` are the series by the key of their title, which is all that a character tells.
    """

    base: str = BASE
    titles: Mapping[str, Reference] = field(default_factory=dict)
    _things: dict[Reference, NamedNode] = field(default_factory=dict, repr=False, compare=False)

    def thing(self, reference: Reference) -> NamedNode:
        """Return what a reference means."""
        found = self._things.get(reference)
        if found is None:
            found = NamedNode(entity_iri(reference, base=self.base))
            self._things[reference] = found
        return found

    def things(self, values: Iterable[Value]) -> list[NamedNode]:
        """Return what the references among ``values`` mean, in their order."""
        return [self.thing(value) for value in values if isinstance(value, Reference)]

    def series_of(self, reference: Reference) -> Reference | None:
        """Return the series that a work or character belongs to, or None."""
        if reference.kind is Kind.CHARACTER:
            return self.titles.get(name_key(reference.work))
        return series_of(reference)

    def node(self, sort: str, *key: str | Term) -> NamedNode:
        """Return a node without a name of its own; a term in the key counts by its text."""
        parts = (part if isinstance(part, str) else str(part.value) for part in key)
        return NamedNode(node_iri(sort, *parts, base=self.base))

    def document(self, document_id: str) -> NamedNode:
        """Return a document."""
        return NamedNode(document_iri(document_id, base=self.base))

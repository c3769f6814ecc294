"""Pictures of quads that a person can read: nodes without a name go by their class."""

from collections.abc import Iterable

from claim_builder import DOCUMENTS, extract
from showgraph.graph.accepting.acceptance import accept
from showgraph.graph.mapping import Run, to_quads
from showgraph.model import Claim, Document, Entity
from showgraph.namespaces import GRAPHS, OA, PROV, RDF, SCHEME, SG, SKOS
from showgraph.store import Literal, NamedNode, Quad, Triple

RUN = Run(software_version="0.1.0", rule_pack="0" * 16)

_TYPE = RDF + "type"
_PREF_LABEL = SKOS + "prefLabel"

Term = NamedNode | Literal


class Picture:
    """Names for the terms of some quads."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        """Learn labels and classes."""
        self.quads = list(quads)
        self.names: dict[Term, str] = {}
        for name in (_TYPE, _PREF_LABEL):
            for quad in self.quads:
                if quad.predicate.value == name and isinstance(quad.subject, NamedNode):
                    assert isinstance(quad.object, NamedNode | Literal)
                    self.names[quad.subject] = self.name(quad.object)

    def name(self, term: object) -> str:
        """Return a label, a class, a local name or a lexical form."""
        assert isinstance(term, NamedNode | Literal)
        if term in self.names:
            return self.names[term]
        text = term.value
        for namespace in (SG, SCHEME, RDF, SKOS, OA, PROV):
            text = text.removeprefix(namespace)
        return text

    def line(self, triple: Triple) -> str:
        """Return a triple in one line."""
        return " ".join(map(self.name, triple))

    def facts(self) -> set[str]:
        """Return the accepted triples but for classes and labels."""
        return {
            self.line(quad.triple)
            for quad in self.quads
            if quad.graph_name == NamedNode(GRAPHS["accepted"])
            and quad.predicate.value not in {_TYPE, _PREF_LABEL, SKOS + "altLabel"}
        }

    def values(self, node: NamedNode, name: str) -> list[str]:
        """Return the names of what a node is linked to by a property, sorted."""
        return sorted(
            self.name(quad.object)
            for quad in self.quads
            if quad.subject == node and quad.predicate.value == name
        )

    def nodes(self, kind: str) -> list[NamedNode]:
        """Return the nodes of a class of the ontology, sorted."""
        found = {
            quad.subject
            for quad in self.quads
            if quad.predicate.value == _TYPE and quad.object == NamedNode(SG + kind)
        }
        return sorted((it for it in found if isinstance(it, NamedNode)), key=str)

    def linked(self, node: NamedNode, name: str) -> list[NamedNode]:
        """Return the nodes that a node is linked to by a property."""
        return [
            it.object
            for it in self.quads
            if it.subject == node
            and it.predicate.value == name
            and isinstance(it.object, NamedNode)
        ]

    def claims(self) -> set[str]:
        """Return each claim in one line: what it states, what it asserts, its rank if Normal."""
        return {self._claim(node) for node in self.nodes("Claim")}

    def _claim(self, node: NamedNode) -> str:
        parts = [
            word
            for name in (
                RDF + "subject",
                RDF + "predicate",
                RDF + "object",
                SG + "earliest",
                SG + "latest",
                SG + "monthDay",
            )
            for word in self.values(node, name)
        ]
        parts += (f"[{it}]" for it in self.values(node, SG + "assertsNode"))
        parts += ("-" for rank in self.values(node, SG + "rank") if rank == "Normal")
        return " ".join(parts)


def draw(
    *claims: Claim,
    entities: Iterable[Entity] = (),
    documents: tuple[Document, ...] = DOCUMENTS,
    run: Run = RUN,
) -> Picture:
    """Return the quads of claims, to be looked at."""
    extraction = extract(*claims, entities=entities)
    accepted = accept(extraction, documents)
    assert accepted.rejections == ()
    return Picture(to_quads(accepted, extraction, documents, run=run))

"""What the rows of an answer rest on: triples, nodes that claims assert, and claims."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from showgraph.namespaces import RDF, SG
from showgraph.query.provenance.explanation import (
    Explainer,
    Explanation,
    Source,
    Standing,
    sources,
    sources_of,
)
from showgraph.query.provenance.support import Claims, StatedClaim
from showgraph.query.questions.header import EvidenceTemplate
from showgraph.store import Literal, NamedNode, Store, Triple

Term = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that a row rests on: a triple, or a node alone, or a claim alone."""

    triple: Triple | None = None
    node: NamedNode | None = None
    claim: NamedNode | None = None


def iter_grounds(
    templates: Sequence[EvidenceTemplate],
    row: Mapping[str, Term | None],
) -> Iterator[Ground]:
    """Yield the grounds of a solution; a template with a variable that has no value is left out."""
    for template in templates:
        terms = [row.get(term) if isinstance(term, str) else term for term in template.terms]
        match terms:
            case [NamedNode() as claim] if template.is_claim:
                yield Ground(claim=claim)
            case [NamedNode() as node]:
                yield Ground(node=node)
            case [
                NamedNode() as subject,
                NamedNode() as predicate,
                NamedNode() | Literal() as value,
            ]:
                yield Ground(triple=Triple(subject, predicate, value))
            case _:
                pass


class GroundReader:
    """Reads what stands behind grounds; what was read for one row serves the next."""

    def __init__(self, store: Store, explainer: Explainer) -> None:
        """Read claims from ``store``; explain its triples with ``explainer``."""
        self._store = store
        self._explainer = explainer
        self._claims = Claims(store)
        self._known: dict[Ground, tuple[Source, ...]] = {}

    def sources(self, ground: Ground) -> tuple[Source, ...]:
        """Return the spans of documents behind a ground, sorted, each once."""
        if ground not in self._known:
            self._known[ground] = self._read(ground)
        return self._known[ground]

    def _read(self, ground: Ground) -> tuple[Source, ...]:
        if ground.triple is not None:
            return sources(self._explainer.explain(ground.triple))
        if ground.node is not None:
            return sources_of(self._claims.of_node(ground.node))
        return sources_of([self._claims.claim(ground.claim)] if ground.claim else [])

    def explanation(self, ground: Ground) -> Explanation:
        """Return why a ground holds; a node is explained by its type, a claim by itself."""
        if ground.triple is not None:
            return self._explainer.explain(ground.triple)
        if ground.node is not None:
            return self._explainer.explain(self._type_of(ground.node))
        if ground.claim is not None:
            return self._of_claim(ground.claim)
        raise ValueError("a ground without a triple, node or claim")

    def _type_of(self, node: NamedNode) -> Triple:
        """Return the asserted triple that says what sort of node it is."""
        predicate = NamedNode(RDF + "type")
        return min(
            (quad.triple for quad in self._store.quads(node, predicate)),
            key=lambda triple: (not self._claims.supporting(triple), str(triple)),
            default=Triple(node, predicate, NamedNode(SG + "Event")),
        )

    def _of_claim(self, claim: NamedNode) -> Explanation:
        """Return the explanation that has one claim alone, as its evidence is the answer."""
        stated: StatedClaim = self._claims.claim(claim)
        parts = {
            quad.predicate.value: quad.object
            for quad in self._store.quads(claim)
            if quad.predicate.value in {RDF + "subject", RDF + "predicate", RDF + "object"}
        }
        subject = parts.get(RDF + "subject", claim)
        predicate = parts.get(RDF + "predicate", NamedNode(RDF + "type"))
        triple = Triple(subject, predicate, parts.get(RDF + "object", claim))  # type: ignore[arg-type] # the shapes of claims keep literals out of both places
        return Explanation(triple, stated.relation, Standing.ASSERTED, (stated,))

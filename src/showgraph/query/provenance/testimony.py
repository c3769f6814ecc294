"""How documents stand to a fact: which state it, which contradict it, which say something else.

A document contradicts a fact by denying it, or by a value that cannot be true beside it. It says
something else by another value of what can have several.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from showgraph.namespaces import RDF, SG
from showgraph.query.naming.labels import Labels
from showgraph.query.provenance.explanation import Explanation
from showgraph.query.provenance.support import Claims, StatedClaim
from showgraph.store import Literal, NamedNode, Store
from showgraph.words import Status

#: Who asks, doubts or passes on a thing says neither it nor its contrary.
_SAID = frozenset({Status.ASSERTED, Status.SCHEDULED})


@dataclass(frozen=True, slots=True, order=True)
class Against:
    """What a document says against a fact or beside it: its words for the value, and the claim."""

    value: str
    claim: StatedClaim


@dataclass(frozen=True, slots=True)
class Testimony:
    """The claims of a fact itself, those against it, and those of other values, sorted."""

    stated: tuple[StatedClaim, ...]
    contradicting: tuple[Against, ...]
    otherwise: tuple[Against, ...]

    def __str__(self) -> str:
        """Return a line: ``stated by 2 documents, contradicted by none``."""
        against = count_documents(each.claim for each in self.contradicting)
        line = f"stated by {count_documents(self.stated)}, contradicted by {against}"
        others = count_documents(each.claim for each in self.otherwise)
        return f"{line}; other values by {others}" if self.otherwise else line


def count_documents(claims: Iterable[StatedClaim]) -> str:
    """Return how many documents claims stand in, in words: ``none``, ``1 document``.

    Documents that copy one text count once.
    """
    n_documents = len({claim.copy_of or claim.document for claim in claims})
    if not n_documents:
        return "none"
    return f"{n_documents} document{'' if n_documents == 1 else 's'}"


class TestimonyReader:
    """Reads how documents stand to facts of one store; what was read for one serves the next."""

    #: No test, whatever pytest makes of the name.
    __test__ = False

    def __init__(self, store: Store) -> None:
        """Read claims from ``store``, which stays the caller's to close."""
        self._store = store
        self._claims = Claims(store)
        self._labels = Labels(store)

    def read(self, explanation: Explanation) -> Testimony:
        """Return how documents stand to what is explained."""
        stated = explanation.claims or explanation.stated
        said = [claim for claim in explanation.lesser if claim.status in _SAID]
        denials = [
            Against("not so", claim)
            for claim in explanation.lesser
            if claim.status is Status.NEGATED
        ]
        own = {claim.iri for claim in (*stated, *said)}
        return Testimony(
            stated or tuple(said),
            tuple(sorted({*denials, *self._others(own, "Contradiction")})),
            tuple(sorted(set(self._others(own, "Difference")))),
        )

    def _others(self, own: set[str], sort: str) -> Iterator[Against]:
        """Yield the claims on the other sides of the disagreements in which claims stand."""
        for disagreement in sorted(self._disagreements(own, sort), key=str):
            for side in self._objects(disagreement, "side"):
                claims = [node for node in self._objects(side, "claim") if node.value not in own]
                for node in claims:
                    claim = self._claims.claim(node)
                    if claim.status in _SAID:
                        yield Against(self._value(node), claim)

    def _disagreements(self, own: Iterable[str], sort: str) -> set[NamedNode]:
        """Return the disagreements of a sort that have one of the claims on a side."""
        kind = NamedNode(SG + sort)
        return {
            quad.subject
            for iri in own
            for side in self._subjects("claim", NamedNode(iri))
            for node in self._subjects("side", side)
            for quad in self._store.quads(node, NamedNode(RDF + "type"), kind)
            if isinstance(quad.subject, NamedNode)
        }

    def _value(self, claim: NamedNode) -> str:
        """Return what a claim says of its subject: the object, or its dates."""
        value = self._store.quads(claim, NamedNode(RDF + "object"))
        texts = [self._labels.of(quad.object) for quad in value]
        for name in ("earliest", "latest", "monthDay"):
            quads = self._store.quads(claim, NamedNode(SG + name))
            texts += [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
        return " to ".join(dict.fromkeys(texts))

    def _objects(self, node: NamedNode, name: str) -> list[NamedNode]:
        quads = self._store.quads(node, NamedNode(SG + name))
        return sorted((q.object for q in quads if isinstance(q.object, NamedNode)), key=str)

    def _subjects(self, name: str, node: NamedNode) -> list[NamedNode]:
        quads = self._store.quads(None, NamedNode(SG + name), node)
        return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]

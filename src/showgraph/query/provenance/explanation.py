"""Explain why a triple holds: the claims that state it, or the rule and the premises' claims.

An inferred triple is proved backwards with the rules that the graph was built with, down to
asserted triples; behind each of those stand claims, and behind each claim the exact words of a
document.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from showgraph.namespaces import RDFS, SKOS
from showgraph.query.provenance.facts import StoreFacts
from showgraph.query.provenance.support import Claims, StatedClaim
from showgraph.rules import Proof, Prover, Rule, RuleTable
from showgraph.rules.table import TYPE, term_name
from showgraph.rules.terms import Term, to_text
from showgraph.store import Literal, NamedNode, Store, Triple


class Standing(StrEnum):
    """How a triple comes to hold."""

    ASSERTED = "asserted"
    INFERRED = "inferred"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A span of a document: offsets in code points, half-open, and the words there."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a triple holds, or that it does not.

    An asserted triple has ``claims``, sorted by document; none where nobody claimed it, as in
    the ontology. An inferred one has ``rule`` and ``premises``, and in ``stated`` the claims of
    just this triple, as a document says "she created it" where the graph has a credit. ``lesser``
    are claims of just this triple that support nothing: they deny or doubt it, or others
    contradict them.
    """

    triple: Triple
    words: str
    standing: Standing
    claims: tuple[StatedClaim, ...] = ()
    lesser: tuple[StatedClaim, ...] = ()
    rule: Rule | None = None
    premises: tuple["Explanation", ...] = ()
    stated: tuple[StatedClaim, ...] = ()

    def walk(self) -> Iterator["Explanation"]:
        """Yield this explanation and those of its premises, at any depth, conclusions first."""
        yield self
        for premise in self.premises:
            yield from premise.walk()


class Explainer:
    """Explanations over one store; what was read for one serves the next."""

    def __init__(self, store: Store, table: RuleTable) -> None:
        """Explain the facts of ``store``, which was closed with the rules of ``table``."""
        self._store = store
        self._facts = StoreFacts(store)
        self._prover = Prover(table, self._facts)
        self._claims = Claims(store)
        self._labels: dict[str, str] = {}

    def explain(self, triple: Triple) -> Explanation:
        """Return why ``triple`` holds, in the way that needs the fewest steps."""
        proof = self._prover.prove(to_text(triple))
        return self._explanation(proof) if proof else self._absence(triple)

    def ways(self, triple: Triple, *, limit: int = 10) -> tuple[Explanation, ...]:
        """Return the explanations that differ in their last step, shortest first.

        At most ``limit`` of them; none where the triple does not hold.
        """
        proofs = self._prover.ways(to_text(triple), limit=limit)
        return tuple(map(self._explanation, proofs))

    def _explanation(self, proof: Proof) -> Explanation:
        triple = self._triple(proof.triple)
        asserted = proof.rule is None
        own = self._claims.of_triple(triple)
        return Explanation(
            triple=triple,
            words=self._in_words(proof.triple),
            standing=Standing.ASSERTED if asserted else Standing.INFERRED,
            claims=self._claims.supporting(triple) if asserted else (),
            lesser=tuple(claim for claim in own if not claim.preferred),
            rule=proof.rule,
            premises=tuple(map(self._explanation, proof.premises)),
            stated=() if asserted else tuple(claim for claim in own if claim.preferred),
        )

    def _absence(self, triple: Triple) -> Explanation:
        words = self._in_words(to_text(triple))
        lesser = self._claims.of_triple(triple)
        return Explanation(triple, words, Standing.ABSENT, lesser=lesser)

    def _triple(self, texts: tuple[str, str, str]) -> Triple:
        subject, predicate, obj = map(self._facts.term, texts)
        if isinstance(subject, Literal) or not isinstance(predicate, NamedNode):
            raise TypeError(f"{' '.join(texts)} is no triple")
        return Triple(subject, predicate, obj)

    def _in_words(self, texts: tuple[str, str, str]) -> str:
        return " ".join(map(self._label, texts))

    def _label(self, text: str) -> str:
        """Return the name of a thing, or the short form of its IRI where it has none."""
        if text not in self._labels:
            labels = self._read_labels(self._facts.term(text))
            self._labels[text] = "is a" if text == TYPE else min(labels, default=term_name(text))
        return self._labels[text]

    def _read_labels(self, term: Term) -> list[str]:
        if isinstance(term, Literal):
            return [term.value]
        if not isinstance(term, NamedNode):
            return []
        for predicate in (SKOS + "prefLabel", RDFS + "label"):
            objects = [quad.object for quad in self._store.quads(term, NamedNode(predicate))]
            labels = [label.value for label in objects if isinstance(label, Literal)]
            if labels:
                return labels
        return []


def explain(store: Store, table: RuleTable, triple: Triple) -> Explanation:
    """Return why ``triple`` holds; for many triples, keep one :class:`Explainer`."""
    return Explainer(store, table).explain(triple)


def sources(*explanations: Explanation) -> tuple[Source, ...]:
    """Return the spans of documents that explanations rest on, sorted, each once."""
    steps = (step for explanation in explanations for step in explanation.walk())
    return sources_of(claim for step in steps for claim in step.claims)


def sources_of(claims: Iterable[StatedClaim]) -> tuple[Source, ...]:
    """Return the spans of documents that are the evidence of claims, sorted, each once."""
    found = {
        Source(claim.document, span.start, span.end, span.quote)
        for claim in claims
        for span in claim.evidence
    }
    return tuple(sorted(found))

"""Find the claims behind an asserted fact, with the words of the documents.

Which claims stand behind a fact depends on what it is. The first of these that finds any
decides: claims of just this triple; claims of an interval or a day, for the dates of a release
or another event; claims that assert the node, for its type and the links that make it up; claims
that mention the thing, for its type, names and number.

The one thing a newcomer would get wrong: a claim of a triple need not support it. What the
acceptance policy passed over (denials, doubts, rumours) has a lower rank and is kept apart.
Status does not decide: an accepted statement may deny something.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from showgraph.namespaces import DCTERMS, GRAPHS, OA, RDF, SG, SKOS
from showgraph.query.provenance.copies import read_copies
from showgraph.rules.terms import Term
from showgraph.store import Literal, NamedNode, Store, Triple
from showgraph.words import Evidence, Status

_DATES: Final = frozenset(SG + name for name in ("earliestDate", "latestDate", "datePrecision"))
_NAMES: Final = frozenset({SKOS + "prefLabel", SKOS + "altLabel"})


@dataclass(frozen=True, slots=True, order=True)
class StatedClaim:
    """A claim as a reader sees it: who says so, how far, and the exact words.

    ``document`` is the document's id, ``speaker`` the name of the person quoted, or "".
    ``evidence`` is sorted and never empty. ``preferred`` tells whether it supports a fact.
    ``copy_of`` is the id of the longer document whose text the document repeats, or "".
    """

    document: str
    evidence: tuple[Evidence, ...]
    relation: str
    status: Status
    speaker: str
    rule: str
    iri: str
    preferred: bool = True
    copy_of: str = ""


class Claims:
    """The claims of a store that does not change meanwhile; what was read is kept."""

    def __init__(self, store: Store) -> None:
        """Read claims from ``store``, which stays the caller's to close."""
        self._store = store
        self._claims = NamedNode(GRAPHS["claims"])
        self._accepted = NamedNode(GRAPHS["accepted"])
        self._read: dict[NamedNode, StatedClaim] = {}
        self._stated: dict[Term, dict[tuple[Term, Term], list[NamedNode]]] = {}

    @cached_property
    def copies(self) -> dict[str, str]:
        """The ids of documents that repeat a longer one, with the id of that."""
        return read_copies(self._store)

    def supporting(self, triple: Triple) -> tuple[StatedClaim, ...]:
        """Return the claims that stand behind a triple of the accepted graph, sorted.

        They are preferred ones. Only the type and name of what nothing else speaks of rest on
        others: to doubt a thing is to name it. A date never rests on a claim
        that merely mentions its event. A triple outside the accepted graph has no claims.
        """
        accepted = self._store.quads(
            triple.subject, triple.predicate, triple.object, self._accepted
        )
        if not any(True for _ in accepted):
            return ()
        for find in (self._of_triple, self._of_date, self._of_node, self._of_pair):
            claims = {claim for claim in self._load(find(triple)) if claim.preferred}
            if claims:
                return tuple(sorted(claims))
        named = () if triple.predicate.value in _DATES else self._of_name(triple)
        return tuple(sorted(self._load(named)))

    def of_triple(self, triple: Triple) -> tuple[StatedClaim, ...]:
        """Return the claims of just this triple, whatever their status, sorted."""
        return tuple(sorted(self._load(self._of_triple(triple))))

    def claim(self, claim: NamedNode) -> StatedClaim:
        """Return one claim, whatever its status.

        Raises:
            ValueError: If the store has no claim of that IRI, or one without its parts.
        """
        if claim not in self._read:
            spans = sorted(self._span(span) for span in self._nodes(claim, SG + "evidence"))
            (document,) = self._nodes(claim, SG + "statedIn")
            speakers = [
                label
                for person in self._nodes(claim, SG + "spokenBy")
                for label in self._lexical(person, SKOS + "prefLabel", self._accepted)
            ]
            (status,) = self._nodes(claim, SG + "claimStatus")
            name = min(self._lexical(document, DCTERMS + "identifier"))
            self._read[claim] = StatedClaim(
                document=name,
                evidence=tuple(spans),
                relation=min(self._lexical(claim, SG + "relation"), default=""),
                status=Status(status.value.rpartition("/")[2]),
                speaker=min(speakers, default=""),
                rule=min(self._lexical(claim, SG + "rule"), default=""),
                iri=claim.value,
                preferred=NamedNode(SG + "Preferred") in self._nodes(claim, SG + "rank"),
                copy_of=self.copies.get(name, ""),
            )
        return self._read[claim]

    def has(self, node: NamedNode) -> bool:
        """Return whether a node is a claim."""
        return bool(self._nodes(node, SG + "statedIn"))

    def of_node(self, node: Term) -> tuple[StatedClaim, ...]:
        """Return the preferred claims that assert a credit, event or other node, sorted."""
        claims = self._load(self._with_node(node))
        return tuple(sorted(claim for claim in claims if claim.preferred))

    def _of_triple(self, triple: Triple) -> list[NamedNode]:
        """Return the claims of a triple; all those of its subject are read once."""
        if triple.subject not in self._stated:
            stated: defaultdict[tuple[Term, Term], list[NamedNode]] = defaultdict(list)
            for claim in self._with("subject", triple.subject):
                for predicate in self._values(claim, RDF + "predicate"):
                    for value in self._values(claim, RDF + "object"):
                        stated[predicate, value].append(claim)
            self._stated[triple.subject] = dict(stated)
        return self._stated[triple.subject].get((triple.predicate, triple.object), [])

    def _of_date(self, triple: Triple) -> list[NamedNode]:
        """Return the claims that date the subject; the preferred ones give the accepted date."""
        if triple.predicate.value not in _DATES:
            return []
        return [
            claim
            for claim in self._with("subject", triple.subject)
            if any(self._values(claim, SG + name) for name in ("earliest", "monthDay"))
        ]

    def _of_node(self, triple: Triple) -> list[NamedNode]:
        """Return the claims that assert the subject or the object, the one without a name first.

        A season may be asserted as a credit is; that somebody directed it was stated where the
        credit was.
        """
        ends = sorted((triple.subject, triple.object), key=self._is_named)
        return self._with_node(ends[0]) or self._with_node(ends[1])

    def _of_pair(self, triple: Triple) -> set[NamedNode]:
        """Return the claims that mention both the subject and the object."""
        if isinstance(triple.object, Literal) or triple.predicate.value in _DATES:
            return set()
        return self._mentioning(triple.subject) & self._mentioning(triple.object)

    def _of_name(self, triple: Triple) -> set[NamedNode]:
        """Return the claims that mention the subject, for a name those that quote the name."""
        claims = self._mentioning(triple.subject)
        preferred = {claim for claim in claims if self.claim(claim).preferred}
        if triple.predicate.value not in _NAMES or not isinstance(triple.object, Literal):
            return preferred or claims
        name = triple.object.value.casefold()
        named = {
            claim
            for claim in claims
            if any(name in span.quote.casefold() for span in self.claim(claim).evidence)
        }
        return preferred & named or preferred or claims

    def _mentioning(self, node: Term) -> set[NamedNode]:
        """Return the claims that speak of a thing, in whatever place."""
        claims = {
            *self._with("subject", node),
            *self._with("object", node),
            *self._subjects(SG + "spokenBy", node),
        }
        if claims:
            return claims
        linked = {quad.subject for quad in self._store.quads(None, None, node, self._accepted)}
        return {claim for other in linked for claim in self._with_node(other)}

    def _is_named(self, node: Term) -> bool:
        return bool(self._lexical(node, SKOS + "prefLabel", self._accepted))

    def _load(self, claims: Iterable[NamedNode]) -> Iterator[StatedClaim]:
        for claim in claims:
            yield self.claim(claim)

    def _span(self, span: NamedNode) -> Evidence:
        selectors = self._nodes(span, OA + "hasSelector")
        start, end, quote = (
            min(text for selector in selectors for text in self._lexical(selector, OA + name))
            for name in ("start", "end", "exact")
        )
        return Evidence(int(start), int(end), quote)

    def _with(self, part: str, node: Term) -> list[NamedNode]:
        return self._subjects(RDF + part, node)

    def _with_node(self, node: Term) -> list[NamedNode]:
        return self._subjects(SG + "assertsNode", node)

    def _subjects(self, predicate: str, value: Term) -> list[NamedNode]:
        quads = self._store.quads(None, NamedNode(predicate), value, self._claims)
        return [quad.subject for quad in quads if isinstance(quad.subject, NamedNode)]

    def _values(self, node: Term, predicate: str, graph: NamedNode | None = None) -> list[Term]:
        if isinstance(node, Literal):
            return []
        quads = self._store.quads(node, NamedNode(predicate), None, graph or self._claims)
        return [quad.object for quad in quads]

    def _nodes(self, node: NamedNode, predicate: str) -> list[NamedNode]:
        return [value for value in self._values(node, predicate) if isinstance(value, NamedNode)]

    def _lexical(self, node: Term, predicate: str, graph: NamedNode | None = None) -> list[str]:
        values = self._values(node, predicate, graph)
        return sorted(value.value for value in values if isinstance(value, Literal))

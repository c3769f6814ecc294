"""What claims state, one by one: the triples of ``sg:Claim`` nodes.

A claim of the fact record says several things at once. Here each has a node: the main one (that
a credit, release or other node is there), one for each attribute that may be disputed on its
own, and one for each season or other part that a document names.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from showgraph.graph.accepting.dates import Interval, MonthDay
from showgraph.graph.accepting.facts import Accepted, Reading, claim_key
from showgraph.graph.mapping.documents import span_of
from showgraph.graph.mapping.facts import AcceptedGraph
from showgraph.graph.mapping.frame import Frame
from showgraph.graph.mapping.frames import frame_record
from showgraph.graph.mapping.terms import Minter, Term, concept, is_a, sg, typed
from showgraph.graph.mapping.things import Things
from showgraph.model import Reference
from showgraph.namespaces import PROV, RDF
from showgraph.store import Literal, NamedNode, Triple

RELEASE_DATE: Final = sg("releaseDate")


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing that a reading states.

    ``node`` is what it asserts to be there; ``preferred`` tells whether it supports something
    that is accepted.
    """

    subject: NamedNode
    predicate: NamedNode
    value: Term | Interval | MonthDay
    reading: Reading
    node: NamedNode | None = None
    preferred: bool = False

    def iri(self, minter: Minter) -> NamedNode:
        """Return the node of this claim: the hash of what is stated, where, and by whom."""
        claim = self.reading.claim
        value = self.value if isinstance(self.value, Interval | MonthDay) else None
        offsets = (str(n) for span in claim.evidence for n in (span.start, span.end))
        # Two people who say it with one mouth make two claims, each with its own speaker.
        speaker = () if claim.speaker is None else (minter.thing(claim.speaker),)
        # One clause may state two bonds of one pair: what it asserts tells them apart.
        asserted = () if self.node is None else (self.node,)
        return minter.node(
            "claim",
            self.subject,
            self.predicate,
            str(self.value) if value is None else value.iso,
            minter.document(claim.document),
            *offsets,
            *speaker,
            *asserted,
        )


def state_claims(
    accepted: Accepted, graph: AcceptedGraph, things: Things, minter: Minter
) -> list[Stated]:
    """Return all that the readings state, in their order; the same may be stated twice."""
    framed = [(reading, frame_record(reading, minter)) for reading in accepted.readings]
    stated = [it for reading, frame in framed for it in _state(reading, frame, graph)]
    explicit = {(it.reading.claim.document, it.node) for it in stated if it.node}
    stated += (
        it
        for it in _state_parts(framed, graph, things, minter)
        if (it.reading.claim.document, it.node) not in explicit
    )
    for reading in accepted.lesser:
        stated += _state_doubtful(reading, frame_record(reading, minter))
    return stated


def _state(reading: Reading, frame: Frame, graph: AcceptedGraph) -> list[Stated]:
    """Return what a reading of an accepted status states."""
    said, node = frame.said, frame.node
    if node is None and said is not None:
        return [_to_stated(said, reading, graph)]
    if node is None or node not in graph.nodes:
        return _state_doubtful(reading, frame)
    found = [_to_stated(triple, reading, graph) for triple in frame.attributes]
    if frame.date is not None:
        agrees = _agrees(frame.date, graph.dates.get(node))
        found.insert(0, Stated(node, RELEASE_DATE, frame.date, reading, None, agrees))
    if said is not None:
        subject, predicate, value = _parts(said)
        found.insert(0, Stated(subject, predicate, value, reading, node, preferred=True))
    return found


def _to_stated(triple: Triple, reading: Reading, graph: AcceptedGraph) -> Stated:
    return Stated(*_parts(triple), reading, None, triple in graph.triples)


def _parts(triple: Triple) -> tuple[NamedNode, NamedNode, Term]:
    subject, predicate, value = triple
    if not isinstance(subject, NamedNode) or not isinstance(value, Term):
        raise TypeError(f"{triple} is no triple of a claim")
    return subject, predicate, value


def _agrees(date: Interval | MonthDay, accepted: Interval | None) -> bool:
    """Tell whether a date gives just the accepted one, or its day."""
    if accepted is None:
        return False
    return date.falls_on(accepted) if isinstance(date, MonthDay) else date == accepted


def _state_doubtful(reading: Reading, frame: Frame) -> list[Stated]:
    """Return what a reading states of things alone, where no node is accepted for it."""
    if frame.date is not None and frame.dated is not None:
        return [Stated(frame.dated, RELEASE_DATE, frame.date, reading)]
    triples = list(frame.doubtful)
    if frame.said is not None and (frame.said.object != frame.node or not triples):
        triples.insert(0, frame.said)
    return [Stated(*_parts(triple), reading) for triple in triples]


def _state_parts(
    framed: Iterable[tuple[Reading, Frame]], graph: AcceptedGraph, things: Things, minter: Minter
) -> Iterator[Stated]:
    """Yield, for each document and part that it names, what its first claim for it states."""
    first: dict[tuple[str, Reference], Reading] = {}
    for reading, frame in framed:
        if frame.said is None:
            continue  # a date that was joined to a release of other documents
        for reference in _iter_parts((*reading.references(), *frame.things), graph, things):
            key = (reading.claim.document, reference)
            if key not in first or claim_key(reading.claim) < claim_key(first[key].claim):
                first[key] = reading
    for (_, reference), reading in first.items():
        link = graph.parts[reference]
        yield Stated(*_parts(link), reading, minter.thing(reference), preferred=True)


def _iter_parts(
    references: Iterable[Reference], graph: AcceptedGraph, things: Things
) -> Iterator[Reference]:
    for reference in references:
        step: Reference | None = reference
        while step is not None and step in graph.parts:
            yield step
            step = things.whole(step)


def merge_stated(stated: Iterable[Stated], minter: Minter) -> dict[NamedNode, Stated]:
    """Return the claims by their IRIs; what is stated twice in the same words is one claim.

    It bears the rule of the statement that supports most.
    """
    by_iri: dict[NamedNode, Stated] = {}
    for it in stated:
        node = it.iri(minter)
        if node not in by_iri or _order(it) < _order(by_iri[node]):
            by_iri[node] = it
    return by_iri


def map_claims(
    claims: Mapping[NamedNode, Stated], lost: Collection[NamedNode], run: NamedNode, minter: Minter
) -> list[Triple]:
    """Return the triples of claims; ``lost`` are those that a contradiction was decided against."""
    return [
        triple
        for node, it in claims.items()
        for triple in (
            *_map_content(node, it, _rank(it, lost=node in lost)),
            *_map_telling(node, it, run, minter),
        )
    ]


def _order(stated: Stated) -> tuple[object, ...]:
    """Return a sort key: what supports most first."""
    reading = stated.reading
    return (not stated.preferred, stated.node is None, claim_key(reading.claim), reading.relation)


def _rank(stated: Stated, *, lost: bool) -> NamedNode:
    """Return the rank: what supports a fact is preferred, even where more of it was lost."""
    if stated.preferred:
        return sg("Preferred")
    return sg("Deprecated" if lost else "Normal")


def _map_content(node: NamedNode, stated: Stated, rank: NamedNode) -> list[Triple]:
    """Return what a claim states."""
    value = stated.value
    triples = [
        is_a(node, "Claim"),
        Triple(node, NamedNode(RDF + "subject"), stated.subject),
        Triple(node, NamedNode(RDF + "predicate"), stated.predicate),
        Triple(node, sg("rank"), rank),
    ]
    if stated.node is not None:
        triples.append(Triple(node, sg("assertsNode"), stated.node))
    if isinstance(value, Interval):
        triples.append(Triple(node, sg("earliest"), typed(str(value.earliest), "date")))
        triples.append(Triple(node, sg("latest"), typed(str(value.latest), "date")))
    elif isinstance(value, MonthDay):
        triples.append(Triple(node, sg("monthDay"), typed(value.iso, "gMonthDay")))
    else:
        triples.append(Triple(node, NamedNode(RDF + "object"), value))
    return triples


def _map_telling(node: NamedNode, stated: Stated, run: NamedNode, minter: Minter) -> list[Triple]:
    """Return who states it, where, in which words and how far."""
    claim = stated.reading.claim
    triples = [
        Triple(node, sg("relation"), Literal(claim.relation)),
        Triple(node, sg("statedIn"), minter.document(claim.document)),
        Triple(node, sg("polarity"), concept("polarity", claim.polarity)),
        Triple(node, sg("modality"), concept("modality", claim.modality)),
        Triple(node, sg("tense"), concept("tense", claim.tense)),
        Triple(node, sg("claimStatus"), concept("claim-status", claim.status)),
        Triple(node, sg("rule"), Literal(claim.rule)),
        Triple(node, NamedNode(PROV + "wasGeneratedBy"), run),
    ]
    triples += (
        Triple(node, sg("evidence"), span_of(claim.document, span, minter))
        for span in claim.evidence
    )
    if claim.speaker is not None:
        triples.append(Triple(node, sg("spokenBy"), minter.thing(claim.speaker)))
    return triples

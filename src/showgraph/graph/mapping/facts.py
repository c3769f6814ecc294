"""The triples of ``graph/accepted``: facts, and the things they speak of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from showgraph.graph.accepting.dates import Interval
from showgraph.graph.accepting.facts import Accepted
from showgraph.graph.mapping.frame import Frame
from showgraph.graph.mapping.frames import frame_record
from showgraph.graph.mapping.terms import Minter, concept, sg, typed
from showgraph.graph.mapping.things import Things
from showgraph.model import Kind, Reference
from showgraph.store import NamedNode, Triple

#: Kinds of things that are nothing without the whole they belong to.
_PARTS: Final = frozenset({Kind.SEASON, Kind.EPISODE, Kind.TRAILER, Kind.CHANNEL})


@dataclass(frozen=True, slots=True)
class AcceptedGraph:
    """What is accepted, in RDF.

    Attributes:
        triples: All triples, those about things (class, labels) included.
        nodes: The nodes that facts made; claims assert them.
        dates: The accepted date of a node.
        parts: The things that are linked to their whole because somebody names them, and the
            link; one claim of each document that names them asserts them.
        things: All things, by IRI.
    """

    triples: frozenset[Triple]
    nodes: frozenset[NamedNode]
    dates: Mapping[NamedNode, Interval]
    parts: Mapping[Reference, Triple]
    things: Mapping[NamedNode, Reference]


def map_facts(accepted: Accepted, things: Things, minter: Minter) -> AcceptedGraph:
    """Return the graph of the accepted facts.

    Whoever is quoted is a thing of this graph too, even for a claim that is not accepted: that
    a person speaks is no rumour. All else that only lesser claims name is not.
    """
    frames = [(fact, frame_record(fact, minter)) for fact in accepted.facts]
    triples = {triple for _, frame in frames for triple in _list_triples(frame)}
    dates = {
        frame.node: frame.date
        for _, frame in frames
        if frame.node and isinstance(frame.date, Interval)
    }
    spoken_of = {it for fact, frame in frames for it in (*fact.references(), *frame.things)}
    speakers = {
        reading.claim.speaker
        for reading in (*accepted.readings, *accepted.lesser)
        if reading.claim.speaker
    }
    terms = {term for triple in triples for term in (triple.subject, triple.object)}
    used = {reference for reference in spoken_of if minter.thing(reference) in terms}
    present, parts = _close(used | speakers, triples, things, minter)
    for reference in sorted(present):
        triples.update(things.describe(reference))
    for reference, link in parts.items():
        triples.update((link, *things.number(reference)))
    return AcceptedGraph(
        frozenset(triples),
        frozenset(frame.node for _, frame in frames if frame.node),
        dates,
        parts,
        {minter.thing(reference): reference for reference in sorted(present)},
    )


def _list_triples(frame: Frame) -> list[Triple]:
    """Return what is accepted of a frame: links and attributes, or the triple said itself."""
    triples = [*frame.links, *frame.attributes]
    if frame.node is None and frame.said is not None:
        triples.append(frame.said)
    if frame.node is not None and isinstance(frame.date, Interval):
        triples += [
            Triple(frame.node, sg("earliestDate"), typed(str(frame.date.earliest), "date")),
            Triple(frame.node, sg("latestDate"), typed(str(frame.date.latest), "date")),
            Triple(
                frame.node, sg("datePrecision"), concept("date-precision", frame.date.precision)
            ),
        ]
    return triples


def _close(
    references: Iterable[Reference], triples: Iterable[Triple], things: Things, minter: Minter
) -> tuple[set[Reference], dict[Reference, Triple]]:
    """Return all things with the wholes of their parts, and the links between them.

    A character that somebody plays, or that a document gives to the series, needs no link.
    """
    at_home = {
        triple.object
        for triple in triples
        if triple.predicate in {sg("portrays"), sg("hasCharacter")}
    }
    present: dict[NamedNode, Reference] = {}
    parts: dict[Reference, Triple] = {}
    waiting = sorted(references)
    while waiting:
        reference = waiting.pop(0)
        thing = minter.thing(reference)
        if thing in present:
            continue
        present[thing] = reference
        lone = reference.kind is Kind.CHARACTER and thing not in at_home
        link = things.link(reference) if reference.kind in _PARTS or lone else None
        whole = things.whole(reference)
        if link is not None and whole is not None:
            parts[reference] = link
            waiting.append(whole)
    return set(present.values()), parts

"""All quads that a build makes of claims and accepted facts, in one call."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from showgraph.graph.accepting.facts import Accepted
from showgraph.graph.accepting.works import series_of
from showgraph.graph.mapping.claims import Stated, map_claims, merge_stated, state_claims
from showgraph.graph.mapping.disagreements import find_lost, map_disagreements
from showgraph.graph.mapping.documents import Run, map_documents, map_run, map_span
from showgraph.graph.mapping.facts import AcceptedGraph, map_facts
from showgraph.graph.mapping.frames import frame_record
from showgraph.graph.mapping.terms import Minter
from showgraph.graph.mapping.things import Things
from showgraph.iris import name_key
from showgraph.model import Document, Extraction, Reference
from showgraph.namespaces import BASE, GRAPHS
from showgraph.store import NamedNode, Quad, Triple

__all__ = ["Run", "to_quads"]

_ACCEPTED: Final = NamedNode(GRAPHS["accepted"])
_CLAIMS: Final = NamedNode(GRAPHS["claims"])


def to_quads(
    accepted: Accepted,
    extraction: Extraction,
    documents: Iterable[Document],
    *,
    run: Run,
    base: str = BASE,
) -> list[Quad]:
    """Return the quads of ``graph/accepted`` and ``graph/claims``.

    No quad comes twice, no triple is in both graphs, and there are no blank nodes. Each
    accepted triple that is no class, label or number of a thing has a claim that states it,
    its date or its node.

    Args:
        accepted: What :func:`showgraph.graph.accepting.acceptance.accept` made of the extraction.
        extraction: For the names of things.
        documents: Those that the claims are from.
        run: What read the documents.
        base: What the IRIs of things, nodes and documents begin with. The graphs, the ontology
            and the concepts keep theirs.

    Returns:
        The quads, sorted by their text. Equal input in another order gives an equal list.
    """
    known = {document.id: document for document in sorted(documents, key=lambda it: it.id)}
    minter = Minter(base, _find_titles(accepted, extraction))
    things = Things(extraction.entities, minter)
    graph = map_facts(accepted, things, minter)
    stated = state_claims(accepted, graph, things, minter)
    merged = merge_stated(stated, minter)
    rules = {it.reading.claim.rule for it in merged.values()}
    started = map_run(run, known.values(), rules, minter)
    lost = find_lost(accepted, stated, minter)
    claims = {
        *map_documents(known.values(), accepted.groups, minter),
        *started,
        *map_claims(merged, lost, _node_of(started), minter),
        *_map_spans(stated, known, minter),
        *map_disagreements(accepted, stated, things, minter),
        *_describe_others(accepted, graph, things, minter),
    }
    quads = [*_put(graph.triples, _ACCEPTED), *_put(claims, _CLAIMS)]
    return sorted(quads, key=str)


def _put(triples: Iterable[Triple], graph: NamedNode) -> Iterator[Quad]:
    return (Quad(it.subject, it.predicate, it.object, graph) for it in triples)


def _find_titles(accepted: Accepted, extraction: Extraction) -> dict[str, Reference]:
    """Return each series by the key of its title; of namesakes the one that sorts first."""
    records = (*accepted.readings, *accepted.lesser)
    spoken_of = {entity.reference for entity in extraction.entities}
    spoken_of.update(it for record in records for it in record.references())
    series = {whole for it in spoken_of if (whole := series_of(it))}
    return {name_key(it.name): it for it in sorted(series, reverse=True)}


def _node_of(triples: list[Triple]) -> NamedNode:
    node = triples[0].subject
    if not isinstance(node, NamedNode):
        raise TypeError(f"{node} is no IRI")
    return node


def _map_spans(
    stated: Iterable[Stated], documents: Mapping[str, Document], minter: Minter
) -> list[Triple]:
    claims = dict.fromkeys(it.reading.claim for it in stated)
    spans = dict.fromkeys((claim.document, it) for claim in claims for it in claim.evidence)
    return [triple for name, it in spans for triple in map_span(documents[name], it, minter)]


def _describe_others(
    accepted: Accepted, graph: AcceptedGraph, things: Things, minter: Minter
) -> list[Triple]:
    """Return class and names of what claims speak of and no accepted fact does.

    They stand with the claims, so that a season that is only rumoured is none of the facts.
    """
    found: set[Reference] = set()
    for reading in (*accepted.readings, *accepted.lesser):
        found.update((*reading.references(), *frame_record(reading, minter).things))
    waiting = list(found)
    while waiting:
        whole = things.whole(waiting.pop())
        if whole and whole not in found:
            found.add(whole)
            waiting.append(whole)
    return [
        triple
        for reference in sorted(found)
        if minter.thing(reference) not in graph.things
        for triple in things.describe(reference)
    ]

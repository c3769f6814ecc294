"""The things of a graph as a network: who and what is linked, and how two are connected.

Nodes are things with a name; edges are the facts between them. What has no name of its own is
folded: a credit into the property that follows from it, an event or bond into an edge between
each two things that it links.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from showgraph.namespaces import GRAPHS, SG
from showgraph.query.answering.description import GENERAL
from showgraph.query.matching.names import NamedEntity, Names, read_names
from showgraph.query.naming.labels import Labels
from showgraph.query.naming.nodetext import date_of, links_of, type_of
from showgraph.store import NamedNode, Store

if TYPE_CHECKING:
    import networkx as nx

_FACTS: Final = (GRAPHS["accepted"], GRAPHS["inferred"])
_COUNTS_QUERY: Final = """
SELECT ?status (COUNT(?claim) AS ?n) WHERE {
  ?claim a sg:Claim ; sg:claimStatus/skos:prefLabel ?status
} GROUP BY ?status ORDER BY ?status
"""
_CLASSES_QUERY: Final = """
SELECT ?type (COUNT(DISTINCT ?node) AS ?n) WHERE {
  VALUES ?type { sg:Document sg:Contradiction sg:Difference } ?node a ?type
} GROUP BY ?type ORDER BY ?type
"""
#: Things with the most links that the statistics name.
_MOST: Final = 5


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One link of a way from one thing to another, in labels, as the fact reads."""

    subject: str
    predicate: str
    object: str


#: How many accepted facts so many independent documents tell.
_SOURCES_QUERY: Final = """
SELECT ?sources (COUNT(*) AS ?n) WHERE {
  SELECT ?subject ?property ?value (COUNT(DISTINCT ?source) AS ?sources) WHERE {
    ?claim sg:rank sg:Preferred ; sg:statedIn ?document .
    ?claim rdf:subject ?subject ; rdf:predicate ?property .
    OPTIONAL { ?claim rdf:object ?object }
    BIND(COALESCE(STR(?object), "date") AS ?value)
    OPTIONAL { ?document sg:nearCopyOf ?longer }
    BIND(COALESCE(?longer, ?document) AS ?source)
  } GROUP BY ?subject ?property ?value
} GROUP BY ?sources
"""


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much a graph holds. All mappings are sorted by their keys."""

    n_documents: int
    n_copies: int  # documents that mostly repeat a longer one
    claims: dict[str, int]  # by status
    facts: dict[str, int]  # quads by the short name of the graph
    entities: dict[str, int]  # by kind
    n_told: int  # accepted facts that documents tell in as many words
    n_told_twice: int  # those that two documents tell, copies of one text counted once
    n_contradictions: int
    n_differences: int
    n_links: int
    n_components: int
    most_linked: tuple[tuple[str, int], ...]  # label and number of links, most first


@dataclass(frozen=True, slots=True, order=True)
class _Link:
    start: str
    end: str
    name: str
    label: str
    is_inferred: bool = False
    date: str = ""


def entity_network(store: Store, names: Names | None = None) -> "nx.MultiDiGraph[str]":
    """Return the network of a graph.

    Nodes are IRIs with ``label`` and ``kind``. Edges have the property's short name as key and
    ``label``, ``is_inferred`` and ``date`` ("" for none). Nodes and edges are added in sorted
    order, so that equal graphs give equal networks.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, and most commands never need it

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    known = (names or read_names(store)).entities
    for entity in sorted(known, key=lambda each: each.iri):
        network.add_node(entity.iri, label=entity.label, kind=entity.kind)
    for link in sorted({*_iter_links(store, known), *_iter_folded(store, known)}):
        network.add_edge(
            link.start,
            link.end,
            key=link.name,
            label=link.label,
            is_inferred=link.is_inferred,
            date=link.date,
        )
    return network


def _iter_links(store: Store, known: tuple[NamedEntity, ...]) -> Iterator[_Link]:
    """Yield the facts between things with names; a general one only where it alone links them."""
    labels = Labels(store)
    named = {entity.iri for entity in known}
    special: set[tuple[str, str]] = set()
    general: list[_Link] = []
    for graph in _FACTS:
        for entity in known:
            for quad in store.quads(NamedNode(entity.iri), graph=graph):
                predicate, end = quad.predicate.value, quad.object
                if not isinstance(end, NamedNode) or end.value not in named:
                    continue
                link = _Link(
                    entity.iri,
                    end.value,
                    predicate.removeprefix(SG),
                    labels.of(quad.predicate),
                    graph == GRAPHS["inferred"],
                )
                if predicate in GENERAL:
                    general.append(link)
                else:
                    special.add((link.start, link.end))
                    yield link
    yield from (
        link
        for link in general
        if (link.start, link.end) not in special and (link.end, link.start) not in special
    )


def _iter_folded(store: Store, known: tuple[NamedEntity, ...]) -> Iterator[_Link]:
    """Yield an edge for each two things that an event, bond or other such node links."""
    labels = Labels(store)
    named = {entity.iri for entity in known}
    linked: defaultdict[str, set[str]] = defaultdict(set)
    accepted = GRAPHS["accepted"]
    for iri in sorted(named):
        for quad in store.quads(NamedNode(iri), graph=accepted):
            if isinstance(quad.object, NamedNode) and quad.object.value not in named:
                linked[quad.object.value].add(iri)
        for quad in store.quads(object=NamedNode(iri), graph=accepted):
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in named:
                linked[quad.subject.value].add(iri)
    for node, ends in linked.items():
        links = links_of(store, NamedNode(node))
        kind = type_of(links)
        # A credit is told by the property that follows from it; a concept is no node of ours.
        if not kind.startswith(SG) or kind.endswith(("Credit", "Performance")):
            continue
        bonds = links.get(SG + "relationshipKind", [])
        label = labels.of(bonds[0] if bonds else NamedNode(kind))
        for start, end in combinations(sorted(ends), 2):
            yield _Link(start, end, kind.removeprefix(SG), label, date=date_of(links))


def find_path(
    store: Store,
    start: NamedEntity,
    end: NamedEntity,
    names: Names | None = None,
) -> tuple[Step, ...]:
    """Return a shortest way from one thing to another, whichever way its facts read.

    Of ways of equal length the same one is returned each time. Empty where there is none, and
    from a thing to itself.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import, and most commands never need it

    network = entity_network(store, names)
    # Not the undirected view of it, which gives neighbours in the order of their hashes.
    undirected: nx.Graph[str] = nx.Graph()
    undirected.add_nodes_from(network)
    undirected.add_edges_from(network.edges())
    try:
        nodes = nx.shortest_path(undirected, start.iri, end.iri)
    except nx.NetworkXNoPath:
        return ()
    return tuple(_step(network, one, other) for one, other in pairwise(nodes))


def _step(network: "nx.MultiDiGraph[str]", one: str, other: str) -> Step:
    """Return the link between two neighbours: the first in order, properties before events."""
    found = []
    for start, end in ((one, other), (other, one)):
        for name, facts in (network.get_edge_data(start, end) or {}).items():
            labels = (network.nodes[start]["label"], facts["label"], network.nodes[end]["label"])
            is_event = str(name)[:1].isupper()  # or a bond: it is named by its class
            found.append((is_event, Step(*labels)))
    return min(found, key=lambda each: each[0])[1]


def statistics(store: Store, names: Names | None = None) -> Statistics:
    """Return how much a graph holds."""
    import networkx as nx  # noqa: PLC0415 - slow to import, and most commands never need it

    known = names or read_names(store)
    network = entity_network(store, known)
    entities: defaultdict[str, int] = defaultdict(int)
    for entity in known.entities:
        entities[entity.kind] += 1
    classes = {
        row["type"].value.removeprefix(SG): int(row["n"].value)
        for row in store.select(_CLASSES_QUERY)
    }
    n_facts = {
        int(row["sources"].value): int(row["n"].value) for row in store.select(_SOURCES_QUERY)
    }
    short = {iri: name for name, iri in GRAPHS.items()}
    degrees = sorted(network.degree, key=lambda pair: (-pair[1], pair[0]))
    return Statistics(
        n_documents=classes.get("Document", 0),
        n_copies=sum(1 for _ in store.quads(predicate=NamedNode(SG + "nearCopyOf"))),
        claims={row["status"].value: int(row["n"].value) for row in store.select(_COUNTS_QUERY)},
        facts={short.get(graph, graph): n for graph, n in store.counts().items()},
        entities=dict(sorted(entities.items())),
        n_told=sum(n_facts.values()),
        n_told_twice=sum(n for n_sources, n in n_facts.items() if n_sources > 1),
        n_contradictions=classes.get("Contradiction", 0),
        n_differences=classes.get("Difference", 0),
        n_links=network.number_of_edges(),
        n_components=nx.number_weakly_connected_components(network),
        most_linked=tuple((network.nodes[iri]["label"], n) for iri, n in degrees[:_MOST]),
    )

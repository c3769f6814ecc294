"""The ontology and the concept schemes that come with the package, as quads of a graph.

The ontology's lists and restrictions are blank nodes in its file. A graph of ours has none, so
each gets an IRI made of what it says, which is the same on every machine and in every run.
"""

from collections import defaultdict
from functools import cache
from typing import Final

from showgraph.iris import digest
from showgraph.namespaces import BASE, GRAPHS
from showgraph.resources import read_bundled
from showgraph.store import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

#: The files whose triples make up ``graph/ontology``; shapes are no part of it.
FILES: Final = ("showgraph.ttl", "roles.ttl")

#: RDF 1.1 (section 3.5) asks for this path in the IRI that replaces a blank node.
GENID: Final = BASE + ".well-known/genid/"


def ontology_quads() -> tuple[Quad, ...]:
    """Return the quads of ``graph/ontology``, sorted, without blank nodes.

    Raises:
        ResourceError: If a file is missing.
    """
    graph = NamedNode(GRAPHS["ontology"])
    triples = [triple for file in FILES for triple in _name_blank_nodes(_parse(file))]
    quads = {Quad(t.subject, t.predicate, t.object, graph) for t in triples}
    return tuple(sorted(quads, key=str))


def _parse(file: str) -> list[Triple]:
    """Return the triples of a bundled file, in its order."""
    text = read_bundled("ontology", file)
    return [quad.triple for quad in parse(text, format=RdfFormat.TURTLE)]


def _name_blank_nodes(triples: list[Triple]) -> list[Triple]:
    """Return the triples with an IRI for each blank node; none of them contains itself.

    The IRI is the hash of all that hangs on the node and of what the node hangs on. Content
    alone would give lists with equal ends a common end, which OWL does not allow.
    """
    about = defaultdict(list)
    owner: dict[BlankNode, Triple] = {}
    for triple in triples:
        about[triple.subject].append(triple)
        if isinstance(triple.object, BlankNode):
            owner[triple.object] = triple

    def content(node: BlankNode) -> str:
        parts = [
            f"{t.predicate} {content(t.object) if isinstance(t.object, BlankNode) else t.object}"
            for t in about[node]
        ]
        return "[" + " ; ".join(sorted(parts)) + "]"

    @cache
    def name(node: BlankNode) -> NamedNode:
        link = owner.get(node)
        place = f"{replace(link.subject)} {link.predicate}" if link else ""
        return NamedNode(GENID + digest(place, content(node)))

    def replace(node: NamedNode | BlankNode | Triple) -> NamedNode | Triple:
        return name(node) if isinstance(node, BlankNode) else node

    return [
        Triple(
            replace(t.subject),
            t.predicate,
            t.object if isinstance(t.object, Literal) else replace(t.object),
        )
        for t in triples
    ]

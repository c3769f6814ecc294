"""Find the nodes that shapes are for, so that a shape which checks nothing is seen.

The counts are those of SHACL (section 2.1.3): a class stands for its subclasses too, as far as
the data or the ontology beside it says so.
"""

from collections.abc import Iterable, Iterator, Sequence

from showgraph.graph.shapes import Targets
from showgraph.namespaces import RDF, RDFS
from showgraph.store import BlankNode, Literal, NamedNode, Quad, Store, Triple


def find_focus_nodes(store: Store, targets: Targets, graphs: Sequence[str]) -> frozenset[str]:
    """Return the focus nodes that targets have in the union of some graphs.

    Returns:
        Nodes by their IRI, their lexical form or the label of the blank node.
    """
    classes = _with_subclasses(store, targets.classes, graphs)
    found = set(targets.nodes)
    for name in classes:
        quads = _quads(store, graphs, predicate=RDF + "type", obj=name)
        found.update(term_text(quad.subject) for quad in quads)
    for name in targets.subjects_of:
        found.update(term_text(quad.subject) for quad in _quads(store, graphs, predicate=name))
    for name in targets.objects_of:
        found.update(term_text(quad.object) for quad in _quads(store, graphs, predicate=name))
    return frozenset(found)


def _with_subclasses(store: Store, classes: Iterable[str], graphs: Sequence[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(classes)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            below = _quads(store, graphs, predicate=RDFS + "subClassOf", obj=name)
            waiting += [term_text(quad.subject) for quad in below]
    return found


def _quads(
    store: Store, graphs: Sequence[str], *, predicate: str, obj: str | None = None
) -> Iterator[Quad]:
    target = None if obj is None else NamedNode(obj)
    for graph in graphs:
        yield from store.quads(None, NamedNode(predicate), target, graph)


def term_text(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """Return what a term is known by: its IRI, its lexical form, or a blank node's label."""
    return str(term) if isinstance(term, Triple) else term.value

"""Shapes as they are read from Turtle, with what the two engines need of them.

pyshacl checks the core constraints. The queries of shapes (``sh:sparql``) are run by the store,
once over all data, because pyshacl would run each of them once for every focus node. That gives
the same rows only for a query that binds ``$this`` by a pattern of its own, as ours all do; so
shapes of others go to pyshacl whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from showgraph.graph.naming import shorten
from showgraph.graph.report import Severity
from showgraph.namespaces import RDFS, SG, SH

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


#: The kinds of target, in the order of the fields of :class:`Targets`.
_TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")

#: How SPARQL writes the property paths of SHACL (section 2.3.1).
_PATHS: Final = {
    "inversePath": "^{}",
    "alternativePath": "({})",
    "zeroOrMorePath": "{}*",
    "oneOrMorePath": "{}+",
    "zeroOrOnePath": "{}?",
}


@dataclass(frozen=True, slots=True)
class Targets:
    """What nodes a shape is for (SHACL, section 2.1.3), each by IRI and sorted."""

    classes: tuple[str, ...]
    subjects_of: tuple[str, ...]
    objects_of: tuple[str, ...]
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class ShapeQuery:
    """A query of a shape: each row is a result if its ``this`` is a focus node."""

    select: str
    message: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with targets. ``queries`` are those that are not left to pyshacl."""

    iri: str
    code: str
    label: str
    targets: Targets
    queries: tuple[ShapeQuery, ...]


@dataclass(frozen=True, slots=True)
class ShapesGraph:
    """The shapes of a file.

    ``graph`` is what pyshacl gets. ``parts`` gives the shape with targets that a shape belongs
    to, and the property path that it is about ("" for none), by the text of the shape's node.
    """

    graph: "Graph"
    shapes: tuple[Shape, ...]
    parts: dict[str, tuple[Shape, str]]


def read_shapes(turtle: str, *, split: bool = True) -> ShapesGraph:
    """Return the shapes of a Turtle text, sorted by code and IRI.

    Args:
        turtle: The shapes; nothing is imported.
        split: Take the queries out of what pyshacl gets; only for shapes whose queries bind
            ``$this`` by themselves.

    Returns:
        The shapes that have targets.
    """
    import rdflib  # noqa: PLC0415 - slow to import, and questions never validate

    graph = rdflib.Graph(bind_namespaces="none").parse(data=turtle, format="turtle")
    reader = _Reader(graph)
    found = [(root, reader.shape(root, split=split)) for root in reader.roots()]
    found.sort(key=lambda pair: (pair[1].code, pair[1].iri))
    parts = {
        str(part): (shape, reader.path(part))
        for root, shape in found
        for part in reader.parts(root)
    }
    if split:
        graph.remove((None, rdflib.URIRef(SH + "sparql"), None))
    return ShapesGraph(graph, tuple(shape for _, shape in found), parts)


def read_severity(iri: str) -> Severity:
    """Return the severity that an IRI of SHACL names; anything else is a violation."""
    by_iri = {SH + severity.value.capitalize(): severity for severity in Severity}
    return by_iri.get(iri, Severity.VIOLATION)


class _Reader:
    """Reads shapes out of a graph of rdflib."""

    def __init__(self, graph: "Graph") -> None:
        from rdflib import URIRef  # noqa: PLC0415 - see read_shapes

        self._graph = graph
        self._iri = URIRef

    def roots(self) -> "set[Node]":
        """Return the nodes that have targets."""
        return {root for name in _TARGETS for root in self._graph.subjects(self._iri(SH + name))}

    def parts(self, root: "Node") -> Iterator["Node"]:
        """Yield a shape and the property shapes in it, at any depth."""
        yield root
        for part in self._graph.objects(root, self._iri(SH + "property")):
            yield from self.parts(part)

    def path(self, part: "Node") -> str:
        """Return the property path of a shape as SPARQL writes it, "" where it has none."""
        node = self._graph.value(part, self._iri(SH + "path"))
        return "" if node is None else self._path(node)

    def _path(self, node: "Node") -> str:
        if isinstance(node, self._iri):
            return shorten(node)
        for name, form in _PATHS.items():
            inner = self._graph.value(node, self._iri(SH + name))
            if inner is not None:
                steps = self._items(inner) if name == "alternativePath" else [inner]
                return form.format("|".join(map(self._path, steps)))
        return "/".join(map(self._path, self._items(node)))

    def _items(self, node: "Node") -> list["Node"]:
        return list(self._graph.items(node))

    def shape(self, root: "Node", *, split: bool) -> Shape:
        """Return the shape at a node that has targets."""
        severity = read_severity(self._text(root, SH + "severity"))
        queries = self._graph.objects(root, self._iri(SH + "sparql")) if split else ()
        return Shape(
            iri=str(root),
            code=self._text(root, SG + "code"),
            label=self._text(root, RDFS + "label"),
            targets=Targets(*(self._texts(root, SH + name) for name in _TARGETS)),
            queries=tuple(sorted(self._query(query, severity) for query in queries)),
        )

    def _query(self, node: "Node", severity: Severity) -> ShapeQuery:
        return ShapeQuery(
            self._text(node, SH + "select"), self._text(node, SH + "message"), severity
        )

    def _texts(self, subject: "Node", predicate: str) -> tuple[str, ...]:
        return tuple(sorted(map(str, self._graph.objects(subject, self._iri(predicate)))))

    def _text(self, subject: "Node", predicate: str) -> str:
        return next(iter(self._texts(subject, predicate)), "")

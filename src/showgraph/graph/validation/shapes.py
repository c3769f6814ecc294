"""Shapes as they are read from Turtle, with what the engines need of them.

Core constraints are checked over tables of the data
(:mod:`showgraph.graph.validation.checking`); a shape that has others goes to
pyshacl, and says why. The queries of shapes (``sh:sparql``) are run by the store, once over all
data, because pyshacl would run each of them once for every focus node.
That gives the same rows only for a query that binds ``$this`` by a pattern of its own, as ours
all do; so shapes of others that have queries go to pyshacl too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from showgraph.graph.validation.parts import (
    Part,
    UnsupportedError,
    first_text,
    read_part,
    read_severity,
)
from showgraph.graph.validation.paths import read_path
from showgraph.graph.validation.report import Severity
from showgraph.graph.validation.triples import Node, Triples
from showgraph.namespaces import BASE, RDF, RDFS, SG, SH
from showgraph.store import NamedNode, Quad, RdfFormat, Store, parse

#: The kinds of target that name an IRI, in the order of the fields of :class:`Targets`.
_TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf")

#: Where the shapes stand in the store that holds them.
_GRAPH: Final = BASE + "graph/shapes"


@dataclass(frozen=True, slots=True)
class Targets:
    """What nodes a shape is for (SHACL, section 2.1.3): IRIs, and nodes themselves; sorted."""

    classes: tuple[str, ...]
    subjects_of: tuple[str, ...]
    objects_of: tuple[str, ...]
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True, order=True)
class ShapeQuery:
    """A query of a shape: each row is a result if its ``this`` is a focus node."""

    select: str
    message: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with targets. ``queries`` are those that are not left to pyshacl.

    ``part`` is what is checked without pyshacl; where it is None, ``reason`` names what only
    pyshacl can check.
    """

    iri: str
    code: str
    label: str
    targets: Targets
    queries: tuple[ShapeQuery, ...]
    part: Part | None = field(hash=False, compare=False)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ShapesGraph:
    """The shapes of a file.

    ``store`` holds them as read, in the graph named ``graph``, and without their queries where
    those were taken out. ``parts`` gives the shape with targets that a shape belongs to, and the
    property path that it is about ("" for none), by the text of the shape's node.
    """

    store: Store
    graph: str
    shapes: tuple[Shape, ...]
    parts: dict[str, tuple[Shape, str]]


def read_shapes(source: str | Iterable[Quad], *, split: bool = True) -> ShapesGraph:
    """Return the shapes of a Turtle text or of quads, sorted by code and IRI.

    Args:
        source: The shapes; nothing is imported.
        split: Run the queries over all data at once; only for shapes whose queries bind
            ``$this`` by themselves.

    Returns:
        The shapes that have targets.

    Raises:
        SyntaxError: If the text is no Turtle.
    """
    store = Store.memory()
    graph = NamedNode(_GRAPH)
    read = parse(source, format=RdfFormat.TURTLE) if isinstance(source, str) else source
    quads = [Quad(q.subject, q.predicate, q.object, graph) for q in read]
    reader = _Reader(quads, split=split)
    queries = SH + "sparql"
    store.bulk_load(q for q in quads if not (split and q.predicate.value == queries))
    found = sorted(
        ((root, reader.shape(root)) for root in reader.roots()),
        key=lambda pair: (pair[1].code, pair[1].iri),
    )
    parts = {
        node_text(part): (shape, reader.path(part))
        for root, shape in found
        for part in reader.parts(root)
    }
    return ShapesGraph(store, _GRAPH, tuple(shape for _, shape in found), parts)


def node_text(term: Node) -> str:
    """Return what a node is known by: its IRI, its lexical form, or a blank node's label."""
    return str(getattr(term, "value", term))


class _Reader:
    """Reads shapes out of the quads of a file."""

    def __init__(self, quads: list[Quad], *, split: bool) -> None:
        store = Store.memory()
        store.bulk_load(quads)
        self._triples = Triples(store, [_GRAPH])
        self._split = split
        names = {quad.predicate.value for quad in quads}
        self._used = frozenset(name for name in names if name.startswith(SH))

    def roots(self) -> set[Node]:
        """Return the nodes that have targets."""
        found: set[Node] = set(self._implicit())
        for name in (*_TARGETS, "targetNode"):
            found |= self._triples.forward(SH + name).keys()
        return found

    def _implicit(self) -> Iterator[Node]:
        """Yield the shapes that are classes, and so are for their instances."""
        classes = self._triples.subjects(RDF + "type", NamedNode(RDFS + "Class"))
        for kind in ("NodeShape", "PropertyShape"):
            shapes = self._triples.subjects(RDF + "type", NamedNode(SH + kind))
            yield from set(classes).intersection(shapes)

    def parts(self, root: Node) -> Iterator[Node]:
        """Yield a shape and the property shapes in it, at any depth."""
        found: dict[Node, None] = {}
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found[node] = None
                for name in ("property", "node"):
                    waiting += self._triples.objects(node, SH + name)
        yield from found

    def path(self, part: Node) -> str:
        """Return the property path of a shape as SPARQL writes it, "" where it has none."""
        for node in self._triples.objects(part, SH + "path"):
            try:
                return str(read_path(self._triples, node))
            except ValueError:
                return node_text(node)
        return ""

    def shape(self, root: Node) -> Shape:
        """Return the shape at a node that has targets."""
        severity = read_severity(self._text(root, SH + "severity"))
        queries = self._triples.objects(root, SH + "sparql") if self._split else ()
        part, reason = self._part(root)
        return Shape(
            iri=node_text(root),
            code=self._text(root, SG + "code"),
            label=self._text(root, RDFS + "label"),
            targets=self._targets(root),
            queries=tuple(sorted(self._query(query, severity) for query in queries)),
            part=part,
            reason=reason,
        )

    def _part(self, root: Node) -> tuple[Part | None, str]:
        reason = self._reason(root)
        if reason:
            return None, reason
        try:
            return read_part(self._triples, root, self._used), ""
        except UnsupportedError as error:
            return None, str(error)

    def _reason(self, root: Node) -> str:
        """Return what only pyshacl can check, though it is no parameter of a constraint."""
        component = NamedNode(SH + "ConstraintComponent")
        if self._triples.subjects(RDF + "type", component):
            return "sh:ConstraintComponent"
        parts = () if self._split else self.parts(root)
        has_query = any(self._triples.objects(node, SH + "sparql") for node in parts)
        return "sh:sparql" if has_query else ""

    def _targets(self, root: Node) -> Targets:
        classes, subjects_of, objects_of = (
            sorted(map(node_text, self._triples.objects(root, SH + name))) for name in _TARGETS
        )
        if root in set(self._implicit()):
            classes.append(node_text(root))
        nodes = sorted(self._triples.objects(root, SH + "targetNode"), key=str)
        return Targets(tuple(classes), tuple(subjects_of), tuple(objects_of), tuple(nodes))

    def _query(self, node: Node, severity: Severity) -> ShapeQuery:
        return ShapeQuery(
            self._text(node, SH + "select"), self._text(node, SH + "message"), severity
        )

    def _text(self, subject: Node, predicate: str) -> str:
        return first_text(self._triples, subject, predicate)

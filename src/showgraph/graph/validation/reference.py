"""Check shapes by pyshacl: those that nothing else here can check, and all of them in tests."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from showgraph.errors import GraphError
from showgraph.graph.validation.finding import SPARQL, Finding
from showgraph.graph.validation.parts import read_severity
from showgraph.graph.validation.paths import read_path
from showgraph.graph.validation.shapes import Shape, ShapesGraph
from showgraph.graph.validation.triples import Node, Triples
from showgraph.namespaces import GRAPHS, RDF, RDFS, SH
from showgraph.store import BlankNode, Literal, NamedNode, Store

if TYPE_CHECKING:
    import rdflib

#: What makes pyshacl look for the focus nodes of a shape.
_TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")


def check_by_pyshacl(
    shapes: ShapesGraph, chosen: Collection[Shape], store: Store, graphs: Sequence[str]
) -> Iterator[Finding]:
    """Yield what pyshacl finds with some shapes of a graph of shapes.

    It runs without inference, imports and scripts.

    Args:
        shapes: The graph of shapes.
        chosen: Those to check; with none, pyshacl is not even loaded.
        store: The data; of the ontology it sees which class lies below which.
        graphs: IRIs of the graphs whose union is checked.

    Raises:
        GraphError: If pyshacl cannot use the shapes.
    """
    if not chosen:
        return
    import pyshacl  # noqa: PLC0415 - slow to import, and seldom needed
    from pyshacl.errors import ReportableRuntimeError  # noqa: PLC0415 - as above

    try:
        _, report, text = pyshacl.validate(
            _data(store, graphs),
            shacl_graph=_chosen_shapes(shapes, chosen),
            inference="none",
            advanced=False,
            js=False,
            do_owl_imports=False,
        )
    except ReportableRuntimeError as error:
        raise GraphError(f"pyshacl cannot use the shapes: {error}") from error
    if not hasattr(report, "subject_objects"):
        raise GraphError(f"pyshacl cannot use the shapes: {text}")
    yield from _Results(shapes, report).findings()


class _Results:
    """Reads findings out of a report of pyshacl."""

    def __init__(self, shapes: ShapesGraph, report: "rdflib.Graph") -> None:
        self._shapes = shapes
        self._report = report
        self._triples = Triples(shapes.store, [shapes.graph])

    def findings(self) -> Iterator[Finding]:
        import rdflib  # noqa: PLC0415 - see check_by_pyshacl

        for result in self._report.objects(None, rdflib.URIRef(SH + "result")):
            yield self._finding(result)

    def _finding(self, result: "rdflib.term.Node") -> Finding:
        found = {
            name: self._value(result, name)
            for name in ("focusNode", "value", "sourceShape", "resultPath", "resultMessage")
        }
        focus, source = found["focusNode"], found["sourceShape"]
        if focus is None or source is None:
            raise GraphError("pyshacl gave a result without node or shape")
        shape, path = self._shapes.parts[source.value]
        turtle = self._path_turtle(source) if path else ""
        component = self._value(result, "sourceConstraintComponent")
        own = found["resultPath"]
        if not path and isinstance(own, NamedNode):
            path, turtle = str(read_path(self._triples, own)), f"<{own.value}>"
        severity, message = self._value(result, "resultSeverity"), found["resultMessage"]
        return Finding(
            shape=shape,
            source=source,
            component=component.value if component else SPARQL,
            severity=read_severity(severity.value if severity else ""),
            focus=focus,
            value=found["value"],
            path=path,
            path_turtle=turtle,
            message=message.value if message else "",
        )

    def _path_turtle(self, source: Node) -> str:
        paths = self._triples.objects(source, SH + "path")
        return read_path(self._triples, paths[0]).turtle() if paths else ""

    def _value(
        self, result: "rdflib.term.Node", name: str
    ) -> NamedNode | BlankNode | Literal | None:
        import rdflib  # noqa: PLC0415 - see check_by_pyshacl

        found = sorted(self._report.objects(result, rdflib.URIRef(SH + name)), key=str)
        return _from_rdflib(found[0]) if found else None


def _data(store: Store, graphs: Sequence[str]) -> "rdflib.Graph":
    """Return the data for pyshacl.

    Leaving out the rest of the ontology halves the time, most of which goes into making terms
    of rdflib.
    """
    import rdflib  # noqa: PLC0415 - see check_by_pyshacl

    data = store.to_rdflib(graphs)
    below = NamedNode(RDFS + "subClassOf")
    for quad in store.quads(None, below, None, GRAPHS["ontology"]):
        names = (quad.subject, quad.predicate, quad.object)
        subject, predicate, obj = (rdflib.URIRef(str(getattr(n, "value", n))) for n in names)
        data.add((subject, predicate, obj))
    return data


def _chosen_shapes(shapes: ShapesGraph, chosen: Collection[Shape]) -> "rdflib.Graph":
    """Return the shapes for pyshacl; those that are not chosen lose their targets."""
    import rdflib  # noqa: PLC0415 - see check_by_pyshacl

    graph = shapes.store.to_rdflib([shapes.graph])
    kept = {shape.iri for shape in chosen}
    names = [(rdflib.URIRef(SH + name), None) for name in _TARGETS]
    implicit = (rdflib.URIRef(RDF + "type"), rdflib.URIRef(RDFS + "Class"))
    for shape in shapes.shapes:
        if shape.iri not in kept:
            for node in (rdflib.URIRef(shape.iri), rdflib.BNode(shape.iri)):
                for predicate, obj in [*names, implicit]:
                    graph.remove((node, predicate, obj))
    return graph


def _from_rdflib(term: object) -> NamedNode | BlankNode | Literal:
    import rdflib  # noqa: PLC0415 - see check_by_pyshacl

    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if isinstance(term, rdflib.Literal) and term.language:
        return Literal(str(term), language=term.language)
    if isinstance(term, rdflib.Literal) and term.datatype:
        return Literal(str(term), datatype=NamedNode(str(term.datatype)))
    return Literal(str(term))

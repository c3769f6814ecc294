"""Validate accepted facts and claims against the shapes of the package.

Facts are validated as they are asserted: nothing inferred is looked at, because a range that a
reasoner has applied makes the wrong node look right. Facts alone go through ``shapes.ttl``;
claims, with the facts that they support, through ``claim-shapes.ttl``; the ontology stands
beside both, so that a shape for a class sees its subclasses.

Core constraints are checked by pyshacl, without inference, imports or scripts. The queries of the
shapes are run by the store; ``tests/graph/test_shapes.py`` holds both against pyshacl alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from showgraph.graph.focus import find_focus_nodes, term_text
from showgraph.graph.naming import Naming, shorten
from showgraph.graph.report import Severity, ShapeCount, ValidationReport, ValidationResult
from showgraph.graph.shapes import Shape, ShapesGraph, read_severity, read_shapes
from showgraph.namespaces import GRAPHS, RDFS, SH, XSD
from showgraph.resources import read_bundled
from showgraph.store import Literal, NamedNode, Store

if TYPE_CHECKING:
    import rdflib

#: SHACL (section 5.3.2) writes what a message takes from its result as {$this} or {?value}.
_SLOT: Final = re.compile(r"\{[?$](\w+)\}")

#: What pyshacl's results call the terms that a message may take.
_CORE_SLOTS: Final = {"this": "focusNode", "value": "value"}


@dataclass(frozen=True, slots=True)
class ShapeSet:
    """Shapes, and the graphs of facts or claims whose union they are for.

    The ontology is not named: it stands beside every set.
    """

    shapes: ShapesGraph
    graphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Finding:
    """A result before its nodes are named; ``slots`` fill its message.

    ``strings`` names the slots whose term is a string, which a message puts in quotation marks.
    """

    shape: Shape
    severity: Severity
    path: str
    message: str
    slots: Mapping[str, str]
    strings: frozenset[str]


def bundled_shape_sets() -> tuple[ShapeSet, ...]:
    """Return the shapes of the package: those for facts, then those for claims.

    Raises:
        ResourceError: If the package lacks them.
    """
    accepted, claims = GRAPHS["accepted"], GRAPHS["claims"]
    return tuple(
        ShapeSet(read_shapes(read_bundled("ontology", file)), graphs)
        for file, graphs in (
            ("shapes.ttl", (accepted,)),
            ("claim-shapes.ttl", (accepted, claims)),
        )
    )


def validate(store: Store, shape_sets: Iterable[ShapeSet] | None = None) -> ValidationReport:
    """Validate a graph.

    Args:
        store: Holds ``graph/accepted``, ``graph/claims`` and ``graph/ontology``; what else it
            holds is not looked at, and nothing is written.
        shape_sets: What to validate against; None for the shapes of the package.

    Returns:
        The report; of an empty graph it has no results and 0 focus nodes.

    Raises:
        ResourceError: If the package lacks its shapes.
    """
    nodes: set[str] = set()
    counts: list[ShapeCount] = []
    results: set[ValidationResult] = set()
    naming = Naming(store)
    for shape_set in bundled_shape_sets() if shape_sets is None else shape_sets:
        graphs = (*shape_set.graphs, GRAPHS["ontology"])
        shapes = shape_set.shapes.shapes
        focus = {shape: find_focus_nodes(store, shape.targets, graphs) for shape in shapes}
        counts += [ShapeCount(shape.code, shape.label, len(focus[shape])) for shape in shapes]
        nodes.update(*focus.values())
        findings = [*_check_core(store, shape_set), *_run_queries(store, focus, graphs)]
        results.update(_name(finding, naming) for finding in findings)
    return ValidationReport(
        results=tuple(sorted(results, key=_order)),
        shapes=tuple(sorted(counts)),
        n_focus_nodes=len(nodes),
    )


def _order(result: ValidationResult) -> tuple[str, ...]:
    return (result.label, result.focus, result.code, result.path, result.value, result.message)


def _run_queries(
    store: Store, focus: Mapping[Shape, frozenset[str]], graphs: Sequence[str]
) -> Iterator[_Finding]:
    """Run the queries of the shapes that have focus nodes, each once over all data."""
    for shape, nodes in focus.items():
        for query in shape.queries if nodes else ():
            solutions = store.select(query.select, graphs=graphs)
            names = [variable.value for variable in solutions.variables]
            for solution in solutions:
                if term_text(solution["this"]) not in nodes:
                    continue
                terms = {name: term for name in names if (term := solution[name]) is not None}
                slots = {name: term_text(term) for name, term in terms.items()}
                strings = frozenset(name for name in terms if _is_string(terms[name]))
                path = shorten(slots.get("path", ""))
                yield _Finding(shape, query.severity, path, query.message, slots, strings)


def _is_string(term: object) -> bool:
    return isinstance(term, Literal) and term.datatype.value == XSD + "string"


def _check_core(store: Store, shape_set: ShapeSet) -> Iterator[_Finding]:
    """Let pyshacl check the constraints that are no queries."""
    import pyshacl  # noqa: PLC0415 - slow to import, and questions never validate
    import rdflib  # noqa: PLC0415 - see above

    _, report, _ = pyshacl.validate(
        _core_data(store, shape_set.graphs),
        shacl_graph=shape_set.shapes.graph,
        inference="none",
        advanced=False,
        js=False,
        do_owl_imports=False,
    )
    sh = rdflib.Namespace(SH)
    for result in report.objects(None, sh.result):
        shape, path = shape_set.shapes.parts[str(report.value(result, sh.sourceShape))]
        found = {name: report.value(result, sh[key]) for name, key in _CORE_SLOTS.items()}
        terms = {name: term for name, term in found.items() if term is not None}
        yield _Finding(
            shape,
            severity=read_severity(str(report.value(result, sh.resultSeverity))),
            path=path,
            message=str(report.value(result, sh.resultMessage)),
            slots={name: str(term) for name, term in terms.items()},
            strings=frozenset(
                name
                for name, term in terms.items()
                if isinstance(term, rdflib.Literal) and term.datatype in {None, rdflib.XSD.string}
            ),
        )


def _core_data(store: Store, graphs: Sequence[str]) -> "rdflib.Graph":
    """Return the data for pyshacl.

    Of the ontology core constraints see only which class lies below which. Leaving out the rest
    halves the time, most of which goes into making terms of rdflib.
    """
    import rdflib  # noqa: PLC0415 - see _check_core

    data = store.to_rdflib(graphs)
    below = NamedNode(RDFS + "subClassOf")
    for quad in store.quads(None, below, None, GRAPHS["ontology"]):
        names = (quad.subject, quad.predicate, quad.object)
        subject, predicate, obj = (rdflib.URIRef(term_text(name)) for name in names)
        data.add((subject, predicate, obj))
    return data


def _name(finding: _Finding, naming: Naming) -> ValidationResult:
    """Return a result in words."""
    slots = finding.slots
    focus, value = slots["this"], slots.get("value", "")

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in finding.strings:
            return f'"{slots[name]}"'
        return shorten(slots[name]) if name == "path" else naming.label(slots[name])

    return ValidationResult(
        code=finding.shape.code,
        severity=finding.severity,
        focus=focus,
        label=naming.label(focus),
        sort=naming.sort(focus),
        path=finding.path,
        value="" if value == focus else value,
        message=_SLOT.sub(fill, finding.message),
        shape=finding.shape.iri,
        quotations=naming.quotations(focus, finding.path)[:3],
    )

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
from typing import Final

from showgraph.graph.focus import find_focus_nodes
from showgraph.graph.naming import Naming, shorten
from showgraph.graph.report import Severity, ShapeCount, ValidationReport, ValidationResult
from showgraph.graph.shapes import Shape, ShapesGraph, read_severity, read_shapes
from showgraph.namespaces import GRAPHS, SH
from showgraph.resources import read_bundled
from showgraph.store import Store

#: The files of shapes, and the graphs whose union each is for.
SHAPE_FILES: Final[Mapping[str, tuple[str, ...]]] = {
    "shapes.ttl": (GRAPHS["accepted"], GRAPHS["ontology"]),
    "claim-shapes.ttl": (GRAPHS["accepted"], GRAPHS["claims"], GRAPHS["ontology"]),
}

#: SHACL (section 5.3.2) writes what a message takes from its result as {$this} or {?value}.
_SLOT: Final = re.compile(r"\{[?$](\w+)\}")


@dataclass(frozen=True, slots=True)
class _Finding:
    """A result before its nodes are named; ``slots`` fill its message."""

    shape: Shape
    severity: Severity
    path: str
    message: str
    slots: Mapping[str, str]


def validate(store: Store) -> ValidationReport:
    """Validate a graph against the shapes of the package.

    Args:
        store: Holds ``graph/accepted``, ``graph/claims`` and ``graph/ontology``; what else it
            holds is not looked at, and nothing is written.

    Returns:
        The report; of an empty graph it has no results and 0 focus nodes.

    Raises:
        ResourceError: If the package lacks its shapes.
    """
    nodes: set[str] = set()
    counts: list[ShapeCount] = []
    results: set[ValidationResult] = set()
    naming = Naming(store)
    for file, graphs in SHAPE_FILES.items():
        shapes = read_shapes(read_bundled("ontology", file))
        focus = {s.iri: find_focus_nodes(store, s.targets, graphs) for s in shapes.shapes}
        counts += [ShapeCount(s.code, s.label, len(focus[s.iri])) for s in shapes.shapes]
        nodes.update(*focus.values())
        findings = [
            *_check_core(store, shapes, graphs),
            *_run_queries(store, shapes, graphs, focus),
        ]
        results.update(_name(finding, naming) for finding in findings)
    return ValidationReport(
        results=tuple(sorted(results, key=_order)),
        shapes=tuple(sorted(counts)),
        n_focus_nodes=len(nodes),
    )


def _order(result: ValidationResult) -> tuple[str, ...]:
    return (result.label, result.focus, result.code, result.path, result.value, result.message)


def _run_queries(
    store: Store,
    shapes: ShapesGraph,
    graphs: Sequence[str],
    focus: Mapping[str, Iterable[str]],
) -> Iterator[_Finding]:
    """Run the queries of the shapes, each once over all data."""
    for shape in shapes.shapes:
        nodes = frozenset(focus[shape.iri])
        for query in shape.queries if nodes else ():
            solutions = store.select(query.select, graphs=graphs)
            names = [variable.value for variable in solutions.variables]
            for solution in solutions:
                slots = {
                    name: str(getattr(solution[name], "value", solution[name]))
                    for name in names
                    if solution[name] is not None
                }
                if slots["this"] in nodes:
                    path = shorten(slots.get("path", ""))
                    yield _Finding(shape, query.severity, path, query.message, slots)


def _check_core(store: Store, shapes: ShapesGraph, graphs: Sequence[str]) -> Iterator[_Finding]:
    """Let pyshacl check the constraints that are no queries."""
    import pyshacl  # noqa: PLC0415 - slow to import, and questions never validate
    import rdflib  # noqa: PLC0415 - see above

    _, report, _ = pyshacl.validate(
        store.to_rdflib(graphs),
        shacl_graph=shapes.graph,
        inference="none",
        advanced=False,
        js=False,
        do_owl_imports=False,
    )
    sh = rdflib.Namespace(SH)
    for result in report.objects(None, sh.result):
        shape, path = shapes.parts[str(report.value(result, sh.sourceShape))]
        slots = {
            "this": report.value(result, sh.focusNode),
            "value": report.value(result, sh.value),
        }
        yield _Finding(
            shape,
            read_severity(str(report.value(result, sh.resultSeverity))),
            path,
            str(report.value(result, sh.resultMessage)),
            {name: str(term) for name, term in slots.items() if term is not None},
        )


def _name(finding: _Finding, naming: Naming) -> ValidationResult:
    """Return a result in words."""
    slots = finding.slots
    focus = slots["this"]

    def fill(match: re.Match[str]) -> str:
        text = slots.get(match[1], "")
        return shorten(text) if match[1] == "path" else naming.label(text)

    return ValidationResult(
        code=finding.shape.code,
        severity=finding.severity,
        focus=focus,
        label=naming.label(focus),
        sort=naming.sort(focus),
        path=finding.path,
        value=slots.get("value", ""),
        message=_SLOT.sub(fill, finding.message),
        shape=finding.shape.iri,
        quotations=naming.quotations(focus, finding.path)[:3],
    )

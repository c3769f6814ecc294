"""Validate accepted facts and claims against the shapes of the package.

Facts are validated as they are asserted: nothing inferred is looked at, because a range that a
reasoner has applied makes the wrong node look right. Facts alone go through ``shapes.ttl``;
claims, with the facts that they support, through ``claim-shapes.ttl``; the ontology stands
beside both, so that a shape for a class sees its subclasses.

Core constraints are checked over tables of the data, and the queries of the shapes are run by
the store. A shape that neither can check goes to pyshacl, and the report names it.
``tests/graph/test_shapes.py`` and ``tests/graph/test_engines.py`` hold all against pyshacl alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from showgraph.graph.garbage import uncollected
from showgraph.graph.validation.checking import check
from showgraph.graph.validation.finding import SPARQL, Finding
from showgraph.graph.validation.focus import find_focus_nodes
from showgraph.graph.validation.naming import Naming, shorten
from showgraph.graph.validation.reference import check_by_pyshacl
from showgraph.graph.validation.report import (
    ResultTerms,
    ShapeCount,
    ValidationReport,
    ValidationResult,
)
from showgraph.graph.validation.shapes import Shape, ShapesGraph, node_text, read_shapes
from showgraph.graph.validation.triples import Node, Triples
from showgraph.namespaces import GRAPHS, XSD
from showgraph.resources import read_bundled
from showgraph.store import Literal, NamedNode, Store

#: SHACL (section 5.3.2) writes what a message takes from its result as {$this} or {?value}.
_SLOT: Final = re.compile(r"\{[?$](\w+)\}")


@dataclass(frozen=True, slots=True)
class ShapeSet:
    """Shapes, and the graphs of facts or claims whose union they are for.

    The ontology is not named: it stands beside every set.
    """

    shapes: ShapesGraph
    graphs: tuple[str, ...]


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
        GraphError: If shapes that pyshacl has to check are such as it cannot use.
    """
    with uncollected():
        return _validate(store, bundled_shape_sets() if shape_sets is None else shape_sets)


def _validate(store: Store, shape_sets: Iterable[ShapeSet]) -> ValidationReport:
    nodes: set[Node] = set()
    counts: list[ShapeCount] = []
    results: dict[ValidationResult, set[ResultTerms]] = {}
    naming = Naming(store)
    for shape_set in shape_sets:
        triples = Triples(store, shape_set.graphs, classes=[GRAPHS["ontology"]])
        shapes = shape_set.shapes.shapes
        focus = {shape: find_focus_nodes(triples, shape.targets) for shape in shapes}
        counts += [
            ShapeCount(shape.code, shape.label, len(focus[shape]), shape.iri, shape.reason)
            for shape in shapes
        ]
        nodes.update(*focus.values())
        findings = _find(store, shape_set, triples, focus)
        for finding in findings:
            results.setdefault(_name(finding, naming), set()).add(_terms(finding))
    return ValidationReport(
        results=tuple(
            replace(result, terms=tuple(sorted(results[result])))
            for result in sorted(results, key=_order)
        ),
        shapes=tuple(sorted(counts)),
        n_focus_nodes=len(nodes),
    )


def _find(
    store: Store, shape_set: ShapeSet, triples: Triples, focus: Mapping[Shape, frozenset[Node]]
) -> Iterator[Finding]:
    """Yield what all engines find, each with the shapes that are for it."""
    left = [shape for shape, nodes in focus.items() if shape.part is None and nodes]
    for shape, nodes in focus.items():
        yield from check(shape, triples, nodes)
    yield from _run_queries(store, focus, (*shape_set.graphs, GRAPHS["ontology"]))
    yield from check_by_pyshacl(shape_set.shapes, left, store, shape_set.graphs)


def _order(result: ValidationResult) -> tuple[str, ...]:
    return (result.label, result.focus, result.code, result.path, result.value, result.message)


def _run_queries(
    store: Store, focus: Mapping[Shape, frozenset[Node]], graphs: Sequence[str]
) -> Iterator[Finding]:
    """Run the queries of the shapes that have focus nodes, each once over all data."""
    for shape, nodes in focus.items():
        for query in shape.queries if nodes else ():
            solutions = store.select(query.select, graphs=graphs)
            names = [variable.value for variable in solutions.variables]
            for solution in solutions:
                node = solution["this"]
                if node not in nodes:
                    continue
                slots = {name: term for name in names if (term := solution[name]) is not None}
                path = slots.get("path")
                yield Finding(
                    shape=shape,
                    source=NamedNode(shape.iri),
                    component=SPARQL,
                    severity=query.severity,
                    focus=node,
                    value=slots.get("value"),
                    path=shorten(node_text(path)) if path else "",
                    path_turtle=str(path or ""),
                    message=query.message,
                    slots=slots,
                )


def _name(finding: Finding, naming: Naming) -> ValidationResult:
    """Return a result in words."""
    focus = node_text(finding.focus)
    value = "" if finding.value is None else node_text(finding.value)
    slots = {"this": finding.focus, **finding.slots}
    if finding.value is not None:
        slots["value"] = finding.value

    def fill(match: re.Match[str]) -> str:
        term = slots.get(match[1])
        if term is None:
            return match[0]
        if isinstance(term, Literal) and term.datatype.value == XSD + "string":
            return f'"{term.value}"'
        return shorten(node_text(term)) if match[1] == "path" else naming.label(node_text(term))

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
        sides=naming.sides(focus, finding.path) if not value or value == focus else (),
    )


def _terms(finding: Finding) -> ResultTerms:
    """Return a result as SHACL reports it.

    A part of a shape has no name that means anything elsewhere: its shape stands for it.
    """
    source = finding.source if isinstance(finding.source, NamedNode) else None
    shape = source or _root(finding.shape)
    return ResultTerms(
        focus=str(finding.focus),
        path=finding.path_turtle,
        value="" if finding.value is None else str(finding.value),
        shape=str(shape),
        component=finding.component,
    )


def _root(shape: Shape) -> Node:
    return shape.part.node if shape.part else NamedNode(shape.iri)

"""Each shape finds what it is for and nothing else, whichever engine runs it.

A case is a file ``shape_cases/CODE/valid|invalid/NAME.ttl``; its first line says what it shows.
"""

import re
from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib

from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.validation.report import ValidationReport, ValidationResult
from showgraph.graph.validation.validation import bundled_shape_sets, validate
from showgraph.namespaces import BASE, SH, SKOS
from showgraph.resources import read_bundled
from showgraph.store import NamedNode, Quad, RdfFormat, Store, parse

CASES = Path(__file__).parents[1] / "shape_cases"
VALID = sorted(CASES.glob("*/valid/*.ttl"))
INVALID = sorted(CASES.glob("*/invalid/*.ttl"))
FACTS, CLAIMS = bundled_shape_sets()
BY_CODE = {shape.code: shapes for shapes in (FACTS, CLAIMS) for shape in shapes.shapes.shapes}
SHAPES = {shape.code: shape for shapes in (FACTS, CLAIMS) for shape in shapes.shapes.shapes}


def case_name(path: Path) -> str:
    """Return the part of a path that tells a case from others."""
    return path.relative_to(CASES).with_suffix("").as_posix()


def code_of(case: Path) -> str:
    """Return the code that a case is for."""
    return case.parts[-3]


#: Words that no query of a shape reads; without them a case is loaded in a third of the time.
WORDS = {SKOS + name for name in ("altLabel", "definition", "example", "prefLabel", "broader")}


@cache
def ontology() -> tuple[Quad, ...]:
    """Return the quads of the ontology that shapes read."""
    return tuple(quad for quad in ontology_quads() if quad.predicate.value not in WORDS)


def load(code: str, text: str) -> Store:
    """Return a store with cases of a shape, as facts or, for a shape of claims, as claims."""
    graph = NamedNode(BY_CODE[code].graphs[-1])
    triples = parse(text, format=RdfFormat.TURTLE)
    store = Store.memory()
    store.bulk_load([Quad(t.subject, t.predicate, t.object, graph) for t in triples])
    store.bulk_load(ontology())
    return store


@cache
def check(case: Path) -> ValidationReport:
    """Return the report of a case, against the file of shapes that its code is in."""
    code = code_of(case)
    return validate(load(code, case.read_text(encoding="utf-8")), [BY_CODE[code]])


def of_code(report: ValidationReport, code: str) -> list[ValidationResult]:
    """Return the results of one shape."""
    return [result for result in report.results if result.code == code]


def test_no_case_was_lost() -> None:
    """Cases are found by their place, so a moved folder must not go unnoticed."""
    assert len(VALID) >= 90
    assert len(INVALID) >= 250


@pytest.mark.parametrize("code", sorted(SHAPES))
@pytest.mark.row(28)
def test_every_shape_has_cases(code: str) -> None:
    """A shape that nothing fails, or nothing passes, is not finished."""
    assert list((CASES / code / "valid").glob("*.ttl"))
    assert list((CASES / code / "invalid").glob("*.ttl"))


def test_every_case_is_for_a_shape() -> None:
    """A folder whose code is gone would never be looked at."""
    assert {code_of(case) for case in VALID + INVALID} == set(SHAPES)


@pytest.mark.parametrize("case", VALID, ids=case_name)
@pytest.mark.row(28)
def test_valid_case_passes(case: Path) -> None:
    """A passing case violates nothing at all, and the shape it is for does look at it."""
    report = check(case)

    assert of_code(report, code_of(case)) == []
    assert report.conforms, report.results
    assert {shape.code: shape.n_focus_nodes for shape in report.shapes}[code_of(case)] > 0


@pytest.mark.parametrize("case", INVALID, ids=case_name)
@pytest.mark.row(28)
def test_invalid_case_fails(case: Path) -> None:
    """A failing case is found under its code, with a message that names the node and the mend."""
    results = of_code(check(case), code_of(case))

    assert results
    for result in results:
        assert re.search(r"\S: \S", result.message), result.message
        assert result.label in result.message
        assert not re.search(r"[{}]", result.message), result.message


def all_cases(code: str) -> str:
    """Return all cases of a shape in one text, the nodes of each under names of their own."""
    return "\n".join(
        case.read_text(encoding="utf-8").replace(BASE + "id/", f"{BASE}id/{case.stem}-")
        for case in sorted((CASES / code).glob("*/*.ttl"))
    )


@cache
def as_rdflib(*files: str) -> rdflib.Graph:
    """Return bundled files as rdflib reads them."""
    graph = rdflib.Graph()
    for file in files:
        graph.parse(data=read_bundled("ontology", file), format="turtle")
    return graph


def run_pyshacl(code: str) -> set[tuple[str, str, str]]:
    """Return node, value and severity of what pyshacl finds with one shape, nothing split off.

    Where a query gives no value, the node itself stands for it, as SHACL (section 5.3.2) has it.
    """
    _, report, _ = pyshacl.validate(
        rdflib.Graph().parse(data=all_cases(code), format="turtle")
        + as_rdflib("showgraph.ttl", "roles.ttl"),
        shacl_graph=as_rdflib("shapes.ttl", "claim-shapes.ttl"),
        use_shapes=[SHAPES[code].iri],
    )
    sh = rdflib.Namespace(SH)
    rows = {
        tuple(report.value(result, name) for name in (sh.focusNode, sh.value, sh.resultSeverity))
        for result in report.objects(None, sh.result)
    }
    return {
        (nameless(focus), "" if value in {focus, None} else nameless(value), str(severity))
        for focus, value, severity in rows
    }


def nameless(node: object) -> str:
    """Return a node as text, a blank one without the name that every reading makes anew."""
    text = str(node)
    return "_" if re.fullmatch(r"n?[0-9a-f]{31,}(b\d+)?", text) else text


@pytest.mark.parametrize("code", sorted(code for code in SHAPES if SHAPES[code].queries))
@pytest.mark.row(30)
def test_engines_agree(code: str) -> None:
    """Pyshacl alone, running each query once for each focus node, finds the same."""
    report = validate(load(code, all_cases(code)), [BY_CODE[code]])
    ours = {
        (nameless(result.focus), nameless(result.value), SH + result.severity.value.capitalize())
        for result in of_code(report, code)
    }

    assert ours
    assert ours == run_pyshacl(code)

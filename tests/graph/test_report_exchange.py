"""Reports for other programs say the same as those for people, each in its own language."""

import re
from xml.etree import ElementTree as ET

import pyshacl
import pytest
import rdflib

from graph.test_validation import case, store_with
from showgraph.errors import UsageError
from showgraph.graph.validation.report import (
    Quotation,
    ReportedSide,
    Severity,
    ShapeCount,
    ValidationReport,
    ValidationResult,
)
from showgraph.graph.validation.report_formats import GROUPS, format_report
from showgraph.graph.validation.validation import bundled_shape_sets, validate
from showgraph.namespaces import BASE, SG, SH
from showgraph.resources import read_bundled

SHACL = rdflib.Namespace(SH)
NAMES = "id:saltmarsh a sg:Series ; skos:prefLabel 'Saltmarsh Radio' . "
#: A season of two series with a bad number; one shape finds three things at it.
FAULTY = (
    NAMES + "id:other a sg:Series ; skos:prefLabel 'Otter Row' ."
    " id:season a sg:Season ; skos:prefLabel 'Saltmarsh Radio, season 0' ;"
    " sg:seasonOf id:saltmarsh , id:other ; sg:seasonNumber 0 ."
)


def faulty_report() -> ValidationReport:
    """Return the report of the faulty season and of a release that is nowhere."""
    return validate(store_with(FAULTY + case("SGV26/invalid/nowhere")), bundled_shape_sets()[:1])


def test_turtle_is_the_report_of_shacl() -> None:
    """What pyshacl reports for the same data is what ours says, node by node."""
    report = faulty_report()
    ours = rdflib.Graph().parse(data=format_report(report, "ttl"), format="turtle")
    data = store_with(FAULTY + case("SGV26/invalid/nowhere")).to_rdflib(
        [BASE + "graph/accepted", BASE + "graph/ontology"]
    )
    shapes = rdflib.Graph().parse(data=read_bundled("ontology", "shapes.ttl"), format="turtle")
    _, theirs, _ = pyshacl.validate(data, shacl_graph=shapes)

    def results(graph: rdflib.Graph) -> set[tuple[object, ...]]:
        keys = ("focusNode", "value", "resultSeverity", "sourceConstraintComponent")
        return {
            tuple(graph.value(node, SHACL[key]) for key in keys)
            for node in graph.objects(None, SHACL.result)
        }

    assert len(results(ours)) >= 3
    assert results(ours) == results(theirs)
    assert list(ours.objects(None, SHACL.conforms)) == [rdflib.Literal(False)]  # noqa: FBT003 - a value
    assert {str(shape) for shape in ours.objects(None, SHACL.sourceShape)} >= {
        "https://w3id.org/showgraph/shapes#Season"
    }
    assert not {p for p in ours.predicates() if str(p).startswith(SG)}


def test_turtle_of_nothing_conforms() -> None:
    """A report without results has none, and says that it conforms."""
    graph = rdflib.Graph().parse(data=format_report(ValidationReport((), (), 0), "ttl"))

    assert list(graph.objects(None, SHACL.conforms)) == [rdflib.Literal(True)]  # noqa: FBT003 - a value
    assert len(graph) == 2


def test_paths_are_written_as_shacl_has_them() -> None:
    """An inverse path is a node with its operator, of which a reader can tell the property."""
    text = "id:p a sg:Performance ; sg:creditedAgent id:x . id:x a sg:Person ; skos:prefLabel 'X' ."
    report = validate(store_with(text), bundled_shape_sets()[:1])
    graph = rdflib.Graph().parse(data=format_report(report, "ttl"), format="turtle")
    paths = set(graph.objects(None, SHACL.resultPath))

    assert rdflib.URIRef(SG + "hasPerformance") in {
        graph.value(path, SHACL.inversePath) for path in paths
    }


def test_junit_has_a_case_for_each_shape() -> None:
    """Violations fail their case, warnings are told, and a shape without nodes is skipped."""
    report = faulty_report()
    suite = ET.fromstring(format_report(report, "junit")).find("testsuite")  # noqa: S314 - our own text
    assert suite is not None
    cases = {case.get("classname"): case for case in suite}

    assert suite.get("tests") == str(len(report.shapes)) == str(len(cases))
    assert suite.get("failures") == str(sum(c.find("failure") is not None for c in suite))
    failure = cases["SGV01"].find("failure")
    assert failure is not None
    assert "Saltmarsh Radio, season 0" in str(failure.text)
    assert cases["SGV26"].find("failure") is None
    assert "warning: " in str(cases["SGV26"].findtext("system-out"))
    assert cases["SGV38"].find("skipped") is not None


def hostile_report() -> ValidationReport:
    """Return a report with characters that mean something in each format."""
    result = ValidationResult(
        code="SGV99", severity=Severity.WARNING, focus="urn:x", label="A, B: 100%\n::error::no",
        sort="", path="", value="", message="A, B: 100%\n::error::no <&\x01> \"'",
        shape="urn:s",
    )  # fmt: skip
    return ValidationReport((result,), (ShapeCount("SGV99", "s", 1, "urn:s"),), 1)


def test_github_has_a_command_for_each_result() -> None:
    """The severity becomes a level, and nothing in a text can end its command."""
    report = faulty_report()
    lines = format_report(report, "github").splitlines()
    hostile = format_report(hostile_report(), "github").splitlines()

    assert len(lines) == len(report.results) + 1
    assert {line.split(" ")[0] for line in lines[:-1]} == {"::error", "::warning"}
    assert hostile[0].startswith(
        "::warning title=SGV99 A%2C B%3A 100%25%0A%3A%3Aerror%3A%3Ano::A, B: 100%25%0A::error"
    )
    assert len(hostile) == 2


def test_no_character_breaks_xml_or_turtle() -> None:
    """What the languages cannot hold is escaped or replaced."""
    root = ET.fromstring(format_report(hostile_report(), "junit"))  # noqa: S314 - our own text

    assert "<&\ufffd>" in str(root.findtext("testsuite/testcase/system-out"))


@pytest.mark.parametrize("group", GROUPS)
def test_groups_hold_all_results(group: str) -> None:
    """Whatever the text is grouped by, each result is there once, and its node is named."""
    report = faulty_report()
    text = format_report(report, "text", group=group)

    assert len(re.findall(r"^  (violation|warning|info) ", text, re.MULTILINE)) == len(
        report.results
    )
    for result in report.results:
        assert result.focus in text
        assert result.message in text


def test_groups_of_messages_and_shapes_have_their_headings() -> None:
    """Results with the same mend stand together, and so do those of a shape."""
    report = faulty_report()
    by_message = format_report(report, "text", group="message")
    by_shape = format_report(report, "text", group="shape")

    assert "... has the number 0: sg:seasonNumber is an xsd:integer from 1 on\n  violation" in (
        by_message
    )
    assert "SGV01 (https://w3id.org/showgraph/shapes#Season)\n  violation" in by_shape
    with pytest.raises(UsageError, match=r"'day'; known: entity, message, shape"):
        format_report(report, "text", group="day")


@pytest.mark.parametrize(
    ("severity", "kept"),
    [(Severity.VIOLATION, {"violation"}), (Severity.INFO, {"violation", "warning"})],
)
def test_severities_are_kept_from_the_worst(severity: Severity, kept: set[str]) -> None:
    """A report can be cut to what is bad enough; whether it conforms stays."""
    report = faulty_report()
    cut = report.from_severity(severity)

    assert {result.severity.value for result in cut.results} == kept
    assert cut.conforms == report.conforms


def test_values_that_do_not_go_together_are_told_with_their_sources() -> None:
    """Of a season of two series both are named, and which of them a document says."""
    spans = (
        "id:doc a sg:Document ; dcterms:identifier 'evening-7' . id:c a sg:Claim ;"
        " rdf:subject id:season ; rdf:predicate sg:seasonOf ; rdf:object id:other ;"
        " sg:evidence id:span . id:span oa:hasSource id:doc ; oa:hasSelector id:pos , id:quote ."
        " id:pos oa:start 0 ; oa:end 7 . id:quote oa:exact 'of Otter Row' ."
    )
    report = validate(store_with(FAULTY, claims=spans), bundled_shape_sets()[:1])
    (result,) = [r for r in report.results if r.path == "sg:seasonOf"]

    assert result.sides == (
        ReportedSide("Otter Row", (Quotation("evening-7", 0, 7, "of Otter Row"),)),
        ReportedSide("Saltmarsh Radio", ()),
    )
    assert (
        "             Otter Row\n"
        '               evening-7 says: "of Otter Row"\n'
        "             Saltmarsh Radio: no claim says so\n"
    ) in format_report(report, "text")


def test_a_contradiction_is_told_with_its_sides() -> None:
    """A result about a contradiction shows what it holds, though no claim is there to quote."""
    claims = (
        "id:c a sg:Contradiction ; sg:onSubject id:saltmarsh ; sg:onPredicate sg:seasonCount ;"
        " sg:side id:one , id:two . id:one a sg:Side ; sg:value 3 . id:two a sg:Side ; sg:value 4 ."
    )
    report = validate(store_with(NAMES, claims=claims), bundled_shape_sets()[1:])
    (result,) = [r for r in report.results if r.path == "sg:contradictionKind"]

    assert result.sides == (ReportedSide("3", ()), ReportedSide("4", ()))

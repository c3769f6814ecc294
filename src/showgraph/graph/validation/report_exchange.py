"""Write a validation report for other programs: GitHub, JUnit and SHACL.

* ``github``: commands of a GitHub workflow, which show each result beside the run
  (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions).
* ``junit``: a test case for each shape, failed by violations alone.
* ``ttl``: the report vocabulary of SHACL (section 3.6), nothing added.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from showgraph.graph.validation.report import (
    ResultTerms,
    Severity,
    ShapeCount,
    ValidationReport,
    ValidationResult,
    count_words,
)
from showgraph.namespaces import SH
from showgraph.store import Literal

#: What GitHub calls the severities.
_COMMANDS: Final = {
    Severity.VIOLATION: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}

#: Characters that XML 1.0 (section 2.2) has no way to write.
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def iter_github(report: ValidationReport) -> Iterator[str]:
    """Yield a workflow command for each result, then the summary."""
    for result in report.results:
        title = _property(f"{result.code} {result.label}".strip())
        message = f"{result.message} ({f'{result.focus} {result.path}'.rstrip()})"
        yield f"::{_COMMANDS[result.severity]} title={title}::{_data(message)}"
    yield report.summary()


def iter_junit(report: ValidationReport) -> Iterator[str]:
    """Yield an XML document with one test case for each shape."""
    failed = {_key(r) for r in report.results if r.severity is Severity.VIOLATION}
    skipped = [shape for shape in report.shapes if not shape.n_focus_nodes]
    suite = ET.Element(
        "testsuite",
        name="showgraph validate",
        tests=str(len(report.shapes)),
        failures=str(len(failed)),
        errors="0",
        skipped=str(len(skipped)),
    )
    for shape in report.shapes:
        _add_case(suite, shape, [r for r in report.results if _key(r) == (shape.code, shape.shape)])
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield ET.tostring(root, encoding="unicode")


def iter_turtle(report: ValidationReport) -> Iterator[str]:
    """Yield a sh:ValidationReport; as SHACL has it, any result makes it not conform."""
    yield f"PREFIX sh: <{SH}>"
    yield ""
    terms = [(result, terms) for result in report.results for terms in result.terms]
    yield f"[] a sh:ValidationReport ;\n    sh:conforms {'false' if terms else 'true'}"
    for result, found in terms:
        yield "    ; sh:result [ a sh:ValidationResult"
        yield from (f"        ; {line}" for line in _properties(result, found))
        yield "    ]"
    yield "."


def _properties(result: ValidationResult, terms: ResultTerms) -> Iterator[str]:
    yield f"sh:focusNode {terms.focus}"
    if terms.path:
        yield f"sh:resultPath {terms.path}"
    if terms.value:
        yield f"sh:value {terms.value}"
    yield f"sh:resultSeverity sh:{result.severity.value.capitalize()}"
    yield f"sh:sourceConstraintComponent <{terms.component}>"
    yield f"sh:sourceShape {terms.shape}"
    yield f"sh:resultMessage {Literal(result.message)}"


def _key(result: ValidationResult) -> tuple[str, str]:
    return (result.code, result.shape)


def _add_case(suite: ET.Element, shape: ShapeCount, results: list[ValidationResult]) -> None:
    name = _xml(shape.label or shape.shape or shape.code)
    case = ET.SubElement(suite, "testcase", classname=_xml(shape.code or "shape"), name=name)
    if not shape.n_focus_nodes:
        ET.SubElement(case, "skipped", message="no focus node")
    violations = [r for r in results if r.severity is Severity.VIOLATION]
    if violations:
        words = count_words(len(violations), "violation")
        failure = ET.SubElement(case, "failure", type="violation", message=words)
        failure.text = _xml("\n".join(f"{r.focus}: {r.message}" for r in violations))
    others = [r for r in results if r.severity is not Severity.VIOLATION]
    if others:
        lines = (f"{r.severity.value}: {r.focus}: {r.message}" for r in others)
        ET.SubElement(case, "system-out").text = _xml("\n".join(lines))


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

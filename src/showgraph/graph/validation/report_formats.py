"""Write a validation report for people (text), for lines (concise) and for programs (json ...)."""

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Final

from showgraph.errors import UsageError
from showgraph.graph.validation.report import Quotation, ValidationReport, ValidationResult
from showgraph.graph.validation.report_exchange import iter_github, iter_junit, iter_turtle

#: Gives the heading that a result stands under.
_Heading = Callable[[ValidationResult], str]

#: What stands under a result begins where its message does.
_INDENT: Final = " " * 13

#: A quotation longer than this is cut in the text form; the json form keeps it whole.
_MAX_QUOTE: Final = 80


def format_report(report: ValidationReport, form: str, *, group: str = "entity") -> str:
    """Return a report as text that ends with a newline.

    Args:
        report: The report.
        form: One of :data:`FORMATS`. ``text`` groups the results and quotes the documents behind
            them; ``concise`` has one line for each result; ``json`` is one object, every key
            always present; the others are told in
            :mod:`showgraph.graph.validation.report_exchange`.
        group: One of :data:`GROUPS`, for the text form.

    Raises:
        UsageError: If there is no such format or group.
    """
    for what, name, known in (("format", form, FORMATS), ("group", group, GROUPS)):
        if name not in known:
            raise UsageError(f"no report {what} {name!r}; known: {', '.join(known)}")
    lines = _iter_text(report, GROUPS[group]) if form == "text" else FORMATS[form](report)
    return "".join(f"{line}\n" for line in lines)


def _iter_text(report: ValidationReport, heading: "_Heading | None" = None) -> Iterator[str]:
    """Yield the results under their headings; those of an entity stand in the report's order."""
    named = heading in {None, _entity}
    by = _entity if heading is None else heading
    for title, results in groupby(report.results if named else sorted(report.results, key=by), by):
        yield title
        for result in results:
            yield from _iter_result(result, named=named)
        yield ""
    yield report.summary()


def _iter_result(result: ValidationResult, *, named: bool) -> Iterator[str]:
    """Yield the lines of a result; its node is told where no heading names it."""
    yield f"  {result.severity.value:<9}  {result.code}  {result.message}".rstrip()
    if not named:
        yield f"{_INDENT}{_entity(result)}"
    for side in result.sides:
        yield f"{_INDENT}{side.value}" + ("" if side.quotations else ": no claim says so")
        for quotation in side.quotations:
            yield f"{_INDENT}  {_say(quotation)}"
    for quotation in () if result.sides else result.quotations:
        yield f"{_INDENT}{_say(quotation)}"


def _iter_concise(report: ValidationReport) -> Iterator[str]:
    for result in report.results:
        place = f"{result.focus} {result.path}".rstrip()
        yield f"{place}: {result.severity.value} {result.code}: {result.message}"
    yield report.summary()


def _iter_json(report: ValidationReport) -> Iterator[str]:
    yield json.dumps(report.to_json(), ensure_ascii=False, indent=2)


def _entity(result: ValidationResult) -> str:
    sort = result.sort + ", " if result.sort else ""
    return f"{result.label} ({sort}{result.focus})"


def _message(result: ValidationResult) -> str:
    """Return what is wrong, without the node; results whose mend is the same stand together."""
    return result.message.replace(result.label, "...")


def _shape(result: ValidationResult) -> str:
    return f"{result.code} ({result.shape})" if result.code else result.shape


def _say(quotation: Quotation) -> str:
    return f"{quotation.document} says: {_cut(quotation.quote)}"


def _cut(quote: str) -> str:
    """Return a quote on one line, in quotation marks, at most as long as fits beside others."""
    line = " ".join(quote.split())
    short = line if len(line) <= _MAX_QUOTE else line[: _MAX_QUOTE - 3].rstrip() + "..."
    return f'"{short}"'


#: The formats by name; the first is for people.
FORMATS: Final[Mapping[str, Callable[[ValidationReport], Iterator[str]]]] = {
    "text": _iter_text,
    "concise": _iter_concise,
    "json": _iter_json,
    "github": iter_github,
    "junit": iter_junit,
    "ttl": iter_turtle,
}

#: What the text form may be grouped by, with the headings; the first is what is usual.
GROUPS: Final[Mapping[str, _Heading]] = {"entity": _entity, "message": _message, "shape": _shape}

"""Write a validation report for people (text), for lines (concise) and for programs (json)."""

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Final

from showgraph.errors import UsageError
from showgraph.graph.report import ValidationReport, ValidationResult

#: A quotation longer than this is cut in the text form; the json form keeps it whole.
_MAX_QUOTE: Final = 80


def format_report(report: ValidationReport, form: str) -> str:
    """Return a report as text that ends with a newline.

    Args:
        report: The report.
        form: One of :data:`FORMATS`. ``text`` groups the results by node and quotes the
            documents behind it; ``concise`` has one line for each result; ``json`` is one object,
            every key always present. The first two end with the summary.

    Raises:
        UsageError: If there is no such format.
    """
    if form not in FORMATS:
        raise UsageError(f"no report format {form!r}; known: {', '.join(FORMATS)}")
    return "".join(f"{line}\n" for line in FORMATS[form](report))


def _iter_text(report: ValidationReport) -> Iterator[str]:
    for (label, focus, sort), results in groupby(report.results, _node):
        yield f"{label} ({sort + ', ' if sort else ''}{focus})"
        for result in results:
            yield f"  {result.severity.value:<9}  {result.code}  {result.message}"
            for quotation in result.quotations:
                yield f"             {quotation.document} says: {_cut(quotation.quote)}"
        yield ""
    yield report.summary()


def _iter_concise(report: ValidationReport) -> Iterator[str]:
    for result in report.results:
        place = f"{result.focus} {result.path}".rstrip()
        yield f"{place}: {result.severity.value} {result.code}: {result.message}"
    yield report.summary()


def _iter_json(report: ValidationReport) -> Iterator[str]:
    yield json.dumps(report.to_json(), ensure_ascii=False, indent=2)


def _node(result: ValidationResult) -> tuple[str, str, str]:
    return (result.label, result.focus, result.sort)


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
}

"""Write answers and query results in the formats that commands offer.

``json`` of an answer is an object of our own, with labels and sources; ``json`` of a query is the
W3C's. ``srj`` and ``srx`` are the W3C's in both. CSV and TSV of an answer are for people and hold
labels; those of a query are for programs and hold values, to the byte rules of the W3C.
"""

import csv
import io
import json
import re
from collections.abc import Iterable
from typing import Any, Final

from showgraph.errors import UsageError
from showgraph.query.answers import Answer, Cell, LesserClaim
from showgraph.query.explanation import Source
from showgraph.query.labels import compact
from showgraph.query.outcomes import Boolean, Results, Solutions, Term, Triples
from showgraph.query.plaintext import format_table
from showgraph.store import Literal, NamedNode

#: Formats of answers and of the results of SELECT and ASK.
FORMATS: Final = ("table", "csv", "tsv", "json", "srj", "srx")

#: A spreadsheet takes a text that starts so for a formula
#: (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def format_answer(answer: Answer, format_: str, *, width: int | None = None) -> str:
    """Return an answer as text, ending with a newline.

    Args:
        answer: Any answer, also one without rows or without a question.
        format_: One of :data:`FORMATS`.
        width: Columns of the terminal, for ``table``.

    Raises:
        UsageError: If there is no such format.
        UnavailableError: If XML cannot hold a value.
    """
    match format_:
        case "table":
            return _answer_table(answer, width)
        case "csv":
            return _separated(answer, csv.excel)
        case "tsv":
            return _separated(answer, csv.excel_tab)
        case "json":
            return json.dumps(to_json(answer), ensure_ascii=False, indent=2) + "\n"
        case "srj" | "srx":
            rows = tuple(tuple(cell.term for cell in row) for row in answer.rows)
            return _format_w3c(Solutions(answer.variables, rows), format_)
        case _:
            raise _unknown(format_, FORMATS)


def to_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as an object for JSON, with every key always present.

    ``rows`` has for each column the ``value`` (an IRI or lexical form, null for none) and the
    ``label``; ``sources`` has one list for each row.
    """
    return {
        "question": answer.question,
        "understood": answer.understood,
        "columns": list(answer.columns),
        "rows": [
            {
                column: {"value": cell.value, "label": cell.label}
                for column, cell in zip(answer.columns, row, strict=True)
            }
            for row in answer.rows
        ],
        "sources": [_sources(sources) for sources in answer.sources],
        "message": answer.message,
        "lesser": [
            {
                "subject": claim.subject,
                "property": claim.property,
                "value": claim.value,
                "status": claim.status,
                "speaker": claim.speaker or None,
                "sources": _sources(claim.sources),
            }
            for claim in answer.lesser
        ],
        "variables": list(answer.variables),
        "view": answer.view,
    }


def _sources(sources: Iterable[Source]) -> list[dict[str, Any]]:
    return [
        {
            "document": source.document,
            "start": source.start,
            "end": source.end,
            "quote": source.quote,
        }
        for source in sources
    ]


def _answer_table(answer: Answer, width: int | None) -> str:
    """Return the rows with the number of documents behind each, then what else is to be said."""
    parts = []
    if answer.rows:
        rows = [
            [*(cell.label for cell in row), _documents(sources)]
            for row, sources in zip(answer.rows, answer.sources, strict=True)
        ]
        parts.append(format_table([*answer.columns, "Sources"], rows, width=width))
    if answer.message:
        parts.append(f"{answer.message}\n")
    if answer.lesser:
        lines = [f"  {_lesser_line(claim)}\n" for claim in answer.lesser]
        parts.append("Not accepted:\n" + "".join(lines))
    return "\n".join(parts) or "No answer.\n"


def _documents(sources: Iterable[Source]) -> str:
    n_documents = len({source.document for source in sources})
    return f"{n_documents} document{'' if n_documents == 1 else 's'}" if n_documents else ""


def _lesser_line(claim: LesserClaim) -> str:
    """Return a claim with who says so, and the first words that say it in each document."""
    said = f", said by {claim.speaker}" if claim.speaker else ""
    quotes: dict[str, str] = {}
    for source in claim.sources:
        quotes.setdefault(source.document, " ".join(source.quote.split()))
    places = "; ".join(f'{document}: "{quote}"' for document, quote in quotes.items())
    return f"{claim}{said} ({places})"


def _separated(answer: Answer, dialect: type[csv.Dialect]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, dialect)
    writer.writerow(map(_harmless, answer.columns))
    writer.writerows([_harmless(_cell_text(cell)) for cell in row] for row in answer.rows)
    return out.getvalue()


def _cell_text(cell: Cell) -> str:
    return " ".join(cell.label.split())


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def format_results(results: Results, format_: str, *, width: int | None = None) -> str:
    """Return what a query gave as text, ending with a newline.

    Args:
        results: Of any form of query.
        format_: One of :data:`FORMATS`; for triples a format for graphs too, such as ``ttl``.
            Triples as ``table`` are Turtle, as ``json`` JSON-LD, as ``csv`` and ``tsv`` three
            columns.
        width: Columns of the terminal, for ``table``.

    Raises:
        UsageError: If the results cannot be written in that format.
        UnavailableError: If XML cannot hold a value.
    """
    if isinstance(results, Triples):
        return _format_triples(results, format_)
    if format_ != "table":
        return _format_w3c(results, format_)
    if isinstance(results, Boolean):
        return "true\n" if results.value else "false\n"
    rows = [[_short(term) for term in row] for row in results.rows]
    return format_table(results.variables, rows, width=width) if rows else "(no rows)\n"


def _format_w3c(results: Solutions | Boolean, format_: str) -> str:
    """Return results in one of the W3C's formats.

    Raises:
        UsageError: If there is no such format.
    """
    from showgraph.query import w3c  # noqa: PLC0415 - most answers are written for people

    match format_:
        case "csv":
            return w3c.to_csv(results)
        case "tsv":
            return w3c.to_tsv(results)
        case "json" | "srj":
            return w3c.to_srj(results)
        case "srx":
            return w3c.to_srx(results)
        case _:
            raise _unknown(format_, FORMATS)


def _short(term: Term | None) -> str:
    """Return a term as people read it: an IRI with its prefix, a literal without its type."""
    if isinstance(term, NamedNode):
        return compact(term.value)
    if isinstance(term, Literal):
        return term.value
    return "" if term is None else str(term)


def _format_triples(results: Triples, format_: str) -> str:
    from showgraph.query import serialization  # noqa: PLC0415 - most commands write no graph

    if format_ in {"csv", "tsv"}:
        triples = sorted(results.triples, key=str)
        rows = [(triple.subject, triple.predicate, triple.object) for triple in triples]
        columns = ("subject", "predicate", "object")
        return _format_w3c(Solutions(columns, tuple(rows)), format_)
    if format_ in {"srj", "srx"}:
        raise UsageError(f"triples cannot be written as {format_}; choose ttl, nt, xml or jsonld")
    name = {"table": "ttl", "json": "jsonld"}.get(format_, format_)
    found = serialization.find_format(name)
    return serialization.serialize_triples(results.triples, found).decode()


def _unknown(format_: str, known: Iterable[str]) -> UsageError:
    return UsageError(f"there is no format {format_!r}; choose one of {', '.join(known)}")

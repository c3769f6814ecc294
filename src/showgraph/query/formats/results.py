"""Write the results of queries in the formats that commands offer.

``json`` and ``srj`` are the W3C's JSON, ``srx`` (of rows ``xml`` too) its XML, and CSV and TSV
hold values, to the byte rules of the W3C. ``jsonl`` has an object for each row, with the terms as
the W3C's JSON has them.

How results that a limit cut say so: ``table``, ``md`` and ``html`` in a line below the rows,
``jsonl`` by a last object ``{"truncated": true}``, ``json``, ``srj`` and ``srx`` by a link in
their head, ``ttl``, ``nt`` and ``xml`` by a comment at the end. CSV, TSV and JSON-LD have no place
for it; the command line says it on standard error.
"""

import json
from typing import Final

from showgraph.errors import UsageError
from showgraph.query.formats.formats import FORMATS, unknown_format
from showgraph.query.formats.fragments import CUT, boolean_fragment, linked_rows, rows_fragment
from showgraph.query.formats.outcomes import Boolean, Results, Solutions, Triples
from showgraph.query.formats.plaintext import format_table
from showgraph.query.naming.naming import Naming, term_text

_TRIPLE: Final = ("subject", "predicate", "object")


def format_results(
    results: Results,
    format_: str,
    *,
    width: int | None = None,
    naming: Naming = Naming.COMPACT,
) -> str:
    """Return what a query gave as text, ending with a newline.

    Args:
        results: Of any form of query.
        format_: One of :data:`FORMATS`; for triples a format for graphs too, such as ``ttl``.
            Triples as ``table`` are Turtle, as ``json`` JSON-LD, as ``csv`` and ``tsv`` three
            columns.
        width: Columns of the terminal, for ``table``.
        naming: How ``table``, ``md`` and ``html`` name things.

    Raises:
        UsageError: If the results cannot be written in that format.
        UnavailableError: If XML cannot hold a value.
    """
    if isinstance(results, Triples):
        return _format_triples(results, format_, naming)
    if format_ == "jsonl":
        return _to_json_lines(results)
    if format_ in {"md", "html"}:
        return _to_markup(results, format_, naming)
    if format_ != "table":
        return _format_w3c(results, format_)
    if isinstance(results, Boolean):
        return "true\n" if results.value else "false\n"
    rows = [[term_text(term, naming) for term in row] for row in results.rows]
    text = format_table(results.variables, rows, width=width) if rows else "(no rows)\n"
    return text + (f"{CUT}\n" if results.is_cut else "")


def _format_w3c(results: Solutions | Boolean, format_: str) -> str:
    """Return results in one of the W3C's formats.

    Raises:
        UsageError: If there is no such format.
    """
    from showgraph.query.formats import w3c  # noqa: PLC0415 - most answers are written for people

    match format_:
        case "csv":
            return w3c.to_csv(results)
        case "tsv":
            return w3c.to_tsv(results)
        case "json" | "srj":
            return w3c.to_srj(results)
        case "srx" | "xml":
            return w3c.to_srx(results)
        case _:
            raise unknown_format(format_, FORMATS)


def _to_json_lines(results: Solutions | Boolean) -> str:
    from showgraph.query.formats.w3c import json_term  # noqa: PLC0415 - most answers are for people

    if isinstance(results, Boolean):
        return json.dumps({"boolean": results.value}) + "\n"
    objects: list[object] = [
        {
            name: json_term(term)
            for name, term in zip(results.variables, row, strict=True)
            if term is not None
        }
        for row in results.rows
    ]
    if results.is_cut:
        objects.append({"truncated": True})
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def _to_markup(results: Solutions | Boolean, format_: str, naming: Naming) -> str:
    from showgraph.query.formats import markup  # noqa: PLC0415 - most answers are for people

    if format_ == "html":
        return markup.to_page("Result of a query", _to_fragment(results, naming))
    if isinstance(results, Boolean):
        return "true\n" if results.value else "false\n"
    text = markup.to_markdown(results.variables, linked_rows(results.rows, naming))
    return text + (f"\n{markup.escape_markdown(CUT)}\n" if results.is_cut else "")


def _to_fragment(results: Solutions | Boolean, naming: Naming) -> str:
    if isinstance(results, Boolean):
        return boolean_fragment(value=results.value)
    return rows_fragment(results.variables, results.rows, naming, is_cut=results.is_cut)


def _as_solutions(results: Triples) -> Solutions:
    triples = sorted(results.triples, key=str)
    rows = tuple((triple.subject, triple.predicate, triple.object) for triple in triples)
    return Solutions(_TRIPLE, rows, results.is_cut)


def _format_triples(results: Triples, format_: str, naming: Naming) -> str:
    from showgraph.query.formats import serialization  # noqa: PLC0415 - most commands write no graph

    if format_ in {"csv", "tsv", "jsonl", "md", "html"}:
        return format_results(_as_solutions(results), format_, naming=naming)
    if format_ in {"srj", "srx"}:
        raise UsageError(f"triples cannot be written as {format_}; choose ttl, nt, xml or jsonld")
    name = {"table": "ttl", "json": "jsonld"}.get(format_, format_)
    found = serialization.find_format(name)
    text = serialization.serialize_triples(results.triples, found).decode()
    comments = {"ttl": "# {}\n", "nt": "# {}\n", "xml": "<!-- {} -->\n"}
    return text + (comments.get(name, "").format(CUT) if results.is_cut else "")

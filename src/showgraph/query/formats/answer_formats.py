"""Write answers in the formats that commands offer; see :data:`FORMATS`.

``json`` and ``jsonl`` are objects of our own, with labels and sources; ``srj`` and ``srx`` are the
W3C's. CSV and TSV are for people and hold labels, unless whole IRIs are asked for: then they are
for programs and hold values by the names of variables, to the byte rules of the W3C.

How an answer that a limit cut says so: ``table``, ``md`` and ``html`` in a line below the rows,
``json`` by its keys ``truncated`` and ``left_out``, ``jsonl`` by a last object with these two keys,
``srj`` and ``srx`` by a link in their head. CSV and TSV have no place for it; the command line
says it on standard error, in every format but the table's.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from showgraph.errors import UsageError
from showgraph.query.formats.formats import FORMATS, unknown_format
from showgraph.query.formats.plaintext import NUMBER, format_table
from showgraph.query.naming.naming import Naming, cell_text
from showgraph.query.provenance.copies import count_texts
from showgraph.store import NamedNode

if TYPE_CHECKING:  # an answer shows itself with what is here
    from showgraph.query.answering.answers import Answer, Cell, LesserClaim
    from showgraph.query.provenance.disputes import Dispute
    from showgraph.query.provenance.explanation import Source
    from showgraph.query.provenance.reasons import RowReasons

#: A spreadsheet takes a text that starts so for a formula
#: (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA: Final = re.compile(r"[=+\-@\t\r]")
_WHY_COLUMNS: Final = ("Document", "Start", "End", "Words", "Sentence", "Rules")
#: More disagreements than these below an answer are longer than most answers.
_MAX_DISPUTES: Final = 8
#: Formats with a place for what each row rests on.
WITH_REASONS: Final = frozenset({"table", "csv", "tsv", "json", "jsonl", "md", "html"})


def format_answer(
    answer: "Answer",
    format_: str,
    *,
    width: int | None = None,
    naming: Naming = Naming.LABELS,
    reasons: "Sequence[RowReasons] | None" = None,
) -> str:
    """Return an answer as text, ending with a newline.

    Args:
        answer: Any answer, also one without rows or without a question.
        format_: One of :data:`FORMATS`.
        width: Columns of the terminal, for ``table``.
        naming: What stands for things; ``json``, ``jsonl``, ``srj`` and ``srx`` hold IRIs anyway.
        reasons: What each row rests on, to be shown; None to show the rows alone.

    Raises:
        UsageError: If there is no such format, or it has no place for reasons.
        UnavailableError: If XML cannot hold a value.
    """
    if format_ not in FORMATS:
        raise unknown_format(format_, FORMATS)
    if reasons is not None and format_ not in WITH_REASONS:
        raise UsageError(f"{format_} has no place for sources; choose json, or leave out --why")
    match format_:
        case "table":
            return _to_table(answer, width, naming, reasons)
        case "csv" | "tsv":
            return _to_separated(answer, format_, naming, reasons)
        case "json":
            document = to_json(answer, reasons)
            return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        case "jsonl":
            return _to_json_lines(answer, reasons)
        case "md" | "html":
            return _to_markup(answer, format_, naming, reasons)
        case _:
            return _to_results(answer, format_)


def _to_results(answer: "Answer", format_: str) -> str:
    """Return an answer as the result of a query."""
    from showgraph.query.formats.outcomes import Solutions  # noqa: PLC0415 - most answers are for people
    from showgraph.query.formats.results import format_results  # noqa: PLC0415 - as above

    rows = tuple(tuple(cell.term for cell in row) for row in answer.rows)
    solutions = Solutions(answer.variables, rows, is_cut=answer.n_left_out > 0)
    return format_results(solutions, format_)


def to_json(answer: "Answer", reasons: "Sequence[RowReasons] | None" = None) -> dict[str, Any]:
    """Return an answer as an object for JSON, with every key always present.

    ``rows`` has for each column the ``value`` (an IRI or lexical form, null for none) and the
    ``label``; ``sources`` has one list for each row. With reasons each source has its
    ``sentence``, its ``number`` in the document and the document's ``date``, and ``inferences``
    has one list for each row.
    """
    return {
        "question": answer.question,
        "understood": answer.understood,
        "columns": list(answer.columns),
        "rows": [_row_object(answer, row) for row in answer.rows],
        "sources": [_sources_of(answer, n, reasons) for n in range(len(answer.rows))],
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
        "disputes": [_dispute_object(dispute) for dispute in answer.disputes],
        "truncated": answer.n_left_out > 0,
        "left_out": answer.n_left_out,
        "code": answer.code or None,
        "arguments": dict(answer.arguments),
        **({} if reasons is None else {"inferences": [_inferences(each) for each in reasons]}),
    }


def _row_object(answer: "Answer", row: "Sequence[Cell]") -> dict[str, Any]:
    return {
        column: {"value": cell.value, "label": cell.label}
        for column, cell in zip(answer.columns, row, strict=True)
    }


def _sources_of(
    answer: "Answer", row: int, reasons: "Sequence[RowReasons] | None"
) -> list[dict[str, Any]]:
    if reasons is None:
        return _sources(answer.sources[row])
    pairs = reasons[row].sources
    objects = _sources(source for source, _ in pairs)
    return [
        {**each, "sentence": place.sentence, "number": place.number, "date": place.date or None}
        for each, (_, place) in zip(objects, pairs, strict=True)
    ]


def _sources(sources: "Iterable[Source]") -> list[dict[str, Any]]:
    return [
        {
            "document": source.document,
            "start": source.start,
            "end": source.end,
            "quote": source.quote,
        }
        for source in sources
    ]


def _inferences(reasons: "RowReasons") -> list[dict[str, Any]]:
    return [
        {
            "fact": inference.fact,
            "rule": inference.rule,
            "rule_in_words": inference.rule_in_words,
            "premises": list(inference.premises),
        }
        for inference in reasons.inferences
    ]


def _dispute_object(dispute: "Dispute") -> dict[str, Any]:
    return {
        "subject": dispute.subject,
        "property": dispute.property,
        "sort": "contradiction" if dispute.is_contradiction else "difference",
        "sides": [
            {
                "value": side.value,
                "documents": list(side.documents),
                "dates": list(side.dates),
            }
            for side in dispute.sides
        ],
    }


def _to_json_lines(answer: "Answer", reasons: "Sequence[RowReasons] | None") -> str:
    """Return an object for each row, and a last one if rows were left out."""
    objects: list[dict[str, Any]] = []
    for n, row in enumerate(answer.rows):
        parts = {"row": _row_object(answer, row), "sources": _sources_of(answer, n, reasons)}
        more = {} if reasons is None else {"inferences": _inferences(reasons[n])}
        objects.append(parts | more)
    if answer.n_left_out:
        objects.append({"truncated": True, "left_out": answer.n_left_out})
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def _to_table(
    answer: "Answer", width: int | None, naming: Naming, reasons: "Sequence[RowReasons] | None"
) -> str:
    """Return the rows with the number of documents behind each, then what else is to be said."""
    parts = []
    if answer.rows:
        copies = dict(answer.copies)
        rows = [
            [*(cell_text(cell, naming) for cell in row), _documents(sources, copies)]
            for row, sources in zip(answer.rows, answer.sources, strict=True)
        ]
        parts.append(format_table([*answer.columns, "Sources"], rows, width=width))
    parts += ["".join(f"{line}\n" for line in block) for block in iter_notes(answer)]
    if reasons is not None:
        parts += [f"{text}\n" for text in _iter_reasons(answer, reasons, naming)]
    return "\n".join(parts) or "No answer.\n"


def iter_notes(answer: "Answer") -> Iterator[list[str]]:
    """Yield what is to be said below the rows, in blocks of lines."""
    if answer.n_left_out:
        yield [f"... and {_count(answer.n_left_out, 'more row')}, left out at the limit"]
    if answer.message:
        yield [answer.message]
    for heading, wanted in (
        ("The documents contradict each other:", True),
        ("The documents differ:", False),
    ):
        if found := [each for each in answer.disputes if each.is_contradiction is wanted]:
            yield [heading, *(f"  {line}" for line in iter_disputes(found))]
    if answer.lesser:
        yield ["Not accepted:", *(f"  {_lesser_line(claim)}" for claim in answer.lesser)]


def iter_disputes(disputes: "Sequence[Dispute]") -> Iterator[str]:
    """Yield a line for each of the first disagreements, and one that counts the others."""
    yield from map(str, disputes[:_MAX_DISPUTES])
    if (n_more := len(disputes) - _MAX_DISPUTES) > 0:
        yield f"... and {n_more} more; showgraph ask disagreements"


def _iter_reasons(
    answer: "Answer", reasons: "Sequence[RowReasons]", naming: Naming
) -> Iterator[str]:
    """Yield each row in a line, and below it its sources and what was inferred."""
    from showgraph.query.provenance.reasons import (  # noqa: PLC0415 - most answers are shown without
        iter_inference_lines,
        iter_source_lines,
    )

    for number, (row, each) in enumerate(zip(answer.rows, reasons, strict=True), 1):
        lines = [f"{number}. {_row_line(row, naming)}"]
        lines += iter_source_lines(each.sources, indent="   ")
        lines += iter_inference_lines(each.inferences, indent="   ")
        yield "\n".join(lines)


def _row_line(row: "Iterable[Cell]", naming: Naming) -> str:
    return ", ".join(filter(None, (cell_text(cell, naming) for cell in row)))


def _documents(sources: "Iterable[Source]", copies: Mapping[str, str]) -> str:
    n_documents = count_texts({source.document for source in sources}, copies)
    return _count(n_documents, "document") if n_documents else ""


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}{'' if n == 1 else 's'}"


def _lesser_line(claim: "LesserClaim") -> str:
    """Return a claim with who says so, and the longest stretch that says it in each document.

    The shorter ones only name what "the series" and "she" stand for.
    """
    said = f", said by {claim.speaker}" if claim.speaker else ""
    quotes: dict[str, str] = {}
    for source in claim.sources:
        quote = " ".join(source.quote.split())
        quotes[source.document] = max(quotes.get(source.document, ""), quote, key=len)
    places = "; ".join(f'{document}: "{quote}"' for document, quote in quotes.items())
    return f"{claim}{said} ({places})"


def _to_separated(
    answer: "Answer", format_: str, naming: Naming, reasons: "Sequence[RowReasons] | None"
) -> str:
    """Return CSV or TSV; with reasons a line for each source of a row."""
    if naming is Naming.IRIS and reasons is None:
        return _to_results(answer, format_)
    columns: tuple[str, ...] = answer.columns
    rows = [[" ".join(cell_text(cell, naming).split()) for cell in row] for row in answer.rows]
    if reasons is not None:
        columns = (*columns, *_WHY_COLUMNS)
        rows = [
            [*row, *source]
            for row, each in zip(rows, reasons, strict=True)
            for source in _iter_sources(each)
        ]
    out = io.StringIO()
    writer = csv.writer(out, csv.excel if format_ == "csv" else csv.excel_tab)
    writer.writerows([_harmless(cell) for cell in row] for row in (columns, *rows))
    return out.getvalue()


def _iter_sources(reasons: "RowReasons") -> Iterator[list[str]]:
    rules = "; ".join(dict.fromkeys(each.rule for each in reasons.inferences))
    for source, where in reasons.sources:
        place = [source.document, str(source.start), str(source.end), source.quote]
        yield [*place, where.sentence, rules]


def _harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def _to_markup(
    answer: "Answer", format_: str, naming: Naming, reasons: "Sequence[RowReasons] | None"
) -> str:
    from showgraph.query.formats import markup  # noqa: PLC0415 - most answers are written for people

    columns, copies = [*answer.columns, "Sources"], dict(answer.copies)
    rows = [
        [*(_linked(cell, naming) for cell in row), (_documents(sources, copies), "")]
        for row, sources in zip(answer.rows, answer.sources, strict=True)
    ]
    if format_ == "html":
        return markup.to_page(
            answer.understood or "No answer", to_fragment(answer, naming, reasons)
        )
    parts = [markup.to_markdown(columns, rows)] if rows else []
    parts += [_markdown_block(block) for block in iter_notes(answer)]
    for number, (row, each) in enumerate(zip(answer.rows, reasons or (), strict=bool(reasons)), 1):
        lines = [f"{number}. {markup.escape_markdown(_row_line(row, naming))}"]
        lines += [f"   - {markup.escape_markdown(line)}" for line in _reason_lines(each)]
        parts.append("".join(f"{line}\n" for line in lines))
    return "\n".join(parts) or "No answer.\n"


def _markdown_block(lines: Sequence[str]) -> str:
    from showgraph.query.formats.markup import escape_markdown  # noqa: PLC0415 - as above

    head, *items = lines
    text = f"{escape_markdown(head)}\n"
    return text + "\n" * bool(items) + "".join(f"- {escape_markdown(item)}\n" for item in items)


def _reason_lines(reasons: "RowReasons") -> Iterator[str]:
    from showgraph.query.provenance.reasons import iter_sentences  # noqa: PLC0415 - as above

    for document, words, place in iter_sentences(reasons.sources):
        yield f"{document}, {words}: {place.sentence}"
    for each in reasons.inferences:
        yield f"inferred: {each.fact}; rule: {each.rule_in_words}; from: {'; '.join(each.premises)}"


def _linked(cell: "Cell", naming: Naming) -> tuple[str, str]:
    iri = cell.term.value if isinstance(cell.term, NamedNode) else ""
    return cell_text(cell, naming), iri


def to_fragment(
    answer: "Answer",
    naming: Naming = Naming.LABELS,
    reasons: "Sequence[RowReasons] | None" = None,
) -> str:
    """Return an answer as an HTML fragment: its table, what else is to be said, and reasons."""
    from showgraph.query.formats import markup  # noqa: PLC0415 - as above

    columns, copies = [*answer.columns, "Sources"], dict(answer.copies)
    rows = [
        [*(_linked(cell, naming) for cell in row), (_documents(sources, copies), "")]
        for row, sources in zip(answer.rows, answer.sources, strict=True)
    ]
    body = markup.to_html(columns, rows, caption=answer.understood) if rows else ""
    notes = list(iter_notes(answer))
    body += markup.paragraphs(line for block in notes for line in block)
    if reasons is not None:
        items = (
            f"<li>{markup.escape_html(_row_line(row, naming))}\n"
            f"{markup.paragraphs(_reason_lines(each))}</li>\n"
            for row, each in zip(answer.rows, reasons, strict=True)
        )
        body += f"<ol>\n{''.join(items)}</ol>\n"
    return body or markup.paragraphs(["No answer."])

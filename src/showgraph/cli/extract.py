"""``showgraph extract``: print the claims of documents as fact records."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import click

from showgraph.cli.guiding import guide_options
from showgraph.cli.listing import Listing
from showgraph.cli.options import PathName, manners
from showgraph.cli.output import printing_options
from showgraph.cli.session import Session, pass_session
from showgraph.cli.status import DONE, UNAVAILABLE
from showgraph.errors import UsageError
from showgraph.extract.assisting.assistance import is_failure, told_of
from showgraph.extract.extraction import Reading, load_rules
from showgraph.extract.guide import Guide
from showgraph.extract.measuring.coverage import find_missed
from showgraph.extract.measuring.explaining import explain_reading, format_explanation
from showgraph.extract.measuring.quarantine import write_quarantine
from showgraph.extract.measuring.records import format_record
from showgraph.extract.rulepack.pack import Pack
from showgraph.model import Document
from showgraph.pipeline import bundled_documents, read_claims
from showgraph.query.formats.plaintext import format_table

#: The formats of each form of output, the one for a pipe first, the one for a terminal last.
_CLAIMS: Final = ("jsonl", "json")
_EXPLAINED: Final = ("jsonl", "json", "text")
_MISSED: Final = ("csv", "tsv", "json", "table")


@click.command("extract")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=PathName())
@click.option("--strict", is_flag=True, help="End with status 4 if a document was skipped.")
@click.option("--explain", is_flag=True, help="Say of each claim why it was made.")
@click.option("--missed", is_flag=True, help="List what seems to be said and became no claim.")
@click.option(
    "--quarantine",
    type=PathName(),
    metavar="FILE",
    help="Write what was refused, with the reasons, as JSON Lines.",
)
@guide_options
@printing_options(
    "jsonl",
    "json",
    "text",
    "table",
    "csv",
    "tsv",
    text="JSON Lines under either name; text for --explain; table, csv, tsv for --missed.",
)
@manners
@pass_session
def command(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    paths: tuple[Path, ...],
    strict: bool,
    explain: bool,
    missed: bool,
    quarantine: Path | None,
    guide: Guide | None,
    format_: str | None,
) -> int:
    """Print what documents say, one JSON object for each claim, whatever its status.

    PATH is a .txt, .md, .jsonl or .html file, a folder of them or a pattern such as '*.txt';
    without any, the bundled documents are read. Nothing is accepted, merged or kept.
    """
    chosen = _choose(session, format_, explain=explain, missed=missed)
    readings, collection = read_claims(paths or bundled_documents(), guide=guide)
    rules = load_rules(guide.pack if guide else None)
    pairs = list(zip(collection.documents, readings, strict=True))
    if missed:
        session.write(_list_missed(session, pairs, rules).format(chosen))
    else:
        for text in _explained(pairs, rules, chosen) if explain else _records(readings):
            session.write(text)
    for item in collection.skipped:
        session.warn(f"skipped {item.source}: {item.reason}")
    for failure in filter(is_failure, (r for reading in readings for r in reading.rejections)):
        session.warn(told_of(failure))
    if quarantine is not None:
        n = write_quarantine(quarantine, (r for reading in readings for r in reading.rejections))
        session.note(f"{n} candidates in quarantine: {quarantine}")
    return UNAVAILABLE if strict and collection.skipped else DONE


def _choose(session: Session, given: str | None, *, explain: bool, missed: bool) -> str:
    """Return the format of the output."""
    if explain and missed:
        raise UsageError("--explain and --missed show different things; choose one")
    known = _MISSED if missed else _EXPLAINED if explain else _CLAIMS
    if session.output is not None:
        given = replace(session.output, formats=known).format(given)
    if given is not None and given not in known:
        raise UsageError(f"--format {given} does not go here; choose one of: {', '.join(known)}")
    return given or known[-1 if session.on_terminal and (explain or missed) else 0]


def _records(readings: Sequence[Reading]) -> Iterator[str]:
    for reading in readings:
        aliases = dict(reading.aliases)
        for claim in reading.claims:
            yield format_record(claim, aliases) + "\n"


def _explained(
    pairs: Sequence[tuple[Document, Reading]], rules: Pack, chosen: str
) -> Iterator[str]:
    """Yield each claim with why it was made, and before those of a document its day."""
    for document, reading in pairs:
        aliases = dict(reading.aliases)
        if chosen == "text":
            day = f"{document.date} ({document.date_source})" if document.date else "none"
            yield f"{document.id}: date {day}; about {reading.main or 'no series'}\n"
        for explanation in explain_reading(document, reading, rules):
            if chosen == "text":
                yield format_explanation(explanation)
                continue
            more = {
                "explanation": explanation.to_json(),
                "document_date": {"date": document.date, "source": document.date_source},
            }
            yield format_record(explanation.claim, aliases, more=more) + "\n"


def _list_missed(
    session: Session, pairs: Sequence[tuple[Document, Reading]], rules: Pack
) -> Listing:
    columns = ("document", "gap", "start", "end", "words", "by")
    rows = [
        (row.document, row.gap.value, str(row.start), str(row.end), row.quote, row.by)
        for document, reading in pairs
        for row in find_missed(document, reading, rules)
    ]
    shown = [(r[0], r[1], r[2], r[3], " ".join(r[4].split()), r[5]) for r in rows]
    text = format_table(columns, shown, width=session.width) if rows else "nothing missed"
    document = [dict(zip(columns, row, strict=True)) for row in rows]
    return Listing(columns, rows, text, document)

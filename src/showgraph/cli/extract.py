"""``showgraph extract``: print the claims of documents as fact records."""

from pathlib import Path

import click

from showgraph.cli.guiding import guide_options
from showgraph.cli.options import PathName, manners
from showgraph.cli.session import Session, pass_session
from showgraph.cli.status import DONE, UNAVAILABLE
from showgraph.extract.guide import Guide
from showgraph.extract.records import format_record
from showgraph.pipeline import bundled_documents, read_claims


@click.command("extract")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=PathName())
@click.option("--strict", is_flag=True, help="End with status 4 if a document was skipped.")
@click.option(
    "--format",
    "_format",
    type=click.Choice(["jsonl", "json"]),
    expose_value=False,
    help="Always JSON Lines, under either name.",
)
@guide_options
@manners
@pass_session
def command(session: Session, *, paths: tuple[Path, ...], strict: bool, guide: Guide | None) -> int:
    """Print what documents say, one JSON object for each claim, whatever its status.

    PATH is a .txt, .md, .jsonl or .html file, a folder of them or a pattern such as '*.txt';
    without any, the bundled documents are read. Nothing is accepted, merged or kept.
    """
    readings, collection = read_claims(paths or bundled_documents(), guide=guide)
    for reading in readings:
        aliases = dict(reading.aliases)
        for claim in reading.claims:
            session.write(format_record(claim, aliases) + "\n")
    for item in collection.skipped:
        session.warn(f"skipped {item.source}: {item.reason}")
    return UNAVAILABLE if strict and collection.skipped else DONE

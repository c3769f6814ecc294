"""``showgraph path``: how two things are connected."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showgraph.cli.candidates import complete_name
from showgraph.cli.listing import Listing
from showgraph.cli.opening import open_named
from showgraph.cli.options import ROWS, graph_option, manners
from showgraph.cli.output import format_for, printing_options
from showgraph.cli.session import Session, pass_session

if TYPE_CHECKING:
    from collections.abc import Iterable

    from showgraph.query.network import Step


@click.command("path")
@click.argument("start", metavar="NAME", shell_complete=complete_name)
@click.argument("end", metavar="NAME", shell_complete=complete_name)
@graph_option
@printing_options(*ROWS)
@manners
@pass_session
def command(
    session: Session, *, start: str, end: str, graph: Path | None, format_: str | None
) -> None:
    """Show a shortest way from one thing to another, fact by fact.

    Facts are followed in both directions and printed as they read.
    """
    with open_named(session, graph) as opened:
        steps = opened.path(start, end)
        ends = {str(opened.names.resolve(name)) for name in (start, end)}
    session.write(_list(steps).format(format_for(session, format_)))
    if len(ends) == 1:
        session.note(f"Both names are those of {ends.pop()}: there is no way to go.")
    elif not steps:
        session.note("Nothing in the graph connects the two.")


def _list(steps: "Iterable[Step]") -> Listing:
    rows = [(step.subject, step.predicate, step.object) for step in steps]
    text = "\n".join("  ".join(row) for row in rows)
    return Listing(("subject", "property", "object"), rows, text, [asdict(step) for step in steps])

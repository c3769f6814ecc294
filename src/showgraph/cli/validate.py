"""``showgraph validate``: check the graph against its shapes."""

from pathlib import Path
from typing import Final

import click

from showgraph.cli.listing import Listing
from showgraph.cli.opening import open_named
from showgraph.cli.options import ROWS, format_for, format_option, graph_option, manners
from showgraph.cli.session import Session, pass_session
from showgraph.cli.status import DONE, NEGATIVE
from showgraph.graph.report import ValidationReport
from showgraph.graph.report_formats import format_report

_COLUMNS: Final = ("severity", "code", "focus", "label", "path", "value", "message")


@click.command("validate")
@graph_option
@format_option(*ROWS)
@manners
@pass_session
def command(session: Session, *, graph: Path | None, format_: str | None) -> int:
    """Check facts and claims against their shapes; status 1 if they do not conform.

    What was inferred is not looked at, so that it cannot mend what a document got wrong.
    """
    with open_named(session, graph) as opened:
        report = opened.validate()
    chosen = format_for(session, format_)
    session.write(_list(report).format(chosen))
    if chosen != "table":
        session.note(report.summary())
    return DONE if report.conforms else NEGATIVE


def _list(report: ValidationReport) -> Listing:
    rows = [
        (r.severity.value, r.code, r.focus, r.label, r.path, r.value, r.message)
        for r in report.results
    ]
    return Listing(_COLUMNS, rows, format_report(report, "text"), report.to_json())

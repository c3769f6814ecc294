"""``showgraph validate``: check a graph, or data of one's own, against shapes."""

from pathlib import Path
from typing import Final

import click

from showgraph.cli.listing import Listing
from showgraph.cli.opening import open_named
from showgraph.cli.options import ROWS, PathName, graph_option, manners
from showgraph.cli.output import format_for, printing_options
from showgraph.cli.session import Session, pass_session
from showgraph.cli.status import DONE, NEGATIVE
from showgraph.errors import UsageError
from showgraph.graph.validation.report import Severity, ValidationReport
from showgraph.graph.validation.report_formats import FORMATS, GROUPS, format_report

_COLUMNS: Final = ("severity", "code", "focus", "label", "path", "value", "message")

#: The formats of reports, beside those of rows.
_REPORTS: Final = tuple(name for name in FORMATS if name not in ROWS)

#: Those that a program reads whole, and those that have the summary in them.
_WITH_SUMMARY: Final = {"table", "text", "concise", "github"}

_FILE: Final = PathName()


@click.command("validate")
@graph_option
@click.option("--data", type=_FILE, metavar="FILE", help="Check this file of RDF, not a graph.")
@click.option("--shapes", type=_FILE, metavar="FILE", help="Shapes of your own, not the bundled.")
@click.option("--group", type=click.Choice(list(GROUPS)), help="Group the text; default: entity.")
@click.option(
    "--severity",
    type=click.Choice([severity.value for severity in Severity]),
    help="Show what is at least so bad; the status stays that of all.",
)
@printing_options(*ROWS, *_REPORTS)
@manners
@pass_session
def command(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    graph: Path | None,
    data: Path | None,
    shapes: Path | None,
    group: str | None,
    severity: str | None,
    format_: str | None,
) -> int:
    """Check facts and claims against their shapes; status 1 if they do not conform.

    What was inferred is not looked at, so that it cannot mend what a document got wrong.
    """
    if graph and data:
        raise UsageError("--graph and --data exclude each other: one names what is checked")
    chosen = format_for(session, format_)
    if group and chosen not in {"table", "text"}:
        raise UsageError(f"--group is for the text form, not for {chosen}: add --format text")
    report = _validate(session, graph, data, shapes)
    shown = report if severity is None else report.from_severity(Severity(severity))
    session.write(_format(shown, chosen, group or "entity"))
    if chosen not in _WITH_SUMMARY:
        session.note(report.summary())
    return DONE if report.conforms else NEGATIVE


def _validate(
    session: Session, graph: Path | None, data: Path | None, shapes: Path | None
) -> ValidationReport:
    if data is None:
        with open_named(session, graph) as opened:
            return opened.validate(shapes)
    from showgraph.graph.validation.foreign import read_data, read_own_shapes  # noqa: PLC0415 - rarely used
    from showgraph.graph.validation.validation import validate  # noqa: PLC0415 - as above

    own = None if shapes is None else [read_own_shapes(shapes)]
    with read_data(data) as store:
        return validate(store, own)


def _format(report: ValidationReport, format_: str, group: str) -> str:
    if format_ in _REPORTS:
        return format_report(report, format_, group=group)
    rows = [
        (r.severity.value, r.code, r.focus, r.label, r.path, r.value, r.message)
        for r in report.results
    ]
    text = format_report(report, "text", group=group)
    return Listing(_COLUMNS, rows, text, report.to_json()).format(format_)

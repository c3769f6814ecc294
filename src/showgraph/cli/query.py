"""``showgraph query``: SPARQL that the user wrote."""

import sys
from pathlib import Path
from typing import Final

import click

from showgraph.cli.opening import open_named
from showgraph.cli.options import RESULTS, ROWS, PathName, format_option, graph_option, manners
from showgraph.cli.session import Session, pass_session
from showgraph.errors import UnavailableError
from showgraph.query.outcomes import Boolean, Results, Solutions
from showgraph.query.results import format_results
from showgraph.query.sparql import MAX_ROWS, TIMEOUT_S

#: Formats for the triples of CONSTRUCT and DESCRIBE.
_GRAPHS: Final = ("ttl", "nt", "xml", "jsonld")


@click.command("query")
@click.argument("text", required=False, metavar="[SPARQL]")
@click.option(
    "--file",
    "-f",
    type=PathName(),
    metavar="FILE",
    help="Read the query from a file.",
)
@click.option(
    "--timeout",
    "timeout_s",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    default=TIMEOUT_S,
    show_default=True,
    help="When to end the query.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    metavar="N",
    default=MAX_ROWS,
    show_default=True,
    help="How many rows or triples to print.",
)
@graph_option
@format_option(*ROWS, *RESULTS, *_GRAPHS)
@manners
@pass_session
def command(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    text: str | None,
    file: Path | None,
    timeout_s: float,
    max_rows: int,
    graph: Path | None,
    format_: str | None,
) -> None:
    """Run a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The query stands on the command line, in a file, or comes from standard input (also as -).
    Showgraph's prefixes need no declaration; a query sees the union of all named graphs.
    """
    query = _read(text, file)
    with open_named(session, graph) as opened:
        results = opened.query(query, timeout_s=timeout_s, max_rows=max_rows)
    chosen = format_ or _default(session, results)
    session.write(format_results(results, chosen, width=session.width))
    if not isinstance(results, Boolean) and results.is_cut:
        session.warn(f"stopped at {max_rows} rows, and there are more; --max-rows raises the limit")


def _read(text: str | None, file: Path | None) -> str:
    """Return the query, from where the user put it.

    Raises:
        click.UsageError: If there is none, or two.
        UnavailableError: If the file cannot be read.
    """
    if file is not None and text is not None:
        raise click.UsageError("give the query or --file, not both")
    if file is not None and str(file) != "-":
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UnavailableError(f"cannot read the query {file}: {reason}") from error
    if text is None and file is None and sys.stdin.isatty():
        raise click.UsageError("give a query, as in: showgraph query 'ASK { ?show a sg:Series }'")
    if text is None or text == "-":
        return sys.stdin.read()
    return text


def _default(session: Session, results: Results) -> str:
    """Return the format for where the output goes and what form the query has."""
    if isinstance(results, Solutions):
        return "table" if session.on_terminal else "csv"
    return "table"  # true or false; Turtle

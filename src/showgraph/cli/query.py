"""``showgraph query``: SPARQL that the user wrote."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from showgraph.api import Graph
from showgraph.cli.candidates import complete_pairs
from showgraph.cli.opening import open_named
from showgraph.cli.options import (
    RESULTS,
    ROWS,
    PathName,
    endpoint_option,
    format_option,
    graph_option,
    manners,
)
from showgraph.cli.parameters import split_words
from showgraph.cli.session import Session, pass_session
from showgraph.errors import UnavailableError
from showgraph.query.header import without_header
from showgraph.query.outcomes import Boolean, Results, Solutions
from showgraph.query.results import format_results
from showgraph.query.sparql import MAX_ROWS, TIMEOUT_S, check_syntax

#: Formats for the triples of CONSTRUCT and DESCRIBE.
_GRAPHS: Final = ("ttl", "nt", "xml", "jsonld")


#: What may be the name of a saved question; no query is a single word.
_NAME: Final = re.compile(r"[a-z][a-z-]*")


@click.command("query")
@click.argument("text", required=False, metavar="[SPARQL|QUESTION]")
@click.option(
    "--param",
    "-p",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the saved question.",
    shell_complete=complete_pairs,
)
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
@click.option("--check", is_flag=True, help="Parse the query and look its names up; run nothing.")
@click.option("--plan", is_flag=True, help="Show the algebra, with the matches of each pattern.")
@click.option("--fmt", "layout", is_flag=True, help="Lay the query out; run nothing.")
@graph_option
@endpoint_option
@format_option(*ROWS, *RESULTS, *_GRAPHS)
@manners
@pass_session
def command(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    text: str | None,
    pairs: tuple[str, ...],
    file: Path | None,
    timeout_s: float,
    max_rows: int,
    check: bool,
    plan: bool,
    layout: bool,
    graph: Path | None,
    endpoint: str | None,
    format_: str | None,
) -> None:
    """Run a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The query stands on the command line, in a file, or comes from standard input (also as -), or
    is that of a saved question: showgraph query cast --param show="A Title".
    Showgraph's prefixes need no declaration; a query sees the union of all named graphs.
    """
    if check + plan + layout > 1:
        raise click.UsageError("give one of --check, --plan and --fmt")
    query = _read(text, file)
    is_name = _NAME.fullmatch(query.strip()) is not None
    if pairs and not is_name:
        raise click.UsageError("--param goes with the name of a saved question")
    if layout and not is_name:
        session.write(lay_out(query))
        return
    with open_named(session, graph, endpoint, timeout_s=timeout_s) as opened:
        query = _saved(opened, query.strip(), pairs) if is_name else query
        if check or plan or layout:
            session.write(lay_out(query) if layout else look_at(session, opened, query, plan=plan))
            return
        results = opened.query(query, timeout_s=timeout_s, max_rows=max_rows)
        for warning in opened.warnings(query):
            session.warn(warning)
    chosen = format_ or _default(session, results)
    session.write(format_results(results, chosen, width=session.width))
    if not isinstance(results, Boolean) and results.is_cut:
        session.warn(f"stopped at {max_rows} rows, and there are more; --max-rows raises the limit")


def _saved(opened: Graph, name: str, pairs: Sequence[str]) -> str:
    """Return the query of a saved question with its values; the name itself if there is none.

    Raises:
        NotUnderstoodError: If a parameter or its value is not known.
    """
    if name not in opened.questions:
        return name
    _, parameters = split_words((), pairs, opened.questions, click.get_current_context())
    answer = opened.ask(name, parameters)
    return without_header(answer.query)


def lay_out(query: str) -> str:
    """Return a query laid out; one that does not parse is an error."""
    from showgraph.query.formatting import format_query  # noqa: PLC0415

    check_syntax(query)
    return format_query(query)


def look_at(session: Session, opened: Graph, query: str, *, plan: bool) -> str:
    """Return the plan of a query, or that nothing is wrong with it, and warn of its names."""
    check_syntax(query)
    for warning in opened.warnings(query):
        session.warn(warning)
    return opened.plan(query) if plan else "the query parses\n"


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

"""``showgraph query``: SPARQL that the user wrote.

What it needs to run a query is imported when it runs one.
"""

from typing import Any, Final

import click

from showgraph.cli.candidates import complete_pairs
from showgraph.cli.numbers import Seconds, Whole
from showgraph.cli.options import (
    GRAPHS,
    RESULTS,
    ROWS,
    PathName,
    endpoint_option,
    exit_status_option,
    graph_option,
    manners,
    naming_options,
)
from showgraph.cli.output import printing_options
from showgraph.cli.session import Session, pass_session

#: As those of :mod:`showgraph.query.execution.sparql`, which help does not import.
_TIMEOUT_S: Final = 30.0
_MAX_ROWS: Final = 10_000


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
    type=Seconds(),
    metavar="SECONDS",
    default=_TIMEOUT_S,
    show_default=True,
    help="When to end the query.",
)
@click.option(
    "--max-rows",
    type=Whole(min=0),
    metavar="N",
    default=_MAX_ROWS,
    show_default=True,
    help="How many rows or triples to print; 0 for all.",
)
@click.option(
    "--engine",
    type=click.Choice(("auto", "oxigraph", "rdflib")),
    default="auto",
    show_default=True,
    help="What evaluates: auto is oxigraph; rdflib is a slow second opinion.",
)
@click.option(
    "--no-prefixes", is_flag=True, help="Take no prefix for granted, as other programs do not."
)
@click.option("--check", is_flag=True, help="Parse the query and look its names up; run nothing.")
@click.option(
    "--plan", is_flag=True, help="Show the algebra, with the matches of each pattern; json too."
)
@click.option("--fmt", "layout", is_flag=True, help="Lay the query out; run nothing.")
@click.option(
    "--template", metavar="CLASS", help="Print a query about the things of a class, as person."
)
@click.option("--asserted", is_flag=True, help="Leave out what was inferred.")
@naming_options
@graph_option
@endpoint_option
@exit_status_option
@printing_options(*ROWS, *RESULTS, *GRAPHS)
@manners
@pass_session
def command(
    session: Session,
    /,
    **given: Any,  # noqa: ANN401 - the options, by the names of querying.Options
) -> int:
    """Run a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.

    The query stands on the command line, in a file, or comes from standard input (also as -), or
    is that of a saved question: showgraph query cast --param show="A Title".
    Showgraph's prefixes need no declaration ('showgraph prefixes'); a query sees the union of
    all named graphs.
    """
    from showgraph.cli.querying import Options, carry_out  # noqa: PLC0415 - as the module says

    return carry_out(session, Options(**given))

"""``showgraph export``: write the graph as RDF."""

import sys
from pathlib import Path

import click

from showgraph.cli.opening import open_named
from showgraph.cli.options import PathName, graph_option, manners
from showgraph.cli.session import Session, pass_session
from showgraph.query.formats.serialization import find_format, format_of


@click.command("export")
@click.argument("target", required=False, metavar="[FILE]", type=PathName())
@click.option(
    "--format",
    "format_",
    metavar="FORMAT",
    help="ttl, nt, xml, jsonld, trig or nq; else by the file's ending, else ttl.",
)
@click.option(
    "--output",
    "-o",
    type=PathName(),
    metavar="FILE",
    help="Write to a file, whose ending tells the format.",
)
@click.option("--asserted", is_flag=True, help="Leave out what was inferred.")
@click.option("--with-provenance", is_flag=True, help="Take in the documents and their claims.")
@graph_option
@manners
@pass_session
def command(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    target: Path | None,
    format_: str | None,
    output: Path | None,
    asserted: bool,
    with_provenance: bool,
    graph: Path | None,
) -> None:
    """Write the graph as RDF to FILE, or to standard output; the same graph, the same bytes.

    Turtle, N-Triples, RDF/XML and JSON-LD hold the accepted and the inferred facts; TriG and
    N-Quads hold all named graphs, with documents, claims and the ontology.
    """
    if target is not None and output is not None and target != output:
        raise click.UsageError(f"{target} and {output}: give one file")
    target = target or output
    to_stdout = target is None or str(target) == "-"
    # A format that does not exist is told before a graph is looked for.
    chosen = find_format(format_) if format_ else None
    if target is not None and not to_stdout:
        chosen = chosen or format_of(target)
    with open_named(session, graph) as opened:
        opened.export(
            sys.stdout.buffer if to_stdout or target is None else target,
            format=chosen,
            asserted=asserted,
            with_provenance=with_provenance,
        )
    if not to_stdout:
        session.note(f"wrote {target}")

"""``showgraph stats``: count what the graph holds."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from showgraph.cli.listing import Listing
from showgraph.cli.opening import open_named
from showgraph.cli.options import ROWS, graph_option, manners
from showgraph.cli.output import format_for, printing_options
from showgraph.cli.session import Session, pass_session
from showgraph.query.formats.plaintext import format_table

if TYPE_CHECKING:
    from showgraph.query.network import Statistics


@click.command("stats")
@graph_option
@printing_options(*ROWS)
@manners
@pass_session
def command(session: Session, *, graph: Path | None, format_: str | None) -> None:
    """Count documents, claims, facts, things and the links between them."""
    with open_named(session, graph) as opened:
        statistics, conforms = opened.stats(), bool(opened.report["conforms"])
    listing = _list(statistics, conforms=conforms)
    session.write(listing.format(format_for(session, format_)))


def _list(statistics: "Statistics", *, conforms: bool) -> Listing:
    rows = [
        ("documents", "", str(statistics.n_documents)),
        ("documents", "near copies", str(statistics.n_copies)),
        *(("claims", status, str(n)) for status, n in statistics.claims.items()),
        *(("triples", graph, str(n)) for graph, n in statistics.facts.items()),
        *(("things", kind, str(n)) for kind, n in statistics.entities.items()),
        ("facts told", "by any document", str(statistics.n_told)),
        ("facts told", "by two independent ones", str(statistics.n_told_twice)),
        ("contradictions", "", str(statistics.n_contradictions)),
        ("differences", "", str(statistics.n_differences)),
        ("links", "", str(statistics.n_links)),
        ("connected parts", "", str(statistics.n_components)),
        *(("most linked", label, str(n)) for label, n in statistics.most_linked),
        ("conforms to its shapes", "", "yes" if conforms else "no"),
    ]
    columns = ("what", "which", "count")
    document = {**asdict(statistics), "conforms": conforms}
    return Listing(columns, rows, format_table(columns, rows), document)

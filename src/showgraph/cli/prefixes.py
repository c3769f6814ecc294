"""``showgraph prefixes``: the prefixes that queries need not declare."""

import click

from showgraph.cli.options import ROWS, manners
from showgraph.cli.output import format_for, printing_options
from showgraph.cli.session import Session, pass_session
from showgraph.namespaces import PREFIXES

_COLUMNS = ("prefix", "namespace")


@click.command("prefixes")
@printing_options(*ROWS, "ttl", "rq")
@manners
@pass_session
def command(session: Session, *, format_: str | None) -> None:
    """List the prefixes that queries need not declare, and names may be shortened by.

    \b
    showgraph prefixes --format ttl      lines of Turtle
    showgraph prefixes --format rq       lines of SPARQL
    """  # noqa: D301 - click looks for the character itself
    from showgraph.cli.listing import Listing  # noqa: PLC0415 - completion does without
    from showgraph.query.formats.plaintext import format_table  # noqa: PLC0415 - as above

    chosen = format_for(session, format_)
    rows = [(f"{prefix}:", iri) for prefix, iri in PREFIXES.items()]
    match chosen:
        case "ttl":
            session.write("".join(f"@prefix {prefix} <{iri}> .\n" for prefix, iri in rows))
        case "rq":
            session.write("".join(f"PREFIX {prefix} <{iri}>\n" for prefix, iri in rows))
        case _:
            table = format_table(_COLUMNS, rows, width=session.width)
            session.write(Listing(_COLUMNS, rows, table, PREFIXES).format(chosen))

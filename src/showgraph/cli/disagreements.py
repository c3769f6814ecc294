"""``showgraph disagreements``: what the documents do not agree on."""

from pathlib import Path

import click

from showgraph.cli.opening import open_named
from showgraph.cli.options import RESULTS, ROWS, graph_option, manners
from showgraph.cli.output import printing_options
from showgraph.cli.session import Session, pass_session


@click.command("disagreements")
@click.option("--why", is_flag=True, help="Show the document, the sentence and the words.")
@graph_option
@printing_options(*ROWS, *RESULTS)
@manners
@pass_session
def command(session: Session, *, why: bool, graph: Path | None, format_: str | None) -> None:
    """List contradictions, which cannot both be true, and differences, which can.

    The same as 'showgraph ask disagreements'.
    """
    from showgraph.cli.answering import View, show_answer  # noqa: PLC0415 - completion does without

    with open_named(session, graph) as opened:
        show_answer(session, opened, opened.disagreements(), View(format_=format_, why=why))

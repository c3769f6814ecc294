"""``showgraph demo``: the bundled graph, built, checked and asked, for a first look."""

import shutil
import sys
from pathlib import Path

import click

from showgraph.api import DEFAULT_FOLDER, build_graph, open_graph
from showgraph.bundle import is_bundled
from showgraph.cli.answering import View, show_answer
from showgraph.cli.build import list_report, warn_of
from showgraph.cli.main import SENTENCE
from showgraph.cli.options import PathName, manners
from showgraph.cli.progress import progress
from showgraph.cli.session import Session, pass_session
from showgraph.cli.status import DONE, NEGATIVE
from showgraph.errors import GraphError
from showgraph.graph.storage.folder import is_graph

_QUESTION = "creator-and-star"


@click.command("demo")
@click.option(
    "--graph",
    type=PathName(),
    metavar="FOLDER",
    default=DEFAULT_FOLDER,
    show_default=True,
    help="Where to write the graph: a new or empty folder, or that of an earlier demo.",
)
@manners
@pass_session
def command(session: Session, *, graph: Path) -> int:
    """Build the graph of the bundled documents, check it, and ask it a first question."""
    if is_graph(graph) and not is_bundled(graph):
        raise GraphError(f"{graph} is a graph of other documents; name a new folder with --graph")
    with progress(session) as announce:
        report = build_graph(None, graph, announce=announce)
    session.write(list_report(report, graph).format("table") + "\n")
    warn_of(session, report)
    with open_graph(graph) as opened:
        session.write(f'$ {_program()} ask "{SENTENCE}" --why\n')
        show_answer(session, opened, opened.ask(SENTENCE), View(format_="table", why=True))
    session.write(_next_steps(session, graph))
    return DONE if report.conforms else NEGATIVE


def _next_steps(session: Session, graph: Path) -> str:
    """Return three commands that work where the user stands now."""
    program = _program()
    finds_it = graph == DEFAULT_FOLDER and session.named_graph is None
    ending = "" if finds_it else f" --graph {graph}"
    return (
        "\nThree things to type next:\n\n"
        f"  {program} ask{ending}\n"
        f"  {program} explain {_QUESTION} --row 1{ending}\n"
        f"  {program} ask cast --why{ending}\n"
    )


def _program() -> str:
    """Return what to type for this program: its name, or how it was called just now."""
    if shutil.which("showgraph") is not None:
        return "showgraph"
    called = Path(sys.argv[0]).absolute()
    if called.name == "__main__.py":
        return f"{sys.executable} -m showgraph"
    here = Path.cwd()
    return str(called.relative_to(here) if called.is_relative_to(here) else called)

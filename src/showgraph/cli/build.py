"""``showgraph build``: read documents into a graph."""

from pathlib import Path
from typing import get_args

import click

from showgraph.api import DEFAULT_FOLDER, build_graph
from showgraph.cli.guiding import guide_options
from showgraph.cli.listing import Listing
from showgraph.cli.numbers import Seconds
from showgraph.cli.options import ROWS, PathName, format_option, manners
from showgraph.cli.output import format_for
from showgraph.cli.progress import progress, progress_option
from showgraph.cli.session import Session, pass_session
from showgraph.cli.status import DONE, NEGATIVE, UNAVAILABLE
from showgraph.extract.guide import Guide
from showgraph.graph.accepting.facts import Ground
from showgraph.graph.accepting.policy import POLICY, Policy
from showgraph.model import Status
from showgraph.pipeline import Aside, BuildReport, Reasoner


@click.command("build")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=PathName())
@click.option(
    "--graph",
    type=PathName(),
    metavar="FOLDER",
    default=DEFAULT_FOLDER,
    show_default=True,
    help="Where to write the graph: a graph, or a new or empty folder.",
)
@click.option("--strict", is_flag=True, help="End with status 4 if a document was skipped.")
@click.option(
    "--wait",
    "wait_s",
    type=Seconds(zero=True),
    metavar="SECONDS",
    default=0.0,
    help="How long to wait while another build writes the same graph.",
)
@click.option(
    "--reasoner",
    type=click.Choice(get_args(Reasoner)),
    default="own",
    show_default=True,
    help="What infers. owlrl is the reference: the same facts, far more slowly.",
)
@click.option(
    "--accept",
    "also_accepted",
    type=click.Choice(("reported", "rumoured", "possible")),
    multiple=True,
    help="Accept such claims too, beside those that are asserted or scheduled.",
)
@click.option(
    "--resolve",
    "grounds",
    type=click.Choice([ground.name.lower() for ground in Ground]),
    multiple=True,
    help="Decide contradictions by the majority of independent documents, or for the later "
    "document; given twice, the first that decides. Without it they stay open.",
)
@guide_options
@click.option(
    "--review",
    type=PathName(),
    metavar="FILE",
    help="Write names that may mean the same; with 'yes' in a row it is a file for --aliases.",
)
@click.option(
    "--quarantine",
    type=PathName(),
    metavar="FILE",
    help="Write what was refused, with the reasons, as JSON Lines.",
)
@progress_option
@format_option(*ROWS)
@manners
@pass_session
def command(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    paths: tuple[Path, ...],
    graph: Path,
    strict: bool,
    wait_s: float,
    reasoner: Reasoner,
    also_accepted: tuple[str, ...],
    grounds: tuple[str, ...],
    guide: Guide | None,
    review: Path | None,
    quarantine: Path | None,
    mode: str,
    format_: str | None,
) -> int:
    """Read documents into a graph, in place of what the graph held before.

    PATH is a .txt, .md, .jsonl or .html file, a folder of them or a pattern such as '*.txt';
    without any, the bundled documents are read. What cannot be used is named and skipped.
    """
    policy = Policy(
        accepted=POLICY.accepted | {Status(word) for word in also_accepted},
        resolve=tuple(Ground[name.upper()] for name in grounds),
    )
    with progress(session, mode) as announce:
        report = build_graph(
            paths,
            graph,
            wait_s=wait_s,
            guide=guide,
            aside=Aside(review, quarantine) if review or quarantine else None,
            reasoner=reasoner,
            policy=policy,
            announce=announce,
        )
    session.write(list_report(report, graph).format(format_for(session, format_)))
    warn_of(session, report)
    if not report.conforms:
        return NEGATIVE
    return UNAVAILABLE if strict and report.skipped else DONE


def list_report(report: BuildReport, graph: Path) -> Listing:
    """Return what a build found, a line for each figure."""
    outcome = "conforms" if report.conforms else f"does not conform: {report.violations} violations"
    rows = (
        ("graph", str(graph)),
        ("documents", str(report.documents)),
        ("skipped", str(len(report.skipped))),
        ("claims", str(report.claims)),
        ("accepted facts", str(report.accepted)),
        ("inferred facts", str(report.inferred)),
        ("contradictions", str(report.contradictions)),
        ("differences", str(report.differences)),
        ("SHACL", f"{outcome} ({report.focus_nodes} focus nodes)"),
        ("seconds", f"{report.elapsed_s:.1f}"),
    )
    text = "\n".join(f"{name:16}{value}" for name, value in rows)
    document = {"graph": str(graph), **report.to_json()}
    return Listing(("figure", "value"), rows, text, document)


def warn_of(session: Session, report: BuildReport) -> None:
    """Name what was skipped, and say what to do about a graph that does not conform."""
    for skipped in report.skipped:
        session.warn(f"skipped {skipped.source}: {skipped.reason}")
    for told in report.unaided:
        session.warn(told)
    if not report.conforms:
        session.warn(
            "the graph does not conform to its shapes and is in use all the same; "
            "'showgraph validate' lists why"
        )

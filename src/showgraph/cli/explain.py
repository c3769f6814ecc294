"""``showgraph explain``: the words of the documents behind a fact or a row of an answer."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from showgraph.cli.candidates import QuestionCommand, complete_fact, complete_pairs
from showgraph.cli.numbers import Whole
from showgraph.cli.opening import open_named
from showgraph.cli.options import GRAPHS, ROWS, exit_status_option, graph_option, manners
from showgraph.cli.output import format_for, printing_options
from showgraph.cli.parameters import split_words
from showgraph.cli.session import Session, pass_session
from showgraph.cli.status import DONE, NEGATIVE

if TYPE_CHECKING:
    from showgraph.api import Graph
    from showgraph.query.provenance.explanation import Explanation

_EXAMPLE: Final = "As in: showgraph explain 'A Title' creator. 'showgraph describe' shows all."


@click.command("explain", cls=QuestionCommand, context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="WHAT...", shell_complete=complete_fact)
@click.option("--row", type=Whole(min=1), metavar="N", help="A row of the answer, counted from 1.")
@click.option(
    "--param",
    "-p",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the question.",
    shell_complete=complete_pairs,
)
@graph_option
@exit_status_option
@printing_options(*ROWS, *GRAPHS)
@manners
@pass_session
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    context: click.Context,
    session: Session,
    *,
    words: tuple[str, ...],
    row: int | None,
    pairs: tuple[str, ...],
    graph: Path | None,
    exit_status: bool,
    format_: str | None,
) -> int:
    """Show why something holds: the exact words of the documents, or the rule and its premises.

    WHAT is a fact, as subject, property and (if not all are wanted) value; or an IRI, for all
    facts of a thing; or a question whose answer has the row. As ttl it is PROV-O.

    \b
    showgraph explain "A Title" creator
    showgraph explain "A Title" "cast member" "A Person"
    showgraph explain creator-and-star --row 1
    showgraph explain id:series/a-title --format ttl
    """  # noqa: D301 - click looks for the character itself
    with open_named(session, graph) as opened:
        parts, parameters = split_words(words, pairs, opened.questions, context)
        found = _find(opened, parts, row, parameters)
        _write(session, opened, found, format_for(session, format_))
    if not found:
        session.note("No document says anything of the kind.")
        return NEGATIVE if exit_status else DONE
    return DONE


def _find(
    opened: "Graph", parts: Sequence[str], row: int | None, parameters: "Mapping[str, str]"
) -> "tuple[Explanation, ...]":
    """Return the explanations of a fact, of a thing, or of a row of an answer."""
    if row is None and not parameters:
        if len(parts) == 1 and opened.is_iri(parts[0]):
            return opened.explain_thing(parts[0])
        if len(parts) == 1 and opened.names.find(parts[0]):
            raise click.UsageError(f"explain which property of {parts[0]}? {_EXAMPLE}")
        if len(parts) in {2, 3}:
            return opened.explain(*parts)
    return opened.explain_row(" ".join(parts), row or 1, parameters)


def _write(session: Session, opened: "Graph", found: "Iterable[Explanation]", chosen: str) -> None:
    if chosen in GRAPHS:
        from showgraph.query.formats import serialization  # noqa: PLC0415 - few write RDF

        graph_format = serialization.find_format(chosen)
        triples = opened.provenance(found)
        session.write(serialization.serialize_triples(triples, graph_format).decode())
        return
    from showgraph.cli.explaining import list_explanations  # noqa: PLC0415 - as above

    session.write(list_explanations(opened, found).format(chosen))

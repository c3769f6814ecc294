"""``showgraph ask``: a saved question, by its name or in its words.

What it needs to answer is imported when it answers, so that completion costs nothing of it.
"""

from pathlib import Path
from typing import Any

import click

from showgraph.cli.candidates import (
    QuestionCommand,
    complete_pairs,
    complete_parameter,
    complete_question,
)
from showgraph.cli.numbers import Whole
from showgraph.cli.options import (
    RESULTS,
    ROWS,
    endpoint_option,
    exit_status_option,
    graph_option,
    manners,
    naming_options,
)
from showgraph.cli.output import printing_options
from showgraph.cli.session import Session, pass_session
from showgraph.cli.status import DONE


def _web_address(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """Return the address of an endpoint.

    Raises:
        click.BadParameter: If it is none of the web, so that curl would take it for a file, or
            for an option.
    """
    if value is None or value.startswith(("http://", "https://")):
        return value
    raise click.BadParameter(
        f"'{value}' is no address of an endpoint, as http://localhost:7878/query is",
        context,
        parameter,
    )


@click.command(
    "ask",
    cls=QuestionCommand,
    add_help_option=False,
    context_settings={"ignore_unknown_options": True},
)
@click.argument("words", nargs=-1, metavar="[QUESTION]...", shell_complete=complete_question)
@click.option(
    "--param",
    "-p",
    "pairs",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the question.",
    shell_complete=complete_pairs,
)
@click.option("--why", is_flag=True, help="Show the document, the sentence and the words.")
@click.option("--asserted", is_flag=True, help="Leave out what was inferred.")
@click.option("--limit", type=Whole(min=0), metavar="N", help="Show the first N rows.")
@click.option(
    "--max-bytes",
    type=Whole(min=1),
    metavar="N",
    help="Show as many rows as N bytes hold.",
)
@naming_options
@click.option(
    "--values",
    metavar="NAME",
    help="List what a parameter can be.",
    shell_complete=complete_parameter,
)
@click.option("--list", "list_", is_flag=True, help="List the questions that have the words.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="List those with a tag.")
@click.option("--count", is_flag=True, help="List them with the number of their rows.")
@click.option("--show-query", is_flag=True, help="Print the SPARQL instead of its answer.")
@click.option(
    "--show-curl",
    metavar="URL",
    callback=_web_address,
    help="Print a curl line that asks the endpoint at URL.",
)
@graph_option
@endpoint_option
@exit_status_option
@printing_options(*ROWS, *RESULTS)
@manners
@click.option("--help", "wants_help", is_flag=True, help="Show this, or what a question takes.")
@pass_session
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    context: click.Context,
    session: Session,
    /,
    *,
    words: tuple[str, ...],
    pairs: tuple[str, ...],
    graph: Path | None,
    endpoint: str | None,
    wants_help: bool,
    **given: Any,  # noqa: ANN401 - the other options, by the names of asking.Options
) -> int:
    """Ask a ready-made question, by its name or in its words; without any, list them all.

    Parameters stand behind the name, as --show "A Title" or --param show="A Title".
    What follows the name of a question and --help tells which it has.

    \b
    showgraph ask
    showgraph ask who created the show and also starred in it
    showgraph ask cast --show "A Title" --why
    showgraph ask --values show
    """  # noqa: D301 - click looks for the character itself
    if wants_help and not words:
        session.write(context.get_help() + "\n")
        return DONE
    from showgraph.cli.asking import Options, ask  # noqa: PLC0415
    from showgraph.cli.opening import open_named  # noqa: PLC0415 - as the module says
    from showgraph.cli.parameters import split_words  # noqa: PLC0415 - as the module says

    with open_named(session, graph, endpoint) as opened:
        parts, parameters = split_words(words, pairs, opened.questions, context)
        if wants_help:
            from showgraph.cli.questions import explain_question  # noqa: PLC0415 - as above

            question = opened.questions.question(" ".join(parts))
            session.write(explain_question(opened, question))
            return DONE
        return ask(session, opened, parts, parameters, Options(**given))

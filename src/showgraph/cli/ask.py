"""``showgraph ask``: a saved question, by its name or in its words."""

from pathlib import Path

import click

from showgraph.cli.options import RESULTS, ROWS, format_for, format_option, graph_option, manners
from showgraph.cli.session import Session, pass_session
from showgraph.errors import NotUnderstoodError


@click.command("ask", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, metavar="[QUESTION]...")
@click.option("--param", "-p", "pairs", multiple=True, metavar="NAME=VALUE", help="A parameter.")
@click.option("--why", is_flag=True, help="Show the document, the sentence and the words.")
@click.option("--asserted", is_flag=True, help="Leave out what was inferred.")
@graph_option
@format_option(*ROWS, *RESULTS)
@manners
@pass_session
@click.pass_context
def command(  # noqa: PLR0913 - one for each option
    context: click.Context,
    session: Session,
    *,
    words: tuple[str, ...],
    pairs: tuple[str, ...],
    why: bool,
    asserted: bool,
    graph: Path | None,
    format_: str | None,
) -> None:
    """Ask a ready-made question, by its name or in its words; without any, list them all.

    Parameters stand behind the name, as --show "A Title" or --param show="A Title".

    \b
    showgraph ask
    showgraph ask who created the show and also starred in it
    showgraph ask cast --show "A Title" --why
    """  # noqa: D301 - click looks for the character itself
    # Help and completion import this module, and should not wait for what answers.
    from showgraph.cli.answering import list_questions, show_answer  # noqa: PLC0415
    from showgraph.cli.opening import open_named  # noqa: PLC0415
    from showgraph.cli.parameters import split_words  # noqa: PLC0415
    from showgraph.query.answers import not_understood  # noqa: PLC0415
    from showgraph.query.results import format_answer  # noqa: PLC0415

    with open_named(session, graph) as opened:
        parts, parameters = split_words(words, pairs, opened.questions, context)
        if not parts:
            answer = list_questions(opened.questions)
        else:
            try:
                answer = opened.ask(" ".join(parts), parameters, asserted=asserted)
            except NotUnderstoodError as error:
                session.note("'showgraph ask' alone lists all questions.")
                if format_for(session, format_) == "json":
                    session.write(format_answer(not_understood(str(error)), "json"))
                raise
        in_words = bool(parts) and " ".join(parts).strip() not in opened.questions
        show_answer(session, opened, answer, format_, why=why, in_words=in_words)

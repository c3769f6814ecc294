"""Show an answer: its rows, and on demand the words that each row rests on."""

from dataclasses import dataclass

import click

from showgraph.api import Graph
from showgraph.cli.output import format_for
from showgraph.cli.session import Session
from showgraph.query.answering.answers import Answer
from showgraph.query.formats.answer_formats import format_answer, iter_disputes
from showgraph.query.naming.naming import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How an answer is to be shown.

    ``format_`` is None for that of the place where the output goes; ``limit`` is the most rows
    and ``max_bytes`` the most bytes, None for no limit.
    """

    format_: str | None = None
    naming: Naming = Naming.LABELS
    why: bool = False
    limit: int | None = None
    max_bytes: int | None = None


def show_answer(
    session: Session, opened: Graph, answer: Answer, view: View, *, in_words: bool = False
) -> None:
    """Write an answer; what was understood goes to standard error.

    So does what is not accepted, where the format has no place for it, and that a limit cut.

    Args:
        session: Where to write.
        opened: The graph that was asked.
        answer: The answer.
        view: How to show it.
        in_words: Whether a sentence was asked, which may have been understood otherwise than
            it was meant; a question asked by its name is no news.

    Raises:
        UsageError: If the format has no place for what is to be shown, or the bytes hold nothing.
        UnavailableError: If the format cannot hold a value.
    """
    chosen = format_for(session, view.format_)
    whole = answer if view.limit is None else answer.first(view.limit)
    reasons = opened.reasons(whole) if view.why else None

    def write(n_rows: int) -> str:
        shown = whole if n_rows >= len(whole.rows) else whole.first(n_rows)
        return format_answer(
            shown,
            chosen,
            width=session.width,
            naming=view.naming,
            reasons=None if reasons is None else reasons[:n_rows],
        )

    n_rows = len(whole.rows)
    if view.max_bytes is not None:
        from showgraph.query.formats.limits import rows_within  # noqa: PLC0415 - few limit bytes

        n_rows = rows_within(n_rows, view.max_bytes, write)
    text = write(n_rows)
    _note_before(session, answer, chosen, in_words=in_words)
    session.write(text)
    if chosen not in {"table", "md", "html"} and n_rows < len(answer.rows):
        session.warn(f"stopped at {n_rows} of {len(answer.rows)} rows; raise the limit for more")
    elif chosen == "table" and n_rows and reasons is None:
        session.note(f"\n{_count(n_rows)}; why: {why_line(answer)}")


def why_line(answer: Answer) -> str:
    """Return the command that explains the first row of an answer."""
    import shlex  # noqa: PLC0415 - a pipe does without

    context = click.get_current_context(silent=True)
    given = {} if context is None else context.params
    named = [part for name, value in answer.arguments for part in (f"--{name}", value)]
    if given.get("endpoint"):  # what explains needs a graph here
        ending = ["--endpoint", str(given["endpoint"]), "--why"]
        return shlex.join(["showgraph", "ask", str(answer.question), *named, *ending])
    graph = ["--graph", str(given["graph"])] if given.get("graph") else []
    return shlex.join(["showgraph", "explain", str(answer.question), *named, "--row", "1", *graph])


def _count(n_rows: int) -> str:
    return "1 row" if n_rows == 1 else f"{n_rows} rows"


def _note_before(session: Session, answer: Answer, chosen: str, *, in_words: bool) -> None:
    """Tell how the question was taken, and what rows alone cannot hold."""
    if chosen == "table":
        name = f"{answer.question}: " if answer.question else ""
        session.note(f"{name}{answer.understood}\n")
    elif chosen not in {"json", "md", "html"}:
        _note_rest(session, answer, in_words=in_words)


def _note_rest(session: Session, answer: Answer, *, in_words: bool) -> None:
    """Tell what rows alone cannot hold."""
    if in_words:
        session.note(answer.understood)
    if not answer.rows or answer.question is None:
        session.note(answer.message)
    for line in iter_disputes(answer.disputes):
        session.note(f"the documents disagree: {line}")
    for claim in answer.lesser:
        session.note(f"not accepted: {claim}")

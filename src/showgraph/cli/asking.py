"""Carry out what ``showgraph ask`` was asked: an answer, its query, or a list."""

from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass

import click

from showgraph.api import Graph
from showgraph.cli.answering import View, show_answer
from showgraph.cli.output import format_for
from showgraph.cli.session import Session
from showgraph.cli.status import DONE, NEGATIVE
from showgraph.errors import NotUnderstoodError
from showgraph.query.answering.answers import not_understood
from showgraph.query.formats.answer_formats import format_answer
from showgraph.query.formats.plaintext import format_table
from showgraph.query.naming.naming import Naming
from showgraph.query.questions.header import without_header


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the options of ``ask`` say; None where one is not given."""

    why: bool
    asserted: bool
    limit: int | None
    max_bytes: int | None
    naming: str | None
    values: str | None
    show_query: bool
    show_curl: str | None
    exit_status: bool
    list_: bool
    tags: tuple[str, ...]
    count: bool
    format_: str | None

    @property
    def view(self) -> View:
        """How to show the answer."""
        return View(
            format_=self.format_,
            naming=Naming(self.naming or Naming.LABELS),
            why=self.why,
            limit=self.limit,
            max_bytes=self.max_bytes,
        )

    @property
    def wants_list(self) -> bool:
        """Whether the questions are to be listed, and not one of them asked."""
        return self.list_ or self.count or bool(self.tags)

    def status_of(self, rows: Sized) -> int:
        """Return the exit status of an answer with these rows."""
        return NEGATIVE if self.exit_status and not rows else DONE


def ask(
    session: Session,
    opened: Graph,
    parts: Sequence[str],
    parameters: Mapping[str, str],
    options: Options,
) -> int:
    """Answer a question, or show its query, or list the questions or the values of a parameter.

    Without ``parts``, the words of a question, the questions are listed; words that are empty, as
    from a variable of the shell that holds nothing, are a question that is not understood.

    Returns:
        The exit status.

    Raises:
        click.UsageError: If a query is to be shown and there is no question.
        NotUnderstoodError: If the question is not.
    """
    words = " ".join(parts)
    if options.values is not None:
        return _list_values(session, opened, words or None, options)
    wants_query = options.show_query or options.show_curl is not None
    if options.wants_list or not parts:
        if wants_query or options.why:
            raise click.UsageError("name a question; 'showgraph ask' alone lists them all")
        return _list_questions(session, opened, words, options)
    try:
        answer = opened.ask(words, parameters, asserted=options.asserted)
    except NotUnderstoodError as error:
        session.note(_where_to_look(error, parameters))
        if format_for(session, options.format_) == "json":
            session.write(format_answer(not_understood(str(error), error.code), "json"))
        raise
    if wants_query:
        session.note(answer.understood)
        query = without_header(answer.query)
        session.write((query if options.show_query else curl_line(query, options.show_curl)) + "\n")
        return DONE
    in_words = words.strip() not in opened.questions
    show_answer(session, opened, answer, options.view, in_words=in_words)
    return options.status_of(answer.rows)


def _list_questions(session: Session, opened: Graph, words: str, options: Options) -> int:
    """Write the questions that are wanted; return the exit status."""
    from showgraph.cli.questions import show_questions  # noqa: PLC0415 - an answer does without

    n_shown = show_questions(
        session,
        opened,
        words,
        tags=options.tags,
        count=options.count,
        limit=options.limit,
        format_=options.format_,
    )
    return options.status_of(range(n_shown))


def _where_to_look(error: NotUnderstoodError, parameters: Mapping[str, str]) -> str:
    """Return the command that lists what could have been asked or named."""
    unknown = getattr(error, "name", None)
    for name, text in parameters.items():
        if text == unknown:
            return f"'showgraph ask --values {name}' lists what it can be."
    return (
        "'showgraph ask' alone lists all questions; "
        "'showgraph query --template series' writes a query to start from."
    )


def curl_line(query: str, endpoint: str | None) -> str:
    """Return a line for a shell that sends a query to an endpoint, which answers with CSV.

    The query goes in the body of a POST, as the SPARQL 1.1 Protocol has it (section 2.1.2), so
    that no length of an address cuts it; its comments stay at home.
    """
    import shlex  # noqa: PLC0415 - an answer does without

    lines = [line for line in query.splitlines() if not line.startswith("#")]
    data = shlex.quote("query=" + "\n".join(lines))
    return f"curl -sS -H 'Accept: text/csv' --data-urlencode {data} {shlex.quote(endpoint or '')}"


def _list_values(session: Session, opened: Graph, question: str | None, options: Options) -> int:
    """Write what a parameter can be, in the graph; return the exit status."""
    from showgraph.cli.listing import Listing  # noqa: PLC0415 - a question does without

    values = opened.values(options.values or "", question)
    rows = [(each.text, each.kind, each.iri) for each in values]
    cut = rows if options.limit is None else rows[: options.limit]
    columns = ("Value", "Kind", "IRI")
    documents = [dict(zip(("value", "kind", "iri"), row, strict=True)) for row in cut]
    listing = Listing(columns, cut, format_table(columns, cut), documents)
    session.write(listing.format(format_for(session, options.format_)))
    if len(cut) < len(rows):
        session.warn(f"stopped at {len(cut)} of {len(rows)} values; --limit raises the limit")
    if not rows:
        session.note(f"{options.values} takes any text; no list of values is kept.")
    return options.status_of(rows)

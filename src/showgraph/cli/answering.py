"""Show an answer: its rows, and on demand the words that each row rests on."""

from collections.abc import Iterator

from showgraph.api import Graph
from showgraph.cli.listing import Listing
from showgraph.cli.options import format_for
from showgraph.cli.session import Session
from showgraph.cli.sources import iter_lines
from showgraph.query.answers import Answer, Cell
from showgraph.query.catalog import Catalog
from showgraph.query.results import format_answer, to_json
from showgraph.store import Literal


def list_questions(catalog: Catalog) -> Answer:
    """Return all questions as the rows of an answer, which has no sources."""
    rows = tuple(
        (
            Cell(Literal(question.id), question.id),
            Cell(Literal(question.summary), question.summary),
            Cell(Literal(names := ", ".join(question.params)), names),
        )
        for question in catalog.values()
    )
    return Answer(
        question=None,
        understood="all questions",
        columns=("Name", "Question", "Parameters"),
        variables=("name", "question", "parameters"),
        rows=rows,
        sources=((),) * len(rows),
        message="Ask one by its name or in its words; --why shows what an answer rests on.",
    )


def show_answer(  # noqa: PLR0913 - where to, what, and how
    session: Session,
    opened: Graph,
    answer: Answer,
    format_: str | None,
    *,
    why: bool,
    in_words: bool = False,
) -> None:
    """Write an answer in the chosen format; what was understood goes to standard error.

    So does what is not accepted, where the format has no place for it.

    Args:
        session: Where to write.
        opened: The graph that was asked.
        answer: The answer.
        format_: Its format; None for that of the place where the output goes.
        why: Whether to show what each row rests on.
        in_words: Whether a sentence was asked, which may have been understood otherwise than
            it was meant; a question asked by its name is no news.

    Raises:
        UnavailableError: If the format cannot hold a value.
    """
    chosen = format_for(session, format_)
    if chosen == "table":
        session.note(f"{answer.understood}\n")
    elif chosen != "json":
        _note_rest(session, answer, in_words=in_words)
    if why and chosen in {"table", "csv", "tsv", "json"}:
        session.write(_list_with_sources(opened, answer, session.width).format(chosen))
    else:
        session.write(format_answer(answer, chosen, width=session.width))


def _note_rest(session: Session, answer: Answer, *, in_words: bool) -> None:
    """Tell what rows alone cannot hold."""
    if in_words:
        session.note(answer.understood)
    if not answer.rows:
        session.note(answer.message)
    for claim in answer.lesser:
        session.note(f"not accepted: {claim}")


def _list_with_sources(opened: Graph, answer: Answer, width: int | None) -> Listing:
    """Return the rows once for each of their sources, with the sentence around the words."""
    document = to_json(answer)
    for sources, spans in zip(document["sources"], answer.sources, strict=True):
        for source, span in zip(sources, spans, strict=True):
            source["sentence"] = opened.sentence(span)
    rows = [
        (*(cell.label for cell in row), s.document, str(s.start), str(s.end), s.quote,
         opened.sentence(s))
        for row, sources in zip(answer.rows, answer.sources, strict=True)
        for s in sources
    ]  # fmt: skip
    columns = (*answer.columns, "Document", "Start", "End", "Words", "Sentence")
    text = format_answer(answer, "table", width=width) + "\n" + "\n".join(_iter_why(opened, answer))
    return Listing(columns, rows, text, document)


def _iter_why(opened: Graph, answer: Answer) -> Iterator[str]:
    """Yield each row in a line, and below it its sources."""
    for number, (row, sources) in enumerate(zip(answer.rows, answer.sources, strict=True), 1):
        yield f"{number}. " + ", ".join(cell.label for cell in row if cell.label)
        yield from iter_lines(opened, sources, indent="   ")
        yield ""

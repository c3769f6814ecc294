"""List the saved questions, all or those of a topic, and explain one."""

import shlex
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from showgraph.cli.listing import Listing
from showgraph.cli.output import format_for
from showgraph.cli.session import Session
from showgraph.errors import UnknownNameError
from showgraph.query.formats.plaintext import format_table

if TYPE_CHECKING:
    from showgraph.api import Graph
    from showgraph.query.questions.header import Parameter, SavedQuestion

_HOW: Final = """
{n} questions. Ask one by its name or in its words; --why adds the sentence behind each row:
  showgraph ask creators --why
  showgraph ask "who created the show and also starred in it" --why
What a question takes: showgraph ask cast --help. What can be named: showgraph ask --values show"""


def show_questions(  # noqa: PLR0913 - what is shown, and how
    session: Session,
    opened: "Graph",
    words: str,
    *,
    tags: Sequence[str],
    count: bool,
    limit: int | None,
    format_: str | None,
) -> int:
    """Write the questions by topic, and return how many there are.

    Args:
        session: Where to write.
        opened: The graph, for how many rows each has.
        words: Those that a question must have, in its name, its wordings or its tags.
        tags: Those that it must have.
        count: Whether to ask each of them of everything, and count the rows.
        limit: How many to show at most; None for all.
        format_: The format, None for that of the place where the output goes.

    Raises:
        UnknownNameError: If there is no such tag.
    """
    known = sorted({tag for question in opened.questions.values() for tag in question.tags})
    for tag in tags:
        if tag not in known:
            raise UnknownNameError("tag", tag, known=known)
    found = sorted(
        (each for each in opened.questions.values() if _is_wanted(each, words, tags)),
        key=lambda question: (question.tags[0], question.id),
    )
    shown = found[:limit]
    rows = {each.id: len(opened.ask(each.id).rows) for each in shown} if count else {}
    chosen = format_for(session, format_)
    session.write(_list(session, shown, rows).format(chosen))
    if not found:
        session.note("No question has all of these words; 'showgraph ask' alone lists all.")
    elif chosen == "table":
        session.note(_HOW.format(n=len(found)))
    if len(shown) < len(found):
        session.warn(f"stopped at {len(shown)} of {len(found)} questions; raise the limit for more")
    return len(found)


def _is_wanted(question: "SavedQuestion", words: str, tags: Iterable[str]) -> bool:
    texts = (question.id, question.summary, question.description, *question.tags, *question.phrases)
    text = " ".join(texts).casefold()
    return set(tags) <= set(question.tags) and all(
        word in text for word in words.casefold().split()
    )


def _list(session: Session, found: "Sequence[SavedQuestion]", counts: dict[str, int]) -> Listing:
    columns = ["Name", "Question", "Parameters", "Tags", *(["Rows"] if counts else [])]
    rows = [
        (
            each.id,
            each.summary,
            ", ".join(each.params),
            ", ".join(each.tags),
            *([str(counts[each.id])] if counts else []),
        )
        for each in found
    ]
    shown, topic = [], ""
    for each, (name, summary, parameters, _, *count) in zip(found, rows, strict=True):
        shown.append((each.tags[0] if each.tags[0] != topic else "", name, summary, parameters,
                      *count))  # fmt: skip
        topic = each.tags[0]
    heads = ["Topic", "Name", "Question", "Parameters", *columns[4:]]
    text = format_table(heads, shown, width=session.width)
    return Listing(tuple(columns), rows, text, [_to_json(each, counts) for each in found])


def _to_json(question: "SavedQuestion", counts: dict[str, int]) -> dict[str, Any]:
    return {
        "name": question.id,
        "question": question.summary,
        "description": question.description,
        "tags": list(question.tags),
        "parameters": [
            {
                "name": name,
                "help": each.help,
                "classes": list(each.classes),
                "scheme": each.scheme or None,
                "type": each.placeholder.type or "text",
                "required": each.placeholder.required,
            }
            for name, each in question.params.items()
        ],
        "columns": dict(question.columns),
        "phrases": list(question.phrases),
        "rows": counts.get(question.id),
    }


def explain_question(opened: "Graph", question: "SavedQuestion") -> str:
    """Return what a question asks, its parameters with an example each, and some wordings."""
    examples = {name: _example(opened, question, name) for name in question.params}
    rows = [
        [f"--{name}", each.help, examples[name], _takes(each)]
        for name, each in question.params.items()
    ]
    lines = [f"{question.id}: {question.summary}", question.description, ""]
    if rows:
        lines += [format_table(["Parameter", "What it is", "For example", "All"], rows)]
    lines += ["In words, as:", *(f"  {phrase}" for phrase in question.phrases[:5]), ""]
    named = next(((name, text) for name, text in examples.items() if text), None)
    if named is not None:
        command = shlex.join(["showgraph", "ask", question.id, f"--{named[0]}", named[1]])
        lines += [f"Try: {command}"]
    lines += [f"Shows: {', '.join(question.columns.values())}"]
    return "\n".join(lines) + "\n"


def _example(opened: "Graph", question: "SavedQuestion", name: str) -> str:
    """Return a value that the graph has for a parameter, "" where it lists none."""
    values = opened.values(name, question.id)
    return values[0].text if values else ""


def _takes(parameter: "Parameter") -> str:
    if parameter.scheme or parameter.classes:
        return f"showgraph ask --values {parameter.name}"
    return f"any {parameter.placeholder.type or 'text'}"

"""What a shell can complete: questions, their parameters, and names from the graph.

A shell waits for this at every press of a key, so it reads two files and opens no store, and
anything that goes wrong means that there is nothing to offer.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import click
from click.shell_completion import CompletionItem

from showgraph import __version__
from showgraph.cli.session import Session
from showgraph.errors import ShowGraphError
from showgraph.query.questions.valuesort import PROPERTIES, VALUES, sort_of
from showgraph.resources import read_bundled

#: More than these no list of a shell can show.
_MAX_ITEMS: Final = 200

_Questions = Mapping[str, Mapping[str, Any]]


class QuestionCommand(click.Command):
    """A command that takes the parameters of questions beside its own options."""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the options, after the parameters of the question that is already named."""
        flags = [
            CompletionItem(f"--{name}", help=known[1])
            for name, known in _parameters(ctx.params.get("words") or ()).items()
            if f"--{name}".startswith(incomplete)
        ]
        return [*flags, *super().shell_complete(ctx, incomplete)]


def complete_question(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the names of questions, or the values of the parameter that stands before."""
    words = ctx.params.get("words") or ()
    if words and words[-1].startswith("--"):
        return _values(ctx, words[:-1], words[-1][2:], incomplete)
    if words:
        return []
    return [
        CompletionItem(id_, help=known["summary"])
        for id_, known in _questions().items()
        if id_.startswith(incomplete)
    ]


def complete_pairs(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return ``name=`` for each parameter, or ``name=value`` for the values of one."""
    words = ctx.params.get("words") or ()
    name, equals, value = incomplete.partition("=")
    if equals:
        found = _values(ctx, words, name, value)
        return [CompletionItem(f"{name}={each.value}", help=each.help) for each in found]
    return [
        CompletionItem(f"{each}=", help=known[1])
        for each, known in _parameters(words).items()
        if each.startswith(incomplete)
    ]


def complete_parameter(
    ctx: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the names of parameters."""
    known = _parameters(ctx.params.get("words") or ())
    return [
        CompletionItem(name, help=about[1])
        for name, about in known.items()
        if name.startswith(incomplete)
    ]


def complete_name(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the names of things in the graph."""
    kinds = {
        text: None for sort, texts in _read_values(ctx).items() if ":" in sort for text in texts
    }
    return _items(kinds, incomplete)


def complete_fact(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return a question or a thing, then a property, then a thing."""
    words: tuple[str, ...] = ctx.params.get("words") or ()
    first = next(iter(words), None)
    if first is None:
        questions = complete_question(ctx, _, incomplete)
        return [*questions, *complete_name(ctx, _, incomplete)]
    if first in _questions() or words[-1].startswith("--"):
        return complete_question(ctx, _, incomplete)
    if len(words) == 1:
        return _items(_read_values(ctx).get(PROPERTIES, ()), incomplete)
    return complete_name(ctx, _, incomplete)


def _values(
    ctx: click.Context, words: Iterable[str], name: str, incomplete: str
) -> list[CompletionItem]:
    """Return the values of a parameter that begin so, in letters of any case."""
    known = _parameters(words).get(name)
    if known is None:
        return []
    _place, _help, classes, scheme = known
    return _items(_read_values(ctx).get(sort_of(classes, scheme), ()), incomplete)


def _items(texts: Iterable[str], incomplete: str) -> list[CompletionItem]:
    start = incomplete.casefold()
    found = [text for text in texts if text.casefold().startswith(start) and text.isprintable()]
    return [CompletionItem(text) for text in found[:_MAX_ITEMS]]


def _questions() -> _Questions:
    try:
        known = json.loads(read_bundled("queries", "catalog.json"))
    except (OSError, ValueError, ShowGraphError):
        return {}
    return known if isinstance(known, dict) else {}


def _parameters(words: Iterable[str]) -> dict[str, Any]:
    """Return the parameters of the question that is named, or of all where none is."""
    questions = _questions()
    named = [questions[word] for word in words if word in questions]
    return {
        name: known
        for question in (named or questions.values())
        for name, known in question["params"].items()
    }


def _read_values(ctx: click.Context) -> dict[str, list[str]]:
    """Return the values for each sort of parameter, of the graph that would be read."""
    for folder in _graphs(ctx):
        try:
            number = (folder / "current").read_text(encoding="ascii").split()[0]
            text = (folder / "generations" / number / VALUES).read_text(encoding="utf-8")
            values = json.loads(text)
        except (OSError, ValueError, IndexError):
            continue
        if isinstance(values, dict):
            return values
    return {}


def _graphs(ctx: click.Context) -> Iterator[Path]:
    """Yield the folder of the graph that would be read; it may not exist."""
    session = ctx.find_object(Session) or Session(os.environ)
    named = ctx.params.get("graph") or session.named_graph
    if named:
        yield Path(named)
        return
    yield Path("graph")
    if session.cache is not None:
        yield session.cache / __version__

"""The words of a question on the command line, and the parameters among them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from showgraph.query.questions.catalog import Catalog


def split_words(
    words: Sequence[str], pairs: Iterable[str], catalog: "Catalog", context: click.Context
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return the words of the question, and the values of its parameters by their names.

    Args:
        words: What stands on the command line, with ``--name value`` and ``--name=value`` for
            the parameters.
        pairs: ``name=value`` of the option ``--param``.
        catalog: The questions, whose parameters are the names that there are.
        context: The command that is run, for messages.

    Raises:
        click.UsageError: If an option does not exist or lacks its value, a pair has no "=", or
            a parameter has two values.
    """
    known = {name for question in catalog.values() for name in question.params}
    sentence: list[str] = []
    parameters: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("-") or word == "-":
            sentence.append(word)
            continue
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or name not in known:
            flags = [*(f"--{each}" for each in sorted(known)), *_flags(context)]
            raise click.NoSuchOption(word.partition("=")[0], possibilities=flags, ctx=context)
        given = value if equals else next(rest, None)
        if given is None:
            raise click.UsageError(f"Option '--{name}' needs a value.", context)
        _keep(parameters, name, given, context)
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"'--param' wants NAME=VALUE, not '{pair}'.", context)
        _keep(parameters, name, value, context)
    return tuple(sentence), parameters


def _keep(parameters: dict[str, str], name: str, value: str, context: click.Context) -> None:
    """Keep the value of a parameter.

    Raises:
        click.UsageError: If another one was given before, of which neither may be dropped.
    """
    if parameters.setdefault(name, value) != value:
        both = f"{parameters[name]!r} and {value!r}"
        raise click.UsageError(f"'{name}' is given twice, as {both}; give it once.", context)


def _flags(context: click.Context) -> list[str]:
    options = context.command.get_params(context)
    return [flag for option in options for flag in option.opts if flag.startswith("--")]

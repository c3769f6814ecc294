"""``showgraph help``: what a code, a rule or a command means."""

import json
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from showgraph.cli.options import ROWS, manners
from showgraph.cli.output import format_for, printing_options
from showgraph.cli.session import Session, pass_session

if TYPE_CHECKING:
    from showgraph.cli.listing import Listing

_INDENT = "  "


@click.command("help")
@click.argument("name", required=False)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of what commands write.")
@printing_options(*ROWS)
@manners
@pass_session
@click.pass_context
def command(
    context: click.Context,
    session: Session,
    *,
    name: str | None,
    schema: bool,
    format_: str | None,
) -> None:
    """Explain an error by its code, a finding of validate, a rule, or a command.

    \b
    showgraph help              all codes and rules
    showgraph help SG-A02
    showgraph help SGV03
    showgraph help ask
    showgraph help --schema     what --format json writes
    """  # noqa: D301 - click looks for the character itself
    if schema:
        from showgraph.cli.schemas import json_schema  # noqa: PLC0415 - completion does without

        session.write(json.dumps(json_schema(), indent=2) + "\n")
        return
    group = context.parent.command if context.parent else None
    commands = group.list_commands(context) if isinstance(group, click.Group) else []
    if isinstance(group, click.Group) and name in commands:
        found = group.get_command(context, name)
        if found is not None:
            with click.Context(found, info_name=name, parent=context.parent) as inner:
                session.write(found.get_help(inner) + "\n")
        return
    listing = _list_topics(session, name, commands)
    chosen = "table" if name and format_ is None and session.output is None else None
    session.write(listing.format(chosen or format_for(session, format_)))


def _list_topics(session: Session, name: str | None, commands: Sequence[str]) -> "Listing":
    """Return what a code or a rule means, or all of them."""
    from showgraph.cli.listing import Listing  # noqa: PLC0415 - completion does without
    from showgraph.query.formats.plaintext import format_table  # noqa: PLC0415 - as above
    from showgraph.query.topics import Topic, find_topic, iter_topics  # noqa: PLC0415 - as above

    def text_of(topic: Topic) -> str:
        parts = (
            f"{head}\n{textwrap.indent(_wrapped(text), _INDENT)}"
            for head, text in topic.parts.items()
        )
        return f"{topic.name}: {topic.title}\n\n" + "\n\n".join(parts)

    topics = list(iter_topics()) if name is None else [find_topic(name, others=commands)]
    rows = [(topic.name, topic.title) for topic in topics]
    columns = ("Code or rule", "Meaning")
    documents = [{"name": each.name, "title": each.title, **each.parts} for each in topics]
    text = text_of(topics[0]) if name else format_table(columns, rows, width=session.width)
    return Listing(columns, rows, text, documents)


def _wrapped(text: str) -> str:
    """Return a text in lines of 88 columns; what is to be typed stays on one."""
    return "\n".join(
        line if line.startswith("showgraph ") else textwrap.fill(line, 88)
        for line in text.splitlines()
    )

"""Write ``docs/commands.md`` from the help of all commands: ``python tests/command_list.py``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from showgraph.cli.main import showgraph

PAGE: Final = Path(__file__).parents[1] / "docs" / "commands.md"
_WIDTH: Final = 100
_HEAD: Final = """\
# Commands

What each command says of itself with `--help`, on a terminal of 100 columns. This page is
written by `make commands`; a test compares it with the program.
"""


def render() -> str:
    """Return the page."""
    parts = (f"\n## {name}\n\n```\n{text}\n```\n" for name, text in _iter_help())
    return _HEAD + "".join(parts)


def _iter_help() -> Iterator[tuple[str, str]]:
    """Yield each command, and each command inside one, with its help."""
    with click.Context(showgraph, info_name="showgraph", terminal_width=_WIDTH) as context:
        waiting: list[tuple[click.Command, click.Context]] = [(showgraph, context)]
        while waiting:
            command, inner = waiting.pop(0)
            yield inner.command_path, command.get_help(inner)
            if not isinstance(command, click.Group):
                continue
            for name in command.list_commands(inner):
                found = command.get_command(inner, name)
                if found is not None:
                    below = click.Context(
                        found, parent=inner, info_name=name, terminal_width=_WIDTH
                    )
                    waiting.append((found, below))


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")

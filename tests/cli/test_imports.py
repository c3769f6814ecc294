"""What a command imports: a question does not pay for what only a build needs."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from showgraph.cli.main import COMMANDS, showgraph

SLOW = ("rdflib", "pyshacl", "owlrl", "networkx", "rich", "yaml")
LIST_MODULES = """
import sys
from showgraph.cli.main import run
status = run(sys.argv[1:])
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
sys.exit(status)
"""


def modules_of(*arguments: str | Path) -> set[str]:
    """Return the modules that a run of the command line has imported at its end."""
    done = subprocess.run(
        [sys.executable, "-c", LIST_MODULES, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return set(done.stderr.splitlines())


@pytest.mark.parametrize(
    "arguments", [["ask", "cast"], ["ask", "cast", "--why"], ["disagreements"]], ids=" ".join
)
def test_a_question_imports_nothing_slow(arguments: list[str], graph: Path) -> None:
    """Asking needs click and the engine, and none of the libraries of a build."""
    modules = modules_of(*arguments, "--graph", graph)

    assert not modules.intersection(SLOW)
    assert {"click", "pyoxigraph"} <= modules
    assert not [name for name in modules if name.startswith("showgraph.graph.valid")]


def test_help_imports_no_command() -> None:
    """The list of commands costs the import of none of them, nor of the engine."""
    modules = modules_of("--help")

    assert not [name for name in modules if name.removeprefix("showgraph.cli.") in COMMANDS]
    assert "pyoxigraph" not in modules


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(name: str) -> None:
    """Its name is the one it is listed under; it says what it does, and so do its options."""
    command = showgraph.get_command(click.Context(showgraph), name)

    assert command is not None
    assert command.name == name
    assert command.help
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert all(option.help for option in options)
    assert {"--debug", "--quiet"} <= {flag for option in options for flag in option.opts}

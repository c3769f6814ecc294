"""Every command on a terminal, in a pipe, and into a pipe that nobody reads."""

import os
import subprocess
from pathlib import Path

import pytest

from program import DOCUMENTS, SHOWGRAPH, TIMEOUT_S, run_here, run_on_terminal
from showgraph.cli.main import COMMANDS

#: A line for each command; GRAPH is a graph, NEW a folder that is not there yet.
LINES: dict[str, tuple[str, ...]] = {
    "ask": ("ask", "cast", "--why", "--graph", "GRAPH"),
    "query": ("query", "SELECT * { ?s ?p ?o }", "--graph", "GRAPH"),
    "prefixes": ("prefixes",),
    "describe": ("describe", "Harbour Lights", "--graph", "GRAPH"),
    "explain": ("explain", "id:series/harbour-lights", "--graph", "GRAPH"),
    "path": ("path", "Mara Voss", "Netflix", "--graph", "GRAPH"),
    "disagreements": ("disagreements", "--graph", "GRAPH"),
    "stats": ("stats", "--graph", "GRAPH"),
    "build": ("build", "DOCUMENTS", "--graph", "NEW"),
    "extract": ("extract", "DOCUMENTS"),
    "rules": ("rules", "list"),
    "validate": ("validate", "--graph", "GRAPH"),
    "export": ("export", "--graph", "GRAPH"),
    "completion": ("completion", "bash"),
    "help": ("help",),
    "demo": ("demo", "--graph", "NEW"),
}


def arguments_of(command: str, graph: Path, tmp_path: Path) -> list[str]:
    """Return the line of a command with its places filled in."""
    places = {"GRAPH": graph, "NEW": tmp_path / "new", "DOCUMENTS": DOCUMENTS}
    return [str(places.get(word, word)) for word in LINES[command]]


def test_every_command_has_its_line() -> None:
    """A command that is added is tried here too."""
    assert set(LINES) == set(COMMANDS)


@pytest.mark.parametrize("command", LINES)
def test_on_a_terminal(command: str, graph: Path, tmp_path: Path) -> None:
    """It ends well, shows something, and no trace of the program."""
    done = run_on_terminal(*arguments_of(command, graph, tmp_path))

    assert done.returncode == 0
    assert len(done.stdout) > 20
    assert "Traceback" not in done.stdout


@pytest.mark.parametrize("command", LINES)
def test_in_a_pipe(command: str, graph: Path, tmp_path: Path) -> None:
    """The answer alone goes to standard output, without colour, and nothing is asked back."""
    done = run_here(*arguments_of(command, graph, tmp_path))

    assert done.returncode == 0
    assert done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", LINES)
def test_into_a_pipe_that_nobody_reads(command: str, graph: Path, tmp_path: Path) -> None:
    """It ends quietly with status 0, as ``| head`` wants it."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [*SHOWGRAPH, *arguments_of(command, graph, tmp_path), "--quiet"],
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=TIMEOUT_S,
        )
    finally:
        os.close(writing)

    assert done.returncode == 0
    assert done.stderr == ""

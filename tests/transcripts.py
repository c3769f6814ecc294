"""The transcripts of the README: find them, run them, compare or renew them.

python tests/transcripts.py      # renew README.md from what the program prints now
"""

import contextlib
import doctest
import io
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from program import run_shell_on_terminal
from showgraph import build_graph

README: Final = Path(__file__).parents[1] / "README.md"
CONSOLE: Final = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON: Final = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: A line of these stands for any number of lines.
_DOTS: Final = "..."


def iter_transcripts(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block with what it is said to print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output.rstrip("\n")


def run_command(command: str, folder: Path) -> str:
    """Return what a command shows on a terminal, with the time of a build replaced."""
    shown = run_shell_on_terminal(command, cwd=folder).replace("\r\n", "\n")
    lines = "\n".join(line.rstrip() for line in shown.splitlines())
    return re.sub(r"(seconds +)[0-9.]+", r"\g<1>0.5", lines).strip("\n")


def agrees(shown: str, said: str) -> bool:
    """Return whether a command shows what it is said to."""
    lines = [r"(?:.*\n)*?" if line == _DOTS else re.escape(line) + r"\n"
             for line in said.split("\n")]  # fmt: skip
    return re.fullmatch("".join(lines), f"{shown}\n") is not None


def make_folder(graph: Path, parent: Path) -> Path:
    """Return a new folder in which ``./graph`` is a graph: where a reader stands."""
    folder = parent / "reader"
    folder.mkdir()
    (folder / "graph").symlink_to(graph, target_is_directory=True)
    return folder


def renew(text: str, folder: Path) -> str:
    """Return the README with what is printed now; what agrees stays as it is written."""

    def renew_console(match: re.Match[str]) -> str:
        parts = []
        for command, said in iter_transcripts(match[1]):
            shown = run_command(command, folder)
            kept = said if agrees(shown, said) else shown
            parts.append(f"$ {command}\n" + (f"{kept}\n" if kept else ""))
        return f"```console\n{''.join(parts)}```"

    def renew_python(match: re.Match[str]) -> str:
        names: dict[str, Any] = {}
        parts = []
        for example in doctest.DocTestParser().get_examples(match[1]):
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed), contextlib.chdir(folder):
                exec(compile(example.source, "README", "single"), names)  # noqa: S102 - our own text
            parts.append(f">>> {example.source}{printed.getvalue()}")
        return f"```python\n{''.join(parts)}\n```"

    return PYTHON.sub(renew_python, CONSOLE.sub(renew_console, text))


def main() -> None:
    """Build the bundled graph and renew the README."""
    os.environ.pop("SHOWGRAPH_GRAPH", None)
    with tempfile.TemporaryDirectory() as name:
        graph = Path(name, "built")
        build_graph(None, graph)
        text = README.read_text(encoding="utf-8")
        README.write_text(renew(text, make_folder(graph, Path(name))), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The README is true: its commands are run, and print what it says they print."""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from program import run_shell_on_terminal
from showgraph.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def iter_transcripts(block: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a block with what it is said to print."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output.rstrip("\n")


TRANSCRIPTS = [each for block in BLOCKS for each in iter_transcripts(block)]


@pytest.fixture(scope="module")
def folder(bundled_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which ``./graph`` is the graph of the bundled documents."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "graph").symlink_to(bundled_graph, target_is_directory=True)
    return folder


def plain(shown: str) -> str:
    """Return what is shown without what differs from run to run."""
    lines = [line.rstrip() for line in shown.replace("\r\n", "\n").splitlines()]
    return re.sub(r"(seconds +)[0-9.]+", r"\1-", "\n".join(lines)).strip("\n")


def pattern_of(output: str) -> str:
    """Return a pattern for what is shown, in which a line of dots stands for any lines."""
    lines = [r"(?:.*\n)*?" if line == "..." else re.escape(line) + r"\n"
             for line in plain(output).split("\n")]  # fmt: skip
    return "".join(lines)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0][2:])
def test_transcripts(block: str, folder: Path) -> None:
    """On a terminal of 100 columns, each command shows what stands below it."""
    for command, output in iter_transcripts(block):
        shown = plain(run_shell_on_terminal(command, cwd=folder))

        assert re.fullmatch(pattern_of(output), f"{shown}\n"), shown


def test_python_examples(folder: Path) -> None:
    """The session in Python gives what stands below each line."""
    (session,) = re.findall(r"^```python\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    example = doctest.DocTestParser().get_doctest(session, {}, "README", "README.md", 0)
    told: list[str] = []
    previous = Path.cwd()
    os.chdir(folder)
    try:
        results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=told.append)
    finally:
        os.chdir(previous)

    assert results.failed == 0, "".join(told)
    assert results.attempted >= 6


def test_the_readme_shows_every_command() -> None:
    """Each command that a user has is run at least once, and the list does not shrink."""
    used = {command.split()[1] for command, _ in TRANSCRIPTS if command.startswith("showgraph ")}

    assert len(TRANSCRIPTS) >= 18
    assert set(COMMANDS) - used <= {"demo", "extract"}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSES.md"])
def test_links_lead_somewhere(name: str) -> None:
    """Every link to a file of the project has its file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)

    assert all((ROOT / target).exists() for target in targets), targets


def test_make_has_the_targets_that_are_named() -> None:
    """What the documentation tells to type is there to be made."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    texts = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    for target in set(re.findall(r"make (demo|test|format|bench|check)\b", texts)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_module_runs_as_a_program() -> None:
    """``python -m showgraph`` alone shows three things to type, and they are commands."""
    done = subprocess.run(
        [sys.executable, "-m", "showgraph"], capture_output=True, text=True, check=True
    )
    typed = re.findall(r"^  showgraph (\w+)", done.stdout, re.MULTILINE)

    assert len(typed) == 3
    assert set(typed) <= set(COMMANDS)

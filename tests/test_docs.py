"""The README is true: its commands are run, and print what it says they print."""

import contextlib
import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from showgraph.cli.main import COMMANDS
from transcripts import CONSOLE, PYTHON, README, agrees, iter_transcripts, make_folder, run_command

ROOT = Path(__file__).parents[1]
TEXT = README.read_text(encoding="utf-8")
BLOCKS = CONSOLE.findall(TEXT)
TRANSCRIPTS = [each for block in BLOCKS for each in iter_transcripts(block)]


@pytest.fixture(scope="module")
def folder(bundled_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which ``./graph`` is the graph of the bundled documents."""
    return make_folder(bundled_graph, tmp_path_factory.mktemp("docs"))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0][2:])
def test_transcripts(block: str, folder: Path) -> None:
    """On a terminal of 100 columns, each command shows what stands below it.

    ``python tests/transcripts.py`` renews what does not.
    """
    for command, said in iter_transcripts(block):
        shown = run_command(command, folder)

        assert agrees(shown, said), shown


def test_python_examples(folder: Path) -> None:
    """The session in Python gives what stands below each line."""
    (session,) = PYTHON.findall(TEXT)
    example = doctest.DocTestParser().get_doctest(session, {}, "README", "README.md", 0)
    told: list[str] = []
    with contextlib.chdir(folder):
        results = doctest.DocTestRunner().run(example, out=told.append)

    assert results.failed == 0, "".join(told)
    assert results.attempted >= 6


def test_the_readme_shows_every_command() -> None:
    """Each command that a user has is run at least once, and the list does not shrink."""
    used = {command.split()[1] for command, _ in TRANSCRIPTS if command.startswith("showgraph ")}

    assert len(TRANSCRIPTS) >= 18
    assert set(COMMANDS) - used <= {"demo", "extract"}


PAGES = sorted(
    path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
)


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    """Every link to a file of the project has its file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)

    assert len(PAGES) >= 10
    assert [
        target for target in targets if not (ROOT / name).parent.joinpath(target).exists()
    ] == []


def test_make_has_the_targets_that_are_named() -> None:
    """What the documentation tells to type is there to be made."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    texts = TEXT + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    named = set(re.findall(r"(?:^    |`)make ([a-z]+)", texts, re.MULTILINE))

    assert {"demo", "test", "check", "questions"} <= named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_module_runs_as_a_program() -> None:
    """``python -m showgraph`` alone shows three things to type, and they are commands."""
    done = subprocess.run(
        [sys.executable, "-m", "showgraph"], capture_output=True, text=True, check=True, timeout=120
    )
    typed = re.findall(r"^  showgraph (\w+)", done.stdout, re.MULTILINE)

    assert len(typed) == 3
    assert set(typed) <= set(COMMANDS)

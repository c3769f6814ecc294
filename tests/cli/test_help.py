"""Codes of errors: each error has one, each is explained, and the documents list them all."""

import importlib
import json
import pkgutil
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import command_list
import showgraph
from program import run_here
from showgraph.cli.main import COMMANDS
from showgraph.codes import CODES
from showgraph.errors import ShowGraphError

ROOT = Path(__file__).parents[2]


def iter_errors(error: type[ShowGraphError] = ShowGraphError) -> Iterator[type[ShowGraphError]]:
    """Yield all errors of the package, base first."""
    yield error
    for each in error.__subclasses__():
        yield from iter_errors(each)


@pytest.fixture(scope="module")
def errors() -> list[type[ShowGraphError]]:
    """Return the errors of all modules."""
    for module in pkgutil.walk_packages(showgraph.__path__, "showgraph."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return list(iter_errors())


def test_every_error_has_a_code_that_is_explained(errors: list[type[ShowGraphError]]) -> None:
    """No error of any module is without; those of errors.py each have one of their own."""
    own = [error for error in errors if error.__module__ == "showgraph.errors"]

    assert len(own) >= 19
    assert {error.code for error in errors} <= set(CODES)
    assert len({error.code for error in own}) == len(own)


def test_every_code_is_used(errors: list[type[ShowGraphError]]) -> None:
    """The table has no code that nothing leads to."""
    sources = (ROOT / "src/showgraph").rglob("*.py")
    named = {
        code
        for path in sources
        if path.name != "codes.py"
        for code in re.findall(r"SG-[A-Z]\d\d", path.read_text(encoding="utf-8"))
    }

    assert {error.code for error in errors} <= named
    assert named == set(CODES)


@pytest.mark.parametrize("name", CODES)
def test_a_code_is_explained(name: str) -> None:
    """Cause, mend and example are there; the example is a command that there is."""
    shown = run_here("help", name).stdout
    code = CODES[name]

    assert re.fullmatch(r"SG-[A-Z]\d\d", name)
    assert shown.startswith(f"{name}: {code.title}\n")
    assert all(f"\n{head}\n" in shown for head in ("Cause", "Mend", "Example"))
    words = [word for word in shlex.split(code.example) if not word.startswith("--debug")]
    assert words[0] == "pip" or words[1] in COMMANDS


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("sg-a02", ["SG-A02: no question has this wording"]),
        ("SGV03", ["sg:Performance", "Severity", "give it one sg:creditedAgent"]),
        ("sgv02", ["merge the two or correct a number"]),
        ("rule:chain:castMember/hasPerformance,creditedAgent", ["property chain", "--asserted"]),
        ("chain:castMember/hasPerformance,creditedAgent", ["sg:castMember"]),
        ("explain", ["Usage: showgraph explain"]),
    ],
)
def test_what_can_be_explained(name: str, words: list[str]) -> None:
    """Codes of errors and shapes in letters of any case, rules by their names, and commands."""
    done = run_here("help", name)

    assert (done.returncode, done.stderr) == (0, "")
    assert all(word in " ".join(done.stdout.split()) for word in words)


def test_every_shape_and_rule_is_listed() -> None:
    """``help`` alone lists all; nothing is listed twice, and each can be asked for."""
    listed = json.loads(run_here("help", "--format", "json").stdout)
    names = [each["name"] for each in listed]
    shapes = "".join(path.read_text("utf-8") for path in (ROOT / "ontology").glob("*shapes.ttl"))
    rules = json.loads((ROOT / "ontology/rules.json").read_text("utf-8"))["rules"]

    assert len(set(names)) == len(names)
    assert set(re.findall(r'sg:code "(\w+)"', shapes)) <= set(names)
    assert {rule["name"] for rule in rules} <= set(names)
    assert set(CODES) <= set(names)


@pytest.mark.parametrize("name", ["SG-A99", "nonsense", "SGV99", ""])
def test_an_unknown_code(name: str) -> None:
    """It is said to be unknown."""
    done = run_here("help", name)

    assert done.returncode == 3
    assert f"no code or rule is called '{name}'" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["ask", "nonsense"], "SG-A01"),
        (["ask", "what is the meaning of it all"], "SG-A02"),
        (["ask", "cast", "--show", "Nonesuch"], "SG-A03"),
        (["ask", "cast", "--param", "nonsense=1"], "SG-A05"),
        (["ask", "cast", "--show", "Harbour Lights", "--season", "99"], "SG-A06"),
        (["explain", "Harbour Lights", "nonsense"], "SG-A07"),
        (["query", "SELECT"], "SG-Q01"),
        (["query", "CLEAR ALL"], "SG-Q02"),
        (["query", "ASK {}" + " " * 9_000_000], "SG-Q03"),
        (["export", "/nowhere/graph.ttl"], "SG-D02"),
        (["stats", "--nonsense"], "SG-U01"),
        (["export", "graph.nonsense"], "SG-U02"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_code_of_an_error(arguments: list[str], code: str, graph: Path) -> None:
    """It stands before the message, and the last line says how to learn more."""
    done = run_here(*arguments, "--graph", graph)

    assert f"error[{code}]: " in done.stderr
    if code != "SG-U01":
        assert done.stderr.endswith(f"learn more: showgraph help {code}\n")


def test_the_object_of_what_is_not_understood_has_the_code(graph: Path) -> None:
    """A program reads the code, not the words."""
    done = run_here("ask", "nonsense", "--format", "json", "--graph", graph)

    assert json.loads(done.stdout)["code"] == "SG-A01"


def test_the_list_in_the_documents_is_fresh() -> None:
    """``docs/errors.md`` is what the table gives; ``make errors`` writes it."""
    text = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(SG-\w+)` \| (.*?) \|", text, re.MULTILINE)

    assert rows == [(name, code.title) for name, code in sorted(CODES.items())]
    shown = run_here("help", "--format", "md")
    assert shown.returncode == 0
    assert text == importlib.import_module("error_list").render()


def test_the_page_of_commands_is_that_of_the_program() -> None:
    """``docs/commands.md`` is what the commands say of themselves; ``make commands`` writes it."""
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")

    assert text == command_list.render(), "run make commands"
    assert all(f"\n## showgraph {name}\n" in text for name in COMMANDS)
    assert "\n## showgraph rules test\n" in text

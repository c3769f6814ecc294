"""The review of the ontology has an answer to each check, and names only tests that exist."""

import ast
import re
from functools import cache

import pytest

from graph.mapping_table import ROOT

REVIEW = (ROOT / "docs" / "ontology-review.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(test_\w+)`", REVIEW)))
SHAPES = sorted(set(re.findall(r"\bSGV\d+\b", REVIEW)))


@cache
def functions(file: str) -> set[str]:
    """Return the names of the functions of a test file."""
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_each_check_has_one_answer() -> None:
    """Forty rows, in order, each with something in every column."""
    rows = re.findall(r"^\| (\d+) \| (.+) \| (.+) \|$", REVIEW, re.MULTILINE)

    assert [int(number) for number, _, _ in rows] == list(range(1, 41))
    assert len(NAMED) > 60


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_named_test_exists(file: str, name: str) -> None:
    """A test that is renamed takes its name in the review along."""
    assert name in functions(file)


def test_a_test_bears_the_numbers_of_its_checks() -> None:
    """Its mark says for which rows it is named, and no test bears a row that does not name it."""
    told: dict[tuple[str, str], set[int]] = {}
    for number, answer in re.findall(r"^\| (\d+) \| .+? \| (.+) \|$", REVIEW, re.MULTILINE):
        for named in re.findall(r"`([\w/]+\.py)::(test_\w+)`", answer):
            told.setdefault(named, set()).add(int(number))
    marked = {
        (path.relative_to(ROOT / "tests").as_posix(), name): set(map(int, numbers.split(", ")))
        for path in (ROOT / "tests").rglob("test_*.py")
        for numbers, name in re.findall(
            r"^@pytest\.mark\.row\(([\d, ]+)\)\ndef (test_\w+)",
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }

    assert marked == told


@pytest.mark.parametrize("code", SHAPES)
def test_a_named_shape_exists(code: str) -> None:
    """So does a shape."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "ontology").glob("*shapes.ttl")]

    assert any(f'sg:code "{code}"' in text for text in texts)


@pytest.mark.row(33)
def test_questions_rest_on_no_accident() -> None:
    """No saved question names the class of everything, a blank node or a graph to load."""
    files = sorted((ROOT / "queries").glob("*.rq"))
    bad = re.compile(r"owl:Thing|\bFROM\b|_:\w|\bGRAPH\s+\?|\bSERVICE\b")
    bodies = {
        path.name: "\n".join(
            line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"
        )
        for path in files
    }

    assert len(files) >= 40
    assert [name for name, body in bodies.items() if bad.search(body)] == []

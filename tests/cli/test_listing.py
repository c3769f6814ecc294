"""The list of questions, and the lines around an answer that say how to go on."""

import csv
import io
import json
import shlex
from pathlib import Path

import pytest

from program import run, run_here, run_on_terminal
from showgraph.query.questions.catalog import read_catalog


def names_of(text: str) -> list[str]:
    """Return the names in a list of questions as CSV."""
    return [row["Name"] for row in csv.DictReader(io.StringIO(text))]


def test_questions_are_listed_by_topic(graph: Path) -> None:
    """Each stands once, those of a topic together, with the topic before the first of them."""
    names = names_of(run_here("ask", "--graph", graph).stdout)
    shown = run_on_terminal("ask", "--graph", graph, env={"NO_COLOR": "1"}).stdout
    heads = [line.split()[0] for line in shown.splitlines()[2:] if line[:1].islower()]
    topics = [read_catalog()[name].tags[0] for name in names]

    assert sorted(names) == list(read_catalog())
    assert topics == sorted(topics)
    assert heads == sorted(set(topics))


@pytest.mark.parametrize(
    ("arguments", "inside", "outside"),
    [
        (("--tag", "seasons"), "season-count", "cast"),
        (("--tag", "seasons", "--tag", "story"), "season-comparison", "season-count"),
        (("--list", "trailer"), "trailer-story", "cast"),
        (("--list", "Male", "Lead"), "cast", "trailer"),
    ],
)
def test_a_list_can_be_narrowed(
    arguments: tuple[str, ...], inside: str, outside: str, graph: Path
) -> None:
    """By tags and by words, all of which a question must have."""
    names = names_of(run_here("ask", *arguments, "--graph", graph).stdout)

    assert inside in names
    assert outside not in names


def test_a_list_that_is_cut_or_empty_says_so(graph: Path) -> None:
    """An unknown tag is an error; nothing with the words is an empty list; a limit is told."""
    unknown = run_here("ask", "--tag", "sesons", "--graph", graph)
    empty = run_here("ask", "--list", "zeppelin", "--graph", graph, "-e")
    cut = run_here("ask", "--limit", "2", "--graph", graph)

    assert unknown.returncode == 3
    assert "there are: awards, cast" in unknown.stderr
    assert (empty.returncode, names_of(empty.stdout)) == (1, [])
    assert len(names_of(cut.stdout)) == 2
    assert "stopped at 2 of" in cut.stderr


def test_the_rows_of_each_question_are_counted(graph: Path) -> None:
    """The number is that of the rows when the question is asked of everything."""
    listed = run_here("ask", "--tag", "cast", "--count", "--graph", graph, "--format", "json")
    counts = {each["name"]: each["rows"] for each in json.loads(listed.stdout)}

    assert len(counts) >= 4
    for name, n_rows in counts.items():
        answer = json.loads(run_here("ask", name, "--graph", graph, "--format", "json").stdout)
        assert len(answer["rows"]) == n_rows


def test_a_list_for_programs_tells_the_parameters(graph: Path) -> None:
    """Name, help, class and type of each parameter, and the wordings."""
    listed = json.loads(run_here("ask", "--graph", graph, "--format", "json").stdout)
    (cast,) = (each for each in listed if each["name"] == "cast")
    (show,) = (each for each in cast["parameters"] if each["name"] == "show")

    assert show["help"] == "Title of a series"
    assert show["classes"] == ["sg:Series"]
    assert show["required"] is False
    assert cast["columns"]["person"] == "Cast member"
    assert len(cast["phrases"]) > 10


@pytest.mark.parametrize(
    "asked",
    [("cast",), ("cast", "--show", "Harbour Lights"), ("who acts in harbour lights",)],
    ids=" ".join,
)
def test_an_answer_says_what_was_asked_and_how_to_see_why(
    asked: tuple[str, ...], graph: Path
) -> None:
    """Two commands lead from a question to the words of a document: the second is printed."""
    shown = run_on_terminal("ask", *asked, "--graph", graph, env={"NO_COLOR": "1"}).stdout
    (last,) = (line for line in shown.splitlines() if "; why: " in line)
    command = shlex.split(last.partition("; why: ")[2])
    why = run(*command[1:], "--format", "table").stdout

    assert shown.startswith("cast: Who is in the cast?")
    assert last.startswith("2 rows; why: showgraph explain cast ")
    assert "cast member Mara Voss\n  stated by 2 documents, contradicted by none\n" in why
    assert "    sentence  Harbour Lights stars Mara Voss and Tom Adeyemi." in why


def test_what_is_not_asked_for_is_not_told(graph: Path) -> None:
    """Sources that are shown need no second command, and quiet means quiet."""
    shown = run_here("ask", "cast", "--why", "--graph", graph, "--format", "table")
    quiet = run_here("ask", "cast", "-q", "--graph", graph, "--format", "table")

    assert "; why: " not in shown.stderr
    assert quiet.stderr == ""

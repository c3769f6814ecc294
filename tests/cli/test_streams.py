"""Terminal and pipe: what goes where, in which form, and how a run ends that is cut short."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from program import (
    DOCUMENTS,
    SHOWGRAPH,
    TIMEOUT_S,
    interrupt,
    run,
    run_here,
    run_on_terminal,
)
from showgraph.cli.main import COMMANDS
from showgraph.cli.session import visible


def test_a_pipe_gets_csv_and_nothing_else(graph: Path) -> None:
    """Rows go to standard output as CSV, with the columns that a terminal shows."""
    done = run("ask", "creators", "--graph", graph)
    rows = list(csv.reader(io.StringIO(done.stdout)))

    assert rows[0][0] == "Creator"
    assert [row[0] for row in rows[1:]] == ["Mara Voss"]
    assert "\x1b" not in done.stdout


def test_a_terminal_gets_a_table(graph: Path) -> None:
    """On a terminal the same question is a table with a line under its headings."""
    shown = run_on_terminal("ask", "creators", "--graph", graph).stdout

    assert "Creator    " in shown
    assert "---------" in shown
    assert "1 document" in shown or "2 documents" in shown


def test_notes_go_to_standard_error_and_quiet_drops_them(graph: Path) -> None:
    """What is no row is a note; --quiet silences it and changes no row."""
    loud = run("ask", "awards", "--graph", graph)
    quiet = run("ask", "awards", "--graph", graph, "--quiet")

    assert "No answer" in loud.stderr
    assert quiet.stderr == ""
    assert quiet.stdout == loud.stdout


@pytest.mark.parametrize("format_", ["csv", "tsv", "srj"])
def test_what_rows_cannot_hold_is_a_note(format_: str, graph: Path) -> None:
    """A pipe gets the rows alone; what was understood and what is not accepted are notes."""
    options = ("--format", format_, "--graph", graph)
    spoken = run_here("ask", "who directed the show", *options)
    named = run_here("ask", "directors", *options)
    quiet = run_here("ask", "who directed the show", *options, "--quiet")
    claims = [line for line in named.stderr.splitlines() if line.startswith("not accepted: ")]

    assert spoken.stdout == named.stdout == quiet.stdout
    assert spoken.stderr.startswith("Who directed the show?\n")
    assert "Who directed" not in named.stderr
    assert any(line.startswith("not accepted: possible: ") for line in claims)
    assert all(line in spoken.stderr for line in claims)
    assert quiet.stderr == ""


@pytest.mark.parametrize("command", list(COMMANDS))
def test_help_keeps_its_examples_apart(command: str) -> None:
    """Help is text without control characters; each example has a line of its own."""
    shown = run_here(command, "--help").stdout

    assert "\b" not in shown
    assert "\\b" not in shown
    for line in shown.splitlines():
        assert line.count(f"showgraph {command}") <= 1


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["plain", "NO_COLOR", "dumb"],
)
def test_colour_only_where_it_is_welcome(
    environment: dict[str, str],
    coloured: bool,  # noqa: FBT001 - a column of the table
    tmp_path: Path,
) -> None:
    """An error is coloured on a terminal, unless the environment declines."""
    shown = run_on_terminal("stats", "--graph", tmp_path / "none", env=environment).stdout

    assert "error" in shown
    assert ("\x1b[" in shown) is coloured


def test_a_bad_value_cannot_take_over_the_terminal(graph: Path) -> None:
    """Control and bidirectional characters in a message are written out."""
    shown = run_on_terminal("ask", "cast", "--show", "A\x1b[2J\u202eB", "--graph", graph).stdout

    assert "\\x1b[2J\\u202eB" in shown
    assert "\x1b[2J" not in shown


def test_words_of_an_article_cannot_take_over_the_terminal(tmp_path: Path) -> None:
    """A mark of direction in a quote is written out on a terminal, and stays in a pipe."""
    article = tmp_path / "song.txt"
    article.write_text(
        'The series "Night \u202eSong" is on. It stars Ana Bell.\n', encoding="utf-8"
    )
    shown = run_on_terminal("extract", article).stdout

    assert "Night \\u202eSong" in shown
    assert "\u202e" not in shown
    assert "Night \u202eSong" in run("extract", article).stdout


def test_visible_leaves_text_alone() -> None:
    """Letters of any script, tabs and line ends stay; what hides or reorders does not."""
    assert visible("Zoë 서준 \t ok\n") == "Zoë 서준 \t ok\n"
    assert visible("a\rb\x00\x7f\x9b\u2066\u061c") == "a\\x0db\\x00\\x7f\\x9b\\u2066\\u061c"


@pytest.mark.parametrize(
    "arguments",
    [["ask", "--format", "json"], ["export", "--format", "nq"], ["--help"]],
    ids=lambda arguments: arguments[0],
)
def test_a_closed_pipe_ends_quietly(arguments: list[str], graph: Path) -> None:
    """When nobody reads on, the run ends with status 0 and without a word."""
    graph_option = [] if arguments[0] == "--help" else ["--graph", str(graph)]
    with subprocess.Popen(
        [*SHOWGRAPH, *arguments, *graph_option], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        _, told = process.communicate(timeout=TIMEOUT_S)
        status = process.returncode

    assert (status, told) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_a_full_disk_is_an_error(graph: Path) -> None:
    """An answer that could not be written is not a success."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*SHOWGRAPH, "ask", "cast", "--graph", str(graph)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=TIMEOUT_S,
        )

    assert done.returncode == 4
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_ctrl_c_ends_a_query_at_once(graph: Path) -> None:
    """A query that would run for long ends with status 130, quietly, with its process."""
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

    done, seconds = interrupt("query", endless, "--graph", graph, after_s=1.5)

    assert done.returncode == 130
    assert seconds < 5
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_ctrl_c_leaves_the_previous_graph(tmp_path: Path) -> None:
    """A build that is interrupted changes nothing and ends with status 130."""
    folder = tmp_path / "graph"
    assert run("build", DOCUMENTS, "--graph", folder).returncode == 0
    before = run("stats", "--graph", folder, "--format", "json").stdout
    assert before
    many = tmp_path / "many"
    many.mkdir()
    text = "Harbour Lights is a crime drama series created by Mara Voss. " * 3000
    for number in range(20):
        (many / f"{number}.txt").write_text(f"{text}{number}")

    done, _ = interrupt("build", many, "--graph", folder, after_s=1.0)

    assert done.returncode == 130
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert run("stats", "--graph", folder, "--format", "json").stdout == before


def test_output_is_utf_8_whatever_the_locale(graph: Path) -> None:
    """A pipe gets UTF-8 also where the locale knows only ASCII."""
    done = run(
        "ask", "cäst", "--graph", graph, "--format", "json", env={"PYTHONIOENCODING": "ascii"}
    )

    assert done.returncode == 3
    assert "cäst" in json.loads(done.stdout)["message"]


def test_a_process_without_streams_still_runs(graph: Path) -> None:
    """Standard output that is closed from the start is no reason to fail."""
    command = f'exec {sys.executable} -m showgraph ask cast --graph "$0" >&- 2>&-'

    done = subprocess.run(["sh", "-c", command, str(graph)], check=False, timeout=TIMEOUT_S)

    assert done.returncode == 0

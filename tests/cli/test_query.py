"""``showgraph query``: what is looked at and not run."""

from pathlib import Path

import pytest

from program import run, run_here


def test_a_check_runs_nothing_and_warns(graph: Path) -> None:
    """A query that parses is said to, with what is wrong with its names."""
    done = run_here("query", "--check", "--graph", graph, "SELECT ?s { ?s a sg:Serie }")

    assert done.returncode == 0
    assert done.stdout == "the query parses\n"
    assert "did you mean sg:Series?" in done.stderr


@pytest.mark.parametrize("option", ["--check", "--plan", "--fmt"])
def test_what_does_not_parse_is_an_error(option: str, graph: Path) -> None:
    """The place is shown with a mark below it, and the status is 3."""
    done = run_here("query", option, "--graph", graph, "SELECT ?s {\n  ?s a sgg:Series }")

    assert done.returncode == 3
    assert done.stdout == ""
    assert "line 2, column 8" in done.stderr
    assert "  2 |   ?s a sgg:Series }\n    |        ^^^^^^^^^^\n" in done.stderr


def test_a_query_is_laid_out_without_a_graph(tmp_path: Path) -> None:
    """Nothing is opened, and what comes out goes in again unchanged."""
    done = run("query", "--fmt", "select ?s{?s a sg:Series}", cwd=tmp_path)
    again = run("query", "--fmt", "-", cwd=tmp_path, text=done.stdout)

    assert done.stdout == "SELECT ?s {\n  ?s a sg:Series\n}\n"
    assert again.stdout == done.stdout
    assert done.stderr == ""


def test_a_plan_tells_the_matches(graph: Path) -> None:
    """The algebra goes to standard output."""
    done = run_here("query", "--plan", "--graph", graph, "SELECT ?s { ?s a sg:Series }")

    assert done.returncode == 0
    assert "?s rdf:type sg:Series   [" in done.stdout


def test_one_of_them_at_a_time(graph: Path) -> None:
    """Two of the three options are a wrong use."""
    done = run_here("query", "--plan", "--fmt", "--graph", graph, "ASK {}")

    assert done.returncode == 2
    assert "one of --check, --plan and --fmt" in done.stderr


def test_a_time_limit_holds_while_rows_come(graph: Path) -> None:
    """Rows that would come for ever end with the time, and none is taken for the answer."""
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    limits = ("--timeout", "1", "--max-rows", "100000000")
    done = run_here("query", query, *limits, "--graph", graph)

    assert done.returncode == 3
    assert done.stdout == ""
    assert "longer than 1 s" in done.stderr or "more than" in done.stderr


def test_a_saved_question_goes_by_its_name(graph: Path) -> None:
    """Its query is run with the values, or laid out; its columns are the variables."""
    options = ("--param", "show=Harbour Lights", "--graph", graph)
    done = run_here("query", "cast", *options)
    laid_out = run_here("query", "cast", "--fmt", *options)

    assert done.returncode == 0
    assert done.stdout.startswith("person,personLabel,")
    assert len(done.stdout.splitlines()) > 1
    assert laid_out.stdout.startswith("PREFIX sg:")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("cast", "--param", "show=Nowhere"), 3, "no series is called 'Nowhere'"),
        (("cast", "--param", "colour=red"), 3, "cast has no parameter 'colour'"),
        (("castt",), 3, "no query starts with 'castt'"),
        (("ASK {}", "--param", "show=Nowhere"), 2, "--param goes with the name"),
    ],
)
def test_a_name_or_value_that_is_not_known_is_an_error(
    arguments: tuple[str, ...], status: int, message: str, graph: Path
) -> None:
    """The message names what was typed."""
    done = run_here("query", *arguments, "--graph", graph)

    assert done.returncode == status
    assert message in done.stderr

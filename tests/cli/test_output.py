"""Where an answer goes: ``--output`` and its endings, colour, and the width of tables."""

import json
from pathlib import Path

import pytest

from program import DOCUMENTS, run, run_here, run_on_terminal
from showgraph.store import RdfFormat, parse

SELECT = "SELECT ?name { ?s a sg:Series ; skos:prefLabel ?name }"
CONSTRUCT = "CONSTRUCT { ?s a sg:Series } WHERE { ?s a sg:Series }"

#: What is asked, the name of the file, and the format that the same command writes to a pipe.
FILES: list[tuple[tuple[str, ...], str, str]] = [
    (("ask", "cast"), "answer.csv", "csv"),
    (("ask", "cast"), "answer.TSV", "tsv"),
    (("ask", "cast"), "answer.json", "json"),
    (("ask", "cast"), "answer.ndjson", "jsonl"),
    (("ask", "cast"), "answer.md", "md"),
    (("ask", "cast"), "answer.htm", "html"),
    (("ask", "cast"), "answer.txt", "table"),
    (("ask", "cast"), "answer.srx", "srx"),
    (("ask", "cast", "--why"), "why.csv", "csv"),
    (("ask", "--values", "show"), "shows.json", "json"),
    (("query", SELECT), "rows.srj", "srj"),
    (("query", SELECT), "rows.xml", "srx"),
    (("query", CONSTRUCT), "graph.ttl", "ttl"),
    (("query", CONSTRUCT), "graph.nt", "nt"),
    (("query", CONSTRUCT), "graph.rdf", "xml"),
    (("query", CONSTRUCT), "graph.jsonld", "jsonld"),
    (("describe", "Harbour Lights"), "thing.md", "md"),
    (("explain", "Harbour Lights", "creator"), "why.json", "json"),
    (("path", "Mara Voss", "Tom Adeyemi"), "path.csv", "csv"),
    (("disagreements",), "disagreements.tsv", "tsv"),
    (("stats",), "stats.jsonl", "jsonl"),
    (("validate",), "report.json", "json"),
    (("validate",), "report.txt", "table"),
    (("explain", "Harbour Lights", "creator"), "why.ttl", "ttl"),
]


@pytest.mark.parametrize(("asked", "name", "format_"), FILES, ids=str)
def test_the_ending_of_a_file_tells_the_format(
    asked: tuple[str, ...], name: str, format_: str, graph: Path, tmp_path: Path
) -> None:
    """The file has the bytes that a pipe gets in that format, and the pipe gets none."""
    file = tmp_path / name
    done = run_here(*asked, "--graph", graph, "-o", file)
    piped = run_here(*asked, "--graph", graph, "--format", format_)

    assert (done.returncode, done.stdout) == (0, "")
    assert file.read_bytes().decode() == piped.stdout != ""
    assert f"wrote {file}" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-o", "answer.xls"), "the ending .xls of answer.xls is no format of this command"),
        (("-o", "answer"), "the name answer has no ending that tells the format; choose one of"),
        (("-o", "answer.ttl"), "the ending .ttl of answer.ttl is no format"),
        (("-o", "a.csv", "--format", "json"), "--format json and --output a.csv contradict"),
        (("-o", ""), "the path is empty"),
    ],
)
def test_a_file_that_tells_no_format_is_refused(
    arguments: tuple[str, ...],
    message: str,
    graph: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An ending that means nothing, or another format than the one that is named, is an error."""
    monkeypatch.chdir(tmp_path)
    done = run_here("ask", "cast", "--graph", graph, *arguments)

    assert done.returncode == 2
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_format_goes_with_an_ending_that_means_none(graph: Path, tmp_path: Path) -> None:
    """A name of one's own is taken where the format is named; so is a wider ending."""
    for name, format_ in (("answer.out", "csv"), ("answer.json", "srj"), ("answer.xml", "srx")):
        done = run_here("ask", "cast", "--graph", graph, "-o", tmp_path / name, "--format", format_)

        assert done.returncode == 0
        assert (tmp_path / name).stat().st_size > 0


def test_a_file_is_whole_or_as_it_was(graph: Path, tmp_path: Path) -> None:
    """An error leaves the file that was there, and nothing beside it."""
    file = tmp_path / "answer.csv"
    file.write_text("old")
    failed = run_here("ask", "cast", "--show", "Nowhere", "--graph", graph, "-o", file)
    missing = run_here("ask", "cast", "--graph", graph, "-o", tmp_path / "none" / "answer.csv")

    assert failed.returncode == 3
    assert missing.returncode == 4
    assert "cannot write" in missing.stderr
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_dash_is_standard_output(graph: Path) -> None:
    """As everywhere."""
    assert run_here("ask", "cast", "--graph", graph, "-o", "-").stdout.startswith("Cast member,")


def test_a_query_is_written_too(graph: Path, tmp_path: Path) -> None:
    """What has no format of its own goes to a file of any name."""
    file = tmp_path / "cast.rq"
    done = run_here("ask", "cast", "--show-query", "--graph", graph, "-o", file)
    again = run("query", "--check", "-f", file, "--graph", graph)

    assert done.stdout == ""
    assert again.stdout == "the query parses\n"


def test_graphs_that_are_written_are_read_by_the_engine(graph: Path, tmp_path: Path) -> None:
    """Turtle from a query parses."""
    file = tmp_path / "graph.ttl"
    run("query", CONSTRUCT, "--graph", graph, "-o", file, "--quiet")

    assert len(list(parse(file.read_bytes(), format=RdfFormat.TURTLE))) == 1


@pytest.mark.parametrize(
    ("arguments", "env", "is_coloured"),
    [
        ((), {}, True),
        ((), {"NO_COLOR": "1"}, False),
        ((), {"TERM": "dumb"}, False),
        (("--color", "never"), {}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1", "TERM": "dumb"}, True),
        (("--color", "auto"), {"NO_COLOR": ""}, True),
    ],
)
def test_colour_on_a_terminal(
    arguments: tuple[str, ...], env: dict[str, str], *, is_coloured: bool, graph: Path
) -> None:
    """Headings are bold unless the option or the environment says otherwise."""
    shown = run_on_terminal("ask", "creators", "--graph", graph, *arguments, env=env).stdout

    assert ("\x1b[1mCreator" in shown) is is_coloured
    assert ("\x1b" in shown) is is_coloured


@pytest.mark.parametrize(
    ("arguments", "env", "is_coloured"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_in_a_pipe(
    arguments: tuple[str, ...], env: dict[str, str], *, is_coloured: bool, graph: Path
) -> None:
    """Only who asks for it gets it, for tables and messages; data never has any."""
    options = ("--graph", str(graph), *arguments)
    table = run("ask", "creators", "--format", "table", *options, env=env)
    rows = run("ask", "creators", *options, env=env)
    error = run("ask", "creators", "--show", "Nowhere", *options, env=env)

    assert ("\x1b[1mCreator" in table.stdout) is is_coloured
    assert "\x1b" not in rows.stdout
    assert ("\x1b[31m\x1b[1merror[SG-A03]" in error.stderr) is is_coloured


def test_columns_fit_a_table(graph: Path, tmp_path: Path) -> None:
    """``COLUMNS`` counts in a pipe, and not in a file."""
    asked = ("ask", "--graph", str(graph), "--format", "table")
    narrow = run(*asked, env={"COLUMNS": "70"})
    run(*asked, "-o", tmp_path / "list.txt", env={"COLUMNS": "70"})
    rows = narrow.stdout.split("\n\n")[0].splitlines()

    assert max(map(len, rows)) <= 70
    assert max(map(len, (tmp_path / "list.txt").read_text().splitlines())) > 70


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("ask", "cast"), 0),
        (("ask", "awards"), 1),
        (("ask", "--values", "show"), 0),
        (("query", "ASK { ?s a sg:Series }"), 0),
        (("query", "ASK { ?s a sg:Award }"), 1),
        (("query", "SELECT * { ?s a sg:Nothing }"), 1),
        (("query", "CONSTRUCT { ?s a 1 } WHERE { ?s a sg:Nothing }"), 1),
    ],
)
def test_the_exit_status_tells_an_empty_answer(
    arguments: tuple[str, ...], status: int, graph: Path
) -> None:
    """With ``-e`` no rows and false are status 1; without it they are answers."""
    assert run_here(*arguments, "--graph", graph, "-e").returncode == status
    assert run_here(*arguments, "--graph", graph, "--exit-status").returncode == status
    assert run_here(*arguments, "--graph", graph).returncode == 0


@pytest.mark.parametrize("format_", ["table", "csv", "json", "ttl", "rq"])
def test_prefixes_are_listed(format_: str) -> None:
    """Each known prefix stands in every form, ready to be pasted."""
    shown = run_here("prefixes", "--format", format_).stdout

    assert "https://w3id.org/showgraph/ontology#" in shown
    if format_ == "json":
        assert json.loads(shown)["skos"] == "http://www.w3.org/2004/02/skos/core#"
    if format_ == "rq":
        checked = run_here("query", "--fmt", "-", text=shown + "ASK { ?s a sg:Series }")
        assert checked.returncode == 0
    if format_ == "ttl":
        assert list(parse(shown.encode(), format=RdfFormat.TURTLE)) == []


def test_claims_are_written_too(tmp_path: Path) -> None:
    """``extract`` writes what it prints; an ending that does not go with its form is refused."""
    file = tmp_path / "claims.jsonl"
    done = run_here("extract", DOCUMENTS, "-o", file)
    missed = run_here("extract", DOCUMENTS, "--missed", "-o", tmp_path / "missed.csv")
    refused = run_here("extract", DOCUMENTS, "-o", tmp_path / "claims.csv")

    assert (done.returncode, done.stdout) == (0, "")
    assert file.read_text(encoding="utf-8") == run_here("extract", DOCUMENTS).stdout
    assert missed.returncode == 0
    assert (tmp_path / "missed.csv").read_text().startswith("document,gap,")
    assert refused.returncode == 2
    assert "choose one of .json, .jsonl, .ndjson" in refused.stderr

"""Every way a run can end, with the exit status that scripts depend on."""

import os
import re
from pathlib import Path

import pytest

from program import run, run_here

#: What is typed, the exit status, and words that standard error has to hold: the bad value and
#: what would work. GRAPH is a graph, NOWHERE a path at which nothing is.
CASES: list[tuple[list[str], int, list[str]]] = [
    (["ask", "cast", "--graph", "GRAPH"], 0, []),
    (["ask", "awards", "--graph", "GRAPH"], 0, []),
    (["ask", "--graph", "GRAPH"], 0, []),
    (["query", "ASK {}", "--graph", "GRAPH"], 0, []),
    (["query", "SELECT * { ?nothing a sg:Nothing }", "--graph", "GRAPH"], 0, []),
    (["validate", "--graph", "GRAPH"], 0, []),
    (["--version"], 0, []),
    (["--help"], 0, []),
    (["ask", "--help"], 0, []),
    # 2: wrong usage
    (["asc"], 2, ["asc", "Did you mean ask?"]),
    (["xyzzy"], 2, ["No such command 'xyzzy'."]),
    (["--nonsense"], 2, ["--nonsense"]),
    (["ask", "cast", "--format", "xls", "--graph", "GRAPH"], 2, ["xls", "csv"]),
    (["stats", "--format", "pdf", "--graph", "GRAPH"], 2, ["pdf", "json"]),
    (["export", "--format", "xls", "--graph", "GRAPH"], 2, ["xls", "ttl"]),
    (["export", "out.docx", "--graph", "GRAPH"], 2, ["docx", "ttl"]),
    (["ask", "cast", "--shwo", "Harbour Lights", "--graph", "GRAPH"], 2, ["--shwo", "--show"]),
        (["ask", "cast", "--graph", "GRAPH", "--show"], 2, ["--show"]),
    (["ask", "cast", "--param", "show", "--graph", "GRAPH"], 2, ["NAME=VALUE", "show"]),
    (["query", "--graph", "GRAPH", "--timeout", "soon", "ASK {}"], 2, ["soon"]),
    (["path", "Mara Voss", "--graph", "GRAPH"], 2, ["NAME"]),
    (["ask", "cast", "--graph", ""], 2, ["path is empty"]),
    (["ask", "cast", "--limit", "abc", "--graph", "GRAPH"], 2, ["'abc' is no whole number"]),
    (["ask", "cast", "--limit", "-1", "--graph", "GRAPH"], 2, ["'-1' is no whole number from 0"]),
    (["explain", "cast", "--row", "0", "--graph", "GRAPH"], 2, ["'0' is no whole number from 1"]),
    (["query", "ASK {}", "--timeout", "nan", "--graph", "GRAPH"], 2, ["'nan'", "seconds"]),
    (["query", "ASK {}", "--timeout", "1e400", "--graph", "GRAPH"], 2, ["'1e400'", "seconds"]),
    (["query", "ASK {}", "--timeout", "1e9", "--graph", "GRAPH"], 2, ["'1e9'", "1000000"]),
    (["query", "ASK {}", "--timeout", "0", "--graph", "GRAPH"], 2, ["'0'", "above 0"]),
    (["query", "ASK {}", "--max-rows", "9" * 30, "--graph", "GRAPH"], 0, []),
    (["build", "DOCUMENT", "--wait", "nan", "--graph", "NEW"], 2, ["'nan'", "from 0 on"]),
    (["ask", "cast", "--season", "1", "--season", "2", "--graph", "GRAPH"], 2,
     ["'season' is given twice", "'1' and '2'"]),
    (["ask", "cast", "--season", "1", "-p", "season=2", "--graph", "GRAPH"], 2, ["'1' and '2'"]),
    (["export", "a.ttl", "-o", "b.ttl", "--graph", "GRAPH"], 2, ["a.ttl and b.ttl"]),
    (["build", "https://a.example/x.html", "--graph", "NEW"], 2,
     ["https://a.example/x.html is an address", "nothing is fetched"]),
    (["rules"], 2, ["a command is missing; there are diff, eval, list, test."]),
    (["completion"], 2, ["Choose from: bash, zsh, fish"]),
    (["--graph", "GRAPH", "ask", "cast"], 2, ["'--graph'", "stand behind it"]),
    (["rules", "list", "--pack", "FULL"], 2, ["FULL", "pack.yaml"]),
    (["rules", "list", "--pack", "no_pack"], 2, ["no_pack", "there is: tv_core"]),
    (["build", "", "--graph", "NEW"], 2, ["path is empty"]),
    (["query", "ASK {}", "--file", "FILE", "--graph", "GRAPH"], 2, ["not both"]),
    (["explain", "Harbour Lights", "--graph", "GRAPH"], 2, ["Harbour Lights", "creator"]),
    (["explain", "--graph", "GRAPH"], 2, ["WHAT"]),
    # 3: nothing was run
    (["ask", "how deep is the sea", "--graph", "GRAPH"], 3, ["showgraph ask"]),
    (["ask", "casts-and-crews", "--graph", "GRAPH"], 3, []),
    (["ask", "x" * 9000, "--graph", "GRAPH"], 3, ["x" * 120 + "...'"]),
    (["ask", "cast", "--show", "Harbor Light", "--graph", "GRAPH"], 3, ["Harbour Lights"]),
    (["ask", "cast", "--show", "Nonesuch", "--graph", "GRAPH"], 3, ["Nonesuch", "Harbour Lights"]),
    (["ask", "cast", "--param", "shoe=x", "--graph", "GRAPH"], 3, ["shoe", "show"]),
    (["ask", "episode-counts", "--season", "9", "--graph", "GRAPH"], 3, ["9"]),
    (["ask", "cast", "--season", "-1", "--graph", "GRAPH"], 3, ["-1", "season 1, season 2"]),
    (["ask", "cast", "--season", "", "--graph", "GRAPH"], 3, ["season", "empty"]),
    (["ask", "cast", "--show=", "--graph", "GRAPH"], 3, ["show", "empty"]),
    (["ask", "", "--graph", "GRAPH"], 3, ["the question is empty"]),
    (["ask", " ", "--graph", "GRAPH"], 3, ["the question is empty"]),
    (["explain", "xyzzy", "--row", "1", "--graph", "GRAPH"], 3, ["xyzzy", "there are: "]),
    (["help", "bulid"], 3, ["bulid", "build"]),
    (["help", "xyzzy"], 3, ["xyzzy", "there are: SG-A01"]),
    (["describe", "Nonesuch", "--graph", "GRAPH"], 3, ["Nonesuch"]),
    (["describe", "Mara Vos", "--graph", "GRAPH"], 3, ["Mara Voss"]),
    (["path", "Mara Voss", "Nonesuch", "--graph", "GRAPH"], 3, ["Nonesuch"]),
    (["explain", "Nonesuch", "creator", "--graph", "GRAPH"], 3, ["Nonesuch"]),
    (["explain", "Harbour Lights", "creater", "--graph", "GRAPH"], 3, ["creater", "creator"]),
    (["explain", "Harbour Lights", "creator", "Mara Vos", "--graph", "GRAPH"], 3, ["Mara Voss"]),
    (["explain", "cast", "--row", "99", "--graph", "GRAPH"], 3, ["99"]),
    (["query", "SELECT ?s { ?s ?p }", "--graph", "GRAPH"], 3, ["line 1"]),
    (["query", "", "--graph", "GRAPH"], 3, []),
    (["query", "INSERT DATA { <x:a> <x:b> <x:c> }", "--graph", "GRAPH"], 3, ["INSERT"]),
    (["query", "SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }", "--graph", "GRAPH"], 3,
     ["SERVICE"]),
    # 4: something cannot be read or written
    (["ask", "cast", "--graph", "NOWHERE"], 4, ["NOWHERE", "showgraph build"]),
    (["stats", "--graph", "FOLDER"], 4, ["FOLDER"]),
    (["describe", "X", "--graph", "FILE"], 4, ["FILE"]),
    (["build", "NOWHERE", "--graph", "NEW"], 4, ["NOWHERE"]),
    (["build", "EMPTY", "--graph", "NEW"], 4, ["no usable document"]),
    (["build", "DOCUMENT", "--graph", "FULL"], 4, ["FULL", "new or empty folder"]),
    (["build", "DOCUMENT", "--graph", "FILE"], 4, ["FILE"]),
    (["extract", "NOWHERE"], 4, ["NOWHERE"]),
    (["extract", "EMPTY"], 4, ["no usable document"]),
    (["export", "NOWHERE/out.ttl", "--graph", "GRAPH"], 4, ["out.ttl"]),
    (["query", "--file", "NOWHERE", "--graph", "GRAPH"], 4, ["NOWHERE"]),
    (["query", "--file", "BINARY", "--graph", "GRAPH"], 4, ["BINARY", "not UTF-8 at byte 3"]),
    (["export", "-o", "NOWHERE/out.ttl", "--graph", "GRAPH"], 4, ["out.ttl"]),
    (["validate", "--data", "NOWHERE"], 4, ["NOWHERE does not exist"]),
    (["validate", "--data", "FOLDER"], 4, ["FOLDER is a folder"]),
    (["validate", "--shapes", "NOWHERE", "--graph", "GRAPH"], 4, ["NOWHERE does not exist"]),
    (["build", "DOCUMENT", "--catalogue", "NOWHERE", "--graph", "NEW"], 4,
     ["NOWHERE does not exist"]),
]  # fmt: skip


@pytest.fixture(scope="module")
def places(graph: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return what stands for the words in capitals."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "EMPTY").mkdir()
    (folder / "FOLDER").mkdir()
    (folder / "FULL").mkdir()
    (folder / "FULL" / "holiday.jpg").touch()
    (folder / "FILE").write_text("no graph")
    (folder / "BINARY").write_bytes(b"ab\xff\0")
    (folder / "DOCUMENT.txt").write_text("Harbour Lights is a series created by Mara Voss.")
    names = ("EMPTY", "FOLDER", "FULL", "FILE", "BINARY", "NEW", "NOWHERE")
    return {
        "GRAPH": str(graph),
        "DOCUMENT": str(folder / "DOCUMENT.txt"),
        **{name: str(folder / name) for name in names},
    }


def place(word: str, places: dict[str, str]) -> str:
    """Return a word with the name of a place, at its start, replaced."""
    head, slash, rest = word.partition("/")
    return places.get(head, head) + slash + rest


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, where files may be written."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    ("arguments", "status", "words"), CASES, ids=[" ".join(case[0]) for case in CASES]
)
def test_status(
    arguments: list[str], status: int, words: list[str], places: dict[str, str]
) -> None:
    """The status is as documented; an error is one message on standard error, no traceback."""
    done = run_here(*(place(word, places) for word in arguments))

    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr
    if status:
        assert done.stdout == ""
        assert re.search(r"^error\[SG-[A-Z]\d\d\]: ", done.stderr, re.MULTILINE)


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    "arguments",
    [["build", "DOCUMENT", "--graph", "NEW"], ["stats", "--graph", "GRAPH"],
     ["validate", "--data", "FILE"]],
)  # fmt: skip
def test_what_may_not_be_read_is_no_wrong_usage(
    arguments: list[str], places: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who opens a file says whether it can be read, not the command line in advance."""
    # Tests may run as root, whom no permission stops; so what the system says is played.
    monkeypatch.setattr(os, "access", lambda *_, **__: False)

    done = run_here(*(place(word, places) for word in arguments))

    assert done.returncode != 2, done.stderr
    assert "readable" not in done.stderr


@pytest.mark.parametrize("status", [0, 2, 3, 4])
def test_a_process_ends_with_the_same_status(status: int, places: dict[str, str]) -> None:
    """The first line of the table for each status, run as a program."""
    arguments = next(arguments for arguments, expected, _ in CASES if expected == status)
    done = run(*(place(word, places) for word in arguments))

    assert done.returncode == status
    assert "Traceback" not in done.stderr


def test_the_table_does_not_shrink() -> None:
    """Every status that one command line can lead to has its cases."""
    assert len(CASES) >= 65
    assert {status for _, status, _ in CASES} == {0, 2, 3, 4}


def test_a_graph_that_does_not_conform_ends_with_one(spoiled_graph: Path) -> None:
    """The results are the answer, so they are printed; the graph answers questions all the same."""
    done = run("validate", "--graph", spoiled_graph)
    stats = run("stats", "--graph", spoiled_graph)

    assert done.returncode == 1
    assert "violation" in done.stdout
    assert "does not conform" in done.stderr
    assert "conforms to its shapes,,no" in stats.stdout
    assert run("ask", "cast", "--graph", spoiled_graph).returncode == 0


def test_debug_shows_where_an_error_arose(tmp_path: Path) -> None:
    """The traceback that users are spared comes with --debug, in every place."""
    for arguments in (["--debug", "stats"], ["stats", "--debug"]):
        done = run(*arguments, "--graph", tmp_path / "none")

        assert done.returncode == 4
        assert "Traceback" in done.stderr
        assert "error[SG-G02]: there is no graph at" in done.stderr

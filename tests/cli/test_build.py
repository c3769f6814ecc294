"""``showgraph build`` and ``demo``: what is read, what is skipped, and what stays safe."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from program import DOCUMENTS, SHOWGRAPH, run, run_on_terminal
from showgraph.graph.storage.folder import open_generation

GOOD = "Harbour Lights is a crime drama series created by Mara Voss."

#: A document that cannot be used: its file, what is in it, and words of the reason.
BAD: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\n ", "empty"),
    ("binary.txt", b"\x89PNG\x00\x01\x02", "binary"),
    ("latin.txt", "Zoë created it.".encode("latin-1"), "UTF-8"),
    ("front.md", b"---\ndate: [2023\n---\nText.", "front matter"),
    ("open.md", b"---\ndate: 2023-01-01\nText without an end.", "front matter"),
    ("lines.jsonl", b'{"id": "a", "text": "Text."\n', "JSON"),
    ("list.jsonl", b'["a"]\n', "object"),
    ("textless.jsonl", b'{"id": "a"}\n', "text"),
    ("large.txt", b"a" * (16 * 1024 * 1024 + 1), "larger"),
    ("copy.txt", GOOD.encode(), "duplicate"),
]


def build_json(*arguments: str | Path) -> tuple[int, dict[str, Any]]:
    """Return the status of a build and its report."""
    done = run("build", *arguments, "--format", "json")
    report: dict[str, Any] = json.loads(done.stdout)
    return done.returncode, report


def number_of(graph: Path) -> int:
    """Return the number of the generation in use."""
    with open_generation(graph) as generation:
        return generation.number


def test_the_summary(tmp_path: Path) -> None:
    """Documents, claims, facts, and what the shapes say, with their focus nodes."""
    done = run("build", DOCUMENTS, "--graph", tmp_path / "graph", "--format", "table")
    lines = dict(line.split(None, 1) for line in done.stdout.splitlines())

    assert done.returncode == 0, done.stderr
    assert lines["documents"] == "4"
    assert "conforms (" in lines["SHACL"]
    assert int(lines["SHACL"].split("(")[1].split()[0]) > 50
    assert {"claims", "accepted", "inferred", "contradictions", "differences"} <= set(lines)


def test_bad_documents_are_named_and_skipped(tmp_path: Path) -> None:
    """Each is told with its reason, the rest is built, and only --strict changes the status."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a-good.txt").write_text(GOOD)
    for name, content, _ in BAD:
        (folder / name).write_bytes(content)
    status, report = build_json(folder, "--graph", tmp_path / "graph")
    strict = run("build", folder, "--graph", tmp_path / "graph", "--strict")
    reasons = {
        Path(item["source"]).name.partition(",")[0]: item["reason"] for item in report["skipped"]
    }

    assert (status, strict.returncode) == (0, 4)
    assert report["documents"] == 1
    assert set(reasons) == {name for name, _, _ in BAD}
    for name, _, words in BAD:
        assert words in reasons[name], name
        assert name in strict.stderr


def test_the_table_of_bad_documents_does_not_shrink() -> None:
    """Every way that a document can be unusable is tried."""
    assert len(BAD) >= 11


def test_one_id_with_two_texts_skips_both(tmp_path: Path) -> None:
    """Nobody knows which text is meant, so neither is used."""
    lines = [
        {"id": "a", "text": GOOD},
        {"id": "a", "text": f"{GOOD} Again."},
        {"id": "b", "text": "Text."},
    ]
    (tmp_path / "notes.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    status, report = build_json(tmp_path / "notes.jsonl", "--graph", tmp_path / "graph")

    assert status == 0
    assert report["documents"] == 1
    assert len(report["skipped"]) == 2


def without_documents(folder: Path) -> Path:
    """Return an empty folder."""
    (folder / "empty").mkdir()
    return folder / "empty"


def missing(folder: Path) -> Path:
    """Return a path at which nothing is."""
    return folder / "missing"


@pytest.mark.parametrize("source", [without_documents, missing])
def test_a_build_that_fails_changes_nothing(source: Callable[[Path], Path], tmp_path: Path) -> None:
    """The graph that was there stays in use; where none was, none is begun."""
    graph, new = tmp_path / "graph", tmp_path / "new"
    assert run("build", DOCUMENTS, "--graph", graph).returncode == 0
    before = number_of(graph)
    path = source(tmp_path)

    assert run("build", path, "--graph", graph).returncode == 4
    assert run("build", path, "--graph", new).returncode == 4
    assert number_of(graph) == before
    assert not new.exists()


def test_two_builds_at_once(tmp_path: Path) -> None:
    """One builds; the other waits if told to, or says who holds the lock. Both leave a graph."""
    graph = tmp_path / "graph"
    command = [*SHOWGRAPH, "build", str(DOCUMENTS), "--graph", str(graph)]
    first = [
        subprocess.Popen([*command, "--wait", "60"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    statuses = []
    for process in first:
        process.communicate(timeout=60)
        statuses.append(process.returncode)

    assert statuses == [0, 0]
    assert number_of(graph) == 2
    assert run("ask", "creators", "--graph", graph).returncode == 0


def test_build_without_a_folder_writes_graph_here(tmp_path: Path) -> None:
    """``./graph`` is written, and found by the next command."""
    assert run("build", DOCUMENTS, cwd=tmp_path).returncode == 0
    done = run("ask", "creators", cwd=tmp_path)

    assert "Mara Voss" in done.stdout
    assert "bundled" not in done.stderr


def test_the_environment_names_a_graph(graph: Path, tmp_path: Path) -> None:
    """``SHOWGRAPH_GRAPH`` is used where no option names a graph, and ``--graph`` wins."""
    named = run("ask", "creators", cwd=tmp_path, env={"SHOWGRAPH_GRAPH": str(graph)})
    wrong = {"SHOWGRAPH_GRAPH": str(tmp_path / "none")}

    assert "Mara Voss" in named.stdout
    assert run("ask", "creators", cwd=tmp_path, env=wrong).returncode == 4
    assert run("ask", "creators", "--graph", graph, cwd=tmp_path, env=wrong).returncode == 0


def test_demo_ends_with_three_commands_that_work(tmp_path: Path) -> None:
    """It builds, checks and answers; each of the commands it names runs as it stands."""
    done = run("demo", cwd=tmp_path)
    again = run("demo", cwd=tmp_path)
    heading, *steps = done.stdout[done.stdout.index("Three things") :].split("\n\n")
    commands = [line.strip() for line in steps[0].splitlines() if line.strip()]

    assert done.returncode == 0, done.stderr
    assert again.returncode == 0, again.stderr
    assert heading.startswith("Three things")
    assert "conforms (" in done.stdout
    assert 'ask "who created the show and also starred in it" --why' in done.stdout
    assert "words" in done.stdout
    assert len(commands) == 3
    for command in commands:
        shown = run(*command[command.index("showgraph ") :].split()[1:], cwd=tmp_path)
        assert shown.returncode == 0, shown.stderr
        assert shown.stdout


def test_demo_does_not_replace_a_graph_of_other_documents(graph: Path) -> None:
    """A graph of one's own is refused, and stays."""
    before = number_of(graph)
    done = run("demo", "--graph", graph)

    assert done.returncode == 4
    assert "other documents" in done.stderr
    assert number_of(graph) == before


def test_a_terminal_sees_the_stages(tmp_path: Path) -> None:
    """While a build runs, its stage is shown on a terminal, and the summary after it."""
    shown = run_on_terminal("build", DOCUMENTS, "--graph", tmp_path / "graph").stdout

    assert "infer" in shown
    assert "documents       4" in shown


#: Two texts that agree on a day, and one that does not.
TOLD = (
    "Night Ferry is a drama series created by Mara Voss. Season 1 of Night Ferry premiered on "
    "4 May 2020 on Netflix. The harbour was built in one summer."
)
OTHER = (
    "Night Ferry is a drama series created by Mara Voss. The first season of Night Ferry "
    "premiered on Netflix on 11 May 2020."
)
THIRD = (
    'In the drama series "Night Ferry" many boats appear. Season 1 of Night Ferry premiered on '
    "Netflix on May 4, 2020, and nobody cared."
)


def write_telling(folder: Path, *texts: str) -> Path:
    """Write texts as documents of later and later dates."""
    folder.mkdir()
    for number, text in enumerate(texts):
        front = f"---\ndate: 2020-0{number + 6}-01\n---\n"
        (folder / f"{number}.md").write_text(front + text, encoding="utf-8")
    return folder


def dates_of(graph: Path) -> str:
    """Return the answer about when the show came out, as text."""
    return run("query", "--graph", graph, "SELECT ?d WHERE { ?r sg:earliestDate ?d }").stdout


@pytest.mark.parametrize(
    ("texts", "options", "accepted"),
    [
        ((TOLD, OTHER, THIRD), (), ""),
        ((TOLD, OTHER, THIRD), ("--resolve", "majority"), "2020-05-04"),
        ((TOLD, f"By our reporter: {TOLD}", OTHER), ("--resolve", "majority"), ""),
        ((TOLD, THIRD, OTHER), ("--resolve", "later"), "2020-05-11"),
        ((TOLD, THIRD, OTHER), ("--resolve", "majority", "--resolve", "later"), "2020-05-04"),
    ],
)
def test_a_contradiction_is_decided_as_told(
    texts: tuple[str, ...], options: tuple[str, ...], accepted: str, tmp_path: Path
) -> None:
    """By majority or for the later document; without a ground, or a majority, it stays open."""
    told, graph = write_telling(tmp_path / "told", *texts), tmp_path / "graph"

    status, report = build_json(told, "--graph", graph, *options)

    assert (status, report["contradictions"], report["conforms"]) == (0, 1, True)
    days = [line for line in dates_of(graph).splitlines() if line.startswith("2020")]
    assert days == ([accepted] if accepted else [])


def test_the_manifest_tells_the_policy(tmp_path: Path) -> None:
    """Whoever opens the graph can see what was accepted, and the run is another one."""
    told, plain, open_ = write_telling(tmp_path / "t", TOLD), tmp_path / "a", tmp_path / "b"
    build_json(told, "--graph", plain)
    build_json(told, "--graph", open_, "--accept", "reported", "--resolve", "later")

    def policy(graph: Path) -> object:
        with open_generation(graph) as generation:
            return generation.manifest.inputs["policy"]

    def run_of(graph: Path) -> str:
        return run("query", "--graph", graph, "SELECT ?run WHERE { ?run a sg:Run }").stdout

    first, second = policy(plain), policy(open_)
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert (first["accepted"], first["resolve"]) == (["asserted", "scheduled"], [])
    assert second["accepted"] == ["asserted", "reported", "scheduled"]
    assert second["resolve"] == ["later document"]
    assert run_of(plain) != run_of(open_)


@pytest.mark.parametrize(
    ("second", "shared"), [(f"By our reporter: {TOLD}", 0), (THIRD, 5)], ids=["copy", "other"]
)
@pytest.mark.row(36)
def test_a_copy_is_no_second_source(second: str, shared: int, tmp_path: Path) -> None:
    """What only copies of one text tell has a single source, and the figures say so."""
    told, graph = write_telling(tmp_path / "told", TOLD, second), tmp_path / "graph"
    build_json(told, "--graph", graph)

    figures = json.loads(run("stats", "--graph", graph, "--format", "json").stdout)
    alone = json.loads(run("ask", "single-source", "--graph", graph, "--format", "json").stdout)

    assert (figures["n_told"] > 5, figures["n_told_twice"]) == (True, shared)
    assert (figures["n_documents"], figures["n_copies"]) == (2, 0 if shared else 1)
    assert ("released on" in json.dumps(alone)) is (shared == 0)


@pytest.mark.parametrize(("options", "disputed"), [((), True), (("--resolve", "later"), False)])
def test_what_a_policy_decided_is_no_longer_disputed(
    options: tuple[str, ...], *, disputed: bool, tmp_path: Path
) -> None:
    """The claims of both sides stand beside an answer until one of the sides has won."""
    told, graph = write_telling(tmp_path / "told", TOLD, OTHER), tmp_path / "graph"
    build_json(told, "--graph", graph, *options)

    shown = run("ask", "release-dates", "--graph", graph, "--format", "table").stdout

    assert "1 document says 2020-05-04" in shown
    assert ("disputed: " in shown, "No answer is accepted" in shown) == (disputed, disputed)


def test_copies_count_once_where_documents_are_counted(tmp_path: Path) -> None:
    """A copy is listed with its words, and adds nothing to a count of documents."""
    copy, other = f"By our reporter: {TOLD}", "Night Ferry is a series created by Joan Okafor."
    told, graph = write_telling(tmp_path / "told", TOLD, copy, other), tmp_path / "graph"
    build_json(told, "--graph", graph)

    for name, documents in (("Mara Voss", "01"), ("Joan Okafor", "2")):
        why = run("explain", "Night Ferry", "creator", name, "--graph", graph, "--format", "table")
        stated, _, beside = why.stdout.partition("another value")
        assert "stated by 1 document, contradicted by none; other values by 1 document" in stated
        assert [f"\n  {each}  2020-" in stated for each in "012"] == [
            each in documents for each in "012"
        ]
        assert beside
    for format_ in ("table", "md", "html"):
        shown = run("ask", "creators", "--graph", graph, "--format", format_).stdout
        assert ("2 documents" in shown, "1 document" in shown) == (False, True)
        assert "1 document says" in shown


def test_what_is_accepted_is_no_lesser_claim(tmp_path: Path) -> None:
    """A policy that accepts reports makes them answers; without it they are told beside them."""
    text = f"{TOLD} Reportedly, Night Ferry was directed by Joan Okafor."
    told = write_telling(tmp_path / "told", text)

    def answer(*options: str) -> tuple[bool, bool]:
        graph = tmp_path / "-".join(("graph", *options))
        build_json(told, "--graph", graph, *options)
        done = run("ask", "--graph", graph, "--format", "table", "who directed Night Ferry")
        beside = "reported: Night Ferry director Joan Okafor" in done.stderr + done.stdout
        return "Director" in done.stdout, beside

    assert answer() == (False, True)
    assert answer("--accept", "reported") == (True, False)


@pytest.mark.parametrize(
    ("options", "sorts"),
    [
        ((), ["contradiction"]),
        (
            ("--resolve", "later"),
            [
                "contradiction, this side accepted: later document",
                "contradiction, this side held wrong",
            ],
        ),
    ],
)
def test_a_decision_is_told_where_documents_disagree(
    options: tuple[str, ...], sorts: list[str], tmp_path: Path
) -> None:
    """Both sides are listed, and which of them is accepted."""
    told, graph = write_telling(tmp_path / "told", TOLD, OTHER), tmp_path / "graph"
    build_json(told, "--graph", graph, *options)

    lines = run("disagreements", "--graph", graph, "--format", "tsv").stdout.splitlines()

    assert sorted({line.split("\t")[0] for line in lines[1:]}) == sorts


def test_two_spellings_are_answers_and_a_contradiction(tmp_path: Path) -> None:
    """They may be those of two people: both are told, and that they are disputed."""
    told, graph = tmp_path / "told", tmp_path / "graph"
    told.mkdir()
    words = "Night Ferry is a drama series created by Mara Voss. The series was directed by {}."
    for number, name in enumerate(("Tomas Brandvold", "Tomas Brandvolt")):
        (told / f"{number}.txt").write_text(words.format(name), encoding="utf-8")
    status, report = build_json(told, "--graph", graph)

    done = run("ask", "--graph", graph, "--format", "csv", "who directed Night Ferry")

    assert (status, report["contradictions"], report["differences"]) == (0, 1, 0)
    assert done.stdout.count("Tomas Brandvol") == 2
    assert "not accepted" not in done.stderr
    assert "disagree" in done.stderr

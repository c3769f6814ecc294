"""What ``ask`` shows of an answer: limits, names, reasons, its query, the values there are."""

import csv
import io
import json
import os
import re
import shlex
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

import showgraph
from program import run_here, run_on_terminal
from showgraph.query.formats.formats import FORMATS

#: How a format says that rows are left out; the others say it on standard error alone.
STATED = {
    "table": r"\.\.\. and 3 more rows, left out at the limit",
    "md": r"\.\.\. and 3 more rows, left out at the limit",
    "html": r"\.\.\. and 3 more rows, left out at the limit",
    "json": r'"truncated": true,\s+"left_out": 3',
    "jsonl": r'\{"truncated": true, "left_out": 3\}\n$',
    "srj": '"link":\\["https://w3id.org/showgraph/results/truncated"\\]',
    "srx": '<link href="https://w3id.org/showgraph/results/truncated"/>',
}


def rows_of(text: str) -> list[dict[str, str]]:
    """Return the rows of CSV."""
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def n_rows(graph: Path) -> int:
    """Return how many rows the question has that the tests cut."""
    n_rows = len(rows_of(run_here("ask", "disagreements", "--graph", graph).stdout))
    assert n_rows > 4
    return n_rows


@pytest.mark.parametrize("format_", FORMATS)
def test_a_limit_is_stated_in_every_format(format_: str, graph: Path, n_rows: int) -> None:
    """The rows that are left out are counted where the format has a place, else beside it."""
    limit = str(n_rows - 3)
    done = run_here("ask", "disagreements", "--limit", limit, "--format", format_, "--graph", graph)
    whole = run_here(
        "ask", "disagreements", "--limit", str(n_rows), "--format", format_, "--graph", graph
    )

    assert done.returncode == 0
    assert re.search(STATED.get(format_, "^"), done.stdout)
    assert not re.search(STATED.get(format_, "$^"), whole.stdout)
    if format_ not in {"table", "md", "html"}:
        assert f"stopped at {limit} of {n_rows} rows" in done.stderr
    assert "stopped" not in whole.stderr


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("share", [0.5, 0.8])
def test_a_limit_of_bytes_holds_and_is_used(format_: str, share: float, graph: Path) -> None:
    """No more bytes come than are allowed, and one row more would not have fitted."""
    arguments: list[str | Path] = ["ask", "disagreements", "--format", format_, "--graph", graph]
    whole = run_here(*arguments).stdout.encode()
    limit = int(len(whole) * share)
    done = run_here(*arguments, "--max-bytes", str(limit))
    if done.returncode:
        least = int(re.findall(r"give at least (\d+)", done.stderr)[0])
        assert limit < least
        return

    assert len(done.stdout.encode()) <= limit
    assert run_here(*arguments, "--max-bytes", str(len(whole))).stdout.encode() == whole
    assert re.search(r"stopped at \d+ of|more rows?, left out", done.stderr + done.stdout)


def test_too_few_bytes_for_anything_are_refused(graph: Path) -> None:
    """Nothing is printed that would look like an answer."""
    done = run_here("ask", "cast", "--max-bytes", "5", "--graph", graph)

    assert (done.returncode, done.stdout) == (2, "")
    assert "5 bytes hold no part of the answer; give at least" in done.stderr


def test_names_of_things(graph: Path) -> None:
    """Labels by default; compact IRIs; whole ones, under the names of the variables."""
    labels, compact, iris = (
        rows_of(run_here("ask", "creators", *option, "--graph", graph).stdout)
        for option in ([], ["--compact"], ["--iris"])
    )

    assert {row["Creator"] for row in labels} == {"Mara Voss"}
    assert {row["Creator"] for row in compact} == {"id:person/mara-voss"}
    assert {row["agent"] for row in iris} == {"https://w3id.org/showgraph/id/person/mara-voss"}
    shown = run_here("ask", "creators", "--iris", "--format", "table", "--graph", graph).stdout
    assert "https://w3id.org/showgraph/id/person/mara-voss" in shown


def test_iris_in_csv_are_the_bytes_of_the_w3c(graph: Path) -> None:
    """With whole IRIs, CSV and TSV are those of the same rows as SPARQL results."""
    text = run_here("ask", "cast", "--iris", "--graph", graph).stdout
    tsv = run_here("ask", "cast", "--iris", "--format", "tsv", "--graph", graph).stdout
    srj = json.loads(run_here("ask", "cast", "--format", "srj", "--graph", graph).stdout)
    head, *lines = text.split("\r\n")

    assert head.split(",") == srj["head"]["vars"]
    assert len(lines) == len(srj["results"]["bindings"]) + 1
    assert tsv.split("\n")[0] == "\t".join(f"?{name}" for name in srj["head"]["vars"])
    assert "<https://w3id.org/showgraph/id/" in tsv


def test_documents_that_disagree_are_counted(graph: Path) -> None:
    """Below the rows and as an object: how many documents are on which side."""
    arguments = ("ask", "episode-counts", "--graph", graph, "--format")
    shown = run_here(*arguments, "table").stdout
    (dispute,) = json.loads(run_here(*arguments, "json").stdout)["disputes"]

    line = r"  .*: 1 document says 6 \(2023-05-04\), 1 says 8 \(2023-05-02\)"
    assert re.search(rf"contradict each other:\n{line}\n", shown)
    assert [side["dates"] for side in dispute["sides"]] == [["2023-05-04"], ["2023-05-02"]]
    assert dispute["sort"] == "contradiction"
    assert [side["value"] for side in dispute["sides"]] == ["6", "8"]
    assert all(side["documents"] for side in dispute["sides"])


def test_each_value_stands_with_the_document_that_says_it(graph: Path) -> None:
    """Where one side has two values, a document is listed with its own alone."""
    rows = json.loads(run_here("disagreements", "--format", "json", "--graph", graph).stdout)
    directors = {
        (row["Value"]["label"], row["Document"]["label"])
        for row in rows["rows"]
        if row["What"]["label"] == "director"
    }

    assert directors == {
        ("Joan Okafor", "harbour-news"),
        ("Mara Voss", "harbour-news"),
        ("Petra Lindqvist", "harbour-review"),
    }


def test_a_disagreement_about_something_else_is_not_told(graph: Path) -> None:
    """What is said of one property, or of one person, is no news to who asks about another."""

    def disputes(*words: str) -> list[dict[str, str]]:
        answer = json.loads(run_here("ask", *words, "--format", "json", "--graph", graph).stdout)
        found: list[dict[str, str]] = answer["disputes"]
        return found

    assert {each["property"] for each in disputes("directors")} == {"director"}
    assert disputes("directors", "--show", "Harbour Lights") == disputes("directors")
    assert disputes("directors", "--agent", "Mara Voss") == []
    assert disputes("episode-counts") != disputes("directors")


@pytest.mark.parametrize("format_", ["table", "csv", "tsv", "json", "jsonl", "md", "html"])
def test_why_names_rule_and_premises(format_: str, graph: Path) -> None:
    """An inferred row says by which rule it follows, in every format that has a place for it."""
    shown = run_here("ask", "cast", "--why", "--format", format_, "--graph", graph).stdout

    assert "castMember" in shown
    if format_ in {"csv", "tsv"}:
        assert "chain:castMember/" in shown
    else:
        assert "property chain" in shown
        assert "has performance" in shown


@pytest.mark.parametrize("format_", ["srj", "srx"])
def test_why_is_refused_where_there_is_no_place(format_: str, graph: Path) -> None:
    """An option that would do nothing is an error."""
    done = run_here("ask", "cast", "--why", "--format", format_, "--graph", graph)

    assert (done.returncode, done.stdout) == (2, "")
    assert "has no place for sources" in done.stderr


def test_the_query_that_is_shown_gives_the_same_rows(graph: Path) -> None:
    """``--show-query`` prints the query with the value bound, which ``query`` can run."""
    question = ("ask", "creators", "--show", "Harbour Lights", "--graph", graph)
    query = run_here(*question, "--show-query").stdout
    asked = rows_of(run_here(*question, "--iris").stdout)
    done = run_here("query", "-", "--graph", graph, text=query)

    assert "harbour-lights" in query
    assert "?__show_iri" not in query
    found = {row["agent"] for row in rows_of(done.stdout)}
    assert found == {row["agent"] for row in asked}


class _Endpoint(BaseHTTPRequestHandler):
    """Keeps the query of a SPARQL protocol request and answers with a row of CSV."""

    def do_POST(self) -> None:
        """Take a query in a form (SPARQL 1.1 Protocol, section 2.1.2)."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        (query,) = parse_qs(body, strict_parsing=True)["query"]
        self.server.asked.append((query, self.headers["Accept"]))  # type: ignore[attr-defined]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"agent\r\n")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def endpoint() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Serve an endpoint; yield its address and what it is asked."""
    server = HTTPServer(("127.0.0.1", 0), _Endpoint)
    asked: list[tuple[str, str]] = []
    server.asked = asked  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql?it's", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_curl_line_asks_an_endpoint(graph: Path) -> None:
    """A shell that runs the line sends the bound query, quotes and all."""
    with endpoint() as (url, asked):
        done = run_here(
            "ask", "creators", "--show", "Harbour Lights", "--show-curl", url, "--graph", graph
        )
        assert shlex.split(done.stdout)[0] == "curl"
        ran = subprocess.run(
            ["sh", "-c", done.stdout], capture_output=True, text=True, timeout=30, check=True
        )
    query = run_here(
        "ask", "creators", "--show", "Harbour Lights", "--show-query", "--graph", graph
    )
    ((sent, accept),) = asked

    assert ran.stdout.strip() == "agent"
    assert accept == "text/csv"
    assert sent in query.stdout


@pytest.mark.parametrize("url", ["", "-o/tmp/x", "file:///etc/passwd", "localhost"])
def test_a_curl_line_is_for_an_address_of_the_web(url: str, graph: Path) -> None:
    """Nothing else becomes part of a line that somebody may run."""
    done = run_here("ask", "cast", "--show-curl", url, "--graph", graph)

    assert (done.returncode, done.stdout) == (2, "")
    assert f"'{url}' is no address of an endpoint" in done.stderr


def test_values_of_a_parameter(graph: Path) -> None:
    """What can be named, for all questions or for one; each is understood when it is given."""
    shows = rows_of(run_here("ask", "--values", "show", "--graph", graph).stdout)
    seasons = rows_of(run_here("ask", "cast", "--values", "season", "--graph", graph).stdout)

    assert "Harbour Lights" in {row["Value"] for row in shows}
    assert {row["Kind"] for row in shows} == {"series"}
    assert [row["Value"] for row in seasons][:2] == ["1", "2"]
    for row in shows:
        done = run_here("ask", "cast", "--show", row["Value"], "--graph", graph)
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--values", "nonsense"], "no parameter is called 'nonsense'; known: "),
        (["genre", "--values", "character"], "no parameter is called 'character'"),
        (["nonsense", "--values", "show"], "no question is called 'nonsense'"),
    ],
)
def test_values_of_what_is_no_parameter(arguments: list[str], words: str, graph: Path) -> None:
    """The message names those that there are."""
    done = run_here("ask", *arguments, "--graph", graph)

    assert done.returncode == 3
    assert words in done.stderr


def test_an_unknown_value_tells_where_to_look(graph: Path) -> None:
    """The command that it names lists the values, also on a terminal."""
    done = run_here("ask", "cast", "--show", "Nonesuch", "--graph", graph)

    (command,) = re.findall(r"'showgraph (ask --values \w+)' lists", done.stderr)
    assert "Harbour Lights" in run_here(*command.split(), "--graph", graph).stdout


def test_help_of_a_question(graph: Path) -> None:
    """Behind the name of a question, ``--help`` tells its parameters and wordings."""
    shown = run_here("ask", "cast", "--help", "--graph", graph).stdout
    general = run_here("ask", "--help").stdout

    assert all(flag in shown for flag in ("--show", "--season", "--person"))
    assert "showgraph ask --values show" in shown
    assert general.startswith("Usage: ")
    assert "--show-query" in general


def test_a_stranger_needs_two_commands(graph: Path) -> None:
    """What ``ask`` alone shows holds a line that answers with a sentence of a document."""
    listed = run_on_terminal("ask", "--graph", graph).stdout.replace("\r\n", "\n")
    typed = re.findall(r"^  showgraph (ask .*--why)$", listed, re.MULTILINE)

    assert len(typed) == 2
    for line in typed:
        done = run_on_terminal(*shlex.split(line), "--graph", graph)
        assert done.returncode == 0
        assert "sentence  " in done.stdout


def test_the_answer_in_python_is_cut_alike(graph: Path) -> None:
    """``first`` keeps rows, sources and grounds in step, and counts what it leaves out."""
    with showgraph.open_graph(graph) as opened:
        answer = opened.ask("cast")
        cut = answer.first(2).first(1)

        assert (len(cut.rows), len(cut.sources), len(cut.grounds)) == (1, 1, 1)
        assert cut.n_left_out == len(answer.rows) - 1
        assert answer.first(99) == answer
        (reasons,) = opened.reasons(cut)
        assert reasons.sources
        assert all(place.sentence for _, place in reasons.sources)


_ALL_FORMATS = """
import sys
from showgraph import open_graph
from showgraph.cli.main import run
from showgraph.query.formats.formats import FORMATS

for question in ("cast", "disagreements", "directors"):
    for format_ in FORMATS:
        why = ["--why"] * (format_ not in {"srj", "srx"})
        run(["ask", question, "--format", format_, "--graph", sys.argv[1], *why])
run(["ask", "--values", "person", "--graph", sys.argv[1]])
run(["help"])
with open_graph(sys.argv[1]) as opened:
    print(opened.picture("Harbour Lights", depth=3).to_svg(), opened._repr_html_())
    print(opened.describe("Harbour Lights")._repr_html_())
"""


def test_the_same_bytes_whatever_the_hash_seed(graph: Path) -> None:
    """Every format of an answer, with and without reasons, and a picture."""
    shown = {
        subprocess.run(
            [sys.executable, "-c", _ALL_FORMATS, str(graph)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            timeout=60,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }

    assert len(shown) == 1
    assert all(len(text) > 20_000 for text in shown)

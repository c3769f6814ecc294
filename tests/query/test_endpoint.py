"""An endpoint of the network is asked as a store is; what is none ends in one message."""

import time
from collections.abc import Iterator

import pytest

from program import run, run_here
from query.sparql_server import JSON, Answer, answer_from, dripping, serving
from showgraph.errors import LimitError, UnavailableError
from showgraph.query.answering.answering import Answerer
from showgraph.query.execution.endpoint import RemoteStore, query_endpoint
from showgraph.query.formats.outcomes import Boolean, Solutions, Triples
from showgraph.query.questions.catalog import Catalog
from showgraph.rules import RuleTable
from showgraph.store import BlankNode, NamedNode, Store


@pytest.fixture(scope="module")
def url(world: Store) -> Iterator[str]:
    """Return the address of an endpoint over the invented graph."""
    with serving(answer_from(world)) as address:
        yield address


@pytest.mark.parametrize("words", ["cast", "who-plays", "release-dates", "disagreements"])
def test_a_question_has_the_same_answer_there(
    url: str, answerer: Answerer, catalog: Catalog, rules: RuleTable, words: str
) -> None:
    """Rows, and the sources of the first of them, are those of the store itself."""
    there = Answerer(RemoteStore(url), catalog, rules).ask(words)
    here = answerer.ask(words)

    assert here.rows
    assert there.rows == here.rows
    assert there.sources[0] == here.sources[0]


def test_all_forms_of_a_query(url: str) -> None:
    """Rows, truth and triples come back, known prefixes declared, cut at the limit."""
    rows = query_endpoint(url, "SELECT ?s { ?s a sg:Series }", timeout_s=5, max_rows=1)
    truth = query_endpoint(url, "ASK { ?s a sg:Series }", timeout_s=5, max_rows=1)
    triples = query_endpoint(url, "CONSTRUCT WHERE { ?s a sg:Series }", timeout_s=5, max_rows=99)

    assert isinstance(rows, Solutions)
    assert len(rows.rows) == 1
    assert rows.is_cut
    assert truth == Boolean(value=True)
    assert isinstance(triples, Triples)
    assert len(triples.triples) > 1
    assert not triples.is_cut


def test_quads_are_those_of_the_store(url: str, world: Store) -> None:
    """A pattern finds the same quads; a blank node has no name outside its document."""
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    there = RemoteStore(url)

    assert set(there.quads(None, kind)) == set(world.quads(None, kind)) != set()
    assert list(there.quads(BlankNode())) == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((500, "text/plain", b"out of\n  order"), "500 Internal Server Error: out of order"),
        ((404, "text/html", b""), "404 Not Found"),
        ((200, "text/html", b"<html>"), "text/html, which is no result of a query"),
        ((200, JSON, b"{not json"), "sent a broken answer"),
        ((200, "text/turtle", b"no turtle"), "sent a broken answer"),
    ],
    ids=["500", "404", "html", "broken-json", "broken-turtle"],
)
def test_what_is_no_endpoint_ends_in_one_message(answer: Answer, reason: str) -> None:
    """The command line ends with status 4 and one line that names the address and the reason."""
    with serving(lambda _: answer) as address:
        done = run_here("query", "--endpoint", address, "CONSTRUCT WHERE { ?s ?p ?o }")

    assert done.returncode == 4
    assert done.stdout == ""
    assert done.stderr.count("error[") == 1
    assert "Traceback" not in done.stderr
    assert address in done.stderr
    assert reason in done.stderr


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/sparql", "ftp://example.org/", "file:///etc/hosts", "nowhere"]
)
def test_nobody_there(address: str) -> None:
    """A closed port and an address that is none of HTTP are named; no file is ever read."""
    done = run("ask", "cast", "--endpoint", address)

    assert done.returncode == 4
    assert address in done.stderr
    assert "Traceback" not in done.stderr


def test_a_stream_without_end_is_ended_in_time() -> None:
    """The time counts while the answer comes, however much has come."""
    with serving(lambda _: (200, JSON, dripping(b" ", gap_s=0.1))) as address:
        started = time.monotonic()
        with pytest.raises(UnavailableError, match=r"did not answer within 0\.6 s"):
            query_endpoint(address, "ASK {}", timeout_s=0.6, max_rows=1)

    assert time.monotonic() - started < 3


def test_an_answer_without_end_is_ended_at_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than the limit of bytes is not read."""
    monkeypatch.setattr("showgraph.query.execution.endpoint.MAX_BYTES", 100_000)
    with (
        serving(lambda _: (200, JSON, dripping(b" " * 50_000, gap_s=0))) as address,
        pytest.raises(LimitError, match="longer than 100000 bytes"),
    ):
        query_endpoint(address, "ASK {}", timeout_s=5, max_rows=1)


def test_a_graph_and_an_endpoint_are_one_too_many() -> None:
    """Only one of them can be asked."""
    done = run_here("ask", "cast", "--graph", "here", "--endpoint", "http://127.0.0.1:1/")

    assert done.returncode == 2
    assert "not both" in done.stderr

"""A query from outside gets its answer or a clear refusal, within its limits."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from showgraph.errors import (
    GraphError,
    LimitError,
    NotUnderstoodError,
    QuerySyntaxError,
    RefusedQueryError,
)
from showgraph.query.execution.sparql import decode, run_query
from showgraph.query.formats.outcomes import Boolean, Solutions, Triples
from showgraph.query.sparql.screening import MAX_TOKENS, screen
from showgraph.store import BlankNode, Literal, NamedNode, Triple

BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?d && ?c != ?i) }"


def test_all_four_forms(store_path: Path) -> None:
    """Solutions, a boolean and triples; known prefixes need no declaration."""
    rows = run_query(
        store_path,
        "SELECT ?s ?l ?x {?s a sg:Series ; skos:prefLabel ?l OPTIONAL { ?s sg:no ?x }} ORDER BY ?l",
    )

    assert isinstance(rows, Solutions)
    assert rows.variables == ("s", "l", "x")
    assert [(row[1], row[2]) for row in rows.rows] == [
        (Literal("Harbour Lights"), None),
        (Literal("Paper Tigers"), None),
    ]
    assert run_query(store_path, "ASK { ?s a sg:Nothing }") == Boolean(value=False)
    built = run_query(store_path, "CONSTRUCT { ?s a sg:Thing } WHERE { ?s a sg:Series }")
    assert isinstance(built, Triples)
    assert len(built.triples) == 2
    described = run_query(store_path, "DESCRIBE <https://w3id.org/showgraph/id/place/lisbon>")
    assert isinstance(described, Triples)
    assert described.triples


def test_rows_beyond_the_limit_are_cut_and_said_to_be(store_path: Path) -> None:
    """The limit is stated, and exactly so many rows are all there are."""
    query = "SELECT ?s { ?s a sg:Person } ORDER BY ?s"
    cut = run_query(store_path, query, max_rows=8)
    whole = run_query(store_path, query, max_rows=9)

    assert isinstance(cut, Solutions)
    assert isinstance(whole, Solutions)
    assert (len(cut.rows), cut.is_cut) == (8, True)
    assert (len(whole.rows), whole.is_cut) == (9, False)
    triples = run_query(store_path, "CONSTRUCT WHERE { ?s ?p ?o }", max_rows=5)
    assert isinstance(triples, Triples)
    assert (len(triples.triples), triples.is_cut) == (5, True)


@pytest.mark.parametrize("query", [BOMB, "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f ?a"])
def test_a_query_that_takes_too_long_is_ended(store_path: Path, query: str) -> None:
    """The process is gone within a second of its limit."""
    started = time.perf_counter()
    with pytest.raises(LimitError):
        run_query(store_path, query, timeout_s=1.0)

    assert time.perf_counter() - started < 2.5


def test_a_query_that_needs_too_much_memory_is_ended(store_path: Path) -> None:
    """A limit of memory is an error that says so, not a crash."""
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?d ?g ?c"

    with pytest.raises(LimitError, match="memory"):
        run_query(store_path, query, max_memory=900 * 2**20)


def test_an_answer_that_is_too_long_is_refused(store_path: Path) -> None:
    """Text without end is no answer: the bytes are counted, too."""
    query = "SELECT ?t ?u ?v { ?a sg:text ?t . ?b ?p ?u . ?c ?q ?v }"

    with pytest.raises(LimitError, match="more than"):
        run_query(store_path, query, max_rows=1_000_000)


def test_a_store_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """Nothing is made where a path is mistyped."""
    with pytest.raises(GraphError):
        run_query(tmp_path / "nothing", "ASK { ?s ?p ?o }")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT"),
        ("delete where { ?s ?p ?o }", "DELETE"),
        ("PREFIX a: <b:c> LOAD <http://example.org/>", "LOAD"),
        ("# SELECT\nCLEAR ALL", "CLEAR"),
        ("DROP GRAPH <a:b>", "DROP"),
        ("WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
        ("SELECT ?s { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT ?s { service silent ?x { ?s ?p ?o } }", "SERVICE"),
        ("SELECT ?s { SERVICE# c\n<http://example.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT ?s FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM"),
        ("SELECT ?s FROM NAMED <http://example.org/> { ?s ?p ?o }", "FROM"),
        ("ASK FROM graph:secret { ?s ?p ?o }", "FROM"),
    ],
)
def test_what_reaches_beyond_the_graph_is_refused_by_name(query: str, word: str) -> None:
    """Updates, services and foreign graphs are named, with their place."""
    with pytest.raises(RefusedQueryError, match=f"{word}.* at line"):
        screen(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service sg:label 'SERVICE' } # SERVICE",
        "SELECT ?s { ?s <http://example.org/SERVICE> ?o }",
        "SELECT ?s { ?s sg:INSERT ?o }",
        "ASK FROM graph:accepted FROM NAMED <https://w3id.org/showgraph/graph/claims> { ?s ?p ?o }",
        "PREFIX g: <https://w3id.org/showgraph/graph/> ASK FROM g:claims { ?s ?p ?o }",
        "BASE <http://example.org/> ASK { ?s ?p ?o }",
    ],
)
def test_the_same_words_elsewhere_are_harmless(query: str) -> None:
    """A name, a string, a comment or a graph of ours is no request."""
    assert screen(query)


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT ?s { ?s ?p '" + "a" * 70_000 + "' }", "longer than 64 KB"),
        ("SELECT ?s { ?s ?p " + "1," * MAX_TOKENS + " 1 }", "tokens"),
        ("SELECT ?s {" * 101 + "}" * 101, "nested more than 100"),
        ("SELECT ?s { FILTER(" + "(" * 101 + ")" * 101 + ") }", "nested more than 100"),
        ("SELECT ?s { FILTER(" + "!" * 60 + "?s) }", "nested more than"),
        ("SELECT ?s { " + "?s ?p ?o . " * 301 + "}", "more than 300 patterns"),
        ("SELECT ?s { " + "{} UNION " * 301 + "{} }", "more than 300 patterns"),
    ],
)
def test_a_text_that_would_hold_the_parser_is_refused(query: str, reason: str) -> None:
    """Length, tokens, depth and patterns have limits that are checked first."""
    started = time.perf_counter()
    with pytest.raises(LimitError, match=reason):
        screen(query)

    assert time.perf_counter() - started < 2


BROKEN = [
    ("", 1, "start with SELECT"),
    ("SELCT ?s { ?s ?p ?o }", 1, "did you mean SELECT"),
    ("SELECT ?s WERE { ?s ?p ?o }", 1, "did you mean WHERE"),
    ("SELECT ?s WHERE {\n ?s shcema:name ?o }", 2, "did you mean schema:"),
    ("SELECT ?s WHERE {\n ?s foo:name ?o }", 2, "known are sg"),
    ("SELECT COUNT(*) { ?s ?p ?o }", 1, r"\(COUNT\(...\) AS \?n\)"),
    ("SELECT ?s { ?s ?p ?o ", 1, "is never closed"),
    ("SELECT ?s { ?s ?p ?o }}", 1, "closes nothing"),
    ("SELECT ?s { ?s ?p }", 1, "subject, property and object"),
    ("SELECT ?s { ?s ?p ?o ?t ?u ?v }", 1, "."),
    ("SELECT ?s { ?s ?p ?o } ORDER ?s", 1, "the query does not parse"),
    ("SELECT ?s {\n\n ?s ?p 'abc }", 3, "not closed"),
    ("SELECT ?s { ?s name ?o }", 1, "a name needs a prefix"),
    (
        "DESCRIBE id:series/harbour-lights",
        1,
        r"id:series\\/harbour-lights, with a backslash, or <https://.*id/series",
    ),
    ("SELECT ?o { id:season/x/4 ?p ?o }", 1, r"id:season\\/x\\/4, with a backslash, or <"),
    ("SELECT ?s { ?s sg:creator/a ?o . ?s name ?o }", 1, "'name' is no word"),
    ("SELECT ?s WHERE { ?s ?p ?o } LIMT 3", 1, "did you mean LIMIT"),
]


@pytest.mark.parametrize(("query", "line", "hint"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_query_has_its_place_and_a_hint(
    store_path: Path,
    query: str,
    line: int,
    hint: str,
) -> None:
    """The error names line and column, and the fix for the commonest mistakes."""
    with pytest.raises(QuerySyntaxError, match=hint) as caught:
        run_query(store_path, query)

    assert caught.value.line == line
    assert caught.value.column > 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux filters system calls")
def test_a_process_without_sockets() -> None:
    """What opens a socket after the filter is set gets an error from the system."""
    program = (
        "import socket; from showgraph.query.execution.sandbox import refuse_sockets\n"
        "print(refuse_sockets())\n"
        "socket.socket()"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=120
    )

    assert done.stdout == "True\n"
    assert done.stderr.splitlines()[-1].startswith("PermissionError")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (["uri", "http://example.org/"], NamedNode("http://example.org/")),
        (["bnode", "b"], BlankNode("b")),
        (["literal", "x", "http://www.w3.org/2001/XMLSchema#string", None], Literal("x")),
        (["literal", "x", "", "en"], Literal("x", language="en")),
        (
            ["triple", ["uri", "a:s"], ["uri", "a:p"], ["uri", "a:o"]],
            Triple(NamedNode("a:s"), NamedNode("a:p"), NamedNode("a:o")),
        ),
    ],
)
def test_terms_come_back_as_they_were(text: list[object], term: object) -> None:
    """Each sort of term survives the way between the processes."""
    assert decode(text) == term


@pytest.mark.parametrize(
    "text", [["what", "x"], ["triple", ["bnode", "a"], ["bnode", "b"], ["bnode", "c"]]]
)
def test_what_is_no_term_is_refused(text: list[object]) -> None:
    """A process that writes nonsense is not believed."""
    with pytest.raises((ValueError, TypeError)):
        decode(text)


def test_every_refusal_says_that_nothing_was_run() -> None:
    """All of them are of the sort for which nothing was run."""
    assert issubclass(LimitError, NotUnderstoodError)
    assert issubclass(RefusedQueryError, NotUnderstoodError)

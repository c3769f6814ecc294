"""The store keeps quads, answers queries, and never makes something out of nothing."""

import hashlib
import os
import random
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
import rdflib

from showgraph.errors import GraphError, QuerySyntaxError
from showgraph.lines import LineSorter
from showgraph.namespaces import SG, XSD
from showgraph.store import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryTriples,
    RdfFormat,
    Store,
)

ROOT = "https://example.org/"
ONE, TWO = ROOT + "graph/one", ROOT + "graph/two"


def quad(subject: str, value: str | Literal, graph: str = ONE) -> Quad:
    """Return a quad that differs only in what the test varies."""
    literal = Literal(value) if isinstance(value, str) else value
    return Quad(NamedNode(ROOT + subject), NamedNode(SG + "title"), literal, NamedNode(graph))


def filled(store: Store, n_quads: int = 30) -> Store:
    """Return the store with ``n_quads`` quads in two graphs."""
    store.bulk_load(quad(f"s{i % 7}", f"title {i}", ONE if i % 3 else TWO) for i in range(n_quads))
    return store


@pytest.fixture(params=["memory", "disk", "disk, read only"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Thirty quads in each kind of store."""
    path = tmp_path / "store"
    if request.param != "memory":
        with filled(Store.create(path)) as written:
            written.optimize()
            written.flush()
    make: dict[str, Callable[[], Store]] = {
        "memory": lambda: filled(Store.memory()),
        "disk": lambda: filled(Store.create(tmp_path / "other")),
        "disk, read only": lambda: Store.open(path),
    }
    with make[request.param]() as opened:
        yield opened


def test_counts_agree_with_what_was_loaded(store: Store) -> None:
    """Every way to count gives the number loaded."""
    assert store.count() == 30
    assert store.counts() == {ONE: 20, TWO: 10}
    assert len(list(store.quads())) == 30
    assert len(list(store.quads(graph=TWO))) == 10
    assert len(list(store.quads(NamedNode(ROOT + "s0"), graph=NamedNode(ONE)))) == 3


def test_a_query_sees_all_graphs_together(store: Store) -> None:
    """Without FROM, a pattern matches triples of every named graph."""
    (solution,) = store.select("SELECT (COUNT(*) AS ?n) { ?s sg:title ?o }")

    assert solution["n"].value == "30"


NAMED = [
    ("SELECT * FROM <G> { ?s ?p ?o }", 10),
    ("select*from<G>{ ?s ?p ?o }", 10),
    ("SELECT * # a comment\nFrOm # another\n <G> { ?s ?p ?o }", 10),
    ("SELECT * FROM NAMED <G> { GRAPH ?g { ?s ?p ?o } }", 10),
    ("SELECT * FROM NAMED <G> { ?s ?p ?o }", 0),
    ("SELECT * FROM <https://example.org/nothing> { ?s ?p ?o }", 0),
    ("SELECT * { GRAPH <G> { ?s ?p ?o } }", 10),
    ("SELECT ?from { ?from ?p ?o } # FROM <G>", 30),
    ("PREFIX from: <https://example.org/from> SELECT * { ?s ?p ?o FILTER(?s != from:from) }", 30),
    ("SELECT * { ?s ?p ?o FILTER(?o != ' FROM ' && ?s != <https://example.org/FROM>) }", 30),
    ('SELECT * { ?s ?p ?o FILTER(?o != """ a " FROM """ && ?o != "x\\" FROM ") }', 30),
]


@pytest.mark.parametrize(("text", "n_solutions"), NAMED)
def test_a_query_can_name_its_graphs(store: Store, text: str, n_solutions: int) -> None:
    """FROM and GRAPH narrow a query; the word FROM elsewhere does not."""
    assert len(list(store.select(text.replace("<G>", f"<{TWO}>")))) == n_solutions


def test_a_caller_can_name_the_graphs(store: Store) -> None:
    """Only the named graphs are queried, as one, and no graph at all when none is named."""
    text = "SELECT * { ?s ?p ?o }"

    assert len(list(store.select(text, graphs=[TWO]))) == 10
    assert len(list(store.select(text, graphs=[ONE, TWO]))) == 30
    assert not list(store.select(text, graphs=[]))


def test_all_forms_of_query_run(store: Store) -> None:
    """ASK gives a boolean; CONSTRUCT and DESCRIBE give triples."""
    ask = store.query('ASK { ?s ?p "title 1" }')
    construct = store.query("CONSTRUCT { ?o ?p ?s } WHERE { ?o ?p ?t BIND(?o AS ?s) }")
    describe = store.query(f"DESCRIBE <{ROOT}s0>")

    assert isinstance(ask, QueryBoolean)
    assert bool(ask)
    assert isinstance(construct, QueryTriples)
    assert isinstance(describe, QueryTriples)
    assert len(list(describe)) == 5


def test_select_refuses_other_forms(store: Store) -> None:
    """What must be a table is one."""
    with pytest.raises(ValueError, match="no SELECT"):
        store.select("ASK { ?s ?p ?o }")


BROKEN = [
    ("SELECT * {\n ?s foo:title ?o }", 2, "a prefix is not declared, near 'foo:title'"),
    ("SELECT * { ?s ?p }", 1, "near '}'"),
    ("SELECT * { ?s <http://a b> ?o }", 1, "an IRI is not well formed"),
    ("SELECT (?o AS ?s) { ?s ?p ?o }", 1, "a value to a variable that has one"),
    ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", 1, "neither grouped by nor counted"),
    ("SELECT * { ?s ?p ?o } GROUP BY ?s", 1, r"SELECT \* does not go with GROUP BY"),
    ("", 1, "there is no query in it"),
    ('SELECT * {\n\n ?s ?p "\ud800" }', 3, "a lone surrogate is no character"),
    ("DELETE WHERE { ?s ?p ?o }", 1, "near 'WHERE'"),
    ("LOAD <https://example.org/>", 1, "near '<https://example.org/>'"),
]


@pytest.mark.parametrize(("text", "line", "reason"), BROKEN)
def test_a_broken_query_names_its_place(text: str, line: int, reason: str) -> None:
    """The error has the line, the column and what stands there."""
    with Store.memory() as store, pytest.raises(QuerySyntaxError, match=reason) as caught:
        store.query(text)

    assert caught.value.line == line
    assert 1 <= caught.value.column <= len(text.split("\n")[line - 1]) + 1


def test_the_digest_is_that_of_the_sorted_nquads(store: Store) -> None:
    """Anyone can check the digest with sort and sha256sum."""
    lines = sorted(store.dump(RdfFormat.N_QUADS).splitlines(keepends=True))

    assert store.digest() == hashlib.sha256(b"".join(lines)).hexdigest()
    assert list(store.sorted_lines()) == lines


def test_the_order_of_loading_never_shows() -> None:
    """The same quads in another order, some twice, have the same digest."""
    quads = [quad(f"s{i}", f"title {i}", ONE if i % 2 else TWO) for i in range(50)]
    shuffled = [*quads, *quads[:20]]
    random.Random(7).shuffle(shuffled)  # noqa: S311 - no secret
    with Store.memory() as one, Store.memory() as other:
        one.bulk_load(quads)
        other.bulk_load(shuffled)

        assert one.digest() == other.digest()
        assert other.count() == 50


def test_the_lines_of_a_union_are_distinct_triples() -> None:
    """A triple of two graphs comes once, and other graphs not at all."""
    with Store.memory() as store:
        store.bulk_load([quad("a", "x", ONE), quad("a", "x", TWO), quad("b", "y", ROOT + "other")])

        (line,) = store.sorted_lines(graphs=[ONE, TWO])

    assert line == f'<{ROOT}a> <{SG}title> "x" .\n'.encode()


def test_dump_can_be_told_one_graph(store: Store) -> None:
    """A dump in a triple format is of one graph, one in a quad format of all."""
    assert store.dump(RdfFormat.N_TRIPLES, graph=TWO).count(b"\n") == 10
    assert store.dump(RdfFormat.N_QUADS).count(b"\n") == 30


def test_rdflib_gets_the_terms_as_they_are_stored() -> None:
    """Language tags, datatypes and lexical forms come through unchanged."""
    literals = [
        Literal("x"),
        Literal("Kein Titel", language="de"),
        Literal("2021-10", datatype=NamedNode(XSD + "gYearMonth")),
        Literal("PT2M", datatype=NamedNode(XSD + "duration")),
        Literal("--10-15", datatype=NamedNode(XSD + "gMonthDay")),
        Literal("7", datatype=NamedNode(XSD + "integer")),
        Literal('a "quoted"\nline \\ and \u0001'),
    ]
    with Store.memory() as store:
        store.bulk_load(quad("s", literal) for literal in literals)
        converted = store.to_rdflib([ONE])
        lines = b"".join(store.sorted_lines(graphs=[ONE])).decode()

    assert set(converted) == set(rdflib.Graph().parse(data=lines, format="nt"))
    assert {str(o) for o in converted.objects()} == {literal.value for literal in literals}


@pytest.mark.parametrize("kind", ["missing", "empty folder", "file", "in a file", "emptied store"])
def test_opening_what_is_no_store_makes_none(tmp_path: Path, kind: str) -> None:
    """A mistyped path is an error that names it, and nothing appears there."""
    path = tmp_path / "store"
    if kind == "empty folder":
        path.mkdir()
    elif kind == "file":
        path.write_text("no store")
    elif kind == "in a file":
        path.write_text("no folder")
        path /= "store"
    elif kind == "emptied store":
        filled(Store.create(path)).close()
        shutil.rmtree(path)
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(GraphError, match=str(path)):
        Store.open(path)

    assert sorted(tmp_path.rglob("*")) == before


def test_a_new_store_is_never_made_over_something(tmp_path: Path) -> None:
    """Making a store where files are is refused."""
    (tmp_path / "kept.txt").write_text("kept")

    with pytest.raises(GraphError, match="exists already"):
        Store.create(tmp_path)
    with pytest.raises(GraphError, match="exists already"):
        Store.create(tmp_path / "kept.txt")

    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_store_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """The error of an impossible place names the place."""
    (tmp_path / "file").write_text("")

    with pytest.raises(GraphError, match=str(tmp_path / "file" / "store")):
        Store.create(tmp_path / "file" / "store")


def test_an_open_store_cannot_be_written(tmp_path: Path) -> None:
    """A store that was opened refuses quads."""
    filled(Store.create(tmp_path / "store")).close()
    with Store.open(tmp_path / "store") as store, pytest.raises(GraphError, match="cannot load"):
        store.bulk_load([quad("s", "new")])


def test_a_load_that_fails_loads_nothing() -> None:
    """Where the quads end with an error, that error comes through and no quad stays."""

    def failing() -> Iterator[Quad]:
        yield quad("s", "one")
        raise KeyError("no more")

    with Store.memory() as store:
        with pytest.raises(KeyError, match="no more"):
            store.bulk_load(failing())

        assert store.count() == 0


def test_a_closed_store_says_so() -> None:
    """Closing twice does nothing; using a closed store is an error of its own."""
    store = Store.memory()
    store.close()
    store.close()

    with pytest.raises(GraphError, match="is closed"):
        store.count()


def test_a_damaged_store_is_an_error_that_names_it(tmp_path: Path) -> None:
    """A store whose data file is cut off fails with our error when it is opened or read."""
    path = tmp_path / "store"
    with filled(Store.create(path), 20_000) as store:
        store.flush()
    largest = max(path.glob("*.sst"), key=lambda file: file.stat().st_size)
    os.truncate(largest, largest.stat().st_size // 2)

    with pytest.raises(GraphError, match=str(path)), Store.open(path) as store:
        store.digest()


@pytest.mark.parametrize("chunk_bytes", [1, 50, 10_000])
def test_sorting_through_temporary_files_changes_nothing(chunk_bytes: int) -> None:
    """However little memory is allowed, the lines are sorted, distinct and whole."""
    numbers = random.Random(3).choices(range(60), k=200)  # noqa: S311 - no secret
    text = "".join(f"line {number}\n" for number in numbers).encode() + b"the end"
    with LineSorter(chunk_bytes=chunk_bytes) as sorter:
        for start in range(0, len(text), 13):
            sorter.write(text[start : start + 13])
        found = list(sorter.lines())

    assert found == sorted({line + b"\n" for line in text.split(b"\n")})


def test_a_temporary_file_is_written_when_the_memory_is_full_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """There are as many files as the lines fill the memory, and not one for every line after."""
    made: list[IO[bytes]] = []
    real = tempfile.TemporaryFile

    def make() -> IO[bytes]:
        made.append(real())
        return made[-1]

    monkeypatch.setattr(tempfile, "TemporaryFile", make)
    with LineSorter(chunk_bytes=100) as sorter:
        for number in range(100):
            sorter.write(f"line {number:04}\n".encode())
        found = list(sorter.lines())

    assert (len(found), len(made)) == (100, 9)

"""A graph is exported whole, the same each time, or not at all."""

import hashlib
import os
import random
import stat
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from showgraph.errors import GraphError, UnavailableError
from showgraph.namespaces import BASE, GRAPHS, RDF, SG, SKOS, XSD
from showgraph.query.export import Selection, export_graph
from showgraph.query.formats.serialization import GraphFormat
from showgraph.store import Literal, NamedNode, Quad, RdfFormat, Store, parse

READERS = {
    GraphFormat.TURTLE: "turtle",
    GraphFormat.N_TRIPLES: "nt",
    GraphFormat.RDF_XML: "xml",
    GraphFormat.JSON_LD: "json-ld",
    GraphFormat.TRIG: "trig",
    GraphFormat.N_QUADS: "nquads",
}
SELECTIONS = {
    Selection(): {"accepted", "inferred"},
    Selection(asserted=True): {"accepted"},
    Selection(with_provenance=True): {"accepted", "inferred", "claims"},
    Selection(asserted=True, with_provenance=True): {"accepted", "claims"},
}
assert set(READERS) == set(GraphFormat)


def make_quads() -> list[Quad]:
    """Return an invented graph: twenty series in four named graphs."""
    quads = []

    def add(graph: str, subject: str, predicate: str, value: str | Literal) -> None:
        term = NamedNode(value) if isinstance(value, str) else value
        name = NamedNode(GRAPHS[graph])
        quads.append(Quad(NamedNode(subject), NamedNode(predicate), term, name))

    for i in range(20):
        series, person = f"{BASE}id/series/show-{i}", f"{BASE}id/person/player-{i % 7}"
        claim = f"{BASE}id/claim/{i:016x}"
        add("accepted", series, RDF + "type", SG + "Series")
        add("accepted", series, SKOS + "prefLabel", Literal(f'Show "{i}"\n<&> é'))
        add("accepted", series, SG + "creator", person)
        add("accepted", series, SG + "seasonCount", Literal(i))
        add("inferred", series, SG + "contributor", person)
        add("inferred", series, RDF + "type", SG + "CreativeWork")
        add("claims", claim, RDF + "subject", series)
        date = Literal("2021-10-15", datatype=NamedNode(XSD + "date"))
        add("claims", claim, SG + "earliest", date)
    add("ontology", SG + "Series", RDF + "type", "http://www.w3.org/2002/07/owl#Class")
    return quads


@pytest.fixture
def store() -> Iterator[Store]:
    """The invented graph, loaded in an order of its own."""
    quads = make_quads()
    random.Random(4).shuffle(quads)  # noqa: S311 - no secret
    with Store.memory() as filled:
        filled.bulk_load(quads)
        yield filled


def read_by_rdflib(path: Path, graph_format: GraphFormat) -> rdflib.Dataset:
    """Return what rdflib finds in a file."""
    dataset = rdflib.Dataset()
    with warnings.catch_warnings():
        # rdflib's own readers use what rdflib has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(path, format=READERS[graph_format])
    return dataset


def bare(dataset: rdflib.Dataset) -> set[tuple[str, ...]]:
    """Return the triples of a dataset as text."""
    return {tuple(map(str, quad[:3])) for quad in dataset.quads()}


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("graph_format", GraphFormat)
def test_the_file_holds_the_graphs_it_should(
    store: Store, tmp_path: Path, graph_format: GraphFormat, selection: Selection
) -> None:
    """Another library finds exactly the triples of the graphs that were selected."""
    target = tmp_path / "graph"
    export_graph(store, target, graph_format, selection)
    dataset = read_by_rdflib(target, graph_format)

    names = SELECTIONS[selection]
    if graph_format.holds_graphs:
        names = set(GRAPHS) - ({"inferred"} if selection.asserted else set())
    graphs = {GRAPHS[name] for name in names}
    expected = [quad for quad in make_quads() if str(quad.graph_name).strip("<>") in graphs]
    assert bare(dataset) == {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in expected
        if isinstance(quad.subject, NamedNode) and not isinstance(quad.object, type(quad.triple))
    }
    assert len(list(dataset.quads())) == len(expected)
    if graph_format.holds_graphs:
        assert {str(graph) for *_, graph in dataset.quads()} == graphs


@pytest.mark.parametrize("graph_format", GraphFormat)
def test_equal_graphs_give_equal_bytes(
    store: Store, tmp_path: Path, graph_format: GraphFormat
) -> None:
    """Loaded in another order, on disk, the same graph is the same file."""
    with Store.create(tmp_path / "store") as other:
        other.bulk_load(make_quads()[::-1])
        other.flush()
        export_graph(other, tmp_path / "one", graph_format)
    export_graph(store, tmp_path / "two", graph_format)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


SCRIPT = """
import sys
from pathlib import Path
from showgraph.query.export import export_graph
from showgraph.query.formats.serialization import GraphFormat
from showgraph.store import Store
with Store.open(Path(sys.argv[1])) as store:
    for graph_format in GraphFormat:
        export_graph(store, Path(sys.argv[2], graph_format), graph_format)
"""


def test_hash_seeds_never_show(tmp_path: Path) -> None:
    """Processes with different hash seeds write the same bytes in every format."""
    with Store.create(tmp_path / "store") as store:
        store.bulk_load(make_quads())
        store.flush()
    found = []
    for seed in ("0", "1"):
        folder = tmp_path / seed
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(tmp_path / "store"), str(folder)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            timeout=120,
        )
        found.append({path.name: path.read_bytes() for path in folder.iterdir()})

    assert found[0] == found[1]
    assert set(found[0]) == set(GraphFormat)


def test_the_digest_of_the_store_is_that_of_its_nquads(store: Store, tmp_path: Path) -> None:
    """An N-Quads export can be checked with sha256sum against the graph's digest."""
    export_graph(store, tmp_path / "all.nq", GraphFormat.N_QUADS)

    assert hashlib.sha256((tmp_path / "all.nq").read_bytes()).hexdigest() == store.digest()


@pytest.mark.parametrize(
    ("graph_format", "reader"),
    [(GraphFormat.TRIG, RdfFormat.TRIG), (GraphFormat.N_QUADS, RdfFormat.N_QUADS)],
)
def test_a_file_of_quads_is_the_whole_graph(
    store: Store, tmp_path: Path, graph_format: GraphFormat, reader: RdfFormat
) -> None:
    """Loaded into a new store, the file gives the same digest."""
    export_graph(store, tmp_path / "all", graph_format)
    with Store.memory() as copy:
        copy.bulk_load(parse((tmp_path / "all").read_bytes(), reader))

        assert copy.digest() == store.digest()


def test_trig_is_laid_out_for_people(store: Store, tmp_path: Path) -> None:
    """A named graph is a block with its nodes indented."""
    export_graph(store, tmp_path / "all.trig", GraphFormat.TRIG)
    text = (tmp_path / "all.trig").read_text()

    assert "\ngraph:accepted {\n\n    <id/series/show-0> a sg:Series ;\n        skos:" in text
    assert text.endswith("a owl:Class .\n}\n")


def test_an_empty_store_is_exported_as_nothing(tmp_path: Path) -> None:
    """Every format has a file for no triples."""
    with Store.memory() as empty:
        for graph_format in GraphFormat:
            export_graph(empty, tmp_path / graph_format, graph_format)

            assert bare(read_by_rdflib(tmp_path / graph_format, graph_format)) == set()


# Targets.


@pytest.mark.parametrize("kind", ["missing folder", "folder", "in a file"])
def test_a_target_that_cannot_be_written_is_named(store: Store, tmp_path: Path, kind: str) -> None:
    """The error holds the target, and nothing is left beside it."""
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    target = {
        "missing folder": tmp_path / "missing" / "graph.ttl",
        "folder": tmp_path / "folder",
        "in a file": tmp_path / "file" / "graph.ttl",
    }[kind]

    with pytest.raises(UnavailableError, match=f"cannot write {target}: "):
        export_graph(store, target, GraphFormat.TURTLE)

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]


def test_a_protected_target_is_named_and_kept(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or folder without permission to write is an error and stays as it is."""
    target = tmp_path / "graph.ttl"
    target.write_text("kept")
    target.chmod(0o444)
    if os.geteuid() == 0:
        # Permissions do not bind this user, so ask the system what it would say to another.
        access = os.access
        monkeypatch.setattr(
            os, "access", lambda path, mode: access(path, mode) and path.stat().st_mode & 0o222 != 0
        )

    with pytest.raises(UnavailableError, match=f"cannot write {target}: no permission"):
        export_graph(store, target, GraphFormat.TURTLE)

    assert target.read_text() == "kept"


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    """A graph that the format cannot hold changes nothing on disk."""
    target = tmp_path / "graph.rdf"
    target.write_text("kept")
    with Store.memory() as store:
        store.bulk_load(make_quads())
        name, predicate = NamedNode(GRAPHS["accepted"]), NamedNode(SG + "title")
        store.bulk_load([Quad(NamedNode(BASE + "id/x"), predicate, Literal("\u0001"), name)])
        with pytest.raises(UnavailableError, match=r"U\+0001"):
            export_graph(store, target, GraphFormat.RDF_XML)

    assert target.read_text() == "kept"
    assert list(tmp_path.iterdir()) == [target]


def test_a_damaged_store_leaves_the_old_file(tmp_path: Path) -> None:
    """An error of the store is the store's, and the target stays as it is."""
    target = tmp_path / "graph.ttl"
    target.write_text("kept")
    store = Store.memory()
    store.close()

    with pytest.raises(GraphError, match="is closed"):
        export_graph(store, target, GraphFormat.TURTLE)

    assert target.read_text() == "kept"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_is_replaced_with_its_mode_and_behind_its_link(store: Store, tmp_path: Path) -> None:
    """A link to the old file is still a link, and who may read the file stays the same."""
    target, link = tmp_path / "graph.ttl", tmp_path / "link.ttl"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)

    export_graph(store, link, GraphFormat.TURTLE)

    assert link.is_symlink()
    assert target.read_text().startswith("@base")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(tmp_path.iterdir()) == [target, link]


def test_a_pipe_is_written_to(store: Store, tmp_path: Path) -> None:
    """A target that is no regular file gets the bytes and stays what it is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()

    export_graph(store, pipe, GraphFormat.N_TRIPLES)
    reader.join()

    assert found[0].count(b"\n") == 120
    assert stat.S_ISFIFO(pipe.stat().st_mode)

"""Graphs that many tests read: each is built once in a session."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from program import DOCUMENTS, run
from showgraph import build_graph
from showgraph.graph.storage.folder import open_generation, write_generation
from showgraph.namespaces import GRAPHS, SG, XSD
from showgraph.store import Literal, NamedNode, Quad, Store

# The same examples in every run, so that a failure speaks of the change at hand; ``make check``
# searches on with others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=2_000, deadline=None)
settings.load_profile("same")

# pytest-xdist tells its workers the width of a terminal, which counts for showgraph in a pipe too.
os.environ.pop("COLUMNS", None)


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a graph of invented documents."""
    folder = tmp_path_factory.mktemp("invented") / "graph"
    report = build_graph([DOCUMENTS], folder)
    assert report.documents == len(list(DOCUMENTS.glob("*"))) + 1
    return folder


@pytest.fixture(scope="session")
def bundled_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a graph of the documents that come with the package, built from the command line."""
    folder = tmp_path_factory.mktemp("bundled") / "graph"
    done = run("build", "--graph", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def spoiled_graph(graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a graph that has one triple too many: a season with two numbers."""
    target = tmp_path_factory.mktemp("spoiled") / "graph"
    with open_generation(graph) as generation, Store.open(generation.store) as store:
        quads = list(store.quads())
        season = next(store.quads(None, NamedNode(SG + "seasonNumber"))).subject
        report = generation.read_json("report.json")
        assert isinstance(report, dict)
        rules = generation.read_json("rules.json")
    assert isinstance(season, NamedNode)
    number = Literal("77", datatype=NamedNode(XSD + "integer"))
    accepted = NamedNode(GRAPHS["accepted"])
    with write_generation(target) as draft:
        with draft.create_store() as store:
            store.bulk_load(
                [*quads, Quad(season, NamedNode(SG + "seasonNumber"), number, accepted)]
            )
        draft.write_json("report.json", {**report, "conforms": False})
        draft.write_json("rules.json", rules)
        draft.publish({})
    return target

"""Graphs that many tests read: each is built once in a session."""

from pathlib import Path

import pytest

from program import DOCUMENTS, run
from showgraph import build_graph


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

"""The same documents give the same bytes, whatever the hash seed and the order of input."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from showgraph.resources import iter_bundled

SEEDS = ("0", "4711")


def showgraph(*arguments: str | Path, seed: str) -> bytes:
    """Run the command line under a hash seed and return its standard output."""
    done = subprocess.run(
        [sys.executable, "-m", "showgraph", *map(str, arguments)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return two graphs of the same documents, named in opposite orders."""
    documents = [Path(str(path)) for path in iter_bundled("data/documents", ".md")]
    orders = (documents, documents[::-1])
    graphs = [tmp_path_factory.mktemp("graphs") / seed for seed in SEEDS]
    for seed, order, graph in zip(SEEDS, orders, graphs, strict=True):
        showgraph("build", *order, "--graph", graph, "--quiet", seed=seed)
    return graphs


@pytest.mark.row(7)
def test_two_builds_give_equal_quads(graphs: list[Path]) -> None:
    """The N-Quads are equal byte for byte, sorted, each once, and without blank nodes."""
    first, second = (
        showgraph("export", "--graph", graph, "--format", "nquads", seed=seed)
        for seed, graph in zip(SEEDS, graphs, strict=True)
    )
    lines = first.splitlines()

    assert first == second
    assert lines == sorted(set(lines))
    assert len(lines) > 1000
    assert not [line for line in lines if line.startswith(b"_:") or b" _:" in line]


def test_no_triple_stands_in_two_graphs(graphs: list[Path]) -> None:
    """As many distinct triples as quads: a union of the graphs has no duplicates."""
    quads = showgraph("export", "--graph", graphs[0], "--format", "nquads", seed="0").splitlines()
    triples = {line.rsplit(b" <", 1)[0] for line in quads}

    assert len(triples) == len(quads)


def test_answers_do_not_depend_on_the_hash_seed(graphs: list[Path]) -> None:
    """Rows and sources come in the same order."""
    first, second = (
        showgraph("ask", "cast", "--format", "json", "--graph", graphs[0], "-q", seed=seed)
        for seed in SEEDS
    )

    assert first == second


_EXPORTS = """
import io, sys
from showgraph import open_graph

with open_graph(sys.argv[1]) as opened:
    for name in ("ttl", "nt", "xml", "jsonld", "trig", "nq"):
        output = io.BytesIO()
        opened.export(output, format=name, with_provenance=True)
        sys.stdout.buffer.write(output.getvalue())
    for name in opened.questions:
        answer = opened.ask(name)
        print(*answer.rows, *answer.sources, *answer.lesser, *answer.disputes, sep="\\n")
"""


@pytest.mark.check
def test_exports_and_answers_are_equal_under_twenty_seeds(graphs: list[Path]) -> None:
    """All formats of export, and every question with its rows, byte for byte."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _EXPORTS, str(graphs[0])],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in range(20)
    }

    assert len(outputs) == 1
    assert len(outputs.pop()) > 1_000_000

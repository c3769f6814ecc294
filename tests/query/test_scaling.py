"""A question about everything takes about as many times longer as there is more to ask about."""

import importlib.util
import time
from pathlib import Path
from types import ModuleType
from typing import Final

import pytest

from query.world import read_rules
from showgraph.graph.inference.closure import infer
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.namespaces import GRAPHS
from showgraph.query.answering.answering import Answerer
from showgraph.query.questions.catalog import read_catalog
from showgraph.store import NamedNode, Quad, RdfFormat, Store, parse

_UNIVERSE: Final = Path(__file__).parents[2] / "benchmarks" / "universe.py"
#: Series, and four times as many: what grows as the square takes 16 times as long.
_SMALL, _LARGE = 25, 100
_MOST_TIMES: Final = 10
#: What is faster than this is not told from noise.
_WORTH_S: Final = 0.03


def load_universe() -> ModuleType:
    """Return the module that makes invented series."""
    spec = importlib.util.spec_from_file_location("universe", _UNIVERSE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answerer_of(n_series: int) -> Answerer:
    """Return what answers about so many series, with what follows from their facts."""
    lines = "".join(f"{' '.join(triple)} .\n" for triple in load_universe().iter_universe(n_series))
    graph = NamedNode(GRAPHS["accepted"])
    triples = parse(lines.encode(), format=RdfFormat.N_TRIPLES)
    facts = [Quad(t.subject, t.predicate, t.object, graph) for t in triples]
    ontology = ontology_quads()
    store = Store.memory()
    store.bulk_load([*facts, *ontology])
    store.bulk_load(infer([*facts, *ontology], read_rules()))
    return Answerer(store, read_catalog(), read_rules())


@pytest.fixture(scope="module")
def answerers() -> tuple[Answerer, Answerer]:
    """Return those of the small and of the large universe."""
    return answerer_of(_SMALL), answerer_of(_LARGE)


def seconds(answerer: Answerer, name: str) -> float:
    """Return the least time of the processor that a question takes in two runs."""
    found = []
    for _ in range(2):
        started = time.thread_time()
        answerer.answer(name)
        found.append(time.thread_time() - started)
    return min(found)


@pytest.mark.parametrize("name", read_catalog())
def test_no_question_grows_as_the_square(name: str, answerers: tuple[Answerer, Answerer]) -> None:
    """Four times the series take less than ten times the time."""
    small, large = (seconds(each, name) for each in answerers)

    assert large < max(_MOST_TIMES * small, _WORTH_S), f"{small:.3f} s, then {large:.3f} s"

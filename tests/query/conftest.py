"""The invented graph, opened once for all tests of the question layer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from query.world import fill, read_rules
from showgraph.query.answering.answering import Answerer
from showgraph.query.matching.names import Names, read_names
from showgraph.query.questions.catalog import Catalog, read_catalog
from showgraph.rules import RuleTable
from showgraph.store import Store


@pytest.fixture(scope="session")
def rules() -> RuleTable:
    """Return the rules of the ontology."""
    return read_rules()


@pytest.fixture(scope="session")
def store_path(rules: RuleTable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a store on disk that holds the invented graph."""
    path = tmp_path_factory.mktemp("world") / "store"
    with Store.create(path) as store:
        fill(store, rules)
        store.flush()
    return path


@pytest.fixture(scope="session")
def world(store_path: Path) -> Iterator[Store]:
    """Return the invented graph, opened as every reader opens it."""
    with Store.open(store_path) as store:
        yield store


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """Return the saved questions."""
    return read_catalog()


@pytest.fixture(scope="session")
def names(world: Store) -> Names:
    """Return the names in the invented graph."""
    return read_names(world)


@pytest.fixture(scope="session")
def answerer(world: Store, catalog: Catalog, rules: RuleTable, names: Names) -> Answerer:
    """Return what answers questions of the invented graph."""
    return Answerer(world, catalog, rules, names=names)

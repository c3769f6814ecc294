"""The invented shows, told as claims and closed once for all tests of the questions."""

from collections.abc import Iterator

import pytest

from competency.questions import fill
from showgraph.query.questions.catalog import Catalog, read_catalog
from showgraph.resources import read_bundled
from showgraph.rules import RuleTable, compile_rules
from showgraph.store import Store


@pytest.fixture(scope="session")
def axioms() -> str:
    """Return the ontology's text."""
    return read_bundled("ontology", "showgraph.ttl")


@pytest.fixture(scope="session")
def table(axioms: str) -> RuleTable:
    """Return the ontology's rules."""
    return compile_rules(axioms)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """Return the saved questions."""
    return read_catalog()


@pytest.fixture(scope="session")
def shows(table: RuleTable) -> Iterator[Store]:
    """Return the graph of the invented shows."""
    with Store.memory() as store:
        fill(store, table)
        yield store

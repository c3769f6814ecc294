"""What stands behind a row is read when somebody looks at it, once, and not before."""

from pathlib import Path

import pytest

from query.world import read_rules
from showgraph.errors import GraphError
from showgraph.query.answering.answering import Answerer
from showgraph.query.answering.deferred import Deferred
from showgraph.query.questions.catalog import Catalog
from showgraph.store import Store


def test_items_are_made_at_the_first_look() -> None:
    """Each is made once; a slice makes what is in it, and the length makes none."""
    made: list[int] = []

    def make(place: int) -> str:
        made.append(place)
        return "abc"[place]

    items = Deferred(3, make)

    assert len(items) == 3
    assert made == []
    assert (items[-1], items[2], items[:2]) == ("c", "c", ("a", "b"))
    assert made == [2, 0, 1]
    assert items == ("a", "b", "c")
    assert hash(items) == hash(("a", "b", "c"))
    assert repr(items) == "<3 items, 3 of them made>"
    with pytest.raises(IndexError):
        items[3]


def test_sources_are_read_when_they_are_looked_at(store_path: Path, catalog: Catalog) -> None:
    """An answer is there without them; once the graph is closed, they cannot be read."""
    with Store.open(store_path) as store:
        answer = Answerer(store, catalog, read_rules()).ask("cast")
        first = answer.sources[0]

    assert first
    assert answer.sources[0] == first
    with pytest.raises(GraphError, match="closed"):
        answer.sources[-1]

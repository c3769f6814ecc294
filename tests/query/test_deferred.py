"""What stands behind a row is read when somebody looks at it, once, and not before."""

from pathlib import Path

import pytest

from query.world import read_rules
from showgraph.errors import GraphError
from showgraph.query.answering.answering import Answerer
from showgraph.query.answering.deferred import Deferred, Postponed
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


def test_postponed_items_are_made_together() -> None:
    """The first look at one of them, or at their number, makes them all, once."""
    made: list[str] = []

    def make() -> tuple[str, ...]:
        made.append("made")
        return ("a", "b")

    items = Postponed(make)
    shown = repr(items)

    assert (shown, made) == ("<not looked at yet>", [])
    assert (len(items), items[-1], items[:1], list(items)) == (2, "b", ("a",), ["a", "b"])
    assert items == ("a", "b")
    assert hash(items) == hash(("a", "b"))
    assert repr(items) == "('a', 'b')"
    assert made == ["made"]


def test_an_answer_is_the_same_whenever_it_is_looked_at(store_path: Path, catalog: Catalog) -> None:
    """Rows, disagreements and what is not accepted are equal for each question, twice asked."""
    with Store.open(store_path) as store:
        answerer = Answerer(store, catalog, read_rules())
        for name in catalog:
            first, second = answerer.answer(name), answerer.answer(name)

            assert tuple(first.lesser) == second.lesser
            assert tuple(first.disputes) == second.disputes
            assert tuple(reversed(first.rows)) == tuple(second.rows)[::-1]
            assert len(set(first.rows)) == len(first.rows)


def test_sources_are_read_when_they_are_looked_at(store_path: Path, catalog: Catalog) -> None:
    """An answer is there without them; once the graph is closed, they cannot be read."""
    with Store.open(store_path) as store:
        answer = Answerer(store, catalog, read_rules()).ask("cast")
        first = answer.sources[0]

    assert first
    assert answer.sources[0] == first
    with pytest.raises(GraphError, match="closed"):
        answer.sources[-1]

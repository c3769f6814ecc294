"""Change one thing in a good graph, and validation says so.

What it misses are hashes, which stand in one place alone: nothing else in the graph says how they
are spelt.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.mutations import Mutator, describe
from showgraph.graph.storage.folder import open_generation
from showgraph.graph.validation.report import Severity
from showgraph.graph.validation.validation import validate
from showgraph.namespaces import GRAPHS
from showgraph.store import Quad, Store

CHANGES = 300
#: The aim was nine in ten; draws differ by a few in a hundred, and this one must not get worse.
FLOOR = 0.95


@pytest.fixture
def store(bundled_graph: Path) -> Iterator[Store]:
    """Return a copy of the bundled graph that can be changed."""
    with open_generation(bundled_graph) as generation, Store.open(generation.store) as original:
        quads = list(original.quads())
    with Store.memory() as copy:
        copy.bulk_load(quads)
        yield copy


def violations(store: Store) -> set[tuple[str, ...]]:
    """Return code, node and message of each violation."""
    return {
        (result.code, result.focus, result.path, result.value, result.message)
        for result in validate(store).results
        if result.severity is Severity.VIOLATION
    }


def is_caught(store: Store, old: Quad, new: Quad, before: set[tuple[str, ...]]) -> bool:
    """Tell whether a violation appears with a change, which is taken back."""
    store.engine.remove(old)
    store.engine.add(new)
    after = violations(store)
    store.engine.remove(new)
    store.engine.add(old)
    return not after <= before


def test_changes_repeat(store: Store) -> None:
    """Equal seeds draw equal changes, each of them a real one, and different seeds others."""
    quads = list(store.quads(graph=GRAPHS["accepted"]))
    quads += store.quads(graph=GRAPHS["claims"])

    def draw(seed: int) -> list[tuple[Quad, Quad]]:
        mutator = Mutator(quads, seed=seed)
        return [change() for change in mutator.kinds.values() for _ in range(20)]

    assert draw(1) == draw(1)
    assert draw(1) != draw(2)
    assert all(old != new for old, new in draw(1))


# rdflib compares a date that does not exist, such as 31 February, by a value that is none.
@pytest.mark.filterwarnings("ignore:NotImplemented should not be used:DeprecationWarning")
@pytest.mark.check
@pytest.mark.row(31)
def test_validation_catches_changes(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """The share of 300 changes that validation catches is printed, by kind, with what it missed."""
    quads = list(store.quads(graph=GRAPHS["accepted"]))
    quads += store.quads(graph=GRAPHS["claims"])
    mutator = Mutator(quads, seed=20)
    before = violations(store)
    caught: Counter[str] = Counter()
    missed = []
    for number in range(CHANGES):
        kind = list(mutator.kinds)[number % len(mutator.kinds)]
        old, new = mutator.kinds[kind]()
        if is_caught(store, old, new, before):
            caught[kind] += 1
        else:
            missed.append(f"{kind}: {describe(old, new)}")

    share = caught.total() / CHANGES
    each = CHANGES // len(mutator.kinds)
    with capsys.disabled():
        lines = [f"{kind:8} {caught[kind]:3} of {each}" for kind in mutator.kinds]
        print("", *lines, f"caught   {share:.1%} of {CHANGES}", *missed, sep="\n")  # noqa: T201 - the share is the result

    assert share >= FLOOR

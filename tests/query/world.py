"""The invented graph that the question layer is tested on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from showgraph.graph.inference.closure import infer
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.namespaces import GRAPHS
from showgraph.resources import read_bundled
from showgraph.rules import RuleTable, compile_rules
from showgraph.store import Quad, RdfFormat, Store, parse

FIXTURE: Final = Path(__file__).with_name("fixture.trig")


def read_rules() -> RuleTable:
    """Return the rules of the ontology."""
    return compile_rules(read_bundled("ontology", "showgraph.ttl"))


def iter_quads(rules: RuleTable) -> Iterator[Quad]:
    """Yield the fixture's quads, those of the ontology, and what follows."""
    given = list(parse(path=str(FIXTURE), format=RdfFormat.TRIG))
    yield from given
    yield from ontology_quads()
    accepted = [quad for quad in given if quad.graph_name.value == GRAPHS["accepted"]]
    yield from infer(accepted, rules)


def fill(store: Store, rules: RuleTable) -> None:
    """Load the invented graph into a new store."""
    store.bulk_load(iter_quads(rules))

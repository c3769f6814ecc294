"""The order in which claims and documents come never shows."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from claim_builder import DOCUMENTS, extract
from claim_catalogue import CLAIMS, ENTITIES
from graph_picture import RUN
from showgraph.graph.accepting.acceptance import accept
from showgraph.graph.accepting.concepts import read_concepts
from showgraph.graph.mapping import to_quads
from showgraph.model import Claim, Document, Extraction
from showgraph.store import Quad

CONCEPTS = read_concepts()


def map_claims(extraction: Extraction, documents: list[Document]) -> list[Quad]:
    """Return the quads of an extraction."""
    accepted = accept(extraction, documents, concepts=CONCEPTS)
    return to_quads(accepted, extraction, documents, run=RUN)


@settings(max_examples=40, deadline=None)
@given(
    chosen=st.lists(st.sampled_from(CLAIMS), max_size=40),
    shuffled=st.permutations(DOCUMENTS),
    data=st.data(),
)
def test_any_claims_in_any_order_give_the_same_quads(
    chosen: list[Claim], shuffled: list[Document], data: st.DataObject
) -> None:
    """Claims that come twice count once, and what the quads promise holds for every choice."""
    extraction = extract(*chosen, entities=ENTITIES)
    again = replace(
        extraction,
        claims=tuple(data.draw(st.permutations(sorted(set(chosen), key=repr)))),
        entities=tuple(data.draw(st.permutations(extraction.entities))),
    )

    quads = map_claims(extraction, list(DOCUMENTS))

    assert map_claims(again, shuffled) == quads
    assert len({quad.triple for quad in quads}) == len(quads)

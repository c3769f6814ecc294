"""Planted contradictions of every kind are found, and nothing that can all be true is one."""

from collections import Counter

import pytest

from claim_builder import accept_claims
from graph.planted import COMPATIBLE, PLANTED
from graph_picture import draw
from showgraph.graph.accepting.facts import DisagreementKind
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.validation.validation import validate
from showgraph.model import Claim
from showgraph.store import Store


def kinds_of(*claims: Claim) -> list[DisagreementKind]:
    """Return the kinds of the contradictions among claims."""
    return [contradiction.kind for contradiction in accept_claims(*claims).contradictions]


def describe(claims: tuple[Claim, ...]) -> str:
    """Return two claims in a few words."""
    return " ~ ".join(f"{it.relation} {it.object}" for it in claims)


def test_no_case_was_lost() -> None:
    """Each kind that a contradiction can have is planted; levels make differences only."""
    planted = {kind for kind, *_ in PLANTED}

    assert planted == set(DisagreementKind) - {DisagreementKind.SCOPE}
    assert len(PLANTED) >= 19
    assert len(COMPATIBLE) >= 28


@pytest.mark.parametrize(("kind", "claims"), [(kind, claims) for kind, *claims in PLANTED], ids=str)
@pytest.mark.row(38)
def test_what_is_planted_is_found(kind: DisagreementKind, claims: list[Claim]) -> None:
    """Check 38: one contradiction, of that kind, with both claims on sides of their own."""
    (found,) = accept_claims(*claims).contradictions
    (again,) = accept_claims(*claims[::-1]).contradictions

    assert found == again
    assert found.kind is kind
    assert sorted(map(repr, (it for side in found.sides for it in side.claims))) == sorted(
        map(repr, claims)
    )
    assert len(found.sides) == len(claims)
    assert not [it for it in accept_claims(*claims).differences if it.relation == found.relation]


@pytest.mark.parametrize("claims", COMPATIBLE, ids=describe)
@pytest.mark.row(38)
def test_what_is_compatible_is_not_flagged(claims: tuple[Claim, ...]) -> None:
    """Check 38: whatever is told first, there is no contradiction."""
    assert kinds_of(*claims) == []
    assert kinds_of(*claims[::-1]) == []


@pytest.mark.parametrize("claims", [(a, b) for _, a, b in PLANTED], ids=describe)
def test_a_contradiction_is_a_graph_that_conforms(claims: tuple[Claim, ...]) -> None:
    """What is open is no fault of the graph."""
    with Store.memory() as store:
        store.bulk_load([*draw(*claims).quads, *ontology_quads()])
        report = validate(store)

    assert report.conforms, report.results


@pytest.mark.check
@pytest.mark.row(38)
def test_the_rates_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Check 38: the share of planted contradictions found, and of compatible pairs left alone."""
    planted = Counter(kind for kind, *_ in PLANTED)
    found = Counter(kind for kind, *claims in PLANTED if kinds_of(*claims) == [kind])
    clean = sum(kinds_of(*claims) == [] for claims in COMPATIBLE)
    with capsys.disabled():
        lines = [f"{kind:9} {found[kind]} of {n} found" for kind, n in planted.items()]
        lines.append(f"compatible pairs left alone: {clean} of {len(COMPATIBLE)}")
        print("", *lines, sep="\n")  # noqa: T201 - the rates are the result

    assert found == planted
    assert clean == len(COMPATIBLE)

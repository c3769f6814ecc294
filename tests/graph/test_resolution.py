"""What a policy decides, on which ground, and what becomes of the side that loses."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import rdflib.query

from claim_builder import (
    AUTUMN,
    BRANDVOLD,
    DOCUMENTS,
    LUMO,
    LUMO_NEWS,
    SEASON_1,
    SHOW,
    SPRING,
    SUMMER,
    TOMAS,
    UNDATED,
    claim,
    document,
    extract,
)
from graph.planted import BRANDVOLD_THE_MAN, OTHER_CHANNEL, PLANTED, person
from graph_picture import RUN, Picture
from showgraph.errors import UsageError
from showgraph.graph.accepting.acceptance import accept
from showgraph.graph.accepting.facts import Accepted, Contradiction, Fact, Ground
from showgraph.graph.accepting.policy import POLICY, Policy
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.mapping import to_quads
from showgraph.graph.validation.validation import validate
from showgraph.model import Claim, Document, Status
from showgraph.namespaces import GRAPHS, SG
from showgraph.query.questions.catalog import read_catalog
from showgraph.store import NamedNode, Store

WIRE = document("wire", "2021-04-01", like="spring")
EARLY = document("early", "2020-01-01")
KNOWN = (*DOCUMENTS, WIRE, EARLY)

MAJORITY = Policy(resolve=(Ground.MAJORITY,))
LATER = Policy(resolve=(Ground.LATER,))
BOTH = Policy(resolve=(Ground.MAJORITY, Ground.LATER))


def accept_by(policy: Policy, *claims: Claim) -> Accepted:
    """Return what a policy makes of claims."""
    return accept(extract(*claims), KNOWN, policy=policy)


def eight(*where: Document) -> list[Claim]:
    """Return claims of eight episodes."""
    return [claim(it, "episode_count", SEASON_1, "8") for it in where]


def ten(*where: Document) -> list[Claim]:
    """Return claims of ten episodes."""
    return [claim(it, "episode_count", SEASON_1, "10", at=1) for it in where]


def outcome(accepted: Accepted) -> tuple[str | None, Ground | None]:
    """Return the number accepted, and on which ground."""
    (contradiction,) = accepted.contradictions
    assert len(contradiction.sides) == 2
    values = [str(fact.object) for fact in accepted.facts]
    resolution = contradiction.resolution
    assert len(values) == (resolution is not None)
    return (values[0] if values else None), (resolution.ground if resolution else None)


# -- grounds ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claims", "won"),
    [
        (eight(SPRING, SUMMER) + ten(AUTUMN), "8"),
        (eight(SPRING) + ten(AUTUMN), None),
        (eight(SPRING, SUMMER) + ten(AUTUMN, UNDATED), None),
        (eight(SPRING, SUMMER, EARLY) + ten(AUTUMN, UNDATED), "8"),
        # Two copies of one text are one source, on one side or between both.
        (eight(SPRING, WIRE) + ten(AUTUMN), None),
        (eight(SPRING, WIRE, SUMMER) + ten(AUTUMN), "8"),
        (eight(SPRING, SUMMER) + ten(WIRE), None),
        # Who says both takes no side.
        (eight(SPRING, SUMMER) + ten(SUMMER), None),
        (eight(SPRING, SUMMER, AUTUMN) + ten(SUMMER), "8"),
    ],
)
def test_a_majority_is_of_independent_documents(claims: list[Claim], won: str | None) -> None:
    """More than half of the sources that take one side, and never one alone."""
    assert outcome(accept_by(MAJORITY, *claims)) == (won, Ground.MAJORITY if won else None)


@pytest.mark.parametrize(
    ("claims", "won"),
    [
        (eight(SPRING, SUMMER) + ten(AUTUMN), "10"),
        (eight(AUTUMN) + ten(SPRING, SUMMER), "8"),
        (eight(SPRING, UNDATED) + ten(AUTUMN), None),
        (eight(AUTUMN) + ten(AUTUMN), None),
    ],
)
def test_a_later_document_is_later_than_all_others(claims: list[Claim], won: str | None) -> None:
    """A side without a date cannot be overtaken."""
    assert outcome(accept_by(LATER, *claims)) == (won, Ground.LATER if won else None)


def test_grounds_are_tried_in_their_order() -> None:
    """The first that decides does."""
    two_to_one, one_to_one = eight(SPRING, SUMMER) + ten(AUTUMN), eight(SPRING) + ten(AUTUMN)

    assert outcome(accept_by(BOTH, *two_to_one)) == ("8", Ground.MAJORITY)
    assert outcome(accept_by(BOTH, *one_to_one)) == ("10", Ground.LATER)
    assert outcome(accept_by(POLICY, *two_to_one)) == (None, None)


def test_a_day_without_its_year_wins_nothing() -> None:
    """It makes no date, however many documents tell it."""
    days = [claim(it, "premiere_date", SEASON_1, "--10-15") for it in (SPRING, SUMMER)]
    date = claim(AUTUMN, "premiere_date", SEASON_1, "2021-10-22")

    accepted = accept_by(MAJORITY, *days, date)

    (contradiction,) = accepted.contradictions
    assert contradiction.resolution is None
    assert accepted.facts == ()


# -- what becomes of the sides ------------------------------------------------------------------


def facts_of(policy: Policy, *claims: Claim) -> list[tuple[str, object]]:
    """Return relation and object of what is accepted."""
    return [(fact.relation, fact.object) for fact in accept_by(policy, *claims).facts]


def test_a_denial_may_win() -> None:
    """Without a decision the fact stays; with one it goes, or the denial does."""
    told = claim(SPRING, "director", SHOW, TOMAS)
    denials = [claim(it, "director", SHOW, TOMAS, denied=True) for it in (SUMMER, AUTUMN)]

    assert facts_of(POLICY, told, *denials) == [("director", TOMAS)]
    assert facts_of(MAJORITY, told, *denials) == []
    assert facts_of(LATER, told, *denials) == []


def test_a_person_and_a_company_of_one_name_exclude_each_other() -> None:
    """Neither is accepted while it is open, and one is when it is decided."""
    man = [claim(it, "creator", SHOW, BRANDVOLD_THE_MAN) for it in (SPRING, SUMMER)]
    company = claim(AUTUMN, "creator", SHOW, BRANDVOLD)

    assert facts_of(POLICY, *man, company) == []
    assert facts_of(MAJORITY, *man, company) == [("creator", BRANDVOLD_THE_MAN)]
    assert facts_of(LATER, *man, company) == [("creator", BRANDVOLD)]


def test_two_spellings_both_stand_until_one_loses() -> None:
    """They may be those of two people."""
    right, wrong = person("Tomas Brandvold"), person("Tomas Brandvolt")
    claims = [claim(it, "director", SHOW, right) for it in (SPRING, SUMMER)]
    claims.append(claim(AUTUMN, "director", SHOW, wrong))

    assert facts_of(POLICY, *claims) == [("director", right), ("director", wrong)]
    assert facts_of(MAJORITY, *claims) == [("director", right)]


def test_a_channel_is_decided_without_its_release() -> None:
    """The release is accepted in any case; only its channel was in dispute."""
    told = [claim(it, "platform", SHOW, LUMO, channel=LUMO_NEWS) for it in (SPRING, SUMMER)]
    other = claim(AUTUMN, "platform", SHOW, LUMO, channel=OTHER_CHANNEL)

    def channels(policy: Policy) -> tuple[object, ...]:
        (fact,) = accept_by(policy, *told, other).facts
        return fact.values("channel")

    assert channels(POLICY) == ()
    assert channels(MAJORITY) == (LUMO_NEWS,)
    assert channels(LATER) == (OTHER_CHANNEL,)


def test_a_planned_release_takes_the_date_that_wins() -> None:
    """The status of the event is decided apart from its date."""
    told = [
        claim(it, "premiere_date", SEASON_1, "2021-10-15", platform=LUMO) for it in (SPRING, SUMMER)
    ]
    other = claim(AUTUMN, "premiere_date", SEASON_1, "2021-10-22", platform=LUMO)
    accepted = accept_by(MAJORITY, *told, other)

    dated: list[Fact] = [it for it in accepted.facts if it.relation == "premiere_date"]
    assert [(it.object, it.status, it.claims) for it in dated] == [
        ("2021-10-15", "occurred", tuple(told))
    ]


# -- the graph ----------------------------------------------------------------------------------


def draw_by(policy: Policy, *claims: Claim) -> Picture:
    """Return the graph that a policy makes of claims."""
    extraction = extract(*claims)
    accepted = accept(extraction, KNOWN, policy=policy)
    return Picture(to_quads(accepted, extraction, KNOWN, run=replace(RUN, policy=policy.to_text())))


def ranks(found: Picture, name: str = "rank") -> list[str]:
    """Return the ranks of all claims, sorted."""
    return sorted(it for node in found.nodes("Claim") for it in found.values(node, SG + name))


def test_a_decision_is_a_node_with_its_ground() -> None:
    """It prefers the claims of the side that won; those that lost are deprecated."""
    found = draw_by(MAJORITY, *eight(SPRING, SUMMER), *ten(AUTUMN))
    (contradiction,) = found.nodes("Contradiction")
    (resolution,) = found.linked(contradiction, SG + "resolvedBy")

    assert found.values(resolution, SG + "policy") == [
        "resolution-policy/majority-of-independent-documents"
    ]
    preferred = found.linked(resolution, SG + "prefers")
    assert [found.values(it, SG + "rank") for it in preferred] == [["Preferred"], ["Preferred"]]
    assert ranks(found).count("Deprecated") == 1
    assert "Normal" not in ranks(found)
    assert "Harbour Lights, season 1 episodeCount 8" in found.facts()
    assert not any("episodeCount 10" in fact for fact in found.facts())


def test_an_open_question_has_no_decision() -> None:
    """Nobody is deprecated, and nothing is accepted."""
    found = draw_by(POLICY, *eight(SPRING, SUMMER), *ten(AUTUMN))

    assert found.nodes("Resolution") == []
    assert "Deprecated" not in ranks(found)
    assert not any("episodeCount" in fact for fact in found.facts())


def winning(claims: tuple[Claim, Claim]) -> list[Claim]:
    """Return two claims, of which the first is told by a second document too."""
    first, second = claims
    spare = next(it for it in (EARLY, UNDATED) if it.id not in {first.document, second.document})
    return [first, replace(first, document=spare.id), second]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("pair", [(a, b) for _, a, b in PLANTED], ids=str)
@pytest.mark.row(39)
def test_what_lost_is_not_accepted(pair: tuple[Claim, Claim], *, turned: bool) -> None:
    """Check 39: whichever side wins, the graph conforms and no claim that lost is in it."""
    claims = winning(pair[::-1] if turned else pair)
    accepted = accept_by(MAJORITY, *claims)
    found = draw_by(MAJORITY, *claims)
    with Store.memory() as store:
        store.bulk_load([*found.quads, *ontology_quads()])
        report = validate(store)

    assert report.conforms, report.results
    (contradiction,) = accepted.contradictions
    assert lost_facts(accepted, contradiction) == []
    if contradiction.resolution:
        assert NamedNode(SG + "Deprecated") in {quad.object for quad in found.quads}
    else:
        assert any(str(it.values[0]).startswith("--") for it in contradiction.sides)


def lost_facts(accepted: Accepted, contradiction: Contradiction) -> list[Fact]:
    """Return the facts of the contradiction's relation that rest on a claim that lost."""
    lost = {claim for side in contradiction.losers for claim in side.claims}
    return [
        fact
        for fact in accepted.facts
        if fact.relation == contradiction.relation
        and contradiction.relation not in {"platform", "trailer"}  # they stand without the aspect
        and not lost.isdisjoint(fact.claims)
    ]


def test_copies_are_linked_to_the_text_that_stands_for_them() -> None:
    """The one that is linked to is the longest."""
    found = draw_by(POLICY, *eight(SPRING))
    copies = [it for it in found.quads if it.predicate.value == SG + "nearCopyOf"]

    assert [(str(it.subject)[-5:-1], str(it.object)[-7:-1]) for it in copies] == [
        ("wire", "spring")
    ]


def select(graph: rdflib.Graph, text: str) -> list[rdflib.query.ResultRow]:
    """Return the rows that rdflib finds."""
    return [row for row in graph.query(text) if isinstance(row, rdflib.query.ResultRow)]


@pytest.mark.parametrize("policy", [POLICY, MAJORITY], ids=["open", "decided"])
def test_both_engines_list_the_sides_alike(policy: Policy) -> None:
    """The saved question about disagreements tells which side was decided for, and why."""
    found = draw_by(policy, *eight(SPRING, SUMMER), *ten(AUTUMN))
    text = read_catalog()["disagreements"].text
    with Store.memory() as store:
        store.bulk_load([*found.quads, *ontology_quads()])
        ours = [
            [str(row[name]).strip('"') for name in ("sort", "document")]
            for row in store.select(text)
        ]
        other = store.to_rdflib(GRAPHS.values())
    theirs = [[str(row["sort"]), f"<{row['document']}>"] for row in select(other, text)]

    won, lost = ": majority of independent documents", "held wrong"
    assert ours == theirs
    assert [sum(words in sort for sort, _ in ours) for words in (won, lost)] == (
        [0, 0] if policy is POLICY else [2, 1]
    )


# -- the policy itself --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: Policy(accepted=frozenset({Status.ASSERTED, Status.NEGATED})), "negated"),
        (lambda: Policy(accepted=frozenset({Status.ASKED})), "asked"),
        (lambda: Policy(copy_share=0.0), "0.0"),
        (lambda: Policy(copy_share=1.5), "1.5"),
    ],
)
def test_a_policy_that_makes_no_sense_is_refused(wrong: Callable[[], Policy], words: str) -> None:
    """What is denied or asked is never accepted, and not every text is a copy."""
    with pytest.raises(UsageError, match=words):
        wrong()


def test_a_policy_has_one_text() -> None:
    """Equal policies have equal texts, and each setting is in it."""
    assert Policy().to_text() == POLICY.to_text()
    assert MAJORITY.to_text() != LATER.to_text()
    assert set(POLICY.to_json()) == set(Policy.__dataclass_fields__)
    assert POLICY.to_json()["accepted"] == ["asserted", "scheduled"]

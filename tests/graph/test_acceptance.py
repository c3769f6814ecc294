"""The acceptance policy: each rule with a case for it and a case against it."""

from dataclasses import replace

import pytest

from claim_builder import (
    AUTUMN,
    BRANDVOLD,
    DOCUMENTS,
    INES,
    LANTERN,
    LUMO,
    MAUD,
    NOVEL,
    OLLIE,
    SEASON_1,
    SEASON_2,
    SHOW,
    SPRING,
    SUMMER,
    TOMAS,
    UNDATED,
    accept_claims,
    claim,
    document,
    extract,
)
from showgraph.graph.accepting.acceptance import accept
from showgraph.graph.accepting.facts import DisagreementKind, EventStatus, Fact
from showgraph.graph.accepting.policy import Policy
from showgraph.model import Claim, Document, Modality, Polarity, Reference, Status, Tense

FUTURE = Tense.FUTURE


def facts(relation: str, *claims: Claim) -> list[Fact]:
    """Return the accepted facts of a relation."""
    return [fact for fact in accept_claims(*claims).facts if fact.relation == relation]


# -- which claims count -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("modality", "tense", "accepted"),
    [
        (Modality.ASSERTED, Tense.PAST, True),
        (Modality.ASSERTED, Tense.FUTURE, True),
        (Modality.REPORTED, Tense.PAST, False),
        (Modality.RUMOURED, Tense.PAST, False),
        (Modality.POSSIBLE, Tense.FUTURE, False),
        (Modality.ASKED, Tense.PAST, False),
    ],
)
@pytest.mark.parametrize("speaker", [None, INES])
def test_asserted_and_scheduled_claims_are_accepted(
    modality: Modality, tense: Tense, speaker: Reference | None, *, accepted: bool
) -> None:
    """A speaker changes nothing; what is doubted stays among the lesser readings."""
    it = claim(SPRING, "director", SHOW, TOMAS, modality=modality, tense=tense, speaker=speaker)

    result = accept_claims(it)

    assert [fact.claims for fact in result.facts] == ([(it,)] if accepted else [])
    assert [reading.claim for reading in result.lesser] == ([] if accepted else [it])


@pytest.mark.row(39)
def test_a_denied_claim_is_not_accepted() -> None:
    """What a document denies makes no fact."""
    assert facts("director", claim(SPRING, "director", SHOW, TOMAS, denied=True)) == []


def test_a_statement_may_deny() -> None:
    """Its polarity is a part of what it states, so both may stand; a doubted one may not."""
    yes = claim(SPRING, "statement", SHOW, "theme")
    no = claim(SPRING, "statement", SHOW, "theme", at=1, denied=True)
    maybe = claim(SPRING, "statement", SHOW, "plot", denied=True, modality=Modality.POSSIBLE)

    found = facts("statement", yes, no, maybe)

    assert [fact.values("polarity") for fact in found] == [("negative",), ("positive",)]


def test_a_policy_may_accept_more() -> None:
    """The statuses that count are a setting."""
    it = claim(SPRING, "director", SHOW, TOMAS, modality=Modality.REPORTED)
    policy = Policy(accepted=frozenset({Status.ASSERTED, Status.REPORTED}))

    result = accept(extract(it), DOCUMENTS, policy=policy)

    assert [fact.object for fact in result.facts] == [TOMAS]


# -- what one fact is ---------------------------------------------------------------------------


def test_claims_of_one_thing_make_one_fact() -> None:
    """Documents that agree support the fact together, and their details are merged."""
    plain = claim(SPRING, "cast_member", SHOW, INES)
    named = claim(SUMMER, "cast_member", SHOW, INES, character=MAUD)
    double = claim(AUTUMN, "cast_member", SHOW, INES, character=OLLIE, kind="lead")

    (fact,) = facts("cast_member", named, double, plain)

    assert fact.values("character") == (MAUD, OLLIE)
    assert fact.values("kind") == ("main",)
    assert fact.claims == (double, plain, named)  # by the ids of their documents


SEPARATE = [
    (
        claim(SPRING, "director", SHOW, TOMAS),
        claim(SPRING, "director", SEASON_2, TOMAS),
    ),
    (
        claim(SPRING, "relationship", MAUD, OLLIE, kind="couple"),
        claim(SPRING, "relationship", MAUD, OLLIE, kind="marriage"),
    ),
    (
        claim(SPRING, "relationship", MAUD, OLLIE, kind="couple"),
        claim(SPRING, "relationship", MAUD, OLLIE, kind="couple", season=SEASON_2),
    ),
    (
        claim(SPRING, "award", SHOW, "Golden Buoy", result="won"),
        claim(SPRING, "award", SHOW, "Golden Buoy", result="nominated"),
    ),
    (
        claim(SPRING, "statement", SHOW, "plot"),
        claim(SPRING, "statement", SHOW, "plot", speaker=INES),
    ),
    (
        claim(SPRING, "statement", SHOW, "plot"),
        claim(SPRING, "statement", SEASON_2, "plot"),
    ),
    (
        claim(SPRING, "audience_figure", LUMO, "7", unit="countries"),
        claim(SPRING, "audience_figure", LUMO, "7", unit="subscribers"),
    ),
    (
        claim(SPRING, "worked_on", INES, NOVEL, role="writer"),
        claim(SPRING, "worked_on", INES, NOVEL, role="actor"),
    ),
    (
        claim(SPRING, "platform", SHOW, LUMO, kind="premiere"),
        claim(SPRING, "platform", SHOW, LUMO, kind="acquire"),
    ),
]


@pytest.mark.parametrize(("one", "other"), SEPARATE)
def test_what_differs_in_its_key_is_two_facts(one: Claim, other: Claim) -> None:
    """Season, kind, result, speaker, unit and role are part of what a fact is."""
    result = accept_claims(one, other)

    assert len(result.facts) == 2
    assert result.contradictions == ()


# -- planned and occurred -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("plan", "telling", "status"),
    [
        (SUMMER, None, EventStatus.PLANNED),
        (None, SUMMER, EventStatus.OCCURRED),
        (SUMMER, AUTUMN, EventStatus.OCCURRED),
        (SUMMER, UNDATED, EventStatus.OCCURRED),
        (UNDATED, SPRING, EventStatus.OCCURRED),
        (SUMMER, SPRING, EventStatus.PLANNED),
        (SUMMER, document("same-day", "2021-07-01"), EventStatus.PLANNED),
        (SUMMER, document("same-year", "2021"), EventStatus.PLANNED),
        (SUMMER, document("next-year", "2022"), EventStatus.OCCURRED),
        (SUMMER, SUMMER, EventStatus.PLANNED),
        (UNDATED, UNDATED, EventStatus.PLANNED),
    ],
)
def test_a_plan_becomes_an_event_by_a_later_telling(
    plan: Document | None, telling: Document | None, status: EventStatus
) -> None:
    """A later document or one without a date turns planned into occurred; no other does."""
    claims = []
    if plan:
        claims.append(claim(plan, "platform", SEASON_2, LUMO, tense=FUTURE))
    if telling:
        claims.append(claim(telling, "platform", SEASON_2, LUMO, at=1))
    documents = {it.id: it for it in (plan, telling) if it}

    (fact,) = accept(extract(*claims), documents.values()).facts

    assert fact.status is status


def test_every_plan_has_to_be_outweighed() -> None:
    """A plan that is told again after the telling leaves the event planned."""
    told = claim(SUMMER, "platform", SEASON_2, LUMO)
    plans = [claim(it, "platform", SEASON_2, LUMO, tense=FUTURE) for it in (SPRING, AUTUMN)]

    assert [fact.status for fact in facts("platform", told, plans[0])] == ["occurred"]
    assert [fact.status for fact in facts("platform", told, *plans)] == ["planned"]


def test_a_date_and_its_platform_have_one_status() -> None:
    """A document that tells the day as past says that the release has happened."""
    plan = claim(SUMMER, "platform", SEASON_2, LUMO, tense=FUTURE)
    told = claim(UNDATED, "premiere_date", SEASON_2, "--10-15", platform=LUMO)
    day = claim(SUMMER, "premiere_date", SEASON_2, "2021-10-15", platform=LUMO, tense=FUTURE, at=1)

    result = accept_claims(plan, told, day)

    assert {fact.relation: fact.status for fact in result.facts} == {
        "platform": EventStatus.OCCURRED,
        "premiere_date": EventStatus.OCCURRED,
    }


def test_one_interview_has_one_status() -> None:
    """Who answers the same publication about the same series is in the same interview."""
    plan = claim(SPRING, "interview", INES, LANTERN, about=SHOW, tense=FUTURE)
    told = claim(SUMMER, "interview", TOMAS, LANTERN, about=SHOW)

    assert [fact.status for fact in facts("interview", plan, told)] == ["occurred", "occurred"]


# -- told and denied ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "denied", "contradicts"),
    [
        (SPRING, AUTUMN, True),
        (SPRING, UNDATED, True),
        (UNDATED, SPRING, True),
        (AUTUMN, SPRING, False),
    ],
)
def test_what_is_told_and_denied_contradicts(
    told: Document, denied: Document, *, contradicts: bool
) -> None:
    """It is accepted all the same; an older denial was true in its day."""
    yes = claim(told, "season_status", SEASON_2, "renewed")
    no = claim(denied, "season_status", SEASON_2, "renewed", at=1, denied=True)

    result = accept_claims(yes, no)

    assert [fact.claims for fact in result.facts] == [(yes,)]
    assert [it.kind for it in result.contradictions] == (
        [DisagreementKind.POLARITY] if contradicts else []
    )
    for it in result.contradictions:
        assert [(side.polarity, side.claims) for side in it.sides] == [
            (Polarity.POSITIVE, (yes,)),
            (Polarity.NEGATIVE, (no,)),
        ]


def test_only_plain_denials_of_the_same_contradict() -> None:
    """A doubted denial, and one of another season, contradict nothing."""
    yes = claim(SPRING, "season_status", SEASON_2, "renewed")
    doubted = replace(
        claim(AUTUMN, "season_status", SEASON_2, "renewed", denied=True),
        modality=Modality.RUMOURED,
    )
    elsewhere = claim(AUTUMN, "season_status", SEASON_1, "renewed", denied=True)

    assert accept_claims(yes, doubted, elsewhere).contradictions == ()


def test_nothing_comes_of_nothing() -> None:
    """No claims make no facts."""
    result = accept_claims()

    assert result.facts == ()
    assert result.contradictions == ()
    assert result.differences == ()


def test_the_producers_of_a_show_are_facts_of_both_relations() -> None:
    """A company may be told as producer and as production company."""
    result = accept_claims(
        claim(SPRING, "producer", SHOW, BRANDVOLD),
        claim(SPRING, "production_company", SHOW, BRANDVOLD),
    )

    assert [fact.relation for fact in result.facts] == ["producer", "production_company"]

"""The acceptance policy where a thing can have one value: dates, counts, channels."""

import pytest

from claim_builder import (
    AUTUMN,
    KITE,
    LUMO,
    LUMO_NEWS,
    MAUD,
    SEASON_1,
    SEASON_2,
    SHOW,
    SPRING,
    SUMMER,
    UNDATED,
    accept_claims,
    claim,
)
from showgraph.graph.accepting.facts import Contradiction, DisagreementKind, Fact, Value
from showgraph.model import Claim, Document, Kind, Modality, Reference


def facts(relation: str, *claims: Claim) -> list[Fact]:
    """Return the accepted facts of a relation."""
    return [fact for fact in accept_claims(*claims).facts if fact.relation == relation]


def only_contradiction(*claims: Claim) -> Contradiction:
    """Return the one contradiction among claims."""
    (contradiction,) = accept_claims(*claims).contradictions
    return contradiction


def values(contradiction: Contradiction) -> list[tuple[Value, ...]]:
    """Return what each side holds."""
    return [side.values for side in contradiction.sides]


# -- dates --------------------------------------------------------------------------------------


def premieres(*dates: str) -> list[Claim]:
    """Return a claim of a premiere on a platform for each date, in different words."""
    return [
        claim(SPRING, "premiere_date", SEASON_2, date, platform=LUMO, at=at)
        for at, date in enumerate(dates)
    ]


@pytest.mark.parametrize(
    ("dates", "accepted"),
    [
        (("2021",), "2021"),
        (("2021", "2021-10-15"), "2021-10-15"),
        (("2021-10", "2021", "2021-10-15"), "2021-10-15"),
        (("2021", "2021-10"), "2021-10"),
        (("2021-10-15", "2021-10-15"), "2021-10-15"),
        (("2021-10-15", "--10-15"), "2021-10-15"),
        (("2021", "--10-15"), "2021"),
        (("--10-15",), None),
        (("--10-15", "--10-15"), None),
    ],
)
def test_dates_that_agree_give_the_finest(dates: tuple[str, ...], accepted: str | None) -> None:
    """Coarser dates agree with finer ones; a day without its year makes no date."""
    result = accept_claims(*premieres(*dates))

    found = [fact.object for fact in result.facts if fact.relation == "premiere_date"]
    assert found == ([accepted] if accepted else [])
    assert result.contradictions == ()


@pytest.mark.parametrize(
    ("dates", "sides"),
    [
        (("2021-10-15", "2021-10-22"), ["2021-10-15", "2021-10-22"]),
        (("2020", "2021-10"), ["2020", "2021-10"]),
        (("2021-10-15", "--10-22"), ["--10-22", "2021-10-15"]),
        (("2021-09", "--10-22"), ["--10-22", "2021-09"]),
        (("--10-15", "--10-22"), ["--10-15", "--10-22"]),
        (("2021", "--10-15", "--10-22"), ["--10-15", "--10-22"]),
        (("2021", "2021-10-15", "2021-10-22"), ["2021-10-15", "2021-10-22"]),
        (("2021-10-15", "2021-10-16", "2021-11"), ["2021-10-15", "2021-10-16", "2021-11"]),
    ],
)
def test_dates_that_clash_give_none(dates: tuple[str, ...], sides: list[str]) -> None:
    """Nothing is accepted, and both sides are kept."""
    result = accept_claims(*premieres(*dates))
    (contradiction,) = result.contradictions

    assert [fact for fact in result.facts if fact.relation == "premiere_date"] == []
    assert values(contradiction) == [(side,) for side in sides]
    assert contradiction.kind is DisagreementKind.DATE
    assert contradiction.subject == SEASON_2


def test_a_date_that_agrees_with_one_side_stands_on_it() -> None:
    """What agrees with several sides stands on none."""
    claims = premieres("2021-10-15", "2021-09", "2021-10", "--10-15")

    first, second = only_contradiction(*claims).sides

    assert first.values == ("2021-09",)
    assert first.claims == (claims[1],)
    assert second.values == ("2021-10-15",)
    assert second.claims == (claims[0], claims[2], claims[3])
    coarse, *days = premieres("2021", "2021-10-15", "2021-10-22")
    assert [side.claims for side in only_contradiction(coarse, *days).sides] == [
        (day,) for day in days
    ]


# -- premieres without a platform ---------------------------------------------------------------


def test_a_date_without_a_platform_joins_the_only_premiere() -> None:
    """It is the date of that release, and clashes with its other dates."""
    platform = claim(SPRING, "platform", SEASON_2, LUMO)
    date = claim(SUMMER, "premiere_date", SEASON_2, "2021-10-15")

    (fact,) = facts("premiere_date", platform, date)

    assert fact.values("platform") == (LUMO,)
    other = claim(SPRING, "premiere_date", SEASON_2, "2020", platform=LUMO, at=1)
    assert values(only_contradiction(platform, date, other)) == [("2020",), ("2021-10-15",)]


@pytest.mark.parametrize(
    "platforms",
    [
        (),
        (claim(SPRING, "platform", SEASON_2, LUMO), claim(SPRING, "platform", SEASON_2, KITE)),
        (claim(SPRING, "platform", SHOW, LUMO),),
        (claim(SPRING, "platform", SEASON_2, LUMO, kind="acquire"),),
        (claim(SPRING, "platform", SEASON_2, LUMO, modality=Modality.RUMOURED),),
    ],
)
def test_a_date_without_a_platform_may_stand_alone(platforms: tuple[Claim, ...]) -> None:
    """Without a release, or with several, nobody says on which platform it was."""
    (fact,) = facts("premiere_date", claim(SUMMER, "premiere_date", SEASON_2, "2021"), *platforms)

    assert fact.values("platform") == ()


def test_dates_on_two_platforms_do_not_clash() -> None:
    """The date of a release is one thing, the work may come out twice."""
    result = accept_claims(
        claim(SPRING, "premiere_date", SHOW, "2016", platform=KITE),
        claim(SPRING, "premiere_date", SHOW, "2018", platform=LUMO, at=1),
    )

    assert result.contradictions == ()
    assert [fact.object for fact in result.facts if fact.relation == "premiere_date"] == [
        "2016",
        "2018",
    ]


def test_a_final_season_without_a_number_stays_itself() -> None:
    """Nothing here guesses which season is meant."""
    final = Reference(Kind.SEASON, "Harbour Lights", season="final")
    result = accept_claims(
        claim(SPRING, "premiere_date", SHOW, "2020", season="final"),
        claim(SPRING, "premiere_date", SEASON_2, "2021", at=1),
    )

    assert {fact.subject for fact in result.facts} == {final, SEASON_2}
    assert result.contradictions == ()


# -- other single values ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("relation", "subject", "one", "other"),
    [
        ("episode_count", SEASON_1, "5", "6"),
        ("character_age", MAUD, "20", "30"),
        ("season_count", SHOW, "3", "4"),
        ("trailer_date", SEASON_2, "2021-09-28", "2021-09-29"),
    ],
)
def test_two_values_of_one_are_none(
    relation: str, subject: Reference, one: str, other: str
) -> None:
    """In documents of one time, two numbers clash; equal ones do not."""
    claims = [claim(UNDATED, relation, subject, it, at=int(it[-1])) for it in (one, other)]

    contradiction = only_contradiction(*claims)

    assert facts(relation, *claims) == []
    assert values(contradiction) == [(one,), (other,)]
    assert [side.claims for side in contradiction.sides] == [(claims[0],), (claims[1],)]
    assert [fact.object for fact in facts(relation, claims[0], claims[0])] == [one]


@pytest.mark.parametrize(
    ("told", "accepted"),
    [
        (((SPRING, "2"), (AUTUMN, "3")), "3"),
        (((SPRING, "2"), (SUMMER, "3"), (AUTUMN, "4")), "4"),
        (((SPRING, "3"), (AUTUMN, "2")), None),
        (((UNDATED, "2"), (AUTUMN, "3")), None),
        (((SPRING, "2"), (UNDATED, "3")), None),
        (((SPRING, "2"), (AUTUMN, "3"), (AUTUMN, "2")), None),
    ],
)
def test_a_count_of_seasons_may_grow(
    told: tuple[tuple[Document, str], ...], accepted: str | None
) -> None:
    """A smaller number in an older document was true in its day."""
    claims = [
        claim(where, "season_count", SHOW, number, at=at) for at, (where, number) in enumerate(told)
    ]

    result = accept_claims(*claims)

    assert [fact.object for fact in result.facts] == ([accepted] if accepted else [])
    assert len(result.contradictions) == (0 if accepted else 1)


def test_two_channels_of_one_release_are_none() -> None:
    """The release stands, without a channel; both sides are kept."""
    other = Reference(Kind.CHANNEL, "Lumo Classics", work="Lumo")
    claims = [
        claim(SPRING, "platform", SEASON_1, LUMO, channel=LUMO_NEWS),
        claim(SUMMER, "platform", SEASON_1, LUMO, channel=other),
    ]

    (fact,) = facts("platform", *claims)
    contradiction = only_contradiction(*claims)

    assert fact.values("channel") == ()
    assert contradiction.aspect == "channel"
    assert values(contradiction) == [(other,), (LUMO_NEWS,)]
    assert [fact.values("channel") for fact in facts("platform", claims[0])] == [(LUMO_NEWS,)]


@pytest.mark.parametrize(
    ("times", "accepted", "sides"),
    [
        (("",), "", 0),
        (("", "two minutes"), "PT2M", 0),
        (("120 seconds", "two minutes"), "PT2M", 0),
        (("one minute", "two minutes"), "", 2),
    ],
)
def test_a_trailer_is_there_whatever_its_length(
    times: tuple[str, ...], accepted: str, sides: int
) -> None:
    """Running times that clash leave the trailer without one."""
    claims = [claim(SPRING, "trailer", SEASON_2, it, at=at) for at, it in enumerate(times)]

    result = accept_claims(*claims)

    assert [(fact.object, len(fact.claims)) for fact in result.facts] == [(accepted, len(claims))]
    assert sum(len(it.sides) for it in result.contradictions) == sides

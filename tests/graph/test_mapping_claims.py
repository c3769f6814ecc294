"""Claims of every standing in the claims graph."""

from dataclasses import replace

import pytest

from claim_builder import (
    ADA,
    AUTUMN,
    BRANDVOLD,
    INES,
    KITE,
    LANTERN,
    LUMO,
    LUMO_NEWS,
    MAUD,
    NOVEL,
    OLLIE,
    SEASON_2,
    SEASON_3,
    SHOW,
    SPRING,
    SUMMER,
    TOMAS,
    claim,
)
from graph_picture import Picture, draw
from showgraph.model import Claim, Modality, Tense
from showgraph.namespaces import OA, RDF, SG
from showgraph.store import NamedNode

SEASON_CLAIM = "Harbour Lights, season 2 seasonOf Harbour Lights [Harbour Lights, season 2]"
TRAILER_CLAIM = (
    "Trailer of Harbour Lights, season 2 trailerOf Harbour Lights, season 2"
    " [Trailer of Harbour Lights, season 2]"
)
STATED: list[tuple[Claim, set[str]]] = [
    (
        claim(SPRING, "director", SHOW, TOMAS),
        {"Harbour Lights director Tomas Brandvold [DirectingCredit]"},
    ),
    (
        claim(SPRING, "cast_member", SHOW, INES, character=MAUD, kind="main"),
        {
            "Harbour Lights castMember Ines Calloway [Performance]",
            "Performance portrays Maud Ferris",
            "Performance castKind cast-kind/main",
        },
    ),
    (claim(SPRING, "season", SHOW, SEASON_2), {SEASON_CLAIM}),
    (claim(SPRING, "genre", SHOW, "drama"), {"Harbour Lights genre genre/drama"}),
    (
        claim(SPRING, "platform", SHOW, LUMO, channel=LUMO_NEWS, tense=Tense.FUTURE),
        {
            "Harbour Lights releasedOn Lumo [Release]",
            "Release onChannel Lumo Extra",
            "Release status event-status/planned",
            "Lumo Extra channelOf Lumo [Lumo Extra]",
        },
    ),
    (
        claim(SPRING, "premiere_date", SEASON_2, "2021", platform=LUMO),
        {
            "Harbour Lights, season 2 releasedOn Lumo [Release]",
            "Release releaseDate 2021-01-01 2021-12-31",
            "Release status event-status/occurred",
            SEASON_CLAIM,
        },
    ),
    (
        claim(SPRING, "premiere_date", SHOW, "2021-10-15"),
        {
            "Harbour Lights hasRelease Release [Release]",
            "Release releaseDate 2021-10-15 2021-10-15",
            "Release status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "premiere_date", SHOW, "--10-15"),
        {"Harbour Lights releaseDate --10-15 -"},
    ),
    (
        claim(SPRING, "platform", SHOW, LUMO, kind="acquire"),
        {
            "Harbour Lights acquirer Lumo [RightsAcquisition]",
            "RightsAcquisition status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "trailer", SEASON_2, "two minutes"),
        {
            TRAILER_CLAIM,
            "Trailer of Harbour Lights, season 2 runningTime PT2M",
            SEASON_CLAIM,
        },
    ),
    (
        claim(SPRING, "trailer_release", SEASON_2, "streaming"),
        {
            "Trailer of Harbour Lights, season 2 hasRelease Release [Release]",
            "Release status event-status/occurred",
            TRAILER_CLAIM,
            SEASON_CLAIM,
        },
    ),
    (
        claim(SPRING, "interview", INES, LANTERN, about=SHOW),
        {
            "Ines Calloway interviewer Evening Lantern [Interview]",
            "Interview interviewee Ines Calloway",
            "Interview status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "announcement", SHOW, BRANDVOLD, medium=KITE, featuring=(INES, ADA)),
        {
            "Harbour Lights announcer Brandvold Pictures [Announcement]",
            "Announcement medium Kite",
            "Announcement features Ada Wrenfield",
            "Announcement features Ines Calloway",
            "Announcement status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "shooting", SHOW, "12 days"),
        {
            "Harbour Lights duration 12 days [Shooting]",
            "Shooting duration 12 days",
            "Shooting status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "award", INES, "Golden Buoy", result="won"),
        {
            "Ines Calloway awardName Golden Buoy [Recognition]",
            "Recognition status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "worked_on", INES, NOVEL, debut="the theatre"),
        {"The Tide Tables contributor Ines Calloway [Credit]", "Credit debutIn the theatre"},
    ),
    (
        claim(SPRING, "audience_figure", LUMO, "7", unit="countries"),
        {"Lumo figureValue 7 [AudienceFigure]"},
    ),
    (
        claim(SPRING, "statement", SHOW, "plot", denied=True),
        {"Harbour Lights topic topic/plot [Statement]"},
    ),
]


@pytest.mark.parametrize(("it", "expected"), STATED)
def test_a_claim_states_these_things(it: Claim, expected: set[str]) -> None:
    """One main claim, one for each attribute, one for each part of a work that it names."""
    assert draw(it).claims() == expected


# -- rank ---------------------------------------------------------------------------------------


def normal(*claims: Claim) -> set[str]:
    """Return the claims that support nothing."""
    return {line.removesuffix(" -") for line in draw(*claims).claims() if line.endswith(" -")}


def test_the_claim_of_the_accepted_date_is_preferred() -> None:
    """So is its day without the year; a coarser date agrees and does not support."""
    claims = [
        claim(SPRING, "premiere_date", SHOW, date, platform=LUMO, at=at)
        for at, date in enumerate(("2021-10-15", "--10-15", "2021"))
    ]

    assert normal(*claims) == {"Release releaseDate 2021-01-01 2021-12-31"}


def test_claims_that_clash_are_not_preferred() -> None:
    """Neither side supports anything."""
    claims = [claim(SPRING, "episode_count", SHOW, it, at=int(it)) for it in ("5", "6")]

    assert normal(*claims) == {"Harbour Lights episodeCount 5", "Harbour Lights episodeCount 6"}


def test_a_plan_that_has_happened_supports_the_release_and_not_its_status() -> None:
    """The status of the event is what the later document tells."""
    claims = [
        claim(SPRING, "platform", SHOW, LUMO, tense=Tense.FUTURE),
        claim(AUTUMN, "platform", SHOW, LUMO),
    ]

    assert normal(*claims) == {"Release status event-status/planned"}


LESSER: list[tuple[Claim, set[str]]] = [
    (claim(SPRING, "director", SHOW, ADA), {"Harbour Lights director Ada Wrenfield"}),
    (
        claim(SPRING, "cast_member", SHOW, ADA, character=MAUD),
        {
            "Harbour Lights castMember Ada Wrenfield",
            "Ada Wrenfield playsCharacter Maud Ferris",
        },
    ),
    (
        claim(SPRING, "platform", SHOW, LUMO, date="2022"),
        {"Harbour Lights releasedOn Lumo", "Harbour Lights releaseDate 2022-01-01 2022-12-31"},
    ),
    (
        claim(SPRING, "premiere_date", SHOW, "2022-05"),
        {"Harbour Lights releaseDate 2022-05-01 2022-05-31"},
    ),
    (claim(SPRING, "platform", SHOW, LUMO, kind="acquire"), {"Harbour Lights acquirer Lumo"}),
    (
        claim(SPRING, "season", SHOW, SEASON_3),
        {"Harbour Lights, season 3 seasonOf Harbour Lights"},
    ),
    (
        claim(SPRING, "trailer_date", SHOW, "2022"),
        {"Trailer of Harbour Lights releaseDate 2022-01-01 2022-12-31"},
    ),
    (
        claim(SPRING, "trailer_release", SHOW, "streaming"),
        {"Trailer of Harbour Lights trailerOf Harbour Lights"},
    ),
    (
        claim(SPRING, "trailer_release", SHOW, "streaming", platform=KITE),
        {
            "Trailer of Harbour Lights releasedOn Kite",
            "Trailer of Harbour Lights trailerOf Harbour Lights",
        },
    ),
    (claim(SPRING, "interview", INES, LANTERN), {"Ines Calloway interviewer Evening Lantern"}),
    (claim(SPRING, "statement", INES, "feeling"), {"Ines Calloway topic topic/feeling"}),
    (
        claim(SPRING, "relationship", MAUD, OLLIE, kind="couple"),
        {"Maud Ferris partner Ollie Quist"},
    ),
]


@pytest.mark.parametrize(("it", "expected"), LESSER)
def test_claims_of_lesser_status_speak_of_things_alone(it: Claim, expected: set[str]) -> None:
    """No node is minted for what is doubted, and nothing is accepted."""
    found = draw(replace(it, modality=Modality.POSSIBLE))

    assert found.claims() == {f"{line} -" for line in expected}
    assert found.facts() == set()


# -- parts --------------------------------------------------------------------------------------


def naming(found: Picture) -> list[str]:
    """Return the words of the claims that a season is there, sorted."""
    return sorted(
        word
        for node in found.nodes("Claim")
        if found.values(node, RDF + "predicate") == ["seasonOf"]
        for span in found.linked(node, SG + "evidence")
        for word in quotes(found, span)
    )


def quotes(found: Picture, span: NamedNode) -> list[str]:
    """Return the words of a span."""
    return [
        word
        for selector in found.linked(span, OA + "hasSelector")
        for word in found.values(selector, OA + "exact")
    ]


def test_a_season_is_there_by_the_first_words_of_each_document_that_name_it() -> None:
    """One claim for each document, not one for each time that it is named."""
    found = draw(
        claim(SPRING, "director", SEASON_2, TOMAS, at=5),
        claim(SPRING, "writer", SEASON_2, TOMAS, at=2),
        claim(SUMMER, "genre", SEASON_2, "drama", at=4),
        claim(AUTUMN, "director", SEASON_2, ADA, at=1, modality=Modality.RUMOURED),
    )

    assert naming(found) == ["word02", "word04"]


def test_a_season_that_is_told_outright_is_there_by_those_words() -> None:
    """An explicit claim goes before any mention."""
    found = draw(
        claim(SPRING, "director", SEASON_2, TOMAS, at=2),
        claim(SPRING, "season", SHOW, SEASON_2, at=9),
    )

    assert naming(found) == ["word09"]


def test_what_is_stated_twice_in_the_same_words_is_one_claim() -> None:
    """A date told beside its platform, and the platform beside its date, meet."""
    found = draw(
        claim(SPRING, "platform", SHOW, LUMO, date="2021"),
        claim(SPRING, "premiere_date", SHOW, "2021", platform=LUMO),
    )

    assert len(found.nodes("Claim")) == 3
    relations = [found.values(node, SG + "relation") for node in found.nodes("Claim")]
    assert [len(it) for it in relations] == [1, 1, 1]


def test_a_run_names_the_rules_of_its_claims_and_no_others() -> None:
    """Of two rules that find the same in the same words the claim bears one, and so the run."""
    told = claim(SPRING, "director", SHOW, TOMAS)
    found = draw(told, replace(told, rule="a.rule"), claim(SPRING, "genre", SHOW, "drama"))

    (run,) = found.nodes("Run")
    borne = [found.values(node, SG + "rule") for node in found.nodes("Claim")]
    assert len(borne) == 2
    assert sorted(rule for rules in borne for rule in rules) == found.values(run, SG + "usesRule")

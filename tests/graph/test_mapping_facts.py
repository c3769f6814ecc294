"""Each relation of the fact record as triples of the accepted graph."""

import pytest

from claim_builder import (
    ADA,
    BRANDVOLD,
    HARWICK,
    INES,
    KITE,
    LANTERN,
    LUMO,
    LUMO_NEWS,
    MAUD,
    NOVEL,
    OLLIE,
    SEASON_1,
    SEASON_2,
    SHOW,
    SPRING,
    TOMAS,
    claim,
)
from graph_picture import draw
from showgraph.model import Claim, Kind, Reference, Tense
from showgraph.relations import RELATIONS

SEASON_1_LINKS = {
    "Harbour Lights, season 1 seasonOf Harbour Lights",
    "Harbour Lights, season 1 seasonNumber 1",
}
SEASON_2_LINKS = {
    "Harbour Lights, season 2 seasonOf Harbour Lights",
    "Harbour Lights, season 2 seasonNumber 2",
}
TRAILER_LINK = "Trailer of Harbour Lights, season 2 trailerOf Harbour Lights, season 2"
CHARACTERS = {
    "Harbour Lights hasCharacter Maud Ferris",
    "Harbour Lights hasCharacter Ollie Quist",
}
TRAILER = Reference(Kind.TRAILER, "Harbour Lights", season="2")


def credit(link: str, kind: str, agent: str, work: str = "Harbour Lights") -> set[str]:
    """Return the two links of a credit."""
    return {f"{work} {link} {kind}", f"{kind} creditedAgent {agent}"}


FACTS: list[tuple[Claim, set[str]]] = [
    (claim(SPRING, "season", SHOW, SEASON_1), SEASON_1_LINKS),
    (
        claim(SPRING, "creator", SHOW, INES),
        credit("hasCreatorCredit", "CreatorCredit", "Ines Calloway"),
    ),
    (
        claim(SPRING, "producer", SHOW, BRANDVOLD),
        credit("hasProductionCredit", "ProductionCredit", "Brandvold Pictures"),
    ),
    (
        claim(SPRING, "production_company", SHOW, BRANDVOLD),
        credit("hasProductionCredit", "ProductionCredit", "Brandvold Pictures"),
    ),
    (
        claim(SPRING, "writer", SHOW, INES, season="1", episode="2"),
        credit(
            "hasWritingCredit",
            "WritingCredit",
            "Ines Calloway",
            "Harbour Lights, season 1, episode 2",
        )
        | SEASON_1_LINKS
        | {
            "Harbour Lights, season 1, episode 2 partOfSeason Harbour Lights, season 1",
            "Harbour Lights, season 1, episode 2 episodeNumber 2",
        },
    ),
    (
        claim(SPRING, "writer", SHOW, INES, episode="2"),
        credit("hasWritingCredit", "WritingCredit", "Ines Calloway", "Harbour Lights, episode 2")
        | {
            "Harbour Lights, episode 2 partOfSeries Harbour Lights",
            "Harbour Lights, episode 2 episodeNumber 2",
        },
    ),
    (
        claim(SPRING, "director", SHOW, TOMAS),
        credit("hasDirectingCredit", "DirectingCredit", "Tomas Brandvold"),
    ),
    (
        claim(SPRING, "executive_producer", SHOW, ADA),
        credit("hasExecutiveProductionCredit", "ExecutiveProductionCredit", "Ada Wrenfield"),
    ),
    (
        claim(SPRING, "showrunner", SHOW, ADA),
        credit("hasShowrunningCredit", "ShowrunningCredit", "Ada Wrenfield"),
    ),
    (
        claim(SPRING, "composer", SHOW, ADA),
        credit("hasComposingCredit", "ComposingCredit", "Ada Wrenfield"),
    ),
    (
        claim(SPRING, "cast_member", SHOW, INES, character=MAUD, kind="lead"),
        credit("hasPerformance", "Performance", "Ines Calloway")
        | {"Performance portrays Maud Ferris", "Performance castKind cast-kind/main"},
    ),
    (
        claim(SPRING, "cast_member", TRAILER, INES, kind="voice-over"),
        credit(
            "hasPerformance", "Performance", "Ines Calloway", "Trailer of Harbour Lights, season 2"
        )
        | {"Performance castKind cast-kind/voice-over", TRAILER_LINK}
        | SEASON_2_LINKS,
    ),
    (
        claim(SPRING, "character_in", SHOW, MAUD),
        {"Harbour Lights hasCharacter Maud Ferris"},
    ),
    (
        claim(SPRING, "platform", SEASON_1, KITE, channel=LUMO_NEWS, kind="stream"),
        {
            "Harbour Lights, season 1 hasRelease Release",
            "Release onPlatform Kite",
            "Release onChannel Lumo Extra",
            "Release releaseKind release-kind/premiere",
            "Release status event-status/occurred",
            "Lumo Extra channelOf Lumo",
        }
        | SEASON_1_LINKS,
    ),
    (
        claim(SPRING, "platform", SHOW, LUMO, kind="acquire"),
        {
            "RightsAcquisition acquirer Lumo",
            "RightsAcquisition concerns Harbour Lights",
            "RightsAcquisition status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "premiere_date", SHOW, "2021-10", tense=Tense.FUTURE),
        {
            "Harbour Lights hasRelease Release",
            "Release releaseKind release-kind/premiere",
            "Release status event-status/planned",
            "Release earliestDate 2021-10-01",
            "Release latestDate 2021-10-31",
            "Release datePrecision date-precision/month",
        },
    ),
    (
        claim(SPRING, "trailer_date", SEASON_2, "2021-09-28"),
        {
            "Trailer of Harbour Lights, season 2 hasRelease Release",
            "Release releaseKind release-kind/trailer",
            "Release status event-status/occurred",
            "Release earliestDate 2021-09-28",
            "Release latestDate 2021-09-28",
            "Release datePrecision date-precision/day",
            TRAILER_LINK,
        }
        | SEASON_2_LINKS,
    ),
    (
        claim(SPRING, "trailer_release", SEASON_2, "streaming", platform=KITE),
        {
            "Trailer of Harbour Lights, season 2 hasRelease Release",
            "Release onPlatform Kite",
            "Release releaseKind release-kind/trailer",
            "Release status event-status/occurred",
            TRAILER_LINK,
        }
        | SEASON_2_LINKS,
    ),
    (
        claim(SPRING, "trailer", SEASON_2, "two minutes"),
        {TRAILER_LINK, "Trailer of Harbour Lights, season 2 runningTime PT2M"} | SEASON_2_LINKS,
    ),
    (claim(SPRING, "season_count", SHOW, "3"), {"Harbour Lights seasonCount 3"}),
    (
        claim(SPRING, "episode_count", SEASON_1, "6"),
        {"Harbour Lights, season 1 episodeCount 6"} | SEASON_1_LINKS,
    ),
    (
        claim(SPRING, "season_status", SHOW, "last season", season="1"),
        {"Harbour Lights, season 1 seasonStatus season-status/final"} | SEASON_1_LINKS,
    ),
    (claim(SPRING, "genre", SHOW, "romcom"), {"Harbour Lights genre genre/romantic-comedy"}),
    (
        claim(SPRING, "country_or_language", SHOW, "Portuguese"),
        {"Harbour Lights countryOrLanguage origin/portuguese"},
    ),
    (claim(SPRING, "based_on", SHOW, NOVEL), {"Harbour Lights basedOn The Tide Tables"}),
    (claim(SPRING, "spin_off_of", SHOW, NOVEL), {"Harbour Lights spinOffOf The Tide Tables"}),
    (claim(SPRING, "location", SHOW, HARWICK), {"Harbour Lights setIn Harwick"}),
    (claim(SPRING, "filming_location", SHOW, HARWICK), {"Harbour Lights filmedIn Harwick"}),
    (
        claim(SPRING, "award", INES, "Golden Buoy", result="winner"),
        {
            "Recognition honoree Ines Calloway",
            "Recognition awardName Golden Buoy",
            "Recognition recognitionResult recognition-result/won",
            "Recognition status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "award", SHOW, "Golden Buoy"),
        {
            "Recognition honoredWork Harbour Lights",
            "Recognition awardName Golden Buoy",
            "Recognition status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "worked_on", INES, NOVEL, role="actress", debut="the cinema"),
        credit("hasPerformance", "Performance", "Ines Calloway", "The Tide Tables")
        | {"Performance debutIn the cinema"},
    ),
    (
        claim(SPRING, "worked_on", INES, NOVEL),
        credit("hasCredit", "Credit", "Ines Calloway", "The Tide Tables"),
    ),
    (
        claim(SPRING, "interview", INES, LANTERN, about=SHOW),
        {
            "Interview interviewee Ines Calloway",
            "Interview interviewer Evening Lantern",
            "Interview concerns Harbour Lights",
            "Interview status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "announcement", SHOW, BRANDVOLD, medium=KITE, featuring=(INES, ADA)),
        {
            "Announcement announcer Brandvold Pictures",
            "Announcement concerns Harbour Lights",
            "Announcement medium Kite",
            "Announcement features Ines Calloway",
            "Announcement features Ada Wrenfield",
            "Announcement status event-status/occurred",
        },
    ),
    (
        claim(SPRING, "shooting", SEASON_1, "12-13 days"),
        {
            "Shooting concerns Harbour Lights, season 1",
            "Shooting duration 12-13 days",
            "Shooting status event-status/occurred",
        }
        | SEASON_1_LINKS,
    ),
    (
        claim(SPRING, "relationship", OLLIE, MAUD, kind="dating"),
        {
            "Relationship partner Maud Ferris",
            "Relationship partner Ollie Quist",
            "Relationship relationshipKind relationship-kind/couple",
            "Relationship concerns Harbour Lights",
        }
        | CHARACTERS,
    ),
    (
        claim(SPRING, "relationship", OLLIE, MAUD, kind="couple", season="1"),
        {
            "Relationship partner Maud Ferris",
            "Relationship partner Ollie Quist",
            "Relationship relationshipKind relationship-kind/couple",
            "Relationship concerns Harbour Lights, season 1",
        }
        | CHARACTERS
        | SEASON_1_LINKS,
    ),
    (
        claim(SPRING, "character_age", MAUD, "41"),
        {"Maud Ferris age 41", "Harbour Lights hasCharacter Maud Ferris"},
    ),
    (
        claim(SPRING, "story_gap", SEASON_2, "14 months", since=SEASON_1),
        {"Harbour Lights, season 2 storyGap 14 months"} | SEASON_2_LINKS,
    ),
    (
        claim(SPRING, "audience_figure", LUMO, "2,500,000", unit="subscribers"),
        {
            "AudienceFigure measuredOutlet Lumo",
            "AudienceFigure figureUnit subscribers",
            "AudienceFigure figureValue 2500000",
        },
    ),
    (
        claim(SPRING, "statement", MAUD, "trait", season=SEASON_2, speaker=INES),
        {
            "Statement about Maud Ferris",
            "Statement topic topic/trait",
            "Statement inSeason Harbour Lights, season 2",
            "Statement speaker Ines Calloway",
            "Statement statementPolarity polarity/positive",
            "Harbour Lights hasCharacter Maud Ferris",
        }
        | SEASON_2_LINKS,
    ),
    (
        claim(SPRING, "statement", SHOW, "theme", season="1", denied=True),
        {
            "Statement about Harbour Lights, season 1",
            "Statement topic topic/theme",
            "Statement inSeason Harbour Lights, season 1",
            "Statement statementPolarity polarity/negative",
        }
        | SEASON_1_LINKS,
    ),
]


def with_a_series(it: Claim) -> tuple[Claim, ...]:
    """Return a claim about characters with one that tells their series; others alone."""
    if it.subject.kind is not Kind.CHARACTER:
        return (it,)
    return (it, claim(SPRING, "season_count", SHOW, "9", at=9))


@pytest.mark.parametrize(("it", "expected"), FACTS)
def test_a_claim_makes_these_triples(it: Claim, expected: set[str]) -> None:
    """The accepted graph holds just them, beside classes and labels."""
    assert draw(*with_a_series(it)).facts() - {"Harbour Lights seasonCount 9"} == expected


def test_every_relation_has_its_triples() -> None:
    """A relation that is added to the table without a case here fails this test."""
    assert {it.relation for it, _ in FACTS} == set(RELATIONS)

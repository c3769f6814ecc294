"""Each relation of the fact record as triples of the accepted graph, and as claims."""

import pytest

from claim_builder import (
    ADA,
    AUTUMN,
    BRANDVOLD,
    DOCUMENTS,
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
    UNDATED,
    claim,
    extract,
)
from graph_picture import Picture
from showgraph.graph.acceptance import accept
from showgraph.graph.mapping import Run, to_quads
from showgraph.model import Claim, Entity, Kind, Modality, Reference, Tense
from showgraph.relations import RELATIONS
from showgraph.store import Literal, NamedNode

RUN = Run("0.1.0", "0" * 16)
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


def picture(*claims: Claim, entities: tuple[Entity, ...] = ()) -> Picture:
    """Return the quads of claims, to be looked at."""
    extraction = extract(*claims, entities=entities)
    accepted = accept(extraction, DOCUMENTS)
    assert accepted.rejections == ()
    return Picture(to_quads(accepted, extraction, DOCUMENTS, run=RUN))


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
    assert picture(*with_a_series(it)).facts() - {"Harbour Lights seasonCount 9"} == expected


def test_every_relation_has_its_triples() -> None:
    """A relation that is added to the table without a case here fails this test."""
    assert {it.relation for it, _ in FACTS} == set(RELATIONS)


def test_a_character_of_an_unknown_series_has_no_home() -> None:
    """Its title is not made into a series that no document speaks of."""
    assert picture(claim(SPRING, "character_age", MAUD, "41")).facts() == {"Maud Ferris age 41"}


@pytest.mark.parametrize("relation", ["portrayed", "listed"])
def test_a_character_with_a_home_gets_no_second_one(relation: str) -> None:
    """Whom somebody plays is a character of that work by inference."""
    home = {
        "portrayed": claim(SPRING, "cast_member", SHOW, INES, character=MAUD),
        "listed": claim(SPRING, "character_in", SHOW, MAUD),
    }
    found = picture(home[relation], claim(SPRING, "character_age", MAUD, "41", at=1))

    links = {line for line in found.facts() if "hasCharacter" in line}
    assert len(links) == (0 if relation == "portrayed" else 1)
    assert not any("hasCharacter" in line and "[Maud" in line for line in found.claims())


def test_two_documents_meet_on_one_node() -> None:
    """Who names the actor and who names the part speak of one performance."""
    found = picture(
        claim(SPRING, "cast_member", SHOW, INES),
        claim(AUTUMN, "cast_member", SHOW, INES, character=MAUD),
        claim(UNDATED, "interview", INES, LANTERN, about=SHOW),
        claim(UNDATED, "interview", TOMAS, LANTERN, about=SHOW),
        claim(SPRING, "producer", SHOW, BRANDVOLD),
        claim(AUTUMN, "production_company", SHOW, BRANDVOLD),
    )

    assert [len(found.nodes(it)) for it in ("Performance", "Interview", "ProductionCredit")] == [
        1,
        1,
        1,
    ]


def test_a_release_without_a_date_keeps_its_place() -> None:
    """Dates that clash leave the release with its platform."""
    found = picture(
        claim(SPRING, "premiere_date", SHOW, "2019", platform=LUMO),
        claim(AUTUMN, "premiere_date", SHOW, "2020", platform=LUMO),
    )

    assert found.facts() == {
        "Harbour Lights hasRelease Release",
        "Release onPlatform Lumo",
        "Release releaseKind release-kind/premiere",
        "Release status event-status/occurred",
    }


def test_names_are_labels() -> None:
    """The fullest name is the label, the other forms stand beside it; parts follow the whole."""
    lights = Entity(SHOW, "Harbour Lights: The Series", ("Harbour Lights", "HL"))
    season = Entity(SEASON_1, str(SEASON_1), ("the first season",))
    found = picture(
        claim(SPRING, "trailer", SEASON_1, ""),
        claim(SPRING, "trailer", SHOW, "", at=1, season="final"),
        entities=(lights, season),
    )

    labels = {
        (found.name(quad.subject), quad.object.value)
        for quad in found.quads
        if quad.predicate.value.endswith("altLabel") and isinstance(quad.object, Literal)
    }
    assert labels == {
        ("Harbour Lights: The Series", "HL"),
        ("Harbour Lights: The Series", "Harbour Lights"),
        ("Harbour Lights: The Series, season 1", "the first season"),
    }
    assert {
        "Harbour Lights: The Series, season 1",
        "Harbour Lights: The Series, final season",
        "Trailer of Harbour Lights: The Series, season 1",
        "Trailer of Harbour Lights: The Series, final season",
    } <= set(found.names.values())
    assert "Harbour Lights: The Series, final season seasonNumber" not in " ".join(found.facts())


def test_the_company_behind_a_platform_is_called_alike() -> None:
    """A platform does not acquire; the company of its name does."""
    found = picture(
        claim(SPRING, "platform", SHOW, LUMO, kind="acquire"),
        claim(SPRING, "platform", SHOW, LUMO, kind="stream", at=1),
        entities=(Entity(LUMO, "Lumo Television"),),
    )

    assert len(found.nodes("Organization")) == 1
    assert "RightsAcquisition acquirer Lumo Television" in found.facts()
    assert "Release onPlatform Lumo Television" in found.facts()


def test_what_is_only_doubted_is_no_fact() -> None:
    """A rumoured season is described beside its claims; whoever speaks is a fact."""
    rumoured = Reference(Kind.SEASON, "Harbour Lights", season="5")
    found = picture(
        claim(SPRING, "genre", SHOW, "drama"),
        claim(SPRING, "director", rumoured, ADA, at=1, modality=Modality.POSSIBLE, speaker=TOMAS),
    )

    graphs = {
        found.name(quad.subject): quad.graph_name.value.rpartition("/")[2]
        for quad in found.quads
        if quad.predicate.value.endswith("prefLabel") and isinstance(quad.graph_name, NamedNode)
    }
    assert graphs == {
        "Harbour Lights": "accepted",
        "Tomas Brandvold": "accepted",
        "Ada Wrenfield": "claims",
        "Harbour Lights, season 5": "claims",
    }
    assert found.facts() == {"Harbour Lights genre genre/drama"}

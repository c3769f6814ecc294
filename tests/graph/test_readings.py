"""Claims in the form in which they can be compared, and those that have none."""

from dataclasses import replace

import pytest

from claim_builder import (
    BRANDVOLD,
    DOCUMENTS,
    INES,
    KITE,
    LANTERN,
    LUMO,
    LUMO_NEWS,
    MAUD,
    NOVEL,
    OLLIE,
    OTHER_SHOW,
    SEASON_1,
    SEASON_2,
    SHOW,
    SPRING,
    SUMMER,
    TOMAS,
    UNDATED,
    beside,
    claim,
    extract,
)
from showgraph.graph.accepting.concepts import read_concepts
from showgraph.graph.accepting.facts import EventStatus, Reading
from showgraph.graph.accepting.readings import read_claims
from showgraph.model import Claim, Entity, Evidence, Kind, Qualifier, Reference, Rejection, Tense

CONCEPTS = read_concepts()


def read(*claims: Claim) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """Return readings and rejections of claims."""
    return read_claims(extract(*claims), DOCUMENTS, CONCEPTS)


def read_one(it: Claim) -> Reading:
    """Return the only reading of a claim that has no rejection."""
    (reading,), rejections = read(it)
    assert rejections == ()
    return reading


@pytest.mark.parametrize(
    ("season", "subject"),
    [
        ("2", SEASON_2),
        ("02", SEASON_2),
        (SEASON_2, SEASON_2),
        ("final", Reference(Kind.SEASON, "Harbour Lights", season="final")),
    ],
)
def test_a_season_beside_a_series_becomes_the_subject(
    season: str | Reference, subject: Reference
) -> None:
    """A number, a word and a reference name the same season."""
    assert read_one(claim(SPRING, "director", SHOW, TOMAS, season=season)).subject == subject


def test_several_seasons_give_a_reading_each() -> None:
    """A claim about two seasons says two things."""
    it = claim(SPRING, "cast_member", SHOW, INES, season=(SEASON_1, SEASON_2))

    readings, _ = read(it)

    assert [reading.subject for reading in readings] == [SEASON_1, SEASON_2]
    assert {reading.claim for reading in readings} == {it}


def test_an_episode_beside_a_season_becomes_the_subject() -> None:
    """The narrowest work that is told counts."""
    reading = read_one(claim(SPRING, "writer", SHOW, INES, season="2", episode="03"))

    assert reading.subject == Reference(Kind.EPISODE, "Harbour Lights", season="2", episode="3")


@pytest.mark.parametrize("subject", [MAUD, INES])
def test_a_season_beside_a_character_or_person_stays_beside(subject: Reference) -> None:
    """A statement about somebody holds for a season of their series, or of the document's."""
    claims = (
        claim(SPRING, "statement", subject, "trait", season="2"),
        claim(SPRING, "director", SHOW, TOMAS, at=1),
    )

    readings, rejections = read(*claims)

    assert rejections == ()
    assert [it.reference("season") for it in readings if it.subject == subject] == [SEASON_2]


def test_a_season_of_nobody_knows_what_is_left_out_with_a_reason() -> None:
    """In a document about two series, a number says nothing; the statement stands without it."""
    readings, rejections = read(
        claim(SPRING, "statement", INES, "feeling", season="2"),
        claim(SPRING, "director", SHOW, TOMAS, at=1),
        claim(SPRING, "director", OTHER_SHOW, TOMAS, at=2),
    )

    assert [it.values("season") for it in readings if it.relation == "statement"] == [()]
    assert [it.reason for it in rejections] == ["season 2 of what is not told; the rest is kept"]


@pytest.mark.parametrize(
    ("relation", "words", "label"),
    [
        ("genre", "rom-com", "romantic comedy"),
        ("country_or_language", "indian", "Indian"),
        ("season_status", "final season", "final"),
        ("statement", "Plot", "plot"),
    ],
)
def test_words_become_concepts(relation: str, words: str, label: str) -> None:
    """The preferred label of the concept stands for every word that names it."""
    assert read_one(claim(SPRING, relation, SHOW, words)).object == label


@pytest.mark.parametrize(
    ("relation", "subject", "value", "canonical"),
    [
        ("episode_count", SHOW, "08", "8"),
        ("audience_figure", LUMO, "130,000,000", "130000000"),
        ("audience_figure", LUMO, "2.50", "2.5"),
        ("character_age", MAUD, "0", "0"),
        ("trailer", SEASON_2, "two minutes", "PT2M"),
        ("trailer", SEASON_2, "", ""),
        ("shooting", SEASON_2, " 12-13  days", "12-13 days"),
    ],
)
def test_values_are_canonical(
    relation: str, subject: Reference, value: str, canonical: str
) -> None:
    """Two ways to write a value give one reading."""
    it = claim(SPRING, relation, subject, value)
    told = beside(it, {"unit": "people"}) if relation == "audience_figure" else it

    assert read_one(told).object == canonical


REJECTED = [
    (claim(SPRING, "genre", SHOW, "harbourpunk"), "is no word of the scheme genre"),
    (claim(SPRING, "statement", SHOW, "weather"), "is no word of the scheme topic"),
    (claim(SPRING, "relationship", MAUD, OLLIE, kind="rivals"), "scheme relationship-kind"),
    (claim(SPRING, "relationship", MAUD, OLLIE), "relationship needs its kind"),
    (claim(SPRING, "relationship", MAUD, MAUD, kind="couple"), "on both sides"),
    (claim(SPRING, "audience_figure", LUMO, "7"), "needs its unit"),
    (claim(SPRING, "season_count", SHOW, "three"), "is no number"),
    (claim(SPRING, "season_count", SHOW, "0"), "begins with 1"),
    (claim(SPRING, "episode_count", SHOW, "2.5"), "whole number"),
    (claim(SPRING, "premiere_date", SHOW, "soon"), "is no date"),
    (claim(SPRING, "premiere_date", SHOW, "2021-02-30"), "day"),
    (claim(SPRING, "award", INES, " "), "award has no object"),
    (claim(SPRING, "platform", SHOW, LUMO, date="soon"), "is no date"),
    (claim(SPRING, "director", SHOW, BRANDVOLD), "leads to a person, not to Brandvold"),
    (claim(SPRING, "director", SHOW, "Tomas"), "leads to a person, not to Tomas"),
    (claim(SPRING, "genre", SHOW, NOVEL), "leads to a words, not to a name"),
    (claim(SPRING, "director", INES, TOMAS), "director is not said of a person"),
    (claim(SPRING, "colour", SHOW, "blue"), "no relation 'colour'"),
    (replace(claim(SPRING, "genre", SHOW, "drama"), document="lost"), "no document 'lost'"),
    (
        replace(claim(SPRING, "genre", SHOW, "drama"), evidence=(Evidence(0, 6, "words!"),)),
        "the text at offset 0 is another",
    ),
    (
        replace(claim(SPRING, "genre", SHOW, "drama"), evidence=(Evidence(3, 3, ""),)),
        "the text at offset 3 is another",
    ),
]


@pytest.mark.parametrize(("it", "reason"), REJECTED)
def test_what_cannot_be_read_is_rejected_with_a_reason(it: Claim, reason: str) -> None:
    """Nothing is minted for it, and nothing is dropped in silence."""
    readings, (rejection,) = read(it)

    assert readings == ()
    assert reason in rejection.reason
    assert (rejection.document, rejection.rule) == (it.document, it.rule)


OMITTED: list[tuple[Claim, str, str]] = [
    (claim(SPRING, "cast_member", SHOW, INES, kind="towering"), "kind", "scheme cast-kind"),
    (claim(SPRING, "award", INES, "Golden Buoy", result="eyed"), "result", "recognition-result"),
    (claim(SPRING, "worked_on", INES, NOVEL, role="muse"), "role", "scheme role"),
    (claim(SPRING, "cast_member", SHOW, INES, character=LUMO), "character", "is no platform"),
]


@pytest.mark.parametrize(("it", "key", "reason"), OMITTED)
def test_a_side_that_cannot_be_read_is_left_out_alone(it: Claim, key: str, reason: str) -> None:
    """The rest of the claim is kept, and the rejection says why."""
    (reading,), (rejection,) = read(it)

    assert reading.values(key) == ()
    assert reason in rejection.reason


def test_a_running_time_that_is_none_leaves_the_trailer() -> None:
    """That there is a trailer is still told."""
    (reading,), (rejection,) = read(claim(SPRING, "trailer", SEASON_2, "over two minutes"))

    assert reading.object == ""
    assert "is no running time" in rejection.reason


@pytest.mark.parametrize(
    ("relation", "key", "words", "reference"),
    [
        ("cast_member", "character", "Maud Ferris", MAUD),
        ("premiere_date", "platform", "Lumo", LUMO),
        ("platform", "channel", "Lumo Extra", LUMO_NEWS),
        ("interview", "about", "Harbour Lights", SHOW),
        ("announcement", "medium", "Kite", KITE),
        ("announcement", "featuring", "Ines Calloway", INES),
    ],
)
def test_words_for_a_name_become_a_reference(
    relation: str, key: str, words: str, reference: Reference
) -> None:
    """What a qualifier names has the kind that belongs there, in words or as a reference."""
    ends: dict[str, tuple[Reference, Reference | str]] = {
        "cast_member": (SHOW, INES),
        "premiere_date": (SHOW, "2021"),
        "platform": (SHOW, LUMO),
        "interview": (INES, LANTERN),
        "announcement": (SHOW, BRANDVOLD),
    }
    told: tuple[Qualifier, ...] = (words, reference)

    subject, value = ends[relation]
    plain = claim(SPRING, relation, subject, value)
    found = [read(beside(plain, {key: it}))[0][0] for it in told]

    assert [it.values(key) for it in found] == [(reference,), (reference,)]


@pytest.mark.parametrize("kind", ["premiere", "release", "stream", "broadcast", "arrival", None])
def test_every_coming_out_is_a_premiere(kind: str | None) -> None:
    """The words that documents use for a release are one kind."""
    it = claim(SPRING, "platform", SHOW, LUMO)
    readings, _ = read(beside(it, {"kind": kind}) if kind else it)

    assert [it.values("kind") for it in readings] == [("premiere",)]


def test_a_date_beside_a_platform_is_a_date_too() -> None:
    """So is the platform beside a date: both claims give the same two readings."""
    one, _ = read(claim(SPRING, "platform", SEASON_2, LUMO, date="2021-10-15"))
    other, _ = read(claim(SPRING, "premiere_date", SEASON_2, "2021-10-15", platform=LUMO))

    def content(readings: tuple[Reading, ...]) -> set[tuple[object, ...]]:
        return {(it.relation, it.subject, it.object, it.qualifiers) for it in readings}

    assert len(one) == 2
    assert content(one) == content(other)


def test_a_date_beside_an_acquisition_is_no_premiere() -> None:
    """Rights change hands on one day and the work comes out on another."""
    (reading,), _ = read(claim(SPRING, "platform", SHOW, LUMO, kind="acquire", date="2021"))

    assert reading.values("kind") == ("acquire",)


def test_a_relationship_has_no_direction() -> None:
    """Either partner may be named first."""
    one = read_one(claim(SPRING, "relationship", MAUD, OLLIE, kind="couple"))
    other = read_one(claim(SPRING, "relationship", OLLIE, MAUD, kind="couple"))

    assert (one.subject, one.object) == (other.subject, other.object)


@pytest.mark.parametrize(
    ("relation", "value", "tense", "status"),
    [
        ("platform", LUMO, Tense.PAST, EventStatus.OCCURRED),
        ("platform", LUMO, Tense.PRESENT, EventStatus.OCCURRED),
        ("platform", LUMO, Tense.FUTURE, EventStatus.PLANNED),
        ("director", TOMAS, Tense.FUTURE, None),
    ],
)
def test_only_events_are_planned_or_have_happened(
    relation: str, value: Reference, tense: Tense, status: EventStatus | None
) -> None:
    """The tense of a claim says which."""
    assert read_one(claim(SPRING, relation, SHOW, value, tense=tense)).status is status


def test_spellings_with_one_iri_are_one_thing() -> None:
    """The spelling that an entity has stands for all."""
    shouted = replace(INES, name="INES CALLOWAY")
    claims = (
        claim(SPRING, "creator", SHOW, INES),
        claim(SUMMER, "creator", SHOW, shouted),
        claim(UNDATED, "cast_member", SHOW, TOMAS, character="MAUD FERRIS"),
        claim(UNDATED, "character_in", SHOW, MAUD, at=1),
    )
    extraction = replace(extract(*claims), entities=(Entity(INES, "Ines Calloway"),))

    readings, _ = read_claims(extraction, DOCUMENTS, CONCEPTS)

    assert {it.object for it in readings if it.relation == "creator"} == {INES}
    assert len({it for reading in readings for it in reading.references() if it.work}) == 1


def test_equal_claims_count_once() -> None:
    """A claim that is handed over twice has one reading."""
    it = claim(SPRING, "director", SHOW, TOMAS)

    readings, _ = read(it, it)

    assert len(readings) == 1

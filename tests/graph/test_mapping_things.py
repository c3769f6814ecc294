"""Things and nodes of the accepted graph: where claims meet, and what things are called."""

import pytest

from claim_builder import (
    ADA,
    AUTUMN,
    BRANDVOLD,
    INES,
    LANTERN,
    LUMO,
    MAUD,
    SEASON_1,
    SHOW,
    SPRING,
    TOMAS,
    UNDATED,
    claim,
)
from graph_picture import draw
from showgraph.model import Entity, Kind, Modality, Reference
from showgraph.store import Literal, NamedNode


def test_a_character_of_an_unknown_series_has_no_home() -> None:
    """Its title is not made into a series that no document speaks of."""
    assert draw(claim(SPRING, "character_age", MAUD, "41")).facts() == {"Maud Ferris age 41"}


@pytest.mark.parametrize("relation", ["portrayed", "listed"])
def test_a_character_with_a_home_gets_no_second_one(relation: str) -> None:
    """Whom somebody plays is a character of that work by inference."""
    home = {
        "portrayed": claim(SPRING, "cast_member", SHOW, INES, character=MAUD),
        "listed": claim(SPRING, "character_in", SHOW, MAUD),
    }
    found = draw(home[relation], claim(SPRING, "character_age", MAUD, "41", at=1))

    links = {line for line in found.facts() if "hasCharacter" in line}
    assert len(links) == (0 if relation == "portrayed" else 1)
    assert not any("hasCharacter" in line and "[Maud" in line for line in found.claims())


def test_two_documents_meet_on_one_node() -> None:
    """Who names the actor and who names the part speak of one performance."""
    found = draw(
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
    found = draw(
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
    found = draw(
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
    found = draw(
        claim(SPRING, "platform", SHOW, LUMO, kind="acquire"),
        claim(SPRING, "platform", SHOW, LUMO, kind="stream", at=1),
        entities=(Entity(LUMO, "Lumo Television"),),
    )

    assert len(found.nodes("Organization")) == 1
    assert "RightsAcquisition acquirer Lumo Television" in found.facts()
    assert "Release onPlatform Lumo Television" in found.facts()


@pytest.mark.row(39)
def test_what_is_only_doubted_is_no_fact() -> None:
    """A rumoured season is described beside its claims; whoever speaks is a fact."""
    rumoured = Reference(Kind.SEASON, "Harbour Lights", season="5")
    found = draw(
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

"""Contradictions and differences in the claims graph."""

import pytest

from claim_builder import (
    ADA,
    AUTUMN,
    BRANDVOLD,
    INES,
    LUMO,
    LUMO_NEWS,
    MAUD,
    OLLIE,
    SEASON_2,
    SEASON_3,
    SHOW,
    SPRING,
    SUMMER,
    TOMAS,
    UNDATED,
    claim,
)
from graph_picture import Picture, draw
from showgraph.model import Claim, Kind, Modality, Reference
from showgraph.namespaces import RDF, SG
from showgraph.store import Literal, NamedNode

OTHER_CHANNEL = Reference(Kind.CHANNEL, "Lumo Classics", work="Lumo")


def disagreement(kind: str, *claims: Claim) -> tuple[Picture, NamedNode, dict[str, list[str]]]:
    """Return the only contradiction or difference: its links, and the values of its sides."""
    found = draw(*claims)
    (node,) = found.nodes(kind)
    names = ("contradictionKind", "onSubject", "onPredicate")
    links = {name: found.values(node, SG + name) for name in names}
    sides = found.linked(node, SG + "side")
    links["values"] = sorted(" & ".join(found.values(side, SG + "value")) for side in sides)
    for side in sides:
        assert found.linked(side, SG + "claim")
    return found, node, links


CONTRADICTIONS = [
    (
        (
            claim(SPRING, "premiere_date", SHOW, "2019-05-01", platform=LUMO),
            claim(SUMMER, "premiere_date", SHOW, "2020", platform=LUMO),
            claim(AUTUMN, "premiere_date", SHOW, "--05-02", platform=LUMO, at=1),
            claim(AUTUMN, "premiere_date", SHOW, "2021-12", platform=LUMO, at=2),
        ),
        ["date", "Release", "releaseDate"],
        ["2019-05-01", "2020", "2021-12"],
    ),
    (
        (
            claim(SPRING, "premiere_date", SHOW, "2019"),
            claim(SUMMER, "premiere_date", SHOW, "2020"),
        ),
        ["date", "Harbour Lights", "releaseDate"],
        ["2019", "2020"],
    ),
    (
        (
            claim(SPRING, "trailer_date", SHOW, "--05-01"),
            claim(SUMMER, "trailer_date", SHOW, "--05-02"),
        ),
        ["date", "Trailer of Harbour Lights", "releaseDate"],
        ["--05-01", "--05-02"],
    ),
    (
        (
            claim(UNDATED, "season_count", SHOW, "3"),
            claim(SUMMER, "season_count", SHOW, "4"),
        ),
        ["count", "Harbour Lights", "seasonCount"],
        ["3", "4"],
    ),
    (
        (
            claim(SPRING, "platform", SHOW, LUMO, channel=LUMO_NEWS),
            claim(SUMMER, "platform", SHOW, LUMO, channel=OTHER_CHANNEL),
        ),
        ["value", "Release", "onChannel"],
        ["Lumo Classics", "Lumo Extra"],
    ),
    (
        (
            claim(SPRING, "trailer", SHOW, "one minute"),
            claim(SUMMER, "trailer", SHOW, "two minutes"),
        ),
        ["value", "Trailer of Harbour Lights", "runningTime"],
        ["PT1M", "PT2M"],
    ),
    (
        (
            claim(SPRING, "season_status", SHOW, "renewed"),
            claim(SUMMER, "season_status", SHOW, "renewed", denied=True),
        ),
        ["polarity", "Harbour Lights", "seasonStatus"],
        ["not renewed", "season-status/renewed"],
    ),
    (
        (
            claim(SPRING, "cast_member", SHOW, INES),
            claim(SUMMER, "cast_member", SHOW, INES, denied=True),
        ),
        ["polarity", "Harbour Lights", "castMember"],
        ["Ines Calloway", "not Ines Calloway"],
    ),
    (
        (
            claim(SPRING, "trailer", SHOW, ""),
            claim(SUMMER, "trailer", SHOW, "", denied=True),
        ),
        ["polarity", "Trailer of Harbour Lights", "trailerOf"],
        ["a trailer", "not a trailer"],
    ),
]


@pytest.mark.parametrize(("claims", "links", "values"), CONTRADICTIONS)
def test_contradictions_name_their_matter_and_sides(
    claims: tuple[Claim, ...], links: list[str], values: list[str]
) -> None:
    """The claims of every side are about the subject and property of the contradiction."""
    found, node, told = disagreement("Contradiction", *claims)

    kind, subject, predicate = links
    assert told == {
        "contradictionKind": [f"contradiction-kind/{kind}"],
        "onSubject": [subject],
        "onPredicate": [predicate],
        "values": values,
    }
    for side in found.linked(node, SG + "side"):
        for it in found.linked(side, SG + "claim"):
            assert found.linked(it, RDF + "subject") == found.linked(node, SG + "onSubject")
            assert found.values(it, RDF + "predicate") == [predicate]


DIFFERENCES = [
    (
        (
            claim(SPRING, "creator", SHOW, INES),
            claim(SUMMER, "creator", SHOW, BRANDVOLD),
        ),
        ["value", "Harbour Lights", "creator"],
        ["Brandvold Pictures", "Ines Calloway"],
    ),
    (
        (claim(SPRING, "genre", SHOW, "drama"), claim(SUMMER, "genre", SHOW, "comedy")),
        ["value", "Harbour Lights", "genre"],
        ["genre/comedy", "genre/drama"],
    ),
    (
        (
            claim(SPRING, "director", SHOW, INES),
            claim(SPRING, "director", SHOW, TOMAS, at=1),
            claim(SPRING, "director", SEASON_2, ADA, at=2, modality=Modality.POSSIBLE),
        ),
        ["scope", "Harbour Lights", "director"],
        ["Ada Wrenfield", "Ines Calloway & Tomas Brandvold"],
    ),
    (
        (
            claim(SPRING, "relationship", MAUD, OLLIE, kind="marriage", season=SEASON_2),
            claim(SUMMER, "relationship", MAUD, OLLIE, kind="marriage", season=SEASON_3),
        ),
        ["value", "Maud Ferris", "relationshipKind"],
        ["Harbour Lights, season 2", "Harbour Lights, season 3"],
    ),
]


@pytest.mark.parametrize(("claims", "links", "values"), DIFFERENCES)
def test_differences_name_their_matter_and_sides(
    claims: tuple[Claim, ...], links: list[str], values: list[str]
) -> None:
    """A side may hold several values; a difference of levels is about the series."""
    found, node, told = disagreement("Difference", *claims)

    kind, subject, predicate = links
    assert told == {
        "contradictionKind": [f"contradiction-kind/{kind}"],
        "onSubject": [subject],
        "onPredicate": [predicate],
        "values": values,
    }
    if predicate == "relationshipKind":
        assert found.values(node, SG + predicate) == ["relationship-kind/marriage"]
    assert all(isinstance(it.object, NamedNode | Literal) for it in found.quads)

"""Where documents tell a relation of many values differently."""

import pytest

from claim_builder import (
    ADA,
    AUTUMN,
    BRANDVOLD,
    INES,
    KITE,
    LUMO,
    MAUD,
    OLLIE,
    SEASON_1,
    SEASON_2,
    SEASON_3,
    SHOW,
    SPRING,
    SUMMER,
    TOMAS,
    UNDATED,
    accept_claims,
    claim,
)
from showgraph.graph.accepting.facts import Difference, DisagreementKind, Value
from showgraph.model import Claim, Document, Kind, Modality, Reference

SHORT_INES = Reference(Kind.PERSON, "Ines")
FINAL = Reference(Kind.SEASON, "Harbour Lights", season="final")


def sides(difference: Difference) -> list[tuple[tuple[Value, ...], list[str]]]:
    """Return the values of each side and the documents that give them."""
    return [(side.values, sorted({it.document for it in side.claims})) for side in difference.sides]


def directed(
    where: Document, *people: Reference, modality: Modality = Modality.ASSERTED
) -> list[Claim]:
    """Return a claim for each director that a document names."""
    return [
        claim(where, "director", SHOW, person, at=at, modality=modality)
        for at, person in enumerate(people)
    ]


def test_a_reader_hears_who_says_what() -> None:
    """Two documents say one thing and one says another."""
    claims = [
        claim(SPRING, "creator", SHOW, INES),
        claim(SUMMER, "creator", SHOW, INES),
        claim(AUTUMN, "creator", SHOW, BRANDVOLD),
    ]

    (difference,) = accept_claims(*claims).differences

    assert difference.kind is DisagreementKind.VALUE
    assert difference.subject == SHOW
    assert sides(difference) == [
        ((BRANDVOLD,), ["autumn"]),
        ((INES,), ["spring", "summer"]),
    ]
    assert len(accept_claims(*claims).facts) == 2


DIFFER = [
    ([(INES, TOMAS), (INES, ADA)], [(ADA, INES), (INES, TOMAS)]),
    ([(INES,), (TOMAS,), (ADA,)], [(ADA,), (INES,), (TOMAS,)]),
    ([(INES, TOMAS), (INES,), (ADA,)], [(ADA,), (INES, TOMAS)]),
]


@pytest.mark.parametrize(("told", "expected"), DIFFER)
def test_sets_of_which_neither_holds_the_other_differ(
    told: list[tuple[Reference, ...]], expected: list[tuple[Reference, ...]]
) -> None:
    """What another document extends is no side of its own."""
    documents = (SPRING, SUMMER, AUTUMN)
    claims = [
        it
        for where, people in zip(documents, told, strict=False)
        for it in directed(where, *people)
    ]

    (difference,) = accept_claims(*claims).differences

    assert [side.values for side in difference.sides] == expected


def test_what_fits_two_sides_stands_on_none() -> None:
    """A document that names only whom both name takes no side."""
    claims = [
        *directed(SPRING, INES, TOMAS),
        *directed(SUMMER, INES, ADA),
        *directed(AUTUMN, INES),
    ]

    (difference,) = accept_claims(*claims).differences

    assert {document for _, documents in sides(difference) for document in documents} == {
        "spring",
        "summer",
    }


AGREE = [
    [*directed(SPRING, INES), *directed(SUMMER, INES)],
    [*directed(SPRING, INES), *directed(SUMMER, INES, TOMAS)],
    [*directed(SPRING, INES), *directed(SUMMER, SHORT_INES)],
    [*directed(SPRING, INES), *directed(SUMMER, TOMAS), *directed(AUTUMN, INES, TOMAS)],
    directed(SPRING, INES, TOMAS),
    [*directed(SPRING, INES), *directed(SUMMER, TOMAS, modality=Modality.RUMOURED)],
    [
        *directed(SPRING, INES, modality=Modality.POSSIBLE),
        *directed(SUMMER, TOMAS, modality=Modality.REPORTED),
    ],
    [*directed(SPRING, INES), claim(SUMMER, "director", SHOW, TOMAS, denied=True)],
    [claim(SPRING, "genre", SHOW, "drama"), claim(SUMMER, "genre", SHOW, "romantic drama")],
    [claim(SPRING, "cast_member", SHOW, INES), claim(SUMMER, "cast_member", SHOW, TOMAS)],
    [claim(SPRING, "platform", SHOW, LUMO), claim(SUMMER, "platform", SHOW, KITE)],
    [
        claim(SPRING, "platform", SHOW, LUMO, kind="premiere"),
        claim(SUMMER, "platform", SHOW, KITE, kind="stream"),
        claim(AUTUMN, "platform", SHOW, KITE, kind="release"),
    ],
    [
        claim(SPRING, "platform", SEASON_1, LUMO, kind="premiere"),
        claim(SUMMER, "platform", SEASON_2, KITE, kind="premiere"),
    ],
    [
        claim(SPRING, "relationship", MAUD, OLLIE, kind="couple", season=SEASON_1),
        claim(SUMMER, "relationship", MAUD, OLLIE, kind="couple", season=SEASON_2),
    ],
    [
        claim(SPRING, "relationship", MAUD, OLLIE, kind="marriage"),
        claim(SUMMER, "relationship", MAUD, OLLIE, kind="marriage", season=SEASON_2),
    ],
    [
        claim(SPRING, "relationship", MAUD, OLLIE, kind="marriage", season=SEASON_2),
        claim(SPRING, "relationship", MAUD, OLLIE, kind="marriage", season=SEASON_3, at=1),
        claim(SUMMER, "relationship", OLLIE, MAUD, kind="marriage", season=SEASON_2),
    ],
    [
        claim(SPRING, "relationship", MAUD, OLLIE, kind="marriage", season=SEASON_2),
        claim(SUMMER, "relationship", OLLIE, MAUD, kind="marriage", season=FINAL),
    ],
    [
        claim(SPRING, "director", SHOW, INES),
        claim(SPRING, "director", SHOW, TOMAS, at=1),
        claim(SUMMER, "director", SEASON_2, TOMAS),
    ],
    [claim(SPRING, "director", SEASON_1, INES), claim(SUMMER, "director", SEASON_2, TOMAS)],
]


@pytest.mark.parametrize("claims", AGREE)
@pytest.mark.row(38)
def test_what_a_document_leaves_out_is_no_difference(claims: list[Claim]) -> None:
    """Nor is a fuller name, a narrower concept, a rumour, or a value of another thing."""
    assert accept_claims(*claims).differences == ()


def test_what_is_only_possible_may_be_on_a_side() -> None:
    """One side at least is accepted."""
    claims = [*directed(SPRING, INES), *directed(SUMMER, TOMAS, modality=Modality.POSSIBLE)]

    (difference,) = accept_claims(*claims).differences

    assert [side.values for side in difference.sides] == [(INES,), (TOMAS,)]


def test_genres_differ_by_concept() -> None:
    """Two words for one genre agree, two genres differ."""
    claims = [
        claim(SPRING, "genre", SHOW, "romcom"),
        claim(SUMMER, "genre", SHOW, "romantic comedy"),
        claim(AUTUMN, "genre", SHOW, "romantic drama"),
    ]

    (difference,) = accept_claims(*claims).differences

    assert sides(difference) == [
        (("romantic comedy",), ["spring", "summer"]),
        (("romantic drama",), ["autumn"]),
    ]


def test_platforms_of_one_coming_out_differ() -> None:
    """A work comes out first in one place."""
    claims = [
        claim(SPRING, "platform", SEASON_2, LUMO, kind="premiere"),
        claim(SUMMER, "platform", SEASON_2, KITE, kind="premiere"),
    ]

    (difference,) = accept_claims(*claims).differences

    assert sides(difference) == [((KITE,), ["summer"]), ((LUMO,), ["spring"])]


def test_a_bond_that_begins_in_another_season_differs() -> None:
    """The first season that a document gives is compared."""
    claims = [
        claim(SPRING, "relationship", MAUD, OLLIE, kind="long-distance", season=SEASON_3),
        claim(SUMMER, "relationship", OLLIE, MAUD, kind="long-distance", season=SEASON_3),
        claim(AUTUMN, "relationship", MAUD, OLLIE, kind="long-distance", season=SEASON_3),
        claim(AUTUMN, "relationship", MAUD, OLLIE, kind="long-distance", season=SEASON_2, at=1),
    ]

    (difference,) = accept_claims(*claims).differences

    assert sides(difference) == [
        ((SEASON_2,), ["autumn"]),
        ((SEASON_3,), ["spring", "summer"]),
    ]
    assert dict(difference.qualifiers)["kind"] == ("long-distance",)


@pytest.mark.parametrize("where", [SPRING, UNDATED])
def test_series_and_season_may_differ_in_one_document(where: Document) -> None:
    """Somebody who is named for a season only is told at another level."""
    claims = [
        *directed(SPRING, INES, TOMAS),
        claim(where, "director", SEASON_2, TOMAS, at=2),
        claim(where, "director", SEASON_2, ADA, at=3, modality=Modality.POSSIBLE),
    ]

    (difference,) = accept_claims(*claims).differences

    assert difference.kind is DisagreementKind.SCOPE
    assert difference.subject == SHOW
    assert dict(difference.qualifiers)["season"] == (SEASON_2,)
    assert [side.values for side in difference.sides] == [(INES, TOMAS), (ADA, TOMAS)]

"""Claims that contradict each other, by kind, and claims that only look as if they did."""

from typing import Final

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
    SEASON_1,
    SEASON_2,
    SHOW,
    SPRING,
    SUMMER,
    TOMAS,
    UNDATED,
    claim,
)
from showgraph.graph.accepting.facts import DisagreementKind
from showgraph.model import Claim, Kind, Modality, Reference

Kinds = DisagreementKind

BRANDVOLD_THE_MAN: Final = Reference(Kind.PERSON, "Brandvold Pictures")
LANTERN_THE_WOMAN: Final = Reference(Kind.PERSON, "Evening Lantern")
OTHER_CHANNEL: Final = Reference(Kind.CHANNEL, "Lumo Classics", work="Lumo")


def person(name: str) -> Reference:
    """Return a person."""
    return Reference(Kind.PERSON, name)


def company(name: str) -> Reference:
    """Return an organization."""
    return Reference(Kind.ORGANIZATION, name)


#: What cannot all be true, in two claims.
PLANTED: Final[list[tuple[DisagreementKind, Claim, Claim]]] = [
    (
        Kinds.DATE,
        claim(SPRING, "premiere_date", SEASON_1, "2020-05-04", platform=LUMO),
        claim(SUMMER, "premiere_date", SEASON_1, "2020-05-11", platform=LUMO),
    ),
    (
        Kinds.DATE,
        claim(SPRING, "premiere_date", SEASON_2, "2019"),
        claim(SUMMER, "premiere_date", SEASON_2, "2020-01"),
    ),
    (
        Kinds.DATE,
        claim(SPRING, "trailer_date", SHOW, "2020-04-01"),
        claim(SPRING, "trailer_date", SHOW, "--04-02", at=1),
    ),
    (
        Kinds.COUNT,
        claim(SPRING, "season_count", SHOW, "4"),
        claim(SUMMER, "season_count", SHOW, "3"),
    ),
    (
        Kinds.COUNT,
        claim(UNDATED, "season_count", SHOW, "2"),
        claim(SUMMER, "season_count", SHOW, "3"),
    ),
    (
        Kinds.COUNT,
        claim(SPRING, "episode_count", SEASON_1, "8"),
        claim(SUMMER, "episode_count", SEASON_1, "10"),
    ),
    (
        Kinds.COUNT,
        claim(SPRING, "character_age", MAUD, "27"),
        claim(AUTUMN, "character_age", MAUD, "31"),
    ),
    (
        Kinds.VALUE,
        claim(SPRING, "platform", SEASON_1, LUMO, channel=LUMO_NEWS),
        claim(SUMMER, "platform", SEASON_1, LUMO, channel=OTHER_CHANNEL),
    ),
    (
        Kinds.VALUE,
        claim(SPRING, "trailer", SEASON_1, "two minutes"),
        claim(SUMMER, "trailer", SEASON_1, "three minutes"),
    ),
    (
        Kinds.POLARITY,
        claim(SPRING, "director", SHOW, TOMAS),
        claim(SUMMER, "director", SHOW, TOMAS, denied=True),
    ),
    (
        Kinds.POLARITY,
        claim(SUMMER, "season_status", SEASON_2, "renewed"),
        claim(AUTUMN, "season_status", SEASON_2, "renewed", denied=True),
    ),
    (
        Kinds.POLARITY,
        claim(UNDATED, "cast_member", SHOW, INES),
        claim(SUMMER, "cast_member", SHOW, INES, denied=True),
    ),
    (
        Kinds.TYPE,
        claim(SPRING, "creator", SHOW, BRANDVOLD),
        claim(SUMMER, "creator", SHOW, BRANDVOLD_THE_MAN),
    ),
    (
        Kinds.TYPE,
        claim(SPRING, "producer", SEASON_1, LANTERN),
        claim(SUMMER, "producer", SEASON_1, LANTERN_THE_WOMAN),
    ),
    (
        Kinds.TYPE,
        claim(SPRING, "production_company", SHOW, BRANDVOLD),
        claim(SUMMER, "producer", SHOW, BRANDVOLD_THE_MAN),
    ),
    (
        Kinds.SPELLING,
        claim(SPRING, "director", SHOW, person("Tomas Brandvold")),
        claim(SUMMER, "director", SHOW, person("Tomas Brandvolt")),
    ),
    (
        Kinds.SPELLING,
        claim(SPRING, "cast_member", SEASON_1, person("Dhrum Sevali")),
        claim(SUMMER, "cast_member", SEASON_1, person("Drum Sevali")),
    ),
    (
        Kinds.SPELLING,
        claim(SPRING, "writer", SHOW, person("Ines Calloway")),
        claim(UNDATED, "writer", SHOW, person("Ines Callowya")),
    ),
    (
        Kinds.SPELLING,
        claim(SPRING, "production_company", SHOW, company("Brandvold Pictures")),
        claim(SUMMER, "production_company", SHOW, company("Brandvold Picture")),
    ),
]

#: What can all be true, in two claims.
COMPATIBLE: Final[list[tuple[Claim, Claim]]] = [
    # A coarser and a finer date, and a day without its year.
    (
        claim(SPRING, "premiere_date", SEASON_1, "2021", platform=LUMO),
        claim(SUMMER, "premiere_date", SEASON_1, "2021-10-15", platform=LUMO),
    ),
    (
        claim(SPRING, "premiere_date", SEASON_1, "2021-10"),
        claim(SUMMER, "premiere_date", SEASON_1, "--10-15"),
    ),
    # Two releases, each with its date.
    (
        claim(SPRING, "premiere_date", SEASON_1, "2020-05-04", platform=LUMO),
        claim(SUMMER, "premiere_date", SEASON_1, "2021-05-04", platform=KITE),
    ),
    (
        claim(SPRING, "premiere_date", SEASON_1, "2020-05-04"),
        claim(SUMMER, "premiere_date", SEASON_2, "2021-05-04"),
    ),
    (
        claim(SPRING, "trailer_date", SEASON_1, "2020-04-04"),
        claim(SUMMER, "premiere_date", SEASON_1, "2020-05-04"),
    ),
    # A count that grew.
    (
        claim(SPRING, "season_count", SHOW, "3"),
        claim(SUMMER, "season_count", SHOW, "4"),
    ),
    (
        claim(SPRING, "episode_count", SEASON_1, "8"),
        claim(SUMMER, "episode_count", SEASON_2, "10"),
    ),
    # Series and season, and two values of a relation with many.
    (
        claim(SPRING, "director", SHOW, TOMAS),
        claim(SUMMER, "director", SEASON_1, ADA),
    ),
    (
        claim(SPRING, "director", SHOW, TOMAS),
        claim(SUMMER, "director", SHOW, ADA),
    ),
    (
        claim(SPRING, "genre", SHOW, "drama"),
        claim(SUMMER, "genre", SHOW, "comedy"),
    ),
    (
        claim(SPRING, "platform", SHOW, LUMO),
        claim(SUMMER, "platform", SHOW, KITE),
    ),
    (
        claim(SPRING, "cast_member", SHOW, INES, character=MAUD),
        claim(SUMMER, "cast_member", SHOW, ADA, character=MAUD),
    ),
    # What was denied before it came true, doubted, or denied of something else.
    (
        claim(SPRING, "season_status", SEASON_2, "renewed", denied=True),
        claim(SUMMER, "season_status", SEASON_2, "renewed"),
    ),
    (
        claim(SPRING, "director", SHOW, TOMAS),
        claim(SUMMER, "director", SHOW, TOMAS, denied=True, modality=Modality.RUMOURED),
    ),
    (
        claim(SPRING, "director", SEASON_1, TOMAS),
        claim(SUMMER, "director", SEASON_2, TOMAS, denied=True),
    ),
    (
        claim(SPRING, "statement", SHOW, "theme"),
        claim(SUMMER, "statement", SHOW, "theme", denied=True),
    ),
    # A service and the company of its name; a series and the book of its name.
    (
        claim(SPRING, "platform", SEASON_1, LUMO),
        claim(SUMMER, "platform", SEASON_1, LUMO, kind="acquire"),
    ),
    (
        claim(SPRING, "platform", SEASON_1, LUMO),
        claim(SUMMER, "production_company", SEASON_1, company("Lumo")),
    ),
    (
        claim(SPRING, "based_on", SHOW, NOVEL),
        claim(SUMMER, "based_on", SHOW, Reference(Kind.SERIES, "The Tide Tables")),
    ),
    # A person and a company of one name that have different parts, or are in one document.
    (
        claim(SPRING, "creator", SHOW, BRANDVOLD),
        claim(SUMMER, "director", SHOW, BRANDVOLD_THE_MAN),
    ),
    (
        claim(SPRING, "creator", SHOW, BRANDVOLD),
        claim(SPRING, "creator", SHOW, BRANDVOLD_THE_MAN, at=1),
    ),
    # Names that are alike: of two people in one document, in two roles, short, or further off.
    (
        claim(SPRING, "director", SHOW, person("Karin Olsson")),
        claim(SPRING, "director", SHOW, person("Karin Ohlsson"), at=1),
    ),
    (
        claim(SPRING, "director", SHOW, person("Karin Olsson")),
        claim(SUMMER, "writer", SHOW, person("Karin Ohlsson")),
    ),
    (
        claim(SPRING, "director", SHOW, person("Jan Berg")),
        claim(SUMMER, "director", SHOW, person("Jon Berg")),
    ),
    (
        claim(SPRING, "director", SHOW, person("Petra Lindholm")),
        claim(SUMMER, "director", SHOW, person("Peter Lindholt")),
    ),
    (
        claim(SPRING, "director", SHOW, person("Petra Lindholm")),
        claim(SUMMER, "director", SHOW, person("Petra Lindström")),
    ),
    (
        claim(SPRING, "production_company", SHOW, company("Studio12345")),
        claim(SUMMER, "production_company", SHOW, company("Studio12346")),
    ),
    (
        claim(SPRING, "cast_member", SHOW, person("Ines")),
        claim(SUMMER, "cast_member", SHOW, person("Ines Calloway")),
    ),
]

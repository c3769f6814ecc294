"""Invented claims of every relation and every status, with an entity that has other names."""

from typing import Final

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
    OTHER_SHOW,
    SEASON_1,
    SEASON_2,
    SEASON_3,
    SHOW,
    SPRING,
    SUMMER,
    TOMAS,
    UNDATED,
    claim,
    extract,
)
from graph_picture import RUN
from showgraph.graph.accepting.acceptance import accept
from showgraph.graph.accepting.facts import Accepted
from showgraph.graph.mapping import to_quads
from showgraph.model import Claim, Entity, Extraction, Kind, Modality, Reference, Tense
from showgraph.store import Quad

TRAILER: Final = Reference(Kind.TRAILER, "Harbour Lights", season="2")
RUMOURED_SEASON: Final = Reference(Kind.SEASON, "Harbour Lights", season="4")

_FUTURE: Final = Tense.FUTURE
_POSSIBLE: Final = Modality.POSSIBLE

WORKS: Final = (
    claim(SPRING, "season", SHOW, SEASON_1),
    claim(SUMMER, "season_count", SHOW, "3", at=1),
    claim(SPRING, "episode_count", SEASON_1, "6", at=2, format="short"),
    claim(SPRING, "season_status", SHOW, "final season", at=3, season="3"),
    claim(SPRING, "genre", SHOW, "crime drama", at=4),
    claim(SPRING, "country_or_language", SHOW, "Portuguese", at=5),
    claim(SPRING, "based_on", SHOW, NOVEL, at=6),
    claim(SPRING, "spin_off_of", SHOW, OTHER_SHOW, at=7),
    claim(SPRING, "location", SHOW, HARWICK, at=8),
    claim(SPRING, "filming_location", SEASON_1, HARWICK, at=9),
    claim(SPRING, "trailer", SEASON_2, "ninety seconds", at=10),
    claim(SPRING, "story_gap", SEASON_2, "14 months", at=11, since=SEASON_1),
)
CREDITS: Final = (
    claim(SPRING, "creator", SHOW, INES, at=12),
    claim(SPRING, "producer", SHOW, BRANDVOLD, at=13),
    claim(SUMMER, "production_company", SHOW, BRANDVOLD, at=13),
    claim(SPRING, "writer", SEASON_1, INES, at=14, episode="2"),
    claim(SPRING, "director", SHOW, TOMAS, at=15),
    claim(SPRING, "executive_producer", SHOW, ADA, at=16),
    claim(SPRING, "showrunner", SHOW, ADA, at=17),
    claim(SPRING, "composer", SHOW, ADA, at=18),
    claim(SPRING, "cast_member", SHOW, INES, at=19, character=MAUD, kind="main"),
    claim(SUMMER, "cast_member", SHOW, INES, at=19),
    claim(SPRING, "cast_member", TRAILER, INES, at=20, kind="voice-over"),
    claim(SPRING, "character_in", SHOW, OLLIE, at=21),
    claim(SPRING, "worked_on", ADA, NOVEL, at=22, role="actor", debut="the theatre"),
    claim(SPRING, "worked_on", TOMAS, NOVEL, at=23),
)
EVENTS: Final = (
    claim(UNDATED, "platform", SEASON_1, KITE, at=24, kind="premiere", channel=LUMO_NEWS),
    claim(UNDATED, "premiere_date", SEASON_1, "2016", at=25, platform=KITE),
    claim(SPRING, "platform", SEASON_2, LUMO, at=26, date="2021-10-15", tense=_FUTURE),
    claim(AUTUMN, "premiere_date", SEASON_2, "--10-15", at=27),
    claim(AUTUMN, "premiere_date", SEASON_2, "2021", at=28),
    claim(SPRING, "premiere_date", SEASON_3, "2022", at=29, tense=_FUTURE),
    claim(SPRING, "platform", SHOW, LUMO, at=30, kind="acquire"),
    claim(SPRING, "trailer_date", SEASON_2, "2021-09", at=31, tense=_FUTURE),
    claim(AUTUMN, "trailer_release", SEASON_2, "streaming", at=32, platform=KITE),
    claim(SPRING, "interview", INES, LANTERN, at=33, about=SHOW),
    claim(SPRING, "interview", TOMAS, LANTERN, at=34, about=SHOW),
    claim(SPRING, "announcement", SEASON_2, BRANDVOLD, at=35, medium=KITE, featuring=(INES, ADA)),
    claim(SPRING, "shooting", SEASON_1, "12-13 days", at=36, speaker=TOMAS),
    claim(SPRING, "award", INES, "Golden Buoy", at=37, result="won"),
    claim(SPRING, "award", SHOW, "Golden Buoy", at=38, result="nominated"),
)
STORY: Final = (
    claim(SPRING, "relationship", MAUD, OLLIE, at=39, kind="couple"),
    claim(SPRING, "relationship", MAUD, OLLIE, at=40, kind="separation", season=SEASON_2),
    claim(SUMMER, "relationship", MAUD, OLLIE, at=40, kind="separation", season=SEASON_1),
    claim(SPRING, "character_age", MAUD, "41", at=41),
    claim(SPRING, "audience_figure", LUMO, "2,500,000", at=42, unit="subscribers"),
    claim(SPRING, "statement", SHOW, "plot", at=43),
    claim(SPRING, "statement", SEASON_2, "plot", at=44),
    claim(SPRING, "statement", MAUD, "trait", at=45, season=SEASON_2, speaker=INES),
    claim(SPRING, "statement", SHOW, "theme", at=46, denied=True, speaker=INES),
)
CLASHES: Final = (
    claim(SPRING, "episode_count", SEASON_3, "8", at=47),
    claim(SUMMER, "episode_count", SEASON_3, "9", at=47),
    claim(SUMMER, "character_age", OLLIE, "30", at=48),
    claim(AUTUMN, "character_age", OLLIE, "31", at=48),
    claim(SPRING, "premiere_date", OTHER_SHOW, "2019-05-01", at=49, platform=LUMO),
    claim(SUMMER, "premiere_date", OTHER_SHOW, "--05-02", at=49, platform=LUMO),
    claim(SPRING, "premiere_date", OTHER_SHOW, "2020", at=50, season="1"),
    claim(SUMMER, "premiere_date", OTHER_SHOW, "2021", at=50, season="1"),
    claim(SPRING, "season_status", OTHER_SHOW, "renewed", at=51),
    claim(AUTUMN, "season_status", OTHER_SHOW, "renewed", at=51, denied=True),
    claim(SUMMER, "trailer", SEASON_3, "one minute", at=52),
    claim(AUTUMN, "trailer", SEASON_3, "two minutes", at=52),
    claim(SUMMER, "creator", SHOW, BRANDVOLD, at=53),
    claim(SUMMER, "genre", SHOW, "sitcom", at=54),
)
LESSER: Final = (
    claim(AUTUMN, "director", SEASON_2, ADA, at=0, modality=_POSSIBLE, speaker=TOMAS),
    claim(AUTUMN, "season", SHOW, RUMOURED_SEASON, at=1, modality=Modality.RUMOURED),
    claim(AUTUMN, "premiere_date", RUMOURED_SEASON, "2023", at=2, modality=_POSSIBLE),
    claim(
        AUTUMN,
        "cast_member",
        RUMOURED_SEASON,
        Reference(Kind.PERSON, "Jonah Pell"),
        at=3,
        modality=Modality.REPORTED,
        character="Captain Voss",
    ),
    claim(AUTUMN, "platform", RUMOURED_SEASON, LUMO, at=4, kind="acquire", modality=_POSSIBLE),
    claim(AUTUMN, "trailer_release", RUMOURED_SEASON, "streaming", at=5, modality=_POSSIBLE),
    claim(AUTUMN, "trailer", RUMOURED_SEASON, "", at=6, modality=Modality.ASKED),
    claim(AUTUMN, "statement", MAUD, "plot", at=7, modality=Modality.ASKED),
    claim(AUTUMN, "genre", OTHER_SHOW, "comedy", at=8, denied=True),
)
CLAIMS: Final[tuple[Claim, ...]] = (*WORKS, *CREDITS, *EVENTS, *STORY, *CLASHES, *LESSER)
ENTITIES: Final = (
    Entity(INES, "Ines Calloway", ("Calloway", "Ines")),
    Entity(LUMO, "Lumo", ("Lumo TV",)),
    Entity(TRAILER, str(TRAILER)),
)


def extract_all() -> Extraction:
    """Return an extraction of all claims."""
    return extract(*CLAIMS, entities=ENTITIES)


def accept_all() -> Accepted:
    """Return what the policy makes of all claims."""
    return accept(extract_all(), DOCUMENTS)


def map_all() -> list[Quad]:
    """Return the quads of all claims."""
    return to_quads(accept_all(), extract_all(), DOCUMENTS, run=RUN)

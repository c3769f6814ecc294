"""Invented shows told as claims, with patterns that one show alone would not have.

*Copper Weather* moves platform twice, recasts a character, has an episode with two directors and
a company among its creators. *The Lamplighter* of 2022 is a remake under the title of the series
of 1984, has a character who is played by two people, and a premiere that two documents date
differently. *Night Desk* is a spin-off.
"""

from typing import Final

from claim_builder import claim, document, extract
from showgraph.graph.accepting.acceptance import accept
from showgraph.graph.mapping import Run, to_quads
from showgraph.model import Claim, Entity, Kind, Modality, Reference, Tense
from showgraph.store import Quad

GAZETTE: Final = document("gazette", "2019-02-10")
LANTERN: Final = document("lantern", "2021-05-04")
COURIER: Final = document("courier", "2023-08-20")
DISPATCH: Final = document("dispatch", "2023-10-01")
ALMANAC: Final = document("almanac")
DOCUMENTS: Final = (GAZETTE, LANTERN, COURIER, DISPATCH, ALMANAC)

COPPER: Final = Reference(Kind.SERIES, "Copper Weather")
ONE, TWO, THREE, FOUR = (
    Reference(Kind.SEASON, "Copper Weather", season=number) for number in "1234"
)
PILOT: Final = Reference(Kind.EPISODE, "Copper Weather", season="1", episode="1")
SPECIAL: Final = Reference(Kind.EPISODE, "Copper Weather", episode="0")
DUET: Final = Reference(Kind.EPISODE, "Copper Weather", season="1", episode="2")
REMAKE: Final = Reference(Kind.SERIES, "The Lamplighter", distinct="2022")
ORIGINAL: Final = Reference(Kind.SERIES, "The Lamplighter", distinct="1984")
DESK: Final = Reference(Kind.SERIES, "Night Desk")
NOVEL: Final = Reference(Kind.WORK, "A Barometer for Liars")

EDDA, IVEN, PETRA, JOSS, ANSELM, RHEA, ODA, BRAM, YUSRA, LENA, TAM, CORIN = (
    Reference(Kind.PERSON, name)
    for name in (
        "Edda Marlow",
        "Iven Roe",
        "Petra Lind",
        "Joss Verity",
        "Anselm Pike",
        "Rhea Dunmore",
        "Oda Finch",
        "Bram Heller",
        "Yusra Nadim",
        "Lena Stroud",
        "Tam Oakley",
        "Corin Bell",
    )
)
SAL: Final = Reference(Kind.CHARACTER, "Sal Amory", work="Copper Weather")
NAN: Final = Reference(Kind.CHARACTER, "Nan Corrie", work="Copper Weather")
MAYOR: Final = Reference(Kind.CHARACTER, "the Mayor", work="Copper Weather")
WICK: Final = Reference(Kind.CHARACTER, "Wick Harrow", work="The Lamplighter", distinct="2022")
TIN_ROOF: Final = Reference(Kind.ORGANIZATION, "Tin Roof Films")
GANTRY: Final = Reference(Kind.ORGANIZATION, "Gantry Street Studio")
REVIEW: Final = Reference(Kind.ORGANIZATION, "Marsh Review")
BRIGHTBOX, PLAYER, VELD, NORTHLIGHT = (
    Reference(Kind.PLATFORM, name)
    for name in ("Brightbox", "Tin Roof Player", "Veld", "Northlight")
)
PARLOUR: Final = Reference(Kind.CHANNEL, "Parlour", work="Brightbox")
SKERRY: Final = Reference(Kind.PLACE, "Skerry Bay")

_FUTURE: Final = Tense.FUTURE

WORKS: Final = (
    claim(GAZETTE, "season", COPPER, ONE),
    claim(LANTERN, "season", COPPER, TWO),
    claim(LANTERN, "season_count", COPPER, "2", at=1),
    claim(COURIER, "season_count", COPPER, "3", at=1),
    claim(GAZETTE, "episode_count", ONE, "6", at=2),
    claim(ALMANAC, "genre", COPPER, "drama", at=3),
    claim(ALMANAC, "country_or_language", REMAKE, "Portuguese", at=4),
    claim(ALMANAC, "based_on", COPPER, NOVEL, at=5),
    claim(ALMANAC, "based_on", REMAKE, ORIGINAL, at=6),
    claim(COURIER, "spin_off_of", DESK, COPPER, at=7),
    claim(GAZETTE, "location", COPPER, SKERRY, at=8),
    claim(LANTERN, "filming_location", TWO, SKERRY, at=9),
    claim(COURIER, "trailer", THREE, "ninety seconds", at=10),
    claim(COURIER, "story_gap", THREE, "2 years", at=11, since=TWO),
    claim(DISPATCH, "season_status", COPPER, "renewed", at=12),
    claim(COURIER, "season_status", REMAKE, "renewed", at=13),
    claim(DISPATCH, "season_status", REMAKE, "renewed", at=13, denied=True),
)
CREDITS: Final = (
    claim(GAZETTE, "creator", COPPER, EDDA, at=14),
    claim(LANTERN, "creator", COPPER, EDDA, at=14),
    claim(LANTERN, "creator", COPPER, TIN_ROOF, at=15),
    claim(ALMANAC, "creator", REMAKE, BRAM, at=16),
    claim(ALMANAC, "creator", ORIGINAL, LENA, at=17),
    claim(COURIER, "creator", DESK, BRAM, at=18),
    claim(GAZETTE, "director", DUET, ANSELM, at=19),
    claim(GAZETTE, "director", DUET, RHEA, at=20),
    claim(COURIER, "director", THREE, RHEA, at=21),
    claim(GAZETTE, "writer", PILOT, EDDA, at=22),
    claim(ALMANAC, "writer", SPECIAL, JOSS, at=22),
    claim(GAZETTE, "production_company", ONE, TIN_ROOF, at=23),
    claim(COURIER, "production_company", THREE, GANTRY, at=24),
    claim(COURIER, "executive_producer", THREE, ODA, at=25),
    claim(LANTERN, "showrunner", TWO, BRAM, at=26),
    claim(GAZETTE, "composer", COPPER, YUSRA, at=27),
    claim(GAZETTE, "cast_member", ONE, IVEN, at=28, character=SAL, kind="main"),
    claim(LANTERN, "cast_member", TWO, PETRA, at=29, character=SAL, kind="main"),
    claim(COURIER, "cast_member", THREE, PETRA, at=29, character=SAL),
    claim(LANTERN, "cast_member", TWO, EDDA, at=30, kind="guest"),
    claim(GAZETTE, "cast_member", COPPER, JOSS, at=31, character=NAN),
    claim(GAZETTE, "character_in", ONE, MAYOR, at=31),
    claim(COURIER, "cast_member", DESK, JOSS, at=32),
    claim(ALMANAC, "cast_member", REMAKE, TAM, at=33, character=WICK),
    claim(ALMANAC, "cast_member", REMAKE, CORIN, at=34, character=WICK),
    claim(ALMANAC, "cast_member", ORIGINAL, CORIN, at=35),
    claim(ALMANAC, "worked_on", YUSRA, NOVEL, at=36),
)
EVENTS: Final = (
    claim(GAZETTE, "platform", ONE, PLAYER, at=37, channel=PARLOUR),
    claim(GAZETTE, "premiere_date", ONE, "2019-01", at=38, platform=PLAYER),
    claim(LANTERN, "platform", TWO, VELD, at=39),
    claim(LANTERN, "premiere_date", TWO, "2021-04-30", at=40, platform=VELD),
    claim(COURIER, "platform", THREE, NORTHLIGHT, at=41, tense=_FUTURE),
    claim(COURIER, "premiere_date", THREE, "2023-09-15", at=42, platform=NORTHLIGHT, tense=_FUTURE),
    claim(DISPATCH, "platform", THREE, NORTHLIGHT, at=43),
    claim(DISPATCH, "platform", FOUR, NORTHLIGHT, at=44, tense=_FUTURE),
    claim(DISPATCH, "premiere_date", FOUR, "2024", at=44, platform=NORTHLIGHT, tense=_FUTURE),
    claim(COURIER, "premiere_date", REMAKE, "2022-03-04", at=45),
    claim(DISPATCH, "premiere_date", REMAKE, "2022-03-11", at=45),
    claim(ALMANAC, "premiere_date", ORIGINAL, "1984", at=46),
    claim(LANTERN, "platform", COPPER, VELD, at=47, kind="acquire"),
    claim(COURIER, "platform", COPPER, NORTHLIGHT, at=47, kind="acquire"),
    claim(COURIER, "trailer_date", THREE, "2023-08-18", at=48),
    claim(COURIER, "trailer_release", THREE, "streaming", at=48, platform=VELD),
    claim(LANTERN, "interview", EDDA, REVIEW, at=49, about=TWO),
    claim(COURIER, "announcement", THREE, GANTRY, at=50, medium=BRIGHTBOX, featuring=(PETRA,)),
    claim(LANTERN, "shooting", TWO, "40 days", at=51),
    claim(LANTERN, "award", PETRA, "Silver Plover", at=52, result="won"),
    claim(LANTERN, "award", COPPER, "Silver Plover", at=53, result="nominated"),
)
STORY: Final = (
    claim(LANTERN, "relationship", SAL, NAN, at=54, kind="separation", season=TWO),
    claim(GAZETTE, "character_age", SAL, "41", at=55),
    claim(LANTERN, "audience_figure", VELD, "2500000", at=56, unit="subscribers"),
    claim(LANTERN, "statement", SAL, "trait", at=57, season=TWO, speaker=EDDA),
    claim(GAZETTE, "statement", COPPER, "plot", at=58),
)
LESSER: Final = (
    claim(DISPATCH, "director", FOUR, ANSELM, at=3, modality=Modality.POSSIBLE, speaker=BRAM),
    claim(DISPATCH, "cast_member", FOUR, IVEN, at=4, modality=Modality.RUMOURED),
)
CLAIMS: Final[tuple[Claim, ...]] = (*WORKS, *CREDITS, *EVENTS, *STORY, *LESSER)
ENTITIES: Final = (
    Entity(PETRA, "Petra Lind", ("Lind",)),
    Entity(REMAKE, "The Lamplighter", ("The Lamplighter (2022)",)),
    Entity(ORIGINAL, "The Lamplighter", ("The Lamplighter (1984)",)),
    *(Entity(episode, str(episode)) for episode in (PILOT, DUET, SPECIAL)),
)


def map_shows() -> list[Quad]:
    """Return the quads of claims and accepted facts of all the shows."""
    extraction = extract(*CLAIMS, entities=ENTITIES)
    accepted = accept(extraction, DOCUMENTS)
    assert accepted.rejections == ()
    return to_quads(accepted, extraction, DOCUMENTS, run=Run("0.1.0", "0" * 16))

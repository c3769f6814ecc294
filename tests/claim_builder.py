"""Build invented claims: a test says only what varies."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from showgraph.graph.accepting.acceptance import accept
from showgraph.graph.accepting.facts import Accepted
from showgraph.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Extraction,
    Kind,
    Modality,
    Polarity,
    Qualifier,
    Reference,
    Tense,
)

SHOW = Reference(Kind.SERIES, "Harbour Lights")
SEASON_1 = Reference(Kind.SEASON, "Harbour Lights", season="1")
SEASON_2 = Reference(Kind.SEASON, "Harbour Lights", season="2")
SEASON_3 = Reference(Kind.SEASON, "Harbour Lights", season="3")
OTHER_SHOW = Reference(Kind.SERIES, "Glass Orchard")
NOVEL = Reference(Kind.WORK, "The Tide Tables")
INES = Reference(Kind.PERSON, "Ines Calloway")
TOMAS = Reference(Kind.PERSON, "Tomas Brandvold")
ADA = Reference(Kind.PERSON, "Ada Wrenfield")
BRANDVOLD = Reference(Kind.ORGANIZATION, "Brandvold Pictures")
LANTERN = Reference(Kind.ORGANIZATION, "Evening Lantern")
LUMO = Reference(Kind.PLATFORM, "Lumo")
KITE = Reference(Kind.PLATFORM, "Kite")
LUMO_NEWS = Reference(Kind.CHANNEL, "Lumo Extra", work="Lumo")
MAUD = Reference(Kind.CHARACTER, "Maud Ferris", work="Harbour Lights")
OLLIE = Reference(Kind.CHARACTER, "Ollie Quist", work="Harbour Lights")
HARWICK = Reference(Kind.PLACE, "Harwick")

#: Every text is these words, so that a span is found by the number of its word.
_WORDS = tuple(f"word{number:02}" for number in range(60))
_WORD_LENGTH = len(_WORDS[0])


def document(name: str, date: str | None = None, *, like: str = "") -> Document:
    """Return a document whose text is sixty numbered words, then those of its own.

    Its own words are those of the document named ``like``, where one is named.
    """
    own = (f"{like or name}{number}" for number in range(100))
    text = " ".join((*_WORDS, *own, name))
    return Document(name, text, hashlib.sha256(text.encode()).hexdigest(), f"{name}.txt", date)


UNDATED = document("undated")
SPRING = document("spring", "2021-03-01")
SUMMER = document("summer", "2021-07-01")
AUTUMN = document("autumn", "2021-11-01")
DOCUMENTS = (UNDATED, SPRING, SUMMER, AUTUMN)


def words(at: int) -> Evidence:
    """Return the span of one word, counted from 0; the same in every document."""
    start = at * (_WORD_LENGTH + 1)
    return Evidence(start, start + _WORD_LENGTH, _WORDS[at])


def claim(  # noqa: PLR0913 - a claim has that many parts, and each test names those that vary
    where: Document,
    relation: str,
    subject: Reference,
    value: Reference | str,
    *,
    at: int = 0,
    tense: Tense = Tense.PAST,
    modality: Modality = Modality.ASSERTED,
    denied: bool = False,
    speaker: Reference | None = None,
    **qualifiers: Qualifier,
) -> Claim:
    """Return a claim that is told as past and asserted unless said otherwise."""
    return Claim(
        document=where.id,
        relation=relation,
        subject=subject,
        object=value,
        evidence=(words(at),),
        rule=f"{relation}.rule",
        qualifiers=tuple(sorted(qualifiers.items())),
        polarity=Polarity.NEGATIVE if denied else Polarity.POSITIVE,
        modality=modality,
        tense=tense,
        speaker=speaker,
    )


def beside(it: Claim, qualifiers: Mapping[str, Qualifier]) -> Claim:
    """Return a claim with these qualifiers in place of its own."""
    return replace(it, qualifiers=tuple(sorted(qualifiers.items())))


def extract(*claims: Claim, entities: Iterable[Entity] = ()) -> Extraction:
    """Return an extraction of claims, with an entity for each name that has none yet."""
    known = {entity.reference: entity for entity in entities}
    for it in claims:
        for value in (it.subject, it.object, it.speaker):
            if isinstance(value, Reference) and value not in known:
                known[value] = Entity(value, value.name)
    return Extraction(tuple(claims), tuple(sorted(known.values())))


def accept_claims(*claims: Claim) -> Accepted:
    """Return what the acceptance policy makes of claims in the documents of this module."""
    return accept(extract(*claims), DOCUMENTS)

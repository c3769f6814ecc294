"""Claims in the form in which they can be compared: the first stage of acceptance.

Seasons and episodes told beside a subject become the subject, words become concepts, numbers
and dates are checked, and a claim that says two things (a platform and a date) gives two
readings. What cannot be read is rejected with a reason; nothing is dropped in silence. The one
thing a newcomer would get wrong: readings of every status come out, rumours included.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from showgraph.graph.concepts import Concepts
from showgraph.graph.durations import parse_running_time
from showgraph.graph.facts import EventStatus, Reading, Record, Value, claim_key, sort_qualifiers
from showgraph.graph.lexical import (
    QUALIFIER_SCHEMES,
    UnreadableError,
    read_concept,
    read_date,
    read_object,
)
from showgraph.graph.works import episode_in, season_in, series_of
from showgraph.iris import name_key
from showgraph.model import Claim, Document, Extraction, Kind, Reference, Rejection, Tense
from showgraph.relations import RELATIONS
from showgraph.relations import Value as Sort

#: Relations whose records are events, which are planned or have happened.
EVENTS: Final = frozenset(
    {
        "platform",
        "premiere_date",
        "trailer_date",
        "trailer_release",
        "interview",
        "announcement",
        "shooting",
        "award",
    }
)
#: What a qualifier names where it is given as words.
_NAMED: Final = {
    "character": Kind.CHARACTER,
    "platform": Kind.PLATFORM,
    "channel": Kind.CHANNEL,
    "about": Kind.SERIES,
    "medium": Kind.PLATFORM,
    "featuring": Kind.PERSON,
}
#: Qualifiers that are read into the subject or into a record of their own.
_FOLDED: Final = frozenset({"season", "episode", "date"})


@dataclass(slots=True)
class _Context:
    """What a claim is read against, and what had to be left out of it on the way."""

    texts: Mapping[str, str]
    concepts: Concepts
    series: Mapping[str, Reference]  # by the key of its title
    only_series: Mapping[str, Reference]  # of the documents that speak of one
    omissions: list[str] = field(default_factory=list)


def read_claims(
    extraction: Extraction, documents: Iterable[Document], concepts: Concepts
) -> tuple[tuple[Reading, ...], tuple[Rejection, ...]]:
    """Return the readings of all claims, and what could not be read.

    Args:
        extraction: Claims in any order; equal ones count once.
        documents: The documents that the claims are from.
        concepts: The schemes in which words are looked up.

    Returns:
        Readings in the order of their claims (document, evidence, relation), and rejections
        in the same order. A claim is rejected whole where its document or quote is not there,
        its relation is unknown, a side of it is of the wrong kind or sort, or what makes it
        what it is has no concept; a further word without a concept is rejected alone.
    """
    context = _find_context(extraction, documents, concepts)
    readings: dict[Reading, None] = {}
    rejections: dict[Rejection, None] = {}
    for claim in sorted(dict.fromkeys(extraction.claims), key=claim_key):
        context.omissions.clear()
        try:
            _check(claim, context.texts)
            records = _read(claim, context)
        except UnreadableError as error:
            records = []
            context.omissions.append(str(error))
        readings.update(dict.fromkeys(_to_reading(record, claim) for record in records))
        quote = claim.evidence[0].quote
        rejections.update(
            dict.fromkeys(
                Rejection(claim.document, claim.rule, reason, quote) for reason in context.omissions
            )
        )
    return tuple(readings), tuple(rejections)


def _find_context(
    extraction: Extraction, documents: Iterable[Document], concepts: Concepts
) -> _Context:
    spoken_of: dict[str, set[Reference]] = defaultdict(set)
    for claim in extraction.claims:
        if series := series_of(claim.subject):
            spoken_of[claim.document].add(series)
    named = {entity.reference for entity in extraction.entities}
    titles: dict[str, set[Reference]] = defaultdict(set)
    for reference in named.union(*spoken_of.values()):
        if reference.kind is Kind.SERIES:
            titles[name_key(reference.name)].add(reference)
    return _Context(
        texts={document.id: document.text for document in documents},
        concepts=concepts,
        # Of namesakes, the one without a mark of distinction sorts first.
        series={title: min(found) for title, found in titles.items()},
        only_series={key: min(found) for key, found in spoken_of.items() if len(found) == 1},
    )


def _to_reading(record: Record, claim: Claim) -> Reading:
    return Reading(
        record.relation, record.subject, record.object, record.qualifiers, record.status, claim
    )


def _check(claim: Claim, texts: Mapping[str, str]) -> None:
    """Refuse a claim that its document or the table of relations does not bear out."""
    if claim.document not in texts:
        raise UnreadableError(f"there is no document {claim.document!r}")
    text = texts[claim.document]
    for evidence in claim.evidence:
        if not evidence.quote or text[evidence.start : evidence.end] != evidence.quote:
            raise UnreadableError(f"the text at offset {evidence.start} is another")
    if claim.relation not in RELATIONS:
        raise UnreadableError(f"there is no relation {claim.relation!r}")
    relation = RELATIONS[claim.relation]
    if claim.subject.kind not in relation.subjects:
        raise UnreadableError(f"{claim.relation} is not said of a {claim.subject.kind}")
    if isinstance(relation.objects, Sort):
        if isinstance(claim.object, Reference):
            raise UnreadableError(f"{claim.relation} leads to a {relation.objects}, not to a name")
    elif isinstance(claim.object, str) or claim.object.kind not in relation.objects:
        wanted = " or ".join(sorted(relation.objects))
        raise UnreadableError(f"{claim.relation} leads to a {wanted}, not to {claim.object}")


def _read(claim: Claim, context: _Context) -> list[Record]:
    """Return the records of a claim: one for each season it names, and what they imply."""
    object_: Value = claim.object
    if claim.relation == "trailer":
        object_ = _read_running_time(claim, context)
    elif isinstance(object_, str):
        object_ = read_object(claim.relation, object_, context.concepts)
    status = None
    if claim.relation in EVENTS:
        future = claim.tense is Tense.FUTURE
        status = EventStatus.PLANNED if future else EventStatus.OCCURRED
    sides = _read_qualifiers(claim, context)
    records: list[Record] = []
    for subject, season in _read_subjects(claim, context):
        ends = _order_ends(claim.relation, subject, object_)
        told = sides | ({"season": [season]} if season else {})
        record = Record(claim.relation, *ends, sort_qualifiers(told), status)
        records += [record, *_imply(record, claim)]
    return records


def _order_ends(relation: str, subject: Reference, object_: Value) -> tuple[Reference, Value]:
    """Return subject and object; those of a relationship, which has no direction, sorted."""
    if relation != "relationship" or isinstance(object_, str):
        return subject, object_
    if object_ == subject:
        raise UnreadableError(f"{subject} stands on both sides of a relationship")
    return min(subject, object_), max(subject, object_)


def _imply(record: Record, claim: Claim) -> list[Record]:
    """Return the date that a platform comes with, or the platform that a date comes with."""
    kind = [record.word("kind")]
    date, platform = claim.qualifier("date"), record.reference("platform")
    if record.relation == "platform" and isinstance(date, str) and kind != ["acquire"]:
        sides: dict[str, list[Value]] = {"platform": [record.object], "kind": [*kind]}
        day = read_date(date)
        qualifiers = sort_qualifiers(sides)
        return [Record("premiere_date", record.subject, day, qualifiers, record.status)]
    if record.relation == "premiere_date" and platform is not None:
        qualifiers = sort_qualifiers({"kind": kind})
        return [Record("platform", record.subject, platform, qualifiers, record.status)]
    return []


def _read_subjects(claim: Claim, context: _Context) -> list[tuple[Reference, Reference | None]]:
    """Return each narrowest work that the claim is about, or its subject with each season."""
    told, subject = claim.qualifier("season"), claim.subject
    names = told if isinstance(told, tuple) else (told,) if told else ()
    if subject.kind is Kind.SEASON:
        names = ()
    if subject.kind is not Kind.SERIES:
        seasons = [found for name in names if (found := _read_season(name, claim, context))]
        return [(subject, season) for season in seasons] or [(_read_episode(claim, subject), None)]
    works = [name if isinstance(name, Reference) else season_in(subject, name) for name in names]
    return [(_read_episode(claim, work), None) for work in works or [subject]]


def _read_episode(claim: Claim, work: Reference) -> Reference:
    """Return the episode that is told beside a work, or the work."""
    episode = claim.qualifier("episode")
    if isinstance(episode, Reference):
        return episode
    if isinstance(episode, str) and episode and work.kind in {Kind.SERIES, Kind.SEASON}:
        return episode_in(work, episode)
    return work


def _read_season(name: str | Reference, claim: Claim, context: _Context) -> Reference | None:
    """Return the season told beside a character or person, or None where it is not clear."""
    if isinstance(name, Reference):
        return name
    title = name_key(claim.subject.work)
    series = context.series.get(title) or context.only_series.get(claim.document)
    if series is None:
        context.omissions.append(f"season {name} of what is not told; the rest is kept")
        return None
    return season_in(series, name)


def _read_running_time(claim: Claim, context: _Context) -> str:
    words = str(claim.object)
    duration = parse_running_time(words)
    if duration is None and words.strip():
        context.omissions.append(f"{words!r} is no running time; the rest of the claim is kept")
    return duration or ""


def _read_qualifiers(claim: Claim, context: _Context) -> dict[str, list[Value]]:
    """Return the qualifiers that the table of relations knows, and what identity needs."""
    sides: dict[str, list[Value]] = {}
    for key, value in claim.qualifiers:
        if key in RELATIONS[claim.relation].qualifiers and key not in _FOLDED:
            values = value if isinstance(value, tuple) else (value,)
            sides[key] = [_read_side(claim, key, item, context) for item in values]
            sides[key] = [item for item in sides[key] if item]
    if claim.relation in {"platform", "premiere_date"}:
        sides.setdefault("kind", ["premiere"])
    if claim.relation == "relationship" and not sides.get("kind"):
        raise UnreadableError("a relationship needs its kind")
    if claim.relation == "statement":
        sides["polarity"] = [claim.polarity.value]
        if claim.speaker and claim.speaker.kind is Kind.PERSON:
            sides["speaker"] = [claim.speaker]
    return sides


def _read_side(claim: Claim, key: str, value: Value, context: _Context) -> Value:
    """Return one value of a qualifier, or "" where its word is of no use."""
    if isinstance(value, Reference):
        return value
    if key in _NAMED and value.strip():
        return Reference(_NAMED[key], value, work=_home_of(claim, key))
    scheme = QUALIFIER_SCHEMES.get((claim.relation, key))
    if scheme is None or (key, value) == ("kind", "acquire"):
        return " ".join(value.split())
    try:
        return read_concept(scheme, value, context.concepts)
    except UnreadableError as error:
        if claim.relation == "relationship":
            raise
        context.omissions.append(f"{error}; the rest of the claim is kept")
        return "premiere" if claim.relation == "platform" else ""


def _home_of(claim: Claim, key: str) -> str:
    """Return what a character or channel belongs to, which keeps namesakes apart."""
    if key == "channel" and isinstance(claim.object, Reference):
        return claim.object.name
    series = series_of(claim.subject)
    return series.name if key == "character" and series else ""

"""Claims in the form in which they can be compared: the first stage of acceptance.

Seasons and episodes told beside a subject become the subject, words become concepts, numbers
and dates are checked, and a claim that says two things (a platform and a date) gives two
readings. What cannot be read is rejected with a reason; nothing is dropped in silence. The one
thing a newcomer would get wrong: readings of every status come out, rumours included.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from showgraph.graph.accepting.concepts import Concepts
from showgraph.graph.accepting.context import Context, find_context
from showgraph.graph.accepting.durations import parse_running_time
from showgraph.graph.accepting.facts import (
    EventStatus,
    Reading,
    Record,
    Value,
    claim_key,
    sort_qualifiers,
)
from showgraph.graph.accepting.lexical import UnreadableError, read_date, read_object
from showgraph.graph.accepting.qualifiers import read_qualifiers
from showgraph.graph.accepting.works import episode_in, season_in
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
    context = find_context(extraction, documents, concepts)
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


def _read(claim: Claim, context: Context) -> list[Record]:
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
    sides = read_qualifiers(claim, context)
    records: list[Record] = []
    for subject, season in _read_subjects(claim, context):
        ends = _order_ends(claim.relation, context.settle(subject), _settle(object_, context))
        told = sides | ({"season": [season]} if season else {})
        settled = {key: [_settle(it, context) for it in values] for key, values in told.items()}
        record = Record(claim.relation, *ends, sort_qualifiers(settled), status)
        records += [record, *_imply(record, claim)]
    return records


def _settle(value: Value, context: Context) -> Value:
    return context.settle(value) if isinstance(value, Reference) else value


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


def _read_subjects(claim: Claim, context: Context) -> list[tuple[Reference, Reference | None]]:
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


def _read_season(name: str | Reference, claim: Claim, context: Context) -> Reference | None:
    """Return the season told beside a character or person, or None where it is not clear."""
    if isinstance(name, Reference):
        return name
    title = name_key(claim.subject.work)
    series = context.series.get(title) or context.only_series.get(claim.document)
    if series is None:
        context.omissions.append(f"season {name} of what is not told; the rest is kept")
        return None
    return season_in(series, name)


def _read_running_time(claim: Claim, context: Context) -> str:
    words = str(claim.object)
    duration = parse_running_time(words)
    if duration is None and words.strip():
        context.omissions.append(f"{words!r} is no running time; the rest of the claim is kept")
    return duration or ""

"""Decide what is held to be so: claims in, accepted facts, contradictions and differences out.

The rules are those of :mod:`showgraph.graph.policy`. The one thing a newcomer would get wrong:
claims of lesser status are not lost. They stay among the readings, so that an answer can show
them with their status.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from showgraph.graph.concepts import Concepts, read_concepts
from showgraph.graph.consensus import (
    Consensus,
    DateOf,
    all_later,
    settle_dates,
    settle_growing,
    settle_values,
)
from showgraph.graph.dates import Interval, parse_date
from showgraph.graph.differences import find_differences
from showgraph.graph.facts import (
    Accepted,
    Contradiction,
    DisagreementKind,
    Fact,
    Qualifiers,
    Reading,
    Side,
    Value,
    claim_key,
    qualifiers_key,
    record_key,
    sort_claims,
    sort_qualifiers,
    value_key,
)
from showgraph.graph.occasions import find_occasion, find_release, find_statuses
from showgraph.graph.policy import POLICY, Policy
from showgraph.graph.readings import read_claims
from showgraph.model import Claim, Document, Extraction, Modality, Polarity, Reference
from showgraph.relations import RELATIONS
from showgraph.relations import Value as Sort

#: Qualifiers that are part of what a fact is. All others are merged from its claims.
_KEYS: Final = {
    "platform": ("kind",),
    "premiere_date": ("kind", "platform"),
    "trailer_date": ("platform",),
    "trailer_release": ("platform",),
    "relationship": ("kind", "season"),
    "award": ("result",),
    "statement": ("polarity", "season", "speaker"),
    "audience_figure": ("unit",),
    "interview": ("about",),
    "worked_on": ("role",),
}
#: Relations whose object can be disputed, and is therefore no part of what the fact is.
_DISPUTABLE: Final = frozenset(
    {relation.name for relation in RELATIONS.values() if relation.single_valued} | {"trailer"}
)
#: Qualifiers that can have one value only.
_SINGLE: Final = {"platform": "channel"}


def accept(
    extraction: Extraction,
    documents: Iterable[Document],
    *,
    concepts: Concepts | None = None,
    policy: Policy = POLICY,
) -> Accepted:
    """Return what the claims make, by the policy.

    Args:
        extraction: Resolved claims and entities, in any order.
        documents: The documents that the claims are from; their dates order the tellings.
        concepts: The schemes of words; None for those that come with the package.
        policy: What to accept.

    Returns:
        Facts, contradictions, differences, readings of either standing and rejections. Equal
        input in another order gives an equal result; no claims give an empty one.

    Raises:
        ResourceError: If no concepts are given and the package lacks them.
    """
    known = tuple(documents)
    words = read_concepts() if concepts is None else concepts
    readings, rejections = read_claims(extraction, known, words)
    plain = _join_platforms([r for r in readings if r.standing in policy.accepted])
    lesser = [r for r in readings if r.standing not in policy.accepted]
    date_of = _date_documents(known)
    statuses = find_statuses(plain, date_of)
    facts: list[Fact] = []
    contradictions = _find_denials(plain, lesser, date_of)
    for group in _group(plain).values():
        fact, clashes = _settle(group, date_of, policy)
        contradictions += clashes
        if fact is not None:
            occasion = find_occasion(fact)
            facts.append(replace(fact, status=statuses[occasion]) if occasion else fact)
    return Accepted(
        tuple(sorted(facts, key=record_key)),
        tuple(sorted(contradictions, key=_order)),
        find_differences(readings, words, policy),
        _sort_readings(plain),
        _sort_readings(lesser),
        rejections,
    )


def _sort_readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda r: (claim_key(r.claim), record_key(r))))


def _date_documents(documents: Iterable[Document]) -> DateOf:
    """Return a function from a claim to the date of its document, if it has one."""
    dates: dict[str, Interval] = {}
    for document in documents:
        try:
            date = parse_date(document.date or "")
        except ValueError:
            continue  # without a date, or with one that orders nothing
        if isinstance(date, Interval):
            dates[document.id] = date
    return lambda claim: dates.get(claim.document)


def _join_platforms(readings: Sequence[Reading]) -> list[Reading]:
    """Give dates without a platform that of the work's only release, where there is one."""
    platforms: dict[tuple[Reference, str], set[Reference]] = defaultdict(set)
    for reading in readings:
        release = find_release(reading)
        if release and release.platform:
            platforms[release.work, release.kind].add(release.platform)
    joined: list[Reading] = []
    for reading in readings:
        release = find_release(reading)
        found = platforms.get((release.work, release.kind), set()) if release else set()
        if release and release.platform is None and len(found) == 1:
            told = {**dict(reading.qualifiers), "platform": found}
            joined.append(replace(reading, qualifiers=sort_qualifiers(told)))
        else:
            joined.append(reading)
    return joined


_Identity = tuple[str, Reference, Value | None, Qualifiers]


def _identify(reading: Reading) -> _Identity:
    """Return what a reading has in common with all others of the same fact."""
    keys = _KEYS.get(reading.relation, ())
    qualifiers = tuple((key, values) for key, values in reading.qualifiers if key in keys)
    object_ = None if reading.relation in _DISPUTABLE else reading.object
    return (reading.relation, reading.subject, object_, qualifiers)


def _group(readings: Iterable[Reading]) -> dict[_Identity, list[Reading]]:
    groups: dict[_Identity, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[_identify(reading)].append(reading)
    return groups


def _settle(
    readings: Sequence[Reading], date_of: DateOf, policy: Policy
) -> tuple[Fact | None, list[Contradiction]]:
    """Return the fact that readings of one identity make, if any, and what clashes."""
    relation, subject, object_, qualifiers = _identify(readings[0])
    merged = _merge_qualifiers(readings)
    claims = sort_claims(reading.claim for reading in readings)
    clashes: list[Contradiction] = []
    single = _SINGLE.get(relation, "")
    if len(merged.get(single, ())) > 1:
        told = [(value, r.claim) for r in readings for value in r.values(single)]
        sides = settle_values(told).sides
        kind = DisagreementKind.VALUE
        clashes.append(Contradiction(kind, relation, subject, qualifiers, sides, single))
        del merged[single]
    if object_ is None:
        consensus = _settle_object(readings, date_of, policy)
        if consensus.sides:
            clash = _name_kind(relation)
            clashes.append(Contradiction(clash, relation, subject, qualifiers, consensus.sides))
        # A trailer is there even if nobody knows how long it is.
        object_ = "" if relation == "trailer" and consensus.value is None else consensus.value
        claims = claims if relation == "trailer" else consensus.claims
    if object_ is None:
        return None, clashes
    return Fact(relation, subject, object_, sort_qualifiers(merged), None, claims), clashes


def _settle_object(readings: Iterable[Reading], date_of: DateOf, policy: Policy) -> Consensus:
    told = [(str(reading.object), reading.claim) for reading in readings if reading.object]
    relation = next(iter(readings)).relation
    if RELATIONS[relation].objects is Sort.DATE:
        return settle_dates(told)
    if relation in policy.growing:
        return settle_growing(told, date_of)
    return settle_values(told) if told else Consensus(None)


def _name_kind(relation: str) -> DisagreementKind:
    kinds = {Sort.DATE: DisagreementKind.DATE, Sort.NUMBER: DisagreementKind.COUNT}
    sort = RELATIONS[relation].objects
    return (
        kinds.get(sort, DisagreementKind.VALUE)
        if isinstance(sort, Sort)
        else (DisagreementKind.VALUE)
    )


def _merge_qualifiers(readings: Iterable[Reading]) -> dict[str, set[Value]]:
    merged: dict[str, set[Value]] = defaultdict(set)
    for reading in readings:
        for key, values in reading.qualifiers:
            merged[key].update(values)
    return dict(merged)


def _find_denials(
    plain: Iterable[Reading], lesser: Iterable[Reading], date_of: DateOf
) -> list[Contradiction]:
    """Return a contradiction for what is both told and, not only earlier, denied."""
    denied: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in lesser:
        claim = reading.claim
        if claim.polarity is Polarity.NEGATIVE and claim.modality is Modality.ASSERTED:
            denied[*_identify(reading), reading.object].append(reading)
    told: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for reading in plain:
        told[*_identify(reading), reading.object].append(reading.claim)
    found: list[Contradiction] = []
    for key, readings in denied.items():
        denials = sort_claims(reading.claim for reading in readings)
        tellings = sort_claims(told.get(key, ()))
        if not tellings or all_later(tellings, denials, date_of):
            continue
        relation, subject, _, qualifiers = _identify(readings[0])
        value = (readings[0].object,)
        sides = (Side(value, tellings), Side(value, denials, Polarity.NEGATIVE))
        kind = DisagreementKind.POLARITY
        found.append(Contradiction(kind, relation, subject, qualifiers, sides))
    return found


def _order(contradiction: Contradiction) -> tuple[object, ...]:
    """Return a sort key: relation, subject, then what tells apart."""
    return (
        contradiction.relation,
        value_key(contradiction.subject),
        qualifiers_key(contradiction.qualifiers),
        contradiction.kind,
        contradiction.aspect,
        tuple(tuple(map(value_key, side.values)) for side in contradiction.sides),
    )

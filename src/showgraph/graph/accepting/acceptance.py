"""Decide what is held to be so: claims in, accepted facts, contradictions and differences out.

The rules are those of :mod:`showgraph.graph.accepting.policy`. The one thing a newcomer would get
wrong: claims of lesser status are not lost. They stay among the readings, so that an answer can
show them with their status.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from showgraph.graph.accepting.concepts import Concepts, read_concepts
from showgraph.graph.accepting.consensus import (
    Consensus,
    settle_dates,
    settle_growing,
    settle_values,
)
from showgraph.graph.accepting.dates import is_yearless
from showgraph.graph.accepting.denials import find_denials
from showgraph.graph.accepting.differences import find_differences
from showgraph.graph.accepting.facts import (
    Accepted,
    Contradiction,
    DisagreementKind,
    Fact,
    Reading,
    Resolution,
    Side,
    Value,
    claim_key,
    qualifiers_key,
    record_key,
    sort_claims,
    sort_qualifiers,
    value_key,
)
from showgraph.graph.accepting.identity import Identity, identify
from showgraph.graph.accepting.namings import find_namings
from showgraph.graph.accepting.occasions import find_occasion, find_release, find_statuses
from showgraph.graph.accepting.policy import POLICY, Policy
from showgraph.graph.accepting.readings import read_claims
from showgraph.graph.accepting.resolution import Judge, make_judge
from showgraph.model import Claim, Document, Extraction, Reference
from showgraph.relations import RELATIONS
from showgraph.relations import Value as Sort

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
    judge = make_judge(known, policy)
    contradictions = [
        *find_denials(plain, lesser, judge),
        *find_namings(plain, lesser, judge),
    ]
    facts, clashes = _make_facts(_drop_losers(plain, contradictions), judge)
    contradictions += clashes
    return Accepted(
        facts,
        tuple(sorted(contradictions, key=_order)),
        find_differences(readings, words, policy, contradictions=contradictions),
        _sort_readings(plain),
        _sort_readings(lesser),
        rejections,
        judge.groups,
    )


def _make_facts(
    readings: Sequence[Reading], judge: Judge
) -> tuple[tuple[Fact, ...], list[Contradiction]]:
    """Return the facts that readings make together, sorted, and what clashes among them."""
    statuses = find_statuses(readings, judge.date_of)
    facts: list[Fact] = []
    contradictions: list[Contradiction] = []
    for group in _group(readings).values():
        fact, clashes = _settle(group, judge)
        contradictions += clashes
        if fact is not None:
            occasion = find_occasion(fact)
            facts.append(replace(fact, status=statuses[occasion]) if occasion else fact)
    return tuple(sorted(facts, key=record_key)), contradictions


def _sort_readings(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return tuple(sorted(readings, key=lambda r: (claim_key(r.claim), record_key(r))))


def _drop_losers(
    readings: Iterable[Reading], contradictions: Iterable[Contradiction]
) -> list[Reading]:
    """Return the readings without those that lost, or that exclude each other undecided.

    What is told and denied stays accepted until a policy decides, and two spellings may be
    those of two people; one name cannot be a person and a company.
    """
    dropped: set[tuple[Claim, Reference, Value]] = set()
    for contradiction in contradictions:
        sides: Iterable[Side] = contradiction.losers
        if contradiction.resolution is None and contradiction.kind is DisagreementKind.TYPE:
            sides = contradiction.sides
        dropped.update(
            (claim, contradiction.subject, value)
            for side in sides
            for claim in side.claims
            for value in side.values
        )
    return [r for r in readings if (r.claim, r.subject, r.object) not in dropped]


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


def _group(readings: Iterable[Reading]) -> dict[Identity, list[Reading]]:
    groups: dict[Identity, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[identify(reading)].append(reading)
    return groups


def _settle(readings: Sequence[Reading], judge: Judge) -> tuple[Fact | None, list[Contradiction]]:
    """Return the fact that readings of one identity make, if any, and what clashes."""
    relation, subject, object_, qualifiers = identify(readings[0])
    merged = _merge_qualifiers(readings)
    claims = sort_claims(reading.claim for reading in readings)
    clashes: list[Contradiction] = []
    single = _SINGLE.get(relation, "")
    if len(merged.get(single, ())) > 1:
        told = [(value, r.claim) for r in readings for value in r.values(single)]
        sides = settle_values(told).sides
        resolved = judge.decide(sides)
        kind = DisagreementKind.VALUE
        clashes.append(Contradiction(kind, relation, subject, qualifiers, sides, single, resolved))
        del merged[single]
        if resolved:
            merged[single] = set(resolved.winner.values)
    if object_ is None:
        consensus, resolved = _decide(_settle_object(readings, judge), judge)
        if consensus.sides:
            clash, sides = _name_kind(relation), consensus.sides
            clashes.append(Contradiction(clash, relation, subject, qualifiers, sides, "", resolved))
        # A trailer is there even if nobody knows how long it is.
        object_ = "" if relation == "trailer" and consensus.value is None else consensus.value
        claims = claims if relation == "trailer" else consensus.claims
    if object_ is None:
        return None, clashes
    return Fact(relation, subject, object_, sort_qualifiers(merged), None, claims), clashes


def _decide(consensus: Consensus, judge: Judge) -> tuple[Consensus, Resolution | None]:
    """Return the consensus with the value of the side that wins, if one does."""
    resolved = judge.decide(consensus.sides)
    if resolved is None:
        return consensus, None
    (value,) = resolved.winner.values
    if isinstance(value, str) and is_yearless(value):
        return consensus, None  # a day without its year makes no date
    return Consensus(value, resolved.winner.claims, consensus.sides), resolved


def _settle_object(readings: Iterable[Reading], judge: Judge) -> Consensus:
    told = [(str(reading.object), reading.claim) for reading in readings if reading.object]
    relation = next(iter(readings)).relation
    if RELATIONS[relation].objects is Sort.DATE:
        return settle_dates(told)
    if relation in judge.policy.growing:
        return settle_growing(told, judge.date_of)
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

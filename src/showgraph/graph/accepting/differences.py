"""Find where documents tell a relation of many values differently, without contradiction.

A reader wants to hear "two articles say A, one says B". So the documents of one side are those
whose values all stand in one set that no other document extends, and what a document leaves
out is no difference.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from showgraph.graph.accepting.concepts import Concepts
from showgraph.graph.accepting.facts import (
    Contradiction,
    Difference,
    DisagreementKind,
    Qualifiers,
    Reading,
    Side,
    Value,
    qualifiers_key,
    sort_claims,
    value_key,
)
from showgraph.graph.accepting.lexical import OBJECT_SCHEMES
from showgraph.graph.accepting.policy import Policy
from showgraph.graph.accepting.works import series_of
from showgraph.iris import name_key
from showgraph.model import Claim, Kind, Polarity, Reference


@dataclass(frozen=True, slots=True)
class _Matter:
    """What values are compared for."""

    relation: str
    subject: Reference
    qualifiers: Qualifiers = ()


@dataclass(frozen=True, slots=True)
class _Telling:
    """The values that one document gives, or that are given at one level."""

    values: frozenset[Value]
    readings: tuple[Reading, ...]

    @property
    def order(self) -> tuple[object, ...]:
        """Return a sort key: most and longest values first."""
        keys = sorted(map(value_key, self.values))
        return (-len(keys), -sum(len(part) for key in keys for part in key), keys)


@dataclass(frozen=True, slots=True)
class _Likeness:
    """Knows which values are the same thing, or one a finer word for the other.

    ``disputed`` are pairs of names for one thing, which contradict each other elsewhere.
    """

    concepts: Concepts
    disputed: frozenset[frozenset[Value]]

    def agree(self, value: Value, other: Value, relation: str) -> bool:
        """Tell whether two values of a relation are alike."""
        if value == other or frozenset({value, other}) in self.disputed:
            return True
        if isinstance(value, str) and isinstance(other, str):
            scheme = OBJECT_SCHEMES.get(relation, "")
            narrower = self.concepts.is_narrower
            return narrower(scheme, value, other) or narrower(scheme, other, value)
        if isinstance(value, str) or isinstance(other, str) or value.kind is not other.kind:
            return False
        if value.kind in {Kind.SERIES, Kind.SEASON, Kind.EPISODE, Kind.WORK}:
            return False
        names, others = set(name_key(value.name).split()), set(name_key(other.name).split())
        return names <= others or others <= names


def find_differences(
    readings: Iterable[Reading],
    concepts: Concepts,
    policy: Policy,
    *,
    contradictions: Iterable[Contradiction] = (),
) -> tuple[Difference, ...]:
    """Return the differences among readings, sorted by kind, relation and subject.

    Args:
        readings: Readings of every status, in any order.
        concepts: Tells which concepts lie below others.
        policy: Which relations are compared, and of which statuses.
        contradictions: Those found; two names for one thing are no difference as well.
    """
    likeness = _Likeness(concepts, frozenset(_iter_disputed(contradictions)))
    told = [
        reading
        for reading in readings
        if reading.claim.polarity is Polarity.POSITIVE
        and reading.standing in policy.accepted | policy.differing
    ]
    found = [
        *_find_between_documents(told, likeness, policy),
        *_find_between_levels(told, likeness, policy),
    ]
    return tuple(sorted(found, key=_order))


def _iter_disputed(contradictions: Iterable[Contradiction]) -> Iterator[frozenset[Value]]:
    for contradiction in contradictions:
        if contradiction.kind in {DisagreementKind.TYPE, DisagreementKind.SPELLING}:
            yield frozenset(value for side in contradiction.sides for value in side.values)


def _order(difference: Difference) -> tuple[object, ...]:
    sides = qualifiers_key(difference.qualifiers)
    return (difference.kind, difference.relation, difference.subject, sides)


def _find_between_documents(
    readings: Iterable[Reading], likeness: _Likeness, policy: Policy
) -> Iterator[Difference]:
    by_matter: dict[_Matter, dict[str, list[Reading]]] = defaultdict(lambda: defaultdict(list))
    for reading in readings:
        if matter := _find_matter(reading, policy):
            by_matter[matter][reading.claim.document].append(reading)
    for matter, by_document in by_matter.items():
        tellings = [_tell(matter, group) for group in by_document.values()]
        sides = _take_sides(tellings, matter.relation, likeness)
        if len(sides) > 1 and _is_grounded(sides, policy):
            yield Difference(
                DisagreementKind.VALUE,
                matter.relation,
                matter.subject,
                matter.qualifiers,
                tuple(_to_side(head, group) for head, group in sides),
            )


def _find_matter(reading: Reading, policy: Policy) -> _Matter | None:
    """Return what the reading is compared for, or None if it is not compared."""
    if reading.relation in policy.compared:
        return _Matter(reading.relation, reading.subject)
    kind = reading.claim.qualifier("kind")
    if reading.relation == "platform" and isinstance(kind, str):
        comes_out = kind.casefold() in policy.comings_out
        return (
            _Matter("platform", reading.subject, (("kind", ("premiere",)),)) if comes_out else None
        )
    season = reading.reference("season")
    begins = reading.word("kind") in policy.beginnings
    if reading.relation == "relationship" and begins and season and season.season.isdecimal():
        sides = (("kind", reading.values("kind")), ("partner", (reading.object,)))
        return _Matter("relationship", reading.subject, sides)
    return None


def _tell(matter: _Matter, readings: Sequence[Reading]) -> _Telling:
    """Return what the readings of one document give: of a relationship, its first season."""
    if matter.relation != "relationship":
        return _Telling(frozenset(reading.object for reading in readings), tuple(readings))
    seasons = {season for reading in readings if (season := reading.reference("season"))}
    first = min(seasons, key=lambda season: int(season.season))
    opening = tuple(r for r in readings if r.reference("season") == first)
    return _Telling(frozenset({first}), opening)


def _find_between_levels(
    readings: Iterable[Reading], likeness: _Likeness, policy: Policy
) -> Iterator[Difference]:
    by_series: dict[tuple[str, Reference], dict[Reference, list[Reading]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for reading in readings:
        series = series_of(reading.subject)
        if reading.relation in policy.compared_across_levels and series:
            by_series[reading.relation, series][reading.subject].append(reading)
    for (relation, series), by_work in by_series.items():
        whole = _tell(_Matter(relation, series), by_work.pop(series, []))
        for season, group in by_work.items():
            part = _tell(_Matter(relation, season), group)
            sides = [(whole, [whole]), (part, [part])]
            apart = len(_find_heads([whole, part], relation, likeness)) > 1
            if season.kind is Kind.SEASON and apart and _is_grounded(sides, policy):
                yield Difference(
                    DisagreementKind.SCOPE,
                    relation,
                    series,
                    (("season", (season,)),),
                    tuple(_to_side(head, group) for head, group in sides),
                )


def _is_grounded(sides: Iterable[tuple[_Telling, Sequence[_Telling]]], policy: Policy) -> bool:
    """Tell whether some claim on some side is accepted."""
    return any(
        reading.standing in policy.accepted
        for _, group in sides
        for telling in group
        for reading in telling.readings
    )


def _to_side(head: _Telling, group: Iterable[_Telling]) -> Side:
    claims: list[Claim] = [reading.claim for telling in group for reading in telling.readings]
    return Side(tuple(sorted(head.values, key=value_key)), sort_claims(claims))


def _take_sides(
    tellings: Iterable[_Telling], relation: str, likeness: _Likeness
) -> list[tuple[_Telling, list[_Telling]]]:
    """Return each set of values that none extends, with the tellings that fit it alone."""
    heads = _find_heads(tellings, relation, likeness)
    sides: list[tuple[_Telling, list[_Telling]]] = [(head, []) for head in heads]
    for telling in tellings:
        fitting = [group for head, group in sides if _fits(telling, head, relation, likeness)]
        if len(fitting) == 1:
            fitting[0].append(telling)
    return sorted(sides, key=lambda side: sorted(map(value_key, side[0].values)))


def _find_heads(tellings: Iterable[_Telling], relation: str, likeness: _Likeness) -> list[_Telling]:
    """Return the tellings that say more than each other one; of equal ones the first."""
    heads: list[_Telling] = []
    for telling in sorted(tellings, key=lambda telling: telling.order):
        if not any(_fits(telling, head, relation, likeness) for head in heads):
            heads.append(telling)
    # A head may still fit a later one that has no more values and yet gives all of its own.
    return [
        head
        for head in heads
        if not any(_fits(head, other, relation, likeness) for other in heads if other is not head)
    ]


def _fits(telling: _Telling, head: _Telling, relation: str, likeness: _Likeness) -> bool:
    """Tell whether the head gives every value of the telling, be it by another name."""
    return all(
        any(likeness.agree(value, other, relation) for other in head.values)
        for value in telling.values
    )

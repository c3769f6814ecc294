"""The triples of contradictions and differences, by side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from showgraph.graph.accepting.dates import Interval, parse_date
from showgraph.graph.accepting.facts import (
    Accepted,
    Contradiction,
    Disagreement,
    DisagreementKind,
    Resolution,
    Side,
    Value,
)
from showgraph.graph.mapping.claims import RELEASE_DATE, Stated
from showgraph.graph.mapping.story import to_term
from showgraph.graph.mapping.terms import Minter, Term, concept, is_a, sg, typed
from showgraph.graph.mapping.things import Things
from showgraph.model import Claim, Polarity, Reference
from showgraph.relations import RELATIONS as TABLE
from showgraph.relations import Value as Sort
from showgraph.store import Literal, NamedNode, Triple

_ASPECTS: Final = {"channel": "onChannel"}

#: What a trailer is called whose running time is not told.
_TRAILER: Final = "a trailer"

_Stated = Mapping[tuple[Claim, str], Sequence[Stated]]


def map_disagreements(
    accepted: Accepted, stated: Iterable[Stated], things: Things, minter: Minter
) -> list[Triple]:
    """Return the triples of all contradictions and differences.

    Their subject and property are those of the claims on the sides, but for a difference
    between levels, which is about the series.
    """
    by_claim = _index(stated)
    return [
        triple
        for disagreement in (*accepted.contradictions, *accepted.differences)
        for triple in _map_disagreement(disagreement, by_claim, things, minter)
    ]


def find_lost(accepted: Accepted, stated: Iterable[Stated], minter: Minter) -> frozenset[NamedNode]:
    """Return the claims on the sides that contradictions were decided against."""
    by_claim = _index(stated)
    return frozenset(
        it.iri(minter)
        for contradiction in accepted.contradictions
        for side in contradiction.losers
        for it in _find_stated(contradiction, side, by_claim)
    )


def _index(stated: Iterable[Stated]) -> _Stated:
    by_claim: dict[tuple[Claim, str], list[Stated]] = defaultdict(list)
    for it in stated:
        by_claim[it.reading.claim, it.reading.relation].append(it)
    return by_claim


def _map_disagreement(
    disagreement: Disagreement, stated: _Stated, things: Things, minter: Minter
) -> list[Triple]:
    sides = [(side, _find_stated(disagreement, side, stated)) for side in disagreement.sides]
    first = sides[0][1][0]
    scope = disagreement.kind is DisagreementKind.SCOPE
    subject = minter.thing(disagreement.subject) if scope else first.subject
    predicate = first.predicate
    node = _mint(disagreement, subject, predicate, minter)
    name = "Contradiction" if isinstance(disagreement, Contradiction) else "Difference"
    triples = [
        is_a(node, name),
        Triple(node, sg("contradictionKind"), concept("contradiction-kind", disagreement.kind)),
        Triple(node, sg("onSubject"), subject),
    ]
    if disagreement.relation == "relationship" and name == "Difference":
        predicate = sg("relationshipKind")
        words = dict(disagreement.qualifiers)["kind"]
        kinds = [concept("relationship-kind", it) for it in words if isinstance(it, str)]
        triples += (Triple(node, predicate, kind) for kind in kinds)
    triples.append(Triple(node, sg("onPredicate"), predicate))
    for side, claims in sides:
        values = [_to_value(disagreement, side, value, things, minter) for value in side.values]
        member = minter.node("side", node, *map(str, values))
        triples += (Triple(node, sg("side"), member), is_a(member, "Side"))
        triples += (Triple(member, sg("value"), value) for value in values)
        triples += (Triple(member, sg("claim"), it.iri(minter)) for it in claims)
        if isinstance(disagreement, Contradiction) and disagreement.resolution:
            triples += _map_resolution(node, disagreement.resolution, side, claims, minter)
    return triples


def _map_resolution(
    contradiction: NamedNode,
    resolution: Resolution,
    side: Side,
    claims: Iterable[Stated],
    minter: Minter,
) -> list[Triple]:
    """Return the decision, if it is for this side."""
    if side != resolution.winner:
        return []
    node = minter.node("resolution", contradiction, resolution.ground)
    return [
        is_a(node, "Resolution"),
        Triple(contradiction, sg("resolvedBy"), node),
        Triple(node, sg("policy"), concept("resolution-policy", resolution.ground)),
        *(Triple(node, sg("prefers"), it.iri(minter)) for it in claims),
    ]


def _find_stated(disagreement: Disagreement, side: Side, stated: _Stated) -> list[Stated]:
    """Return what the claims of a side state of the matter."""
    predicate: NamedNode | None = None
    if TABLE[disagreement.relation].objects is Sort.DATE:
        predicate = RELEASE_DATE
    elif disagreement.aspect:
        predicate = sg(_ASPECTS[disagreement.aspect])
    elif disagreement.relation == "trailer" and disagreement.kind is DisagreementKind.VALUE:
        predicate = sg("runningTime")
    found = [
        it
        for claim in side.claims
        # A company is told as a producer or as what it is; both are claims of one property.
        for it in stated.get((claim, disagreement.relation), ()) or stated[claim, claim.relation]
    ]
    wanted = predicate or found[0].predicate  # what a reading states first is what people ask by
    return [it for it in found if it.predicate == wanted]


def _mint(
    disagreement: Disagreement, subject: NamedNode, predicate: NamedNode, minter: Minter
) -> NamedNode:
    keys = [
        str(minter.thing(value)) if isinstance(value, Reference) else value
        for _, values in disagreement.qualifiers
        for value in values
    ]
    values = [
        str(minter.thing(value)) if isinstance(value, Reference) else value
        for side in disagreement.sides
        for value in side.values
        if disagreement.kind is DisagreementKind.POLARITY
    ]
    sort = "contradiction" if isinstance(disagreement, Contradiction) else "difference"
    return minter.node(sort, disagreement.kind, subject, predicate, *keys, *values)


def _to_value(
    disagreement: Disagreement, side: Side, value: Value, things: Things, minter: Minter
) -> Term:
    """Return what a side holds; a denial is told in words."""
    if side.polarity is Polarity.NEGATIVE:
        words = value if isinstance(value, str) else things.label(value)
        return Literal(f"not {words or _TRAILER}")
    if isinstance(value, Reference) or disagreement.aspect:
        return to_term(disagreement.relation, value, minter)
    if TABLE[disagreement.relation].objects is Sort.DATE:
        date = parse_date(value)
        is_day = isinstance(date, Interval) and date.earliest == date.latest
        return typed(value, "date") if is_day else Literal(value)
    if disagreement.relation == "trailer":
        return typed(value, "duration") if value else Literal(_TRAILER)
    return to_term(disagreement.relation, value, minter)

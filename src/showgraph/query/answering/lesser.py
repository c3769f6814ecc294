"""Find the claims that an answer must not rest on and that a reader should still see.

They are denied, possible, rumoured, passed on or asked, or they stand on one side of a
contradiction that nobody has resolved.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

from showgraph.namespaces import RDF, SCHEME, SG
from showgraph.query.answering.answers import DISPUTED, LesserClaim
from showgraph.query.matching.arguments import Argument, is_season
from showgraph.query.matching.names import Names
from showgraph.query.naming.labels import Labels
from showgraph.query.provenance.explanation import sources_of
from showgraph.query.provenance.support import Claims
from showgraph.query.questions.header import SavedQuestion
from showgraph.query.sparql.binder import bind
from showgraph.store import Literal, NamedNode, QuerySolution, Store

_STATUSES: Final = ("negated", "asked", "possible", "rumoured", "reported")
_LESSER_QUERY: Final = """
SELECT ?claim ?subject ?object ?earliest ?latest ?day WHERE {
  VALUES ?status { <statuses> }
  ?claim rdf:predicate ?_predicate_iri ; sg:claimStatus ?status ; rdf:subject ?subject .
  FILTER NOT EXISTS { ?claim sg:rank sg:Preferred }
  OPTIONAL { ?claim rdf:object ?object }
  OPTIONAL { ?claim sg:earliest ?earliest ; sg:latest ?latest }
  OPTIONAL { ?claim sg:monthDay ?day }
}
""".replace("<statuses>", " ".join(f"<{SCHEME}claim-status/{word}>" for word in _STATUSES))
_DISPUTED_QUERY: Final = """
SELECT ?claim ?subject ?object ?earliest ?latest ?day WHERE {
  ?contradiction a sg:Contradiction ; sg:onPredicate ?_predicate_iri ; sg:side ?side .
  ?side sg:claim ?claim .
  ?claim rdf:subject ?subject .
  FILTER NOT EXISTS { ?contradiction sg:resolvedBy ?resolution }
  FILTER NOT EXISTS { ?claim sg:rank sg:Preferred }
  OPTIONAL { ?claim rdf:object ?object }
  OPTIONAL { ?claim sg:earliest ?earliest ; sg:latest ?latest }
  OPTIONAL { ?claim sg:monthDay ?day }
}
"""
_SCOPE_QUERY: Final = """
SELECT DISTINCT ?part WHERE {
  ?_thing_iri ^(sg:seasonOf|sg:partOfSeason|sg:trailerOf|sg:concerns|sg:about|^sg:hasRelease
    |^sg:hasCredit|^sg:hasPerformance|^sg:hasCharacter)* ?part
}
"""
_SEASONS_QUERY: Final = """
SELECT ?season WHERE {
  ?season a sg:Season .
  OPTIONAL { ?season sg:seasonNumber ?number }
  FILTER(COALESCE(STR(?number), "final") = ?_season)
}
"""


def things_asked(
    store: Store,
    names: Names,
    question: SavedQuestion,
    arguments: Mapping[str, Argument],
) -> list[frozenset[NamedNode]]:
    """Return, for each argument that is a thing or a season, it and what belongs to it."""
    found: list[frozenset[NamedNode]] = []
    for name, argument in arguments.items():
        term = argument.term
        if isinstance(term, NamedNode) and term.value in names.by_iri:
            found.append(scope_of(store, term))
        elif isinstance(term, Literal) and is_season(question.params[name]):
            seasons = store.select(bind(_SEASONS_QUERY, {"season": term}))
            parts = [scope_of(store, row["season"]) for row in seasons]
            found.append(frozenset().union(*parts))
    return found


def scope_of(store: Store, thing: NamedNode) -> frozenset[NamedNode]:
    """Return the thing itself and what belongs to it: seasons, releases, credits, characters."""
    rows = store.select(bind(_SCOPE_QUERY, {"thing": thing}))
    return frozenset(row["part"] for row in rows if isinstance(row["part"], NamedNode))


def find_lesser(
    store: Store,
    claims: Claims,
    labels: Labels,
    predicates: Mapping[NamedNode, NamedNode | None],
    things: Callable[[], Collection[Collection[NamedNode]]],
) -> tuple[LesserClaim, ...]:
    """Return the claims of lesser status about something, sorted by property and subject.

    Args:
        store: The graph.
        claims: Its claims.
        labels: Its labels.
        predicates: The properties that are asked for; with a value, those that count with that
            value only.
        things: Gives, for each thing that is asked about, the thing and what belongs to it; a
            claim has to speak of each of them. None for all claims of the properties. Called
            only where there is a claim to be held against it.
    """
    rows = [
        (predicate, row, disputed)
        for predicate, value in predicates.items()
        for row, disputed in _iter_rows(store, predicate)
        if value is None or row["object"] == value
    ]
    asked = things() if rows else ()
    found: set[tuple[str, str, str, str, str, NamedNode]] = set()
    for predicate, row, disputed in rows:
        if all(row["subject"] in thing or row["object"] in thing for thing in asked):
            claim = claims.claim(row["claim"])
            status = DISPUTED if disputed else claim.status.value
            words = (labels.of(predicate), labels.of(row["subject"]), _value(row, labels))
            found.add((*words, status, claim.speaker, row["claim"]))
    by_words: dict[tuple[str, str, str, str, str], list[NamedNode]] = {}
    for *key, claim_iri in sorted(found, key=lambda each: (*each[:5], each[5].value)):
        name, subject, value, status, speaker = key
        by_words.setdefault((subject, name, value, status, speaker), []).append(claim_iri)
    return tuple(
        LesserClaim(*key, sources_of(claims.claim(iri) for iri in iris))
        for key, iris in by_words.items()
    )


def _iter_rows(store: Store, predicate: NamedNode) -> Iterator[tuple[QuerySolution, bool]]:
    """Yield the claims of a property that count here, with whether each is disputed."""
    for query, link, disputed in (
        (_LESSER_QUERY, RDF + "predicate", False),
        (_DISPUTED_QUERY, SG + "onPredicate", True),
    ):
        # To look costs a hundredth of a query, and most properties have no claim of the kind.
        if next(store.quads(None, NamedNode(link), predicate), None) is None:
            continue
        for row in store.select(bind(query, {"predicate": predicate})):
            yield row, disputed


def _value(row: QuerySolution, labels: Labels) -> str:
    """Return what a claim says of its subject: the object, or the day or days of a date."""
    if row["object"] is not None:
        # A node of the graph's own says nothing; what it is about, the subject says.
        own = isinstance(row["object"], NamedNode) and row["object"].value.startswith(SG)
        return "" if own else labels.of(row["object"])
    dates = [row[name].value for name in ("earliest", "latest") if isinstance(row[name], Literal)]
    if dates:
        return dates[0] if dates[0] == dates[-1] else " to ".join(dates)
    return labels.of(row["day"])

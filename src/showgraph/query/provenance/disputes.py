"""Find where documents say other things of what was asked, and how many say what."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from showgraph.namespaces import SCHEME, SG
from showgraph.query.naming.labels import Labels
from showgraph.query.provenance.copies import count_texts, read_copies
from showgraph.query.sparql.binder import bind
from showgraph.store import Literal, NamedNode, Store

_SIDES_QUERY: Final = """
SELECT ?disagreement ?type ?node ?value ?document ?date WHERE {
  VALUES ?type { sg:Contradiction sg:Difference }
  ?disagreement sg:onPredicate ?_predicate_iri ; a ?type ; sg:onSubject ?node ; sg:side ?side .
  ?side sg:value ?value ; sg:claim ?claim .
  FILTER NOT EXISTS { ?claim rdf:object ?said . ?side sg:value ?said FILTER(?said != ?value) }
  VALUES ?status { <asserted> <scheduled> }
  ?claim sg:claimStatus ?status ; sg:statedIn ?source .
  ?source dcterms:identifier ?document
  OPTIONAL { ?source dcterms:issued ?date }
}
""".replace("<asserted>", f"<{SCHEME}claim-status/asserted>").replace(
    "<scheduled>", f"<{SCHEME}claim-status/scheduled>"
)


@dataclass(frozen=True, slots=True)
class Side:
    """A value, the ids of the documents that say it, sorted, and the days of those, sorted.

    ``n_repeating`` of the documents repeat the text of another, and do not count.
    """

    value: str
    documents: tuple[str, ...]
    dates: tuple[str, ...] = ()
    n_repeating: int = 0

    @property
    def n_texts(self) -> int:
        """How many documents say it, those that copy one text counted once."""
        return len(self.documents) - self.n_repeating


@dataclass(frozen=True, slots=True)
class Dispute:
    """What documents say of one property of one thing, in labels, most documents first.

    Who denies, doubts or asks a thing does not say it. ``is_contradiction`` is false where both
    may be true: other values of what can have several.
    """

    subject: str
    property: str
    is_contradiction: bool
    sides: tuple[Side, ...]

    def __str__(self) -> str:
        """Return a line: ``Harbour Lights, episode count: 2 documents say 6, 1 says 8``.

        The days of the documents follow each value, where they have any.
        """
        first, *others = self.sides
        parts = [_saying(first, noun=True), *map(_saying, others)]
        return f"{self.subject}, {self.property}: {', '.join(parts)}"


def _saying(side: Side, *, noun: bool = False) -> str:
    n = side.n_texts
    documents = f" document{'' if n == 1 else 's'}" if noun else ""
    days = f" ({', '.join(side.dates)})" if side.dates else ""
    return f"{n}{documents} {'says' if n == 1 else 'say'} {side.value}{days}"


def find_disputes(
    store: Store,
    labels: Labels,
    predicates: Iterable[NamedNode],
    things: Callable[[], Collection[Collection[NamedNode]]],
) -> tuple[Dispute, ...]:
    """Return the disagreements about something, contradictions first, sorted.

    Those of one subject and property, as of its credits and of itself, are one.

    Args:
        store: The graph.
        labels: Its labels.
        predicates: The properties that are asked for.
        things: Gives, for each thing that is asked about, the thing and what belongs to it; a
            disagreement has to speak of each of them. None for all of the properties. Called
            only where there is a disagreement to be held against it.
    """
    found: dict[tuple[bool, str, str], dict[str, set[_Document]]] = {}
    for predicate in dict.fromkeys(predicates):
        # Looked up before a query is run, as most properties have none.
        if any(store.quads(None, NamedNode(SG + "onPredicate"), predicate)):
            for kind, node, values in _iter_disagreements(store, predicate):
                spoken_of = {node, *values}
                if all(spoken_of.intersection(thing) for thing in things()):
                    key = kind != SG + "Contradiction", labels.of(node), labels.of(predicate)
                    sides = found.setdefault(key, {})
                    for value, documents in values.items():
                        sides.setdefault(labels.of(value), set()).update(documents)
    copies = read_copies(store) if found else {}
    return tuple(
        Dispute(subject, name, not is_difference, _to_sides(found[key], copies))
        for key in sorted(found)
        for is_difference, subject, name in [key]
        if len(found[key]) > 1
    )


#: The id of a document, and its day or "".
_Document = tuple[str, str]
_Values = dict[NamedNode | Literal, set[_Document]]


def _iter_disagreements(
    store: Store, predicate: NamedNode
) -> Iterator[tuple[str, NamedNode, _Values]]:
    """Yield the sort and the subject of each disagreement, and who says what."""
    found: dict[tuple[str, NamedNode, NamedNode], _Values] = {}
    for row in store.select(bind(_SIDES_QUERY, {"predicate": predicate})):
        values = found.setdefault((row["type"].value, row["node"], row["disagreement"]), {})
        date = row["date"].value if isinstance(row["date"], Literal) else ""
        values.setdefault(row["value"], set()).add((row["document"].value, date))
    for (kind, node, _), values in found.items():
        yield kind, node, values


def _to_sides(told: Mapping[str, set[_Document]], copies: Mapping[str, str]) -> tuple[Side, ...]:
    """Return the sides, those that most documents are on first."""
    sides: list[Side] = []
    for label, documents in told.items():
        names, days = zip(*sorted(documents), strict=True)
        n_repeating = len(names) - count_texts(names, copies)
        sides.append(Side(label, names, tuple(sorted(filter(None, days))), n_repeating))
    return tuple(sorted(sides, key=lambda side: (-side.n_texts, side.value)))

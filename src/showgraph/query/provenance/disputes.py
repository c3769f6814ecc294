"""Find where documents say other things of what was asked, and how many say what."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from showgraph.namespaces import SCHEME, SG
from showgraph.query.naming.labels import Labels
from showgraph.query.sparql.binder import bind
from showgraph.store import Literal, NamedNode, Store

_SIDES_QUERY: Final = """
SELECT ?disagreement ?type ?node ?value ?document WHERE {
  VALUES ?type { sg:Contradiction sg:Difference }
  ?disagreement sg:onPredicate ?_predicate_iri ; a ?type ; sg:onSubject ?node ; sg:side ?side .
  ?side sg:value ?value ; sg:claim ?claim .
  VALUES ?status { <asserted> <scheduled> }
  ?claim sg:claimStatus ?status ; sg:statedIn/dcterms:identifier ?document
}
""".replace("<asserted>", f"<{SCHEME}claim-status/asserted>").replace(
    "<scheduled>", f"<{SCHEME}claim-status/scheduled>"
)


@dataclass(frozen=True, slots=True)
class Side:
    """A value, and the ids of the documents that say it, sorted."""

    value: str
    documents: tuple[str, ...]


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
        """Return a line: ``Harbour Lights, episode count: 2 documents say 6, 1 says 8``."""
        first, *others = self.sides
        parts = [_saying(len(first.documents), first.value, noun=True)]
        parts += [_saying(len(side.documents), side.value) for side in others]
        return f"{self.subject}, {self.property}: {', '.join(parts)}"


def _saying(n: int, value: str, *, noun: bool = False) -> str:
    documents = f" document{'' if n == 1 else 's'}" if noun else ""
    return f"{n}{documents} {'says' if n == 1 else 'say'} {value}"


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
    found: dict[tuple[bool, str, str], dict[str, set[str]]] = {}
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
    return tuple(
        Dispute(subject, name, not is_difference, tuple(_iter_sides(found[key])))
        for key in sorted(found)
        for is_difference, subject, name in [key]
        if len(found[key]) > 1
    )


_Values = dict[NamedNode | Literal, set[str]]


def _iter_disagreements(
    store: Store, predicate: NamedNode
) -> Iterator[tuple[str, NamedNode, _Values]]:
    """Yield the sort and the subject of each disagreement, and who says what."""
    found: dict[tuple[str, NamedNode, NamedNode], _Values] = {}
    for row in store.select(bind(_SIDES_QUERY, {"predicate": predicate})):
        values = found.setdefault((row["type"].value, row["node"], row["disagreement"]), {})
        values.setdefault(row["value"], set()).add(row["document"].value)
    for (kind, node, _), values in found.items():
        yield kind, node, values


def _iter_sides(documents: Mapping[str, set[str]]) -> Iterator[Side]:
    """Yield the sides, those that most documents are on first."""
    for label in sorted(documents, key=lambda each: (-len(documents[each]), each)):
        yield Side(label, tuple(sorted(documents[label])))

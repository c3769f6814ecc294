"""Find where documents say other things of what was asked, and how many say what."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from showgraph.namespaces import SCHEME, SG
from showgraph.query.binder import bind
from showgraph.query.labels import Labels
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

    Args:
        store: The graph.
        labels: Its labels.
        predicates: The properties that are asked for.
        things: Gives, for each thing that is asked about, the thing and what belongs to it; a
            disagreement has to speak of each of them. None for all of the properties. Called
            only where there is a disagreement to be held against it.
    """
    found = {
        dispute
        for predicate in dict.fromkeys(predicates)
        # Looked up before a query is run, as most properties have none.
        if any(store.quads(None, NamedNode(SG + "onPredicate"), predicate))
        for dispute in _iter_disputes(store, labels, predicate, things())
    }
    return tuple(sorted(found, key=_order))


def _order(dispute: Dispute) -> tuple[bool, str, str, tuple[str, ...]]:
    values = tuple(side.value for side in dispute.sides)
    return not dispute.is_contradiction, dispute.subject, dispute.property, values


def _iter_disputes(
    store: Store, labels: Labels, predicate: NamedNode, things: Collection[Collection[NamedNode]]
) -> Iterator[Dispute]:
    """Yield the disagreements about one property."""
    found: dict[tuple[str, NamedNode, NamedNode], _Values] = {}
    for row in store.select(bind(_SIDES_QUERY, {"predicate": predicate})):
        values = found.setdefault((row["type"].value, row["node"], row["disagreement"]), {})
        values.setdefault(row["value"], set()).add(row["document"].value)
    for (kind, node, _), values in found.items():
        sides = tuple(_iter_sides(labels, values))
        spoken_of = {node, *values}
        if len(sides) > 1 and all(spoken_of.intersection(thing) for thing in things):
            is_contradiction = kind == SG + "Contradiction"
            yield Dispute(labels.of(node), labels.of(predicate), is_contradiction, sides)


_Values = dict[NamedNode | Literal, set[str]]


def _iter_sides(labels: Labels, values: _Values) -> Iterator[Side]:
    """Yield the sides, those that most documents are on first; equal labels are one side."""
    by_label: dict[str, set[str]] = {}
    for value, documents in values.items():
        by_label.setdefault(labels.of(value), set()).update(documents)
    for label in sorted(by_label, key=lambda each: (-len(by_label[each]), each)):
        yield Side(label, tuple(sorted(by_label[label])))

"""What a person reads for the terms of a graph."""

import re
from typing import Final

from showgraph.namespaces import PREFIXES, RDFS, SG, SKOS
from showgraph.query.sparql.binder import bind
from showgraph.store import BlankNode, Literal, NamedNode, Store, Triple

_LABELS: Final = (NamedNode(SKOS + "prefLabel"), NamedNode(RDFS + "label"))
#: A node without a name is told by what it belongs to: a release by its work.
_OWNER_QUERY: Final = """
SELECT ?label WHERE {
  ?_node_iri (^sg:hasRelease|^sg:hasCredit|^sg:hasPerformance|sg:concerns|sg:about|sg:partner
    |sg:measuredOutlet) ?owner .
  ?owner skos:prefLabel ?label
}
ORDER BY ?label
"""


class Labels:
    """The labels of one store that does not change meanwhile; what was read is kept."""

    def __init__(self, store: Store) -> None:
        """Read labels from ``store``, which stays the caller's to close."""
        self._store = store
        self._known: dict[str, str] = {}

    def of(self, term: NamedNode | BlankNode | Literal | Triple | None) -> str:
        """Return the label of a term: its name, that of what it belongs to, or its end.

        A literal is its own label, and no term has none.
        """
        if term is None:
            return ""
        if not isinstance(term, NamedNode):
            return term.value if isinstance(term, Literal) else str(term)
        if term.value not in self._known:
            self._known[term.value] = self._read(term) or self._owner(term) or compact(term.value)
        return self._known[term.value]

    def _read(self, node: NamedNode) -> str:
        for predicate in _LABELS:
            objects = [quad.object for quad in self._store.quads(node, predicate)]
            labels = [label.value for label in objects if isinstance(label, Literal)]
            if labels:
                return min(labels)
        return ""

    def _owner(self, node: NamedNode) -> str:
        if node.value.startswith(SG):
            return ""
        rows = self._store.select(bind(_OWNER_QUERY, {"node": node}))
        return min((row["label"].value for row in rows), default="")


def compact(iri: str) -> str:
    """Return an IRI with a known prefix in the place of its beginning, if it has such a one."""
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and re.fullmatch(r"[A-Za-z0-9_][A-Za-z0-9_/-]*", local):
            return f"{prefix}:{local}"
    return iri


def expand(name: str) -> str:
    """Return the IRI of a compact one with a known prefix; any other text as it is."""
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else name

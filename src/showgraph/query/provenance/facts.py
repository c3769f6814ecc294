"""The accepted and inferred facts of a store, as a proof looks them up.

Terms are N-Triples text here, as in the rule table. The claims graph is never looked at: what
a document says is not yet a fact.
"""

from collections.abc import Iterator
from typing import Final

from showgraph.namespaces import GRAPHS
from showgraph.rules import Pattern, Triple
from showgraph.rules.terms import Term, parse_term, to_text
from showgraph.store import Literal, NamedNode, Quad, Store

_ASSERTED: Final = frozenset({GRAPHS["accepted"], GRAPHS["ontology"]})
_FACTS: Final = _ASSERTED | {GRAPHS["inferred"]}


class StoreFacts:
    """Look-ups over a store that does not change meanwhile; what was found is kept."""

    def __init__(self, store: Store) -> None:
        """Look facts up in ``store``, which stays the caller's to close."""
        self._store = store
        self._terms: dict[str, Term] = {}
        self._found: dict[Triple, tuple[Triple, ...]] = {}

    def is_asserted(self, triple: Triple) -> bool:
        """Return whether the triple stands in the accepted graph or the ontology."""
        return any(_graph(quad) in _ASSERTED for quad in self._quads(triple))

    def matching(self, pattern: Pattern) -> tuple[Triple, ...]:
        """Return the facts that fit, each once; a term that starts with ``?`` fits any."""
        subject, predicate, obj = ("?" if term.startswith("?") else term for term in pattern)
        key = (subject, predicate, obj)
        if key not in self._found:
            facts = {to_text(quad) for quad in self._quads(key) if _graph(quad) in _FACTS}
            self._found[key] = tuple(sorted(facts))
        return self._found[key]

    def term(self, text: str) -> Term:
        """Return the term of an N-Triples text."""
        if text not in self._terms:
            self._terms[text] = parse_term(text)
        return self._terms[text]

    def _quads(self, pattern: Pattern) -> Iterator[Quad]:
        subject, predicate, obj = (
            None if term.startswith("?") else self.term(term) for term in pattern
        )
        if isinstance(subject, Literal) or not isinstance(predicate, NamedNode | None):
            return iter(())
        return self._store.quads(subject, predicate, obj)


def _graph(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""

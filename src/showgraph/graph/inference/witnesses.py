"""Which words of documents stand behind facts, found among the quads of the claims graph.

Only looked for where facts contradict the ontology, so that whoever reads the error knows what to
read next; a finished graph is explained by :mod:`showgraph.query.provenance.explanation`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from showgraph.namespaces import DCTERMS, OA, RDF, SG
from showgraph.rules import Triple
from showgraph.store import Literal, Quad

#: So many claims are quoted for one fault; the others say the same in other places.
_QUOTED: Final = 3

_OBJECT: Final = RDF + "object"

_Index = dict[tuple[str, str], list[str]]


class Witnesses:
    """The claims of a graph by what they state."""

    def __init__(self, claims: Iterable[Quad]) -> None:
        """Index the quads of the claims graph; others among them do no harm."""
        self._values: _Index = defaultdict(list)
        self._claims: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        self._naming: defaultdict[str, list[str]] = defaultdict(list)
        for quad in claims:
            value = str(quad.object)
            if isinstance(quad.object, Literal) and quad.predicate.value != _OBJECT:
                value = quad.object.value
            self._values[str(quad.subject), quad.predicate.value].append(value)
        for (node, predicate), values in list(self._values.items()):
            if predicate == SG + "assertsNode":
                for value in values:
                    self._claims[value,].append(node)
            elif predicate == RDF + "subject":
                key = [self._first(node, RDF + name) for name in ("subject", "predicate", "object")]
                self._claims[tuple(key)].append(node)
                self._naming[key[0]].append(node)
                self._naming[key[2]].append(node)

    def quote(self, facts: Iterable[Triple]) -> list[str]:
        """Return ``evening-lantern-7 says "..."`` for the first claims of facts, sorted.

        The class of a thing follows from its being named, so that claims that name it count.
        """
        found: set[str] = set()
        for subject, predicate, value in facts:
            keys = ((subject, predicate, value), (subject,), (value,))
            claims = [claim for key in keys for claim in self._claims.get(key, ())]
            found.update(map(self._say, claims or self._naming.get(subject, [])))
        return sorted(found)[:_QUOTED]

    def _say(self, claim: str) -> str:
        document = self._first(claim, SG + "statedIn")
        name = self._first(document, DCTERMS + "identifier")
        spans = self._all(claim, SG + "evidence")
        selectors = [it for span in spans for it in self._all(span, OA + "hasSelector")]
        quotes = sorted(quote for it in selectors for quote in self._all(it, OA + "exact"))
        return f"{name} says " + ", ".join(f'"{quote}"' for quote in quotes)

    def _first(self, node: str, predicate: str) -> str:
        return next(iter(self._all(node, predicate)), "")

    def _all(self, node: str, predicate: str) -> Sequence[str]:
        return self._values.get((node, predicate), ())

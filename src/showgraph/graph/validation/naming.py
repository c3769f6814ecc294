"""Call nodes by names that people know, and find the words of documents behind them.

Credits, releases and claims have no name of their own: they are called by their class and by
what they are linked to.
"""

from collections.abc import Iterator

from showgraph.graph.validation.report import Quotation, ReportedSide
from showgraph.namespaces import DCTERMS, GRAPHS, OA, PREFIXES, RDF, RDFS, SCHEME, SG, SKOS
from showgraph.store import Literal, NamedNode, Quad, Store

#: More names than these would make a heading no clearer.
_MAX_NEIGHBOURS = 4

#: More words than these would make no side of a contradiction clearer.
_MAX_QUOTATIONS = 3

_CLAIM = SG + "claim"

#: What holds the value of a claim.
_VALUES = {RDF + "object", SG + "earliest", SG + "latest"}

_NAMES = (SKOS + "prefLabel", DCTERMS + "identifier", RDFS + "label")


def shorten(iri: str) -> str:
    """Return an IRI with the prefix that leaves least of it, or as it is."""
    fitting = [
        (len(iri) - len(space), f"{prefix}:{iri.removeprefix(space)}")
        for prefix, space in PREFIXES.items()
        if iri.startswith(space) and iri != space
    ]
    return min(fitting)[1] if fitting else iri


class Naming:
    """Names and quotations out of all graphs of one store."""

    def __init__(self, store: Store) -> None:
        """Read from ``store`` when asked; nothing is kept."""
        self._store = store

    def label(self, node: str) -> str:
        """Return what a person calls a node: never empty."""
        own = self._own_name(node)
        if own:
            return own
        names = sorted({name for name in map(self._own_name, self._linked(node)) if name})
        sort = self.sort(node)
        if sort and names:
            return f"{sort} ({'; '.join(names[:_MAX_NEIGHBOURS])})"
        return shorten(node)

    def sort(self, node: str) -> str:
        """Return the label of a node's class, or "".

        That is the asserted one, since what is inferred is less exact: an event, not a release.
        Of several the first by its IRI.
        """
        labels = (self._literals(name, RDFS + "label") for name in self._classes(node))
        return next((text for texts in labels for text in texts), "")

    def _classes(self, node: str) -> list[str]:
        """Return the classes of a node, without those that are only inferred; sorted."""
        found = list(self._about(node, RDF + "type"))
        inferred = NamedNode(GRAPHS["inferred"])
        asserted = [quad for quad in found if quad.graph_name != inferred] or found
        classes = {quad.object for quad in asserted if isinstance(quad.object, NamedNode)}
        return sorted(name.value for name in classes)

    def quotations(self, node: str, path: str) -> tuple[Quotation, ...]:
        """Return the words of documents behind a node, sorted.

        Args:
            node: A thing that claims speak of, a claim, or a span.
            path: A property with its prefix: where claims of the node use it, only those count.
        """
        claims = self._claims(node)
        fitting = [
            claim for claim in claims if path in map(shorten, self._links(claim, RDF + "predicate"))
        ]
        spans = [
            span
            for claim in [*(fitting or claims), node]
            for span in self._links(claim, SG + "evidence")
        ]
        return tuple(
            sorted({quotation for span in [*spans, node] for quotation in self._quote(span)})
        )

    def sides(self, node: str, path: str) -> tuple[ReportedSide, ...]:
        """Return the values that do not go together at a node, with the words behind each.

        They are the sides of a contradiction, which the node is or which is about it, or else
        the values of the property, if it has several.

        Args:
            node: Any node.
            path: A property with its prefix.
        """
        found = [
            ReportedSide(self._text(quad.object), self._all_quotations(self._links(side, _CLAIM)))
            for contradiction in [node, *self._contradictions(node, path)]
            for side in self._links(contradiction, SG + "side")
            for quad in self._about(side, SG + "value")
        ]
        values = {q.object for q in self._about(node) if shorten(q.predicate.value) == path}
        if not found and len(values) > 1:
            claims = self._claims(node)
            found = [
                ReportedSide(
                    self._text(value),
                    self._all_quotations([c for c in claims if self._says(c, value)]),
                )
                for value in values
            ]
        return tuple(sorted(set(found)))

    def _contradictions(self, node: str, path: str) -> list[str]:
        """Return the contradictions about a node and a property."""
        return sorted(
            name
            for name in self._subjects(SG + "onSubject", node)
            if path in map(shorten, self._links(name, SG + "onPredicate"))
        )

    def _says(self, claim: str, value: object) -> bool:
        return any(q.object == value and q.predicate.value in _VALUES for q in self._about(claim))

    def _all_quotations(self, claims: list[str]) -> tuple[Quotation, ...]:
        found = {
            quotation
            for claim in claims
            for span in self._links(claim, SG + "evidence")
            for quotation in self._quote(span)
        }
        return tuple(sorted(found)[:_MAX_QUOTATIONS])

    def _text(self, term: object) -> str:
        return self.label(str(getattr(term, "value", term)))

    def _claims(self, node: str) -> list[str]:
        """Return the claims that support a node or speak of it."""
        found = {
            *self._subjects(SG + "assertsNode", node),
            *self._subjects(RDF + "subject", node),
        }
        return sorted(found)

    def _quote(self, span: str) -> Iterator[Quotation]:
        """Yield the quotation of a span; nothing where a part of it is missing."""
        selectors = self._links(span, OA + "hasSelector")
        documents = self._links(span, OA + "hasSource")
        parts = [
            next(iter(text for node in nodes for text in self._literals(node, name)), None)
            for nodes, name in (
                (documents, DCTERMS + "identifier"),
                (selectors, OA + "start"),
                (selectors, OA + "end"),
                (selectors, OA + "exact"),
            )
        ]
        match parts:
            case [str(document), str(start), str(end), str(quote)] if (start + end).isdecimal():
                yield Quotation(document, int(start), int(end), quote)

    def _own_name(self, node: str) -> str:
        return next((text for name in _NAMES for text in self._literals(node, name)), "")

    def _linked(self, node: str) -> Iterator[str]:
        """Yield what points at a node and what it points at, but no terms of the vocabulary."""
        yield from self._subjects(None, node)
        for quad in self._about(node):
            target = quad.object
            if isinstance(target, NamedNode) and not target.value.startswith((SG, SCHEME)):
                yield target.value

    def _links(self, node: str, predicate: str) -> list[str]:
        """Return the IRIs at the end of a property, sorted."""
        objects = [quad.object for quad in self._about(node, predicate)]
        return sorted(term.value for term in objects if isinstance(term, NamedNode))

    def _literals(self, node: str, predicate: str) -> list[str]:
        """Return the lexical forms at the end of a property, sorted."""
        objects = [quad.object for quad in self._about(node, predicate)]
        return sorted(term.value for term in objects if isinstance(term, Literal))

    def _about(self, node: str, predicate: str | None = None) -> Iterator[Quad]:
        term = _named_node(node)
        if term is not None:
            yield from self._store.quads(term, NamedNode(predicate) if predicate else None)

    def _subjects(self, predicate: str | None, node: str) -> Iterator[str]:
        term = _named_node(node)
        if term is not None:
            name = NamedNode(predicate) if predicate else None
            for quad in self._store.quads(None, name, term):
                if isinstance(quad.subject, NamedNode):
                    yield quad.subject.value


def _named_node(text: str) -> NamedNode | None:
    """Return the IRI that ``text`` is, or None for what a literal or blank node is known by."""
    try:
        return NamedNode(text)
    except ValueError:
        return None

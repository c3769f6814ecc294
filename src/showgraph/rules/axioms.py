"""Read the axioms of an ontology: the only module of the rules that knows rdflib and owlrl.

The hierarchies of classes and properties come closed: every class above a class, every
property above a property. The other axioms come as they are stated.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, TypeVar

from showgraph.errors import OntologyError
from showgraph.namespaces import OWL, RDF, RDFS, XSD
from showgraph.rules.screening import AXIOMS, check_axioms
from showgraph.rules.table import TYPE
from showgraph.store import Literal as StoredLiteral
from showgraph.store import NamedNode

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

#: A class as the pattern of its members, ``?x key[0] key[1]``: ``(rdf:type, C)`` for a named
#: class, ``(p, v)`` for the restriction "has value v at p", which says just that.
ClassKey = tuple[str, str]
Pair = tuple[str, str]

_Item = TypeVar("_Item", bound=str | tuple[Any, ...])

_VOCABULARIES: Final = tuple(f"<{namespace}" for namespace in (RDF, RDFS, OWL, XSD))
_EVERYTHING: Final = {f"<{OWL}Thing>", f"<{RDFS}Resource>"}
_LITERALS: Final = (f"<{XSD}", f"<{RDFS}Literal>", f"<{RDF}langString>", f"<{RDF}PlainLiteral>")
#: The node type by which owlrl reports an inconsistency; it raises nothing.
_ERROR: Final = "http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage"


@dataclass(frozen=True, slots=True)
class Axioms:
    """What an ontology states, by kind; every tuple is sorted and has no duplicates.

    ``subclasses`` and ``subproperties`` hold (lower, upper) pairs of the closed hierarchies,
    none of a term with itself. In ``disjoint_classes`` and ``disjoint_properties`` the smaller
    of a pair comes first. Ranges of literals are left out: no triple follows from them.
    """

    subclasses: tuple[tuple[ClassKey, ClassKey], ...]
    subproperties: tuple[Pair, ...]
    domains: tuple[tuple[str, ClassKey], ...]
    ranges: tuple[tuple[str, ClassKey], ...]
    inverses: tuple[Pair, ...]
    symmetric: tuple[str, ...]
    transitive: tuple[str, ...]
    chains: tuple[tuple[str, tuple[str, ...]], ...]
    disjoint_classes: tuple[tuple[ClassKey, ClassKey], ...]
    disjoint_properties: tuple[Pair, ...]
    asymmetric: tuple[str, ...]
    irreflexive: tuple[str, ...]


def read_axioms(*turtle: str) -> Axioms:
    """Return the axioms that the files of an ontology state.

    Args:
        turtle: The files, as Turtle. They import nothing; annotations and facts are left out.

    Raises:
        OntologyError: If a text is not Turtle or states an axiom that cannot be compiled.
    """
    from rdflib import Graph  # noqa: PLC0415 - only a build needs rdflib
    from rdflib.exceptions import ParserError  # noqa: PLC0415

    graph = Graph()
    for text in turtle:
        try:
            graph.parse(data=text, format="turtle")
        except (ParserError, SyntaxError) as error:
            raise OntologyError("Turtle that does not parse", str(error)) from error
    check_axioms(graph)
    return _Reader(graph).read()


class _Reader:
    """One parsed ontology; all it returns is text."""

    def __init__(self, graph: "Graph") -> None:
        self._graph = graph
        self._restrictions = dict(self._iter_restrictions())

    def read(self) -> Axioms:
        closed = _close(self._graph)
        return Axioms(
            subclasses=_unique(self._iter_subclasses(closed)),
            subproperties=_unique(self._iter_subproperties(closed)),
            domains=_unique(self._iter_sides(RDFS + "domain")),
            ranges=_unique(self._iter_sides(RDFS + "range")),
            inverses=_unique(self._iter_property_pairs(OWL + "inverseOf")),
            symmetric=_unique(self._iter_typed("SymmetricProperty")),
            transitive=_unique(self._iter_typed("TransitiveProperty")),
            chains=_unique(self._iter_chains()),
            disjoint_classes=_unique(self._iter_disjoint_classes()),
            disjoint_properties=_unique(
                (min(pair), max(pair))
                for pair in self._iter_property_pairs(OWL + "propertyDisjointWith")
            ),
            asymmetric=_unique(self._iter_typed("AsymmetricProperty")),
            irreflexive=_unique(self._iter_typed("IrreflexiveProperty")),
        )

    def _iter_restrictions(self) -> "Iterator[tuple[Node, ClassKey]]":
        nodes = {node for name in ("onProperty", "hasValue") for node, _ in self._pairs(OWL + name)}
        for node in nodes | set(self._typed(OWL + "Restriction")):
            properties = [prop for _, prop in self._pairs(OWL + "onProperty", node)]
            values = [value for _, value in self._pairs(OWL + "hasValue", node)]
            if len(properties) != 1 or len(values) != 1:
                raise OntologyError("owl:Restriction without one property and one value", str(node))
            yield node, (self._property(properties[0]), _text(values[0]))

    def _iter_subclasses(self, closed: "Graph") -> Iterator[tuple[ClassKey, ClassKey]]:
        for node, key in self._restrictions.items():
            if _text(node).startswith("<"):
                yield (TYPE, _text(node)), key
                yield key, (TYPE, _text(node))
        for lower, upper in self._pairs(RDFS + "subClassOf", graph=closed):
            if _says_something(_text(lower), _text(upper)):
                pair = self._class(lower), self._class(upper)
                if pair[0] != pair[1]:
                    yield pair

    def _iter_subproperties(self, closed: "Graph") -> Iterator[Pair]:
        for lower, upper in self._pairs(RDFS + "subPropertyOf", graph=closed):
            if lower != upper and _says_something(_text(lower), _text(upper)):
                yield self._property(lower), self._property(upper)

    def _iter_sides(self, predicate: str) -> Iterator[tuple[str, ClassKey]]:
        datatypes = set(self._typed(RDFS + "Datatype"))
        for prop, cls in self._pairs(predicate):
            text = _text(cls)
            if text not in _EVERYTHING and not text.startswith(_LITERALS) and cls not in datatypes:
                yield self._property(prop), self._class(cls)

    def _iter_property_pairs(self, predicate: str) -> Iterator[Pair]:
        for first, second in self._pairs(predicate):
            yield self._property(first), self._property(second)

    def _iter_typed(self, name: str) -> Iterator[str]:
        for prop in self._typed(OWL + name):
            yield self._property(prop)

    def _iter_chains(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for prop, head in self._pairs(OWL + "propertyChainAxiom"):
            chain = tuple(self._property(link) for link in self._members(head))
            if not chain:
                raise OntologyError("owl:propertyChainAxiom without members", str(prop))
            yield self._property(prop), chain

    def _iter_disjoint_classes(self) -> Iterator[tuple[ClassKey, ClassKey]]:
        pairs = list(self._pairs(OWL + "disjointWith"))
        for node in self._typed(OWL + "AllDisjointClasses"):
            for _, head in self._pairs(OWL + "members", node):
                pairs += combinations(self._members(head), 2)
        for pair in pairs:
            first, second = sorted(map(self._class, pair))
            yield first, second

    def _class(self, node: "Node") -> ClassKey:
        text = _text(node)
        if text.startswith("<"):
            return TYPE, text
        if node not in self._restrictions:
            raise OntologyError("a class without a name", text)
        return self._restrictions[node]

    @staticmethod
    def _property(node: "Node") -> str:
        text = _text(node)
        if not text.startswith("<"):
            raise OntologyError("a property without a name", text)
        return text

    def _pairs(
        self, predicate: str, subject: "Node | None" = None, *, graph: "Graph | None" = None
    ) -> "Iterator[tuple[Node, Node]]":
        from rdflib import URIRef  # noqa: PLC0415 - only a build needs rdflib

        where = self._graph if graph is None else graph
        for start, _, end in where.triples((subject, URIRef(predicate), None)):
            yield start, end

    def _typed(self, cls: str) -> "Iterator[Node]":
        from rdflib import RDF as RDF_TERMS  # noqa: PLC0415 - only a build needs rdflib
        from rdflib import URIRef  # noqa: PLC0415

        yield from self._graph.subjects(RDF_TERMS.type, URIRef(cls))

    def _members(self, head: "Node") -> "list[Node]":
        return list(self._graph.items(head))


def _close(graph: "Graph") -> "Graph":
    """Return the axioms of ``graph`` with all that follows from them alone.

    Annotations stay out: owlrl would spend most of its time on them.
    """
    from owlrl import DeductiveClosure, OWLRL_Semantics  # noqa: PLC0415 - only a build needs it
    from rdflib import RDF as RDF_TERMS  # noqa: PLC0415
    from rdflib import Graph, URIRef  # noqa: PLC0415

    closed = Graph()
    for triple in graph:
        if str(triple[1]) in AXIOMS:
            closed.add(triple)
    # Its "improved" datatypes stay in rdflib for the whole process, and reject every gMonthDay.
    DeductiveClosure(OWLRL_Semantics, improved_datatypes=False).expand(closed)
    for node in closed.subjects(RDF_TERMS.type, URIRef(_ERROR)):
        messages = sorted(str(value) for value in closed.objects(node) if str(value) != _ERROR)
        raise OntologyError("an inconsistency", "; ".join(messages))
    return closed


def _says_something(lower: str, upper: str) -> bool:
    """Return whether a pair of a closed hierarchy is more than OWL's own furniture."""
    if upper in _EVERYTHING or lower == f"<{OWL}Nothing>":
        return False
    return not (lower.startswith(_VOCABULARIES) and upper.startswith(_VOCABULARIES))


def _text(node: "Node") -> str:
    """Return the N-Triples text of a term, as the store writes it."""
    from rdflib import Literal, URIRef  # noqa: PLC0415 - only a build needs rdflib

    if isinstance(node, URIRef):
        return f"<{node}>"
    if not isinstance(node, Literal):
        return f"_:{node}"
    if node.language:
        return str(StoredLiteral(str(node), language=node.language))
    datatype = NamedNode(str(node.datatype or XSD + "string"))
    return str(StoredLiteral(str(node), datatype=datatype))


def _unique(items: "Iterable[_Item]") -> "tuple[_Item, ...]":
    return tuple(sorted(set(items)))

"""Find the triples that a person means by the name of a thing, a property and a value."""

import difflib
import re
from collections.abc import Iterator
from typing import Final

from showgraph.errors import UnknownNameError
from showgraph.namespaces import GRAPHS, OWL, PREFIXES, RDF, RDFS, SG
from showgraph.query.names import Names
from showgraph.store import Literal, NamedNode, Store, Triple

_TYPE: Final = NamedNode(RDF + "type")
_FACTS: Final = ("accepted", "inferred", "ontology")


def find_triples(
    store: Store, names: Names, subject: str, relation: str, object_: str | None = None
) -> tuple[Triple, ...]:
    """Return the triples that hold or that a document claims, sorted by their text.

    Args:
        store: The graph.
        names: The names of the things in it.
        subject: A name or an IRI.
        relation: The label of a property, its short name (``castMember``), compact IRI or IRI.
        object_: A name, an IRI, or the text of a value; None for all values.

    Raises:
        UnknownNameError: If the thing or the property is not known.
        AmbiguousNameError: If the subject's name stands for several things.
    """
    node = _find_node(store, names, subject)
    property_ = find_property(store, relation)
    found = {*_iter_facts(store, node, property_), *_iter_claims(store, node, property_)}
    if object_ is not None:
        found = {triple for triple in found if _is_meant(store, triple.object, object_)}
    return tuple(sorted(found, key=str))


def _find_node(store: Store, names: Names, subject: str) -> NamedNode:
    """Return the thing of that name; an IRI may be that of a node without a name."""
    if "://" in subject:
        try:
            node = NamedNode(subject)
        except ValueError as error:
            raise UnknownNameError("thing", subject) from error
        if any(store.quads(node)):
            return node
    return NamedNode(names.resolve(subject).iri)


def find_property(store: Store, name: str) -> NamedNode:
    """Return the property of the ontology that ``name`` stands for.

    Raises:
        UnknownNameError: If there is none, with those that come close.
    """
    known = _properties(store)
    prefix, _, local = name.partition(":")
    iri = PREFIXES.get(prefix, prefix + ":") + local
    for candidate in (_key(iri), _key(name)):
        if candidate in known:
            return known[candidate]
    short = {_key(p.value.removeprefix(SG)): p.value.removeprefix(SG) for p in known.values()}
    near = difflib.get_close_matches(_key(name), short, n=3)
    raise UnknownNameError(
        "property", name, [short[key] for key in near], known=sorted(short.values())
    )


def _properties(store: Store) -> dict[str, NamedNode]:
    """Return the properties by the keys of their IRI, short name and label.

    Where two share a label, the one whose short name it is wins.
    """
    labels: dict[str, NamedNode] = {}
    exact: dict[str, NamedNode] = {}
    for kind in ("ObjectProperty", "DatatypeProperty"):
        quads = store.quads(None, _TYPE, NamedNode(OWL + kind), GRAPHS["ontology"])
        for node in sorted((q.subject for q in quads if isinstance(q.subject, NamedNode)), key=str):
            exact[_key(node.value)] = exact[_key(node.value.removeprefix(SG))] = node
            for quad in store.quads(node, NamedNode(RDFS + "label")):
                if isinstance(quad.object, Literal):
                    labels.setdefault(_key(quad.object.value), node)
    return labels | exact


def _key(name: str) -> str:
    """Return the letters and digits of a name: "cast member" and ``castMember`` are equal."""
    return re.sub(r"[\W_]+", "", name).casefold()


def _iter_facts(store: Store, node: NamedNode, property_: NamedNode) -> Iterator[Triple]:
    for graph in _FACTS:
        for quad in store.quads(node, property_, None, GRAPHS[graph]):
            yield quad.triple


def _iter_claims(store: Store, node: NamedNode, property_: NamedNode) -> Iterator[Triple]:
    """Yield what claims say, accepted or not."""
    claims = GRAPHS["claims"]
    for quad in store.quads(None, NamedNode(RDF + "subject"), node, claims):
        claim = quad.subject
        if any(store.quads(claim, NamedNode(RDF + "predicate"), property_, claims)):
            for value in store.quads(claim, NamedNode(RDF + "object"), None, claims):
                yield Triple(node, property_, value.object)


def _is_meant(store: Store, term: object, name: str) -> bool:
    """Return whether ``name`` is the text, the IRI or a label of ``term``."""
    if isinstance(term, Literal):
        return term.value == name
    if not isinstance(term, NamedNode):
        return False
    labels = (
        quad.object.value
        for predicate in ("prefLabel", "altLabel")
        for quad in store.quads(term, NamedNode(PREFIXES["skos"] + predicate))
        if isinstance(quad.object, Literal)
    )
    return name == term.value or _key(name) in map(_key, labels)

"""Find the triples that a person means by the name of a thing, a property and a value."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Final

from showgraph.errors import UnknownNameError
from showgraph.namespaces import GRAPHS, OWL, PREFIXES, RDF, SG
from showgraph.query.matching.names import Names
from showgraph.query.naming.direction import backwards
from showgraph.query.naming.labels import Labels, expand
from showgraph.query.naming.nodetext import describe_node
from showgraph.query.wording.wording import key_of
from showgraph.store import Literal, NamedNode, Store, Triple

_TYPE: Final = NamedNode(RDF + "type")
#: As "has director" and "is creator of" are said of a thing.
_VERB: Final = re.compile(r"^(?:has|is|was|were|are|had)\s+(?:an?\s+|the\s+)?", re.IGNORECASE)
_FACTS: Final = ("accepted", "inferred", "ontology")


def find_triples(
    store: Store, names: Names, subject: str, relation: str, object_: str | None = None
) -> tuple[Triple, ...]:
    """Return the triples that hold or that a document claims, sorted by their text.

    Args:
        store: The graph.
        names: The names of the things in it.
        subject: A name or an IRI.
        relation: The label of a property, its short name (``castMember``), compact IRI or IRI;
            or how it reads from its object, as a description has it (``cast member of``).
        object_: A name, an IRI, or the text of a value, for what is on the other side; None
            for all there is.

    Raises:
        UnknownNameError: If the thing or the property is not known, or the other side of a
            property between things.
        AmbiguousNameError: If the subject's name stands for several things.
    """
    node, labels = find_node(store, names, subject), Labels(store)
    forward, backward = _find_properties(store, labels, relation)
    found: dict[Triple, object] = {}  # each with its other side
    for property_ in forward:
        for triple in (*_iter_facts(store, node, property_), *_iter_claims(store, node, property_)):
            found[triple] = triple.object
    for property_ in backward:
        for triple in _iter_backwards(store, node, property_):
            found[triple] = triple.subject
    if object_ is not None:
        found = {
            triple: other
            for triple, other in found.items()
            if _is_meant(store, labels, other, object_)
        }
        if not found and _want_things(store, (*forward, *backward)):
            _require_known(store, names, object_)
    return tuple(sorted(found, key=str))


def triples_of(store: Store, node: NamedNode) -> tuple[Triple, ...]:
    """Return the facts with a thing as their subject, sorted by their text.

    What sort of thing it is by inference is left out, as it says nothing that the rest does not.
    """
    kinds = list(store.quads(node, _TYPE, None, GRAPHS["accepted"]))
    facts = (quad for name in _FACTS[:2] for quad in store.quads(node, None, None, GRAPHS[name]))
    found = {quad.triple for quad in (*kinds, *facts) if quad.predicate != _TYPE or quad in kinds}
    return tuple(sorted(found, key=str))


def find_node(store: Store, names: Names, subject: str) -> NamedNode:
    """Return the thing of that name; an IRI may be that of a node without a name.

    What is in claims alone has no name among those of the graph; its label in full will do.

    Raises:
        UnknownNameError: If there is no such thing, or the text is no IRI.
        AmbiguousNameError: If the name stands for several things.
    """
    iri = expand(subject)
    if "://" in iri:
        try:
            node = NamedNode(iri)
        except ValueError as error:
            raise UnknownNameError("thing", subject) from error
        if any(store.quads(node)):
            return node
    if not names.find(subject):
        quads = store.quads(None, NamedNode(PREFIXES["skos"] + "prefLabel"), Literal(subject))
        labelled = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
        if labelled:
            return min(labelled, key=str)
    return NamedNode(names.resolve(subject).iri)


def _want_things(store: Store, properties: Iterable[NamedNode]) -> bool:
    """Return whether the values of all the properties are things, which have names."""
    kind = NamedNode(OWL + "ObjectProperty")
    return all(any(store.quads(each, _TYPE, kind)) for each in properties)


def _require_known(store: Store, names: Names, name: str) -> None:
    """Refuse a name that nothing in the graph has: it may be misspelt.

    Raises:
        UnknownNameError: With the names that come close.
    """
    if not names.find(name) and key_of(name) not in names.concepts:
        find_node(store, names, name)


def _find_properties(
    store: Store, labels: Labels, name: str
) -> tuple[list[NamedNode], list[NamedNode]]:
    """Return the properties that ``name`` stands for: from their subject, from their object.

    Words may be those of several properties, which a description shows together.

    Raises:
        UnknownNameError: If there is none, with those that come close.
    """
    key, iri_key = _key(name), _key(expand(name))
    known = sorted(_iter_properties(store), key=str)
    forward, backward = [], []
    for node in known:
        label = labels.of(node)
        if _key(node.value) == iri_key:
            return [node], []
        if key in {_key(label), _key(node.value.removeprefix(SG))}:
            forward.append(node)
        if key == _key(backwards(node, label)):
            backward.append(node)
    if not forward and not backward and (plain := _VERB.sub("", name)) != name:
        return _find_properties(store, labels, plain)
    if not forward and not backward:
        short = {_key(p.value.removeprefix(SG)): p.value.removeprefix(SG) for p in known}
        near = difflib.get_close_matches(key, short, n=3)
        there_are = sorted(short.values())
        raise UnknownNameError("property", name, [short[each] for each in near], known=there_are)
    return forward, backward


def _iter_properties(store: Store) -> Iterator[NamedNode]:
    """Yield the properties of the ontology."""
    for kind in ("ObjectProperty", "DatatypeProperty"):
        for quad in store.quads(None, _TYPE, NamedNode(OWL + kind), GRAPHS["ontology"]):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject


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


def _iter_backwards(store: Store, node: NamedNode, property_: NamedNode) -> Iterator[Triple]:
    """Yield the facts with the thing as object, and what claims say of it, accepted or not."""
    for graph in _FACTS:
        for quad in store.quads(None, property_, node, GRAPHS[graph]):
            yield quad.triple
    claims = GRAPHS["claims"]
    for quad in store.quads(None, NamedNode(RDF + "object"), node, claims):
        claim = quad.subject
        if any(store.quads(claim, NamedNode(RDF + "predicate"), property_, claims)):
            for value in store.quads(claim, NamedNode(RDF + "subject"), None, claims):
                if isinstance(value.object, NamedNode):
                    yield Triple(value.object, property_, node)


def _is_meant(store: Store, labels: Labels, term: object, name: str) -> bool:
    """Return whether ``name`` is the text, the IRI or a label of ``term``, or describes it."""
    if isinstance(term, Literal):
        return term.value == name
    if not isinstance(term, NamedNode):
        return False
    if expand(name) == term.value:
        return True
    aliases = (
        quad.object.value
        for quad in store.quads(term, NamedNode(PREFIXES["skos"] + "altLabel"))
        if isinstance(quad.object, Literal)
    )
    called = {_key(text) for text in (labels.of(term), *aliases)}
    return _key(name) in called or _key(name) == _key(describe_node(store, labels, term))

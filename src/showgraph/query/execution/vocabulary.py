"""Warn of the classes and properties of a query that nothing in the graph has.

Such a query is right as SPARQL and gives no rows, which is the commonest way to be misled. A
term that the ontology declares is passed over: that nobody states it is an answer. What exists
instead is told: what is spelt nearly like it, or what the class in question has.
"""

import difflib
from collections.abc import Mapping
from typing import Final

from showgraph.namespaces import GRAPHS, RDF
from showgraph.query.naming.labels import compact
from showgraph.query.sparql.binder import bind
from showgraph.query.sparql.grammar import read_uses
from showgraph.query.sparql.lexer import TokenKind, tokenize
from showgraph.query.sparql.patterns import Use
from showgraph.store import Literal, NamedNode, Store

#: More than these are no help.
_N_SHOWN: Final = 6
_TYPE: Final = NamedNode(RDF + "type")
_CLASSES_QUERY: Final = """
SELECT ?name (COUNT(*) AS ?n) { GRAPH ?g { ?s a ?name } FILTER(?g != graph:claims) }
GROUP BY ?name ORDER BY DESC(?n) ?name
"""
_PROPERTIES_QUERY: Final = """
SELECT ?name (COUNT(*) AS ?n) { ?s ?name ?o } GROUP BY ?name ORDER BY DESC(?n) ?name
"""
_USED_QUERY: Final = """
SELECT ?name (COUNT(*) AS ?n) { ?s a ?_class_iri ; ?name ?o } GROUP BY ?name ORDER BY DESC(?n) ?name
"""

_PAIR_QUERY: Final = "ASK { ?s a ?_class_iri ; ?_property_iri ?o }"


def warnings(store: Store, text: str, *, pairs: bool = False) -> tuple[str, ...]:
    """Return a sentence for each class or property of a query that the graph does not have.

    Args:
        store: The graph.
        text: A query; of one that does not parse, what stands before its fault is looked at.
        pairs: Whether to name, too, each property that the graph has, but not with the class
            that the query wants of its subject; as where a query has no rows.

    Raises:
        GraphError: If the store cannot be read.
        QuerySyntaxError: If it has a character that no token starts with.
    """
    prefixes, uses = read_uses(tokenize(text))
    classes: dict[str, NamedNode] = {}
    missing: list[tuple[Use, NamedNode]] = []
    present: list[tuple[Use, NamedNode]] = []
    for use in uses:
        node = _node(use, prefixes)
        if node is None:
            continue
        if not _exists(store, node, use):
            missing.append((use, node))
        elif use.is_class and use.subject:
            classes.setdefault(use.subject, node)
        elif not use.is_class:
            present.append((use, node))
    found = [_sentence(store, node, use, classes.get(use.subject)) for use, node in missing]
    if pairs:
        asked = dict.fromkeys((classes.get(use.subject), node) for use, node in present)
        found += [
            f"nothing in this graph uses {compact(node.value)} with {compact(kind.value)}; "
            f"used there: {_listed(_used(store, kind))}"
            for kind, node in asked
            if kind is not None and not _is_used(store, kind, node)
        ]
    return tuple(dict.fromkeys(found))


def _is_used(store: Store, kind: NamedNode, property_: NamedNode) -> bool:
    """Return whether anything of a class has a property."""
    return bool(store.query(bind(_PAIR_QUERY, {"class": kind, "property": property_})))


def _used(store: Store, kind: NamedNode) -> dict[str, int]:
    """Return the properties of the things of a class, as compact names, with their counts."""
    used = _names(store, bind(_USED_QUERY, {"class": kind}))
    return {name: n for name, n in used.items() if name != "rdf:type"} or used


def _node(use: Use, prefixes: Mapping[str, str]) -> NamedNode | None:
    """Return the name; None for a relative IRI, which BASE completes."""
    prefix, _, local = use.token.text.partition(":")
    iri = prefixes.get(prefix, "") + local.replace("\\", "")
    if use.token.kind is TokenKind.IRI:
        iri = use.token.text[1:-1]
    try:
        return NamedNode(iri)
    except ValueError:
        return None


def _exists(store: Store, node: NamedNode, use: Use) -> bool:
    """Return whether anything is of the class or has the property, or the ontology knows it."""
    found = store.quads(None, _TYPE, node) if use.is_class else store.quads(None, node)
    declared = store.quads(node, _TYPE, None, GRAPHS["ontology"])
    return next(found, None) is not None or next(declared, None) is not None


def _sentence(store: Store, node: NamedNode, use: Use, kind: NamedNode | None) -> str:
    """Return the warning for a name, with what there is instead."""
    name = compact(node.value)
    if use.is_class:
        known = _names(store, _CLASSES_QUERY)
        return f"nothing in this graph is a {name}; {_instead(name, known)}"
    known = _names(store, _PROPERTIES_QUERY)
    if kind is None or _near(name, known):
        return f"nothing in this graph has {name}; {_instead(name, known)}"
    return f"no {compact(kind.value)} has {name}; used there: {_listed(_used(store, kind))}"


def _names(store: Store, query: str) -> dict[str, int]:
    """Return compact names with how often each occurs, most first."""
    return {
        compact(row["name"].value): int(row["n"].value)
        for row in store.select(query)
        if isinstance(row["name"], NamedNode) and isinstance(row["n"], Literal)
    }


def _near(name: str, known: Mapping[str, int]) -> list[str]:
    """Return names that are spelt nearly alike, or alike behind another prefix."""
    local = name.rpartition(":")[2].lower()
    same = [each for each in known if each.rpartition(":")[2].lower() == local]
    return same or difflib.get_close_matches(name, known, n=3, cutoff=0.75)


def _instead(name: str, known: Mapping[str, int]) -> str:
    near = _near(name, known)
    return f"did you mean {', '.join(near)}?" if near else f"there are: {_listed(known)}"


def _listed(known: Mapping[str, int]) -> str:
    shown = [f"{name} ({n})" for name, n in list(known.items())[:_N_SHOWN]]
    return ", ".join(shown) + (", ..." if len(known) > _N_SHOWN else "")

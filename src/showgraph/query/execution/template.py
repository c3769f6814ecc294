"""A query to start from: the things of a class, with every property that the graph has for them."""

import difflib
import re
from collections.abc import Iterable
from typing import Final

from showgraph.errors import UnknownNameError
from showgraph.namespaces import PREFIXES, RDF, SKOS
from showgraph.query.naming.labels import Labels, compact, expand
from showgraph.query.sparql.binder import bind
from showgraph.query.sparql.lexer import TokenKind, tokenize
from showgraph.store import Literal, NamedNode, Store

_CLASSES_QUERY: Final = """
SELECT ?class (COUNT(*) AS ?n) {
  GRAPH ?g { ?s a ?class } FILTER(?g != graph:claims && ?g != graph:ontology)
}
GROUP BY ?class ORDER BY ?class
"""
_PROPERTIES_QUERY: Final = """
SELECT ?property (COUNT(*) AS ?n) { ?s a ?_class_iri ; ?property ?o } GROUP BY ?property
"""
#: Said of every thing, and written first or not at all.
_KNOWN: Final = frozenset({RDF + "type", SKOS + "prefLabel"})
_LABEL: Final = "skos:prefLabel"
_LIMIT: Final = 100


def write_template(store: Store, name: str) -> str:
    """Return a SELECT query about the things of a class, ending with a newline.

    It runs as it is, with a line for each property in the order of how many have it, so that
    who knows no SPARQL takes lines out and need not write any.

    Args:
        store: The graph.
        name: A class: its label, its short name (``Series``), its compact IRI or its IRI.

    Raises:
        UnknownNameError: If nothing in the graph is of such a class, with those that there are.
    """
    kind, n_things = _find_class(store, name)
    subject = _variable(kind)
    lines, variables = _patterns(store, kind, subject)
    body = "\n".join(lines)
    query = (
        f"SELECT {' '.join(variables)}\nWHERE {{\n{body}\n}}\nORDER BY {variables[0]}\n"
        f"LIMIT {_LIMIT}\n"
    )
    heading = f"# {n_things:,} of {compact(kind.value)}; behind each line, how many there are.\n"
    return heading + _declarations(query) + query


def _find_class(store: Store, name: str) -> tuple[NamedNode, int]:
    """Return the class that is meant, and how many things it has."""
    labels = Labels(store)
    counts = {
        row["class"]: int(row["n"].value)
        for row in store.select(_CLASSES_QUERY)
        if isinstance(row["class"], NamedNode) and isinstance(row["n"], Literal)
    }
    known: dict[str, NamedNode] = {}
    for node in counts:
        for text in (_local(node), labels.of(node), compact(node.value), node.value):
            known.setdefault(_key(text), node)
    found = known.get(_key(name)) or known.get(_key(expand(name)))
    if found is None:
        keys = difflib.get_close_matches(_key(name), known, n=3)
        near = dict.fromkeys(_local(known[key]) for key in keys)
        shown = sorted(_local(node) for node in counts)
        raise UnknownNameError("class", name, near, known=shown)
    return found, counts[found]


def _patterns(store: Store, kind: NamedNode, subject: str) -> tuple[list[str], list[str]]:
    """Return the lines of the pattern, and the variables in their order."""
    rows = store.select(bind(_PROPERTIES_QUERY, {"class": kind}))
    counts = {row["property"]: int(row["n"].value) for row in rows}
    lines = [f"  {subject} a {_written(kind)} ."]
    variables = [subject]
    if NamedNode(SKOS + "prefLabel") in counts:
        lines.append(f"  {subject} {_LABEL} {subject}Label .")
        variables.append(f"{subject}Label")
    for node in sorted(counts, key=lambda each: (-counts[each], each.value)):
        if node.value in _KNOWN:
            continue
        variable = _unused(_variable(node), variables)
        variables.append(variable)
        pattern = f"  OPTIONAL {{ {subject} {_written(node)} {variable} }}"
        lines.append(f"{pattern}  # {counts[node]:,}")
    return lines, variables


def _unused(variable: str, taken: Iterable[str]) -> str:
    names = set(taken)
    number = 2
    found = variable
    while found in names:
        found, number = f"{variable}{number}", number + 1
    return found


def _written(node: NamedNode) -> str:
    """Return the name as a query spells it: a slash may not stand in a prefixed name."""
    short = compact(node.value)
    return str(node) if short == node.value or "/" in short else short


def _declarations(query: str) -> str:
    """Return the declarations of the prefixes that a query uses."""
    names = (token.text for token in tokenize(query) if token.kind is TokenKind.PNAME)
    used = {name.partition(":")[0] for name in names}
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items() if name in used)


def _variable(node: NamedNode) -> str:
    local = re.sub(r"\W", "", _local(node))
    return f"?{local[:1].lower()}{local[1:]}"


def _local(node: NamedNode) -> str:
    """Return the last part of an IRI."""
    return re.split(r"[/#]", node.value)[-1]


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()

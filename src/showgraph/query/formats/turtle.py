r"""Turtle and TriG to be read by people: short names, one block to a node, sorted.

The engine's own writer escapes each slash of a local name (``id:person\/x``) and shortens
foreign addresses to ``<//host/x>``; here an IRI under the project's base is written relative
to it, ``<id/person/x>``, and any other one in full unless it has a prefix.
"""

import re
from collections.abc import Iterable
from typing import BinaryIO, Final

from showgraph.namespaces import BASE, PREFIXES, RDF, XSD
from showgraph.query.formats.nodes import Node, Term
from showgraph.store import Literal, NamedNode

#: Prefixes that are written: entities and concepts have slashes in their local part, which a
#: prefixed name cannot hold plainly.
_PREFIXES: Final = {name: iri for name, iri in PREFIXES.items() if name not in {"id", "scheme"}}
_NAME_OF: Final = {iri: name for name, iri in _PREFIXES.items()}

#: Local names and relative references that are safe without a thought for the grammar:
#: https://www.w3.org/TR/turtle/#sec-grammar. A first segment with a colon would be a scheme,
#: one of dots alone would be taken away.
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_RELATIVE = re.compile(r"[A-Za-z0-9_~][A-Za-z0-9_~.-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9_~.-]*)*")
_INTEGER = re.compile(r"[+-]?[0-9]+")

_A: Final = NamedNode(RDF + "type")


def format_header() -> str:
    """Return the base and the prefixes, which stand once at the top of a file."""
    lines = [
        f"@base <{BASE}> .",
        *(f"@prefix {name}: <{iri}> ." for name, iri in _PREFIXES.items()),
    ]
    return "\n".join(lines) + "\n"


def write_nodes(nodes: Iterable[Node], output: BinaryIO, *, indent: str = "") -> None:
    """Write one block for each node, each after an empty line."""
    for node in nodes:
        properties = f" ;\n{indent}    ".join(
            f"{'a' if predicate == _A else format_term(predicate)} "
            + f",\n{indent}        ".join(map(format_term, values))
            for predicate, values in node.properties
        )
        output.write(f"\n{indent}{format_term(node.subject)} {properties} .\n".encode())


def write_graph(name: str, nodes: Iterable[Node], output: BinaryIO) -> None:
    """Write one named graph of a TriG file."""
    output.write(f"\n{format_term(NamedNode(name))} {{\n".encode())
    write_nodes(nodes, output, indent="    ")
    output.write(b"}\n")


def format_term(term: Term) -> str:
    """Return the shortest plain form of a term; reading it gives an equal term back."""
    if isinstance(term, NamedNode):
        return _format_iri(term)
    if not isinstance(term, Literal) or term.language:
        return str(term)
    datatype = term.datatype.value
    if datatype == XSD + "integer" and _INTEGER.fullmatch(term.value):
        return term.value
    if datatype == XSD + "boolean" and term.value in {"true", "false"}:
        return term.value
    plain = str(Literal(term.value))
    return plain if datatype == XSD + "string" else f"{plain}^^{_format_iri(term.datatype)}"


def _format_iri(term: NamedNode) -> str:
    iri = term.value
    end = max(iri.rfind("#"), iri.rfind("/")) + 1
    name = _NAME_OF.get(iri[:end])
    if name and _LOCAL.fullmatch(iri, end):
        return f"{name}:{iri[end:]}"
    if iri.startswith(BASE) and _RELATIVE.fullmatch(iri, len(BASE)):
        return f"<{iri[len(BASE) :]}>"
    return str(term)

"""RDF in the formats that other programs read, the same bytes for the same triples.

Names of formats are those of ``--format`` and of the endings of files.
"""

import io
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import PurePath
from typing import IO, BinaryIO, Final, cast

from showgraph.errors import UnavailableError, UsageError
from showgraph.namespaces import PREFIXES
from showgraph.query.formats import jsonld, turtle
from showgraph.query.formats.nodes import iter_nodes, sort_triples
from showgraph.store import Literal, RdfFormat, Triple, serialize


class GraphFormat(StrEnum):
    """A format for graphs; the value is its name."""

    TURTLE = "ttl"
    N_TRIPLES = "nt"
    RDF_XML = "xml"
    JSON_LD = "jsonld"
    TRIG = "trig"
    N_QUADS = "nq"

    @property
    def holds_graphs(self) -> bool:
        """Whether a file in this format says which graph each triple is in."""
        return self in {GraphFormat.TRIG, GraphFormat.N_QUADS}


#: Other names by which people and files call a format.
_OTHER_NAMES: Final = {
    "turtle": GraphFormat.TURTLE,
    "ntriples": GraphFormat.N_TRIPLES,
    "n-triples": GraphFormat.N_TRIPLES,
    "rdf": GraphFormat.RDF_XML,
    "rdfxml": GraphFormat.RDF_XML,
    "rdf/xml": GraphFormat.RDF_XML,
    "owl": GraphFormat.RDF_XML,
    "json-ld": GraphFormat.JSON_LD,
    "nquads": GraphFormat.N_QUADS,
    "n-quads": GraphFormat.N_QUADS,
}

#: What XML 1.0 cannot hold in any spelling: https://www.w3.org/TR/xml/#charsets.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def find_format(name: str) -> GraphFormat:
    """Return the format of that name, in any case.

    Raises:
        UsageError: If there is none, naming those that there are.
    """
    key = name.lower()
    try:
        return _OTHER_NAMES.get(key) or GraphFormat(key)
    except ValueError:
        raise UsageError(
            f"no format for graphs is called {name!r}; there are {', '.join(GraphFormat)}"
        ) from None


def format_of(path: PurePath) -> GraphFormat:
    """Return the format that the ending of a file's name stands for.

    Raises:
        UsageError: If it stands for none.
    """
    ending = path.suffix.removeprefix(".")
    if not ending:
        raise UsageError(
            f"the name of {path} has no ending that tells the format; "
            f"give one of {', '.join('.' + name for name in GraphFormat)}, or name the format"
        )
    return find_format(ending)


def serialize_triples(triples: Iterable[Triple], graph_format: GraphFormat) -> bytes:
    """Return triples (of a CONSTRUCT, for example) in a format, sorted, each once.

    In TriG and N-Quads they stand in the default graph.

    Raises:
        UnavailableError: If the format cannot hold one of them.
    """
    output = io.BytesIO()
    write_triples(sort_triples(triples), output, graph_format)
    return output.getvalue()


def write_triples(lines: Iterable[bytes], output: BinaryIO, graph_format: GraphFormat) -> None:
    """Write sorted N-Triples lines in another format, in bounded memory.

    Raises:
        UnavailableError: If the format cannot hold one of them.
        OSError: If the output cannot be written.
    """
    if graph_format in {GraphFormat.N_TRIPLES, GraphFormat.N_QUADS}:
        output.writelines(lines)
        return
    nodes = iter_nodes(lines)
    if graph_format is GraphFormat.JSON_LD:
        jsonld.write_nodes(nodes, output, jsonld.read_context())
    elif graph_format is GraphFormat.RDF_XML:
        triples = (triple for node in nodes for triple in node.triples())
        file = cast("IO[bytes]", _ReturnKeeper(output))
        serialize(_refuse_unfit(triples), file, RdfFormat.RDF_XML, prefixes=dict(PREFIXES))
    else:
        output.write(turtle.format_header().encode())
        turtle.write_nodes(nodes, output)


def write_trig(graphs: Iterable[tuple[str, Iterable[bytes]]], output: BinaryIO) -> None:
    """Write named graphs, each with its sorted N-Triples lines, as TriG.

    Raises:
        OSError: If the output cannot be written.
    """
    output.write(turtle.format_header().encode())
    for name, lines in graphs:
        turtle.write_graph(name, iter_nodes(lines), output)


class _ReturnKeeper:
    """A file to write XML to, where a carriage return stays what it is.

    A reader of XML takes a plain one for a line feed; the engine writes it plainly.
    """

    def __init__(self, output: BinaryIO) -> None:
        self._output = output

    def write(self, data: bytes) -> int:
        self._output.write(data.replace(b"\r", b"&#xD;"))
        return len(data)

    def flush(self) -> None:
        self._output.flush()


def _refuse_unfit(triples: Iterable[Triple]) -> Iterator[Triple]:
    """Pass on triples that RDF/XML can hold.

    Raises:
        UnavailableError: If a literal has a character that XML has not, or a property's IRI
            does not end in a name; the engine would write a file that nothing can read.
    """
    for triple in triples:
        value = triple.object
        if isinstance(value, Triple) or isinstance(triple.subject, Triple):
            raise UnavailableError(f"RDF/XML cannot hold {triple}; use ttl or nt")
        found = _NOT_XML.search(value.value) if isinstance(value, Literal) else None
        if found:
            raise UnavailableError(
                f"RDF/XML cannot hold the character U+{ord(found[0]):04X} "
                f"in a value of {triple.subject}; use ttl or nt"
            )
        if not re.search(r"[^\W\d][\w.-]*$", triple.predicate.value):
            raise UnavailableError(f"RDF/XML cannot hold the property {triple.predicate}; use nt")
        yield triple

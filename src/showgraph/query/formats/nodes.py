"""Sorted triples, and the nodes they describe, in bounded memory.

What is written to a file goes through here, so that equal triples give equal bytes whatever
order an engine finds them in.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import IO, Final, cast

from showgraph.lines import LineSorter
from showgraph.namespaces import RDF, RDFS, SKOS
from showgraph.store import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

Subject = NamedNode | BlankNode | Triple
Term = NamedNode | BlankNode | Literal | Triple

#: What a reader wants to see first of a node; all other properties follow by their IRI.
_FIRST: Final = (RDF + "type", SKOS + "prefLabel", RDFS + "label", SKOS + "altLabel")


@dataclass(frozen=True, slots=True)
class Node:
    """One subject with all its properties: the type, then labels, then the rest by IRI.

    The values of a property are sorted by their N-Triples form.
    """

    subject: Subject
    properties: tuple[tuple[NamedNode, tuple[Term, ...]], ...]

    def triples(self) -> Iterator[Triple]:
        """Yield the triples, in the node's order."""
        for predicate, values in self.properties:
            for value in values:
                yield Triple(self.subject, predicate, value)


def sort_triples(triples: Iterable[Triple]) -> Iterator[bytes]:
    """Yield the triples as N-Triples lines, each once, sorted by their bytes."""
    with LineSorter() as sorter:
        for triple in triples:
            sorter.write(f"{triple} .\n".encode())
        yield from sorter.lines()


def iter_nodes(lines: Iterable[bytes]) -> Iterator[Node]:
    """Yield the nodes that sorted N-Triples lines describe, in the order of the lines."""
    file = cast("IO[bytes]", io.BufferedReader(_LineReader(lines), 2**16))
    quads = parse(file, RdfFormat.N_TRIPLES)
    for subject, of_subject in groupby(quads, key=lambda quad: quad.subject):
        properties = [
            (predicate, tuple(quad.object for quad in of_predicate))
            for predicate, of_predicate in groupby(of_subject, key=lambda quad: quad.predicate)
        ]
        properties.sort(key=lambda item: _rank(item[0]))  # stable: the rest stays by IRI
        yield Node(subject, tuple(properties))


def _rank(predicate: NamedNode) -> int:
    return _FIRST.index(predicate.value) if predicate.value in _FIRST else len(_FIRST)


class _LineReader(io.RawIOBase):
    """A file to read whose content is made line by line."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        self._lines = iter(lines)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override] # all that is used
        while len(self._rest) < len(buffer) and (line := next(self._lines, b"")):
            self._rest += line
        taken, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)

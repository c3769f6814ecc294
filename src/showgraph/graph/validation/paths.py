"""Property paths of SHACL (section 2.3.1): read, written as SPARQL and Turtle, and followed."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from showgraph.graph.validation.naming import shorten
from showgraph.graph.validation.triples import Node, Triples
from showgraph.namespaces import RDF, SH
from showgraph.store import Literal as LiteralTerm
from showgraph.store import NamedNode

#: What gives the nodes at the end of a path, each once.
Follow = Callable[[Node], Sequence[Node]]

Operator = Literal[
    "", "inversePath", "alternativePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"
]

#: How SPARQL writes the operators that are for one path; a sequence has none.
_FORMS: Final[dict[Operator, str]] = {
    "inversePath": "^{}",
    "alternativePath": "",
    "zeroOrMorePath": "{}*",
    "oneOrMorePath": "{}+",
    "zeroOrOnePath": "{}?",
}


@dataclass(frozen=True, slots=True)
class Path:
    """A property, or an operator with the paths that it is for, or a sequence of paths.

    A property has its IRI and nothing else; a sequence has parts and no operator.
    """

    property: str = ""
    operator: Operator = ""
    parts: tuple["Path", ...] = ()

    def __str__(self) -> str:
        """Return the path as SPARQL writes it, with prefixes."""
        if self.property:
            return shorten(self.property)
        if self.operator == "alternativePath":
            return f"({'|'.join(map(str, self.parts))})"
        if self.operator:
            (part,) = self.parts
            text = str(part) if part.property or part.operator else f"({part})"
            return _FORMS[self.operator].format(text)
        return "/".join(map(str, self.parts))

    def turtle(self) -> str:
        """Return the path as a node of Turtle, with full IRIs and the prefix ``sh``."""
        if self.property:
            return f"<{self.property}>"
        parts = " ".join(part.turtle() for part in self.parts)
        if self.operator == "alternativePath":
            return f"[ sh:alternativePath ( {parts} ) ]"
        return f"[ sh:{self.operator} {parts} ]" if self.operator else f"( {parts} )"

    def follow(self, triples: Triples) -> Follow:
        """Return what leads from a node to the nodes at the end of the path."""
        return _follow(self, triples, backward=False)

    def starts(self, triples: Triples) -> AbstractSet[Node] | None:
        """Return the nodes from which the path leads anywhere; None where that is not known."""
        return _starts(self, triples, backward=False)


def read_path(shapes: Triples, node: Node) -> Path:
    """Return the path at a node of a graph of shapes.

    Raises:
        ValueError: If the node is no path.
    """
    if isinstance(node, NamedNode):
        return Path(property=node.value)
    for operator in _FORMS:
        for inner in shapes.objects(node, SH + operator):
            parts = shapes.items(inner) if operator == "alternativePath" else [inner]
            return Path(operator=operator, parts=tuple(read_path(shapes, part) for part in parts))
    if isinstance(node, LiteralTerm) or not shapes.objects(node, RDF + "first"):
        raise ValueError(f"{node} is no property path")
    return Path(parts=tuple(read_path(shapes, part) for part in shapes.items(node)))


def _follow(path: Path, triples: Triples, *, backward: bool) -> Follow:
    if path.property:
        index = triples.backward(path.property) if backward else triples.forward(path.property)
        return lambda node: index.get(node, ())
    if path.operator == "inversePath":
        return _follow(path.parts[0], triples, backward=not backward)
    steps = [_follow(part, triples, backward=backward) for part in path.parts]
    if not path.operator:
        return _in_sequence(steps[::-1] if backward else steps)
    step = steps[0]
    forms: dict[Operator, Follow] = {
        "alternativePath": lambda node: _unique(chain.from_iterable(s(node) for s in steps)),
        "zeroOrOnePath": lambda node: _unique([node, *step(node)]),
        "zeroOrMorePath": lambda node: _reach([node], step),
        "oneOrMorePath": lambda node: _reach(step(node), step),
    }
    return forms[path.operator]


def _in_sequence(steps: Sequence[Follow]) -> Follow:
    def follow(node: Node) -> Sequence[Node]:
        ends: Sequence[Node] = (node,)
        for step in steps:
            ends = _unique(end for start in ends for end in step(start))
        return ends

    return follow


def _reach(starts: Iterable[Node], step: Follow) -> list[Node]:
    found: dict[Node, None] = {}
    waiting = list(starts)
    while waiting:
        node = waiting.pop()
        if node not in found:
            found[node] = None
            waiting += step(node)
    return list(found)


def _unique(nodes: Iterable[Node]) -> list[Node]:
    return list(dict.fromkeys(nodes))


def _starts(path: Path, triples: Triples, *, backward: bool) -> AbstractSet[Node] | None:
    if path.property:
        index = triples.backward(path.property) if backward else triples.forward(path.property)
        return index.keys()
    if path.operator == "inversePath":
        return _starts(path.parts[0], triples, backward=not backward)
    if path.operator != "alternativePath":
        return None
    found: set[Node] = set()
    for part in path.parts:
        starts = _starts(part, triples, backward=backward)
        if starts is None:
            return None
        found |= starts
    return found

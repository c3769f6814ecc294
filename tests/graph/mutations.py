"""Change one thing in a graph, at random: a literal, a type, a link or an offset."""

import random
from collections.abc import Callable, Sequence
from typing import Final

from showgraph.namespaces import OA, RDF, SG, XSD
from showgraph.store import Literal, NamedNode, Quad

_TYPE: Final = NamedNode(RDF + "type")
_OFFSETS: Final = {NamedNode(OA + "start"), NamedNode(OA + "end")}


class Mutator:
    """Draws changes of the quads of a graph; equal seeds, equal changes."""

    def __init__(self, quads: Sequence[Quad], *, seed: int) -> None:
        """Sort the quads by what can be changed in them."""
        self._dice = random.Random(seed)  # noqa: S311 - a test, no secret
        ordered = sorted(quads, key=str)
        self._offsets = [quad for quad in ordered if quad.predicate in _OFFSETS]
        self._literals = [
            quad
            for quad in ordered
            if isinstance(quad.object, Literal) and quad.predicate not in _OFFSETS
        ]
        self._types = [quad for quad in ordered if quad.predicate == _TYPE]
        self._links = [
            quad
            for quad in ordered
            if isinstance(quad.object, NamedNode) and quad.predicate != _TYPE
        ]
        self._classes = sorted({quad.object for quad in self._types}, key=str)
        self._nodes = sorted({quad.object for quad in self._links}, key=str)
        self.kinds: dict[str, Callable[[], tuple[Quad, Quad]]] = {
            "literal": self.change_literal,
            "type": self.change_type,
            "link": self.change_link,
            "offset": self.change_offset,
        }

    def change_literal(self) -> tuple[Quad, Quad]:
        """Return a quad, and the same with one character of its literal changed."""
        quad = self._dice.choice(self._literals)
        assert isinstance(quad.object, Literal)
        return quad, _with(quad, self._misspell(quad.object))

    def _misspell(self, literal: Literal) -> Literal:
        text = literal.value
        place = self._dice.randrange(len(text)) if text else 0
        old = text[place : place + 1]
        others = "0123456789" if old.isdigit() else "abcdefghijklmnopqrstuvwxyz"
        new = self._dice.choice([it for it in others if it != old.lower()])
        changed = text[:place] + new + text[place + 1 :]
        if literal.language:
            return Literal(changed, language=literal.language)
        return Literal(changed, datatype=literal.datatype)

    def change_type(self) -> tuple[Quad, Quad]:
        """Return the type of a node, and another class in its place."""
        quad = self._dice.choice(self._types)
        return quad, _with(quad, self._other(self._classes, quad.object))

    def change_link(self) -> tuple[Quad, Quad]:
        """Return a link between nodes, and the same to another node."""
        quad = self._dice.choice(self._links)
        return quad, _with(quad, self._other(self._nodes, quad.object))

    def _other(self, terms: Sequence[object], old: object) -> NamedNode:
        term = self._dice.choice([it for it in terms if it != old])
        assert isinstance(term, NamedNode)
        return term

    def change_offset(self) -> tuple[Quad, Quad]:
        """Return one end of a span of text, and the same up to five characters off."""
        quad = self._dice.choice(self._offsets)
        assert isinstance(quad.object, Literal)
        shift = self._dice.choice([-5, -4, -3, -2, -1, 1, 2, 3, 4, 5])
        moved = Literal(str(int(quad.object.value) + shift), datatype=NamedNode(XSD + "integer"))
        return quad, _with(quad, moved)


def describe(old: Quad, new: Quad) -> str:
    """Return a change in one line."""
    return (
        f"{old.predicate.value.removeprefix(SG)}: {str(old.object)[:60]} -> {str(new.object)[:60]}"
    )


def _with(quad: Quad, value: NamedNode | Literal) -> Quad:
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)

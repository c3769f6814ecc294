"""Shapes as trees of constraints, for the checks of :mod:`showgraph.graph.validation.constraints`.

A shape that uses anything else is not read, but refused with the name of what it uses, so that
the reference engine can take it. What a parameter may be is told in SHACL, section 4.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from showgraph.graph.validation.naming import shorten
from showgraph.graph.validation.paths import Path, read_path
from showgraph.graph.validation.report import Severity
from showgraph.graph.validation.triples import Node, Triples
from showgraph.namespaces import SH
from showgraph.store import Literal

#: Parameters by what they hold: a node, a list of nodes, a shape, a list of shapes.
_VALUES: Final = (
    "class", "datatype", "nodeKind", "hasValue", "pattern", "minLength", "maxLength",
    "minInclusive", "maxInclusive", "minExclusive", "maxExclusive", "equals", "disjoint",
)  # fmt: skip
_LISTS: Final = ("in",)
_SHAPES: Final = ("node", "not")
_SHAPE_LISTS: Final = ("and", "or", "xone")
#: Those that only a property shape can have.
_OF_PROPERTIES: Final = ("minCount", "maxCount", "lessThan", "lessThanOrEquals")
#: Those of which a shape has one at most; of the others each value is a constraint of its own.
_SINGLE: Final = {"datatype", "nodeKind", "minLength", "maxLength", "in", "minCount", "maxCount"}
#: What of a shape constrains nothing.
_SILENT: Final = {
    "path", "flags", "message", "severity", "name", "description", "order", "group", "defaultValue",
    "property", "sparql", "targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode",
}  # fmt: skip


class UnsupportedError(Exception):
    """A shape has what only the reference engine checks; the message is its short name."""


@dataclass(frozen=True, slots=True, eq=False)
class Constraint:
    """A constraint of SHACL core by the local name of its parameter.

    ``values`` are the parameter's value or the items of its list, ``parts`` the shapes that it
    names, ``flags`` those of a pattern.
    """

    parameter: str
    values: tuple[Node, ...] = ()
    parts: tuple["Part", ...] = ()
    flags: str = ""

    @property
    def component(self) -> str:
        """The IRI by which results name the constraint."""
        name = self.parameter[0].upper() + self.parameter[1:]
        return f"{SH}{name}ConstraintComponent"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A shape as far as it is checked: a node shape, or a property shape where it has a path.

    ``message`` is "" where the shape has none. ``properties`` are the property shapes in it.
    """

    node: Node
    path: Path | None
    severity: Severity
    message: str
    constraints: tuple[Constraint, ...]
    properties: tuple["Part", ...]


def read_severity(iri: str) -> Severity:
    """Return the severity that an IRI of SHACL names; anything else is a violation."""
    by_iri = {SH + severity.value.capitalize(): severity for severity in Severity}
    return by_iri.get(iri, Severity.VIOLATION)


def first_text(shapes: Triples, node: Node, predicate: str) -> str:
    """Return the first text of a property by code points, "" where there is none."""
    found = shapes.objects(node, predicate)
    return min((str(getattr(term, "value", "")) for term in found), default="")


def read_part(
    shapes: Triples, node: Node, used: frozenset[str], *, above: tuple[Node, ...] = ()
) -> Part:
    """Return the shape at a node of a graph of shapes.

    Args:
        shapes: The graph of shapes.
        node: The shape.
        used: The IRIs of SHACL that the graph uses as properties.
        above: The shapes that this one is part of, so that a circle is found.

    Raises:
        UnsupportedError: If it, or a shape in it, cannot be checked here.
    """
    if node in above:
        raise UnsupportedError("a shape within itself")
    return _PartReader(shapes, used, (*above, node)).read()


class _PartReader:
    """Reads the last shape of ``above``."""

    def __init__(self, shapes: Triples, used: frozenset[str], above: tuple[Node, ...]) -> None:
        self._shapes = shapes
        self._used = used
        self._above = above
        self._node = above[-1]

    def read(self) -> Part:
        paths = self._objects("path")
        known = _VALUES + _LISTS + _SHAPES + _SHAPE_LISTS + (_OF_PROPERTIES if paths else ())
        self._refuse_others({*known, *_SILENT})
        severity = first_text(self._shapes, self._node, SH + "severity")
        return Part(
            node=self._node,
            path=self._path() if paths else None,
            severity=read_severity(severity),
            message=first_text(self._shapes, self._node, SH + "message"),
            constraints=tuple(c for name in known for c in self._constraints(name)),
            properties=tuple(self._part(node) for node in self._objects("property")),
        )

    def _path(self) -> Path:
        """Return the path; a shape with several, or a literal, is for the reference to refuse."""
        paths = self._objects("path")
        if len(paths) > 1:
            raise UnsupportedError("several sh:path")
        try:
            return read_path(self._shapes, paths[0])
        except ValueError as error:
            raise UnsupportedError("sh:path that is none") from error

    def _refuse_others(self, known: set[str]) -> None:
        for iri in sorted(self._used):
            if iri.removeprefix(SH) not in known and self._shapes.objects(self._node, iri):
                raise UnsupportedError(shorten(iri))
        for name in sorted(_SINGLE):
            if len(self._objects(name)) > 1:
                raise UnsupportedError(f"several sh:{name}")
        flags = first_text(self._shapes, self._node, SH + "flags")
        if set(flags) - set("im"):
            raise UnsupportedError(f"sh:flags {flags}")

    def _constraints(self, name: str) -> Iterator[Constraint]:
        for value in self._objects(name):
            if name in _SHAPES:
                yield Constraint(name, parts=(self._part(value),))
            elif name in _SHAPE_LISTS:
                yield Constraint(name, parts=tuple(map(self._part, self._shapes.items(value))))
            elif name in _LISTS:
                yield Constraint(name, tuple(self._shapes.items(value)))
            else:
                self._refuse_value(name, value)
                flags = first_text(self._shapes, self._node, SH + "flags")
                yield Constraint(name, (value,), flags=flags)

    def _refuse_value(self, name: str, value: Node) -> None:
        """Refuse a count or length that is no number, which the reference has words for."""
        counts = {"minCount", "maxCount", "minLength", "maxLength"}
        if name in counts and not (isinstance(value, Literal) and value.value.isdecimal()):
            raise UnsupportedError(f"sh:{name} {value}")

    def _part(self, node: Node) -> Part:
        return read_part(self._shapes, node, self._used, above=self._above)

    def _objects(self, name: str) -> list[Node]:
        return sorted(self._shapes.objects(self._node, SH + name), key=str)

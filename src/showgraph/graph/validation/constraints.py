"""The constraints of SHACL core (section 4) over tables of the data.

Each is made ready once, so that a check of a node looks up and compares and does nothing else.
Results are those of pyshacl: one for each value at fault, or one without value where the number
of values is.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from showgraph.graph.validation.literals import compares, has_datatype, is_before
from showgraph.graph.validation.parts import Constraint, Part
from showgraph.graph.validation.triples import Node, Table, Triples
from showgraph.namespaces import SH
from showgraph.store import BlankNode, Literal, NamedNode

#: What of a node's values is at fault; None stands for a result without value.
Check = Callable[[Node, Sequence[Node]], Iterable[Node | None]]

#: Whether one value is as it should be.
_Test = Callable[[Node], bool]

#: Tells whether a node conforms to a shape.
Conforms = Callable[[Part, Node], bool]

_KINDS: Final[dict[type, str]] = {BlankNode: "BlankNode", Literal: "Literal", NamedNode: "IRI"}

_BOUNDS: Final[dict[str, Callable[[int], bool]]] = {
    "minInclusive": lambda order: order >= 0,
    "maxInclusive": lambda order: order <= 0,
    "minExclusive": lambda order: order > 0,
    "maxExclusive": lambda order: order < 0,
}

#: How many of the shapes of a list a value must conform to, out of how many.
_LOGIC: Final[dict[str, Callable[[int, int], bool]]] = {
    "and": lambda held, of: held == of,
    "or": lambda held, _: held > 0,
    "xone": lambda held, _: held == 1,
    "node": lambda held, of: held == of,
    "not": lambda held, _: held == 0,
}


def prepare(constraint: Constraint, triples: Triples, conforms: Conforms) -> Check:
    """Return the check of a constraint over some data."""
    name, values = constraint.parameter, constraint.values
    match name:
        case "minCount" | "maxCount":
            return _count(name, int(_text(values[0])))
        case "hasValue":
            return lambda _, found: () if values[0] in found else (None,)
        case "equals" | "disjoint":
            return _pair(name, triples.forward(_text(values[0])))
        case "lessThan" | "lessThanOrEquals":
            return _order(triples.forward(_text(values[0])), or_equal=name == "lessThanOrEquals")
    test = _prepare_test(constraint, triples, conforms)
    return lambda _, found: [value for value in found if not test(value)]


def allows_absence(part: Part) -> bool:
    """Tell whether a node that lacks what a property shape is about passes it for certain."""
    demanding = {"hasValue", "equals"}
    return all(
        constraint.parameter not in demanding
        and (constraint.parameter != "minCount" or _text(constraint.values[0]) == "0")
        for constraint in part.constraints
    )


def demands_presence_only(part: Part) -> bool:
    """Tell whether a node that has what a property shape is about passes it for certain."""
    return not part.properties and all(
        constraint.parameter == "minCount" and _text(constraint.values[0]) in {"0", "1"}
        for constraint in part.constraints
    )


def _prepare_test(constraint: Constraint, triples: Triples, conforms: Conforms) -> _Test:
    name, parts = constraint.parameter, constraint.parts
    if name in _LOGIC:
        holds = _LOGIC[name]
        return lambda value: holds(sum(conforms(part, value) for part in parts), len(parts))
    if name == "in":
        return frozenset(constraint.values).__contains__
    (wanted,) = constraint.values
    if name in _BOUNDS:
        return lambda value: compares(value, wanted, _BOUNDS[name])
    if name == "class":
        return triples.instances(_text(wanted)).__contains__
    return _of_text(name, _text(wanted), constraint.flags)


def _of_text(name: str, wanted: str, flags: str) -> _Test:
    """Return the test of a parameter that is a datatype, a kind, a pattern or a length."""
    match name:
        case "datatype":
            return lambda value: has_datatype(value, wanted)
        case "nodeKind":
            kinds = wanted.removeprefix(SH).split("Or")
            return lambda value: _KINDS.get(type(value)) in kinds
        case "pattern":
            return _pattern(wanted, flags)
        case _:
            return _length(name, int(wanted))


def _count(name: str, limit: int) -> Check:
    if name == "minCount":
        return lambda _, found: (None,) if len(found) < limit else ()
    return lambda _, found: (None,) if len(found) > limit else ()


def _pair(name: str, table: Table) -> Check:
    """Compare the values with those of another property of the node."""
    if name == "disjoint":
        return lambda node, found: [value for value in found if value in table.get(node, ())]
    return lambda node, found: set(found).symmetric_difference(table.get(node, ()))


def _order(table: Table, *, or_equal: bool) -> Check:
    """Compare each value with each of another property of the node."""

    def check(node: Node, found: Sequence[Node]) -> list[Node]:
        others = table.get(node, ())
        return [
            value
            for value in found
            if not all(is_before(value, other, or_equal=or_equal) for other in others)
        ]

    return check


def _pattern(pattern: str, flags: str) -> _Test:
    """Return the test for a pattern, which pyshacl reads as one of Python."""
    options = (re.IGNORECASE if "i" in flags else 0) | (re.MULTILINE if "m" in flags else 0)
    search = re.compile(pattern, options).search
    return lambda value: not isinstance(value, BlankNode) and search(_text(value)) is not None


def _length(name: str, limit: int) -> _Test:
    if name == "minLength":
        return lambda value: (
            not limit or (not isinstance(value, BlankNode) and len(_text(value)) >= limit)
        )
    return lambda value: not isinstance(value, BlankNode) and len(_text(value)) <= limit


def _text(term: Node) -> str:
    return str(getattr(term, "value", term))

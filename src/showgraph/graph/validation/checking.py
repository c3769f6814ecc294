"""Check shapes over tables of the data, a property shape at a time.

A property shape that asks for nothing to be there is checked only where its property is: most
nodes then cost nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from showgraph.graph.validation.constraints import (
    Check,
    allows_absence,
    demands_presence_only,
    prepare,
)
from showgraph.graph.validation.finding import Finding
from showgraph.graph.validation.parts import Constraint, Part
from showgraph.graph.validation.paths import Follow
from showgraph.graph.validation.shapes import Shape
from showgraph.graph.validation.triples import Node, Triples

#: What is said of a constraint whose shape has no message of its own.
_MESSAGES: Final = {
    "minCount": "{$this} has too few values: at least %s are needed",
    "maxCount": "{$this} has too many values: at most %s may be there",
    "class": "{$this} has the value {?value}, which is not of the class %s",
    "datatype": "{$this} has the value {?value}, which is no %s",
    "nodeKind": "{$this} has the value {?value}, which is not of the kind %s",
    "hasValue": "{$this} lacks the value %s",
    "in": "{$this} has the value {?value}, which is none of those allowed",
    "pattern": "{$this} has the value {?value}, which does not match %s",
}


def check(shape: Shape, triples: Triples, focus: Iterable[Node]) -> Iterator[Finding]:
    """Yield what the constraints of a shape find at its focus nodes; nothing without a part."""
    if shape.part is not None:
        yield from _Checker(shape, triples).check(shape.part, focus)


class _Checker:
    """Checks the parts of one shape; what each needs is prepared once."""

    def __init__(self, shape: Shape, triples: Triples) -> None:
        self._shape = shape
        self._triples = triples
        self._checks: dict[Part, tuple[tuple[Constraint, Check], ...]] = {}
        self._follows: dict[Part, Follow] = {}

    def check(self, part: Part, focus: Iterable[Node]) -> Iterator[Finding]:
        """Yield what a part and the property shapes in it find at some nodes."""
        follow = self._follow(part)
        checks = self._prepared(part)
        inner: dict[Node, None] = {}
        for node in self._relevant(part, focus) if checks or part.path else ():
            values = follow(node)
            if part.path and part.properties:
                inner.update(dict.fromkeys(values))
            for constraint, faults in checks:
                for value in faults(node, values):
                    yield self._finding(part, constraint, node, value)
        for nested in part.properties:
            yield from self.check(nested, inner if part.path else focus)

    def _relevant(self, part: Part, focus: Iterable[Node]) -> Iterable[Node]:
        """Return the nodes at which something may be found, in any order."""
        allows, only = allows_absence(part), demands_presence_only(part)
        starts = part.path.starts(self._triples) if part.path and (allows or only) else None
        if starts is None:
            return focus
        nodes = focus if isinstance(focus, frozenset) else frozenset(focus)
        return nodes & starts if allows else nodes - starts

    def _follow(self, part: Part) -> Follow:
        if part not in self._follows:
            path = part.path
            self._follows[part] = path.follow(self._triples) if path else _itself
        return self._follows[part]

    def _prepared(self, part: Part) -> tuple[tuple[Constraint, Check], ...]:
        if part not in self._checks:
            self._checks[part] = tuple(
                (constraint, prepare(constraint, self._triples, self._conforms))
                for constraint in part.constraints
            )
        return self._checks[part]

    def _conforms(self, part: Part, node: Node) -> bool:
        return next(self.check(part, (node,)), None) is None

    def _finding(
        self, part: Part, constraint: Constraint, node: Node, value: Node | None
    ) -> Finding:
        return Finding(
            shape=self._shape,
            source=part.node,
            component=constraint.component,
            severity=part.severity,
            focus=node,
            value=value,
            path=str(part.path or ""),
            path_turtle=part.path.turtle() if part.path else "",
            message=part.message or _default_message(constraint),
        )


def _itself(node: Node) -> Sequence[Node]:
    return (node,)


def _default_message(constraint: Constraint) -> str:
    form = _MESSAGES.get(constraint.parameter, "{$this} does not fulfil sh:" + constraint.parameter)
    return form.replace("%s", " ".join(str(value) for value in constraint.values))

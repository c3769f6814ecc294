"""A result of a check before its nodes are named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from showgraph.graph.validation.report import Severity
from showgraph.graph.validation.shapes import Shape
from showgraph.graph.validation.triples import Node
from showgraph.namespaces import SH

#: The component under which SHACL reports what a query finds (section 5.3.2).
SPARQL: Final = SH + "SPARQLConstraintComponent"


@dataclass(frozen=True, slots=True)
class Finding:
    """What an engine found at a node.

    ``source`` is the shape, or property shape within it, whose constraint does not hold, and
    ``component`` the IRI of that constraint's kind. ``path`` is written as SPARQL does, with
    prefixes, and ``path_turtle`` as Turtle does, with full IRIs; both "" for none. ``message`` is
    not filled in yet; ``slots`` are the terms that it may take beside node and value.
    """

    shape: Shape
    source: Node
    component: str
    severity: Severity
    focus: Node
    value: Node | None
    path: str
    path_turtle: str
    message: str
    slots: Mapping[str, Node] = field(default_factory=dict, compare=False)

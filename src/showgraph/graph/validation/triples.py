"""The union of some graphs of a store as tables by property, for what a check looks up.

A table is read when it is first asked for, so that only the properties which shapes name take
time and memory. Nothing that is written to the store afterwards is seen.
"""

from collections.abc import Iterable, Mapping, Sequence

from showgraph.namespaces import RDF, RDFS
from showgraph.store import BlankNode, Literal, NamedNode, Store, Triple

#: What stands at either end of a triple.
Node = NamedNode | BlankNode | Literal | Triple

#: The nodes that a property leads to from a node, each once.
Table = Mapping[Node, Sequence[Node]]


class Triples:
    """Triples of the union of some graphs."""

    def __init__(self, store: Store, graphs: Sequence[str], *, classes: Sequence[str] = ()) -> None:
        """Read from graphs of a store, and from ``classes`` which class lies below which."""
        self._store = store
        self._graphs = tuple(graphs)
        self._class_graphs = (*self._graphs, *(name for name in classes if name not in graphs))
        self._forward: dict[str, dict[Node, list[Node]]] = {}
        self._backward: dict[str, dict[Node, list[Node]]] = {}
        self._instances: dict[str, frozenset[Node]] = {}

    def forward(self, predicate: str) -> Table:
        """Return subjects with their objects."""
        if predicate not in self._forward:
            self._forward[predicate] = self._read(predicate)
        return self._forward[predicate]

    def backward(self, predicate: str) -> Table:
        """Return objects with their subjects."""
        if predicate not in self._backward:
            table: dict[Node, list[Node]] = {}
            for subject, objects in self.forward(predicate).items():
                for obj in objects:
                    table.setdefault(obj, []).append(subject)
            self._backward[predicate] = table
        return self._backward[predicate]

    def objects(self, subject: Node, predicate: str) -> Sequence[Node]:
        """Return the objects of a property of a node."""
        return self.forward(predicate).get(subject, ())

    def subjects(self, predicate: str, obj: Node) -> Sequence[Node]:
        """Return the subjects of a property with an object."""
        return self.backward(predicate).get(obj, ())

    def items(self, node: Node) -> list[Node]:
        """Return the items of a list, as far as it is one."""
        found: list[Node] = []
        seen: set[Node] = set()
        while node not in seen and (first := self.objects(node, RDF + "first")):
            seen.add(node)
            found.append(first[0])
            rest = self.objects(node, RDF + "rest")
            node = rest[0] if rest else NamedNode(RDF + "nil")
        return found

    def instances(self, name: str) -> frozenset[Node]:
        """Return the nodes of a class and of the classes below it (SHACL, section 1.1)."""
        if name not in self._instances:
            of_class = self.backward(RDF + "type")
            below = self._below(NamedNode(name))
            self._instances[name] = frozenset(
                node for subclass in below for node in of_class.get(subclass, ())
            )
        return self._instances[name]

    def _below(self, name: NamedNode) -> Iterable[Node]:
        found: dict[Node, None] = {}
        waiting: list[Node] = [name]
        while waiting:
            node = waiting.pop()
            if node not in found:
                found[node] = None
                waiting += self.subjects(RDFS + "subClassOf", node)
        return found

    def _read(self, predicate: str) -> dict[Node, list[Node]]:
        table: dict[Node, list[Node]] = {}
        name = NamedNode(predicate)
        graphs = self._class_graphs if predicate == RDFS + "subClassOf" else self._graphs
        with self._store.naming("read"):
            for number, graph in enumerate(graphs):
                for quad in self._store.quads(None, name, None, graph):
                    objects = table.setdefault(quad.subject, [])
                    obj = quad.object
                    if not number or obj not in objects:
                        objects.append(obj)
        return table

"""Find the nodes that shapes are for, so that a shape which checks nothing is seen.

The counts are those of SHACL (section 2.1.3): a class stands for its subclasses too, as far as
the data or the ontology beside it says so.
"""

from showgraph.graph.validation.shapes import Targets
from showgraph.graph.validation.triples import Node, Triples


def find_focus_nodes(triples: Triples, targets: Targets) -> frozenset[Node]:
    """Return the focus nodes that targets have among triples."""
    found: set[Node] = set(targets.nodes)
    for name in targets.classes:
        found |= triples.instances(name)
    for name in targets.subjects_of:
        found |= triples.forward(name).keys()
    for name in targets.objects_of:
        found |= triples.backward(name).keys()
    return frozenset(found)

"""Showgraph for Python: open a graph and ask it, or build one.

::

    import showgraph

    with showgraph.open_graph() as graph:
        for row in graph.ask("who created the show and also starred in it").rows:
            print([cell.label for cell in row])

What a method needs is imported when it is called: a question costs no import of rdflib,
pyshacl, owlrl or networkx.
"""

from showgraph.api.graph import Graph
from showgraph.api.opening import DEFAULT_FOLDER, build_graph, open_graph

__all__ = ["DEFAULT_FOLDER", "Graph", "build_graph", "open_graph"]

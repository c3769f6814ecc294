"""Open the graph that a command is to read."""

from pathlib import Path

from showgraph.api import Graph, open_graph
from showgraph.cli.session import Session


def open_named(session: Session, graph: Path | None) -> Graph:
    """Open the graph of ``--graph``, else of the environment, else the default one.

    Raises:
        GraphError: If there is none, or it is damaged.
    """
    return open_graph(graph or session.named_graph, cache=session.cache, announce=session.note)

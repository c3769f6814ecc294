"""Open the graph that a command is to read."""

from pathlib import Path
from typing import TYPE_CHECKING

from showgraph.cli.session import Session

if TYPE_CHECKING:
    from showgraph.api import Graph


def open_named(session: Session, graph: Path | None) -> "Graph":
    """Open the graph of ``--graph``, else of the environment, else the default one.

    Raises:
        GraphError: If there is none, or it is damaged.
    """
    from showgraph.api import open_graph  # noqa: PLC0415 - help and completion open none

    return open_graph(graph or session.named_graph, cache=session.cache, announce=session.note)

"""Open the graph that a command is to read."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from showgraph.cli.session import Session

if TYPE_CHECKING:
    from showgraph.api import Graph

#: As :data:`showgraph.query.execution.endpoint.TIMEOUT_S`, which help and completion do not import.
_TIMEOUT_S: Final = 30.0


def open_named(
    session: Session,
    graph: Path | None,
    endpoint: str | None = None,
    *,
    timeout_s: float = _TIMEOUT_S,
) -> "Graph":
    """Open the graph of ``--graph``, else of the environment, else the default one.

    Args:
        session: The run.
        graph: The folder of ``--graph``.
        endpoint: The address of ``--endpoint``, which is asked in place of a graph here.
        timeout_s: Seconds that each request to it may take.

    Raises:
        click.UsageError: If both are named.
        UnavailableError: If there is no graph, it is damaged, or the address is none.
    """
    if endpoint is not None:
        if graph is not None:
            raise click.UsageError("give --graph or --endpoint, not both")
        from showgraph.remote import RemoteGraph  # noqa: PLC0415 - only this opens connections

        return RemoteGraph(endpoint, timeout_s=timeout_s)
    from showgraph.api import open_graph  # noqa: PLC0415 - help and completion open none

    return open_graph(graph or session.named_graph, cache=session.cache, announce=session.note)

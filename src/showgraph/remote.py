"""Ask the saved questions of a graph that somebody else serves."""

from functools import cached_property
from typing import TYPE_CHECKING

from showgraph.api import Graph
from showgraph.errors import UsageError
from showgraph.namespaces import ASSERTED
from showgraph.query.execution.endpoint import RemoteStore, query_endpoint
from showgraph.rules import RuleTable
from showgraph.rules.bundled import bundled_rules

if TYPE_CHECKING:
    from showgraph.query.formats.outcomes import Results


class RemoteGraph(Graph):
    """The graph behind a SPARQL endpoint: :meth:`ask`, :meth:`query` and what an answer needs.

    Nothing is sent before the first of them is called. The graph has no folder and no manifest.
    """

    def __init__(self, url: str, *, timeout_s: float) -> None:  # the folder of Graph is not opened
        """Ask ``url``, each request for at most ``timeout_s`` seconds.

        Raises:
            UnavailableError: If the address is none of HTTP.
        """
        self.url = url
        self._timeout_s = timeout_s
        self._store = RemoteStore(url, timeout_s=timeout_s)

    def __repr__(self) -> str:
        """Return the class and the address."""
        return f"<showgraph graph behind {self.url}>"

    def close(self) -> None:
        """Do nothing: no connection stays open."""

    @cached_property
    def _rules(self) -> RuleTable:
        """The rules that come with the package; the endpoint does not tell its own."""
        return bundled_rules()

    def warnings(self, text: str, *, pairs: bool = False) -> tuple[str, ...]:  # noqa: ARG002 - the signature of Graph
        """Return none: an endpoint is asked what it was told to be asked, and no more."""
        return ()

    def query(
        self,
        text: str,
        *,
        timeout_s: float = 30.0,
        max_rows: int | None = 10_000,
        engine: str = "auto",
        asserted: bool = False,
    ) -> "Results":
        """Run a SPARQL query there; see :meth:`Graph.query`.

        Raises:
            UsageError: If another engine than that of the endpoint is wanted.
        """
        if engine != "auto":
            raise UsageError(f"the endpoint has an engine of its own; leave {engine!r} out")
        graphs = ASSERTED if asserted else None
        return query_endpoint(self.url, text, timeout_s=timeout_s, max_rows=max_rows, graphs=graphs)

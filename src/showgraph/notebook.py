"""SPARQL in the cells of a notebook: ``%load_ext showgraph``, then ``%%sparql``.

::

    %%sparql --into titles
    SELECT ?title { ?show a sg:Series ; skos:prefLabel ?title }

The cell shows what the query gives, and ``--into`` keeps it under a name. Nothing of python is
put into the query.
"""

import argparse
import shlex
from typing import TYPE_CHECKING, Any, NoReturn

from showgraph.api import Graph, open_graph
from showgraph.errors import ShowGraphError, UsageError

if TYPE_CHECKING:
    from showgraph.query.formats.outcomes import Results


class _Arguments(argparse.ArgumentParser):
    """Arguments whose errors are those of showgraph; the program goes on."""

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            UsageError: Always.
        """
        raise UsageError(f"%%sparql: {message}; {self.format_usage().strip()}")


def _arguments() -> _Arguments:
    parser = _Arguments(prog="%%sparql", add_help=False)
    parser.add_argument("--graph", help="a folder, or the name of an open graph")
    parser.add_argument("--into", metavar="NAME", help="keep the result under this name")
    parser.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS")
    parser.add_argument("--max-rows", type=int, default=1000, metavar="N")
    return parser


class SparqlMagic:
    """The cell magic; the graph that no name is given for is opened once."""

    def __init__(self, shell: Any) -> None:  # noqa: ANN401 - IPython's shell, which is no need here
        """Serve the notebook of ``shell``."""
        self._shell = shell
        self._opened: dict[str | None, Graph] = {}

    def run(self, line: str, cell: str) -> "Results":
        """Run the query of a cell.

        Args:
            line: What stands behind ``%%sparql``.
            cell: The query.

        Raises:
            UsageError: If the arguments are wrong.
            ShowGraphError: As :meth:`showgraph.Graph.query` does.
        """
        try:
            words = shlex.split(line)
        except ValueError as error:
            raise UsageError(f"%%sparql: {error}") from error
        arguments = _arguments().parse_args(words)
        if arguments.into is not None and not arguments.into.isidentifier():
            raise UsageError(f"%%sparql: {arguments.into!r} is no name of python")
        graph = self._graph(arguments.graph)
        results = graph.query(cell, timeout_s=arguments.timeout, max_rows=arguments.max_rows)
        if arguments.into is not None:
            self._shell.push({arguments.into: results})
        return results

    def _graph(self, name: str | None) -> Graph:
        known = self._shell.user_ns.get(name) if name else None
        if isinstance(known, Graph):
            return known
        if name not in self._opened:
            self._opened[name] = open_graph(name)
        return self._opened[name]

    def close(self) -> None:
        """Close the graphs that were opened here."""
        while self._opened:
            self._opened.popitem()[1].close()


def load(shell: Any) -> None:  # noqa: ANN401 - IPython's shell
    """Give a shell of IPython the cell magic; errors are told in one sentence."""
    from IPython.core.error import UsageError as ShellError  # noqa: PLC0415 - an optional library

    magic = SparqlMagic(shell)

    def sparql(line: str, cell: str) -> "Results":
        """Run a SPARQL query: --graph, --into NAME, --timeout SECONDS, --max-rows N."""
        try:
            return magic.run(line, cell)
        except ShowGraphError as error:
            raise ShellError(f"error[{error.code}]: {error}") from error

    shell.register_magic_function(sparql, "cell", "sparql")
    shell.user_ns_hidden["_showgraph_sparql"] = magic


def unload(shell: Any) -> None:  # noqa: ANN401 - IPython's shell
    """Take the cell magic away, and close what it opened."""
    shell.magics_manager.magics["cell"].pop("sparql", None)
    magic = shell.user_ns_hidden.pop("_showgraph_sparql", None)
    if magic is not None:
        magic.close()

"""Read articles about series into a checked RDF graph and ask it questions.

``open_graph(path)`` opens a graph that ``showgraph build`` wrote; everything the command
line can do is a method of what it returns. Nothing is imported until it is used, so that a
question answered from the command line does not pay for the validator.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from showgraph.api import Graph, build_graph, open_graph
    from showgraph.graph.accepting.facts import Ground
    from showgraph.graph.accepting.policy import Policy

__version__ = "0.1.0"
__all__ = ["Graph", "Ground", "Policy", "__version__", "build_graph", "open_graph"]

#: The module behind each public name.
_HOMES = {
    "Graph": "showgraph.api",
    "Ground": "showgraph.graph.accepting.facts",
    "Policy": "showgraph.graph.accepting.policy",
    "build_graph": "showgraph.api",
    "open_graph": "showgraph.api",
}


def __getattr__(name: str) -> object:
    """Return a public name, importing the module behind it at first use (PEP 562)."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names, so that completion offers what has not been imported yet."""
    return sorted((*__all__, "__doc__", "__file__", "__name__", "__path__"))


def load_ipython_extension(shell: object) -> None:
    """Give a notebook the cell magic ``%%sparql``: ``%load_ext showgraph``."""
    import_module("showgraph.notebook").load(shell)


def unload_ipython_extension(shell: object) -> None:
    """Take the cell magic away: ``%unload_ext showgraph``."""
    import_module("showgraph.notebook").unload(shell)

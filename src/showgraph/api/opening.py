"""Find the graph to read, or build one."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from showgraph.api.graph import Graph
from showgraph.bundle import bundled_graph
from showgraph.errors import UsageError
from showgraph.graph.storage.folder import is_graph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from showgraph.extract.guide import Guide
    from showgraph.extract.reading.files import PathLike
    from showgraph.graph.accepting.policy import Policy
    from showgraph.pipeline import Announce, Aside, BuildReport, Reasoner

#: Where a build writes, and where a graph is looked for, when no folder is named.
DEFAULT_FOLDER: Final = Path("graph")


def open_graph(
    path: str | Path | None = None,
    *,
    cache: Path | None = None,
    announce: "Announce" = lambda _: None,
) -> Graph:
    """Open a graph for reading.

    Args:
        path: The folder of a graph. Without it the folder ``graph`` here, if it is one, else
            the graph of the bundled documents, which is built at its first use.
        cache: Where that one is kept; ``~/.cache/showgraph`` when left out. No environment
            variable is read.
        announce: Is told in a sentence when the bundled graph is built or used.

    Returns:
        The graph; close it, or use it in a ``with`` block.

    Raises:
        GraphError: If there is no graph, or it is damaged, saying what would work.
    """
    if path is not None:
        return Graph(Path(path))
    if is_graph(DEFAULT_FOLDER):
        return Graph(DEFAULT_FOLDER)
    return Graph(bundled_graph(cache or _home_cache(), announce=announce))


def _home_cache() -> Path | None:
    try:
        return Path.home() / ".cache" / "showgraph"
    except RuntimeError:  # nobody knows where this user is at home
        return None


def build_graph(  # noqa: PLR0913 - all but the first two are keywords with defaults
    paths: "Iterable[PathLike] | None" = None,
    path: str | Path = DEFAULT_FOLDER,
    *,
    wait_s: float = 0.0,
    guide: "Guide | None" = None,
    aside: "Aside | None" = None,
    reasoner: "Reasoner" = "own",
    policy: "Policy | None" = None,
    announce: "Announce" = lambda _: None,
) -> "BuildReport":
    """Build a graph of documents; the graph that was there before stays if anything fails.

    Args:
        paths: Files and folders of documents; None or none at all for the bundled ones.
        path: A graph, or a missing or empty folder.
        wait_s: Seconds to wait while another build writes to ``path``.
        guide: Known titles, aliases and rules; see ``showgraph.pipeline.read_guide``.
        aside: Files to write for a person to look at: suggested aliases, what was refused.
        reasoner: ``own``, or ``owlrl`` for the reference that infers the same far more slowly.
        policy: What to accept; None for the package's own, which leaves contradictions open.
        announce: Is told the name of each stage when it begins.

    Returns:
        What was read, found and left out. Look at ``conforms``: a graph that does not conform
        to its shapes is put in use all the same.

    Raises:
        UsageError: If there is no such reasoner, or ``paths`` is a single path.
        UnavailableError: If no document is usable, or ``path`` cannot be written or is
            something else than a graph.
        InconsistencyError: If the accepted facts contradict the ontology.
    """
    # Whoever only reads a graph does not pay for what builds one.
    from showgraph.bundle import build_bundled  # noqa: PLC0415
    from showgraph.pipeline import Choices, build, bundled_documents  # noqa: PLC0415

    choices = Choices(guide=guide, aside=aside, reasoner=reasoner, policy=policy)
    if isinstance(paths, str | Path):  # text would be read letter by letter
        raise UsageError(f"paths is {str(paths)!r}; give a list of files and folders")
    folder, named = Path(path), tuple(paths or ())
    if not named and guide is None and aside is None:
        return build_bundled(folder, wait_s=wait_s, choices=choices, announce=announce)
    documents = named or bundled_documents()
    return build(documents, folder, wait_s=wait_s, choices=choices, announce=announce)

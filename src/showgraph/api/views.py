"""A graph in other forms: files of RDF, a graph of rdflib, a network, a picture, a table."""

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from showgraph.errors import ParameterError
from showgraph.namespaces import GRAPHS
from showgraph.query.matching.names import Names
from showgraph.store import Store

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from showgraph.query.formats.svg import Picture
    from showgraph.query.network import Statistics


#: A larger graph is not drawn without being asked.
_MAX_DRAWN: Final = 2_000


class Views(ABC):
    """What :class:`showgraph.Graph` can be turned into; it has the store and the names."""

    _store: Store

    @property
    @abstractmethod
    def names(self) -> Names:
        """The names of all things in the graph."""

    def stats(self) -> "Statistics":
        """Count what the graph holds."""
        from showgraph.query.network import statistics  # noqa: PLC0415

        return statistics(self._store, self.names)

    def export(
        self,
        target: Path | BinaryIO,
        *,
        format: str | None = None,  # noqa: A002 - the word of every RDF library
        asserted: bool = False,
        with_provenance: bool = False,
    ) -> None:
        """Write the graph as RDF, the same bytes for the same graph.

        Args:
            target: A file, or an open binary stream.
            format: ``ttl``, ``nt``, ``xml``, ``jsonld``, ``trig`` or ``nq``; by the ending of
                the file when left out, and Turtle for a stream.
            asserted: Leave out what was inferred.
            with_provenance: Take in documents and claims; TriG and N-Quads always have them.

        Raises:
            UsageError: If there is no such format.
            UnavailableError: If ``target`` cannot be written.
        """
        from showgraph.query import export  # noqa: PLC0415
        from showgraph.query.formats import serialization  # noqa: PLC0415

        selection = export.Selection(asserted=asserted, with_provenance=with_provenance)
        if isinstance(target, Path):
            chosen = (
                serialization.find_format(format) if format else serialization.format_of(target)
            )
            export.export_graph(self._store, target, chosen, selection)
        else:
            chosen = serialization.find_format(format or "ttl")
            export.write_export(self._store, target, chosen, selection)

    def to_rdflib(self, *graphs: str) -> "rdflib.Graph":
        """Return the graph as one of rdflib.

        Args:
            graphs: Short names of named graphs (``accepted``, ``inferred``, ``claims``,
                ``ontology``); accepted and inferred facts when none is named.

        Raises:
            ParameterError: If there is no graph of that name.
        """
        for name in graphs:
            if name not in GRAPHS:
                raise ParameterError(f"no graph is called {name!r}; there are {', '.join(GRAPHS)}")
        return self._store.to_rdflib([GRAPHS[name] for name in graphs or ("accepted", "inferred")])

    def to_networkx(self) -> "nx.MultiDiGraph[str]":
        """Return the things of the graph as nodes and the facts between them as edges."""
        from showgraph.query.network import entity_network  # noqa: PLC0415

        return entity_network(self._store, self.names)

    def picture(self, name: str, *, depth: int = 1, max_things: int = 60) -> "Picture":
        """Return a picture of what is linked to a thing, which a notebook shows as SVG.

        Args:
            name: The thing in the middle.
            depth: How many links to go from it.
            max_things: The most things to show, nearest first.

        Raises:
            UnknownNameError: If nothing has that name.
            AmbiguousNameError: If several things have it.
        """
        from showgraph.query.picture import draw  # noqa: PLC0415

        center = self.names.resolve(name).iri
        return draw(self.to_networkx(), center, depth=depth, max_things=max_things)

    def _repr_svg_(self) -> str | None:
        """Return a picture of what is around the thing with the most links, for a notebook.

        None where there is nothing to draw, or so much that it would take a while each time.
        """
        if not 0 < len(self.names.entities) <= _MAX_DRAWN:
            return None
        network = self.to_networkx()
        center = max(sorted(network.nodes), key=lambda node: len(network[node]), default=None)
        return None if center is None else self.picture(center, depth=2).to_svg()

    def _repr_html_(self) -> str:
        """Return what the graph holds as a notebook shows it."""
        from showgraph.query.formats.markup import to_html  # noqa: PLC0415

        stats = self.stats()
        counts = {
            "documents": stats.n_documents,
            **{f"claims, {status}": n for status, n in stats.claims.items()},
            **{f"things, {kind}": n for kind, n in stats.entities.items()},
            "contradictions": stats.n_contradictions,
            "differences": stats.n_differences,
        }
        rows = [[(what, ""), (str(n), "")] for what, n in counts.items()]
        return to_html(["", "Count"], rows, caption="A graph of showgraph")

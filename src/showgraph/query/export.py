"""A graph as a file for other programs, the same bytes on every run.

Formats of triples hold what is taken to be so: the accepted facts and what follows from them.
Formats of quads hold every graph, so the claims of the documents and the ontology too.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from showgraph.namespaces import GRAPHS
from showgraph.query.formats.replacement import replacing
from showgraph.query.formats.serialization import GraphFormat, write_trig, write_triples
from showgraph.store import Store


@dataclass(frozen=True, slots=True)
class Selection:
    """Which graphs are exported.

    ``asserted`` leaves out what was inferred; ``with_provenance`` adds the documents, claims
    and quotations to a format of triples (a format of quads has them anyway).
    """

    asserted: bool = False
    with_provenance: bool = False

    def graphs_of(self, store: Store, graph_format: GraphFormat) -> list[str]:
        """Return the IRIs of the graphs, sorted."""
        if graph_format.holds_graphs:
            chosen = set(store.counts())
        else:
            chosen = {GRAPHS["accepted"], GRAPHS["inferred"]}
            chosen |= {GRAPHS["claims"]} if self.with_provenance else set()
        return sorted(chosen - ({GRAPHS["inferred"]} if self.asserted else set()))


def export_graph(
    store: Store, target: Path, graph_format: GraphFormat, selection: Selection = Selection()
) -> None:
    """Write the graph to a file, which holds the whole of it or is as it was before.

    The file is written beside its place and moved there. A target that is no regular file,
    such as a pipe, is written to as it is.

    Raises:
        UnavailableError: If the target cannot be written, or the format cannot hold the graph.
        GraphError: If the store cannot be read.
    """
    with replacing(target) as output:
        write_export(store, output, graph_format, selection)


def write_export(
    store: Store,
    output: BinaryIO,
    graph_format: GraphFormat,
    selection: Selection = Selection(),
) -> None:
    """Write the graph to an open file.

    Raises:
        UnavailableError: If the format cannot hold the graph.
        GraphError: If the store cannot be read.
        OSError: If the output cannot be written.
    """
    graphs = selection.graphs_of(store, graph_format)
    if graph_format is GraphFormat.TRIG:
        write_trig(((graph, store.sorted_lines(graphs=[graph])) for graph in graphs), output)
    elif graph_format is GraphFormat.N_QUADS:
        endings = tuple(f" <{graph}> .\n".encode() for graph in graphs)
        output.writelines(line for line in store.sorted_lines() if line.endswith(endings))
    else:
        write_triples(store.sorted_lines(graphs=graphs), output, graph_format)

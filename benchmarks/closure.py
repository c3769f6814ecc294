"""Close a universe of invented series with showgraph and with other reasoners, side by side.

    python benchmarks/closure.py                              # 75,000 triples, owlrl beside
    python benchmarks/closure.py --series 20000 --peer .venv-peers/bin/python

Each engine runs in a process of its own over the same file and ontology, one after the other.
``load`` reads the file into the engine's own form, ``closure`` runs from there until all that
follows is in Python's hands ("on disk": in the store). ``--peer`` names a Python of another
environment in which ``reasonable`` is installed. owlrl is left out above 200,000 triples unless
``--all`` asks for it: it would take hours.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from engines import measure, print_growth

OWLRL_LIMIT = 200_000
ONTOLOGY = Path(__file__).resolve().parents[1] / "ontology" / "showgraph.ttl"
CAST = "https://w3id.org/showgraph/ontology#castMember"

#: What a run gives: seconds to load, seconds to close, triples that follow, of these cast links.
Result = tuple[float, float, int, int]


def run_showgraph(path: str) -> Result:
    """Parse the file into quads and close them in memory."""
    from showgraph.graph.inference.closure import infer  # noqa: PLC0415 - each engine in its own process
    from showgraph.rules import compile_rules  # noqa: PLC0415
    from showgraph.store import RdfFormat, parse  # noqa: PLC0415

    start = time.perf_counter()
    quads = list(parse(path=path, format=RdfFormat.N_TRIPLES))
    loaded = time.perf_counter()
    inferred = list(infer(quads, compile_rules(ONTOLOGY.read_text(encoding="utf-8"))))
    closed = time.perf_counter()
    cast = sum(quad.predicate.value == CAST for quad in inferred)
    return loaded - start, closed - loaded, len(inferred), cast


def run_showgraph_on_disk(path: str) -> Result:
    """Load the file into a store on disk, close it, and load what follows."""
    from showgraph.graph.inference.closure import infer  # noqa: PLC0415 - each engine in its own process
    from showgraph.namespaces import GRAPHS  # noqa: PLC0415
    from showgraph.rules import compile_rules  # noqa: PLC0415
    from showgraph.store import NamedNode, Quad, RdfFormat, Store, parse  # noqa: PLC0415

    graph = NamedNode(GRAPHS["accepted"])
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store") as store:
        start = time.perf_counter()
        triples = parse(path=path, format=RdfFormat.N_TRIPLES)
        quads = [Quad(t.subject, t.predicate, t.object, graph) for t in triples]
        store.bulk_load(quads)
        loaded = time.perf_counter()
        store.bulk_load(infer(quads, compile_rules(ONTOLOGY.read_text(encoding="utf-8"))))
        store.flush()
        closed = time.perf_counter()
        inferred = store.counts()[GRAPHS["inferred"]]
        cast = sum(1 for _ in store.quads(None, NamedNode(CAST), None, GRAPHS["inferred"]))
    return loaded - start, closed - loaded, inferred, cast


def run_owlrl(path: str) -> Result:
    """Parse file and ontology with rdflib and expand them with owlrl."""
    import rdflib  # noqa: PLC0415 - each engine in its own process
    from owlrl import DeductiveClosure, OWLRL_Semantics  # noqa: PLC0415

    start = time.perf_counter()
    graph = rdflib.Graph().parse(path, format="nt").parse(ONTOLOGY, format="turtle")
    size = len(graph)
    loaded = time.perf_counter()
    DeductiveClosure(OWLRL_Semantics).expand(graph)
    closed = time.perf_counter()
    cast = sum(1 for _ in graph.triples((None, rdflib.URIRef(CAST), None)))
    return loaded - start, closed - loaded, len(graph) - size, cast


def run_reasonable(path: str) -> Result:
    """Load file and ontology into reasonable and let it reason."""
    import reasonable  # type: ignore[import-not-found]  # noqa: PLC0415 - of the peer's environment

    start = time.perf_counter()
    reasoner = reasonable.PyReasoner()
    reasoner.load_file(str(ONTOLOGY))
    reasoner.load_file(path)
    loaded = time.perf_counter()
    triples = reasoner.reason()
    closed = time.perf_counter()
    with open(path, encoding="utf-8") as lines:  # noqa: PTH123 - the peer counts as we do
        size = sum(1 for _ in lines)
    cast = sum(str(predicate) == CAST for _, predicate, _ in triples)
    return loaded - start, closed - loaded, len(triples) - size, cast


ENGINES: dict[str, Callable[[str], Result]] = {
    "showgraph": run_showgraph,
    "showgraph on disk": run_showgraph_on_disk,
    "owlrl": run_owlrl,
    "reasonable": run_reasonable,
}


def compare(
    series: int, peer: str | None, timeout_s: float, *, everything: bool
) -> tuple[int, float]:
    """Print a line for each engine, with its time as a multiple of showgraph's.

    Returns the number of triples and showgraph's seconds for load and closure.
    """
    from universe import write_universe  # noqa: PLC0415 - the peer's environment lacks showgraph

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "universe.ttl"
        size = write_universe(series, str(path))
        engines = [("showgraph", sys.executable), ("showgraph on disk", sys.executable)]
        if everything or size <= OWLRL_LIMIT:
            engines.append(("owlrl", sys.executable))
        if peer:
            engines.append(("reasonable", peer))
        print(f"{series} series, {size} triples")
        print(f"{'engine':18} {'load':>8} {'closure':>8} {'both':>9}   x {'peak MiB':>9}", end="")
        print(f" {'inferred':>10} {'cast links':>11}")
        base = 0.0
        for engine, python in engines:
            command = [python, __file__, "--engine", engine, "--file", path]
            measured = measure(command, timeout_s)
            if measured is None:
                print(f"{engine:18} stopped after {timeout_s:.0f} s")
                continue
            (load_s, closure_s, inferred, cast), peak = measured
            base = base or load_s + closure_s
            ratio = (load_s + closure_s) / base
            print(f"{engine:18} {load_s:8.2f} {closure_s:8.2f} {load_s + closure_s:9.2f}", end="")
            print(f" {ratio:5.1f} {peak:8.0f} {inferred:10} {cast:11}")
    return size, base


def main() -> None:
    """Compare the engines, or run one of them in this process."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--series", type=int, nargs="+", default=[1000])
    parser.add_argument("--peer", help="a Python that has reasonable")
    parser.add_argument("--timeout", type=float, default=900.0, help="seconds for each engine")
    parser.add_argument("--all", action="store_true", help="owlrl at any size")
    parser.add_argument("--engine", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--file", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.engine:
        print(json.dumps(ENGINES[options.engine](options.file)))
        return
    print_growth(
        compare(series, options.peer, options.timeout, everything=options.all)
        for series in sorted(options.series)
    )


if __name__ == "__main__":
    main()

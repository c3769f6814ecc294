"""Validate a universe of invented series with showgraph and with pyshacl, side by side.

    python benchmarks/validation.py                              # 75,000 triples
    python benchmarks/validation.py --series 1000 20000 --timeout 900

Each engine runs in a process of its own over the same file, ontology and ``shapes.ttl``, one
after the other. ``load`` reads the file into the engine's own form, ``validate`` runs from there
to the report, reading the shapes included. pyshacl is measured with its core constraints alone
(``core``) and with the queries of the shapes too (``all``), each of which it runs once for every
focus node; showgraph is measured with all, and with the core constraints alone. An engine that
takes longer than the limit is stopped and shown so. Equal results (node, severity and kind of
constraint) have an equal hash.
``--peer`` names a Python of another environment in which ``pyshifty`` and ``rdflib`` are
installed; pyshifty reads the files itself, so its time to validate has that in it.
"""

import argparse
import hashlib
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from engines import measure, print_growth

if TYPE_CHECKING:
    import rdflib

#: Above this many triples pyshacl is left out, unless asked for.
PEER_LIMIT = 200_000
ONTOLOGY = Path(__file__).resolve().parents[1] / "ontology"

SH = "http://www.w3.org/ns/shacl#"

#: A result as node, severity and kind of constraint, by local names.
Row = tuple[str, str, str]

#: What a run gives: seconds to load, seconds to validate, results in words.
Result = tuple[float, float, str]


def run_showgraph(path: str) -> Result:
    """Load the file into a store in memory and validate it, queries and all."""
    return _run_showgraph(path, queries=True)


def run_showgraph_core(path: str) -> Result:
    """Load the file into a store in memory and check the core constraints."""
    return _run_showgraph(path, queries=False)


def _run_showgraph(path: str, *, queries: bool) -> Result:
    from showgraph.graph.inference.ontology import ontology_quads  # noqa: PLC0415 - each in its own process
    from showgraph.graph.validation.validation import bundled_shape_sets, validate  # noqa: PLC0415
    from showgraph.namespaces import GRAPHS  # noqa: PLC0415
    from showgraph.store import NamedNode, Quad, RdfFormat, Store, parse  # noqa: PLC0415

    start = time.perf_counter()
    graph = NamedNode(GRAPHS["accepted"])
    store = Store.memory()
    triples = parse(path=path, format=RdfFormat.N_TRIPLES)
    store.bulk_load(Quad(t.subject, t.predicate, t.object, graph) for t in triples)
    store.bulk_load(ontology_quads())
    loaded = time.perf_counter()
    facts = bundled_shape_sets()[0]
    if not queries:
        plain = tuple(replace(shape, queries=()) for shape in facts.shapes.shapes)
        facts = replace(facts, shapes=replace(facts.shapes, shapes=plain))
    report = validate(store, [facts])
    done = time.perf_counter()
    rows = [
        (result.focus, result.severity.value, terms.component.removeprefix(SH))
        for result in report.results
        for terms in result.terms
    ]
    return loaded - start, done - loaded, _describe(rows)


def run_pyshacl_core(path: str) -> Result:
    """Let pyshacl check the core constraints."""
    return _run_pyshacl(path, queries=False)


def run_pyshacl_all(path: str) -> Result:
    """Let pyshacl check everything."""
    return _run_pyshacl(path, queries=True)


def _run_pyshacl(path: str, *, queries: bool) -> Result:
    import pyshacl  # noqa: PLC0415 - each engine in its own process
    import rdflib  # noqa: PLC0415

    start = time.perf_counter()
    data = rdflib.Graph().parse(path, format="nt")
    for name in ("showgraph.ttl", "roles.ttl"):
        data.parse(ONTOLOGY / name, format="turtle")
    loaded = time.perf_counter()
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl", format="turtle")
    if not queries:
        shapes.remove((None, rdflib.URIRef(SH + "sparql"), None))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    done = time.perf_counter()
    return loaded - start, done - loaded, _describe(_iter_rows(report))


def run_pyshifty(path: str) -> Result:
    """Let pyshifty, which reads the files itself, check everything."""
    import shifty  # type: ignore[import-not-found]  # noqa: PLC0415 - of the peer's environment

    start = time.perf_counter()
    data = [path, str(ONTOLOGY / "showgraph.ttl"), str(ONTOLOGY / "roles.ttl")]
    shapes = str(ONTOLOGY / "shapes.ttl")
    _, report, _ = shifty.validate(data, shapes, infer=False, graph_mode="data")
    done = time.perf_counter()
    return 0.0, done - start, _describe(_iter_rows(report))


def _iter_rows(report: "rdflib.Graph") -> Iterator[Row]:
    import rdflib  # noqa: PLC0415 - each engine in its own process

    names = [rdflib.URIRef(SH + n) for n in ("resultSeverity", "sourceConstraintComponent")]
    for result in report.objects(None, rdflib.URIRef(SH + "result")):
        severity, component = (str(report.value(result, n)).removeprefix(SH) for n in names)
        focus = str(report.value(result, rdflib.URIRef(SH + "focusNode")))
        yield focus, severity.lower(), component


def _describe(rows: Iterable[Row]) -> str:
    """Return how many results there are by severity, and a hash that tells equal ones."""
    found = sorted(rows)
    counts = Counter(severity for _, severity, _ in found)
    digest = hashlib.sha256(json.dumps(found).encode()).hexdigest()[:8]
    return ", ".join([*(f"{n} {name}" for name, n in sorted(counts.items())), digest])


ENGINES: dict[str, Callable[[str], Result]] = {
    "showgraph": run_showgraph,
    "showgraph core": run_showgraph_core,
    "pyshacl core": run_pyshacl_core,
    "pyshacl all": run_pyshacl_all,
    "pyshifty": run_pyshifty,
}


def compare(
    series: int, peer: str | None, timeout_s: float, *, everything: bool
) -> tuple[int, float]:
    """Print a line for each engine, with its time to validate as a multiple of showgraph's.

    Returns the number of triples and showgraph's seconds to validate.
    """
    from universe import write_universe  # noqa: PLC0415 - the peer's environment lacks showgraph

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "universe.nt"
        size = write_universe(series, str(path))
        print(f"{series} series, {size} triples")
        print(f"{'engine':15} {'load s':>8} {'validate s':>11}      x {'peak MiB':>9}  results")
        base = 0.0
        for engine in ENGINES:
            ours = engine.startswith("showgraph")
            if engine == "pyshifty" and not peer:
                continue
            if not (ours or everything or size <= PEER_LIMIT):
                continue
            python = peer if peer and engine == "pyshifty" else sys.executable
            command = [python, __file__, "--engine", engine, "--file", path]
            measured = measure(command, timeout_s)
            if measured is None:
                print(f"{engine:15} stopped after {timeout_s:.0f} s", flush=True)
                continue
            (load_s, validate_s, found), peak = measured
            base = base or validate_s
            print(f"{engine:15} {load_s:8.2f} {validate_s:11.2f} {validate_s / base:6.1f}", end="")
            print(f" {peak:9.0f}  {found}", flush=True)
    return size, base


def main() -> None:
    """Compare the engines, or run one of them in this process."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--series", type=int, nargs="+", default=[1000])
    parser.add_argument("--peer", help="a Python that has pyshifty and rdflib")
    parser.add_argument("--timeout", type=float, default=120.0, help="seconds for each engine")
    parser.add_argument("--all", action="store_true", help="pyshacl at any size")
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

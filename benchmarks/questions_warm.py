"""Ask saved questions of a universe of invented series, beside the bare engine and rdflib.

    python benchmarks/questions_warm.py                  # 1.5 million triples
    python benchmarks/questions_warm.py --series 400 --rdflib-timeout 20

One process, one open store. ``bare`` is the engine alone: it evaluates the very query that
showgraph runs, and every row is read. ``showgraph`` is ``Answerer.answer``: values resolved and
bound, the query evaluated, rows told apart. Each is run ``--runs`` times in turns after one run
that is not counted, and as many times more as half a second holds; medians are compared. The time
is that of the processor in this thread, so that other processes do not count. What an answer reads
when it is looked at is timed apart: ``rows`` is the answer with all its rows looked at, beside
``bare``; ``beside`` are the seconds for what documents say otherwise and what is not accepted;
``sources`` those for what stands behind ten rows.
rdflib runs the same queries over the same triples in a process of its own, once each, and is
stopped at its limit.
"""

import argparse
import gc
import json
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from showgraph.query.answering.answering import Answerer
    from showgraph.rules import RuleTable
    from showgraph.store import Store

#: Values of parameters by name.
Given = Mapping[str, str]

#: Questions and what is given with them; ``Show 7`` is there in every universe.
QUESTIONS: Final[tuple[tuple[str, Given], ...]] = (
    ("cast", {}),
    ("cast", {"show": "Show 7"}),
    ("who-plays", {"show": "Show 7"}),
    ("creators", {}),
    ("creators", {"show": "Show 7"}),
    ("directors", {"show": "Show 7"}),
    ("platforms", {}),
    ("platforms", {"show": "Show 7"}),
    ("release-dates", {"show": "Show 7"}),
    ("season-count", {}),
    ("season-count", {"show": "Show 7"}),
    ("genre", {"show": "Show 7"}),
    ("interviews", {}),
    ("trailer", {"show": "Show 7"}),
)
#: About 1.5 million triples with what is inferred.
SERIES: Final = 8_600


#: Seconds that a question is measured for, at least.
ENOUGH_S: Final = 0.5


class Measured(NamedTuple):
    """What is measured of a question: its rows, and seconds."""

    n_rows: int
    bare: float
    ours: float
    with_rows: float
    beside: float
    sources: float


def fill(folder: Path, series: int) -> None:
    """Make the store at ``folder``, and beside it the file that rdflib reads."""
    from universe import iter_universe  # noqa: PLC0415 - rdflib's process needs nothing of this

    from showgraph.graph.inference.closure import infer  # noqa: PLC0415
    from showgraph.graph.inference.ontology import ontology_quads  # noqa: PLC0415
    from showgraph.namespaces import GRAPHS  # noqa: PLC0415
    from showgraph.store import NamedNode, Quad, RdfFormat, Store, parse  # noqa: PLC0415

    text = "".join(f"{' '.join(triple)} .\n" for triple in iter_universe(series)).encode()
    graph = NamedNode(GRAPHS["accepted"])
    facts = [
        Quad(t.subject, t.predicate, t.object, graph)
        for t in parse(text, format=RdfFormat.N_TRIPLES)
    ]
    ontology = ontology_quads()
    with Store.create(folder / "store") as store:
        store.bulk_load([*facts, *ontology])
        store.bulk_load(infer([*facts, *ontology], _rules()))
        store.optimize()
        store.flush()
        lines = store.sorted_lines(graphs=store.counts())
        (folder / "graph.nt").write_bytes(b"".join(lines))


def _rules() -> "RuleTable":
    from showgraph.resources import read_bundled  # noqa: PLC0415
    from showgraph.rules.bundled import read_rules  # noqa: PLC0415

    return read_rules(read_bundled("ontology", "showgraph.ttl"))


def measure(store: "Store", answerer: "Answerer", name: str, given: Given, runs: int) -> Measured:
    """Time a question in turns with the bare evaluation of the query that it runs."""
    answer = answerer.answer(name, given)
    bare, ours, with_rows = [], [], []
    ends = time.thread_time() + ENOUGH_S
    while len(bare) < runs or time.thread_time() < ends:
        bare.append(_seconds(lambda: sum(1 for _ in store.select(answer.query, prefixes={}))))
        ours.append(_seconds(lambda: answerer.answer(name, given)))
        with_rows.append(_seconds(lambda: list(answerer.answer(name, given).rows)))
    return Measured(
        len(answer.rows),
        statistics.median(bare),
        statistics.median(ours),
        statistics.median(with_rows),
        _seconds(lambda: (len(answer.lesser), len(answer.disputes))),
        _seconds(lambda: list(islice(answer.sources, 10))),
    )


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    started = time.thread_time()
    work()
    return time.thread_time() - started


def run_rdflib(path: str) -> None:
    """Answer queries over the file, one JSON line for each that comes on standard input."""
    import rdflib  # noqa: PLC0415 - in this process alone

    graph = rdflib.Graph().parse(path, format="nt")
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    for line in sys.stdin:
        job = json.loads(line)
        signal.alarm(job["timeout_s"])
        started = time.perf_counter()
        try:
            n_rows = sum(1 for _ in graph.query(job["query"]))
            result: object = [time.perf_counter() - started, n_rows]
        except KeyboardInterrupt:
            result = None
        signal.alarm(0)
        print(json.dumps(result), flush=True)


def measure_rdflib(path: Path, queries: Iterable[str], timeout_s: int) -> Iterator[str]:
    """Yield the seconds of rdflib for each query, or that it was stopped."""
    command = [sys.executable, __file__, "--serve-rdflib", str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("rdflib's process has no streams")
        for query in queries:
            process.stdin.write(json.dumps({"query": query, "timeout_s": timeout_s}) + "\n")
            process.stdin.flush()
            result = json.loads(process.stdout.readline())
            yield f"{result[0]:.3f}" if result else f"> {timeout_s}"
        process.stdin.close()


def main() -> None:
    """Print the table."""
    options = _options()
    if options.serve_rdflib:
        run_rdflib(options.serve_rdflib)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        if not (folder / "graph.nt").exists():
            fill(folder, options.series)
        compare(folder, options)


def compare(folder: Path, options: argparse.Namespace) -> None:
    """Print a line for each question."""
    from showgraph.query.answering.answering import Answerer  # noqa: PLC0415
    from showgraph.query.questions.catalog import read_catalog  # noqa: PLC0415
    from showgraph.store import Store  # noqa: PLC0415

    with Store.open(folder / "store") as store:
        answerer = Answerer(store, read_catalog(), _rules())
        print(f"{store.count():,} triples, medians of {options.runs} runs\n")
        queries = [answerer.answer(name, given).query for name, given in QUESTIONS]
        peer: Iterator[str] = iter(["-"] * len(QUESTIONS))
        if options.rdflib_timeout:
            peer = measure_rdflib(folder / "graph.nt", queries, options.rdflib_timeout)
        print(
            "| question | rows | bare s | ours s | x | rows x | beside s | sources s | rdflib s |"
        )
        print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
        ratios = []
        for name, given in QUESTIONS:
            it = measure(store, answerer, name, given, options.runs)
            ratios.append(it.ours / it.bare)
            asked = " ".join([name, *(f"{key}={value}" for key, value in given.items())])
            print(
                f"| {asked} | {it.n_rows:,} | {it.bare:.4f} | {it.ours:.4f} | {ratios[-1]:.2f}"
                f" | {it.with_rows / it.bare:.2f} | {it.beside:.4f} | {it.sources:.4f}"
                f" | {next(peer)} |",
                flush=True,
            )
        print(f"\nmedian x {statistics.median(ratios):.2f}, largest x {max(ratios):.2f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--series", type=int, default=SERIES)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rdflib-timeout", type=int, default=60, help="0 leaves rdflib out")
    parser.add_argument("--folder", type=Path, help="keep the store there for the next run")
    parser.add_argument("--serve-rdflib", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()

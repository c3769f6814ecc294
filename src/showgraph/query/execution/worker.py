"""Run one query in a process of its own: ``python -m showgraph.query.execution.worker``.

The job comes as one line of JSON on standard input, what it gives goes to standard output as
lines of JSON: the form, then rows or triples, then ``["end", is_cut]`` or an error. A parent that
does not see the last line knows that the process was ended.
"""

import json
import sys
import threading
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from showgraph.errors import GraphError, QuerySyntaxError
from showgraph.query.execution.sandbox import limit_memory, limit_time, refuse_sockets
from showgraph.store import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

#: Deep queries need deep recursion in the engine: 60 times as deep as with the usual 8 MB.
STACK_BYTES: Final = 512 * 1024 * 1024

_Term = NamedNode | BlankNode | Literal | Triple


def main() -> None:
    """Run the job on standard input."""
    job = json.loads(sys.stdin.readline())
    limit_memory(job["max_memory"])
    limit_time(job["timeout_s"])
    refuse_sockets()
    threading.stack_size(STACK_BYTES)
    thread = threading.Thread(target=_run, args=(job,))
    thread.start()
    thread.join()


def _run(job: dict[str, Any]) -> None:
    budget = job["max_bytes"]
    try:
        with Store.open(Path(job["path"])) if job["path"] else Store.memory() as store:
            for line in _iter_found(store, job):
                text = json.dumps(line, ensure_ascii=True, separators=(",", ":"))
                budget -= len(text)
                if budget < 0:
                    _write(["error", "limit", f"the answer has more than {job['max_bytes']} bytes"])
                    return
                sys.stdout.write(text + "\n")
    except QuerySyntaxError as error:
        _write(["error", "syntax", error.reason, error.line, error.column])
    except GraphError as error:
        _write(["error", "graph", str(error)])
    except MemoryError:
        _write(["error", "limit", "the query needs more memory than it may have"])


def _write(line: list[object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


def _iter_found(store: Store, job: dict[str, Any]) -> Iterator[list[object]]:
    """Yield the lines of the engine that is asked for; both have to take the query."""
    if job["engine"] != "rdflib":
        yield from _iter_lines(store, job)
        return
    from showgraph.query.execution.reference import iter_lines  # noqa: PLC0415 - imports rdflib

    with Store.memory() as empty:
        empty.query(job["query"])
    yield from iter_lines(store, job["query"], job["max_rows"], job["graphs"])


def _iter_lines(store: Store, job: dict[str, Any]) -> Iterator[list[object]]:
    """Yield the form, what was found, and the end."""
    found = store.query(job["query"], graphs=job["graphs"])
    n_rows: int | None = job["max_rows"]
    if isinstance(found, QueryBoolean):
        yield ["boolean", bool(found)]
        yield ["end", False]
    elif isinstance(found, QuerySolutions):
        names = [variable.value for variable in found.variables]
        yield ["solutions", names]
        for solution in islice(found, n_rows):
            yield ["row", [_encode(solution[name]) for name in names]]
        yield ["end", next(found, None) is not None]
    elif isinstance(found, QueryTriples):
        yield ["triples"]
        for triple in islice(found, n_rows):
            yield [
                "row",
                [_encode(triple.subject), _encode(triple.predicate), _encode(triple.object)],
            ]
        yield ["end", next(found, None) is not None]


def _encode(term: _Term | None) -> list[object] | None:
    """Return a term as JSON; :func:`showgraph.query.execution.sparql.decode` reads it."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return ["uri", term.value]
    if isinstance(term, BlankNode):
        return ["bnode", term.value]
    if isinstance(term, Triple):
        return ["triple", *(_encode(part) for part in (term.subject, term.predicate, term.object))]
    return ["literal", term.value, term.datatype.value, term.language]


if __name__ == "__main__":
    main()

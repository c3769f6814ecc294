"""Run a query that a user wrote, in a process that is ended at its limits.

The process opens the store read only by itself, has a limit of memory and no network, and hands
back what it found only when it is done: half an answer is never taken for a whole one.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from showgraph.errors import GraphError, LimitError, QuerySyntaxError, ShowGraphError, UsageError
from showgraph.query.execution.columns import in_order
from showgraph.query.execution.reference import refuse_from
from showgraph.query.formats.outcomes import Boolean, Results, Solutions, Term, Triples
from showgraph.query.sparql.hints import explain_syntax
from showgraph.query.sparql.screening import screen
from showgraph.store import BlankNode, Literal, NamedNode, Triple

TIMEOUT_S: Final = 30.0
MAX_ROWS: Final = 10_000
MAX_BYTES: Final = 20 * 1024 * 1024
#: What evaluates a query; ``auto`` is the first that is named after it.
ENGINES: Final = ("auto", "oxigraph", "rdflib")
MAX_MEMORY: Final = 2 * 1024**3
#: The clock of a wait for a process counts milliseconds in 32 bits, 24 days; this is 11.
MAX_TIMEOUT_S: Final = 1_000_000

_COMMAND: Final = (sys.executable, "-P", "-m", "showgraph.query.execution.worker")


def run_query(  # noqa: PLR0913 - limits are keywords with defaults
    store_path: Path,
    text: str,
    *,
    timeout_s: float = TIMEOUT_S,
    max_rows: int | None = MAX_ROWS,
    max_memory: int = MAX_MEMORY,
    engine: str = "auto",
    graphs: Sequence[str] | None = None,
) -> Results:
    """Return what a query gives over the union of all graphs of a store.

    Args:
        store_path: The folder of the store itself, as for :meth:`Store.open`.
        text: A SELECT, ASK, CONSTRUCT or DESCRIBE query. Showgraph's prefixes need no
            declaration.
        timeout_s: Seconds, the start of the process included; at most :data:`MAX_TIMEOUT_S`.
        max_rows: Rows or triples; if there are more, ``is_cut`` says so. None for all.
        max_memory: Bytes of address space of the process.
        graphs: The graphs whose union is queried, for a query without FROM; None for all.
        engine: ``oxigraph``, or ``rdflib`` for a second opinion that takes far longer.

    Raises:
        QuerySyntaxError: If the text does not parse, with line, column and a hint.
        RefusedQueryError: If it is an update, or asks for SERVICE or a graph that is not ours.
        LimitError: If the text or the run passes a limit.
        GraphError: If the store cannot be opened.
        UsageError: If there is no such engine, or a limit is none.
    """
    _screen(text)
    _check_choices(engine, timeout_s, max_rows)
    _check_graphs(text, engine, chosen=graphs is not None)
    return _run(
        {
            "path": str(store_path),
            "query": text,
            "max_rows": None if max_rows is None else min(max_rows, sys.maxsize),
            "max_bytes": MAX_BYTES,
            "max_memory": max_memory,
            "timeout_s": timeout_s,
            "engine": engine,
            "graphs": graphs,
        }
    )


def _check_choices(engine: str, timeout_s: float, max_rows: int | None) -> None:
    if engine not in ENGINES:
        raise UsageError(f"there is no engine {engine!r}; choose one of {', '.join(ENGINES)}")
    if not 0 < timeout_s <= MAX_TIMEOUT_S:  # so that what is no number is refused too
        raise UsageError(
            f"timeout_s is {timeout_s:g}; give seconds above 0, {MAX_TIMEOUT_S} at most"
        )
    if max_rows is not None and max_rows < 0:
        raise UsageError(f"max_rows is {max_rows}; give a number from 0 on, or None for all")


def _check_graphs(text: str, engine: str, *, chosen: bool) -> None:
    """Refuse a query that names graphs by FROM where something else decides on them."""
    if engine == "rdflib":
        refuse_from(text, "rdflib reads all graphs beside those of FROM; leave it out")
    if chosen:
        refuse_from(text, "FROM chooses the graphs; leave it out, or ask for all that is known")


def check_syntax(text: str) -> None:
    """Let a query pass that would be run; its parser runs where queries run, over no graph.

    Raises:
        QuerySyntaxError: If the text does not parse, with line, column and a hint.
        RefusedQueryError: If it is an update, or asks for SERVICE or a graph that is not ours.
        LimitError: If the text passes a limit.
    """
    _screen(text)
    limits = {"max_bytes": MAX_BYTES, "max_memory": MAX_MEMORY, "timeout_s": TIMEOUT_S}
    _run({"path": "", "query": text, "max_rows": 1, "engine": "auto", "graphs": None, **limits})


def _screen(text: str) -> None:
    try:
        screen(text)
    except QuerySyntaxError as error:
        raise error.within(text) from None


def _run(job: dict[str, Any]) -> Results:
    """Return what the process found, or raise what it reported."""
    lines = _run_worker(job, job["timeout_s"])
    match lines[-1:]:
        case [["end", is_cut]]:
            return in_order(_read(lines[:-1], is_cut=is_cut), job["query"])
        case [["error", kind, *details]]:
            raise _error(kind, details, job["query"])
        case _:
            raise LimitError(
                f"the query ended its process: it needs more than {job['max_memory'] // 2**20} MB"
                " of memory, or is nested too deeply",
            )


def _run_worker(job: dict[str, Any], timeout_s: float) -> list[list[Any]]:
    """Return the lines that the process wrote; those of a process that died may be none.

    Raises:
        LimitError: If it took too long; it is gone then.
    """
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # Ctrl-C is for this process, which ends the other one: were both to get it, the other
        # could be gone first and look like one that passed its limit.
        process_group=0 if os.name == "posix" else None,
    ) as process:
        try:
            output, _ = process.communicate((json.dumps(job) + "\n").encode(), timeout=timeout_s)
        except subprocess.TimeoutExpired as error:
            raise LimitError(f"the query took longer than {timeout_s:g} s") from error
        finally:
            process.kill()
    return [json.loads(line) for line in output.splitlines() if line.endswith(b"]")]


def _read(lines: Sequence[list[Any]], *, is_cut: bool) -> Results:
    """Return the results that the lines of a process tell."""
    (form, *head), rows = lines[0], lines[1:]
    if form == "boolean":
        return Boolean(bool(head[0]))
    if form == "solutions":
        terms = tuple(tuple(decode(term) if term else None for term in row) for _, row in rows)
        return Solutions(tuple(head[0]), terms, is_cut)
    return Triples(tuple(_triple(row) for _, row in rows), is_cut)


def decode(term: Sequence[Any]) -> Term:
    """Return the term that a process wrote as JSON."""
    match term:
        case ["uri", value]:
            return NamedNode(value)
        case ["bnode", value]:
            return BlankNode(value)
        case ["literal", value, _, str(language)]:
            return Literal(value, language=language)
        case ["literal", value, datatype, _]:
            return Literal(value, datatype=NamedNode(datatype))
        case ["triple", *parts]:
            return _triple(parts)
        case _:
            raise ValueError(f"{term!r} is no term")


def _triple(parts: Iterable[Sequence[Any]]) -> Triple:
    subject, predicate, value = map(decode, parts)
    if isinstance(subject, Literal) or not isinstance(predicate, NamedNode):
        raise TypeError(f"{subject} {predicate} {value} is no triple")
    return Triple(subject, predicate, value)


def _error(kind: str, details: Sequence[Any], text: str) -> ShowGraphError:
    """Return the error that a process reported."""
    if kind == "syntax":
        reason, line, column = details
        return explain_syntax(text, QuerySyntaxError(reason, line=line, column=column)).within(text)
    return {"limit": LimitError, "graph": GraphError}[kind](details[0])

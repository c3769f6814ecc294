"""Carry out what ``showgraph query`` was asked: run a query, or show what it is."""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from showgraph.api import Graph
from showgraph.cli.opening import open_named
from showgraph.cli.output import format_for
from showgraph.cli.parameters import split_words
from showgraph.cli.session import Session
from showgraph.cli.status import DONE, NEGATIVE
from showgraph.errors import UnavailableError
from showgraph.query.execution.sparql import check_syntax
from showgraph.query.formats.outcomes import Boolean, Results, Solutions
from showgraph.query.formats.results import format_results
from showgraph.query.naming.naming import Naming, term_text
from showgraph.query.questions.header import without_header
from showgraph.query.sparql.hints import require_declared
from showgraph.store import Literal, NamedNode

#: What may be the name of a saved question; no query is a single word.
_NAME: Final = re.compile(r"[a-z][a-z-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the argument and the options of ``query`` say; None where one is not given."""

    text: str | None
    pairs: tuple[str, ...]
    file: Path | None
    timeout_s: float
    max_rows: int
    engine: str
    check: bool
    plan: bool
    layout: bool
    template: str | None
    naming: str | None
    graph: Path | None
    endpoint: str | None
    asserted: bool
    no_prefixes: bool
    exit_status: bool
    format_: str | None

    @property
    def runs(self) -> bool:
        """Whether the query is to be run, and not only looked at."""
        return not (self.check or self.plan or self.layout)


def carry_out(session: Session, options: Options) -> int:
    """Run a query and show what it gives, or show a query; return the exit status.

    Raises:
        click.UsageError: If the options do not go together.
        NotUnderstoodError: If the query cannot be run as it is.
    """
    if options.check + options.plan + options.layout + (options.template is not None) > 1:
        raise click.UsageError("give one of --check, --plan, --fmt and --template")
    if options.endpoint is not None and options.engine == "rdflib":
        raise click.UsageError("--engine is for a graph here; an endpoint has its own")
    if options.template is not None:
        return _show_template(session, options, options.template)
    query = _read(options.text, options.file)
    is_name = _NAME.fullmatch(query.strip()) is not None
    if options.pairs and not is_name:
        raise click.UsageError("--param goes with the name of a saved question")
    if options.no_prefixes and not is_name:
        require_declared(query)
    if options.layout and not is_name:
        session.write(lay_out(query))
        return DONE
    with _opened(session, options) as opened:
        query = _saved(opened, query.strip(), options) if is_name else query
        if options.runs:
            return _run(session, opened, query, options, is_saved=is_name)
        session.write(_look_at(session, opened, query, options))
        return DONE


def _opened(session: Session, options: Options) -> Graph:
    return open_named(session, options.graph, options.endpoint, timeout_s=options.timeout_s)


def _show_template(session: Session, options: Options, name: str) -> int:
    """Write a query about the things of a class."""
    if options.text is not None or options.file is not None:
        raise click.UsageError("--template takes a class and no query")
    with _opened(session, options) as opened:
        session.write(opened.template(name))
    return DONE


def _run(session: Session, opened: Graph, query: str, options: Options, *, is_saved: bool) -> int:
    """Run a query, write what it gives, and tell of what gives nothing.

    The query of a saved question names itself the graphs that it leaves out.
    """
    chosen = options.format_
    if session.output is not None:  # a name that means no format is told before the query runs
        chosen = format_for(session, chosen)
    results = opened.query(
        query,
        timeout_s=options.timeout_s,
        max_rows=options.max_rows or None,
        engine=options.engine,
        asserted=options.asserted and not is_saved,
    )
    for warning in opened.warnings(query, pairs=is_empty(results)):
        session.warn(warning)
    chosen = chosen or _default(session, results)
    naming = Naming(options.naming) if options.naming else None
    shown = results if naming is None else _renamed(opened, results, naming, chosen)
    naming = naming or Naming.COMPACT
    session.write(format_results(shown, chosen, width=session.width, naming=naming))
    if not isinstance(results, Boolean) and results.is_cut:
        session.warn(
            f"stopped at {options.max_rows} rows (limit), and there are more; --max-rows 0 for all"
        )
    return NEGATIVE if options.exit_status and is_empty(results) else DONE


def _renamed(opened: Graph, results: Results, naming: Naming, chosen: str) -> Results:
    """Return rows with labels or compact IRIs in the place of IRIs.

    Raises:
        click.UsageError: If the format holds whole IRIs.
    """
    if chosen not in {"table", "csv", "tsv", "md", "html"}:
        raise click.UsageError(f"{chosen} holds whole IRIs; leave out --{naming}")
    if naming is Naming.IRIS or not isinstance(results, Solutions):
        return results
    name = opened.labels.of if naming is Naming.LABELS else term_text
    rows = (
        tuple(Literal(name(term)) if isinstance(term, NamedNode) else term for term in row)
        for row in results.rows
    )
    return Solutions(results.variables, tuple(rows), results.is_cut)


def is_empty(results: Results) -> bool:
    """Return whether a query gave no row and no triple, or false."""
    if isinstance(results, Boolean):
        return not results.value
    return not (results.rows if isinstance(results, Solutions) else results.triples)


def _saved(opened: Graph, name: str, options: Options) -> str:
    """Return the query of a saved question with its values; the name itself if there is none.

    Raises:
        NotUnderstoodError: If a parameter or its value is not known.
    """
    if name not in opened.questions:
        return name
    _, parameters = split_words((), options.pairs, opened.questions, click.get_current_context())
    answer = opened.ask(name, parameters, asserted=options.asserted)
    return without_header(answer.query)


def lay_out(query: str) -> str:
    """Return a query laid out; one that does not parse is an error."""
    from showgraph.query.sparql.formatting import format_query  # noqa: PLC0415

    check_syntax(query)
    return format_query(query)


def _look_at(session: Session, opened: Graph, query: str, options: Options) -> str:
    """Return the layout or the plan of a query, or that nothing is wrong with it."""
    if options.layout:
        return lay_out(query)
    check_syntax(query)
    for warning in opened.warnings(query, pairs=True):
        session.warn(warning)
    if options.plan:
        plan = opened.plan(query)
        as_json = options.format_ == "json" or _is_json(session)
        return json.dumps(plan.to_json(), indent=2) + "\n" if as_json else str(plan)
    from showgraph.query.execution.reference import prepare  # noqa: PLC0415 - imports rdflib

    prepare(query)
    return "the query parses\n"


def _is_json(session: Session) -> bool:
    return session.output is not None and session.output.path.suffix == ".json"


def _read(text: str | None, file: Path | None) -> str:
    """Return the query, from where the user put it.

    Raises:
        click.UsageError: If there is none, or two.
        UnavailableError: If the file cannot be read.
    """
    if file is not None and text is not None:
        raise click.UsageError("give the query or --file, not both")
    if file is not None and str(file) != "-":
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            if isinstance(error, UnicodeDecodeError):
                reason: object = f"not UTF-8 at byte {error.start + 1}"
            else:
                reason = error.strerror or error
            raise UnavailableError(f"cannot read the query {file}: {reason}") from error
    if text is None and file is None and sys.stdin.isatty():
        raise click.UsageError("give a query, as in: showgraph query 'ASK { ?show a sg:Series }'")
    if text is None or text == "-":
        return sys.stdin.read()
    return text


def _default(session: Session, results: Results) -> str:
    """Return the format for where the output goes and what form the query has."""
    if isinstance(results, Solutions):
        return format_for(session, None)
    return "table"  # true or false; Turtle

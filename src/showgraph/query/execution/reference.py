"""A second opinion on a query: rdflib, which reads and evaluates it in its own way, slowly."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from showgraph.errors import QuerySyntaxError, RefusedQueryError
from showgraph.namespaces import PREFIXES, RDF, XSD
from showgraph.query.sparql.lexer import tokenize
from showgraph.store import Store

if TYPE_CHECKING:
    import rdflib
    from rdflib.plugins.sparql.sparql import Query


def prepare(text: str) -> "Query":
    """Return a query as rdflib translates it.

    Args:
        text: A query that the engine takes.

    Raises:
        QuerySyntaxError: If rdflib, which is no less strict, does not take it.
    """
    from pyparsing import ParseException  # noqa: PLC0415 - with rdflib, for this alone
    from rdflib.plugins.sparql import prepareQuery  # noqa: PLC0415 - slow to import

    try:
        return prepareQuery(text, initNs=dict(PREFIXES))
    except ParseException as error:
        raise QuerySyntaxError(
            "rdflib, which reads it too, does not take it", line=error.lineno, column=error.column
        ) from error


def refuse_from(text: str, reason: str) -> None:
    """Let a query pass that leaves it open which graphs are read.

    Raises:
        RefusedQueryError: If it names them by FROM, with the reason.
        QuerySyntaxError: If it has a character that no token starts with.
    """
    if any(token.keyword == "FROM" for token in tokenize(text)):
        raise RefusedQueryError(reason)


def iter_lines(
    store: Store, text: str, max_rows: int | None, graphs: Iterable[str] | None = None
) -> Iterator[list[object]]:
    """Yield what rdflib finds as the lines of :mod:`showgraph.query.execution.worker`.

    Args:
        store: The graph, all of which is read into memory first.
        text: A query without FROM.
        max_rows: Rows or triples; None for all.
        graphs: The graphs that are read; None for all.

    Raises:
        QuerySyntaxError: If rdflib does not take it.
    """
    query = prepare(text)
    result = _load(store, graphs).query(query)
    if result.type == "ASK":
        yield ["boolean", bool(result.askAnswer)]
        yield ["end", False]
        return
    if result.type == "SELECT":
        yield ["solutions", [str(name) for name in result.vars or ()]]
        rows: Iterator[Any] = (
            [row.get(name) for name in result.vars or ()] for row in result.bindings
        )
    else:
        yield ["triples"]
        rows = iter(result.graph or ())
    for row in islice(rows, max_rows):
        yield ["row", [_encode(term) for term in row]]
    yield ["end", next(rows, None) is not None]


def _load(store: Store, graphs: Iterable[str] | None) -> "rdflib.Dataset":
    """Return the graphs of a store as a dataset whose default graph is their union."""
    import rdflib  # noqa: PLC0415 - slow to import

    dataset = rdflib.Dataset(default_union=True)
    for name in graphs or store.counts():
        graph = dataset.graph(rdflib.URIRef(name))
        graph += store.to_rdflib([name])
    return dataset


def _encode(term: Any) -> list[object] | None:  # noqa: ANN401 - rdflib's term
    """Return a term of rdflib as JSON; :func:`showgraph.query.sparql.decode` reads it."""
    from rdflib.term import BNode, URIRef  # noqa: PLC0415 - slow to import

    if term is None:
        return None
    if isinstance(term, URIRef):
        return ["uri", str(term)]
    if isinstance(term, BNode):
        return ["bnode", str(term)]
    if term.language:
        return ["literal", str(term), RDF + "langString", term.language]
    return ["literal", str(term), str(term.datatype or XSD + "string"), None]

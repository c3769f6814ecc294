"""Ask a SPARQL endpoint of the network: the one place that opens a connection, on request only.

The protocol is that of the SPARQL 1.1 Protocol, section 2.1.2: a POST of ``query=...``, which no
address is too short for. What comes back is read by the engine's parsers, in the forms that every
endpoint has: results as JSON or XML, triples as N-Triples, Turtle or RDF/XML.

``RemoteStore`` has the endpoint in the place of a store, so that saved questions run there too;
their named graphs have to be as showgraph exports them to TriG or N-Quads.
"""

import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from http.client import HTTPException, HTTPResponse
from itertools import islice
from typing import Final, cast

from showgraph.errors import LimitError, UnavailableError
from showgraph.namespaces import PREFIXES
from showgraph.query.execution.columns import in_order
from showgraph.query.formats.outcomes import Boolean, Results, Solutions, Triples
from showgraph.query.sparql.lexer import TokenKind, declared_prefixes, tokenize
from showgraph.query.sparql.placeholder import write_term
from showgraph.store import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

TIMEOUT_S: Final = 30.0
MAX_BYTES: Final = 20 * 1024 * 1024
_RESULTS: Final = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
}
_GRAPHS: Final = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
_ACCEPT: Final = ", ".join(
    f"{name};q={quality}"
    for name, quality in (
        ("application/sparql-results+json", "1"),
        ("application/sparql-results+xml", "0.9"),
        ("application/n-triples", "0.8"),
        ("text/turtle", "0.7"),
        ("application/rdf+xml", "0.6"),
    )
)
_N_SHOWN: Final = 200
_PIECE: Final = 65536


class RemoteStore(Store):
    """The graph behind an endpoint, as far as queries go; nothing is kept open."""

    def __init__(self, url: str, *, timeout_s: float = TIMEOUT_S) -> None:
        """Ask ``url``, each time for at most ``timeout_s`` seconds.

        Raises:
            UnavailableError: If the address is none of HTTP.
        """
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise UnavailableError(f"{url!r} is no address of an endpoint; write http://... for it")
        self._url = url
        self._timeout_s = timeout_s
        self.path = None

    def close(self) -> None:
        """Do nothing: each query has a connection of its own."""

    def share(self) -> Store:
        """Return this, which has nothing to close."""
        return self

    def query(
        self,
        text: str,
        *,
        prefixes: Mapping[str, str] = PREFIXES,
        graphs: Iterable[str] | None = None,
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Run a query; see :meth:`Store.query`. ``graphs`` go into the request.

        Raises:
            UnavailableError: If the endpoint does not answer, not in time, or not as it should.
            LimitError: If the answer is longer than may be.
        """
        fields = [("query", _declare(text, prefixes))]
        fields += [("default-graph-uri", graph) for graph in graphs or ()]
        kind, content = self._post(urllib.parse.urlencode(fields).encode())
        try:
            if kind in _RESULTS:
                return parse_query_results(content, format=_RESULTS[kind])
            if kind in _GRAPHS:
                triples = [quad.triple for quad in parse(content, format=_GRAPHS[kind])]
                return cast("QueryTriples", iter(triples))
        except (SyntaxError, ValueError) as error:
            raise UnavailableError(f"{self._url} sent a broken answer: {error}") from error
        raise UnavailableError(
            f"{self._url} answered with {kind or 'no type'}, which is no result of a query;"
            " is it the address of a SPARQL endpoint?"
        )

    def quads(
        self,
        subject: NamedNode | BlankNode | Triple | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | BlankNode | Literal | Triple | None = None,  # noqa: A002 - the RDF word
        graph: NamedNode | str | None = None,
    ) -> Iterator[Quad]:
        """Return the quads of named graphs that match; see :meth:`Store.quads`."""
        name = NamedNode(graph) if isinstance(graph, str) else graph
        places = {"s": subject, "p": predicate, "o": object, "g": name}
        if any(isinstance(term, BlankNode | Triple) for term in places.values()):
            return  # no name outside its document
        written = {
            key: write_term(term) if isinstance(term, NamedNode | Literal) else f"?{key}"
            for key, term in places.items()
        }
        pattern = (written["g"], "{", written["s"], written["p"], written["o"], "} }")
        rows = self.select(" ".join(("SELECT ?s ?p ?o ?g { GRAPH", *pattern)), prefixes={})
        for row in rows:
            yield _quad({key: row[key] if term is None else term for key, term in places.items()})

    def _post(self, body: bytes) -> tuple[str, bytes]:
        """Return the media type and the content of the answer."""
        request = urllib.request.Request(  # noqa: S310 - the scheme is checked at the start
            self._url,
            data=body,
            headers={
                "Accept": _ACCEPT,
                "Content-Type": "application/x-www-form-urlencoded",
                "User-Agent": "showgraph",
            },
        )
        started = time.monotonic()
        try:
            with urllib.request.urlopen(request, timeout=self._timeout_s) as answer:  # noqa: S310
                content = self._read(answer, started)
                kind = answer.headers.get_content_type()
        except urllib.error.HTTPError as error:
            said = error.read(_N_SHOWN * 4).decode("utf-8", "replace")
            short = re.sub(r"\s+", " ", said).strip()[:_N_SHOWN]
            status = f"{error.code} {error.reason}" + (f": {short}" if short else "")
            raise UnavailableError(f"{self._url} refused the query: {status}") from error
        except TimeoutError as error:
            message = f"{self._url} did not answer within {self._timeout_s:g} s"
            raise UnavailableError(message) from error
        except (OSError, HTTPException, ValueError) as error:
            reason: object = getattr(error, "reason", None) or error
            if isinstance(reason, TimeoutError):
                reason = f"no answer within {self._timeout_s:g} s"
            reason = getattr(reason, "strerror", None) or reason  # without the system's number
            raise UnavailableError(f"{self._url} cannot be asked: {reason}") from error
        return kind, content

    def _read(self, answer: HTTPResponse, started: float) -> bytes:
        """Return the content of an answer that may come slowly, and never ends by itself.

        Raises:
            TimeoutError: If it takes longer than it may, however much has come.
        """
        pieces: list[bytes] = []
        size = 0
        while piece := answer.read1(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_BYTES:
                raise LimitError(f"the answer of {self._url} is longer than {MAX_BYTES} bytes")
            if time.monotonic() - started > self._timeout_s:
                raise TimeoutError
        return b"".join(pieces)


def _quad(places: Mapping[str, object]) -> Quad:
    """Return the quad of terms by the names of their places.

    Raises:
        UnavailableError: If they make none.
    """
    subject, predicate, value, graph = (places[name] for name in "spog")
    if (
        isinstance(subject, NamedNode | BlankNode | Triple)
        and isinstance(predicate, NamedNode)
        and isinstance(value, NamedNode | BlankNode | Literal | Triple)
        and isinstance(graph, NamedNode | BlankNode)
    ):
        return Quad(subject, predicate, value, graph)
    raise UnavailableError(f"the endpoint told of no quad: {dict(places)}")


def query_endpoint(
    url: str,
    text: str,
    *,
    timeout_s: float,
    max_rows: int | None,
    graphs: Iterable[str] | None = None,
) -> Results:
    """Return what a query gives at an endpoint.

    Args:
        url: Its address.
        text: The query. Showgraph's prefixes need no declaration.
        timeout_s: Seconds that the endpoint has for each part of its answer.
        graphs: The graphs whose union is queried; None for what the endpoint reads.
        max_rows: Rows or triples to keep; if there are more, ``is_cut`` says so. None for all.

    Raises:
        UnavailableError: If the endpoint does not answer as one.
        LimitError: If its answer is too long.
    """
    found = RemoteStore(url, timeout_s=timeout_s).query(text, graphs=graphs)
    if isinstance(found, QueryBoolean):
        return Boolean(bool(found))
    if isinstance(found, QuerySolutions):
        names = tuple(variable.value for variable in found.variables)
        rows = [tuple(row[name] for name in names) for row in islice(found, max_rows)]
        return in_order(Solutions(names, tuple(rows), next(found, None) is not None), text)
    triples = tuple(found)
    return Triples(triples[:max_rows], max_rows is not None and len(triples) > max_rows)


def _declare(text: str, prefixes: Mapping[str, str]) -> str:
    """Return a query with the known prefixes declared that it uses and does not declare."""
    tokens = tokenize(text)
    declared = declared_prefixes(tokens)
    used = {
        token.text.partition(":")[0] for token in tokens if token.kind is TokenKind.PNAME
    }  # fmt: skip
    missing = [name for name in prefixes if name in used - declared.keys()]
    return "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in missing) + text

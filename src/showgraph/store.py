"""The store: the only module that knows the engine, pyoxigraph.

It hands on the engine's term classes (``NamedNode``, ``Literal``, ``Quad`` ...) and one class,
:class:`Store`. A store on disk is made once by :meth:`Store.create` and from then on opened
read only by :meth:`Store.open`; a path with no store in it is an error, never a new store.

The one thing a newcomer would get wrong: the engine rewrites literals to their canonical form
on load (``"01"^^xsd:int`` becomes ``"1"^^xsd:integer``, ``1.50`` becomes ``1.5``), so text that
must be kept to the letter belongs in a plain string.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Final, Self, cast

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    Variable,
    parse,
    parse_query_results,
    serialize,
)

from showgraph.errors import GraphError
from showgraph.lines import LineSorter
from showgraph.namespaces import PREFIXES, XSD
from showgraph.syntax import explain, explain_surrogate, names_graphs

if TYPE_CHECKING:
    import rdflib

__all__ = [
    "BlankNode",
    "DefaultGraph",
    "Literal",
    "NamedNode",
    "Quad",
    "QueryBoolean",
    "QueryResultsFormat",
    "QuerySolution",
    "QuerySolutions",
    "QueryTriples",
    "RdfFormat",
    "Store",
    "Triple",
    "Variable",
    "parse",
    "parse_query_results",
    "serialize",
]

#: What the engine raises for files it cannot use; damage is a RuntimeError in some of them.
_ENGINE_ERRORS: Final = (OSError, RuntimeError)


class Store:
    """Quads in named graphs, in memory or on disk, and the queries over them.

    Close it, or use it in a ``with`` block: a store on disk keeps files open and, while it is
    written, the engine's lock.
    """

    def __init__(self, engine: pyoxigraph.Store, path: Path | None) -> None:
        """Wrap an engine; use :meth:`memory`, :meth:`create` or :meth:`open` instead."""
        self._engine: pyoxigraph.Store | None = engine
        self.path = path

    @classmethod
    def memory(cls) -> Self:
        """Return a new, empty store that lives in memory."""
        return cls(pyoxigraph.Store(), None)

    @classmethod
    def create(cls, path: Path) -> Self:
        """Return a new, empty, writable store on disk.

        Raises:
            GraphError: If ``path`` holds anything already, or cannot be written.
        """
        try:
            if path.exists() and not (path.is_dir() and not any(path.iterdir())):
                raise GraphError(f"{path} exists already; a store is made in a new folder only")
            return cls(pyoxigraph.Store(path), path)
        except _ENGINE_ERRORS as error:
            raise GraphError(f"no store can be made at {path}: {error}") from error

    @classmethod
    def open(cls, path: Path) -> Self:
        """Return a store on disk, read only.

        Any number of processes may have it open. It must not be open for writing anywhere:
        the engine does not look, and reads wrongly then.

        Raises:
            GraphError: If ``path`` is missing, empty, damaged, no store or not readable.
        """
        try:
            return cls(pyoxigraph.Store.read_only(str(path)), path)
        except FileNotFoundError as error:
            raise GraphError(f"there is no store, or only a part of one, at {path}") from error
        except _ENGINE_ERRORS as error:
            raise GraphError(f"no store can be opened at {path}: {error}") from error

    @property
    def engine(self) -> pyoxigraph.Store:
        """The engine itself, for what this module does.

        Raises:
            GraphError: If the store is closed.
        """
        if self._engine is None:
            raise GraphError(f"the store {self._name} is closed")
        return self._engine

    @property
    def _name(self) -> str:
        return str(self.path) if self.path else "in memory"

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Give back files and locks; a second call does nothing.

        Answers that are still being read keep the files open until they are dropped.
        """
        self._engine = None

    def share(self) -> "Store":
        """Return the same store to be closed apart, for what may still read after this is closed.

        Raises:
            GraphError: If this is closed already.
        """
        return Store(self.engine, self.path)

    def bulk_load(self, quads: Iterable[Quad]) -> None:
        """Add quads, read once and in bounded memory; all of them or, on an error, none.

        Quads that the store has already are left as they are.

        Raises:
            GraphError: If the store is read only or the disk is full.
        """
        with self.naming("load into"):
            self.engine.bulk_extend(quads)

    def optimize(self) -> None:
        """Rewrite the files so that reading is fastest; worth it once, after the last load."""
        with self.naming("optimise"):
            self.engine.optimize()

    def flush(self) -> None:
        """Put everything on disk; before this call a power cut may lose what was loaded."""
        with self.naming("flush"):
            self.engine.flush()

    @contextmanager
    def naming(self, verb: str) -> Iterator[None]:
        """Turn the engine's errors into one that names the store.

        Put it around a loop over answers or quads, which are found while they are read:
        damage in a file shows there. An error that the block itself raises goes the same way
        if it is an OSError or a RuntimeError, so keep the block small.

        Args:
            verb: What is being done to the store: "read", "load into".

        Raises:
            GraphError: In place of the engine's errors.
        """
        try:
            yield
        except _ENGINE_ERRORS as error:
            raise GraphError(f"cannot {verb} the store {self._name}: {error}") from error

    def quads(
        self,
        subject: NamedNode | BlankNode | Triple | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | BlankNode | Literal | Triple | None = None,  # noqa: A002 - the RDF word
        graph: NamedNode | str | None = None,
    ) -> Iterator[Quad]:
        """Return the quads that match, in no order that means anything; None matches all.

        Raises:
            ValueError: If ``graph`` is a string that is no IRI.
        """
        name = NamedNode(graph) if isinstance(graph, str) else graph
        return self.engine.quads_for_pattern(subject, predicate, object, name)

    def query(
        self,
        text: str,
        *,
        prefixes: Mapping[str, str] = PREFIXES,
        graphs: Iterable[str] | None = None,
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """Run a SPARQL query over the union of all graphs (or what its FROM names).

        What is not done here: nothing refuses SERVICE, for which the engine opens network
        connections, and nothing ends a query that takes too long. A text from outside is
        screened before, and runs in a process that can be ended.

        Args:
            text: A SELECT, ASK, CONSTRUCT or DESCRIBE query.
            prefixes: Prefixes that the text may use without declaring them.
            graphs: IRIs of the graphs whose union is queried; None for all.

        Returns:
            Solutions, a boolean or triples, found while they are read. Their order is the
            query's ORDER BY, and without it means nothing.

        Raises:
            QuerySyntaxError: If the text is no such query; updates are none.
            GraphError: If the store cannot be read.
        """
        try:
            with self.naming("query"):
                return self.engine.query(
                    text,
                    prefixes=dict(prefixes),
                    use_default_graph_as_union=graphs is None and not names_graphs(text),
                    default_graph=None if graphs is None else [NamedNode(g) for g in graphs],
                )
        except SyntaxError as error:
            raise explain(str(error), text) from error
        except UnicodeEncodeError as error:
            raise explain_surrogate(text, error.start) from error

    def select(
        self,
        text: str,
        *,
        prefixes: Mapping[str, str] = PREFIXES,
        graphs: Iterable[str] | None = None,
    ) -> QuerySolutions:
        """Run a SELECT query; see :meth:`query`.

        Raises:
            QuerySyntaxError: If the text is no query.
            GraphError: If the store cannot be read.
            ValueError: If the text is a query of another form.
        """
        solutions = self.query(text, prefixes=prefixes, graphs=graphs)
        if not isinstance(solutions, QuerySolutions):
            raise ValueError(f"this is no SELECT query: {text}")  # noqa: TRY004 - the text is wrong
        return solutions

    def count(self) -> int:
        """Return the number of quads over all graphs."""
        return len(self.engine)

    def counts(self) -> dict[str, int]:
        """Return the number of quads of each named graph, sorted by the graph's IRI."""
        solutions = self.select(
            "SELECT ?graph (COUNT(*) AS ?n) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph"
        )
        with self.naming("count"):
            found = {solution["graph"].value: int(solution["n"].value) for solution in solutions}
        return dict(sorted(found.items()))

    def digest(self) -> str:
        """Return the sha256 of the sorted N-Quads, in lower-case hexadecimal.

        Equal content gives an equal digest, whatever the order it was loaded in.
        """
        total = hashlib.sha256()
        for line in self.sorted_lines():
            total.update(line)
        return total.hexdigest()

    def sorted_lines(self, *, graphs: Iterable[str] | None = None) -> Iterator[bytes]:
        """Yield canonical lines, distinct and sorted by their bytes, each with its newline.

        The lines of a subject stand together. Memory stays bounded: what passes
        :data:`showgraph.lines.CHUNK_BYTES` is sorted in temporary files.

        Args:
            graphs: IRIs of the graphs whose union is wanted, as N-Triples; None for
                everything, as N-Quads.

        Raises:
            GraphError: If the store cannot be read or the temporary files cannot be written.
        """
        with LineSorter() as sorter, self.naming("read"):
            output = cast("IO[bytes]", sorter)  # all that the engine asks of it is write
            if graphs is None:
                self.engine.dump(output, RdfFormat.N_QUADS)
            for graph in graphs or ():
                self.engine.dump(output, RdfFormat.N_TRIPLES, from_graph=NamedNode(graph))
            yield from sorter.lines()

    def dump(self, format: RdfFormat, *, graph: str | None = None) -> bytes:  # noqa: A002 - the engine's word
        """Return the quads in a format, in no order that means anything.

        Args:
            format: A format of quads, or one of triples together with ``graph``.
            graph: IRI of the one graph that is wanted; None for everything.

        Raises:
            GraphError: If the store cannot be read.
            ValueError: If a format of triples is given without a graph.
        """
        with self.naming("read"):
            name = None if graph is None else NamedNode(graph)
            return self.engine.dump(format=format, from_graph=name) or b""

    def to_rdflib(self, graphs: Iterable[str]) -> "rdflib.Graph":
        """Return the union of some graphs as a new graph of rdflib, literals as stored.

        Raises:
            GraphError: If the store cannot be read.
        """
        import rdflib  # noqa: PLC0415 - slow to import, and most commands never need it

        target = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            target.bind(prefix, namespace)
        with self.naming("read"):
            for graph in graphs:
                for quad in self.quads(graph=graph):
                    subject, predicate, object_ = map(_to_rdflib_term, quad.triple)
                    target.add((subject, predicate, object_))
        return target


def _to_rdflib_term(term: object) -> "rdflib.term.Node":
    import rdflib  # noqa: PLC0415 - see to_rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        # rdflib reads a plain string from a file without a datatype, and tells the two apart.
        plain = term.language or term.datatype.value == XSD + "string"
        datatype = None if plain else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    raise GraphError(f"rdflib cannot hold {term}")

"""Data and shapes out of files of the user: read strictly, and nothing of them from the network."""

import re
from pathlib import Path
from typing import Final

from showgraph.errors import GraphError, RefusedQueryError, UnavailableError
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.validation.shapes import read_shapes
from showgraph.graph.validation.validation import ShapeSet
from showgraph.namespaces import GRAPHS, SH
from showgraph.store import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

#: What in a query would read from elsewhere. A word in a comment or string is refused as well.
_ELSEWHERE: Final = re.compile(r"\b(SERVICE|FROM|LOAD)\b", re.IGNORECASE)

#: What of shapes holds a query.
_QUERIES: Final = {SH + name for name in ("select", "ask", "construct", "update")}


def read_data(path: Path) -> Store:
    """Return a store with the data of a file, and the ontology beside it.

    Triples without graph are taken for accepted facts; named graphs keep their names.

    Raises:
        UnavailableError: If there is no such file.
        GraphError: If the file cannot be read, is not well formed, or has an unknown ending.
    """
    accepted = NamedNode(GRAPHS["accepted"])
    store = Store.memory()
    store.bulk_load(
        Quad(q.subject, q.predicate, q.object, accepted) if q.graph_name == DefaultGraph() else q
        for q in _read(path)
    )
    store.bulk_load(ontology_quads())
    return store


def read_own_shapes(path: Path) -> ShapeSet:
    """Return the shapes of a file, for facts and claims together.

    Nothing that they import is read.

    Raises:
        GraphError: If the file cannot be read or is not well formed, or has no shape with targets.
        RefusedQueryError: If a query in it names another graph or service.
    """
    quads = _read(path)
    for quad in quads:
        text = str(getattr(quad.object, "value", ""))
        word = _ELSEWHERE.search(text) if quad.predicate.value in _QUERIES else None
        if word:
            raise RefusedQueryError(
                f"{path}: a query of the shapes has {word[0]}, which is not run"
            )
    shapes = read_shapes(quads, split=False)
    if not shapes.shapes:
        raise GraphError(f"{path} has no shape with targets: give one sh:targetClass or the like")
    return ShapeSet(shapes, (GRAPHS["accepted"], GRAPHS["claims"]))


def _read(path: Path) -> list[Quad]:
    """Return the quads of a file, its format told by its ending.

    Raises:
        UnavailableError: If there is no such file.
        GraphError: If it cannot be read, is not well formed, or has an unknown ending.
    """
    if not path.is_file():
        what = "is a folder; name a file of RDF" if path.is_dir() else "does not exist"
        raise UnavailableError(f"{path} {what}")
    form = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if form is None:
        raise GraphError(f"{path} has no ending of RDF: use .ttl, .nt, .nq, .trig, .rdf or .jsonld")
    try:
        return list(parse(path=str(path), format=form))
    except SyntaxError as error:
        raise GraphError(f"{path} is not well formed: {error}") from error
    except OSError as error:
        raise GraphError(f"{path} cannot be read: {error}") from error

"""Which documents repeat the text of another: they are listed, and count once with it."""

from collections.abc import Iterable, Mapping

from showgraph.namespaces import DCTERMS, SG
from showgraph.store import Literal, NamedNode, Store

_IDENTIFIER = NamedNode(DCTERMS + "identifier")


def read_copies(store: Store) -> dict[str, str]:
    """Return the id of each document that repeats a longer one, with the id of that; sorted."""
    found = {
        _name(store, quad.subject): _name(store, quad.object)
        for quad in store.quads(predicate=NamedNode(SG + "nearCopyOf"))
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    return dict(sorted(found.items()))


def count_texts(documents: Iterable[str], copies: Mapping[str, str]) -> int:
    """Return how many texts documents have, by their ids; copies of one text count once."""
    return len({copies.get(document, document) for document in documents})


def _name(store: Store, document: NamedNode) -> str:
    quads = store.quads(document, _IDENTIFIER)
    return min(quad.object.value for quad in quads if isinstance(quad.object, Literal))

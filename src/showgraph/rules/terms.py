"""The store's terms as the text that rules are written in, and back."""

from showgraph.rules.table import Triple
from showgraph.store import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse
from showgraph.store import Triple as StoredTriple

#: What may stand in the object of a stored triple.
Term = NamedNode | BlankNode | Literal | StoredTriple


def to_text(triple: StoredTriple | Quad) -> Triple:
    """Return the N-Triples texts of a triple's subject, predicate and object."""
    return str(triple.subject), str(triple.predicate), str(triple.object)


def parse_term(text: str) -> Term:
    """Return the term of an N-Triples text.

    Raises:
        ValueError: If the text is no IRI in angle brackets, literal or blank node.
    """
    if text.startswith("<") and not text.startswith("<<"):
        return NamedNode(text[1:-1])
    (quad,) = parse(f"<x:s> <x:p> {text} .", format=RdfFormat.N_TRIPLES)
    term: Term = quad.object
    return term

"""What a SPARQL query gives, by its form: solutions, a boolean, or triples."""

from dataclasses import dataclass

from showgraph.store import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT, in their order; None where a variable has no value.

    ``is_cut`` says that there are more than the limit let through.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Boolean:
    """The answer of an ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE; ``is_cut`` as for :class:`Solutions`."""

    triples: tuple[Triple, ...]
    is_cut: bool = False


Results = Solutions | Boolean | Triples

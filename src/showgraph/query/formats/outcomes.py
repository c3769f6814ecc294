"""What a SPARQL query gives, by its form: solutions, a boolean, or triples."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from showgraph.query.formats.fragments import boolean_fragment, rows_fragment
from showgraph.query.formats.framed import Framed
from showgraph.query.naming.naming import Naming, term_text
from showgraph.store import BlankNode, Literal, NamedNode, Triple

if TYPE_CHECKING:
    from showgraph.query.formats.frames import Column

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Solutions(Framed):
    """The rows of a SELECT, in their order; None where a variable has no value.

    ``is_cut`` says that there are more than the limit let through.
    """

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    is_cut: bool = False

    def _repr_html_(self) -> str:
        """Return the rows as a notebook shows them."""
        return rows_fragment(self.variables, self.rows, is_cut=self.is_cut)

    def _columns(self) -> "tuple[Column, ...]":
        from showgraph.query.formats.frames import to_columns  # noqa: PLC0415 - few need it

        texts = [[term_text(term, Naming.IRIS) for term in row] for row in self.rows]
        return to_columns(self.variables, self.rows, texts)


@dataclass(frozen=True, slots=True)
class Boolean:
    """The answer of an ASK."""

    value: bool

    def _repr_html_(self) -> str:
        """Return the answer as a notebook shows it."""
        return boolean_fragment(value=self.value)


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE; ``is_cut`` as for :class:`Solutions`."""

    triples: tuple[Triple, ...]
    is_cut: bool = False

    def _repr_html_(self) -> str:
        """Return the triples, sorted, as a notebook shows them."""
        triples = sorted(self.triples, key=str)
        rows = [(triple.subject, triple.predicate, triple.object) for triple in triples]
        return rows_fragment(("subject", "predicate", "object"), rows, is_cut=self.is_cut)


Results = Solutions | Boolean | Triples

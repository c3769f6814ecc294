"""How terms are named in what people read: by labels, by compact IRIs, or by whole IRIs."""

from enum import StrEnum
from typing import TYPE_CHECKING

from showgraph.query.naming.labels import compact
from showgraph.store import Literal, NamedNode

if TYPE_CHECKING:  # they show themselves with what is named here
    from showgraph.query.answering.answers import Cell
    from showgraph.query.formats.outcomes import Term


class Naming(StrEnum):
    """What stands for a thing in an answer."""

    LABELS = "labels"
    COMPACT = "compact"
    IRIS = "iris"


def cell_text(cell: "Cell", naming: Naming) -> str:
    """Return what stands in a cell; a literal is its own text in every naming.

    A cell without a term keeps its label, as a list of questions has them.
    """
    if naming is Naming.LABELS or not isinstance(cell.term, NamedNode):
        return cell.label
    return cell.term.value if naming is Naming.IRIS else compact(cell.term.value)


def term_text(term: "Term | None", naming: Naming = Naming.COMPACT) -> str:
    """Return a term of a query's result as people read it, a literal without its type.

    Labels are not known to a result; compact IRIs stand in their place.
    """
    if isinstance(term, NamedNode):
        return term.value if naming is Naming.IRIS else compact(term.value)
    if isinstance(term, Literal):
        return term.value
    return "" if term is None else str(term)

"""What SHACL asks of literals: whether one is well formed, and which of two comes first.

The usual forms of the usual datatypes are decided here. For all others rdflib decides, as it does
for pyshacl, so that both engines find the same.
"""

import logging
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from showgraph.graph.validation.triples import Node
from showgraph.namespaces import RDF, RDFS, XSD
from showgraph.store import Literal, NamedNode

if TYPE_CHECKING:
    import rdflib

#: Forms of which no parser doubts that they are well formed; a date must exist too.
_USUAL: Final = {
    XSD + "integer": re.compile(r"-?[0-9]{1,18}"),
    XSD + "decimal": re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?"),
    XSD + "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "duration": re.compile(r"P[0-9]{1,9}[YMD]|PT[0-9]{1,9}[HMS]"),
    XSD + "gMonthDay": re.compile(r"--[0-9]{2}-[0-9]{2}"),
}

#: The Python type that the value of a well formed literal has.
_TYPES: Final = {
    XSD + "integer": int,
    XSD + "float": float,
    XSD + "decimal": Decimal,
    XSD + "boolean": bool,
    XSD + "date": date,
    XSD + "time": time,
    XSD + "dateTime": datetime,
}


def has_datatype(term: Node, datatype: str) -> bool:
    """Tell whether a term is a well-formed literal of a datatype (SHACL, section 4.1.2)."""
    if not isinstance(term, Literal):
        return False
    own = term.datatype.value
    if own != datatype:
        # pyshacl counts every literal as of rdfs:Literal, and each that names a datatype as of
        # rdfs:Datatype; a plain string names none.
        named = own not in {XSD + "string", RDF + "langString"}
        return datatype == RDFS + "Literal" or (named and datatype == RDFS + "Datatype")
    if own in {XSD + "string", RDF + "langString"}:
        return True
    return is_well_formed(term.value, datatype)


@lru_cache(maxsize=65536)
def is_well_formed(lexical: str, datatype: str) -> bool:
    """Tell whether a lexical form is one of a datatype; of one that is not known, each is."""
    usual = _USUAL.get(datatype)
    if usual and usual.fullmatch(lexical) and (datatype != XSD + "date" or _exists(lexical)):
        return True
    literal = _to_rdflib(Literal(lexical, datatype=NamedNode(datatype)))
    return not literal.ill_typed and isinstance(literal.value, _TYPES.get(datatype, object))


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def compares(value: Node, bound: Node, test: Callable[[int], bool]) -> bool:
    """Tell whether a value stands to a bound as wanted (SHACL, section 4.3).

    Args:
        value: Any term; only a literal can be compared.
        bound: A literal.
        test: Gets a number below, at or above 0, as the value is below, at or above the bound.

    Returns:
        False where the two cannot be compared.
    """
    if not (isinstance(value, Literal) and isinstance(bound, Literal)):
        return False
    order = _usual_order(value, bound)
    return test(order) if order is not None else _compares_in_rdflib(value, bound, test)


def is_before(value: Node, other: Node, *, or_equal: bool) -> bool:
    """Tell whether a value is less than another (SHACL, sections 4.5.3 and 4.5.4)."""
    order = _usual_order(value, other)
    if order is not None:
        return order < 0 or (or_equal and order == 0)
    left, right = _orderable(value), _orderable(other)
    if left is None or right is None or type(left) is not type(right):
        return False
    try:
        return bool(left <= right if or_equal else left < right)
    except TypeError:
        return False  # a literal without a value, such as a day in month 00, has no order


def _usual_order(value: Node, other: Node) -> int | None:
    """Return how two literals of one usual datatype stand; None for all others."""
    if not (isinstance(value, Literal) and isinstance(other, Literal)):
        return None
    datatype = value.datatype.value
    if other.datatype.value != datatype or datatype not in {XSD + "integer", XSD + "date"}:
        return None
    usual = _USUAL[datatype]
    if not (usual.fullmatch(value.value) and usual.fullmatch(other.value)):
        return None
    if datatype == XSD + "integer":
        number, bound = int(value.value), int(other.value)
        return (number > bound) - (number < bound)
    if not (_exists(value.value) and _exists(other.value)):
        return None
    return (value.value > other.value) - (value.value < other.value)


def _compares_in_rdflib(value: Literal, bound: Literal, test: Callable[[int], bool]) -> bool:
    """Compare by what pyshacl compares by; its function makes equals of what is equal in value."""
    from pyshacl.rdfutil.compare import compare_literal  # noqa: PLC0415 - slow to import

    left, right = _to_rdflib(value), _to_rdflib(bound)
    if isinstance(left.value, str) != isinstance(right.value, str):
        return False
    try:
        return test(compare_literal(left, right))  # type: ignore[no-untyped-call]  # has no types
    except (TypeError, RuntimeError):  # the latter for kinds of value that pyshacl does not order
        return False


def _orderable(term: Node) -> "str | rdflib.Literal | None":
    """Return what orders as the term does: a string only if it is one; None for a blank node."""
    if isinstance(term, NamedNode):
        return term.value
    if not isinstance(term, Literal):
        return None
    literal = _to_rdflib(term)
    return literal.value if isinstance(literal.value, str) else literal


def _to_rdflib(term: Literal) -> "rdflib.Literal":
    import rdflib  # noqa: PLC0415 - slow to import, and seldom needed

    plain = term.language or term.datatype.value == XSD + "string"
    datatype = None if plain else rdflib.URIRef(term.datatype.value)
    logger = logging.getLogger("rdflib.term")
    logger.addFilter(_unsaid)  # it would print a traceback for each literal that is ill-typed
    try:
        return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    finally:
        logger.removeFilter(_unsaid)


def _unsaid(_: logging.LogRecord) -> bool:
    return False

"""Typed columns of an answer, as frames of pandas and polars and as tables of Arrow.

A column whose values are all of one datatype gets the type of it; any other is text. None of the
three libraries belongs to showgraph: each is imported when it is asked for.
"""

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from showgraph.errors import UnavailableError
from showgraph.namespaces import XSD
from showgraph.store import BlankNode, Literal, NamedNode, Triple

_Term = NamedNode | BlankNode | Literal | Triple | None

#: The integers of XML Schema (https://www.w3.org/TR/xmlschema11-2/#built-in-datatypes).
_INTEGERS: Final = frozenset(
    XSD + name
    for name in (
        *("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"),
        *("nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong"),
        *("unsignedShort", "unsignedByte"),
    )
)
_FLOATS: Final = frozenset(XSD + name for name in ("decimal", "double", "float"))
_INT64: Final = range(-(2**63), 2**63)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FLOAT: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_UNBOUNDED: Final = {
    "INF": math.inf,
    "+INF": math.inf,
    "-INF": -math.inf,
    "NaN": math.nan,
}
_TRUTH: Final = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Column:
    """A column; ``kind`` is integer, float, boolean, date or text, None stands for no value."""

    name: str
    kind: str
    values: tuple[Any, ...]


def to_columns(
    names: Sequence[str],
    rows: "Iterable[Sequence[_Term]]",
    texts: Iterable[Sequence[str]],
) -> tuple[Column, ...]:
    """Return rows as columns, each of the type that all its terms have.

    A column with texts in a language is followed by one with the languages.

    Args:
        names: The names of the columns; one that stands twice gets a number.
        rows: The terms.
        texts: What a person reads for each term, for columns of text.
    """
    terms, words = list(rows), list(texts)
    found: list[Column] = []
    for n, name in enumerate(names):
        cells = [row[n] for row in terms]
        found.append(_column(name, cells, [row[n] for row in words]))
        languages = tuple(_language(term) for term in cells)
        if any(languages):
            found.append(Column(f"{name} language", "text", languages))
    distinct = _distinct([column.name for column in found])
    return tuple(
        Column(name, column.kind, column.values)
        for name, column in zip(distinct, found, strict=True)
    )


def _language(term: _Term) -> str | None:
    return term.language if isinstance(term, Literal) else None


def _distinct(names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        number, candidate = 2, name
        while candidate in found:
            number, candidate = number + 1, f"{name} {number}"
        found.append(candidate)
    return found


def _column(name: str, terms: Sequence[_Term], texts: Sequence[str]) -> Column:
    literals = [term for term in terms if isinstance(term, Literal)]
    datatypes = {literal.datatype.value for literal in literals}
    if literals and len(literals) == sum(term is not None for term in terms):
        for kind, known, read in _READERS:
            if datatypes <= known:
                try:
                    values = tuple(
                        read(term.value) if isinstance(term, Literal) else None for term in terms
                    )
                except (ValueError, KeyError):  # an ill-typed literal: its text is all there is
                    break
                return Column(name, kind, values)
    filled = zip(terms, texts, strict=True)
    return Column(name, "text", tuple(None if term is None else text for term, text in filled))


def _read_integer(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]+", text) or (number := int(text)) not in _INT64:
        raise ValueError(text)
    return number


def _read_date(text: str) -> dt.date:
    if not _DATE.fullmatch(text):  # with a time zone, or a year that python has not
        raise ValueError(text)
    return dt.date.fromisoformat(text)


def _read_float(text: str) -> float:
    if text in _UNBOUNDED:
        return _UNBOUNDED[text]
    if not _FLOAT.fullmatch(text):
        raise ValueError(text)
    return float(text)


_READERS: Final[tuple[tuple[str, frozenset[str], Callable[[str], Any]], ...]] = (
    ("integer", _INTEGERS, _read_integer),
    ("float", _FLOATS | _INTEGERS, _read_float),
    ("boolean", frozenset({XSD + "boolean"}), _TRUTH.__getitem__),
    ("date", frozenset({XSD + "date"}), _read_date),
)


def to_pandas(columns: Sequence[Column]) -> Any:  # noqa: ANN401 - a pandas.DataFrame, if there is one
    """Return a pandas frame: nullable integers, floats, booleans and strings, dates as days.

    Raises:
        UnavailableError: If pandas is not installed.
    """
    pandas = _library("pandas")
    dtypes = {
        "integer": "Int64",
        "float": "Float64",
        "boolean": "boolean",
        "date": "datetime64[s]",
        "text": "string",
    }
    return pandas.DataFrame(
        {each.name: pandas.Series(each.values, dtype=dtypes[each.kind]) for each in columns}
    )


def to_polars(columns: Sequence[Column]) -> Any:  # noqa: ANN401 - a polars.DataFrame, if there is one
    """Return a polars frame: Int64, Float64, Boolean, Date and String, null for what is missing.

    Raises:
        UnavailableError: If polars is not installed.
    """
    polars = _library("polars")
    dtypes = {
        "integer": polars.Int64,
        "float": polars.Float64,
        "boolean": polars.Boolean,
        "date": polars.Date,
        "text": polars.String,
    }
    return polars.DataFrame(
        [polars.Series(each.name, each.values, dtype=dtypes[each.kind]) for each in columns]
    )


def to_arrow(columns: Sequence[Column]) -> Any:  # noqa: ANN401 - a pyarrow.Table, if there is one
    """Return an Arrow table: int64, float64, bool, date32 and string, null for what is missing.

    Raises:
        UnavailableError: If pyarrow is not installed.
    """
    arrow = _library("pyarrow")
    types = {
        "integer": arrow.int64(),
        "float": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
        "text": arrow.string(),
    }
    arrays = [arrow.array(each.values, type=types[each.kind]) for each in columns]
    return arrow.table(arrays, names=[each.name for each in columns])


def _library(name: str) -> Any:  # noqa: ANN401 - a module
    try:
        return import_module(name)
    except ImportError as error:
        raise UnavailableError(
            f"{name} is not installed; run: pip install 'showgraph[{name}]'"
        ) from error

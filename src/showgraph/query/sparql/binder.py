"""Put values in the place of a query's parameters.

The query is cut into tokens, and each token that is a bound parameter is replaced by the text
of its term. A value therefore never becomes part of the query's structure, whatever it holds.
A parameter that is left open stays the unbound variable that it is. What cannot be replaced
without changing the meaning of the query is refused.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from showgraph.errors import ParameterError
from showgraph.query.sparql.lexer import Token, TokenKind, tokenize
from showgraph.query.sparql.placeholder import (
    Placeholder,
    Value,
    find_placeholders,
    fits,
    write_term,
)
from showgraph.store import NamedNode


class _Place(Enum):
    """Where a token stands, as far as replacing it is concerned."""

    PATTERN = auto()  # anywhere a term may stand as it is
    PROJECTED = auto()  # named as a column by the outermost SELECT
    SUBSELECTED = auto()  # named as a column by a SELECT inside
    GROUPED = auto()  # a key of GROUP BY, not in brackets
    ORDERED = auto()  # a key of ORDER BY or HAVING, not in brackets
    TARGET = auto()  # after AS, in the head of VALUES, in BOUND
    RESOURCE = auto()  # after GRAPH or DESCRIBE, where a literal cannot stand
    SERVICE = auto()


_CLAUSES: Final = {
    "SELECT": _Place.PROJECTED,
    "DESCRIBE": _Place.RESOURCE,
    "GROUP": _Place.GROUPED,
    "ORDER": _Place.ORDERED,
    "HAVING": _Place.ORDERED,
}
_CLAUSE_ENDS: Final = frozenset({"WHERE", "FROM", "LIMIT", "OFFSET"})
#: The saved questions with what is mostly given for them, and the queries of this package.
_N_KEPT: Final = 256


def bind(text: str, values: Mapping[str, Value]) -> str:
    """Return ``text`` with each parameter in ``values`` replaced by its term.

    Args:
        text: A SPARQL query, its parameters spelt as
            :mod:`showgraph.query.sparql.placeholder` says.
        values: Terms by the parameter's name. A parameter without a value stays open.

    Raises:
        ParameterError: If the query has no such parameter, a term is of another type, or the
            parameter stands where no term can take its place: given a value by ``AS`` or
            ``VALUES``, named by a SELECT inside the query or by ``SELECT *``, asked by
            ``BOUND``, after SERVICE.
        QuerySyntaxError: If the text has a character that no token starts with.
    """
    placeholders = _placeholders(text)
    _check(placeholders, values)
    bound = {placeholders[name].variable: term for name, term in values.items()}
    slots, grouped = _slots(text, frozenset(bound))
    pieces: list[str] = []
    position = 0
    for token, place in slots:
        pieces += [
            text[position : token.start],
            _replacement(token, place, bound[token.variable], grouped),
        ]
        position = token.end
    return "".join([*pieces, text[position:]])


@lru_cache(maxsize=_N_KEPT)
def _placeholders(text: str) -> Mapping[str, Placeholder]:
    """Return the parameters of a query; those of the last queries are kept."""
    return find_placeholders(token.variable for token in tokenize(text))


@lru_cache(maxsize=_N_KEPT)
def _slots(
    text: str, bound: frozenset[str]
) -> tuple[tuple[tuple[Token, _Place], ...], frozenset[str]]:
    """Return the tokens to replace with their places, and the variables of GROUP BY."""
    tokens = tokenize(text)
    _refuse_hidden(tokens, bound)
    places = list(zip(tokens, _places(tokens, bound), strict=True))
    grouped = frozenset(token.variable for token, place in places if place is _Place.GROUPED)
    return tuple(slot for slot in places if slot[0].variable in bound), grouped


def _check(placeholders: Mapping[str, Placeholder], values: Mapping[str, Value]) -> None:
    """Refuse a value without a parameter, and a value of another type."""
    for name, term in values.items():
        placeholder = placeholders.get(name)
        if placeholder is None:
            known = ", ".join(placeholders) or "it has none"
            raise ParameterError(f"the query has no parameter {name!r}; known: {known}")
        if not fits(placeholder, term):
            raise ParameterError(f"parameter {name!r} (?{placeholder.variable}) cannot be {term}")


def _refuse_hidden(tokens: Collection[Token], bound: Collection[str]) -> None:
    """Refuse what the engines read in two ways: ``?a<?_b&&?c>`` holds an IRI by the grammar."""
    for token in tokens:
        if token.kind is TokenKind.IRI:
            for variable in bound:
                if f"?{variable}" in token.text or f"${variable}" in token.text:
                    raise ParameterError(f"?{variable} is inside the IRI {token.text}; add spaces")


def _replacement(token: Token, place: _Place, term: Value, grouped: Collection[str]) -> str:
    """Return the text that stands for a bound parameter, set off by spaces."""
    text = write_term(term)
    match place:
        case _Place.PROJECTED if token.variable in grouped:
            return token.text  # GROUP BY has given the variable its value
        case _Place.PROJECTED | _Place.GROUPED:
            return f" ({text} AS ?{token.variable}) "
        case _Place.ORDERED:
            return f" ({text}) "
        case _Place.RESOURCE if not isinstance(term, NamedNode):
            raise ParameterError(_refusal(token, f"cannot be {text} there, only an IRI"))
        case _Place.PATTERN | _Place.RESOURCE:
            return f" {text} "
        case _Place.SUBSELECTED:
            raise ParameterError(_refusal(token, "is a column of a SELECT inside the query"))
        case _Place.SERVICE:
            raise ParameterError(_refusal(token, "would choose a service"))
        case _Place.TARGET:
            raise ParameterError(_refusal(token, "gets a value, or is asked for one, there"))


def _refusal(token: Token, reason: str) -> str:
    """Return why a parameter cannot be bound, with its place."""
    return (
        f"parameter {token.text} at line {token.line}, column {token.column}"
        f" cannot be bound: it {reason}"
    )


@dataclass(slots=True)
class _Frame:
    """What is open between one brace and its partner."""

    clause: str = ""  # SELECT, DESCRIBE, GROUP, ORDER, HAVING, VALUES or "" for a pattern
    brackets: list[str] = field(default_factory=list)  # the word before each open bracket


@dataclass(slots=True)
class _Scanner:
    """What is known of the place of the next token."""

    frames: list[_Frame] = field(default_factory=lambda: [_Frame()])
    previous: str = ""  # the keyword just before

    @property
    def projects_all(self) -> bool:
        """Whether ``*`` as the next token would be the columns of the outermost SELECT."""
        frame = self.frames[-1]
        return frame.clause == "SELECT" and not frame.brackets and len(self.frames) == 1

    def place(self) -> _Place:
        """Return where the next token stands, should it be a variable."""
        frame = self.frames[-1]
        if self.previous == "AS" or frame.clause == "VALUES" or frame.brackets[-1:] == ["BOUND"]:
            return _Place.TARGET
        if self.previous in {"SERVICE", "SILENT"}:
            return _Place.SERVICE
        if self.previous == "GRAPH":
            return _Place.RESOURCE
        if frame.brackets:
            return _Place.PATTERN
        if frame.clause == "SELECT" and len(self.frames) > 1:
            return _Place.SUBSELECTED
        return _CLAUSES.get(frame.clause, _Place.PATTERN)

    def step(self, token: Token) -> None:
        """Go past ``token``; surplus closing brackets are left to the parser."""
        frame = self.frames[-1]
        if token.is_sign("{"):
            if not frame.brackets:
                frame.clause = ""  # SELECT ?x { and VALUES ?x { end with the brace
            self.frames.append(_Frame())
        elif token.is_sign("}") and len(self.frames) > 1:
            self.frames.pop()
        elif token.is_sign("("):
            frame.brackets.append(self.previous)
        elif token.is_sign(")") and frame.brackets:
            frame.brackets.pop()
        elif token.keyword in _CLAUSES or token.keyword == "VALUES":
            frame.clause = token.keyword
        elif token.keyword in _CLAUSE_ENDS:
            frame.clause = ""
        self.previous = token.keyword


def _places(tokens: Collection[Token], bound: Collection[str]) -> Iterator[_Place]:
    """Yield the place of each token.

    Raises:
        ParameterError: If a parameter is bound under ``SELECT *``, which would lose its column.
    """
    scanner = _Scanner()
    for token in tokens:
        if bound and token.is_sign("*") and scanner.projects_all:
            raise ParameterError("name the columns: SELECT * cannot be used with parameters")
        yield scanner.place()
        scanner.step(token)

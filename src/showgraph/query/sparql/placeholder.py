"""The parameters of a query: variables whose name says that a value may be put in their place.

``?_name`` is a required parameter and ``?__name`` an optional one (grlc's convention). What
follows the name says what the value is: nothing for a string, ``_iri``, ``_integer``,
``_number``, ``_xsd_date`` and the like for a datatype, ``_en`` and the like for a language.

A value is a term of RDF, never a piece of query text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from showgraph.errors import ParameterError
from showgraph.namespaces import XSD
from showgraph.store import Literal, NamedNode

#: What a parameter can be bound to. A blank node is no value: in a query it is a variable.
Value = NamedNode | Literal

# Patterns as texts: they are compiled where they are needed, and most questions need none.
_PLACEHOLDER: Final = (
    r"_(?P<optional>_?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?:_(?P<type>xsd_[A-Za-z]+|[a-z]+))?"
)
_LANGUAGE: Final = r"[a-z]{2}"
_NUMBER_TYPES: Final = {"integer": XSD + "integer", "number": XSD + "decimal"}
_LEXICAL: Final = {
    XSD + "integer": r"[+-]?[0-9]+",
    XSD + "decimal": r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)",
    XSD + "date": r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}",
}
_ECHARS: Final = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\b": "\\b",
    "\f": "\\f",
}
_ECHAR: Final = re.compile(r'[\\"\n\r\t\x08\f]')
_FALSE_ESCAPE: Final = re.compile(r"\\\\([uU])")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A parameter as its variable spells it. ``variable`` has no sigil."""

    name: str
    variable: str
    required: bool
    type: str  # "" for a string, "iri", "integer", "number", "xsd_date", a language

    @property
    def language(self) -> str:
        """The language tag of its values, "" for none."""
        return self.type if re.fullmatch(_LANGUAGE, self.type) else ""

    @property
    def datatype(self) -> str:
        """The IRI of the datatype of its values; "" for an IRI and for text with a language."""
        if self.type == "iri" or self.language:
            return ""
        if self.type.startswith("xsd_"):
            return XSD + self.type.removeprefix("xsd_")
        return _NUMBER_TYPES.get(self.type, XSD + "string")


def read_placeholder(variable: str) -> Placeholder | None:
    """Return the parameter that a variable's name (without sigil) spells, None for a plain one.

    Raises:
        ParameterError: If the variable starts like a parameter and then spells none.
    """
    if not variable.startswith("_"):
        return None
    match = re.fullmatch(_PLACEHOLDER, variable)
    kind = (match["type"] or "") if match else ""
    known = kind in {"", "iri", *_NUMBER_TYPES} or kind.startswith("xsd_")
    if match is None or not (known or re.fullmatch(_LANGUAGE, kind)):
        raise ParameterError(
            f"?{variable} is no parameter; write ?_name or ?__name, then nothing, _iri, _integer,"
            " _number, a language such as _en or a datatype such as _xsd_date",
        )
    return Placeholder(match["name"], variable, not match["optional"], kind)


def find_placeholders(variables: Iterable[str]) -> dict[str, Placeholder]:
    """Return the parameters among the names of variables, by name, in the order of first use.

    Raises:
        ParameterError: If a variable spells no parameter, or one name is spelt in two ways.
    """
    found: dict[str, Placeholder] = {}
    for variable in variables:
        placeholder = read_placeholder(variable)
        if placeholder is None:
            continue
        known = found.setdefault(placeholder.name, placeholder)
        if known != placeholder:
            raise ParameterError(
                f"parameter {known.name!r} is spelt both ?{known.variable} and"
                f" ?{placeholder.variable}; keep one",
            )
    return found


def to_term(placeholder: Placeholder, value: str) -> Value:
    """Return the value a user wrote as a term of the parameter's type.

    Raises:
        ParameterError: If the value is no IRI or number where one is wanted, or holds half of a
            surrogate pair, which no RDF text can hold.
    """
    try:
        value.encode()
        if placeholder.type == "iri":
            return NamedNode(value)
        if placeholder.language:
            return Literal(value, language=placeholder.language)
        lexical = _LEXICAL.get(placeholder.datatype)
        if lexical is not None and not re.fullmatch(lexical, value):
            raise ParameterError(_wrong(placeholder, value))
        return Literal(value, datatype=NamedNode(placeholder.datatype))
    except ValueError as error:  # UnicodeEncodeError is one
        raise ParameterError(_wrong(placeholder, value)) from error


def _wrong(placeholder: Placeholder, value: str) -> str:
    """Return what is wrong with a value."""
    wanted = {"": "text", "iri": "an IRI"}.get(
        placeholder.type,
        placeholder.type.removeprefix("xsd_"),
    )
    return f"parameter {placeholder.name!r} cannot be {value!r}; it must be {wanted}"


def fits(placeholder: Placeholder, term: Value) -> bool:
    """Return whether ``term`` is of the parameter's type."""
    if isinstance(term, NamedNode):
        return placeholder.type == "iri"
    if placeholder.type == "iri":
        return False
    if placeholder.language:
        return term.language == placeholder.language
    return term.language is None and term.datatype.value == placeholder.datatype


def write_term(term: Value) -> str:
    r"""Return a term as SPARQL text that means exactly this term in every engine.

    A backslash before ``u`` needs care: SPARQL 1.1 section 19.2 replaces codepoint escapes
    before it reads strings, so an engine may take the end of ``\\u0022`` for a quote. The letter
    is therefore written as an escape itself, in the long form, because rdflib takes eight
    digits after a short one.
    """
    if isinstance(term, NamedNode):
        return f"<{term.value}>"
    escaped = _ECHAR.sub(lambda match: _ECHARS[match[0]], term.value)
    escaped = _FALSE_ESCAPE.sub(lambda match: f"\\\\\\U{ord(match[1]):08X}", escaped)
    if term.language:
        return f'"{escaped}"@{term.language}'
    if term.datatype.value == XSD + "string":
        return f'"{escaped}"'
    return f'"{escaped}"^^<{term.datatype.value}>'

"""The part of the grammar that stands between braces: triples, paths, groups, VALUES, BIND.

SPARQL 1.1 Query Language, section 19.8, rules 52 to 107.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.query.sparql.cursor import LITERALS, TERMS, Fault
from showgraph.query.sparql.expressions import FUNCTIONS, Expressions
from showgraph.query.sparql.lexer import Token, TokenKind

_WORDS: Final = (
    "FILTER",
    "OPTIONAL",
    "MINUS",
    "UNION",
    "GRAPH",
    "BIND",
    "VALUES",
    "SERVICE",
    "SELECT",
)
_THREE: Final = "a pattern has three parts: subject, property and object"
_ENDS: Final = frozenset({".", ";", ",", "}", "]", ""})


@dataclass(frozen=True, slots=True)
class Use:
    """A name in a pattern: a property, or a class behind ``a``; and of which subject."""

    token: Token
    subject: str
    is_class: bool


class Patterns(Expressions):
    """Groups and what stands in them.

    ``variables`` are those met so far, in order, and ``uses`` the properties and classes.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Start before the first token."""
        super().__init__(tokens)
        self.variables: list[str] = []
        self.uses: list[Use] = []
        self._subject = ""

    def select(self) -> None:
        """Go past a SELECT inside a group."""
        raise TypeError("a grammar of patterns alone has no SELECT")

    def group(self) -> None:
        """Go past a group in braces.

        Raises:
            Fault: At the first token that cannot stand where it stands.
        """
        self.want("{", "a group stands in braces", "put braces { } around it")
        if self.sees("SELECT"):
            self.select()
        else:
            start = len(self.variables)
            ends_triples = False
            while not self.sees("}"):
                if self.at_end:
                    raise self.fault("the group is not closed", "write } at its end")
                ends_triples = self._part(start, after_triples=ends_triples)
        self.want("}", "the group goes on", "write } or a pattern")

    def _part(self, start: int, *, after_triples: bool) -> bool:
        """Go past one part of a group; return whether it was triples without a dot."""
        token = self.token
        if self.take("."):
            if not after_triples and self.at(-2).text in {".", "{"}:
                raise self.fault(
                    "a dot twice, or before anything", "leave out the dot that comes twice", token
                )
            return False
        if self._clause(start):
            return False
        if token.keyword in {"UNION", *_WORDS} or token.keyword in FUNCTIONS:
            raise self._out_of_place()
        if after_triples:
            raise self._joint()
        self.triples()
        return True

    def _clause(self, start: int) -> bool:
        """Go past a part that a keyword or a brace begins; return whether there is one."""
        if self.take("FILTER"):
            self.constraint()
        elif self.take("OPTIONAL", "MINUS"):
            self.group()
        elif self.take("GRAPH", "SERVICE"):
            self.take("SILENT")
            self._resource()
            self.group()
        elif self.take("BIND"):
            self._bind(start)
        elif self.take("VALUES"):
            self.values()
        elif self.sees("{"):
            self.group()
            while self.take("UNION"):
                self.group()
        else:
            return False
        return True

    def _out_of_place(self) -> Fault:
        token = self.token
        if token.keyword == "UNION":
            return self.fault("UNION joins groups", "put braces around both sides, { } UNION { }")
        return self.fault(f"{token.text} cannot stand here", "a function stands in FILTER or BIND")

    def _bind(self, start: int) -> None:
        self.want("(", "BIND takes brackets", "write BIND(... AS ?x)")
        self.expression()
        before = set(self.variables[start:])
        name = self.alias()
        if name.variable in before:
            raise self.fault(
                f"{name.text} has a value already", "choose another name behind AS", name
            )
        self.variables.append(name.variable)

    def alias(self) -> Token:
        """Go past ``AS ?x`` and the closing bracket, and return the variable."""
        self.want("AS", "the value needs a name", "give it a name, as in (... AS ?n)")
        if self.token.kind is not TokenKind.VARIABLE:
            raise self.fault(
                "a variable is missing behind AS",
                f"a variable starts with '?', as in ?{self.token.text.strip('?$') or 'n'}",
            )
        name = self.step()
        self.want(")", "the bracket is not closed here")
        return name

    def constraint(self) -> None:
        """Go past what FILTER and HAVING take: brackets, a function or EXISTS."""
        token = self.token
        if self.sees("EXISTS", "NOT"):
            self.exists()
        elif self.take("("):
            self.expression()
            self.want(")", "the expression goes on", "write an operator, or ) here")
        elif token.kind is TokenKind.WORD:
            self.call()
        elif token.kind in {TokenKind.IRI, TokenKind.PNAME}:
            self.expression()
        else:
            raise self.fault("brackets are missing", "put ( ) around the whole condition")

    def values(self) -> None:
        """Go past the variables and rows behind VALUES."""
        width = 1
        rows = self.take("(")
        if rows:
            start = len(self.variables)
            while self.token.kind is TokenKind.VARIABLE:
                self.variables.append(self.step().variable)
            width = len(self.variables) - start
            self.want(")", "the list of variables is not closed", "write ) here")
        elif self.token.kind is TokenKind.VARIABLE:
            self.variables.append(self.step().variable)
        else:
            raise self.fault("VALUES takes a variable", "write VALUES ?x { ... }")
        self.want("{", "the values stand in braces", "put braces { } around the values")
        while not self.sees("}"):
            opening = self.token
            if rows:
                self.want("(", "a row stands in brackets", "put ( ) around each row")
            count = 0
            while not self.sees(")", "}"):
                self._value()
                count += 1
            if rows:
                self.want(")", "a row is not closed", "write ) here")
                if count != width:
                    raise self.fault(
                        f"a row of {count} for {width} variables",
                        "give as many values as there are variables; UNDEF stands for none",
                        opening,
                    )
        self.want("}", "the values are not closed", "write } here")

    def _value(self) -> None:
        token = self.token
        if self.take("UNDEF", "TRUE", "FALSE", "+", "-"):
            return
        if token.kind in {TokenKind.IRI, TokenKind.PNAME}:
            self.name()
        elif token.kind in LITERALS:
            self.literal()
        else:
            raise self.fault(f"{token.text!r} is no value", "an IRI, text in quotes or a number")

    def template(self) -> None:
        """Go past the braces of CONSTRUCT."""
        self.want(
            "{", "the triples to make stand in braces", "write CONSTRUCT { ... } WHERE { ... }"
        )
        while not self.sees("}"):
            if not self.take("."):
                self.triples()
        self.step()

    def triples(self) -> None:
        """Go past a subject with its properties and objects."""
        token = self.token
        if token.kind in LITERALS or self.sees("TRUE", "FALSE"):
            raise self.fault("a value is no subject", "text and numbers stand last in a pattern")
        if self.sees(";", ","):
            raise self.fault("the subject is missing", "start with a subject, as in ?s")
        bracketed = self.sees("[", "(")
        self._subject = token.text if token.kind is TokenKind.VARIABLE else ""
        self._node("a pattern starts with a variable or an IRI")
        if not (bracketed and self.token.text in {".", "}", ""}):
            self._properties()

    def _properties(self) -> None:
        subject = self._subject
        while True:
            is_type = self.sees("A") or self.token.text == "rdf:type"
            self._verb()
            self._object(subject, is_type=is_type)
            while self.take(","):
                self._object(subject, is_type=is_type)
            if not self.take(";"):
                break
            while self.take(";"):
                pass
            if self.sees(".", "}", "]"):
                return
        if self.token.text not in _ENDS and self.token.keyword not in _WORDS and not self.sees("{"):
            raise self._joint()

    def _object(self, subject: str, *, is_type: bool) -> None:
        token = self.token
        if is_type and token.kind in {TokenKind.IRI, TokenKind.PNAME}:
            self.uses.append(Use(token, subject, is_class=True))
        self._subject = ""  # what stands in brackets is about something else
        self._node(_THREE)
        self._subject = subject

    def _joint(self) -> Fault:
        """Return what is wrong where one pattern ends and the next token is no part of it."""
        token, before = self.token, self.at(-1)
        if hint := self.slash_hint(before):
            return self.fault("a slash ends a compact IRI", hint, before)
        if token.kind is TokenKind.WORD and token.keyword != "A":
            return self._word(_WORDS)
        ahead = 0
        while self.at(ahead).kind in TERMS | LITERALS or self.at(ahead).keyword == "A":
            ahead += 1
        if ahead in {1, 2}:
            return self.fault(
                "the pattern has its three parts", "write ';' before a further property"
            )
        return self.fault("the pattern before it is complete", "write '.' between two patterns")

    def _word(self, known: tuple[str, ...]) -> Fault:
        token = self.token
        near = self.misspelt(known)
        if near:
            hint = f"did you mean {near}?"
        else:
            hint = f"a variable starts with '?', as in ?{token.text}; a name needs a prefix"
        return self.fault(f"{token.text!r} is no word of SPARQL", hint)

    def _verb(self) -> None:
        token = self.token
        if token.kind is TokenKind.VARIABLE:
            self.variables.append(self.step().variable)
        elif token.kind in LITERALS:
            raise self.fault("a value is no property", "a property is an IRI, as in skos:prefLabel")
        elif token.text in _ENDS or self.sees("{"):
            raise self.fault("the property is missing", _THREE)
        else:
            self._path()

    def _path(self) -> None:
        self._sequence()
        while self.take("|"):
            self._sequence()

    def _sequence(self) -> None:
        self._step()
        while self.take("/"):
            self._step()

    def _step(self) -> None:
        self.take("^")
        token = self.token
        if self.take("!"):
            self.take("^")
        if self.take("("):
            self._path()
            self.want(")", "the path is not closed here", "write ) here")
        elif self.take("A"):
            pass
        elif self.token.kind in {TokenKind.IRI, TokenKind.PNAME}:
            self.uses.append(Use(self.token, self._subject, is_class=False))
            self.name()
        elif token.kind is TokenKind.WORD:
            raise self._word(_WORDS)
        else:
            raise self.fault(f"{token.text!r} is no property", _THREE)
        self.take("*", "+", "?")

    def _node(self, missing: str) -> None:
        """Go past a subject or an object."""
        token = self.token
        if token.kind is TokenKind.VARIABLE:
            self.variables.append(self.step().variable)
        elif token.kind in TERMS:
            self.name()
            if hint := self.slash_hint(token):
                raise self.fault("a slash ends a compact IRI", hint, token)
        elif token.kind in LITERALS:
            self.literal()
        elif self.sees("-", "+") and self.at(1).kind is TokenKind.NUMBER:
            self.step()
            self.step()
        elif not (self.take("TRUE", "FALSE") or self._nested()):
            raise self._no_node(missing)

    def _nested(self) -> bool:
        """Go past a node in brackets or a list; return whether there is one."""
        if self.take("["):
            if not self.take("]"):
                self._properties()
                self.want("]", "the bracket is not closed here")
        elif self.take("("):
            while not self.take(")"):
                self._node("a list holds terms")
        else:
            return False
        return True

    def _no_node(self, missing: str) -> Fault:
        token = self.token
        if self.sees("{") and self.at(1).is_sign("{"):
            return self.fault(
                "double braces are a template's", "write a parameter as a variable, ?_name"
            )
        if token.kind is TokenKind.WORD:
            fault = self._word(_WORDS)
            if missing == _THREE and "did you mean" not in fault.hint:
                hint = f"text stands in quotes, \"{token.text}\"; a variable starts with '?'"
                return self.fault(f"{token.text!r} is no value", hint)
            return fault
        if self.sees("<"):
            return self.fault("an IRI is not closed", "an IRI ends with > and holds no blank")
        if missing == _THREE:
            return self.fault("the object is missing", _THREE)
        return self.fault(f"{token.text or 'the end'} starts no pattern", missing)

    def _resource(self) -> None:
        token = self.token
        if token.kind is TokenKind.VARIABLE:
            self.variables.append(self.step().variable)
        elif token.kind in {TokenKind.IRI, TokenKind.PNAME}:
            self.name()
        else:
            raise self.fault("the name of a graph is missing", "name it by a variable or an IRI")

"""Say at which token a query that does not parse goes wrong, and what to try.

The engine tells how far it came in any of its attempts, which may be a word further on. This
goes through the grammar of the SPARQL 1.1 Query Language, section 19.8, in one way and from the
left, so that the first token that cannot stand where it stands is the one that is told. It is
asked only about queries that the engine has refused; where it finds nothing wrong, the engine's
word stands.
"""

import contextlib
from collections.abc import Mapping, Sequence
from typing import Final

from showgraph.query.sparql.cursor import LITERALS, TERMS, Fault
from showgraph.query.sparql.expressions import AGGREGATES, FUNCTIONS
from showgraph.query.sparql.lexer import Token, TokenKind
from showgraph.query.sparql.patterns import Patterns, Use

_FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_PARTNERS: Final = {"{": "}", "(": ")", "[": "]"}
_MODIFIERS: Final = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES")


def find_fault(tokens: Sequence[Token]) -> Fault | None:
    """Return where a query goes wrong; None where nothing is found."""
    found: list[Fault] = []
    try:
        _check_brackets(tokens)
    except Fault as fault:
        found.append(fault)
    try:
        Grammar(tokens).query()
    except Fault as fault:
        found.append(fault)
    except RecursionError:  # the engine can go deeper
        pass
    return min(found, key=lambda fault: fault.token.start, default=None)


def read_uses(tokens: Sequence[Token]) -> tuple[Mapping[str, str], tuple[Use, ...]]:
    """Return the prefixes of a query, known and declared, and the names its patterns use.

    Of a query with a fault, or of one that is nested too deeply to be read here, it is what was
    read so far.
    """
    grammar = Grammar(tokens)
    with contextlib.suppress(Fault, RecursionError):
        grammar.query()
    return grammar.prefixes, tuple(grammar.uses)


def _check_brackets(tokens: Sequence[Token]) -> None:
    """Find the bracket without a partner.

    Raises:
        Fault: If there is one.
    """
    opened: list[Token] = []
    for token in tokens:
        if token.kind is not TokenKind.SIGN:
            continue
        if token.text in _PARTNERS:
            opened.append(token)
        elif token.text in _PARTNERS.values():
            if opened and _PARTNERS[opened[-1].text] == token.text:
                opened.pop()
            elif any(_PARTNERS[each.text] == token.text for each in opened):
                break
            else:
                raise Fault(token, f"{token.text} closes nothing", "leave it out")
    if opened:
        last = opened[-1]
        raise Fault(
            last, f"{last.text} is never closed", f"write {_PARTNERS[last.text]} at its end"
        )


class Grammar(Patterns):
    """The whole grammar of a query."""

    def query(self) -> None:
        """Go past a whole query.

        Raises:
            Fault: At the first token that cannot stand where it stands.
        """
        self._prologue()
        form = self.token.keyword
        if form == "SELECT":
            self.select()
        elif self.take("ASK"):
            self._ask()
        elif self.take("CONSTRUCT"):
            self._construct()
        elif self.take("DESCRIBE"):
            self._describe()
        else:
            raise self._no_form()
        if self.take("VALUES"):
            self.values()
        if not self.at_end:
            raise self._surplus()

    def _prologue(self) -> None:
        while True:
            if self.token.text.lower() in {"@prefix", "@base"}:
                word = self.token.text[1:].upper()
                raise self.fault("that is Turtle", f"write {word}, without @ and without a dot")
            if self.take("BASE"):
                self._namespace("BASE <http://...>")
            elif self.take("PREFIX"):
                token = self.step()
                if token.kind is not TokenKind.PNAME or not token.text.endswith(":"):
                    name = token.text.partition(":")[0] or "ex"
                    raise self.fault(
                        "a prefix ends with a colon", f"write {name}: with a colon", token
                    )
                self.prefixes[token.text[:-1]] = self.token.text[1:-1]
                self._namespace(f"PREFIX {token.text} <http://...>")
            else:
                return

    def _namespace(self, example: str) -> None:
        if self.token.kind is not TokenKind.IRI:
            raise self.fault("an IRI in angle brackets is missing", f"write {example}")
        self.step()
        if self.sees("."):
            raise self.fault("that dot is Turtle's", "a PREFIX does not end with a dot")

    def _no_form(self) -> Fault:
        near = self.misspelt((*_FORMS, "PREFIX", "BASE"))
        hint = (
            f"did you mean {near}?"
            if near
            else "start with SELECT, ASK, CONSTRUCT or DESCRIBE; 'showgraph ask' takes plain words"
        )
        return self.fault(f"no query starts with {self.token.text!r}", hint)

    def _surplus(self) -> Fault:
        token = self.token
        if token.is_sign("-") and self.at(1).is_sign("-"):
            return self.fault("-- starts no comment", "a comment starts with #")
        if token.keyword in _FORMS:
            return self.fault("a second query begins", "send one query at a time")
        if token.keyword in _MODIFIERS:
            return self.fault(
                f"{token.keyword} comes too late", f"{token.keyword} BY stands before LIMIT"
            )
        near = self.misspelt(_MODIFIERS)
        if near:
            return self.fault(f"{token.text!r} is no word of SPARQL", f"did you mean {near}?")
        return self.fault(f"nothing may follow: {token.text}", "the query is at its end before it")

    def select(self) -> None:
        """Go past a SELECT, at the outside or in a group."""
        self.want("SELECT", "SELECT is missing")
        self.take("DISTINCT", "REDUCED")
        self.has_aggregate = False
        columns, named, star = self._columns()
        aggregates = self.has_aggregate
        seen = len(self.variables)
        self._where(required=True)
        inside = set(self.variables[seen:])
        for token in named:
            if token.variable in inside:
                raise self.fault(
                    f"{token.text} has a value already", "choose another name behind AS", token
                )
        grouped = self._modifiers()
        if (aggregates or grouped is not None) and star is not None:
            raise self.fault(
                "* does not go with GROUP BY", "name the columns that GROUP BY has", star
            )
        for token in columns if aggregates or grouped is not None else ():
            if token.variable not in (grouped or ()):
                raise self.fault(
                    f"{token.text} has many values in each group",
                    f"add GROUP BY {token.text}, or take SAMPLE({token.text})",
                    token,
                )

    def _columns(self) -> tuple[list[Token], list[Token], Token | None]:
        """Go past the columns; return the plain ones, those named by AS, and the star."""
        if self.sees("*"):
            return [], [], self.step()
        columns: list[Token] = []
        named: list[Token] = []
        while True:
            token = self.token
            if token.kind is TokenKind.VARIABLE:
                columns.append(self.step())
            elif self.take("("):
                self.expression()
                named.append(self.alias())
            elif (columns or named) and self.sees("WHERE", "{", "FROM"):
                return columns, named, None
            else:
                raise self._no_column(bool(columns or named))

    def _no_column(self, is_later: bool) -> Fault:  # noqa: FBT001 - one of two messages
        token = self.token
        if self.sees(","):
            return self.fault("a comma separates no columns", "write no comma between columns")
        if self.sees("PREFIX", "BASE"):
            return self.fault("it stands too late", "PREFIX lines stand before SELECT")
        if token.keyword in FUNCTIONS and self.at(1).is_sign("("):
            what = "an aggregate" if token.keyword in AGGREGATES else "a function"
            return self.fault(
                f"{what} needs brackets and a name", f"write ({token.keyword}(...) AS ?n)"
            )
        if token.kind is TokenKind.WORD and not self.sees("WHERE"):
            if is_later and self.misspelt(("WHERE", "FROM")):
                return self.fault(
                    f"{token.text!r} is no word of SPARQL",
                    f"did you mean {self.misspelt(('WHERE', 'FROM'))}?",
                )
            return self.fault(
                f"{token.text!r} is no column", f"a variable starts with '?', as in ?{token.text}"
            )
        return self.fault("the columns are missing", "name the columns, or write * for all")

    def _where(self, *, required: bool) -> None:
        """Go past FROM and WHERE with its group."""
        while self.sees("FROM"):
            place = self.step()
            self.take("NAMED")
            if self.token.kind not in {TokenKind.IRI, TokenKind.PNAME}:
                raise self.fault(
                    "FROM names a graph by its IRI",
                    "there is no table to name; leave FROM out to read the whole graph",
                    place,
                )
            self.name()
        if self.take("WHERE") or required or self.sees("{"):
            near = self.misspelt(("WHERE",))
            if near and not self.sees("{"):
                raise self.fault(
                    f"{self.token.text!r} is no word of SPARQL", f"did you mean {near}?"
                )
            self.group()

    def _ask(self) -> None:
        if self.token.kind is TokenKind.VARIABLE:
            raise self.fault("ASK has no columns", "write ASK { ... }, or SELECT for values")
        self._where(required=True)
        self._modifiers()

    def _construct(self) -> None:
        if not self.sees("WHERE", "FROM"):
            self.template()
        self._where(required=True)
        self._modifiers()

    def _describe(self) -> None:
        if not self.take("*"):
            if self.token.kind not in TERMS:
                raise self.fault("what to describe is missing", "name it by a variable or an IRI")
            while self.token.kind in TERMS:
                token = self.token
                self.name()
                if hint := self.slash_hint(token):
                    raise self.fault("a slash ends a compact IRI", hint, token)
        self._where(required=False)
        self._modifiers()

    def _modifiers(self) -> set[str] | None:
        """Go past GROUP BY, HAVING, ORDER BY, LIMIT; return the names of GROUP BY, or None."""
        grouped: set[str] | None = None
        if self.take("GROUP"):
            self.want("BY", "BY is missing", "write GROUP BY")
            grouped = self._group_keys()
        if self.take("HAVING"):
            while self.sees("(") or self.token.keyword in FUNCTIONS:
                self.constraint()
        if self.take("ORDER"):
            self.want("BY", "BY is missing", "write ORDER BY")
            self._order_keys()
        while self.take("LIMIT", "OFFSET"):
            if self.token.kind is not TokenKind.NUMBER:
                raise self.fault("a number is missing", "write a whole number, as in LIMIT 10")
            self.step()
        return grouped

    def _group_keys(self) -> set[str]:
        found: set[str] = set()
        while True:
            if self.token.kind is TokenKind.VARIABLE:
                found.add(self.step().variable)
            elif self.take("("):
                self.expression()
                if self.sees("AS"):
                    found.add(self.alias().variable)
                else:
                    self.want(")", "the bracket is not closed here")
            elif self.token.keyword in FUNCTIONS or self.token.kind in LITERALS:
                self.expression()
            else:
                return found

    def _order_keys(self) -> None:
        while True:
            token = self.token
            if self.take("ASC", "DESC"):
                if not self.sees("("):
                    last = self.at(-2)
                    what = last.text if last.kind is TokenKind.VARIABLE else "?x"
                    raise self.fault(
                        f"{token.text} stands before its variable",
                        f"write {token.keyword}({what})",
                        token,
                    )
                self.constraint()
            elif token.kind is TokenKind.VARIABLE:
                self.step()
            elif self.sees("(") or token.keyword in FUNCTIONS:
                self.constraint()
            else:
                return

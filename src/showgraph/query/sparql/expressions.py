"""The part of the grammar that stands in FILTER, BIND, SELECT, ORDER BY and HAVING.

SPARQL 1.1 Query Language, section 19.8, rules 110 to 128.
"""

from typing import Final

from showgraph.query.sparql.cursor import LITERALS, Cursor
from showgraph.query.sparql.lexer import TokenKind

AGGREGATES: Final = frozenset({"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"})
FUNCTIONS: Final = AGGREGATES | frozenset(
    (
        *("STR", "LANG", "LANGMATCHES", "DATATYPE", "BOUND", "IRI", "URI", "BNODE", "RAND", "ABS"),
        *("CEIL", "FLOOR", "ROUND", "CONCAT", "STRLEN", "UCASE", "LCASE", "ENCODE_FOR_URI"),
        *("CONTAINS", "STRSTARTS", "STRENDS", "STRBEFORE", "STRAFTER", "YEAR", "MONTH", "DAY"),
        *("HOURS", "MINUTES", "SECONDS", "TIMEZONE", "TZ", "NOW", "UUID", "STRUUID", "MD5", "SHA1"),
        *("SHA256", "SHA384", "SHA512", "COALESCE", "IF", "STRLANG", "STRDT", "SAMETERM"),
        *("ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "ISNUMERIC", "REGEX", "SUBSTR", "REPLACE"),
        *("TRIPLE", "SUBJECT", "PREDICATE", "OBJECT", "ISTRIPLE", "ADJUST", "LANGDIR", "HASLANG"),
        *("HASLANGDIR", "STRLANGDIR"),
    )
)
#: What people know from elsewhere, and what says it here.
_ELSEWHERE: Final = {
    "AND": "write && for and",
    "OR": "write || for or",
    "LIKE": 'there is no LIKE; use CONTAINS(?text, "...") or REGEX(?text, "...")',
    "IS": "there is no NULL; use BOUND(?x) or !BOUND(?x)",
    "BETWEEN": "write ?x >= 1 && ?x <= 9",
    "MOD": "there is no remainder",
}  # fmt: skip
_OTHER_NAMES: Final = {
    "LENGTH": "the function is called STRLEN",
    "LEN": "the function is called STRLEN",
    "LOWER": "the function is called LCASE",
    "UPPER": "the function is called UCASE",
    "SUBSTRING": "the function is called SUBSTR",
    "IFNULL": "the function is called COALESCE",
    "STARTSWITH": "the function is called STRSTARTS",
    "ENDSWITH": "the function is called STRENDS",
}


class Expressions(Cursor):
    """Expressions; a group after EXISTS is left to what inherits from this."""

    has_aggregate = False

    def group(self) -> None:
        """Go past a group of patterns in braces."""
        raise TypeError("a grammar of expressions alone has no groups")

    def expression(self) -> None:
        """Go past an expression.

        Raises:
            Fault: Where it breaks off.
        """
        self._and()
        while self.take("||"):
            self._and()
        word = self.token.keyword
        if word in _ELSEWHERE:
            raise self.fault(f"{self.token.text} is no operator of SPARQL", _ELSEWHERE[word])

    def _and(self) -> None:
        self._relation()
        while self.take("&&"):
            self._relation()

    def _relation(self) -> None:
        self._sum()
        if self.token.text == "<>":
            raise self.fault("<> is no operator of SPARQL", "write != for different")
        if self.take("=", "!=", "<", ">", "<=", ">="):
            if self.sees("="):
                raise self.fault("one = too many", "a single = compares")
            self._sum()
        elif self.sees("IN") or (self.sees("NOT") and self.at(1).keyword == "IN"):
            self.take("NOT")
            self.step()
            self.want("(", "IN takes a list", "write IN (1, 2)")
            self._arguments()

    def _sum(self) -> None:
        self._product()
        while self.take("+", "-"):
            self._product()

    def _product(self) -> None:
        self._unary()
        while self.take("*", "/"):
            self._unary()

    def _unary(self) -> None:
        while self.take("!", "+", "-"):
            pass
        self._primary()

    def _primary(self) -> None:
        token = self.token
        if self.take("("):
            self.expression()
            self.want(")", "the bracket is not closed here", "write ) here, or an operator")
        elif self.take("TRUE", "FALSE") or token.kind is TokenKind.VARIABLE:
            self.step() if token.kind is TokenKind.VARIABLE else None
        elif token.kind in LITERALS:
            self.literal()
        elif self.sees("EXISTS", "NOT"):
            self.exists()
        elif token.kind is TokenKind.WORD:
            self.call()
        elif token.kind in {TokenKind.IRI, TokenKind.PNAME}:
            self.name()
            if self.take("("):
                self.take("DISTINCT")
                self._arguments()
        else:
            raise self.fault(
                f"{token.text or 'the end'} cannot start an expression",
                "a variable, a value or a function is missing",
            )

    def exists(self) -> None:
        """Go past EXISTS or NOT EXISTS with its group."""
        if self.take("NOT") and not self.sees("EXISTS"):
            raise self.fault("NOT stands before EXISTS and IN alone", "write ! for not")
        self.want("EXISTS", "EXISTS is missing")
        self.group()

    def call(self) -> None:
        """Go past a function with its arguments.

        Raises:
            Fault: If SPARQL has no such function.
        """
        token = self.step()
        if token.keyword not in FUNCTIONS:
            if not self.sees("("):
                raise self.fault(
                    f"{token.text!r} is no value",
                    f"a variable starts with '?', as in ?{token.text}; text stands in quotes",
                    token,
                )
            near = self.misspelt(FUNCTIONS, token)
            hint = _OTHER_NAMES.get(token.keyword) or (
                f"did you mean {near}?" if near else "see the functions of SPARQL 1.1, section 17.4"
            )
            raise self.fault(f"SPARQL has no function {token.text}", hint, token)
        self.want("(", f"{token.text} is a function", f"write {token.keyword}(...)")
        if token.keyword in AGGREGATES:
            self.has_aggregate = True
            self.take("DISTINCT")
            if self.take("*"):
                self.want(")", "nothing stands behind the star")
                return
        self._arguments()

    def _arguments(self) -> None:
        """Go past what is left of a list of expressions, its closing bracket included."""
        if self.take(")"):
            return
        self.expression()
        while self.take(","):
            self.expression()
        if self.take(";"):
            self.want("SEPARATOR", "only SEPARATOR stands behind the semicolon")
            self.want("=", "SEPARATOR takes a text", 'write SEPARATOR = ", "')
            self.step()
        self.want(")", "the list of arguments is not closed here", "write , or ) here")

    def literal(self) -> None:
        """Go past a text or number with its language or datatype.

        Raises:
            Fault: If either is not spelt so.
        """
        token = self.step()
        if token.kind is not TokenKind.STRING:
            return
        if self.token.kind is TokenKind.LANGUAGE:
            self.step()
        elif self.take("^^"):
            self.name()
        elif self.sees("^") and self.token.start == token.end:
            raise self.fault("one ^ is a path", "write ^^ before a datatype")
        elif self.token.kind is TokenKind.WORD and self.token.start == token.end:
            raise self.fault("a language is missing its mark", f"write @{self.token.text}")

"""Lay out a query: a line for each pattern, two blanks for each brace, comments kept.

Only white space and the case of keywords change. The tokens of what comes out are compared with
those that went in, so that no layout can change what a query means.
"""

from typing import Final

from showgraph.query.sparql.lexer import Token, TokenKind, tokenize

_FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
#: Words that begin a line, and are written in capitals with those that are not.
_STARTS: Final = _FORMS | frozenset(
    (
        *("PREFIX", "BASE", "FROM", "WHERE", "FILTER", "OPTIONAL", "MINUS", "BIND", "VALUES"),
        *("GRAPH", "SERVICE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET"),
    )
)
_KEYWORDS: Final = _STARTS | frozenset(
    (
        *(
            "DISTINCT",
            "REDUCED",
            "AS",
            "BY",
            "ASC",
            "DESC",
            "UNION",
            "NOT",
            "EXISTS",
            "IN",
            "NAMED",
        ),
        *("SILENT", "UNDEF", "SEPARATOR"),
    )
)
_INDENT: Final = "  "


def format_query(text: str) -> str:
    """Return a query laid out, ending with a newline; laid out again it stays the same.

    Raises:
        QuerySyntaxError: If it has a character that no token starts with. What does not parse
            for another reason is laid out as far as its braces go.
    """
    tokens = tokenize(text, comments=True)
    layout = _Layout()
    for place, token in enumerate(tokens):
        layout.add(token, text[layout.end : token.start], tokens[place + 1 : place + 2])
    laid_out = layout.text()
    if _essence(laid_out) != _essence(text):
        return text if text.endswith("\n") else f"{text}\n"
    return laid_out


def _essence(text: str) -> list[str]:
    """Return the tokens of a query with its keywords in capitals."""
    return [_written(token) for token in tokenize(text, comments=True)]


def _written(token: Token) -> str:
    return token.keyword if token.keyword in _KEYWORDS else token.text.rstrip()


class _Layout:
    """The lines so far and the one that is being written."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line = ""
        self._depth = 0
        self._brackets = 0
        self._hangs = False  # behind a semicolon
        self._closes = False  # a condition that ends with its bracket
        self._last = ""
        self.end = 0

    def add(self, token: Token, gap: str, following: tuple[Token, ...]) -> None:
        """Write the next token; ``gap`` is the white space before it in the source."""
        blank = gap.count("\n") > 1
        if token.kind is TokenKind.COMMENT:
            self._comment(token, gap)
        elif self._brackets or token.text in {"(", ")"}:
            self._inside(token, gap)
        elif token.is_sign("{"):
            self._append("{", " ")
            self._break()
            self._depth += 1
        elif token.is_sign("}"):
            self._break()
            self._depth = max(0, self._depth - 1)
            self._append("}", "")
            if not (following and following[0].text.upper() in {"UNION", "."}):
                self._break()
        else:
            self._plain(token, gap, blank=blank)
        if token.text == ")" and not self._brackets and self._closes:
            self._break()
        self._last = token.keyword or token.text
        self.end = token.end

    def text(self) -> str:
        """Return all lines."""
        self._break()
        return "\n".join(self._lines) + "\n"

    def _comment(self, token: Token, gap: str) -> None:
        text = token.text.rstrip()
        if "\n" in gap or not (self._lines or self._line):
            self._break()
            if gap.count("\n") > 1:
                self._space()
            self._append(text, "")
            self._break()
        elif self._line:
            self._line += f"  {text}"
            self._break(keep=True)
        else:
            self._lines[-1] += f"  {text}"

    def _inside(self, token: Token, gap: str) -> None:
        """Write a bracket, or what stands in brackets, which stays on one line."""
        tight = self._last == "(" or token.text in {")", ","}
        if token.text == "(" and self._last in {"FILTER", "BIND", "HAVING"}:
            tight = True
        self._brackets += token.is_sign("(") - token.is_sign(")")
        self._append(_written(token), "" if tight or not gap else " ")

    def _plain(self, token: Token, gap: str, *, blank: bool) -> None:
        word = token.keyword
        starts = word in _STARTS and not (word == "WHERE" and not self._line and not self._lines)
        if starts:
            self._break()
            self._closes = word in {"FILTER", "BIND"}
            if word in _FORMS and self._last and self._lines[-1:] and self._depth == 0:
                blank = blank or self._lines[-1].startswith(("PREFIX", "BASE"))
        if blank and not self._line:
            self._space()
        if token.text in {".", ";", ","} and token.kind is TokenKind.SIGN:
            self._append(token.text, "" if token.text == "," else " ")
            if token.text != ",":
                self._break()
                self._hangs = token.text == ";"
            return
        self._append(_written(token), " " if gap or starts or self._last == "}" else "")

    def _append(self, text: str, space: str) -> None:
        if not self._line:
            hang = self._hangs and text != "}"
            self._line = _INDENT * (self._depth + hang) + text
            self._hangs = False
        else:
            self._line += space + text

    def _break(self, *, keep: bool = False) -> None:
        if self._line:
            self._lines.append(self._line)
        self._line = ""
        self._closes = False
        self._hangs = self._hangs and keep

    def _space(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

r"""Cut SPARQL text into tokens, each with its place.

The grammar of tokens is section 19.8 of the SPARQL 1.1 Query Language, the longest token wins;
the only ones read from SPARQL 1.2 are ``<<``, ``>>`` and a base direction after a language
tag. Nothing is parsed: the binder, the screens and the linter read the same tokens and each
decides for itself.

Beyond ASCII every character counts as part of a name. The grammar allows not quite all of them,
and the engine refuses the others; to tell them apart here would take 30 ms at each start.

The one thing a newcomer would get wrong: a codepoint escape (``\u0041``) outside a string or
an IRI is an error here. SPARQL 1.1 allows it anywhere, even inside a keyword, and a check on
keywords could then be talked round.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from showgraph.errors import QuerySyntaxError


class TokenKind(StrEnum):
    """The sorts of token that somebody here has to tell apart."""

    IRI = "iri"  # <http://…>
    PNAME = "pname"  # sg:Series, sg:, :x
    BLANK = "blank"  # _:b0
    VARIABLE = "variable"  # ?x and $x
    STRING = "string"
    LANGUAGE = "language"  # @en
    NUMBER = "number"
    WORD = "word"  # keyword, function name, `a`, true, false
    SIGN = "sign"  # brackets and operators
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``start`` is an offset in code points; line and column count from 1."""

    kind: TokenKind
    text: str
    start: int
    line: int
    column: int

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.start + len(self.text)

    @property
    def variable(self) -> str:
        """The name of a variable without its sigil (``?x`` and ``$x`` are one), else ""."""
        return self.text[1:] if self.kind is TokenKind.VARIABLE else ""

    @property
    def keyword(self) -> str:
        """A word in capitals, else ""."""
        return self.text.upper() if self.kind is TokenKind.WORD else ""

    def is_sign(self, sign: str) -> bool:
        """Return whether this is that bracket or operator."""
        return self.kind is TokenKind.SIGN and self.text == sign


# The ASCII characters that end a name, each time without those that the place allows in it.
_NAME: Final = r"[^\x00-/:-@\[-^`{-\x7f]"
_WITH_DASH: Final = r"[^\x00-,./:-@\[-^`{-\x7f]"
_WITH_DASH_AND_DOT: Final = r"[^\x00-,/:-@\[-^`{-\x7f]"
_WITH_COLON: Final = r"[^\x00-/;-@\[-^`{-\x7f]"
_WITH_DASH_AND_COLON: Final = r"[^\x00-,./;-@\[-^`{-\x7f]"
_LETTER: Final = r"[^\x00-@\[-`{-\x7f]"
_ESCAPE: Final = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
# Unbounded, the dots of ``a.a.a.a`` would cost the square of their number.
_PREFIX: Final = f"(?:{_LETTER}(?:{_WITH_DASH_AND_DOT}{{0,126}}{_WITH_DASH})?)?"
_LOCAL: Final = (
    f"(?:(?:{_WITH_COLON}|{_ESCAPE})"
    f"(?:{_WITH_DASH_AND_COLON}|{_ESCAPE}|\\.+(?={_WITH_DASH_AND_COLON}|[%\\\\]))*)?"
)
_UNICODE: Final = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"

# The order is that of the alternatives a longest match would choose between.
_TOKEN: Final = (
    ("space", r"[ \t\r\n]+"),
    (TokenKind.COMMENT, r"#[^\r\n]*"),
    (TokenKind.IRI, f'<(?:[^<>"{{}}|^`\\\\\\x00-\\x20]|{_UNICODE})*>'),
    (TokenKind.STRING, r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""|\'\'\'(?:\'{0,2}(?:[^\'\\]|\\.))*\'\'\''),
    ("short", r'"(?:[^"\\\r\n]|\\[^\r\n])*"|\'(?:[^\'\\\r\n]|\\[^\r\n])*\''),
    (TokenKind.VARIABLE, f"[?$]{_NAME}+"),
    (TokenKind.BLANK, f"_:{_NAME}(?:{_WITH_DASH_AND_DOT}*{_WITH_DASH})?"),
    (TokenKind.PNAME, f"{_PREFIX}:{_LOCAL}"),
    (TokenKind.LANGUAGE, r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*(?:--[a-z]+)?"),
    (TokenKind.NUMBER, r"(?:[0-9]*\.[0-9]+|[0-9]+\.(?=[eE])|[0-9]+)(?:[eE][+-]?[0-9]+)?"),
    (TokenKind.WORD, r"[A-Za-z][A-Za-z0-9_]*"),
    (TokenKind.SIGN, r"\^\^|&&|\|\||!=|<=|>=|<<|>>|[{}()\[\];,.|/^*+?!=<>-]"),
)
_SHORT_STRING: Final = "short"
_EMPTY: Final = frozenset({'""', "''"})
_TYPOGRAPHIC: Final = "\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"
#: All saved questions and the queries of this package; a text from outside is 64 KB at most.
_N_KEPT: Final = 128


_PATTERN: Final = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in _TOKEN),
    re.DOTALL,
)


@lru_cache(maxsize=_N_KEPT)
def tokenize(text: str, *, comments: bool = False) -> tuple[Token, ...]:
    """Return the tokens of ``text`` in order; white space, and comments unless asked, left out.

    Those of the last texts are kept: the same question is asked again and again.

    Raises:
        QuerySyntaxError: If a character starts no token, such as the quote of a string that
            is not closed; with its line and column.
    """
    tokens: list[Token] = []
    position, line, line_start = 0, 1, 0
    while position < len(text):
        match = _PATTERN.match(text, position)
        # The empty string before a third quote is the beginning of a long one without its end.
        if match is None or (
            match.group() in _EMPTY and text[match.end() :][:1] == match.group()[:1]
        ):
            message, hint = _complaint(text, position)
            column = position - line_start + 1
            raise QuerySyntaxError(message, line=line, column=column, hint=hint)
        name, found = str(match.lastgroup), match.group()
        kind = TokenKind.STRING if name == _SHORT_STRING else name
        if kind != "space" and (comments or kind != TokenKind.COMMENT):
            tokens.append(
                Token(TokenKind(kind), found, position, line, position - line_start + 1),
            )
        if breaks := found.count("\n"):
            line += breaks
            line_start = position + found.rindex("\n") + 1
        position = match.end()
    return tuple(tokens)


def _complaint(text: str, position: int) -> tuple[str, str]:
    """Return what is wrong with the character at ``position``, and what to try."""
    character = text[position]
    rest = text[position:]
    if character in "\"'":
        long = 3 * character
        if rest.startswith(long):
            return f"the string that starts with {long} is not closed", f"write {long} at its end"
        line, newline, below = rest[1:].partition("\n")
        if newline and character in below and character not in line:
            return (
                f"the string that starts with {character} is not closed on its line",
                f"a string over several lines stands in three quotes, {long}",
            )
        return (
            f"the string that starts with {character} is not closed",
            f"write {character} at its end",
        )
    if character in _TYPOGRAPHIC:
        return f"{character} is no quote of SPARQL", "write straight quotes, \" or '"
    if character == "\\":
        return "a backslash may stand only in a string, an IRI or a prefixed name", "leave it out"
    return f"{character!r} cannot start anything in SPARQL", "leave it out, or put it in quotes"


def declared_prefixes(tokens: Sequence[Token]) -> dict[str, str]:
    """Return the namespaces of the prefixes that a query declares."""
    return {
        name.text[:-1]: iri.text[1:-1]
        for word, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if word.keyword == "PREFIX"
    }

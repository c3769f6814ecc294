"""Guess what is wrong with a query that does not parse, from its tokens.

The engine says where it could go on no longer. These are the mistakes that people make most;
the first that is found is told.
"""

import difflib
import re
from collections.abc import Callable, Sequence
from typing import Final

from showgraph.errors import QuerySyntaxError
from showgraph.namespaces import PREFIXES
from showgraph.query.lexer import Token, TokenKind, declared_prefixes, tokenize

_KEYWORDS: Final = (
    *("SELECT", "WHERE", "FILTER", "OPTIONAL", "PREFIX", "DISTINCT", "ORDER", "GROUP", "LIMIT"),
    *("OFFSET", "HAVING", "UNION", "MINUS", "VALUES", "CONSTRUCT", "DESCRIBE", "EXISTS", "GRAPH"),
    *("REDUCED", "BIND", "BASE", "ASK", "COUNT", "COALESCE", "REGEX", "BOUND", "CONTAINS", "LCASE"),
    *("UCASE", "STRLEN", "STRSTARTS", "STRENDS", "CONCAT", "LANG", "DATATYPE", "SAMPLE", "ASC"),
    *("DESC", "NOT", "STR", "IF", "IN", "AS", "BY", "A", "TRUE", "FALSE", "UNDEF", "NAMED", "FROM"),
    *(
        "SUM",
        "MIN",
        "MAX",
        "AVG",
        "GROUP_CONCAT",
        "SEPARATOR",
        "YEAR",
        "MONTH",
        "DAY",
        "NOW",
        "ABS",
    ),
    *("ROUND", "CEIL", "FLOOR", "RAND", "REPLACE", "SUBSTR", "STRBEFORE", "STRAFTER", "IRI", "URI"),
    *("BNODE", "UUID", "STRUUID", "MD5", "SHA1", "SHA256", "SHA384", "SHA512", "STRDT", "STRLANG"),
    *("ISIRI", "ISURI", "ISBLANK", "ISLITERAL", "ISNUMERIC", "SAMETERM", "LANGMATCHES", "HOURS"),
    *("MINUTES", "SECONDS", "TIMEZONE", "TZ", "ENCODE_FOR_URI", "SERVICE", "SILENT"),
)
_AGGREGATES: Final = frozenset({"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"})
_IN_NAME: Final = re.compile(r"[\w-]+")
_PARTNERS: Final = {"{": "}", "(": ")", "[": "]"}


def hint_for(text: str, line: int, column: int) -> str:
    """Return what to try, in a few words, for a query that does not parse; "" for no idea.

    Args:
        text: The query.
        line: Where the engine stopped, counted from 1; 0 if it does not say.
        column: Likewise.
    """
    try:
        tokens = tokenize(text)
    except QuerySyntaxError:
        return ""
    checks: tuple[Callable[[Sequence[Token]], str], ...] = (
        _unknown_prefix,
        _bare_slash,
        _bare_aggregate,
        _misspelt_word,
        _unbalanced,
    )
    for check in checks:
        if hint := check(tokens):
            return hint
    return _incomplete_pattern(tokens, line, column)


def _unknown_prefix(tokens: Sequence[Token]) -> str:
    known = PREFIXES | declared_prefixes(tokens)
    for token in tokens:
        prefix, colon, _ = token.text.partition(":")
        if token.kind is TokenKind.PNAME and colon and prefix not in known:
            near = difflib.get_close_matches(prefix, known, n=1)
            meant = f"; did you mean {near[0]}:?" if near else f"; known are {', '.join(known)}"
            return f"the prefix {prefix}: at line {token.line} is not declared{meant}"
    return ""


def _bare_slash(tokens: Sequence[Token]) -> str:
    """Find ``id:person/x``, as tables show it: in a compact IRI a slash wants a backslash."""
    known = PREFIXES | declared_prefixes(tokens)
    for place, token in enumerate(tokens):
        prefix, colon, local = token.text.partition(":")
        if token.kind is not TokenKind.PNAME or not colon or prefix not in known:
            continue
        end, rest = token.end, ""
        for part in tokens[place + 1 :]:
            if part.start != end or not (part.text in {"/", "-"} or _IN_NAME.fullmatch(part.text)):
                break
            end, rest = part.end, rest + part.text
        if rest.startswith("/") and rest not in {"/", "/a"}:  # of a property path
            name = f"{prefix}:{(local + rest).replace('/', chr(92) + '/')}"
            return f"write {name} or <{known[prefix]}{local}{rest}>"
    return ""


def _bare_aggregate(tokens: Sequence[Token]) -> str:
    """Find ``SELECT COUNT(*)``, which needs ``(COUNT(*) AS ?n)``."""
    depth = 0
    in_select = False
    for token in tokens:
        depth += token.is_sign("(") - token.is_sign(")")
        if token.keyword == "SELECT":
            in_select, depth = True, 0
        elif token.is_sign("{") or token.keyword == "WHERE":
            in_select = False
        elif in_select and depth == 0 and token.keyword in _AGGREGATES:
            return f"give the column a name, as in ({token.keyword}(...) AS ?n)"
    return ""


def _misspelt_word(tokens: Sequence[Token]) -> str:
    for token in tokens:
        if token.kind is TokenKind.WORD and token.keyword not in _KEYWORDS:
            near = difflib.get_close_matches(token.keyword, _KEYWORDS, n=1, cutoff=0.7)
            meant = f"did you mean {near[0]}?" if near else ""
            if not near or token.text.islower():
                meant = f"{meant} names need a prefix, variables a '?'".strip()
            return f"{token.text!r} at line {token.line} is no word of SPARQL; {meant}"
    return ""


def _unbalanced(tokens: Sequence[Token]) -> str:
    opened: list[Token] = []
    for token in tokens:
        if token.kind is not TokenKind.SIGN:
            continue
        if token.text in _PARTNERS:
            opened.append(token)
        elif token.text in _PARTNERS.values():
            if not opened or _PARTNERS[opened[-1].text] != token.text:
                return f"{token.text!r} at line {token.line}, column {token.column} closes nothing"
            opened.pop()
    if not opened:
        return ""
    last = opened[-1]
    return f"{last.text!r} at line {last.line}, column {last.column} is never closed"


def _incomplete_pattern(tokens: Sequence[Token], line: int, column: int) -> str:
    """Tell a pattern without its object from two patterns without a dot between."""
    before = [token for token in tokens if (token.line, token.column) < (line, column)]
    here = next((token for token in tokens if (token.line, token.column) >= (line, column)), None)
    if before and before[-1].is_sign("}"):  # the engine stops behind what it stumbled over
        here = before.pop()
    if not before:
        return ""
    closes = here is None or here.text in {"}", ".", ";"}
    if closes and before[-1].text not in {"}", ")"}:
        return "a pattern has three parts: subject, property and object"
    return "two patterns need a '.' between them" if here is not None else ""

"""Look at a query from outside before anything parses it.

The engine's parser has no limit of depth and its planner none of time, so that a short text can
end or hold the process (measured with pyoxigraph 0.5.13: about 1,170 nested sub-selects, 400
chained patterns). What passes the limits here is still run in a process that can be ended.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from showgraph.errors import LimitError, QuerySyntaxError, RefusedQueryError
from showgraph.namespaces import GRAPHS, PREFIXES
from showgraph.query.sparql.hints import explain_tokens
from showgraph.query.sparql.lexer import Token, TokenKind, declared_prefixes, tokenize

MAX_BYTES: Final = 64 * 1024
MAX_TOKENS: Final = 8_000
MAX_DEPTH: Final = 100
MAX_NEGATIONS: Final = 50  # one after the other
MAX_SEPARATORS: Final = 300

_FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"},
)
_OPENING: Final = frozenset({"{", "(", "[", "<<"})
_CLOSING: Final = frozenset({"}", ")", "]", ">>"})
_SEPARATORS: Final = frozenset({".", ";"})
_JOINING_WORDS: Final = frozenset({"UNION", "OPTIONAL", "MINUS", "FILTER", "BIND", "GRAPH"})


def screen(text: str) -> tuple[Token, ...]:
    """Return the tokens of a query that may be run.

    Raises:
        LimitError: If it is too long, too deeply nested or has too many patterns.
        RefusedQueryError: If it is an update, or asks for SERVICE or a graph that is not ours.
        QuerySyntaxError: If it holds no query, or a character that no token starts with.
    """
    if len(text.encode(errors="replace")) > MAX_BYTES:
        raise LimitError(f"the query is longer than {MAX_BYTES // 1024} KB")
    tokens = tokenize(text)
    if len(tokens) > MAX_TOKENS:
        raise LimitError(f"the query has {len(tokens)} tokens; {MAX_TOKENS} are allowed")
    _screen_depth(tokens)
    _screen_separators(tokens)
    _screen_form(tokens)
    _screen_reach(tokens)
    return tokens


def _screen_depth(tokens: Sequence[Token]) -> None:
    depth = negations = 0
    for token in tokens:
        sign = token.text if token.kind is TokenKind.SIGN else ""
        depth += (sign in _OPENING) - (sign in _CLOSING)
        negations = negations + 1 if sign == "!" else 0
        if depth > MAX_DEPTH or negations > MAX_NEGATIONS:
            raise LimitError(
                f"the query is nested more than {MAX_DEPTH} deep at line {token.line},"
                f" column {token.column}",
            )


def _screen_separators(tokens: Sequence[Token]) -> None:
    separators = sum(
        token.keyword in _JOINING_WORDS
        or (token.kind is TokenKind.SIGN and token.text in _SEPARATORS)
        for token in tokens
    )
    if separators > MAX_SEPARATORS:
        raise LimitError(f"the query has more than {MAX_SEPARATORS} patterns")


def _screen_form(tokens: Sequence[Token]) -> None:
    """Refuse updates, and what is no query at all."""
    word = next(_iter_body(tokens), None)
    if word is None:
        raise QuerySyntaxError(
            "there is no query in it", line=1, column=1, hint="start with SELECT or ASK"
        )
    if word.keyword in _UPDATES:
        raise RefusedQueryError(
            f"{word.keyword} at line {word.line}, column {word.column} would change the graph;"
            " only SELECT, ASK, CONSTRUCT and DESCRIBE are run",
        )
    if word.keyword not in _FORMS:
        error = QuerySyntaxError(
            f"it starts with {word.text!r}",
            line=word.line,
            column=word.column,
            hint="start with SELECT, ASK or CONSTRUCT",
        )
        raise explain_tokens(tokens, error)


def _iter_body(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens behind BASE and PREFIX."""
    position = 0
    while position < len(tokens):
        skipped = {"PREFIX": 3, "BASE": 2}.get(tokens[position].keyword, 0)
        if not skipped:
            yield from tokens[position:]
            return
        position += skipped


def _screen_reach(tokens: Sequence[Token]) -> None:
    """Refuse what would leave the graph: services, and graphs that are not ours."""
    prefixes = PREFIXES | declared_prefixes(tokens)
    for position, token in enumerate(tokens):
        if token.keyword == "SERVICE":
            raise RefusedQueryError(
                f"SERVICE at line {token.line}, column {token.column} would ask another server;"
                " showgraph opens no network connection",
            )
        if token.keyword == "FROM":
            named = position + 1 < len(tokens) and tokens[position + 1].keyword == "NAMED"
            source = tokens[position + 1 + named] if position + 1 + named < len(tokens) else token
            if source.kind not in {TokenKind.IRI, TokenKind.PNAME}:
                continue  # no graph is named; the parser says so
            if _iri(source, prefixes) not in GRAPHS.values():
                raise RefusedQueryError(
                    f"FROM {source.text} at line {token.line}, column {token.column} would read"
                    f" another graph; these are here: {', '.join(GRAPHS.values())}",
                )


def _iri(token: Token, prefixes: Mapping[str, str]) -> str:
    """Return the IRI that a token stands for, "" for another sort of token."""
    if token.kind is TokenKind.IRI:
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return prefixes.get(prefix, "") + local if token.kind is TokenKind.PNAME else ""

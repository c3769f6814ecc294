"""Tell what is wrong with a query that does not parse: where, why, and what to try."""

from collections.abc import Sequence
from itertools import pairwise

from showgraph.errors import QuerySyntaxError
from showgraph.namespaces import PREFIXES
from showgraph.query.sparql.grammar import find_fault
from showgraph.query.sparql.lexer import Token, TokenKind, declared_prefixes, tokenize


def explain_syntax(text: str, error: QuerySyntaxError) -> QuerySyntaxError:
    """Return the error to show for a query that the engine refused.

    Args:
        text: The query.
        error: What the engine says, which stands where nothing better is found.
    """
    try:
        tokens = tokenize(text)
    except QuerySyntaxError as found:
        return found
    return explain_tokens(tokens, error)


def explain_tokens(tokens: Sequence[Token], error: QuerySyntaxError) -> QuerySyntaxError:
    """Return the error to show for the tokens of a query, ``error`` where none is found."""
    fault = find_fault(tokens)
    if fault is None:
        return error
    return QuerySyntaxError(
        fault.reason, line=fault.token.line, column=fault.token.column, hint=fault.hint
    )


def require_declared(text: str) -> None:
    """Let a query pass that declares all its prefixes itself, so that any program takes it.

    Raises:
        QuerySyntaxError: At the first name whose prefix is taken for granted, with what to
            declare; or if the query has a character that no token starts with.
    """
    tokens = tokenize(text)
    declared = declared_prefixes(tokens)
    names = {id(name) for word, name in pairwise(tokens) if word.keyword == "PREFIX"}
    for token in tokens:
        prefix = token.text.partition(":")[0]
        if token.kind is not TokenKind.PNAME or prefix in declared or id(token) in names:
            continue
        iri = PREFIXES.get(prefix, "http://...")
        reason = f"the prefix {prefix}: is not declared"
        hint = f"declare it: PREFIX {prefix}: <{iri}>"
        error = QuerySyntaxError(reason, line=token.line, column=token.column, hint=hint)
        raise error.within(text)

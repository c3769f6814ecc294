"""Tell what is wrong with a query that does not parse: where, why, and what to try."""

from collections.abc import Sequence

from showgraph.errors import QuerySyntaxError
from showgraph.query.sparql.grammar import find_fault
from showgraph.query.sparql.lexer import Token, tokenize


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

"""What the engine hides about the text of a query: its graphs, and where it is broken."""

import re
from typing import Final

from showgraph.errors import QuerySyntaxError

_PLACE: Final = r"error at (?P<line>\d+):(?P<column>\d+): "
#: Sentences that the engine mixes into its list of what could have stood at a place. The rest of
#: the list is not shown: it names what the parser tried last, mostly not what is wrong.
_SENTENCES: Final = {
    "Prefix not found": "a prefix is not declared",
    "IRI parsing failed": "an IRI is not well formed",
    "SELECT overrides an existing variable": "SELECT gives a value to a variable that has one",
    "SELECT contains a variable that is unbound": (
        "SELECT names a variable that is neither grouped by nor counted"
    ),
    "SELECT * is not authorized with GROUP BY": "SELECT * does not go with GROUP BY",
}

#: What may hold the word FROM without being the keyword: IRIs, strings, comments, and names with
#: a colon or a variable's mark in front; then the words themselves.
_WORDS: Final = (
    r'<[^<>"{}|^`\\\s]*>'
    r'|"{3}(?:[^"\\]|\\.|"(?!""))*"{3}'
    r"|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|#[^\n]*"
    r"|[?$@]?(?P<word>[\w:.%-]+)"
)


def names_graphs(text: str) -> bool:
    """Return whether a query says itself which graphs to read, by FROM or FROM NAMED.

    The engine's switch for the union of all graphs overrides FROM without a word.
    """
    if "FROM" not in text.upper():
        return False  # most queries, which then do without the expression
    words = re.finditer(_WORDS, text, re.DOTALL)
    return any(match[0].upper() == "FROM" for match in words if match["word"])


def explain(message: str, text: str) -> QuerySyntaxError:
    """Return our error for the engine's message about a query.

    It has the engine's place, which is where it could go on no longer, the word before that
    place, and the reason where the engine gives one.
    """
    match = re.match(_PLACE, message)
    if not match:
        return QuerySyntaxError(message)
    line, column = int(match["line"]), int(match["column"])
    reasons = [reason for sentence, reason in _SENTENCES.items() if sentence in message]
    lines = text.split("\n")
    rest_of_word = re.match(r"\S*", lines[line - 1][column - 1 :])
    before = [*lines[: line - 1], lines[line - 1][: column - 1]]
    words = ("\n".join(before) + (rest_of_word[0] if rest_of_word else "")).split()
    near = [f"near {words[-1][-40:]!r}"] if words else []
    return QuerySyntaxError(
        ", ".join(reasons + near) or "there is no query in it", line=line, column=column
    )


def explain_surrogate(text: str, start: int) -> QuerySyntaxError:
    """Return our error for half of a character at the offset ``start`` of a query."""
    before = text[:start]
    return QuerySyntaxError(
        "a lone surrogate is no character",
        line=before.count("\n") + 1,
        column=start - before.rfind("\n"),
    )

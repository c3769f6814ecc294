"""Follow a row of titles in a sentence and part it: "X, the Y and Z (Peacock)"."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.titleruns import is_participle

#: What may stand in such a row beside capitalised words.
_BETWEEN: Final = frozenset(
    {",", "and", "&", "or", "'s", "of", "the", "in", "to", "a", "on", "'", '"'}
)
_JOINS: Final = frozenset({"and", "&", "or"})
_PAIR: Final = 2
#: Tokens of the longest bracket behind a title of a row.
_LONGEST_BRACKET: Final = 30
#: Behind these a name owns a title of two words at least: "The Sailor's Tide".
_ARTICLES: Final = frozenset({"the", "a", "an"})


def row_end(tokens: Sequence[Token], first: int) -> int:
    """Return where a row of names that starts at a token ends; ``first`` where there is none.

    Quoted names hold any words, and so do brackets behind a name.
    """
    last = first
    while last < len(tokens):
        if tokens[last].key == '"':
            last = _closing(tokens, last, '"', len(tokens)) + 1
        elif tokens[last].key == "(" and last > first:
            closing = _closing(tokens, last, ")", _LONGEST_BRACKET)
            if closing == last or _key(tokens, closing + 1) not in {",", "and", "&", "", "."}:
                break
            last = closing + 1
        elif _belongs(tokens[last]) or _is_inner_colon(tokens, first, last):
            last += 1
        else:
            break
    glued = 0 < last < len(tokens) and tokens[last].start == tokens[last - 1].end
    if glued and tokens[last].text[0] in "'n" and tokens[last].key != "'s":
        return first  # "You're the Best"
    while last > first and _ends_no_row(tokens[last - 1]):
        last -= 1
    keys = [token.key for token in tokens[first:last]]
    if "," in keys[:-1] and not _JOINS & set(keys):
        return first  # one title may have a comma inside
    return last


def _ends_no_row(token: Token) -> bool:
    """Return whether a word leads to something else: ", and Oscar-winning film", ", and NBC"."""
    return token.key in _JOINS or token.key == "," or is_participle(token)


def pair_end(tokens: Sequence[Token], first: int) -> int:
    """Return where a row of names that starts at a token ends; 0 where there are not two."""
    last = row_end(tokens, first)
    parts = split_list(tokens, first, last)
    quoted = sum(token.key == '"' for token in tokens[first:last]) > _PAIR
    if quoted and _key(tokens, first) == '"':
        return last
    return last if len(parts) > 1 and parts[0][0] == first else 0


def split_list(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """Return the titles of a row as ranges: it is parted at commas, at "and" and by brackets.

    What a person or a firm of two words owns stands without its owner. Quoted titles are left
    out: their marks part them.
    """
    parts: list[tuple[int, int]] = []
    joins = _joints(tokens, first, last)
    start, closing = first, 0
    for at in range(first, last + 1):
        if at < closing:
            continue
        opens = at < last and tokens[at].key == "("
        ends = at == last or opens or at in joins
        if ends and at > start:
            parts.append((start, at))
        if opens:
            closing = _closing(tokens, at, ")", _LONGEST_BRACKET) + 1
            start = closing
        elif ends or _is_owner(tokens, start, at):
            start = at + 1
    parts = [(a, _trimmed(tokens, a, b)) for a, b in parts if a < b]
    return [
        (a, b)
        for a, b in parts
        if tokens[a].is_capital
        and (tokens[b - 1].is_capital or tokens[b - 1].is_number)
        and not is_participle(tokens[b - 1])
    ]


def _joints(tokens: Sequence[Token], first: int, last: int) -> set[int]:
    """Return where a row is parted: at its commas and at the "and" before its last member.

    "Salt & Tide" among others is one title, and so is "Beauty and the Tide" before a comma.
    """
    commas = {at for at in range(first, last) if tokens[at].key == ","}
    words = [at for at in range(first, last) if tokens[at].key in {"and", "or"}]
    signs = {at for at in range(first, last) if tokens[at].key == "&"}
    if commas:
        return commas | set(words[-1:])
    return set(words) or signs


def _is_owner(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Return whether somebody's name stands in front of "'s": "Ana Bell's", not "Bell's"."""
    return tokens[at].key == "'s" and at - start >= _PAIR and tokens[start].key not in _ARTICLES


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a title ends before small words: "Iron Tide, the latter of which"."""
    while last - first > 1 and tokens[last - 1].key in _BETWEEN and not tokens[last - 1].is_capital:
        last -= 1
    return last


def _closing(tokens: Sequence[Token], at: int, mark: str, reach: int) -> int:
    """Return where a mark closes what opens at a position; the position itself if none does."""
    stop = min(len(tokens), at + 1 + reach)
    return next((place for place in range(at + 1, stop) if tokens[place].key == mark), at)


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if at < len(tokens) else ""


def _is_inner_colon(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Return whether a colon stands inside a title of a list that goes on behind it."""
    if tokens[at].key != ":" or at + 1 >= len(tokens) or not tokens[at + 1].is_capital:
        return False
    return at > first and not _JOINS & {token.key for token in tokens[first:at]}


def _belongs(token: Token) -> bool:
    coined = token.is_word and any(letter.isupper() for letter in token.word[1:])  # "eTide"
    return token.is_capital or token.is_number or token.key in _BETWEEN or coined

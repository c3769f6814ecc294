"""The words that stand around a candidate phrase, its own quotation marks left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.text.tokens import Token

_SIGHT: Final = 9  # tokens on either side that signs are read from


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A phrase, and up to nine tokens on either side of it.

    Attributes:
        phrase: The tokens of the phrase, without marks; never empty.
        before: The tokens in front, the nearest last.
        after: The tokens behind, the nearest first.
        before_keys: The keys of ``before``.
        after_keys: The keys of ``after``.
        first: Where the phrase begins in its sentence, its opening mark included.
        last: Where the phrase ends, its closing mark and a stop or comma beside it included.
        quoted: Whether it stands in quotation marks.
    """

    phrase: Sequence[Token]
    before: Sequence[Token]
    after: Sequence[Token]
    before_keys: list[str]
    after_keys: list[str]
    first: int
    last: int
    quoted: bool


def look_around(tokens: Sequence[Token], first: int, last: int, *, quoted: bool) -> Surroundings:
    """Return what stands around the phrase at tokens ``[first, last)``.

    Args:
        tokens: The tokens of the sentence.
        first: The first token of the phrase.
        last: The token behind the phrase.
        quoted: Whether quotation marks stand around these tokens.
    """
    start, end = (first - 1, last + 1) if quoted else (first, last)
    if quoted and tokens[last].key == "(":  # "'Tide (Salt of the Sea)'"
        end = next(i for i, t in enumerate(tokens) if i > last and t.key in "\"'") + 1
    if quoted and end < len(tokens) and tokens[last].key in {",", "."}:
        end = min(end + 1, len(tokens))
    before, after = tokens[max(0, start - _SIGHT) : start], tokens[end : end + _SIGHT]
    return Surroundings(
        tokens[first:last],
        before,
        after,
        [token.key for token in before],
        [token.key for token in after],
        start,
        end,
        quoted,
    )

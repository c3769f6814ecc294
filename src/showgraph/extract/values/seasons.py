"""Read seasons: "Season 2", "the second season", "S2", "seasons 1, 2 & 3", "final season"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.text.tokens import Token
from showgraph.extract.values.quantities import parse_number, parse_ordinal

_WORDS: Final = frozenset({"season", "seasons"})
_FINAL: Final = frozenset({"final", "finale", "concluding", "farewell", "last"})
_JOIN: Final = frozenset({",", "and", "&", "-", "—", "to", "through"})
#: "the show's sophomore season", as years at a college are counted.
_ORDINALS: Final = {"freshman": 1, "debut": 1, "inaugural": 1, "sophomore": 2}
#: "a second, ten-episode season"
_MEASURES: Final = ("-episode", "-part", "-hour")
#: More seasons than any series has: a larger number is a year or a mistake.
MAX_SEASON: Final = 60


@dataclass(frozen=True, slots=True)
class SeasonMention:
    """Tokens ``[first, last)``: the numbers named (as text), and whether it is called final.

    ``relative`` is "latest" for "the new season" and the like, and "" otherwise. A bare "the
    season" has neither numbers nor a mark.
    """

    first: int
    last: int
    numbers: tuple[str, ...]
    final: bool
    relative: str = ""

    @property
    def seasons(self) -> tuple[str, ...]:
        """The numbers, or "final" where there is none but the text calls it so."""
        return self.numbers or (("final",) if self.final else ())


_RELATIVE: Final = frozenset(
    {"latest", "new", "newest", "upcoming", "forthcoming", "current", "next"}
)


def find_seasons(tokens: Sequence[Token]) -> Iterator[SeasonMention]:
    """Yield the season mentions of a sentence in text order; none overlap."""
    index = 0
    while index < len(tokens):
        found = _at(tokens, index)
        if found is None:
            index += 1
            continue
        yield found
        index = found.last


def _at(tokens: Sequence[Token], index: int) -> SeasonMention | None:
    key = tokens[index].key
    if key in _WORDS:
        return _word_first(tokens, index, index, final=False, relative="")
    if len(key) <= 3 and key[:1] == "s" and key[1:].isdigit() and 0 < int(key[1:]) <= MAX_SEASON:  # noqa: PLR2004
        return SeasonMention(index, index + 1, (str(int(key[1:])),), final=False)
    return _described(tokens, index)


def _described(tokens: Sequence[Token], index: int) -> SeasonMention | None:
    """Read "(the) fourth and final season", "second and third season", "latest season"."""
    numbers: list[str] = []
    final = False
    relative = ""
    at = index
    while at < len(tokens) and at - index < 8:  # noqa: PLR2004 - the longest phrase that was met
        key = tokens[at].key
        if key in _WORDS:
            if at == index:
                return None
            if not (numbers or final or relative):
                return None
            if numbers:
                return SeasonMention(index, at + 1, tuple(numbers), final, relative)
            return _word_first(tokens, index, at, final=final, relative=relative)
        ordinal = _ORDINALS.get(key) or parse_ordinal(key)
        if ordinal is not None and 0 < ordinal <= MAX_SEASON:
            numbers.append(str(ordinal))
        elif key in _FINAL and key != "last":
            final = True
        elif key in _RELATIVE:
            relative = "latest"
        elif at == index or not _goes_on(tokens, at):
            return None
        at += 1
    return None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a phrase goes on with a token; "the finale, season 8 plans" does not."""
    key = tokens[at].key
    parted = key == "," and tokens[at - 1].key == "finale"
    return not parted and (key in _JOIN or key.endswith(_MEASURES))


def _word_first(
    tokens: Sequence[Token],
    first: int,
    word: int,
    *,
    final: bool,
    relative: str,
) -> SeasonMention | None:
    """Read the numbers behind the word "season"."""
    numbers, last = _numbers(tokens, word + 1)
    if not numbers and not final and not relative and tokens[word].key == "seasons":
        return None
    return SeasonMention(first, last, numbers, final, relative)


def _numbers(tokens: Sequence[Token], start: int) -> tuple[tuple[str, ...], int]:
    numbers: list[int] = []
    last = at = start
    joined = ""
    while at < len(tokens):
        value = parse_number(tokens[at].key)
        if value is not None and 0 < value <= MAX_SEASON and _is_label(tokens[at]):
            if joined in {"-", "—", "to", "through"} and numbers and value > numbers[-1]:
                numbers.extend(range(numbers[-1] + 1, value + 1))
            else:
                numbers.append(value)
            last = at = at + 1
            joined = ""
            continue
        # "season 4 premieres" against "Season 1,2 & 3"
        if numbers and tokens[at].key in _JOIN and not joined:
            joined = tokens[at].key
            at += 1
            continue
        break
    return tuple(str(number) for number in numbers), last


def _is_label(token: Token) -> bool:
    return token.text.isdigit() or parse_ordinal(token.key) is None

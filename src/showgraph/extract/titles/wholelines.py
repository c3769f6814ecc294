"""Find the title that a line begins with or is nothing but: "3. Iron Tide (2007-2009)"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.titleruns import INNER
from showgraph.extract.values.quantities import parse_ordinal
from showgraph.extract.values.slots import DAY_NAMES

_MAX_WORDS: Final = 8
#: Small words that make a sentence of what stands behind the head of an item.
_EXPLAINED: Final = 4
#: What a line says of the series it names.
_FATES: Final = frozenset({"renewed", "cancelled", "canceled", "axed", "ended", "tba", "tbd"})
_LEADING: Final = frozenset({":", ";", "officially", "already", "effectively", "likely"})
#: Sorts of works that a headline puts behind a title with a capital.
_SORTS: Final = frozenset({"anime", "film", "movie"})
#: A line with one of these speaks of a piece of what it names.
_PARTS: Final = frozenset({"episode", "episodes", "chapter", "trailer", "teaser", "review", "cast"})
_SEASONS: Final = frozenset({"season", "seasons"})


def told_head(sentence: Sentence) -> int:
    """Return where the title ends that a line tells of, or 0."""
    item = sentence.block.kind is BlockKind.LIST_ITEM and _item_head(sentence.tokens)
    return item or _fated_head(sentence.tokens) or _field_head(sentence)


def _field_head(sentence: Sentence) -> int:
    """Return where the key of a line of two columns ends if it is written as a title, or 0."""
    tokens = sentence.tokens
    if sentence.block.kind is not BlockKind.KEY_VALUE:
        return 0
    colon = next((at for at, token in enumerate(tokens[:_MAX_WORDS]) if token.key == ":"), 0)
    words = tokens[:colon]
    named = all(t.is_capital or t.is_number or t.key in INNER or t.key == "'s" for t in words)
    return colon if len(words) > 0 and named else 0


def _fated_head(tokens: Sequence[Token]) -> int:
    """Return where a title ends whose fate a line tells, or 0: "X: Officially cancelled"."""
    colon = next((at for at, token in enumerate(tokens[:_MAX_WORDS]) if token.key == ":"), 0)
    if not colon:
        return 0
    keys = [token.key for token in tokens]
    told = keys[colon + 1 : colon + 2] == ["season"] or any(
        key in _FATES and before in _LEADING for before, key in pairwise(keys[colon:])
    )
    return colon if colon and told and tokens[0].is_capital else 0


def _item_head(tokens: Sequence[Token]) -> int:
    """Return where the first words of an item end that a sentence explains, or 0: "X: This ..."."""
    if shown := _scheduled_head(tokens):
        return shown
    marks = {":", "-", "—"}
    colon = next((at for at, token in enumerate(tokens[:_MAX_WORDS]) if token.key in marks), 0)
    words = tokens[:colon]
    plain = sum(not token.is_capital and token.is_word for token in tokens[colon + 1 :])
    named = all(t.is_capital or t.is_number or t.key in INNER or t.key == "'s" for t in words)
    return colon if words and named and words[0].is_capital and plain >= _EXPLAINED else 0


def _scheduled_head(tokens: Sequence[Token]) -> int:
    """Return where a title ends before its weekday, or 0: "Tide: Low Water, Mondays at 9 p.m."."""
    for at, token in enumerate(tokens[1 : _MAX_WORDS + 1], 1):
        if token.key == "," and at + 1 < len(tokens) and tokens[at + 1].key in DAY_NAMES:
            words = tokens[:at]
            named = all(t.is_capital or t.key in INNER or t.key in {"'s", ":"} for t in words)
            return at if named and words[0].is_capital else 0
    return 0


def whole_line(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return the phrase that a heading is, such as "3. Ana Bell's Tide (Season 2)", or None."""
    first, last = 0, len(tokens)
    while first < last and _is_counter(tokens, first):
        first += 1
    marks = ("(", ":", "-", "—", ",", "|", "season", "seasons", '"', "'")
    stop = next((at for at in range(first, last) if tokens[at].key in marks), last)
    dated = _years_bracket(tokens)
    if (dash := _explained_title(tokens, first)) and not dated:
        return first, dash
    if first < dated <= first + _MAX_WORDS and tokens[dated - 1].is_capital:
        return first, dated  # "Dear, Ana (2020 - 2022)"
    if stop < last and tokens[stop].key in _SEASONS:
        stop = _before_ordinal(tokens, first, stop)
    words = tokens[first:stop]
    made = [token.key for token in words[1:2]] == ["by"]  # "2003 by Ana Bell"
    if made or not 0 < len(words) <= _MAX_WORDS:
        return None
    told = _PARTS & {token.key for token in words}
    opens = len(words) > 1 and words[1].key in INNER and not told  # "Salt of the Sea"
    if len(words) == 1 and is_coined(tokens, first):
        return first, stop
    if not (words[0].is_number or opens or any(token.key == "'s" for token in words)):
        return None  # the other finders see it
    named = all(
        token.is_capital or token.is_number or token.key in INNER or token.key == "'s"
        for token in words
    )
    return (first, stop) if named and (words[-1].is_capital or words[-1].is_number) else None


def _explained_title(tokens: Sequence[Token], first: int) -> int:
    """Return the end of a line such as "Tide 1992 - The Ana Bell Story", or 0."""
    dashes = [at for at in range(first + 1, len(tokens) - 2) if tokens[at].key in {"-", "—", ":"}]
    if len(dashes) != 1 or not 0 < len(tokens) - first <= _MAX_WORDS + 1:
        return 0
    tail = tokens[dashes[0] + 1 :]
    words = (*tokens[first : dashes[0]], *tail)
    named = all(t.is_capital or t.is_number or t.key in INNER or t.key == "'s" for t in words)
    led = tail[0].word in {"The", "A", "An"} and len(tail) > 2  # noqa: PLR2004
    return len(tokens) if named and led and tail[-1].is_capital else 0


def _years_bracket(tokens: Sequence[Token]) -> int:
    """Return where a line's last bracket opens if it holds nothing but years, or 0."""
    start = next((at for at in range(len(tokens) - 1, 0, -1) if tokens[at].key == "("), 0)
    inside = tokens[start + 1 : -1]
    year = bool(inside) and inside[0].text[:4].isdigit() and inside[0].text[4:5] in {"", "-", "—"}
    plain = all(t.is_number or t.key in {"-", "—", "present", "now"} for t in inside)
    return start if year and plain and tokens[-1].key == ")" else 0


def _before_ordinal(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a title ends before a counted season: "Iron Tide Anime's 2nd Season"."""
    if last - first > 1 and parse_ordinal(tokens[last - 1].key) is not None:
        last -= 1
        last -= tokens[last - 1].key == "'s"
        last -= last - first > 1 and tokens[last - 1].key in _SORTS
    return last


def _is_counter(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token only counts the items of a list: "3.", "3)", "#3"."""
    token = tokens[at]
    if token.key in {".", ")", "#"} or token.text.startswith("#"):
        return True
    if not token.is_number:
        return False
    before = tokens[at - 1].key if at else ""
    after = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return before == "#" or after in {".", ")"} or token.text.endswith((".", ")"))


def is_coined(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a number with letters or points stands before a bracket: "50m2 (Peacock)"."""
    text = tokens[at].text
    behind = tokens[at + 1 : at + 2]
    return text[0].isdigit() and not text.isdigit() and len(behind) > 0 and behind[0].key == "("

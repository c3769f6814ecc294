"""Lines that name a series by what stands beside it: its channel, or the day it comes out."""

from collections.abc import Mapping, Sequence
from typing import Final

from showgraph.extract.rulepack.gazetteer import Gazetteer
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.candidates import SEASON_WORDS
from showgraph.extract.values.temporal import dates_in

_HEADS: Final = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.LIST_ITEM})
_BARE: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_BEFORE: Final = frozenset({",", "-", "—", "|", "[", ":"})
_BEHIND: Final = frozenset({"review", "recap", ",", "-", "—", ":", "|", "]", ")", "/", "("})
#: What parts a phrase from its channel in other lines.
_MARKS: Final[Mapping[BlockKind, frozenset[str]]] = {
    BlockKind.PARAGRAPH: frozenset({"("}),
    BlockKind.KEY_VALUE: frozenset({":"}),
}
#: In front of a day in a bracket.
_OUT: Final = frozenset({"out", "on", "premieres", "premiering", "premiered", "returns", "from"})
#: Tokens of the longest bracket that is but a day.
_DAY: Final = 5


def opens_line(before: Sequence[Token]) -> bool:
    """Return whether nothing but a counter or a day stands in front: "3.", "Sept 13:"."""
    dates = dates_in(before[:-1]) if before else ()
    dated = bool(dates) and (dates[0].first, dates[0].last) == (0, len(before) - 1)
    return dated or all(token.is_number for token in before)


def has_channel_beside(kind: BlockKind, after: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Return whether a line goes on with the channel of what it begins with.

    "X - ITV", "X (2016) [BBC One]", "X, series finale, BBC One review", "X: NBC, May 3", and in a
    paragraph "X (Peacock) The second season ...".

    Args:
        kind: What the line is on its page.
        after: What stands behind the phrase.
        gazetteer: The channels.
    """
    if not after or (kind not in _HEADS and after[0].key not in _MARKS.get(kind, ())):
        return False
    if kind in _BARE and any(
        entry.type == "platforms" and first == 0 and last == len(after)
        for first, last, entry in gazetteer.find(after)
    ):
        return True  # "Iron Tide NBC"
    keys = [token.key for token in after]
    at = _behind_notes(keys) if kind in _HEADS else 0
    marks = _BEFORE if kind in _HEADS else _MARKS.get(kind, frozenset())
    if not keys[at:] or keys[at] not in marks:
        return False
    for first, last, entry in gazetteer.find(after):
        if entry.type == "platforms" and first == at + 1:
            named = keys[at] == ":"
            return _ends_there(BlockKind.KEY_VALUE if named else kind, after[last:])
    return False


def _ends_there(kind: BlockKind, rest: Sequence[Token]) -> bool:
    """Return whether what follows a channel leaves it a channel: "X: NBC, May 3", not "X: NBC"."""
    if kind is BlockKind.PARAGRAPH:
        return len(rest) > 1 and rest[0].key == ")" and rest[1].is_capital
    if kind is BlockKind.KEY_VALUE:
        return bool(rest) and rest[0].key == ","
    return not rest or rest[0].key in _BEHIND


def _behind_notes(keys: Sequence[str]) -> int:
    """Return where a line goes on behind a bracket or ", series finale"."""
    at = keys.index(")") + 1 if keys[:1] == ["("] and ")" in keys else 0
    if keys[at : at + 1] == [","] and "," in keys[at + 1 :]:
        inside = keys[at + 1 : keys.index(",", at + 1)]
        if SEASON_WORDS & set(inside) or "series" in inside:
            at += 1 + len(inside)
    return at


def is_out_on(after: Sequence[Token]) -> bool:
    """Return whether a bracket with nothing but a day follows: "X (out May 12)"."""
    if not after or after[0].key != "(":
        return False
    keys = [token.key for token in after]
    if ")" not in keys:
        return False
    inside = after[1 : keys.index(")")]
    if inside and inside[0].key in _OUT:
        inside = inside[1:]
    found = dates_in(inside) if 1 < len(inside) <= _DAY else ()
    return bool(found)

"""Signs that a phrase heads something: a line of its own, a date beside it, a section's words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.names import COMMON
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.candidates import SEASON_WORDS
from showgraph.extract.titles.titleruns import is_reviewed
from showgraph.extract.values.slots import DAY_NAMES
from showgraph.extract.values.temporal import MONTHS, dates_in

_SMALL: Final = frozenset(
    {"and", "&", "of", "the", "in", "on", "to", "a", "an", "for", "from", "'s"}
)
_LINES: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_MARKS: Final = frozenset({"—", "-", ":", "|", '"'})
_SORTS: Final = frozenset(
    {
        *("series", "drama", "comedy", "thriller", "sitcom", "show", "dramedy", "procedural"),
        *("docuseries", "miniseries", "anthology", "season", "reboot", "spin-off", "spinoff"),
    },
)
_ANY_LINES: Final = _LINES | {BlockKind.HEADLINE}
_STATUS_LINES: Final = _LINES | {BlockKind.KEY_VALUE, BlockKind.PARAGRAPH}
_QUOTES: Final = frozenset({'"', "'"})
_CERTAINLY: Final = frozenset(
    {"officially", "already", "unofficially", "just", "effectively", "likely", "certain"}
)
_FATES: Final = frozenset(
    {
        *("renewed", "cancelled", "canceled", "axed", "ended", "ending", "tba", "tbd", "pending"),
        *("undecided", "renewal", "cancellation"),
    },
)
_PARTING: Final = frozenset({",", ":", "—", "-", "|"})
_SORTED: Final = frozenset({"season", "series"})
_SHOWINGS: Final = frozenset({"premiere", "debut", "finale", "return", "opener"})
_SHOWN: Final = frozenset(
    {"premieres", "premiering", "premiered", "streaming", "airing", "airs", "debuts", "debuting"}
)
_REVIEWS: Final = frozenset({"review", "reviewed", "recap"})
_AHEAD: Final = 6
#: A bracket within so many tokens belongs to the phrase.
_REACH: Final = 4


def read_line_signs(
    sentence: Sentence,
    first: int,
    before: Sequence[Token],
    after: Sequence[Token],
) -> Iterator[str]:
    """Yield the signs that the line of a phrase gives.

    Args:
        sentence: The line.
        first: Where the phrase starts in it, its quotation mark included.
        before: What stands in front of the phrase, its quotation mark left out.
        after: What stands behind it, likewise.
    """
    kind = sentence.block.kind
    whole = _is_whole(sentence, first, after)
    if whole:
        yield "whole_line"
    if whole:
        yield "heading"
    elif kind is BlockKind.HEADING and not before:
        yield "heading_start"
    if kind is BlockKind.LIST_ITEM and not before and _leads_item(sentence, after):
        yield "item_title"
    if kind in _LINES and _is_dated(before, after, whole=whole):
        yield "dated_line"
    if kind in _ANY_LINES and _counts_only(sentence, first) and _is_scheduled(after):
        yield "scheduled_line"
    if whole and first > 0 and kind in _LINES and sentence.tokens[first - 1].key not in _QUOTES:
        yield "counted_line"
    if first == 0 and kind in _STATUS_LINES and _has_status(after):
        yield "status_line"
    if kind in _ANY_LINES and _is_reviewed(sentence, before, after):
        yield "review_line"


#: What names a field of a fact box.
_FIELDS: Final = frozenset({"genre", "genres", "rating", "language", "duration", "cast", "plot"})


def is_section(tokens: Sequence[Token], words: frozenset[str]) -> bool:
    """Return whether a phrase heads a part of any article: "Cast and Release"."""
    keys = [token.key for token in tokens[:2]]
    if keys in (["review", "by"], ["reviewed", "by"], ["written", "by"], ["photo", "by"]):
        return True  # "Review by Ana Bell" is a byline
    if keys[:1] == ["by"] and len(tokens) in {3, 4} and all(t.is_capital for t in tokens):
        return not any(token.key in COMMON for token in tokens[1:])  # "By Ana Bell"
    if keys[1:] == [":"] and keys[0] in _FIELDS:
        return True
    return all(
        token.key in words
        or token.key in _SMALL
        or token.key == ":"
        or token.key.isdigit()
        or token.key in MONTHS
        for token in tokens
    )


def _is_whole(sentence: Sentence, first: int, after: Sequence[Token]) -> bool:
    """Return whether a line is nothing but the phrase, a number or bracket beside it."""
    if sentence.block.kind not in _LINES and sentence.block.kind is not BlockKind.HEADLINE:
        return False
    behind = [token.key for token in after if token.key != "*"]
    if behind[:1] == ["("]:
        behind = behind[behind.index(")") + 1 :] if ")" in behind else []
    counted = _counts_only(sentence, first)
    if behind[:1] == [":"]:
        behind = behind[1:] if behind[1:2] == ["season"] else behind  # "12. Iron Tide: Season 2"
    numbered = behind[:1] == ["series"] and len(behind) > 1 and behind[1].isdigit()
    return counted and (not behind or behind[0] in SEASON_WORDS or numbered)


def _counts_only(sentence: Sentence, first: int) -> bool:
    """Return whether nothing but a counter or a quotation mark stands in front of a token."""
    return all(t.is_number or t.text[0] in ".)#\"'" for t in sentence.tokens[:first])


def _is_scheduled(after: Sequence[Token]) -> bool:
    """Return whether a line says next when it is shown: ", Mondays at 9", "(season premiere)"."""
    keys = [token.key for token in after[:_AHEAD]]
    if keys[:1] == ["("] and keys[1:2] and keys[1] in _SORTED:
        return keys[2:3] != [] and keys[2] in _SHOWINGS
    if not keys or keys[0] not in _PARTING:
        return False
    rest = keys[1:]
    if rest[:1] and rest[0] in _SORTED:
        return rest[1:2] != [] and rest[1] in _SHOWINGS
    return bool(rest) and (rest[0] in DAY_NAMES or rest[0] in _SHOWN)


def _has_status(after: Sequence[Token]) -> bool:
    """Return whether a line goes on with what became of it: ": Renewed for season 2"."""
    keys = [token.key for token in after if token.key not in _CERTAINLY]
    if keys[:1] not in ([":"], ["—"], ["-"]) or len(keys) == 1:
        return False
    if any(key in _FATES and before in {keys[0], ";"} for before, key in pairwise(keys)):
        return True
    showings = {"finale", "premiere", "debut", "renewed"}
    return keys[1] == "season" and bool(showings & set(keys[2:_AHEAD]))


def _is_reviewed(sentence: Sentence, before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Return whether a line reviews the phrase: "X - A Review", "Review: X"."""
    parted = bool(after) and after[0].key in _PARTING
    if not before and (
        (parted and is_reviewed(after[1:]))
        or (after[:1] and after[0].key == "tv" and is_reviewed(after))
    ):
        return True
    if (not before or before[-1].key == ";") and _is_graded(sentence, after):
        return True
    words = [token.key for token in before]
    led = words[-1:] == [":"] and len(words) < _AHEAD and words[-2:-1] != []
    whole = len(sentence.tokens) == len(words) + 1 or not after
    return led and whole and words[-2] in _REVIEWS


def _is_graded(sentence: Sentence, after: Sequence[Token]) -> bool:
    """Return whether a line goes on with a mark and ends, or names the next: "X - 8; Y - B+"."""
    if sentence.block.kind is BlockKind.PARAGRAPH or len(after) < _GRADED:
        return False
    if after[0].key not in {"-", "—"}:
        return False
    rest = [token.key for token in after[2:]]
    if rest[:1] == ["/"] and rest[1:2] in (["5"], ["10"], ["100"]):
        rest = rest[2:]
    mark = after[1].text
    number = mark.replace(".", "", 1).isdigit() and float(mark) <= _BEST_GRADE
    graded = number or mark.rstrip("+-") in {"A", "B", "C", "D", "F"}
    return graded and (not rest or rest[0] == ";")


_GRADED: Final = 2
_BEST_GRADE: Final = 10


def _leads_item(sentence: Sentence, after: Sequence[Token]) -> bool:
    """Return whether an item goes on to say what its first words are: "X: This drama ..."."""
    if not after or after[0].key not in {":", "—", "-"}:
        return False
    return any(token.key in _SORTS and token.start > after[0].start for token in sentence.tokens)


def _is_dated(before: Sequence[Token], after: Sequence[Token], *, whole: bool) -> bool:
    """Return whether a line gives the phrase a date: "May 3 — X", "X (May 3, Peacock)"."""
    if dates_in(before) and before[-1].key in _MARKS:
        return True
    if after and after[0].key in _MARKS and not before:
        found = dates_in(after[1:])
        last = found[0].last + 1 if found and found[0].first == 0 else 0
        if last > 2 and [t.key for t in after[last : last + 1]] in (["on"], [","], ["("]):  # noqa: PLR2004 - a day has two words
            return True  # "X - May 3 on Peacock", but not the author and the day of a text
    at = next((i for i, token in enumerate(after[:_REACH]) if token.key == "("), None)
    return at is not None and whole and bool(dates_in(after[at:]))

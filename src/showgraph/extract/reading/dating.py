"""Find the day of a document in its own first lines or in its address, and say where it stood.

A stated date (front matter, a field, a page's metadata, a leading date) comes first and is read
where the format is. What is left are a line that bears the day of publication, and an address
with the day in its path. A day on which a text was only "updated" is not taken: sites date old
articles anew, and every weekday and "next month" in them would move along.
"""

import re
from collections.abc import Sequence
from typing import Final

from showgraph.extract.text.blocks import BYLINE_REACH, Block, BlockKind, find_blocks
from showgraph.extract.text.tokens import Token, tokenize
from showgraph.extract.text.views import normalise
from showgraph.extract.values.dates import is_calendar_day
from showgraph.extract.values.temporal import dates_in

#: Characters in which the line with the day of publication stands, if there is one.
_REACH: Final = 2000
#: A line of a date and little else: "Thursday, May 4, 2023 10:15 AM IST".
_MAX_LOOSE_WORDS: Final = 5
_PATH_DAY: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|\Z)")
_UPDATED: Final = frozenset({"updated", "modified", "edited", "reviewed"})
_LINE_KINDS: Final = frozenset({BlockKind.BYLINE, BlockKind.KEY_VALUE})
_KEYS: Final = frozenset({"date", "published", "posted", "first published", "publication date"})


def find_date(text: str, url: str | None) -> tuple[str, str] | None:
    """Return an ISO day and where it stood, "byline" or "address"; None where there is none.

    Args:
        text: The document; only its first lines are looked at.
        url: Its address, where it is known.
    """
    day = _byline_day(text)
    if day is not None:
        return day, "byline"
    found = _PATH_DAY.search(url or "")
    if found is not None:
        year, month, number = map(int, found.groups())
        if 1 <= month <= 12 and is_calendar_day(year, month, number):  # noqa: PLR2004 - months
            return f"{year:04}-{month:02}-{number:02}", "address"
    return None


def _byline_day(text: str) -> str | None:
    """Return the day that one of the first lines gives as that of publication."""
    head = text[:_REACH]
    if len(text) > _REACH:
        head = head[: head.rfind("\n") + 1]
    view = normalise(head)
    for block in find_blocks(view)[:BYLINE_REACH]:
        tokens = _tokens(head[block.start : block.end])
        days = [found for found in map(_Day, _days(tokens)) if not found.is_update(tokens)]
        if days and (_bears_date(head, block) or _is_loose(tokens, days[0].last)):
            return days[0].iso
    return None


def _tokens(text: str) -> Sequence[Token]:
    view = normalise(text)
    return tokenize(view, 0, len(view.text))


def _days(tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
    """Return the complete days among tokens: first, last and ISO form."""
    rows = []
    for found in dates_in(tokens):
        parts = found.parts
        if parts.year and parts.month and parts.day:
            iso = f"{parts.year:04}-{parts.month:02}-{parts.day:02}"
            rows.append((found.first, found.last, iso))
    return rows


class _Day:
    """A complete day at its place in a line."""

    def __init__(self, row: tuple[int, int, str]) -> None:
        self.first, self.last, self.iso = row

    def is_update(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the last verb before the day says that the text was only changed."""
        words = [token.key for token in tokens[: self.first]]
        verbs = [word for word in words if word in _UPDATED or word in {"published", "posted"}]
        return bool(verbs) and verbs[-1] in _UPDATED


def _bears_date(head: str, block: Block) -> bool:
    """Tell whether a line is a byline or a key and value that names the day of publication."""
    if block.kind is BlockKind.KEY_VALUE and block.key is not None:
        return head[slice(*block.key)].strip(" *_:").lower() in _KEYS
    return block.kind in _LINE_KINDS


def _is_loose(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a line holds a date and hardly anything else."""
    words = [token for token in tokens[last:] if token.is_word]
    before = [token for token in tokens[:last] if token.is_word]
    return len(words) <= _MAX_LOOSE_WORDS and len(before) <= 2  # noqa: PLR2004 - weekday, month

"""Tell a series by what it is made of: "the series adaptation of Bell's novel X"."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.rulepack.titletable import TitleTable

_ADAPTING: Final = frozenset({"adapting", "adapt", "adapts", "adapted", "adaptation"})
_SCREENS: Final = frozenset(
    {("for", "the", "screen"), ("for", "television"), ("for", "tv"), ("for", "the", "small")}
)
_BOOKS: Final = frozenset(
    {
        *("novel", "book", "memoir", "novels", "bestseller", "comic", "manga", "webtoon", "play"),
        *("novella", "podcast", "books", "trilogy", "biography"),
    },
)
_TELEVISION: Final = frozenset({"tv", "television", "small-screen", "episodic", "streaming"})
_REACH: Final = 3  # words in front of "adaptation" that may call it a series


def is_adapted(
    before: Sequence[str], peeled: Sequence[str], after: Sequence[str], table: TitleTable
) -> bool:
    """Return whether the words around a phrase say that a series is made of it.

    Args:
        before: The words in front of the phrase, the nearest last.
        peeled: The same without the owner, the sort and the praise of the work.
        after: The words behind it, the nearest first.
        table: The words for series.
    """
    for size in (2, 3):
        head = peeled[-size:]
        if head[-1:] == ["of"] and any(key in table.words["kind_after_words"] for key in head[:-1]):
            return len(peeled) < len(before) or after[:1] == ["manga"]
    if _is_version(before, table):
        return True
    if _SCREENS & {tuple(after[:2]), tuple(after[:3])} and _ADAPTING & set(before):
        return True  # "adapting her hit book X for the screen"
    if after[:1] != ["into"]:
        return False
    return any(table.kinds.get(key) == "series" for key in after)


def _is_version(before: Sequence[str], table: TitleTable) -> bool:
    """Return whether "a drama adaptation of Ana Bell's cold war novel" leads to the phrase."""
    if before[-1:] == [] or before[-1] not in _BOOKS or "adaptation" not in before:
        return False
    at = len(before) - 1 - list(before)[::-1].index("adaptation")
    led = before[max(0, at - _REACH) : at]
    called = any(key in _TELEVISION or table.kinds.get(key) == "series" for key in led)
    return called and before[at + 1 : at + 2] == ["of"]

"""Skip the quoted phrases that a phrase is listed with: 'the series "X," "Y" and "Z"'."""

from typing import Final

_JOINS: Final = frozenset({"and", "&", ",", "or", "plus"})
_MARKS: Final = frozenset({'"', "'"})
#: Words of a title between two marks; more are speech.
_LONGEST: Final = 9
#: What is read in front of a phrase, and how far back its list may begin.
SIGHT: Final = 9
REACH: Final = 60


def cut_peers(keys: list[str]) -> list[str]:
    """Return what stands in front of a quoted phrase and of those that it is listed with.

    A comma may stand inside the marks, as Americans write it: '"X," "Y" and "Z"'.

    Args:
        keys: The words in front of the phrase, the nearest last; its own mark is not among them.
    """
    end = len(keys)
    while (start := _peer_start(keys[:end])) is not None:
        end = start
    return keys[max(0, end - SIGHT) : end]


def _peer_start(keys: list[str]) -> int | None:
    """Return where the quoted phrase begins that a joining word or a comma in its marks ends."""
    at = len(keys)
    while at and keys[at - 1] in _JOINS:
        at -= 1
    mark = keys[at - 1] if at else ""
    joined = at < len(keys) or keys[at - 2 : at - 1] == [","]
    if not joined or mark not in _MARKS:
        return None
    inside = keys[max(0, at - 1 - _LONGEST) : at - 1]
    if mark not in inside:
        return None
    return at - 2 - inside[::-1].index(mark)

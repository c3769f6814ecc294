"""Sentences that name their series last: "Premiering in May is X", "one of the new dramas is X"."""

from collections.abc import Collection, Sequence
from typing import Final

_BE: Final = frozenset({"is", "was"})
#: What only a work does; a sentence that begins so names it behind "is".
_DEBUTS: Final = frozenset({"premiering", "debuting", "airing", "launching", "streaming", "bowing"})
_MAKING: Final = frozenset({"debut", "premiere", "comeback", "bow", "return"})
#: Beside a word for series these say that one of many is named.
_FOREMOST: Final = frozenset({"latest", "first", "most", "top", "newest", "only", "next", "final"})
_PARTED: Final = frozenset({",", "and", ";", "who", "what", "but", '"', "'s", "'", ":"})
_LINKS: Final = frozenset({"of", "in", "on", "about", "to", "for", "with", "from", "at", "by"})


def names_debut(opener: str, before: Sequence[str]) -> bool:
    """Return whether a sentence tells of a debut and then whose: "Making its debut today is X".

    Args:
        opener: The first word of the sentence.
        before: The words in front of the phrase, the nearest last.
    """
    if before[-1:] == [] or before[-1] not in _BE or _PARTED & set(before):
        return False
    return opener in _DEBUTS or (opener == "making" and bool(_MAKING & set(before)))


def names_one_of(before: Sequence[str], kinds: Collection[str]) -> bool:
    """Return whether one of many series is said to be the phrase: "its first drama for May is X".

    Args:
        before: The words in front of the phrase, the nearest last.
        kinds: Words for series.
    """
    if before[-1:] == [] or before[-1] not in _BE:
        return False
    for at in range(len(before) - 2, 0, -1):
        if before[at] in _PARTED:
            return False
        if before[at] not in kinds and before[at].removesuffix("s") not in kinds:
            continue
        start = at
        while start and before[start - 1] not in {"the", "its", "their"} | _LINKS:
            start -= 1
        praise = before[start:at]
        first = any(key in _FOREMOST or key.endswith("est") for key in praise)
        return (
            start > 0
            and before[start - 1] not in _LINKS
            and (first or list(before[max(0, start - 3) : start - 1]) == ["one", "of"])
        )
    return False

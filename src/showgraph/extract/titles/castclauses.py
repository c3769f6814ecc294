"""Tell a series by the people it takes on: "Iron Tide is adding Ana Bell to its cast"."""

from collections.abc import Sequence
from typing import Final

#: Tokens behind a phrase within which such a clause is over.
CAST_SIGHT: Final = 24
_DEEDS: Final = frozenset(
    {"adds", "added", "adding", "casts", "taps", "tapped", "tapping", "enlists", "enlisted"}
)
_BEFORE: Final = frozenset(
    {"is", "was", "has", "have", "had", "been", "be", "also", "now", "just", "recently"}
)
_CASTS: Final = frozenset({"cast", "ensemble", "regular", "regulars"})
_OWNERS: Final = frozenset({"its", "series", "the"})


def takes_people_on(keys: Sequence[str]) -> bool:
    """Return whether the words behind a phrase say that it takes people into a cast.

    Args:
        keys: The words behind the phrase, ``CAST_SIGHT`` of them.
    """
    at = next((at for at, key in enumerate(keys) if key not in _BEFORE), len(keys))
    behind = set(keys[at + 1 :])
    return (
        keys[at : at + 1] != []
        and keys[at] in _DEEDS
        and keys[at + 1 : at + 3] != ["to", "the"]  # "Ana Bell has been added to the cast"
        and bool(behind & _CASTS)
        and (not behind.isdisjoint(_OWNERS))
    )

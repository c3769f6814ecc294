"""Tell a series by what is decided on it: "X got a series order", "picked up X to series"."""

from collections.abc import Sequence
from typing import Final

_GETS: Final = frozenset(
    {
        *("got", "gets", "get", "getting", "landed", "lands", "scored", "scores", "earned"),
        *("receives", "received", "nabbed", "secured", "has", "was", "is", "given", "granted"),
    },
)
#: What may stand between such a verb and the order.
_BETWEEN: Final = frozenset(
    {
        *("a", "an", "the", "been", "given", "granted", "official", "officially", "early", "full"),
        *("formal", "straight-to-series", "full-season", "back", "nine", "back-nine", "new"),
        *("landed", "also", "just", "already", "finally", "eight-episode", "ten-episode"),
        *("ten", "eight", "six", "episode", "handed", "quick", "fast"),
    },
)
_ORDERS: Final = (
    *(
        ("series", "order"),
        ("series", "pickup"),
        ("series", "commitment"),
        ("series", "greenlight"),
    ),
    *(("pilot", "order"), ("pickup", "to", "series"), ("pick-up", "to", "series")),
    *(("straight-to-series", "order"), ("season", "order"), ("season", "pickup")),
    *(("full-season", "order"), ("full-season", "pickup"), ("season", "renewal"), ("renewal",)),
)
_TO_SERIES: Final = (
    *(("ordered", "to", "series"), ("picked", "up", "to", "series")),
    *(("picked", "up", "for", "series"), ("greenlit", "to", "series"), ("taken", "to", "series")),
)
_REACH: Final = 7


def is_ordered(keys: Sequence[str]) -> bool:
    """Return whether the words behind a phrase say that it is ordered, as only series are.

    Args:
        keys: The words behind the phrase, the nearest first.
    """
    if tuple(keys[:2]) == ("to", "series"):
        return True  # "Peacock has picked up X to series"
    if keys[:1] == [] or keys[0] not in _GETS:
        return False
    for at in range(1, min(len(keys), _REACH)):
        if any(tuple(keys[at : at + len(row)]) == row for row in (*_ORDERS, *_TO_SERIES)):
            return True
        if keys[at] not in _BETWEEN:
            return False
    return False

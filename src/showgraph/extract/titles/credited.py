"""Tell phrases that only say who somebody is: "X creator Ana Bell", "famous for X"."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.titles.cuesigns import names_behind
from showgraph.extract.titles.surroundings import Surroundings

_PAST_DEEDS: Final = frozenset({"starred", "appeared", "featured"})
_PERFECT: Final = frozenset({"has", "have", "had", "previously", "recently", "earlier"})
#: Behind these a name says that a title is somebody's credit, be it of a film or of a series.
_CREDITED: Final = frozenset(
    {"fame", "star", "co-star", "actor", "actress", "alum", "alumna", "alumnus"}
)
_MAKERS: Final = frozenset(
    {"creator", "co-creator", "creators", "showrunner", "writer", "director"}
)
_FAME: Final = frozenset({(word, "for") for word in ("known", "famous", "remembered", "loved")})


def is_past(around: Surroundings, peeled: Sequence[str]) -> bool:
    """Return whether the phrase only says who somebody is: "X creator A", "famous for X"."""
    if is_credit(around, peeled) or tuple(peeled[-2:]) in _FAME:
        return True
    keys = [key for key in around.after_keys[:2] if key not in {"'s", '"', "'"}]
    return bool(keys) and keys[0] in _MAKERS and names_behind(around, keys[0])


def is_credit(around: Surroundings, peeled: Sequence[str]) -> bool:
    """Return whether the phrase says whose star somebody is: "X star Ana Bell", "X alum"."""
    led = len(peeled)
    if peeled[-1:] == ["from"] and led > 1 and around.before[led - 2].is_capital:
        return True  # "Ana Bell from X"
    keys = [key for key in around.after_keys[:3] if key not in {"'s", '"', "'"}]
    return bool(keys) and keys[0] in _CREDITED


def is_past_credit(around: Surroundings) -> bool:
    """Return whether the phrase is one of somebody's past works: "has appeared in X"."""
    before = set(around.before_keys)
    return bool(before & _PAST_DEEDS) and "in" in before and bool(before & _PERFECT)

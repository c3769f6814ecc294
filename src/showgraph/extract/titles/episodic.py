"""Read that a phrase has what only something in episodes has: a showrunner, a series finale."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.values.quantities import parse_number

_RUNNERS: Final = frozenset({"showrunner", "showrunners", "co-showrunner", "co-showrunners"})
_PARTS: Final = frozenset({"episode", "episodes", "pilot"})
#: What stands between a show and who runs it: "Iron Tide's new showrunner".
_TENURE: Final = frozenset({"'s", "'", "new", "former", "longtime", "original", "current", "then"})
_LINKS: Final = frozenset({"of", "for", "on"})
_LASTING: Final = frozenset({"ran", "runs", "lasted", "spanned", "aired"})


def is_episodic(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether the words around a phrase give it episodes or a showrunner.

    "the last episode of X", "X's new showrunner", "the X series finale", "X, with 86 episodes",
    "X ran for six seasons". A finale or a season alone is none: contests have them as well.

    Args:
        before: The keys in front of the phrase, its owner and sort left out, the nearest last.
        after: The keys behind the phrase, quotation marks left out, the nearest first.
    """
    front = [key for key in before[-3:] if key != "the"]
    if len(front) > 1 and front[-1] in _LINKS and front[-2] in _RUNNERS:
        return True
    if front[-1:] == ["of"] and front[-2:-1] and front[-2] in _PARTS:
        return True
    back = [key for key in after if key not in _TENURE]
    return (
        (bool(back) and back[0] in _RUNNERS)
        or tuple(back[:2]) in {("series", "finale"), ("pilot", "episode")}
        or _is_counted(after)
    )


def _is_counted(after: Sequence[str]) -> bool:
    """Return whether its episodes are counted: "X with 86 episodes", "X ran for six seasons"."""
    keys = [key for key in after[:5] if key != ","]
    if keys[:1] == ["with"]:
        rest = keys[1:]
    elif len(keys) > 1 and keys[0] in _LASTING and keys[1] == "for":
        rest = keys[2:]
    else:
        return False
    units = {"episodes", "seasons"}
    counted = len(rest) > 1 and parse_number(rest[0]) is not None and rest[1] in units
    return counted and rest[2:3] != ["each"]  # "by Ana Bell and Omar Reyes, with 4 episodes each"

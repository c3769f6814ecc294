"""Reasons to drop what only looks like the place or the day of a release."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene

#: Sites for clips and posts: "the trailer of Iron Tide on YouTube" is no release of the series.
_CLIPS: Final = frozenset(
    {"YouTube", "Instagram", "Facebook", "Snapchat", "Vimeo", "Twitch", "Spotify", "V Live"},
)
#: What somebody shows, writes or asks for there, instead of the series.
_TALKED_OF: Final = frozenset(
    {"about", "discuss", "discussed", "promote", "promoting", "promoted", "pitch", "pitched"},
)
_REACH: Final = 4


def _clip_place(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the place is one for clips and posts."""
    place = match.get("p")
    return place is not None and str(place.value) in _CLIPS


def _talked_of(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether somebody speaks of the work there: "to discuss Iron Tide on Peacock"."""
    work = match.get("t")
    if work is None:
        return False
    return bool(_TALKED_OF & set(scene.keys[max(0, work.first - _REACH) : work.first]))


def _owner_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether something of the platform is meant: "known for Peacock's dramas"."""
    return scene.keys[match.last : match.last + 1] in (["'s"], ["'"])


def _noun_of_going(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether "a move to Peacock" names a move that nobody has made."""
    cue = match.get(frame.cue)
    return cue is not None and scene.keys[cue.first - 1 : cue.first] in _ARTICLES


def _foreign_goer(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether no series is what goes there: "Ana Bell has now moved to Peacock"."""
    cue = match.get(frame.cue)
    before = [m for m in scene.all("work", "name") if cue is not None and m.last <= cue.first]
    last = max(before, key=lambda m: (m.last, m.type == "work"), default=None)
    return last is None or last.type != "work"


_ARTICLES: Final = (["a"], ["the"], ["its"], ["their"], ["his"], ["her"], ["any"], ["possible"])


RELEASE_DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "clip_place": _clip_place,
    "talked_of": _talked_of,
    "owner_behind": _owner_behind,
    "noun_of_going": _noun_of_going,
    "foreign_goer": _foreign_goer,
}

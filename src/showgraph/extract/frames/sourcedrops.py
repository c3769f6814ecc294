"""Reasons to drop what a series seems to be based on: whose book it is, a true case, a setting."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene


def _set_in_gap(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether the title is not what it is based on: "on books and set in", "X author's"."""
    cue, work = match.get(frame.cue), match.get("w")
    if cue is None or work is None:
        return False
    behind = scene.keys[work.last : work.last + 4]
    author = bool(behind) and _AUTHORS & set(behind) and "by" not in behind and "," not in behind
    gap = {"set", "behind", "actual", "real", "real-life", "true"} & set(
        scene.keys[cue.last : work.first]
    )
    return bool(gap or author)


_AUTHORS: Final = frozenset({"author", "creator", "writer", "novelist"})


def _author_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a title only tells who wrote: "based on the Salt Road author's novella"."""
    behind = scene.keys[match.last : match.last + 3]
    return bool(_AUTHORS & set(behind)) and not {"by", ","} & set(behind)


SOURCE_DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "author_behind": _author_behind,
    "set_in_gap": _set_in_gap,
}

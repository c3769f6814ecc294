"""Titles that come a sentence late: "Peacock orders a new drama. The series is titled X"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.mention import Scene, WorkValue
from showgraph.extract.titles.descriptions import NAMING

_OPENERS: Final = frozenset({"the", "this", "it", "its", "titled", "called", "dubbed", "entitled"})
#: What may stand between the opening of a sentence and the verb that names: "is currently".
_REACH: Final = 7


def announce_titles(stages: Sequence[Stage]) -> list[Stage]:
    """Return the stages, each with the title that its neighbour gives to what it leaves unnamed.

    The sentence behind may open "The series is titled Iron Tide"; or the headline right before
    names one series, and the text begins "Peacock has ordered a new drama".
    """
    told = list(stages)
    for at, (stage, following) in enumerate(pairwise(stages)):
        if _is_unnamed(stage.scene):
            title = _given(following.scene) or (_headlined(*stages[:2]) if at == 1 else "")
            told[at] = replace(stage, announced=title) if title else stage
    return told


def _is_unnamed(scene: Scene) -> bool:
    return not scene.all("named_work") and bool(scene.all("kind"))


def _given(scene: Scene) -> str:
    """Return the title that a sentence opens by giving, or nothing."""
    if scene.keys[0] not in _OPENERS:
        return ""
    at = next((i for i, key in enumerate(scene.keys[:_REACH]) if key in NAMING), None)
    if at is None:
        return ""
    start = at + 1 + (scene.keys[at + 1 : at + 2] in (['"'], ["'"]))
    return _title_at(scene, start)


def _headlined(headline: Stage, opening: Stage) -> str:
    """Return the one series that a headline over a text's first sentence names, or nothing."""
    block = headline.scene.sentence.block
    if block.kind is not BlockKind.HEADLINE or block is opening.scene.sentence.block:
        return ""
    scene = headline.scene
    named = {_title_at(scene, mention.first) for mention in scene.all("named_work")}
    return named.pop() if len(named) == 1 else ""


def _title_at(scene: Scene, at: int) -> str:
    mention = scene.mention_at(at, ("named_work",))
    value = mention.value if mention is not None else None
    return value.title if isinstance(value, WorkValue) else ""

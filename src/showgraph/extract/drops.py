"""Reasons to drop a match that its pattern alone cannot see; frames name them in ``drop_if``."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.mention import Scene
from showgraph.extract.pack import Frame
from showgraph.extract.pattern import Match

_STAR_NOUNS: Final = frozenset(
    (
        "the its their 's rising both of with pop film movie tv by two three other fellow "
        "bollywood hollywood as these four five rock television reality guest all porn "
    ).split(),
)


def _noun_before(scene: Scene, match: Match, frame: Frame) -> bool:
    cue = match.get(frame.cue)
    at = cue.first if cue else match.first
    before = scene.keys[at - 1] if at else ""
    word = scene.keys[at]
    if word in {"stars", "star", "features"} and (before in _STAR_NOUNS or at == 0):
        return True
    if word in {"featuring", "features"}:
        window = scene.keys[max(0, at - 10) : at]
        return bool({"video", "clip", "poster", "photo", "picture", "teaser", "song"} & set(window))
    return False


def _after_name(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether a name stands right before: "Low Water creator A" speaks of Low Water."""
    cue = match.get(frame.cue)
    at = (cue.first if cue else match.first) - 1
    while at >= 0 and scene.keys[at] in {'"', "'", "'s", "and", ","}:
        if scene.keys[at] == "," or (scene.keys[at] == "and"):
            return False
        at -= 1
    if at < 0:
        return False
    token = scene.sentence.tokens[at]
    work = any(m.first <= at < m.last for m in scene.all("work"))
    return token.is_word and token.is_capital and at > 0 and not work


def _credit_as(scene: Scene, match: Match, _frame: Frame) -> bool:
    who, c = match.get("who"), match.get("c")
    if who is None or c is None:
        return True
    window = scene.keys[who.last : c.first]
    return bool(
        {"such", "well", "known", "soon", "far", "long", "much", "just", "serve"} & set(window)
    )


def _no_noun_phrase(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether nothing ties platform and title together ("Netflix Iron Tide")."""
    platform, title = match.get("p"), match.get("t")
    if platform is None or title is None:
        return True
    between = scene.keys[platform.last : title.first]
    return not between or between == [","]


def _ordinal_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    before = scene.keys[match.first - 1] if match.first else ""
    return before in {"first", "last", "final", "next", "opening", "part", "season"}


def _foreign_object(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "the rights" are followed by rights to something else."""
    after = scene.keys[match.last : match.last + 1]
    return match.get("t") is None and after in (["to"], ["for"])


DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "noun_before": _noun_before,
    "after_name": _after_name,
    "credit_as": _credit_as,
    "no_noun_phrase": _no_noun_phrase,
    "ordinal_before": _ordinal_before,
    "foreign_object": _foreign_object,
}

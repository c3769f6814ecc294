"""The platform of a list: "Five shows on Peacock", and then a heading for each of them."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.model import Kind, Reference

#: Sentences within which a list says what it is a list of.
_OPENING: Final = 5
_LONGEST_HEAD: Final = 12
_LEAST: Final = 2
_HEADS: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_PLURALS: Final = frozenset(
    {
        *("shows", "series", "dramas", "originals", "k-dramas", "sitcoms", "thrillers", "titles"),
        *("miniseries", "comedies", "programmes", "docuseries", "web-series", "kdramas"),
    },
)
_BETWEEN: Final = frozenset(
    {
        *("on", "from", "at", "to", "coming", "streaming", "available", "airing", "the", "new"),
        *("'s", "'", "original", "originals", "tv", "web", "best", "drama", "right", "now", "of"),
        *("series", "exclusive", "must-watch", "must-see", "top", "arriving", "binge", "upcoming"),
        *(
            "5",
            "6",
            "7",
            "8",
            "10",
            "12",
            "15",
            "20",
            "25",
            "popular",
            "crime",
            "thriller",
            "korean",
        ),
    },
)


def draft_list_platforms(stages: Sequence[Stage]) -> Iterator[Draft]:
    """Draft where each series of a list runs, if the list is of one platform's series.

    Nothing is drafted where a section names another platform, or there is one section only.
    """
    heads = [head for stage in stages if (head := _heading(stage)) is not None]
    first = next((at for at, stage in enumerate(stages) if _heading(stage) is not None), 0)
    named = _list_platform(stages[: min(_OPENING, first)])
    if named is None or len(heads) < _LEAST:
        return
    platform, span = named
    if any(str(m.value) != platform for s in stages[first:] for m in s.scene.all("platform")):
        return
    for stage in stages[first:]:
        head = _heading(stage)
        if head is None or not isinstance(head.value, WorkValue):
            continue
        yield Draft(
            "platform",
            WorkValue(head.value.title),
            Reference(Kind.PLATFORM, platform),
            "platform.list",
            stage,
            [stage.scene.offsets(head.first, head.last), span],
            {"kind": "release"},
        )


def _list_platform(stages: Sequence[Stage]) -> tuple[str, tuple[int, int]] | None:
    """Return the one platform that the opening says the list is of, and where."""
    platforms = {str(m.value) for stage in stages for m in stage.scene.all("platform")}
    if len(platforms) != 1:
        return None
    for stage in stages:
        scene = stage.scene
        for mention in scene.all("platform"):
            if _lists(scene, mention):
                return str(mention.value), scene.offsets(mention.first, mention.last)
    return None


def _lists(scene: Scene, platform: Mention) -> bool:
    """Return whether "shows on Peacock" or "Peacock's best dramas" stands there."""
    at = platform.first - 1
    while at >= 0 and scene.keys[at] in _BETWEEN and scene.keys[at] not in _PLURALS:
        at -= 1
    if at >= 0 and at < platform.first - 1 and scene.keys[at] in _PLURALS:
        return True
    if scene.keys[platform.last - 1] == "tv":
        return False  # "Key TV Shows"
    at = platform.last
    while at < scene.n_tokens and scene.keys[at] in _BETWEEN - _PLURALS:
        at += 1
    return at < scene.n_tokens and scene.keys[at] in _PLURALS


def _heading(stage: Stage) -> Mention | None:
    """Return the series that a heading opens with."""
    scene = stage.scene
    if scene.sentence.block.kind not in _HEADS or scene.n_tokens > _LONGEST_HEAD:
        return None
    works = [m for m in scene.all("work") if m.how == "name" and m.first <= _FRONT]
    return works[0] if works else None


_FRONT: Final = 3  # "1. Iron Tide", '"Iron Tide"'

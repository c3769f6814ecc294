"""The platform of a list: "Five shows on Peacock" over headings, or a channel over its series."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.discourse.works import is_aside, is_credit_use
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

    Nothing is drafted where a section names another platform, or there is one section only. A
    text in sections that are headed by channels places what each of them names.
    """
    yield from _draft_sections(stages)
    yield from _draft_bare_heads(stages)
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


def _draft_bare_heads(stages: Sequence[Stage]) -> Iterator[Draft]:
    """Draft where the series of a line runs that is nothing but its title and a channel."""
    for stage in stages:
        scene, work = stage.scene, _heading(stage)
        if work is None or not isinstance(work.value, WorkValue):
            continue
        channel = scene.mention_at(work.last, ("platform",))
        if channel is not None and channel.last == scene.n_tokens:
            yield Draft(
                "platform",
                WorkValue(work.value.title),
                Reference(Kind.PLATFORM, str(channel.value)),
                "platform.bare-head",
                stage,
                [scene.offsets(work.first, channel.last)],
                {"kind": "release"},
            )


def _draft_sections(stages: Sequence[Stage]) -> Iterator[Draft]:
    """Draft where the series run that sections under lines such as "NBC" name."""
    channels = [_channel(stage) for stage in stages]
    if len({str(mention.value) for mention in channels if mention is not None}) < _LEAST:
        return
    over: tuple[Stage, Mention] | None = None
    placed: set[tuple[str, str]] = set()
    for stage, channel in zip(stages, channels, strict=True):
        if channel is not None:
            over = (stage, channel)
        elif stage.scene.sentence.block.kind is BlockKind.HEADING and not _names_series(stage):
            over = None  # another part of the page
        elif over is not None:
            yield from _placed(stage, over, placed)


def _placed(
    stage: Stage, over: tuple[Stage, Mention], placed: set[tuple[str, str]]
) -> Iterator[Draft]:
    """Draft that the series of a sentence run where the line above says, each of them once."""
    scene, platform = stage.scene, str(over[1].value)
    if any(str(m.value) != platform for m in scene.all("platform")):
        return
    for work in scene.all("named_work"):
        if not isinstance(work.value, WorkValue) or (work.value.title, platform) in placed:
            continue
        if is_aside(scene, work) or is_credit_use(scene, work):
            continue
        placed.add((work.value.title, platform))
        yield Draft(
            "platform",
            WorkValue(work.value.title),
            Reference(Kind.PLATFORM, platform),
            "platform.section",
            stage,
            [
                scene.offsets(work.first, work.last),
                over[0].scene.offsets(over[1].first, over[1].last),
            ],
            {"kind": "release"},
        )


def _channel(stage: Stage) -> Mention | None:
    """Return the platform that a line is nothing but the name of: "NBC", "The CW:"."""
    scene = stage.scene
    if scene.sentence.block.kind not in _HEADS:
        return None
    keys = [key for key in scene.keys if key not in {"the", ":", "on", "network"}]
    for mention in scene.all("platform"):
        named = [k for k in scene.keys[mention.first : mention.last] if k != "the"]
        if keys == named:
            return mention
    return None


def _names_series(stage: Stage) -> bool:
    return bool(stage.scene.all("named_work"))


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

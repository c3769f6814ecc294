"""Channels that label paragraphs: 'NBC — "Iron Tide" (May 3) is a drama. "Salt Road" ...'."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.discourse.asides import is_aside, is_credit_use
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.text.blocks import Block, BlockKind
from showgraph.extract.text.mention import Mention, WorkValue
from showgraph.model import Kind, Reference

_MARKS: Final = frozenset({"—", ":", "-", "|"})
_LEAST: Final = 2
_PROSE: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.KEY_VALUE})


def draft_labelled(stages: Sequence[Stage]) -> Iterator[Draft]:
    """Draft where the series of a paragraph run that opens with a channel and a dash or colon.

    Nothing is drafted where the text labels but one channel so, nor for a series that stands with
    another channel in its sentence, or is somebody's credit.
    """
    labels = [(stage, label) for stage in stages if (label := _label(stage)) is not None]
    if len({str(label.value) for _, label in labels}) < _LEAST:
        return
    over: dict[Block, tuple[Stage, Mention]] = {}
    placed: set[tuple[str, str]] = set()
    for stage, label in labels:
        over.setdefault(stage.scene.sentence.block, (stage, label))
    for stage in stages:
        found = over.get(stage.scene.sentence.block)
        if found is not None:
            yield from _placed(stage, *found, placed)


def _placed(
    stage: Stage, labelled: Stage, label: Mention, placed: set[tuple[str, str]]
) -> Iterator[Draft]:
    scene, platform = stage.scene, str(label.value)
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
            "platform.label",
            stage,
            [
                scene.offsets(work.first, work.last),
                labelled.scene.offsets(label.first, label.last),
            ],
            {"kind": "release"},
        )


def _label(stage: Stage) -> Mention | None:
    """Return the channel that opens a paragraph in front of a dash or a colon."""
    scene = stage.scene
    if scene.sentence.block.kind not in _PROSE:
        return None
    channel = scene.mention_at(0, ("platform",))
    if channel is None or channel.how != "name":
        return None
    marked = scene.keys[channel.last : channel.last + 1]
    return channel if marked and marked[0] in _MARKS and channel.last + 1 < scene.n_tokens else None

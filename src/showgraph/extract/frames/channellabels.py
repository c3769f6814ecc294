"""Channels that label paragraphs: 'NBC — "Iron Tide" (May 3) is a drama. "Salt Road" ...'."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.frames.places import draft_placed_below
from showgraph.extract.text.blocks import Block, BlockKind
from showgraph.extract.text.mention import Mention

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
            labelled, label = found
            span = labelled.scene.offsets(label.first, label.last)
            yield from draft_placed_below(stage, str(label.value), span, "platform.label", placed)


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

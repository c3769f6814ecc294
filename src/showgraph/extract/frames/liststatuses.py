"""What becomes of the series of a list: "Renewed" as a line, and then a line for each of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.mention import Mention, WorkValue

_HEADS: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
#: What a line says of those under it.
_FATES: Final[Mapping[str, str]] = {
    "renewed": "renewed",
    "renewals": "renewed",
    "cancelled": "cancelled",
    "canceled": "cancelled",
    "cancellations": "cancelled",
    "axed": "cancelled",
}
#: What may stand beside such a word in its line.
_BESIDE: Final = frozenset(
    {"shows", "series", "tv", "the", ":", "officially", "so", "far", "scripted", "show"}
)
#: Of a line under it the title is the most; a bracket may follow.
_LONGEST: Final = 12
_LEAST: Final = 2


def fate_of(stage: Stage) -> str:
    """Return what a line says of those under it, or nothing: "Renewed", "Canceled shows:"."""
    if stage.scene.sentence.block.kind not in _HEADS:
        return ""
    fates = {_FATES[key] for key in stage.scene.keys if key in _FATES}
    plain = all(key in _FATES or key in _BESIDE for key in stage.scene.keys)
    return fates.pop() if plain and len(fates) == 1 else ""


def draft_list_statuses(stages: Sequence[Stage]) -> Iterator[Draft]:
    """Draft what becomes of the series that stand in lines of their own under such a word.

    A page has two of these lines at least, or one over two series; a paragraph and any other
    line end what is said.
    """
    rows: list[tuple[Stage, str, list[tuple[Stage, Mention]]]] = []
    open_row = False
    for stage in stages:
        fate, item = fate_of(stage), _item(stage)
        if fate:
            rows.append((stage, fate, []))
            open_row = True
        elif open_row and item is not None:
            rows[-1][2].append((stage, item))
        else:
            open_row = False
    if sum(len(items) for _, _, items in rows) < _LEAST:
        return
    for over, fate, items in rows:
        for stage, item in items:
            if isinstance(item.value, WorkValue):
                yield Draft(
                    "season_status",
                    WorkValue(item.value.title),
                    fate,
                    "season.section",
                    stage,
                    [
                        stage.scene.offsets(item.first, item.last),
                        over.scene.offsets(0, over.scene.n_tokens),
                    ],
                )


def _item(stage: Stage) -> Mention | None:
    """Return the series that a line is nothing but the title of, a bracket or a field beside it."""
    scene = stage.scene
    if scene.sentence.block.kind not in _HEADS or scene.n_tokens > _LONGEST:
        return None
    works = [m for m in scene.all("named_work") if m.first <= 1]
    if not works:
        return None
    behind = [key for key in scene.keys[works[0].last :] if key not in {'"', "'"}]
    return works[0] if not behind or behind[0] in {"(", ",", "-", "—", "|", "["} else None

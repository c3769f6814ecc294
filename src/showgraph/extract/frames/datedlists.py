"""The days of a calendar: "June 8" over the headings of what opens on that day."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.mention import Mention, WorkValue
from showgraph.extract.values.temporal import DateMention, resolve
from showgraph.model import Tense

_LEAST: Final = 2  # days of a calendar
_OPENING: Final = 4  # sentences within which a text says that it is one
_LONGEST_HEAD: Final = 12
_HEADS: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_CALENDARS: Final = frozenset(
    {
        *("premiere", "premieres", "premiering", "calendar", "preview", "debuts", "debuting"),
        *("releases", "releasing", "arriving", "schedule", "returning"),
    },
)
#: Beside the date of a line.
_MARKS: Final = frozenset({",", ":", ".", "on", "the", "—", "-"})


def draft_dated_lists(stages: Sequence[Stage], document_date: str | None) -> Iterator[Draft]:
    """Draft the premieres of a calendar, whose days stand in lines of their own.

    A series belongs to a day if it heads what stands under it. A text with one such line only,
    or whose opening does not say that it tells of premieres, is no calendar.
    """
    days = [_day(stage) for stage in stages]
    opening = {key for stage in stages[:_OPENING] for key in stage.scene.keys}
    if sum(day is not None for day in days) < _LEAST or not _CALENDARS & opening:
        return
    held: tuple[str, tuple[int, int]] | None = None
    for stage, day in zip(stages, days, strict=True):
        scene = stage.scene
        if day is not None and isinstance(day.value, DateMention):
            iso = resolve(day.value, document_date, Tense.FUTURE)
            held = (iso, scene.offsets(day.first, day.last)) if iso else None
        elif held is not None:
            work = _headed(stage)
            if work is not None and isinstance(work.value, WorkValue):
                yield Draft(
                    "premiere_date",
                    work.value,
                    held[0],
                    "release.dated-list",
                    stage,
                    [scene.offsets(work.first, work.last), held[1]],
                )


def _day(stage: Stage) -> Mention | None:
    """Return the one day that a line consists of."""
    scene = stage.scene
    if scene.sentence.block.kind not in _HEADS or scene.all("work", "platform"):
        return None
    dates = scene.all("date")
    if len(dates) != 1:
        return None
    day = dates[0]
    rest = [*scene.keys[: day.first], *scene.keys[day.last :]]
    return day if set(rest) <= _MARKS else None


def _headed(stage: Stage) -> Mention | None:
    """Return the series that heads a line, or a paragraph with its platform behind it."""
    scene = stage.scene
    work = scene.mention_at(0, ("work",))
    if work is None or work.how != "name":
        return None
    if scene.sentence.block.kind in _HEADS and scene.n_tokens <= _LONGEST_HEAD:
        return work
    bracket = scene.keys[work.last : work.last + 1] == ["("]
    return work if bracket and scene.mention_at(work.last + 1, ("platform",)) else None

"""Drafts of where a series runs that stands apart from its channel: in a list, under a label."""

from collections.abc import Iterator, Sequence

from showgraph.extract.discourse.asides import is_aside, is_credit_use
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.text.mention import WorkValue
from showgraph.model import Kind, Reference

#: Where in the text something stands: offsets ``[start, end)``.
Span = tuple[int, int]


def draft_place(stage: Stage, title: str, platform: str, rule: str, spans: Sequence[Span]) -> Draft:
    """Return the draft that a series runs on a platform.

    Args:
        stage: The sentence that names the series.
        title: The series.
        platform: Where it runs.
        rule: The name of the rule.
        spans: The words that say so, those of the series first.
    """
    place = Reference(Kind.PLATFORM, platform)
    work = WorkValue(title)
    return Draft("platform", work, place, rule, stage, list(spans), {"kind": "release"})


def draft_placed_below(
    stage: Stage, platform: str, span: Span, rule: str, placed: set[tuple[str, str]]
) -> Iterator[Draft]:
    """Yield that the series of a sentence run where the words over it say, each of them once.

    A sentence that names another platform has its own say, and a title that is only somebody's
    credit has none.

    Args:
        stage: The sentence.
        platform: The platform named over it.
        span: Where that stands.
        rule: The name of the rule.
        placed: The series and platforms drafted so far; those drafted here are added.
    """
    scene = stage.scene
    if any(str(m.value) != platform for m in scene.all("platform")):
        return
    for work in scene.all("named_work"):
        if not isinstance(work.value, WorkValue) or (work.value.title, platform) in placed:
            continue
        if is_aside(scene, work) or is_credit_use(scene, work):
            continue
        placed.add((work.value.title, platform))
        words = scene.offsets(work.first, work.last)
        yield draft_place(stage, work.value.title, platform, rule, [words, span])

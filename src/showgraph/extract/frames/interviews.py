"""Interviews: an outlet is named once, and whoever speaks from there on spoke to it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.frames.speakers import Speakers
from showgraph.extract.text.mention import WorkValue

if TYPE_CHECKING:
    from showgraph.model import Reference


def draft_interviews(
    drafts: Sequence[Draft],
    stages: Sequence[Stage],
    speakers: Speakers,
) -> Iterator[Draft]:
    """Yield one draft for each person who speaks in or after an interview's sentence.

    A document that names two interviewers is read sentence by sentence only, since nobody can
    say which of them later words were spoken to.
    """
    outlets = {draft.object for draft in drafts}
    order = {id(stage): index for index, stage in enumerate(stages)}
    seen: set[tuple[Reference, object]] = set()
    for draft in drafts:
        start = order[id(draft.stage)]
        reach = range(start, len(stages)) if len(outlets) == 1 else range(start, start + 1)
        for index in reach:
            for act, persons in speakers.of_stage[index]:
                for person in persons:
                    if (person, draft.object) in seen:
                        continue
                    seen.add((person, draft.object))
                    scene = stages[index].scene
                    spans = [*draft.spans]
                    spoken = scene.offsets(*act.tokens)
                    if spoken != spans[0]:
                        spans.append(spoken)
                    about = {"about": WorkValue(draft.stage.title)} if draft.stage.title else {}
                    yield replace(draft, subject=person, spans=spans, qualifiers=dict(about))

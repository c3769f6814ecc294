"""Which frame a record has: one entry for each relation of the table."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.graph.accepting.facts import Record
from showgraph.graph.mapping import credits as crew
from showgraph.graph.mapping import events, story
from showgraph.graph.mapping.frame import Frame
from showgraph.graph.mapping.terms import Minter

_FRAMES: Final[Mapping[str, Callable[[Record, Minter], Frame]]] = {
    **dict.fromkeys(crew.RELATIONS, crew.frame_credit),
    **dict.fromkeys(story.PROPERTIES, story.frame_property),
    "platform": events.frame_release,
    "premiere_date": events.frame_release,
    "trailer_date": events.frame_release,
    "trailer_release": events.frame_release,
    "trailer": events.frame_trailer,
    "interview": events.frame_interview,
    "announcement": events.frame_announcement,
    "shooting": events.frame_shooting,
    "award": events.frame_award,
    "season": story.frame_season,
    "relationship": story.frame_relationship,
    "statement": story.frame_statement,
    "audience_figure": story.frame_figure,
}


def frame_record(record: Record, minter: Minter) -> Frame:
    """Return the frame of a fact or reading.

    Raises:
        KeyError: If its relation is not in the table of relations.
    """
    return _FRAMES[record.relation](record, minter)

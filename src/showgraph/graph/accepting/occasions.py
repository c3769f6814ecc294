"""Which readings speak of one event, and whether it is planned or has happened."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.graph.accepting.consensus import DateOf, is_later
from showgraph.graph.accepting.facts import EventStatus, Reading, Record, Value
from showgraph.graph.accepting.readings import EVENTS
from showgraph.model import Reference

#: Relations that speak of a release, and its kind where the record does not tell it.
RELEASES: Final = {
    "platform": "premiere",
    "premiere_date": "premiere",
    "trailer_date": "trailer",
    "trailer_release": "trailer",
}


@dataclass(frozen=True, slots=True)
class Release:
    """What makes a release what it is. Its date is no part of it, since it may be disputed."""

    work: Reference
    platform: Reference | None
    kind: str


def find_release(record: Record) -> Release | None:
    """Return the release that a record speaks of; None for what is no release.

    The work of a trailer's release is here the work that it is a trailer for; the kind tells.
    """
    if record.relation not in RELEASES or record.word("kind") == "acquire":
        return None
    platform = record.reference("platform")
    if record.relation == "platform" and isinstance(record.object, Reference):
        platform = record.object
    kind = record.word("kind") or RELEASES[record.relation]
    return Release(record.subject, platform, kind)


#: What makes an event what it is.
Occasion = Release | tuple[Value | str | None, ...]


def find_occasion(record: Record) -> Occasion | None:
    """Return the event that a record speaks of, or None."""
    if record.relation not in EVENTS:
        return None
    if record.relation == "interview":  # all who answer one publication on one work
        return (record.relation, record.reference("about"), record.object)
    if record.relation == "shooting":
        return (record.relation, record.subject)
    return find_release(record) or (
        record.relation,
        record.subject,
        record.object,
        record.word("result"),
    )


def find_statuses(readings: Iterable[Reading], date_of: DateOf) -> dict[Occasion, EventStatus]:
    """Return the status of each event that accepted readings speak of.

    An event has occurred if somebody tells it as past or present, and each plan for it is
    outweighed by a telling in another document that is later, or where one of the two
    documents has no date.
    """
    groups: dict[Occasion, list[Reading]] = defaultdict(list)
    for reading in readings:
        if occasion := find_occasion(reading):
            groups[occasion].append(reading)
    return {occasion: _find_status(group, date_of) for occasion, group in groups.items()}


def _find_status(readings: Sequence[Reading], date_of: DateOf) -> EventStatus:
    plans = [reading.claim for reading in readings if reading.status is EventStatus.PLANNED]
    tellings = [reading.claim for reading in readings if reading.status is EventStatus.OCCURRED]
    for plan in plans:
        planned = date_of(plan)
        others = [date_of(told) for told in tellings if told.document != plan.document]
        if not any(told is None or planned is None or is_later(told, planned) for told in others):
            return EventStatus.PLANNED
    return EventStatus.OCCURRED

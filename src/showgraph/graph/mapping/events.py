"""Frames of events: releases and their dates, acquisitions, interviews, awards and the rest."""

from showgraph.graph.accepting.dates import parse_date
from showgraph.graph.accepting.facts import Record
from showgraph.graph.accepting.occasions import Release, find_release
from showgraph.graph.accepting.works import trailer_for
from showgraph.graph.mapping.frame import Frame, status_of
from showgraph.graph.mapping.terms import Minter, concept, is_a, sg, typed
from showgraph.model import Kind, Reference
from showgraph.relations import RELATIONS as TABLE
from showgraph.relations import Value as Sort
from showgraph.store import Literal, NamedNode, Triple


def frame_release(record: Record, minter: Minter) -> Frame:
    """Return the frame of a release or its date: the key is work, platform and kind.

    A date that comes without a platform says that the work comes out; one with a platform has
    a claim of that beside it, so that only the date is left to say.
    """
    release = find_release(record)
    if release is None:
        return frame_acquisition(record, minter)
    released = trailer_for(release.work) if release.kind == "trailer" else release.work
    work = minter.thing(released)
    platform = minter.thing(release.platform) if release.platform else None
    node = minter.node("release", work, platform or "", release.kind)
    links = [
        is_a(node, "Release"),
        Triple(work, sg("hasRelease"), node),
        Triple(node, sg("releaseKind"), concept("release-kind", release.kind)),
    ]
    said: Triple | None = Triple(work, sg("hasRelease"), node)
    if platform:
        links.append(Triple(node, sg("onPlatform"), platform))
        said = Triple(work, sg("releasedOn"), platform)
    date = None
    if TABLE[record.relation].objects is Sort.DATE:
        date = parse_date(str(record.object))
        said = None if platform else said
    channels = minter.things(record.values("channel"))
    return Frame(
        said=said,
        node=node,
        links=tuple(links),
        attributes=(
            *(Triple(node, sg("onChannel"), channel) for channel in channels),
            *status_of(node, record),
        ),
        date=date,
        dated=work,
        doubtful=tuple(_promote(release, work, minter)),
        things=(released,),
    )


def _promote(release: Release, trailer: NamedNode, minter: Minter) -> list[Triple]:
    """Return what is left to say of a trailer of which nobody knows that it came out."""
    if release.kind != "trailer":
        return []
    return [Triple(trailer, sg("trailerOf"), minter.thing(release.work))]


def frame_acquisition(record: Record, minter: Minter) -> Frame:
    """Return the frame of a platform's taking over a work: the company of that name does it."""
    platform = record.object
    if not isinstance(platform, Reference):
        raise TypeError(f"a platform is no words: {platform!r}")
    company = Reference(Kind.ORGANIZATION, platform.name, distinct=platform.distinct)
    work, acquirer = minter.things((record.subject, company))
    node = minter.node("event", "acquisition", work, acquirer)
    return Frame(
        said=Triple(work, sg("acquirer"), acquirer),
        node=node,
        links=(
            is_a(node, "RightsAcquisition"),
            Triple(node, sg("acquirer"), acquirer),
            Triple(node, sg("concerns"), work),
        ),
        attributes=status_of(node, record),
        things=(company,),
    )


def frame_trailer(record: Record, minter: Minter) -> Frame:
    """Return the frame of a trailer, which is a work of its own."""
    trailer = trailer_for(record.subject)
    node, work = minter.things((trailer, record.subject))
    said = Triple(node, sg("trailerOf"), work)
    duration = typed(str(record.object), "duration")
    time = (Triple(node, sg("runningTime"), duration),) if record.object else ()
    return Frame(
        said, node, links=(is_a(node, "Trailer"), said), attributes=time, things=(trailer,)
    )


def frame_interview(record: Record, minter: Minter) -> Frame:
    """Return the frame of an interview: all who answer one publication on one work share it."""
    person, interviewer = minter.things((record.subject, record.object))
    works = minter.things(record.values("about"))
    node = minter.node("event", "interview", interviewer, *works)
    return Frame(
        said=Triple(person, sg("interviewer"), interviewer),
        node=node,
        links=(
            is_a(node, "Interview"),
            Triple(node, sg("interviewer"), interviewer),
            *(Triple(node, sg("concerns"), work) for work in works),
        ),
        attributes=(Triple(node, sg("interviewee"), person), *status_of(node, record)),
    )


def frame_announcement(record: Record, minter: Minter) -> Frame:
    """Return the frame of an announcement: the key is work and announcer."""
    work, announcer = minter.things((record.subject, record.object))
    node = minter.node("event", "announcement", work, announcer)
    return Frame(
        said=Triple(work, sg("announcer"), announcer),
        node=node,
        links=(
            is_a(node, "Announcement"),
            Triple(node, sg("announcer"), announcer),
            Triple(node, sg("concerns"), work),
        ),
        attributes=(
            *(Triple(node, sg("medium"), it) for it in minter.things(record.values("medium"))),
            *(Triple(node, sg("features"), it) for it in minter.things(record.values("featuring"))),
            *status_of(node, record),
        ),
    )


def frame_shooting(record: Record, minter: Minter) -> Frame:
    """Return the frame of a shooting: a work has one."""
    work = minter.thing(record.subject)
    node = minter.node("event", "shooting", work)
    words = Literal(str(record.object))
    return Frame(
        said=Triple(work, sg("duration"), words),
        node=node,
        links=(is_a(node, "Shooting"), Triple(node, sg("concerns"), work)),
        attributes=(Triple(node, sg("duration"), words), *status_of(node, record)),
    )


def frame_award(record: Record, minter: Minter) -> Frame:
    """Return the frame of an award: to be named for it and to win it are two events."""
    honoured, name = minter.thing(record.subject), Literal(str(record.object))
    result = record.word("result")
    node = minter.node("event", "recognition", honoured, name, result)
    link = "honoree" if record.subject.kind is Kind.PERSON else "honoredWork"
    outcome = concept("recognition-result", result) if result else None
    return Frame(
        said=Triple(honoured, sg("awardName"), name),
        node=node,
        links=(
            is_a(node, "Recognition"),
            Triple(node, sg(link), honoured),
            Triple(node, sg("awardName"), name),
            *((Triple(node, sg("recognitionResult"), outcome),) if outcome else ()),
        ),
        attributes=status_of(node, record),
    )

"""Builders for releases, trailers and acquisitions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from showgraph.extract.frames.draft import Draft, Side, names_of
from showgraph.extract.frames.frames import Found, date_of
from showgraph.extract.text.mention import Mention, WorkValue
from showgraph.extract.values.temporal import FIRST_YEAR, LAST_YEAR
from showgraph.model import Kind, Polarity, Reference, Tense

#: Verbs that say many things: they speak of a release only right behind the work itself.
_WEAK: Final = frozenset(
    [
        "arrive",
        "arrives",
        "arrived",
        "arriving",
        "land",
        "lands",
        "landed",
        "come",
        "comes",
        "came",
        "coming",
        "hit",
        "hits",
        "begin",
        "begins",
        "start",
        "starts",
        "return",
        "returns",
        "returned",
        "returning",
        "drop",
        "drops",
        "dropped",
        "dropping",
        "available",
        "bow",
        "bows",
        "bowed",
    ],
)
_TIGHT: Final = 6  # tokens between the work and a weak verb


def build_release(found: Found) -> Iterator[Draft]:
    """Draft date and platform of a release; a trailer's release goes to the trailer."""
    dates = _release_dates(found)
    platforms = [b.mention for b in found.match.all("p") if b.mention is not None]
    channels = [b.mention for b in found.match.all("ch") if b.mention is not None]
    if not (dates or platforms or channels) or found.subject is None:
        return
    streamer = _streamer_before(found)
    if found.subject.trailer or streamer:
        streamed = _streamed(found, streamer, dates)
        yield from streamed if streamer else _trailer_release(found, dates, platforms)
        return
    subject = _released_work(found)
    if subject is None or _of_anything(found):
        return
    standing = found.standing
    if _waits(found):
        standing = replace(standing, polarity=Polarity.POSITIVE, tense=Tense.FUTURE)
    resolved = [iso for mention in dates if (iso := _release_day(found, mention, standing.tense))]
    if not dates and standing.tense is Tense.FUTURE and not _says_future(found):
        standing = replace(standing, tense=Tense.PRESENT)
    channel, _, owner = next((str(m.value) for m in channels), "").partition("@")
    labels = [owner] if channel else list(dict.fromkeys(str(m.value) for m in platforms))
    for iso in resolved[: not _comes_back(found, subject)]:
        marks: dict[str, Side] = {}
        if labels:
            marks["platform"] = Reference(Kind.PLATFORM, labels[0])
        yield from found.draft(
            "premiere_date", iso, subject=subject, standing=standing, qualifiers=marks
        )
    day = resolved[0] if resolved else ""
    for name in labels:
        marks = {"kind": _release_kind(found), "date": day}
        if channel:
            marks["channel"] = Reference(Kind.CHANNEL, channel, work=name)
        where = Reference(Kind.PLATFORM, name)
        yield from found.draft(
            "platform", where, subject=subject, standing=standing, qualifiers=marks
        )


def _release_dates(found: Found) -> list[Mention]:
    """Return the days that a match gives to its series; an episode has days of its own."""
    if _of_episode(found):
        return []
    read = [b.mention for b in found.match.all("d") if b.mention is not None]
    dates = [m for m in read if not _of_thing(found, m) and (_waits(found) or not _ends(found, m))]
    cue = found.binding("kind")
    return dates if dates or cue is None else _leading_date(found, cue.first)


_UNTIL: Final = frozenset({"until", "till"})


def _ends(found: Found, day: Mention) -> bool:
    """Return whether a day is the last one: "streams until June 3"."""
    return bool(_UNTIL & set(found.scene.keys[max(0, day.first - 1) : day.first]))


def _waits(found: Found) -> bool:
    """Return whether it is denied that it comes before: "does not premiere until June 3"."""
    held = _UNTIL & set(found.scene.keys[found.match.first : found.match.last])
    return bool(held) and found.standing.polarity is Polarity.NEGATIVE


def _comes_back(found: Found, work: WorkValue) -> bool:
    """Return whether a series of old returns: the day is that of a season nobody counts."""
    cue = found.binding("kind")
    return cue is not None and not work.seasons and found.scene.keys[cue.first] in _RETURNS


_RETURNS: Final = frozenset({"return", "returns", "returned", "returning"})


def _release_day(found: Found, mention: Mention, tense: Tense) -> str | None:
    """Return a release's date; "Premiering Aug. 28" may have been some days ago."""
    if tense is Tense.FUTURE and not _says_future(found):
        near = date_of(found, mention, Tense.PRESENT)
        if near is not None and not near.startswith("--"):
            return near
    return date_of(found, mention, tense)


#: What is shown for itself: its date is not that of the season.
_SINGLE: Final = frozenset(
    {
        *("finale", "episode", "special", "reunion", "crossover", "clip", "poster", "exit"),
        *("scenes", "departure", "storyline", "interview", "performance"),
    },
)


#: Between what is shown and the verb: "the finale, which is scheduled to air".
_BEFORE_VERB: Final = frozenset(
    {
        *("will", "is", "was", "has", "be", "been", "to", "set", "also", "scheduled", "slated"),
        *("due", "expected", "which", "that", ",", "then", "now", "are", "were"),
    },
)


def _of_episode(found: Found) -> bool:
    """Return whether one episode was shown: "the season finale aired on Sunday"."""
    keys = found.scene.keys
    cue = found.binding("kind")
    at = cue.first - 1 if cue is not None else -1
    while at >= 0 and keys[at] in _BEFORE_VERB:
        at -= 1
    if at > 0 and keys[at] == "season" and keys[at - 1] in {"last", "previous", "latest"}:
        return True  # which season that is, nobody says
    return at >= 0 and keys[at] in _SINGLE


def _streamer_before(found: Found) -> str:
    """Return who streams a work that the verb has as its object: "Peacock began streaming it"."""
    cue, work = found.binding("kind"), found.binding("t")
    if cue is None or work is None or work.first < cue.last or cue.value != "stream":
        return ""
    beside = {cue.first, cue.first - 1}
    return next((str(m.value) for m in found.scene.all("platform") if m.last in beside), "")


def _streamed(found: Found, streamer: str, dates: list[Mention]) -> Iterator[Draft]:
    """Draft where a work streams; it may have premiered elsewhere before."""
    tense = found.standing.tense
    days = [iso for mention in dates if (iso := _release_day(found, mention, tense))]
    yield from found.draft(
        "platform",
        Reference(Kind.PLATFORM, streamer),
        qualifiers={"kind": "stream", "date": days[0] if days else ""},
    )


_DATED: Final = frozenset(
    {"report", "announcement", "interview", "issue", "event", "statement", "article", "post"},
)


def _of_thing(found: Found, mention: Mention) -> bool:
    """Return whether a date belongs to what follows it: "the February 5 report"."""
    return bool(_DATED & set(found.scene.keys[mention.last : mention.last + 1]))


def _release_kind(found: Found) -> str:
    """Return what the verb calls the release; "first dropped on" is a premiere."""
    cue = found.binding("kind")
    if cue is None or (cue.value == "release" and found.scene.keys[cue.first - 1] == "first"):
        return "premiere"
    return str(cue.value)


def _of_anything(found: Found) -> bool:
    """Return whether the verb speaks of works at large: "anything streaming on Peacock"."""
    cue = found.binding("kind")
    before = found.scene.keys[max(0, cue.first - 3) : cue.first] if cue is not None else []
    return bool({"anything", "everything", "something", "nothing", "whatever"} & set(before))


def _leading_date(found: Found, before: int) -> list[Mention]:
    """Return the date that opens the sentence: "On 3 June, X will premiere"."""
    dates = [m for m in found.scene.all("date") if m.first <= 1 and m.last < before]
    return dates[:1] if dates and found.scene.keys[dates[0].last] == "," else []


def _says_future(found: Found) -> bool:
    cue = found.binding("kind") or found.binding("d")
    if cue is None:
        return False
    return found.status.read(found.scene, cue.first, cue.last, timed=False).tense is Tense.FUTURE


def _released_work(found: Found) -> WorkValue | None:
    """Return the work, or None where a weak verb has none right before it."""
    cue, subject = found.binding("kind"), found.subject
    if subject is None:
        return None
    named = _season_inside(found)
    if named and not subject.seasons:
        subject = WorkValue(subject.title, named)  # "returns for a third season on June 3"
    if cue is None:
        return subject
    mention = found.subject_mention
    if found.binding("t") is not None:
        return subject
    if mention is None:
        return subject if found.scene.keys[cue.first] not in _WEAK else None
    between = found.scene.keys[mention.last : cue.first]
    if between[:1] == [","] and "," in between[1:]:
        between = between[len(between) - between[::-1].index(",") :]  # an apposition
    if found.scene.keys[cue.first] in _WEAK and (cue.first < mention.last or len(between) > _TIGHT):
        return None
    return subject


def _season_inside(found: Found) -> tuple[str, ...]:
    """Return the one season that the words of a release name."""
    first, last = found.match.first, found.match.last
    inside = [m.value for m in found.scene.all("season") if first <= m.first and m.last <= last]
    seasons = inside[0] if len(inside) == 1 else ()
    return seasons if isinstance(seasons, tuple) and len(seasons) == 1 else ()


def _trailer_release(
    found: Found,
    dates: list[Mention],
    platforms: list[Mention],
) -> Iterator[Draft]:
    subject = _plain(found.subject)
    for mention in dates[:1]:
        iso = date_of(found, mention, found.standing.tense)
        if iso:
            yield from found.draft("trailer_date", iso, subject=subject)
    for mention in platforms[:1]:
        yield from found.draft(
            "trailer_release",
            "released",
            subject=subject,
            qualifiers={"platform": Reference(Kind.PLATFORM, str(mention.value))},
        )


def _plain(subject: WorkValue | None) -> WorkValue | None:
    return WorkValue(subject.title, subject.seasons) if subject else None


_CALLED_OFF: Final = ("cancel", "axe")


def build_own_release(found: Found) -> Iterator[Draft]:
    """Draft "ahead of its May debut": the day of the series, whichever season is spoken of."""
    if "its" in found.scene.keys[found.match.first : found.match.last]:
        found = replace(found, subject=_plain(found.subject))
    yield from build_release(found)


def build_release_year(found: Found) -> Iterator[Draft]:
    """Draft the year of "a 2021 drama series"; other numbers are no years."""
    binding = found.binding("n")
    year = str(binding.value) if binding is not None else ""
    if year.isdigit() and FIRST_YEAR <= int(year) <= LAST_YEAR and found.subject is not None:
        yield from found.draft("premiere_date", year, subject=_plain(found.subject))


def build_leading_release(found: Found) -> Iterator[Draft]:
    """Draft day and platform of "On June 3, Peacock will introduce the drama Iron Tide"."""
    day, platform = found.binding("d"), found.binding("p")
    if day is None or platform is None or day.mention is None:
        return
    place = Reference(Kind.PLATFORM, str(platform.value))
    standing = replace(found.standing, tense=Tense.FUTURE)
    iso = date_of(found, day.mention, Tense.FUTURE)
    if iso:
        yield from found.draft(
            "premiere_date", iso, standing=standing, qualifiers={"platform": place}
        )
    yield from found.draft(
        "platform", place, standing=standing, qualifiers={"kind": "premiere", "date": iso or ""}
    )


def build_decision(found: Found) -> Iterator[Draft]:
    """Draft where a series runs that a platform orders or ends; what is ordered is yet to come."""
    verb, platform = found.binding("verb"), found.binding("p")
    if verb is None or platform is None:
        return
    standing = found.standing
    if not found.scene.keys[verb.first].startswith(_CALLED_OFF):
        standing = replace(standing, tense=Tense.FUTURE)
    yield from found.draft(
        "platform",
        Reference(Kind.PLATFORM, str(platform.value)),
        standing=standing,
        qualifiers={"kind": "release"},
    )


def build_trailer(found: Found) -> Iterator[Draft]:
    """Draft the date on which a trailer came out."""
    binding = found.binding("d")
    if binding is None or binding.mention is None:
        return
    tense = found.standing.tense
    cue = found.binding("cue")
    if cue is not None and tense is not Tense.FUTURE:
        tense = Tense.PAST
    iso = date_of(found, binding.mention, tense)
    if iso:
        yield from found.draft(
            "trailer_date",
            iso,
            subject=_plain(found.subject),
            standing=replace(found.standing, tense=tense),
        )


def build_trailer_voice(found: Found) -> Iterator[Draft]:
    """Draft whose voice opens a trailer, as a performance in the trailer."""
    who = found.binding("who")
    subject = found.subject if found.subject and found.subject.trailer else found.stage.trailer
    if who is None or subject is None:
        return
    for use in names_of(who.mention, found.scene, Kind.PERSON):
        yield from found.draft(
            "cast_member",
            use,
            subject=subject,
            qualifiers={"kind": "voice-over"},
        )


BUILDERS: Final = {
    "decision": build_decision,
    "release": build_release,
    "own_release": build_own_release,
    "release_year": build_release_year,
    "leading_release": build_leading_release,
    "trailer": build_trailer,
    "trailer_voice": build_trailer_voice,
}

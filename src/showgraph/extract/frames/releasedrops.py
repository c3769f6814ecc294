"""Reasons to drop what only looks like the place or the day of a release."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene

#: Sites for clips and posts: "the trailer of Iron Tide on YouTube" is no release of the series.
_CLIPS: Final = frozenset(
    {"YouTube", "Instagram", "Facebook", "Snapchat", "Vimeo", "Twitch", "Spotify", "V Live"},
)
#: What somebody shows, writes or asks for there, instead of the series.
_TALKED_OF: Final = frozenset(
    {"about", "discuss", "discussed", "promote", "promoting", "promoted", "pitch", "pitched"},
)
_REACH: Final = 4


def _clip_place(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the place is one for clips and posts."""
    place = match.get("p")
    return place is not None and str(place.value) in _CLIPS


def _talked_of(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether somebody speaks of the work there: "to discuss Iron Tide on Peacock"."""
    work = match.get("t")
    if work is None:
        return False
    return bool(_TALKED_OF & set(scene.keys[max(0, work.first - _REACH) : work.first]))


def _owner_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether something of the platform is meant: "known for Peacock's dramas"."""
    return scene.keys[match.last : match.last + 1] in (["'s"], ["'"])


def _noun_of_going(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether "a move to Peacock" names a move that nobody has made."""
    cue = match.get(frame.cue)
    return cue is not None and scene.keys[cue.first - 1 : cue.first] in _ARTICLES


def _foreign_goer(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether no series is what goes there: "Ana Bell has now moved to Peacock"."""
    cue = match.get(frame.cue)
    end = cue.first if cue is not None else match.first
    if scene.keys[end - 1 : end] == [","] and "," in scene.keys[: end - 1]:
        end -= 1 + scene.keys[: end - 1][::-1].index(",")  # "Iron Tide, by Ana Bell, heads to"
    before = [m for m in scene.all("work", "name") if m.last <= end]
    last = max(before, key=lambda m: (m.last, m.type == "work"), default=None)
    return last is None or last.type != "work"


def _moved_day(scene: Scene, _match: Match, _frame: Frame) -> bool:
    """Return whether the sentence tells of a day that was given up: "delayed by a storm"."""
    return bool(_MOVED & set(scene.keys))


def _year_of_start(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the day is that of a film's or an album's release."""
    behind = scene.keys[match.last : match.last + 1]
    of_other = behind in (["of"], ["for"]) and match.get("t") is None
    return of_other or bool(_OTHER_RELEASES & set(scene.keys[match.first : match.last + 2]))


def _no_year_alone(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a bracket holds more than years: other frames read days."""
    day = match.get("d")
    return day is None or day.last - day.first > 1 or not scene.keys[day.first].isdigit()


def _first_season_set(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a first season is meant, to which nothing returns."""
    season = match.get("s")
    return season is None or not isinstance(season.value, tuple) or "1" in season.value


def _person_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a person stayed so long: "Ana Bell, who lasted two seasons"."""
    before = [m for m in scene.all("work", "name") if m.last <= match.first]
    last = max(before, key=lambda m: (m.last, m.type == "work"), default=None)
    return last is not None and last.type == "name" and match.first - last.last <= _REACH


def _among_films(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a list of films holds the title: "whose films include X (2011)"."""
    return bool(_FILMS & set(scene.keys[max(0, match.first - _FAR) : match.first]))


def _aside_title(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the title only says what somebody is known for."""
    work = match.get("t")
    ahead = scene.keys[max(0, work.first - _ASIDE) : work.first] if work is not None else []
    return bool({"known", "behind", "whose", "previously"} & set(ahead))


def _unknown_behind(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether another name follows than that of a known series: "the four-parter X"."""
    cue = match.get(frame.cue)
    at = cue.last if cue is not None else match.last
    tokens = scene.sentence.tokens
    while at < scene.n_tokens and not tokens[at].is_capital and scene.keys[at] not in _BREAKS:
        at += 1
    if at >= scene.n_tokens or scene.keys[at] in _BREAKS:
        return False
    known = scene.all("work", "platform", "origin", "company", "genre", "kind", "outlet")
    return at <= match.last + 1 and not any(m.first <= at < m.last for m in known)


_ASIDE: Final = 5
_BREAKS: Final = frozenset({",", ".", "(", ")", ";", "and", "which", "that", '"', "'", "of", "for"})
_FILMS: Final = frozenset({"film", "films", "movie", "movies", "filmography", "features"})
_FAR: Final = 14
_MOVED: Final = frozenset(
    {
        *("delayed", "delaying", "postponed", "postponing", "pushed", "moved", "rescheduled"),
        *("originally", "scrapped", "instead", "previously"),
    },
)
_OTHER_RELEASES: Final = frozenset({"theatrical", "cinema", "film", "movie", "dvd", "album"})
_ARTICLES: Final = (["a"], ["the"], ["its"], ["their"], ["his"], ["her"], ["any"], ["possible"])


def _two_formats(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a slash joins a format with another: "4 x 90 / 8 x 45"."""
    beside = scene.keys[max(0, match.first - 2) : match.first] + scene.keys[match.last :][:2]
    return "/" in beside


def _other_channel(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether another platform, or a clause, stands between a platform and the title."""
    place, work = match.get("p"), match.get("t")
    if place is None or work is None:
        return True
    between = [m for m in scene.all("platform", "named_work") if place.last <= m.first < work.first]
    keys = scene.keys[place.last : work.first]
    clause = any(keys[at : at + 2] == [",", "and"] for at in range(len(keys)))
    return any(m.last < work.first for m in between) or clause or ";" in keys


def _for_cinema(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a film is spoken of right behind or inside a match."""
    return bool(_FILMS & set(scene.keys[match.first : match.last + 3]))


def _no_kind_between(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether nothing calls the title a series: "Peacock's Ana Bell Iron Tide"."""
    who, work = match.get("who"), match.get("t")
    if who is None or work is None or who.last - who.first < 2:  # noqa: PLR2004 - a full name
        return True
    return not any(who.last <= m.first < work.last for m in scene.all("kind"))


def _of_maker(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the title only says whose series it is: "an order to drama from Tide star"."""
    work = match.get("t")
    return work is None or "from" in scene.keys[max(match.first, work.first - 4) : work.first]


def _runs_on(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a line goes on behind what was read: it is a sentence, no slot."""
    return scene.n_tokens > match.last + 1


RELEASE_DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "clip_place": _clip_place,
    "talked_of": _talked_of,
    "owner_behind": _owner_behind,
    "noun_of_going": _noun_of_going,
    "foreign_goer": _foreign_goer,
    "moved_day": _moved_day,
    "year_of_start": _year_of_start,
    "no_year_alone": _no_year_alone,
    "first_season_set": _first_season_set,
    "person_before": _person_before,
    "among_films": _among_films,
    "two_formats": _two_formats,
    "other_channel": _other_channel,
    "for_cinema": _for_cinema,
    "of_maker": _of_maker,
    "runs_on": _runs_on,
    "aside_title": _aside_title,
    "unknown_behind": _unknown_behind,
    "no_kind_between": _no_kind_between,
}

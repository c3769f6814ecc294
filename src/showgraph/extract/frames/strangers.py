"""Reasons to drop a match that speaks of a work or a person the text only mentions."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene

#: Texts that are about a series and that somebody writes.
_TEXTS: Final = frozenset(
    {
        *("review", "article", "essay", "piece", "column", "report", "guide", "recap", "interview"),
        *("book", "novel", "novella", "memoir", "biography", "song", "play", "letter", "post"),
    },
)
_TELLING: Final = frozenset({"about", "follows", "following", "centres", "centers", "plays", "as"})
_TEXT_REACH: Final = 4
_ROLE_REACH: Final = 5


def _told_of(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether a maker is one within the story: "is about a showrunner, Ana Bell"."""
    cue = match.get(frame.cue)
    at = cue.first if cue else match.first
    before = scene.keys[max(0, at - _ROLE_REACH) : at]
    led = [index for index, key in enumerate(before) if key in {"a", "an"}]
    return bool(
        led and led[-1] and before[led[-1] - 1] in _TELLING and "," not in before[led[-1] :]
    )


def _whose(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether "Low Water, whose showrunner" speaks of a name that is no known series."""
    cue = match.get(frame.cue)
    at = (cue.first if cue else match.first) - 1
    if scene.keys[at : at + 1] != ["whose"] or scene.keys[max(0, at - 1) : at] != [","]:
        return False
    end = at - 1
    named = scene.sentence.tokens[end - 1 : end]
    known = any(m.last == end for m in scene.all("work", "season", "kind"))
    return bool(named) and named[0].is_capital and not known


def _text_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether what somebody wrote is a text: "Written by Ana Bell, this review covers"."""
    if match.first or scene.keys[match.last : match.last + 1] != [","]:
        return False
    behind = scene.keys[match.last + 1 : match.last + 1 + _TEXT_REACH]
    return behind[:1] in (["this"], ["the"], ["a"]) and not _TEXTS.isdisjoint(behind)


def _untitled_kind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "the untitled drama from Ana Bell" opens what is no named series."""
    kind = scene.mention_at(match.first, ("kind", "genre"))
    if kind is None or kind.first != match.first:
        return False
    return "untitled" in scene.keys[max(0, match.first - _TEXT_REACH) : match.first]


def _premiere_of_other(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether "the premiere of Salt Road on May 3" names what is no known series."""
    cue = match.get(frame.cue)
    end = cue.first if cue else match.last
    window = range(match.first + 1, end)
    at = next((index for index in window if scene.keys[index] in {"of", "for"}), end)
    named = scene.sentence.tokens[at + 1 : at + 2]
    if at + 1 >= end or not named or not named[0].is_capital:
        return False
    return scene.mention_at(at + 1, ("work", "season", "date", "platform", "kind")) is None


#: Between a verb and a title these say that something else is renewed, ordered or made.
_THINGS: Final = frozenset(
    {
        *("rights", "licence", "license", "lease", "deal", "contract", "lunch", "reshoots", "tour"),
        *(
            "screening",
            "party",
            "trailer",
            "teaser",
            "subtitles",
            "soundtrack",
            "podcast",
            "scripts",
        ),
        *(
            "posters",
            "poster",
            "music",
            "score",
            "sets",
            "costumes",
            "merchandise",
            "advert",
            "ads",
        ),
        *(
            "everything",
            "everyone",
            "bread",
            "videos",
            "clips",
            "sponsorship",
            "insurance",
            "tests",
        ),
    },
)
_THING_TIES: Final = frozenset({"of", "for", "to", "but", ",", "with", "about"})
_THING_REACH: Final = 6


def _thing_of(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether it is done to a thing of the series: "produced the trailer for Iron Tide"."""
    cue, work = match.get(frame.cue), match.get("t")
    start = cue.first if cue else match.first
    end = work.first if work is not None and work.first > start else match.last + _THING_REACH
    for at, key in enumerate(scene.keys[start : end - 1], start):
        if key in _THINGS and scene.keys[at + 1] in _THING_TIES:
            return True
    return False


def _thing_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a thing of the series is the subject: "the licence of Iron Tide was"."""
    before = scene.keys[max(0, match.first - _THING_REACH) : match.first]
    return any(
        key in _THINGS and before[at + 1 : at + 2] == ["of"] for at, key in enumerate(before)
    )


_PARTED: Final = frozenset(
    {"left", "pulled", "planned", "remaining", "cut", "lost", "unaired", "unseen", "banned"}
)


def _some_episodes(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether only some episodes are counted: "with 3 episodes to go", "had 6 left"."""
    behind = scene.keys[match.last : match.last + 3]
    before = scene.keys[max(0, match.first - _THING_REACH) : match.first]
    part = "half" in before and "of" in before[before.index("half") :]
    ranked = behind in (["in", "the", "top"], ["in", "a", "row"])
    return part or ranked or behind[:2] == ["to", "go"] or not _PARTED.isdisjoint(behind[:1])


def _part_of_story(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether a character is based on somebody, or an idea is told about."""
    cue = match.get(frame.cue)
    at = cue.first if cue else match.first
    behind = scene.keys[cue.last if cue else at : match.last]
    parts = {"character", "characters", "role", "villain", "heroine", "hero", "scene", "episode"}
    return scene.keys[max(0, at - 1) : at] in [[part] for part in sorted(parts)] or (
        "that" in behind or "success" in behind or "life" in behind
    )


STRANGERS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "told_of": _told_of,
    "whose": _whose,
    "text_behind": _text_behind,
    "untitled_kind": _untitled_kind,
    "thing_of": _thing_of,
    "thing_before": _thing_before,
    "some_episodes": _some_episodes,
    "part_of_story": _part_of_story,
    "premiere_of_other": _premiere_of_other,
}

"""The platform of a slate: prose that announces a channel's series, and then names one by one."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from showgraph.extract.discourse.asides import is_aside, is_credit_use
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.frames.places import draft_place
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.extract.values.quantities import parse_number

#: Sentences within which a text says that it tells of a slate.
_OPENING: Final = 4
#: What is announced: these stand for many series at once.
_SLATES: Final = frozenset(
    {
        *(
            "slate",
            "line-up",
            "lineup",
            "originals",
            "commissions",
            "roster",
            "upfronts",
            "upfront",
        ),
        *("shows", "programmes", "dramas", "productions", "titles", "projects", "pilots"),
    },
)
#: These name a slate by themselves: "Peacock's autumn line-up".
_SLATE_NAMES: Final = frozenset({"slate", "line-up", "lineup", "roster", "upfronts", "upfront"})
_SLATE_WORDS: Final = frozenset(
    {
        *("autumn", "fall", "spring", "summer", "winter", "new", "upcoming", "drama", "scripted"),
        *("original", "first", "biggest", "programming", "content", "tv", "series", "season"),
        *("primetime", "holiday", "ramadan", "comedy", "midseason", "next", "latest", "full"),
    },
)
_ANNOUNCED: Final = frozenset(
    {
        *("unveils", "unveiled", "unveil", "announces", "announced", "announce", "reveals"),
        *("revealed", "reveal", "announcing", "unveiling", "introduced", "introduces", "presents"),
        *("presented", "confirms", "confirmed", "picked", "orders", "ordered", "commissions"),
        *("launching", "launches", "launch", "debuting", "showcased", "showcases"),
    },
)
#: Relations by which a slate tells of its series; what people did before has others.
_TOLD: Final = frozenset(
    {
        *("creator", "writer", "director", "cast_member", "season_status", "premiere_date"),
        *("episode_count", "production_company", "executive_producer", "producer", "showrunner"),
        "genre",
    },
)
#: In front of what somebody made or played before.
_CAREER: Final = frozenset(
    {"known", "previously", "starred", "credits", "whose", "worked", "appeared", "behind"},
)
_BESIDE: Final = 14  # tokens between a platform and its slate
_CLOSE: Final = 4


def draft_slate(stages: Sequence[Stage], drafts: Collection[Draft]) -> Iterator[Draft]:
    """Draft where the series of a slate run, which a text names its platform for but once.

    A series that the text itself places elsewhere, names only by the way, or says nothing of,
    belongs to no slate.

    Args:
        stages: The sentences of a document, in text order.
        drafts: What frames read in them.
    """
    announced = _announcement(stages[:_OPENING])
    if announced is None:
        return
    platform, span = announced
    elsewhere = {_title(draft) for draft in drafts if draft.relation == "platform"}
    past = {d.object.title for d in drafts if isinstance(d.object, WorkValue)}
    told = {_title(draft) for draft in drafts if draft.relation in _TOLD} - elsewhere - past
    named: dict[str, tuple[Stage, Mention]] = {}
    for stage in stages:
        for work in stage.scene.all("named_work"):
            title = work.value.title if isinstance(work.value, WorkValue) else ""
            if title in told:
                named.setdefault(title, (stage, work))
    placed = {
        title: place
        for title, place in named.items()
        if not _is_by_the_way(*place) and not _is_of_another(place[0].scene, platform)
    }
    for title, (stage, work) in placed.items():
        words = stage.scene.offsets(work.first, work.last)
        yield draft_place(stage, title, platform, "platform.slate-of", [words, span])


def _title(draft: Draft) -> str:
    return draft.subject.title if isinstance(draft.subject, WorkValue) else ""


def _is_of_another(scene: Scene, platform: str) -> bool:
    """Return whether a sentence names another channel, whose series it then tells of."""
    return any(
        m.how == "name" and str(m.value) != platform and scene.keys[m.last : m.last + 1] in _ACTING
        for m in scene.all("platform")
    )


_ACTING: Final = (["is"], ["has"], ["will"], ["orders"], ["ordered"], ["picked"], ["also"])


def _is_by_the_way(stage: Stage, work: Mention) -> bool:
    """Return whether a text first names a series to say who somebody is."""
    behind = stage.scene.keys[work.last : work.last + 2]
    ahead = stage.scene.keys[max(0, work.first - _BESIDE // 2) : work.first]
    past = _CAREER & set(ahead) and "announced" not in ahead
    owned = "'s" in behind or "'" in behind[:1] or bool(past)
    return owned or is_aside(stage.scene, work) or is_credit_use(stage.scene, work)


def _announcement(stages: Sequence[Stage]) -> tuple[str, tuple[int, int]] | None:
    """Return the one platform that an opening tells a slate of, and where it stands."""
    served: dict[str, tuple[int, int]] = {}
    unveiled: dict[str, tuple[int, int]] = {}
    for stage in stages:
        scene = stage.scene
        named = [m for m in scene.all("platform") if m.how == "name"]
        for platform in named:
            span = scene.offsets(platform.first, platform.last)
            if _is_served(scene, platform):
                served.setdefault(str(platform.value), span)
            elif _unveils(scene, platform):
                unveiled.setdefault(str(platform.value), span)
            else:
                continue
            if any(_stands_beside(scene, other, platform) for other in named):
                return None  # "ABC, Fox and The CW announce which shows ..."
    found = served or unveiled
    return next(iter(found.items())) if len(found) == 1 else None


def _stands_beside(scene: Scene, first: Mention, second: Mention) -> bool:
    """Return whether a platform is listed right in front of another one."""
    between = scene.keys[first.last : second.first]
    joined = bool(between) and {",", "and", "&", "or", "the"}.issuperset(between)
    return first.last <= second.first and first.value != second.value and joined


def _is_served(scene: Scene, platform: Mention) -> bool:
    """Return whether somebody announces "three dramas for Peacock"."""
    at = next((i for i in range(platform.first - 1, -1, -1) if scene.keys[i] == "for"), -1)
    near = 0 <= platform.first - at <= _CLOSE
    slate = _SLATES & set(scene.keys[max(0, at - _CLOSE) : at])
    return near and bool(slate) and bool(_ANNOUNCED & set(scene.keys[:at]))


def _unveils(scene: Scene, platform: Mention) -> bool:
    """Return whether "Peacock unveiled a slate" or "Peacock's line-up" stands there."""
    behind = scene.keys[platform.last : platform.last + _BESIDE]
    at = next((i for i, key in enumerate(behind) if key in _SLATES), 0)
    plain = all(key in _SLATE_WORDS or key.isdigit() for key in behind[1:at])
    owned = behind[:1] in (["'s"], ["'"]) and plain and behind[at] in _SLATE_NAMES
    own = at > 0 and behind[at] in _SLATE_NAMES and behind[at - 1] in {"its", "their"}
    return (at > 0 and (owned or own or bool(_ANNOUNCED & set(behind[:at])))) or _counts(behind)


def _counts(behind: Sequence[str]) -> bool:
    """Return whether "with four original drama series debuting" stands there."""
    at = next((i for i, key in enumerate(behind) if key == "series"), 0)
    counted = any((parse_number(key) or 0) > 1 for key in behind[max(0, at - _CLOSE) : at])
    return at > 0 and counted and bool(_ANNOUNCED & set(behind[: at + _CLOSE]))

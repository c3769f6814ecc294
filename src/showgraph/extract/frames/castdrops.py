"""Reasons to drop a match about a cast: who is named is no actor, or plays elsewhere."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene

_CAST_NOUNS: Final = frozenset(
    {"cast", "veterans", "actors", "ensemble", "stars", "doctors", "friends", "players", "family"},
)


def _no_cast_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a list in brackets follows no cast: "(including A and B)"."""
    if scene.keys[match.first + 1] != "including":
        return False
    return not _CAST_NOUNS & set(scene.keys[max(0, match.first - 6) : match.first])


#: Words in front of a bracketed name that is no role: makers, witnesses, credits of pictures.
_NO_ROLES: Final = frozenset(
    {
        *("director", "author", "writer", "creator", "producer", "showrunner", "novelist"),
        *("composer", "singer", "editor", "critic", "journalist", "reporter", "photo", "picture"),
        *("image", "source", "sources", "via", "credit", "courtesy", "right", "left", "above"),
        *("pictured", "below", "fans", "critics", "sentenced", "host", "by", "film", "novel"),
        *("book", "play", "series", "show", "drama", "comedy", "thriller", "season", "episode"),
        *("episodes", "version", "remake", "documentary", "podcast"),
    },
)
_ARTICLES: Final = frozenset({"a", "an", "the", "his", "her", "their", "whose", "'s"})
_ROLE_REACH: Final = 6  # "a true-crime-obsessed young estate agent (A B)"


def _no_role_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "(Ana Bell)" does not follow a role such as "a weary detective"."""
    tokens = scene.sentence.tokens
    who = match.get("who")
    if match.first == 0 or who is None or not isinstance(who.value, tuple):
        return True
    if any(" " not in str(getattr(name.value, "text", "")) for name in who.value):
        return True
    role = tokens[match.first - 1]
    if not role.is_word or role.is_capital or role.key in _NO_ROLES:
        return True
    window = scene.keys[max(0, match.first - _ROLE_REACH) : match.first]
    return not _ARTICLES & set(window) and who.value[1:] == ()


_FIRMS: Final = frozenset(
    {
        *("company", "studio", "studios", "firm", "agency", "network", "broadcaster", "label"),
        *("platform", "service", "streamer", "publisher", "outfit", "startup", "brand"),
    },
)


def _other_actor(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the name before a verb is not who acts: "Ana Bell, wife of Sam Cole, joins".

    A firm's name ("the company Nordic") is none either.
    """
    who = match.get("who")
    if who is None or who.first == 0:
        return False
    before = scene.keys[who.first - 1]
    if before == "as" and scene.keys[who.first - 2 : who.first - 1] == ["such"]:
        return True  # "fans such as Ana Bell will appear"
    if before in {"by", "of"} and isinstance(who.value, tuple) and len(who.value) > 1:
        return True  # "directed by Jo Park, Ana Bell and Omar Reyes star"
    if before in _FIRMS or before in {"biggest", "brightest", "top", "hottest"}:
        return True  # "the biggest Lisbon stars"
    if scene.keys[who.last : who.last + 1] != [","] or before in {",", "and", "&"}:
        return False
    comma = next((at for at in range(who.first - 1, -1, -1) if scene.keys[at] == ","), None)
    return comma is not None and any(name.last == comma for name in scene.all("name"))


_LIST_VERBS: Final = frozenset(
    {
        *("stars", "starring", "starred", "co-stars", "co-starring", "features", "featuring"),
        *("star", "co-star", "includes", "including", "joins", "add", "adds", "alongside"),
    },
)
_LISTED_DEEDS: Final = frozenset(
    {"star", "co-star", "also", "will", "join", "joins", "round", "rounds", "complete", "appear"}
)


_HELPING: Final = frozenset({"will", "also", "is", "be", "has", "have", "been", "to", "set"})
_ACTING: Final = frozenset(
    {"plays", "play", "playing", "played", "portrays", "portray", "portraying", "essays", "recurs"}
)


def _in_cast_list(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether what stands before a bracket is one of a list of actors, and no role.

    So in "also stars Ana Bell (Honour) and Omar Reyes (Salt)", whose brackets hold past works.
    """
    return _leads_list(scene, match.first) or _closes_list(scene, match.last)


def _plays_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether who stands before a bracket is said to play somebody behind it.

    So in "Ana Bell (Low Water) will be playing Dora Flint", whose bracket holds a past work.
    """
    at = match.last
    while at < scene.n_tokens and scene.keys[at] in _HELPING:
        at += 1
    return at < scene.n_tokens and scene.keys[at] in _ACTING


def _leads_list(scene: Scene, first: int) -> bool:
    at, depth = first - 1, 0
    while at >= 0:
        key, token = scene.keys[at], scene.sentence.tokens[at]
        depth += (key == ")") - (key == "(")
        if not depth and key != "(" and not (token.is_capital or key in _LISTING):
            return key in _LIST_VERBS
        at -= 1
    return False


def _closes_list(scene: Scene, last: int) -> bool:
    at, depth, brackets = last, 0, 1
    while at < scene.n_tokens:
        key, token = scene.keys[at], scene.sentence.tokens[at]
        depth += (key == "(") - (key == ")")
        brackets += key == "("
        if not depth and key != ")" and not (token.is_capital or key in _LISTING):
            joins = _JOINING & set(scene.keys[at : at + 2])
            if joins and {"cast", "ensemble"} & set(scene.keys[at : at + _CAST_REACH]):
                return True  # "Ana Bell (Low Water) also joins the cast"
            return brackets > 1 and key in _LISTED_DEEDS
        at += 1
    return False


_LISTING: Final = frozenset({",", "and", "&", "with", "as", "well"})
_JOINING: Final = frozenset({"join", "joins", "joined"})
_CAST_REACH: Final = 6


def _joins_crew(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether somebody joins to make the series: "joins the show as showrunner"."""
    work = match.get("t")
    behind = scene.keys[work.last : work.last + 4] if work is not None else []
    return behind[:1] == ["as"] and bool(_CREW & set(behind))


_CREW: Final = frozenset(
    {"showrunner", "co-showrunner", "director", "writer", "producer", "executive", "composer"}
)


def _former_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether those named are of the cast no more."""
    return bool(
        {"former", "ex", "late", "original", "past", "previous", "earlier"}
        & set(scene.keys[max(0, match.first - 3) : match.first])
    )


def _led_other(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether what is led is no series and no cast: "the Flint family, led by Sam"."""
    cue = match.get(frame.cue)
    at = cue.first if cue else match.first
    if scene.keys[at : at + 1] == ["led"] or scene.keys[at : at + 1] == ["headed"]:
        while at and scene.keys[at - 1] in _BEFORE_LED:
            at -= 1
        led = scene.sentence.tokens[at - 1 : at]
        return bool(led) and led[0].key in _LED_OTHERS
    return False


_BEFORE_LED: Final = frozenset({",", "is", "are", "was", "were", "being", "be", "been", "also"})
_LED_OTHERS: Final = frozenset(
    {
        *("production", "writing", "direction", "room", "writers", "charge", "effort", "project"),
        *("family", "families", "team", "crew", "gang", "group", "squad", "unit", "clan", "army"),
        *("investigation", "company", "firm", "band", "party", "government", "division", "force"),
        *("department", "jury", "panel", "class", "consortium", "household", "mission", "board"),
    },
)


def _live_performance(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a performance is one on a stage: "musical performances by Ana Bell"."""
    before = scene.keys[max(0, match.first - 2) : match.first]
    return bool(_STAGED & set(before))


_STAGED: Final = frozenset(
    {"musical", "live", "dance", "stage", "concert", "special", "opening", "halftime", "song"}
)


def _goes_on(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether more follows than the end of a caption: "Dora Flint in Low Water is wrong"."""
    behind = scene.keys[match.last : match.last + 1]
    return bool(behind) and behind[0] not in _CLOSING


_CLOSING: Final = frozenset({".", "(", '"', "'", "|", "-", "—", "["})


def _part_of_cast(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether who is in a cast is the part that somebody plays there."""
    who = match.get("who")
    before = scene.keys[who.first - 1] if who is not None and who.first else ""
    return before in _PLAYING


_PLAYING: Final = frozenset(
    {"plays", "play", "played", "playing", "as", "portrays", "portraying", "portrayed"}
)


def _worked_with(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether somebody only worked with those named: "worked with fine actors like A"."""
    return bool(_WORK & set(scene.keys[max(0, match.first - 4) : match.last]))


_WORK: Final = frozenset(
    {"worked", "work", "working", "alongside", "among", "unlike", "shared", "directed", "trained"}
)


def _cast_of_other(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a cast is said to be of something: "joined the cast of the film"."""
    if scene.keys[match.last : match.last + 1] not in (["of"], ["in"], ["on"]):
        return False
    near = range(match.last, min(match.last + _CAST_REACH, scene.n_tokens))
    if any(scene.mention_at(at, ("season",)) is not None for at in near):
        return False
    meant = any(
        kind.first in near and "the" in scene.keys[match.last : kind.first]
        for kind in scene.all("kind")
    )
    return not meant or any(scene.mention_at(at, ("titled", "other_work")) for at in near)


def _elsewhere_with(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether who stars alongside somebody does so in another work."""
    if scene.keys[match.last : match.last + 1] not in (["in"], ["on"], ["for"]):
        return False
    near = range(match.last, min(match.last + _CAST_REACH, scene.n_tokens))
    meant = any(scene.mention_at(at, ("work",)) is not None for at in near)
    return not meant and any(
        scene.mention_at(at, ("other_work", "titled", "other_kind")) is not None for at in near
    )


def _single_partner(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether those named behind "alongside" have one name each: parts in a story."""
    partner = match.get("with")
    names = partner.value if partner is not None and isinstance(partner.value, tuple) else ()
    return not any(" " in str(getattr(name.value, "text", "")) for name in names)


def _other_series_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether stars are said to be of another series: "guest stars A and B of Salt"."""
    return scene.keys[match.last : match.last + 1] == ["of"]


def _lone_name(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether fewer than two full names are given: who is back may be a part."""
    who = match.get("who")
    names = who.value if who is not None and isinstance(who.value, tuple) else ()
    if who is not None and _MAKERS & set(scene.keys[max(0, who.first - 2) : who.first]):
        return True  # "crew members Ana Bell and Omar Reyes"
    return sum(" " in str(getattr(name.value, "text", "")) for name in names) < 2  # noqa: PLR2004


def _after_of(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether those named say whose something is: "the wedding of Ana and Omar gives"."""
    return scene.keys[max(0, match.first - 1) : match.first] == ["of"]


def _by_funds(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether support came from who pays for series: "support from Screen Lisbon"."""
    who = match.get("who")
    return who is not None and bool(_FUNDS & set(scene.keys[who.first : who.last]))


_FUNDS: Final = frozenset(
    {"screen", "film", "films", "fund", "creative", "council", "media", "commission", "agency"}
    | {"television", "tv", "foundation", "institute", "office", "ministry", "government"}
)
_MAKERS: Final = frozenset(
    {
        *("crew", "writers", "directors", "producers", "creators", "showrunners", "director"),
        *("writer", "producer", "creator", "showrunner", "makers", "brothers", "executives"),
    },
)


CAST_DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "other_actor": _other_actor,
    "former_before": _former_before,
    "in_cast_list": _in_cast_list,
    "plays_behind": _plays_behind,
    "joins_crew": _joins_crew,
    "no_cast_before": _no_cast_before,
    "no_role_before": _no_role_before,
    "led_other": _led_other,
    "goes_on": _goes_on,
    "cast_of_other": _cast_of_other,
    "lone_name": _lone_name,
    "after_of": _after_of,
    "by_funds": _by_funds,
    "elsewhere_with": _elsewhere_with,
    "single_partner": _single_partner,
    "other_series_behind": _other_series_behind,
    "part_of_cast": _part_of_cast,
    "worked_with": _worked_with,
    "live_performance": _live_performance,
}

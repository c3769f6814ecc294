"""Reasons to drop what only looks like a part in the series: other works, other people's stars."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene

_REACH: Final = 4  # "in the 2011 hit film"
_CAST: Final = frozenset(
    {"cast", "other", "additional", "more", "key", "supporting", "lead", "main", "members"},
)


def _other_work_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "in the film" or "in 'Salt Road'" behind a part names another work."""
    if scene.keys[match.last : match.last + 1] not in (["in"], ["of"], ["on"]):
        return False
    behind = range(match.last + 1, min(match.last + 1 + _REACH, scene.n_tokens))
    for at in behind:
        if scene.mention_at(at, ("work", "kind")) is not None:
            return False
        if scene.mention_at(at, ("other_work", "other_kind", "titled")) is not None:
            return True
    return False


def _no_cast_words(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "actors are A and B" does not speak of the cast of a series."""
    inside = range(match.first, match.last)
    if scene.keys[match.first - 1 : match.first] in (["favourite"], ["favorite"], ["of"]):
        return True
    series = any(scene.mention_at(at, ("kind",)) is not None for at in inside)
    return not series and _CAST.isdisjoint(scene.keys[match.first : match.last])


def _other_version(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether those named are in a remake: "to be remade in Tamil, with Ana Bell"."""
    return bool({"remade", "remake", "remakes"} & set(scene.keys[: match.first]))


def _of_other_work(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "the film by" leads to those named."""
    before = scene.keys[max(0, match.first - 1) : match.first]
    near = range(max(0, match.first - _REACH), match.first)
    other = any(scene.mention_at(at, ("other_work", "other_kind")) is not None for at in near)
    return other or before in (["of"], ["as"], ["with"])


def _piece_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a platform announces something about a work: "announced Iron Tide's cast"."""
    return scene.keys[match.last : match.last + 1] in (["'s"], ["'"], ["is"], ["was"], ["has"])


def _single_names(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether none of those named has two names: they may be places or parts."""
    who = match.get("who")
    names = who.value if who is not None and isinstance(who.value, tuple) else ()
    return not any(" " in str(getattr(name.value, "text", "")) for name in names)


def _as_maker(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether somebody comes back to make the series: "will return as director"."""
    return "as" in scene.keys[match.last : match.last + 1]


def _not_back(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether those named do not come back: "will not be back for season 2"."""
    return bool({"not", "never", "n't", "won't"} & set(scene.keys[match.first : match.last]))


def _told_in_headline(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a verb with a capital seems a name: "Iron Tide Showrunners Tease"."""
    who = match.get("who")
    return who is not None and scene.keys[who.first] in _TELLS and who.last == who.first + 1


_TELLS: Final = frozenset(
    {
        *("tease", "teases", "talk", "talks", "explain", "explains", "reveal", "reveals", "break"),
        *("breaks", "preview", "previews", "discuss", "discusses", "say", "says", "confirm"),
        *("confirms", "share", "shares", "open", "opens", "dish", "dishes", "address", "defends"),
        *("addresses", "unpack", "unpacks", "weigh", "weighs", "tell", "tells", "answer", "hints"),
        *("answers", "reflect", "reflects", "look", "looks", "promise", "promises", "defend"),
        *("on", "wants", "want", "exits", "exit", "returns", "joins", "signs", "inks", "sets"),
    },
)


def _by_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a passive follows: "written by Ana Bell and executive produced by"."""
    role = match.get("role")
    return role is not None and scene.keys[role.last : role.last + 1] == ["by"]


def _last_alone(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether only the last of several is meant: "A and B, who also produces"."""
    who, role = match.get("who"), match.get("role")
    if who is None or role is None or "who" not in scene.keys[who.last : role.first]:
        return False
    several = isinstance(who.value, tuple) and len(who.value) > 1
    return several and any(key.endswith("es") for key in scene.keys[role.first : role.last])


def _made_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether who made it stands in front of a bracket: "creators Ana Bell (Low Water)"."""
    before = scene.keys[max(0, match.first - _NEAR_MAKER) : match.first]
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _MAKERS), None)
    if at is None or (
        before[at] in _LONE_MAKERS and _POSSESSIVES & set(before[max(0, at - 4) : at])
    ):
        return False  # "and her young, entitled writer Ava (Zoe Hart)"
    gap, depth = set(), 0
    for key in before[at + 1 :]:
        depth += (key == "(") - (key == ")")
        gap |= {key} if not depth else set()
    return not ({",", ";", "."} | _ACTS) & gap


_POSSESSIVES: Final = frozenset({"her", "his", "their", "a", "an", "named"})
_LONE_MAKERS: Final = frozenset({"creator", "writer", "director", "producer", "showrunner"})


def _place_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether who plays is a bare name behind "on" or "in": "a stint on Corrie as Dora"."""
    who = match.get("who")
    before = scene.keys[max(0, match.first - 1) : match.first]
    bare = who is not None and " " not in str(getattr(who.value, "text", " "))
    names = who.value if who is not None and isinstance(who.value, tuple) else ()
    bare = bare or not any(" " in str(getattr(name.value, "text", "")) for name in names)
    if not bare or match.first == 0:
        return False
    token = scene.sentence.tokens[match.first - 1]
    phrase = token.is_word and token.is_capital and token.key not in _BEFORE_BARE
    return phrase or before in (["on"], ["in"], ["at"], ["of"])  # "Make Waves as Lisbon's Best"


_PRIZES: Final = frozenset(
    {"actress", "actor", "bafta", "emmy", "oscar", "award", "awards", "globe", "best"}
)
_BEFORE_BARE: Final = frozenset({"and", "with", "but", "plus", "starring", "while", "meanwhile"})


def _name_between(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether another name or clause stands between who plays and the cue."""
    who, cue = match.get("who"), match.get(frame.cue)
    if who is None or cue is None:
        return True
    gap = set(scene.keys[who.last : cue.first])
    if scene.keys[max(0, who.first - 1) : who.first] in (["playing"], ["portraying"], ["as"]):
        return True  # "known for playing Dora on Low Water and for her role as Mia"
    return not gap.isdisjoint({"while", "but", "whose"}) or any(
        who.last <= name.first < cue.first for name in scene.all("name")
    )


def _none_played_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether nobody is "played by" anybody before: "Dora is played by A, Sam by B"."""
    keys = scene.keys[: match.first]
    return not any(
        key == "by" and before in {"played", "portrayed", "voiced", "essayed"}
        for before, key in pairwise(keys)
    )


def _starred_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether another work's stars are told of: "the film, which starred Ana Bell"."""
    before = scene.keys[max(0, match.first - 1) : match.first]
    return before in (["starred"], ["starring"], ["featuring"], ["featured"], ["stars"])


def _bracketed_names(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether full names in brackets follow those named: either side may act."""
    who = match.get("who")
    names = who.value if who is not None and isinstance(who.value, tuple) else ()
    for name in names:
        if scene.keys[name.last : name.last + 1] != ["("]:
            continue
        inner = scene.mention_at(name.last + 1, ("name",))
        if inner is not None and inner.last - inner.first > 1:
            return True
    return False


_NEAR_MAKER: Final = 12
_ACTS: Final = frozenset({"follows", "stars", "starring", "centers", "centres", "about", "plays"})
_MAKERS: Final = frozenset(
    {
        *("creator", "creators", "writer", "writers", "director", "directors", "producer"),
        *("producers", "showrunner", "showrunners", "co-creator", "co-creators"),
    },
)


ROLE_DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "other_work_behind": _other_work_behind,
    "no_cast_words": _no_cast_words,
    "other_version": _other_version,
    "of_other_work": _of_other_work,
    "piece_behind": _piece_behind,
    "single_names": _single_names,
    "as_maker": _as_maker,
    "by_behind": _by_behind,
    "last_alone": _last_alone,
    "not_back": _not_back,
    "told_in_headline": _told_in_headline,
    "made_before": _made_before,
    "place_before": _place_before,
    "bracketed_names": _bracketed_names,
    "starred_before": _starred_before,
    "name_between": _name_between,
    "none_played_before": _none_played_before,
}

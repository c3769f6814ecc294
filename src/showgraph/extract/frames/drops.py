"""Reasons to drop a match that its pattern alone cannot see; frames name them in ``drop_if``."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.frames.castdrops import CAST_DROPS
from showgraph.extract.frames.creditdrops import CREDIT_DROPS
from showgraph.extract.frames.decisions import DECISIONS
from showgraph.extract.frames.nouncues import NOUN_CUES
from showgraph.extract.frames.ownerdrops import OWNER_DROPS
from showgraph.extract.frames.playing import DROPS as PLAYING
from showgraph.extract.frames.releasedrops import RELEASE_DROPS
from showgraph.extract.frames.roledrops import ROLE_DROPS
from showgraph.extract.frames.sourcedrops import SOURCE_DROPS
from showgraph.extract.frames.strangers import STRANGERS
from showgraph.extract.frames.subjectdrops import SUBJECT_DROPS
from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene, WorkValue
from showgraph.extract.text.names import COMMON

_STAR_NOUNS: Final = frozenset(
    {
        *("the", "its", "their", "'s", "rising", "both", "of", "with", "pop", "film", "movie"),
        *("tv", "by", "two", "three", "other", "fellow", "bollywood", "hollywood", "as", "these"),
        *("four", "five", "rock", "television", "reality", "guest", "all", "porn", "one"),
        *("some", "those", "others", "other", "episode", "episodes", "any", "few", "many"),
    },
)


def _noun_before(scene: Scene, match: Match, frame: Frame) -> bool:
    cue = match.get(frame.cue)
    at = cue.first if cue else match.first
    before = scene.keys[at - 1] if at else ""
    word = scene.keys[at]
    if word in {"stars", "star", "features"} and (before in _STAR_NOUNS or at == 0):
        return True
    if before in {"one", "those", "some", "others", "episode", "episodes"}:
        return True
    if word in {"featuring", "features"}:
        window = scene.keys[max(0, at - 10) : at]
        return bool({"video", "clip", "poster", "photo", "picture", "teaser", "song"} & set(window))
    return False


def _after_name(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether a name stands right before: "Low Water creator A" speaks of Low Water."""
    cue = match.get(frame.cue)
    at = (cue.first if cue else match.first) - 1
    while at >= 0 and scene.keys[at] in {'"', "'", "'s", "and", ","}:
        if scene.keys[at] == "," or (scene.keys[at] == "and"):
            return False
        at -= 1
    if at < 0:
        return False
    token = scene.sentence.tokens[at]
    works = [m for m in scene.all("work") if m.first <= at < m.last]
    work = any(m.how != "name" for m in works)
    return token.is_word and token.is_capital and not work and (at > 0 or token.key not in COMMON)


def _credit_as(scene: Scene, match: Match, _frame: Frame) -> bool:
    who, c = match.get("who"), match.get("c")
    if who is None or c is None:
        return True
    window = scene.keys[who.last : c.first]
    if {"they", "he", "she", "it", "we", "you"} & set(window) or window.count("as") > 1:
        return True  # "a promise as they left", "is as good as Omar Reyes"
    before = scene.keys[max(0, who.first - 3) : who.first]
    joined = before[-1:] in (["joining"], ["joins"], ["join"], ["joined"])
    seen = {"appeared", "appears", "seen", "starred", "starring"} & set(before)
    if joined or (before[-1:] == ["in"] and seen):
        return True  # names a work
    if _of_unknown_work(scene, who.first) or before[-1:] in (["alongside"], ["opposite"]):
        return True  # "Zoe Hart acts alongside Ana Bell as Dora": that is Zoe Hart's part
    return bool(
        {
            "do",
            "does",
            "did",
            "such",
            "well",
            "known",
            "soon",
            "far",
            "long",
            "much",
            "just",
            "serve",
        }
        & set(window)
    )


def _of_unknown_work(scene: Scene, at: int) -> bool:
    """Return whether "Low Water, starring" opens the sentence and Low Water is no known series."""
    cut = at - 1
    if cut < 1 or scene.keys[cut] not in {"starring", "stars", "featuring"}:
        return False
    cut -= scene.keys[cut - 1] == ","
    opening = scene.sentence.tokens[:cut]
    known = scene.mention_at(0, ("work", "platform", "date", "place"))
    return all(token.is_word and token.is_capital for token in opening) and known is None


def _no_noun_phrase(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether nothing ties platform and title together ("Netflix Iron Tide")."""
    platform, title = match.get("p"), match.get("t")
    if platform is None or title is None:
        return True
    between = scene.keys[platform.last : title.first]
    return not between or between == [","]


def _ordinal_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    before = scene.keys[match.first - 1] if match.first else ""
    return before in {"first", "last", "final", "next", "opening", "part", "season"}


def _foreign_object(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "the rights" are followed by rights to something else."""
    after = scene.keys[match.last : match.last + 1]
    return match.get("t") is None and after in (["to"], ["for"])


def _foreign_name(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the work is no name there: "its star" is left to other frames."""
    work = match.get("t")
    return work is None or work.mention is None or work.mention.how != "name"


def _of_season(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a season is named: its end is not the end of the series."""
    work = match.get("t")
    if work is None or not isinstance(work.value, WorkValue):
        return False
    return bool(work.value.seasons) or scene.keys[work.last - 1] == "season"


_PARTS_OF_IT: Final = frozenset(
    {"episode", "episodes", "scene", "finale", "premiere", "pilot", "trailer"}
)


def _of_part(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a piece of the series is meant: "the last episode of Iron Tide ended"."""
    work = match.get("t")
    before = scene.keys[max(0, work.first - 4) : work.first] if work is not None else []
    return "of" in before and not _PARTS_OF_IT.isdisjoint(before)


_SERIES_TYPES: Final = ("work", "kind", "genre", "origin", "season")
_COUNTED: Final = frozenset({"season", "run", "order", "series", "parter"})


def _no_series_behind(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether "six-part" counts the parts of something else ("a six-part choir")."""
    count = match.get(frame.cue)
    if count is None or scene.keys[count.first].endswith("parter"):
        return False
    behind = range(count.last, min(count.last + 5, scene.n_tokens))
    return not any(
        scene.keys[at] in _COUNTED or scene.mention_at(at, _SERIES_TYPES) is not None
        for at in behind
    )


_SPECIALS: Final = frozenset(
    {"special", "finale", "premiere", "arc", "crossover", "event", "video", "pilot"},
)


def _special_behind(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether "two-episode" counts a special, not a season."""
    count = match.get(frame.cue)
    at = count.last if count else match.last
    return bool(_SPECIALS & set(scene.keys[at : at + 4])) or "gets" in scene.keys[:at]


def _role_between(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "known for her role as Dora" names a role, not a work."""
    works = match.get("w")
    return works is not None and scene.keys[works.first - 1] in {"as", "playing", "portraying"}


def _part_of_work(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether something of the work is meant: "money for the show is from"."""
    work = match.get("t")
    before = scene.keys[work.first - 1 : work.first] if work is not None and work.first else []
    return bool(before) and before[0] in {"for", "of", "to", "about", "in", "on", "with"}


def _bare_names(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether what should be titles are names that nothing shows to be works."""
    works = match.get("w")
    known = scene.all("work", "other_work")
    return works is None or not any(
        works.first <= m.first < works.last for m in known if m.how == "name"
    )


def _filmed_between(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "set in Salt Bay and shot in Iceland" says where it was filmed."""
    cue, place = match.get("cue"), match.get("where")
    between = scene.keys[cue.last : place.first] if cue and place else []
    return bool({"shot", "filmed", "filming", "produced"} & set(between))


DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    **DECISIONS,
    **CAST_DROPS,
    **NOUN_CUES,
    **CREDIT_DROPS,
    **ROLE_DROPS,
    **RELEASE_DROPS,
    **OWNER_DROPS,
    **PLAYING,
    **SUBJECT_DROPS,
    **SOURCE_DROPS,
    **STRANGERS,
    "noun_before": _noun_before,
    "after_name": _after_name,
    "credit_as": _credit_as,
    "no_noun_phrase": _no_noun_phrase,
    "ordinal_before": _ordinal_before,
    "foreign_object": _foreign_object,
    "foreign_name": _foreign_name,
    "of_season": _of_season,
    "of_part": _of_part,
    "role_between": _role_between,
    "bare_names": _bare_names,
    "part_of_work": _part_of_work,
    "filmed_between": _filmed_between,
    "special_behind": _special_behind,
    "no_series_behind": _no_series_behind,
}

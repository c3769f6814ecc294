"""Reasons to drop what only looks like a decision on a series, or like its place."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene, WorkValue
from showgraph.extract.values.quantities import parse_number

#: What is renewed as well, and is no series.
_RENEWABLE: Final = frozenset(
    {
        *("interest", "faith", "debate", "focus", "attention", "hope", "energy", "push", "calls"),
        *("confidence", "scrutiny", "promise", "partnership", "vows", "licence", "license"),
    },
)


def _particle_behind(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether "picked up on", "ordered by" or "renewed interest in" stands there."""
    cue = match.get(frame.cue)
    after = scene.keys[cue.last : cue.last + 1] if cue else []
    if cue and not _RENEWABLE.isdisjoint(scene.keys[cue.last : cue.last + 3]):
        return True
    return after in (["on"], ["from"], ["by"], ["where"], ["after"], ["in"], ["right"])


_HOPES: Final = frozenset(
    {"potential", "possible", "chance", "chances", "hopes", "hope", "hoping", "awaiting", "no"},
)


def _hope_inside(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a renewal is only hoped for: "its potential for a season 6 renewal"."""
    return bool(_HOPES & set(scene.keys[match.first : match.last]))


def _revived_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether what was cancelled came back in the same sentence."""
    revivals = {"revived", "saved", "rescued", "resurrected", "uncancelled", "un-cancelled"}
    return bool(revivals & set(scene.keys[match.last :]))


def _hope_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    return bool(_HOPES & set(scene.keys[max(0, match.first - 6) : match.last]))


def _asked_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "how the series will end" asks instead of telling."""
    asks = {"how", "whether", "why", "if", "when", "where", "before", "until"}
    before = scene.keys[max(0, match.first - 2) : match.first]
    gone = _GONE & set(scene.keys[match.first : match.last])
    return bool(asks & set(before)) or ("after" in before and not gone)


#: What ended is over, also "a decade after it ended".
_GONE: Final = frozenset({"ended", "came", "concluded", "wrapped", "went", "signed", "bowed"})


def _first_season(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a first season is meant: it is bought, not renewed."""
    work = match.get("t")
    return work is not None and isinstance(work.value, WorkValue) and "1" in work.value.seasons


def _other_object(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether another work is what was decided on: "cancelled X but renewed Y"."""
    work, cue = match.get("t"), match.get(frame.cue)
    if work is None or cue is None or work.first > cue.first:
        return False
    return any(
        mention.first in range(cue.last, cue.last + _OBJECT_REACH)
        for mention in scene.all("named_work")
    )


def _passive_before(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether something named in front is what it was done to: "Y has been renewed"."""
    cue = match.get(frame.cue)
    if cue is None or not _PASSIVE & set(scene.keys[max(0, cue.first - 2) : cue.first]):
        return False
    return any(mention.last <= cue.first for mention in scene.all("named_work"))


_PASSIVE: Final = frozenset({"been", "is", "was", "were", "are", "be", "being", "gets", "got"})


def _no_place(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether what a story is set in is a time, or belongs to somebody."""
    where = match.get("where")
    if where is None or where.mention is None or where.mention.type == "place":
        return False
    words = {token.word for token in scene.sentence.tokens[where.first : where.last]}
    behind = scene.keys[where.last : where.last + 1]
    return bool(words & _TIMES) or behind in (["'s"], ["era"], ["universe"], ["times"], ["-"])


_TIMES: Final = frozenset({"War", "Age", "Era", "Revolution", "Universe", "Christmas", "II"})


def _prize_behind(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether it picked up something: "the drama picked up a prize", "two awards"."""
    cue = match.get(frame.cue)
    if cue is None or scene.keys[cue.first : cue.last] != ["picked", "up"]:
        return False
    after = scene.keys[cue.last] if cue.last < scene.n_tokens else ""
    return after in {"a", "an", "its", "the", "several"} or parse_number(after) is not None


_OBJECT_REACH: Final = 5  # tokens from "renewed" to the title in "the comedy X"


_ORDERS: Final = frozenset(
    {"orders", "greenlights", "ordered", "greenlit", "greenlighted", "picked"}
    | {"commission", "commissions", "commissioned"}
)


def _order_of_first(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether a series is ordered that names no season: it is new, not renewed."""
    cue, work = match.get(frame.cue), match.get("t")
    if cue is None or work is None or match.get("s") is not None:
        return False
    counted = isinstance(work.value, WorkValue) and bool(work.value.seasons)
    return not counted and scene.keys[cue.first] in _ORDERS


def _ends_season(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether what ends is a season or another thing: "will end its fourteenth season"."""
    if scene.mention_at(match.last, ("season",)) is not None:
        return True  # "ended season 4 with a bang"
    if scene.keys[match.last : match.last + 1] not in (["its"], ["the"], ["their"]):
        return False  # "will end with its fourth season"
    if any(m.first - match.last in range(_SEASON_REACH) for m in scene.all("season")):
        return True
    return _RUNS.isdisjoint(scene.keys[match.last : match.last + _SEASON_REACH])


_SEASON_REACH: Final = 4
#: What a series ends when it ends: "ended its ten-year run", and not "the year on a high".
_RUNS: Final = frozenset({"run", "broadcast", "story", "saga", "journey", "series", "show"})


DECISIONS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "particle_behind": _particle_behind,
    "hope_inside": _hope_inside,
    "revived_behind": _revived_behind,
    "hope_before": _hope_before,
    "asked_before": _asked_before,
    "first_season": _first_season,
    "other_object": _other_object,
    "passive_before": _passive_before,
    "no_place": _no_place,
    "order_of_first": _order_of_first,
    "ends_season": _ends_season,
    "prize_behind": _prize_behind,
}

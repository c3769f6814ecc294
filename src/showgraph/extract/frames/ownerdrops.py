"""Reasons to drop whose series it is: "Ana Bell's new drama", "showrunner behind Low Water"."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene


def _owner_of_title(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether what is owned is no role: a title in quotes, a firm, a thing."""
    owned = match.get("c")
    if owned is None:
        return True
    behind = scene.sentence.tokens[owned.last : owned.last + 1]
    return bool(behind) and (behind[0].key in {"'s", "("} or behind[0].is_capital)


_OTHERS: Final = frozenset({"next", "other", "first", "last", "earlier", "previous"})
_AFTER_SERIES: Final = frozenset(
    {
        *("is", "was", "has", "will", "and", "about", "that", "which", "stars", "starring", "in"),
        *("follows", "returns", "premieres", "returned", "premiered", "on", "with", "set", "based"),
        *("focuses", "centers", "centres", "tells", "picks", "continues", "explores", "takes"),
        *("begins", "opens", "ends", "arrives", "debuts", "concludes", "feels", "remains", "for"),
        *("became", "also", "but", "as", "at", "from", "featuring", "following", "makes", "gets"),
    },
)


def _owner_of_named(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether whose series it is has no full name, or only stands by the way."""
    who, work = match.get("who"), match.get("t")
    if who is None or work is None or " " not in str(getattr(who.value, "text", "")):
        return True
    if "vehicle" in scene.keys[who.last : work.first] or _opens_quote(scene, who.last):
        return True  # made for its star
    before = scene.keys[who.first - 1 : who.first]
    behind = scene.keys[work.last : work.last + 1]
    return before in (["on"], ["like"]) or behind in (["fans"], ["star"], ["creator"])


def _opens_quote(scene: Scene, at: int) -> bool:
    """Return whether a mark stands apart from the name before it: "Ana Bell Joins 'Iron Tide'"."""
    tokens = scene.sentence.tokens
    return scene.keys[at] == "'" and tokens[at - 1].end < tokens[at].start


def _owner_of_other(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "Ana Bell's drama" may be another one, or Bell is a firm or a character."""
    who = match.get("who")
    if who is None or " " not in str(getattr(getattr(who.mention, "value", None), "text", "")):
        return True
    behind = scene.sentence.tokens[match.last : match.last + 1]
    before = scene.keys[who.first - 1 : who.first]
    if before in (["from"], ["on"], ["like"], ["adapting"], ["adapts"], ["adapted"]):
        return True
    named = scene.mention_at(match.last + 1, ("named_work",))
    if scene.keys[match.last : match.last + 1] == [","] and named is not None:
        return True  # "Ana Bell's new drama, Iron Tide" has a frame of its own
    if _OTHERS.intersection(scene.keys[who.last : match.last]):
        return True
    if scene.keys[who.last + 1 : match.last] == ["show"]:
        return True  # "Dora Flint's show" may be one within the story
    more = bool(behind) and behind[0].is_word and not behind[0].is_capital
    return more and behind[0].key not in _AFTER_SERIES  # "Ana Bell's comedy vehicle"


def _name_in_gap(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether another title stands first: "the showrunner behind Low Water, Iron Tide"."""
    who, work = match.get("who"), match.get("t")
    if who is None or work is None:
        return True
    gap = scene.keys[who.last + 1 : work.first]
    return "," in gap and bool({"of", "behind"} & set(gap[: gap.index(",")]))


#: What somebody is whose series a frame of its own gives to that trade.
_TRADES: Final = frozenset(
    {
        *("director", "directors", "producer", "producers", "actor", "actress", "star", "author"),
        *("writer", "writers", "host", "presenter", "composer", "novelist", "pd", "screenwriter"),
        *("actors", "stars", "hosts", "authors", "editor", "cinematographer"),
    },
)


_SOURCES: Final = frozenset(
    {
        *("adaptation", "adapted", "adapting", "adapts", "based", "inspired", "novel", "book"),
        *("novels", "books", "remake", "version", "retelling", "like", "than", "unlike", "story"),
        *("reimagining", "reboot", "updating", "memoir", "bestseller", "play"),
    },
)
_SOURCE_REACH: Final = 6


def _trade_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the owner does one thing of many: "producer Ana Bell's Iron Tide".

    Nor is "Ana Bell 'Iron Tide'" an owner, unless the name ends in an s.
    """
    who = match.get("who")
    if who is None:
        return True
    named = str(getattr(who.value, "text", ""))
    bare = scene.keys[who.last : who.last + 1] == ["'"] and not named.endswith("s")
    if _SOURCES.intersection(scene.keys[max(0, who.first - _SOURCE_REACH) : who.first]):
        return True  # "an adaptation of Ana Bell's Iron Tide"
    return bare or bool(_TRADES.intersection(scene.keys[max(0, who.first - 1) : who.first]))


OWNER_DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "name_in_gap": _name_in_gap,
    "trade_before": _trade_before,
    "owner_of_title": _owner_of_title,
    "owner_of_other": _owner_of_other,
    "owner_of_named": _owner_of_named,
}

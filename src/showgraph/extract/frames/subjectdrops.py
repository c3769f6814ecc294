"""Reasons to drop a match whose subject is no series that the text has named."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene

_CLAUSE_STARTS: Final = frozenset({",", ";", "and", "but", "while", "whereas", "though", "as"})
_STARRING: Final = frozenset({"stars", "starred"})
#: What somebody hosts that is no show.
_PARTIES: Final = frozenset(
    {
        *("party", "dinner", "event", "gala", "ceremony", "panel", "premiere", "screening", "ball"),
        *("reception", "lunch", "breakfast", "fundraiser", "auction", "exhibition", "tour", "talk"),
        *("discussion", "conversation", "session", "concert", "stream", "webinar", "benefit"),
    }
)
_AUXILIARIES: Final = frozenset({"was", "were", "is", "are", "be", "been", "being", "has", "had"})
_BEGINNINGS: Final = frozenset(
    {
        *("was", "is", "were", "had", "has", "ran", "aired", "starred", "stars", "premiered"),
        *("debuted", "featured", "featuring", "came", "streamed"),
    }
)
_PARTINGS: Final = frozenset({"leaving", "leaves", "expiring", "expires", "removed", "departing"})
#: A title of one word is as likely the last word of a phrase.
_LEAST_TITLE: Final = 2
_NEAR: Final = 3


def _cue_first(match: Match, frame: Frame) -> int:
    cue = match.get(frame.cue)
    return cue.first if cue else match.first


def _unknown_title(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether "while Low Water stars" names what the text does not make known."""
    last = first = _cue_first(match, frame)
    if scene.keys[last : last + 1] not in [[word] for word in sorted(_STARRING)]:
        return False
    tokens = scene.sentence.tokens
    while first and tokens[first - 1].is_word and tokens[first - 1].is_capital:
        first -= 1
    if last - first < _LEAST_TITLE or (first and scene.keys[first - 1] not in _CLAUSE_STARTS):
        return False
    return not any(m.first < last and first < m.last for m in scene.all("work", "season"))


def _bare_original(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether the sentence is about "the original", whose title it does not repeat."""
    opening, verb = scene.keys[:2], scene.keys[2:3]
    if opening != ["the", "original"] or not _BEGINNINGS.intersection(verb):
        return False
    at = _cue_first(match, frame)
    return not any(m.first < at for m in scene.all("work"))


def _hosted_party(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether what is hosted is no show: "the party was hosted by"."""
    at = _cue_first(match, frame)
    if scene.keys[at : at + 1] not in (["hosted"], ["presented"]):
        return False
    while at and scene.keys[at - 1] in _AUXILIARIES:
        at -= 1
    return bool(_PARTIES.intersection(scene.keys[max(0, at - 1) : at]))


def _respective(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "respectively" gives each of several its own, which no frame pairs here."""
    return "respectively" in scene.keys[match.last : match.last + _NEAR]


def _parting(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the day behind a title is its last: "Leaving this month: X (May 31)"."""
    return bool(_PARTINGS.intersection(scene.keys[: match.first]))


def _names_other(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether what looks like an apposition names another: "Low Water, BBC's drama X"."""
    return scene.mention_at(match.last, ("work",)) is not None


SUBJECT_DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "unknown_title": _unknown_title,
    "bare_original": _bare_original,
    "hosted_party": _hosted_party,
    "respective": _respective,
    "parting": _parting,
    "names_other": _names_other,
}

"""Find the work that a match speaks of: bound in the pattern, named near the cue, or in focus."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.discourse.asides import is_aside, is_credit_use
from showgraph.extract.discourse.pastworks import is_past_work
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.extract.text.names import COMMON

_PHRASE = 8  # tokens within which a count still belongs to a phrase: "six-part drama series X"
_INDEFINITE: Final = frozenset({"a", "an", "another", "two", "three", "several", "new"})
#: In front of "a drama" these say what the work in focus is.
_PREDICATES: Final = frozenset(
    {
        *("is", "was", "are", "were", "'s", "as", "be", "been", ",", "such", "being", "a", "an"),
        *("became", "becomes", "become", "not", "also", "still", "called", "into", "truly", "—"),
        *("just", "really", "essentially", "basically", "very", "(", "-", "remains", "of", "like"),
    },
)
_ENDS: Final = frozenset(
    {",", ".", ";", "and", "(", ")", "who", "that", "which", "of", "for", "to"}
)
#: Who made a series and does so comes back to that series.
_RETURNS: Final = frozenset({"return", "returns", "returning"})
#: Slots of those who act; the brackets and asides behind their names belong to them.
_ACTORS: Final = frozenset({"who", "with"})
_KNOWN_FOR = 4  # tokens from "known for" to a title
_SENTENCE = 30  # tokens to the work behind "Created by Ana Bell, the series ..."


def find_subject(
    frame: Frame,
    match: Match,
    stage: Stage,
    cue: int,
) -> tuple[WorkValue | None, Mention | None]:
    """Return the work a match speaks of and where it stands; (None, mention) means another sort."""
    bound = match.get("t")
    if bound is not None and isinstance(bound.value, WorkValue):
        return bound.value, bound.mention
    scene = stage.scene
    if frame.subject == "t" or _is_of_stranger(scene, cue):
        return None, None
    before = match.first if frame.subject != "near_np" else cue
    asides = [range(b.first, b.last) for b in match.bindings if b.name in _ACTORS]
    near = _returned_to(scene, match) or _nearest(scene, before, cue, asides)
    other = _find_other(scene, near, cue) or _find_old(scene, cue) or _find_known_for(scene, cue)
    if other is not None and frame.subject != "near_np":
        announced = stage.announced if other.type == "kind" else ""
        return (WorkValue(announced), None) if announced else (None, other)
    if frame.subject == "near_np":
        near = _following(scene, match.last, _PHRASE) or near
    if near is not None and not isinstance(near.value, WorkValue) and frame.subject != "focus":
        return None, near
    if near is None and (match.first <= 1 or frame.subject == "focus"):
        near = _following(scene, match.last, _SENTENCE)
    if near is not None and isinstance(near.value, WorkValue):
        return near.value, near
    return (WorkValue(stage.title) if stage.title else None), None


def _returned_to(scene: Scene, match: Match) -> Mention | None:
    """Return the title of "Iron Tide creator Ana Bell will return as ..." in front of a match."""
    if not _RETURNS & set(scene.keys[match.first : match.last]):
        return None
    for mention in scene.all("work"):
        between = scene.keys[mention.last : match.first]
        if mention.how == "name" and len(between) == 1 and is_credit_use(scene, mention):
            return mention
    return None


def _nearest(scene: Scene, before: int, cue: int, asides: Sequence[range]) -> Mention | None:
    """Return the last work named before a cue, unless a bracket closes between them.

    What stands in ``asides`` only says who somebody is.
    """
    best: Mention | None = None
    for mention in scene.all("work", "trailer", "other_work", "other_kind"):
        if any(mention.first in aside for aside in asides):
            continue
        if mention.last <= max(before, cue) and not _in_brackets(scene, mention.first, cue):
            if mention.last < cue and mention.how == "name" and is_credit_use(scene, mention):
                continue
            if (
                mention.type == "work"
                and mention.how == "name"
                and is_aside(scene, mention)
                and (
                    scene.keys[mention.last : mention.last + 1] != [","]
                    or "known" in scene.keys[max(0, mention.first - _KNOWN_FOR) : mention.first]
                )
            ):
                continue  # but "like Iron Tide, created by" speaks of it
            if mention.type == "other_work" and scene.mention_at(mention.first, ("work",)):
                continue
            if mention.how == "name" and is_past_work(scene, mention):
                continue
            if (
                best is None
                or (mention.last, -mention.first) > (best.last, -best.first)
                or (mention.last == best.last and mention.type == "trailer")
            ):
                best = mention
    return best


def _in_brackets(scene: Scene, position: int, cue: int) -> bool:
    """Return whether ``position`` stands inside brackets that ``cue`` stands outside of."""
    depth = 0
    for at in range(position, cue):
        depth += (scene.keys[at] == ")") - (scene.keys[at] == "(")
        if depth > 0:
            return True
    return False


def _following(scene: Scene, start: int, reach: int) -> Mention | None:
    works = [
        m
        for m in scene.all("work")
        if start <= m.first <= start + reach
        and not (m.how == "name" and (is_credit_use(scene, m) or is_aside(scene, m)))
        and scene.keys[start : m.first].count("(") <= scene.keys[start : m.first].count(")")
    ]  # "Ana Bell (Low Water)" is about Ana Bell
    return works[0] if works else None


def find_unnamed(scene: Scene, after: int, before: int) -> Mention | None:
    """Return "a new drama" between two tokens: a work that the text has not named.

    "is a drama" and "Iron Tide, a drama" speak of a work that has a name.
    """
    for kind in scene.all("kind", "other_kind"):
        if not after < kind.first < before or scene.mention_at(kind.last, ("work",)) is not None:
            continue
        at = kind.first
        while at > after and kind.first - at < _PHRASE and scene.keys[at] not in _INDEFINITE:
            at -= 1
        if at and scene.keys[at] == "new" and scene.keys[at - 1] in {"a", "an", "another"}:
            at -= 1
        if scene.keys[at] not in _INDEFINITE or at <= after:
            continue
        added = scene.keys[max(0, at - 3) : at] == ["as", "well", "as"]
        if (at == 0 or added or scene.keys[at - 1] not in _PREDICATES) and _is_plain(
            scene, at + 1, kind.first
        ):
            return kind
    return None


def _find_other(scene: Scene, near: Mention | None, cue: int) -> Mention | None:
    """Return what shows that a cue speaks of no work that has been named."""
    unnamed = find_unnamed(scene, near.last if near is not None else -1, cue)
    if unnamed is None and near is not None and _has_new_version(scene, near.last, cue):
        return near
    if unnamed is None and near is not None and _is_parted(scene, near.last, cue):
        return near  # another item of a list parted by semicolons
    return unnamed


def _is_of_stranger(scene: Scene, cue: int) -> bool:
    """Return whether "the comedy Nobody, which stars" speaks of a title that is unknown."""
    at = cue - (scene.keys[cue] != "which")
    while at > 0 and scene.keys[at] in _AUXILIARIES:
        at -= 1
    if at < 2 or scene.keys[at] != "which" or scene.keys[at - 1] != ",":  # noqa: PLR2004
        return False
    end = start = at - 1
    tokens = scene.sentence.tokens
    while start and (tokens[start - 1].is_capital or scene.keys[start - 1] in _IN_TITLES):
        start -= 1
    if start == end or any(m.first < end and start < m.last for m in scene.all("work")):
        return False
    led = any(m.last == start for m in scene.all("kind", "other_kind"))
    return led or scene.keys[max(0, start - 1) : start] in (["hit"], ["mega-hit"], ["smash"])


_AUXILIARIES: Final = frozenset({"is", "was", "also", "will", "be", "has", "been"})
_IN_TITLES: Final = frozenset({"*", "of", "the", "'s", ":", "/", "-"})


def _has_new_version(scene: Scene, first: int, last: int) -> bool:
    """Return whether "and a new version of Salt Road" stands between a work and a cue."""
    keys = scene.keys[first:last]
    return any(
        key in {"version", "adaptation", "remake"}
        and keys[at + 1 : at + 2] == ["of"]
        and not {"a", "an", "another"}.isdisjoint(keys[max(0, at - 3) : at])
        and not {",", "and"}.isdisjoint(keys[max(0, at - 5) : at])
        for at, key in enumerate(keys)
    )


def _find_old(scene: Scene, cue: int) -> Mention | None:
    """Return "the 2004 sitcom" right before a cue: an older work than the one in focus."""
    kind = next((m for m in scene.all("kind") if m.last == cue), None)
    if kind is None and scene.keys[max(0, cue - 1) : cue] in _PROJECTS:
        kind = Mention("other_kind", cue - 1, cue, "series")
    if kind is None or any(m.first <= kind.first < m.last for m in scene.all("work")):
        return None
    phrase = scene.keys[max(0, kind.first - _PHRASE) : kind.first]
    led = len(phrase) - 1 - phrase[::-1].index("the") if "the" in phrase else len(phrase)
    aged = any(key[0].isdigit() or key in _OLD for key in phrase[led + 1 :])
    start = kind.first - len(phrase)
    named = any(start + led < m.first and m.last <= kind.first for m in scene.all("name"))
    return kind if aged or named else None


def _find_known_for(scene: Scene, cue: int) -> Mention | None:
    """Return the title of "Ana Bell, best known for Low Water, created by" right before a cue."""
    if scene.keys[cue] not in _MADE or scene.keys[cue - 1 : cue] != [","]:
        return None
    for title in scene.all("work", "other_work"):
        before = scene.keys[max(0, title.first - _KNOWN_FOR) : title.first]
        if title.last == cue - 1 and title.how == "name" and "known" in before:
            return title
    return None


_MADE: Final = frozenset({"created", "directed", "written", "developed", "produced", "penned"})
_PROJECTS: Final = (["project"], ["pilot"], ["presentation"])
_OLD: Final = frozenset(
    {"original", "classic", "earlier", "older", "previous", "old", "last", "first", "next"}
)


def _is_plain(scene: Scene, first: int, last: int) -> bool:
    """Return whether nothing ends a phrase between two tokens."""
    return not _ENDS & set(scene.keys[first:last])


def _is_parted(scene: Scene, first: int, last: int) -> bool:
    """Return whether a semicolon and a new name stand between a work and a cue."""
    at = next((i for i in range(last - 1, first - 1, -1) if scene.keys[i] == ";"), None)
    if at is None or at + 1 >= last:
        return False
    opening = scene.sentence.tokens[at + 1 : at + 4]
    named = any(token.is_capital and token.key not in COMMON for token in opening)
    return named or opening[0].key in {"a", "an", "and"}

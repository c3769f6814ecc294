"""Reasons to drop a credit whose names belong to something else: an owner, an actor, a part."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene

#: Behind a name these speak of a part in the series: "created the drama with Ana Bell as".
_ACTS: Final = frozenset({"as", "playing", "starring", "in", "leading", "attached"})
#: Behind a name these say that it stands for something else: "Low Water producer Ana Bell".
_OWNS: Final = frozenset(
    {"'s", "'", "to", "producer", "creator", "writer", "director", "star", "showrunner", "alum"}
    | {
        "team",
        "crew",
        "gang",
        "creators",
        "producers",
        "makers",
        "franchise",
        "universe",
        "stable",
    },
)
#: In front of a series these say that something in it or about it comes from somebody.
_OF: Final = frozenset({"in", "on", "of", "for", "to", "about", "with", "after", "watching"})
_REACH: Final = 6
_ORDINALS: Final = frozenset({"first", "second", "third", "next", "other", "last", "previous"})


def _acts_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether those named act in what was made: "with Ana Bell as the lead"."""
    return bool(_ACTS.intersection(scene.keys[match.last : match.last + 1]))


def _owned_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether it comes from what somebody owns: "from director Ana Bell's company".

    Of "Ana Bell and Omar Reyes' Blue Door Films" the first is no owner.
    """
    who = match.get("who")
    several = who is not None and isinstance(who.value, tuple) and len(who.value) > 1
    if several and scene.mention_at(match.last + 1, ("companies",)) is not None:
        return False
    return bool(_OWNS.intersection(scene.keys[match.last : match.last + 1]))


def _part_named(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a part of the series is from somebody: "a cameo in Iron Tide from"."""
    at = match.first
    before = scene.keys[max(0, at - _REACH) : at]
    who = match.get("who")
    words = scene.sentence.tokens[max(0, at - 2) : who.first if who else at]
    if any(token.word in _ORDINALS for token in words):
        return True  # "Low Water, the first series from Ana Bell"
    while before and before[-1] not in _OF:
        if before[-1] in {",", ".", ";", "(", ")", "is", "was", "a", "an", "another"}:
            return False
        before = before[:-1]
    return bool(before)


def _prose_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a line goes on as a sentence: "Story: Ana Bell must find a ship"."""
    at = match.last
    if scene.keys[at : at + 1] == ["("] and ")" in scene.keys[at:]:
        at = scene.keys.index(")", at) + 1
    behind = scene.sentence.tokens[at : at + 1]
    return (
        bool(behind)
        and behind[0].is_word
        and not (behind[0].is_capital or behind[0].key in _LINE_JOINS)
    )


_LINE_JOINS: Final = frozenset({"and", "with", "for", "in", "of", "from", "at", "via", "by"})


def _printed_series(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the series by somebody is one of books: "based on the book series by"."""
    return bool(_PRINTED.intersection(scene.keys[max(0, match.first - _REACH) : match.last]))


_PRINTED: Final = frozenset(
    {"book", "novel", "comic", "comics", "manga", "webtoon", "web", "podcast", "based", "adapted"}
    | {"inspired", "adaptation", "graphic", "bestselling", "best-selling", "documentary", "photo"}
    | {"audio", "adapting", "adapts", "original", "remake"},
)


_SPEECH: Final = frozenset(
    {"said", "says", "told", "tells", "added", "adds", "shared", "revealed", "explained", "wrote"}
    | {"stated", "posted", "tweeted", "took", "recalls", "recalled", "confirmed", "whose", "'s"}
)


def _speaks_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a maker speaks, be it of another series."""
    return bool(_SPEECH & set(scene.keys[match.last : match.last + 2]))


def _of_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "of Iron Tide" follows: another frame reads whose maker it is."""
    return scene.keys[match.last : match.last + 1] in (["of"], ["behind"])


#: What is made for a series and is no series.
_PIECES: Final = frozenset(
    {
        *("music", "score", "soundtrack", "song", "songs", "theme", "poster", "costumes", "sets"),
        *("role", "character", "characters", "world", "trailer", "video", "photo", "photos"),
        *("manga", "novel", "book", "comic", "webtoon", "play", "film", "autobiography"),
        *("memoir", "game", "podcast", "video", "article", "letter", "statement", "tweet"),
    },
)


def _piece_before(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether the clause speaks of a piece of a series: "its music was created by"."""
    cue = match.get(frame.cue)
    start = end = cue.first if cue else match.first
    while start and end - start < _NEAR_PIECE and scene.keys[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    if "original" in scene.keys[start:end] and _VERSIONS & set(scene.keys[start:end]):
        return True  # "the original 1959 program created by"
    works = [m for m in scene.all("work") if start <= m.first and m.last <= end]
    titled = {at for m in works for at in range(m.first, m.last)}
    pieces = [at for at in range(start, end) if scene.keys[at] in _PIECES and at not in titled]
    if not pieces:
        return False
    kinds = [m.first for m in works]
    leads = scene.keys[pieces[0] + 1] in {"for", "of", "in"}
    return not kinds or (leads and pieces[0] < kinds[0])


_VERSIONS: Final = frozenset({"program", "programme", "version", "film", "movie", "manga", "game"})
_CLAUSE_ENDS: Final = frozenset({",", ".", ";", "(", ")", "and", "on"})
_NEAR_PIECE: Final = 8


def _letters(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "showrunner, TIFF" names letters, which make no show."""
    who = match.get("who")
    names = who.value if who is not None and isinstance(who.value, tuple) else ()
    texts = [str(getattr(name.value, "text", "")) for name in names]
    return any(text.isupper() and " " not in text and len(text) > _INITIALS for text in texts)


_INITIALS: Final = 2


def _no_row(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a trade and a name are no item of a row: more than a stroke follows."""
    behind = scene.keys[match.last : match.last + 1]
    if behind == ["("] and ")" in scene.keys[match.last :]:
        behind = scene.keys[scene.keys.index(")", match.last) + 1 :][:1]
    return bool(behind) and behind[0] not in _ROW_ENDS


_ROW_ENDS: Final = frozenset({"/", "|", "•", ")", ";"})


def _no_making(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether nothing in front of "via Blue Door Films" says that it produces."""
    before = scene.keys[max(0, match.first - _MAKING_REACH) : match.first]
    return not _MAKING.intersection(before) or bool(_SELLING.intersection(before))


_MAKING_REACH: Final = 9
_MAKING: Final = frozenset(
    {"produce", "produces", "produced", "producing", "executive-produce", "ep", "eps", "producers"}
    | {"producer", "co-produce", "executive-produces"},
)
_SELLING: Final = frozenset(
    {"distributed", "sold", "sells", "sell", "handled", "available", "rights"}
)


def _other_adaptation(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether an adaptation is another series: "Iron Tide and an adaptation of Salt Road".

    So is "Hulu's adaptation of Salt Road" where the sentence names no series in front of it.
    """
    at = match.first
    before = scene.keys[max(0, at - _NEAR) : at]
    if before[-2:] in (["and", "an"], ["and", "a"]):
        return True
    owned = bool({"'s", "'"}.intersection(before)) and scene.keys[0] not in _POINTING
    return owned and not any(work.last <= at for work in scene.all("work"))


_NEAR: Final = 3
_POINTING: Final = frozenset({"it", "this", "that", "the", "based", "adapted", "inspired"})


CREDIT_DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "letters": _letters,
    "of_behind": _of_behind,
    "speaks_behind": _speaks_behind,
    "piece_before": _piece_before,
    "no_row": _no_row,
    "no_making": _no_making,
    "other_adaptation": _other_adaptation,
    "acts_behind": _acts_behind,
    "owned_behind": _owned_behind,
    "part_named": _part_named,
    "prose_behind": _prose_behind,
    "printed_series": _printed_series,
}

"""Reasons to drop a verb of release that is a noun there, or that releases no series."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene
from showgraph.extract.values.quantities import parse_ordinal

#: Verbs that are nouns behind an article: "yanked from the air in May".
_NOUN_CUES: Final = frozenset(
    {"air", "stream", "drop", "hit", "land", "bow", "return", "start", "begin", "launch", "debut"},
)


_WORK: Final = frozenset(
    {"filming", "production", "shooting", "casting", "auditions", "rehearsals", "photography"}
    | {"delivery", "deliveries"}
)
_AUXILIARIES: Final = frozenset(
    {
        *("will", "is", "was", "are", "to", "set", "has", "had", "have", "be", "been", "due"),
        *("expected", "scheduled", "slated", "also", "already", "now", "finally"),
    }
)


#: Behind these a cue releases something printed or pressed: "Volume 18 is set to release".
_PRINTED: Final = frozenset(
    {"volume", "book", "novel", "manga", "soundtrack", "album", "single", "dvd", "song", "game"}
)


def _is_counted_thing(scene: Scene, at: int) -> bool:
    """Return whether "the second, due in 2023" counts something that is no season."""
    while at and (scene.keys[at - 1] == "," or scene.keys[at - 1] in _AUXILIARIES):
        at -= 1
    if at < 2 or scene.keys[at - 2] != "the" or parse_ordinal(scene.keys[at - 1]) is None:  # noqa: PLR2004
        return False
    before = scene.keys[: at - 2]
    return not any(
        key in {"season", "seasons"}
        or (key == "series" and parse_ordinal(ordinal) is not None and after != "of")
        for ordinal, key, after in zip(["", *before], before, [*before[1:], ""], strict=False)
    )


def _noun_cue(scene: Scene, match: Match, frame: Frame) -> bool:
    """Return whether a verb of release is a noun there, or releases something else."""
    cue = match.get(frame.cue)
    if cue is None or cue.first == 0:
        return False
    acting = next((key for key in scene.keys[cue.first - 1 :: -1] if key not in _AUXILIARIES), "")
    comes = scene.keys[cue.first].startswith("com")
    begins = scene.keys[cue.first] in _BEGINS
    worked = begins and _WORK & set(scene.keys[max(0, cue.first - _FAR) : cue.first])
    if acting in _WORK or worked or (comes and scene.keys[cue.last : cue.last + 1] == ["from"]):
        return True  # "filming will begin in March", "comes from Nordic" release nothing
    if (
        _is_own_debut(scene, cue.first)
        or _is_counted_thing(scene, cue.first)
        or _of_pictures(scene, cue.last)
    ):
        return True
    if acting in _PRINTED or (acting.isdigit() and _is_printed(scene, cue.first)):
        return True
    led = scene.keys[cue.first - 1] in _NOUN_LEADS or _ends_phrase(scene, cue.first)
    led = led or not {"his", "her"}.isdisjoint(scene.keys[max(0, cue.first - 3) : cue.first])
    return scene.keys[cue.first] in _NOUN_CUES and led


_NOUN_LEADS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "on", "of"})


def _ends_phrase(scene: Scene, at: int) -> bool:
    """Return whether an article and plain words make a noun of a cue: "a solid ratings start"."""
    before = scene.keys[max(0, at - _NEAR_ARTICLE) : at]
    article = next((i for i in range(len(before) - 1, -1, -1) if before[i] in {"a", "an"}), None)
    if article is None or article + 1 == len(before):
        return False
    words = before[article + 1 :]
    plain = all(word.isalpha() and word not in _AUXILIARIES for word in words)
    return plain and not any(m.last == at for m in scene.all("work", "kind", "season"))


_NEAR_ARTICLE: Final = 4


def _is_own_debut(scene: Scene, at: int) -> bool:
    """Return whether a person comes out there: "her acting debut in 2014"."""
    return scene.keys[at] == "debut" and scene.keys[at - 1] in _TRADES


_TRADES: Final = frozenset(
    {
        *("acting", "directorial", "directing", "screen", "film", "feature", "stage", "his", "her"),
        *("bollywood", "tollywood", "kollywood", "broadway", "hollywood", "singing", "writing"),
        *("small-screen", "showrunning", "digital", "ott", "singer", "idol", "official"),
    },
)
_BEGINS: Final = frozenset({"begin", "begins", "began", "start", "starts", "kick", "kicks"})
_FAR: Final = 9  # tokens from "production on" to "begins"


def _of_pictures(scene: Scene, at: int) -> bool:
    """Return whether pictures are what came out: "released the first still cuts from the drama"."""
    behind = scene.keys[at : at + 6]
    shown = next((i for i, key in enumerate(behind) if key in _PICTURES), None)
    return shown is not None and not _STOPS & set(behind[:shown])


_PICTURES: Final = frozenset(
    {"stills", "still", "cuts", "poster", "posters", "photos", "images", "pictures", "visuals"}
)
_STOPS: Final = frozenset({",", ".", ";", "on", "in", "and", "with"})


def _is_printed(scene: Scene, at: int) -> bool:
    return bool(_PRINTED & set(scene.keys[max(0, at - 8) : at]))


def _printed_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a volume or an album has the date: "Volume 18 is set to release on"."""
    return _is_printed(scene, match.first)


NOUN_CUES: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "noun_cue": _noun_cue,
    "printed_before": _printed_before,
}

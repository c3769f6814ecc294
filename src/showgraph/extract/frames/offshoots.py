"""Clauses on what is made of a series or for it: "the board game of X was created by"."""

from typing import Final

from showgraph.extract.text.mention import Mention, Scene

#: What is made of a series, for it or about it and is another work.
_OFFSHOOTS: Final = frozenset(
    {
        *("podcast", "soundtrack", "score", "song", "music", "theme", "video", "clip", "poster"),
        *("game", "novel", "novelisation", "novelization", "book", "comic", "memoir", "play"),
        *("musical", "remake", "parody", "spoof", "film", "movie", "album", "biography", "essay"),
        *("review", "article", "blu-ray", "dvd", "novels", "books", "manga", "webtoon", "opera"),
        *("documentary", "exhibition", "sketch", "lawsuit", "statement", "licence", "license"),
    },
)
#: Of these it is the other work only behind a word that says so: "the stage version of X".
_VERSIONS: Final = frozenset({"version", "adaptation", "spin-off", "spinoff", "sequel", "prequel"})
_STAGES: Final = frozenset(
    {"stage", "film", "movie", "audio", "radio", "opera", "musical", "game", "theatre", "novel"}
)
#: Between such a work and the series it belongs to.
_TIES: Final = frozenset(
    {"of", "for", "about", "to", "on", "from", "accompanying", "behind", "over"}
)
#: In front of the sentence's subject.
_STARTS: Final = frozenset({",", "and", "but", "while", "meanwhile", '"', "that"})
_DETERMINERS: Final = frozenset({"the", "a", "an", "another", "this", "one"})
#: From a series to what is said of its offshoot.
_VERBS: Final = frozenset(
    {
        *("is", "was", "are", "were", "has", "been", "being", "will", "be", "had", "also", "now"),
        *("based", '"', "'", "set", "to", "currently", "later", "then", "itself", "just", "both"),
    },
)
_REACH: Final = 9


def is_of_offshoot(scene: Scene, work: Mention, cue: int) -> bool:
    """Return whether a cue behind a title speaks of what is made of that series.

    So it does in "The board game based on X was created by", and not in "The podcast of X,
    created by" nor in "Y, a remake of X, stars".
    """
    if cue < work.last or not _goes_on(scene.keys[work.last : cue]):
        return False
    keys = scene.keys
    for at in range(work.first - 1, max(-1, work.first - _REACH), -1):
        if keys[at] in _STARTS:
            return False
        made = keys[at] in _OFFSHOOTS or (keys[at] in _VERSIONS and keys[at - 1] in _STAGES)
        if made and _is_tied(keys[at + 1 : work.first]):
            return _opens(scene, at)
    return False


def _goes_on(between: list[str]) -> bool:
    """Return whether what is said follows a title, at once or behind "and"."""
    rest = [key for key in between if key not in _VERBS]
    return not rest or (rest.count("and") == 1 and "," not in rest and "which" not in rest)


def _is_tied(between: list[str]) -> bool:
    """Return whether words lead from an offshoot to the series: "based on the hit drama"."""
    if not between or between[0] not in _TIES | {"based", "inspired"}:
        return False
    return "," not in between and not _VERBS & set(between[1:]) - {"based"}


def _opens(scene: Scene, at: int) -> bool:
    """Return whether a noun phrase that ends at a token is the subject of a clause."""
    while at and scene.keys[at] not in _DETERMINERS:
        if scene.keys[at] in _STARTS | _TIES:
            return False
        at -= 1
    if scene.keys[at] not in _DETERMINERS:
        return False
    return at == 0 or scene.keys[at - 1] in _STARTS

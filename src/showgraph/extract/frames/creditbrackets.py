"""Tell whether the brackets of a text hold past works: "Ana Bell (The Lamp)", "(Salt Road 2)"."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.text.mention import Scene
from showgraph.extract.text.names import COMMON, HONORIFICS

#: So many brackets that can hold no name, and the others of the text are read likewise.
_ENOUGH: Final = 2
#: No name has these inside, nor begins with what counts an instalment.
_SMALL: Final = frozenset({"of", "the", "in", "and", "to", "a", "no", "for", "on", "with", "&"})
_COUNTED: Final = frozenset({"season", "series", "episode", "part", "volume", "book", "chapter"})
_LONGEST: Final = 7


def holds_credits(stages: Sequence[Stage]) -> bool:
    """Return whether several brackets behind names hold what can only be titles.

    Args:
        stages: The document's stages.
    """
    return sum(_count_titles(stage.scene) for stage in stages) >= _ENOUGH


def _count_titles(scene: Scene) -> int:
    """Return how many brackets of a sentence hold what can only be a title."""
    return sum(
        1
        for name in scene.all("name")
        if scene.keys[name.last : name.last + 1] == ["("] and _is_title(scene, name.last + 1)
    )


def stands_by_title(scene: Scene, first: int, last: int) -> bool:
    """Return whether the next bracket of a list holds a title: "Ana Bell (Salt) and B (The Lamp)".

    Args:
        scene: The sentence.
        first: Where the name in front of a bracket starts.
        last: Where the bracket ends.
    """
    titles = [
        name
        for name in scene.all("name")
        if scene.keys[name.last : name.last + 1] == ["("] and _is_title(scene, name.last + 1)
    ]
    return any(
        last <= name.first <= last + _APART or first - _APART <= _end(scene, name.last) <= first
        for name in titles
    )


def _end(scene: Scene, at: int) -> int:
    return scene.keys.index(")", at) + 1 if ")" in scene.keys[at:] else scene.n_tokens


_APART: Final = 2  # ", and"


def _is_title(scene: Scene, first: int) -> bool:
    """Return whether a bracket holds capitals that are no name: "The Lamp", "Salt Road 2"."""
    keys = scene.keys[first : first + _LONGEST]
    if ")" not in keys:
        return False
    tokens = scene.sentence.tokens[first : first + keys.index(")")]
    capital = sum(token.is_capital and token.is_word for token in tokens)
    if len(tokens) < 2 or capital < 2 or not tokens[0].is_capital:  # noqa: PLR2004 - of two words
        return False
    if any(token.key in {",", "—", "-", ";"} for token in tokens) or tokens[0].key in _COUNTED:
        return False
    if any(t.is_word and not t.is_capital and t.key not in {*_SMALL, "'s"} for t in tokens):
        return False  # "(Sam's real-life wife Ana Bell)"
    return any(
        token.is_number
        or token.key == "'s"
        or token.key in _SMALL
        or (token.is_capital and (token.key in COMMON or token.key in HONORIFICS))
        for token in tokens
    )

"""Notice where a text goes over to a series without a title: "Peacock is developing a comedy"."""

from typing import Final

from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.mention import Mention, Scene
from showgraph.extract.text.names import COMMON

#: What a channel does with a series that has no name yet.
_PLANS: Final = frozenset(
    {
        *("developing", "develop", "develops", "ordered", "orders", "commissioned", "greenlit"),
        *("planning", "plans", "announced", "prepping", "preparing", "landed", "sold", "penning"),
        *("writing", "producing", "making", "working", "set"),
    },
)
_ARTICLES: Final = frozenset({"a", "an", "another"})
_GOES_ON: Final = frozenset({"will", "is", "was", "has", "about", "from", "based", "set", "that"})
#: Behind these a name follows, so that the series has one.
_NAMED: Final = frozenset({"called", "titled", "entitled", "named", "dubbed", '"', "'", ",", "—"})
_REACH: Final = 8  # tokens of "a new six-part adult animated comedy"
_STOPS: Final = frozenset({",", ".", ";", ":", "(", ")", "who", "that", "which", "is", "was"})


def introduces_untitled(scene: Scene) -> bool:
    """Return whether a sentence speaks of a new series that it does not name.

    "Peacock is also developing a drama series based on ..." and "A prequel series will be
    written by ..." do; "It is a drama series" and "a drama series called Iron Tide" do not.
    """
    return any(
        _is_new(scene, kind) and not _is_named(scene, kind.last) for kind in scene.all("kind")
    )


def is_untitled(scene: Scene) -> bool:
    """Return whether a sentence opens with a series that has no title: "The untitled drama is"."""
    at = next((i for i, key in enumerate(scene.keys[:_OPENING]) if key in _UNTITLED), None)
    return at is not None and any(at < m.first <= at + _REACH for m in scene.all("kind"))


_OPENING: Final = 4
_UNTITLED: Final = frozenset({"untitled", "yet-to-be-titled", "yet-untitled", "as-yet-untitled"})


def opens_with_stranger(scene: Scene, title: str) -> bool:
    """Return whether an unknown title is what a sentence speaks of: "Nobody's Sea stars Bell".

    Only a work stars somebody. "Nobody's Sea, once called The Sea, stars Bell" is read alike.

    Args:
        scene: The sentence, in which no known title stands.
        title: What the talk is about; a part of it is no stranger.
    """
    tokens = scene.sentence.tokens
    if _heads_item(scene) or _opens_quoted(scene):
        return True
    end = 0
    while end < len(tokens) and (tokens[end].is_capital or (end and tokens[end].key in _INNER)):
        end += 1
    common = tokens[0].key in COMMON | _SORTS and end == 1
    if not end or common or scene.keys[0] in {*_ARTICLES, *_DEIXIS, *title.casefold().split()}:
        return False
    if scene.keys[end : end + 1] in ([","], ["("]):
        mark = ")" if scene.keys[end] == "(" else ","
        if mark not in scene.keys[end + 1 : end + _REACH]:
            return False
        end += 2 + scene.keys[end + 1 :].index(mark)
    at = end + (scene.keys[end : end + 1] == ["also"])
    return (
        scene.keys[at : at + 1] in (["stars"], ["co-stars"])
        and at + 1 < len(tokens)
        and tokens[at + 1].is_capital
    )


#: "Rising stars Ana Bell and Omar Reyes" are people, and no title stars them.
_SORTS: Final = frozenset(
    {
        *("rising", "fellow", "soap", "pop", "film", "movie", "tv", "hollywood", "bollywood"),
        *("former", "veteran", "child", "reality", "screen", "stage", "comedy", "returning"),
    },
)


def _opens_quoted(scene: Scene) -> bool:
    """Return whether a sentence opens with an unknown title in quotes: "'Salt' is on a roll"."""
    if scene.keys[0] not in {'"', "'"} or "episode" in scene.keys:
        return False
    named = next((m for m in scene.all("other_work") if m.first == 0), None)
    return named is not None and scene.keys[named.last : named.last + 1] in _GOES_ON_ABOUT


_GOES_ON_ABOUT: Final = (
    ["is"],
    ["was"],
    ["has"],
    ["returns"],
    ["follows"],
    ["tells"],
    ["premieres"],
)


def _heads_item(scene: Scene) -> bool:
    """Return whether an item of a list opens with a name and a colon: "* Salt Road: A tale"."""
    keys, tokens = scene.keys, scene.sentence.tokens
    colon = next((at for at, key in enumerate(keys[:_REACH]) if key == ":"), 0)
    bulleted = keys[0] in _BULLETS
    words = tokens[bulleted:colon]
    named = bool(words) and all(token.is_capital or token.key in _INNER for token in words)
    listed = scene.sentence.block.kind is BlockKind.LIST_ITEM and keys[colon + 1 : colon + 2] == [
        "a"
    ]
    return named and (bulleted or listed) and words[0].key not in _FIELDS


_BULLETS: Final = frozenset({"*", "•", "-", "·"})
_FIELDS: Final = frozenset(
    {"cast", "starring", "stars", "creator", "director", "writer", "network", "platform", "genre"}
)
_DEIXIS: Final = frozenset({"the", "this", "it", "his", "her", "their", "its", "also", "that"})
_INNER: Final = frozenset({"of", "the", "in", "and", "&", "'s", "to", "a", "on", "-"})


def _is_new(scene: Scene, kind: Mention) -> bool:
    """Return whether an article leads to a kind, at the start or behind a plan."""
    at = kind.first
    while at and kind.first - at < _REACH and scene.keys[at - 1] not in _ARTICLES | _STOPS:
        at -= 1
    if not at or scene.keys[at - 1] not in _ARTICLES:
        return False
    article = at - 1
    if article == 0:
        return scene.keys[kind.last : kind.last + 1] == ["will"]
    return bool(_PLANS & set(scene.keys[max(0, article - 2) : article]))


def _is_named(scene: Scene, at: int) -> bool:
    behind = scene.keys[at : at + 1]
    if not behind or behind[0] in _NAMED:
        return True
    token = scene.sentence.tokens[at]
    return (token.is_capital and behind[0] not in _GOES_ON) or bool(
        {"called", "titled", "entitled"} & set(scene.keys[at:])
    )

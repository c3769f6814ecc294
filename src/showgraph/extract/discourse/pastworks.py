"""Titles that only say who somebody is: "directed by Ana Bell of 'Salt Road' and 'Low Water'"."""

from typing import Final

from showgraph.extract.text.mention import Mention, Scene

_QUOTES: Final = frozenset({'"', "'"})
_JOINS: Final = frozenset({",", "and", "&", "the", "drama", "series", "film"})
#: Behind these stand works of somebody's past: "who wrote such hits as X".
_SUCH: Final = frozenset({"as", "like"})
_REACH: Final = 4


def is_past_work(scene: Scene, mention: Mention) -> bool:
    """Return whether a title stands behind "of" and a name, alone or in a list of such titles."""
    at = _list_start(scene, mention)
    if not at:
        return False
    if scene.keys[at - 1] == "of":
        return any(name.last == at - 1 for name in scene.all("name"))
    before = scene.keys[max(0, at - _REACH) : at]
    return before[-1] in _SUCH and "such" in before


def _list_start(scene: Scene, mention: Mention) -> int:
    """Return where the row of titles begins that a title ends."""
    titles = {m.last: m.first for m in scene.all("work", "other_work") if m.how == "name"}
    at = mention.first
    while at:
        key = scene.keys[at - 1]
        if key in _QUOTES or key in _JOINS:
            at -= 1
        elif key == ")" and "(" in scene.keys[:at]:
            at -= 1 + scene.keys[:at][::-1].index("(")
        elif at in titles and titles[at] < at:
            at = titles[at]
        else:
            break
    return at

"""Join the halves of a title in a bracket: "Ana Bell (Salt & Oil)" played in one work."""

from collections.abc import Sequence

from showgraph.extract.discourse.talk import surface
from showgraph.extract.text.mention import Mention, Scene


def join_halves(scene: Scene, ordered: Sequence[Mention]) -> list[Mention]:
    """Return the titles, those that "&" parts inside a bracket as one.

    "Salt and Oil" is one title too where it fills the bracket and each half is a word.

    Args:
        scene: The sentence.
        ordered: What may be titles, in text order.
    """
    joined: list[Mention] = []
    for item in ordered:
        half = joined[-1] if joined else None
        if half is not None and _is_one(scene, half, item):
            name = surface(scene.sentence.tokens, half.first, item.last)
            joined[-1] = Mention("titled", half.first, item.last, name)
        else:
            joined.append(item)
    return joined


def _is_one(scene: Scene, half: Mention, other: Mention) -> bool:
    between = scene.keys[half.last : other.first]
    if between not in (["&"], ["and"]) or not _is_bracketed(scene, half.first):
        return False
    if {half.type, other.type} & {"work", "other_work"} or "'" in scene.keys[half.first]:
        return False
    words = (half.last - half.first, other.last - other.first) == (1, 1)
    fills = scene.keys[half.first - 1] == "(" and scene.keys[other.last : other.last + 1] == [")"]
    plain = not scene.sentence.tokens[half.first].text.startswith(('"', "'"))
    return plain and words and (between == ["&"] or fills)


def _is_bracketed(scene: Scene, at: int) -> bool:
    """Return whether a token stands inside a bracket."""
    before = scene.keys[:at]
    return before.count("(") > before.count(")")

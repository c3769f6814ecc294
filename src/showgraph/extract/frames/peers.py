"""Find the series that a sentence lists with another one: what is decided of one is so of all.

Pages that list series under headings are read by ``liststatuses`` and ``listplatforms``.
"""

from typing import Final

from showgraph.extract.text.mention import Mention, Scene

#: What is said of all members of a list: "Low Water and Iron Tide are cancelled", "on Peacock".
SHARED: Final = frozenset({"season_status", "platform"})
_MARKS: Final = frozenset({'"', "'"})
_AND: Final = frozenset({"and", "&"})
#: What may follow a comma between two titles; all but the first stand alone as well.
_TAILS: Final = ((), ("and",), ("&",))


def find_peers(scene: Scene, subject: Mention | None) -> list[Mention]:
    """Return the other series of the list that a series is named in, in text order.

    Their sorts may stand before them: "the comedy Low Water and drama Iron Tide".

    Commas alone make no list, nor does ", and" between two: there a clause may begin.

    Args:
        scene: The sentence.
        subject: The series; None, or one that a pronoun means, has no peers.
    """
    if subject is None or subject.how != "name" or subject.type != "work":
        return []
    works = sorted(
        {(m.first, m.last): m for m in scene.all("named_work")}.values(), key=lambda m: m.first
    )
    row: list[Mention] = []
    joins: list[tuple[str, ...]] = []
    rows = []
    for work in works:
        between = _between(scene, row[-1], work) if row else ()
        if row and _joins(between):
            joins.append(between)
        else:
            rows.append((row, joins))
            row, joins = [], []
        row.append(work)
    rows.append((row, joins))
    for members, marks in rows:
        held = any(m.first <= subject.last and subject.first <= m.last for m in members)
        if held and _is_list(marks):
            return [m for m in members if m.value != subject.value]
    return []


def _between(scene: Scene, first: Mention, second: Mention) -> tuple[str, ...]:
    called = {
        at
        for mention in scene.all("kind", "genre")
        if first.last <= mention.first and mention.last <= second.first
        for at in range(mention.first, mention.last)
    }
    keys: list[str] = []
    depth = 0
    for at in range(first.last, second.first):
        key = scene.keys[at]
        depth += key == "("
        own = key in {"season", "seasons"}  # each has its own: "Low Water (season 2)"
        if (depth <= 0 or own) and key not in _MARKS and at not in called:
            keys.append(key)
        depth -= key == ")"  # "Low Water (really?), Iron Tide and Salt"
    return tuple(keys)


def _joins(between: tuple[str, ...]) -> bool:
    return (between[:1] == (",",) and between[1:] in _TAILS) or between in _TAILS[1:]


def _is_list(joins: list[tuple[str, ...]]) -> bool:
    """Return whether "and" ends a row: alone between two, with or without a comma else."""
    if not joins or joins[-1][-1] not in _AND:
        return False
    return joins[-1][0] != "," or len(joins) > 1

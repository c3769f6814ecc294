"""Builders for lists of actors and of roles in one order: "A and B play Dora and Sam respectively".

Without that word nobody can say who plays whom, unless the actors stand in a bracket behind
their roles, which is always in the order of the roles.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.frames.draft import Draft, NameUse, names_of, own_names
from showgraph.extract.frames.frames import Found
from showgraph.extract.frames.roles import find_role
from showgraph.extract.text.mention import Scene
from showgraph.model import Kind

#: Between the actors and their roles.
_LEADS: Final = frozenset(
    {
        *("as", "play", "plays", "played", "playing", "essay", "essayed", "essaying", "portray"),
        *("portrayed", "portraying", "voice", "voiced", "of"),
    },
)
_JOINS: Final = frozenset({",", "and", "&"})
_REACH: Final = 40  # tokens between the actors and "respectively"
_BEHIND: Final = 4  # "Sam in the series respectively"
_FEW: Final = 2


def build_respectively(found: Found) -> Iterator[Draft]:
    """Draft who plays whom where "respectively" stands before or behind the roles."""
    scene, at = found.scene, found.match.first
    for lead in _leads(scene, at):
        actors = _actors_before(scene, lead)
        if len(actors) < _FEW:
            continue
        start = found.match.last if lead >= at - _FEW else lead + 1
        roles, end = _read_roles(scene, start, len(actors))
        if len(roles) != len(actors) or (start < at and not 0 <= at - end <= _BEHIND):
            continue
        yield from _pair(found, actors, roles)
        return


def _leads(scene: Scene, at: int) -> Iterator[int]:
    """Yield the places of the words that lead to roles, nearest to "respectively" first."""
    for place in range(at - 1, max(-1, at - _REACH), -1):
        if scene.keys[place] in _LEADS:
            yield place


def _actors_before(scene: Scene, lead: int) -> list[NameUse]:
    """Return the nearest list of several names in front of a verb; none may stand between."""
    lists = [m for m in scene.all("people") if m.last <= lead and isinstance(m.value, tuple)]
    nearest = max(lists, key=lambda m: (m.last, m.last - m.first), default=None)
    if nearest is None:
        return []
    return own_names(nearest, scene, Kind.PERSON)


def _read_roles(scene: Scene, at: int, count: int) -> tuple[list[NameUse], int]:
    roles: list[NameUse] = []
    end = at
    while at < scene.n_tokens and len(roles) < count:
        while at < scene.n_tokens and scene.keys[at] in _JOINS:
            at += 1
        role, at = find_role(scene, at, listed=True)
        if role is None:
            break
        roles += names_of(role, scene, Kind.CHARACTER)
        end = at
    return roles, end


def _pair(found: Found, actors: Sequence[NameUse], roles: Sequence[NameUse]) -> Iterator[Draft]:
    for actor, role in zip(actors, roles, strict=True):
        last = max(actor.last, role.last, found.match.last)
        marks = {"character": role}
        first = min(actor.first, role.first)
        yield from found.draft("cast_member", actor, first=first, last=last, qualifiers=marks)


def build_bracketed_pair(found: Found) -> Iterator[Draft]:
    """Draft the actors of "Dora and Sam (Ana Bell and Omar Reyes)", in the order of the roles."""
    who, role = found.binding("who"), found.binding("c")
    if who is None or role is None:
        return
    actors = names_of(who.mention, found.scene, Kind.PERSON)
    roles = names_of(role.mention, found.scene, Kind.CHARACTER)
    if len(actors) == len(roles):
        yield from _pair(found, actors, roles)


BUILDERS: Final = {"respectively": build_respectively, "bracketed_pair": build_bracketed_pair}

"""Builders for pairs of actor and character: "Ana Bell plays Dora", "Dora (Ana Bell)"."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.frames.draft import Draft, NameUse, names_of, own_names
from showgraph.extract.frames.frames import Found
from showgraph.extract.frames.roles import is_office, is_shared_role
from showgraph.extract.text.mention import Scene, WorkValue
from showgraph.model import Kind

_APART: Final = frozenset({"with", "in", "opposite", "alongside", "on", "at", "for", "from", "by"})


def build_roles(found: Found) -> Iterator[Draft]:
    """Draft who plays whom; lists are paired only when the text says "respectively"."""
    who, role = found.binding("who"), found.binding("c")
    if who is None or role is None:
        return
    cue = found.binding("cue")
    between = found.scene.keys[cue.last if cue else who.last : role.first]
    if role.first > who.first and _APART & set(between):
        return  # "played the lead with B": B is no character
    named = [m for m in found.scene.all("name") if m.first == role.first]
    if named and is_shared_role(found.scene, named[0]) and not _paired(found.scene, role.last):
        return
    if named and role.first > who.first and is_office(found.scene, named[0]):
        uses = own_names(who.mention, found.scene, Kind.PERSON) if cue is not None else []
        for use in uses:  # "Ana Bell plays an FBI agent"
            yield from found.draft("cast_member", use)
        return
    if _elsewhere(found.scene, max(who.last, role.last)):
        return
    actors = own_names(who.mention, found.scene, Kind.PERSON)
    characters = own_names(role.mention, found.scene, Kind.CHARACTER)
    if not actors or not characters:
        return
    pairs = _pairs(found.scene, actors, characters, after=max(who.last, role.last))
    if not pairs and cue is not None:
        yield from _unpaired(found, actors, characters)
    for actor, character in pairs:
        first = min(found.match.first, actor.first, character.first)
        last = max(actor.last, character.last)
        yield from found.draft(
            "cast_member",
            actor,
            first=first,
            last=max(last, first + 1),
            qualifiers={"character": character},
        )


def _unpaired(
    found: Found, actors: Sequence[NameUse], characters: Sequence[NameUse]
) -> Iterator[Draft]:
    """Draft the actors of "A and B play Dora and Sam": who plays whom is not said."""
    if len(actors) > 1 and len(characters) > 1:
        last = max(characters[-1].last, actors[-1].last)
        for actor in actors:
            yield from found.draft("cast_member", actor, last=last)


def _paired(scene: Scene, at: int) -> bool:
    return "respectively" in scene.keys[at : at + 4]


def _elsewhere(scene: Scene, at: int) -> bool:
    """Return whether "in the 2011 drama" or "in the film X" behind a role names another work."""
    if scene.keys[at : at + 1] != ["in"]:
        return False
    dated = any(len(key) == 4 and key.isdigit() for key in scene.keys[at + 1 : at + 4])  # noqa: PLR2004 - a year
    return dated or scene.mention_at(at + 1, ("other_work", "other_kind")) is not None


def _pairs(
    scene: Scene,
    actors: Sequence[NameUse],
    characters: Sequence[NameUse],
    *,
    after: int,
) -> list[tuple[NameUse, NameUse]]:
    if len(actors) == 1 and scene.keys[characters[-1].last : characters[-1].last + 1] == ["("]:
        return [(actors[0], characters[-1])]  # "Ida, Dora (played by Ana Bell)"
    if len(actors) == 1:
        return [(actors[0], character) for character in characters[:1]]
    if len(actors) == len(characters) and _paired(scene, after):
        return list(zip(actors, characters, strict=True))
    if (
        len(characters) == 1
        and characters[0].first > actors[-1].first
        and (scene.keys[actors[-1].last : actors[-1].last + 1] in (["as"], [","]))
    ):
        return [(actors[-1], characters[0])]  # "starring A and B as C": only B is next to C
    return []


def build_role_paren(found: Found) -> Iterator[Draft]:
    """Draft "Character (Actor)": both must turn out to be what they stand for."""
    who, role = found.binding("who"), found.binding("c")
    if who is None or role is None:
        return
    actors = names_of(who.mention, found.scene, Kind.PERSON, sure=False)
    characters = names_of(role.mention, found.scene, Kind.CHARACTER, sure=False)
    if len(actors) != 1 or len(characters) != 1:
        return
    yield from found.draft(
        "cast_member",
        actors[0],
        qualifiers={"character": characters[0]},
        subject=whole_work(found),
        needs=(characters[0],),
    )


def whole_work(found: Found) -> WorkValue | None:
    """Return the series: a bracket tells who plays whom, not in which season."""
    return WorkValue(found.subject.title) if found.subject else None


BUILDERS: Final = {"roles": build_roles, "role_paren": build_role_paren}

"""Builders for what people own by an apostrophe: "Ana Bell's Dora", "Ana Bell's legal drama"."""

from collections.abc import Iterator
from typing import Final

from showgraph.extract.draft import Draft, names_of
from showgraph.extract.frames import Found
from showgraph.model import Kind


def build_owned_role(found: Found) -> Iterator[Draft]:
    """Draft "Ana Bell's Dora" as a role; the document decides whether it is one."""
    who, role = found.binding("who"), found.binding("c")
    if who is None or role is None:
        return
    actors = names_of(who.mention, found.scene, Kind.PERSON, sure=False)
    characters = names_of(role.mention, found.scene, Kind.CHARACTER, sure=False)
    for actor, character in zip(actors, characters, strict=False):
        yield from found.draft("cast_member", actor, qualifiers={"character": character})


def build_owned_series(found: Found) -> Iterator[Draft]:
    """Draft "Ana Bell's legal drama": Bell made it."""
    who = found.binding("who")
    for use in names_of(who.mention if who else None, found.scene, Kind.PERSON):
        yield from found.draft("creator", use)


BUILDERS: Final = {"owned_role": build_owned_role, "owned_series": build_owned_series}

"""Builders for what somebody owns or is given: "Ana Bell's Dora", "granted it a renewal"."""

from collections.abc import Iterator
from typing import Final

from showgraph.extract.frames.draft import Draft, names_of
from showgraph.extract.frames.frames import Found
from showgraph.model import Kind, Reference


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
        if use.text.startswith("The "):
            yield from found.draft("production_company", Reference(Kind.ORGANIZATION, use.text))
        else:
            yield from found.draft("creator", use)


def build_owned_trade(found: Found) -> Iterator[Draft]:
    """Draft "director Ana Bell's drama": Bell did for it what the trade is."""
    who, role = found.binding("who"), found.binding("role")
    for relation in str(role.value).split("+") if role else ():
        for use in names_of(who.mention if who else None, found.scene, Kind.PERSON):
            yield from found.draft(relation, use)


def build_directorial_debut(found: Found) -> Iterator[Draft]:
    """Draft "it marks Ana Bell's directorial debut": Bell directed it."""
    who = found.binding("who")
    for use in names_of(who.mention if who else None, found.scene, Kind.PERSON):
        yield from found.draft("director", use)


def build_hyphened(found: Found) -> Iterator[Draft]:
    """Draft "the Ana Bell-fronted drama": what the word behind the hyphen says of her."""
    who = found.binding("who")
    if who is None or not isinstance(who.value, tuple):
        return
    relation, name = who.value
    for use in names_of(name, found.scene, Kind.PERSON):
        yield from found.draft(str(relation), use, first=who.first, last=who.last)


def build_granted(found: Found) -> Iterator[Draft]:
    """Draft the renewal that a platform grants, and that the series runs there."""
    platform, season = found.binding("p"), found.binding("s")
    numbers = season.value if season and isinstance(season.value, tuple) else ()
    marks = {"season": str(numbers[0])} if numbers else {}
    yield from found.draft("season_status", "renewed", qualifiers=marks)
    if platform is not None:
        where = Reference(Kind.PLATFORM, str(platform.value))
        yield from found.draft("platform", where, qualifiers={"kind": "release"})


BUILDERS: Final = {
    "directorial_debut": build_directorial_debut,
    "granted": build_granted,
    "hyphened": build_hyphened,
    "owned_role": build_owned_role,
    "owned_series": build_owned_series,
    "owned_trade": build_owned_trade,
}

"""Builders for credits of several people: who shares which trade, who has which of two."""

from collections.abc import Iterator
from typing import Final

from showgraph.extract.frames.draft import Draft, own_names
from showgraph.extract.frames.frames import Found
from showgraph.model import Kind


def build_alongside(found: Found) -> Iterator[Draft]:
    """Draft "Bell is writer and producer alongside Reyes": only the last trade is shared."""
    roles = _roles(found)
    for name, shared in (("who", roles), ("with", roles[-1:])):
        side = found.binding(name)
        for relation in shared if side is not None else ():
            for use in own_names(side.mention if side else None, found.scene, Kind.PERSON):
                yield from found.draft(relation, use)


def build_respective_credits(found: Found) -> Iterator[Draft]:
    """Draft "written and directed by Bell and Reyes respectively": each has one of the trades."""
    roles, who = _roles(found), found.binding("who")
    uses = own_names(who.mention if who else None, found.scene, Kind.PERSON)
    for relation, use in zip(roles, uses, strict=False) if len(roles) == len(uses) else ():
        yield from found.draft(relation, use)


def _roles(found: Found) -> list[str]:
    """Return the relations that the trades of a match mean, in text order."""
    values = [str(binding.value) for binding in found.match.all("role")]
    return list(dict.fromkeys(part for value in values for part in value.split("+")))


BUILDERS: Final = {"alongside": build_alongside, "respective_credits": build_respective_credits}

"""Builders for casts: lists behind "starring", "alongside" and "joined by"."""

from collections.abc import Iterator
from typing import Final

from showgraph.extract.frames.castlists import bracket_end, read_cast
from showgraph.extract.frames.draft import Draft, NameUse, names_of, own_names
from showgraph.extract.frames.frames import Found
from showgraph.extract.frames.pairing import whole_work
from showgraph.extract.frames.roles import role_use
from showgraph.extract.text.mention import Mention, Scene
from showgraph.extract.titles.appositions import is_agent
from showgraph.model import Kind


def build_cast_list(found: Found) -> Iterator[Draft]:
    """Draft every member of the list behind the cue, with roles and past credits."""
    parts = read_cast(found.scene, found.match.last)
    title = _other_title(found)
    if title is not None:
        for part in parts:
            (actor,) = names_of(part.name, found.scene, Kind.PERSON)
            yield from found.draft(
                "worked_on",
                f"work:{title.value}",
                subject=actor,
                first=title.first,
                last=part.last,
                qualifiers={"role": "actor"},
            )
        return
    whole = _is_described(found)
    for part in parts:
        (actor,) = names_of(part.name, found.scene, Kind.PERSON)
        qualifiers: dict[str, NameUse] = {}
        if part.character is not None:
            qualifiers["character"] = role_use(found.scene, part.character)
        yield from found.draft(
            "cast_member",
            actor,
            last=part.last,
            qualifiers=qualifiers,
            subject=whole_work(found) if whole else None,
        )
        for credit in part.credits:
            yield from found.draft(
                "worked_on",
                f"work:{credit}",
                subject=actor,
                first=part.name.first,
                last=bracket_end(found.scene, part.name.last),
            )


def _other_title(found: Found) -> Mention | None:
    """Return an unknown capitalised name right before the cue: "Salt Road, starring A and B"."""
    at = found.match.first
    if at and found.scene.keys[at - 1] == ",":
        at -= 1
    if at == 0 or found.scene.keys[found.match.first] not in {"starring", "featuring"}:
        return None
    names = [m for m in found.scene.all("titled") if m.last == at]
    works = [m for m in found.scene.all("work") if m.first < at <= m.last]
    if not names or works or is_agent(found.scene.sentence.tokens[: names[0].first]):
        return None  # "directed by Ana Bell, starring Omar Reyes"
    return names[0]


def _is_described(found: Found) -> bool:
    """Return whether the work is called a series: its stars are not those of one season."""
    mention = found.subject_mention
    return mention is not None and any(
        mention.first <= kind.first < mention.last for kind in found.scene.all("kind")
    )


def build_lead_with(found: Found) -> Iterator[Draft]:
    """Draft "played the lead role alongside B" for B and for the full name before it."""
    partner = found.binding("with")
    if partner is None:
        return
    scene = found.scene
    names = [m for m in scene.all("name") if m.last <= found.match.first]
    for mention in names[-1:]:
        for use in names_of(mention, scene, Kind.PERSON):
            yield from found.draft(
                "cast_member",
                use,
                first=mention.first,
                qualifiers={"kind": "main"},
            )
    for use in names_of(partner.mention, scene, Kind.PERSON):
        yield from found.draft("cast_member", use, qualifiers={"kind": "main"})


def build_cast_joining(found: Found) -> Iterator[Draft]:
    """Draft "joining the cast alongside A and B are C and D": all four."""
    partner = found.binding("with")
    if partner is not None:
        for use in own_names(partner.mention, found.scene, Kind.PERSON):
            yield from found.draft("cast_member", use, last=use.last)
    yield from build_cast_list(found)


def build_joined_by(found: Found) -> Iterator[Draft]:
    """Draft "A is joined by B and C": all who have full names, as parts in a story seldom do."""
    partner, who = found.binding("with"), found.binding("who")
    if partner is None or partner.mention is None:
        return
    joined = own_names(partner.mention, found.scene, Kind.PERSON)
    if sum(" " in use.text for use in joined) < min(len(joined), _SOME):
        return
    if _is_deed(found.scene, partner.last):
        return
    led = own_names(who.mention, found.scene, Kind.PERSON) if who is not None else ()
    if len(joined) < _SOME and not _is_billed(found.scene, partner.mention):
        return
    for use in (*(use for use in led if " " in use.text), *joined):
        yield from found.draft("cast_member", use, last=use.last)


def build_joins_them(found: Found) -> Iterator[Draft]:
    """Draft "A and B join C for the new season", and C of "They join Low Water's C"."""
    partner, who = found.binding("with"), found.binding("who")
    if partner is None or partner.mention is None:
        return
    joined = own_names(partner.mention, found.scene, Kind.PERSON)
    joining = own_names(who.mention, found.scene, Kind.PERSON) if who is not None else ()
    said = found.match.last > partner.last  # "for the new season"
    if any(" " not in use.text for use in joined):
        return
    if not said and not _is_billed(found.scene, partner.mention):
        return
    named = [use for use in joining if " " in use.text]
    if said and len(named) + len(joined) <= _SOME:
        return
    for use in (*named, *joined):
        yield from found.draft("cast_member", use, last=use.last)


def _is_deed(scene: Scene, at: int) -> bool:
    """Return whether what follows is done in a story: "in the hunt for a killer"."""
    if scene.keys[at : at + 1] not in (["in"], ["on"], ["for"], ["to"], ["at"], ["as"], ["when"]):
        return False
    near = range(at, min(at + _NEAR, scene.n_tokens))
    shown = _SHOWN & set(scene.keys[at : at + _NEAR])
    return not shown and all(scene.mention_at(step, ("work",)) is None for step in near)


_NEAR: Final = 7  # tokens of "in the main cast", "for the second season"
_SHOWN: Final = frozenset(
    {
        *("cast", "series", "show", "season", "role", "roles", "ensemble", "lead", "leads"),
        *("drama", "comedy", "thriller", "stars", "regulars", "parts", "screen", "judges", "hosts"),
    },
)
_SOME: Final = 2


def _is_billed(scene: Scene, mention: Mention) -> bool:
    """Return whether somebody bears an actor's epithet, past works, or joins a cast."""
    ends = scene.keys[mention.last : mention.last + 1]
    return (
        scene.mention_at(mention.first, ("epithet",)) is not None
        or any(m.last == mention.first for m in scene.all("epithet"))
        or ends == ["("]
        or scene.keys[mention.last - 1] == ")"
    )


_STARRING: Final = frozenset(
    {"star", "stars", "starring", "starred", "joins", "join", "joined", "cast", "headline"},
)


def build_opposite(found: Found) -> Iterator[Draft]:
    """Draft who stars in a work "alongside A and B"; the sentence must speak of starring."""
    partner, work = found.binding("with"), found.binding("t")
    if partner is None or work is None or not _STARRING & set(found.scene.keys[: partner.first]):
        return
    for use in own_names(partner.mention, found.scene, Kind.PERSON):
        yield from found.draft("cast_member", use, last=use.last)


BUILDERS: Final = {
    "lead_with": build_lead_with,
    "opposite": build_opposite,
    "joined_by": build_joined_by,
    "joins_them": build_joins_them,
    "cast_list": build_cast_list,
    "cast_joining": build_cast_joining,
}

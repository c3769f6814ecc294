"""Builders for pairs of actor and character: "Ana Bell plays Dora", "Dora (Ana Bell)"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from showgraph.extract.frames.draft import Draft, NameUse, names_of, own_names
from showgraph.extract.frames.frames import Found
from showgraph.extract.frames.roles import find_role, is_shared_role, paired_end, role_use
from showgraph.extract.rulepack.steps import Binding
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.model import Kind

_APART: Final = frozenset(
    {
        *("with", "in", "opposite", "alongside", "on", "at", "for", "from", "by", "while", "who"),
        *("whilst", "but", "when", "whose", "that", "which", "where", "against", "well"),
    },
)


def build_roles(found: Found) -> Iterator[Draft]:
    """Draft who plays whom; lists are paired only when the text says "respectively"."""
    who, role = found.binding("who"), found.binding("c")
    if who is None or role is None or _is_apart(found, who, role):
        return
    cue = found.binding("cue")
    actors = own_names(who.mention, found.scene, Kind.PERSON)
    characters = own_names(role.mention, found.scene, Kind.CHARACTER)
    named = next((m for m in found.scene.all("name") if m.first == role.first), None)
    if role.first < who.first and (nearest := _apposed(found.scene, role, cue)) is not None:
        characters = [nearest]
    if named is not None and role.first > who.first:
        characters = _settled(found.scene, named, characters)
        if not characters and cue is not None:
            for use in actors:  # "Ana Bell plays an FBI agent"
                yield from found.draft("cast_member", use)
    if not actors or not characters or (len(actors) == 1 and paired_end(found.scene, role.first)):
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


def _is_apart(found: Found, who: Binding, role: Binding) -> bool:
    """Return whether the second name is not the role of the first one, or is so elsewhere."""
    scene, cue = found.scene, found.binding("cue") or found.binding("lead")
    between = scene.keys[cue.last if cue else who.last : role.first]
    if role.first > who.first and _APART & set(between):
        return True  # "played the lead with B": B is no character
    named = next((m for m in scene.all("name") if m.first == role.first), None)
    if named is not None and is_shared_role(scene, named) and not _paired(scene, role.last):
        return True
    return _elsewhere(found, max(who.last, role.last))


_NO_ROLES: Final = frozenset({"and", "after", "before", "like", "since", "than"})
_ROLE_NOUNS: Final = frozenset(
    {"role", "roles", "part", "parts", "character", "characters", "shoes", "skin", "guise"}
    | {"mantle", "avatar", "boots", "likes", "voice", "version"}
)


def _settled(scene: Scene, named: Mention, characters: list[NameUse]) -> list[NameUse]:
    """Return the characters meant where the first name only leads to one: "Dora's son Sam"."""
    before = scene.keys[max(0, named.first - 2) : named.first]
    if before[-1:] and before[-1] in _NO_ROLES:
        return []  # "as the frontman and Omar Reyes, a policeman", "plays the lead after Dora"
    owned = scene.keys[named.last : named.last + 1] == ["'s"]
    if before[-1:] == ["of"] and before[0] not in _ROLE_NOUNS and not owned:
        return []  # "plays the ex-wife of Sam"
    if is_shared_role(scene, named):
        return characters  # "as agents Dora and Sam respectively"
    role, _ = find_role(scene, named.first)
    if role is None:
        return []
    use = role_use(scene, role)
    if role.first == named.first and characters and use.text == characters[0].text:
        return characters
    return [use]


def _apposed(scene: Scene, role: Binding, cue: Binding | None) -> NameUse | None:
    """Return who stands right before "played by": "Dora Flint and her husband, Sam, played by"."""
    if cue is None:
        return None
    at = cue.first - (scene.keys[cue.first - 1] == ",")
    listed = role.value if isinstance(role.value, tuple) else ()
    own = {role.first, *(getattr(member, "first", role.first) for member in listed)}
    names = [m for m in scene.all("name") if m.first > role.first and m.last == at]
    names = [m for m in names if m.first not in own]
    return names_of(names[0], scene, Kind.CHARACTER)[0] if names else None


def _unpaired(
    found: Found, actors: Sequence[NameUse], characters: Sequence[NameUse]
) -> Iterator[Draft]:
    """Draft the actors of "A and B play Dora and Sam": who plays whom is not said."""
    if len(actors) > 1 and len(characters) > 1:
        last = max(characters[-1].last, actors[-1].last)
        for actor in actors:
            yield from found.draft("cast_member", actor, last=last)


#: What "in" leads to where it names no other work.
_SETTINGS: Final = ("work", "place", "date", "season", "platform", "outlet", "company", "origin")


def _paired(scene: Scene, at: int) -> bool:
    return "respectively" in scene.keys[at : at + 4]


def _elsewhere(found: Found, at: int) -> bool:
    """Return whether "in the 2011 drama" or "in the film X" behind a role names another work."""
    scene = found.scene
    if scene.keys[at : at + 1] in (["on"], ["in"]) and scene.keys[at + 1 : at + 2] in (
        ['"'],
        ["'"],
    ):
        named = scene.mention_at(at + 2, ("work",))
        title = named.value.title if named and isinstance(named.value, WorkValue) else ""
        return found.subject is None or title != found.subject.title
    if scene.keys[at : at + 1] != ["in"]:
        return False
    dated = any(len(key) == 4 and key.isdigit() for key in scene.keys[at + 1 : at + 4])  # noqa: PLR2004 - a year
    if dated or scene.mention_at(at + 1, ("other_work", "other_kind")) is not None:
        return True
    # "as the nurse Dora in Lamp Of The Sea": two capitals and no name that is known
    known = scene.mention_at(at + 1, _SETTINGS) or scene.mention_at(at + 2, ("work",))
    titled = scene.mention_at(at + 1, ("titled",))
    return known is None and titled is not None and titled.last - titled.first > 1


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
        several = len(characters) > 1 and characters[-1].last <= actors[0].first
        return [] if several else [(actors[0], characters[0])]  # "Ida and Sam, played by Ana Bell"
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
    named = characters[0].text.partition(" AKA ")[0]
    characters = [replace(characters[0], text=named)]  # "Bella AKA Bae"
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


def build_owned_part(found: Found) -> Iterator[Draft]:
    """Draft "Ana Bell's performance as Dora" and "Bell's character Dora"."""
    who, role = found.binding("who"), found.binding("c")
    if who is None or role is None:
        return
    named = next((m for m in found.scene.all("name") if m.first == role.first), None)
    actors = names_of(who.mention, found.scene, Kind.PERSON)
    roles = names_of(role.mention, found.scene, Kind.CHARACTER)
    if named is not None and role.first > who.first:
        roles = _settled(found.scene, named, roles)
    if roles and len(actors) == 1:
        marks = {"character": roles[0]}
        yield from found.draft("cast_member", actors[0], qualifiers=marks)


def build_opening_role(found: Found) -> Iterator[Draft]:
    """Draft "As the weary Dora, Ana Bell holds it up": nothing stands behind the role's name."""
    who, cue, scene = found.binding("who"), found.binding("cue"), found.scene
    if who is None or cue is None:
        return
    role, end = find_role(scene, cue.last)
    joined = {"of", "for", "on", "at"} & set(scene.keys[cue.last : end])
    if role is None or joined or end + 1 != who.first:
        return
    for actor in names_of(who.mention, scene, Kind.PERSON):
        if " " in actor.text:
            marks = {"character": role_use(scene, role)}
            yield from found.draft("cast_member", actor, qualifiers=marks)


BUILDERS: Final = {
    "opening_role": build_opening_role,
    "owned_part": build_owned_part,
    "roles": build_roles,
    "role_paren": build_role_paren,
}

"""Tell which owners play what they own: "Ana Bell's Dora", "Dora Flint actress Ana Bell".

It is a role where Dora is met on her own, and others are owned so with her; a rank, and an actor
or a role that the text names as such elsewhere, need no other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from showgraph.extract.frames.draft import Draft, NameUse
from showgraph.extract.frames.playing import PEOPLE
from showgraph.extract.frames.roles import RANKS
from showgraph.extract.text.names import COMMON

BRACKETS: Final = "cast.role-paren"
_OWNED: Final = "cast.owned-role"
_BILLED: Final = "cast.role-actor"
_CALLED: Final = "cast.is-role"
#: Rules whose drafts are kept only where the document speaks for them.
OWNED: Final = frozenset({_OWNED, _BILLED, _CALLED})
_PAIR: Final = 2
#: Between "is" and a name these say what somebody is to whom: "is the daughter of".
_JOINS: Final = frozenset({"of", "to", "from", "in", "with", "for", "by", "at", "like", "not"})


def keep_owned_roles(drafts: Sequence[Draft], alone: Mapping[str, int]) -> list[Draft]:
    """Return the drafts without those of owned roles that nothing else speaks for.

    Args:
        drafts: What the frames read.
        alone: How often names of one word stand alone in the document.
    """
    acted, played = _cast(drafts)
    kept: set[int] = set()
    lone: dict[int, str] = {}
    for draft in drafts:
        role = draft.qualifiers.get("character")
        if draft.rule not in OWNED or not isinstance(draft.object, NameUse):
            continue
        if not isinstance(role, NameUse) or not _is_actor(draft.object.text, acted):
            continue
        words = [word for word in role.text.split() if word.lower().rstrip(".") not in RANKS]
        ranked = len(words) < len(role.text.split()) or role.scene.keys[role.first] in RANKS
        before = role.scene.keys[max(0, role.first - 1) : role.first]
        gap = role.first - draft.object.last
        sort = draft.rule == _OWNED and gap > 1  # "Bell's inmate Dora"
        called = draft.rule != _BILLED and (sort or not PEOPLE.isdisjoint(before))
        ranked = (ranked or called) and bool(words)
        met = bool(words) and alone[words[0]] > (" " not in role.text)
        first = {role.text.split()[0].lower(), draft.object.text.split()[0].lower()}
        if not first.isdisjoint(COMMON):
            continue  # "Philippa Cole's The Salt War", "After Dora's Hotel"
        cast = _is_met_in(draft.object.text, acted)
        apart = _JOINS & set(role.scene.keys[draft.object.last : role.first])
        if (
            role.text in acted
            or (draft.rule == _CALLED and apart)
            or (not cast and (sort or draft.rule == _CALLED))
        ):
            continue  # "Low Water's Ana Bell"
        met = met and (" " in role.text or draft.rule != _BILLED)  # "Lisbon actress Ana Bell"
        if ranked or role.text in played or (met and cast):
            kept.add(id(draft))
        elif met:
            lone[id(draft)] = draft.object.text
    if len(set(lone.values())) >= _PAIR:
        kept |= set(lone)
    return [
        _made_sure(draft) if draft.rule in OWNED else draft
        for draft in drafts
        if draft.rule not in OWNED or id(draft) in kept
    ]


def _made_sure(draft: Draft) -> Draft:
    """Return a draft of a role whose two names are what the rule took them for."""
    marks = {
        key: replace(side, sure=True) if isinstance(side, NameUse) else side
        for key, side in draft.qualifiers.items()
    }
    side = draft.object
    return replace(
        draft,
        object=replace(side, sure=True) if isinstance(side, NameUse) else side,
        qualifiers=marks,
    )


def _cast(drafts: Iterable[Draft]) -> tuple[set[str], set[str]]:
    """Return the actors and the characters whom other rules are sure of."""
    rows = [d for d in drafts if d.relation == "cast_member" and d.rule not in {*OWNED, BRACKETS}]
    acted = {d.object.text for d in rows if isinstance(d.object, NameUse)}
    roles = [d.qualifiers.get("character") for d in rows]
    return acted, {role.text for role in roles if isinstance(role, NameUse)}


def _is_actor(name: str, acted: set[str]) -> bool:
    """Return whether a name may be an actor's: a full one, or the surname of one who is cast."""
    return " " in name or _is_met_in(name, acted)


def _is_met_in(name: str, acted: set[str]) -> bool:
    return name in acted or any(full.endswith(f" {name}") for full in acted)

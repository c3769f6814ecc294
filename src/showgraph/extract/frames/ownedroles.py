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
        role, actor = draft.qualifiers.get("character"), draft.object
        if draft.rule not in OWNED:
            continue
        if not isinstance(role, NameUse) or not isinstance(actor, NameUse):
            continue
        cast = _is_met_in(actor.text, acted)
        if role.text in acted or _is_no_pair(draft, role, actor, cast=cast):
            continue  # "Low Water's Ana Bell"
        word = next((w for w in role.text.split() if w.lower().rstrip(".") not in RANKS), "")
        met = bool(word) and alone[word] > (" " not in role.text)
        met = met and (" " in role.text or draft.rule != _BILLED)  # "Lisbon actress Ana Bell"
        if (word and _is_called(draft, role, actor)) or role.text in played or (met and cast):
            kept.add(id(draft))
        elif met:
            lone[id(draft)] = actor.text
    if len(set(lone.values())) >= _PAIR:
        kept |= set(lone)
    return [
        _made_sure(draft) if draft.rule in OWNED else draft
        for draft in drafts
        if draft.rule not in OWNED or id(draft) in kept
    ]


def _is_no_pair(draft: Draft, role: NameUse, actor: NameUse, *, cast: bool) -> bool:
    """Return whether the two names cannot be an actor's and a role's.

    ``cast`` says that the actor is cast elsewhere, which "A is B" and "A's inmate B" need.
    """
    first = {role.text.split()[0].lower(), actor.text.split()[0].lower()}
    if not first.isdisjoint(COMMON) or not (cast or " " in actor.text):
        return True  # "Philippa Cole's The Salt War", "After Dora's Hotel"
    apart = _JOINS & set(role.scene.keys[actor.last : role.first])
    if draft.rule == _CALLED and apart:
        return True
    return not cast and (draft.rule == _CALLED or _is_sorted(draft, role, actor))


def _is_sorted(draft: Draft, role: NameUse, actor: NameUse) -> bool:
    """Return whether a word for a sort of role stands between: "Bell's inmate Dora"."""
    return draft.rule == _OWNED and role.first - actor.last > 1


def _is_called(draft: Draft, role: NameUse, actor: NameUse) -> bool:
    """Return whether a rank or a trade in front of a name shows that it is a role's."""
    keys = role.scene.keys
    words = [word.lower().rstrip(".") for word in role.text.split()]
    if keys[role.first] in RANKS or not RANKS.isdisjoint(words):
        return True
    before = keys[max(0, role.first - 1) : role.first]
    return draft.rule != _BILLED and (
        _is_sorted(draft, role, actor) or not PEOPLE.isdisjoint(before)
    )


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


def _is_met_in(name: str, acted: set[str]) -> bool:
    return name in acted or any(full.endswith(f" {name}") for full in acted)

"""Tell whether the brackets of a list of actors hold their roles: "Ana Bell (Dora Flint), ...".

They hold past works as often. Titles have small words, numbers and signs in them, so many
brackets without any of these hold roles; in shorter lists a rank shows it, or a role that the
text calls by the first name elsewhere.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from showgraph.extract.frames.draft import Draft, NameUse
from showgraph.extract.frames.roles import BRACKET_RANKS
from showgraph.extract.text.mention import Scene
from showgraph.extract.text.names import COMMON
from showgraph.model import Kind

#: So many brackets of which none can only be a title, and they hold roles.
_MANY: Final = 5
_FEW: Final = 2
_LONGEST: Final = 4  # words of a role
_ACTED: Final = "cast_member"
_PLAYED: Final = "worked_on"


def read_list_roles(drafts: Sequence[Draft], alone: Counter[str]) -> list[Draft]:
    """Return the drafts with the roles that stand in brackets behind a list's actors.

    Args:
        drafts: What the frames read; those of one list stand in one sentence, and where the
            brackets of one list hold roles, those of the others do.
        alone: How often names of one word stand alone in the document.
    """
    rows: dict[int, dict[int, NameUse]] = defaultdict(dict)
    for draft in drafts:
        use = draft.object
        if (
            draft.relation == _ACTED
            and isinstance(use, NameUse)
            and "character" not in draft.qualifiers
        ):
            role = _bracketed(use)
            if role is not None:
                rows[id(use.scene)][use.first] = role
    told = {key: list(roles.values()) for key, roles in rows.items() if len(roles) >= _FEW}
    if not any(_are_roles(roles, alone) for roles in told.values()):
        return list(drafts)
    listed = {key: rows[key] for key, roles in told.items() if not any(map(_is_known, roles))}
    return list(_with_roles(drafts, listed))


def _with_roles(
    drafts: Sequence[Draft], listed: Mapping[int, Mapping[int, NameUse]]
) -> Iterator[Draft]:
    for draft in drafts:
        side = draft.object if draft.relation == _ACTED else draft.subject
        role = listed.get(id(side.scene), {}).get(side.first) if isinstance(side, NameUse) else None
        if role is None:
            yield draft
        elif draft.relation == _ACTED and "character" not in draft.qualifiers:
            start, end = draft.spans[0]
            stretch = (start, max(end, role.offsets[1]))
            spans = [stretch, *draft.spans[1:]]
            yield replace(draft, spans=spans, qualifiers={**draft.qualifiers, "character": role})
        elif draft.relation != _PLAYED:
            yield draft  # a past work in the bracket of a role is none


def _bracketed(use: NameUse) -> NameUse | None:
    """Return what a bracket right behind an actor holds, where it may be a role's name."""
    scene, first = use.scene, use.last + 1
    if scene.keys[use.last : first] != ["("]:
        return None
    last = first
    while last < scene.n_tokens and scene.keys[last] != ")" and last - first <= _LONGEST:
        last += 1
    if scene.keys[last : last + 1] != [")"] or not _is_role(scene, first, last):
        return None
    first += scene.keys[first] == "the"
    name = scene.mention_at(first, ("name",))
    if name is None or name.last != last:
        return None
    text = str(getattr(name.value, "text", ""))
    return NameUse(text, scene, first, last, Kind.CHARACTER)


def _is_role(scene: Scene, first: int, last: int) -> bool:
    tokens = scene.sentence.tokens[first:last]
    led = tokens[:1] and tokens[0].key == "the"
    return bool(tokens) and all(
        token.is_word and token.is_capital and token.key not in COMMON
        for token in (tokens[1:] if led else tokens)
    )


def _are_roles(roles: Sequence[NameUse], alone: Counter[str]) -> bool:
    """Return whether the brackets of one list hold roles."""
    if any(_is_known(role) for role in roles):
        return False
    if any(role.text.split()[0].lower().rstrip(".") in BRACKET_RANKS for role in roles):
        return True
    if any(" " in role.text and alone[role.text.split()[0]] for role in roles):
        return True
    brackets = len(roles)
    return brackets >= _MANY and 2 * sum(" " in role.text for role in roles) >= brackets


def _is_known(role: NameUse) -> bool:
    """Return whether a bracket holds a work that the document names."""
    works = role.scene.mentions_at(role.first)
    return any(mention.type in {"work", "other_work"} for mention in works)

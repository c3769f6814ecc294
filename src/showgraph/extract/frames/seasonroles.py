"""Give who is cast in a season the one role that the text names: "returns for season 2 ... Dora".

A list tells the season, a bracket or a verb elsewhere the role; together they say one thing. The
words that name the role join the evidence.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from showgraph.extract.discourse.status import Standing
from showgraph.extract.frames.draft import Draft, NameUse
from showgraph.extract.text.mention import WorkValue
from showgraph.model import Modality, Polarity


def share_roles(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those of a season without a role with the one that the actor has.

    Args:
        drafts: What the frames read; an actor with several roles is left alone.
    """
    names = {d.object.text for d in drafts if _is_cast(d) and isinstance(d.object, NameUse)}
    roles: dict[tuple[str, str], dict[str, Draft]] = defaultdict(dict)
    for draft in drafts:
        role = draft.qualifiers.get("character")
        if _is_cast(draft) and isinstance(role, NameUse):
            roles[_key(draft, names)].setdefault(role.text, draft)
    return [_with_role(draft, roles, names) for draft in drafts]


def _with_role(
    draft: Draft, roles: Mapping[tuple[str, str], Mapping[str, Draft]], names: Iterable[str]
) -> Draft:
    marks = draft.qualifiers
    if not _is_cast(draft) or "season" not in marks or "character" in marks:
        return draft
    known = list(roles.get(_key(draft, names), {}).values())
    if len(known) != 1 or not _is_told(known[0].standing) or not _is_told(draft.standing):
        return draft
    role = known[0]
    spans = list(dict.fromkeys([*draft.spans, role.spans[0]]))
    return replace(
        draft, spans=spans, qualifiers={**marks, "character": role.qualifiers["character"]}
    )


def _is_told(standing: Standing) -> bool:
    return standing.polarity is Polarity.POSITIVE and standing.modality is Modality.ASSERTED


def _is_cast(draft: Draft) -> bool:
    return draft.relation == "cast_member" and isinstance(draft.subject, WorkValue)


def _key(draft: Draft, names: Iterable[str]) -> tuple[str, str]:
    """Return the series and the actor, a surname as the one full name that ends with it."""
    title = draft.subject.title if isinstance(draft.subject, WorkValue) else ""
    name = draft.object.text if isinstance(draft.object, NameUse) else ""
    full = [other for other in names if other.endswith(f" {name}")]
    return title, full[0] if " " not in name and len(full) == 1 else name

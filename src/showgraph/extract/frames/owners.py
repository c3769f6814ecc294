"""Whose series "Ana Bell's drama" is: its maker's, unless the document says what else Bell did."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from showgraph.extract.frames.draft import Draft, NameUse

#: Rules that read an owner as who created a series.
_OWNED: Final = frozenset({"credit.owned-series", "credit.owned-named", "credit.owned-title"})
#: What else somebody does for a series; who owns it then needs no other trade.
_TRADES: Final = frozenset(
    {"cast_member", "writer", "director", "producer", "executive_producer", "composer"},
)


def drop_busy_owners(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without owners who act in a series or make it in another way.

    "Ana Bell's drama" may be the one that she stars in, writes or directs; what the document
    tells outright stands, and nothing is added to it.
    """
    told = set(_told(drafts))
    return [draft for draft in drafts if not (_is_owned(draft) and _names(draft.object) & told)]


def _is_owned(draft: Draft) -> bool:
    return draft.rule in _OWNED and draft.relation == "creator"


def _told(drafts: Iterable[Draft]) -> Iterator[str]:
    """Yield the names of those who act, are acted, or make the series in a trade that is told."""
    for draft in drafts:
        role = draft.qualifiers.get("character")
        sides = (draft.object if draft.relation in _TRADES else None, role)
        yield from (side.text for side in sides if isinstance(side, NameUse))


def _names(side: object) -> set[str]:
    """Return the full name and the surname of a side that is a name."""
    return {side.text, side.text.rpartition(" ")[2]} if isinstance(side, NameUse) else set()

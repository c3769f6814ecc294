"""What a reading has in common with all others of the same fact."""

from typing import Final

from showgraph.graph.accepting.facts import Qualifiers, Reading, Value
from showgraph.model import Reference
from showgraph.relations import RELATIONS

#: Qualifiers that are part of what a fact is. All others are merged from its claims.
_KEYS: Final = {
    "platform": ("kind",),
    "premiere_date": ("kind", "platform"),
    "trailer_date": ("platform",),
    "trailer_release": ("platform",),
    "relationship": ("kind", "season"),
    "award": ("result",),
    "statement": ("polarity", "season", "speaker"),
    "audience_figure": ("unit",),
    "interview": ("about",),
    "worked_on": ("role",),
}
#: Relations whose object can be disputed, and is therefore no part of what the fact is.
_DISPUTABLE: Final = frozenset(
    {relation.name for relation in RELATIONS.values() if relation.single_valued} | {"trailer"}
)

#: Relation, subject, the object unless it can be disputed, and the qualifiers that count.
Identity = tuple[str, Reference, Value | None, Qualifiers]


def identify(reading: Reading) -> Identity:
    """Return what a reading has in common with all others of the same fact."""
    keys = _KEYS.get(reading.relation, ())
    qualifiers = tuple((key, values) for key, values in reading.qualifiers if key in keys)
    object_ = None if reading.relation in _DISPUTABLE else reading.object
    return (reading.relation, reading.subject, object_, qualifiers)

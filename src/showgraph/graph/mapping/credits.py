"""Frames of credits: who made a work, and who appears in it as whom."""

from dataclasses import dataclass
from typing import Final

from showgraph.graph.accepting.facts import Record, Value
from showgraph.graph.mapping.frame import Frame
from showgraph.graph.mapping.terms import Minter, concept, is_a, sg
from showgraph.model import Reference
from showgraph.store import Literal, NamedNode, Triple


@dataclass(frozen=True, slots=True)
class _Role:
    """The link to a credit in a role, the credit's class, and the property people ask by."""

    link: str
    kind: str
    asked: str


#: By the preferred label of the role; "" is a role that no concept has.
_ROLES: Final = {
    "creator": _Role("hasCreatorCredit", "CreatorCredit", "creator"),
    "director": _Role("hasDirectingCredit", "DirectingCredit", "director"),
    "writer": _Role("hasWritingCredit", "WritingCredit", "writer"),
    "producer": _Role("hasProductionCredit", "ProductionCredit", "producedBy"),
    "executive producer": _Role(
        "hasExecutiveProductionCredit", "ExecutiveProductionCredit", "executiveProducer"
    ),
    "showrunner": _Role("hasShowrunningCredit", "ShowrunningCredit", "showrunner"),
    "composer": _Role("hasComposingCredit", "ComposingCredit", "composer"),
    "performer": _Role("hasPerformance", "Performance", "castMember"),
    "": _Role("hasCredit", "Credit", "contributor"),
}
_RELATIONS: Final = {
    "creator": "creator",
    "director": "director",
    "writer": "writer",
    "producer": "producer",
    "production_company": "producer",
    "executive_producer": "executive producer",
    "showrunner": "showrunner",
    "composer": "composer",
    "cast_member": "performer",
}

#: The relations that this module frames.
RELATIONS: Final = frozenset({*_RELATIONS, "worked_on"})


def frame_credit(record: Record, minter: Minter) -> Frame:
    """Return the frame of a credit: its key is role, agent and work."""
    role = _RELATIONS.get(record.relation) or record.word("role")
    ends: tuple[Value, Value] = (record.subject, record.object)
    if record.relation == "worked_on":
        ends = (record.object, record.subject)
    work, agent = minter.things(ends)
    how = _ROLES.get(role, _ROLES[""])
    node = minter.node("credit", role if role in _ROLES else "", agent, work)
    return Frame(
        said=Triple(work, sg(how.asked), agent),
        node=node,
        links=(
            is_a(node, how.kind),
            Triple(work, sg(how.link), node),
            Triple(node, sg("creditedAgent"), agent),
        ),
        attributes=tuple(_list_attributes(record, node, minter)),
        doubtful=tuple(
            Triple(agent, sg("playsCharacter"), character)
            for character in minter.things(record.values("character"))
        ),
    )


def _list_attributes(record: Record, node: NamedNode, minter: Minter) -> list[Triple]:
    found = [
        Triple(node, sg("portrays"), character)
        for character in minter.things(record.values("character"))
    ]
    for key, scheme, name in (("kind", "cast-kind", "castKind"), ("debut", "", "debutIn")):
        for word in record.values(key):
            if not isinstance(word, Reference):
                value = concept(scheme, word) if scheme else Literal(word)
                found.append(Triple(node, sg(name), value))
    return found

"""What a record is in RDF: the node it makes, that node's links, and what is said of whom.

One frame serves both sides. Of an accepted fact it gives triples of ``graph/accepted``; of a
reading it gives what its claims state. So a fact and the claims for it cannot drift apart. The
one thing a newcomer would get wrong: ``said`` is the triple that people ask by, such as ``work
sg:castMember person``. Where the record makes a node, it is inferred, not accepted itself.
"""

from dataclasses import dataclass

from showgraph.graph.accepting.dates import Interval, MonthDay
from showgraph.graph.accepting.facts import Record
from showgraph.graph.mapping.terms import concept, sg
from showgraph.model import Reference
from showgraph.store import NamedNode, Triple


@dataclass(frozen=True, slots=True)
class Frame:
    """The RDF of one record.

    Attributes:
        said: The triple that people ask by; None for a date of something that has its claim.
        node: The credit, event or other node that the record makes, if any.
        links: The class of the node and what makes it what it is.
        attributes: What is said of the node (or thing) and may be disputed on its own.
        date: When ``node`` took or takes place.
        dated: The work that a date is told of where the node is not accepted.
        doubtful: What is said in place of the attributes where the node is not accepted.
        things: What the frame names that the record does not.
    """

    said: Triple | None
    node: NamedNode | None = None
    links: tuple[Triple, ...] = ()
    attributes: tuple[Triple, ...] = ()
    date: Interval | MonthDay | None = None
    dated: NamedNode | None = None
    doubtful: tuple[Triple, ...] = ()
    things: tuple[Reference, ...] = ()


def status_of(node: NamedNode, record: Record) -> tuple[Triple, ...]:
    """Return the triple that tells whether an event is planned or has happened, if any."""
    if record.status is None:
        return ()
    return (Triple(node, sg("status"), concept("event-status", record.status)),)

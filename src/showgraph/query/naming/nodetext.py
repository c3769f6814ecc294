"""Tell a node without a name, such as a release, in words: by what it links."""

from collections import defaultdict
from typing import Final

from showgraph.namespaces import GRAPHS, RDF, SCHEME, SG
from showgraph.query.naming.labels import Labels
from showgraph.store import Literal, NamedNode, Store

#: Links to tell, in this order; the two dates are told as one.
_TOLD: Final = tuple(
    SG + name
    for name in (
        *("onPlatform", "onChannel", "acquirer", "announcer", "interviewer", "interviewee"),
        *("medium", "features", "honoree", "awardName", "recognitionResult", "partner"),
        *("relationshipKind", "figureValue", "figureUnit", "measuredOutlet", "duration"),
        *("concerns", "status"),
    )
)
_PRECISION: Final = {SCHEME + "date-precision/year": 4, SCHEME + "date-precision/month": 7}


def links_of(store: Store, node: NamedNode) -> dict[str, list[NamedNode | Literal]]:
    """Return what a node is linked to by accepted facts, by the IRI of the property; sorted."""
    found: defaultdict[str, list[NamedNode | Literal]] = defaultdict(list)
    for quad in store.quads(node, graph=GRAPHS["accepted"]):
        if isinstance(quad.object, NamedNode | Literal):
            found[quad.predicate.value].append(quad.object)
    return {predicate: sorted(values, key=str) for predicate, values in sorted(found.items())}


def date_of(links: dict[str, list[NamedNode | Literal]]) -> str:
    """Return the date of an event as exactly as it is known, "" for none."""
    earliest = links.get(SG + "earliestDate", [])
    if not earliest:
        return ""
    precision = links.get(SG + "datePrecision", [])
    return earliest[0].value[: _PRECISION.get(precision[0].value if precision else "", 10)]


def type_of(links: dict[str, list[NamedNode | Literal]]) -> str:
    """Return the IRI of the class of a node, "" where it has none."""
    types = links.get(RDF + "type", [])
    return types[0].value if types else ""


def describe_node(store: Store, labels: Labels, node: NamedNode) -> str:
    """Return a node in words: ``release: Lumo, 2021-11-12, occurred``."""
    links = links_of(store, node)
    kind = type_of(links)
    words = [labels.of(value) for name in _TOLD for value in links.get(name, [])]
    date = date_of(links)
    told = ", ".join([date, *words] if date else words)
    return f"{labels.of(NamedNode(kind))}: {told}" if kind else told

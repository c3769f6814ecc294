"""Infer with owlrl: the reference that the closure by rules is held against.

It takes about a hundred times as long, so a build uses it only where somebody asks for it.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from showgraph.errors import InconsistencyError
from showgraph.namespaces import GRAPHS, SG
from showgraph.rules.terms import parse_term
from showgraph.store import NamedNode, Quad, Store

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

#: The node type by which owlrl reports an inconsistency; it raises nothing.
_ERROR: Final = "http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage"


def expand(facts: Iterable[Quad], ontology: str) -> Iterator[Quad]:
    """Return what owlrl finds to follow from ``facts``, as ``closure.infer`` would return it.

    All the work is done before the first quad is handed out.

    Args:
        facts: Quads of any graphs; only those of ``graph/accepted`` are looked at.
        ontology: The ontology as Turtle.

    Returns:
        The quads of ``graph/inferred``, each once, in no order that means anything: IRIs in the
        subject that are no terms of the ontology, properties of the ontology, or ``rdf:type``
        with a class of the ontology.

    Raises:
        InconsistencyError: If the facts contradict the ontology, with owlrl's own messages.
    """
    from owlrl import DeductiveClosure, OWLRL_Semantics  # noqa: PLC0415 - rare and slow to import

    with Store.memory() as store:
        store.bulk_load(facts)
        graph = store.to_rdflib([GRAPHS["accepted"]])
    graph.parse(data=ontology, format="turtle")
    given = set(graph)
    # Its "improved" datatypes stay in rdflib for the whole process, and reject every gMonthDay.
    DeductiveClosure(OWLRL_Semantics, improved_datatypes=False).expand(graph)
    if messages := _find_errors(graph):
        raise InconsistencyError(messages)
    return _iter_quads(set(graph) - given)


def _find_errors(graph: "rdflib.Graph") -> list[str]:
    import rdflib  # noqa: PLC0415 - see expand

    nodes = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(_ERROR)))
    values = {str(value) for node in nodes for value in graph.objects(node)}
    return sorted(values - {_ERROR}) if nodes else []


def _iter_quads(triples: "Iterable[tuple[Node, Node, Node]]") -> Iterator[Quad]:
    graph = NamedNode(GRAPHS["inferred"])
    for triple in triples:
        if _is_kept(*triple):
            subject, predicate, value = triple
            yield Quad(
                NamedNode(str(subject)), NamedNode(str(predicate)), parse_term(value.n3()), graph
            )


def _is_kept(subject: "Node", predicate: "Node", value: "Node") -> bool:
    import rdflib  # noqa: PLC0415 - see expand

    if not isinstance(subject, rdflib.URIRef) or subject.startswith(SG):
        return False
    if predicate == rdflib.RDF.type:
        return isinstance(value, rdflib.URIRef) and value.startswith(SG)
    return str(predicate).startswith(SG)

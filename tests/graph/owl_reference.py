"""The reference that the closure must equal: owlrl over ontology and facts, then a filter."""

from collections.abc import Iterable
from typing import Final

import rdflib
from owlrl import DeductiveClosure, OWLRL_Semantics

from showgraph.graph.inference.closure import infer
from showgraph.namespaces import OWL, RDF, RDFS, SG, XSD
from showgraph.rules import Triple, compile_rules
from showgraph.rules.terms import to_text
from showgraph.store import RdfFormat, parse

PREFIXES: Final = f"""
@prefix : <{SG}> .
@prefix owl: <{OWL}> .
@prefix rdf: <{RDF}> .
@prefix rdfs: <{RDFS}> .
@prefix xsd: <{XSD}> .
"""

_ERROR: Final = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")


def to_ntriples(facts: Iterable[Triple]) -> str:
    """Return facts as a document, one line each."""
    return "".join(" ".join(fact) + " .\n" for fact in facts)


def infer_texts(ontology: str, facts: Iterable[Triple]) -> set[Triple]:
    """Return what showgraph infers, as N-Triples texts; no triple comes twice."""
    quads = list(parse(to_ntriples(facts), format=RdfFormat.N_TRIPLES))
    inferred = [to_text(quad) for quad in infer(quads, compile_rules(ontology))]
    assert len(inferred) == len(set(inferred))
    return set(inferred)


def close_by_owlrl(ontology: str, facts: Iterable[Triple]) -> tuple[set[Triple], int]:
    """Return what owlrl infers, filtered as the inferred graph is, and its error messages.

    Kept are IRIs in the subject that are no terms of the ontology, with properties of the
    ontology, or with ``rdf:type`` and a class of the ontology; not kept is what was given.
    """
    graph = rdflib.Graph().parse(data=ontology, format="turtle")
    graph.parse(data=to_ntriples(facts), format="nt")
    given = set(graph)
    # Its "improved" datatypes stay in rdflib for the whole process, and reject every gMonthDay.
    DeductiveClosure(OWLRL_Semantics, improved_datatypes=False).expand(graph)
    errors = len(set(graph.subjects(rdflib.RDF.type, _ERROR)))
    kept = {triple for triple in set(graph) - given if _is_kept(*triple)}
    return {(s.n3(), p.n3(), o.n3()) for s, p, o in kept}, errors


def _is_kept(subject: rdflib.term.Node, predicate: rdflib.term.Node, obj: rdflib.term.Node) -> bool:
    if not isinstance(subject, rdflib.URIRef) or subject.startswith(SG):
        return False
    if predicate == rdflib.RDF.type:
        return isinstance(obj, rdflib.URIRef) and obj.startswith(SG)
    return str(predicate).startswith(SG)

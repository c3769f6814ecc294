"""Explanations as RDF in the words of PROV-O (https://www.w3.org/TR/prov-o/).

Each fact is an ``rdf:Statement`` that was derived from claims, or from other facts by an activity
with the rule as its plan. A claim was derived from spans, a span was quoted from a document. What
the graph says of claims, spans and documents is copied, but for the documents' texts.
"""

from collections.abc import Iterable, Iterator

from showgraph.iris import node_iri
from showgraph.namespaces import BASE, GRAPHS, OA, PROV, RDF, RDFS, SG
from showgraph.query.provenance.explanation import Explanation
from showgraph.rules import Rule
from showgraph.store import Literal, NamedNode, Store, Triple

_TYPE = NamedNode(RDF + "type")
_LEFT_OUT = frozenset({SG + "text", SG + "usesRule"})
_PROGRAM = NamedNode(BASE + "id/software/showgraph")

_Term = NamedNode | Literal


def prov_triples(
    store: Store, explanations: Iterable[Explanation], against: Iterable[str] = ()
) -> tuple[Triple, ...]:
    """Return explanations as triples, sorted, each once; equal ones give equal triples.

    Args:
        store: The graph that is explained.
        explanations: Why facts hold.
        against: The IRIs of claims that say something else, which are described too.
    """
    found: set[Triple] = set()
    claims = {NamedNode(iri) for iri in against}
    for explanation in explanations:
        for step in explanation.walk():
            found.update(_statement(step))
            said = (*step.claims, *step.stated, *step.lesser)
            claims.update(NamedNode(claim.iri) for claim in said)
    for claim in claims:
        found.update(_describe_claim(store, claim))
    return tuple(sorted(found, key=str))


def statement_iri(triple: Triple) -> NamedNode:
    """Return the IRI of a fact as something that can be spoken of."""
    return NamedNode(node_iri("statement", *map(str, triple)))


def _statement(step: Explanation) -> Iterator[Triple]:
    """Yield the fact of a step, and what it was derived from."""
    node = statement_iri(step.triple)
    yield from _is_a(node, RDF + "Statement", PROV + "Entity")
    for name, term in zip(("subject", "predicate", "object"), step.triple, strict=True):
        yield Triple(node, NamedNode(RDF + name), term)
    yield _say(node, RDFS + "label", Literal(step.words))
    for claim in (*step.claims, *step.stated):
        yield _say(node, PROV + "wasDerivedFrom", NamedNode(claim.iri))
    premises = [statement_iri(premise.triple) for premise in step.premises]
    for premise in premises:
        yield _say(node, PROV + "wasDerivedFrom", premise)
    if step.rule is not None:
        yield from _inference(node, premises, step.rule)


def _inference(node: NamedNode, premises: Iterable[NamedNode], rule: Rule) -> Iterator[Triple]:
    """Yield the activity that gave a fact, with the rule as its plan."""
    activity, association, plan = (
        NamedNode(node_iri(sort, *key))
        for sort, key in (
            ("inference", (node.value, rule.name)),
            ("association", (node.value, rule.name)),
            ("rule", (rule.name,)),
        )
    )
    yield _say(node, PROV + "wasGeneratedBy", activity)
    yield from _is_a(activity, PROV + "Activity")
    for premise in premises:
        yield _say(activity, PROV + "used", premise)
    yield _say(activity, PROV + "qualifiedAssociation", association)
    yield from _is_a(association, PROV + "Association")
    yield _say(association, PROV + "agent", _PROGRAM)
    yield _say(association, PROV + "hadPlan", plan)
    yield from _is_a(_PROGRAM, PROV + "SoftwareAgent", PROV + "Agent")
    yield _say(_PROGRAM, RDFS + "label", Literal("showgraph"))
    yield from _is_a(plan, PROV + "Plan", PROV + "Entity")
    yield _say(plan, RDFS + "label", Literal(rule.name))
    yield _say(plan, RDFS + "comment", Literal(rule.words))


def _describe_claim(store: Store, claim: NamedNode) -> Iterator[Triple]:
    """Yield what the graph says of a claim, its spans, its document, its speaker and its run."""
    yield from _copy(store, claim)
    yield from _is_a(claim, PROV + "Entity")
    for run in _nodes(store, claim, PROV + "wasGeneratedBy"):
        yield from _copy(store, run)
    for document in _nodes(store, claim, SG + "statedIn"):
        yield from _copy(store, document)
        yield from _is_a(document, PROV + "Entity")
        yield _say(claim, PROV + "hadPrimarySource", document)
        for span in _nodes(store, claim, SG + "evidence"):
            yield from _copy(store, span)
            yield from _is_a(span, PROV + "Entity")
            yield _say(claim, PROV + "wasDerivedFrom", span)
            yield _say(span, PROV + "wasQuotedFrom", document)
            for selector in _nodes(store, span, OA + "hasSelector"):
                yield from _copy(store, selector)


def _copy(store: Store, node: NamedNode) -> Iterator[Triple]:
    for quad in store.quads(node, None, None, GRAPHS["claims"]):
        if quad.predicate.value not in _LEFT_OUT:
            yield quad.triple


def _nodes(store: Store, node: NamedNode, predicate: str) -> list[NamedNode]:
    quads = store.quads(node, NamedNode(predicate), None, GRAPHS["claims"])
    return [quad.object for quad in quads if isinstance(quad.object, NamedNode)]


def _is_a(node: NamedNode, *kinds: str) -> Iterator[Triple]:
    for kind in kinds:
        yield Triple(node, _TYPE, NamedNode(kind))


def _say(node: NamedNode, predicate: str, value: _Term) -> Triple:
    return Triple(node, NamedNode(predicate), value)

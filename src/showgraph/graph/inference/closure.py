"""Infer what follows from the accepted facts: the quads of ``graph/inferred``.

Only triples whose predicate some rule reads are looked at. What follows about literals (the
object of a property that has an inverse) is used on the way, as OWL 2 RL does, and left out of
the result, as RDF demands. So is all that is not said in terms of the ontology.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from showgraph.errors import InconsistencyError
from showgraph.graph.garbage import uncollected
from showgraph.graph.inference.clashes import explain_clashes
from showgraph.graph.inference.fixpoint import BITS, MASK, Fixpoint
from showgraph.namespaces import GRAPHS, SG
from showgraph.rules import RuleTable
from showgraph.rules.table import TYPE, is_variable
from showgraph.rules.terms import Term, parse_term
from showgraph.store import NamedNode, Quad

#: Quads that are made at a time; as many again are held by nobody yet.
_CHUNK: Final = 100_000


def infer(
    facts: Iterable[Quad], table: RuleTable, *, claims: Iterable[Quad] = ()
) -> Iterator[Quad]:
    """Return what follows from ``facts`` and is not among them.

    All the work is done before the first quad is handed out, and nothing is written.

    Args:
        facts: The quads of the accepted facts and of the ontology, in any order, read once.
            Quads of ``graph/claims`` are passed over: nothing follows from a claim.
        table: The rules and checks of the ontology.
        claims: Quads of ``graph/claims``, looked at only to say whose words led to a fault.

    Returns:
        The quads of ``graph/inferred``, each once, in no order that means anything: IRIs in
        the subject, properties of the ontology, or ``rdf:type`` with a class of the ontology.

    Raises:
        InconsistencyError: If a check of the table fails: a sentence for each node that says
            what it cannot all be, on which facts that rests, and on whose words.
    """
    numbers: dict[Term, int] = {}
    fixpoint = Fixpoint(table, _encode_constants(table, numbers))
    with uncollected():
        for predicate, pairs in _group(facts, fixpoint.predicates, numbers).items():
            fixpoint.add(predicate, pairs)
        fixpoint.run()
    terms = list(numbers)
    clashes = list(fixpoint.iter_clashes())
    if clashes:
        raise InconsistencyError(explain_clashes(clashes, fixpoint, table, terms, claims))
    return _pause_for(_iter_quads(fixpoint, terms))


def _encode_constants(table: RuleTable, numbers: dict[Term, int]) -> dict[str, int]:
    """Return the number of each term that a rule names as an object."""
    texts = sorted({obj for _, _, obj in table.patterns() if not is_variable(obj)})
    return {text: numbers.setdefault(parse_term(text), len(numbers)) for text in texts}


def _group(
    facts: Iterable[Quad], predicates: frozenset[str], numbers: dict[Term, int]
) -> dict[str, list[int]]:
    """Return the packed pairs of each predicate that the rules read.

    ``numbers`` grows by the terms met.
    """
    groups: dict[str, list[int]] = {predicate: [] for predicate in sorted(predicates)}
    claims = NamedNode(GRAPHS["claims"])
    by_term = {parse_term(predicate): pairs for predicate, pairs in groups.items()}
    for quad in facts:
        pairs = by_term.get(quad.predicate)
        if pairs is not None and quad.graph_name != claims:
            subject = numbers.setdefault(quad.subject, len(numbers))
            pairs.append(subject << BITS | numbers.setdefault(quad.object, len(numbers)))
    return groups


def _pause_for(quads: Iterator[Quad]) -> Iterator[Quad]:
    """Yield quads that are made many at a time, with the collector paused while they are.

    With it on, two million take twice as long (measured).
    """
    while True:
        with uncollected():
            chunk = list(islice(quads, _CHUNK))
        if not chunk:
            return
        yield from chunk


def _iter_quads(fixpoint: Fixpoint, terms: list[Term]) -> Iterator[Quad]:
    graph = NamedNode(GRAPHS["inferred"])
    for predicate, pairs in fixpoint.derived().items():
        if predicate != TYPE and not predicate.startswith(f"<{SG}"):
            continue
        property_ = NamedNode(predicate[1:-1])
        for pair in pairs:
            subject, value = terms[pair >> BITS], terms[pair & MASK]
            if isinstance(subject, NamedNode) and (predicate != TYPE or _is_ours(value)):
                yield Quad(subject, property_, value, graph)


def _is_ours(cls: Term) -> bool:
    return isinstance(cls, NamedNode) and cls.value.startswith(SG)

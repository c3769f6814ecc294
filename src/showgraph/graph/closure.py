"""Infer what follows from the accepted facts: the quads of ``graph/inferred``.

Only triples whose predicate some rule reads are looked at. What follows about literals (the
object of a property that has an inverse) is used on the way, as OWL 2 RL does, and left out of
the result, as RDF demands. So is all that is not said in terms of the ontology.
"""

from collections.abc import Iterable, Iterator

from showgraph.errors import InconsistencyError
from showgraph.graph.fixpoint import BITS, MASK, Fixpoint
from showgraph.namespaces import GRAPHS, SG
from showgraph.rules import Check, RuleTable
from showgraph.rules.table import TYPE, is_variable, substitute, term_name
from showgraph.store import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

Node = NamedNode | BlankNode | Literal | Triple


def infer(facts: Iterable[Quad], table: RuleTable) -> Iterator[Quad]:
    """Return what follows from ``facts`` and is not among them.

    All the work is done before the first quad is handed out, and nothing is written.

    Args:
        facts: The quads of the accepted facts and of the ontology, in any order, read once;
            the names of their graphs do not matter.
        table: The rules and checks of the ontology.

    Returns:
        The quads of ``graph/inferred``, each once, in no order that means anything: IRIs in
        the subject, properties of the ontology, or ``rdf:type`` with a class of the ontology.

    Raises:
        InconsistencyError: If a check of the table fails; one sentence for each node.
    """
    terms = _Terms()
    fixpoint = Fixpoint(table, terms.encode_constants(table))
    for predicate, pairs in _group(facts, fixpoint.predicates, terms).items():
        fixpoint.add(predicate, pairs)
    fixpoint.run()
    nodes = list(terms.numbers)
    clashes = [
        _in_words(check, nodes[subject], nodes[value])
        for check, subject, value in fixpoint.iter_clashes()
    ]
    if clashes:
        raise InconsistencyError(clashes)
    return _iter_quads(fixpoint, terms)


class _Terms:
    """The numbers of terms, given in the order in which the terms are first met."""

    def __init__(self) -> None:
        self.numbers: dict[Node, int] = {}

    def encode(self, term: Node) -> int:
        return self.numbers.setdefault(term, len(self.numbers))

    def encode_constants(self, table: RuleTable) -> dict[str, int]:
        """Return the number of each constant that stands for a subject or object."""
        texts = sorted({obj for _, _, obj in table.patterns() if not is_variable(obj)})
        return {text: self.encode(_parse(text)) for text in texts}


def _group(
    facts: Iterable[Quad], predicates: frozenset[str], terms: _Terms
) -> dict[str, list[int]]:
    """Return the packed pairs of each predicate that the rules read."""
    groups: dict[str, list[int]] = {predicate: [] for predicate in sorted(predicates)}
    by_term = {_parse(predicate): pairs for predicate, pairs in groups.items()}
    encode = terms.encode
    for quad in facts:
        pairs = by_term.get(quad.predicate)
        if pairs is not None:
            pairs.append(encode(quad.subject) << BITS | encode(quad.object))
    return groups


def _iter_quads(fixpoint: Fixpoint, terms: _Terms) -> Iterator[Quad]:
    graph = NamedNode(GRAPHS["inferred"])
    nodes = list(terms.numbers)
    for predicate, pairs in fixpoint.derived().items():
        if predicate != TYPE and not predicate.startswith(f"<{SG}"):
            continue
        property_ = NamedNode(predicate[1:-1])
        for pair in pairs:
            subject, value = nodes[pair >> BITS], nodes[pair & MASK]
            if isinstance(subject, NamedNode) and (predicate != TYPE or _is_ours(value)):
                yield Quad(subject, property_, value, graph)


def _is_ours(cls: Node) -> bool:
    return isinstance(cls, NamedNode) and cls.value.startswith(SG)


def _in_words(check: Check, subject: Node, value: Node) -> str:
    """Return a sentence that names the node and what cannot both be said of it."""
    binding = {check.body[0][0]: str(subject), check.body[0][2]: str(value)}
    facts = " and ".join(" ".join(map(term_name, substitute(p, binding))) for p in check.body)
    return f"{facts}, against {check.name}"


def _parse(text: str) -> NamedNode | Literal:
    """Return the term of an N-Triples text."""
    if text.startswith("<"):
        return NamedNode(text[1:-1])
    (quad,) = parse(f"<x:s> <x:p> {text} .", format=RdfFormat.N_TRIPLES)
    if not isinstance(quad.object, Literal):
        raise ValueError(f"{text} is no literal of a rule")  # noqa: TRY004 - a bad value
    return quad.object

"""Say in words what is wrong with facts that contradict the ontology."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from showgraph.graph.inference.fixpoint import BITS, MASK, Fixpoint
from showgraph.graph.inference.witnesses import Witnesses
from showgraph.rules import Check, Pattern, Prover, RuleTable, Triple
from showgraph.rules.table import KINDS, is_variable, substitute, term_name
from showgraph.rules.terms import Term
from showgraph.store import Quad

#: So many sentences say on which facts they rest; finding that out takes time.
EXPLAINED: Final = 20


def explain_clashes(
    clashes: Sequence[tuple[Check, int, int]],
    fixpoint: Fixpoint,
    table: RuleTable,
    terms: Sequence[Term],
    claims: Iterable[Quad] = (),
) -> list[str]:
    """Return a sentence for each clash, in their order.

    Args:
        clashes: Checks with the numbers of the subject and object for which they fail.
        fixpoint: What is known; it has run.
        table: The rules that led there.
        terms: The terms by their numbers.
        claims: The quads of the claims graph, in which the words of documents are looked up.

    Returns:
        Sentences such as "id:platform/brightbox rdf:type Agent and id:platform/brightbox
        rdf:type Outlet (disjoint classes), by ...", the last part for the first
        :data:`EXPLAINED` of them: the facts that were added from which the rest follows, and
        after a semicolon the words of the first claims for them.
    """
    prover = Prover(table, _KnownFacts(fixpoint, terms))
    witnesses = Witnesses(claims)
    sentences = []
    for place, (check, subject, value) in enumerate(clashes):
        first = check.body[0]
        binding = {first[0]: str(terms[subject]), first[2]: str(terms[value])}
        wrong = [substitute(pattern, binding) for pattern in check.body]
        sentence = f"{_in_words(wrong)} ({KINDS[check.kind]})"
        if place < EXPLAINED:
            proofs = [proof for proof in map(prover.prove, wrong) if proof is not None]
            grounds = {leaf for proof in proofs for leaf in proof.leaves()}
            leaves = sorted(grounds - set(wrong))
            sentence += f", by {_in_words(leaves)}" if leaves else ""
            sentence += "".join(f"; {said}" for said in witnesses.quote(sorted(grounds)))
        sentences.append(sentence)
    return sentences


class _KnownFacts:
    """The relations of a fixpoint, as a proof looks them up."""

    def __init__(self, fixpoint: Fixpoint, terms: Sequence[Term]) -> None:
        self._texts = list(map(str, terms))
        self._numbers = {text: number for number, text in enumerate(self._texts)}
        self._known = fixpoint.known()
        self._derived = fixpoint.derived()
        self._by_subject = self._index(BITS)
        self._by_object = self._index(0)

    def _index(self, shift: int) -> dict[tuple[str, int], list[int]]:
        """Return the pairs by predicate and subject (shifted by BITS) or object."""
        index: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        for predicate, pairs in self._known.items():
            for pair in pairs:
                index[predicate, pair >> shift & MASK].append(pair)
        return dict(index)

    def is_asserted(self, triple: Triple) -> bool:
        pair = self._numbers[triple[0]] << BITS | self._numbers[triple[2]]
        derived = pair in self._derived.get(triple[1], ())
        return not derived and pair in self._known.get(triple[1], ())

    def matching(self, pattern: Pattern) -> Iterable[Triple]:
        subject, predicate, obj = pattern
        if not is_variable(subject):
            pairs = self._by_subject.get((predicate, self._numbers[subject]), [])
        elif not is_variable(obj):
            pairs = self._by_object.get((predicate, self._numbers[obj]), [])
        else:
            pairs = list(self._known.get(predicate, ()))
        for pair in pairs:
            start, end = self._texts[pair >> BITS], self._texts[pair & MASK]
            if is_variable(obj) or end == obj:
                yield start, predicate, end


def _in_words(triples: Iterable[Triple]) -> str:
    return " and ".join(" ".join(map(term_name, triple)) for triple in triples)

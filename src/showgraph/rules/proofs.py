"""Prove a triple from asserted facts, backwards through the rule table.

The closure has already said what holds; a proof only finds out why, so it looks at the facts
near its goal and derives nothing again. The proof found is the lowest: no other needs fewer
rules on the way from the goal to its remotest leaf. Among equally low ones, rules with fewer
premises go first, then by name, then premises in the order of their text; domains and ranges
come last, because "is a person, for something has it as director" explains little.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol

from showgraph.rules.table import (
    Pattern,
    Rule,
    RuleTable,
    Triple,
    match,
    substitute,
)

_LAST: Final = frozenset({"domain", "range"})


class Facts(Protocol):
    """What a proof may look up. ``matching`` covers asserted and inferred facts."""

    def is_asserted(self, triple: Triple) -> bool:
        """Return whether the triple was asserted, not inferred."""
        ...

    def matching(self, pattern: Pattern) -> Iterable[Triple]:
        """Return the facts that fit a pattern; its variables match any term, once each."""
        ...


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a triple holds: it was asserted (``rule`` is None), or a rule and its premises."""

    triple: Triple
    rule: Rule | None = None
    premises: tuple["Proof", ...] = ()

    def leaves(self) -> tuple[Triple, ...]:
        """Return the asserted triples that the proof rests on, sorted, each once."""
        return tuple(sorted({proof.triple for proof in self.walk() if proof.rule is None}))

    def walk(self) -> Iterator["Proof"]:
        """Yield this proof and those of its premises, at any depth, each conclusion first."""
        yield self
        for premise in self.premises:
            yield from premise.walk()


class Prover:
    """Proofs over facts that do not change; what was found for one goal serves the next."""

    def __init__(self, table: RuleTable, facts: Facts) -> None:
        """Index the rules of ``table`` by the predicate that they conclude."""
        self._facts = facts
        self._proofs: dict[Triple, Proof] = {}
        #: Goals met so far that have no proof of this height or less.
        self._refuted: dict[Triple, int] = {}
        self._rules: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in sorted(table.rules, key=_preference):
            self._rules[rule.head[1]].append(rule)

    def prove(self, triple: Triple) -> Proof | None:
        """Return the lowest proof of ``triple``, or None where it does not follow."""
        if not list(self._facts.matching(triple)):
            return None
        height = 0
        # A lowest proof has no goal twice on a path, so it is no higher than there are goals.
        while height <= len(self._refuted) + 1:
            proof = self._prove_within(triple, height)
            if proof is not None:
                return proof
            height += 1
        return None

    def ways(self, triple: Triple, *, limit: int = 10) -> tuple[Proof, ...]:
        """Return the proofs of ``triple`` that differ in their last step, lowest first.

        Premises are each proved in the lowest way. A way whose premises rest on ``triple``
        itself says nothing and is left out.

        Args:
            triple: What is to be proved.
            limit: No more than so many ways are returned; the others are not looked for.

        Returns:
            One proof where the triple is asserted, none where it does not follow.
        """
        if self._facts.is_asserted(triple):
            return (Proof(triple),)
        found = islice(self._iter_ways(triple), limit)
        return tuple(sorted(found, key=_height))

    def _iter_ways(self, triple: Triple) -> Iterator[Proof]:
        for rule, premises in self._iter_instances(triple):
            proofs = tuple(filter(None, map(self.prove, premises)))
            circular = any(step.triple == triple for proof in proofs for step in proof.walk())
            if len(proofs) == len(premises) and not circular:
                yield Proof(triple, rule, proofs)

    def _prove_within(self, goal: Triple, height: int) -> Proof | None:
        """Return the lowest proof of ``goal`` if it is no higher than ``height``."""
        if goal in self._proofs:
            known = self._proofs[goal]
            return known if _height(known) <= height else None
        if goal not in self._refuted:
            if self._facts.is_asserted(goal):
                self._proofs[goal] = Proof(goal)
                return self._proofs[goal]
            self._refuted[goal] = 0
        for step in range(self._refuted[goal] + 1, height + 1):
            proof = self._prove_at(goal, step)
            if proof is not None:
                self._proofs[goal] = proof
                return proof
            self._refuted[goal] = max(step, self._refuted[goal])
        return None

    def _prove_at(self, goal: Triple, height: int) -> Proof | None:
        for rule, premises in self._iter_instances(goal):
            proofs: list[Proof] = []
            for premise in premises:
                proof = self._prove_within(premise, height - 1)
                if proof is None:
                    break
                proofs.append(proof)
            else:
                return Proof(goal, rule, tuple(proofs))
        return None

    def _iter_instances(self, goal: Triple) -> Iterator[tuple[Rule, tuple[Triple, ...]]]:
        """Yield the rules that conclude ``goal`` from facts, with those facts."""
        for rule in self._rules[goal[1]]:
            binding = match(rule.head, goal, {})
            if binding is not None:
                for premises in self._iter_premises(rule.body, binding):
                    yield rule, premises

    def _iter_premises(
        self, body: tuple[Pattern, ...], binding: dict[str, str]
    ) -> Iterator[tuple[Triple, ...]]:
        if not body:
            yield ()
            return
        for fact in sorted(self._facts.matching(substitute(body[0], binding))):
            grown = match(body[0], fact, binding)
            if grown is not None:
                for others in self._iter_premises(body[1:], grown):
                    yield fact, *others


def _height(proof: Proof) -> int:
    return 1 + max(map(_height, proof.premises)) if proof.premises else 0


def _preference(rule: Rule) -> tuple[bool, int, str]:
    return rule.kind in _LAST, len(rule.body), rule.name

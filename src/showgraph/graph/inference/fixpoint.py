"""Run the rule table over whole numbers to a fixed point.

A relation is a set of numbers: of packed pairs (subject and object in one number) for a
property, of single numbers for the members of a class. Evaluation is semi-naive: a round joins
what the round before found with all that is known (Bancilhon and Ramakrishnan 1986). The order
of facts and rules never shows in the result.

The one thing a newcomer would get wrong: a pattern with a constant object, such as
``?x rdf:type sg:Person``, is a relation of its own, kept in step with that of its predicate.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from showgraph.rules import Check, Pattern, Rule, RuleTable
from showgraph.rules.table import is_variable

BITS: Final = 32
MASK: Final = (1 << BITS) - 1
_SUBJECT: Final = ~MASK

#: A relation: (predicate, "") for all pairs of a predicate, (predicate, value) for the
#: subjects that have that value.
Key = tuple[str, str]
_Relations = tuple[defaultdict[Key, set[int]], ...]


def pack(subject: int, obj: int) -> int:
    """Return one number for a pair of numbers below 2**32."""
    return subject << BITS | obj


def unpack(pair: int) -> tuple[int, int]:
    """Return the subject and object of a packed pair."""
    return pair >> BITS, pair & MASK


@dataclass(frozen=True, slots=True)
class _Step:
    """What one body pattern of a rule adds to ``head`` when ``trigger`` has grown."""

    trigger: Key
    head: Key
    apply: Callable[[set[int]], set[int]]


class Fixpoint:
    """The known relations and the rules over them.

    Add the facts, call :meth:`run` once, then read the derived pairs and the clashes.
    """

    def __init__(self, table: RuleTable, codes: dict[str, int]) -> None:
        """Prepare to run ``table``; ``codes`` gives the number of each constant in it.

        Raises:
            ValueError: If a rule is neither one pattern nor a chain of them.
        """
        self._checks = table.checks
        self._codes = codes
        self._known: defaultdict[Key, set[int]] = defaultdict(set)
        self._fresh: defaultdict[Key, set[int]] = defaultdict(set)
        self._derived: defaultdict[Key, set[int]] = defaultdict(set)
        keys = {_key(pattern) for pattern in table.patterns()}
        self._wanted = {predicate for predicate, value in keys if not value}
        self._valued: defaultdict[str, dict[int, Key]] = defaultdict(dict)
        for predicate, value in sorted(keys):
            if value:
                self._valued[predicate][codes[value]] = (predicate, value)
        #: From each subject of a predicate to its objects, and back, where a chain needs it.
        self._onward: dict[str, defaultdict[int, list[int]]] = {}
        self._backward: dict[str, defaultdict[int, list[int]]] = {}
        self._steps: defaultdict[Key, list[_Step]] = defaultdict(list)
        for rule in table.rules:
            for step in self._iter_steps(rule):
                self._steps[step.trigger].append(step)

    @property
    def predicates(self) -> frozenset[str]:
        """The predicates that some rule or check reads or writes."""
        return frozenset(self._wanted | set(self._valued))

    def add(self, predicate: str, pairs: Iterable[int]) -> None:
        """Add facts of one predicate, as packed pairs; known ones do no harm."""
        self._absorb((predicate, ""), set(pairs), (self._known, self._fresh))

    def run(self) -> None:
        """Apply the rules until nothing new follows."""
        while self._fresh:
            delta, self._fresh = self._fresh, defaultdict(set)
            found: defaultdict[Key, set[int]] = defaultdict(set)
            for trigger, fresh in delta.items():
                for step in self._steps[trigger]:
                    found[step.head] |= step.apply(fresh) - self._known[step.head]
            for key, fresh in found.items():
                self._absorb(key, fresh, (self._known, self._fresh, self._derived))

    def derived(self) -> dict[str, set[int]]:
        """Return the pairs that followed, by predicate; none of them was added as a fact."""
        return self._by_predicate(self._derived)

    def known(self) -> dict[str, set[int]]:
        """Return all pairs that rules or checks look at, by predicate."""
        return self._by_predicate(self._known)

    def _by_predicate(self, relations: dict[Key, set[int]]) -> dict[str, set[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for (predicate, value), relation in relations.items():
            if not value:
                found[predicate] |= relation
            elif predicate not in self._wanted:
                code = self._codes[value]
                found[predicate].update(subject << BITS | code for subject in relation)
        return dict(found)

    def iter_clashes(self) -> Iterator[tuple[Check, int, int]]:
        """Yield each check with each subject and object for which it fails, sorted.

        The object is that of the check's first pattern.
        """
        for check in self._checks:
            for number in sorted(self._failures(check.body)):
                value = _key(check.body[0])[1]
                yield (check, number, self._codes[value]) if value else (check, *unpack(number))

    def _absorb(self, key: Key, found: set[int], relations: _Relations) -> None:
        """Add to a relation, and to those that hold the same facts under another key."""
        predicate, value = key
        fresh = found - self._known[key]
        if not fresh:
            return
        if value or predicate in self._wanted:
            for relation in relations:
                relation[key] |= fresh
        if value:
            if predicate in self._wanted:
                code = self._codes[value]
                pairs = {pack(subject, code) for subject in fresh}
                self._absorb((predicate, ""), pairs, relations)
            return
        self._index(predicate, fresh)
        valued = self._valued.get(predicate)
        if valued:
            subjects: defaultdict[Key, set[int]] = defaultdict(set)
            for pair in fresh:
                if (pair & MASK) in valued:
                    subjects[valued[pair & MASK]].add(pair >> BITS)
            for valued_key, members in subjects.items():
                self._absorb(valued_key, members, relations)

    def _index(self, predicate: str, fresh: set[int]) -> None:
        onward, backward = self._onward.get(predicate), self._backward.get(predicate)
        if onward is not None:
            for pair in fresh:
                onward[pair >> BITS].append(pair & MASK)
        if backward is not None:
            for pair in fresh:
                backward[pair & MASK].append(pair >> BITS)

    def _iter_steps(self, rule: Rule) -> Iterator[_Step]:
        """Yield what to do when one body pattern of ``rule`` grows, for each of them."""
        head = _key(rule.head)
        if len(rule.body) == 1:
            yield _Step(_key(rule.body[0]), head, _rewriting(rule))
            return
        if not _is_chain(rule):
            raise ValueError(f"the rule {rule.name} is neither one pattern nor a chain")
        chain = [pattern[1] for pattern in rule.body]
        for place, predicate in enumerate(chain):
            onward = [self._onward.setdefault(p, defaultdict(list)) for p in chain[place + 1 :]]
            backward = [self._backward.setdefault(p, defaultdict(list)) for p in chain[:place]]
            yield _Step((predicate, ""), head, _joining(onward, backward[::-1]))

    def _failures(self, body: tuple[Pattern, ...]) -> set[int]:
        """Return the numbers (packed pairs, or subjects of values) for which a check fails."""
        first, *others = body
        found = self._known[_key(first)]
        if first[0] == first[2]:
            found = {pair for pair in found if pair >> BITS == pair & MASK}
        for other in others:
            if other[0] == first[0]:
                found = found & self._known[_key(other)]
            else:
                known = self._known[_key(other)]
                found = {pair for pair in found if (pair & MASK) << BITS | pair >> BITS in known}
        return found


def _key(pattern: Pattern) -> Key:
    _, predicate, obj = pattern
    return predicate, "" if is_variable(obj) else obj


def _is_chain(rule: Rule) -> bool:
    """Return whether the body leads step by step from the head's subject to its object."""
    nodes = [rule.body[0][0], *(pattern[2] for pattern in rule.body)]
    starts = [pattern[0] for pattern in rule.body]
    distinct = len(set(nodes)) == len(nodes) and all(map(is_variable, nodes))
    return (
        distinct and starts == nodes[:-1] and (rule.head[0], rule.head[2]) == (nodes[0], nodes[-1])
    )


def _rewriting(rule: Rule) -> Callable[[set[int]], set[int]]:
    """Return what turns the relation of a single body pattern into that of the head."""
    (subject, _, obj), (head_subject, _, head_object) = rule.body[0], rule.head
    if (subject, obj) == (head_subject, head_object) or not is_variable(obj):
        return set
    if (obj, subject) == (head_subject, head_object):
        return lambda pairs: {(pair & MASK) << BITS | pair >> BITS for pair in pairs}
    if is_variable(head_object):
        raise ValueError(f"the rule {rule.name} is neither one pattern nor a chain")
    if head_subject == subject:
        return lambda pairs: {pair >> BITS for pair in pairs}
    return lambda pairs: {pair & MASK for pair in pairs}


def _joining(
    onward: list[defaultdict[int, list[int]]], backward: list[defaultdict[int, list[int]]]
) -> Callable[[set[int]], set[int]]:
    """Return what grows pairs at both ends along the indexes of a chain's other members."""

    def join(pairs: set[int]) -> set[int]:
        for index in onward:
            pairs = {
                (pair & _SUBJECT) | end for pair in pairs for end in index.get(pair & MASK, ())
            }
        for index in backward:
            pairs = {
                start << BITS | pair & MASK
                for pair in pairs
                for start in index.get(pair >> BITS, ())
            }
        return pairs

    return join

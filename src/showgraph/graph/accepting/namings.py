"""Find where documents name one thing in two ways: as two sorts of thing, or in two spellings.

Two names are only taken for one thing where they stand at the same end of one relation of one
work, and no document has both: who has both tells two things apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from showgraph.graph.accepting.facts import (
    Contradiction,
    DisagreementKind,
    Reading,
    Side,
    sort_claims,
)
from showgraph.graph.accepting.resolution import Judge
from showgraph.iris import name_key
from showgraph.model import Kind, Reference

#: One slip of the pen in a shorter word makes another word as often as not: Ann, Ana, Dan.
_LEAST_LETTERS: Final = 5
#: Works that share a name are told apart by what they are; a series may be the work meant.
_WORKS: Final = frozenset({Kind.SERIES, Kind.SEASON, Kind.EPISODE, Kind.TRAILER, Kind.WORK})
#: Relations that say the same of a work, be it of a company or not.
_SAME: Final = {"production_company": "producer"}


def find_namings(
    plain: Iterable[Reading], lesser: Iterable[Reading], judge: Judge
) -> list[Contradiction]:
    """Return a contradiction for each pair of names that one thing seems to have.

    Args:
        plain: Readings of an accepted status, which are compared.
        lesser: All others; they only tell which documents have both names.
        judge: Says which relations are compared, and may decide.

    Returns:
        Contradictions of the kinds ``type`` (one name for a person and a company) and
        ``spelling`` (names that differ by one slip in one word), in no order.
    """
    plain = list(plain)
    named_in = _find_documents((*plain, *lesser))
    groups: dict[tuple[str, Reference], dict[Reference, list[Reading]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for reading in plain:
        if reading.relation in judge.policy.named and isinstance(reading.object, Reference):
            relation = _SAME.get(reading.relation, reading.relation)
            groups[relation, reading.subject][reading.object].append(reading)
    found = []
    for (relation, subject), by_name in groups.items():
        for kind, pair in _pair_names(by_name):
            if named_in[pair[0]].isdisjoint(named_in[pair[1]]):
                sides = tuple(
                    Side((it,), sort_claims(reading.claim for reading in by_name[it]))
                    for it in pair
                )
                resolved = judge.decide(sides)
                found.append(Contradiction(kind, relation, subject, (), sides, "", resolved))
    return found


def _find_documents(readings: Iterable[Reading]) -> Mapping[Reference, set[str]]:
    """Return the documents that have each name."""
    named_in: dict[Reference, set[str]] = defaultdict(set)
    for reading in readings:
        for reference in reading.references():
            named_in[reference].add(reading.claim.document)
    return named_in


def _pair_names(
    names: Iterable[Reference],
) -> Iterator[tuple[DisagreementKind, tuple[Reference, Reference]]]:
    """Yield the names that may mean one thing; only names alike but for a word are compared."""
    by_key: dict[str, list[Reference]] = defaultdict(list)
    by_rest: dict[tuple[Kind, int, tuple[str, ...]], list[tuple[str, Reference]]] = defaultdict(
        list
    )
    for name in sorted(names):
        key = name_key(name.name)
        by_key[key].append(name)
        words = key.split()
        for at, word in enumerate(words):
            rest = (*words[:at], *words[at + 1 :])
            by_rest[name.kind, at, rest].append((word, name))
    for sorts in by_key.values():
        for one, other in combinations(sorts, 2):
            if one.kind is not other.kind and not {one.kind, other.kind} <= _WORKS:
                yield DisagreementKind.TYPE, (one, other)
    for (kind, _, _), group in by_rest.items():
        if kind in _WORKS:
            continue
        for (word, one), (changed, other) in combinations(group, 2):
            if is_slip(word, changed):
                yield DisagreementKind.SPELLING, (one, other)


def is_slip(word: str, other: str) -> bool:
    """Tell whether one slip makes one word of the other: a letter more, less, other or swapped.

    Four in five misspelt words are of this sort (F. Damerau, "A technique for computer
    detection and correction of spelling errors", CACM 7, 1964). Words with digits and words
    of fewer than five letters are never taken for misspelt.
    """
    short, long = sorted((word, other), key=len)
    if len(long) < _LEAST_LETTERS or not (short.isalpha() and long.isalpha()) or short == long:
        return False
    start = _count_common(short, long)
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1]
    return short[start + 1 :] == long[start + 1 :] or (
        swapped and short[start + 2 :] == long[start + 2 :]
    )


def _count_common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many letters two words have in common at their start."""
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    return at

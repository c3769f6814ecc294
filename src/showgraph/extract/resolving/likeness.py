"""Names that may mean the same thing, for a person to decide: suggested, never merged.

A suggestion is a row of a review file. With "yes" under ``accept`` it is a row of an alias file,
for the next build. Suggested are names that differ in accents or marks, in the order of their
words, in one letter, in an initial, a middle name or an article; and names that are equal, whose
bearers have nothing in common.
"""

import csv
import io
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from showgraph.errors import UnavailableError
from showgraph.extract.resolving.aliases import FURTHER, NEEDED
from showgraph.extract.resolving.resolution import references
from showgraph.model import Extraction, Kind, Reference

COLUMNS: Final = ("accept", *NEEDED, *(name for name in FURTHER if name != "accept"))
_KINDS: Final = (
    *(Kind.SERIES, Kind.PERSON, Kind.ORGANIZATION, Kind.CHARACTER, Kind.WORK),
    *(Kind.PLATFORM, Kind.PLACE),
)
#: In shorter names another letter mostly makes another name.
_MIN_TYPO: Final = 7
#: More names with one word in common than this are not compared with each other.
_MAX_BLOCK: Final = 200
_ARTICLES: Final = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True, order=True)
class Suggestion:
    """Two names of a kind; ``name`` would mean ``means``, which more claims name."""

    kind: Kind
    name: str
    means: str
    reason: str


def suggest(extraction: Extraction) -> list[Suggestion]:
    """Return the pairs of names that may be one, sorted; each pair once."""
    uses = _uses(extraction)
    found: dict[tuple[Kind, frozenset[str]], Suggestion] = {}
    for suggestion in (*_namesakes(uses), *_alike(uses)):
        key = suggestion.kind, frozenset({suggestion.name, suggestion.means})
        found.setdefault(key, suggestion)
    return sorted(found.values())


def write_review(path: Path, suggestions: Iterable[Suggestion]) -> int:
    """Write a review file and return the number of its rows; one that is there is replaced.

    Raises:
        UnavailableError: If it cannot be written.
    """
    rows = [["", s.kind.value, s.name, s.means, "", "", s.reason] for s in suggestions]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *rows])
    try:
        path.write_text(out.getvalue(), encoding="utf-8")
    except OSError as error:
        raise UnavailableError(f"{path} cannot be written: {error.strerror or error}") from error
    return len(rows)


@dataclass(slots=True)
class _Use:
    """How often a thing is named, and where."""

    n_claims: int
    documents: set[str]


def _uses(extraction: Extraction) -> dict[Reference, _Use]:
    uses: dict[Reference, _Use] = {}
    for claim in extraction.claims:
        for reference in references(claim):
            if reference.kind in _KINDS:
                use = uses.setdefault(reference, _Use(0, set()))
                use.n_claims += 1
                use.documents.add(claim.document)
    return uses


def _namesakes(uses: dict[Reference, _Use]) -> Iterator[Suggestion]:
    """Yield the names that several things have."""
    groups: dict[tuple[Kind, str, str], list[Reference]] = defaultdict(list)
    for reference in sorted(uses):
        groups[reference.kind, reference.name, reference.work].append(reference)
    for (kind, name, _), group in groups.items():
        if len(group) > 1:
            places = " / ".join(", ".join(sorted(uses[r].documents)[:5]) for r in group)
            yield Suggestion(kind, name, name, f"same name, nothing else in common: {places}")


def _alike(uses: dict[Reference, _Use]) -> Iterator[Suggestion]:
    """Yield the pairs of unequal names that come close, in one kind and, for roles, one series."""
    names: dict[tuple[Kind, str], Counter[str]] = defaultdict(Counter)
    for reference, use in uses.items():
        names[reference.kind, reference.work][reference.name] += use.n_claims
    for (kind, _), counts in sorted(names.items()):
        for one, other, reason in _pairs(kind, sorted(counts)):
            means, name = sorted((one, other), key=lambda n: (-counts[n], n))
            yield Suggestion(kind, name, means, reason)


def _pairs(kind: Kind, names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    folded = {name: fold(name) for name in names}
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, plain in folded.items():
        words = plain.split()
        blocks["same", " ".join(sorted(words))].append(name)
        if len(plain) >= _MIN_TYPO:
            for cut in _cuts(plain):
                blocks["typo", cut].append(name)
        if kind in {Kind.PERSON, Kind.CHARACTER} and words:
            blocks["name", words[-1]].append(name)
        if words and words[0] in _ARTICLES:
            blocks["article", " ".join(words[1:])].append(name)
        else:
            blocks["article", plain].append(name)
    for block in blocks.values():
        if 1 < len(block) <= _MAX_BLOCK:
            for one, other in combinations(dict.fromkeys(block), 2):
                reason = _reason(kind, folded[one], folded[other])
                if reason:
                    yield one, other, reason


def fold(name: str) -> str:
    """Return a name in small letters and digits, without accents and marks."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("+", " plus "))
    kept = (
        c if c.isalnum() else "" if unicodedata.combining(c) or c in "'\u2019." else " "
        for c in plain
    )
    return " ".join("".join(kept).split())


def _cuts(plain: str) -> set[str]:
    """Return a name and what is left of it without one letter: two names one letter apart meet."""
    return {plain, *(plain[:at] + plain[at + 1 :] for at in range(len(plain)))}


def _reason(kind: Kind, one: str, other: str) -> str:
    """Return why two plain names may be one, or nothing."""
    first, second = one.split(), other.split()
    if one == other:
        return "differ in accents or marks only"
    if sorted(first) == sorted(second):
        return "the same words in another order"
    if _strip(first) == _strip(second):
        return "with and without an article"
    found = _given_names(first, second) if kind in {Kind.PERSON, Kind.CHARACTER} else ""
    digits = [[c for c in plain if c.isdigit()] for plain in (one, other)]
    if min(len(one), len(other)) >= _MIN_TYPO and digits[0] == digits[1] and _is_typo(one, other):
        return found or "one letter differs"
    return found


def _given_names(first: Sequence[str], second: Sequence[str]) -> str:
    """Return how the names before one surname differ, where that hardly matters."""
    if first[-1] != second[-1] or min(len(first), len(second)) == 1:
        return ""
    shorter, longer = sorted((first, second), key=len)
    if _are_initials(first, second):
        return "an initial for a name"
    if shorter[0] == longer[0] and set(shorter) < set(longer):
        return "with and without a middle name"
    return ""


def _strip(words: Sequence[str]) -> Sequence[str]:
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def _are_initials(first: Sequence[str], second: Sequence[str]) -> bool:
    one, other = first[0], second[0]
    return one != other and one[0] == other[0] and min(len(one), len(other)) == 1


def _is_typo(one: str, other: str) -> bool:
    """Tell whether one letter was changed, left out, added, or swapped with its neighbour."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == len(right) == 2 and left == right[::-1])  # noqa: PLR2004

"""How well what was found in documents agrees with what a reader listed for them.

Both sides are fact records (see ``records``). Facts are compared one to one inside a document:
a listed fact is found once or missed, a found fact is right once or false, whatever it is worth.
``agreement`` decides when two facts are the same. Only the relations of the table of facts count.
What is said to be doubtful, asked or denied is neither expected nor found as a fact; where it
was found as one, it is false and counted apart (``Doubts``).
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.measuring.agreement import (
    Fact,
    Record,
    agree,
    agree_with_character,
    match,
    normal_name,
    read_facts,
)

#: What the article tells about a series first: who made it, who is in it, where and when.
CORE: Final = frozenset(
    {
        *("creator", "writer", "director", "producer", "executive_producer", "showrunner"),
        *("production_company", "cast_member", "platform", "premiere_date", "season_status"),
        *("episode_count", "based_on"),
    },
)
ALL: Final = CORE | {
    *("composer", "character_in", "trailer_date", "season_count", "genre"),
    *("country_or_language", "spin_off_of", "location", "filming_location", "award"),
    "worked_on",
}
#: Name of the count of actors whose character is right too.
PAIRS: Final = "cast with character"
#: Relations whose subject may be a person, so no title of a series.
_OF_PEOPLE: Final = frozenset({"award", "worked_on"})
_STATED: Final = frozenset({"asserted", "scheduled", "reported"})
DOUBTFUL: Final = frozenset({"rumoured", "possible", "asked", "negated"})
_ACCEPTED: Final = frozenset({"asserted", "scheduled"})


@dataclass(frozen=True, slots=True)
class Counts:
    """Facts that were right, that were found, and that were listed."""

    right: int = 0
    found: int = 0
    listed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both together."""
        return Counts(
            self.right + other.right, self.found + other.found, self.listed + other.listed
        )

    @property
    def precision(self) -> float:
        """Share of the found facts that is right; not a number where none was found."""
        return self.right / self.found if self.found else math.nan

    @property
    def recall(self) -> float:
        """Share of the listed facts that was found; not a number where none is listed."""
        return self.right / self.listed if self.listed else math.nan

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; not a number without facts on either side."""
        both = self.found + self.listed
        return 2 * self.right / both if both else math.nan


@dataclass(frozen=True, slots=True)
class Doubts:
    """Statements listed as doubtful, asked or denied, and how many were accepted as facts."""

    accepted: int = 0
    listed: int = 0


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The comparison of one document. ``counts`` holds relations, and ``PAIRS``."""

    document: str
    counts: Mapping[str, Counts]
    right: tuple[Record, ...]
    false: tuple[Record, ...]
    missed: tuple[Record, ...]
    doubts: Doubts
    quotes: Counts  # spans whose text is their quote; found and listed are both the spans
    main: bool | None  # whether the main series was found; None where there is none

    def total(self, relations: Iterable[str]) -> Counts:
        """Return the counts of several relations together."""
        return sum((self.counts.get(name, Counts()) for name in relations), Counts())


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds within which a share lies in 95 of 100 draws of documents."""

    low: float
    high: float


def score_document(
    document: str,
    text: str,
    *,
    listed: Sequence[Record],
    found: Sequence[Record],
    main: str = "",
) -> DocumentScore:
    """Compare what was found in a document with what is listed for it.

    Args:
        document: The document's id.
        text: Its canonical text, which the quotes must be in.
        listed: The facts a reader lists; empty for an article about something else.
        found: The claims of an extraction, of every relation and status.
        main: Title of the series that the document was found to be about, or nothing.
    """
    expected, given = read_facts(listed, ALL, _STATED), read_facts(found, ALL, _STATED)
    pairs = match(expected, given)
    hit, matched = set(pairs.values()), set(pairs)
    counts = _count(expected, given, matched)
    counts[PAIRS] = _count_pairs(expected, given)
    return DocumentScore(
        document,
        counts,
        tuple(fact.record for i, fact in enumerate(given) if i in hit),
        tuple(fact.record for i, fact in enumerate(given) if i not in hit),
        tuple(fact.record for i, fact in enumerate(expected) if i not in matched),
        _doubts(listed, expected, found),
        _quotes(text, found),
        _main_found(listed, main),
    )


def total(scores: Iterable[DocumentScore], relations: Iterable[str]) -> Counts:
    """Return the counts of several relations over several documents."""
    names = frozenset(relations)
    return sum((score.total(names) for score in scores), Counts())


def interval(
    scores: Sequence[DocumentScore],
    relations: Iterable[str],
    measure: str,
    *,
    draws: int = 1000,
    seed: int = 1,
) -> Interval:
    """Return the bootstrap interval of a measure over documents, the same for the same seed.

    Args:
        scores: The documents, at least one.
        relations: The relations that count.
        measure: ``precision``, ``recall`` or ``f1``.
        draws: How often as many documents as there are are drawn with replacement.
        seed: Start of the pseudo-random numbers.
    """
    names = frozenset(relations)
    counts = [score.total(names) for score in scores]
    generator = random.Random(seed)  # noqa: S311 - a sample, no secret
    values = []
    for _ in range(draws):
        value = getattr(sum(generator.choices(counts, k=len(counts)), Counts()), measure)
        if not math.isnan(value):
            values.append(value)
    if not values:
        return Interval(math.nan, math.nan)
    values.sort()
    last = len(values) - 1
    return Interval(values[round(0.025 * last)], values[round(0.975 * last)])


def listed_titles(records: Iterable[Record]) -> list[str]:
    """Return the titles of series in listed facts, in the order of the facts."""
    titles = (
        record["subject"].partition(" / ")[0]
        for record in records
        if record["relation"] not in _OF_PEOPLE
    )
    return list(dict.fromkeys(titles))


def _count(expected: Sequence[Fact], given: Sequence[Fact], matched: set[int]) -> dict[str, Counts]:
    listed = Counter(fact.relation for fact in expected)
    found = Counter(fact.relation for fact in given)
    right = Counter(expected[i].relation for i in matched)
    return {
        name: Counts(right[name], found[name], listed[name]) for name in sorted({*listed, *found})
    }


def _count_pairs(expected: Sequence[Fact], given: Sequence[Fact]) -> Counts:
    listed, found = (
        [fact for fact in facts if fact.relation == "cast_member" and fact.character]
        for facts in (expected, given)
    )
    return Counts(len(match(listed, found, agree_with_character)), len(found), len(listed))


def _doubts(listed: Sequence[Record], expected: Sequence[Fact], found: Sequence[Record]) -> Doubts:
    """Count the doubtful statements that no listed fact states too, and those accepted."""
    doubtful = [
        fact
        for fact in read_facts(listed, ALL, DOUBTFUL)
        if not any(agree(fact, other) for other in expected)
    ]
    accepted = match(doubtful, read_facts(found, ALL, _ACCEPTED))
    return Doubts(len(accepted), len(doubtful))


def _quotes(text: str, found: Iterable[Record]) -> Counts:
    spans = [span for record in found for span in record["evidence"]]
    right = sum(
        bool(span["quote"]) and text[span["start"] : span["end"]] == span["quote"] for span in spans
    )
    return Counts(right, len(spans), len(spans))


def _main_found(listed: Sequence[Record], main: str) -> bool | None:
    """Return whether the series that most of the listed facts are about was found.

    A list of many series, none of which has more than half of the facts, has no main one.
    """
    facts = Counter(
        normal_name(record["subject"].partition(" / ")[0])
        for record in listed
        if record["relation"] in ALL - _OF_PEOPLE
    )
    if not facts:
        return None
    title, most = facts.most_common(1)[0]
    return normal_name(main) == title if 2 * most > facts.total() else None

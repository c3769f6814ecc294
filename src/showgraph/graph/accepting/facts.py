"""The nouns between claims and RDF: reading, fact, contradiction, difference.

A *reading* is one claim in the form in which claims can be compared. A *fact* is what several
readings say together and the policy accepts. Both are records of the same four parts, so that
one mapping serves both. No class here knows RDF.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from showgraph.model import Claim, Modality, Polarity, Reference, Rejection, Status, Tense

#: What a record links to, or the lexical form of a value.
Value = Reference | str
#: Sorted by key; the values of a key sorted, distinct and never none.
Qualifiers = tuple[tuple[str, tuple[Value, ...]], ...]


class EventStatus(StrEnum):
    """Whether something is foretold or has happened; each is a concept."""

    PLANNED = "planned"
    OCCURRED = "occurred"


class DisagreementKind(StrEnum):
    """What the sides of a contradiction or difference disagree about; each is a concept."""

    VALUE = "value"
    DATE = "date"
    COUNT = "count"
    POLARITY = "polarity"
    TYPE = "type"
    SCOPE = "scope"
    SPELLING = "spelling"


class Ground(StrEnum):
    """Why one side of a contradiction is preferred; each is a concept."""

    MAJORITY = "majority of independent documents"
    LATER = "later document"


@dataclass(frozen=True, slots=True)
class Record:
    """What is said, apart from who says it.

    ``subject`` is the narrowest work that the claim supports (a season, where one is told).
    ``object`` is a reference, an ISO date, a number in digits, the preferred label of a
    concept or the words of the text. ``qualifiers`` are sorted by key, their values sorted
    and distinct; ``status`` is None for what is no event.
    """

    relation: str
    subject: Reference
    object: Value
    qualifiers: Qualifiers
    status: EventStatus | None

    def values(self, key: str) -> tuple[Value, ...]:
        """Return the values of a qualifier; empty where it has none."""
        return next((values for name, values in self.qualifiers if name == key), ())

    def reference(self, key: str) -> Reference | None:
        """Return the first reference among the values of a qualifier, or None."""
        return next((v for v in self.values(key) if isinstance(v, Reference)), None)

    def word(self, key: str) -> str:
        """Return the first word among the values of a qualifier, or ""."""
        return next((v for v in self.values(key) if isinstance(v, str)), "")

    def references(self) -> tuple[Reference, ...]:
        """Return all that the record names: subject, object, then qualifiers."""
        ends = (self.subject, self.object)
        sides = (value for _, values in self.qualifiers for value in values)
        return tuple(v for v in (*ends, *sides) if isinstance(v, Reference))


@dataclass(frozen=True, slots=True)
class Reading(Record):
    """A record as one claim gives it; a claim may give several."""

    claim: Claim

    @property
    def standing(self) -> Status:
        """Return the status of the claim that counts for acceptance.

        It is the claim's own, except that a statement may deny: its polarity is a part of
        what it states, as is its topic.
        """
        if self.relation != "statement" or self.claim.polarity is Polarity.POSITIVE:
            return self.claim.status
        if self.claim.modality is not Modality.ASSERTED:
            return Status(self.claim.modality.value)
        return Status.SCHEDULED if self.claim.tense is Tense.FUTURE else Status.ASSERTED


@dataclass(frozen=True, slots=True)
class Fact(Record):
    """A record that is held to be so, with the claims that support it; never without any."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What some documents hold: one value, or the set of values that each of them gives."""

    values: tuple[Value, ...]
    claims: tuple[Claim, ...]
    polarity: Polarity = Polarity.POSITIVE


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Claims about one subject that do not say the same, by side.

    ``qualifiers`` tell which record it is, where relation and subject do not (the platform of
    a release, the kind of a relationship). ``aspect`` names the qualifier disagreed about, and
    is "" for the object.
    """

    kind: DisagreementKind
    relation: str
    subject: Reference
    qualifiers: Qualifiers
    sides: tuple[Side, ...]
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The decision for one side of a contradiction."""

    ground: Ground
    winner: Side


@dataclass(frozen=True, slots=True)
class Contradiction(Disagreement):
    """Sides that cannot all be true; the question is open where there is no resolution."""

    resolution: Resolution | None = None

    @property
    def losers(self) -> tuple[Side, ...]:
        """Return the sides that were decided against; none while the question is open."""
        if self.resolution is None:
            return ()
        return tuple(side for side in self.sides if side != self.resolution.winner)


@dataclass(frozen=True, slots=True)
class Difference(Disagreement):
    """Sides that can all be true although documents tell them differently."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the acceptance policy makes of the claims; every tuple is sorted.

    ``readings`` are of the statuses that are accepted, whether or not they made a fact, and
    ``lesser`` of all others. ``rejections`` are claims that could not be read, and words that
    no concept has. ``groups`` has for each document the one that stands for its copies.
    """

    facts: tuple[Fact, ...]
    contradictions: tuple[Contradiction, ...]
    differences: tuple[Difference, ...]
    readings: tuple[Reading, ...]
    lesser: tuple[Reading, ...]
    rejections: tuple[Rejection, ...]
    groups: Mapping[str, str]


def value_key(value: Value) -> tuple[str, ...]:
    """Return a sort key under which references and words can stand in one list."""
    if isinstance(value, str):
        return ("", value)
    return (value.kind, value.name, value.work, value.season, value.episode, value.distinct)


def claim_key(claim: Claim) -> tuple[object, ...]:
    """Return a sort key that tells any two different claims apart; reading order within one."""
    return (claim.document, claim.evidence, claim.relation, repr(claim))


def record_key(record: Record) -> tuple[object, ...]:
    """Return a sort key that tells any two different records apart."""
    ends = (value_key(record.subject), value_key(record.object))
    return (record.relation, *ends, qualifiers_key(record.qualifiers), record.status or "")


def qualifiers_key(qualifiers: Qualifiers) -> tuple[object, ...]:
    """Return a sort key for qualifiers, which may hold references and words."""
    return tuple((key, tuple(map(value_key, values))) for key, values in qualifiers)


def sort_qualifiers(sides: Mapping[str, Iterable[Value]]) -> Qualifiers:
    """Return qualifiers in their form of record: sorted, distinct, none without a value."""
    sorted_sides = (
        (key, tuple(sorted(set(values), key=value_key))) for key, values in sorted(sides.items())
    )
    return tuple((key, values) for key, values in sorted_sides if values)


def sort_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return distinct claims in order."""
    return tuple(sorted(dict.fromkeys(claims), key=claim_key))

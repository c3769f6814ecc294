"""The words that claims are told in: kinds of things, standings, and the span that says it.

They are the part of :mod:`showgraph.model` that a question needs too, which does without the rest.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a name stands for; each is a class of the ontology."""

    SERIES = "series"
    SEASON = "season"
    EPISODE = "episode"
    TRAILER = "trailer"
    WORK = "work"  # a film, book or other work that is no series
    PERSON = "person"
    ORGANIZATION = "organization"
    CHARACTER = "character"
    PLATFORM = "platform"
    CHANNEL = "channel"
    PLACE = "place"


class Polarity(StrEnum):
    """Whether the text affirms or denies the statement."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How far the text itself stands behind the statement."""

    ASSERTED = "asserted"
    REPORTED = "reported"  # attributed to a source that the text does not vouch for
    RUMOURED = "rumoured"
    POSSIBLE = "possible"  # may, in talks, hoped; also what the text only suggests
    ASKED = "asked"


class Tense(StrEnum):
    """When the statement holds, seen from the document's date."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Status(StrEnum):
    """The projection of polarity, modality and tense that people read."""

    NEGATED = "negated"
    ASKED = "asked"
    POSSIBLE = "possible"
    RUMOURED = "rumoured"
    REPORTED = "reported"
    SCHEDULED = "scheduled"
    ASSERTED = "asserted"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span of a document that says (part of) a claim; ``text[start:end] == quote``."""

    start: int
    end: int
    quote: str

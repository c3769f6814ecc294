"""The nouns that travel between stages: document, reference, claim, evidence, entity.

Offsets count Unicode code points from the start of ``Document.text`` and are half-open,
``[start, end)``. All classes are frozen: a stage returns new objects and never edits its
input. No class here knows RDF.
"""

from dataclasses import dataclass, field

from showgraph.words import Evidence, Kind, Modality, Polarity, Status, Tense

__all__ = [
    "Claim",
    "Document",
    "Entity",
    "Evidence",
    "Extraction",
    "Kind",
    "Modality",
    "Polarity",
    "Qualifier",
    "Reference",
    "Rejection",
    "Status",
    "Tense",
]


@dataclass(frozen=True, slots=True)
class Document:
    """One text and where it came from."""

    id: str
    text: str
    sha256: str  # of the text's UTF-8 bytes, lower-case hexadecimal
    source: str  # path (and line) as the user gave it; for messages and the build report only
    date: str | None = None  # ISO, as the document gives it
    date_source: str | None = None  # where it stood: "front matter", "byline", ...
    title: str | None = None
    url: str | None = None
    original_sha256: str | None = None  # of the text that this one is a digest of


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """What a claim names. Two equal references mean the same thing.

    A season's ``name`` is the title of its series and ``season`` its number ("4") or "final"
    where the text gives no number. An episode adds its number. A character carries the title
    of its series in ``work``, so that namesakes in two shows stay apart; a channel carries
    its platform there. ``distinct`` tells apart what shares a kind and a name (a remake of
    the same title) and is "" otherwise.
    """

    kind: Kind
    name: str
    work: str = ""
    season: str = ""
    episode: str = ""
    distinct: str = ""

    def __str__(self) -> str:
        """Return the name as the fact record writes it: ``Title / season 4``."""
        parts = [self.name]
        if self.season:
            parts.append(
                f"season {self.season}" if self.season.isdigit() else f"{self.season} season"
            )
        if self.episode:
            parts.append(f"episode {self.episode}")
        if self.kind is Kind.TRAILER:
            parts.append("trailer")
        return " / ".join(parts)


#: A qualifier's value: words, a reference, or several references.
Qualifier = str | Reference | tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says, with the words that say it.

    ``object`` is a reference, or the lexical form of a value: an ISO date as coarse as the
    text ("2016", "2021-10", "2021-10-15", "--10-15"), a number, a word of a concept scheme.
    ``qualifiers`` are sorted by key. ``evidence`` is never empty; its first span is the
    one to show, those behind it name what the first leans on (the title that "the show" means).
    """

    document: str
    relation: str
    subject: Reference
    object: Reference | str
    evidence: tuple[Evidence, ...]
    rule: str
    qualifiers: tuple[tuple[str, Qualifier], ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    tense: Tense = Tense.PRESENT
    speaker: Reference | None = None

    def __post_init__(self) -> None:
        """Refuse a claim without evidence: it does not exist.

        Raises:
            ValueError: If ``evidence`` is empty.
        """
        if not self.evidence:
            raise ValueError(f"claim {self.relation} of {self.subject} has no evidence")

    @property
    def status(self) -> Status:
        """The first that applies of negated, the modality, scheduled, asserted."""
        if self.polarity is Polarity.NEGATIVE:
            return Status.NEGATED
        if self.modality is not Modality.ASSERTED:
            return Status(self.modality.value)
        return Status.SCHEDULED if self.tense is Tense.FUTURE else Status.ASSERTED

    def qualifier(self, key: str) -> Qualifier | None:
        """Return the value of a qualifier, or None where the claim has none of that name."""
        return next((value for name, value in self.qualifiers if name == key), None)


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing that resolved claims speak of, under its fullest name.

    ``aliases`` are the other forms found in the documents, sorted, without ``label``.
    """

    reference: Reference
    label: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that did not become a claim, and why; kept for authors of rules.

    ``start`` is the offset of the quote; -1 where the quote is in no document.
    """

    document: str
    rule: str
    reason: str
    quote: str
    start: int = -1
    relation: str = ""  # what it would have claimed, where that is known


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the documents say: resolved claims, the things they speak of, and what was refused.

    Claims are sorted by document and first evidence; entities by reference. Equal documents
    in another order give the same extraction.
    """

    claims: tuple[Claim, ...]
    entities: tuple[Entity, ...]
    rejections: tuple[Rejection, ...] = field(default=())

"""A mention is a typed stretch of tokens; a scene is a sentence with its mentions.

Types: ``work`` (a series or season, named or meant), ``other_work`` (a film, book), ``name``
(a person, a character, or not yet known which), ``people`` (one or more names joined by
commas and "and"), ``platform``, ``outlet``, ``company``, ``place``, ``genre``, ``origin``,
``kind``, ``season``, ``date``, ``number``, ``duration``, ``award``, ``hyphened`` (a name and
what is said of it in one word).

Mentions may overlap; a pattern takes the first of the wanted types at its place, in the
order in which the finders put them: longer and surer ones first.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from showgraph.extract.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``[first, last)`` of a sentence, read as something of a type.

    ``value`` depends on the type: a ``WorkValue``, a tuple of names, a gazetteer label, a
    number. ``how`` says what led there: "name", "anaphor" or "heading".
    """

    type: str
    first: int
    last: int
    value: object
    how: str = "name"
    antecedent: tuple[int, int] | None = None  # text offsets of what an anaphor stands for


@dataclass(frozen=True, slots=True)
class WorkValue:
    """A series, or seasons of it: ``seasons`` holds numbers as text or "final", () is all of it."""

    title: str
    seasons: tuple[str, ...] = ()
    trailer: bool = False


@dataclass(frozen=True, slots=True)
class NameValue:
    """One name as it stands in the text; whose it is, the whole document decides."""

    text: str


@dataclass(slots=True)
class Scene:
    """A sentence prepared for patterns: lower-case keys and mentions by first token."""

    sentence: Sentence
    keys: list[str]
    by_start: dict[int, list[Mention]] = field(default_factory=dict)
    n_tokens: int = field(init=False)
    places: dict[str, list[int]] = field(init=False)  # positions of each key, in order
    #: Where mentions of each type start, once the scene is closed.
    starts: dict[str, set[int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Count and index the tokens once; a scene's keys never change."""
        self.n_tokens = len(self.keys)
        self.places = {}
        for at, key in enumerate(self.keys):
            self.places.setdefault(key, []).append(at)

    def close(self) -> None:
        """Index the mentions by type; patterns look only at what was there by then."""
        self.starts = {}
        for start, row in self.by_start.items():
            for mention in row:
                self.starts.setdefault(mention.type, set()).add(start)

    def add(self, mention: Mention) -> None:
        """Add a mention behind those that start at the same token."""
        self.by_start.setdefault(mention.first, []).append(mention)

    def mentions_at(self, position: int) -> Sequence[Mention]:
        """Return the mentions that start at a token, surest first."""
        return self.by_start.get(position, ())

    def mention_at(self, position: int, types: Collection[str]) -> Mention | None:
        """Return the first mention of one of ``types`` that starts at a token, or None."""
        for mention in self.by_start.get(position, ()):
            if mention.type in types:
                return mention
        return None

    def all(self, *types: str) -> list[Mention]:
        """Return the mentions of those types in text order."""
        return [
            mention
            for start in sorted(self.by_start)
            for mention in self.by_start[start]
            if mention.type in types
        ]

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Return the text offsets of tokens ``[first, last)``."""
        tokens = self.sentence.tokens
        return tokens[first].start, tokens[last - 1].end

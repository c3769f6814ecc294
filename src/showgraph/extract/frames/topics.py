"""What a sentence speaks of: its topics by the cue words of a pack, each with its polarity.

A cue counts as denied when a word of denial stands in its stretch between commas, so that
"they are not best friends, but theirs is a sweet friendship" both denies and affirms.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.rulepack.steps import CueClass, phrase_class
from showgraph.extract.text.mention import Scene
from showgraph.model import Polarity

_DENIALS: Final = frozenset(
    {"not", "never", "cannot", "no", "neither", "nor", "barely", "hardly", "scarcely"}
)
#: Behind these a denial denies nothing: "not only", "no doubt".
_NO_DENIAL: Final = frozenset(
    {"only", "just", "all", "sure", "to", "doubt", "matter", "wonder", "less", "longer-lasting"}
)
_SEGMENT_ENDS: Final = frozenset({",", ";", ":", "—"})
_TURNS: Final = frozenset(
    {"but", "however", "although", "though", "yet", "while", "even", "instead"}
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of a pack's statements, indexed."""

    topics: dict[str, CueClass]
    story: CueClass
    plain_story: CueClass
    traits: CueClass
    pair_words: CueClass
    show_words: CueClass


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a sentence: where its first cue stands, and the polarities of its cues."""

    name: str
    at: int
    polarities: tuple[Polarity, ...]


def read_cues(pack: Pack) -> Cues:
    """Return the pack's statement cues, indexed."""
    data = pack.statements
    return Cues(
        {topic: phrase_class(tuple(phrases), topic) for topic, phrases in data["topics"].items()},
        *(
            phrase_class(tuple(data[name]), name)
            for name in ("story", "plain_story", "traits", "pair_words", "show_words")
        ),
    )


def has_cue(cue: CueClass, scene: Scene) -> bool:
    """Return whether a phrase of the class stands in the sentence."""
    return next(cue.places(scene.keys), None) is not None


def find_topic(scene: Scene, names: Sequence[str], cues: Cues) -> Topic | None:
    """Return the first of the named topics with a cue in the sentence, or None."""
    for name in names:
        hits = list(cues.topics[name].places(scene.keys))
        if hits:
            found = {_polarity_at(scene.keys, at) for at in hits}
            return Topic(name, hits[0], tuple(sorted(found)))
    return None


def read_polarity(scene: Scene) -> Polarity:
    """Return negative for a sentence that denies throughout: a turn ("but") makes it mixed."""
    keys = scene.keys
    mixed = bool(_TURNS & set(keys))
    return Polarity.NEGATIVE if any(_denials(keys)) and not mixed else Polarity.POSITIVE


def _polarity_at(keys: Sequence[str], at: int) -> Polarity:
    first = next((i + 1 for i in range(at, -1, -1) if keys[i] in _SEGMENT_ENDS), 0)
    last = next((i for i in range(at, len(keys)) if keys[i] in _SEGMENT_ENDS), len(keys))
    denied = any(_denials(keys[first:last]))
    return Polarity.NEGATIVE if denied else Polarity.POSITIVE


def _denials(keys: Sequence[str]) -> Iterator[bool]:
    for at, key in enumerate(keys):
        after = keys[at + 1] if at + 1 < len(keys) else ""
        before = keys[at - 1] if at else ""
        yield key in _DENIALS and after not in _NO_DENIAL and before != "or"

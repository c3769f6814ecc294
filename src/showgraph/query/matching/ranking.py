"""Rank the phrases that a sentence may be another wording of.

What a phrase has to share with the sentence comes before any likeness of letters: it wants the
same sort of answer, is turned by the same words ("not", "first", "else"), and every word of the
sentence that carries meaning is a word of its question. So a sentence that says more than a
question accounts for is never taken for it, however like it looks.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from showgraph.query.matching.reading import Mention, Reading
from showgraph.query.wording.intent import (
    SLOT,
    Intent,
    Wanted,
    read_intent,
    stems_of,
    strip_manners,
)
from showgraph.query.wording.likeness import Likeness
from showgraph.query.wording.smallwords import PARTICLES, WEAK
from showgraph.query.wording.stemming import stem
from showgraph.words import Kind

if TYPE_CHECKING:
    from showgraph.query.matching.phrases import Phrase

#: The weight of the letters' likeness; the rest is that of the shared words.
LETTERS: Final = 0.5
#: So much less like is a phrase that asks for what the sentence claims.
OTHER_FORM: Final = 0.1
_PERSONAL: Final = frozenset({Kind.PERSON, Kind.CHARACTER})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that a sentence may mean, and how like it is, in [0, 1].

    ``is_claim`` says that the sentence asks whether something is so that the phrase asks for,
    ``is_alone`` that no other question accounts for its words, two of them or more.
    """

    phrase: "Phrase"
    score: float
    is_claim: bool = False
    is_alone: bool = False


class Ranker:
    """Ranks the phrases of one catalog."""

    def __init__(self, phrases: Sequence["Phrase"]) -> None:
        """Rank ``phrases``; what is needed of them is read when it is."""
        self._phrases = phrases
        self._intents: dict[str, Intent] = {}

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness([phrase.key for phrase in self._phrases])

    @cached_property
    def _fields(self) -> Mapping[str, "_Field"]:
        """The words of each question, by its id."""
        found: dict[str, set[str]] = {}
        compound: dict[str, set[str]] = {}
        unlike = {phrase.question.id: phrase.question.unlike for phrase in self._phrases}
        alike: dict[str, Mapping[str, str]] = {}
        for phrase in self._phrases:
            name = phrase.question.id
            words = phrase.key.split()
            if PARTICLES.isdisjoint(words) and "on" not in words:
                found.setdefault(name, set()).update(words)
            else:
                compound.setdefault(name, set()).update(stems_of(words))
            if name not in alike:
                alike[name] = {
                    stem(word): stem(group[0])
                    for group in reversed(phrase.question.alike)
                    for word in group
                }
        return {
            name: _Field(
                frozenset(map(stem, texts)) | alike[name].keys() | compound.get(name, set()),
                alike[name],
                unlike[name],
            )
            for name, texts in found.items()
        }

    @cached_property
    def _spread(self) -> Counter[str]:
        """In how many questions each stem may be said."""
        return Counter(each for field in self._fields.values() for each in field.stems)

    def _rarity(self, each: str) -> float:
        """Return how much a stem tells: 1.0 for one that every question may have, or more."""
        return 1 + math.log(len(self._fields) / max(1, self._spread[each]))

    def rank(self, reading: Reading) -> Iterator[Candidate]:
        """Yield the phrases that a sentence may mean, the likest first, ties in their order."""
        tokens = tuple(SLOT if isinstance(item, Mention) else item.text for item in reading.items)
        has_person = any(
            entity.kind in _PERSONAL for each in reading.mentions for entity in each.entities
        )
        is_named = any(not each.is_open_show for each in reading.mentions)
        found: list[Candidate] = []
        for words in dict.fromkeys((tokens, strip_manners(tokens))):
            intent = read_intent(words, has_person=has_person)
            if intent.stems - WEAK or (SLOT in words and (intent.stems or is_named)):
                found += self._candidates(intent)
        found.sort(key=lambda candidate: -candidate.score)
        yield from found

    def _candidates(self, asked: Intent) -> Iterator[Candidate]:
        """Yield the phrases whose question accounts for all that a sentence asks."""
        said = set(asked.text.split())
        fields = {
            name: each
            for name, each in self._fields.items()
            if each.covers(asked.stems) and each.unlike.isdisjoint(said)
        }
        is_alone = len(fields) == 1 and len(asked.stems - WEAK) > 1
        meant = {name: field.merge(asked) for name, field in fields.items()}
        for phrase in self._phrases:
            name = phrase.question.id
            if name not in fields:
                continue
            intent = self._intent(phrase.key)
            merged = fields[name].merge(intent)
            if meant[name].may_be(merged, self._rarity):
                likeness = self._likeness.between(asked.text, intent.text)
                score = LETTERS * likeness + (1 - LETTERS) * meant[name].shared(merged)
                is_claim = asked.wanted is Wanted.TRUTH and intent.wanted is not Wanted.TRUTH
                yield Candidate(
                    phrase, score - is_claim * OTHER_FORM, is_claim=is_claim, is_alone=is_alone
                )

    def _intent(self, key: str) -> Intent:
        """Return what a phrase asks."""
        if key not in self._intents:
            self._intents[key] = read_intent(key.split())
        return self._intents[key]


@dataclass(frozen=True, slots=True)
class _Field:
    """The stems that a question accounts for, and which of them mean the same in it."""

    stems: frozenset[str]
    alike: Mapping[str, str]
    unlike: frozenset[str]

    def covers(self, stems: Iterable[str]) -> bool:
        """Return whether the question accounts for all of some stems.

        A verb with a particle is accounted for, too, where both mean the same: "put out" where
        "put" and "out" are among the words for a release.
        """
        return all(each in self.stems or self._covers_parts(each) for each in stems)

    def _covers_parts(self, each: str) -> bool:
        verb, _, particle = each.partition(" ")
        meant = self.alike.get(verb)
        return bool(particle) and meant is not None and meant == self.alike.get(particle)

    def merge(self, intent: Intent) -> Intent:
        """Return an intent with one stem for all that mean the same."""
        return replace(intent, stems=frozenset(map(self._meant, intent.stems)))

    def _meant(self, each: str) -> str:
        """Return the stem that stands for all that mean the same; a particle changes nothing."""
        return self.alike.get(each) or self.alike.get(each.partition(" ")[0], each)

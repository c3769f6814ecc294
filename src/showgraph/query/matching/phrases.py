"""The phrases of the saved questions, read like sentences so that the two can be compared."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from showgraph.query.matching.arguments import is_date, is_season, kinds_of
from showgraph.query.matching.names import NamedEntity
from showgraph.query.matching.ranking import Ranker
from showgraph.query.matching.reading import Item, Mention, Reading, read_words
from showgraph.query.questions.header import Parameter, SavedQuestion
from showgraph.query.wording.smallwords import AUXILIARIES, JOINERS, PREPOSITIONS
from showgraph.query.wording.stemming import stem
from showgraph.query.wording.wording import Word, key_of, words

if TYPE_CHECKING:
    from showgraph.query.questions.catalog import Catalog

_SLOT: Final = re.compile(r"\{([a-z]+)\}")
#: What reading may draw together or rewrite. The key of any other phrase can be told from its
#: text, which spares a start the reading of a thousand phrases.
_NEEDS_READING: Final = re.compile(
    r"[^a-z {}]|  |(?<!\{)\bseasons?\b|\b(?:the|this|that|character|actor|actress|show|series) "
    r"|\} of \{|\} \{|\} (?:show|series)\b",
)
_ANY_SEASON: Final = "any"
_ANY_DATE: Final = "any"
#: Longer than any name: what a slot takes in beyond that is no name.
_MAX_RUN: Final = 6
#: With a smaller share of common words (Dice's, in [0, 1]) a phrase is not near a sentence.
_NEAR: Final = 0.3


class Phrase:
    """One wording of a question."""

    def __init__(self, question: SavedQuestion, text: str, key: str = "") -> None:
        """Keep the wording; it is read when it is needed.

        Args:
            question: What it asks.
            text: The wording.
            key: Its key, where that is known.
        """
        self.question = question
        self.text = text
        if key:
            self.key = key

    @cached_property
    def key(self) -> str:
        """The words that are left without the mentions."""
        if _NEEDS_READING.search(self.text):
            return self.reading.key
        return _SLOT.sub("{}", self.text)

    @cached_property
    def reading(self) -> Reading:
        """The wording with its mentions."""
        return read_words([_slot(word, self.question.params) for word in words(self.text)])

    @property
    def slots(self) -> tuple[tuple[str, ...], ...]:
        """For each mention the parameters it may fill; () for "the show" in so many words."""
        return tuple(tuple(_SLOT.findall(each.written)) for each in self.reading.mentions)

    @cached_property
    def fixed_seasons(self) -> tuple[str, ...]:
        """For each mention the season that the wording itself names ("the last season"), or ""."""
        takes_season = any(
            is_season(self.question.params[name]) for slot in self.slots for name in slot
        )
        return tuple(
            each.season if takes_season and each.season not in {"", _ANY_SEASON} else ""
            for each in self.reading.mentions
        )

    @property
    def has_object(self) -> bool:
        """Whether it ends with what somebody who is named does something to."""
        items = self.reading.items
        last = items[-1]
        if not isinstance(last, Mention) or isinstance(items[-2:][0], Mention):
            return False
        by_name = any(each.after in AUXILIARIES for each in self.reading.mentions[:-1])
        return by_name and self.reading.mentions[-1].after not in PREPOSITIONS | JOINERS

    @property
    def is_open(self) -> bool:
        """Whether it has a slot for words that are no names: a concept, or any words."""
        params = self.question.params
        return any(not kinds_of(params[name]) for name in _SLOT.findall(self.text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that are no mention."""
        return frozenset(stem(word) for word in self.key.split() if word != "{}")

    @property
    def n_words(self) -> int:
        """The number of words that are no mention."""
        return sum(word != "{}" for word in self.key.split())


def phrase_key(question: SavedQuestion, text: str) -> str:
    """Return the words of one wording of a question that are left without the mentions."""
    return Phrase(question, text).key


class Phrases:
    """All phrases of a catalog."""

    def __init__(self, catalog: "Catalog") -> None:
        """Read the phrases of ``catalog``."""
        self._catalog = catalog
        self.phrases = tuple(
            Phrase(question, text, key)
            for question in catalog.values()
            for text, key in zip_longest(question.phrases, question.keys, fillvalue="")
        )

    @cached_property
    def ranker(self) -> Ranker:
        """What ranks the phrases by their likeness to a sentence."""
        return Ranker(self.phrases)

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Phrase, ...]]:
        """The phrases by the words that are left without their mentions."""
        found: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in self.phrases:
            found[phrase.key].append(phrase)
        return {key: tuple(phrases) for key, phrases in found.items()}

    @cached_property
    def by_summary(self) -> Mapping[tuple[str, ...], SavedQuestion]:
        """The questions by the words of their summaries, without those that share one."""
        found: defaultdict[tuple[str, ...], list[SavedQuestion]] = defaultdict(list)
        for question in self._catalog.values():
            found[key_of(question.summary)].append(question)
        return {key: questions[0] for key, questions in found.items() if len(questions) == 1}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of all phrases."""
        return frozenset(word for key in self.by_key for word in key.split()) - {"{}"}

    @cached_property
    def open(self) -> tuple[Phrase, ...]:
        """The phrases with a slot for words that are no names, such as a genre."""
        return tuple(each for each in self.phrases if each.is_open)

    def nearest(self, reading: Reading, *, n: int = 3) -> tuple[SavedQuestion, ...]:
        """Return up to ``n`` questions with a phrase like the sentence, nearest first."""
        said = frozenset(stem(item.text) for item in reading.items if isinstance(item, Word))
        best: dict[str, float] = {}
        for phrase in self.phrases:
            shared = len(phrase.stems & said)
            if shared:
                score = 2 * shared / (len(phrase.stems) + len(said))
                name = phrase.question.id
                best[name] = max(best.get(name, _NEAR), score)
        near = sorted((-score, name) for name, score in best.items() if score > _NEAR)
        return tuple(self._catalog[name] for _, name in near[:n])

    def asked_of(self, kind: str, *, n: int = 5) -> tuple[str, ...]:
        """Return up to ``n`` questions that are asked of a sort of thing, the most worded first."""
        counted: Counter[str] = Counter()
        for phrase in self.phrases:
            params = phrase.question.params
            names = _SLOT.findall(phrase.text)
            counted[phrase.question.id] += any(kind in kinds_of(params[name]) for name in names)
        return tuple(name for name, count in counted.most_common(n) if count)

    def aligned(
        self, reading: Reading, phrases: Sequence[Phrase] | None = None
    ) -> Iterator[tuple[Phrase, list[list[Item]]]]:
        """Yield the phrases that fit if words may stand for a mention, with what stands there.

        Those with the most words in common come first.

        Args:
            reading: The sentence.
            phrases: The phrases to try; all by default.
        """
        said = frozenset(stem(item.text) for item in reading.items if isinstance(item, Word))
        tried = self.phrases if phrases is None else phrases
        possible = [each for each in tried if each.stems <= said]
        for phrase in sorted(possible, key=lambda each: -each.n_words):
            if phrase.reading.mentions and (runs := _align(phrase.reading.items, reading.items)):
                yield phrase, runs


def _slot(word: Word, params: Mapping[str, Parameter]) -> Item:
    """Return a mention for a slot, and any other word as it is."""
    match = _SLOT.fullmatch(word.text)
    if match is None:
        return word
    parameter = params[match[1]]
    if is_season(parameter):
        return Mention(word.text, season=_ANY_SEASON)
    if is_date(parameter):
        return Mention(word.text, date=_ANY_DATE)
    kinds = kinds_of(parameter) or ("concept",)
    return Mention(word.text, tuple(NamedEntity(word.text, kind, "") for kind in kinds))


def _align(pattern: Sequence[Item], items: Sequence[Item]) -> list[list[Item]] | None:
    """Return what stands at each mention of ``pattern`` in ``items``; None if it does not fit.

    A mention stands for one mention or for a few items with words among them; a word for its own
    forms, "does" for "did".
    """
    if not pattern:
        return None if items else []
    head, rest = pattern[0], pattern[1:]
    if isinstance(head, Word):
        if items and isinstance(items[0], Word) and _is_form(items[0].text, head.text):
            return _align(rest, items[1:])
        return None
    for length in range(1, min(_MAX_RUN, len(items) - len(rest)) + 1):
        runs = _align(rest, items[length:])
        if runs is not None:
            return [list(items[:length]), *runs]
    return None


def _is_form(one: str, other: str) -> bool:
    """Return whether two words are forms of one."""
    return one == other or stem(one) == stem(other)

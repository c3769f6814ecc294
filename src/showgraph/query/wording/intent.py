"""What sort of answer a sentence wants, and the small words that change what it asks.

"When was it bought" is not answered by who bought it, and "who never starred in it" is not
answered by who did. Likeness of letters does not see that, so it is looked at apart.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

from showgraph.query.wording.manners import ASKING_ENTRIES, ENTRIES, LEADS, TAILS
from showgraph.query.wording.smallwords import (
    ARTICLES,
    AUXILIARIES,
    FILLERS,
    NO_ADVERBS,
    NO_SUPERLATIVES,
    OBJECTS,
    ORDERED,
    ORDERS,
    PAIRS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    SEEING,
    SMALL,
    TALES,
    TIMES,
    TURNS,
    WEAK,
    WITH_ON,
)
from showgraph.query.wording.stemming import stem

#: What stands for a mention in the words of a sentence, and for that of a person or character.
SLOT: Final = "{}"
#: What stands for a number in a sentence that asks whether it is so.
NUMBER: Final = "#"
_DIGITS: Final = re.compile(r"-?[0-9]+")
#: Of the words with meaning that a phrase has, a sentence says at least this share.
SHARED: Final = 0.5
_SHORTEST_SUPERLATIVE: Final = 5
#: As many words has a question for the meaning of a word.
_DEFINING: Final = 3
#: A word that is said so often is no part of a question.
_BABBLE: Final = 3
_THINGS: Final = frozenset({"who", "whom", "whose", "what", "which"})
_WHO: Final = frozenset({"who", "whom", "whose", "actor", "actress"})
_OWNING: Final = frozenset({"his", "her", "their", "own"})
_ANYBODY: Final = frozenset({"i", "you"})
_ASKING: Final = _THINGS | {"when", "where", "why", "how"}
_CARDINALS: Final = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
)
#: Two words that turn the meaning together.
_TURNING: Final = frozenset(
    {("could", "have"), ("would", "have"), ("might", "have"), ("a", "living")}
)
#: What "time" may be the first half of: "time jumps" are no time.
_OF_TIME: Final = frozenset({"jump", "jumps", "gap", "gaps", "span", "frame", "period", "skip"})
_LARGE: Final = frozenset({"twenty", "thirty", "hundred", "thousand", "million", "billion"})


class Wanted(Enum):
    """What sort of answer a sentence wants."""

    THING = "thing"  # who, what, which
    TIME = "time"
    PLACE = "place"
    ORIGIN = "origin"  # where from
    REASON = "reason"
    NUMBER = "number"
    SPAN = "span"  # how long
    AGE = "age"
    MANNER = "manner"  # how
    TRUTH = "truth"  # is, did, has
    TITLE = "title"  # no question: "cast of {show}"


_FITTING: Final = {
    Wanted.THING: {Wanted.THING, Wanted.TITLE},
    Wanted.TITLE: {Wanted.TITLE},
    Wanted.NUMBER: {Wanted.NUMBER, Wanted.TITLE},
    Wanted.TIME: {Wanted.TIME, Wanted.TITLE},
    Wanted.SPAN: {Wanted.SPAN, Wanted.TITLE},
}
#: The words by which a title tells that it is one of a time, a span or a number.
_SIGNS: Final = {
    Wanted.TIME: {"date", "dates", "day", "year", "month", "premiere", "timeline", "launch"},
    Wanted.SPAN: {"length", "duration", "time", "gap", "jump", "jumps", "gaps", "days", "runtime"},
    Wanted.NUMBER: {"number", "count", "total", "no", "episodes", "seasons", "subscribers",
                    "countries", "users", "members", "audience", "reach"},
}  # fmt: skip
#: What fits too where a phrase says nothing that the sentence does not say.
_WIDELY_FITTING: Final = {
    Wanted.PLACE: {Wanted.ORIGIN},
    Wanted.TITLE: {Wanted.THING, Wanted.SPAN, Wanted.NUMBER, Wanted.MANNER},
    Wanted.TRUTH: {
        Wanted.THING,
        Wanted.TITLE,
        Wanted.PLACE,
        Wanted.SPAN,
        Wanted.NUMBER,
        Wanted.AGE,
    },
}


@dataclass(frozen=True, slots=True)
class Intent:
    """What a sentence or phrase asks, beside its names.

    ``stems`` are those of the words that carry meaning, ``turns`` the words that turn it:
    negations, comparisons, numbers.
    """

    wanted: Wanted
    text: str
    stems: frozenset[str]
    turns: frozenset[str]

    @property
    def is_order(self) -> bool:
        """Whether it is an order: "stream X", and not "stream quality"."""
        first, second = (*self.text.split()[:2], "", "")[:2]
        is_verb = first in ORDERS and second in ORDERED
        return self.wanted is Wanted.TITLE and is_verb

    @property
    def is_definition(self) -> bool:
        """Whether it asks what a word means: "what is love"."""
        words = self.text.split()
        return self.wanted is Wanted.THING and words[:1] == ["what"] and len(words) == _DEFINING

    @property
    def asks_who(self) -> bool | None:
        """Whether it asks for somebody (True) or something (False); None where that is open."""
        words = [word for word in self.text.split() if word not in PREPOSITIONS][:2]
        if words[:1] == ["what"] and words[1:] and words[1] in AUXILIARIES:
            return False
        return True if words and words[0] in {"who", "whom", "whose"} else None

    def may_be(self, phrase: "Intent", rarity: Callable[[str], float]) -> bool:
        """Return whether a phrase may be another wording of this sentence.

        ``rarity`` says how much a stem tells.
        """
        if self.is_order or self.is_definition:
            return False
        if {self.asks_who, phrase.asks_who} == {True, False}:
            return False
        telling = phrase.stems - WEAK
        if not telling and self.stems - WEAK:
            return False
        if telling - self.stems:
            shared = math.fsum(rarity(each) for each in telling & self.stems)
            if shared < SHARED * math.fsum(rarity(each) for each in telling):
                return False
        if phrase.wanted in _FITTING.get(self.wanted, {self.wanted}):
            signs = _SIGNS.get(self.wanted) if phrase.wanted is Wanted.TITLE else None
            is_of_kind = signs is None or not signs.isdisjoint(phrase.text.split())
            return is_of_kind and self.turns == phrase.turns
        widely = phrase.wanted in _WIDELY_FITTING.get(self.wanted, ())
        is_said = bool(phrase.stems) and phrase.stems <= self.stems
        return widely and is_said and self.turns - {NUMBER} == phrase.turns

    def shared(self, phrase: "Intent") -> float:
        """Return the share of the words with meaning that this and a phrase have in common."""
        every = self.stems | phrase.stems
        return len(self.stems & phrase.stems) / len(every) if every else 1.0


def read_intent(tokens: Sequence[str], *, has_person: bool = False) -> Intent:
    """Return the intent of words.

    Args:
        tokens: Words in small letters, with ``{}`` for each mention.
        has_person: Whether a person or character is mentioned, whom a pronoun may stand for.
    """
    wanted, words = _turn_round(_without_viewer(_without_pairs(_spell_out(tokens))))
    if wanted is Wanted.TRUTH:
        words = [
            NUMBER if _is_number(word) and not _is_of_people(words, n) else word
            for n, word in enumerate(words)
        ]
    if wanted in {Wanted.SPAN, Wanted.NUMBER} and tokens[-1] == "last":
        words = ["take" if word == "last" else word for word in words]  # how long did it last
    turns = frozenset(word for word in words if is_turn(word) and word != "2")
    turns |= {" ".join(pair) for pair in pairwise(words) if pair in _TURNING}
    left_out = FILLERS | turns | _ASKING | {SLOT} | (PRONOUNS if has_person else frozenset())
    if wanted in {Wanted.TIME, Wanted.PLACE}:
        left_out |= _ANYBODY  # "where can I watch it"
    if not _WHO.isdisjoint(words):
        left_out |= _OWNING  # "who lends her voice"
    left_out |= {word for word in words if is_adverb(word)}
    stems = frozenset(stems_of(words, left_out=left_out))
    return Intent(wanted, " ".join(words), stems, turns)


def is_adverb(word: str) -> bool:
    """Return whether a word only says how: "openly", "currently"."""
    return len(word) > _SHORTEST_SUPERLATIVE and word.endswith("ly") and word not in NO_ADVERBS


def stems_of(words: Iterable[str], *, left_out: Collection[str] = ()) -> list[str]:
    """Return the stems of words without some words.

    A verb and its particle are one: "came up" is no "came", and "picked it up" is "picked up".
    Behind an article they are a noun: "the make up" is the makeup.
    """
    found: list[str] = []
    verb: int | None = None  # the place of the stem that a particle would belong to
    noun = ""  # the word behind an article
    before = ""
    for word in _join_on(list(words)):
        if word in PARTICLES and verb is not None:
            found[verb] = noun + word if noun else f"{found[verb]} {word}"
            verb = None
        elif word in left_out or word in SMALL:
            verb = verb if word in OBJECTS else None
            found += [word] if word not in left_out else []
        else:
            verb = len(found)
            noun = word if before in ARTICLES else ""
            found.append(stem(word))
        before = word
    return found


def strip_manners(tokens: Sequence[str]) -> tuple[str, ...]:
    """Return the words without what only leads to the question or away from it."""
    words = _enter(tuple(tokens))
    while True:
        lead = max((len(each) for each in LEADS if words[: len(each)] == each), default=0)
        words = words[lead:]
        tail = max((len(each) for each in TAILS if words[-len(each) :] == each), default=0)
        words = words[: len(words) - tail]
        if words[:1] in {("whether",), ("if",)}:
            words = ("is", *words[1:])
        elif not lead and not tail:
            return words


def is_turn(word: str) -> bool:
    """Return whether a word turns the meaning of the others, so that it must not be lost."""
    if word in TURNS or word[:1].isdigit() or word[:1] in {"-", NUMBER}:
        return True
    is_long = len(word) > _SHORTEST_SUPERLATIVE
    return is_long and word.endswith("est") and word not in NO_SUPERLATIVES


def is_babble(texts: Iterable[str]) -> bool:
    """Return whether words say one thing again and again, or want to hear a tale.

    Twice running or three times is again and again.
    """
    words = list(texts)
    if " ".join(words).endswith(TALES):
        return True
    telling = [word for word in words if word not in SMALL]
    again = any(one == other and one not in SMALL for one, other in pairwise(words))
    return again or any(n >= _BABBLE for n in Counter(telling).values())


def _enter(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words behind the last one that leads into the question.

    What stands before must name nothing and turn nothing, so that nothing is lost.
    """
    for position in range(len(words) - 1, 0, -1):
        before = words[:position]
        if SLOT in before:
            continue
        asks = words[position] in _ASKING | AUXILIARIES
        entries = (*ENTRIES, *ASKING_ENTRIES) if asks else ENTRIES
        if any(before[-len(entry) :] == entry for entry in entries):
            return words[position:]
    return words


def _spell_out(tokens: Sequence[str]) -> list[str]:
    """Return the words with "number" for "no of", and "many" for "much" before a plural."""
    words = [
        "number" if tuple(tokens[n : n + 2]) == ("no", "of") else word
        for n, word in enumerate(tokens)
    ]
    for n, (one, other) in enumerate(pairwise(words)):
        if one == "much" and other.endswith("s") and other not in AUXILIARIES:
            words[n] = "many"  # how much seasons
    return words


def _without_viewer(tokens: Sequence[str]) -> list[str]:
    """Return the words without who sees: "which actors can I see"."""
    return [
        word
        for n, word in enumerate(tokens)
        if not (
            word in {"i", "you", "one"}
            and tokens[n - 1] in {"can", "could", "would"}
            and (*tokens[n + 1 : n + 2], "")[0] in SEEING
        )
    ]


def _join_on(tokens: Sequence[str]) -> list[str]:
    """Return the words with "goes on" and "got on" as one; "goes on X" stays what it is."""
    joined: list[str] = []
    for word, after in zip(tokens, [*tokens[1:], ""], strict=False):
        if word == "on" and joined and joined[-1] in WITH_ON and after not in ORDERED:
            joined[-1] = f"{WITH_ON[joined[-1]]}-on"
        else:
            joined.append(word)
    return joined


def _without_pairs(tokens: Sequence[str]) -> list[str]:
    """Return the words without pairs that say nothing: "each other"."""
    kept: list[str] = []
    for word in tokens:
        if kept and (kept[-1], word) in PAIRS:
            kept.pop()
        else:
            kept.append(word)
    return kept


def _turn_round(tokens: Sequence[str]) -> tuple[Wanted, list[str]]:
    """Return what is wanted, and the words with the one that asks at their beginning.

    "season two has how many episodes" is turned to "how many episodes season two has".
    """
    words = list(tokens)
    if words and words[0] in AUXILIARIES:
        return Wanted.TRUTH, words
    start = next((n for n, word in enumerate(words) if word in _ASKING), None)
    if start is None and words[-1:] == ["by"]:
        return Wanted.THING, ["by", "whom", *words[:-1]]  # "X is played by ...?"
    if start is None:
        return Wanted.TITLE, words
    first = start
    while first and words[first - 1] in PREPOSITIONS:
        first -= 1
    words = words[first:] + words[:first]
    return _wanted(words[start - first :]), words


def _wanted(words: Sequence[str]) -> Wanted:
    """Return what is wanted by words of which the first asks."""
    asking, second, third = (*words[:3], "", "")[:3]
    if asking in _THINGS:
        is_time = asking in {"what", "which"} and second in TIMES and third not in _OF_TIME
        return Wanted.TIME if is_time else Wanted.THING
    if asking == "how":
        spans = {"many": Wanted.NUMBER, "old": Wanted.AGE, "long": Wanted.SPAN, "much": Wanted.SPAN}
        return spans.get(second, Wanted.MANNER)
    if asking == "where":
        return Wanted.ORIGIN if words[-1] == "from" else Wanted.PLACE
    return Wanted.TIME if asking == "when" else Wanted.REASON


def _is_of_people(words: Sequence[str], place: int) -> bool:
    """Return whether a number only speaks of people: "one of the stars", "the two leads"."""
    is_one_of = words[place : place + 2] == ["one", "of"]
    return is_one_of or (words[place] == "two" and words[place - 1] in {"the", "these", "those"})


def _is_number(word: str) -> bool:
    """Return whether a word is a number; "second" and the like name one of several."""
    return word in _LARGE or word in _CARDINALS or bool(_DIGITS.fullmatch(word))

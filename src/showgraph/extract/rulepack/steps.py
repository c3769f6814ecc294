"""The steps of a matcher: each takes a place in a scene and hands on to the next.

A step is a function made for one element of a pattern; the last one returns the whole match.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from showgraph.extract.text.mention import Mention, Scene


@dataclass(frozen=True, slots=True)
class Binding:
    """What a named element matched: tokens ``[first, last)`` and their value."""

    name: str
    first: int
    last: int
    value: object
    mention: Mention | None = None


class CueClass:
    """A set of phrases with a value each; the longest phrase at a place wins."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        """Index the phrases (words separated by blanks) by their first word."""
        self.phrases = dict(phrases)
        index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, value in phrases.items():
            words = _split(phrase)
            index.setdefault(words[0], []).append((words, value))
        self.index = {
            word: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))
            for word, rows in index.items()
        }

    def find(self, keys: Sequence[str], position: int) -> tuple[int, str] | None:
        """Return the end and the value of the longest phrase at ``position``, or None."""
        rows = self.index.get(keys[position])
        if rows is None:
            return None
        for words, value in rows:
            end = position + len(words)
            if tuple(keys[position:end]) == words:
                return end, value
        return None

    def places(self, keys: Sequence[str]) -> Iterator[int]:
        """Yield the positions at which a phrase begins, in order."""
        index = self.index
        return (at for at, key in enumerate(keys) if key in index and self.find(keys, at))


def _split(phrase: str) -> tuple[str, ...]:
    """Return a phrase's words as the tokenizer's keys: "each other's" is three."""
    return tuple(phrase.replace("n't", " not").replace("'s", " 's").split())


@cache
def phrase_class(phrases: tuple[str, ...], value: str) -> CueClass:
    """Return the class of phrases that share a value; the same phrases give the same class."""
    return CueClass(dict.fromkeys(phrases, value))


Bound = tuple[Binding, ...]
#: The end of a match and what it bound, or None.
Outcome = tuple[int, Bound] | None
#: Continuation of a partial match: scene, position, bindings so far -> the whole match.
Next = Callable[[Scene, int, Bound], Outcome]

#: What a gap never steps over: it would join two clauses or leave a quotation.
GAP_STOPS: Final = frozenset({";", ":", "(", ")", '"', "!", "?", "|"})


def word_step(word: str, then: Next) -> Next:
    """Return a step over one word."""

    def step(
        scene: Scene,
        at: int,
        bound: Bound,
    ) -> Outcome:
        if at < scene.n_tokens and scene.keys[at] == word:
            return then(scene, at + 1, bound)
        return None

    return step


_MARKS: Final = frozenset({'"', "'"})


def comma_step(then: Next) -> Next:
    """Return a step over a comma, or over nothing behind a mark that holds one.

    Americans write '"Iron Tide," a drama', others '"Iron Tide", a drama'; both read alike.
    """

    def step(
        scene: Scene,
        at: int,
        bound: Bound,
    ) -> Outcome:
        if at < scene.n_tokens and scene.keys[at] == ",":
            return then(scene, at + 1, bound)
        if at > 1 and scene.keys[at - 1] in _MARKS and scene.keys[at - 2] == ",":
            return then(scene, at, bound)
        return None

    return step


def cue_step(cues: CueClass, name: str, then: Next) -> Next:
    """Return a step over the longest phrase of a class, whose value it keeps."""

    def step(
        scene: Scene,
        at: int,
        bound: Bound,
    ) -> Outcome:
        if at >= scene.n_tokens:
            return None
        found = cues.find(scene.keys, at)
        if found is None:
            return None
        end, value = found
        return then(scene, end, (*bound, Binding(name, at, end, value)))

    return step


def slot_step(types: list[str], name: str, then: Next) -> Next:
    """Return a step over a mention of one of some types, the surest that lets the rest match."""

    def step(
        scene: Scene,
        at: int,
        bound: Bound,
    ) -> Outcome:
        for mention in scene.mentions_at(at):
            if mention.type in types:
                binding = Binding(name, mention.first, mention.last, mention.value, mention)
                found = then(scene, mention.last, (*bound, binding))
                if found is not None:
                    return found
        return None

    return step


def gap_step(most: int, then: Next) -> Next:
    """Return a step over up to so many tokens, as few as will do."""

    def step(
        scene: Scene,
        at: int,
        bound: Bound,
    ) -> Outcome:
        for skipped in range(most + 1):
            found = then(scene, at + skipped, bound)
            if found is not None:
                return found
            here = at + skipped
            if here >= scene.n_tokens or scene.keys[here] in GAP_STOPS:
                return None
        return None

    return step


def either_step(alternatives: list[Next], otherwise: Next | None) -> Next:
    """Return a step over the first of several rows that lets the rest match, or over nothing."""

    def step(
        scene: Scene,
        at: int,
        bound: Bound,
    ) -> Outcome:
        for alternative in alternatives:
            found = alternative(scene, at, bound)
            if found is not None:
                return found
        return otherwise(scene, at, bound) if otherwise else None

    return step


def gated_step(
    words: frozenset[str], types: frozenset[str], step: Next, otherwise: Next | None
) -> Next:
    """Return a step that is tried only where something begins that it can begin with.

    Args:
        words: The words that it can begin with.
        types: The types of mentions that it can begin with.
        step: The step, which matches nothing else.
        otherwise: What goes on where it cannot match; nothing does without.
    """
    marked = "," in words  # which may be left out behind a quotation mark

    def gate(
        scene: Scene,
        at: int,
        bound: Bound,
    ) -> Outcome:
        if at < scene.n_tokens and (
            scene.keys[at] in words
            or (types and at in scene.by_start and scene.mention_at(at, types))
        ):
            return step(scene, at, bound)
        if marked and at > 1 and scene.keys[at - 1] in _MARKS:
            return step(scene, at, bound)
        return otherwise(scene, at, bound) if otherwise else None

    return gate

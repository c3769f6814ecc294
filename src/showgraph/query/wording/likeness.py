"""How like two wordings are: character trigrams, weighted by how rare they are.

Each wording, its names masked, is a vector of the trigrams of its letters; the weight of a
trigram is its number in the wording times its inverse document frequency over all phrases,
``log((1 + n) / (1 + df)) + 1``; the likeness of two is the cosine of their vectors, in [0, 1].
Trigrams bear a typing error and the endings of words, and need no dictionary.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property


class Likeness:
    """Compares wordings with those of one collection."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Weigh trigrams by their frequency in ``texts``, which may be empty."""
        self._texts = texts
        self._vectors: dict[str, tuple[dict[str, float], float]] = {}

    @cached_property
    def _frequencies(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for text in self._texts:
            found.update(set(_trigrams(text)))
        return found

    def between(self, one: str, other: str) -> float:
        """Return how like two wordings are, in [0, 1]; 0.0 where one has no letters."""
        weights, length = self._vector(one)
        others, other_length = self._vector(other)
        if not length or not other_length:
            return 0.0
        shared = weights.keys() & others.keys()
        return math.fsum(weights[each] * others[each] for each in shared) / (length * other_length)

    def _vector(self, text: str) -> tuple[dict[str, float], float]:
        """Return the weights of a wording's trigrams, and the length of the vector."""
        if text not in self._vectors:
            counted = Counter(_trigrams(text))
            weights = {each: n * self._rarity(each) for each, n in counted.items()}
            length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
            self._vectors[text] = (weights, length)
        return self._vectors[text]

    def _rarity(self, trigram: str) -> float:
        """Return the inverse document frequency of a trigram, smoothed."""
        return math.log((1 + len(self._texts)) / (1 + self._frequencies[trigram])) + 1


def _trigrams(text: str) -> Iterable[str]:
    """Return the trigrams of a wording, whose ends count as blanks."""
    padded = f" {text} "
    return [padded[n : n + 3] for n in range(len(padded) - 2)] if text else []

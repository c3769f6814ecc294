"""Titles that end in a comma and a place, "Harbour, Texas", where a text always writes them so."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from showgraph.extract.text.sentences import Sentence

Phrase = tuple[int, int, bool]
#: So often at least, and in most places, the two must stand together.
_TOGETHER: Final = 2


def join_places(
    sentences: Sequence[Sentence],
    phrases: Sequence[Sequence[Phrase]],
    places: Sequence[Collection[int]],
) -> list[tuple[Phrase, ...]]:
    """Return the candidate phrases, with the place of those that a text hardly names without.

    Args:
        sentences: The sentences of a document.
        phrases: The phrases of each, as ``(first, last, quoted)``.
        places: The tokens of each that the list of places holds.
    """
    alone: Counter[tuple[str, ...]] = Counter()
    joined: Counter[tuple[str, ...]] = Counter()
    ends: list[dict[Phrase, int]] = []
    for sentence, row, held in zip(sentences, phrases, places, strict=True):
        found: dict[Phrase, int] = {}
        for phrase in row:
            end = _place_end(sentence, phrase, held)
            alone[_words(sentence, phrase[0], phrase[1])] += 1
            if end:
                found[phrase] = end
                joined[_words(sentence, phrase[0], end)] += 1
        ends.append(found)
    rows: list[tuple[Phrase, ...]] = []
    for sentence, row, found in zip(sentences, phrases, ends, strict=True):
        whole = {
            phrase: end
            for phrase, end in found.items()
            if _is_one(
                joined[_words(sentence, phrase[0], end)],
                alone[_words(sentence, phrase[0], phrase[1])],
            )
        }
        held = {at for phrase, end in whole.items() for at in range(phrase[1], end)}
        rows.append(
            tuple(
                (phrase[0], whole.get(phrase, phrase[1]), phrase[2])
                for phrase in row
                if phrase[0] not in held
            )
        )
    return rows


def _is_one(together: int, named: int) -> bool:
    """Return whether a phrase stands with its place twice or more, and hardly without."""
    return together >= _TOGETHER and _TOGETHER * together > named


def _place_end(sentence: Sentence, phrase: Phrase, held: Collection[int]) -> int:
    """Return where the place behind a phrase and a comma ends, or 0."""
    first, last, quoted = phrase
    comma = sentence.tokens[last : last + 1]
    if quoted or not comma or comma[0].key != "," or last + 1 not in held or first in held:
        return 0
    end = last + 1
    while end in held:
        end += 1
    return end


def _words(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.key for token in sentence.tokens[first:last])

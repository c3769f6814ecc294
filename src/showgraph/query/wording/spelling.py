"""Mend small typing errors in names and words, where only one thing can be meant.

A word that is known is never changed. A word or name is taken for another where one letter is
wrong, missing, too much or exchanged with its neighbour (a Damerau-Levenshtein distance of one),
where it has at least :data:`SHORTEST` letters and starts with the same letter; two such errors
are borne by names of :data:`LONG` letters. What was understood is always shown.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Final

from showgraph.query.wording.smallwords import FILLERS, PRONOUNS, SYNONYMS, TURNS
from showgraph.query.wording.wording import Word

#: A shorter word is one letter away from too many others.
SHORTEST: Final = 5
#: In a name this long two errors still leave no doubt.
LONG: Final = 11
#: Words of their own, a letter away from words of the questions.
_RIGHT: Final = frozenset(
    (
        *("lunch", "waiter", "trainer", "massage", "counties", "loving", "shouting", "staring"),
        *("stirring", "welding", "relaxed", "crater", "mowing", "prayer", "parked", "failed"),
        *("marred", "streets", "poster", "scream", "stages", "reason", "minister", "bleaker"),
    ),
)


def mend(
    sentence: Sequence[Word],
    names: Mapping[tuple[str, ...], Hashable],
    vocabulary: Collection[str],
) -> tuple[Word, ...]:
    """Return a sentence with its misspelt names mended, and words put in words of the questions.

    Args:
        sentence: Its words.
        names: The names that there are, cut into words, with what each stands for.
        vocabulary: The words that the questions use.
    """
    mended: list[Word] = []
    ordinary = FILLERS | TURNS | PRONOUNS
    in_names = {word for key in names for word in key}
    known = in_names | ordinary | set(vocabulary)
    position = 0
    while position < len(sentence):
        key, length = _name_at(sentence[position:], names, known)
        if key:
            written = [word.written for word in sentence[position : position + length]]
            texts = written if len(written) == len(key) else [" ".join(written)] * len(key)
            mended += [Word(*pair) for pair in zip(key, texts, strict=True)]
        else:
            word, length = sentence[position], 1
            is_right = word.text in known or word.text in _RIGHT
            text = word.text if is_right else _near_word(word.text, vocabulary)
            mended.append(Word(text, word.written))
        position += length
    return tuple(mended)


def distance(one: str, other: str, *, most: int) -> int:
    """Return the Damerau-Levenshtein distance of two words, ``most + 1`` where it is greater."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, start=1):
        above, row = row, [n]
        for m, target in enumerate(other, start=1):
            cost = min(above[m] + 1, row[m - 1] + 1, above[m - 1] + (letter != target))
            if n > 1 and m > 1 and letter == other[m - 2] and one[n - 2] == target:
                cost = min(cost, before[m - 2] + 1)
            row.append(cost)
        before = above
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _name_at(
    sentence: Sequence[Word],
    names: Mapping[tuple[str, ...], Hashable],
    known: Collection[str],
) -> tuple[tuple[str, ...], int]:
    """Return the one name that the first words are meant for, and how many; ``((), 0)`` if none.

    Words that are all known are no misspelt name, unless they are one written apart.
    """
    longest = max(map(len, names), default=0) + 1
    for length in range(min(longest, len(sentence)), 0, -1):
        texts = [word.text for word in sentence[:length]]
        joined = "".join(texts)
        if len(joined) < SHORTEST or tuple(texts) in names:
            continue
        near = {
            key
            for key in names
            if _is_meant(joined, "".join(key), apart=length != len(key))
            and (length != len(key) or any(text not in known for text in texts))
        }
        if len({names[key] for key in near}) == 1:
            return min(near), length
    return (), 0


def _is_meant(written: str, name: str, *, apart: bool) -> bool:
    """Return whether letters are those of a name but for small errors.

    ``apart`` says that the words are cut otherwise than in the name, which is an error enough.
    """
    if apart:
        return written == name
    if len(name) < SHORTEST or written[0] != name[0]:
        return False
    most = 2 if len(name) >= LONG else 1
    return distance(written, name, most=most) <= most


def _near_word(text: str, vocabulary: Collection[str]) -> str:
    """Return the word of the vocabulary that a word is meant for, the word itself if none."""
    if SYNONYMS.get(text) in vocabulary:
        return SYNONYMS[text]
    near = {
        word
        for word in vocabulary
        if word[0] == text[0]
        and word[-1] == text[-1]
        and len(word) > SHORTEST
        and distance(text, word, most=1) == 1
    }
    return near.pop() if len(near) == 1 else text

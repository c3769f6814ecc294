"""Titles with a second half that a text also calls by the first: "Iron Tide: The Reckoning".

Where another series has the same first half, both stand in one sentence, or the text speaks of
a spin-off or a franchise, the short form may be a series of its own and stays one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import word_row
from showgraph.extract.titles.titles import Title
from showgraph.iris import name_key

_PARTS: Final = (": ", " \u2014 ", " - ", "- ", ":")
#: A text that uses one of these may speak of two series whose names begin alike.
_FAMILIES: Final = frozenset(
    word_row(
        "spin-off spin-offs spinoff spinoffs franchise franchises prequel prequels sequel universe"
        " flagship parent original mothership offshoot remake reboot version adaptation",
    ),
)


def join_short_forms(titles: Sequence[Title], sentences: Sequence[Sentence]) -> tuple[Title, ...]:
    """Return the titles with short forms joined to the long ones, in the same order."""
    longs = [title for title in titles if title.kind == "series" and _head(title.name)]
    if not longs or any(token.key in _FAMILIES for s in sentences for token in s.tokens):
        return tuple(titles)
    heads = [name_key(_head(title.name)) for title in longs]
    shorts = {
        head: title
        for title, head in zip(longs, heads, strict=True)
        if heads.count(head) == 1 and _is_short(title.name, sentences)
    }
    joined = []
    for title in titles:
        if name_key(title.name) in shorts:
            continue  # the long form stands for it
        own = shorts.get(name_key(_head(title.name)))
        joined.append(title if own is not title else _with_short(title, titles))
    return tuple(joined)


def _with_short(title: Title, titles: Sequence[Title]) -> Title:
    head = _head(title.name)
    same = [other for other in titles if name_key(other.name) == name_key(head)]
    score = max(title.score, *(other.score for other in same if other.kind == "series"), 0)
    return replace(title, short=head, score=score)


def _head(name: str) -> str:
    """Return the first half of a title, or nothing."""
    found = [(name.find(mark), mark) for mark in _PARTS if name.find(mark) > 0]
    return name[: min(found)[0]].strip() if found else ""


def _is_short(name: str, sentences: Sequence[Sentence]) -> bool:
    """Return whether a text uses the first half alone, and never beside the whole title."""
    long, head = _words(name), _words(_head(name))
    alone = False
    for sentence in sentences:
        words = [token.word.casefold() for token in sentence.tokens]
        wholes = list(_places(words, long))
        inside = {place + step for place in wholes for step in range(len(long))}
        shorts = [place for place in _places(words, head) if place not in inside]
        if shorts and wholes:
            return False
        alone = alone or bool(shorts)
    return alone


def _words(name: str) -> list[str]:
    for mark in (":", "\u2014"):
        name = name.replace(mark, f" {mark} ")
    return name.casefold().replace("- ", " - ").split()


def _places(words: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    """Yield where a row of words stands."""
    for place, word in enumerate(words):
        if word == wanted[0] and list(words[place : place + len(wanted)]) == list(wanted):
            yield place

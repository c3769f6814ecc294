"""Tell what a person says first from what is asked then: "I love this show. Who wrote it?".

What leads to the question is left out where it is small talk: words that mean nothing for it.
What it names is kept, because a question may be about it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from showgraph.query.matching.reading import Item, Mention, Reading
from showgraph.query.wording.manners import CHAT, LEADS
from showgraph.query.wording.smallwords import (
    AUXILIARIES,
    FILLERS,
    PRONOUNS,
    QUESTION_WORDS,
    WEAK,
)
from showgraph.query.wording.wording import Word, words

#: What parts clauses; a blank behind it, so that it is no part of a name or number.
_BOUNDARY: Final = re.compile(r"(?<=[.!?;:,\u2026])\s+|\s+[-\u2013\u2014]+\s+")
_TALK: Final = CHAT | FILLERS | PRONOUNS | WEAK | frozenset(w for lead in LEADS for w in lead)


def split_talk(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a text in what leads to its last question and the question.

    The longest question comes first; a text of one clause has none.
    """
    ends = [match.span() for match in _BOUNDARY.finditer(sentence)]
    for end, start in ends:
        first = next(iter(words(sentence[start:])), None)
        if first and (first.text in QUESTION_WORDS | AUXILIARIES or _leads(sentence[start:])):
            yield sentence[:end], sentence[start:]


def join_talk(talk: Reading, question: Reading) -> Reading | None:
    """Return a question with what was named before it; None where more was said.

    "it" becomes the series that was named, if one was.
    """
    if any(isinstance(item, Word) and item.text not in _TALK for item in talk.items):
        return None
    named = list(dict.fromkeys(talk.mentions))
    shows = [each for each in named if _is_show(each)]
    if len(shows) == 1:
        replaced = _without_it(question.items, shows[0])
        if replaced is not None:
            return Reading((*(each for each in named if each is not shows[0]), *replaced))
    if any(_is_show(each) for each in question.mentions):
        named = [each for each in named if not each.is_open_show]
    again = [each for each in named if each not in question.mentions]
    return Reading((*again, *question.items))


def _leads(text: str) -> bool:
    """Return whether a text begins with what leads to a question: "tell me ..."."""
    texts = tuple(word.text for word in words(text))
    return any(texts[: len(lead)] == lead for lead in LEADS)


def _is_show(mention: Mention) -> bool:
    kinds = {entity.kind for entity in mention.entities}
    return mention.is_open_show or kinds == {"series"}


def _without_it(items: Iterable[Item], show: Mention) -> tuple[Item, ...] | None:
    """Return the items with a series for "it"; None where "it" is said otherwise than once."""
    replaced = [
        replace(show) if isinstance(item, Word) and item.text == "it" else item for item in items
    ]
    changed = sum(one is not other for one, other in zip(items, replaced, strict=True))
    return tuple(replaced) if changed == 1 else None

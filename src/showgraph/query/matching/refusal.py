"""Say why a sentence is not run: a name of another sort, an unknown name, an unknown wording."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from showgraph.errors import NotUnderstoodError, UnknownNameError, UnmatchedError
from showgraph.query.matching.arguments import fitting, kinds_of, show_parameter
from showgraph.query.matching.names import Names
from showgraph.query.matching.phrases import Phrase, Phrases
from showgraph.query.matching.reading import Item, Mention, Reading
from showgraph.query.questions.header import Parameter
from showgraph.query.wording.wording import Word

_JOINERS: Final = frozenset({"of", "in", "on", "from", "for", "with", "and", "the", "a", "an"})
#: More words than this are rather another question than a name in small letters.
_SHORT_NAME: Final = 2
#: With fewer words of its own a phrase fits too much to say what its slot was meant to be.
_TELLING_WORDS: Final = 3
#: What can be asked is told of so many of the things that a sentence names.
_MAX_NAMED: Final = 2
#: Words that a sentence may start with; their capital there makes no name of them.
_OPENERS: Final = frozenset(
    (
        *("who", "whom", "whose", "what", "which", "when", "where", "why", "how", "is", "are"),
        *("was", "were", "am", "be", "do", "does", "did", "has", "have", "had", "can", "could"),
        *("will", "would", "shall", "should", "may", "might", "must", "tell", "show", "give"),
        *("list", "name", "find", "explain", "describe", "count", "please", "in", "on", "at"),
    ),
)


def refusal(
    sentence: str,
    reading: Reading,
    phrases: Phrases,
    names: Names,
) -> NotUnderstoodError:
    """Return the error for a sentence that is no question, the most helpful that can be told.

    Args:
        sentence: As it was written.
        reading: What it mentions.
        phrases: The wordings that it was compared with.
        names: The names of the graph.
    """
    if len(reading.items) == 1 and reading.mentions and reading.mentions[0].entities:
        return _bare_name(reading.mentions[0])
    for phrase in phrases.by_key.get(reading.key, ()):
        for slot, mention in zip(phrase.slots, reading.mentions, strict=True):
            if error := _wrong_sort(phrase, slot, mention):
                return error
    return (
        _unknown_in_slot(reading, phrases, names)
        or _unknown_capitals(reading, phrases, names)
        or _unmatched(sentence, reading, phrases)
    )


def _bare_name(mention: Mention) -> NotUnderstoodError:
    """Return the error for a name with no question about it."""
    known = " and ".join(map(str, mention.entities))
    label = mention.entities[0].label
    return NotUnderstoodError(
        f"{mention.written!r} is {known}; ask something of it, as 'what is said about {label}', "
        f'or see all of it: showgraph describe "{label}"',
    )


def _wrong_sort(
    phrase: Phrase,
    slot: tuple[str, ...],
    mention: Mention,
) -> NotUnderstoodError | None:
    """Return the error for a name that is of another sort than a slot takes, if it is."""
    parameter = _parameter(phrase, slot)
    if parameter is None or not mention.entities or fitting(mention, parameter):
        return None
    wanted = " or ".join(kinds_of(parameter)) or "word"
    known = " and ".join(map(str, mention.entities))
    return NotUnderstoodError(
        f"{phrase.question.id} is asked of a {wanted}, and {mention.written!r} is {known}",
    )


def _unknown_in_slot(reading: Reading, phrases: Phrases, names: Names) -> NotUnderstoodError | None:
    """Return the error for unknown words where a phrase, else the same, has a name."""
    opener = _opener(reading)
    for phrase, runs in phrases.aligned(reading):
        for slot, run in zip(phrase.slots, runs, strict=True):
            unknown = _unknown_words(item for item in run if item is not opener)
            parameter = _parameter(phrase, slot)
            if unknown and parameter and _is_telling(phrase, unknown, phrases.vocabulary):
                if _says_more(run, unknown, opener, phrases.vocabulary):
                    continue  # the wording is another one: its slot does not tell what was meant
                written = " ".join(word.written for word in unknown)
                kinds = kinds_of(parameter)
                what = " or ".join(kinds) or parameter.scheme or parameter.name
                return UnknownNameError(what, written, names.near(written, kinds=kinds))
    return None


def _says_more(
    run: Iterable[Item], unknown: Collection[Word], opener: Word | None, ordinary: Collection[str]
) -> bool:
    """Return whether a run has words of no phrase around those that may be a name."""
    return any(
        isinstance(item, Word)
        and item is not opener
        and item not in unknown
        and item.text not in ordinary
        for item in run
    )


def _opener(reading: Reading) -> Word | None:
    """Return the first word of a sentence if many a question starts with it."""
    first = reading.items[0] if reading.items else None
    return first if isinstance(first, Word) and first.text in _OPENERS else None


def _unknown_words(run: Iterable[Item]) -> list[Word]:
    """Return the words of a run that are no mention, without the small words around them.

    Where some have a capital, so have the first and the last of a name.
    """
    unknown = [item for item in run if isinstance(item, Word)]
    if any(word.is_capital for word in unknown):
        while not unknown[0].is_capital:
            del unknown[0]
        while not unknown[-1].is_capital:
            del unknown[-1]
    while unknown and unknown[0].text in _JOINERS and not unknown[0].is_capital:
        del unknown[0]
    while unknown and unknown[-1].text in _JOINERS:
        del unknown[-1]
    return unknown


def _is_telling(phrase: Phrase, unknown: Sequence[Word], ordinary: Collection[str]) -> bool:
    """Return whether words at a slot are likely a name: by capitals, or as nothing else fits."""
    if any(word.is_capital for word in unknown):
        return True
    if all(word.text in ordinary for word in unknown):
        return False
    return len(unknown) <= _SHORT_NAME and phrase.n_words >= _TELLING_WORDS


def _parameter(phrase: Phrase, slot: tuple[str, ...]) -> Parameter | None:
    """Return the parameter that a slot stands for."""
    if not slot:
        return show_parameter(phrase.question)
    return phrase.question.params[slot[0]]


def _unknown_capitals(
    reading: Reading, phrases: Phrases, names: Names
) -> NotUnderstoodError | None:
    """Return the error for capitalised words that are neither names nor words of any phrase.

    One such word at the start of the sentence tells nothing: any word has a capital there.
    """
    runs: list[list[str]] = [[]]
    opener = _opener(reading)
    for item in reading.items:
        if item is opener:
            continue
        if isinstance(item, Word) and item.is_capital and item.text not in phrases.vocabulary:
            runs[-1].append(item.written)
        elif runs[-1]:
            runs.append([])
    first = reading.items[0].written if reading.items else ""
    named = [run for run in runs if run and run != [first]]
    if not named:
        return None
    written = " ".join(named[0])
    return UnknownNameError("thing in this graph", written, names.near(written))


def _unmatched(sentence: str, reading: Reading, phrases: Phrases) -> UnmatchedError:
    """Return the error for a wording that no question has."""
    near = [(question.id, question.summary) for question in phrases.nearest(reading)]
    named = {entity: None for each in reading.mentions for entity in each.entities}
    about = {entity.label: phrases.asked_of(entity.kind) for entity in list(named)[:_MAX_NAMED]}
    return UnmatchedError(sentence, near, about={name: ids for name, ids in about.items() if ids})

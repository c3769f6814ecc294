"""Find the saved question that a sentence asks, and the values of its parameters.

A sentence with the very wording of a phrase, names aside, is that phrase. Any other is compared
with the phrases that account for all it says, and runs the likest one, if that is like enough
and no other question comes as near. Misspelt names and words are mended before that is tried
again. Whatever is left is not run: the error says why.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from showgraph.errors import UnknownNameError
from showgraph.query.matching.clauses import join_talk, split_talk
from showgraph.query.matching.described import find_described
from showgraph.query.matching.filling import (
    Filling,
    Match,
    decide,
    fill,
    fill_loosely,
    has_seasons,
    leading,
    put_slot,
)
from showgraph.query.matching.names import NamedEntity, Names
from showgraph.query.matching.phrases import Phrase, Phrases
from showgraph.query.matching.ranking import Ranker
from showgraph.query.matching.reading import (
    Item,
    Mention,
    Reading,
    mask_concepts,
    read,
    take_pronoun,
)
from showgraph.query.matching.refusal import refusal
from showgraph.query.questions.header import Parameter
from showgraph.query.wording.intent import is_babble, is_turn
from showgraph.query.wording.smallwords import FILLERS, OBJECTS, POINTING, PRONOUNS
from showgraph.query.wording.spelling import mend
from showgraph.query.wording.stemming import stem
from showgraph.query.wording.wording import Word, key_of, words

#: A sentence less like every phrase asks something else. On the tuning half of the blind wordings
#: 0.35 gives rows to one that has no answer, 0.42 and 0.50 to none and as many right answers; the
#: more careful of the two is taken.
THRESHOLD: Final = 0.5
#: Less will do where no other question accounts for the words, and there are two or more.
THRESHOLD_ALONE: Final = 0.3
MIN_WORDS: Final = 2
_MEANING: Final = {("what", "is"), ("what", "are")}
_ARTICLES: Final = frozenset({"the", "a", "an"})
#: The phrases of another question must be so much less like; 0 and 0.02 answer the same wordings of
#: the tuning half rightly, and the more careful is taken.
MARGIN: Final = 0.02


def match(sentence: str, phrases: Phrases, names: Names) -> Match:
    """Return the question that a sentence asks.

    Args:
        sentence: Words of a person, with or without a question mark.
        phrases: The wordings to compare with.
        names: The names of the graph that is asked.

    Raises:
        UnknownNameError: If it names something, or a season, that the graph does not have.
        AmbiguousNameError: If a name fits several things and the wording does not decide.
        UnmatchedError: If no phrase is like it, with the questions that come nearest.
        NotUnderstoodError: If a name is of another sort than the wording asks for.
    """
    written = words(sentence)
    asked = phrases.by_summary.get(tuple(word.text for word in written))
    if asked is not None:
        return Match(asked, {})
    # What is a phrase as it stands needs no other reading, which would cost a start its time.
    fillings = _fill_all(read(written, names.spoken), phrases)
    if not fillings and not _is_beside(written):
        fillings = _find_mended(written, phrases, names) or _find_asked(sentence, phrases, names)
    if fillings:
        return decide(fillings, names)
    careful = read(written, names.spoken, ordinary=phrases.vocabulary)
    raise refusal(sentence, careful, phrases, names)


def _is_beside(written: tuple[Word, ...]) -> bool:
    """Return whether a sentence is none that a graph answers: a definition, the same again."""
    texts = tuple(word.text for word in written)
    is_definition = texts[:2] in _MEANING and texts[2:3] in {("a",), ("an",)}
    return is_definition or is_babble(texts)


def _find_mended(written: tuple[Word, ...], phrases: Phrases, names: Names) -> list[Filling]:
    """Return what a sentence may ask as it stands, or else with its typing errors mended."""
    fillings = _find(_readings(written, phrases, names), phrases, names)
    if not fillings and len(written) > 1:
        mended = mend(written, names.spoken, phrases.vocabulary)
        if [word.text for word in mended] != [word.text for word in written]:
            fillings = _find(_readings(mended, phrases, names), phrases, names)
    return fillings


def _find_asked(sentence: str, phrases: Phrases, names: Names) -> list[Filling]:
    """Return what the last clauses of a sentence may ask, where what is before them is talk."""
    for talk, question in split_talk(sentence):
        before = read(words(talk), names.spoken)
        joined = [join_talk(before, each) for each in _readings(words(question), phrases, names)]
        if fillings := _find([each for each in joined if each], phrases, names):
            return fillings
    return []


def _readings(written: tuple[Word, ...], phrases: Phrases, names: Names) -> list[Reading]:
    """Return the ways to read a sentence, the plainest first."""
    found = [read(written, names.spoken)]
    careful = read(written, names.spoken, ordinary=phrases.vocabulary)
    for each in (careful, take_pronoun(found[0]), find_described(found[0], names)):
        if each not in found:
            found.append(each)
    return found


def _find(readings: list[Reading], phrases: Phrases, names: Names) -> list[Filling]:
    """Return what a sentence may ask; several fillings only where its wording is that of each."""
    steps: tuple[Callable[[Reading], list[Filling]], ...] = (
        lambda reading: _fill_all(reading, phrases),
        lambda reading: _fill_concepts(reading, phrases, names),
        lambda reading: _likest(reading, phrases.ranker),
        lambda reading: _likest(mask_concepts(reading, names.concepts), phrases.ranker),
        lambda reading: _fill_texts(reading, phrases, names),
    )
    found = (step(reading) for step in steps for reading in readings)
    return next(filter(None, found), [])


def _fill_all(reading: Reading, phrases: Phrases) -> list[Filling]:
    """Return how the mentions fill each phrase with the same words, one for each question.

    A phrase with a place for each season goes before those where it stands in that of its series.
    """
    same = phrases.by_key.get(reading.key, ())
    found = [(each, filling) for each in same if (filling := fill(each, reading.mentions))]
    seasonal = [filling for each, filling in found if has_seasons(each, reading.mentions)]
    return leading(seasonal or [filling for _, filling in found])


def _likest(reading: Reading, ranker: Ranker) -> list[Filling]:
    """Return the filling of the phrase that is likest, [] where none is like enough.

    A single word is the wording of a phrase or of none.
    """
    if len(reading.items) < MIN_WORDS:
        return []
    best: tuple[float, Filling] | None = None
    mentions = reading.mentions
    texts = {item.text for item in reading.items if isinstance(item, Word)}
    for candidate in ranker.rank(reading):
        if candidate.score < (
            best[0] - MARGIN if best else THRESHOLD_ALONE if candidate.is_alone else THRESHOLD
        ):
            break
        if best and candidate.phrase.question is best[1].question:
            continue
        filling = fill_loosely(
            candidate.phrase,
            mentions,
            is_claim=candidate.is_claim,
            has_object=not texts.isdisjoint(OBJECTS),
            group=texts & POINTING,
        )
        if filling and best:
            return []
        if filling:
            best = (candidate.score, filling)
    return [best[1]] if best else []


def _fill_concepts(reading: Reading, phrases: Phrases, names: Names) -> list[Filling]:
    """Return how a sentence fills a phrase with words of a concept scheme, such as a genre."""
    for phrase, runs in phrases.aligned(reading, phrases.open):
        sorts = [_parameter(phrase, slot) for slot in phrase.slots]
        if not any(each and each.scheme for each in sorts) or any(map(_is_text, sorts)):
            continue
        filling = _fill_runs(phrase, runs, names)
        if filling is not None:
            return [filling]
    return []


def _fill_texts(reading: Reading, phrases: Phrases, names: Names) -> list[Filling]:
    """Return how a sentence fills a phrase that leaves words open: "what did X say about ..."."""
    for phrase, runs in phrases.aligned(reading, phrases.open):
        if any(_is_text(_parameter(phrase, slot)) for slot in phrase.slots):
            filling = _fill_runs(phrase, runs, names)
            if filling is not None:
                return [filling]
    return []


def _fill_runs(phrase: Phrase, runs: Sequence[Sequence[Item]], names: Names) -> Filling | None:
    """Return how the words and mentions that stand at the slots of a phrase fill it."""
    filling: Filling | None = Filling(phrase.question)
    for slot, run in zip(phrase.slots, runs, strict=True):
        parameter = _parameter(phrase, slot)
        if filling is None:
            return None
        if _is_text(parameter):
            filling = _with_words(filling, run)
        elif parameter and parameter.scheme:
            entity = _concept(names, parameter.scheme, _written(run))
            filling = filling.with_concept(slot[0], entity) if entity else None
        else:
            filling = put_slot(filling, slot, _mention(run[0])) if len(run) == 1 else None
    return filling


def _with_words(filling: Filling, run: Sequence[Item]) -> Filling | None:
    """Return the filling with the words that carry meaning, one for each open parameter.

    None where there are none, or more than parameters, or where one turns the meaning.
    """
    texts = [text for item in run for text in key_of(item.written)]
    if any(map(is_turn, texts)):
        return None
    small = FILLERS | PRONOUNS
    stems = list(dict.fromkeys(_looked_for(text) for text in texts if text not in small))
    names = [name for name, each in filling.question.params.items() if _is_text(each)]
    if not 0 < len(stems) <= len(names):
        return None
    return filling.with_words(dict(zip(names, stems, strict=False)))


def _looked_for(text: str) -> str:
    """Return what a sentence must hold for a word: its stem, if that is not a small word.

    The stem of "themes" would find every "them".
    """
    found = stem(text)
    return text.removesuffix("s") if found in FILLERS | PRONOUNS else found


def _is_text(parameter: Parameter | None) -> bool:
    """Return whether a parameter takes any words."""
    return parameter is not None and not parameter.classes


def _parameter(phrase: Phrase, slot: tuple[str, ...]) -> Parameter | None:
    """Return the one parameter of a slot, None for a slot of several or of none."""
    return phrase.question.params[slot[0]] if len(slot) == 1 else None


def _concept(names: Names, scheme: str, text: str) -> NamedEntity | None:
    """Return the concept that goes by a word or two, None for none."""
    article, _, rest = text.partition(" ")
    try:
        return names.concept(scheme, rest if article.lower() in _ARTICLES and rest else text)
    except UnknownNameError:
        return None


def _mention(item: Item) -> Mention:
    """Return a mention as it is, and a word as a mention of nothing."""
    return item if isinstance(item, Mention) else Mention(item.written)


def _written(run: Iterable[Item]) -> str:
    """Return the words of a run as they were written."""
    return " ".join(item.written for item in run)

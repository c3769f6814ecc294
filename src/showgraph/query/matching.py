"""Find the saved question that a sentence asks, and the values of its parameters.

In this form a sentence has to have the wording of a phrase, names aside; whatever else it says
would be lost, so nothing else runs. What a scored comparison would replace is
:func:`_equal_phrases`: the candidates it gives are filled and judged in the same way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from showgraph.errors import AmbiguousNameError, UnknownNameError
from showgraph.query.arguments import (
    Argument,
    entity_argument,
    fitting,
    season_arguments,
    season_parameter,
    show_parameter,
)
from showgraph.query.header import SavedQuestion
from showgraph.query.names import NamedEntity, Names
from showgraph.query.phrases import Phrase, Phrases
from showgraph.query.reading import Item, Mention, Reading, read, take_pronoun
from showgraph.query.refusal import refusal
from showgraph.query.wording import words


@dataclass(frozen=True, slots=True)
class Match:
    """A question and the arguments that a sentence gives it."""

    question: SavedQuestion
    arguments: Mapping[str, Argument]


@dataclass(slots=True)
class _Filling:
    """What the mentions of a sentence put into the slots of one phrase."""

    question: SavedQuestion
    entities: dict[str, tuple[NamedEntity, ...]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    arguments: dict[str, Argument] = field(default_factory=dict)
    season: str = ""
    shows: tuple[NamedEntity, ...] = ()


def match(sentence: str, phrases: Phrases, names: Names) -> Match:
    """Return the question that a sentence asks.

    Args:
        sentence: Words of a person, with or without a question mark.
        phrases: The wordings to compare with.
        names: The names of the graph that is asked.

    Raises:
        UnknownNameError: If it names something, or a season, that the graph does not have.
        AmbiguousNameError: If a name fits several things and the wording does not decide.
        UnmatchedError: If no phrase has this wording, with the questions that come nearest.
        NotUnderstoodError: If a name is of another sort than the wording asks for.
    """
    written = words(sentence)
    asked = phrases.by_summary.get(tuple(word.text for word in written))
    if asked is not None:
        return Match(asked, {})
    readings = [read(written, names.spoken)]
    careful = read(written, names.spoken, ordinary=phrases.vocabulary)
    readings += [each for each in (careful, take_pronoun(readings[0])) if each not in readings]
    for reading in readings:
        fillings = _fill_all(_equal_phrases(reading, phrases), reading.mentions)
        if fillings:
            return _decide(fillings, names)
    for reading in readings:
        filling = _fill_concepts(reading, phrases, names)
        if filling is not None:
            return _decide([filling], names)
    raise refusal(sentence, careful, phrases, names)


def _equal_phrases(reading: Reading, phrases: Phrases) -> Sequence[Phrase]:
    """Return the phrases that are word for word the same, mentions aside."""
    return phrases.by_key.get(reading.key, ())


def _fill_all(phrases: Iterable[Phrase], mentions: Sequence[Mention]) -> list[_Filling]:
    """Return how the mentions fill each phrase whose slots take them, one for each question."""
    found: dict[str, _Filling] = {}
    for phrase in phrases:
        filling = _fill(phrase, mentions)
        if filling is not None:
            found.setdefault(phrase.question.id, filling)
    return list(found.values())


def _fill(phrase: Phrase, mentions: Sequence[Mention]) -> _Filling | None:
    """Return how the mentions fill a phrase, None where one is of another sort than its slot."""
    filling = _Filling(phrase.question)
    slots = zip(phrase.slots, phrase.fixed_seasons, mentions, strict=True)
    for slot, season, mention in slots:
        if season:
            if mention.season != season or mention.shows:
                return None
        elif not _fill_slot(filling, slot, mention):
            return None
    return filling


def _fill_slot(filling: _Filling, slot: tuple[str, ...], mention: Mention) -> bool:
    """Put a mention into a slot; return whether it belongs there."""
    question = filling.question
    show, season = show_parameter(question), season_parameter(question)
    takes_show = show is not None and slot in {(), (show.name,)}
    if mention.is_open_show:
        return takes_show
    if mention.season:
        takes_season = season is not None and (season.name in slot or takes_show)
        filling.season, filling.shows = mention.season, mention.shows
        return takes_season and (show is not None or not mention.shows)
    parameter = question.params[slot[0]] if len(slot) == 1 else show if not slot else None
    if parameter is None:
        return False
    kept = fitting(mention, parameter)
    filling.entities[parameter.name] = kept
    filling.written[parameter.name] = mention.written
    return bool(kept)


def _decide(fillings: Sequence[_Filling], names: Names) -> Match:
    """Return the match for the one filling that is left.

    Raises:
        AmbiguousNameError: If names fit several things, or several questions.
    """
    if len(fillings) > 1:
        readings = [
            entity for each in fillings for kept in each.entities.values() for entity in kept
        ]
        written = next(text for each in fillings for text in each.written.values())
        raise AmbiguousNameError(written, dict.fromkeys(map(str, sorted(readings))))
    (filling,) = fillings
    question, arguments = filling.question, dict(filling.arguments)
    for name, kept in filling.entities.items():
        if len(kept) > 1:
            raise AmbiguousNameError(filling.written[name], map(str, kept))
        arguments[name] = entity_argument(question.params[name], kept[0])
    if filling.season:
        shows = filling.shows or _shows(question, filling)
        if len(shows) > 1:
            raise AmbiguousNameError(shows[0].label, map(str, shows))
        show = show_parameter(question)
        if shows and show:
            arguments[show.name] = entity_argument(show, shows[0])
        arguments |= season_arguments(question, filling.season, shows, names)
    ordered = {name: arguments[name] for name in question.params if name in arguments}
    return Match(question, ordered)


def _shows(question: SavedQuestion, filling: _Filling) -> tuple[NamedEntity, ...]:
    """Return the series that another slot of the phrase was filled with."""
    show = show_parameter(question)
    return filling.entities.get(show.name, ()) if show else ()


def _fill_concepts(reading: Reading, phrases: Phrases, names: Names) -> _Filling | None:
    """Return how a sentence fills a phrase with words of a concept scheme, such as a genre."""
    for phrase, runs in phrases.aligned(reading):
        concepts = [_scheme(phrase, slot) for slot in phrase.slots]
        plain = [run[0] for run, scheme in zip(runs, concepts, strict=True) if not scheme]
        if not any(concepts) or not all(isinstance(item, Mention) for item in plain):
            continue
        filling = _Filling(phrase.question)
        for slot, run, scheme in zip(phrase.slots, runs, concepts, strict=True):
            if scheme:
                parameter = phrase.question.params[slot[0]]
                entity = _concept(names, scheme, _written(run))
                if entity is None:
                    break
                filling.arguments[slot[0]] = entity_argument(parameter, entity)
            elif len(run) > 1 or not _fill_slot(filling, slot, _mention(run[0])):
                break
        else:
            return filling
    return None


def _scheme(phrase: Phrase, slot: tuple[str, ...]) -> str:
    """Return the concept scheme of a slot, "" for other slots."""
    return phrase.question.params[slot[0]].scheme if len(slot) == 1 else ""


def _concept(names: Names, scheme: str, text: str) -> NamedEntity | None:
    """Return the concept that goes by a word or two, None for none."""
    try:
        return names.concept(scheme, text)
    except UnknownNameError:
        return None


def _mention(item: Item) -> Mention:
    """Return a mention as it is, and a word as a mention of nothing."""
    return item if isinstance(item, Mention) else Mention(item.written)


def _written(run: Iterable[Item]) -> str:
    """Return the words of a run as they were written."""
    return " ".join(item.written for item in run)

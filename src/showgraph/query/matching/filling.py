"""Put the names, seasons and dates of a sentence into the slots of a phrase.

Nothing that a sentence mentions is dropped: what finds no slot leaves the phrase unfilled, and
the sentence is not run as that question. Names that only narrow a question down (series, season,
platform, date) may stand in the sentence and not in the phrase, and the other way round.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from showgraph.errors import AmbiguousNameError
from showgraph.query.matching.arguments import (
    Argument,
    date_argument,
    date_parameter,
    entity_argument,
    fitting,
    kinds_of,
    season_arguments,
    season_parameter,
    show_parameter,
)
from showgraph.query.matching.names import NamedEntity, Names
from showgraph.query.matching.phrases import Phrase
from showgraph.query.matching.reading import Mention
from showgraph.query.questions.header import Parameter, SavedQuestion
from showgraph.query.sparql.placeholder import to_term
from showgraph.query.wording.smallwords import AUXILIARIES, GROUPS
from showgraph.words import Kind

#: Words, or another name, behind which a name is the second of two: "X and Y".
_JOINING: Final = frozenset({"and", "or", "with", "{}", "plus", "versus", "vs"})
#: Behind these stands who does what is asked about.
_DOING: Final = AUXILIARIES - {"is", "are", "was", "were", "am", "be"}
_WHEREABOUTS: Final = frozenset({"on", "to", "at", "in", "from"})
#: What a name may narrow a question down to without a slot in the phrase.
_PEOPLE: Final = frozenset({Kind.PERSON, Kind.CHARACTER})
_NARROWING: Final = frozenset({Kind.SERIES, Kind.PLATFORM, Kind.PLACE})


@dataclass(frozen=True, slots=True)
class Match:
    """A question and the arguments that a sentence gives it."""

    question: SavedQuestion
    arguments: Mapping[str, Argument]


@dataclass(frozen=True, slots=True)
class Filling:
    """What the mentions of a sentence put into the slots of one phrase."""

    question: SavedQuestion
    entities: Mapping[str, tuple[NamedEntity, ...]] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    seasons: Mapping[str, str] = field(default_factory=dict)
    shows: tuple[NamedEntity, ...] = ()
    is_claim: bool = False
    is_paired: bool = False  # the phrase speaks of "they" or the like, whom names may stand for
    group: frozenset[str] = frozenset()  # such words of the sentence: people may stay open

    def with_concept(self, name: str, concept: NamedEntity) -> "Filling":
        """Return the filling with a concept for the parameter ``name``."""
        argument = entity_argument(self.question.params[name], concept)
        return replace(self, arguments={**self.arguments, name: argument})

    def with_words(self, words: Mapping[str, str]) -> "Filling":
        """Return the filling with a word for each of some parameters that take any."""
        found = {
            name: Argument(to_term(self.question.params[name].placeholder, word), word)
            for name, word in words.items()
        }
        return replace(self, arguments={**self.arguments, **found})


def fill(phrase: Phrase, mentions: Sequence[Mention]) -> Filling | None:
    """Return how the mentions fill a phrase of as many slots, one each and in order."""
    filling: Filling | None = Filling(phrase.question)
    for slot, season, mention in zip(phrase.slots, phrase.fixed_seasons, mentions, strict=True):
        filling = filling and put_slot(filling, slot, mention, season=season)
    return filling


def has_seasons(phrase: Phrase, mentions: Sequence[Mention]) -> bool:
    """Return whether a phrase has a place of its own for each season that is mentioned."""
    return all(
        season or any(_is_season(phrase.question, name) for name in slot)
        for slot, season, mention in zip(phrase.slots, phrase.fixed_seasons, mentions, strict=True)
        if mention.season
    )


def fill_loosely(
    phrase: Phrase,
    mentions: Sequence[Mention],
    *,
    is_claim: bool = False,
    has_object: bool = True,
    group: Collection[str] = (),
) -> Filling | None:
    """Return how the mentions fill a phrase if what only narrows it down may differ.

    Args:
        phrase: The wording.
        mentions: What the sentence mentions, in order.
        is_claim: Whether the sentence claims what the phrase asks for: "did X direct it" of "who
            directed it". Then any name narrows it down that only one parameter can take.
        has_object: Whether the sentence says "it" or the like. Where it does not, nobody is
            taken to do something to a series: "when did X start" is not "when did X start it".
        group: Words of the sentence for people who have names: "they", "the couple".
    """
    behind = [each.after for each in phrase.reading.mentions]
    slots = list(zip(phrase.slots, phrase.fixed_seasons, behind, strict=True))
    if not has_object and phrase.has_object and len(mentions) < len(slots):
        return None
    is_paired = not GROUPS.isdisjoint(phrase.key.split())
    filling = Filling(
        phrase.question, is_claim=is_claim, is_paired=is_paired, group=frozenset(group)
    )
    return _place(filling, slots, list(mentions))


def _place(
    filling: Filling,
    slots: Sequence[tuple[tuple[str, ...], str, str]],
    mentions: Sequence[Mention],
) -> Filling | None:
    """Return the filling with the mentions placed in order, the fullest slots first."""
    if not slots and not mentions:
        return filling
    if slots and mentions:
        (slot, season, behind), mention = slots[0], mentions[0]
        may_be = _may_stand(mention, behind)
        put = put_slot(filling, slot, mention, season=season) if may_be else None
        placed = put and _place(put, slots[1:], mentions[1:])
        if placed:
            return placed
    if slots and _may_stay_open(filling, *slots[0][:2]):
        placed = _place(filling, slots[1:], mentions)
        if placed:
            return placed
    narrowed = _narrow(filling, mentions[0]) if mentions else None
    return narrowed and _place(narrowed, slots, mentions[1:])


def _may_stand(mention: Mention, behind: str) -> bool:
    """Return whether a mention may be what a phrase has behind a word.

    The second of two names is one in the sentence too, and what something came "to" or was "on"
    is not what did it: "when did X start" asks nothing of what started on X.
    """
    if behind == "and":
        return mention.after in _JOINING
    return behind not in _WHEREABOUTS or mention.after not in AUXILIARIES or mention.is_owner


def _may_stay_open(filling: Filling, slot: tuple[str, ...], season: str) -> bool:
    """Return whether a sentence may leave out what stands in a slot."""
    show, seasons = show_parameter(filling.question), season_parameter(filling.question)
    names = {each.name for each in (show, seasons) if each}
    if filling.group:
        params = filling.question.params.values()
        kinds = _PEOPLE if filling.group - {"they", "them", "their"} else {Kind.CHARACTER}
        names |= {each.name for each in params if set(kinds_of(each)) <= kinds}
    return not season and (not slot or set(slot) <= names)


def _narrow(filling: Filling, mention: Mention) -> Filling | None:
    """Return the filling with a mention that the phrase has no slot for, None for most."""
    question = filling.question
    if mention.date:
        return _put_date(filling, date_parameter(question), mention)
    if mention.season or mention.is_open_show:
        return put_slot(filling, (), mention)
    taking = [each for each in question.params.values() if fitting(mention, each)]
    shown_first = [each for each in taking if each.name in question.columns] or taking
    if filling.is_claim and len(shown_first) == 1:
        return _put_entity(filling, shown_first[0], mention)
    free = [each for each in taking if each.name not in filling.entities]
    if free and _may_stand_for_them(filling, mention, free[0]):
        return _put_entity(filling, free[0], mention)
    if mention.after in _DOING and not mention.is_owner:
        return None  # it does what is asked about: "when did X start"
    shown = {show.name if (show := show_parameter(question)) else "", *question.columns}
    narrowing = [
        each
        for each in taking
        if each.name in shown and kinds_of(each) and set(kinds_of(each)) <= _NARROWING
    ]
    return _put_entity(filling, narrowing[0], mention) if narrowing else None


def _may_stand_for_them(filling: Filling, mention: Mention, parameter: Parameter) -> bool:
    """Return whether a name is one of "they" in a phrase, or of who says what is asked."""
    is_speaker = mention.after == "according" and "speaker" in filling.question.columns
    kinds = set(kinds_of(parameter))
    return (filling.is_paired or is_speaker) and bool(kinds) and kinds <= _PEOPLE


def put_slot(
    filling: Filling, slot: tuple[str, ...], mention: Mention, *, season: str = ""
) -> Filling | None:
    """Return the filling with a mention in a slot, None where it does not belong there.

    Args:
        filling: What was filled before.
        slot: The parameters that may be filled; () for "the show" in so many words.
        mention: What the sentence has in that place.
        season: The season that the wording itself names there, which must be the same.
    """
    question = filling.question
    if season:
        return filling if mention.season == season and not mention.shows else None
    if mention.date:
        wanted = date_parameter(question)
        return _put_date(filling, wanted, mention) if wanted and wanted.name in slot else None
    show = show_parameter(question)
    takes_show = show is not None and slot in {(), (show.name,)}
    if mention.is_open_show:
        return filling if takes_show else None
    if mention.season:
        return _put_season(filling, slot, mention, takes_show=takes_show)
    parameter = question.params[slot[0]] if len(slot) == 1 else show if not slot else None
    return _put_entity(filling, parameter, mention) if parameter else None


def _put_season(
    filling: Filling, slot: tuple[str, ...], mention: Mention, *, takes_show: bool
) -> Filling | None:
    """Return the filling with a season, None where the question takes no further season."""
    question = filling.question
    seasons = [name for name in question.params if name in slot and _is_season(question, name)]
    parameter = season_parameter(question)
    if not seasons and parameter and takes_show:
        seasons = [parameter.name]
    has_show = show_parameter(question) is not None
    if not seasons or seasons[0] in filling.seasons or (mention.shows and not has_show):
        return None
    return replace(
        filling,
        seasons={**filling.seasons, seasons[0]: mention.season},
        shows=mention.shows or filling.shows,
    )


def _is_season(question: SavedQuestion, name: str) -> bool:
    return "sg:Season" in question.params[name].classes


def _put_date(filling: Filling, parameter: Parameter | None, mention: Mention) -> Filling | None:
    """Return the filling with a date, None where the question takes none, or no further one."""
    if parameter is None or parameter.name in filling.arguments:
        return None
    argument = date_argument(parameter, mention.date, mention.written)
    return replace(filling, arguments={**filling.arguments, parameter.name: argument})


def _put_entity(filling: Filling, parameter: Parameter, mention: Mention) -> Filling | None:
    """Return the filling with a name, None where it is of another sort."""
    kept = fitting(mention, parameter)
    if not kept or parameter.name in filling.entities:
        return None
    return replace(
        filling,
        entities={**filling.entities, parameter.name: kept},
        written={**filling.written, parameter.name: mention.written},
    )


def decide(fillings: Sequence[Filling], names: Names) -> Match:
    """Return the match for the one filling that is left.

    Args:
        fillings: One for each question that has the wording; at least one.
        names: The names of the graph.

    Raises:
        AmbiguousNameError: If names fit several things, or several questions.
        UnknownNameError: If there is no such season.
    """
    if len(fillings) > 1:
        readings = {
            entity for each in fillings for kept in each.entities.values() for entity in kept
        }
        written = next(text for each in fillings for text in each.written.values())
        raise AmbiguousNameError(written, map(str, sorted(readings)))
    (filling,) = fillings
    question, arguments = filling.question, dict(filling.arguments)
    for name, kept in filling.entities.items():
        if len(kept) > 1:
            raise AmbiguousNameError(filling.written[name], map(str, kept))
        arguments[name] = entity_argument(question.params[name], kept[0])
    arguments |= dict(_season_arguments(filling, names))
    ordered = {name: arguments[name] for name in question.params if name in arguments}
    return Match(question, ordered)


def _season_arguments(filling: Filling, names: Names) -> Iterator[tuple[str, Argument]]:
    """Yield the arguments for the seasons of a filling, and for the series they belong to."""
    question = filling.question
    show = show_parameter(question)
    shows = filling.shows or (filling.entities.get(show.name, ()) if show else ())
    if len(shows) > 1:
        raise AmbiguousNameError(shows[0].label, map(str, shows))
    for name, season in filling.seasons.items():
        if shows and show:
            yield show.name, entity_argument(show, shows[0])
        parameter = question.params[name]
        yield from season_arguments(question, parameter, season, shows, names).items()


def leading(fillings: Iterable[Filling]) -> list[Filling]:
    """Return the fillings, the first one of each question."""
    found: dict[str, Filling] = {}
    for filling in fillings:
        found.setdefault(filling.question.id, filling)
    return list(found.values())

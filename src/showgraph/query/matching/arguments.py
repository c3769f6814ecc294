"""Turn what a user gives for a parameter into the term that is bound in its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from showgraph.errors import AmbiguousNameError, ParameterError, UnknownNameError
from showgraph.namespaces import SCHEME
from showgraph.query.matching.names import NamedEntity, Names
from showgraph.query.matching.reading import Mention, parse_date, parse_season
from showgraph.query.questions.header import Parameter, SavedQuestion
from showgraph.query.sparql.placeholder import Value, to_term
from showgraph.query.wording.seasons import FINAL, LATEST
from showgraph.query.wording.wording import key_of
from showgraph.words import Kind

_SERIES: Final = "sg:Series"
_SEASON: Final = "sg:Season"
_DATE: Final = "xsd:date"
_CONCEPT: Final = "skos:Concept"
_KINDS: Final = {
    "sg:" + ("CreativeWork" if kind is Kind.WORK else kind.value.capitalize()): kind.value
    for kind in Kind
}


@dataclass(frozen=True, slots=True)
class Argument:
    """The value of a parameter, and what a person reads for it."""

    term: Value
    label: str


def kinds_of(parameter: Parameter) -> tuple[str, ...]:
    """Return the kinds of entity that a parameter takes; () for text and concepts."""
    return tuple(_KINDS[name] for name in parameter.classes if name in _KINDS)


def is_season(parameter: Parameter) -> bool:
    """Return whether a parameter takes a season."""
    return _SEASON in parameter.classes


def is_date(parameter: Parameter) -> bool:
    """Return whether a parameter takes a day, month or year."""
    return _DATE in parameter.classes


def date_parameter(question: SavedQuestion) -> Parameter | None:
    """Return the parameter that takes a date, None where the question has none."""
    return next(filter(is_date, question.params.values()), None)


def date_argument(parameter: Parameter, date: str, written: str) -> Argument:
    """Return the argument for a part of an ISO date."""
    return Argument(to_term(parameter.placeholder, date), written)


def show_parameter(question: SavedQuestion) -> Parameter | None:
    """Return the parameter that takes a series, None where the question has none."""
    return next((each for each in question.params.values() if _SERIES in each.classes), None)


def season_parameter(question: SavedQuestion) -> Parameter | None:
    """Return the parameter that takes a season, None where the question has none."""
    return next(filter(is_season, question.params.values()), None)


def resolve_arguments(
    question: SavedQuestion,
    given: Mapping[str, str],
    names: Names,
) -> dict[str, Argument]:
    """Return the terms for what a user gives, by the parameter's name.

    Args:
        question: The question to be asked.
        given: Names, IRIs, numbers or words by the parameter's name.
        names: The names of the graph that is asked.

    Raises:
        ParameterError: If the question has no such parameter, or the value is empty, or no
            number where one is wanted.
        UnknownNameError: If the graph has nothing of that name, or no such season.
        AmbiguousNameError: If a name fits several things.
    """
    for name, text in given.items():
        if name not in question.params:
            known = ", ".join(question.params) or "it has none"
            raise ParameterError(f"{question.id} has no parameter {name!r}; known: {known}")
        if not isinstance(text, str):  # a number, from a caller without types
            raise ParameterError(f"the parameter {name!r} is {text!r}; write it as text")
        if not text.strip():
            wanted = question.params[name].help
            raise ParameterError(f"the parameter {name!r} is empty; give a value ({wanted})")
    found: dict[str, Argument] = {}
    seasons: list[Parameter] = []
    for name, parameter in question.params.items():
        if text := given.get(name, "").strip():
            if is_season(parameter):
                seasons.append(parameter)
            else:
                found[name] = _resolve(parameter, text, names)
    for parameter in seasons:
        season, shows = parse_season(given[parameter.name]), _asked_shows(question, found, names)
        if not season:
            raise _no_season(given[parameter.name], shows, names)
        found |= season_arguments(question, parameter, season, shows, names)
    return found


def _resolve(parameter: Parameter, text: str, names: Names) -> Argument:
    """Return the term for one value that is no season."""
    if _CONCEPT in parameter.classes:
        entity = names.concept(parameter.scheme, text)
    elif is_date(parameter):
        if not (date := parse_date(text)):
            raise ParameterError(f"{text!r} is no date; write 2018, 2018-10 or 2018-10-05")
        return date_argument(parameter, date, text)
    elif parameter.classes:
        entity = names.resolve(text, kinds=kinds_of(parameter))
    else:
        return Argument(to_term(parameter.placeholder, text), text)
    return entity_argument(parameter, entity)


def entity_argument(parameter: Parameter, entity: NamedEntity) -> Argument:
    """Return the argument that stands for an entity."""
    return Argument(to_term(parameter.placeholder, entity.iri), entity.label)


def fitting(mention: Mention, parameter: Parameter) -> tuple[NamedEntity, ...]:
    """Return what of a mention a parameter takes; a full name wins over a short one."""
    kinds = kinds_of(parameter)
    scheme = SCHEME + parameter.scheme + "/"
    fitting = [
        entity
        for entity in mention.entities
        if entity.kind in kinds or (parameter.scheme and entity.iri.startswith(scheme))
    ]
    key = key_of(mention.written)
    full = [entity for entity in fitting if key_of(entity.label) == key]
    return tuple(full or fitting)


def _asked_shows(
    question: SavedQuestion,
    found: Mapping[str, Argument],
    names: Names,
) -> tuple[NamedEntity, ...]:
    """Return the series that is asked about, () where it is left open."""
    parameter = show_parameter(question)
    if parameter is None or parameter.name not in found:
        return ()
    return (names.by_iri[found[parameter.name].term.value],)


def season_arguments(
    question: SavedQuestion,
    parameter: Parameter,
    season: str,
    shows: Iterable[NamedEntity],
    names: Names,
) -> dict[str, Argument]:
    """Return the argument for a season, and that for its series where it has to be fixed.

    Args:
        question: A question that takes a season.
        parameter: The one that takes it.
        season: A number, "final" or "latest".
        shows: The series that is asked about; empty for any.
        names: The names of the graph.

    Raises:
        UnknownNameError: If no such season is known of the series, or of any.
        AmbiguousNameError: If the final season of any series is asked for and several have one.
    """
    asked = tuple(shows)
    known = asked or names.of_kind(Kind.SERIES)
    having = [show for show in known if names.seasons[show.iri].has(season)]
    is_named = season in {FINAL, LATEST}
    wording = f"{season} season" if is_named else f"season {season}"
    if not having:
        raise _no_season(wording, asked, names)
    if not is_named:
        return {parameter.name: Argument(to_term(parameter.placeholder, season), season)}
    if len(having) > 1:
        raise AmbiguousNameError(f"the {wording}", [f"that of {show.label}" for show in having])
    seasons = names.seasons[having[0].iri]
    number = seasons.final if season == FINAL else str(max(seasons.numbers))
    found = {parameter.name: Argument(to_term(parameter.placeholder, number), number)}
    show = show_parameter(question)
    return found | ({show.name: entity_argument(show, having[0])} if show else {})


def _no_season(wording: str, shows: tuple[NamedEntity, ...], names: Names) -> UnknownNameError:
    """Return the error for a season that does not exist."""
    if not shows:
        every = {name for seasons in names.seasons.values() for name in seasons.names}
        known = sorted(every, key=lambda name: (len(name), name))
        return UnknownNameError("season of any series", wording, known=known)
    candidates = names.seasons[shows[0].iri].names
    return UnknownNameError(f"season of {shows[0].label}", wording, candidates)

"""Frames of what is no credit and no event: values, places, relationships, statements, figures."""

from typing import Final

from showgraph.graph.accepting.facts import Record, Value
from showgraph.graph.accepting.lexical import OBJECT_SCHEMES
from showgraph.graph.mapping.frame import Frame
from showgraph.graph.mapping.terms import Minter, Term, concept, is_a, sg, typed
from showgraph.model import Kind, Reference
from showgraph.relations import RELATIONS as TABLE
from showgraph.relations import Value as Sort
from showgraph.store import Literal, Triple

#: Relations that are one triple, and its property.
PROPERTIES: Final = {
    "character_in": "hasCharacter",
    "season_count": "seasonCount",
    "episode_count": "episodeCount",
    "season_status": "seasonStatus",
    "genre": "genre",
    "country_or_language": "countryOrLanguage",
    "based_on": "basedOn",
    "spin_off_of": "spinOffOf",
    "location": "setIn",
    "filming_location": "filmedIn",
    "character_age": "age",
    "story_gap": "storyGap",
}


def frame_property(record: Record, minter: Minter) -> Frame:
    """Return the frame of a record that is one triple."""
    subject = minter.thing(record.subject)
    value = to_term(record.relation, record.object, minter)
    return Frame(Triple(subject, sg(PROPERTIES[record.relation]), value))


def to_term(relation: str, value: Value, minter: Minter) -> Term:
    """Return the object of a record: a thing, a concept, a number or the words of the text."""
    if isinstance(value, Reference):
        return minter.thing(value)
    if scheme := OBJECT_SCHEMES.get(relation):
        return concept(scheme, value)
    if TABLE[relation].objects is Sort.NUMBER:
        return typed(value, "decimal" if relation == "audience_figure" else "integer")
    return Literal(value)


def frame_season(record: Record, minter: Minter) -> Frame:
    """Return the frame of a season's being there."""
    series, season = minter.things((record.subject, record.object))
    said = Triple(season, sg("seasonOf"), series)
    return Frame(said, season, links=(said,))


def frame_relationship(record: Record, minter: Minter) -> Frame:
    """Return the frame of a relationship: the key is both partners, kind and season."""
    one, other = minter.things((record.subject, record.object))
    season = record.reference("season")
    kind = concept("relationship-kind", record.word("kind"))
    place = minter.thing(season) if season else ""
    node = minter.node("relationship", one, other, kind, place)
    work = season or minter.series_of(record.subject) or minter.series_of(_as_thing(record.object))
    return Frame(
        said=Triple(one, sg("partner"), other),
        node=node,
        links=(
            is_a(node, "Relationship"),
            Triple(node, sg("partner"), one),
            Triple(node, sg("partner"), other),
            Triple(node, sg("relationshipKind"), kind),
            *((Triple(node, sg("concerns"), minter.thing(work)),) if work else ()),
        ),
        things=(work,) if work else (),
    )


def _as_thing(value: Reference | str) -> Reference:
    if isinstance(value, str):
        raise TypeError(f"a character is no words: {value!r}")
    return value


def frame_statement(record: Record, minter: Minter) -> Frame:
    """Return the frame of a statement: the key is subject, topic, season, speaker, polarity."""
    about = minter.thing(record.subject)
    topic = concept("topic", str(record.object))
    within = record.subject if record.subject.kind is Kind.SEASON else record.reference("season")
    speaker = record.reference("speaker")
    season, person = (minter.thing(it) if it else None for it in (within, speaker))
    polarity = record.word("polarity")
    node = minter.node("statement", about, topic, season or "", person or "", polarity)
    return Frame(
        said=Triple(about, sg("topic"), topic),
        node=node,
        links=(
            is_a(node, "Statement"),
            Triple(node, sg("about"), about),
            Triple(node, sg("topic"), topic),
            Triple(node, sg("statementPolarity"), concept("polarity", polarity)),
            *((Triple(node, sg("inSeason"), season),) if season else ()),
            *((Triple(node, sg("speaker"), person),) if person else ()),
        ),
    )


def frame_figure(record: Record, minter: Minter) -> Frame:
    """Return the frame of an audience figure: the key is outlet, unit and number.

    The number is part of the key, since figures of two years differ and do not clash.
    """
    outlet, value = minter.thing(record.subject), to_term(record.relation, record.object, minter)
    unit = Literal(record.word("unit"))
    node = minter.node("figure", outlet, unit, value)
    return Frame(
        said=Triple(outlet, sg("figureValue"), value),
        node=node,
        links=(
            is_a(node, "AudienceFigure"),
            Triple(node, sg("measuredOutlet"), outlet),
            Triple(node, sg("figureUnit"), unit),
            Triple(node, sg("figureValue"), value),
        ),
    )

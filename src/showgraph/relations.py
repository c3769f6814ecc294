"""The relations of the fact record: what may stand on either side and beside it.

One table, read by the extractor (which may emit nothing else), by the mapping to RDF and by
the acceptance policy. Names and sides are those of the fact record.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from showgraph.model import Kind


class Value(StrEnum):
    """What an object is that is no reference."""

    DATE = "date"  # ISO, as coarse as the text; --MM-DD without a year
    NUMBER = "number"  # decimal digits
    DURATION = "duration"  # the text's words, such as "12-13 days"
    WORDS = "words"  # the text's words, or a word of a concept scheme


_WORK: Final = frozenset({Kind.SERIES, Kind.SEASON, Kind.EPISODE})
_SHOW: Final = frozenset({Kind.SERIES, Kind.SEASON})
_SERIES: Final = frozenset({Kind.SERIES})
_SEASON: Final = frozenset({Kind.SEASON})
_PERSON: Final = frozenset({Kind.PERSON})
_COMPANY: Final = frozenset({Kind.ORGANIZATION})
_AGENT: Final = frozenset({Kind.PERSON, Kind.ORGANIZATION})
_PLACE: Final = frozenset({Kind.PLACE})
_CHARACTER: Final = frozenset({Kind.CHARACTER})
_TITLED: Final = frozenset({Kind.SERIES, Kind.WORK})


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation. ``single_valued`` means that two disjoint values cannot both be true.

    ``objects`` is a set of kinds, or what sort of value stands there; ``qualifiers`` names
    those that may be present.
    """

    name: str
    subjects: frozenset[Kind]
    objects: frozenset[Kind] | Value
    qualifiers: tuple[str, ...] = ()
    single_valued: bool = False


_TABLE: Final = (
    # The relations of the fact record.
    Relation("creator", _WORK, _AGENT, ("season",)),
    Relation("producer", _WORK, _AGENT, ("season",)),
    Relation("writer", _WORK, _PERSON, ("season", "episode")),
    Relation("director", _WORK, _PERSON, ("season", "episode")),
    Relation("executive_producer", _WORK, _PERSON, ("season", "episode")),
    Relation("showrunner", _WORK, _PERSON, ("season", "episode")),
    Relation("composer", _WORK, _PERSON, ("season", "episode")),
    Relation("production_company", _WORK, _COMPANY, ("season",)),
    Relation(
        "cast_member",
        _WORK | {Kind.TRAILER},
        _PERSON,
        ("character", "season", "kind"),  # kind: main, recurring, guest, voice-over
    ),
    Relation("character_in", _SHOW, _CHARACTER, ("season",)),
    Relation(
        "platform",
        _SHOW,
        frozenset({Kind.PLATFORM}),
        (
            "season",
            "date",
            "kind",
            "channel",
        ),  # kind: premiere, release, stream, broadcast, acquire
    ),
    Relation("premiere_date", _SHOW, Value.DATE, ("season", "platform"), single_valued=True),
    Relation("trailer_date", _SHOW, Value.DATE, ("season",), single_valued=True),
    Relation("season_count", _SERIES, Value.NUMBER, (), single_valued=True),
    Relation("episode_count", _SHOW, Value.NUMBER, ("season", "format"), single_valued=True),
    Relation("season_status", _SHOW, Value.WORDS, ("season",)),
    Relation("genre", _SHOW, Value.WORDS),
    Relation("country_or_language", _SHOW, Value.WORDS),
    Relation("based_on", _SERIES, _TITLED),
    Relation("spin_off_of", _SERIES, _TITLED),
    Relation("location", _SHOW, _PLACE, ("season",)),
    Relation("filming_location", _SHOW, _PLACE, ("season",)),
    Relation("award", _SERIES | _PERSON, Value.WORDS, ("result",)),
    Relation("worked_on", _PERSON, _TITLED, ("role", "debut")),
    # Further relations, under names of their own.
    Relation("season", _SERIES, _SEASON),
    Relation("trailer", _SHOW, Value.DURATION, ("season",)),  # object: running time, or ""
    Relation("trailer_release", _SHOW, Value.WORDS, ("season", "platform")),  # object: "streaming"
    Relation("interview", _PERSON, _COMPANY, ("about",)),
    Relation("announcement", _SHOW, _COMPANY, ("season", "medium", "featuring")),
    Relation("shooting", _SHOW, Value.DURATION, ("season",)),
    Relation("relationship", _CHARACTER, _CHARACTER, ("kind", "season")),
    Relation("character_age", _CHARACTER, Value.NUMBER, (), single_valued=True),
    Relation("story_gap", _SEASON, Value.DURATION, ("since",)),
    Relation("audience_figure", frozenset({Kind.PLATFORM}), Value.NUMBER, ("unit",)),
    Relation(
        "statement",
        frozenset({Kind.SERIES, Kind.SEASON, Kind.CHARACTER, Kind.PERSON}),
        Value.WORDS,  # a topic of the scheme
        ("season",),
    ),
)

RELATIONS: Final = {relation.name: relation for relation in _TABLE}

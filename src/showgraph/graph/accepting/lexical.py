"""The words and figures on the sides of a claim, in canonical form.

A concept is kept as its preferred label, a date and a number as their shortest lexical form, a
running time as a duration. What has no such form is :class:`UnreadableError`, with a reason.
"""

import re
from decimal import Decimal
from typing import Final

from showgraph.graph.accepting.concepts import Concepts
from showgraph.graph.accepting.dates import parse_date
from showgraph.relations import RELATIONS
from showgraph.relations import Value as Sort

#: Relations whose object is a word of a concept scheme.
OBJECT_SCHEMES: Final = {
    "genre": "genre",
    "country_or_language": "origin",
    "season_status": "season-status",
    "statement": "topic",
}
#: Qualifiers whose value is a word of a concept scheme, by relation and key.
QUALIFIER_SCHEMES: Final = {
    ("cast_member", "kind"): "cast-kind",
    ("platform", "kind"): "release-kind",
    ("relationship", "kind"): "relationship-kind",
    ("award", "result"): "recognition-result",
    ("worked_on", "role"): "role",
}
#: Relations that count things there is at least one of.
_COUNTS: Final = frozenset({"season_count", "episode_count"})
_NUMBER: Final = re.compile(r"\d{1,18}(?:\.\d{1,9})?", re.ASCII)


class UnreadableError(ValueError):
    """A claim cannot be read; the message says why, for the author of a rule."""


def read_object(relation: str, words: str, concepts: Concepts) -> str:
    """Return the canonical form of an object that is no reference.

    Raises:
        UnreadableError: If it has none.
    """
    sort = RELATIONS[relation].objects
    if sort is Sort.DATE:
        return read_date(words)
    if sort is Sort.NUMBER:
        return _read_number(relation, words)
    if scheme := OBJECT_SCHEMES.get(relation):
        return read_concept(scheme, words, concepts)
    if not words.strip() and relation not in {"trailer", "trailer_release"}:
        raise UnreadableError(f"{relation} has no object")
    return " ".join(words.split())


def read_date(words: str) -> str:
    """Return a date as it stands.

    Raises:
        UnreadableError: If it is no date of the fact record.
    """
    try:
        return parse_date(words).iso
    except ValueError as error:
        raise UnreadableError(str(error)) from error


def read_concept(scheme: str, words: str, concepts: Concepts) -> str:
    """Return the preferred label of a concept.

    Raises:
        UnreadableError: If the scheme has no such word.
    """
    label = concepts.find(scheme, words)
    if label is None:
        raise UnreadableError(f"{words!r} is no word of the scheme {scheme}")
    return label


def _read_number(relation: str, words: str) -> str:
    digits = words.replace(",", "").strip()
    if not _NUMBER.fullmatch(digits):
        raise UnreadableError(f"{words!r} is no number")
    number = Decimal(digits)
    if relation != "audience_figure" and number != number.to_integral_value():
        raise UnreadableError(f"{relation} is a whole number, not {words!r}")
    if relation in _COUNTS and number < 1:
        raise UnreadableError(f"{relation} begins with 1, not with {words!r}")
    plain = f"{number:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain

"""The qualifiers of a claim: what stands beside its subject and object, in canonical form."""

from typing import Final

from showgraph.graph.accepting.context import Context
from showgraph.graph.accepting.facts import Value
from showgraph.graph.accepting.lexical import QUALIFIER_SCHEMES, UnreadableError, read_concept
from showgraph.graph.accepting.works import series_of
from showgraph.model import Claim, Kind, Reference
from showgraph.relations import RELATIONS

#: What a qualifier names where it is given as words.
_NAMED: Final = {
    "character": Kind.CHARACTER,
    "platform": Kind.PLATFORM,
    "channel": Kind.CHANNEL,
    "about": Kind.SERIES,
    "medium": Kind.PLATFORM,
    "featuring": Kind.PERSON,
}
#: What else it may name.
_ALSO: Final = {"medium": (Kind.CHANNEL,), "about": (Kind.SEASON, Kind.EPISODE, Kind.WORK)}
#: Qualifiers without which a record is nothing.
_NEEDED: Final = {"relationship": "kind", "audience_figure": "unit"}
#: Qualifiers that are read into the subject or into a record of their own.
_FOLDED: Final = frozenset({"season", "episode", "date"})


def read_qualifiers(claim: Claim, context: Context) -> dict[str, list[Value]]:
    """Return the qualifiers that the table of relations knows, and what identity needs.

    Seasons, episodes and dates are not among them: they become subjects and records.

    Raises:
        UnreadableError: If a qualifier is missing without which the claim says nothing, or a
            word of such a one has no concept.
    """
    sides: dict[str, list[Value]] = {}
    for key, value in claim.qualifiers:
        if key in RELATIONS[claim.relation].qualifiers and key not in _FOLDED:
            values = value if isinstance(value, tuple) else (value,)
            sides[key] = [_read_side(claim, key, item, context) for item in values]
            sides[key] = [item for item in sides[key] if item]
    if claim.relation in {"platform", "premiere_date"}:
        sides.setdefault("kind", ["premiere"])
    needed = _NEEDED.get(claim.relation)
    if needed and not sides.get(needed):
        raise UnreadableError(f"{claim.relation} needs its {needed}")
    if claim.relation == "statement":
        sides["polarity"] = [claim.polarity.value]
        if claim.speaker and claim.speaker.kind is Kind.PERSON:
            sides["speaker"] = [claim.speaker]
    return sides


def _read_side(claim: Claim, key: str, value: Value, context: Context) -> Value:
    """Return one value of a qualifier, or "" where its word is of no use."""
    if isinstance(value, Reference):
        return _read_reference(key, value, context)
    if key in _NAMED and value.strip():
        return Reference(_NAMED[key], value, work=_home_of(claim, key))
    scheme = QUALIFIER_SCHEMES.get((claim.relation, key))
    if scheme is None:
        return " ".join(value.split())
    if (claim.relation, value.casefold()) == ("platform", "acquire"):
        return "acquire"  # no kind of release: the rights change hands
    try:
        return read_concept(scheme, value, context.concepts)
    except UnreadableError as error:
        if claim.relation == "relationship":
            raise
        context.omissions.append(f"{error}; the rest of the claim is kept")
        return "premiere" if claim.relation == "platform" else ""


def _read_reference(key: str, value: Reference, context: Context) -> Value:
    """Return a thing that a qualifier names, or "" where it is of another kind."""
    if key in _NAMED and value.kind not in {_NAMED[key], *_ALSO.get(key, ())}:
        context.omissions.append(f"{key} is no {value.kind}; the rest of the claim is kept")
        return ""
    return value


def _home_of(claim: Claim, key: str) -> str:
    """Return what a character or channel belongs to, which keeps namesakes apart."""
    if key == "channel" and isinstance(claim.object, Reference):
        return claim.object.name
    series = series_of(claim.subject)
    return series.name if key == "character" and series else ""

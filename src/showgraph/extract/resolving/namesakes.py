"""Equal names that may be several things: told apart across documents, never by a guess.

Two documents mean one person by a name if they have a show or a sort of role in common. They
mean one series by a title unless everything speaks against it: the years of the premiere are
apart, and neither a person nor a platform is in common. Where a catalogue knows several shows of
the title, the years alone decide. The largest group keeps the bare name; the others get a mark.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from showgraph.extract.resolving.aliases import PARTS, Aliases
from showgraph.iris import name_key
from showgraph.model import Claim, Kind, Qualifier, Reference, Status

#: Relations by the sort of role that they give a person. Who writes one show may direct another;
#: who composes for one hardly plays in another.
_ROLES: Final = {
    "cast_member": "cast",
    "composer": "composer",
    **dict.fromkeys(
        ("creator", "writer", "director", "producer", "executive_producer", "showrunner"), "maker"
    ),
}
_FACTS: Final = frozenset({Status.ASSERTED, Status.SCHEDULED})
_YEAR: Final = re.compile(r"\d{4}")
#: A premiere at home and abroad may be so many years apart.
_YEARS_APART: Final = 1

#: What a document means by a name: document, kind, key of the name.
Place = tuple[str, Kind, str]


class Told(Protocol):
    """What one document says; see :class:`showgraph.extract.extraction.Reading`."""

    @property
    def claims(self) -> Sequence[Claim]:
        """What the document says."""
        ...

    @property
    def main(self) -> str:
        """Title of the series that the document is about."""
        ...


@dataclass(slots=True)
class Profile:
    """What one document tells of one name."""

    shows: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    platforms: set[str] = field(default_factory=set)
    years: set[int] = field(default_factory=set)
    n_claims: int = 0


def find_marks(
    readings: Iterable[Told],
    *,
    joined: Aliases,
    remakes: Mapping[str, Sequence[str]],
) -> dict[Place, str]:
    """Return the mark of each name in each document that is not the one that keeps the name.

    Args:
        readings: What the documents say.
        joined: Names whose bearers are one, by the user's word.
        remakes: Titles that several shows of a catalogue share, with their years.
    """
    profiles = _profiles(readings)
    marks: dict[Place, str] = {}
    for (kind, key), rows in sorted(profiles.items()):
        if len(rows) < 2 or (kind, key) in joined.joined:  # noqa: PLR2004 - two documents
            continue
        groups = _person_groups(rows) if kind is Kind.PERSON else _series_groups(rows, key, remakes)
        for mark, documents in _marked(kind, rows, groups):
            marks |= {(document, kind, key): mark for document in documents}
    return marks


def apply_marks(claim: Claim, marks: Mapping[Place, str]) -> Claim:
    """Return a claim about marked names."""

    def side(value: Qualifier) -> Qualifier:
        if isinstance(value, tuple):
            return tuple(mark_reference(item, claim.document, marks) for item in value)
        if isinstance(value, Reference):
            return mark_reference(value, claim.document, marks)
        return value

    object_ = claim.object
    return replace(
        claim,
        subject=mark_reference(claim.subject, claim.document, marks),
        object=mark_reference(object_, claim.document, marks)
        if isinstance(object_, Reference)
        else object_,
        speaker=mark_reference(claim.speaker, claim.document, marks) if claim.speaker else None,
        qualifiers=tuple((key, side(value)) for key, value in claim.qualifiers),
    )


def mark_reference(reference: Reference, document: str, marks: Mapping[Place, str]) -> Reference:
    """Return a reference with the mark that its name has in a document."""
    kind = Kind.SERIES if reference.kind in PARTS else reference.kind
    mark = marks.get((document, kind, name_key(reference.name)), "")
    return replace(reference, distinct=mark) if mark and not reference.distinct else reference


def _profiles(readings: Iterable[Told]) -> dict[tuple[Kind, str], dict[str, Profile]]:
    """Return what each document tells of each person and series, by kind and key of the name."""
    profiles: dict[tuple[Kind, str], dict[str, Profile]] = defaultdict(dict)
    for reading in readings:
        for claim in reading.claims:
            sides = [s for s in (claim.subject, claim.object, claim.speaker) if s is not None]
            things = [s for s in sides if isinstance(s, Reference) and not s.distinct]
            for thing in things:
                kind = Kind.SERIES if thing.kind in PARTS else thing.kind
                if kind in {Kind.PERSON, Kind.SERIES}:
                    rows = profiles[kind, name_key(thing.name)]
                    profile = rows.setdefault(claim.document, Profile())
                    _note(profile, thing, claim, things, reading.main)
    return profiles


def _note(
    profile: Profile, thing: Reference, claim: Claim, things: Sequence[Reference], main: str
) -> None:
    """Add what a claim tells of one of its sides."""
    profile.n_claims += 1
    others = [other for other in things if other is not thing]
    named = {name_key(o.name) for o in others if o.kind in PARTS | {Kind.SERIES, Kind.WORK}}
    profile.shows |= named or ({name_key(main)} if main else set())
    profile.people |= {name_key(o.name) for o in others if o.kind is Kind.PERSON}
    profile.platforms |= {name_key(o.name) for o in others if o.kind is Kind.PLATFORM}
    if claim.object is thing and claim.relation in _ROLES:
        profile.roles.add(_ROLES[claim.relation])
    first = thing.season in {"", "1"} and claim.qualifier("season") in {None, "1"}
    if claim.relation == "premiere_date" and first and claim.status in _FACTS:
        found = _YEAR.match(str(claim.object))
        if found is not None:
            profile.years.add(int(found[0]))


def _person_groups(rows: Mapping[str, Profile]) -> list[list[str]]:
    return _groups({document: profile.shows | profile.roles for document, profile in rows.items()})


def _series_groups(
    rows: Mapping[str, Profile], key: str, remakes: Mapping[str, Sequence[str]]
) -> list[list[str]]:
    """Return the documents that mean one show; those that do not tell go with the largest."""
    known = key in remakes
    telling = {}
    for document, profile in rows.items():
        if profile.years and (profile.people or known):
            # Years that are so close share one of the years that each stands for.
            reach = range(_YEARS_APART + 1)
            near = {str(year + step) for year in profile.years for step in reach}
            telling[document] = near if known else near | profile.people | profile.platforms
    groups = _groups(telling)
    if len(groups) < 2:  # noqa: PLR2004 - two shows
        return [sorted(rows)]
    for document in sorted(rows.keys() - telling.keys()):
        people = rows[document].people
        fitting = [group for group in groups if any(rows[d].people & people for d in group)]
        if len(fitting) == 1:
            fitting[0].append(document)
        else:
            max(groups, key=lambda group: (len(group), min(group))).append(document)
    return groups


def _groups(features: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the documents that share a feature, also by way of others, sorted in each group."""
    leader = {name: name for name in features}

    def find(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    first: dict[str, str] = {}
    for document in sorted(features):
        for feature in sorted(features[document]):
            one, other = find(first.setdefault(feature, document)), find(document)
            leader[max(one, other)] = min(one, other)
    groups: dict[str, list[str]] = defaultdict(list)
    for document in sorted(features):
        groups[find(document)].append(document)
    return list(groups.values())


def _marked(
    kind: Kind, rows: Mapping[str, Profile], groups: Sequence[Sequence[str]]
) -> list[tuple[str, Sequence[str]]]:
    """Return a mark for each group but the one of which most is told."""
    named = [(_mark(kind, rows, group), group) for group in groups]
    size = {mark: sum(rows[d].n_claims for d in group) for mark, group in named}
    ordered = sorted(named, key=lambda row: (-size[row[0]], row[0]))
    return ordered[1:]


def _mark(kind: Kind, rows: Mapping[str, Profile], group: Sequence[str]) -> str:
    """Return what tells a group apart: its first year, or its first show, role or document."""
    if kind is Kind.SERIES:
        years = sorted(year for document in group for year in rows[document].years)
        return str(years[0]) if years else group[0]
    shows = sorted(show for document in group for show in rows[document].shows)
    roles = sorted(role for document in group for role in rows[document].roles)
    return (shows or roles or [min(group)])[0]

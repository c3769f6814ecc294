"""Across documents: one reference for one thing, nothing merged because it looks alike.

Names are joined when they are equal under :func:`showgraph.iris.name_key` and of one kind; a
character's first name joins the only full name that the same series has; a "final season" joins
the season that any document calls final by its number. Everything else stays apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from showgraph.iris import name_key
from showgraph.model import Claim, Entity, Extraction, Kind, Qualifier, Reference, Rejection, Status


class DocumentReading(Protocol):
    """What one document says; see :class:`showgraph.extract.extraction.Reading`."""

    @property
    def claims(self) -> Sequence[Claim]:
        """What the document says."""
        ...

    @property
    def rejections(self) -> Sequence[Rejection]:
        """What was refused, and why."""
        ...

    @property
    def aliases(self) -> Sequence[tuple[Reference, Sequence[str]]]:
        """Other forms of names that the document uses."""
        ...


def resolve(readings: Iterable[DocumentReading]) -> Extraction:
    """Return the claims of all documents about shared references, and the things they name."""
    rows = list(readings)
    claims = [claim for reading in rows for claim in reading.claims]
    names = _Names(claims)
    resolved = [names.claim(claim) for claim in claims]
    forms: dict[Reference, set[str]] = defaultdict(set)
    for claim in claims:
        for reference in references(claim):
            forms[names.of(reference)].add(reference.name)
    for reading in rows:
        for reference, others in reading.aliases:
            forms[names.of(reference)].update(others)
    entities = []
    for reference in sorted({ref for claim in resolved for ref in references(claim)}):
        label = reference.name
        # A part of a series is named by its series: other forms of that name are the series'.
        part = reference.kind in {Kind.SEASON, Kind.EPISODE, Kind.TRAILER}
        others = () if part else sorted(form for form in forms[reference] if form != label)
        aliases = tuple(others)
        entities.append(Entity(reference, label, aliases))
    rejections = tuple(rejection for reading in rows for rejection in reading.rejections)
    ordered = sorted(
        resolved,
        key=lambda c: (
            c.document,
            c.evidence[0].start,
            c.evidence[0].end,
            c.relation,
            str(c.object),
            c.rule,
        ),
    )
    return Extraction(tuple(ordered), tuple(entities), rejections)


def references(claim: Claim) -> Iterator[Reference]:
    """Yield what a claim names, in a fixed order; with a part of a series the series itself."""
    sides = [claim.subject, claim.object, claim.speaker, *(value for _, value in claim.qualifiers)]
    for side in sides:
        for item in side if isinstance(side, tuple) else (side,):
            if isinstance(item, Reference):
                yield item
                if item.kind in {Kind.SEASON, Kind.EPISODE, Kind.TRAILER}:
                    yield Reference(Kind.SERIES, item.name, distinct=item.distinct)


def find_final_seasons(claims: Iterable[Claim]) -> dict[str, str]:
    """Return ``series key -> number`` where all claims agree which season is the final one."""
    numbers: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if (
            claim.relation == "season_status"
            and claim.object == "final season"
            and (claim.status is Status.ASSERTED)
        ):
            season = claim.qualifier("season") or claim.subject.season
            if isinstance(season, str) and season.isdigit():
                numbers[name_key(claim.subject.name)].add(season)
    return {key: next(iter(found)) for key, found in numbers.items() if len(found) == 1}


def number_final(claim: Claim, final: Mapping[str, str], *, main: str = "") -> Claim:
    """Return the claim with "final season" read as the number that is known for it.

    ``main`` is the series a document is about; what it says of persons is of that series.
    """

    def numbered(side: Reference) -> Reference:
        number = final.get(name_key(side.name)) if side.season == "final" else None
        return replace(side, season=number) if number else side

    titles = {Kind.CHARACTER: claim.subject.work, Kind.PERSON: main}
    title = titles.get(claim.subject.kind, claim.subject.name)
    qualifiers = tuple(
        (key, final.get(name_key(title), value) if (key, value) == ("season", "final") else value)
        for key, value in claim.qualifiers
    )
    object_ = numbered(claim.object) if isinstance(claim.object, Reference) else claim.object
    return replace(claim, subject=numbered(claim.subject), object=object_, qualifiers=qualifiers)


class _Names:
    """Maps each reference of a document to the one that all documents share."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        counts: Counter[Reference] = Counter(
            reference for claim in claims for reference in references(claim)
        )
        self._labels = self._best_labels(counts)
        self._full = self._full_characters(counts)
        self._final = find_final_seasons(claims)

    def _best_labels(self, counts: Counter[Reference]) -> dict[tuple[Kind, str], str]:
        """Return for each kind and key the spelling used most, ties by the alphabet."""
        spellings: dict[tuple[Kind, str], Counter[str]] = defaultdict(Counter)
        for reference, count in counts.items():
            spellings[reference.kind, name_key(reference.name)][reference.name] += count
        titles: Counter[str] = Counter()
        for (kind, key), names in spellings.items():
            if kind in {Kind.SERIES, Kind.SEASON, Kind.TRAILER}:
                titles.update({key: 0})
                for name, count in names.items():
                    spellings.setdefault((Kind.SERIES, key), Counter())
                    if kind is not Kind.SERIES:
                        spellings[Kind.SERIES, key][name] += count
        return {
            place: max(sorted(names), key=lambda name: names[name])
            for place, names in spellings.items()
        }

    def _full_characters(self, counts: Counter[Reference]) -> dict[tuple[str, str], str]:
        """Return ``(series key, bare name) -> full name`` where only one full name has it."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for reference in counts:
            words = reference.name.split()
            if reference.kind is Kind.CHARACTER and len(words) > 1:
                for word in {words[0], words[-1]}:
                    found[name_key(reference.work), name_key(word)].add(reference.name)
        return {
            place: next(iter(names))
            for place, names in found.items()
            if len({name_key(name) for name in names}) == 1
        }

    def of(self, reference: Reference) -> Reference:
        """Return the shared reference."""
        kind, name, work = reference.kind, reference.name, reference.work
        if kind in {Kind.SEASON, Kind.TRAILER, Kind.EPISODE}:
            name = self._labels.get((Kind.SERIES, name_key(name)), name)
        elif kind is Kind.CHARACTER:
            name = self._full.get((name_key(work), name_key(name)), name)
            work = self._labels.get((Kind.SERIES, name_key(work)), work)
            name = self._labels.get((kind, name_key(name)), name)
        else:
            name = self._labels.get((kind, name_key(name)), name)
        season = reference.season
        if season == "final":
            season = self._final.get(name_key(reference.name), season)
        return replace(reference, name=name, work=work, season=season)

    def claim(self, claim: Claim) -> Claim:
        """Return a claim about shared references; what the document wrote stays in its evidence."""
        return replace(
            claim,
            subject=self.of(claim.subject),
            object=self._side(claim.object),
            speaker=self.of(claim.speaker) if claim.speaker else None,
            qualifiers=tuple(
                (key, self._qualifier(claim, key, value)) for key, value in claim.qualifiers
            ),
        )

    def _side(self, side: Reference | str) -> Reference | str:
        return self.of(side) if isinstance(side, Reference) else side

    def _qualifier(self, claim: Claim, key: str, value: Qualifier) -> Qualifier:
        if isinstance(value, tuple):
            return tuple(self.of(item) for item in value)
        if isinstance(value, Reference):
            return self.of(value)
        if key == "season" and value == "final":
            title = (
                claim.subject.name
                if claim.subject.kind is not Kind.CHARACTER
                else (claim.subject.work)
            )
            return self._final.get(name_key(title), value)
        return value

"""Things that have a name: their class, their labels, and what they are parts of."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from showgraph.graph.accepting.works import promoted_by, series_of, whole_of
from showgraph.graph.mapping.terms import Minter, is_a, sg, typed
from showgraph.iris import name_key
from showgraph.model import Entity, Kind, Reference
from showgraph.namespaces import SKOS
from showgraph.store import Literal, NamedNode, Triple

_CLASSES: Final = {
    Kind.SERIES: "Series",
    Kind.SEASON: "Season",
    Kind.EPISODE: "Episode",
    Kind.TRAILER: "Trailer",
    Kind.WORK: "CreativeWork",
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.CHARACTER: "Character",
    Kind.PLATFORM: "Platform",
    Kind.CHANNEL: "Channel",
    Kind.PLACE: "Place",
}
_NAMED_AFTER_WHOLE: Final = frozenset({Kind.SEASON, Kind.EPISODE, Kind.TRAILER})
_PREF_LABEL: Final = NamedNode(SKOS + "prefLabel")
_ALT_LABEL: Final = NamedNode(SKOS + "altLabel")


class Things:
    """Labels and parts of things, by reference."""

    def __init__(self, entities: Iterable[Entity], minter: Minter) -> None:
        """Know the names that ``entities`` have; other things go by their reference."""
        self._minter = minter
        self._labels: dict[NamedNode, str] = {}
        self._aliases: dict[NamedNode, set[str]] = defaultdict(set)
        self._companies: dict[str, str] = {}
        # Of two entities with one IRI the first gives the label.
        for entity in sorted(entities):
            thing = minter.thing(entity.reference)
            label = " ".join(entity.label.split())
            if label and label != str(entity.reference):
                self._labels.setdefault(thing, label)
            self._aliases[thing] |= {label, *(" ".join(alias.split()) for alias in entity.aliases)}
            if entity.reference.kind is Kind.PLATFORM:
                self._companies.setdefault(name_key(entity.reference.name), label)

    def label(self, reference: Reference) -> str:
        """Return the name of a thing; a part is named after its whole."""
        if reference.kind is Kind.SEASON:
            number = reference.season
            words = f"season {number}" if number.isdecimal() else f"{number} season"
            return f"{self.label(_whole(reference))}, {words}"
        if reference.kind is Kind.TRAILER:
            return f"Trailer of {self.label(promoted_by(reference))}"
        label = self._labels.get(self._minter.thing(reference))
        if label is not None:
            return label
        if reference.kind is Kind.EPISODE:
            return f"{self.label(_whole(reference))}, episode {reference.episode}"
        if reference.kind is Kind.ORGANIZATION:  # the company behind a platform is called alike
            return self._companies.get(name_key(reference.name), reference.name)
        return reference.name

    def describe(self, reference: Reference) -> list[Triple]:
        """Return class and labels of a thing."""
        thing, label = self._minter.thing(reference), self.label(reference)
        others = self._aliases.get(thing, set()) - {label, ""}
        if reference.kind in _NAMED_AFTER_WHOLE:
            # Neither the notation of the fact record nor the series' own name is a name of it.
            others -= {str(reference), reference.name}
        return [
            is_a(thing, _CLASSES[reference.kind]),
            Triple(thing, _PREF_LABEL, Literal(label)),
            *(Triple(thing, _ALT_LABEL, Literal(alias)) for alias in sorted(others)),
        ]

    def whole(self, reference: Reference) -> Reference | None:
        """Return what a thing is linked to for being what it is, or None.

        That is the series of a season or character, the season of an episode, the platform of
        a channel and the work that a trailer is made for.
        """
        if reference.kind is Kind.TRAILER:
            return promoted_by(reference)
        if reference.kind is Kind.CHARACTER:
            return self._minter.series_of(reference)
        if reference.kind is Kind.CHANNEL and reference.work:
            return Reference(Kind.PLATFORM, reference.work)
        return whole_of(reference)

    def link(self, reference: Reference) -> Triple | None:
        """Return the triple between a thing and its whole, or None where it has none."""
        whole = self.whole(reference)
        if whole is None:
            return None
        part, home = self._minter.things((reference, whole))
        if reference.kind is Kind.CHARACTER:
            return Triple(home, sg("hasCharacter"), part)
        if reference.kind is Kind.EPISODE:
            name = "partOfSeason" if whole.kind is Kind.SEASON else "partOfSeries"
            return Triple(part, sg(name), home)
        names = {Kind.SEASON: "seasonOf", Kind.TRAILER: "trailerOf", Kind.CHANNEL: "channelOf"}
        return Triple(part, sg(names[reference.kind]), home)

    def number(self, reference: Reference) -> list[Triple]:
        """Return the place of a season or episode in its whole; empty where none is told."""
        numbers = {
            Kind.SEASON: (reference.season, "seasonNumber"),
            Kind.EPISODE: (reference.episode, "episodeNumber"),
        }
        words, name = numbers.get(reference.kind, ("", ""))
        if not words.isdecimal() or int(words) < 1:
            return []
        thing = self._minter.thing(reference)
        return [Triple(thing, sg(name), typed(str(int(words)), "integer"))]


def _whole(part: Reference) -> Reference:
    """Return the work that a season or episode belongs to."""
    whole = whole_of(part) or series_of(part)
    if whole is None:
        raise ValueError(f"{part} is no part of a work")
    return whole

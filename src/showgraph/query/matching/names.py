"""The names in a graph: what a person may call its series, people, characters and seasons.

A thing goes by its label, by its aliases, and by what people shorten them to: the first name of
a character, the surname of a person, a title without its article. A short form that fits
several things fits each of them, and the caller says so instead of choosing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from showgraph.errors import AmbiguousNameError, UnknownNameError
from showgraph.namespaces import SCHEME, SG
from showgraph.query.naming.labels import expand
from showgraph.query.sparql.binder import bind
from showgraph.query.wording.seasons import FINAL, LATEST
from showgraph.query.wording.wording import key_of
from showgraph.store import Literal, NamedNode, QuerySolution, Store
from showgraph.words import Kind

_ARTICLES: Final = frozenset({"the", "a", "an"})
_CLASSES: Final = {
    SG + ("CreativeWork" if kind is Kind.WORK else kind.value.capitalize()): kind for kind in Kind
}
_PARTS: Final = frozenset({Kind.SEASON, Kind.EPISODE, Kind.TRAILER})
#: The schemes whose words are recognised in sentences; those of others are plain words too.
SPOKEN_SCHEMES: Final = ("genre", "origin", "season-status")
#: As difflib counts, two letters of a name of ten may differ.
_NEAR: Final = 0.75

_NAMES_QUERY: Final = """
SELECT ?entity ?type ?label ?alias ?work WHERE {
  VALUES ?type { sg:Series sg:Season sg:Episode sg:Trailer sg:CreativeWork sg:Person
                 sg:Organization sg:Character sg:Platform sg:Channel sg:Place }
  GRAPH graph:accepted { ?entity a ?type ; skos:prefLabel ?label }
  OPTIONAL { GRAPH graph:accepted { ?entity skos:altLabel ?alias } }
  OPTIONAL { ?series sg:hasCharacter ?entity . ?series a sg:Series ; skos:prefLabel ?work }
}
"""
_SEASONS_QUERY: Final = """
SELECT ?series ?season ?number ?count ?final WHERE {
  ?series a sg:Series .
  OPTIONAL { ?series sg:seasonCount ?count }
  OPTIONAL {
    ?season sg:seasonOf ?series .
    OPTIONAL { ?season sg:seasonNumber ?number }
    OPTIONAL { ?season sg:seasonStatus ?final . FILTER(?final = <final>) }
  }
}
""".replace("<final>", f"<{SCHEME}season-status/final>")
_CONCEPTS_QUERY: Final = """
SELECT ?concept ?label ?word WHERE {
  ?concept skos:inScheme ?_scheme_iri ; skos:prefLabel ?label ;
    (skos:prefLabel|skos:altLabel|skos:hiddenLabel) ?word
}
"""

#: What may be said of a series to tell which one is meant.
_TIES_QUERY: Final = """
SELECT DISTINCT ?series ?thing WHERE {
  ?series a sg:Series .
  ?part (sg:partOfSeason|sg:partOfSeries|sg:seasonOf)* ?series .
  { ?part sg:hasRelease ?release . ?release (sg:onPlatform|sg:onChannel) ?thing }
  UNION { ?part (sg:contributor|sg:contributorToPart|sg:castMember) ?thing }
  UNION { ?part (sg:genre|sg:countryOrLanguage)/skos:broader* ?thing }
}
"""


@dataclass(frozen=True, slots=True, order=True)
class NamedEntity:
    """A thing with a name. ``work`` is the title of a character's series, or ""."""

    label: str
    kind: str  # a kind of the model, or "concept"
    iri: str
    work: str = ""
    aliases: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return the name with what sort of thing it is: ``Mara Voss (character, ...)``."""
        return f"{self.label} ({', '.join(filter(None, (self.kind, self.work)))})"


@dataclass(frozen=True, slots=True)
class Seasons:
    """What is known of the seasons of one series.

    ``final`` is the number of the final one, "final" where it has none, "" where no document
    calls a season final.
    """

    numbers: tuple[int, ...] = ()
    final: str = ""
    count: int = 0

    def has(self, season: str) -> bool:
        """Return whether there is a season of that number, or a final or latest one."""
        if season == FINAL:
            return bool(self.final)
        if season == LATEST:
            return bool(self.numbers)
        return season.isdecimal() and 1 <= int(season) <= max((*self.numbers, self.count))

    @property
    def names(self) -> tuple[str, ...]:
        """What the seasons are called, in order."""
        ending = ("final season",) if self.final == "final" else ()
        return tuple(f"season {number}" for number in self.numbers) + ending


class Names:
    """The names of one store, which stays the caller's to close."""

    def __init__(self, store: Store) -> None:
        """Read the names; concepts and seasons are read when they are asked for."""
        self._store = store
        self.entities = tuple(sorted(_read_entities(store)))
        self.by_iri: Mapping[str, NamedEntity] = {entity.iri: entity for entity in self.entities}

    @cached_property
    def index(self) -> Mapping[tuple[str, ...], tuple[NamedEntity, ...]]:
        """What each name, cut into words, may stand for, sorted."""
        found: defaultdict[tuple[str, ...], set[NamedEntity]] = defaultdict(set)
        for entity in self.entities:
            for key in _keys(entity):
                found[key].add(entity)
        return {key: tuple(sorted(entities)) for key, entities in found.items()}

    @cached_property
    def spoken(self) -> Mapping[tuple[str, ...], tuple[NamedEntity, ...]]:
        """The part of the index that sentences are read with: without seasons and trailers.

        Those are named by their series and a number, which
        :mod:`showgraph.query.matching.reading` reads.
        """
        found = {
            key: tuple(entity for entity in entities if entity.kind not in _PARTS)
            for key, entities in self.index.items()
        }
        return {key: entities for key, entities in found.items() if entities}

    @cached_property
    def seasons(self) -> Mapping[str, Seasons]:
        """The seasons of each series, by the IRI of the series."""
        return _read_seasons(self._store)

    @cached_property
    def ties(self) -> Mapping[str, frozenset[str]]:
        """What each series is tied to, by IRIs: platforms, people, companies, genres, origins."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self._store.select(_TIES_QUERY):
            found[row["series"].value].add(row["thing"].value)
        return {series: frozenset(things) for series, things in found.items()}

    def of_kind(self, *kinds: str) -> tuple[NamedEntity, ...]:
        """Return the things of some kinds, sorted by their labels; of all kinds for none."""
        return tuple(entity for entity in self.entities if not kinds or entity.kind in kinds)

    def find(self, text: str, *, kinds: Iterable[str] = ()) -> tuple[NamedEntity, ...]:
        """Return what a name or IRI may stand for, sorted; a full name wins over a short one.

        An IRI may be a compact one, as tables show it.
        """
        wanted = set(kinds)
        if (iri := expand(text)) in self.by_iri:
            found: tuple[NamedEntity, ...] = (self.by_iri[iri],)
        else:
            # What AmbiguousNameError lists, "Name (kind)", can be typed as it stands there.
            listed: tuple[NamedEntity, ...] = ()
            if text.endswith(")"):
                listed = tuple(entity for entity in self.entities if str(entity) == text)
            found = listed or self.index.get(key_of(text), ())
        found = tuple(entity for entity in found if not wanted or entity.kind in wanted)
        if len(found) < 2:  # noqa: PLR2004 - two can be told apart
            return found
        key = key_of(text)
        return tuple(entity for entity in found if key == key_of(entity.label)) or found

    def resolve(self, text: str, *, kinds: Iterable[str] = (), what: str = "") -> NamedEntity:
        """Return the one thing that a name stands for.

        Args:
            text: A name, or an IRI of the graph.
            kinds: What it may be; anything, if empty.
            what: The word for it in messages; the kinds by default.

        Raises:
            UnknownNameError: If nothing goes by that name, with the names that come close.
            AmbiguousNameError: If several things do.
        """
        kinds = tuple(kinds)
        found = self.find(text, kinds=kinds)
        if not found:
            word = what or " or ".join(kinds) or "name"
            known = dict.fromkeys(entity.label for entity in self.of_kind(*kinds))
            raise UnknownNameError(word, text, self.near(text, kinds=kinds), known=known)
        if len(found) > 1:
            raise AmbiguousNameError(text, map(str, found))
        return found[0]

    @cached_property
    def concepts(self) -> Mapping[tuple[str, ...], tuple[NamedEntity, ...]]:
        """The genres and origins by the words that name them, plurals included."""
        found: dict[tuple[str, ...], tuple[NamedEntity, ...]] = {}
        for scheme in SPOKEN_SCHEMES:
            for key, concept in _read_concepts(self._store, scheme):
                for form in _plurals(key):
                    found[form] = (*found.get(form, ()), concept)
        return {key: tuple(sorted(set(concepts))) for key, concepts in found.items()}

    def near(self, text: str, *, kinds: Iterable[str] = ()) -> tuple[str, ...]:
        """Return up to three names that are spelt nearly like ``text``, nearest first."""
        known = {
            " ".join(key): entity.label
            for entity in self.of_kind(*kinds)
            for key in sorted(_keys(entity))
        }
        import difflib  # noqa: PLC0415 - for errors alone

        close = difflib.get_close_matches(" ".join(key_of(text)), sorted(known), n=3, cutoff=_NEAR)
        return tuple(dict.fromkeys(known[key] for key in close))

    def concept(self, scheme: str, text: str) -> NamedEntity:
        """Return the concept of a scheme that goes by a word, which may be a plural.

        Raises:
            UnknownNameError: If there is none, with words that come close.
        """
        concepts = dict(_read_concepts(self._store, scheme))
        for key in _singulars(key_of(text)):
            if key in concepts:
                return concepts[key]
        for concept in concepts.values():
            if concept.iri == expand(text):
                return concept
        import difflib  # noqa: PLC0415 - for errors alone

        near = difflib.get_close_matches(text.casefold(), map(" ".join, sorted(concepts)), n=3)
        raise UnknownNameError(scheme, text, near)


def read_names(store: Store) -> Names:
    """Return the names in a graph.

    Raises:
        GraphError: If the store cannot be read.
    """
    return Names(store)


def _read_entities(store: Store) -> Iterator[NamedEntity]:
    """Yield the named things, each once, with the most special of its kinds."""
    rows: defaultdict[str, list[QuerySolution]] = defaultdict(list)
    for row in store.select(_NAMES_QUERY):
        rows[row["entity"].value].append(row)
    for iri, found in rows.items():
        kinds = {_CLASSES[row["type"].value] for row in found}
        if len(kinds) > 1:
            kinds.discard(Kind.WORK)
        yield NamedEntity(
            label=min(row["label"].value for row in found),
            kind=min(kinds).value,
            iri=iri,
            work=min((row["work"].value for row in found if row["work"]), default=""),
            aliases=tuple(sorted({row["alias"].value for row in found if row["alias"]})),
        )


def _keys(entity: NamedEntity) -> set[tuple[str, ...]]:
    """Return the names of a thing, cut into words, short forms included."""
    keys = {key for name in (entity.label, *entity.aliases) if (key := key_of(name))}
    label = key_of(entity.label)
    if len(label) > 1:
        if entity.kind == Kind.CHARACTER:
            keys.add(label[:1])
        if entity.kind in {Kind.PERSON, Kind.CHARACTER}:
            keys.add(label[-1:])
        if label[0] in _ARTICLES:
            keys.add(label[1:])
    return keys


def _plurals(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name and what may be its plural."""
    yield key
    yield (*key[:-1], f"{key[-1]}s")
    if key[-1].endswith("y"):
        yield (*key[:-1], key[-1].removesuffix("y") + "ies")


def _singulars(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name and what it may be the plural of: sitcoms, comedies."""
    yield key
    if key and key[-1].endswith("s"):
        yield (*key[:-1], key[-1].removesuffix("s"))
        yield (*key[:-1], key[-1].removesuffix("ies") + "y")


def _read_seasons(store: Store) -> dict[str, Seasons]:
    """Return the seasons of each series."""
    rows: defaultdict[str, list[QuerySolution]] = defaultdict(list)
    for row in store.select(_SEASONS_QUERY):
        rows[row["series"].value].append(row)
    return {series: _seasons(found) for series, found in sorted(rows.items())}


def _seasons(rows: Iterable[QuerySolution]) -> Seasons:
    """Return what the rows of one series tell."""
    numbers: set[int] = set()
    finals: set[str] = set()
    counts = {0}
    for row in rows:
        number = _whole(row["number"])
        numbers.update([number] if number else [])
        counts.add(_whole(row["count"]))
        if row["season"] and (row["final"] or not number):
            finals.add(str(number) if number else "final")
    return Seasons(tuple(sorted(numbers)), min(finals, default=""), max(counts))


def _whole(term: object) -> int:
    """Return the number of a literal, 0 for none."""
    return int(term.value) if isinstance(term, Literal) else 0


def _read_concepts(store: Store, scheme: str) -> Iterator[tuple[tuple[str, ...], NamedEntity]]:
    """Yield each word for a concept of a scheme with the concept."""
    query = bind(_CONCEPTS_QUERY, {"scheme": NamedNode(SCHEME + scheme)})
    for row in store.select(query):
        entity = NamedEntity(row["label"].value, "concept", row["concept"].value)
        yield key_of(row["word"].value), entity

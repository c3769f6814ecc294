"""Make a universe of invented series of any size, as the facts of an accepted graph.

Equal numbers give equal text. A series has about 75 triples: 1 to 4 seasons with a release
each, a creator, directors, writers, a company, a cast with characters, now and then episodes,
a trailer, an award or an interview. People, companies and platforms are shared between series,
with few busy ones and many that appear once.

    python benchmarks/universe.py 1000 > universe.nt      # about 75,000 triples
"""

import random
import sys
from collections.abc import Iterator

from showgraph.iris import concept_iri, node_iri
from showgraph.namespaces import BASE, RDF, SG, SKOS, XSD

Triple = tuple[str, str, str]

_CREWS = (
    ("Directing", "director", 0.5),
    ("Writing", "writer", 0.35),
    ("Production", "producer", 0.3),
    ("Showrunning", "showrunner", 0.15),
    ("Composing", "composer", 0.1),
)
_TRAILER = 0.2
_INTERVIEW = 0.2
_EPISODES = 0.1
_GENRES = ("drama", "comedy", "thriller", "romance", "crime", "science fiction")
_PLATFORMS = 40


def iter_universe(series: int, *, seed: int = 7) -> Iterator[Triple]:
    """Yield the triples of ``series`` series as N-Triples terms, in a fixed order, each once.

    The names of shared people are drawn so that about one in three works on more than one
    series.
    """
    universe = _Universe(series, random.Random(seed))  # noqa: S311 - a benchmark, no secret
    yield from universe.iter_triples()


def write_universe(series: int, path: str, *, seed: int = 7) -> int:
    """Write a universe as N-Triples and return the number of its triples."""
    count = 0
    with open(path, "w", encoding="utf-8") as out:  # noqa: PTH123 - a path from the command line
        for triple in iter_universe(series, seed=seed):
            out.write(" ".join(triple) + " .\n")
            count += 1
    return count


class _Universe:
    def __init__(self, series: int, dice: random.Random) -> None:
        self._series = series
        self._dice = dice
        self._people = max(20, series * 6)
        self._companies = max(5, series // 5)
        self._described: set[str] = set()

    def iter_triples(self) -> Iterator[Triple]:
        for number in range(self._series):
            yield from self._iter_series(number)

    def _iter_series(self, number: int) -> Iterator[Triple]:
        series = _entity(f"series/show-{number}")
        yield from self._iter_entity(series, "Series", f"Show {number}")
        yield series, _sg("genre"), _concept("genre", self._dice.choice(_GENRES))
        yield from self._iter_credit(series, "Creator", "creator")
        seasons = self._dice.choice((1, 1, 1, 2, 2, 3))
        yield series, _sg("seasonCount"), _integer(seasons)
        people = dict.fromkeys(self._person() for _ in range(4))
        cast = [
            (person, _entity(f"character/show-{number}/c{place}"))
            for place, person in enumerate(people)
        ]
        for season in range(1, seasons + 1):
            work = _entity(f"season/show-{number}/{season}")
            yield from self._iter_season(work, series, number, season)
            part = cast if season == 1 else self._dice.sample(cast, len(cast) // 2)
            for person, character in part:
                yield from self._iter_performance(work, person, character)
        if self._happens(_TRAILER):
            yield from self._iter_trailer(number, seasons)
        if self._happens(_INTERVIEW):
            yield from self._iter_interview(series, number)

    def _iter_season(self, work: str, series: str, number: int, season: int) -> Iterator[Triple]:
        yield from self._iter_entity(work, "Season", f"Show {number}, season {season}")
        yield work, _sg("seasonOf"), series
        yield work, _sg("seasonNumber"), _integer(season)
        for name, role, share in _CREWS:
            if self._happens(share):
                yield from self._iter_credit(work, name, role)
        yield from self._iter_release(work, 2000 + (number + season) % 25, "premiere")
        if self._happens(_EPISODES):
            for episode in range(1, 7):
                part = _entity(f"episode/show-{number}/{season}/{episode}")
                label = f"Show {number}, season {season}, episode {episode}"
                yield from self._iter_entity(part, "Episode", label)
                yield part, _sg("partOfSeason"), work
                yield part, _sg("episodeNumber"), _integer(episode)

    def _iter_credit(self, work: str, name: str, role: str) -> Iterator[Triple]:
        agent, kind = self._person(), "Person"
        if role == "producer":
            agent, kind = (
                _entity(f"organization/company-{self._pick(self._companies)}"),
                "Organization",
            )
        credit = _node("credit", role, agent, work)
        yield work, _sg(f"has{name}Credit"), credit
        yield credit, _TYPE, _sg(f"{name}Credit")
        yield credit, _sg("creditedAgent"), agent
        yield from self._iter_entity(agent, kind, agent.rsplit("/", 1)[1][:-1].title())

    def _iter_performance(self, work: str, person: str, character: str) -> Iterator[Triple]:
        node = _node("credit", "performer", person, work)
        yield work, _sg("hasPerformance"), node
        yield node, _TYPE, _sg("Performance")
        yield node, _sg("creditedAgent"), person
        yield node, _sg("portrays"), character
        yield from self._iter_entity(person, "Person", person.rsplit("/", 1)[1][:-1].title())
        yield from self._iter_entity(character, "Character", "Role " + character[-3:-1])

    def _iter_release(self, work: str, year: int, kind: str) -> Iterator[Triple]:
        platform = _entity(f"platform/outlet-{self._pick(_PLATFORMS)}")
        node = _node("release", work, platform, kind)
        yield work, _sg("hasRelease"), node
        yield node, _TYPE, _sg("Release")
        yield node, _sg("onPlatform"), platform
        yield node, _sg("releaseKind"), _concept("release-kind", kind)
        yield node, _sg("status"), _concept("event-status", "occurred")
        day = f"{year}-{self._dice.randint(1, 12):02}-{self._dice.randint(1, 28):02}"
        yield node, _sg("earliestDate"), f'"{day}"^^<{XSD}date>'
        yield node, _sg("latestDate"), f'"{day}"^^<{XSD}date>'
        yield node, _sg("datePrecision"), _concept("date-precision", "day")
        yield from self._iter_entity(platform, "Platform", platform.rsplit("/", 1)[1][:-1].title())

    def _iter_trailer(self, number: int, season: int) -> Iterator[Triple]:
        work = _entity(f"trailer/show-{number}/{season}")
        yield from self._iter_entity(work, "Trailer", f"Show {number}, season {season}, trailer")
        yield work, _sg("trailerOf"), _entity(f"season/show-{number}/{season}")
        yield from self._iter_release(work, 2000 + (number + season) % 25, "trailer")

    def _iter_interview(self, series: str, number: int) -> Iterator[Triple]:
        node = _node("event", "interview", str(number))
        person = self._person()
        yield node, _TYPE, _sg("Interview")
        yield node, _sg("interviewee"), person
        yield node, _sg("concerns"), series
        yield from self._iter_entity(person, "Person", person.rsplit("/", 1)[1][:-1].title())

    def _iter_entity(self, iri: str, kind: str, label: str) -> Iterator[Triple]:
        """Yield type and label, the first time that the entity is met."""
        if iri not in self._described:
            self._described.add(iri)
            yield iri, _TYPE, _sg(kind)
            yield iri, f"<{SKOS}prefLabel>", f'"{label}"'

    def _person(self) -> str:
        return _entity(f"person/person-{self._pick(self._people)}")

    def _happens(self, share: float) -> bool:
        return self._dice.random() < share

    def _pick(self, size: int) -> int:
        """Return a number below ``size``, small ones far more often than large ones."""
        return int(size * self._dice.random() ** 2)


_TYPE = f"<{RDF}type>"


def _entity(path: str) -> str:
    return f"<{BASE}id/{path}>"


def _node(sort: str, *key: str) -> str:
    return f"<{node_iri(sort, *key)}>"


def _sg(name: str) -> str:
    return f"<{SG}{name}>"


def _concept(scheme: str, word: str) -> str:
    return f"<{concept_iri(scheme, word)}>"


def _integer(number: int) -> str:
    return f'"{number}"^^<{XSD}integer>'


if __name__ == "__main__":
    for line in iter_universe(int(sys.argv[1])):
        sys.stdout.write(" ".join(line) + " .\n")

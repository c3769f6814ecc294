"""A catalogue of known titles that the user gives: a strong sign in the title inventory.

It vouches for titles, it adds no fact: a show that no document names does not get into a graph.
Files are CSV with the header ``title[,alias,type,year]``; a row for each alias, or several in
one cell, separated by ``;``. A ``type`` other than series (film, book ...) says that the title
is no series. Years tell two shows of one title apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from showgraph.extract.resolving.aliases import Alias, Aliases
from showgraph.extract.resolving.tables import Faults, Row, read_rows
from showgraph.extract.titles.titles import Title
from showgraph.iris import name_key
from showgraph.model import Kind

NEEDED: Final = ("title",)
FURTHER: Final = ("alias", "type", "year")
#: Words for a series in the column ``type``; all others name another sort of work.
SERIES_TYPES: Final = frozenset(
    {
        *("", "series", "tv series", "tvseries", "web series", "show", "tv show", "miniseries"),
        *("mini-series", "limited series", "tv mini series", "tvminiseries", "anime", "sitcom"),
        *("drama", "docuseries", "reality show", "soap", "k-drama"),
    }
)
_MAX_TITLE: Final = 200
_FIRST_YEAR: Final = 1920
_LAST_YEAR: Final = 2100


@dataclass(frozen=True, slots=True)
class Entry:
    """One known title. ``type`` is "series" or a sort of other work; ``years`` may be none."""

    title: str
    aliases: tuple[str, ...] = ()
    type: str = "series"
    years: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """Known titles; the empty one vouches for nothing."""

    entries: tuple[Entry, ...] = field(default=())

    @classmethod
    def of(cls, titles: Iterable[str]) -> "Catalogue":
        """Return the catalogue of series with these titles."""
        return cls(tuple(Entry(title) for title in titles))

    def __bool__(self) -> bool:
        """Tell whether there is any title."""
        return bool(self.entries)

    @cached_property
    def series(self) -> tuple[str, ...]:
        """All names of series, aliases too, sorted."""
        names = {name for e in self.entries if e.type == "series" for name in (e.title, *e.aliases)}
        return tuple(sorted(names))

    @cached_property
    def aliases(self) -> Aliases:
        """The other names of series, as rows; one that several shows share is left out."""
        means: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            if entry.type == "series":
                for name in (entry.title, *entry.aliases):
                    means[name].add(entry.title)
        return Aliases(
            Alias(Kind.SERIES, name, next(iter(titles)))
            for name, titles in sorted(means.items())
            if len(titles) == 1 and titles != {name}
        )

    @cached_property
    def remakes(self) -> Mapping[str, tuple[str, ...]]:
        """The years of each title that several shows share, by its key."""
        years: dict[str, list[str]] = defaultdict(list)
        for entry in self.entries:
            if entry.type == "series":
                years[name_key(entry.title)] += entry.years
        return {key: tuple(sorted(set(row))) for key, row in years.items() if len(set(row)) > 1}

    @cached_property
    def _others(self) -> Mapping[str, str]:
        """Titles that are of no series but of another sort of work, by their key."""
        names = {
            name_key(name): entry.type
            for entry in self.entries
            if entry.type != "series"
            for name in (entry.title, *entry.aliases)
        }
        return {key: sort for key, sort in names.items() if key not in map(name_key, self.series)}

    def correct(self, titles: Sequence[Title]) -> tuple[Title, ...]:
        """Return an inventory in which a title known as no series is none."""
        if not self._others:
            return tuple(titles)
        return tuple(
            replace(title, kind=self._others.get(name_key(title.name), title.kind))
            if title.kind == "series"
            else title
            for title in titles
        )


def read_catalogue(path: Path) -> Catalogue:
    """Return the titles of a CSV file.

    Raises:
        UnavailableError: If the file cannot be read or holds no title, or a row is bad; all bad
            rows are named.
    """
    faults = Faults(path)
    entries: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in read_rows(path, needed=NEEDED, known=FURTHER):
        reason = _fault(row)
        if reason:
            faults.add(row.line, reason)
        else:
            entries[row.cell("title"), _type(row), row.cell("year")].append(row)
    if not entries and not faults.rows:
        faults.add(1, "no title below the header")
    faults.tell()
    return Catalogue(tuple(_entry(*key, rows) for key, rows in sorted(entries.items())))


def _type(row: Row) -> str:
    sort = " ".join(row.cell("type").lower().split())
    return "series" if sort in SERIES_TYPES else sort


def _entry(title: str, sort: str, year: str, rows: Sequence[Row]) -> Entry:
    names = (part.strip() for row in rows for part in row.cell("alias").split(";"))
    aliases = tuple(sorted({name for name in names if name and name != title}))
    return Entry(title, aliases, sort, (year,) if year else ())


def _fault(row: Row) -> str:
    """Return what is wrong with a row, or nothing."""
    title, year = row.cell("title"), row.cell("year")
    if not title:
        return "'title' is empty"
    if len(title) > _MAX_TITLE or not (title + row.cell("alias")).isprintable():
        return f"a title of over {_MAX_TITLE} characters, or with control characters"
    if not any(character.isalnum() for character in title):
        return f"the title {title!r} has no letter or digit"
    if year and not (year.isascii() and year.isdecimal() and len(year) == 4):  # noqa: PLR2004
        return f"the year {year!r} is none; write four digits"
    if year and not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return f"the year {year!r} is before television or after us"
    return ""

"""Read a sentence: which of its words are names of the graph, and what is left of it.

Names give way to mentions, the longest name first, so that what is left can be compared with
the phrases of the saved questions. "the show" is a mention of a series that leaves open which.
A season takes in the series that it is named with: "the second season of X" and "X season 2" are
one mention.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from showgraph.query.matching.names import NamedEntity
from showgraph.query.wording.dates import N_WORDS, date_at
from showgraph.query.wording.seasons import N_WORDS as N_SEASON_WORDS
from showgraph.query.wording.seasons import bare_season_at, next_season_at, season_at, season_number
from showgraph.query.wording.wording import Word, words
from showgraph.words import Kind

_NEGATIVE: Final = re.compile(r"[-\u2212\u2013] *[0-9]")
SHOW_WORDS: Final = frozenset({"show", "series", "programme", "program", "serial", "webseries"})
SHOW_SORTS: Final = frozenset({"tv", "television", "web", "streaming"})
_POINTERS: Final = frozenset({"the", "this", "that"})
_OF: Final = frozenset({"of", "in", "from"})
#: Words that may stand before a name and say what it is.
_TITLES: Final = {
    "character": Kind.CHARACTER,
    "actor": Kind.PERSON,
    "actress": Kind.PERSON,
    "show": Kind.SERIES,
    "series": Kind.SERIES,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something of the graph.

    ``entities`` are what a name may stand for; empty for a season or "the show". ``season`` is a
    number, "final" or "latest". ``shows`` are the series that a season is named with. ``date`` is
    the part of an ISO date that the words tell. ``after`` is the word before it in the sentence,
    ``{}`` for another mention, "" at the beginning.
    """

    written: str
    entities: tuple[NamedEntity, ...] = ()
    season: str = ""
    shows: tuple[NamedEntity, ...] = ()
    date: str = ""
    after: str = field(default="", compare=False)

    @property
    def is_open_show(self) -> bool:
        """Whether it stands for a series and leaves open which."""
        return not self.entities and not self.season and not self.date

    @property
    def is_owner(self) -> bool:
        """Whether it is written as an owner: "X's"."""
        return self.written.endswith(("'s", "\u2019s", "s'"))


Item = Word | Mention


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as words and mentions."""

    items: tuple[Item, ...]

    @property
    def key(self) -> str:
        """The words, with ``{}`` for each mention: what phrases are compared by."""
        return " ".join("{}" if isinstance(item, Mention) else item.text for item in self.items)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions, in order, each with the word that it stands behind."""
        texts = [_text([item], 0) or "{}" for item in self.items]
        before = [
            "according" if word == "to" and texts[:n][-1:] == ["according"] else word
            for n, word in enumerate(["", *texts], start=-1)
        ]
        return tuple(
            replace(item, after=word)
            for word, item in zip(before, self.items, strict=False)
            if isinstance(item, Mention)
        )


def read(
    sentence: Sequence[Word],
    index: Mapping[tuple[str, ...], tuple[NamedEntity, ...]],
    *,
    ordinary: Collection[str] = (),
) -> Reading:
    """Return what a sentence mentions.

    Args:
        sentence: Its words.
        index: What each name, cut into words, may stand for.
        ordinary: Words that mean themselves: a name made only of such words, such as a series
            called "You", counts only where it is written with a capital.
    """
    return read_words(list(_mask_names(sentence, index, frozenset(ordinary))))


def read_words(items: Sequence[Item]) -> Reading:
    """Return a reading of words some of which are mentions already: dates, seasons, "the show"."""
    dated = list(_mask_dates(items))
    return Reading(tuple(_fold(list(_mask_shows(list(_mask_seasons(dated)))))))


def take_pronoun(reading: Reading) -> Reading:
    """Return the reading in which "it" is the series, where nothing else is mentioned."""
    pronouns = [n for n, item in enumerate(reading.items) if _text([item], 0) == "it"]
    if reading.mentions or len(pronouns) != 1:
        return reading
    items = list(reading.items)
    items[pronouns[0]] = Mention("it")
    return Reading(tuple(items))


def mask_concepts(
    reading: Reading, index: Mapping[tuple[str, ...], tuple[NamedEntity, ...]]
) -> Reading:
    """Return the reading in which words for concepts, such as genres, are mentions too."""
    longest = max(map(len, index), default=0)
    items: list[Item] = []
    position = 0
    while position < len(reading.items):
        for length in range(min(longest, len(reading.items) - position), 0, -1):
            part = reading.items[position : position + length]
            concepts = index.get(tuple(_text(part, n) for n in range(length)), ())
            if concepts:
                items.append(Mention(" ".join(item.written for item in part), concepts))
                position += length
                break
        else:
            items.append(reading.items[position])
            position += 1
    return Reading(tuple(_fold(items)))


def parse_date(text: str) -> str:
    """Return the part of an ISO date that a text tells, "" for a text that is no date."""
    items = list(_mask_dates(words(text)))
    if len(items) == 1 and isinstance(items[0], Mention):
        return items[0].date
    return ""


def parse_season(text: str) -> str:
    """Return the number of a season that is named alone ("2", "season 2"), "final", or ""."""
    items = list(_mask_seasons(words(text)))
    if len(items) == 1 and not _NEGATIVE.search(text):
        (item,) = items
        return item.season if isinstance(item, Mention) else season_number(item.text)
    return ""


def _mask_names(
    sentence: Sequence[Word],
    index: Mapping[tuple[str, ...], tuple[NamedEntity, ...]],
    ordinary: frozenset[str],
) -> Iterator[Item]:
    """Put mentions in the place of names, the longest that fits at each word."""
    longest = max(map(len, index), default=0)
    position = 0
    while position < len(sentence):
        for length in range(min(longest, len(sentence) - position), 0, -1):
            part = sentence[position : position + length]
            entities = index.get(tuple(word.text for word in part), ())
            if entities and not _is_ordinary(part, ordinary):
                yield Mention(" ".join(word.written for word in part), entities)
                position += length
                break
        else:
            yield sentence[position]
            position += 1


def _is_ordinary(part: Sequence[Word], ordinary: frozenset[str]) -> bool:
    """Return whether a name is more likely to be plain words here."""
    plain = all(word.text in ordinary for word in part)
    return plain and not all(word.is_capital for word in part)


def _mask_dates(items: Sequence[Item]) -> Iterator[Item]:
    """Put mentions in the place of "2018", "October 5", "the 5th of October 2018"."""
    texts = [_text(items, position) for position in range(len(items))]
    position = 0
    while position < len(items):
        date, length = date_at(texts[position : position + N_WORDS])
        if date:
            written = " ".join(item.written for item in items[position : position + length])
            yield Mention(written, date=date)
            position += length
        else:
            yield items[position]
            position += 1


def _mask_seasons(items: Sequence[Item]) -> Iterator[Item]:
    """Put mentions in the place of "season 2", "second season", "S2", "the final season"."""
    texts = [_text(items, position) for position in range(len(items))]
    position = 0
    was_season = False
    while position < len(items):
        season, length = season_at(texts[position : position + N_SEASON_WORDS])
        if not season and was_season:
            season, length = next_season_at(texts[position : position + 3])
            if season:
                yield items[position]
                position, length = position + 1, length - 1
        if not season and position and _shows_of(items[position - 1]):
            season, length = bare_season_at(texts[position : position + 2])
        was_season = bool(season)
        if season:
            written = items[position : position + length]
            yield Mention(" ".join(item.written for item in written), season=season)
            position += length
        else:
            yield items[position]
            position += 1


def _mask_shows(items: Sequence[Item]) -> Iterator[Item]:
    """Put mentions in the place of "the show", "this series", "the web series"."""
    position = 0
    while position < len(items):
        length = 0
        if _text(items, position) in _POINTERS:
            sort = _text(items, position + 1) in SHOW_SORTS
            if _text(items, position + 1 + sort) in SHOW_WORDS:
                length = 2 + sort
        if length:
            yield Mention(" ".join(item.written for item in items[position : position + length]))
            position += length
        else:
            yield items[position]
            position += 1


def _fold(items: Sequence[Item]) -> list[Item]:
    """Return the items with what belongs to one mention drawn together."""
    folded: list[Item] = []
    for item in items:
        folded.append(item)
        while (shorter := _fold_end(folded)) is not None:
            folded = shorter
    return folded


def _fold_end(items: list[Item]) -> list[Item] | None:
    """Return the items with the last ones drawn together, None where no rule does so."""
    last = items[-1]
    before = items[-2] if len(items) > 1 else None
    if isinstance(last, Word):
        named = isinstance(before, Mention) and _shows(before) and last.text in SHOW_WORDS
        return items[:-1] if named else None  # X the series, the X show
    if isinstance(before, Mention):
        return _fold_mentions(items[:-2], before, last)
    if isinstance(before, Word):
        return _fold_word(items[:-2], before, last)
    return None


def _fold_mentions(items: list[Item], before: Mention, last: Mention) -> list[Item] | None:
    """Draw two mentions together: a series and its season, "the show" and its title."""
    if last.season and _joins(last, before):
        return [*items, _join(last, before)]
    if before.is_open_show and _shows(last):
        return [*items, replace(last, entities=_shows(last))]
    return None


def _fold_word(items: list[Item], before: Word, last: Mention) -> list[Item] | None:
    """Draw a mention and the word before it together: articles, titles, "of"."""
    if before.text == "the":
        return [*items, last]
    title = _TITLES.get(before.text)
    kept = tuple(entity for entity in last.entities if entity.kind == title)
    if kept:
        return [*items, replace(last, entities=kept)]
    first = items[-1] if items else None
    if before.text in _OF and isinstance(first, Mention) and _joins(first, last):
        return [*items[:-1], _join(first, last)]
    return None


def _joins(season: Mention, show: Mention) -> bool:
    """Return whether a season without a series and a series make one mention."""
    return bool(season.season and not season.shows and (show.is_open_show or _shows(show)))


def _join(season: Mention, show: Mention) -> Mention:
    """Return the season of a series."""
    return replace(season, written=f"{season.written} of {show.written}", shows=_shows(show))


def _shows(mention: Mention) -> tuple[NamedEntity, ...]:
    """Return the series that a mention may stand for."""
    return tuple(entity for entity in mention.entities if entity.kind == Kind.SERIES)


def _shows_of(item: Item) -> tuple[NamedEntity, ...]:
    return _shows(item) if isinstance(item, Mention) else ()


def _text(items: Sequence[Item], position: int) -> str:
    """Return the word at a position, "" for a mention and behind the end."""
    item = items[position] if position < len(items) else None
    return item.text if isinstance(item, Word) else ""

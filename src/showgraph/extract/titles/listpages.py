"""Tell whether a page lists series, so that its headings are their titles.

A headline or an opening that counts series says so ("Ten new dramas to look forward to"), and so
do headings of which most are titles by other signs.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.titles.titlecuts import Candidate
from showgraph.extract.titles.titletalk import plain_words
from showgraph.extract.values.quantities import parse_number
from showgraph.iris import name_key

_NO_TEXT: Final = frozenset({BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.HEADLINE})
_HEADS: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_PLURALS: Final = frozenset(
    {
        *("shows", "dramas", "sitcoms", "k-dramas", "kdramas", "c-dramas", "miniseries", "series"),
        *("docuseries", "dramedies", "telenovelas", "thrillers", "comedies", "programmes"),
        *("originals", "lineup", "line-up", "slate"),
    },
)
#: These count series only with a number or "best" in front: "the series" is one.
_EITHER: Final = frozenset({"series", "lineup", "line-up", "slate", "comedies", "thrillers"})
#: Words that may stand between such a number and the word for series, or in front of the latter.
_COUNTING: Final = frozenset(
    {
        *("best", "new", "worst", "top", "these", "all", "following", "greatest", "upcoming"),
        *("returning", "drama", "tv", "television", "other", "must-see", "must-watch"),
    },
)
_REACH: Final = 6
#: What is listed there instead: a page of these has no titles for headings.
_OTHERS: Final = frozenset(
    {
        *("films", "film", "movies", "movie", "books", "actors", "actresses", "stars"),
        *("characters", "couples", "moments", "episodes", "deaths", "scenes", "songs", "quotes"),
        *("reasons",),
        *("things", "ways", "facts", "questions", "platforms", "networks", "apps", "trailers"),
        *("games", "podcasts", "albums", "artists", "musicals", "plays", "documentaries", "roles"),
        *("takeaways", "spoilers", "cast", "celebrities", "channels", "trends", "villains"),
    },
)
#: Sentences within which a page says what it lists.
_OPENING: Final = 5
_LEAST: Final = 2


def lists_series(sentences: Sequence[Sentence]) -> bool:
    """Return whether the headline, or what stands above the first heading, counts series."""
    if not sentences:
        return False
    head = [t.key for s in sentences if s.block is sentences[0].block for t in s.tokens]
    if _OTHERS & set(head):
        return False
    if _counts_series(head):
        return True
    for sentence in sentences[1:_OPENING]:
        if sentence.block.kind in _HEADS:
            return False
        keys = [token.key for token in sentence.tokens]
        if _counts_series(keys) and not _OTHERS & set(keys):
            return True
    return False


#: Shows are on stages and in podcasts as well.
_OTHER_SHOWS: Final = frozenset(
    {
        *("podcast", "podcasts", "podcasters", "fringe", "theatre", "theatres", "theater", "venue"),
        *("venues", "playwright", "standup", "stand-up", "exhibition", "gallery", "runway"),
        "broadway",
    },
)
_ON_SCREEN: Final = frozenset(
    {
        *("tv", "television", "season", "seasons", "netflix", "hulu", "streaming", "sitcom"),
        *("sitcoms", "drama", "dramas", "network", "streamer", "episode", "k-drama", "k-dramas"),
    },
)


def _is_of_other_shows(sentences: Sequence[Sentence]) -> bool:
    """Return whether a text speaks of stages or podcasts rather than of screens."""
    keys = [token.key for sentence in sentences for token in sentence.tokens]
    others = sum(key in _OTHER_SHOWS for key in keys)
    return others >= _LEAST and 2 * others > sum(key in _ON_SCREEN for key in keys)


def _counts_series(keys: Sequence[str]) -> bool:
    """Return whether "five new dramas" or "the best TV shows" stands in a sentence."""
    for at, key in enumerate(keys):
        if key not in _PLURALS:
            continue
        before = keys[max(0, at - _REACH) : at]
        if any(parse_number(word) is not None or word in _COUNTING for word in before):
            return True
        if key not in _EITHER and at < _REACH:
            return True
    return False


def mark_heads(
    sentences: Sequence[Sentence],
    candidates: Mapping[str, Candidate],
    table: TitleTable,
) -> None:
    """Give the headings of a page that lists series the sign "list_head".

    Args:
        sentences: The document's sentences.
        candidates: Its candidates by key, with all other signs.
        table: The weights.
    """
    if _is_of_other_shows(sentences):
        for candidate in candidates.values():
            if candidate.series & _LINE_SIGNS:
                candidate.series.add("other_medium")
        return
    filmed = _lines_over_films(sentences, table)
    for key, candidate in candidates.items():
        if candidate.series & _LINE_SIGNS and plain_words(key) in filmed:
            candidate.series.add("film")
    lines = _lines_over_text(sentences)
    heads = [
        candidate
        for key, candidate in candidates.items()
        if "whole_line" in candidate.series
        and not candidate.series & _NO_HEADS
        and plain_words(key) in lines
    ]
    said = lists_series(sentences)
    if not said and not _are_mostly_titles(heads, table):
        return
    for candidate in heads:
        candidate.series.add("list_head")
        candidate.series.discard("passing")
        if said:
            candidate.series.discard("film_talk")


#: What has one of these signs heads no part of a list.
_NO_HEADS: Final = frozenset({"section", "gazetteer", "firm", "event", "surname_alone"})


def _lines_over_text(sentences: Sequence[Sentence]) -> set[str]:
    """Return the words of the headings and items that a paragraph or a row of fields follows."""
    lines: set[str] = set()
    for first, second in pairwise(sentences):
        if first.block.kind not in _HEADS or first.block is second.block:
            continue
        if second.block.kind in _NO_TEXT:
            continue
        words = name_key(" ".join(token.word for token in first.tokens))
        for line in (words, words.split("(")[0], words.split(" season ")[0]):
            lines |= {plain_words(line), plain_words(line.lstrip("0123456789#. )"))}
    return lines


#: A candidate with one of these stands in a line.
_LINE_SIGNS: Final = frozenset({"whole_line", "channel_line", "dated_line", "heading_start"})
_DETERMINERS: Final = frozenset({"the", "this", "a", "an"})
_FILMS: Final = frozenset({"film", "movie"})
_UNDER: Final = 4


def _lines_over_films(sentences: Sequence[Sentence], table: TitleTable) -> set[str]:
    """Return the words of the headings that a text about "the film" stands under."""
    lines: set[str] = set()
    for at, head in enumerate(sentences):
        if head.block.kind not in _HEADS:
            continue
        under = []
        for sentence in sentences[at + 1 : at + 1 + _UNDER]:
            if sentence.block.kind in _HEADS:
                break
            under.append(sentence)
        keys = {token.key for sentence in under for token in sentence.tokens}
        if keys & table.words["series_talk"] or not any(_is_of_film(s) for s in under):
            continue
        words = name_key(" ".join(token.word for token in head.tokens))
        parts = [words, words.split("(")[0]]
        parts += [words.split(mark)[0] for mark in (" - ", " — ", " | ")]
        lines |= {plain_words(part.lstrip("0123456789#. )")) for part in parts}
    return lines


def _is_of_film(sentence: Sentence) -> bool:
    """Return whether a sentence speaks of "the film", not of "the film X"."""
    tokens = sentence.tokens
    return any(
        token.key in _FILMS
        and not token.is_capital
        and _DETERMINERS & {before.key for before in tokens[max(0, at - 4) : at]}
        and not any(
            after.is_capital or after.key in {'"', "'"} for after in tokens[at + 1 : at + 2]
        )
        for at, token in enumerate(tokens)
    )


def _are_mostly_titles(heads: Sequence[Candidate], table: TitleTable) -> bool:
    """Return whether at least two, and half, of the headings of a page are titles already."""
    scores = [sum(table.weights[sign] for sign in candidate.series) for candidate in heads]
    found = sum(score >= table.threshold for score in scores)
    return found >= _LEAST and 2 * found >= len(scores)

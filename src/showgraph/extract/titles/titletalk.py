"""What a whole text says about its titles: it is about series, a page or a section names one."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from showgraph.extract.rulepack.gazetteer import Gazetteer
from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.titles.titleruns import HEADLINE_VERBS, is_reviewed
from showgraph.extract.values.quantities import parse_ordinal
from showgraph.extract.values.slots import is_slot
from showgraph.iris import name_key

#: What is neither a letter nor a digit.
_SIGNS: Final = re.compile(r"[\W_]+")


def plain_words(key: str) -> str:
    """Return the words between single blanks, marks such as the colon left out."""
    return f" {' '.join(_SIGNS.sub(' ', key).split())} "


def lines_over_series(sentences: Sequence[Sentence], table: TitleTable) -> set[str]:
    """Return the headings that a text about "the series" or a fact box stands under."""
    lines: set[str] = set()
    heading, left = "", 0
    for sentence in sentences:
        headed = {BlockKind.HEADING, BlockKind.HEADLINE, BlockKind.LIST_ITEM}
        if sentence.block.kind in headed and not is_slot(sentence):
            tells = not _TELLS.isdisjoint(token.key for token in sentence.tokens[1:])
            tells = tells and sentence.block.kind is BlockKind.HEADLINE
            heading = "" if tells else " ".join(name_key(token.word) for token in sentence.tokens)
            left = _UNDER
        elif (
            heading
            and left
            and (
                sentence.block.kind is BlockKind.KEY_VALUE
                or is_slot(sentence)
                or _speaks_of_series(sentence, table)
                or _tells_plot(sentence)
            )
        ):
            lines |= {plain_words(heading), plain_words(heading.split("(")[0])}
            lines |= {
                plain_words(part) for mark in ("—", " - ", ":") for part in heading.split(mark)
            }
            lines.add(plain_words(" ".join(word for word in heading.split() if not word.isdigit())))
            heading = ""
        left -= left > 0
    return lines


def _tells_plot(sentence: Sentence) -> bool:
    """Return whether two characters have their actors in brackets: "Dora (Ana Bell) and ..."."""
    tokens = sentence.tokens
    played = (
        tokens[at - 1].is_capital
        and tokens[at + 1].is_capital
        and tokens[at + 2].is_capital
        and ")" in {token.key for token in tokens[at + 3 : at + 5]}
        for at in range(1, len(tokens) - 3)
        if tokens[at].key == "("
    )
    return sum(played) > 1


#: So many sentences under a heading tell what it names.
_UNDER: Final = 4


def lines_over_questions(sentences: Sequence[Sentence]) -> set[str]:
    """Return the keys of the headings that questions stand under: who is asked, and no title."""
    return {
        name_key(" ".join(token.word for token in first.tokens))
        for first, second in pairwise(sentences)
        if first.block.kind in {BlockKind.HEADING, BlockKind.LIST_ITEM}
        and [token.key for token in second.tokens[:2]] in (["q", ":"], ["question", ":"])
    }


def page_title(sentences: Sequence[Sentence], table: TitleTable) -> str:
    """Return the key of a headline of few words over a text about a series, or nothing."""
    head = [sentence for sentence in sentences[:2] if sentence.block is sentences[0].block]
    spoken = any(
        token.key in table.words["kind_after_words"] or token.key in _SEASONS
        for sentence in sentences
        for token in sentence.tokens
    )
    filmed = sum(t.key in {"film", "movie"} for s in sentences for t in s.tokens)
    if len(head) != 1 or len(head[0].tokens) > _PAGE_TITLE or not spoken or filmed > _FILMED:
        return ""
    words = [token.word for token in head[0].tokens]
    if (SEVERAL_SHOWS | _TELLS) & {word.casefold() for word in words[1:]}:
        return ""  # "16 Shows Gone Too Soon", "Peacock Makes New Orders"
    ends = (
        at
        for at, word in enumerate(words)
        if at and (_counts_season(word) or is_reviewed(head[0].tokens[at + 1 :]))
    )
    stop = next(ends, len(words))
    return name_key(" ".join(words[:stop]))


_TELLS: Final = HEADLINE_VERBS | {"makes", "commissions", "boards", "takes", "unveil", "make"}


def colon_title(sentences: Sequence[Sentence]) -> str:
    """Return the key of what stands before the colon of the headline, or nothing.

    Where somebody speaks behind the colon, it is the speaker.
    """
    tokens = sentences[0].tokens if sentences else ()
    colon = next((at for at, token in enumerate(tokens[:_COLON]) if token.key == ":"), 0)
    behind = tokens[colon + 1 : colon + 2]
    if not colon or not behind or behind[0].key in _SPOKEN or not tokens[0].is_capital:
        return ""
    return name_key(" ".join(token.word for token in tokens[:colon]))


def is_announced(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> bool:
    """Return whether a channel acts behind the colon of the headline: "X: Peacock reveals"."""
    tokens = sentences[0].tokens if sentences else ()
    colon = next((at for at, token in enumerate(tokens[:_COLON]) if token.key == ":"), 0)
    behind = tokens[colon + 1 :]
    return any(
        first == 0
        and entry.type == "platforms"
        and behind[last : last + 1] != ()
        and behind[last].key in _ANNOUNCES
        for first, last, entry in gazetteer.find(behind)
    )


_ANNOUNCES: Final = frozenset(
    {
        *("reveals", "confirms", "announces", "unveils", "orders", "renews", "cancels", "sets"),
        *("shares", "drops", "releases", "casts", "commissions", "teases", "debuts"),
    },
)
_COLON: Final = 7
_SPOKEN: Final = frozenset({'"', "'", "i", "we", "my", "our", "it", "there", "he", "she"})


def _counts_season(word: str) -> bool:
    """Return whether a word is "Season" or a season by its letter: "S04"."""
    return word.lower() == "season" or (word[0] == "S" and word[1:].isdigit())


_PAGE_TITLE: Final = 6
#: With one of these a line is about many.
SEVERAL_SHOWS: Final = frozenset(
    {"shows", "dramas", "sitcoms", "k-dramas", "comedies", "projects", "originals", "pilots"}
)
_FILMED: Final = 2


def _speaks_of_series(sentence: Sentence, table: TitleTable) -> bool:
    keys = [token.key for token in sentence.tokens]
    return any(
        key in table.words["kind_after_words"] | {"drama", "comedy", "thriller"}
        and keys[at + 1 : at + 2] != ["of"]
        and {"the", "this", "new"} & set(keys[max(0, at - 5) : at])
        and not _SEVERAL & set(keys[max(0, at - 5) : at])
        for at, key in enumerate(keys)
    )


#: "Three major new series" is none of them.
_SEVERAL: Final = frozenset(
    {"two", "three", "four", "five", "six", "several", "many", "all", "some", "most", "other"},
)


def is_of_another_medium(
    sentences: Sequence[Sentence], table: TitleTable, gazetteer: Gazetteer
) -> bool:
    """Return whether a text speaks of "the film", "their album" and never of anything in episodes.

    Only small letters count: "Season" in a title says nothing of the work. What a channel calls
    its drama comes in episodes.
    """
    if any(_series_words(sentence, table) for sentence in sentences):
        return False
    if any(_is_channels_drama(sentence, gazetteer) for sentence in sentences):
        return False
    return any(
        not token.is_capital
        and token.key in table.words["other_media"]
        and _LED & {before.key for before in sentence.tokens[max(0, at - 3) : at]}
        and not _SOURCED & {before.key for before in sentence.tokens[max(0, at - 6) : at]}
        for sentence in sentences
        for at, token in enumerate(sentence.tokens)
    )


def is_of_the_stage(sentences: Sequence[Sentence], table: TitleTable) -> bool:
    """Return whether a text speaks of theatres much more than of series."""
    keys = [token.key for sentence in sentences for token in sentence.tokens]
    sorts = set(table.words["kind_after_words"]) - {"revival"}  # plays are revived as well
    series = sum(key in sorts or key in _SEASONS for key in keys)
    staged = sum(key in _STAGE for key in keys)
    return staged > _STAGED and staged > 2 * series


_STAGED: Final = 2
_STAGE: Final = frozenset(
    {
        *("broadway", "off-broadway", "theatre", "theater", "theatres", "theaters", "playwright"),
        *("musical", "musicals", "onstage", "choreographer"),
    },
)
#: Behind these stands what something was made from: "a drama based on a novel".
_SOURCED: Final = frozenset({"based", "adapted", "inspired", "adapts", "adaptation"})


def is_of_films(sentences: Sequence[Sentence], table: TitleTable, gazetteer: Gazetteer) -> bool:
    """Return whether a text speaks of films and has hardly a word of its own for a series.

    "The drama X" and "the comedy X" are films there.
    """
    series = sum(bool(_series_words(sentence, table) - _SEASONED) for sentence in sentences)
    films = sum(token.key in _FILMS for sentence in sentences for token in sentence.tokens)
    dramas = sum(_is_channels_drama(sentence, gazetteer) for sentence in sentences)
    return films > _FILMED * (series + dramas)


_FILMS: Final = frozenset({"film", "films", "movie", "movies", "cinemas", "theaters", "box-office"})


def speaks_of_series(sentences: Sequence[Sentence], table: TitleTable) -> bool:
    """Return whether a text speaks of series and mentions no podcast, and others works less."""
    series = others = 0
    for sentence in sentences:
        keys = [token.key for token in sentence.tokens]
        if not _PODCASTS.isdisjoint(keys):
            return False
        series += bool(_series_words(sentence, table))
        others += any(
            key in table.words["other_media"] and at and keys[at - 1] in _MEANT
            for at, key in enumerate(keys)
        )
    return series > others


_PODCASTS: Final = frozenset({"podcast", "podcasts"})
_MEANT: Final = frozenset({"the", "this", "their", "its", "her", "his"})


def is_without_series(sentences: Sequence[Sentence], table: TitleTable) -> bool:
    """Return whether a text has no word for a series; every trade and house has its seasons."""
    kinds = {kind for kind, sort in table.kinds.items() if sort == "series"} - table.words[
        "series_talk"
    ]
    return not any(
        _series_words(sentence, table) - _SEASONED
        or kinds & {t.key for t in sentence.tokens}
        or _counts_shown_season(sentence)
        for sentence in sentences
    )


def _counts_shown_season(sentence: Sentence) -> bool:
    """Return whether a counted season is picked up or cancelled, as only those of series are."""
    keys = [token.key for token in sentence.tokens]
    if _PICKED_UP.isdisjoint(keys):
        return False
    return any(
        key in _SEASONED
        and (
            (keys[at + 1 : at + 2] != [] and keys[at + 1].isdigit())
            or (at > 0 and parse_ordinal(keys[at - 1]) is not None)
        )
        for at, key in enumerate(keys)
    )


_PICKED_UP: Final = frozenset(
    {
        *("picked", "renewed", "cancelled", "canceled", "renewal", "axed", "debuts", "premieres"),
        *("premiere", "finale", "recap"),
    },
)


def _series_words(sentence: Sentence, table: TitleTable) -> set[str]:
    """Return the words in small letters that only series have; "a series of cuts" is none."""
    tokens = sentence.tokens
    return {
        token.key
        for at, token in enumerate(tokens)
        if token.key in table.words["series_talk"]
        and not token.is_capital
        and not (token.key == "series" and tokens[at + 1 : at + 2] and tokens[at + 1].key == "of")
    }


def _is_channels_drama(sentence: Sentence, gazetteer: Gazetteer) -> bool:
    """Return whether a channel and "drama" stand together: "the new Peacock drama"."""
    tokens = sentence.tokens
    dramas = {at for at, t in enumerate(tokens) if t.key in _DRAMAS and not t.is_capital}
    return bool(dramas) and any(
        entry.type == "platforms" and not dramas.isdisjoint(range(last, last + _DRAMA_REACH))
        for _, last, entry in gazetteer.find(tokens)
    )


_DRAMAS: Final = frozenset({"drama", "dramas"})
_DRAMA_REACH: Final = 5  # "Peacock's new Monday-Tuesday drama"
_SEASONED: Final = frozenset({"season", "seasons"})
_LED: Final = frozenset({"the", "this", "a", "an", "their", "his", "her", "its", "our"})


def is_mostly_of_series(sentences: Sequence[Sentence], table: TitleTable) -> bool:
    """Return whether a text speaks of series more than of films."""
    keys = [token.key for sentence in sentences for token in sentence.tokens]
    series = sum(key in table.words["kind_after_words"] or key in _SEASONS for key in keys)
    return series > 1 and series > 2 * sum(key in {"film", "films", "movie"} for key in keys)


_SEASONS: Final = frozenset({"season", "seasons", "episode", "episodes", "drama", "showrunner"})

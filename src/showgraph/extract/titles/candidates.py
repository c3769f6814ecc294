"""Find the phrases of a sentence that may be titles: quoted ones and runs of capitals."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.names import COMMON, Capitals, is_title_case
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.serieslists import find_series_lists
from showgraph.extract.titles.titlerows import split_list
from showgraph.extract.titles.titleruns import (
    CALLED,
    INNER,
    NOTICES,
    find_title_end,
    is_billing,
    is_calendar,
    is_digit,
    is_headline_verb,
    is_participle,
    is_title_word,
)
from showgraph.extract.titles.wholelines import is_coined, told_head, whole_line
from showgraph.extract.values.quantities import parse_ordinal

#: Words that open a sentence in front of a title and are no part of it.
_OPENERS: Final = frozenset(
    {
        *("watch", "see", "read", "catch", "join", "meet", "check", "stream", "binge"),
        *("discover", "enjoy", "remember", "is", "are", "was", "were", "does", "did", "will"),
        *("can", "has", "have", "in", "on", "at", "for", "from", "with", "after", "before"),
        *("when", "while", "as", "if", "but", "and", "since", "although", "according", "like"),
        *("unlike", "despite", "what", "why", "how", "where", "who", "titled", "entitled"),
        *("dubbed", "called", "meanwhile", "also", "elsewhere", "speaking", "then", "now"),
    },
)
#: Words that say which of those who have a trade is meant.
_BILLING: Final = frozenset(
    {"former", "fellow", "longtime", "veteran", "current", "then", "costume", "casting", "head"}
)
#: Sorts of works that a headline puts behind a title with a capital.
_SORTS: Final = frozenset({"anime", "film", "movie"})
_NOTICED: Final = frozenset({"new", "first", "second", "official", "final", "latest", "tv"})
#: Behind a deed these lead to what it is done to: "Filming for", "Speaking of".
_BEHIND_DEEDS: Final = frozenset({"for", "of", "on", "in", "with", "to", "at", "from"})
#: Words in capitals that are no titles by themselves.
_LETTERS: Final = frozenset(
    {
        *("og", "tv", "ya", "us", "u.s.", "va", "uk", "usa", "u.s", "u.k", "dvd", "ott", "ceo"),
        *("one", "two", "three", "not", "all", "and", "every", "never", "only", "very", "so"),
        *("fbi", "cia", "dea", "nypd", "ip", "am", "pm"),
        *("et", "pt", "est", "edt", "pst", "gmt", "bst", "ist", "kst"),
    },
)
#: What stands behind these is a role first: "plays Dora in Iron Tide".
_PLAYED: Final = frozenset(
    {
        *("voicing", "voices", "voiced", "voice", "play", "plays", "played", "playing"),
        *("portray", "portrays", "portrayed", "portraying"),
    },
)
_MAX_WORDS: Final = 8
_LINES: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_QUOTES: Final = frozenset({'"', "'"})
#: Words that a season is counted with.
SEASON_WORDS: Final = frozenset({"season", "seasons"})


def find_candidates(sentence: Sentence, capitals: Capitals) -> Iterator[tuple[int, int, bool]]:
    """Yield candidate phrases as ``(first, last, quoted)``."""
    tokens = sentence.tokens
    listed = find_series_lists(tokens)
    for row in listed:
        yield from ((first, last, False) for first, last in split_list(tokens, row.first, row.last))
    for first, last, quoted in _phrases(sentence, capitals):
        if not quoted and any(row.first <= first < row.last for row in listed):
            continue
        if _is_date(tokens, first, last, quoted=quoted):
            continue
        if last - first == 1 and tokens[first].key in {"the", "a", "an"}:
            continue
        if not quoted and last - first == 1 and _is_letters(tokens[first]):
            continue
        if quoted or last - first > 1 or tokens[first].key not in COMMON or _shouts(tokens[first]):
            yield first, last, quoted
        elif tokens[last : last + 1] and tokens[last].key == "(" and is_digit(tokens, last + 1):
            yield first, last, quoted  # "Better (6x60)"
        elif first and tokens[first - 1].key in CALLED and not tokens[first - 1].is_capital:
            yield first, last, quoted  # "the drama Life"


def _is_date(tokens: Sequence[Token], first: int, last: int, *, quoted: bool) -> bool:
    """Return whether a phrase only dates or counts something; but "39" may be a title."""
    if not all(is_calendar(token) for token in tokens[first:last]):
        return False
    if last - first > 1:
        return True
    return not (tokens[first].text.isdigit() if quoted else is_coined(tokens, first))


def _is_letters(token: Token) -> bool:
    """Return whether a word is one letter, or letters that are no title."""
    return len(token.word) == 1 or token.key.rstrip(".") in _LETTERS


def _shouts(token: Token) -> bool:
    """Return whether a word stands in capitals throughout, as "YOU" the series does."""
    return len(token.word) > 2 and token.word.isupper()  # noqa: PLR2004 - shorter ones are initials


def _phrases(sentence: Sentence, capitals: Capitals) -> Iterator[tuple[int, int, bool]]:
    tokens = sentence.tokens
    bar = next((index for index, token in enumerate(tokens) if token.key == "|"), 0)
    if 0 < bar <= _MAX_WORDS and tokens[0].is_capital and not _shows_clip(tokens[:bar]):
        yield 0, bar, False  # "Based on Nothing | Drama"
    for first, closing in quoted_spans(tokens):
        last = _before_meaning(tokens, first, closing)
        last -= last - first > 1 and tokens[last - 1].key == "'s"  # '"Iron Tide's" premiere'
        if _is_nickname(tokens, first, last):
            continue
        if last - first <= _MAX_WORDS and _looks_titled(tokens[first:last]):
            yield first, _before_season(tokens, first, last), True
    index = 0
    if sentence.block.kind in _LINES and (line := whole_line(tokens)) is not None:
        yield *line, False
        index = len(tokens)
    if colon := told_head(sentence):
        yield 0, colon, False
        index = max(index, colon + 1)
    yield from _runs(tokens, index, capitals)


def _shows_clip(tokens: Sequence[Token]) -> bool:
    """Return whether words name a clip: "Iron Tide Season 2 - Official Trailer | Peacock"."""
    return bool({"trailer", "teaser", "clip"} & {token.key for token in tokens[1:]})


def _before_meaning(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a quoted title ends before what it means: "'Sal (Salt of the Sea)'"."""
    if tokens[last - 1].key != ")" or tokens[first].key == "(":
        return last
    opening = next((at for at in range(first, last) if tokens[at].key == "("), last - 1)
    return opening if tokens[opening + 1].is_capital else last


def _is_nickname(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a quoted word stands inside a name: 'Detective Ana "Mack" Bell said'."""
    inside = tokens[max(0, first - 2) : first - 1], tokens[last + 1 : last + 2]
    named = all(
        bool(row) and row[0].is_capital and row[0].is_word and row[0].key not in COMMON
        for row in inside
    )
    return last - first == 1 and named and not is_title_case(tokens)


def _before_season(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a quoted title ends before its season: "'Iron Tide Season 2'"."""
    at = last - 2
    seasoned = at > first and tokens[at].key == "season" and tokens[at].is_capital
    return at if seasoned and tokens[last - 1].is_number else last


def _runs(
    tokens: Sequence[Token], index: int, capitals: Capitals
) -> Iterator[tuple[int, int, bool]]:
    """Yield the runs of capitals from a token on."""
    headline = is_title_case(tokens)
    while index < len(tokens):
        opens_verb = headline and index and is_headline_verb(tokens, index, capitals)
        if opens_verb or not is_title_word(tokens, index, capitals):
            index += 1
            continue
        end = find_title_end(tokens, index, capitals, headline=headline)
        if end < len(tokens) and (is_participle(tokens[end]) or is_billing(tokens, end)):
            index = end + 1  # "the Ana Bell-starring drama"
            continue
        if not (headline and end - index > _MAX_WORDS):
            first = _with_speaker(tokens, _behind_role(tokens, index, end))
            yield from _trimmed(tokens, first, end)
            if _is_numbered(tokens, index):
                yield from _trimmed(tokens, index - 1, end)
        index = end


def _with_speaker(tokens: Sequence[Token], first: int) -> int:
    """Return where a phrase starts with the "I," that it may begin with: "the series I, Bell"."""
    if first < 2 or tokens[first - 1].key != "," or tokens[first - 2].word != "I":  # noqa: PLR2004 - "I" and a comma
        return first
    led = first == 2 or tokens[first - 3].key in _NAMED_BEHIND  # noqa: PLR2004 - it opens the line
    return first - 2 if led else first


_NAMED_BEHIND: Final = frozenset(
    {"series", "drama", "show", "comedy", "of", "titled", "called", "thriller", "in", '"', "'"}
)


def _is_numbered(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a number that is no day or season stands before a run: "14 Lamps"."""
    if not first or not tokens[first - 1].text.isdigit() or is_calendar(tokens[first]):
        return False
    before = tokens[first - 2] if first > 1 else None
    return before is None or not (is_calendar(before) or before.key in {*SEASON_WORDS, "episode"})


def _behind_role(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a title starts behind a role: "plays Dora in Iron Tide"."""
    if not first or tokens[first - 1].key not in _PLAYED:
        return first
    places = [at for at in range(first + 1, last - 1) if tokens[at].key == "in"]
    return places[0] + 1 if places and tokens[places[0] + 1].is_capital else first


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """Cut a run at season expressions; yield what stands before and after them."""
    for index in range(first, last):
        episode = tokens[index].key == "episode" and is_digit(tokens, index + 1)
        if tokens[index].key in SEASON_WORDS or is_short_season(tokens[index].key) or episode:
            last_before = index
            while last_before > first and tokens[last_before - 1].key in {*INNER, ":"}:
                last_before -= 1
            before = tokens[last_before - 1].key
            ordinal = parse_ordinal(before) is not None or before in {"this", "next", "last"}
            if last_before > first and not ordinal:
                yield from _unopened(tokens, first, last_before)
            behind = index + 1
            while behind < last and tokens[behind].is_number:
                behind += 1
            if behind + 1 < last and tokens[behind].key == "of":
                start = behind + 1 + (not tokens[behind + 1].is_capital)
                if start < last and tokens[start].is_capital:
                    yield from _unjoined(tokens, start, last)
            return
    yield from _unopened(tokens, first, last)


def is_short_season(key: str) -> bool:
    """Return whether a word is a season by its letter: "s04"."""
    return key[0] == "s" and key[1:].isdigit() and len(key) < 4  # noqa: PLR2004


def _unopened(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """Yield a phrase, and what is left when its first word only opens the sentence."""
    if last - first > 1 and tokens[last - 1].key in _SORTS:
        last -= 1  # "Iron Tide Anime's 2nd Season"
    behind = tokens[last : last + 1]
    noticed = bool(behind) and behind[0].key == ":"
    if noticed and last - first > 1 and tokens[last - 1].key in NOTICES:
        last -= 1
        last -= last - first > 1 and tokens[last - 1].key in _NOTICED
    if not first and last == 1 and tokens[0].key.endswith("ly") and behind and behind[0].key == ",":
        return  # "Unfortunately, season 2 ..."
    if last - first == 1 and tokens[first].key in _BILLING:
        return  # "Former showrunner Ana Bell"
    if first or last - first == 1 or not _opens(tokens[0], tokens[1]):
        yield from _unjoined(tokens, first, last)
        return
    start = 1
    while start < last and not tokens[start].is_capital:
        start += 1
    if start < last:
        yield from _unjoined(tokens, start, last)


def _opens(token: Token, following: Token) -> bool:
    """Return whether a word opens the sentence in front of a title: "Filming for Iron Tide"."""
    if following.key == "by" and token.key.endswith(("ed", "written")):
        return True  # "Penned by Iron Tide writers"
    return token.key in _OPENERS or (token.key.endswith("ing") and following.key in _BEHIND_DEEDS)


def _unjoined(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """Yield a phrase, or its halves where "and" joins two names of two words or more."""
    for index in range(first + 2, last - 2):
        if tokens[index].key in {"and", "&"} and all(
            sum(token.is_capital and token.key not in COMMON for token in half) > 1
            and half[0].is_capital
            for half in (tokens[first:index], tokens[index + 1 : last])
        ):
            yield first, index, False
            yield from _unjoined(tokens, index + 1, last)
            return
    yield first, last, False


def quoted_spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges inside matching quotation marks, marks left out, innermost first."""
    opened: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.key not in _QUOTES:
            continue
        start = opened.pop(token.key, None)
        if start is None:
            opened[token.key] = index
        elif index - start > 1:
            end = index
            if tokens[end - 1].key in {",", "."}:
                end -= 1
            if end > start + 1:
                yield start + 1, end
    return


def _looks_titled(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.is_word]
    if not words or any(token.key in {"!", "?"} for token in tokens[:-1]):
        return bool(tokens) and all(token.is_number for token in tokens)
    first_capital = words[0].is_capital
    inner = [token for token in words[1:] if token.key not in INNER and len(token.key) > 3]  # noqa: PLR2004
    return first_capital and all(token.is_capital for token in inner)

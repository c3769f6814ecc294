"""Find the lists of titles that a word for series or a decision leads in: "shows like X and Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.decidedlists import DECIDING, find_decided
from showgraph.extract.titles.titlerows import pair_end, row_end, split_list

_KINDS: Final = frozenset(
    {
        *("series", "shows", "dramas", "sitcoms", "comedies", "programmes", "programs"),
        *("thrillers", "k-dramas", "c-dramas", "kdramas", "miniseries", "dramedies", "procedurals"),
        *("telenovelas", "docuseries", "originals", "soaps", "serials"),
    },
)
#: Works of any sort: what such a list holds is one, and the talk of the text tells which.
_WORKS: Final = frozenset(
    {
        *("titles", "hits", "productions", "projects", "content", "offerings", "favourites"),
        *("favorites", "slate", "lineup", "line-up", "schedule", "imports", "catalogue"),
    },
)
#: These only ever name series, so that a list may follow at once.
_PLURALS: Final = frozenset(
    {
        *("dramas", "sitcoms", "comedies", "thrillers", "miniseries", "k-dramas", "dramedies"),
        *("procedurals", "telenovelas", "docuseries"),
    },
)
#: In front of these "shows" is no verb: "the hit shows X and Y".
_SHOWN: Final = frozenset(
    {
        *("the", "its", "hit", "tv", "television", "web", "drama", "comedy", "reality", "popular"),
        *("acclaimed", "new", "returning", "original", "scripted", "animated"),
    },
)
_LEADS: Final = (("like",), ("such", "as"), ("including",), ("as", "diverse", "as"), ("namely",))
#: Further on, these still lead from a word for series to a list.
_LATER: Final = frozenset({"including", "include", "includes", "namely"})
_LATER_REACH: Final = 7
#: Behind these "series" is many: "including series X and Y".
_MANY: Final = frozenset({"including", "includes", "include", "like", "as"})
#: Who is on a show may be listed in the same words.
_PEOPLE: Final = frozenset(
    {
        *("cast", "stars", "star", "starring", "actors", "actor", "actress", "actresses", "talent"),
        *("names", "guests", "guest", "writers", "producers", "creators", "directors", "ensemble"),
        *("people", "contestants", "hosts", "performers", "faces", "featuring", "roles", "who"),
        *("team", "crew", "presenters", "characters", "partners", "studios", "platforms"),
        *("executives", "companies", "broadcasters", "territories", "members", "players"),
    },
)
_OWNERS: Final = frozenset({"his", "her", "their", "my"})
_MARKS: Final = frozenset({'"', "'"})


#: What leads a list in; the first word of a sentence may as well.
_OPENERS: Final = _KINDS | _WORKS | DECIDING


@dataclass(frozen=True, slots=True)
class SeriesList:
    """Titles at ``[first, last)``; ``sign`` is what each of them shows by standing there."""

    first: int
    last: int
    sign: str


def find_series_lists(tokens: Sequence[Token]) -> tuple[SeriesList, ...]:
    """Return the lists of titles in a sentence, in order; one ends where the next begins.

    A list ends before the first word in small letters that joins no names. It shows "listed"
    where a word for series leads it in, "listed_work" where one for any work does, "decided"
    where its series are renewed or cancelled.

    Args:
        tokens: A sentence.
    """
    found: list[SeriesList] = []
    for at, token in enumerate(tokens):
        if (at and token.key not in _OPENERS) or (found and at < found[-1].last):
            continue
        decided = [SeriesList(*row, "decided") for row in find_decided(tokens, at)]
        found += decided
        if decided:
            continue
        if token.key in _KINDS and not (at and token.is_capital and token.key != "originals"):
            found += _led(tokens, at, "listed")
        elif token.key in _WORKS and not token.is_capital:
            found += _led(tokens, at, "listed_work")
    return tuple(found)


def _led(tokens: Sequence[Token], at: int, sign: str) -> Iterator[SeriesList]:
    """Yield the list that the word at a position leads in, if any."""
    token = tokens[at]
    before = {token.key for token in tokens[max(0, at - _BEFORE) : at]}
    elsewhere = before & _PAST and "in" in before
    if elsewhere or before & _EARLIER or (sign == "listed_work" and "other" in before):
        return  # "Ana Bell has starred in the dramas X and Y"
    first = at + 1 + (_key(tokens, at + 1) == ",")
    if _names_at_once(tokens, at) and (last := pair_end(tokens, first)):
        yield SeriesList(first, last, sign)  # "the thrillers X and Y"
        return
    if at and tokens[at - 1].key in _OWNERS:
        return  # "her shows like X" are somebody's credits
    first = _behind_lead(tokens, at)
    last = row_end(tokens, first)
    if last > first > 0 and (tokens[first].is_capital or tokens[first].key in _MARKS):
        yield SeriesList(first, last, sign)
    elif _key(tokens, at + 1) == ":" and token.key in _KINDS:
        last = pair_end(tokens, at + 2)
        if len(split_list(tokens, at + 2, last)) > _PAIR and not _has_people(tokens, at):
            yield SeriesList(at + 2, last, sign)  # "three shows: X, Y and Z"


_PAIR: Final = 2
_BEFORE: Final = 6
_EARLIER: Final = frozenset({"earlier", "previous", "past", "prior", "previously"})
_PAST: Final = frozenset(
    {"starred", "appeared", "featured", "seen", "starring", "appearing", "roles", "played"}
)


def _names_at_once(tokens: Sequence[Token], at: int) -> bool:
    """Return whether titles may follow a word for series without any word between."""
    key = tokens[at].key
    if key in _PLURALS:
        return True
    before = tokens[at - 1] if at else None
    if key == "series":
        return before is not None and before.key in _MANY
    led = before is not None and (
        before.key in _SHOWN or (before.is_capital and before.word.endswith(_ORIGINS))
    )
    return led and key in {"shows", "programmes", "programs", "originals"}


#: How words for where something is from end: "Bengali", "Turkish".
_ORIGINS: Final = ("li", "ish", "ian", "ese", "ean", "ani")


def _behind_lead(tokens: Sequence[Token], at: int) -> int:
    """Return where a list starts behind "like" or, further on, "including"; 0 without one."""
    parted = _key(tokens, at + 1) in {"—", ","}  # 'several shows—such as "X" and "Y"'
    for lead in _LEADS:
        first = at + 1 + parted + len(lead)
        if tuple(t.key for t in tokens[at + 1 + parted : first]) == lead:
            return first
    if _has_people(tokens, at):
        return 0
    for place in range(at + 1, min(at + 1 + _LATER_REACH, len(tokens))):
        if tokens[place].key in _PEOPLE:
            return 0  # "the shows stars include Ana Bell"
        if tokens[place].key in _LATER:
            one = tokens[at].key == "series" and tokens[place].key != "include"
            return 0 if one else place + 1  # "the series includes Ana Bell"
        if not tokens[place].is_word and tokens[place].key != ",":
            return 0
    return 0


def _has_people(tokens: Sequence[Token], at: int) -> bool:
    return any(token.key in _PEOPLE for token in tokens[:at])


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if at < len(tokens) else ""

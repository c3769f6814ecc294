"""Find the lists of titles that a word for series or a decision leads in: "shows like X and Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.text.tokens import Token
from showgraph.extract.values.quantities import parse_number, parse_ordinal

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
_LATER_REACH: Final = 5
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
_DECIDED: Final = frozenset(
    {
        *("renewed", "renews", "renewing", "cancelled", "canceled", "cancels", "cancelling"),
        *("axed", "axes", "axing", "canned", "scrapped"),
    },
)
#: "The finales of X and Y" are those of several series.
_OCCASIONS: Final = frozenset({"finales", "premieres", "renewals", "cancellations", "returns"})
_SEASONS: Final = frozenset({"season", "seasons"})
_SEASON_REACH: Final = 6
_SORTS: Final = frozenset({"series", "show", "drama", "comedy", "thriller", "sitcom", "dramas"})
_BE: Final = frozenset({"are", "is", "were"})
#: What may stand in such a list beside capitalised words.
_BETWEEN: Final = frozenset(
    {",", "and", "&", "or", "'s", "of", "the", "in", "to", "a", "on", "'", '"'}
)
_OWNERS: Final = frozenset({"his", "her", "their", "my"})
_JOINS: Final = frozenset({"and", "&", "or"})
_MARKS: Final = frozenset({'"', "'"})


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
        if found and at < found[-1].last:
            continue
        if token.key in _DECIDED or token.key in _OCCASIONS:
            found += _decided(tokens, at)
        elif token.key in _KINDS and not (at and token.is_capital):
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
    if _names_at_once(tokens, at) and (last := _pair_end(tokens, first)):
        yield SeriesList(first, last, sign)  # "the thrillers X and Y"
        return
    if at and tokens[at - 1].key in _OWNERS:
        return  # "her shows like X" are somebody's credits
    first = _behind_lead(tokens, at)
    last = _end(tokens, first)
    if last > first > 0 and (tokens[first].is_capital or tokens[first].key in _MARKS):
        yield SeriesList(first, last, sign)
    elif _key(tokens, at + 1) == ":" and token.key in _KINDS:
        last = _pair_end(tokens, at + 2)
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
    led = before is not None and (
        before.key in _SHOWN or (before.is_capital and before.word.endswith(_ORIGINS))
    )
    return led and key in {"shows", "programmes", "programs", "originals"}


#: How words for where something is from end: "Bengali", "Turkish".
_ORIGINS: Final = ("li", "ish", "ian", "ese", "ean", "ani")


def _behind_lead(tokens: Sequence[Token], at: int) -> int:
    """Return where a list starts behind "like" or, further on, "including"; 0 without one."""
    for lead in _LEADS:
        first = at + 1 + len(lead)
        if tuple(t.key for t in tokens[at + 1 : first]) == lead:
            return first
    if _has_people(tokens, at):
        return 0
    for place in range(at + 1, min(at + 1 + _LATER_REACH, len(tokens))):
        if tokens[place].key in _LATER:
            one = tokens[at].key == "series" and tokens[place].key != "include"
            return 0 if one else place + 1  # "the series includes Ana Bell"
        if not tokens[place].is_word and tokens[place].key != ",":
            return 0
    return 0


def _has_people(tokens: Sequence[Token], at: int) -> bool:
    return any(token.key in _PEOPLE for token in tokens[:at])


def _decided(tokens: Sequence[Token], at: int) -> Iterator[SeriesList]:
    """Yield the series that are renewed, cancelled or shown, each list with its own seasons."""
    first = at + 1
    if tokens[at].key in _OCCASIONS:
        first += 1
        if _key(tokens, at + 1) not in {"of", "for"}:
            return
    inverted = _key(tokens, first) in _BE
    last = _end(tokens, first + inverted)
    parts = split_list(tokens, first + inverted, last)
    if not parts or parts[0][0] != first + inverted:
        return
    if tokens[parts[0][1] - 1].key in _SORTS and tokens[first].key != "the":
        return  # "Renews Popular Series for Season 2"
    ahead = _season_ahead(tokens, last)
    several = tokens[at].key in _OCCASIONS or inverted or _key(tokens, ahead) == "seasons"
    if len(parts) > 1 and not several and len(parts) == _PAIR:
        return  # "renewed Salt & Tide for a season" may be one series
    if not (ahead or several) or (len(parts) == 1 and not ahead and not inverted):
        return
    yield SeriesList(first + inverted, last, "decided")
    if ahead and (following := _next_decided(tokens, ahead + 1)):
        yield following


def _season_ahead(tokens: Sequence[Token], last: int) -> int:
    """Return where "season" stands in "for second seasons" behind a list, or 0."""
    if _key(tokens, last) != "for":
        return 0
    reach = range(last + 1, min(last + _SEASON_REACH, len(tokens)))
    return next((at for at in reach if tokens[at].key in _SEASONS), 0)


def _next_decided(tokens: Sequence[Token], at: int) -> SeriesList | None:
    """Return what goes on with the decision: ", and X for fifth"."""
    while _key(tokens, at) in {",", "and"}:
        at += 1
    last = _end(tokens, at)
    number = _key(tokens, last + 1 + (_key(tokens, last + 1) == "a"))
    counted = parse_ordinal(number) is not None or parse_number(number) is not None
    if last > at and tokens[at].is_capital and _key(tokens, last) == "for" and counted:
        return SeriesList(at, last, "decided")
    return None


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if at < len(tokens) else ""


def _end(tokens: Sequence[Token], first: int) -> int:
    """Return where a row of names that starts at a token ends; quoted ones hold any words."""
    last = first
    while last < len(tokens):
        if tokens[last].key == '"':
            closing = next(
                (at for at in range(last + 1, len(tokens)) if tokens[at].key == '"'), last
            )
            last = closing + 1
        elif _belongs(tokens[last]) or _is_inner_colon(tokens, first, last):
            last += 1
        else:
            break
    glued = 0 < last < len(tokens) and tokens[last].start == tokens[last - 1].end
    if glued and tokens[last].text[0] in "'n" and tokens[last].key != "'s":
        return first  # "You're the Best"
    keys = [token.key for token in tokens[first:last]]
    if "," in keys[:-1] and not _JOINS & set(keys):
        return first  # one title may have a comma inside
    return last


def _pair_end(tokens: Sequence[Token], first: int) -> int:
    """Return where a row of names that starts at a token ends; 0 where there are not two."""
    last = _end(tokens, first)
    parts = split_list(tokens, first, last)
    quoted = sum(token.key == '"' for token in tokens[first:last]) > _PAIR
    if quoted and _key(tokens, first) == '"':
        return last
    return last if len(parts) > 1 and parts[0][0] == first else 0


def split_list(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """Return the titles of a list as ranges: "Peacock's X and Y" is parted at "and" and "'s".

    Quoted ones are left out: their marks part them.
    """
    parts: list[tuple[int, int]] = []
    keys = {token.key for token in tokens[first:last]}
    joins = {",", "and", "or"} if {",", "and"} & keys else _JOINS  # "Salt & Tide" among others
    start = first
    for at in range(first, last + 1):
        ends = at == last or tokens[at].key in joins
        if ends and at > start:
            parts.append((start, at))
        if ends or tokens[at].key == "'s":
            start = at + 1
    parts = [(a, _trimmed(tokens, a, b)) for a, b in parts]
    return [(a, b) for a, b in parts if tokens[a].is_capital and tokens[b - 1].is_capital]


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return where a title ends before small words: "Iron Tide, the latter of which"."""
    while last - first > 1 and tokens[last - 1].key in _BETWEEN and not tokens[last - 1].is_capital:
        last -= 1
    return last


def _is_inner_colon(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Return whether a colon stands inside a title of a list that goes on behind it."""
    if tokens[at].key != ":" or at + 1 >= len(tokens) or not tokens[at + 1].is_capital:
        return False
    return at > first and not _JOINS & {token.key for token in tokens[first:at]}


def _belongs(token: Token) -> bool:
    return token.is_capital or token.is_number or token.key in _BETWEEN

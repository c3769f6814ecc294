"""Find the series of which a sentence says what becomes of them: "renewed X and Y for seasons"."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.titlerows import row_end, split_list
from showgraph.extract.values.quantities import parse_number, parse_ordinal

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
_PAIR: Final = 2


#: In front of a colon these say what becomes of what follows: "Renewed: X, Y and Z".
_LABELS: Final = frozenset(
    {
        *("renewed", "cancelled", "canceled", "ending", "ended", "axed", "pick-ups", "pickups"),
        *("ordered", "greenlit"),
    },
)
#: What a list of series does, and people do as well.
_FATES: Final = frozenset(
    {
        *("back", "renewed", "return", "returns", "returning", "cancelled", "canceled", "axed"),
        *("ending", "ended", "end", "premiere", "debut", "air", "concluding", "concluded"),
        *("returned", "premiered", "debuted"),
    },
)
_FATE_REACH: Final = 5
_PICKED: Final = frozenset({"up", "ordered", "greenlit", "orders", "greenlights", "ordering"})
#: Where such a list may begin, the first word of a sentence apart.
DECIDING: Final = frozenset({*_DECIDED, *_OCCASIONS, *_PICKED})


def find_decided(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the series of which the word at a position tells what becomes of them.

    Args:
        tokens: A sentence.
        at: Where "renewed", "finales" or the like may stand, or the sentence begins.
    """
    key = tokens[at].key
    if at == 0 and key in _LABELS and _key(tokens, 1) == ":":
        yield from _labelled(tokens)
    elif at == 0 and tokens[0].is_capital and (last := _fated(tokens)):
        yield 0, last
    elif key in _DECIDED or key in _OCCASIONS:
        yield from _decided(tokens, at)
    elif key in _PICKED and (key != "up" or _key(tokens, at - 1) in {"picked", "picks"}):
        last = row_end(tokens, at + 1)
        if len(split_list(tokens, at + 1, last)) > _PAIR and tokens[at + 1].is_capital:
            yield at + 1, last


def _labelled(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield what stands behind "Renewed:" if it is nothing but titles and brackets."""
    last = row_end(tokens, 2)
    if last > _PAIR and _key(tokens, last) in {"", "(", ".", "!"}:
        yield 2, last


def _fated(tokens: Sequence[Token]) -> int:
    """Return where a row ends that opens a sentence and "will all be back", or 0.

    One of its three members at least has to be what no person is called.
    """
    if all(token.key not in _FATES for token in tokens):
        return 0
    last = row_end(tokens, 0)
    parts = split_list(tokens, 0, last)
    if len(parts) <= _PAIR or not _FATES & {t.key for t in tokens[last : last + _FATE_REACH]}:
        return 0
    return last if any(_is_no_person(tokens[a:b]) for a, b in parts) else 0


def _is_no_person(tokens: Sequence[Token]) -> bool:
    """Return whether words name no person: "The Lamp", "Salt of the Sea"."""
    led = tokens[0].key in {"the", "a"} and len(tokens) > 1
    return led or any(not t.is_capital and t.key in {"of", "the", "in", "to"} for t in tokens)


def _decided(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """Yield the series that are renewed, cancelled or shown, each list with its own seasons."""
    first = at + 1
    if tokens[at].key in _OCCASIONS:
        first += 1
        if _key(tokens, at + 1) not in {"of", "for"}:
            return
    inverted = _key(tokens, first) in _BE
    last = row_end(tokens, first + inverted)
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
    yield first + inverted, last
    if ahead and (following := _next_decided(tokens, ahead + 1)):
        yield following


def _season_ahead(tokens: Sequence[Token], last: int) -> int:
    """Return where "season" stands in "for second seasons" behind a list, or 0."""
    if _key(tokens, last) != "for":
        return 0
    reach = range(last + 1, min(last + _SEASON_REACH, len(tokens)))
    return next((at for at in reach if tokens[at].key in _SEASONS), 0)


def _next_decided(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return what goes on with the decision: ", and X for fifth"."""
    while _key(tokens, at) in {",", "and"}:
        at += 1
    last = row_end(tokens, at)
    number = _key(tokens, last + 1 + (_key(tokens, last + 1) == "a"))
    counted = parse_ordinal(number) is not None or parse_number(number) is not None
    if last > at and tokens[at].is_capital and _key(tokens, last) == "for" and counted:
        return at, last
    return None


def _key(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].key if at < len(tokens) else ""

"""Read the clause behind a phrase for a season that it returns for or enters."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.candidates import SEASON_WORDS
from showgraph.extract.values.quantities import parse_number, parse_ordinal

#: How much of what stands behind a phrase is read.
SIGHT: Final = 40
#: How far behind the start of its clause a season may stand.
_REACH: Final = 16
#: Words that may open the clause.
_LEADS: Final = frozenset(
    {
        *(
            "will",
            "is",
            "are",
            "was",
            "has",
            "gets",
            "got",
            "ending",
            "renewed",
            "returns",
            "returned",
            "enters",
        ),
        *("entered", "begins", "kicks", "ended", "ends", "would", "earned", "scored", "landed"),
    },
)
#: Of these one must stand in it.
_COMINGS: Final = frozenset(
    {
        *("return", "returns", "returned", "returning", "back", "renewed", "set", "entering"),
        *("enter", "enters", "entered", "debut", "debuting", "getting", "get", "gets", "got"),
        *("dropping", "drop", "releasing", "airing", "ended", "ends", "end", "begins", "begin"),
        *(
            "kicks",
            "picked",
            "earned",
            "scored",
            "landed",
            "cancelled",
            "canceled",
            "conclude",
            "wrapping",
            "ending",
            "axe",
            "axed",
        ),
    },
)
#: Of these one must stand before "after": "will not be back after a season" is said of people.
_ENDS: Final = frozenset(
    {"ended", "ends", "end", "ending", "cancelled", "canceled", "conclude", "axe", "axed"},
)
#: With these a season may be named at once.
_SHORT: Final = frozenset({"a", "'s", "back", "in", "for"})
#: "Peacock gave X a two-season order".
_ORDERS: Final = frozenset({"order", "renewal", "pickup", "pick-up"})
_SMALL: Final = frozenset(
    {
        *(
            "to",
            "for",
            "with",
            "its",
            "a",
            "an",
            "the",
            "be",
            "been",
            "in",
            "on",
            "at",
            "off",
            "up",
        ),
        *("and", "final", "last", "new", "next", "officially", "also", "now", "finally", "after"),
        *(
            "just",
            "full",
            "one",
            "not",
            "two",
            "three",
            "four",
            "five",
            "six",
            "another",
            "what",
            "presumably",
            "again",
            "already",
            "only",
        ),
    },
)
#: Other words that may stand between: "is back on schedule with a full season".
_SPARE: Final = 2


def is_counted_series(before: Sequence[str]) -> bool:
    """Return whether "series three of" or "the second series of" stands in front of a title."""
    head = before[-3:]
    if len(head) < 3 or head[2] != "of":  # noqa: PLR2004 - three words
        return False
    if head[0] == "series":
        return parse_number(head[1]) is not None
    return head[1] == "series" and parse_ordinal(head[0]) is not None


def has_season_ahead(tokens: Sequence[Token]) -> bool:
    """Return whether the clause behind a phrase says that it comes back for a season.

    "will return for its second season", "is set for season 3", "(Ana Bell) is getting a
    second season". "Will return next season" is said of players: a number, an article or
    "its" has to stand with the season.

    Args:
        tokens: What stands behind the phrase, from the first token on.
    """
    tokens = _behind_bracket(tokens[:SIGHT])
    keys = [token.key for token in tokens]
    if keys[:3] in ([",", "now", "in"], [",", "currently", "in"]):
        return _names_season(keys[2:])  # ", now in its fourth season"
    if keys[:1] == [","]:
        tokens = _behind_aside(tokens)
        keys = [token.key for token in tokens]
    if keys[:1] and keys[0] in _SHORT:
        return _names_season(keys)
    if keys[:1] and keys[0] in _COMES_BACK and _names_its_season(keys[:_REACH]):
        return True  # "returns to Peacock on May 3 for its third season"
    return bool(keys) and keys[0] in _LEADS and _leads_to_season(tokens, keys)


def _leads_to_season(tokens: Sequence[Token], keys: Sequence[str]) -> bool:
    """Return whether a clause of plain words leads from its verb to a counted season."""
    spare = _SPARE
    for at, key in enumerate(keys[:_REACH]):
        if key == "," and keys[at + 1 : at + 2] == ["for"]:
            continue  # "will also be back, for a sixth season"
        seasonal = key in SEASON_WORDS or (key == "series" and _is_nth(keys, at))
        if seasonal and keys[at + 1 : at + 2] == ["of"]:
            return False  # somebody returns "for the third season of" something
        if seasonal:
            comings = _ENDS if "after" in keys[:at] else _COMINGS
            return bool(comings & set(keys[:at])) and _is_counted(keys, at)
        if key in _LEADS or key in _COMINGS or key in _SMALL or parse_ordinal(key) is not None:
            continue
        spare -= 1
        if spare < 0 or not key.replace("-", "").isalpha() or tokens[at].is_capital:
            return False
    return False


def _names_its_season(keys: Sequence[str]) -> bool:
    """Return whether "for its third season" follows."""
    return any(
        keys[at : at + 2] == ["for", "its"]
        and keys[at + 3 : at + 4] == ["season"]
        and parse_ordinal(keys[at + 2]) is not None
        for at in range(len(keys) - 3)
    )


_COMES_BACK: Final = frozenset({"returns", "return", "returned", "back"})


def _names_season(keys: Sequence[str]) -> bool:
    """Return whether a season follows without a verb of the phrase's own."""
    if keys[0] == "a":  # "gave X a two-season order"
        return bool(_ORDERS & set(keys[:7])) and any("season" in key for key in keys[:5])
    if keys[0] == "'s":  # "X's historical 21st season"
        near = keys[1 : keys.index("season")] if "season" in keys[:5] else []
        return any(parse_ordinal(key) is not None for key in near)
    if keys[:2] == ["back", "for"]:
        keys = keys[1:]
        return any(key in SEASON_WORDS and _is_counted(keys, at) for at, key in enumerate(keys[:6]))
    counted = keys[1:2] == ["its"] and SEASON_WORDS & set(keys[2:6])
    return bool(counted) and parse_ordinal(keys[2]) is not None


def _is_counted(keys: Sequence[str], at: int) -> bool:
    """Return whether a number, an article or "its" stands with the season at a position."""
    before = keys[max(0, at - 4) : at]
    if any(_is_number(key) or key in {"its", "a", "an", "one"} for key in before):
        return True
    return keys[at + 1 : at + 2] != [] and keys[at + 1].isdigit()


def _is_nth(keys: Sequence[str], at: int) -> bool:
    """Return whether an ordinal stands before a word: "a fourth series", as the British say."""
    return at > 0 and parse_ordinal(keys[at - 1]) is not None


def _is_number(key: str) -> bool:
    return parse_ordinal(key) is not None or parse_number(key) is not None


def _behind_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what follows a comma or a clause with "which"; nothing before a verb of its own."""
    keys = [token.key for token in tokens]
    if keys[1:2] and keys[1] in {"which", "that"}:
        if keys[2:3] and keys[2] in _LEADS:
            return tokens[2:]
        return tokens[keys.index(",", 1) + 1 :] if "," in keys[1:] else ()
    return () if keys[1:2] and keys[1] in _FINITE else tokens[1:]


#: Behind a single comma these go on with a subject further in front: "hosted by A, returns".
_FINITE: Final = frozenset(
    {"will", "is", "are", "was", "has", "would", "returns", "gets", "enters", "begins", "ends"},
)


def _behind_bracket(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what follows a bracket that opens the tokens, or all of them."""
    keys = [token.key for token in tokens]
    return tokens[keys.index(")") + 1 :] if keys[:1] == ["("] and ")" in keys else tokens

"""Numbers, ordinals and durations in words or digits, with their place among the tokens.

Nothing is computed that the text does not say: "a few", "dozens" and "recent" are no
numbers, and "more than a year" is a bound, not a length.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from showgraph.extract.text.tokens import Token, word_row

_UNITS: Final = {
    word: value
    for value, word in enumerate(
        word_row(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            " fifteen sixteen seventeen eighteen nineteen",
        ),
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(
        word_row("twenty thirty forty fifty sixty seventy eighty ninety"),
        start=2,
    )
}
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DOZEN: Final = 12
_HUNDRED: Final = 100
_ORDINAL_UNITS: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "twelfth": 12,
    **{word + "th": value for word, value in _UNITS.items()},
    **{word[:-1] + "ieth": value for word, value in _TENS.items()},
}
_DIGITS: Final = re.compile(r"\d{1,3}(?:,\d{3}){1,5}|\d{1,15}")
_DIGIT_ORDINAL: Final = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_DECIMAL: Final = re.compile(r"(\d{1,9})\.(\d{1,6})")

_LENGTHS: Final = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 1,
    "week": 7,
    "month": 1,
    "year": 1,
}
_SHORT_UNITS: Final = {
    "sec": "second",
    "secs": "second",
    "min": "minute",
    "mins": "minute",
    "hr": "hour",
    "hrs": "hour",
}
_UNIT_WORDS: Final = {
    **{word: word for word in _LENGTHS},
    **{word + "s": word for word in _LENGTHS},
    **_SHORT_UNITS,
}
#: Words before a length that make it a bound, and what sort of bound.
_BOUNDS: Final = {
    ("more", "than"): "more than",
    ("over",): "more than",
    ("at", "least"): "more than",
    ("less", "than"): "less than",
    ("under",): "less than",
    ("up", "to"): "less than",
    ("nearly",): "about",
    ("almost",): "about",
    ("about",): "about",
    ("around",): "about",
    ("roughly",): "about",
    ("approx",): "about",
    ("approximately",): "about",
    ("some",): "about",
}
_BOUND_STARTS: Final = frozenset(words[0] for words in _BOUNDS)
#: Words with which a number or an ordinal begins; the others have a digit first or a hyphen.
_NUMBER_WORDS: Final = frozenset({*_UNITS, *_TENS, *_ORDINAL_UNITS, "dozen", "a", "an"})
_LENGTH_STARTS: Final = _NUMBER_WORDS | _BOUND_STARTS
_RANGE_WORDS: Final = frozenset({"-", "to", "or", "\u2014"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at tokens ``[first, last)`` and at ``[start, end)`` of the text."""

    first: int
    last: int
    start: int
    end: int
    value: int
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as the text gives it.

    ``words`` is the text, its bound included. ``low`` and ``high`` differ for "12-13 days".
    ``unit`` is second, minute, hour, day, week, month or year; ``bound`` is "", "more than",
    "less than" or "about".
    """

    first: int
    last: int
    start: int
    end: int
    words: str
    low: int
    high: int
    unit: str
    bound: str = ""

    @property
    def iso(self) -> str | None:
        """The xsd:duration of an exact length, such as "PT2M"; None for a range or a bound."""
        if self.low != self.high or self.bound:
            return None
        if self.unit == "week":  # xsd:duration has no weeks
            return f"P{self.low * _LENGTHS['week']}D"
        time = "T" if self.unit in {"second", "minute", "hour"} else ""
        return f"P{time}{self.low}{self.unit[0].upper()}"


@lru_cache(maxsize=4096)
def parse_number(key: str) -> int | None:
    """Return the whole number that one token says: "8", "1,000", "eight", "twenty-two"."""
    if _DIGITS.fullmatch(key):
        return int(key.replace(",", ""))
    if key in _UNITS:
        return _UNITS[key]
    tens, hyphen, units = key.partition("-")
    if tens in _TENS and (not hyphen or 0 < _UNITS.get(units, 0) < len(_TENS) + 2):
        return _TENS[tens] + (_UNITS[units] if hyphen else 0)
    return _DOZEN if key == "dozen" else None


@lru_cache(maxsize=4096)
def parse_ordinal(key: str) -> int | None:
    """Return the number of an ordinal in one token: "fourth", "4th", "twenty-first"."""
    digits = _DIGIT_ORDINAL.fullmatch(key)
    if digits is not None:
        return int(digits[1])
    if key in _ORDINAL_UNITS:
        return _ORDINAL_UNITS[key]
    tens, _, units = key.partition("-")
    if tens in _TENS and 0 < _ORDINAL_UNITS.get(units, 0) < len(_TENS) + 2:
        return _TENS[tens] + _ORDINAL_UNITS[units]
    return None


def find_quantities(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Return the numbers and ordinals in order, longest first at a place, none overlapping.

    "130 million" and "one hundred and five" are one number each; "1.5 million" too, "1.5" is
    none. "a" and "an" count only before "dozen" or a scale ("a hundred").
    """
    found: list[Quantity] = []
    position = 0
    while position < len(tokens):
        begins = _begins(tokens[position].key, _NUMBER_WORDS)
        quantity = _quantity_at(tokens, position) if begins else None
        if quantity is None:
            position += 1
        else:
            found.append(quantity)
            position = quantity.last
    return tuple(found)


def find_durations(tokens: Sequence[Token]) -> tuple[Duration, ...]:
    """Return the lengths of time in order: "14 months", "two-minute", "more than a year".

    An age ("20-year-old", "20 years old") is none, nor is a unit without a number.
    """
    found: list[Duration] = []
    position = 0
    while position < len(tokens):
        duration = None
        if _begins(tokens[position].key, _LENGTH_STARTS):
            duration = _hyphenated_at(tokens, position) or _duration_at(tokens, position)
        if duration is None:
            position += 1
        else:
            found.append(duration)
            position = duration.last
    return tuple(found)


def _begins(key: str, words: frozenset[str]) -> bool:
    """Return whether a number may begin with a token; most tokens are none, and are passed by."""
    return key in words or "-" in key or key[0].isdigit()


def _quantity_at(tokens: Sequence[Token], first: int) -> Quantity | None:
    ordinal = parse_ordinal(tokens[first].key)
    if ordinal is not None:
        start, end = tokens[first].start, tokens[first].end
        return Quantity(first, first + 1, start, end, ordinal, ordinal=True)
    read = _cardinal(tokens, first)
    if read is None:
        return None
    value, last = read
    return Quantity(first, last, tokens[first].start, tokens[last - 1].end, value)


def _cardinal(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """Return the number that begins at a token and the place behind it, or None."""
    decimal = _DECIMAL.fullmatch(tokens[first].key)
    if decimal is not None:
        return _scaled_decimal(tokens, first, decimal)
    following = tokens[first + 1].key if first + 1 < len(tokens) else ""
    if tokens[first].key in {"a", "an"}:
        number = 1 if following in _SCALES or following == "dozen" else None
    else:
        number = parse_number(tokens[first].key)
    if number is None:
        return None
    if following == "dozen":
        return number * _DOZEN, first + 2
    return _scaled(tokens, first + 1, number)


def _scaled(tokens: Sequence[Token], position: int, number: int) -> tuple[int, int]:
    """Go on from a number through "hundred", "million" and what is added to them.

    Scales fall from left to right, so a number has a bounded length.
    """
    total, current, ceiling = 0, number, max(_SCALES.values()) + 1
    while position < len(tokens):
        scale = _SCALES.get(tokens[position].key)
        if scale is None:
            joined = None if current % _HUNDRED else _joined(tokens, position)
            if joined is None:
                break
            current, position = current + joined[0], joined[1]
            continue
        if not current or scale >= ceiling or (scale == _HUNDRED and current >= _HUNDRED):
            break
        current *= scale
        if scale > _HUNDRED:
            total, current, ceiling = total + current, 0, scale
        position += 1
    return total + current, position


def _joined(tokens: Sequence[Token], position: int) -> tuple[int, int] | None:
    """Return a part below a hundred that goes on with "hundred" or "thousand", in words only."""
    if tokens[position - 1].key not in _SCALES:
        return None
    place = position + 1 if tokens[position].key == "and" else position
    if place >= len(tokens) or not tokens[place].is_word:
        return None
    part = parse_number(tokens[place].key)
    return None if part is None or tokens[place].key == "dozen" else (part, place + 1)


def _scaled_decimal(
    tokens: Sequence[Token],
    first: int,
    decimal: re.Match[str],
) -> tuple[int, int] | None:
    """Read "1.5 million"; a decimal without a scale is no whole number."""
    scale = _SCALES.get(tokens[first + 1].key) if first + 1 < len(tokens) else None
    if scale is None:
        return None
    whole, fraction = decimal[1], decimal[2]
    value, rest = divmod(int(whole + fraction) * scale, 10 ** len(fraction))
    return (value, first + 2) if rest == 0 else None


def _hyphenated_at(tokens: Sequence[Token], first: int) -> Duration | None:
    """Read "two-minute" or "six-week-long"; an age is none."""
    if "-" not in tokens[first].key:
        return None
    head, _, rest = tokens[first].key.rpartition("-")
    if rest in {"long", "plus"}:
        head, _, rest = head.rpartition("-")
    low = parse_number(head) if head else None
    if low is None or rest not in _UNIT_WORDS:
        return None
    if first + 1 < len(tokens) and tokens[first + 1].key == "old":
        return None
    return _duration(tokens, (first, first + 1), (low, low), _UNIT_WORDS[rest], "")


def _duration_at(tokens: Sequence[Token], first: int) -> Duration | None:
    """Read "[bound] number [to number] unit" from a token on."""
    bound, position = _bound_at(tokens, first)
    number = _length_at(tokens, position)
    if number is None:
        return None
    low, place = number
    high = low
    if place + 1 < len(tokens) and tokens[place].key in _RANGE_WORDS:
        upper = _length_at(tokens, place + 1)
        if upper is not None and upper[0] > low:
            high, place = upper
    if place >= len(tokens) or tokens[place].key not in _UNIT_WORDS:
        return None
    if place + 1 < len(tokens) and tokens[place + 1].key == "old":
        return None
    if high > low and tokens[first].key == "over":  # "over 12-13 days" is how long, no bound
        first, bound = first + 1, ""
    return _duration(tokens, (first, place + 1), (low, high), _UNIT_WORDS[tokens[place].key], bound)


def _bound_at(tokens: Sequence[Token], first: int) -> tuple[str, int]:
    """Return the bound that begins at a token, or "", and the place behind it."""
    if tokens[first].key not in _BOUND_STARTS:
        return "", first
    for words, bound in _BOUNDS.items():
        last = first + len(words)
        if tuple(token.key for token in tokens[first:last]) == words:
            return bound, last
    return "", first


def _length_at(tokens: Sequence[Token], position: int) -> tuple[int, int] | None:
    """Return a number and the place behind it; "a" counts as one directly before a unit."""
    if position >= len(tokens):
        return None
    following = tokens[position + 1].key if position + 1 < len(tokens) else ""
    if tokens[position].key in {"a", "an"} and following in _LENGTHS:
        return (1, position + 1) if following != "second" else None
    return _cardinal(tokens, position)


def _duration(
    tokens: Sequence[Token],
    place: tuple[int, int],
    length: tuple[int, int],
    unit: str,
    bound: str,
) -> Duration:
    first, last = place
    start, end = tokens[first].start, tokens[last - 1].end
    words = _words(tokens[first:last])
    return Duration(first, last, start, end, words, *length, unit, bound)


def _words(tokens: Sequence[Token]) -> str:
    """Return the tokens' plain words, with one blank where the text has white space."""
    pieces = [tokens[0].word]
    for before, token in pairwise(tokens):
        pieces += (" " if token.start > before.end else "", token.word)
    return "".join(pieces)

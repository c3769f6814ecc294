"""Running times: the words of a document, such as "two minutes", as a duration of XML Schema."""

import re
from typing import Final

_UNITS: Final = ("hour", "minute", "second")
_SECONDS: Final = {"hour": 3600, "minute": 60, "second": 1}
# fmt: off
_ONES: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)
# fmt: on
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_PART = re.compile(r"(?P<number>[a-z]+(?: [a-z]+)?|\d{1,4}) (?P<unit>hour|minute|second)s?")
_ISO = re.compile(r"PT(?=\d)(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})S)?", re.ASCII)


def parse_running_time(words: str) -> str | None:
    """Return a running time in canonical form, such as ``PT2M`` or ``PT1H30M``.

    Args:
        words: Numbers in words or digits, each with its unit, joined by blanks, hyphens, commas
            or "and" ("1 minute and 30 seconds", "two-minute"); or a duration such as ``PT90S``.

    Returns:
        The canonical duration, or None where the words say anything else ("over two minutes").
    """
    if match := _ISO.fullmatch(words.strip()):
        numbers = dict(zip(_UNITS, match.groups(), strict=True))
        return _format(sum(_SECONDS[unit] * int(value or 0) for unit, value in numbers.items()))
    text = " ".join(re.sub(r"[-,]|\band\b", " ", words.casefold()).split())
    seconds = 0
    while text:
        match = _PART.match(text)
        number = _parse_number(match["number"]) if match else None
        if match is None or number is None:
            return None
        seconds += number * _SECONDS[match["unit"]]
        text = text[match.end() :].strip()
    return _format(seconds)


def _parse_number(word: str) -> int | None:
    """Return a number below 100 in words, or any in digits."""
    if word.isdecimal():
        return int(word)
    if word in {"a", "an"}:
        return 1
    first, _, last = word.partition(" ")
    if first in _TENS and (not last or last in _ONES[1:10]):
        return 10 * (_TENS.index(first) + 2) + (_ONES.index(last) if last else 0)
    return _ONES.index(word) if word in _ONES else None


def _format(seconds: int) -> str | None:
    """Return the canonical duration, or None for no time at all."""
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    parts = [f"{n}{unit}" for n, unit in ((hours, "H"), (minutes, "M"), (rest, "S")) if n]
    return "PT" + "".join(parts) if parts else None

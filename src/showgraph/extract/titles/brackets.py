"""What a bracket behind a title says of it: a day and a channel, a format, a note on the title."""

import re
from collections.abc import Sequence
from typing import Final

_FORMAT: Final = re.compile(r"\d{1,3} ?[x\u00d7] ?\d{2,3}")
_NOTES: Final = ("working title", "literal title", "w/t", "wt", "literal translation", "tentative")
_DATING: Final = frozenset(
    {
        *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov"),
        *("dec", "january", "february", "march", "april", "june", "july", "august", "september"),
        *("october", "november", "december", "season", "series", "monday", "tuesday", "premiere"),
        *("wednesday", "thursday", "friday", "saturday", "sunday", "p.m", "a.m", "pm", "am"),
    },
)


def is_measure(inside: str) -> bool:
    """Return whether the words in a bracket are a format or a note: "6x60", "working title"."""
    return _FORMAT.match(inside) is not None or inside.startswith(_NOTES)


def is_dating(keys: Sequence[str]) -> bool:
    """Return whether words in a bracket are a day, a season or an hour: "Oct. 3,", "8 p.m."."""
    return ")" not in keys and not _DATING.isdisjoint(key.rstrip(".") for key in keys)

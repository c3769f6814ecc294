"""Tell lines that are but an hour or a day and a channel: "9/8c, TNT", "Peacock, May 3"."""

from typing import Final

from showgraph.extract.text.sentences import Sentence
from showgraph.extract.values.clocks import find_clocks
from showgraph.extract.values.temporal import MONTHS

#: Names of weekdays, of one or of many: "Sunday", "Sundays".
DAY_NAMES: Final = frozenset(
    f"{day}{ending}"
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for ending in ("", "s")
)
#: In place of a day: "BBC One, coming soon".
_SOON: Final = frozenset({"coming soon", "out now", "available now", "streaming now", "tonight"})
#: Tokens of the longest such line.
_LONGEST: Final = 8


def is_slot(sentence: Sentence) -> bool:
    """Return whether a sentence is nothing but when and where something is on."""
    tokens = sentence.tokens
    keys = [token.key for token in tokens]
    if _is_dated(keys) and tokens[0].is_capital:
        return True
    if len(tokens) > _LONGEST or "," not in keys or not tokens[-1].is_word:
        return False
    timed = any(first == 0 for first, _ in find_clocks(tokens))
    return timed and tokens[-1].is_capital


def _is_dated(keys: list[str]) -> bool:
    """Return whether words are a channel and a day: "Comedy Central, June 23"."""
    if len(keys) > _LONGEST or "," not in keys or keys[0] in MONTHS:
        return False
    behind = keys[keys.index(",") + 1 :]
    if " ".join(behind) in _SOON:
        return True
    if len(behind) == 1 and behind[0].rstrip(".") in MONTHS:
        return True  # "Peacock, November"
    if len(behind) > 1 and behind[0].isdigit() and behind[1].rstrip(".") in MONTHS:
        return True
    if behind and behind[0] in DAY_NAMES and keys[0] not in DAY_NAMES:
        return True
    return len(behind) > 1 and behind[0].rstrip(".") in MONTHS and behind[1].isdigit()

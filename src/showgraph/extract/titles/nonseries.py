"""Phrases that name no series: matches, podcasts, newsrooms, what a headline counts."""

from collections.abc import Collection, Sequence
from typing import Final

from showgraph.extract.rulepack.gazetteer import Gazetteer
from showgraph.extract.text.tokens import Token

_NEWS: Final = frozenset({"news", "sport", "sports"})
_AGENCIES: Final = frozenset({"service", "agency"})


def is_event(phrase: Sequence[Token], words: Collection[str], gazetteer: Gazetteer) -> bool:
    """Return whether a phrase names a match, a ceremony, a fair, or what is no work in pictures.

    Args:
        phrase: The words.
        words: What such names hold, as "cup".
        gazetteer: The platforms, whose newsrooms write.
    """
    named = any(token.key in words for token in phrase)
    return named or is_podcast(phrase) or _is_newsroom(phrase, gazetteer) or _is_tally(phrase)


#: Words that a headline counts and names shows with.
_SHOWS: Final = frozenset({"shows", "dramas", "sitcoms", "comedies", "k-dramas", "miniseries"})
_TALLIES: Final = frozenset({"these", "those", "best", "worst", "new", "top", "tv", "network"})
_FUNCTION: Final = frozenset(
    {"after", "before", "one", "two", "three", "just", "only", "got", "first", "in", "for", "its"}
)


_WEEKDAYS: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tonight"}
)
_DAY_LEADS: Final = frozenset({"this", "next", "on", "last"})
_SENTENCE: Final = 4


def _is_sentence(keys: Sequence[str]) -> bool:
    """Return whether a line tells something: "Ana Faces It This Monday", "Bell is Dora Flint"."""
    if len(keys) < _SENTENCE:
        return False
    dated = keys[-1] in _WEEKDAYS and keys[-2] in _DAY_LEADS
    return dated or (keys[1] == "is" and keys[2] not in {"the", "a", "not", "us", "so"})


def _is_tally(phrase: Sequence[Token]) -> bool:
    """Return whether a headline counts shows, or says how long: "These TV Shows", "After One"."""
    keys = [token.key for token in phrase]
    if _is_sentence(keys):
        return True
    counted = keys[0] in _TALLIES or keys[0].isdigit()
    if len(keys) > 1 and counted and not _SHOWS.isdisjoint(keys):
        return True
    return len(keys) > 1 and keys[0] in {"after", "before", "just"} and _FUNCTION.issuperset(keys)


def is_occasion(after: Sequence[str]) -> bool:
    """Return whether a meeting is named: "Peacock's 'Limelight' panel"."""
    return after[:1] != [] and after[0] in _OCCASIONS


_OCCASIONS: Final = frozenset(
    {"panel", "conference", "summit", "convention", "seminar", "ceremony", "gala", "tournament"}
)


def is_podcast(phrase: Sequence[Token]) -> bool:
    """Return whether a phrase calls itself one: "Harbour: The Podcast"."""
    return len(phrase) > 1 and phrase[-1].key == "podcast"


def _is_newsroom(phrase: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Return whether the phrase is who wrote the text: "Peacock News", "City News Service"."""
    if len(phrase) > 1 and phrase[-1].key in _AGENCIES:
        return phrase[-2].key in _NEWS
    return phrase[-1].key in _NEWS and any(
        first == 0
        and entry.type == "platforms"
        and len(phrase) - last == 1
        and phrase[last].key in _NEWS
        for first, last, entry in gazetteer.find(phrase)
    )

"""The table of title signs: weights, thresholds and the word lists that signs are read by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TitleTable:
    """The weights and word lists of a pack."""

    weights: Mapping[str, int]
    threshold: int
    other_weights: Mapping[str, int]
    other_threshold: int
    words: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]  # "web series" -> series, "film" -> film


def read_table(data: Mapping[str, Any], kinds: Mapping[str, str]) -> TitleTable:
    """Return the table of a pack's ``titles.yaml``."""
    lists = (
        "verb_after",
        "cue_before",
        "cue_after",
        "speech",
        "person_after",
        "kind_after_words",
        "kind_ends",
        "person_before",
        "place_before",
        "made_after",
        "joined_before",
        "section_words",
        "event_words",
        "cinema_words",
        "firm_words",
        "series_talk",
        "other_media",
        "given_names",
    )
    return TitleTable(
        weights=data["weights"],
        threshold=data["threshold"],
        other_weights=data["other_weights"],
        other_threshold=data["other_threshold"],
        words={name: frozenset(data[name]) for name in lists},
        kinds=kinds,
    )

"""Signs that only a work has, be it a series or a film: the talk of a text tells which."""

from typing import Final

from showgraph.extract.titles.titlecuts import Candidate

#: Signs that only a work has.
_SHOWN: Final = frozenset(
    {
        *("made_after", "cue_after", "watched", "joined_before", "season_ahead", "stars_whom"),
        "listed_work",
    },
)


def is_shown(key: str, candidate: Candidate) -> bool:
    """Return whether only a work is called so; "the Ana Bell series" may be by Ana Bell."""
    named = "kind_after" in candidate.series and key.count(" ") > 1
    return named or bool(candidate.series & _SHOWN)


def is_sure(key: str, candidate: Candidate) -> bool:
    """Return whether a season is told of "The X", in a heading or at once: no person's is.

    Nor does a day in a bracket stand behind what else is in quotes: '"X" (Jan. 6)'.
    """
    if {"quoted", "out_on"} <= candidate.series:
        return True
    seasoned = bool(candidate.series & {"season_beside", "season_ahead"})
    headed = not candidate.series.isdisjoint({"whole_line", "opens_text"})
    return seasoned and (key.startswith("the ") or headed)

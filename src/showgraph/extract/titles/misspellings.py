"""Titles that a headline misspells by a letter: "Iron Tid" over a text about "Iron Tide"."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.titles.survey import Survey
from showgraph.extract.titles.titles import Title
from showgraph.iris import name_key

#: Shorter titles differ by a letter and are two: "Lost", "Host".
_SHORTEST: Final = 8


def leave_out_misspelt(titles: Sequence[Title], survey: Survey) -> tuple[Title, ...]:
    """Return the titles without those of the headline that the text below spells otherwise.

    Args:
        titles: All titles of a document.
        survey: Its candidates, which tell where each stands.
    """
    below = [title for title in titles if _is_below(title, survey)]
    return tuple(
        title
        for title in titles
        if title in below or not any(_differ_by_a_letter(title, other) for other in below)
    )


def _is_below(title: Title, survey: Survey) -> bool:
    candidate = survey.candidates.get(name_key(title.name))
    return candidate is None or candidate.in_body


def _differ_by_a_letter(title: Title, other: Title) -> bool:
    """Return whether one has a letter more than the other, or another one in its place."""
    short, long = sorted((name_key(title.name), name_key(other.name)), key=len)
    if len(short) < _SHORTEST or len(long) - len(short) > 1 or short == long:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if not long[at].isalpha():
        return False  # "Iron Tide 2" is a season of it
    return long[at + 1 :] == short[at + (len(short) == len(long)) :]

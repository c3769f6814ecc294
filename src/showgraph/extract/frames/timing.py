"""Builders for lengths of time: how long a shoot took, how long after a season the next plays."""

from collections.abc import Iterator
from typing import Final

from showgraph.extract.frames.draft import Draft, Side
from showgraph.extract.frames.frames import Found, duration_words
from showgraph.extract.text.mention import WorkValue
from showgraph.extract.values.quantities import Duration
from showgraph.model import Kind, Reference


def build_shooting(found: Found) -> Iterator[Draft]:
    """Draft how long a shoot took."""
    binding, subject = found.binding("n"), found.subject
    if binding is None or subject is None or binding.mention is None:
        return
    if not subject.seasons and found.stage.season:
        subject = WorkValue(subject.title, found.stage.season)
    words = duration_words(binding.mention.value)
    yield from found.draft("shooting", bare_duration(words), subject=subject)


def bare_duration(words: str) -> str:
    """Return a duration without "over" and its like in front."""
    for bound in ("over ", "about ", "around ", "just ", "some ", "nearly "):
        words = words.removeprefix(bound)
    return words


_STORY_CUES: Final = frozenset(
    [
        "begins",
        "begin",
        "picks",
        "pick",
        "set",
        "opens",
        "opened",
        "revolves",
        "takes",
        "place",
        "starts",
        "started",
        "jumps",
        "jump",
        "playing",
        "reunion",
        "reunite",
        "reunites",
        "reunited",
        "finds",
        "follows",
        "continues",
        "resumes",
        "plot",
        "story",
        "where",
    ],
)


def build_story_gap(found: Found) -> Iterator[Draft]:
    """Draft how long after the last season a season plays; the sentence must speak of the story."""
    binding = found.binding("n")
    if binding is None or binding.mention is None or not found.stage.title:
        return
    if not _STORY_CUES & set(found.scene.keys):
        return
    if not isinstance(binding.mention.value, Duration):
        return
    season = _season_here(found) or found.stage.season
    if len(season) != 1 or not season[0].isdigit() or int(season[0]) < 2:  # noqa: PLR2004
        return
    if found.frame.id == "story.gap-before" and not binding.mention.value.bound:
        return  # "after a year" may count from anything
    words = duration_words(binding.mention.value)
    marks: dict[str, Side] = {}
    if found.frame.id == "story.gap-after":
        before = str(int(season[0]) - 1)
        marks["since"] = Reference(Kind.SEASON, found.stage.title, season=before)
    yield from found.draft(
        "story_gap",
        words,
        subject=WorkValue(found.stage.title, season),
        qualifiers=marks,
    )


def _season_here(found: Found) -> tuple[str, ...]:
    for mention in found.scene.all("work"):
        if isinstance(mention.value, WorkValue) and mention.value.seasons:
            return mention.value.seasons
    return ()


BUILDERS: Final = {"shooting": build_shooting, "story_gap": build_story_gap}

"""Builders for how many episodes and seasons there are, and which season comes or is the last."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from showgraph.extract.frames.draft import Draft, Side
from showgraph.extract.frames.frames import Found
from showgraph.extract.text.mention import WorkValue
from showgraph.model import Tense


def build_single_season(found: Found) -> Iterator[Draft]:
    """Draft that a series had one season: "cancelled after a single season"."""
    if found.subject is not None:
        yield from found.draft("season_count", "1", subject=WorkValue(found.subject.title))


def build_coming_season(found: Found) -> Iterator[Draft]:
    """Draft that a season comes: "season 2 is on the way"."""
    work = found.subject
    if work is None or len(work.seasons) != 1 or work.seasons == ("1",):
        return
    yield from found.draft("season_status", "returning", subject=work)


def build_final_season(found: Found) -> Iterator[Draft]:
    """Draft that a season is the last one, however its release stands in time."""
    standing = replace(found.standing, tense=Tense.PRESENT)
    yield from found.draft("season_status", "final season", standing=standing)


#: Behind a count: of those some are still to come.
_LEFT: Final = frozenset({"left", "remaining", "remain", "unaired", "yet"})


def build_episodes(found: Found) -> Iterator[Draft]:
    """Draft how many episodes a season (or series) has; "the first two episodes" is no count."""
    binding = found.binding("n")
    subject = found.subject
    if binding is None or subject is None:
        return
    before = found.scene.keys[binding.first - 1] if binding.first else ""
    if before in {"first", "last", "final", "next", "opening", "these", "those", "remaining"}:
        return
    whole = found.scene.keys[binding.last : binding.last + 1] == ["series"]
    if not subject.seasons and found.subject_mention is None and found.stage.season and not whole:
        subject = WorkValue(subject.title, found.stage.season)
    if _LEFT & set(found.scene.keys[found.match.last : found.match.last + 2]):
        return  # "with six episodes left to air"
    if len(subject.seasons) > 1:
        return  # eight episodes each or in all: the text does not say
    count = str(binding.value)
    if not 0 < int(count) <= 20_000:  # noqa: PLR2004 - the longest soaps count so many
        return
    adjectives = found.scene.keys[binding.last : found.match.last]
    marks: dict[str, Side] = {"format": "short"} if "short" in adjectives else {}
    yield from found.draft("episode_count", count, subject=subject, qualifiers=marks)


BUILDERS: Final = {
    "coming_season": build_coming_season,
    "single_season": build_single_season,
    "final_season": build_final_season,
    "episodes": build_episodes,
}

"""The parts of a series that a document names: each season and trailer once."""

from collections.abc import Iterator, Sequence

from showgraph.extract.draft import Draft
from showgraph.extract.mention import WorkValue
from showgraph.extract.talk import Stage
from showgraph.model import Kind, Reference


def draft_parts(stages: Sequence[Stage], *, timed: bool) -> Iterator[Draft]:
    """Draft each season and trailer once, where the document first names it.

    ``timed`` says that the document gives a trailer's running time, which says that there is one.
    """
    seen: set[WorkValue] = set()
    for stage in stages:
        for mention in stage.scene.all("work", "trailer"):
            value = mention.value
            if not isinstance(value, WorkValue) or not (value.seasons or value.trailer):
                continue
            span = stage.scene.offsets(mention.first, mention.last)
            for season in value.seasons or ("",):
                part = WorkValue(value.title, (season,) if season else (), value.trailer)
                if part in seen:
                    continue
                seen.add(part)
                spans = [span, *([mention.antecedent] if mention.antecedent else [])]
                if value.trailer and not timed:
                    work = WorkValue(part.title, part.seasons)
                    yield Draft("trailer", work, "", "part.trailer", stage, spans)
                elif not value.trailer:
                    series = Reference(Kind.SERIES, value.title)
                    season_ref = Reference(Kind.SEASON, value.title, season=season)
                    yield Draft("season", series, season_ref, "part.season", stage, spans)

"""The parts of a series that a document names: each season and trailer once."""

from collections.abc import Iterator, Sequence

from showgraph.extract.discourse.status import Standing, StatusReader
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft
from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.text.mention import Mention, WorkValue
from showgraph.model import Kind, Reference


def draft_parts(stages: Sequence[Stage], pack: Pack, *, timed: bool) -> Iterator[Draft]:
    """Draft each season and trailer once, where the document first speaks of it as being there.

    A season that is only denied, asked or doubted gets the standing of its first mention.
    ``timed`` says that the document gives a trailer's running time, which says that there is one.
    """
    status = StatusReader(pack.status)
    first: dict[WorkValue, Draft] = {}
    for stage in stages:
        for mention in stage.scene.all("work", "trailer"):
            value = mention.value
            if not isinstance(value, WorkValue) or not (value.seasons or value.trailer):
                continue
            if value.trailer and timed:
                continue
            standing = status.read_thing(stage.scene, mention.first, mention.last)
            for season in value.seasons or ("",):
                part = WorkValue(value.title, (season,) if season else (), value.trailer)
                known = first.get(part)
                better = known is not None and known.standing != Standing() == standing
                if known is None or better:
                    first[part] = _draft(part, stage, mention, standing)
    yield from first.values()


def _draft(part: WorkValue, stage: Stage, mention: Mention, standing: Standing) -> Draft:
    span = stage.scene.offsets(mention.first, mention.last)
    spans = [span, *([mention.antecedent] if mention.antecedent else [])]
    if part.trailer:
        work = WorkValue(part.title, part.seasons)
        return Draft("trailer", work, "", "part.trailer", stage, spans, standing=standing)
    series = Reference(Kind.SERIES, part.title)
    season = Reference(Kind.SEASON, part.title, season=part.seasons[0])
    return Draft("season", series, season, "part.season", stage, spans, standing=standing)

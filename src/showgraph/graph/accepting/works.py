"""From a reference to those it is part of: series, season, episode, trailer."""

from showgraph.model import Kind, Reference

_PARTS = frozenset({Kind.SEASON, Kind.EPISODE, Kind.TRAILER})


def series_of(reference: Reference) -> Reference | None:
    """Return the series that a work is or belongs to; None for anything else.

    A character names its series by title only, so that it takes the list of series to find
    it: see :func:`showgraph.graph.accepting.readings.read_claims`.
    """
    if reference.kind is Kind.SERIES:
        return reference
    if reference.kind in _PARTS:
        return Reference(Kind.SERIES, reference.name, distinct=reference.distinct)
    return None


def season_in(series: Reference, season: str) -> Reference:
    """Return a season of ``series``; "04" and "4" are the same season."""
    name = str(int(season)) if season.isdecimal() else " ".join(season.casefold().split())
    return Reference(Kind.SEASON, series.name, season=name, distinct=series.distinct)


def season_of(reference: Reference) -> Reference | None:
    """Return the season that a work is or belongs to, or None."""
    if reference.kind not in _PARTS or not reference.season:
        return None
    return season_in(reference, reference.season)


def episode_in(work: Reference, episode: str) -> Reference:
    """Return an episode of a series or season."""
    name = str(int(episode)) if episode.isdecimal() else episode
    return Reference(
        Kind.EPISODE, work.name, season=work.season, episode=name, distinct=work.distinct
    )


def trailer_for(work: Reference) -> Reference:
    """Return the trailer of a work; a work has one."""
    return Reference(
        Kind.TRAILER, work.name, season=work.season, episode=work.episode, distinct=work.distinct
    )


def promoted_by(trailer: Reference) -> Reference:
    """Return the work that a trailer is made for."""
    kind = Kind.EPISODE if trailer.episode else Kind.SEASON if trailer.season else Kind.SERIES
    return Reference(
        kind,
        trailer.name,
        season=trailer.season,
        episode=trailer.episode,
        distinct=trailer.distinct,
    )


def whole_of(reference: Reference) -> Reference | None:
    """Return the next larger work that a season or episode is a part of, or None."""
    if reference.kind is Kind.EPISODE:
        return season_of(reference) or series_of(reference)
    return series_of(reference) if reference.kind is Kind.SEASON else None

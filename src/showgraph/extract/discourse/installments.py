"""Find seasons and trailers in a sentence, each tied to the series it belongs to."""

from typing import Final

from showgraph.extract.discourse.talk import DETERMINERS, Bench, title_of
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.extract.values.seasons import SeasonMention, find_seasons

_TRAILER_REACH: Final = 3  # "Iron Tide's first official trailer"
_TRAILERS: Final = frozenset({"trailer", "teaser", "promo"})


def find_installments(bench: Bench, scene: Scene) -> None:
    """Add every season of a sentence, as a work where its series is known."""
    for season in find_seasons(scene.sentence.tokens):
        _add_season(bench, scene, season)


def _add_season(bench: Bench, scene: Scene, season: SeasonMention) -> None:
    talk = bench.talk
    scene.add(Mention("season", season.first, season.last, season.seasons))
    if len(season.numbers) == 1:
        scene.add(Mention("season_number", season.first, season.last, season.numbers[0]))
    work = _work_of(bench, scene, season)
    if work is None and _is_anothers(scene, season):
        return
    final = season.final and (work is not None or not _is_strangers(scene, season))
    seasons = season.seasons
    if not seasons and season.relative and talk.headline_season:
        seasons = talk.headline_season
    if not seasons and not season.relative and work is None:
        seasons = talk.season
    if work is not None:
        first, last = min(work.first, season.first), max(work.last, season.last)
        title, how, span = title_of(work), work.how, work.antecedent
    elif talk.title:
        first, last = season.first, season.last
        title, how, span = talk.title, "anaphor", talk.title_span
    else:
        return
    value = WorkValue(title, seasons)
    # The season stands before the series at the same place: it says more.
    mentions = scene.by_start.setdefault(first, [])
    mentions.insert(0, Mention("work", first, last, value, how, span))
    determiner = first - 1
    if determiner >= 0 and scene.keys[determiner] in DETERMINERS:
        led = Mention("work", determiner, last, value, how, span)
        scene.by_start.setdefault(determiner, []).insert(0, led)
    if final:
        whole = WorkValue(title, season.numbers or ("final",))
        mentions.insert(0, Mention("final_season", first, last, whole, how, span))
    if seasons:
        talk.season, talk.season_span = seasons, scene.offsets(first, last)


def _work_of(bench: Bench, scene: Scene, season: SeasonMention) -> Mention | None:
    """Return the series a season belongs to by the words beside it."""
    keys = scene.keys
    for mention in scene.all("work"):
        if not isinstance(mention.value, WorkValue) or mention.value.seasons:
            continue
        between = keys[mention.last : season.first]
        if mention.last <= season.first and between in (
            [],
            ["'s"],
            [","],
            ["'"],
            ["'s", "own"],
            ['"'],
            [":"],
        ):
            return mention
        if season.last < mention.first and keys[season.last] in {"of", "for"}:
            gap = range(season.last + 1, mention.first)
            if len(gap) <= 8 and all(_in_phrase(bench, scene, at) for at in gap):  # noqa: PLR2004
                return mention
    return None


def _is_anothers(scene: Scene, season: SeasonMention) -> bool:
    """Return whether a season has an owner that is no series known: "coach Bell's final season"."""
    at = season.first - 1
    if at < 1 or scene.keys[at] not in {"'s", "'", '"'}:
        return False
    while at and scene.keys[at] in {"'s", "'", '"'}:
        at -= 1
    owner = scene.sentence.tokens[at]
    shown = any(m.last == at + 1 for m in scene.all("platform", "work", "kind", "outlet"))
    return owner.is_word and owner.is_capital and not shown


def _is_strangers(scene: Scene, season: SeasonMention) -> bool:
    """Return whether the sentence names no series in front of "with final season"."""
    before = scene.keys[max(0, season.first - 1) : season.first]
    return bool(before) and before[0] in _LOOSE and not scene.all("work")


_LOOSE: Final = frozenset({"with", "for", "into", "in", "after", "before"})


def _in_phrase(bench: Bench, scene: Scene, at: int) -> bool:
    """Return whether a token may stand between "season of" and the title."""
    if scene.keys[at] in {"the", "a", "'s", '"', "'", ",", "this"}:
        return True
    if bench.lexicon.pack.classes["np_word"].find(scene.keys, at):
        return True
    return any(
        mention.first <= at < mention.last
        for start in range(max(0, at - 3), at + 1)
        for mention in scene.mentions_at(start)
        if mention.type in {"kind", "genre", "origin", "platform"}
    )


def find_trailers(bench: Bench, scene: Scene) -> None:
    """Add every trailer of a sentence, with the season that it is for where that is known."""
    keys = scene.keys
    for index, key in enumerate(keys):
        if key not in _TRAILERS:
            continue
        work = _beside_trailer(bench, scene, index)
        seasons: tuple[str, ...] = ()
        first, last, how, span = index, index + 1, "anaphor", bench.talk.title_span
        title = bench.talk.title
        if work is not None and isinstance(work.value, WorkValue):
            title, seasons = work.value.title, work.value.seasons
            first, last = min(index, work.first), max(index + 1, work.last)
            how, span = work.how, work.antecedent
        if not title:
            continue
        seasons = seasons or bench.talk.season or bench.talk.headline_season
        mention = Mention(
            "trailer", first, last, WorkValue(title, seasons, trailer=True), how, span
        )
        scene.by_start.setdefault(first, []).insert(0, mention)
        if first != index:
            scene.add(Mention("trailer", index, index + 1, mention.value, how, span))


def _beside_trailer(bench: Bench, scene: Scene, index: int) -> Mention | None:
    keys = scene.keys
    works = scene.all("work")
    for mention in works:
        if (
            mention.last <= index
            and index - mention.last <= _TRAILER_REACH
            and (
                keys[mention.last : mention.last + 1] == ["'s"]
                or mention.last == index
                or keys[mention.last] == "official"
            )
        ):
            return mention
    for mention in works:
        if mention.first > index and keys[index + 1] in {"for", "of"}:
            gap = range(index + 2, mention.first)
            if all(_in_phrase(bench, scene, at) for at in gap):
                return mention
    return None

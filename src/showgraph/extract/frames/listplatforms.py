"""The platform of a list: "Five shows on Peacock" over headings, or a channel over its series."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.channellabels import draft_labelled
from showgraph.extract.frames.draft import Draft
from showgraph.extract.frames.liststatuses import fate_of
from showgraph.extract.frames.places import draft_place, draft_placed_below
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.extract.values.quantities import parse_number

#: Sentences within which a list says what it is a list of.
_OPENING: Final = 20
_LONGEST_HEAD: Final = 12
_BESIDE: Final = 3  # tokens before a platform in which "series" is counted or ranked
_FRONT: Final = 3  # "1. Iron Tide", '"Iron Tide"'
_LEAST: Final = 2
_HEADS: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
_PLURALS: Final = frozenset(
    {
        *("shows", "series", "dramas", "originals", "k-dramas", "sitcoms", "thrillers", "titles"),
        *("miniseries", "comedies", "programmes", "docuseries", "web-series", "kdramas"),
    },
)
_BETWEEN: Final = frozenset(
    {
        *("on", "from", "at", "to", "coming", "streaming", "available", "airing", "the", "new"),
        *("'s", "'", "original", "originals", "tv", "web", "best", "drama", "right", "now", "of"),
        *("series", "exclusive", "must-watch", "must-see", "top", "arriving", "binge", "upcoming"),
        *("popular", "crime", "thriller", "korean", "comedy", "mystery", "animated", "great"),
        *("other", "limited", "scripted", "television", "favorite", "favourite", "most"),
    },
)
#: What counts or ranks makes a list: "the best Peacock dramas", but not "a Peacock series".
_RANKS: Final = frozenset(
    {
        *("best", "top", "favorite", "favourite", "favorites", "favourites", "must-watch", "list"),
        *("must-see", "here", "these", "below", "greatest", "every", "all", "ranked", "guide"),
        *("underrated", "hidden", "essential", "other", "popular"),
    },
)
#: Between the series of one heading.
_ROW: Final = frozenset({",", "and", "&", '"', "'", "/"})
_JOINS: Final = frozenset({"and", ",", "&", "/", "or"})


def draft_list_platforms(stages: Sequence[Stage]) -> Iterator[Draft]:
    """Draft where each series of a list runs, if the list or its part is of one platform's series.

    Nothing is drafted for a heading that names another platform, or where there is one only. A
    text in sections that are headed by channels places what each of them names.
    """
    yield from _draft_sections(stages)
    yield from draft_labelled(stages)
    yield from _draft_bare_heads(stages)
    yield from _draft_list(stages)


def _draft_list(stages: Sequence[Stage]) -> Iterator[Draft]:
    """Draft the platform that the opening names for the series of all headings."""
    heads = [stage for stage in stages if _headed(stage)]
    opening = [*takewhile(lambda stage: stage is not heads[0], stages)] if heads else []
    named = _list_platform(opening[:_OPENING])
    if named is None or len(heads) < _LEAST:
        return
    platform, span, stated = named
    for stage, others in _slots(stages):
        for work in () if others - {platform} else _headed(stage):
            yield from _draft(stage, work, platform, span)
    if stated.scene.sentence.block.kind in {BlockKind.HEADLINE, BlockKind.HEADING}:
        for work in stated.scene.all("named_work"):  # "Iron Tide and more: 5 shows on Peacock"
            if stated.scene.offsets(work.first, work.last)[1] < span[0]:
                yield from _draft(stated, work, platform, span)


def _slots(stages: Sequence[Stage]) -> Iterator[tuple[Stage, set[str]]]:
    """Yield each heading of a series with the platforms of its lines, not those of its prose."""
    head: Stage | None = None
    named: set[str] = set()
    for stage in stages:
        if _headed(stage):
            if head is not None:
                yield head, named
            head, named = stage, set()
        if stage.scene.sentence.block.kind is not BlockKind.PARAGRAPH:
            named |= {str(m.value) for m in stage.scene.all("platform")}
    if head is not None:
        yield head, named


def _draft(stage: Stage, work: Mention, platform: str, span: tuple[int, int]) -> Iterator[Draft]:
    if isinstance(work.value, WorkValue):
        words = stage.scene.offsets(work.first, work.last)
        yield draft_place(stage, work.value.title, platform, "platform.list", [words, span])


def _draft_bare_heads(stages: Sequence[Stage]) -> Iterator[Draft]:
    """Draft where the series of a line runs that is nothing but its title and a channel."""
    for stage in stages:
        scene, work = stage.scene, next(iter(_headed(stage)), None)
        if work is None or not isinstance(work.value, WorkValue):
            continue
        channel = scene.mention_at(work.last, ("platform",))
        if channel is not None and channel.last == scene.n_tokens:
            words = scene.offsets(work.first, channel.last)
            place = str(channel.value)
            yield draft_place(stage, work.value.title, place, "platform.bare-head", [words])


def _list_platform(stages: Sequence[Stage]) -> tuple[str, tuple[int, int], Stage] | None:
    """Return the one platform that the opening says the list is of, and where."""
    found: dict[str, tuple[tuple[int, int], Stage]] = {}
    for stage in stages:
        scene = stage.scene
        for mention in scene.all("platform"):
            if mention.how == "name" and _lists(scene, mention):
                span = scene.offsets(mention.first, mention.last)
                found.setdefault(str(mention.value), (span, stage))
    if len(found) != 1:
        return None
    platform, (span, stage) = next(iter(found.items()))
    return platform, span, stage


def _lists(scene: Scene, platform: Mention) -> bool:
    """Return whether "10 shows on Peacock" or "Peacock's best dramas" stands there."""
    if scene.keys[platform.last - 1] == "tv" and not platform.last - platform.first > 1:
        return False  # "Key TV Shows"
    if _is_joined(scene, platform) or not _is_ranked(scene):
        return False
    at = platform.first - 1
    while at >= 0 and _is_between(scene.keys[at]) and scene.keys[at] not in _PLURALS:
        at -= 1
    if at >= 0 and at < platform.first - 1 and scene.keys[at] in _PLURALS:
        return True
    at = platform.last
    while at < scene.n_tokens and scene.keys[at] in _BETWEEN - _PLURALS:
        at += 1
    if at >= scene.n_tokens or scene.keys[at] not in _PLURALS:
        return False
    beside = scene.keys[max(0, platform.first - _BESIDE) : at]
    return scene.keys[at] != "series" or any(_ranks(key) for key in beside)


def _is_between(key: str) -> bool:
    return key in _BETWEEN or key.isdigit()


def _is_joined(scene: Scene, platform: Mention) -> bool:
    """Return whether another platform is named in one breath: "on Peacock and Netflix"."""
    behind = scene.keys[platform.last : platform.last + 1]
    ahead = scene.keys[max(0, platform.first - 1) : platform.first]
    return bool(
        (_JOINS & set(behind) and scene.mention_at(platform.last + 1, ("platform",)))
        or (
            _JOINS & set(ahead) and any(m.last == platform.first - 1 for m in scene.all("platform"))
        )
    )


def _is_ranked(scene: Scene) -> bool:
    """Return whether a sentence counts, ranks or shows what follows it."""
    return any(_ranks(key) for key in scene.keys)


def _ranks(key: str) -> bool:
    return key in _RANKS or parse_number(key) is not None


def _headed(stage: Stage) -> list[Mention]:
    """Return the series that a heading opens with: one, or several in a row."""
    scene = stage.scene
    if scene.sentence.block.kind not in _HEADS or scene.n_tokens > _LONGEST_HEAD:
        return []
    row: list[Mention] = []
    for work in scene.all("named_work"):
        behind = scene.keys[row[-1].last : work.first] if row else []
        if (not row and work.first <= _FRONT) or (row and behind and set(behind) <= _ROW):
            row.append(work)
    return row


def _draft_sections(stages: Sequence[Stage]) -> Iterator[Draft]:
    """Draft where the series run that sections under lines such as "NBC" name."""
    channels = [_channel(stage) for stage in stages]
    if len({str(mention.value) for mention in channels if mention is not None}) < _LEAST:
        return
    over: tuple[Stage, Mention] | None = None
    placed: set[tuple[str, str]] = set()
    for stage, channel in zip(stages, channels, strict=True):
        if channel is not None:
            over = (stage, channel)
        elif stage.scene.sentence.block.kind is BlockKind.HEADING and not (
            _names_series(stage) or fate_of(stage)
        ):
            over = None  # another part of the page
        elif over is not None:
            head, label = over
            span = head.scene.offsets(label.first, label.last)
            yield from draft_placed_below(stage, str(label.value), span, "platform.section", placed)


def _channel(stage: Stage) -> Mention | None:
    """Return the platform that a line is nothing but the name of: "NBC", "The CW:"."""
    scene = stage.scene
    if scene.sentence.block.kind not in _HEADS:
        return None
    keys = [key for key in scene.keys if key not in _AROUND]
    for mention in scene.all("platform"):
        named = [k for k in scene.keys[mention.first : mention.last] if k != "the"]
        if keys == named:
            return mention
    return None


#: What may stand with a channel in such a line: "NBC COMEDY", "On the CW:", "New dramas: CBS".
_AROUND: Final = frozenset(
    {
        *("the", ":", "on", "network", "comedy", "drama", "comedies", "dramas", "new", "series"),
        *("shows", "returning", "unscripted", "reality", "pilots", "orders", "—", "-", "at"),
    },
)


def _names_series(stage: Stage) -> bool:
    return bool(stage.scene.all("named_work"))

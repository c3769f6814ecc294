"""Read "the streaming giant" and "Blue Door Media's official YouTube channel"."""

from typing import Final

from showgraph.extract.discourse.talk import DETERMINERS, Bench, surface
from showgraph.extract.text.mention import Mention, Scene

_STREAMERS: Final = (
    ("streaming", "giant"),
    ("streaming", "platform"),
    ("streaming", "service"),
    ("ott", "platform"),
    ("ott", "giant"),
    ("streaming", "network"),
    ("streamer",),
    ("network",),
    ("broadcaster",),
)


def find_streamers(bench: Bench, scene: Scene) -> None:
    """Read "the streaming giant" as the platform named last."""
    talk = bench.talk
    keys = scene.keys
    here = [m for m in scene.all("platform") if isinstance(m.value, str)]
    starts = {words[0] for words in _STREAMERS}
    for index in range(1, len(keys)):
        if keys[index] not in starts:
            continue
        for words in _STREAMERS:
            end = index + len(words)
            if tuple(keys[index:end]) != words or keys[index - 1] not in DETERMINERS:
                continue
            before = [m for m in here if m.last <= index]
            name = str(before[-1].value) if before else talk.platform
            span = (
                scene.offsets(before[-1].first, before[-1].last) if before else talk.platform_span
            )
            follows = scene.mention_at(end, ("platform",))
            if name and follows is None and scene.mention_at(end, ("kind", "genre")) is None:
                scene.add(Mention("platform", index, end, name, "anaphor", span))


def find_channels(scene: Scene) -> None:
    """Read "Blue Door Media's official YouTube channel" as a channel of that platform."""
    keys = scene.keys
    for platform in scene.all("platform"):
        if keys[platform.last : platform.last + 1] != ["channel"]:
            continue
        behind = (
            scene.mention_at(platform.last + 2, ("company", "name", "outlet"))
            if (
                keys[platform.last + 1 : platform.last + 2] == ["of"]
                and platform.last + 2 < scene.n_tokens
            )
            else None
        )
        if behind is not None:
            name = surface(scene.sentence.tokens, behind.first, behind.last)
            scene.by_start.setdefault(platform.first, []).insert(
                0, Mention("channel", platform.first, behind.last, f"{name}@{platform.value}")
            )
            continue
        at = platform.first - 1
        while at > 0 and keys[at] in {"official", "own", "popular"}:
            at -= 1
        owners = [
            m
            for m in scene.all("company", "name", "outlet")
            if at > 0 and keys[at] in {"'s", "'"} and m.last == at
        ]
        if owners:
            owner = owners[0]
            name = surface(scene.sentence.tokens, owner.first, owner.last)
            scene.by_start.setdefault(owner.first, []).insert(
                0,
                Mention("channel", owner.first, platform.last + 1, f"{name}@{platform.value}"),
            )

"""Read "the show" and "this romantic drama series" as the series that the talk is about."""

from dataclasses import dataclass
from typing import Final

from showgraph.extract.mention import Mention, Scene, WorkValue
from showgraph.extract.talk import DETERMINERS, Bench

_REACH: Final = 9  # tokens of the longest phrase that was met


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase that ends in a word for a series; ``described`` by genre, origin or platform."""

    last: int
    described: bool


def find_anaphors(bench: Bench, scene: Scene) -> None:
    """Add a work mention for each phrase that means, or introduces, a series.

    "The drama series X" becomes a mention of X as a whole; without a title behind it, the phrase
    means the series that the talk is about, and nothing where the talk is about none.
    """
    for index in range(scene.n_tokens):
        start = _phrase_start(bench, scene, index)
        phrase = _read_phrase(bench, scene, start) if start is not None else None
        if phrase is None or start is None:
            continue
        named = scene.mention_at(phrase.last, ("work",)) if phrase.last < scene.n_tokens else None
        if named is not None:
            if start == index + 1:
                whole = Mention("work", index, named.last, named.value)
                scene.by_start.setdefault(index, []).insert(0, whole)
            continue
        _add_anaphor(bench, scene, index, phrase)


def _phrase_start(bench: Bench, scene: Scene, index: int) -> int | None:
    """Return where the phrase behind "the" or "Peacock's" starts; None where neither stands."""
    if index in bench.taken:
        return None
    if scene.keys[index] in DETERMINERS:
        return index + 1
    platform = scene.mention_at(index, ("platform",))
    if platform is not None and scene.keys[platform.last : platform.last + 1] == ["'s"]:
        return platform.last + 1
    return None


def _read_phrase(bench: Bench, scene: Scene, start: int) -> _Phrase | None:
    np_words = bench.lexicon.pack.classes["np_word"]
    at = start
    described = scene.keys[start - 1] == "'s"
    last_kind: Mention | None = None
    while at < scene.n_tokens and at - start < _REACH - 1:
        kind = scene.mention_at(at, ("kind",))
        modifier = scene.mention_at(at, ("genre", "origin", "platform", "episode_compound"))
        found = np_words.find(scene.keys, at)
        if kind is not None:
            last_kind = kind
            described = described or modifier is not None or kind.first > start
            at = max(kind.last, modifier.last if modifier is not None else 0)
            last_kind = _kind_that_ends(scene, at) or last_kind
        elif modifier is not None:
            described, at = True, modifier.last
            last_kind = _kind_that_ends(scene, at) or last_kind
        elif found is not None:
            at = found[0]
        else:
            break
    if last_kind is None or at != last_kind.last:
        return None
    return _Phrase(at, described)


def _kind_that_ends(scene: Scene, last: int) -> Mention | None:
    """Return the word for a series that a genre ends with: "family drama"."""
    return next((m for m in scene.all("kind") if m.last == last), None)


def _add_anaphor(bench: Bench, scene: Scene, index: int, phrase: _Phrase) -> None:
    talk = bench.talk
    if not talk.title:
        return
    value = WorkValue(talk.title)
    scene.add(Mention("work", index, phrase.last, value, "anaphor", talk.title_span))
    if phrase.described:
        scene.add(
            Mention("described_work", index, phrase.last, value, "anaphor", talk.title_span),
        )

"""Put the mentions of annotators beside our own, where they fit to the tokens of a sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from showgraph.extract.discourse.talk import Stage, surface
from showgraph.extract.plugins import Annotation
from showgraph.extract.text.mention import Mention, NameValue, Scene

#: Types of ours that an annotated stretch must not overlap: they are surer than a model.
_SURE = ("work", "other_work", "date", "season")


def titles_in(text: str, annotations: Iterable[Annotation]) -> list[str]:
    """Return what is annotated as a series, as the text writes it: a sign in the inventory."""
    return sorted({text[a.start : a.end].strip("'\" ") for a in annotations if a.type == "series"})


def add_annotations(stages: Sequence[Stage], annotations: Iterable[Annotation]) -> None:
    """Add mentions to scenes, behind those that stand there.

    A stretch that cuts a token, runs over a sentence or overlaps a title or a date is left out.
    """
    starts = [stage.scene.sentence.start for stage in stages]
    for annotation in sorted(annotations, key=lambda a: (a.start, a.end, a.type)):
        at = bisect_right(starts, annotation.start) - 1
        if at < 0:
            continue
        scene = stages[at].scene
        place = find_tokens(scene, annotation.start, annotation.end)
        if place is not None and not _is_taken(scene, *place):
            for mention in _mentions(scene, annotation.type, *place):
                if all(m.type != mention.type for m in _same_place(scene, mention)):
                    scene.add(mention)


def find_tokens(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """Return the tokens that a stretch of the text covers exactly, or None."""
    tokens = scene.sentence.tokens
    first = next((i for i, token in enumerate(tokens) if token.start == start), None)
    last = next((i + 1 for i, token in enumerate(tokens) if token.end == end), None)
    return (first, last) if first is not None and last is not None and first < last else None


def _is_taken(scene: Scene, first: int, last: int) -> bool:
    return any(
        mention.first < last and first < mention.last and mention.how == "name"
        for mention in scene.all(*_SURE)
    )


def _same_place(scene: Scene, mention: Mention) -> Iterator[Mention]:
    return (m for m in scene.mentions_at(mention.first) if m.last == mention.last)


def _mentions(scene: Scene, type_: str, first: int, last: int) -> Iterator[Mention]:
    """Yield the mentions of ours that an annotated stretch amounts to."""
    text = surface(scene.sentence.tokens, first, last)
    if type_ == "person":
        name = Mention("name", first, last, NameValue(text))
        yield name
        yield Mention("people", first, last, (name,))
    elif type_ == "organization":
        yield Mention("company", first, last, text)
        yield Mention("companies", first, last, (text,))
    elif type_ in {"place", "platform"}:
        yield Mention(type_, first, last, text)

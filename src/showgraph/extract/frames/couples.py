"""Characters without a full name, and what they are to each other.

"Dora and Sam" in the story of a series are characters when the text never lets them speak as
people. A couple is the one pair of characters a document keeps naming together; "the couple",
"the duo" and "they" then mean that pair.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from showgraph.extract.discourse.speech import Speech
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft, NameUse
from showgraph.extract.frames.people import People
from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.rulepack.steps import CueClass, phrase_class
from showgraph.extract.text.mention import Mention, NameValue, Scene, WorkValue
from showgraph.model import Kind, Reference

#: Words that look back from a relationship: it belongs to no season that is named beside it.
_BEFORE: Final = frozenset({"after", "before", "following", "surviving"})
_CLAUSE_ENDS: Final = frozenset({",", ";", ":", "—", ".", "!", "?", "(", ")"})
_PERFECT: Final = frozenset({"have", "has", "had", "having"})


def find_mononyms(
    stages: Sequence[Stage],
    people: People,
    acts: Sequence[Sequence[Speech]],
    pack: Pack,
) -> list[tuple[Stage, Mention]]:
    """Return pairs of bare names in story sentences, and note them as characters.

    A bare name is a character when it stands beside another in a sentence that tells the story
    (a story verb, a trailer, "(in Title)"), when nobody of that name speaks outside quotations,
    when at least one of the two is part of nobody's full name, and when both come again.
    """
    story = phrase_class(tuple(pack.statements["story"]), "story")
    spoken = {
        name.value.text
        for row in acts
        for act in row
        if act.speaker is not None and isinstance(act.speaker.value, tuple)
        for name in act.speaker.value
    }
    found: list[tuple[Stage, Mention]] = []
    often = _names_met_twice(stages)
    for stage in stages:
        if not stage.title or not _tells_story(stage, story):
            continue
        for mention in stage.scene.all("people"):
            names = [name.value.text for name in mention.value]  # type: ignore[attr-defined]
            if len(names) != 2 or any(" " in name or name in spoken for name in names):  # noqa: PLR2004
                continue
            if not often.issuperset(names):
                continue
            if any(people.person(name) is None and not people.is_shared(name) for name in names):
                found.append((stage, mention))
    for _, mention in found:
        for name in mention.value:  # type: ignore[attr-defined]
            if people.character(name.value.text) is None:
                people.characters.add(name.value.text)
    people.index()
    return found


def _names_met_twice(stages: Sequence[Stage]) -> set[str]:
    """Return the words of names that stand in two sentences or more; characters come again."""
    counts: Counter[str] = Counter()
    for stage in stages:
        names = {
            word
            for mention in stage.scene.all("name")
            if isinstance(mention.value, NameValue)
            for word in mention.value.text.split()
        }
        counts.update(names)
    return {word for word, count in counts.items() if count > 1}


def _tells_story(stage: Stage, story: CueClass) -> bool:
    scene = stage.scene
    if scene.all("trailer"):
        return True
    if next(story.places(scene.keys), None) is not None:
        return True
    return any(
        m.first
        and scene.keys[m.first - 1] == "in"
        and m.first > 1
        and scene.keys[m.first - 2] == "("
        for m in scene.all("work")
    )


def draft_mononyms(found: Sequence[tuple[Stage, Mention]]) -> Iterator[Draft]:
    """Draft that the bare names of story pairs are characters of the series."""
    seen: set[str] = set()
    for stage, mention in found:
        for name in mention.value:  # type: ignore[attr-defined]
            if name.value.text in seen:
                continue
            seen.add(name.value.text)
            use = NameUse(name.value.text, stage.scene, name.first, name.last, Kind.CHARACTER)
            yield Draft(
                "character_in",
                WorkValue(stage.title),
                use,
                "character.story-pair",
                stage,
                [stage.scene.offsets(mention.first, mention.last)],
            )


def find_pair(stages: Sequence[Stage], people: People) -> tuple[Reference, Reference] | None:
    """Return the one pair of characters that a document names together, or None.

    Two pairs named equally often leave it open.
    """
    pairs: Counter[tuple[Reference, Reference]] = Counter()
    for stage in stages:
        for mention in stage.scene.all("people"):
            names = mention.value if isinstance(mention.value, tuple) else ()
            if len(names) != 2:  # noqa: PLR2004
                continue
            meant = [people.meaning(name, stage) for name in names]
            if all(ref is not None and ref.kind is Kind.CHARACTER for ref in meant):
                first, second = sorted(ref for ref in meant if ref is not None)
                if first != second:
                    pairs[first, second] += 1
        for first, second in _bracketed_pair(stage, people):
            pairs[first, second] += 1
    ranked = pairs.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _bracketed_pair(stage: Stage, people: People) -> Iterator[tuple[Reference, Reference]]:
    """Yield "Dora (Ana Bell) and Sam (Omar Reyes)" as a pair."""
    scene = stage.scene
    refs = [
        (m, ref)
        for m in scene.all("name")
        if scene.keys[m.last : m.last + 1] == ["("]
        and (ref := people.meaning(m, stage)) is not None
        and ref.kind is Kind.CHARACTER
    ]
    for (left, first), (right, second) in pairwise(refs):
        if "and" in scene.keys[left.last : right.first] and first != second:
            a, b = sorted((first, second))
            yield a, b


def draft_couples(
    stages: Sequence[Stage],
    people: People,
    pair: tuple[Reference, Reference] | None,
    pack: Pack,
) -> Iterator[Draft]:
    """Draft what the pair of the document is to each other, and how old, by the pack's cues."""
    if pair is None:
        return
    cues = {
        kind: phrase_class(tuple(phrases), kind)
        for kind, phrases in pack.statements["relationships"].items()
    }
    couple_seen = False
    named = _naming(stages, people, pair)
    for stage in stages:
        scene = stage.scene
        done: set[str] = set()
        for kind, first, last in _relationship_words(scene, cues):
            if kind in done or (kind == "couple" and couple_seen):
                continue
            if _speaks_of_pair(stage, people, pair, first):
                couple_seen = couple_seen or kind == "couple"
                done.add(kind)
                yield from _relate(stage, pair, named, (kind, first, last))
        yield from _ages(stage, pair, named)


def _naming(
    stages: Sequence[Stage],
    people: People,
    pair: tuple[Reference, Reference],
) -> list[tuple[int, int]]:
    """Return the stretches that name both of the pair, in text order."""
    spans = []
    for stage in stages:
        ends = {
            ref: stage.scene.offsets(mention.first, mention.last)
            for mention in stage.scene.all("name")
            if (ref := people.meaning(mention, stage)) in pair
        }
        if len(ends) == len(pair):
            spans.append((min(a for a, _ in ends.values()), max(b for _, b in ends.values())))
    return spans


def _stretches(
    stage: Stage,
    first: int,
    last: int,
    named: Sequence[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Return the clause of a word about the pair, then the last stretch that names the pair."""
    keys = stage.scene.keys
    end = next((at for at in range(last, len(keys)) if keys[at] in _CLAUSE_ENDS), len(keys))
    start = next((at + 1 for at in range(first - 1, -1, -1) if keys[at] in _CLAUSE_ENDS), 0)
    clause = stage.scene.offsets(start, end)
    before = [span for span in named if span[0] < clause[1]] or list(named[:1])
    inside = [span for span in before[-1:] if clause[0] <= span[0] and span[1] <= clause[1]]
    return [clause] if inside else [clause, *before[-1:]]


def _relationship_words(
    scene: Scene,
    cues: Mapping[str, CueClass],
) -> list[tuple[str, int, int]]:
    """Return the kinds named in a sentence beyond doubt; a longer phrase hides one inside it."""
    hits = [
        (kind, at, hit[0])
        for kind, cue in cues.items()
        for at in cue.places(scene.keys)
        if (hit := cue.find(scene.keys, at)) is not None
    ]
    return [
        (kind, first, last)
        for kind, first, last in hits
        if not _is_doubtful(scene.keys, first)
        and not any(a <= first and last <= b and b - a > last - first for _, a, b in hits)
    ]


def _is_doubtful(keys: Sequence[str], at: int) -> bool:
    near, far = set(keys[max(0, at - 4) : at]), set(keys[max(0, at - 8) : at])
    return bool(near & {"will", "not", "perfect", "would"} or far & {"if", "whether"})


def _speaks_of_pair(
    stage: Stage,
    people: People,
    pair: tuple[Reference, Reference],
    first: int,
) -> bool:
    """Return whether a relationship word is about the characters, not about their actors."""
    scene = stage.scene
    meant = {
        ref for mention in scene.all("name") if (ref := people.meaning(mention, stage)) is not None
    }
    if meant & set(pair):
        return True
    if any(ref.kind is Kind.PERSON for ref in meant):
        series = [m for m in scene.all("work") if m.first < first]
        return bool(series)
    return bool(stage.title)


def _relate(
    stage: Stage,
    pair: tuple[Reference, Reference],
    named: Sequence[tuple[int, int]],
    hit: tuple[str, int, int],
) -> Iterator[Draft]:
    scene = stage.scene
    kind, first, last = hit
    seasons: tuple[str, ...] = ()
    looks_back = _looks_back(scene.keys, first)
    if kind != "couple" and not looks_back:
        here = [
            m.value.seasons
            for m in scene.all("work")
            if isinstance(m.value, WorkValue) and m.value.seasons
        ]
        # A season carried over from the headline says nothing about what the story tells.
        # "The plot of the series" is told of the whole of it.
        whole = any(isinstance(m.value, WorkValue) for m in scene.all("work") if m.last <= first)
        carried = stage.season if stage.season_span is not None and not whole else ()
        seasons = here[0] if here else carried
    for season in seasons or ("",):
        marks = {"kind": kind, **({"season": season} if season else {})}
        yield Draft(
            "relationship",
            pair[0],
            pair[1],
            f"couple.{kind}",
            stage,
            _stretches(stage, first, last, named),
            qualifiers=dict(marks),
        )


def _looks_back(keys: Sequence[str], first: int) -> bool:
    """Return whether "after a", "having been in a" or "since their" leads to a relationship."""
    window = keys[max(0, first - 6) : first]
    perfect = any(
        key in _PERFECT and after in {"been", "come", "lived", "survived", "gone"}
        for key, after in zip(window, [*window[1:], ""], strict=True)
    )
    return perfect or bool(_BEFORE & set(window)) or "since" in window[-2:]


def _ages(
    stage: Stage,
    pair: tuple[Reference, Reference],
    named: Sequence[tuple[int, int]],
) -> Iterator[Draft]:
    """Yield the age of both for "a 20-year-old couple"."""
    scene = stage.scene
    for at, key in enumerate(scene.keys):
        head, _, tail = key.partition("-")
        if not head.isdigit() or tail not in {"year-old", "years-old"}:
            continue
        if any(word in scene.keys[at + 1 : at + 4] for word in ("couple", "duo", "pair", "lovers")):
            for character in pair:
                yield Draft(
                    "character_age",
                    character,
                    head,
                    "couple.age",
                    stage,
                    _stretches(stage, at, at + 3, named),
                )

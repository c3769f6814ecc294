"""Statements: what has no relation of its own, kept whole under subject, topic and speaker.

A topic is given by cue words of the pack; the subject is the season or series a sentence tells
of, the characters it describes, or the person who speaks or is spoken of. The sentence itself
is the evidence. A sentence without topic, or whose speaker stays open, gives no statement.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.blocks import BlockKind
from showgraph.extract.draft import Draft, Side
from showgraph.extract.mention import Scene, WorkValue
from showgraph.extract.pack import Pack
from showgraph.extract.pattern import CueClass
from showgraph.extract.people import People
from showgraph.extract.scenes import Stage
from showgraph.extract.speakers import Speakers
from showgraph.extract.status import Standing
from showgraph.model import Kind, Polarity, Reference

_SKIPPED: Final = frozenset({BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.KEY_VALUE})
_MIN_TOKENS: Final = 6  # shorter sentences are headings and calls to click
_OF_PERSONS: Final = ("personal-life", "friendship", "feeling", "career", "reception")
_SPOKEN: Final = ("personal-life", "friendship", "feeling", "making", "theme")
_OF_SPEAKER: Final = frozenset({"personal-life", "friendship", "career"})
_OF_SHOW: Final = ("reception", "theme", "feeling")
_TURNS: Final = frozenset(
    {"but", "however", "although", "though", "yet", "while", "even", "instead"}
)
_NO_DENIAL: Final = frozenset({"only", "just", "all", "sure", "to"})


@dataclass(frozen=True, slots=True)
class _Cues:
    topics: dict[str, CueClass]
    story: CueClass
    traits: CueClass
    pair_words: CueClass
    show_words: CueClass


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A stage with what a statement needs of it."""

    stage: Stage
    persons: tuple[Reference, ...]
    characters: tuple[Reference, ...]
    work: WorkValue | None
    has_pair: bool

    @property
    def scene(self) -> Scene:
        return self.stage.scene


def read_cues(pack: Pack) -> _Cues:
    """Return the pack's statement cues, indexed."""
    data = pack.statements
    return _Cues(
        {
            topic: CueClass(dict.fromkeys(phrases, topic))
            for topic, phrases in data["topics"].items()
        },
        *(
            CueClass(dict.fromkeys(data[name], name))
            for name in ("story", "traits", "pair_words", "show_words")
        ),
    )


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


def draft_statements(
    stages: Sequence[Stage],
    people: People,
    speakers: Speakers,
    pair: tuple[Reference, Reference] | None,
    pack: Pack,
) -> Iterator[Draft]:
    """Draft the statements of a document, sentence by sentence."""
    cues = read_cues(pack)
    for index, stage in enumerate(stages):
        block = stage.scene.sentence.block
        if block.kind in _SKIPPED or stage.scene.n_tokens < _MIN_TOKENS:
            continue
        sentence = _read(stage, people, pair, cues)
        voices, known = _voices(stage, speakers, index)
        if not known:
            continue
        rows = _spoken(sentence, voices, cues) if voices else _told(sentence, cues)
        for topic, subject, speaker in rows:
            yield _draft(sentence, topic, subject, speaker)


def _read(
    stage: Stage,
    people: People,
    pair: tuple[Reference, Reference] | None,
    cues: _Cues,
) -> _Sentence:
    scene = stage.scene
    meant = [people.meaning(mention, stage) for mention in scene.all("name")]
    persons = tuple(dict.fromkeys(r for r in meant if r is not None and r.kind is Kind.PERSON))
    characters = tuple(
        dict.fromkeys(r for r in meant if r is not None and r.kind is Kind.CHARACTER)
    )
    has_pair = pair is not None and any(
        cues.pair_words.find(scene.keys, at) for at in range(scene.n_tokens)
    )
    return _Sentence(stage, persons, characters, _work(stage), has_pair)


def _work(stage: Stage) -> WorkValue | None:
    """Return the work a sentence names: a season before a series, a trailer as its season."""
    works = [m.value for m in stage.scene.all("work", "trailer") if isinstance(m.value, WorkValue)]
    seasons = [work for work in works if work.seasons]
    chosen = next(iter(seasons or works), None)
    return WorkValue(chosen.title, chosen.seasons) if chosen is not None else None


def _voices(
    stage: Stage,
    speakers: Speakers,
    index: int,
) -> tuple[tuple[Reference, ...], bool]:
    """Return who speaks in a sentence, and whether that is known."""
    quotations = speakers.quoted_in(stage)
    for quotation in quotations:
        said = speakers.of_quotations.get(quotation.start, ())
        if said:
            return said, True
    if quotations:
        return (), False
    for act, persons in speakers.of_stage[index]:
        if persons:
            return persons, True
        if act.pronoun.startswith("the "):
            return (), False
    return (), not speakers.of_stage[index]


def _spoken(
    sentence: _Sentence,
    voices: Sequence[Reference],
    cues: _Cues,
) -> Iterator[tuple[str, Side, Reference]]:
    topic = _topic(sentence.scene, _SPOKEN, cues)
    scene = sentence.scene
    if sentence.characters and _hits(cues.traits, scene) and topic in {"", "theme", "feeling"}:
        for speaker in voices:
            for character in sentence.characters:
                yield "trait", character, speaker
        return
    season = sentence.work if sentence.work and sentence.work.seasons else None
    if season is not None and _hits(cues.story, scene) and topic in {"", "theme", "making"}:
        topic = "plot"
    about_show = sentence.work is not None or _hits(cues.show_words, scene)
    show = sentence.work or (WorkValue(sentence.stage.title) if sentence.stage.title else None)
    for speaker in voices:
        if topic in _OF_SPEAKER or show is None or not about_show:
            yield topic or "remark", speaker, speaker
        else:
            yield topic or "remark", show, speaker


def _told(sentence: _Sentence, cues: _Cues) -> Iterator[tuple[str, Side, None]]:
    scene = sentence.scene
    show = sentence.work or (WorkValue(sentence.stage.title) if sentence.stage.title else None)
    if show is not None and not show.seasons and sentence.stage.season and sentence.work is None:
        show = WorkValue(show.title, sentence.stage.season)
    if sentence.characters and _hits(cues.traits, scene):
        for character in sentence.characters:
            yield "trait", character, None
        return
    story = _hits(cues.story, scene)
    if (
        show is not None
        and story
        and (sentence.characters or sentence.has_pair or sentence.work is not None)
        and not sentence.persons
    ):
        yield "plot", show, None
        topic = _topic(scene, ("reception",), cues)
        if topic:
            yield topic, show, None
        return
    if sentence.persons:
        topic = _topic(scene, _OF_PERSONS, cues)
        if topic and sentence.work is None:
            yield topic, sentence.persons[0], None
        return
    if show is not None and (sentence.work is not None or _hits(cues.show_words, scene)):
        if story:
            yield "plot", show, None
        topic = _topic(scene, _OF_SHOW, cues)
        if topic:
            yield topic, show, None


def _topic(scene: Scene, topics: Sequence[str], cues: _Cues) -> str:
    return next((topic for topic in topics if _hits(cues.topics[topic], scene)), "")


def _hits(cue: CueClass, scene: Scene) -> bool:
    return any(cue.find(scene.keys, at) for at in range(scene.n_tokens))


def _draft(
    sentence: _Sentence,
    topic: str,
    subject: Side,
    speaker: Reference | None,
) -> Draft:
    scene = sentence.scene
    span = (scene.sentence.start, scene.sentence.end)
    season = ""
    if isinstance(subject, WorkValue):
        subject = WorkValue(subject.title, subject.seasons[:1])
    elif sentence.work is not None and sentence.work.seasons:
        season = sentence.work.seasons[0]
    marks: dict[str, Side | tuple[Side, ...]] = {"season": season} if season else {}
    return Draft(
        "statement",
        subject,
        topic,
        f"statement.{topic}",
        sentence.stage,
        [span],
        qualifiers=marks,
        standing=Standing(polarity=_polarity(scene)),
        speaker=speaker,
    )


def _polarity(scene: Scene) -> Polarity:
    """Return negative for a sentence that denies throughout: a turn ("but") makes it mixed."""
    keys = scene.keys
    denied = any(
        key in {"not", "never", "cannot"} and (keys[at + 1 : at + 2] or [""])[0] not in _NO_DENIAL
        for at, key in enumerate(keys)
    )
    return Polarity.NEGATIVE if denied and not _TURNS & set(keys) else Polarity.POSITIVE

"""Statements: what has no relation of its own, kept whole under subject, topic and speaker.

A topic is given by cue words of the pack; the subject is the season or series a sentence tells
of, the characters it describes, or the person who speaks or is spoken of. The sentence itself
is the evidence. A sentence without topic, or whose speaker stays open, gives no statement.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from showgraph.extract.discourse.status import Standing
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft, Side
from showgraph.extract.frames.people import People
from showgraph.extract.frames.speakers import Speakers
from showgraph.extract.frames.topics import (
    Cues,
    Topic,
    find_topic,
    has_cue,
    read_cues,
    read_polarity,
)
from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.model import Kind, Modality, Polarity, Reference

_SKIPPED: Final = frozenset(
    {
        BlockKind.CAPTION,
        BlockKind.BYLINE,
        BlockKind.KEY_VALUE,
        BlockKind.HEADING,
        BlockKind.HEADLINE,
    }
)
_MIN_TOKENS: Final = 6  # shorter sentences are headings and calls to click
_MIN_REMARK: Final = 12  # "Bell answers before Reyes does" reports no remark
_OF_PERSONS: Final = ("personal-life", "friendship", "feeling", "reception", "career")
_SPOKEN: Final = ("personal-life", "friendship", "feeling", "theme", "making")
_ROLES: Final = frozenset({"character", "characters", "role", "on-screen", "onscreen"})
_OF_SPEAKER: Final = frozenset({"personal-life", "friendship", "career"})
_OF_SHOW: Final = ("reception", "theme", "feeling")
_FIRST_PERSON: Final = frozenset({"i", "my", "me", "myself"})
_ONESELF: Final = _FIRST_PERSON | {"he", "she", "they", "his", "her", "their"}
_ANAPHORS: Final = frozenset({"it", "its", "they", "them", "their"})
_FINALE: Final = frozenset({"finale", "ending"})


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A stage with what a statement needs of it."""

    stage: Stage
    persons: tuple[Reference, ...]
    characters: tuple[Reference, ...]
    work: WorkValue | None
    has_pair: bool
    meant: dict[int, Reference] = field(default_factory=dict)  # first token of a name -> meaning

    @property
    def scene(self) -> Scene:
        return self.stage.scene

    @property
    def asks(self) -> bool:
        keys = self.scene.keys
        return "?" in keys[-3:] and "'" not in keys  # an inner question is only quoted


@dataclass(frozen=True, slots=True)
class _Row:
    topic: str
    subject: Side
    speaker: Reference | None
    polarity: Polarity


@dataclass(slots=True)
class _Course:
    """What the sentences before said: speech goes on about the same thing."""

    block: object = None
    quoted: bool = False
    about_show: bool = False
    topic: str = ""
    speaker: Reference | None = None
    work: WorkValue | None = None  # what the block named last


def draft_statements(
    stages: Sequence[Stage],
    people: People,
    speakers: Speakers,
    pair: tuple[Reference, Reference] | None,
    pack: Pack,
) -> Iterator[Draft]:
    """Draft the statements of a document, sentence by sentence."""
    cues = read_cues(pack)
    course = _Course()
    for index, stage in enumerate(stages):
        block = stage.scene.sentence.block
        if block.kind in _SKIPPED or stage.scene.n_tokens < _MIN_TOKENS:
            continue
        if block is not course.block:
            course = _Course(block)
        sentence = _read(stage, people, pair, cues)
        voices, known = _voices(stage, speakers, index)
        if voices:
            quoted = bool(speakers.quoted_in(stage))
            rows = _spoken(sentence, voices, cues, course, quoted=quoted)
            if not quoted and stage.scene.n_tokens < _MIN_REMARK:
                rows = [row for row in rows if row.topic != "remark"]
        elif known:
            rows = _told(sentence, cues, course)
        else:
            rows = _unnamed(sentence, cues)
        course.work = sentence.work or course.work
        for row in dict.fromkeys(rows):
            yield from _draft(sentence, row)


def _read(
    stage: Stage,
    people: People,
    pair: tuple[Reference, Reference] | None,
    cues: Cues,
) -> _Sentence:
    scene = stage.scene
    meant = {
        mention.first: ref
        for mention in scene.all("name")
        if (ref := people.meaning(mention, stage)) is not None
        # "Dora (Ana Bell)" tells of Dora
        and not (ref.kind is Kind.PERSON and scene.keys[mention.first - 1 : mention.first] == ["("])
    }
    refs = tuple(dict.fromkeys(meant.values()))
    work = _work(stage)
    pronoun = work is not None and bool(work.seasons) and {"they", "them"} & set(scene.keys)
    has_pair = pair is not None and (bool(pronoun) or has_cue(cues.pair_words, scene))
    return _Sentence(
        stage,
        tuple(ref for ref in refs if ref.kind is Kind.PERSON),
        tuple(ref for ref in refs if ref.kind is Kind.CHARACTER),
        work,
        has_pair,
        meant,
    )


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
    cues: Cues,
    course: _Course,
    *,
    quoted: bool,
) -> list[_Row]:
    """Return what persons say: about the show, about characters, or about themselves."""
    scene = sentence.scene
    keys = set(scene.keys)
    topic = find_topic(scene, _SPOKEN, cues)
    goes_on = course.speaker == voices[0] and not (_FIRST_PERSON & keys)
    about_show = bool(
        sentence.work is not None
        or bool(sentence.characters)
        or has_cue(cues.show_words, scene)
        or (goes_on and quoted and course.quoted and course.about_show and _ANAPHORS & keys)
    )
    polarities = topic.polarities if topic else (read_polarity(scene),)
    if sentence.asks:
        polarities = (Polarity.POSITIVE,)  # "why shouldn't we grow?" denies nothing
    name = topic.name if topic else ""
    if name in _OF_SPEAKER and _ROLES & keys:
        return []  # "his character is married"
    if not name and goes_on and course.topic in _OF_SPEAKER and not about_show:
        name = course.topic
    course.quoted, course.about_show = quoted, about_show
    course.topic, course.speaker = name, voices[0]
    rows: list[_Row] = []
    traits = sentence.characters if has_cue(cues.traits, scene) else ()
    of_others = name in _OF_SPEAKER and topic is not None and not _ONESELF & keys
    meant = _named_before(sentence, topic) if of_others and topic else []
    for speaker in voices:
        rows += [_Row("trait", c, speaker, Polarity.POSITIVE) for c in traits]
        if meant:  # "Bell is married, said Reyes"
            rows += [_Row(name, p, speaker, polarity) for p in meant for polarity in polarities]
            continue
        if traits and name not in _OF_SPEAKER:
            continue
        for topic_name, subject in _about(sentence, name, speaker, cues, about_show=about_show):
            rows += [_Row(topic_name, subject, speaker, polarity) for polarity in polarities]
    return rows


def _about(
    sentence: _Sentence,
    topic: str,
    speaker: Reference,
    cues: Cues,
    *,
    about_show: bool,
) -> Iterator[tuple[str, Side]]:
    """Yield what a speaker's sentence is about under each topic it has."""
    scene = sentence.scene
    show = sentence.work or (WorkValue(sentence.stage.title) if sentence.stage.title else None)
    if show is None or not about_show or topic in _OF_SPEAKER:
        yield topic or "remark", speaker
        return
    if not show.seasons and _FINALE & set(scene.keys):
        show = WorkValue(show.title, sentence.stage.season)
    story = has_cue(cues.story, scene) and (bool(show.seasons) or bool(sentence.characters))
    if story and show.seasons:
        yield "plot", show
        if topic in {"", "theme", "making"}:
            return
    yield topic or "remark", show


def _unnamed(sentence: _Sentence, cues: Cues) -> list[_Row]:
    """Return what speakers say whom the text names by their role only ("the directors")."""
    topic = find_topic(sentence.scene, ("feeling",), cues)
    polarity = read_polarity(sentence.scene)
    if topic is None and sentence.persons and sentence.work is None:
        return [_Row("remark", person, None, polarity) for person in sentence.persons]
    if topic is not None and sentence.work is not None:
        return [_Row("feeling", sentence.work, None, polarity)]
    return []


def _told(sentence: _Sentence, cues: Cues, course: _Course) -> list[_Row]:
    """Return what the text itself tells: plots, traits, reception, people's lives."""
    if sentence.asks:
        return []
    scene = sentence.scene
    show = sentence.work or (WorkValue(sentence.stage.title) if sentence.stage.title else None)
    of_whole = scene.keys[0] == "it" and course.work is not None and not course.work.seasons
    if show is not None and sentence.work is None and not of_whole:
        show = WorkValue(show.title, sentence.stage.season)
    if sentence.characters and has_cue(cues.traits, scene):
        return [_Row("trait", c, None, Polarity.POSITIVE) for c in sentence.characters]
    of_person = _of_persons(sentence, cues)
    if of_person and not has_cue(cues.plain_story, scene):
        return of_person
    if show is None:
        return []
    return _told_of_show(sentence, show, cues)


def _told_of_show(sentence: _Sentence, show: WorkValue, cues: Cues) -> list[_Row]:
    """Return what is told of a series or season: its plot, and how people take it."""
    scene = sentence.scene
    rows = []
    if _tells_plot(sentence, cues):
        rows.append(_Row("plot", show, None, Polarity.POSITIVE))
    elif not (sentence.work or has_cue(cues.show_words, scene) or _carries_on(sentence)):
        return []
    if sentence.persons:
        return rows
    topics = ("reception",) if rows or sentence.work is None else _OF_SHOW
    for name in topics:
        topic = find_topic(scene, (name,), cues)
        if topic is not None:
            rows += [_Row(name, show, None, polarity) for polarity in topic.polarities]
    return rows


def _carries_on(sentence: _Sentence) -> bool:
    """Return whether a sentence without a work goes on about the one before: "it", a season."""
    return sentence.scene.keys[0] == "it" or sentence.stage.season_span is not None


def _tells_plot(sentence: _Sentence, cues: Cues) -> bool:
    """Return whether a sentence tells the story: by a plain cue, or of characters in a season."""
    scene = sentence.scene
    if read_polarity(scene) is Polarity.NEGATIVE and find_topic(scene, ("theme",), cues):
        return False
    if has_cue(cues.plain_story, scene):
        return True
    if sentence.persons:
        return False
    in_story = bool(sentence.characters) or sentence.has_pair
    named = sentence.work is not None and bool(sentence.work.seasons)
    if in_story and named:
        return True
    return has_cue(cues.story, scene) and (in_story or sentence.work is not None)


def _of_persons(sentence: _Sentence, cues: Cues) -> list[_Row]:
    """Return what is told of persons: of those named last before the topic's cue."""
    scene = sentence.scene
    topic = find_topic(scene, _OF_PERSONS, cues)
    if topic is None or not sentence.persons:
        return []
    named = _named_before(sentence, topic)
    if not named and sentence.work is None:
        named = list(sentence.persons[:1])
    return [_Row(topic.name, p, None, polarity) for p in named for polarity in topic.polarities]


def _named_before(sentence: _Sentence, topic: Topic) -> list[Reference]:
    """Return the persons of the list that stands last before a topic's cue, unless a work does."""
    scene = sentence.scene
    before = [m for m in scene.all("people", "work", "other_work") if m.last <= topic.at]
    before.sort(key=lambda m: (m.last, m.type == "people", -m.first), reverse=True)
    for mention in before:
        persons = _persons_of(sentence, mention)
        if persons or mention.type != "people":
            return persons  # characters in between are stepped over
    return []


def _persons_of(sentence: _Sentence, mention: Mention) -> list[Reference]:
    members = mention.value if isinstance(mention.value, tuple) else ()
    meant = [sentence.meant.get(member.first) for member in members]
    return [ref for ref in meant if ref is not None and ref.kind is Kind.PERSON]


def _draft(sentence: _Sentence, row: _Row) -> Iterator[Draft]:
    scene = sentence.scene
    span = (scene.sentence.start, scene.sentence.end)
    subjects: list[Side] = [row.subject]
    season = ""
    if isinstance(row.subject, WorkValue):
        title = row.subject.title
        subjects = [WorkValue(title, (s,) if s else ()) for s in row.subject.seasons or ("",)]
    elif sentence.work is not None and sentence.work.seasons:
        season = sentence.work.seasons[0]
    marks: dict[str, Side | tuple[Side, ...]] = {"season": season} if season else {}
    modality = Modality.ASKED if sentence.asks else Modality.ASSERTED
    for subject in subjects:
        yield Draft(
            "statement",
            subject,
            row.topic,
            f"statement.{row.topic}",
            sentence.stage,
            [span],
            qualifiers=dict(marks),
            standing=Standing(row.polarity, modality),
            speaker=row.speaker,
        )

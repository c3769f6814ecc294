"""Acts of speech get their persons: names resolved, pronouns carried on, roles without names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from showgraph.extract.discourse.speech import Quotation, Speech, SpeechReader, outside_quotes
from showgraph.extract.discourse.status import Standing
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft, NameUse
from showgraph.extract.frames.people import People
from showgraph.extract.text.mention import Mention, NameValue, WorkValue
from showgraph.model import Kind, Modality, Reference

#: Roles that a text may let speak without naming who holds them.
_ROLES: Final = {
    "the directors": "director",
    "the writers": "writer",
    "the producers": "producer",
    "the creators": "creator",
}
_ROLE_REACH: Final = 3  # sentences within which named speakers may be those meant


@dataclass(frozen=True, slots=True)
class Spoken:
    """The acts of speech of a document, one list for each stage."""

    acts: tuple[tuple[Speech, ...], ...]

    @property
    def names(self) -> set[str]:
        """The names that speak."""
        return {
            name.value.text
            for acts in self.acts
            for act in acts
            for name in _members(act.speaker)
            if isinstance(name.value, NameValue)
        }


@dataclass(slots=True)
class Speakers:
    """Who speaks in each stage: ``of_stage`` pairs each act with its persons."""

    of_stage: list[list[tuple[Speech, tuple[Reference, ...]]]] = field(default_factory=list)
    of_quotations: dict[int, tuple[Reference, ...]] = field(default_factory=dict)
    quotations: tuple[Quotation, ...] = ()
    starts: tuple[int, ...] = ()  # of the quotations, which stand in text order
    index: dict[int, int] = field(default_factory=dict)  # id of a stage -> its place

    def reporting(self, stage: Stage, start: int) -> Reference | None:
        """Return who a sentence reports as saying what begins at ``start``, or None."""
        index = self.index.get(id(stage))
        if index is None or self.quoted_in(stage):
            return None
        tokens = stage.scene.sentence.tokens
        for act, persons in self.of_stage[index]:
            # "Bell, who wrote the series" reports nothing.
            if tokens[act.verb].key in {"wrote", "writes"}:
                continue
            if persons and tokens[act.verb].start < start:
                return persons[0]
        return None

    def quoted_in(self, stage: Stage) -> list[Quotation]:
        """Return the direct speech that reaches into a sentence."""
        sentence = stage.scene.sentence
        first = bisect_right(self.starts, sentence.start) - 1
        last = bisect_left(self.starts, sentence.end)
        near = self.quotations[max(0, first) : last]
        return [q for q in near if q.start < sentence.end and q.end > sentence.start]


def read_speakers(stages: Sequence[Stage], reader: SpeechReader) -> Spoken:
    """Return the acts of speech of every stage."""
    return Spoken(tuple(tuple(reader.acts(stage.scene)) for stage in stages))


def resolve_speakers(
    spoken: Spoken,
    stages: Sequence[Stage],
    people: People,
    quotations: Sequence[Quotation],
) -> Speakers:
    """Return who speaks where; an act whose speaker stays open has no persons."""
    ordered = tuple(sorted(quotations, key=lambda quotation: quotation.start))
    speakers = Speakers(quotations=ordered, starts=tuple(q.start for q in ordered))
    speakers.index = {id(stage): place for place, stage in enumerate(stages)}
    last: tuple[Reference, ...] = ()
    by_act: dict[tuple[int, int], tuple[Reference, ...]] = {}
    for index, (stage, acts) in enumerate(zip(stages, spoken.acts, strict=True)):
        row = []
        heard = False
        for act in acts:
            persons = _persons(act, stage, people, last)
            heard = True
            if persons:
                last = persons
            by_act[index, act.first] = persons
            row.append((act, persons))
        speakers.of_stage.append(row)
        opener = None if heard else _opener(stage, people)
        if opener is not None:
            last = (opener,)
    for quotation in quotations:
        if quotation.act is not None:
            speakers.of_quotations[quotation.start] = by_act.get(
                (quotation.stage, quotation.act.first),
                (),
            )
    return speakers


def _opener(stage: Stage, people: People) -> Reference | None:
    """Return the person whose name opens a sentence: "the actor" behind it means that person."""
    names = [m for m in stage.scene.all("name") if m.first == 0]
    found = people.meaning(names[0], stage) if names else None
    return found if found is not None and found.kind is Kind.PERSON else None


def _named_before(act: Speech, stage: Stage, people: People) -> Reference | None:
    """Return the person named before a pronoun in its sentence: "Bell answers as she says"."""
    outside = outside_quotes(stage.scene)
    names = [m for m in stage.scene.all("name") if m.last <= act.first and m.first in outside]
    found = people.meaning(names[0], stage, speaks=True) if names else None
    return found if found is not None and found.kind is Kind.PERSON else None


def _members(mention: Mention | None) -> Sequence[Mention]:
    if mention is None or not isinstance(mention.value, tuple):
        return ()
    return mention.value


def _persons(
    act: Speech,
    stage: Stage,
    people: People,
    last: tuple[Reference, ...],
) -> tuple[Reference, ...]:
    if act.speaker is not None:
        found = [people.meaning(name, stage, speaks=True) for name in _members(act.speaker)]
        return tuple(ref for ref in found if ref is not None and ref.kind is Kind.PERSON)
    if act.pronoun in _ROLES:
        return ()
    if act.pronoun in {"they", "the duo", "the pair"}:
        return last if len(last) > 1 else ()
    named = _named_before(act, stage, people)
    if named is not None:
        return (named,)
    return last[:1] if len(last) == 1 else ()


def resolve_pronouns(
    drafts: Sequence[Draft],
    stages: Sequence[Stage],
    people: People,
    speakers: Speakers,
) -> Iterator[Draft]:
    """Yield the drafts, with "he" and "she" replaced by the person they can only mean.

    In reported speech another pronoun than the speaker's means the one other person named in
    the sentence or the two before it; the speaker's own pronoun means the speaker. Drafts whose
    pronoun stays open are left as they are, and rejected later.
    """
    for draft in drafts:
        use = draft.subject
        if not isinstance(use, NameUse) or use.text not in {"he", "she"}:
            yield draft
            continue
        place = speakers.index[id(draft.stage)]
        person = _meant_by(use, place, stages, people, speakers)
        yield replace(draft, subject=person) if person is not None else draft


def _meant_by(
    use: NameUse,
    place: int,
    stages: Sequence[Stage],
    people: People,
    speakers: Speakers,
) -> Reference | None:
    row = speakers.of_stage[place]
    act, persons = row[0] if row else (None, ())
    if act is None or len(persons) != 1:
        return None
    if act.pronoun in {use.text, ""} and act.pronoun:
        return persons[0]
    named = {
        ref
        for stage in stages[max(0, place - 2) : place + 1]
        for mention in stage.scene.all("name")
        if (ref := people.meaning(mention, stage)) is not None and ref.kind is Kind.PERSON
    }
    others = named - set(persons)
    return next(iter(others)) if len(others) == 1 and act.pronoun else None


def draft_unnamed_roles(stages: Sequence[Stage], spoken: Spoken) -> Iterator[Draft]:
    """Draft that speakers named right after "the directors said" may be those directors.

    The text does not say so; it only sets them side by side. The standing is therefore possible.
    """
    for index, acts in enumerate(spoken.acts):
        for act in acts:
            role = _ROLES.get(act.pronoun)
            if role is None:
                continue
            following = _next_named(stages, spoken, index)
            if following is None:
                continue
            place, named = following
            for name in _members(named.speaker):
                yield _possible(stages, index, place, act, named, name, role)


def _next_named(
    stages: Sequence[Stage],
    spoken: Spoken,
    index: int,
) -> tuple[int, Speech] | None:
    for later in range(index + 1, min(index + 1 + _ROLE_REACH, len(stages))):
        for act in spoken.acts[later]:
            if act.speaker is not None:
                return (later, act) if len(_members(act.speaker)) > 1 else None
    return None


def _possible(  # noqa: PLR0913, PLR0917 - the two acts and their places
    stages: Sequence[Stage],
    index: int,
    place: int,
    act: Speech,
    named: Speech,
    name: Mention,
    role: str,
) -> Draft:
    scene = stages[place].scene
    text = name.value.text if isinstance(name.value, NameValue) else ""
    season = _season_of(stages, index)
    work = WorkValue(stages[index].title, season)
    spans = [
        scene.offsets(*named.tokens),
        stages[index].scene.offsets(*act.tokens),
    ]
    use = NameUse(text, scene, name.first, name.last, Kind.PERSON)
    return Draft(
        role,
        work,
        use,
        "credit.unnamed-role",
        stages[place],
        spans,
        standing=Standing(modality=Modality.POSSIBLE),
    )


def _season_of(stages: Sequence[Stage], index: int) -> tuple[str, ...]:
    """Return the season the speech is about: the one talked of, best with its number."""
    season = stages[index].season
    if season and season[0].isdigit():
        return season[:1]
    numbers = [
        mention.value.seasons
        for stage in stages
        for mention in stage.scene.all("final_season")
        if isinstance(mention.value, WorkValue) and mention.value.seasons[0].isdigit()
    ]
    return numbers[0][:1] if numbers else season[:1]

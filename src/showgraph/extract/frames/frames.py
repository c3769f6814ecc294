"""Run the frames of a pack over the stages of a document and draft what they read.

A frame finds its cue and slots; this module finds the work it speaks of, the standing of the
cue, and the stretch of text that says it. What needs more than a row of slots (a cast list, a
release with platform and date) is built by a function of a module beside it, in its ``BUILDERS``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from showgraph.extract.discourse.scenes import opening_month
from showgraph.extract.discourse.status import Standing, StatusReader
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft, NameUse, Side, own_names, place_season
from showgraph.extract.frames.drops import DROPS
from showgraph.extract.frames.peers import SHARED, find_peers
from showgraph.extract.frames.subjects import find_subject
from showgraph.extract.frames.unfit import (
    in_foreign_clause,
    in_title,
    is_before,
    unfit_subject,
)
from showgraph.extract.rulepack.pack import Emission, Frame, Pack
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.rulepack.steps import Binding
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.extract.values.quantities import Duration
from showgraph.extract.values.temporal import DateMention, resolve
from showgraph.model import Kind, Reference, Tense
from showgraph.relations import RELATIONS


@dataclass(slots=True)
class Found:
    """A match with all that a builder needs to draft from it."""

    frame: Frame
    match: Match
    stage: Stage
    subject: WorkValue | None
    subject_mention: Mention | None
    standing: Standing
    document_date: str | None
    status: StatusReader
    month: str | None = None  # the month that a text without a day opens with, as YYYY-MM

    @property
    def scene(self) -> Scene:
        """The scene the match stands in."""
        return self.stage.scene

    def binding(self, name: str) -> Binding | None:
        """Return a binding of the match by name."""
        return self.match.get(name)

    def draft(  # noqa: PLR0913 - what varies between claims, all but two by name
        self,
        relation: str,
        object_: Side,
        *,
        subject: Side | None = None,
        first: int | None = None,
        last: int | None = None,
        standing: Standing | None = None,
        qualifiers: Mapping[str, Side | tuple[Side, ...]] | None = None,
        needs: tuple[NameUse, ...] = (),
    ) -> Iterator[Draft]:
        """Yield the draft of one claim, once for each season the subject names."""
        side: Side | None = subject if subject is not None else self.subject
        if side is None:
            return
        start = self.match.first if first is None else first
        end = self.match.last if last is None else last
        given = {key: value for key, value in (qualifiers or {}).items() if value != ""}
        pairs: list[tuple[Side, str]] = [(side, "")]
        if isinstance(side, WorkValue):
            pairs = list(place_season(relation, side))
            if relation in SHARED and side == self.subject:
                peers = find_peers(self.scene, self.subject_mention)
                values = [peer.value for peer in peers if isinstance(peer.value, WorkValue)]
                pairs += [(peer, pairs[0][1]) for peer in values]
        for placed, season in pairs:
            marks = dict(given)
            if season and "season" not in marks:
                marks["season"] = season
            yield Draft(
                relation,
                placed,
                object_,
                self.frame.id,
                self.stage,
                self._spans(start, end),
                marks,
                standing or self.standing,
                needs=needs,
            )

    def _spans(self, first: int, last: int) -> list[tuple[int, int]]:
        """Return the stretch of the claim, then what its subject leans on."""
        scene, subject = self.scene, self.subject_mention
        spans = [scene.offsets(first, last)]
        if subject is not None:
            named = scene.offsets(subject.first, subject.last)
            if named[0] < spans[0][0] or named[1] > spans[0][1]:
                spans.append(named)
            if subject.how != "name" and subject.antecedent:
                spans.append(subject.antecedent)
        elif self.stage.title_span:
            spans.append(self.stage.title_span)
        return list(dict.fromkeys(spans))


#: Why a cue gives no claim where nothing says what it speaks of.
NO_SUBJECT: Final = "no series that the cue speaks of"

Builder = Callable[[Found], Iterator[Draft]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A match that became no draft, and why; offsets are those of the text."""

    rule: str
    reason: str
    start: int
    end: int


def run_frames(
    stages: Sequence[Stage],
    pack: Pack,
    builders: Mapping[str, Builder],
    *,
    document_date: str | None,
    refusals: list[Refusal],
) -> Iterator[Draft]:
    """Yield the drafts of every frame in every stage, by sentence, then by frame order.

    What matched and gave no draft is added to ``refusals``.
    """
    status = StatusReader(pack.status)
    month = None if document_date else opening_month(stages)
    for stage in stages:
        stage.scene.close()
        types = stage.scene.starts.keys()
        words = stage.scene.places.keys()
        for frame in pack.frames_for(words):
            if not frame.pattern.may_match(words, types):
                continue
            for match in frame.pattern.find(stage.scene):
                found = _prepare(frame, match, stage, status, document_date=document_date)
                if isinstance(found, str):
                    span = stage.scene.offsets(match.first, match.last)
                    refusals.append(Refusal(frame.id, found, *span))
                    continue
                found.month = month
                if found.subject is None and not frame.build:
                    span = stage.scene.offsets(match.first, match.last)
                    refusals.append(Refusal(frame.id, NO_SUBJECT, *span))
                if frame.build:
                    yield from builders[frame.build](found)
                else:
                    for emission in frame.emissions:
                        yield from _emit(found, emission)


def _prepare(
    frame: Frame,
    match: Match,
    stage: Stage,
    status: StatusReader,
    *,
    document_date: str | None,
) -> Found | str:
    """Return what a builder needs, or why the match is none."""
    scene = stage.scene
    dropped = next((name for name in frame.drop_if if DROPS[name](scene, match, frame)), "")
    if dropped:
        return f"dropped: {dropped.replace('_', ' ')}"
    cue = match.get(frame.cue)
    first, last = (cue.first, cue.last) if cue else (match.first, match.last)
    if cue is not None and cue.mention is None and in_title(scene, first):
        return "the cue stands in a title"  # "Based on Nothing"
    if in_foreign_clause(scene, first):
        return "a clause about something else"  # "Low Water, which was renewed"
    subject, mention = find_subject(frame, match, stage, first)
    if subject is not None and mention is not None and is_before(scene, mention, first):
        subject = WorkValue(subject.title, trailer=subject.trailer)
    reason = unfit_subject(frame, scene, subject, mention, first)
    if reason:
        return reason
    timed = frame.build in {"release", "own_release", "trailer"}
    again = scene.keys[first].startswith("return")  # a series does, its trailer does not
    held = frame.build != "trailer_voice" and not (timed and not again)
    if subject is not None and subject.trailer and held:
        subject = WorkValue(subject.title, subject.seasons)
    standing = Standing()
    if not frame.presupposed:
        standing = status.read(scene, first, last, timed=timed)
    return Found(frame, match, stage, subject, mention, standing, document_date, status)


def _emit(found: Found, emission: Emission) -> Iterator[Draft]:
    literal = emission.object.startswith("=")
    bindings = found.match.all(emission.object) if not literal else ()
    if not bindings and not literal:
        return
    relations = _relations(found, emission.relation)
    qualifiers = {
        key: value for key, text in emission.qualifiers if (value := _qualifier(found, text)) != ""
    }
    # What stands behind the objects may be the cue itself: "Ana Bell starrer Iron Tide".
    closes = literal or max(binding.last for binding in bindings) >= found.match.last
    least = found.match.first + 1 if closes else found.match.last
    for relation in relations:
        if literal:
            for marks in _each_season(found, emission, qualifiers):
                yield from found.draft(relation, emission.object[1:], qualifiers=marks)
            continue
        for side, last in _all_objects(found, relation, bindings):
            yield from found.draft(
                relation if not _is_company(side, relation) else "production_company",
                side,
                last=max(last, least),
                qualifiers=qualifiers,
            )


def _each_season(
    found: Found, emission: Emission, qualifiers: dict[str, Side]
) -> Iterator[dict[str, Side]]:
    """Yield the qualifiers once for each season named: "renewed for seasons 6 and 7"."""
    name = dict(emission.qualifiers).get("season", "")
    binding = found.binding(name) if name else None
    seasons = binding.value if binding is not None else ()
    if not isinstance(seasons, tuple) or len(seasons) < 2:  # noqa: PLR2004 - one or none
        yield qualifiers
        return
    for season in seasons:
        yield {**qualifiers, "season": str(season)}


def _all_objects(
    found: Found,
    relation: str,
    bindings: Sequence[Binding],
) -> Iterator[tuple[Side, int]]:
    for binding in bindings:
        yield from objects_of(found, relation, binding)


def _is_company(side: Side, relation: str) -> bool:
    """Return whether "produced by" names a company: that is the company's relation."""
    return relation == "producer" and isinstance(side, Reference) and side.kind is Kind.ORGANIZATION


def _relations(found: Found, name: str) -> list[str]:
    if not name.startswith("$"):
        return [name]
    values = [str(b.value) for b in found.match.all(name[1:])]
    return list(dict.fromkeys(part for value in values for part in value.split("+")))


def _qualifier(found: Found, text: str) -> Side:
    if text.startswith("="):
        return text[1:]
    binding = found.binding(text)
    if binding is None:
        return ""
    value = binding.value
    if isinstance(value, tuple):
        return str(value[0]) if value and isinstance(value[0], str) else ""
    return str(value)


#: Relations whose objects are no people; a bare name is one of these there.
_THINGS: Final[Mapping[object, Kind]] = {
    frozenset({kind}): kind for kind in (Kind.PLACE, Kind.ORGANIZATION)
}


def objects_of(found: Found, relation: str, binding: Binding) -> Iterator[tuple[Side, int]]:
    """Yield what a binding gives as objects of a relation, each with the token where it ends."""
    mention, scene = binding.mention, found.scene
    kinds = RELATIONS[relation].objects
    end = found.match.last
    if mention is None:
        yield str(binding.value), end
        return
    match mention.type:
        case "name" if kinds in _THINGS:
            name = str(getattr(mention.value, "text", ""))
            yield Reference(_THINGS[kinds], name), mention.last
        case "people" | "name" | "pronoun":
            expected = Kind.CHARACTER if kinds == frozenset({Kind.CHARACTER}) else Kind.PERSON
            for use in _whole_names(own_names(mention, scene, expected), relation):
                yield use, max(use.last, _cue_last(found))
        case "company" | "companies":
            labels = mention.value if isinstance(mention.value, tuple) else (mention.value,)
            for label in labels:
                yield Reference(Kind.ORGANIZATION, str(label)), mention.last
        case "platform" | "outlet":
            platform = mention.type == "platform" and Kind.PLATFORM in kinds
            kind = Kind.PLATFORM if platform else Kind.ORGANIZATION
            yield Reference(kind, str(mention.value)), end
        case "place":
            yield Reference(Kind.PLACE, str(mention.value)), mention.last
        case "duration":
            yield duration_words(mention.value), end
        case _:
            yield str(mention.value), end


def _whole_names(uses: Sequence[NameUse], relation: str) -> Sequence[NameUse]:
    """Give a maker the surname that stands later: "Ana and Omar Reyes" are Ana Reyes and Omar."""
    pair = len(uses) == 2  # noqa: PLR2004 - a pair
    if relation == "cast_member" or not pair or " " in uses[0].text or " " not in uses[1].text:
        return uses
    joined = uses[0].scene.keys[uses[0].last : uses[1].first] in (["and"], ["&"])
    if not joined or uses[0].text.isupper():
        return uses
    family = uses[1].text.rpartition(" ")[2]
    return (replace(uses[0], text=f"{uses[0].text} {family}"), uses[1])


def _cue_last(found: Found) -> int:
    cue = found.binding(found.frame.cue)
    return cue.last if cue else found.match.first + 1


def duration_words(value: object) -> str:
    """Return a duration in the text's words, "two-minute" as "two minutes"."""
    if not isinstance(value, Duration):
        raise TypeError(f"not a duration: {value!r}")
    head, dash, unit = value.words.lower().rpartition("-")
    if dash and unit == value.unit:
        return f"{head} {unit}" + ("" if value.high == 1 else "s")
    return value.words.lower()


def date_of(found: Found, mention: Mention, tense: Tense) -> str | None:
    """Return a date mention's ISO form by the document's date, or None where it has none."""
    if not isinstance(mention.value, DateMention):
        return None
    iso = resolve(mention.value, found.document_date, tense)
    if iso is not None and found.month is not None and iso.startswith(f"--{found.month[5:]}"):
        return f"{found.month[:4]}{iso[1:]}"  # "February 2026 is here ... (Feb. 8, Peacock)"
    return iso

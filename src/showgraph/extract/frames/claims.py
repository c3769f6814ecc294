"""Drafts become claims: names are resolved, the table of relations is held, quotes are cut.

A draft whose names stay open, or whose sides are not of the relation's kinds, is rejected with
its reason. ``text[start:end] == quote`` holds for every stretch of evidence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from showgraph.extract.discourse.speech import Quotation
from showgraph.extract.frames.draft import Draft, NameUse, Side
from showgraph.extract.frames.nameparts import is_no_name
from showgraph.extract.frames.people import People
from showgraph.extract.frames.speakers import Speakers
from showgraph.extract.text.mention import WorkValue
from showgraph.model import (
    Claim,
    Document,
    Evidence,
    Kind,
    Modality,
    Qualifier,
    Reference,
    Rejection,
    Tense,
)
from showgraph.relations import RELATIONS, Value

#: Relations that may be read inside direct speech, where they are the speaker's. Statements
#: come with their speaker, or with none where the text names a role only.
SPOKEN = frozenset({"story_gap", "audience_figure", "season"})


#: Relations that reported speech attributes: what a speaker says of facts in the world.
_ATTRIBUTED = frozenset(RELATIONS) - {
    "season",
    "trailer",
    "interview",
    "character_in",
    "relationship",
    "statement",
    "season_status",
}


#: What a text says of people beside its series; one about films or sport alone is left alone.
_BESIDE = frozenset({"worked_on", "award"})


#: A year, month or day; such dates sort as texts, and a longer one lies within a shorter.
_DATE: Final = re.compile(r"\d{4}(-\d{2}){0,2}")


@dataclass(slots=True)
class Assembly:
    """The claims of one document as they are put together."""

    document: Document
    people: People
    speakers: Speakers
    claims: list[Claim] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        """Turn a draft into a claim, or note why it is none."""
        reason = self._refusal(draft)
        if reason:
            start, end = draft.spans[0]
            quote = self.document.text[start:end]
            self.rejections.append(
                Rejection(self.document.id, draft.rule, reason, quote, start, draft.relation)
            )

    def _refusal(self, draft: Draft) -> str:
        speaker, reason = self._speaker(draft)
        if reason:
            return reason
        subject, object_ = self.resolve(draft.subject), self.resolve(draft.object)
        if subject is None or object_ is None:
            return "a name stays open"
        reason = self._unfit(draft, subject, object_)
        qualifiers = self._qualifiers(draft)
        if reason or not isinstance(subject, Reference):
            return reason or "the subject is no thing"
        if qualifiers is None:
            return "a qualifier stays open"
        standing = draft.standing
        modality = standing.modality
        if modality is Modality.REPORTED and speaker is not None:
            modality = Modality.ASSERTED
        self.claims.append(
            Claim(
                self.document.id,
                draft.relation,
                subject,
                object_,
                tuple(self._evidence(draft.spans)),
                draft.rule,
                qualifiers,
                standing.polarity,
                modality,
                Tense.FUTURE if self._is_ahead(draft, object_, qualifiers) else standing.tense,
                speaker,
            ),
        )
        return ""

    def _is_ahead(
        self,
        draft: Draft,
        object_: Reference | str,
        qualifiers: Iterable[tuple[str, Qualifier]],
    ) -> bool:
        """Return whether the date that is told lies behind the document's own day.

        A line of a schedule, such as "Iron Tide (Sept. 22, Netflix)", has no verb to tell it.
        """
        own = self.document.date
        if draft.standing.tense is Tense.PAST:
            return False  # the text says so, whatever day it bears
        dates = RELATIONS[draft.relation].objects is Value.DATE
        beside = next((value for key, value in qualifiers if key == "date"), None)
        told = object_ if dates else beside
        if own is None or not isinstance(told, str) or _DATE.fullmatch(told) is None:
            return False
        return told > own and not told.startswith(own)

    def _speaker(self, draft: Draft) -> tuple[Reference | None, str]:
        """Return whose words a draft's are, and why they cannot be used."""
        quotation = self.quotation_at(draft.spans[0])
        speaker = draft.speaker if isinstance(draft.speaker, Reference) else None
        if quotation is not None and speaker is None and draft.relation != "statement":
            if draft.relation not in SPOKEN:
                return None, "inside direct speech"
            said = self.speakers.of_quotations.get(quotation.start, ())
            if not said:
                return None, "inside direct speech of nobody known"
            speaker = said[0]
        if speaker is None and draft.relation in _ATTRIBUTED:
            speaker = self.speakers.reporting(draft.stage, draft.spans[0][0])
        return speaker, ""

    def _unfit(self, draft: Draft, subject: Reference | str, object_: Reference | str) -> str:
        """Return why the sides of a draft cannot make its claim, or nothing."""
        if not isinstance(subject, Reference):
            return "the subject is no thing"
        if draft.relation in _BESIDE and not self.people.title:
            return "the text names no series"
        sides = (draft.subject, draft.object, *draft.qualifiers.values())
        if any(isinstance(side, NameUse) and is_no_name(side) for side in sides):
            return "part of a name that is nobody's"
        if any(self.resolve(use) is None for use in draft.needs):
            return "a name is not what the rule needs"
        if draft.rule == "other.past-credits" and not self._has_played(subject, object_):
            return "a bracket that holds no past credit"
        return _misfit(draft.relation, subject, object_)

    def _has_played(self, person: Reference, work: Reference | str) -> bool:
        """Return whether the name before a bracket surely is a person's, the one in it not."""
        sure = self.people.sure
        return (
            isinstance(work, Reference)
            and work.name not in sure
            and (person.name in sure or person.name.split()[-1] in sure)
        )

    def _evidence(self, spans: Iterable[tuple[int, int]]) -> Iterator[Evidence]:
        text = self.document.text
        for start, end in spans:
            yield Evidence(start, end, text[start:end])

    def quotation_at(self, span: tuple[int, int]) -> Quotation | None:
        """Return the direct speech that a stretch lies in."""
        at = bisect_right(self.speakers.starts, span[0]) - 1
        quotation = self.speakers.quotations[at] if at >= 0 else None
        return quotation if quotation is not None and span[1] <= quotation.end + 1 else None

    def resolve(self, side: Side | None) -> Reference | str | None:
        """Return the reference or value that a side stands for; None where it stays open."""
        if isinstance(side, NameUse):
            if side.expected is Kind.CHARACTER:
                found = self.people.character(side.text)
                return None if not side.sure and side.text in self.people.persons else found
            return self.people.person(side.text)
        if isinstance(side, WorkValue):
            return work_reference(side)
        if isinstance(side, str) and side.startswith(("work:", "series:")):
            sort, _, title = side.partition(":")
            return Reference(Kind(sort), title)
        return side

    def _qualifiers(self, draft: Draft) -> tuple[tuple[str, Qualifier], ...] | None:
        resolved: dict[str, Qualifier] = {}
        for key, value in draft.qualifiers.items():
            if isinstance(value, tuple):
                found = [self.resolve(item) for item in value]
                resolved[key] = tuple(item for item in found if isinstance(item, Reference))
                continue
            item = self.resolve(value)
            if item is None:
                if key == "character":
                    continue  # the credit stands, the role stays open
                return None
            resolved[key] = item
        return tuple(sorted(resolved.items(), key=lambda pair: pair[0]))


def work_reference(work: WorkValue) -> Reference:
    """Return the reference of a series, a season of it, or their trailer."""
    season = work.seasons[0] if work.seasons else ""
    if work.trailer:
        return Reference(Kind.TRAILER, work.title, season=season)
    kind = Kind.SEASON if season else Kind.SERIES
    return Reference(kind, work.title, season=season)


def _misfit(relation: str, subject: Reference, object_: Reference | str) -> str:
    schema = RELATIONS[relation]
    if subject.kind not in schema.subjects:
        return f"{subject.kind} is no subject of {relation}"
    if isinstance(schema.objects, Value):
        return "" if isinstance(object_, str) else f"{relation} takes a value"
    if isinstance(object_, str) or object_.kind not in schema.objects:
        return f"{object_} is no object of {relation}"
    if object_ == subject:
        return "subject and object are the same"
    return ""

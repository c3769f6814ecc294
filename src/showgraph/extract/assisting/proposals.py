"""Check what a proposer says, and make drafts of what holds: a proposer cannot write facts.

The quote must stand in the document, the object in the quote, and the subject in the sentence or
where our own reading of the talk leads. Kinds, digits and dates are those that we read there, and
the standing (asserted, possible, denied ...) is read anew. Whatever fails is refused with the
reason. What no check can tell is whether the words mean the relation: so claims bear the label.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.assisting.annotations import find_tokens
from showgraph.extract.discourse.status import Standing, StatusReader
from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft, NameUse, Side
from showgraph.extract.plugins import Proposal
from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.text.mention import Mention, WorkValue
from showgraph.extract.text.tokens import tokenize
from showgraph.extract.text.views import normalise
from showgraph.extract.titles.titles import Title
from showgraph.extract.values.temporal import DateMention, resolve
from showgraph.iris import name_key
from showgraph.model import Document, Kind, Modality, Polarity, Reference, Rejection, Tense
from showgraph.relations import RELATIONS, Relation, Value

#: Longer quotes are no quotes but passages.
MAX_QUOTE: Final = 600
#: Relations that have rules of their own for what they rest on.
_CLOSED: Final = frozenset({"statement", "interview", "season", "trailer", "story_gap"})
_SEASON: Final = re.compile(r"(.+?) / (?:season (\d{1,3})|(final) season)")
_KNOWN: Final = frozenset({"season", "character"})

#: The relations that a proposer may use.
SCHEMA: Final = tuple(r for r in RELATIONS.values() if r.name not in _CLOSED)


def subject_title(proposal: Proposal) -> str:
    """Return the title of a series that a proposal speaks of, without its season, or nothing."""
    relation = RELATIONS.get(proposal.relation)
    if relation is None or Kind.SERIES not in relation.subjects or Kind.PERSON in relation.subjects:
        return ""
    found = _SEASON.fullmatch(proposal.subject)
    return found[1] if found else proposal.subject


class _Refused(Exception):  # noqa: N818 - it is no error, it carries a reason inside this module
    """A proposal that does not hold; the message is the reason."""


class Desk:
    """Checks the proposals about one document."""

    def __init__(
        self,
        document: Document,
        stages: Sequence[Stage],
        titles: Sequence[Title],
        pack: Pack,
        *,
        label: str,
    ) -> None:
        """Take what proposals are checked against; ``label`` is the rule of their claims."""
        self.document = document
        self.stages = stages
        self.label = label
        self._classes = pack.classes
        self._view = normalise(document.text)
        self._starts = [stage.scene.sentence.start for stage in stages]
        self._series = {name_key(t.name): t.name for t in titles if t.kind == "series"}
        self._status = StatusReader(pack.status)

    def check(self, proposal: Proposal) -> Draft | Rejection:
        """Return the draft of a proposal that holds, or why it does not."""
        try:
            return self._draft(proposal)
        except _Refused as refused:
            start = self.document.text.find(proposal.quote) if proposal.quote else -1
            return Rejection(
                self.document.id,
                self.label,
                str(refused),
                proposal.quote[:MAX_QUOTE],
                start,
                proposal.relation,
            )

    def _draft(self, proposal: Proposal) -> Draft:
        relation = RELATIONS.get(proposal.relation)
        if relation is None or relation not in SCHEMA:
            raise _Refused("the relation is not in the schema")
        stage, first, last = self._place(proposal)
        place = _Quote(stage, first, last)
        object_, spot = self._object(relation, proposal.object, place)
        subject, antecedent = self._subject(relation, proposal, place)
        standing = self._standing(place, spot, relation)
        if relation.objects is Value.DATE:
            self._check_date(proposal.object, place, standing)
        qualifiers: dict[str, Side | tuple[Side, ...]] = {}
        qualifiers.update(self._qualifiers(relation, proposal, place))
        spans = [stage.scene.offsets(first, last)]
        if antecedent is not None:
            spans.append(antecedent)
        return Draft(
            relation.name,
            subject,
            object_,
            self.label,
            stage,
            list(dict.fromkeys(spans)),
            qualifiers,
            standing,
        )

    def _place(self, proposal: Proposal) -> tuple[Stage, int, int]:
        """Return the stage and the tokens of the quote."""
        spans = list(self._find(proposal.quote))
        if not spans:
            raise _Refused("the quote is not in the document")
        if len(spans) > 1 and proposal.sentence:
            homes = list(self._find(proposal.sentence))
            spans = [s for s in spans if any(h[0] <= s[0] and s[1] <= h[1] for h in homes)]
        if len(spans) != 1:
            raise _Refused("the quote stands several times, and no sentence tells which is meant")
        ((start, end),) = spans
        stage = self.stages[max(0, bisect_right(self._starts, start) - 1)]
        place = find_tokens(stage.scene, start, end)
        if place is None:
            raise _Refused("the quote runs over a sentence or cuts a word")
        return stage, *place

    def _find(self, quote: str) -> Iterator[tuple[int, int]]:
        """Yield where words stand in the document, in plain characters, offsets of its text."""
        plain = normalise(quote.strip()).text if len(quote) <= MAX_QUOTE else ""
        if not any(map(str.isalnum, plain)):
            raise _Refused(
                "no quote" if not quote.strip() else "a quote too long, or without words"
            )
        at = self._view.text.find(plain)
        while at >= 0:
            yield self._view.span(at, at + len(plain))
            at = self._view.text.find(plain, at + 1)

    def _object(
        self, relation: Relation, words: str, place: "_Quote"
    ) -> tuple[Side, tuple[int, int]]:
        """Return the object of a draft and the tokens that name it."""
        if relation.objects is Value.DATE:
            return words, self._date_spot(place)
        if relation.objects is Value.NUMBER:
            return self._number(words, place)
        spot = place.find(words)
        if isinstance(relation.objects, frozenset):
            if spot is None:
                raise _Refused("the object is not in the quote")
            return _thing(relation, words, spot, place), spot
        if spot is None:
            spot = self._concept(words, place)
        return words, spot

    def _number(self, words: str, place: "_Quote") -> tuple[Side, tuple[int, int]]:
        for mention in place.mentions("number", "episode_compound"):
            if str(mention.value) == words:
                return words, (mention.first, mention.last)
        raise _Refused("the number is not one of the quote")

    def _concept(self, words: str, place: "_Quote") -> tuple[int, int]:
        """Return the tokens of a cue whose value is a word that the quote writes otherwise."""
        keys = place.stage.scene.keys
        for cues in self._classes.values():
            for at in range(place.first, place.last):
                found = cues.find(keys, at)
                if found is not None and found[1] == words and found[0] <= place.last:
                    return at, found[0]
        raise _Refused("the object is not in the quote")

    @staticmethod
    def _date_spot(place: "_Quote") -> tuple[int, int]:
        dates = list(place.mentions("date"))
        if len(dates) != 1:
            raise _Refused("the quote holds no date, or several")
        return dates[0].first, dates[0].last

    def _check_date(self, words: str, place: "_Quote", standing: Standing) -> None:
        """Raise unless the date is the one that we read in the quote."""
        (mention,) = place.mentions("date")
        value = mention.value
        meant = (
            resolve(value, self.document.date, standing.tense)
            if isinstance(value, DateMention)
            else None
        )
        if meant != words:
            raise _Refused(f"the date is read as {meant or 'unclear'}")

    def _subject(
        self, relation: Relation, proposal: Proposal, place: "_Quote"
    ) -> tuple[Side, tuple[int, int] | None]:
        """Return the subject of a draft, and the words outside the quote that name it."""
        words = proposal.subject
        if not relation.subjects & {Kind.SERIES, Kind.SEASON}:
            return self._person(relation, words, place), None
        found = _SEASON.fullmatch(words)
        title, season = (found[1], found[2] or found[3]) if found else (words, "")
        name = self._series.get(name_key(title))
        if name is None:
            if Kind.PERSON in relation.subjects:
                return self._person(relation, words, place), None
            raise _Refused("the subject is no series that the document is known to name")
        if season and not place.names_season(season):
            raise _Refused("the season is not in the sentence")
        kind = Kind.SEASON if season and Kind.SEASON in relation.subjects else Kind.SERIES
        span = self._antecedent(name, place, besides=proposal.object)
        return WorkValue(name, (season,) if season and kind is Kind.SEASON else ()), span

    def _antecedent(self, name: str, place: "_Quote", *, besides: str) -> tuple[int, int] | None:
        """Return the words outside the quote that lead to a series.

        ``besides`` is the object: a work that is one is no rival of the subject.

        Raises:
            _Refused: If neither the sentence nor the talk up to it leads there.
        """
        scene = place.stage.scene
        works = [m for m in scene.all("work", "trailer") if isinstance(m.value, WorkValue)]
        others = {str(m.value) for m in scene.all("other_work") if m.how == "name"} - {besides}
        meant = [m for m in works if isinstance(m.value, WorkValue) and m.value.title == name]
        titles = {m.value.title for m in works if isinstance(m.value, WorkValue)} - {besides}
        inside = [m for m in meant if place.first <= m.first and m.last <= place.last]
        if inside:
            return inside[0].antecedent if inside[0].how != "name" else None
        if len(titles) + len(others) > 1:
            raise _Refused("the sentence names several works, and the quote not the subject")
        if meant:
            return scene.offsets(meant[0].first, meant[0].last)
        if not titles and not others and place.stage.title == name:
            return place.stage.title_span
        raise _Refused("the subject is neither in the sentence nor what the talk is about")

    @staticmethod
    def _person(relation: Relation, words: str, place: "_Quote") -> Side:
        spot = place.find(words)
        if spot is None:
            raise _Refused("the subject is not in the quote")
        for kind in (Kind.PERSON, Kind.CHARACTER):
            if kind in relation.subjects and place.has(spot, "name", "people"):
                return NameUse(words, place.stage.scene, *spot, kind)
        raise _Refused("the subject is not of the relation's kind")

    def _standing(self, place: "_Quote", spot: tuple[int, int], relation: Relation) -> Standing:
        """Return the standing of the quote, the most doubtful of those of its parts."""
        scene = place.stage.scene
        timed = relation.objects is Value.DATE or relation.name == "platform"
        read = [
            self._status.read(scene, *spot, timed=timed),
            self._status.read(scene, place.last - 1, place.last, timed=timed),
            self._status.read_thing(scene, *spot),
        ]
        doubts = [s.modality for s in read if s.modality is not Modality.ASSERTED]
        planned = any(s.tense is Tense.FUTURE for s in read)
        denied = any(s.polarity is Polarity.NEGATIVE for s in read)
        return Standing(
            Polarity.NEGATIVE if denied else Polarity.POSITIVE,
            doubts[0] if doubts else Modality.ASSERTED,
            Tense.FUTURE if planned else read[0].tense,
        )

    @staticmethod
    def _qualifiers(
        relation: Relation, proposal: Proposal, place: "_Quote"
    ) -> Iterator[tuple[str, Side]]:
        for key, words in proposal.qualifiers:
            if key not in relation.qualifiers or key not in _KNOWN:
                raise _Refused(f"the qualifier {key!r} is not one that is checked")
            if key == "season":
                if not place.names_season(words):
                    raise _Refused("the season is not in the sentence")
                yield key, words
                continue
            spot = place.find(words)
            if spot is None or not place.has(spot, "name", "people"):
                raise _Refused("the character is not a name in the quote")
            yield key, NameUse(words, place.stage.scene, *spot, Kind.CHARACTER)


@dataclass(frozen=True, slots=True)
class _Quote:
    """The tokens ``[first, last)`` of a stage that a proposal quotes."""

    stage: Stage
    first: int
    last: int

    def find(self, words: str) -> tuple[int, int] | None:
        """Return the only place of words in the quote, as written; None where there is none."""
        view = normalise(words.strip())
        wanted = [token.word for token in tokenize(view, 0, len(view.text))]
        tokens = [token.word for token in self.stage.scene.sentence.tokens]
        for at in range(self.first, self.last - len(wanted) + 1) if wanted else ():
            if tokens[at : at + len(wanted)] == wanted:
                return at, at + len(wanted)
        return None

    def mentions(self, *types: str) -> Iterator[Mention]:
        """Yield the mentions of those types inside the quote."""
        for mention in self.stage.scene.all(*types):
            if self.first <= mention.first and mention.last <= self.last:
                yield mention

    def has(self, spot: tuple[int, int], *types: str) -> bool:
        """Tell whether a mention of one of those types covers just these tokens."""
        return any((m.first, m.last) == spot for m in self.mentions(*types))

    def names_season(self, season: str) -> bool:
        """Tell whether the sentence, or the talk up to it, speaks of a season."""
        works = (m.value for m in self.stage.scene.all("work", "trailer"))
        named = {s for value in works if isinstance(value, WorkValue) for s in value.seasons}
        said = {str(m.value) for m in self.stage.scene.all("season_number")}
        listed = {
            str(s)
            for m in self.stage.scene.all("season")
            for s in (m.value if isinstance(m.value, tuple) else ())
        }
        return season in named | said | listed | set(self.stage.season)


def _thing(
    relation: Relation, words: str, spot: tuple[int, int], place: _Quote
) -> NameUse | Reference:
    """Return what the words at a spot stand for, of a kind that the relation takes."""
    kinds = relation.objects if isinstance(relation.objects, frozenset) else frozenset()
    scene = place.stage.scene
    for kind in (Kind.PERSON, Kind.CHARACTER):
        if kind in kinds and place.has(spot, "name"):
            return NameUse(words, scene, *spot, kind)
    for type_, kind in (
        ("companies", Kind.ORGANIZATION),
        ("outlet", Kind.ORGANIZATION),
        ("platform", Kind.PLATFORM),
        ("place", Kind.PLACE),
        ("other_work", Kind.WORK),
    ):
        for mention in place.mentions(type_) if kind in kinds else ():
            if (mention.first, mention.last) == spot:
                label = mention.value[0] if isinstance(mention.value, tuple) else mention.value
                return Reference(kind, str(label))
    if Kind.SERIES in kinds:
        for mention in place.mentions("work"):
            if isinstance(mention.value, WorkValue) and name_key(mention.value.title) == name_key(
                words
            ):
                return Reference(Kind.SERIES, mention.value.title)
    raise _Refused("the object is not of the relation's kind")

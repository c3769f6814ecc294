"""Why a claim was made: its rule, its words, what its subject leans on, and the rivals it beat.

Everything is told from what a reading holds; nothing is read again, so an explanation cannot
tell of another run than the one that made the claim.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from showgraph.extract.extraction import Reading
from showgraph.extract.measuring.records import to_record
from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.sentences import Sentence, read_sentences
from showgraph.iris import name_key
from showgraph.model import Claim, Document, Evidence, Rejection

#: What an antecedent in a block of that kind is called.
_PLACES: Final = {BlockKind.HEADLINE: "headline", BlockKind.HEADING: "heading"}


@dataclass(frozen=True, slots=True)
class Rival:
    """Another reading of the same sentence that is no claim, and why."""

    rule: str
    reason: str
    quote: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one claim was made.

    ``subject_how`` is "same words", "same sentence", "earlier sentence", "later sentence",
    "heading", "headline" or, where no words name the subject, "document": it is what the whole
    document is about. ``antecedent`` are the words that name it. ``signs`` are those by which
    the subject's title was taken for one, with what they add up to. ``pattern`` is empty for
    claims that no frame of the pack makes.
    """

    claim: Claim
    pattern: str
    sentence: str
    subject_how: str
    antecedent: Evidence | None
    score: int
    signs: tuple[str, ...]
    rivals: tuple[Rival, ...]

    def to_json(self) -> dict[str, Any]:
        """Return what stands under ``explanation`` beside a fact record."""
        return {
            "pattern": self.pattern,
            "sentence": self.sentence,
            "subject_how": self.subject_how,
            "antecedent": _span(self.antecedent),
            "title": {"score": self.score, "signs": list(self.signs)},
            "rivals": [
                {"rule": rival.rule, "reason": rival.reason, "quote": rival.quote}
                for rival in self.rivals
            ],
        }


def _span(evidence: Evidence | None) -> dict[str, object] | None:
    if evidence is None:
        return None
    return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def explain_reading(document: Document, reading: Reading, pack: Pack) -> Iterator[Explanation]:
    """Yield an explanation for each claim of a reading, in the order of the claims."""
    patterns = {frame.id: frame.pattern.text for frame in pack.frames}
    scores = {name_key(title.name): title for title in reversed(reading.titles)}
    sentences = read_sentences(document.text)
    starts = [sentence.start for sentence in sentences]
    rivals = _rivals(reading, sentences, starts)
    for claim in reading.claims:
        at = bisect_right(starts, claim.evidence[0].start) - 1
        sentence = sentences[at]
        how, antecedent = _subject(document, claim, sentences, starts)
        title = scores.get(name_key(claim.subject.work or claim.subject.name))
        yield Explanation(
            claim,
            patterns.get(claim.rule.partition("+")[0], ""),
            " ".join(document.text[sentence.start : sentence.end].split()),
            how,
            antecedent,
            title.score if title else 0,
            title.signs if title else (),
            tuple(rivals.get(at, ())),
        )


def _subject(
    document: Document, claim: Claim, sentences: Sequence[Sentence], starts: Sequence[int]
) -> tuple[str, Evidence | None]:
    """Return how the subject of a claim is known, and the words that name it."""
    first = claim.evidence[0]
    name = name_key(claim.subject.work or claim.subject.name)
    if name in name_key(first.quote):
        return "same words", first
    own = bisect_right(starts, first.start) - 1
    for evidence in claim.evidence[1:]:
        if name_key(document.text[evidence.start : evidence.end]) == "":
            continue
        at = bisect_right(starts, evidence.start) - 1
        if at == own:
            return "same sentence", evidence
        place = _PLACES.get(sentences[at].block.kind)
        return place or ("earlier sentence" if at < own else "later sentence"), evidence
    return "document", None


def _rivals(
    reading: Reading, sentences: Sequence[Sentence], starts: Sequence[int]
) -> Mapping[int, list[Rival]]:
    """Return the refused readings of each sentence by its number."""
    found: dict[int, list[Rival]] = {}
    rows = [(item.start, _of_rejection(item)) for item in reading.rejections if item.start >= 0]
    rows += [(item.evidence[0].start, _of_repeat(item)) for item in reading.repeats]
    for start, rival in sorted(rows, key=lambda row: (row[0], row[1].rule, row[1].reason)):
        at = bisect_right(starts, start) - 1
        if 0 <= at < len(sentences) and rival not in found.setdefault(at, []):
            found[at].append(rival)
    return found


def _of_rejection(rejection: Rejection) -> Rival:
    what = f"{rejection.relation}: " if rejection.relation else ""
    return Rival(rejection.rule, what + rejection.reason, rejection.quote)


def _of_repeat(claim: Claim) -> Rival:
    record = to_record(claim)
    said = f"{record['relation']} of {record['object']}"
    return Rival(claim.rule, f"{said}: another rule says the same or more", claim.evidence[0].quote)


def format_explanation(explanation: Explanation) -> str:
    """Return an explanation for a person, in a few lines."""
    claim = explanation.claim
    record = to_record(claim)
    marks = record["qualifiers"]
    more = "".join(f", {k} {v}" for k, v in marks.items()) if isinstance(marks, dict) else ""
    words = claim.evidence[0]
    antecedent = explanation.antecedent
    leans = f' "{antecedent.quote}" ({antecedent.start}-{antecedent.end})' if antecedent else ""
    signs = f"; a title by {', '.join(explanation.signs)}" if explanation.signs else ""
    lines = [
        f"{claim.document}: {record['subject']} | {claim.relation} | {record['object']}{more}",
        f"  status    {claim.status.value}" + (f", says {claim.speaker}" if claim.speaker else ""),
        f"  words     {_short(words.quote)} ({words.start}-{words.end})",
        f"  sentence  {explanation.sentence}",
        f"  rule      {claim.rule}",
        *([f"  pattern   {explanation.pattern}"] if explanation.pattern else []),
        f"  subject   {explanation.subject_how}{leans}{signs}",
        *(f"  rival     {r.rule}: {r.reason}: {_short(r.quote)}" for r in explanation.rivals),
    ]
    return "\n".join(lines) + "\n"


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return f'"{words if len(words) <= _SHOWN else words[: _SHOWN - 3] + "..."}"'


#: Characters of a quote that are shown.
_SHOWN: Final = 160

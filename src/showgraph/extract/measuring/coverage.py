"""What a text seems to say that became no claim: the work list of who writes rules.

A cue is a phrase of a class by which a frame of the pack is led. Statements, which keep what
has no relation of its own, do not count as what a cue was to say.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from showgraph.extract.extraction import Reading
from showgraph.extract.frames.frames import NO_SUBJECT
from showgraph.extract.frames.packlint import bound_names
from showgraph.extract.rulepack.pack import Pack
from showgraph.extract.rulepack.steps import CueClass
from showgraph.extract.text.sentences import Sentence, read_sentences
from showgraph.model import Document, Rejection


class Gap(StrEnum):
    """What is missing."""

    NO_CLAIM = "cue without claim"  # a sentence
    NO_SUBJECT = "cue without subject"  # a rule matched, and nothing says of which series
    OPEN_NAME = "name not resolved"  # a surname of nobody, or of several people


@dataclass(frozen=True, slots=True)
class Missed:
    """One gap: offsets and words in the document, and the cue, or the rule, that shows it."""

    document: str
    gap: Gap
    start: int
    end: int
    quote: str
    by: str


#: Words that lead a rule in the right company, and say nothing by themselves.
_SMALL: Final = frozenset(
    {
        *(
            "in",
            "on",
            "at",
            "to",
            "of",
            "by",
            "as",
            "for",
            "the",
            "a",
            "an",
            "its",
            "some",
            "among",
        ),
        *("is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does"),
        *("some", "among", "did"),
    },
)


def find_missed(document: Document, reading: Reading, pack: Pack) -> list[Missed]:
    """Return the gaps of a document in text order; a text without cues has none."""
    found = [*_silent_sentences(document, reading, pack), *_refused(document, reading.rejections)]
    distinct = {(row.gap, row.start, row.quote): row for row in reversed(found)}
    return sorted(distinct.values(), key=lambda row: (row.start, row.gap, row.by))


def _silent_sentences(document: Document, reading: Reading, pack: Pack) -> Iterator[Missed]:
    """Yield the sentences that hold a cue and stand behind no claim."""
    classes = cue_classes(pack)
    sentences = read_sentences(document.text)
    spoken = set(_spoken(reading, [sentence.start for sentence in sentences]))
    for number, sentence in enumerate(sentences):
        cues = [] if number in spoken else _cues(sentence, classes)
        if cues:
            quote = document.text[sentence.start : sentence.end]
            yield Missed(
                document.id, Gap.NO_CLAIM, sentence.start, sentence.end, quote, ", ".join(cues)
            )


def cue_classes(pack: Pack) -> Sequence[CueClass]:
    """Return the classes that lead a frame of a pack, each once."""
    names = set()
    for frame in pack.frames:
        kind, name = bound_names(frame.pattern.row).get(frame.cue, ("", ""))
        if kind == "class":
            names.add(name)
    return [pack.classes[name] for name in sorted(names)]


def _spoken(reading: Reading, starts: Sequence[int]) -> Iterator[int]:
    for claim in reading.claims:
        if claim.relation != "statement":
            first = claim.evidence[0]
            last = bisect_right(starts, first.end - 1)
            yield from range(bisect_right(starts, first.start) - 1, last)


def _cues(sentence: Sentence, classes: Iterable[CueClass]) -> list[str]:
    keys = [token.key for token in sentence.tokens]
    found = {}
    for cues in classes:
        for at, key in enumerate(keys):
            hit = cues.find(keys, at) if key in cues.index else None
            if hit is not None and not _SMALL.issuperset(keys[at : hit[0]]):
                found[at, hit[0]] = " ".join(keys[at : hit[0]])
    return list(dict.fromkeys(found[place] for place in sorted(found)))


def _refused(document: Document, rejections: Iterable[Rejection]) -> Iterator[Missed]:
    """Yield what a rule matched and could not finish for want of a name."""
    gaps = {NO_SUBJECT: Gap.NO_SUBJECT, "a name stays open": Gap.OPEN_NAME}
    for item in rejections:
        gap = gaps.get(item.reason)
        if gap is not None and item.start >= 0:
            end = item.start + len(item.quote)
            yield Missed(document.id, gap, item.start, end, item.quote, item.rule)

"""Why the rows of an answer hold: sources with their sentences, and rules with their premises."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from showgraph.query.provenance.explanation import Explanation, Source


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source stands: the sentence around it, and its number in the document.

    ``sentence`` may be several, where the words go over their ends, and then ``number`` is that
    of the first, counted from 1; "" and 0 where the graph does not have the document. ``date`` is
    the day of the document, "" where it has none.
    """

    sentence: str
    number: int
    date: str


@dataclass(frozen=True, slots=True)
class Inference:
    """A fact that no document states as such: the rule that it follows by, and from what."""

    fact: str
    rule: str
    rule_in_words: str
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowReasons:
    """What one row rests on: each source with where it stands, and what was inferred."""

    sources: tuple[tuple[Source, Place], ...]
    inferences: tuple[Inference, ...]


def find_inferences(explanations: Iterable[Explanation]) -> tuple[Inference, ...]:
    """Return the inferred steps of explanations, conclusions before premises, each once."""
    found = {
        Inference(
            step.words,
            step.rule.name,
            step.rule.words,
            tuple(premise.words for premise in step.premises),
        ): None
        for explanation in explanations
        for step in explanation.walk()
        if step.rule is not None
    }
    return tuple(found)


def iter_source_lines(
    sources: Iterable[tuple[Source, Place]], *, indent: str = ""
) -> Iterator[str]:
    """Yield the document, the words with their offsets, and the sentence, for each sentence.

    Words that stand within other words of the same sentence are left out.
    """
    for document, words, place in iter_sentences(sources):
        number = f"sentence {place.number}" if place.number else ""
        yield indent + "  ".join(filter(None, (document, place.date, number)))
        yield f"{indent}  words     {words}"
        yield f"{indent}  sentence  {place.sentence}"


def iter_sentences(sources: Iterable[tuple[Source, Place]]) -> Iterator[tuple[str, str, Place]]:
    """Yield each sentence once, after its document and the words in it with their offsets."""
    sentences: dict[tuple[str, Place], list[Source]] = {}
    for source, place in sources:
        sentences.setdefault((source.document, place), []).append(source)
    for (document, place), found in sentences.items():
        kept = [source for source in found if not any(_is_within(source, each) for each in found)]
        words = ", ".join(f'"{" ".join(s.quote.split())}" ({s.start}-{s.end})' for s in kept)
        yield document, words, place


def _is_within(source: Source, other: Source) -> bool:
    return source != other and other.start <= source.start and source.end <= other.end


def iter_inference_lines(inferences: Iterable[Inference], *, indent: str = "") -> Iterator[str]:
    """Yield what was inferred, with its rule in words and the premises, for each inference."""
    for inference in inferences:
        yield f"{indent}inferred    {inference.fact}"
        yield f"{indent}  rule      {inference.rule_in_words}"
        for premise in inference.premises:
            yield f"{indent}  because   {premise}"

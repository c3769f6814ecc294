"""Sources as text: for each sentence of a document the words in it that count."""

from collections.abc import Iterable, Iterator

from showgraph.api import Graph
from showgraph.query.explanation import Source


def iter_lines(opened: Graph, sources: Iterable[Source], *, indent: str) -> Iterator[str]:
    """Yield the document, the words with their offsets, and the sentence, for each sentence.

    Words that stand within other words of the same sentence are left out.
    """
    sentences: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        sentences.setdefault((source.document, opened.sentence(source)), []).append(source)
    for (document, sentence), found in sentences.items():
        kept = [source for source in found if not any(_is_within(source, each) for each in found)]
        words = ", ".join(f'"{" ".join(s.quote.split())}" ({s.start}-{s.end})' for s in kept)
        yield f"{indent}{document}"
        yield f"{indent}  words     {words}"
        yield f"{indent}  sentence  {sentence}"


def _is_within(source: Source, other: Source) -> bool:
    return source != other and other.start <= source.start and source.end <= other.end

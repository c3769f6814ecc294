"""Sources as text: for each sentence of a document the words in it that count."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from showgraph.api import Graph
    from showgraph.query.provenance.explanation import Source


def iter_lines(opened: "Graph", sources: "Iterable[Source]", *, indent: str) -> Iterator[str]:
    """Yield the document, the words with their offsets, and the sentence, for each sentence."""
    from showgraph.query.provenance.reasons import iter_source_lines  # noqa: PLC0415 - completion does without

    return iter_source_lines(((each, opened.place(each)) for each in sources), indent=indent)

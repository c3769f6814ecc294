"""The sentences of a graph's documents, in which the words of sources stand."""

from typing import TYPE_CHECKING

from showgraph.iris import document_iri
from showgraph.namespaces import DCTERMS, SG
from showgraph.store import Literal, NamedNode, Store

if TYPE_CHECKING:
    from showgraph.query.provenance.explanation import Source
    from showgraph.query.provenance.reasons import Place


class Sentences:
    """The sentences of each document, read when it is first asked for and then kept."""

    def __init__(self, store: Store) -> None:
        """Read the documents of ``store``, which stays the caller's to close."""
        self._store = store
        self._known: dict[str, list[tuple[int, int, str]]] = {}
        self._dates: dict[str, str] = {}

    def place(self, source: "Source") -> "Place":
        """Return the sentence, or sentences, with the words of a source, and where it stands."""
        from showgraph.query.provenance.reasons import Place  # noqa: PLC0415 - few need it

        parts = [
            (number, text)
            for number, (start, end, text) in enumerate(self._of(source.document), 1)
            if start < source.end and source.start < end
        ]
        sentence = " ".join(" ".join(text for _, text in parts).split())
        return Place(sentence, parts[0][0] if parts else 0, self._date(source.document))

    def _date(self, document: str) -> str:
        """Return the day of a document, "" for none."""
        if document not in self._dates:
            node = NamedNode(document_iri(document))
            quads = self._store.quads(node, NamedNode(DCTERMS + "issued"))
            days = [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
            self._dates[document] = min(days, default="")
        return self._dates[document]

    def _of(self, document: str) -> list[tuple[int, int, str]]:
        """Return the sentences of a document with their offsets."""
        from showgraph.extract.text.sentences import read_sentences  # noqa: PLC0415 - few need it

        if document not in self._known:
            node = NamedNode(document_iri(document))
            quads = self._store.quads(node, NamedNode(SG + "text"))
            texts = [quad.object.value for quad in quads if isinstance(quad.object, Literal)]
            self._known[document] = [
                (sentence.start, sentence.end, text[sentence.start : sentence.end])
                for text in texts
                for sentence in read_sentences(text)
            ]
        return self._known[document]

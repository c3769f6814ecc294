"""Why what a graph says is so: claims, rules, the words of documents and where they stand."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from showgraph.api.sentences import Sentences
from showgraph.query.answering.answering import Answerer
from showgraph.query.answering.answers import Answer
from showgraph.query.matching.names import Names
from showgraph.query.naming.labels import expand
from showgraph.rules import RuleTable
from showgraph.store import Store, Triple

if TYPE_CHECKING:
    from showgraph.query.naming.sayings import Sayings
    from showgraph.query.provenance.explanation import Explainer, Explanation, Source
    from showgraph.query.provenance.reasons import Place, RowReasons
    from showgraph.query.provenance.testimony import Testimony, TestimonyReader


class Grounded(ABC):
    """What :class:`showgraph.Graph` can explain; it has the store, the names and the rules."""

    _store: Store

    @property
    @abstractmethod
    def names(self) -> Names:
        """The names of all things in the graph."""

    @property
    @abstractmethod
    def _rules(self) -> RuleTable: ...

    @property
    @abstractmethod
    def _answerer(self) -> Answerer: ...

    @abstractmethod
    def ask(
        self,
        words: str,
        parameters: Mapping[str, str] | None = None,
        *,
        asserted: bool = False,
    ) -> Answer:
        """Answer a saved question."""

    def explain(
        self, subject: str, relation: str, object_: str | None = None
    ) -> "tuple[Explanation, ...]":
        """Return why facts hold: their claims, or the rule and its premises down to claims.

        Args:
            subject: The name or IRI of a thing.
            relation: A property: its label, its short name (``castMember``) or its IRI.
            object_: The name, IRI or value on the other side; None for all there are.

        Returns:
            An explanation for each fact, sorted; also for what is only claimed and not
            accepted, and says so. Empty where no document says anything of the kind.

        Raises:
            UnknownNameError: If a name or property is not known.
        """
        from showgraph.query.matching.triples import find_triples  # noqa: PLC0415

        triples = find_triples(self._store, self.names, subject, relation, object_)
        return tuple(map(self._explainer.explain, triples))

    def explain_thing(self, name: str) -> "tuple[Explanation, ...]":
        """Return why each fact holds that has a thing as its subject, or what a claim says.

        Args:
            name: The IRI of a thing, of a node without a name, or of a claim; compact or whole.

        Raises:
            UnknownNameError: If the graph says nothing of it.
        """
        from showgraph.query.matching.triples import find_node, triples_of  # noqa: PLC0415

        node = find_node(self._store, self.names, name)
        found = tuple(map(self._explainer.explain, triples_of(self._store, node)))
        return found or (self._answerer.explain_claim(node),)

    def is_iri(self, name: str) -> bool:
        """Return whether a name is spelt as an IRI, whole or with a known prefix."""
        return "://" in expand(name)

    def testimony(self, explanation: "Explanation") -> "Testimony":
        """Return which documents state a fact of this graph, and which say otherwise."""
        return self._testimonies.read(explanation)

    def provenance(self, explanations: "Iterable[Explanation]") -> "tuple[Triple, ...]":
        """Return explanations as RDF in the words of PROV-O, sorted.

        What documents say against the facts is described, too.
        """
        from showgraph.query.provenance.prov import prov_triples  # noqa: PLC0415

        found = tuple(explanations)
        told = [self.testimony(explanation) for explanation in found]
        others = [each for one in told for each in (*one.contradicting, *one.otherwise)]
        return prov_triples(self._store, found, [each.claim.iri for each in others])

    @cached_property
    def _explainer(self) -> "Explainer":
        from showgraph.query.provenance.explanation import Explainer  # noqa: PLC0415

        return Explainer(self._store, self._rules)

    def say(self, triple: Triple) -> str:
        """Return a fact as a person says it, nodes without a name by what they are of."""
        return self._sayings.say(triple)

    @cached_property
    def _sayings(self) -> "Sayings":
        from showgraph.query.naming.sayings import Sayings  # noqa: PLC0415

        return Sayings(self._store)

    @cached_property
    def _testimonies(self) -> "TestimonyReader":
        from showgraph.query.provenance.testimony import TestimonyReader  # noqa: PLC0415

        return TestimonyReader(self._store)

    def explain_row(
        self, words: str | Answer, row: int, parameters: Mapping[str, str] | None = None
    ) -> "tuple[Explanation, ...]":
        """Return why a row of an answer holds, an explanation for each fact it rests on.

        Args:
            words: An answer of this graph, or what :meth:`ask` takes.
            row: The row, counted from 1.
            parameters: As for :meth:`ask`.

        Raises:
            NotUnderstoodError: As for :meth:`ask`.
            ParameterError: If the answer has no such row.
        """
        answer = self.ask(words, parameters) if isinstance(words, str) else words
        return self._answerer.explain_row(answer, row)

    def reasons(self, answer: Answer) -> "tuple[RowReasons, ...]":
        """Return what each row of an answer of this graph rests on, in words."""
        from showgraph.query.provenance.reasons import RowReasons, find_inferences  # noqa: PLC0415

        return tuple(
            RowReasons(
                tuple((source, self.place(source)) for source in sources),
                find_inferences(self._answerer.explain_row(answer, number)),
            )
            for number, sources in enumerate(answer.sources, 1)
        )

    def sentence(self, source: "Source") -> str:
        """Return the whole sentence, or sentences, in which the words of a source stand.

        White space is collapsed. Empty where the graph does not have the document.
        """
        return self.place(source).sentence

    def place(self, source: "Source") -> "Place":
        """Return where a source stands: its sentence, the number of that, the document's day."""
        return self._sentences.place(source)

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self._store)

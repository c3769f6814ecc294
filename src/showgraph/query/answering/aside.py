"""What documents say beside an answer: claims that are no facts, and values of others."""

from collections.abc import Mapping
from functools import cached_property

from showgraph.query.answering.answers import LesserClaim
from showgraph.query.answering.lesser import find_lesser, things_asked
from showgraph.query.matching.arguments import Argument
from showgraph.query.matching.names import Names
from showgraph.query.naming.labels import Labels
from showgraph.query.provenance.disputes import Dispute, find_disputes
from showgraph.query.provenance.support import Claims
from showgraph.query.questions.header import SavedQuestion
from showgraph.store import NamedNode, Store


class Aside:
    """What is to be known beside the rows of one question; read when it is looked at."""

    def __init__(  # noqa: PLR0913 - the graph with what was read of it, and what is asked
        self,
        store: Store,
        names: Names,
        labels: Labels,
        claims: Claims,
        *,
        question: SavedQuestion,
        arguments: Mapping[str, Argument],
    ) -> None:
        """Hold what is asked of which graph; nothing is read yet."""
        self._store, self._names, self._labels, self._claims = store, names, labels, claims
        self._question, self._arguments = question, arguments

    @cached_property
    def lesser(self) -> tuple[LesserClaim, ...]:
        """The claims about what is asked that nothing rests on."""
        wanted = self._predicates | dict(self._question.lesser)
        return find_lesser(self._store, self._claims, self._labels, wanted, self._things)

    @cached_property
    def disputes(self) -> tuple[Dispute, ...]:
        """Where documents say other things of what is asked."""
        wanted = self._predicates | dict(self._question.lesser)
        return find_disputes(self._store, self._labels, wanted, self._things)

    @cached_property
    def _predicates(self) -> dict[NamedNode, NamedNode | None]:
        """The properties of the triples that the rows rest on."""
        found: dict[NamedNode, NamedNode | None] = {}
        for template in self._question.evidence:
            match template.terms:
                case [_, NamedNode() as predicate, _]:
                    found[predicate] = None
                case _:
                    pass
        return found

    @cached_property
    def _asked(self) -> list[frozenset[NamedNode]]:
        return things_asked(self._store, self._names, self._question, self._arguments)

    def _things(self) -> list[frozenset[NamedNode]]:
        return self._asked

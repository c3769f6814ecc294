"""Answer saved questions: run them, and give each row the words that it rests on."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from showgraph.errors import (
    AmbiguousNameError,
    NotUnderstoodError,
    ParameterError,
    UnknownNameError,
    UnmatchedError,
)
from showgraph.namespaces import ASSERTED
from showgraph.query.answering.absence import explain_absence, known_of
from showgraph.query.answering.answers import Answer, Cell, LesserClaim
from showgraph.query.answering.aside import Aside
from showgraph.query.answering.deferred import Deferred, Postponed
from showgraph.query.matching.arguments import Argument, resolve_arguments
from showgraph.query.matching.names import Names, read_names
from showgraph.query.naming.labels import Labels
from showgraph.query.provenance.explanation import Explainer, Explanation, Source, Standing
from showgraph.query.provenance.grounds import Ground, GroundReader, iter_grounds
from showgraph.query.provenance.support import Claims
from showgraph.query.questions.catalog import Catalog
from showgraph.query.questions.header import SavedQuestion
from showgraph.query.sparql.binder import bind
from showgraph.query.sparql.lexer import tokenize
from showgraph.rules import RuleTable
from showgraph.store import Literal, NamedNode, QuerySolution, Store

if TYPE_CHECKING:
    from showgraph.query.matching.phrases import Phrases

#: An id of several words; no sentence is written so.
_HYPHENS: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")

#: The terms of a solution, in the order of its variables; a term is made when it is looked at.
_Row = QuerySolution
#: For each column the text that is read, and the term.
_Shown = tuple[object, ...]
_NAMED: Final = (NamedNode, Literal)


class Answerer:
    """Answers questions of one store; what was read for one question serves the next."""

    def __init__(
        self,
        store: Store,
        catalog: Catalog,
        rules: RuleTable,
        *,
        names: Names | None = None,
    ) -> None:
        """Answer the questions of ``catalog`` from ``store``, which stays the caller's to close.

        Args:
            store: A graph with its claims and with what was inferred.
            catalog: The saved questions.
            rules: Those that the graph was closed with.
            names: The names in the graph; read from it where they are not given.
        """
        self._store = store
        self._catalog = catalog
        self._rules = rules
        if names is not None:
            self.names = names

    @cached_property
    def names(self) -> Names:
        """The names in the graph."""
        return read_names(self._store)

    @cached_property
    def phrases(self) -> "Phrases":
        """The wordings of the questions."""
        from showgraph.query.matching.phrases import Phrases  # noqa: PLC0415 - for sentences alone

        return Phrases(self._catalog)

    @cached_property
    def _reader(self) -> GroundReader:
        return GroundReader(self._store, Explainer(self._store, self._rules))

    @cached_property
    def _labels(self) -> Labels:
        return Labels(self._store)

    @cached_property
    def _claims(self) -> Claims:
        return Claims(self._store)

    def ask(
        self,
        words: str,
        given: Mapping[str, str] | None = None,
        *,
        asserted: bool = False,
    ) -> Answer:
        """Answer a question that is named by its id, or asked in one of its wordings.

        Args:
            words: The id of a question, or a sentence.
            given: Values of parameters as a person writes them; they win over the sentence's.
            asserted: Leave out what was inferred.

        Raises:
            NotUnderstoodError: If no question matches, or a name or value is not known.
        """
        text = words.strip()
        if not text:
            raise NotUnderstoodError("the question is empty; give its name or its words")
        name = text.rstrip("?!.").lower()
        if name in self._catalog:
            return self.answer(name, given, asserted=asserted)
        if _HYPHENS.fullmatch(text):
            raise self._catalog.unknown(text)
        from showgraph.query.matching.matching import match  # noqa: PLC0415 - for sentences alone

        try:
            found = match(text, self.phrases, self.names)
            arguments = dict(found.arguments)
            if given:
                arguments |= resolve_arguments(found.question, given, self.names)
        except AmbiguousNameError as error:
            raise self._told(error) from error
        except UnmatchedError as error:
            if " " in text:
                raise
            # One word is more likely a question's id with a typing error.
            near = [name for name, _ in error.nearest]
            raise self._catalog.unknown(text, near) from error
        return self._run(found.question, arguments, asserted=asserted)

    def answer(
        self,
        question_id: str,
        given: Mapping[str, str] | None = None,
        *,
        asserted: bool = False,
    ) -> Answer:
        """Answer a question that is named by its id.

        Args:
            question_id: Its id.
            given: Values of parameters as a person writes them.
            asserted: Leave out what was inferred.

        Raises:
            UnknownNameError: If there is no such question, entity or season.
            AmbiguousNameError: If a name fits several things.
            ParameterError: If the question has no such parameter.
        """
        question = self._catalog.question(question_id)
        try:
            arguments = resolve_arguments(question, given, self.names) if given else {}
        except AmbiguousNameError as error:
            raise self._told(error) from error
        return self._run(question, arguments, asserted=asserted)

    def _told(self, error: AmbiguousNameError) -> AmbiguousNameError:
        """Return the error with what documents state of each thing that a name may stand for."""
        known: dict[str, str] = {}
        for candidate in error.candidates:
            for entity in self.names.find(candidate)[:1]:
                documents, stated = known_of(self._store, self._labels, NamedNode(entity.iri))
                known[candidate] = f"{documents}: {stated}" if documents else "nothing is stated"
        return AmbiguousNameError(error.name, error.candidates, known=known)

    def explain_row(self, answer: Answer, row: int) -> tuple[Explanation, ...]:
        """Return why a row holds, an explanation for each thing it rests on.

        Args:
            answer: An answer of this graph.
            row: The row, counted from 1.

        Raises:
            ParameterError: If the answer has no such row.
        """
        if not 1 <= row <= len(answer.rows):
            raise ParameterError(f"the answer has no row {row}; it has {len(answer.rows)} rows")
        found = [self._reader.explanation(ground) for ground in answer.grounds[row - 1]]
        return tuple(each for each in found if each.standing is not Standing.ABSENT)

    def explain_claim(self, claim: NamedNode) -> Explanation:
        """Return what a claim says, with its own words.

        Raises:
            UnknownNameError: If the graph has no such claim.
        """
        if not self._claims.has(claim):
            raise UnknownNameError("thing", claim.value)
        return self._reader.explanation(Ground(claim=claim))

    def _run(
        self,
        question: SavedQuestion,
        arguments: Mapping[str, Argument],
        *,
        asserted: bool,
    ) -> Answer:
        query = bind(question.sparql, {name: each.term for name, each in arguments.items()})
        if asserted:
            query = _leave_out_inferred(query)
        solutions = self._store.select(query, prefixes={})
        names = [variable.value for variable in solutions.variables]
        groups = _group(question, names, solutions)
        shown = list(groups)
        grounds = Deferred(len(groups), _grounds_of(question, names, list(groups.values())))
        aside = Aside(
            self._store,
            self.names,
            self._labels,
            self._claims,
            question=question,
            arguments=arguments,
        )
        return Answer(
            question=question.id,
            understood=_understood(question, arguments),
            columns=tuple(question.columns.values()),
            variables=tuple(question.columns),
            rows=Deferred(len(shown), lambda place: _cells(shown[place])),
            sources=Deferred(len(shown), lambda place: self._sources(grounds[place])),
            grounds=grounds,
            message="" if shown else self._absence(question, arguments, aside.lesser),
            lesser=Postponed(lambda: aside.lesser),
            view=question.view,
            query=query,
            disputes=Postponed(lambda: aside.disputes),
            arguments=tuple((name, each.label) for name, each in arguments.items()),
            copies=Postponed(lambda: tuple(self._claims.copies.items())),
        )

    def _sources(self, grounds: Iterable[Ground]) -> tuple[Source, ...]:
        """Return the spans of documents behind all grounds of a row, sorted, each once."""
        found = {source for ground in grounds for source in self._reader.sources(ground)}
        return tuple(sorted(found))

    def _absence(
        self,
        question: SavedQuestion,
        arguments: Mapping[str, Argument],
        lesser: tuple[LesserClaim, ...],
    ) -> str:
        store, names, labels = self._store, self.names, self._labels
        return explain_absence(store, names, labels, question, arguments, lesser=lesser)


def answer(  # noqa: PLR0913 - the graph, what is asked, and two options
    store: Store,
    catalog: Catalog,
    rules: RuleTable,
    question_id: str,
    parameters: Mapping[str, str] | None = None,
    *,
    names: Names | None = None,
    asserted: bool = False,
) -> Answer:
    """Answer one question by its id; see :meth:`Answerer.answer`."""
    answerer = Answerer(store, catalog, rules, names=names)
    return answerer.answer(question_id, parameters, asserted=asserted)


def ask(  # noqa: PLR0913 - the graph, what is asked, and two options
    store: Store,
    catalog: Catalog,
    rules: RuleTable,
    words: str,
    parameters: Mapping[str, str] | None = None,
    *,
    names: Names | None = None,
    asserted: bool = False,
) -> Answer:
    """Answer one question by its id or in words; see :meth:`Answerer.ask`."""
    answerer = Answerer(store, catalog, rules, names=names)
    return answerer.ask(words, parameters, asserted=asserted)


def _group(
    question: SavedQuestion, names: Sequence[str], solutions: Iterable[QuerySolution]
) -> dict[_Shown, list[_Row]]:
    """Return what is shown of each row, with the solutions that look so, in their order.

    A row is shown as the text and the term of each column, one after the other: a cell of its
    own for each would take longer to make than the engine takes to find a row.
    """
    places = {name: place for place, name in enumerate(names)}
    columns = [(places[name], places.get(f"{name}Label")) for name in question.columns]
    rows: dict[_Shown, list[_Row]] = {}
    for terms in solutions:
        shown: list[object] = []
        for place, label in columns:
            term = terms[place]
            named = None if label is None else terms[label]
            if isinstance(named, _NAMED):
                text = named.value
            else:
                text = term.value if isinstance(term, Literal) else ""
            shown += (text, term if text else None)
        rows.setdefault(tuple(shown), []).append(terms)
    return rows


def _cells(shown: _Shown) -> tuple[Cell, ...]:
    """Return the cells of a row."""
    return tuple(
        [
            Cell(term if isinstance(term, _NAMED) else None, str(text))
            for text, term in zip(shown[::2], shown[1::2], strict=True)
        ]
    )


def _grounds_of(
    question: SavedQuestion, names: Sequence[str], rows: Sequence[Sequence[_Row]]
) -> Callable[[int], tuple[Ground, ...]]:
    """Return what gives the grounds of a row, each once."""

    def read(place: int) -> tuple[Ground, ...]:
        found: dict[Ground, None] = {}
        for terms in rows[place]:
            row = {
                name: term if isinstance(term, NamedNode | Literal) else None
                for name, term in zip(names, terms, strict=True)
            }
            found.update(dict.fromkeys(iter_grounds(question.evidence, row)))
        return tuple(found)

    return read


def _understood(question: SavedQuestion, arguments: Mapping[str, Argument]) -> str:
    """Return the question and its arguments as one line."""
    asked = "; ".join(f"{name} {argument.label}" for name, argument in arguments.items())
    return f"{question.summary} ({asked})" if asked else question.summary


def _leave_out_inferred(query: str) -> str:
    """Return a SELECT query that reads the graphs without inferred facts."""
    where = next(token for token in tokenize(query) if token.keyword == "WHERE")
    graphs = "".join(f"FROM <{graph}>\n" for graph in ASSERTED)
    return query[: where.start] + graphs + query[where.start :]

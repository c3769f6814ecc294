"""An open graph, with everything that can be asked of it."""

from collections.abc import Mapping
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from showgraph.api.grounded import Grounded
from showgraph.api.views import Views
from showgraph.errors import DamagedGraphError, GraphError, ParameterError
from showgraph.graph.storage.folder import open_generation
from showgraph.graph.storage.layout import REPORT, RULES
from showgraph.namespaces import ASSERTED
from showgraph.query.answering.answering import Answerer
from showgraph.query.answering.answers import Answer
from showgraph.query.matching.names import Names, read_names
from showgraph.query.questions.catalog import Catalog, read_catalog
from showgraph.rules import RuleTable
from showgraph.store import Store

if TYPE_CHECKING:
    from showgraph.graph.storage.manifest import Manifest
    from showgraph.graph.validation.report import ValidationReport
    from showgraph.query.answering.description import Description
    from showgraph.query.execution.plan import Plan
    from showgraph.query.formats.outcomes import Results
    from showgraph.query.matching.values import Value
    from showgraph.query.naming.labels import Labels
    from showgraph.query.network import Step


class Graph(Views, Grounded):
    """An open graph: everything the command line can do, as methods.

    It shows the graph as it was when it was opened, also while a new one is built.
    """

    def __init__(self, folder: Path) -> None:
        """Open the graph at ``folder``; see :func:`open_graph`.

        Raises:
            GraphError: If it is missing, no graph, or damaged.
        """
        self.folder = folder
        with ExitStack() as stack:
            self._generation = stack.enter_context(open_generation(folder))
            self._store = stack.enter_context(self._open_store())
            self._open = stack.pop_all()

    def _open_store(self) -> Store:
        try:
            return Store.open(self._generation.store)
        except GraphError as error:
            raise DamagedGraphError(
                f"the graph at {self.folder} cannot be opened: {error}; run 'showgraph build' again"
            ) from error

    def close(self) -> None:
        """Give back files and locks; a second call does nothing.

        Answers that are kept go on to read the sources of their rows.
        """
        self._open.close()
        self.__dict__.pop("_answerer", None)

    def __repr__(self) -> str:
        """Return the class and the folder."""
        return f"<showgraph.Graph at {str(self.folder)!r}>"

    def __enter__(self) -> Self:
        """Return the graph itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the graph."""
        self.close()

    @property
    def manifest(self) -> "Manifest":
        """What the graph was made from, and what it holds."""
        return self._generation.manifest

    @cached_property
    def report(self) -> "Mapping[str, Any]":
        """What the build of the graph reported, in the form of ``BuildReport.to_json``."""
        report = self._generation.read_json(REPORT)
        if not isinstance(report, dict):
            raise DamagedGraphError(f"the graph at {self.folder} is damaged; build it again")
        return report

    @cached_property
    def questions(self) -> Catalog:
        """The saved questions by their id, sorted by it."""
        return read_catalog()

    @cached_property
    def names(self) -> Names:
        """The names of all things in the graph."""
        return read_names(self._store)

    @cached_property
    def _rules(self) -> RuleTable:
        path = self._generation.folder / RULES
        try:
            return RuleTable.from_json(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise DamagedGraphError(
                f"the graph at {self.folder} is damaged: {path}: {error}; build it again"
            ) from error

    @cached_property
    def _answerer(self) -> Answerer:
        # Its answers read what stands behind a row when it is looked at, maybe after the end.
        return Answerer(self._store.share(), self.questions, self._rules, names=self.names)

    def ask(
        self,
        words: str,
        parameters: Mapping[str, str] | None = None,
        *,
        asserted: bool = False,
    ) -> Answer:
        """Answer a saved question.

        Args:
            words: The id of a question, or a sentence close to one of its wordings.
            parameters: Values by name, as a person writes them: ``{"show": "A Title"}``.
            asserted: Leave out what was inferred.

        Returns:
            The rows, each with its sources; no rows where the graph has no answer.

        Raises:
            NotUnderstoodError: If no question comes close, or a name or value is unknown.
        """
        return self._answerer.ask(words, parameters, asserted=asserted)

    def values(self, parameter: str, question: str | None = None) -> "tuple[Value, ...]":
        """Return what the graph has for a parameter of the saved questions, sorted.

        Args:
            parameter: Its name.
            question: The id of one question; None for all that have such a parameter.

        Returns:
            The values; none for a parameter that takes any text.

        Raises:
            NotUnderstoodError: If there is no such question, or no such parameter in it.
        """
        from showgraph.query.matching.values import find_values  # noqa: PLC0415

        asked = self.questions.values() if question is None else [self.questions.question(question)]
        found = [each.params[parameter] for each in asked if parameter in each.params]
        if not found:
            known = ", ".join(sorted({name for each in asked for name in each.params}))
            raise ParameterError(f"no parameter is called {parameter!r}; known: {known or 'none'}")
        return find_values(self._store, self.names, found)

    def disagreements(self) -> Answer:
        """Return what the documents do not agree on: contradictions first, then differences."""
        return self.ask("disagreements")

    def query(
        self,
        text: str,
        *,
        timeout_s: float = 30.0,
        max_rows: int | None = 10_000,
        engine: str = "auto",
        asserted: bool = False,
    ) -> "Results":
        """Run a SPARQL query in a process of its own, over the union of all named graphs.

        Args:
            text: A SELECT, ASK, CONSTRUCT or DESCRIBE query; showgraph's prefixes are known.
            timeout_s: Seconds after which the process is ended.
            max_rows: Rows or triples after which it is ended; None for all.
            engine: ``auto`` or ``oxigraph``, or ``rdflib`` for a slow second opinion.
            asserted: Leave out what was inferred.

        Raises:
            QuerySyntaxError: If the text does not parse, with line and column.
            RefusedQueryError: If it is an update, or asks for SERVICE or a foreign graph.
            LimitError: If a limit is passed.
            UsageError: If there is no such engine.
        """
        from showgraph.query.execution.sparql import run_query  # noqa: PLC0415

        path = self._generation.store
        return run_query(
            path,
            text,
            timeout_s=timeout_s,
            max_rows=max_rows,
            engine=engine,
            graphs=ASSERTED if asserted else None,
        )

    def warnings(self, text: str, *, pairs: bool = False) -> tuple[str, ...]:
        """Return a sentence for each class or property of a query that nothing here has.

        Args:
            text: The query.
            pairs: Whether to name the properties, too, that others have and nothing of the
                class in question.

        Raises:
            QuerySyntaxError: If it has a character that no token starts with.
        """
        from showgraph.query.execution.vocabulary import warnings  # noqa: PLC0415

        return warnings(self._store, text, pairs=pairs)

    def template(self, name: str) -> str:
        """Return a query about the things of a class, with all the properties that they have.

        Args:
            name: The class: its label, its short name or its IRI, as ``person``.

        Raises:
            UnknownNameError: If nothing in the graph is of such a class.
        """
        from showgraph.query.execution.template import write_template  # noqa: PLC0415

        return write_template(self._store, name)

    @cached_property
    def labels(self) -> "Labels":
        """What a person reads for the terms of the graph."""
        from showgraph.query.naming.labels import Labels  # noqa: PLC0415

        return Labels(self._store)

    def plan(self, text: str) -> "Plan":
        """Return the algebra of a query, with how many triples match each pattern alone.

        Raises:
            QuerySyntaxError: If it does not parse.
        """
        from showgraph.query.execution.plan import read_plan  # noqa: PLC0415

        return read_plan(self._store, text)

    def describe(self, name: str) -> "Description":
        """Return all that the graph knows of the thing with that name, alias or IRI.

        Raises:
            UnknownNameError: If nothing has that name, with the names that come close.
            AmbiguousNameError: If several things have it.
        """
        from showgraph.query.answering.description import describe  # noqa: PLC0415

        return describe(self._store, self._rules, name, self.names)

    def validate(self, shapes: Path | None = None) -> "ValidationReport":
        """Check the accepted facts, without what was inferred, and the claims.

        Args:
            shapes: A file of shapes to check against; None for those of the package.

        Raises:
            GraphError: If the file cannot be used.
            RefusedQueryError: If a query in it names another graph or service.
        """
        from showgraph.graph.validation.foreign import read_own_shapes  # noqa: PLC0415
        from showgraph.graph.validation.validation import validate  # noqa: PLC0415

        return validate(self._store, None if shapes is None else [read_own_shapes(shapes)])

    def path(self, start: str, end: str) -> "tuple[Step, ...]":
        """Return a shortest way from one thing to another; empty where there is none.

        Raises:
            UnknownNameError: If a name is not known.
            AmbiguousNameError: If it stands for several things.
        """
        from showgraph.query.network import find_path  # noqa: PLC0415

        known = self.names
        return find_path(self._store, known.resolve(start), known.resolve(end), known)

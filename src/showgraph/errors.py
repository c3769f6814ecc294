"""Errors a caller may want to handle.

* ShowGraphError
    * UsageError              wrong arguments, unknown format
    * NotUnderstoodError      nothing was run: no such question, entity, season, value; broken query
        * UnknownNameError    a name is not known; keeps the names that come close
        * AmbiguousNameError  a name stands for several things; keeps them
        * ParameterError      a parameter is unknown, missing, or has a value it cannot have
        * UnmatchedError      no saved question has this wording; keeps the nearest questions
        * QuerySyntaxError    a query does not parse; keeps line and column
        * RefusedQueryError   a query asks for what showgraph never does (update, SERVICE)
        * LimitError          a query passed its time, row or memory limit
    * UnavailableError        what is needed cannot be read or written
        * GraphError          a graph cannot be used
            * MissingGraphError   there is none in that place
            * DamagedGraphError   it is incomplete or broken
            * LockedGraphError    another build is writing it
        * DocumentError       a document cannot be used; keeps the document and the reason
        * ResourceError       a file that belongs to the package is missing
        * OntologyError       an ontology cannot be compiled; keeps the axiom and its subject
    * InconsistencyError      the accepted facts contradict the ontology; keeps what clashes

The middle layer says what kind of help the user needs; the command line turns it into an
exit status. Every message holds the bad value and what would work.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

#: More characters of what a user wrote make a message no clearer.
_N_QUOTED: Final = 120


def _quoted(text: str) -> str:
    """Return what a user wrote, in quotes and cut to a length that a message can bear."""
    return repr(text if len(text) <= _N_QUOTED else text[:_N_QUOTED] + "...")


class ShowGraphError(Exception):
    """Base of all errors that showgraph raises on purpose.

    ``code`` is stable and tells the sort of error; :mod:`showgraph.codes` explains each.
    """

    code: str = "SG-X02"


class UsageError(ShowGraphError):
    """The call itself is wrong: an unknown format, an impossible combination of options."""

    code = "SG-U02"


class NotUnderstoodError(ShowGraphError):
    """Nothing was run, because what was asked could not be understood."""

    code = "SG-A08"


#: What is looked for in another place than the names of the graph has a code of its own.
_UNKNOWN_CODES: Final = {"question": "SG-A01", "season": "SG-A06", "property": "SG-A07"}


class UnknownNameError(NotUnderstoodError):
    """A name (of a question, entity, season or parameter) is not known."""

    code = "SG-A03"

    #: More names than these are no help.
    N_SHOWN = 8

    def __init__(
        self, what: str, name: str, candidates: Iterable[str] = (), *, known: Iterable[str] = ()
    ) -> None:
        """Keep the bad name and the names that come close, nearest first.

        ``known`` are the names that there are, to be shown where none comes close.
        """
        self.what = what
        self.code = _UNKNOWN_CODES.get(what.partition(" ")[0], self.code)
        self.name = name
        self.candidates = tuple(candidates)
        there_are = tuple(known)
        hint = ""
        if self.candidates:
            hint = f"; did you mean: {', '.join(self.candidates)}?"
        elif there_are:
            more = ", ..." if len(there_are) > self.N_SHOWN else ""
            hint = f"; there are: {', '.join(there_are[: self.N_SHOWN])}{more}"
        super().__init__(f"no {what} is called {_quoted(name)}{hint}")


class AmbiguousNameError(NotUnderstoodError):
    """A name stands for several things, and nothing says which is meant."""

    code = "SG-A04"

    def __init__(
        self, name: str, candidates: Iterable[str], *, known: Mapping[str, str] | None = None
    ) -> None:
        """Keep the name and what it may stand for, each with its kind, in a fixed order.

        ``known`` has what is stated of candidates, which the message tells.
        """
        self.name = name
        self.candidates = tuple(candidates)
        self.known = known or {}
        told = (
            f"{each} - {self.known[each]}" if each in self.known else each
            for each in self.candidates
        )
        parts = "; ".join(told) if self.known else ", ".join(self.candidates)
        super().__init__(f"{_quoted(name)} may be: {parts}; say which")


class ParameterError(NotUnderstoodError):
    """A parameter of a question is unknown or missing, or its value cannot be used."""

    code = "SG-A05"


class UnmatchedError(NotUnderstoodError):
    """A sentence has the wording of no saved question."""

    code = "SG-A02"

    def __init__(
        self,
        sentence: str,
        nearest: Iterable[tuple[str, str]],
        *,
        about: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """Keep the sentence and, nearest first, the questions that come close: id and summary.

        ``about`` has the ids of the questions that can be asked of each thing that is named.
        """
        self.sentence = sentence
        self.nearest = tuple(nearest)
        self.about = {name: tuple(ids) for name, ids in (about or {}).items()}
        hint = "; ".join(f"{name} ({summary})" for name, summary in self.nearest)
        endings = [f"; nearest: {hint}"] if hint else []
        endings += [
            f"; about {name} you can ask: {', '.join(ids)}" for name, ids in self.about.items()
        ]
        super().__init__(f"no saved question has the wording {_quoted(sentence)}{''.join(endings)}")


class QuerySyntaxError(NotUnderstoodError):
    """A query does not parse."""

    code = "SG-Q01"

    #: So much of a long line is shown on either side of the place.
    N_AROUND = 60

    def __init__(
        self, message: str, *, line: int = 0, column: int = 0, hint: str = "", text: str = ""
    ) -> None:
        """Keep the reason, the place, counted from 1 (0 where it is not known), and a hint.

        With the ``text`` of the query the message ends with its line and a mark below the place.
        """
        self.reason = message
        self.line = line
        self.column = column
        self.hint = hint
        place = f" at line {line}, column {column}" if line else ""
        ending = f"; {hint}" if hint else ""
        shown = self._excerpt(text) if text and line else ""
        super().__init__(f"the query does not parse{place}: {message}{ending}{shown}")

    def within(self, text: str) -> "QuerySyntaxError":
        """Return the same error with the line of the query that it is about."""
        return QuerySyntaxError(
            self.reason, line=self.line, column=self.column, hint=self.hint, text=text
        )

    def _excerpt(self, text: str) -> str:
        """Return the line, and below it a mark as long as what stands there."""
        line = text.split("\n")[self.line - 1].replace("\t", " ")
        start = max(0, self.column - 1 - self.N_AROUND)
        part = line[start : self.column - 1 + self.N_AROUND]
        word = line[self.column - 1 :].split(" ")[0].rstrip(".;,)}") or " "
        number = f"  {self.line} | "
        mark = " " * (len(number) - 2) + "| " + " " * (self.column - 1 - start) + "^" * len(word)
        return f"\n{number}{part.rstrip()}\n{mark}"


class RefusedQueryError(NotUnderstoodError):
    """A query asks for something showgraph never does: an update, SERVICE, a foreign graph."""

    code = "SG-Q02"


class LimitError(NotUnderstoodError):
    """A query was ended at one of its limits."""

    code = "SG-Q03"


class UnavailableError(ShowGraphError):
    """Something that is needed cannot be read or written."""

    code = "SG-D02"


class GraphError(UnavailableError):
    """A graph folder is missing, is no graph, is broken or is held by another build."""

    code = "SG-G01"


class MissingGraphError(GraphError):
    """There is no graph in the place that was named."""

    code = "SG-G02"


class DamagedGraphError(GraphError):
    """A graph is incomplete, or does not hold what its build wrote."""

    code = "SG-G03"


class LockedGraphError(GraphError):
    """Another process is writing the graph."""

    code = "SG-G04"


class DocumentError(UnavailableError):
    """One document cannot be used."""

    code = "SG-D01"

    def __init__(self, source: str, reason: str) -> None:
        """Keep the path (and line, for JSON Lines) and the reason."""
        self.source = source
        self.reason = reason
        super().__init__(f"{source}: {reason}")


class ResourceError(UnavailableError):
    """A file that belongs to the package is missing."""

    code = "SG-R01"


class OntologyError(UnavailableError):
    """An ontology states what cannot be compiled into rules."""

    code = "SG-O01"

    def __init__(self, axiom: str, subject: str) -> None:
        """Keep the kind of the axiom, such as ``owl:unionOf``, and the term it speaks of."""
        self.axiom = axiom
        self.subject = subject
        super().__init__(f"the ontology cannot be used: {axiom} ({subject})")


class InconsistencyError(ShowGraphError):
    """The accepted facts contradict the ontology."""

    code = "SG-O02"

    def __init__(self, clashes: Sequence[str]) -> None:
        """Keep one sentence for each clash."""
        self.clashes = tuple(clashes)
        super().__init__("the accepted facts contradict the ontology: " + "; ".join(clashes))

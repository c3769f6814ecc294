"""What an answer is made of. An answer knows nothing of formats."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

from showgraph.query.formats.framed import Framed
from showgraph.query.provenance.disputes import Dispute
from showgraph.query.provenance.explanation import Source
from showgraph.query.provenance.grounds import Ground
from showgraph.store import Literal, NamedNode

if TYPE_CHECKING:
    from showgraph.query.formats.frames import Column

#: The status of a claim on one side of a contradiction, whatever its own.
DISPUTED: Final = "disputed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a row: the term, None where there is none, and what a person reads for it."""

    term: NamedNode | Literal | None
    label: str

    @property
    def value(self) -> str | None:
        """The IRI or the lexical form, None where there is no value."""
        return self.term.value if self.term is not None else None


@dataclass(frozen=True, slots=True)
class LesserClaim:
    """What a document says without vouching for it, or against another document, in labels.

    ``status`` is that of the claim (possible, rumoured, reported, asked, negated), or
    ``disputed`` for one side of a contradiction. ``speaker`` is "" where nobody is quoted.
    """

    subject: str
    property: str
    value: str
    status: str
    speaker: str
    sources: tuple[Source, ...]

    def __str__(self) -> str:
        """Return the claim as a line: ``possible: Harbour Lights director Wren Abara``."""
        return f"{self.status}: {self.subject} {self.property} {self.value}".rstrip()


@dataclass(frozen=True, slots=True)
class Answer(Framed):
    """Rows, each with the stretches of documents that it rests on.

    Rows are in the order of the question and differ in what is shown; ``sources`` and
    ``grounds`` have one entry for each. They, ``lesser`` and ``disputes`` are read from the graph
    only when they are looked at. ``question`` is
    None where nothing was understood, and then there are no rows. ``query`` is the SPARQL that was
    run, "" where none was. ``disputes`` are where documents say other things of what was asked.
    ``n_left_out`` is the number of rows that a limit left out, 0 for a whole answer. ``code`` is
    that of the error where nothing was understood, "" otherwise. ``arguments`` are the parameters
    that were given or understood, with what a person reads for each value. ``copies`` are the ids
    of documents that repeat a longer one, with the id of that: where documents are counted, the
    two are one.
    """

    question: str | None
    understood: str
    columns: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    rows: Sequence[tuple[Cell, ...]] = ()
    sources: Sequence[tuple[Source, ...]] = ()
    grounds: Sequence[tuple[Ground, ...]] = ()
    message: str = ""
    lesser: Sequence[LesserClaim] = ()
    view: str = "table"
    query: str = ""
    disputes: Sequence[Dispute] = ()
    n_left_out: int = 0
    code: str = ""
    arguments: tuple[tuple[str, str], ...] = ()
    copies: Sequence[tuple[str, str]] = ()

    def first(self, n_rows: int) -> Self:
        """Return the answer with its first rows alone, which says how many are left out."""
        return replace(
            self,
            rows=self.rows[:n_rows],
            sources=self.sources[:n_rows],
            grounds=self.grounds[:n_rows],
            n_left_out=self.n_left_out + max(len(self.rows) - n_rows, 0),
        )

    def _repr_html_(self) -> str:
        """Return the answer as a notebook shows it."""
        from showgraph.query.formats.answer_formats import to_fragment  # noqa: PLC0415 - not at a start

        return to_fragment(self)

    def _repr_svg_(self) -> str | None:
        """Return a picture of the things in the rows, None where no row has two."""
        from showgraph.query.formats.sides import draw_answer  # noqa: PLC0415 - as above

        picture = draw_answer(self)
        return None if picture is None else picture.to_svg()

    def _columns(self) -> "tuple[Column, ...]":
        from showgraph.query.formats.frames import to_columns  # noqa: PLC0415 - few need it

        rows = [[cell.term for cell in row] for row in self.rows]
        return to_columns(self.columns, rows, [[cell.label for cell in row] for row in self.rows])


def not_understood(message: str, code: str = "") -> Answer:
    """Return the answer to what was not understood: no question, no rows, and why.

    ``code`` is that of the error.
    """
    return Answer(question=None, understood="", message=message, code=code)

"""The results of queries as fragments of HTML, for pages and notebooks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from showgraph.query.naming.naming import Naming, term_text
from showgraph.store import NamedNode

if TYPE_CHECKING:  # results show themselves with what is here
    from showgraph.query.formats.outcomes import Term

#: What stands below rows that a limit cut.
CUT: Final = "... and more rows, left out at the limit"


def rows_fragment(
    columns: Sequence[str],
    rows: "Sequence[Sequence[Term | None]]",
    naming: Naming = Naming.COMPACT,
    *,
    is_cut: bool = False,
) -> str:
    """Return rows of terms as a table, and below it whether a limit cut them."""
    from showgraph.query.formats import markup  # noqa: PLC0415 - most answers are for people

    text = markup.to_html(columns, linked_rows(rows, naming))
    return text + (markup.paragraphs([CUT]) if is_cut else "")


def boolean_fragment(*, value: bool) -> str:
    """Return the answer of an ASK as a paragraph."""
    return "<p>true</p>\n" if value else "<p>false</p>\n"


def linked_rows(
    rows: "Sequence[Sequence[Term | None]]", naming: Naming
) -> list[list[tuple[str, str]]]:
    """Return for each term what is read, and the IRI that it stands for."""
    return [
        [
            (term_text(term, naming), term.value if isinstance(term, NamedNode) else "")
            for term in row
        ]
        for row in rows
    ]

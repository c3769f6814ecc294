"""Every row of every saved question leads back to words of a document."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import showgraph
from showgraph.query.provenance.explanation import Standing
from showgraph.query.questions.catalog import read_catalog

#: Rows of all questions about the bundled documents, asked of everything; there have been more.
N_ROWS = 400


@pytest.fixture(scope="module")
def opened(bundled_graph: Path) -> Iterator[showgraph.Graph]:
    """Return the graph of the bundled documents."""
    with showgraph.open_graph(bundled_graph) as graph:
        yield graph


@pytest.mark.parametrize("name", read_catalog())
def test_every_row_has_its_words(name: str, opened: showgraph.Graph) -> None:
    """A row has a source, whose sentence holds the words, or facts that a rule made."""
    answer = opened.ask(name)

    for number, (row, reasons) in enumerate(
        zip(answer.rows, opened.reasons(answer), strict=True), 1
    ):
        labels = [cell.label for cell in row]
        assert reasons.sources or reasons.inferences, labels
        for source, place in reasons.sources:
            assert " ".join(source.quote.split()) in place.sentence, labels
            assert place.number > 0
        explained = opened.explain_row(answer, number)
        assert explained, labels
        for each in explained:
            assert each.standing is not Standing.ABSENT
            assert each.claims or each.rule or each.lesser, each.words


def test_there_are_rows_to_explain(opened: showgraph.Graph) -> None:
    """The test above looks at something: most questions have rows here."""
    counts = {name: len(opened.ask(name).rows) for name in opened.questions}

    assert sum(counts.values()) >= N_ROWS
    assert sum(1 for n_rows in counts.values() if n_rows) >= 45

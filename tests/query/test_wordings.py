"""Wordings that were written without sight of the phrases get right answers, or none."""

from pathlib import Path

import pytest

from showgraph.api import Graph, open_graph
from showgraph.query.answering.answers import Answer
from showgraph.query.questions.catalog import Catalog
from wordings import HALVES, Outcome, Wording, holds, judge, read_wordings, try_to_ask

#: The least share of right answers, by half and by whether the documents hold an answer.
FLOORS = {
    ("tuning", True): 0.98,
    ("tuning", False): 1.0,
    ("later", True): 0.95,
    ("later", False): 0.99,
    ("measuring", True): 0.88,
    ("measuring", False): 1.0,
}


@pytest.fixture(scope="module")
def answers(bundled_graph: Path) -> dict[str, list[tuple[Wording, Answer | None]]]:
    """Return each wording of each half with its answer."""
    with open_graph(bundled_graph) as graph:
        return {half: _ask_all(graph, half) for half in HALVES}


def _ask_all(graph: Graph, half: str) -> list[tuple[Wording, Answer | None]]:
    return [(wording, try_to_ask(graph.ask, wording.text)) for wording in read_wordings(half)]


@pytest.mark.parametrize(("half", "is_answerable"), FLOORS)
def test_wordings_are_answered(
    answers: dict[str, list[tuple[Wording, Answer | None]]],
    half: str,
    *,
    is_answerable: bool,
) -> None:
    """As many wordings as before get the right rows, or rightly none."""
    asked = [each for each in answers[half] if each[0].is_answerable is is_answerable]
    wrong = [each.text for each, answer in asked if judge(each, answer) is not Outcome.RIGHT]

    assert len(asked) >= (260 if is_answerable else 140)
    assert 1 - len(wrong) / len(asked) >= FLOORS[half, is_answerable], len(wrong)


def test_no_phrase_is_a_wording_of_the_test(catalog: Catalog) -> None:
    """What a header says was not copied from the halves, nor one half from the other."""
    phrases = {
        " ".join(phrase.casefold().strip(" ?").split())
        for question in catalog.values()
        for phrase in question.phrases
    }
    halves = [
        {wording.text.casefold().strip(" ?") for wording in read_wordings(half)} for half in HALVES
    ]

    assert not phrases & set().union(*halves)
    assert sum(map(len, halves)) == len(set().union(*halves))


@pytest.mark.parametrize(
    ("text", "cells", "is_right"),
    [
        ("5", [["5"]], True),
        ("5", [["2015"]], False),
        ("satisf", [["an ending that satisfies"]], True),
        ("fact", [["satisfaction"]], False),
    ],
)
def test_judging_is_strict(text: str, cells: list[list[str]], *, is_right: bool) -> None:
    """A number is a cell of its own, and other text begins a word."""
    assert holds(cells, text) is is_right

"""What was compiled from the saved questions is what their files say today."""

from pathlib import Path

import pytest

from showgraph.query.matching.phrases import phrase_key
from showgraph.query.questions.catalog import read_catalog
from showgraph.query.questions.compiled import (
    COMPILED,
    compile_questions,
    find_question,
    read_compiled,
)
from showgraph.resources import read_bundled

QUERIES = Path(__file__).parents[2] / "queries"


def test_the_file_is_fresh() -> None:
    """``python tools/questions.py`` would change nothing."""
    parsed = read_catalog(QUERIES)

    assert read_bundled("queries", COMPILED) == compile_questions(parsed.values(), key=phrase_key)


def test_compiled_questions_are_those_of_the_files() -> None:
    """Reading what was compiled gives the same questions as reading the headers."""
    parsed = read_catalog(QUERIES)

    compiled = [find_question(read_compiled(), name, each.text) for name, each in parsed.items()]

    assert len(compiled) >= 43
    assert compiled == list(parsed.values())


@pytest.mark.parametrize("change", [" ", "\n# a comment"])
def test_a_changed_text_is_not_known(change: str) -> None:
    """A file that was edited since is read anew."""
    text = read_bundled("queries", "cast.rq")

    assert find_question(read_compiled(), "cast", text) is not None
    assert find_question(read_compiled(), "cast", text + change) is None

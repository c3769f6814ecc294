"""Articles with their facts are read from a folder and scored together."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from showgraph.errors import UnavailableError
from showgraph.extract.measuring.corpus import read_corpus, score_corpus
from showgraph.extract.measuring.scoring import ALL, PAIRS, Counts, total

_BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "extraction.py"
_FERRY = (
    "Netflix's new series “Night Ferry” stars Ana Bell as Maud Yates. "
    "The show premieres on 4 May 2024.\n"
)
_BREAD = "Knead the dough for ten minutes and let it rest.\n"


def _fact(relation: str, value: str, **qualifiers: str) -> dict[str, object]:
    subject = "Night Ferry"
    return {"relation": relation, "subject": subject, "object": value, "qualifiers": qualifiers}


_FACTS = [
    _fact("cast_member", "Ana Bell", character="Maud Yates"),
    _fact("platform", "Netflix"),
    _fact("premiere_date", "2024-05-04"),
    _fact("director", "Omar Reyes"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles, one with a fact that its text does not have, one about bread."""
    within = tmp_path / "within"
    within.mkdir()
    (tmp_path / "ferry.txt").write_text(_FERRY, encoding="utf-8")
    lines = [json.dumps(fact) for fact in _FACTS]
    (tmp_path / "ferry.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (within / "bread.txt").write_text(_BREAD, encoding="utf-8")
    (within / "bread.jsonl").touch()
    return tmp_path


def test_a_folder_and_its_folders_are_one_corpus(folder: Path) -> None:
    """Documents are in the order of their ids, and lists of facts are no documents."""
    corpus = read_corpus(folder)

    assert [document.id for document in corpus.documents] == ["bread", "ferry"]
    assert len(corpus.listed["ferry"]) == 4
    assert corpus.listed["bread"] == []
    assert corpus.titles == ["Night Ferry"]
    assert corpus.words == len(_FERRY.split()) + len(_BREAD.split())


@pytest.mark.parametrize("titles_given", [False, True])
def test_the_extraction_is_scored_against_the_lists(folder: Path, *, titles_given: bool) -> None:
    """What the text says is found, and what it does not say is missed."""
    scores = score_corpus(read_corpus(folder), titles_given=titles_given)

    assert [score.document for score in scores] == ["bread", "ferry"]
    assert total(scores, ALL) == Counts(3, 3, 4)
    assert total(scores, {PAIRS}) == Counts(1, 1, 1)
    assert [record["object"] for record in scores[1].missed] == ["Omar Reyes"]
    assert scores[1].main is True
    assert scores[1].quotes.found == scores[1].quotes.right > 0
    assert scores[0].total(ALL) == Counts()


def test_the_titles_of_the_corpus_are_given_as_a_catalogue(tmp_path: Path) -> None:
    """A title that nothing in the text shows to be one is read where it is given."""
    (tmp_path / "d.txt").write_text("Night Ferry stars Ana Bell.\n", encoding="utf-8")
    (tmp_path / "d.jsonl").write_text(json.dumps(_fact("cast_member", "Ana Bell")) + "\n")

    (score,) = score_corpus(read_corpus(tmp_path), titles_given=True)
    assert score.total(ALL) == Counts(1, 1, 1)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("ferry.jsonl", None, "has no list of facts; write ferry.jsonl"),
        ("ferry.jsonl", "{]", "ferry.jsonl:1 is no JSON"),
        ("ferry.jsonl", '\n{"relation": "genre", "subject": "A"}', "ferry.jsonl:2 is no fact"),
        ("ferry.jsonl", "[1]", "no object, relation, subject"),
        ("ferry.txt", " \n", "cannot read"),
    ],
)
def test_what_is_missing_or_broken_is_named(
    folder: Path, name: str, content: str | None, message: str
) -> None:
    """A corpus is scored as a whole or not at all."""
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_text(content, encoding="utf-8")

    with pytest.raises(UnavailableError, match=message):
        read_corpus(folder)


def test_a_folder_without_articles_is_none(tmp_path: Path) -> None:
    """A mistyped path is told."""
    for path in (tmp_path, tmp_path / "gone"):
        with pytest.raises(UnavailableError, match="no folder with articles"):
            read_corpus(path)


def test_the_benchmark_prints_its_tables(folder: Path) -> None:
    """The groups with their counts, each relation, and what was missed."""
    done = subprocess.run(
        [sys.executable, _BENCHMARK, folder, "--relations", "--show", "missed"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    rows = [[cell.strip() for cell in line.split("|")] for line in done.stdout.splitlines()]

    assert ["", "all relations, right / found / listed", "3 / 3 / 4", "3 / 3 / 4", ""] in rows
    assert ["", "all relations, recall", "0.75 (0.75-0.75)", "0.75 (0.75-0.75)", ""] in rows
    assert ["", "facts in distractors", "0 in 1", "0 in 1", ""] in rows
    assert ["", "director", "- 0.00 (0/0/1)", "- 0.00 (0/0/1)", ""] in rows
    assert "ferry: director | Night Ferry | Omar Reyes" in done.stdout

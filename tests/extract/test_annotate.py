"""``tools/annotate.py`` turns lines that quote an article into its list of facts."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_TOOL = Path(__file__).parents[2] / "tools" / "annotate.py"
_TEXT = "“Low Harbour” stars\u00a0Ada Lund as Ruth.\nIt returns to Hulu on June 1.\n"


def _run(article: Path, facts: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, _TOOL, article],
        input=facts,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short article on disk."""
    path = tmp_path / "harbour.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return path


def test_lines_become_records_with_exact_quotes(article: Path) -> None:
    """Offsets are counted, blanks stand for other blanks, and an ellipsis for what is between."""
    done = _run(
        article,
        "@ Low Harbour\n"
        "premiere_date --06-01; season=2; status=scheduled | It returns…June 1\n"
        "cast_member Ada Lund; character=Ruth | stars Ada Lund | Ruth. It\n",
    )
    records = [json.loads(line) for line in article.with_suffix(".jsonl").read_text().splitlines()]

    assert (done.returncode, done.stderr) == (0, "")
    assert [record["object"] for record in records] == ["Ada Lund", "--06-01"]
    assert records[0]["qualifiers"] == {"character": "Ruth"}
    assert records[1]["status"] == "scheduled"
    for record in records:
        assert record["doc"] == "harbour"
        for span in record["evidence"]:
            assert _TEXT[span["start"] : span["end"]] == span["quote"]
    assert records[0]["evidence"][1]["quote"] == "Ruth.\nIt"


@pytest.mark.parametrize(
    ("facts", "complaint"),
    [
        ("@ Low Harbour\ncast_member Gil Barrow | stars Gil Barrow", "does not say"),
        ("@ Low Harbour\ncast_member Ada Lund | Ada…Peacock", "does not say"),
        ("@ Low Harbour\nplays_in Ada Lund | Ada Lund", "no relation 'plays_in'"),
        ("@ Low Harbour\nplatform Hulu; status=sure | Hulu", "no status 'sure'"),
        ("@ Low Harbour\nplatform Hulu; soon | Hulu", "a qualifier is"),
        ("@ Low Harbour\nplatform Hulu", "relation object"),
        ("platform Hulu | Hulu", "write '@ Title'"),
    ],
)
def test_a_line_that_cannot_be_used_writes_nothing(
    article: Path, facts: str, complaint: str
) -> None:
    """What is wrong is said with the line, and the list is not written."""
    done = _run(article, facts)

    assert done.returncode == 1
    assert complaint in done.stderr
    assert not article.with_suffix(".jsonl").exists()


def test_an_article_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A mistyped path is said, and makes no file."""
    done = _run(tmp_path / "lost.txt", "")

    assert done.returncode == 2
    assert "lost.txt" in done.stderr
    assert list(tmp_path.iterdir()) == []

"""``showgraph extract``: why a claim was made, what was missed, and what was refused."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from program import run_here, run_on_terminal

ARTICLE = """ date 2023-05-04 Harbour Lights gets a second season

The crime drama Harbour Lights was created by Mara Voss. It stars Tom Adeyemi as Isak Reid.
Nobody was cast in the film, which was written by Jo Park. Bell also directed.

It rains a lot in the harbour."""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a file with the invented article."""
    path = tmp_path / "harbour.txt"
    path.write_text(ARTICLE)
    return path


def explained(article: Path) -> dict[str, dict[str, Any]]:
    """Return the records of the article by relation, each with its explanation."""
    lines = run_here("extract", article, "--explain").stdout.splitlines()
    return {row["relation"]: row for row in map(json.loads, lines)}


def test_explained_records_are_the_records_and_more(article: Path) -> None:
    """An explanation adds keys and changes none."""
    plain = run_here("extract", article).stdout.splitlines()
    more = run_here("extract", article, "--explain").stdout.splitlines()

    assert len(plain) == len(more) >= 4
    for short, long in zip(plain, more, strict=True):
        record, full = json.loads(short), json.loads(long)
        assert {key: full[key] for key in record} == record
        assert set(full) - set(record) == {"explanation", "document_date"}
        assert full["document_date"] == {"date": "2023-05-04", "source": "leading date"}


def test_explanation_names_rule_antecedent_signs_and_rivals(article: Path) -> None:
    """The subject is led back to words of the text, the claim to its pattern and its rivals."""
    records = explained(article)
    creator = records["creator"]["explanation"]
    cast = records["cast_member"]["explanation"]

    assert "@role:credit_verb" in creator["pattern"]
    assert creator["sentence"] == "The crime drama Harbour Lights was created by Mara Voss."
    assert creator["subject_how"] == "same sentence"
    assert cast["subject_how"] == "earlier sentence"
    assert "kind_before" in cast["title"]["signs"]
    assert cast["title"]["score"] >= 4
    span = cast["antecedent"]
    assert ARTICLE[span["start"] : span["end"]] == span["quote"] == "Harbour Lights"
    (rival,) = cast["rivals"]
    assert (rival["rule"], rival["quote"]) == ("cast.as", "Tom Adeyemi as Isak Reid")
    assert rival["reason"]
    assert all(rival["rule"] != records["cast_member"]["rule"] for rival in cast["rivals"])


def test_explanation_for_a_person(article: Path) -> None:
    """On a terminal, or when asked for, an explanation is a few lines."""
    text = run_here("extract", article, "--explain", "--format", "text").stdout
    shown = run_on_terminal("extract", article, "--explain").stdout

    assert text.startswith("harbour: date 2023-05-04 (leading date); about Harbour Lights\n")
    assert '  words     "created by Mara Voss" (' in text
    assert "  rule      credit.passive\n" in text
    assert "credit.passive" in shown


def test_missed_lists_cues_without_claim(article: Path) -> None:
    """Sentences with a cue and no claim are named with the cue; the others are not."""
    rows = list(csv.DictReader(io.StringIO(run_here("extract", article, "--missed").stdout)))

    silent = {row["words"]: row["by"] for row in rows if row["gap"] == "cue without claim"}
    assert silent["Bell also directed."] == "directed"
    assert not any("rains" in words or "created" in words for words in silent)
    for row in rows:
        assert ARTICLE[int(row["start"]) : int(row["end"])] == row["words"]


@pytest.mark.parametrize(
    ("text", "gap", "words"),
    [
        ("The night was created by Ana Bell and Tom Low.", "cue without subject", "created by"),
        (
            'The series "Iron Tide" stars Ana Bell and Eve Bell. It was created by Bell.',
            "name not resolved",
            "created by Bell",
        ),
    ],
)
def test_missed_says_what_a_rule_lacked(tmp_path: Path, text: str, gap: str, words: str) -> None:
    """A match without a series, and a surname that two people have, are gaps of their own."""
    path = tmp_path / "a.txt"
    path.write_text(text)
    rows = json.loads(run_here("extract", path, "--missed", "--format", "json").stdout)

    assert any(row["gap"] == gap and words in row["words"] for row in rows), rows


def test_text_without_cues_misses_nothing(tmp_path: Path) -> None:
    """The list is empty where nothing seems to be said."""
    path = tmp_path / "a.txt"
    path.write_text("It rains a lot in the harbour.")

    assert run_here("extract", path, "--missed", "--format", "table").stdout == "nothing missed\n"
    assert run_here("extract", path, "--missed", "--format", "json").stdout == "[]\n"


def test_quarantine_holds_what_was_refused_with_reasons(article: Path, tmp_path: Path) -> None:
    """Each line has rule, reason and words at their place; the claims are printed all the same."""
    kept = tmp_path / "refused.jsonl"
    done = run_here("extract", article, "--quarantine", kept)
    rows = [json.loads(line) for line in kept.read_text().splitlines()]

    assert done.stdout == run_here("extract", article).stdout
    assert f"{len(rows)} candidates in quarantine" in done.stderr
    assert ("credit.passive", "the cue speaks of a film or a book") in {
        (row["rule"], row["reason"]) for row in rows
    }
    for row in rows:
        assert ARTICLE[row["start"] :].startswith(row["quote"])
        assert row["reason"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--explain", "--missed"), "choose one"),
        (("--format", "table"), "choose one of: jsonl, json"),
        (("--missed", "--format", "jsonl"), "choose one of: csv, tsv, json, table"),
    ],
)
def test_options_that_do_not_go_together(
    article: Path, options: tuple[str, ...], told: str
) -> None:
    """Nothing is printed, and the status is that of a wrong call."""
    done = run_here("extract", article, *options)

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_quarantine_that_cannot_be_written_is_told(article: Path, tmp_path: Path) -> None:
    """A folder in the way is an error with its name."""
    done = run_here("extract", article, "--quarantine", tmp_path)

    assert done.returncode == 4
    assert "cannot be written" in done.stderr

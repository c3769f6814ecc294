"""``showgraph rules``: what authors of rules list, test, measure and compare."""

import csv
import io
import json
from pathlib import Path

import pytest

from program import run_here
from showgraph.extract.measuring.comparison import compare_records
from showgraph.extract.measuring.evaluation import RuleScore
from showgraph.extract.rulepack.pack import load_pack

HEAD = 'pack: mine\nversion: "1"\nextends: tv_core\n'
FRAME = """
- id: mine.steers
  pattern: "<who:people> @role:steering <t:work>"
  subject: t
  cue: role
  emit: [{relation: $role, object: who}]
  tests:
    - text: 'The series "Iron Tide" is on. Ana Bell pilots the series.'
      expect: [[director, Iron Tide, Ana Bell]]
    - text: 'The series "Iron Tide" is on. Ana Bell pilots the ferry.'
      never: [director]
"""
ARTICLE = 'The drama series "Iron Tide" was created by Ana Bell. Mia Park pilots the series.'


def pack_of(folder: Path, frames: str = FRAME) -> Path:
    """Return the folder of a pack that extends the bundled one by these frames."""
    target = folder / "mine"
    target.mkdir(exist_ok=True)
    (target / "pack.yaml").write_text(HEAD)
    (target / "classes.yaml").write_text("steering: {pilots: director}\n")
    (target / "frames.yaml").write_text(frames)
    return target


def fact(relation: str, object_: str, **more: object) -> dict[str, object]:
    """Return a listed fact about the invented article."""
    return {"relation": relation, "subject": "Iron Tide", "object": object_, **more}


def corpus_of(folder: Path, *facts: dict[str, object]) -> Path:
    """Return a folder with one annotated article."""
    target = folder / "corpus"
    target.mkdir(exist_ok=True)
    (target / "tide.txt").write_text(ARTICLE)
    (target / "tide.jsonl").write_text("".join(json.dumps(row) + "\n" for row in facts))
    return target


def rows_of(output: str) -> list[dict[str, str]]:
    """Return the rows of CSV."""
    return list(csv.DictReader(io.StringIO(output)))


def test_list_shows_every_rule_with_what_it_claims(tmp_path: Path) -> None:
    """Each row has family, relations and an example; rules of a user's pack come first."""
    rows = rows_of(run_here("rules", "list").stdout)
    own = rows_of(run_here("rules", "list", "--pack", pack_of(tmp_path)).stdout)

    assert [row["rule"] for row in rows] == [frame.id for frame in load_pack().frames]
    assert all(row["claims"] and row["reads"] and row["family"] for row in rows)
    assert (own[0]["rule"], own[0]["family"], own[0]["claims"]) == (
        "mine.steers",
        "mine",
        "director",
    )
    assert len(own) == len(rows) + 1


def test_examples_of_the_named_family_are_run() -> None:
    """All that is bundled holds, and an unknown name is an error with the names there are."""
    done = run_here("rules", "test", "award")
    bad = run_here("rules", "test", "awrad")

    assert (done.returncode, rows_of(done.stdout)) == (0, [])
    assert "failures: 0" in done.stderr
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "families: acquire, " in bad.stderr


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("expect: [[director, Iron Tide, Ana Bell]]", "expect: [[director, Iron Tide, Mia]]",
         "does not find director | Iron Tide | Mia; found: director | Iron Tide | Ana Bell"),
        ("pilots the ferry", "directed the series", "must find no director"),
        ("pilots the series", "directed the series", "reads nothing itself; what was found is"),
        ("expect: [[director, Iron Tide, Ana Bell]]",
         "expect: [[director, Iron Tide, Ana Bell]]\n      status: possible",
         "is to be possible, and is asserted"),
    ],
)  # fmt: skip
def test_failing_example_is_told_with_what_was_found(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    """The status is 1, and the row has rule, example, text and reason."""
    frames = FRAME.replace(old, new)
    assert frames != FRAME
    done = run_here("rules", "test", "mine", "--pack", pack_of(tmp_path, frames))

    (row,) = rows_of(done.stdout)
    assert done.returncode == 1
    assert row["rule"] == "mine.steers"
    assert told in row["failure"]


def test_eval_counts_by_relation_and_by_rule(tmp_path: Path) -> None:
    """Right, found and listed are those of the article, and a pack changes them."""
    corpus = corpus_of(
        tmp_path,
        fact("creator", "Ana Bell"),
        fact("director", "Mia Park"),
        fact("writer", "Bo Lee"),
    )

    def scores(*options: str | Path) -> dict[str, tuple[str, str, str]]:
        rows = rows_of(run_here("rules", "eval", corpus, *options).stdout)
        return {r["relation"]: (r["right"], r["found"], r["listed"]) for r in rows}

    assert scores()["creator"] == ("1", "1", "1")
    assert scores()["director"] == ("0", "0", "1")
    assert scores("--pack", pack_of(tmp_path))["director"] == ("1", "1", "1")
    assert scores("--titles-given")["core"] == ("1", "1", "3")
    by_rule = rows_of(run_here("rules", "eval", corpus, "--by", "rule").stdout)
    assert ("credit.passive", "1.000") in {(row["rule"], row["precision"]) for row in by_rule}
    errors = rows_of(run_here("rules", "eval", corpus, "--errors").stdout)
    assert [(row["error"], row["object"]) for row in errors if row["relation"] == "writer"] == [
        ("missed", "Bo Lee")
    ]


@pytest.mark.parametrize(
    ("line", "told"), [("{", "no JSON"), ("[]", "no fact record"), ('{"subject": "a"}', "object")]
)
def test_broken_list_of_facts_is_named(tmp_path: Path, line: str, told: str) -> None:
    """A line that is no fact record ends the measurement, or the comparison, with its place."""
    corpus = corpus_of(tmp_path)
    (corpus / "tide.jsonl").write_text(line + "\n")
    for command in (("eval", corpus), ("diff", corpus / "tide.jsonl", corpus / "tide.jsonl")):
        done = run_here("rules", *command)
        assert (done.returncode, done.stdout) == (4, "")
        assert told in done.stderr
        assert "tide.jsonl" in done.stderr


def test_eval_of_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    """Nothing to measure is told, not a table of nothing."""
    assert "no folder with articles" in run_here("rules", "eval", tmp_path).stderr
    (corpus_of(tmp_path) / "lost.txt").write_text("It rains.")
    assert "write lost.jsonl beside it" in run_here("rules", "eval", tmp_path / "corpus").stderr


def test_bound_of_a_rule_grows_with_its_facts() -> None:
    """Three of three say less than thirty of thirty; the figures are Wilson's."""
    assert RuleScore("a", 3, 3).bound == pytest.approx(0.438, abs=0.001)
    assert RuleScore("a", 30, 30).bound == pytest.approx(0.887, abs=0.001)
    assert RuleScore("a", 0, 5).bound == 0


def test_diff_shows_what_a_pack_gains_and_loses(tmp_path: Path) -> None:
    """Between two packs over documents, or between two kept runs; other words are no change."""
    text = corpus_of(tmp_path) / "tide.txt"
    pack = pack_of(tmp_path)
    gained = rows_of(run_here("rules", "diff", "tv_core", pack, text).stdout)
    lost = rows_of(run_here("rules", "diff", pack, "tv_core", text).stdout)

    assert [(r["change"], r["relation"], r["object"]) for r in gained] == [
        ("+", "director", "Mia Park")
    ]
    assert [r["change"] for r in lost] == ["-"]
    assert gained[0]["words"] == "Mia Park pilots the series"
    for name, options in (("old", ()), ("new", ("--pack", pack))):
        (tmp_path / name).write_text(run_here("extract", text, *options).stdout)
    kept = run_here("rules", "diff", tmp_path / "old", tmp_path / "new")
    assert rows_of(kept.stdout) == gained
    assert "claims lost: 0, gained: 1" in kept.stderr
    alone = run_here("rules", "diff", "tv_core", pack)
    assert (alone.returncode, alone.stdout) == (2, "")


def test_changes_count_claims_and_not_their_words() -> None:
    """The rule and the evidence may differ; a second claim of the same is a gain."""
    one = {"doc": "a", **fact("creator", "Ana Bell"), "rule": "x"}
    two = {**one, "rule": "y"}

    assert compare_records([one], [two]) == []
    assert [change.sign for change in compare_records([one], [two, two])] == ["+"]

"""How far a build has come: a bar, lines or JSON, and nothing where nobody looks."""

import json
import time
from pathlib import Path

import pytest

from program import DOCUMENTS, run, run_here
from showgraph.cli.progress import progress
from showgraph.cli.session import Session

STAGES = ["read", "survey", "extract", "accept", "infer", "store", "validate", "publish"]


def test_lines_tell_each_stage(tmp_path: Path) -> None:
    """One for each, in their order, with the seconds and how many documents are read."""
    done = run_here("build", DOCUMENTS, "--graph", tmp_path / "new", "--progress", "plain")
    lines = [line.split() for line in done.stderr.splitlines()]

    assert [line[2] for line in lines] == STAGES
    assert [line[3:] for line in lines if line[2] in {"survey", "extract"}] == [["4"], ["4"]]
    assert [float(line[0]) for line in lines] == sorted(float(line[0]) for line in lines)


def test_programs_get_json(tmp_path: Path) -> None:
    """An object a line, with the same keys in each; the last of a count is always told."""
    done = run("build", DOCUMENTS, "--graph", tmp_path / "new", "--progress", "json")
    told = [json.loads(line) for line in done.stderr.splitlines()]

    assert list(dict.fromkeys(each["stage"] for each in told)) == STAGES
    assert {tuple(each) for each in told} == {("stage", "done", "of", "seconds")}
    assert [each for each in told if each["stage"] == "extract"][-1]["done"] == 4


@pytest.mark.parametrize("more", [(), ("--progress", "none"), ("--progress", "plain", "--quiet")])
def test_nothing_is_told_where_nobody_looks(more: tuple[str, ...], tmp_path: Path) -> None:
    """A pipe, ``none`` and ``--quiet`` keep standard error empty."""
    assert run_here("build", DOCUMENTS, "--graph", tmp_path / "new", *more).stderr == ""


def test_a_bar_comes_for_what_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It counts the documents, and is gone at the end; what is done at once shows none."""
    with progress(Session({}), "bar") as announce:
        announce("extract 1/4")
    sooner = capsys.readouterr().err
    monkeypatch.setattr("showgraph.cli.progress._PATIENCE_S", 0.0)
    with progress(Session({}), "bar") as announce:
        announce("read")
        for number in range(1, 5):
            announce(f"extract {number}/4")
            time.sleep(0.15)
    later = capsys.readouterr().err

    assert "extract" not in sooner
    assert "extract" in later
    assert "/4" in later
    assert later.endswith("\x1b[2K")


def test_a_bar_ends_when_the_run_does() -> None:
    """An error in the block ends the bar too, and goes on."""

    def interrupted() -> None:
        with progress(Session({}), "bar") as announce:
            announce("read")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

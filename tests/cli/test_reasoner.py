"""The reasoner of a build is an option with two values."""

from pathlib import Path

from program import DOCUMENTS, run


def test_build_with_the_reference(tmp_path: Path) -> None:
    """The reference infers as many facts as the rules do."""
    inferred = []
    for reasoner in ("own", "owlrl"):
        done = run("build", DOCUMENTS, "--graph", tmp_path / reasoner, "--reasoner", reasoner)
        assert done.returncode == 0, done.stderr
        inferred += [line for line in done.stdout.splitlines() if line.startswith("inferred")]

    own, reference = inferred
    assert own == reference
    assert not own.endswith(",0")


def test_an_unknown_reasoner_is_wrong_usage(tmp_path: Path) -> None:
    """The message holds the value and those that would work."""
    done = run("build", DOCUMENTS, "--graph", tmp_path / "graph", "--reasoner", "pellet")

    assert done.returncode == 2
    assert all(word in done.stderr for word in ("pellet", "own", "owlrl"))

"""Annotators: mentions of a plug-in stand beside ours, and what they bring bears their label."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.reading import document
from showgraph.errors import UsageError
from showgraph.extract.extraction import read_all
from showgraph.extract.guide import Guide
from showgraph.extract.plugins import (
    ANNOTATORS,
    Annotation,
    PluginError,
    Settings,
    create_annotator,
)
from showgraph.model import Document

TEXT = 'The drama series "Iron Tide" was created by Ana Bell and is produced by Quay & Sons House.'


class Fixed:
    """An annotator that finds given words."""

    label = "fixed/1"

    def __init__(self, *rows: tuple[str, str]) -> None:
        """Take types and words."""
        self.rows = rows

    def annotate(self, document: Document) -> Iterator[Annotation]:
        """Yield each of the words at its first place."""
        for type_, words in self.rows:
            at = document.text.index(words)
            yield Annotation(type_, at, at + len(words))


def claims_with(annotator: object, text: str = TEXT) -> set[tuple[str, str, str]]:
    """Return the claims of a text read with an annotator: relation, object, rule."""
    guide = Guide(annotators=(annotator,))  # type: ignore[arg-type] # one that may fail
    (reading,) = read_all([document(text)], guide=guide)
    return {(claim.relation, str(claim.object), claim.rule) for claim in reading.claims}


PLAIN = {(c.relation, str(c.object), c.rule) for c in read_all([document(TEXT)])[0].claims}


def test_mentions_of_a_plugin_bring_labelled_claims() -> None:
    """A firm that no list of ours knows; the claims of our own rules keep their names."""
    found = claims_with(Fixed(("organization", "Quay & Sons House")))

    assert found >= PLAIN
    (new,) = {row for row in found - PLAIN if row[0] == "production_company"}
    assert new[1] == "Quay & Sons House"
    assert new[2].endswith("+fixed/1")


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        ("organization", "Sons Hous"),  # cuts a word
        ("organization", "Iron Tide"),  # is a title
        ("animal", "Quay & Sons House"),
        ("person", "Ana Bell"),  # known already
    ],
)
def test_mentions_that_do_not_fit_change_nothing(type_: str, words: str) -> None:
    """What cuts tokens, overlaps a title or is of an unknown type is left out."""
    assert claims_with(Fixed((type_, words))) == PLAIN


def test_annotated_title_is_a_sign_among_others() -> None:
    """It helps a candidate over the threshold, and makes nothing of a bare word."""
    text = 'The cast was announced. "Night Song" stars Ana Bell. "Night Song" is warm.'

    assert claims_with(Fixed(("series", "Night Song")), text) >= claims_with(Fixed(), text)
    assert claims_with(Fixed(("series", "warm")), text) == claims_with(Fixed(), text)


def test_plugin_that_fails_harms_nothing() -> None:
    """The document is read without it, and the failure is among the rejections."""

    class Failing:
        label = "failing/1"

        def annotate(self, document: Document) -> Iterator[Annotation]:
            raise PluginError(f"no memory for {document.id}")

    (reading,) = read_all([document(TEXT)], guide=Guide(annotators=(Failing(),)))
    failures = [r for r in reading.rejections if r.rule == "failing/1"]

    assert claims_with(Failing()) == PLAIN
    assert [failure.reason for failure in failures] == ["no memory for d"]


def test_plugin_of_another_package_is_found_by_its_entry_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The group and the name are all that a package needs; a broken one is told."""
    info = tmp_path / "quay-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: quay\nVersion: 1\n")
    (info / "entry_points.txt").write_text(
        f"[{ANNOTATORS}]\nquay = quay_plugin:create\nbad = quay_plugin:missing\n"
    )
    (tmp_path / "quay_plugin.py").write_text(
        "class Quay:\n    label = 'quay/1'\n    def annotate(self, document):\n        return []\n"
        "def create(settings):\n    return Quay()\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))

    assert create_annotator("quay", Settings()).label == "quay/1"
    with pytest.raises(PluginError, match="cannot be loaded"):
        create_annotator("bad", Settings())
    with pytest.raises(UsageError, match="there are: bad, quay, spacy"):
        create_annotator("none", Settings())


_RULER = """
import sys, spacy
blank = spacy.blank("en")
ruler = blank.add_pipe("entity_ruler")
ruler.add_patterns([
    {"label": "ORG", "pattern": "Quay & Sons House"},
    {"label": "PERSON", "pattern": [{"TEXT": "Ana"}, {"TEXT": "Bell"}]},
    {"label": "DATE", "pattern": "1999"},
])
blank.to_disk(sys.argv[1])
"""


@pytest.mark.check
def test_spacy_pipeline_with_an_entity_ruler(tmp_path: Path) -> None:
    """The adapter reads the entities of a pipeline on disk, beyond one piece of text, too."""
    python = os.environ.get("SHOWGRAPH_SPACY_PYTHON")
    if not python:
        pytest.skip("SHOWGRAPH_SPACY_PYTHON names no Python with spaCy; 'make check' installs one")
    model, article = tmp_path / "ruler", tmp_path / "a.txt"
    subprocess.run([python, "-c", _RULER, str(model)], check=True, timeout=120)
    article.write_text("It rains in the harbour.\n" * 3000 + TEXT)

    def extract(*options: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [python, "-m", "showgraph", "extract", str(article), *map(str, options)],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    done = extract("--annotator", "spacy", "--spacy-model", model)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    new = [row for row in rows if "+spacy/en_pipeline@" in row["rule"]]
    assert [row["object"] for row in new] == ["Quay & Sons House"]
    quote = new[0]["evidence"][0]
    assert article.read_text()[quote["start"] : quote["end"]] == quote["quote"]
    missing = extract("--annotator", "spacy", "--spacy-model", "no_such_pipeline")
    assert missing.returncode == 4
    assert "spaCy has no pipeline 'no_such_pipeline'" in missing.stderr

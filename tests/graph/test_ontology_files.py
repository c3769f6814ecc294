"""The files of the ontology that a server would hand out: one graph in three forms."""

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib.compare import isomorphic

from graph.mapping_table import ROOT
from showgraph.resources import read_bundled

FORMATS = {".ttl": "turtle", ".jsonld": "json-ld", ".nt": "nt"}


def write(folder: Path, seed: str) -> dict[str, bytes]:
    """Return what the tool writes, by ending; ``seed`` is that of the process's hashes."""
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "ontology_files.py", folder / "ontology"],
        env={"PYTHONHASHSEED": seed, "PATH": ""},
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert len(done.stdout.splitlines()) == len(FORMATS)
    return {path.suffix: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files by their endings."""
    return write(tmp_path_factory.mktemp("files"), "1")


# rdflib's own reader of JSON-LD makes one.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.row(40)
def test_each_form_is_the_whole_ontology(files: dict[str, bytes]) -> None:
    """Terms and schemes are the same in all, and nothing else is."""
    whole = rdflib.Graph()
    for name in ("showgraph.ttl", "roles.ttl"):
        whole.parse(data=read_bundled("ontology", name), format="turtle")

    assert set(files) == set(FORMATS)
    for ending, text in files.items():
        assert isomorphic(rdflib.Graph().parse(data=text, format=FORMATS[ending]), whole), ending


def test_the_files_are_always_the_same(files: dict[str, bytes], tmp_path: Path) -> None:
    """Another process writes the same bytes."""
    assert write(tmp_path, "2") == files

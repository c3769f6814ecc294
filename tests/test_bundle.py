"""The bundled graph: built once, used again, rebuilt when it is outdated, wherever it can lie."""

import json
import shutil
from importlib import resources
from pathlib import Path

import pytest

from showgraph import __version__
from showgraph.bundle import bundled_graph, fingerprint, is_bundled
from showgraph.graph.storage.folder import open_generation
from showgraph.resources import bundled


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache folder in which the bundled graph is built."""
    cache = tmp_path_factory.mktemp("cache")
    bundled_graph(cache, announce=lambda _: None)
    return cache


def generation_of(folder: Path) -> int:
    """Return the number of the generation in use."""
    with open_generation(folder) as generation:
        return generation.number


def test_it_is_built_once(cache: Path) -> None:
    """The second use opens what the first one built, and says which graph that is."""
    told: list[str] = []
    folder = bundled_graph(cache, announce=told.append)

    assert folder == cache / __version__
    assert generation_of(folder) == 1
    assert told == [f"using the graph of the bundled documents, {folder}"]
    assert is_bundled(folder)


def test_an_outdated_graph_is_built_again(cache: Path) -> None:
    """A mark of other content makes a new generation."""
    folder = cache / __version__
    with open_generation(folder) as generation:
        manifest = generation.folder / "manifest.json"
        assert generation.manifest.inputs["mark"] == fingerprint()
    content = json.loads(manifest.read_text())
    content["inputs"]["mark"] = "another"
    manifest.write_text(json.dumps(content))
    told: list[str] = []
    bundled_graph(cache, announce=told.append)

    assert generation_of(folder) == 2
    assert told[0].startswith("building the graph of the bundled documents")


def test_without_a_cache_it_lies_in_a_private_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the cache cannot be written, a folder that only this user may write serves."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    folder = bundled_graph(blocked / "cache", announce=lambda _: None)

    assert folder.parent.parent == tmp_path
    assert folder.parent.stat().st_mode & 0o077 == 0
    assert bundled_graph(None, announce=lambda _: None) == folder


def test_a_temporary_folder_of_somebody_else_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that others may write to could hold anything, so a new one is made."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("os.getuid", lambda: 4711)
    (tmp_path / "showgraph-4711").mkdir()
    folder = bundled_graph(None, announce=lambda _: None)

    assert folder.parent != tmp_path / "showgraph-4711"
    assert folder.parent.name.startswith("showgraph-")


def test_a_folder_without_graph_is_not_bundled(tmp_path: Path) -> None:
    """Nothing is taken for the bundled graph that does not say so."""
    assert not is_bundled(tmp_path)


@pytest.mark.parametrize(("folder", "name"), [("queries", "cast.rq"), ("ontology", "shapes.ttl")])
def test_an_edit_of_what_decides_the_graph_is_seen(
    folder: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The saved questions count too: completion offers what their parameters can be."""
    before = fingerprint()
    copied = tmp_path / folder
    with resources.as_file(bundled(folder)) as files:
        shutil.copytree(files, copied)
    monkeypatch.setattr(
        "showgraph.bundle.bundled", lambda each: copied if each == folder else bundled(each)
    )
    unchanged = fingerprint()
    (copied / name).write_text("# changed\n")

    assert unchanged == before
    assert fingerprint() != before

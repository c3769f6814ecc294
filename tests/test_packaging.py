"""The wheel, installed in an environment of its own, works from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the installed build backend; nothing is downloaded."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder)]
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", *options, str(ROOT)],
        check=True,
        timeout=120,
    )
    (path,) = folder.glob("showgraph-*.whl")
    return path


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new environment with the wheel in it, and this one's libraries within reach."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install"]
    subprocess.run(
        [*pip, "--quiet", "--no-deps", "--no-index", str(wheel)], check=True, timeout=120
    )
    (packages,) = folder.glob("lib/python*/site-packages")
    # The folder as a plain path, not as a site: its .pth file of the checkout is not read.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def run(program: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment away from the checkout."""
    variables = {
        "PATH": os.environ["PATH"],
        "HOME": str(cwd),
        "XDG_CACHE_HOME": str(cwd / "cache"),
    }
    return subprocess.run(
        [program, *arguments],
        cwd=cwd,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_wheel_carries_all_bundled_files(wheel: Path) -> None:
    """Every file of ontology, queries, digests and rule packs is in it, and no test or tool."""
    names = set(zipfile.ZipFile(wheel).namelist())
    bundled = {
        f"showgraph/_bundled/{path.relative_to(ROOT).as_posix()}"
        for folder in ("ontology", "queries", "data/documents")
        for path in (ROOT / folder).iterdir()
        if path.is_file()
    }
    sources = ROOT / "src" / "showgraph"
    packs = {
        f"showgraph/{path.relative_to(sources).as_posix()}"
        for path in sources.glob("extract/packs/*/*.yaml")
    }

    assert len(bundled) > 25
    assert len(packs) >= 5
    assert bundled | packs | {"showgraph/py.typed"} <= names
    assert not [name for name in names if not name.startswith(("showgraph/", "showgraph-"))]


def test_the_wheel_tells_the_licences_of_all_it_carries(wheel: Path) -> None:
    """Code, and the ontology, questions and digests, have licences of their own."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        told = archive.read(name).decode().split("\n\n")[0].splitlines()
        licences = {each.rpartition("/")[2] for each in archive.namelist() if "/licenses/" in each}

    assert "License-Expression: Apache-2.0 AND CC-BY-4.0" in told
    assert licences == {"LICENSE", "LICENSES.md"}


def test_the_installed_wheel_is_what_runs(environment: Path, tmp_path: Path) -> None:
    """The module comes from the new environment, not from the checkout."""
    python = environment / "bin" / "python"
    done = run(python, "-c", "import showgraph; print(showgraph.__file__)", cwd=tmp_path)

    assert Path(done.stdout.strip()).is_relative_to(environment)


def test_a_question_is_answered_from_another_folder(environment: Path, tmp_path: Path) -> None:
    """Without any graph, a question builds the bundled one, says so, and gets its answer."""
    question = "who created the show and also starred in it"
    done = run(environment / "bin" / "showgraph", "ask", question, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2
    assert "bundled" in done.stderr
    assert list(tmp_path.glob("cache/showgraph/*/showgraph.json"))

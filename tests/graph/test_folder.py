"""A graph on disk is always a whole one, whatever happens to those who write it."""

import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graph.builder import build, numbered_quads
from showgraph.errors import GraphError
from showgraph.graph.storage.folder import (
    Generation,
    is_graph,
    open_generation,
    verify_graph,
    write_generation,
)
from showgraph.graph.storage.lock import hold_shared, hold_unread
from showgraph.store import Store

BUILDER = Path(__file__).with_name("builder.py")


def start(graph: Path, first: int, last: int, *more: int) -> subprocess.Popen[str]:
    """Start builds in a process of their own."""
    arguments = [str(graph), *map(str, (first, last, *more))]
    return subprocess.Popen(
        [sys.executable, str(BUILDER), *arguments], stdout=subprocess.PIPE, text=True
    )


def finish(process: subprocess.Popen[str]) -> list[int]:
    """Return the numbers of the builds that a process says it published."""
    output, _ = process.communicate(timeout=60)
    return [int(line) for line in output.split()]


def build_number(generation: Generation) -> int:
    """Return which build made a generation, after checking that it holds that build's quads."""
    number = generation.manifest.inputs["build"]
    assert isinstance(number, int)
    assert generation.read_json("report.json") == {"build": number}
    with Store.open(generation.store) as store:
        assert set(store.quads()) == set(numbered_quads(number))
    return number


def current_build(graph: Path) -> int:
    """Return which build is in use (0 for none), after checking every byte of it."""
    if not (graph / "current").exists():
        return 0
    assert verify_graph(graph) == ()
    with open_generation(graph) as generation:
        return build_number(generation)


def leftovers(graph: Path) -> set[str]:
    """Return the generations that are neither in use nor the one before."""
    numbers = [name for name in generation_names(graph) if name.isdigit()]
    if not (graph / "current").exists():
        return set(generation_names(graph))
    in_use = int((graph / "current").read_text().split()[0])
    before = max((int(name) for name in numbers if int(name) < in_use), default=0)
    return set(generation_names(graph)) - {str(in_use), str(before)}


def generation_names(graph: Path) -> list[str]:
    """Return what lies in the folder of the generations, sorted."""
    return sorted(path.name for path in (graph / "generations").glob("*"))


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: hundreds of builds wait for a real disk."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder made in it has a name of its own
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph with two generations."""
    path = tmp_path / "graph"
    build(path, 1)
    build(path, 2)
    return path


def test_a_build_is_what_a_reader_finds(tmp_path: Path) -> None:
    """Quads, counts, digest and files of a published generation are read back."""
    path = tmp_path / "new" / "graph"
    with write_generation(path) as draft:
        with draft.create_store() as store:
            store.bulk_load(numbered_quads(5))
            digest = store.digest()
        draft.write_json("rules.json", ["a rule", "ü"])
        published = draft.publish({"build": 5, "documents": {"a": "0" * 64}})

    with open_generation(path) as generation:
        assert generation.manifest == published
        assert generation.read_json("rules.json") == ["a rule", "ü"]
        with Store.open(generation.store) as opened:
            assert opened.digest() == published.digest == digest
            assert opened.counts() == published.counts
            assert opened.count() == published.n_quads == 150
    assert is_graph(path)
    assert verify_graph(path) == ()


def test_the_same_input_gives_the_same_digest_and_no_time_or_place(tmp_path: Path) -> None:
    """Two builds agree on all but the engine's file names, and name no place on the machine."""
    build(tmp_path / "one", 1)
    build(tmp_path / "two", 1)
    with open_generation(tmp_path / "one") as one, open_generation(tmp_path / "two") as two:
        assert one.manifest.digest == two.manifest.digest
        assert one.manifest.counts == two.manifest.counts
        for path in one.folder.rglob("*"):
            assert path.is_dir() or str(tmp_path).encode() not in path.read_bytes()


def test_only_the_generation_before_is_kept(graph: Path) -> None:
    """Each build removes what is older than the one it replaces."""
    for number in (3, 4):
        build(graph, number)

    assert generation_names(graph) == ["3", "4"]
    assert current_build(graph) == 4


def test_a_reader_keeps_its_generation_through_later_builds(graph: Path) -> None:
    """What is open stays readable and on disk; once closed, the next build removes it."""
    with open_generation(graph) as generation, Store.open(generation.store) as store:
        for number in (3, 4, 5):
            build(graph, number)
        assert set(store.quads()) == set(numbered_quads(2))
        assert build_number(generation) == 2
        assert generation_names(graph) == ["2", "4", "5"]
    build(graph, 6)

    assert generation_names(graph) == ["5", "6"]


def test_a_generation_can_be_closed_twice(graph: Path) -> None:
    """The second close does nothing."""
    generation = open_generation(graph)
    generation.close()
    generation.close()


@pytest.mark.parametrize("published", [False, True])
@pytest.mark.parametrize("error", [KeyError, KeyboardInterrupt])
def test_a_build_that_fails_changes_nothing(
    graph: Path, error: type[BaseException], *, published: bool
) -> None:
    """An error in the block comes through; only what was published before it stays."""

    def failing() -> None:
        with write_generation(graph) as draft:
            with draft.create_store() as store:
                store.bulk_load(numbered_quads(3))
            draft.write_json("report.json", {"build": 3})
            if published:
                draft.publish({"build": 3})
            raise error

    with pytest.raises(error):
        failing()

    assert current_build(graph) == (3 if published else 2)
    assert generation_names(graph) == ["1", "2", *(["3"] if published else [])]


def test_a_build_that_publishes_nothing_changes_nothing(graph: Path) -> None:
    """A draft that is left unpublished is gone, and both generations are still there."""
    with write_generation(graph) as draft, draft.create_store() as store:
        store.bulk_load(numbered_quads(3))

    assert current_build(graph) == 2
    assert generation_names(graph) == ["1", "2"]


def test_a_store_that_reads_back_differently_is_not_published(graph: Path) -> None:
    """A draft whose store is not the one that was counted is refused."""
    with write_generation(graph) as draft:
        with draft.create_store() as store:
            store.bulk_load(numbered_quads(3))
        shutil.rmtree(draft.store)
        with Store.create(draft.store) as other:
            other.bulk_load(numbered_quads(4))
        with pytest.raises(GraphError, match="does not read back as it was written"):
            draft.publish({"build": 3})

    assert current_build(graph) == 2


# Processes that are killed.


def test_a_build_killed_at_any_time_leaves_a_whole_graph(tmp_path: Path) -> None:
    """After each of 40 kills, the graph in use is the last one published or one later."""
    path = tmp_path / "graph"
    chance = random.Random(11)  # noqa: S311 - no secret
    last = 0
    for _ in range(40):
        process = start(path, last + 1, last + 50)
        assert process.stdout is not None
        published = [int(process.stdout.readline()) for _ in range(chance.randrange(3))]
        time.sleep(chance.uniform(0, 0.15))
        process.send_signal(signal.SIGKILL)
        published += finish(process)
        found = current_build(path)
        assert found in {max([last, *published]), max([last, *published]) + 1}
        last = found
        assert len(leftovers(path)) <= 2  # one draft, one that was being removed

    assert last > 20, "the builds were killed before they did anything"
    build(path, last + 1)
    assert current_build(path) == last + 1
    assert not leftovers(path)


def test_a_build_killed_at_each_step_leaves_a_whole_graph(tmp_path: Path) -> None:
    """Killed before each change it makes, a build leaves the old graph or the new one."""
    old = tmp_path / "old"
    for number in (1, 2, 3):
        build(old, number)
    outcomes = []
    for step in range(1, 100):
        path = tmp_path / f"graph{step}"
        shutil.copytree(old, path)
        process = start(path, 4, 4, step)
        finish(process)
        if process.returncode == 0:
            break
        outcomes.append(current_build(path))
        build(path, 5)
        assert current_build(path) == 5
        assert not leftovers(path)

    assert len(outcomes) >= 12, "the steps of a build were not found"
    assert outcomes == sorted(outcomes)
    assert set(outcomes) == {3, 4}


@pytest.mark.parametrize("step", range(1, 8))
def test_a_first_build_killed_at_each_step_can_be_repeated(tmp_path: Path, step: int) -> None:
    """What a killed first build leaves does not look like somebody else's folder."""
    path = tmp_path / "graph"
    process = start(path, 1, 1, step)
    finish(process)
    assert process.returncode == -signal.SIGKILL
    with pytest.raises(GraphError, match=r"there is no graph|no graph of|not complete"):
        open_generation(path)

    build(path, 2)

    assert current_build(path) == 2
    assert not leftovers(path)


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Builds that wait for each other all publish; the last one is in use."""
    path = tmp_path / "graph"
    processes = [start(path, first, first + 4) for first in (1, 11, 21)]
    published = [finish(process) for process in processes]

    assert [process.returncode for process in processes] == [0, 0, 0]
    assert published == [[1, 2, 3, 4, 5], [11, 12, 13, 14, 15], [21, 22, 23, 24, 25]]
    assert current_build(path) in {5, 15, 25}
    assert not leftovers(path)


def test_a_second_build_says_who_holds_the_lock(graph: Path) -> None:
    """Without waiting, the second build fails and names the process and what it does."""
    with write_generation(graph, command="showgraph build shows/"):
        began = time.monotonic()
        with (
            pytest.raises(GraphError) as caught,
            write_generation(graph, command="other", wait_s=0.2),
        ):
            pass

    assert time.monotonic() - began >= 0.2
    assert f"process {os.getpid()} on " in str(caught.value)
    assert "(showgraph build shows/)" in str(caught.value)
    build(graph, 3)  # the lock is free again


def test_a_lock_without_a_name_is_still_a_lock(graph: Path) -> None:
    """A holder that has not written its name yet is another process."""
    with write_generation(graph):
        (graph / "lock").write_text("")
        with pytest.raises(GraphError, match="by another process"), write_generation(graph):
            pass


def test_readers_never_fail_while_builds_go_on(graph: Path) -> None:
    """Opening, checking and reading works at any moment of 15 builds."""
    process = start(graph, 3, 17)
    seen = set()
    while process.poll() is None:
        with open_generation(graph) as generation:
            seen.add(build_number(generation))
    finish(process)

    assert process.returncode == 0
    assert len(seen) >= 5
    assert current_build(graph) == 17
    build(graph, 18)  # removes what the readers held
    assert not leftovers(graph)


def test_all_is_on_disk_before_the_pointer_moves(tmp_path: Path) -> None:
    """Every file and folder of a generation is synced before the pointer, and that before its move.

    A power cut is not tried; the order of the system calls is what would survive it.
    """
    log = tmp_path / "calls"
    tracer = shutil.which("strace")
    if not tracer:
        pytest.skip("strace is not installed")
    watch = [tracer, "-f", "-y", "-qq", "-e", "trace=/fsync|fdatasync|rename", "-o", str(log)]
    graph = tmp_path / "graph"
    command = [*watch, sys.executable, str(BUILDER), str(graph), "1", "1"]
    if subprocess.run(command, check=False, capture_output=True, timeout=120).returncode:
        pytest.skip("no permission to trace a process")
    calls = log.read_text().splitlines()
    (moved,) = (i for i, call in enumerate(calls) if "rename" in call and "/current.new" in call)
    synced = set(re.findall(r"sync\(\d+<([^>]*)>", "\n".join(calls[:moved])))

    draft = graph / "generations" / "1.building"
    written = {draft, *(draft.with_name("1").rglob("*"))}
    expected = {str(path).replace("/1/", "/1.building/") for path in written}
    assert len(expected) > 10
    assert expected <= synced
    assert str(draft.parent) in synced
    assert str(graph / "current.new") in synced
    assert any(f"<{graph}>" in call for call in calls[moved:]), "the move itself was not synced"


# Paths that are no graph.


def mistyped(tmp_path: Path, kind: str) -> Path:
    """Return a path that is not what it should be."""
    build(tmp_path / "graph", 1)
    paths: dict[str, Callable[[], Path]] = {
        "missing": lambda: tmp_path / "elsewhere",
        "misspelt": lambda: tmp_path / "grpah",
        "inside": lambda: tmp_path / "graph" / "generations" / "1" / "store",
        "file": lambda: tmp_path / "graph" / "current",
        "in a file": lambda: tmp_path / "graph" / "current" / "graph",
        "broken link": lambda: tmp_path / "link",
        "folder": lambda: tmp_path / "documents",
    }
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "one.txt").write_text("kept")
    return paths[kind]()


MISTYPED = [
    ("missing", "there is no graph at"),
    ("misspelt", r"did you mean .*/graph\?"),
    ("inside", "the graph is .*/graph$"),
    ("file", "is a file, and a graph is a folder; the graph is .*/graph$"),
    ("in a file", "there is no graph at"),
    ("broken link", "there is no graph at"),
    ("folder", "no graph of showgraph; make one with 'showgraph build --graph FOLDER'"),
]


@pytest.mark.parametrize(("kind", "message"), MISTYPED)
def test_opening_a_mistyped_path_says_what_would_work(
    tmp_path: Path, kind: str, message: str
) -> None:
    """The error names the path and a way out, and nothing is made."""
    path = mistyped(tmp_path, kind)
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(GraphError, match=message) as caught:
        open_generation(path)

    assert str(path) in str(caught.value)
    assert not is_graph(path)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("folder", "a folder with other files in it"),
        ("file", "not a folder"),
        ("in a file", "Not a directory"),
        ("broken link", "not a folder"),
        ("inside", "a folder with other files in it"),
    ],
)
def test_building_over_something_else_is_refused(tmp_path: Path, kind: str, message: str) -> None:
    """A folder of somebody else, or a file, is left as it was."""
    path = mistyped(tmp_path, kind)
    before = {p: p.is_file() and p.read_bytes() for p in tmp_path.rglob("*")}

    with pytest.raises(GraphError, match=message) as caught, write_generation(path):
        pass

    assert str(path) in str(caught.value)
    assert {p: p.is_file() and p.read_bytes() for p in tmp_path.rglob("*")} == before


def test_a_graph_can_be_built_in_an_empty_folder(tmp_path: Path) -> None:
    """An empty folder is as good as none."""
    build(tmp_path, 1)

    assert current_build(tmp_path) == 1


# Graphs that are damaged.

DAMAGE: list[tuple[str, Callable[[Path], object], str]] = [
    ("pointer gone", lambda graph: (graph / "current").unlink(), "not complete"),
    ("pointer empty", lambda graph: (graph / "current").write_text(""), "names no generation"),
    ("pointer binary", lambda graph: (graph / "current").write_bytes(b"\xff\0"), "damaged"),
    (
        "pointer to the other",
        lambda graph: (graph / "current").write_text("1 " + "0" * 64 + "\n"),
        "pointer and manifest of generation 1 do not agree",
    ),
    (
        "pointer to none",
        lambda graph: (graph / "current").write_text("9 " + "0" * 64 + "\n"),
        "generation 9 is missing",
    ),
    (
        "generation gone",
        lambda graph: shutil.rmtree(graph / "generations" / "2"),
        "generation 2 is missing",
    ),
    (
        "manifest cut",
        lambda graph: os.truncate(graph / "generations" / "2" / "manifest.json", 40),
        "do not agree",
    ),
    ("marker empty", lambda graph: (graph / "showgraph.json").write_text(""), "does not say"),
    ("marker a list", lambda graph: (graph / "showgraph.json").write_text("[]"), "does not say"),
    (
        "newer",
        lambda graph: (graph / "showgraph.json").write_text('{"showgraph": 2}'),
        "format 2, made by a newer showgraph, and this one reads format 1",
    ),
]


@pytest.mark.parametrize(("name", "damage", "message"), DAMAGE, ids=[case[0] for case in DAMAGE])
def test_a_damaged_graph_is_one_clear_error(
    graph: Path, name: str, damage: Callable[[Path], object], message: str
) -> None:
    """Opening says what is damaged; where the marker is whole, building repairs it."""
    damage(graph)

    with pytest.raises(GraphError, match=message) as caught:
        open_generation(graph)
    assert str(graph) in str(caught.value)
    assert is_graph(graph)
    if name.startswith("marker") or name == "newer":
        with pytest.raises(GraphError, match=message), write_generation(graph):
            pass
    else:
        build(graph, 7)
        assert current_build(graph) == 7


def test_verify_finds_a_flipped_bit_in_any_file(graph: Path) -> None:
    """One bit is flipped in every file in turn: opening or verifying says so each time."""
    chance = random.Random(5)  # noqa: S311 - no secret
    with open_generation(graph) as generation:
        parts = [path for path in generation.folder.rglob("*") if path.is_file()]
    files = [path for path in (*parts, graph / "current") if path.stat().st_size]
    assert len(files) >= 10
    for path in files:
        sound = path.read_bytes()
        for _ in range(2):
            damaged = bytearray(sound)
            damaged[chance.randrange(len(sound))] ^= 1 << chance.randrange(8)
            path.write_bytes(damaged)
            try:
                found = verify_graph(graph)
            except GraphError as error:
                found = (str(error),)
            assert found, f"{path} was damaged and nothing noticed"
        path.write_bytes(sound)

    assert verify_graph(graph) == ()


def test_verify_names_files_that_are_missing_changed_and_foreign(graph: Path) -> None:
    """Every difference is one sentence with the file in it."""
    with open_generation(graph) as generation:
        (generation.folder / "report.json").unlink()
        (generation.folder / "foreign.txt").write_text("")
        with (generation.store / "CURRENT").open("a") as file:
            file.write(" ")

    assert [sentence.rpartition("/")[2] for sentence in verify_graph(graph)] == [
        "foreign.txt does not belong there",
        "report.json is missing",
        "CURRENT has changed",
    ]


def test_a_missing_or_broken_part_is_named(graph: Path) -> None:
    """Reading a part of a generation that is not there or is not JSON is our error."""
    with open_generation(graph) as generation:
        with pytest.raises(GraphError, match=r"cannot read .*rules\.json: No such file"):
            generation.read_json("rules.json")
        (generation.folder / "report.json").write_text("{")
        with pytest.raises(GraphError, match=r"report\.json is damaged"):
            generation.read_json("report.json")


# Places that cannot be written, and disks that are full.


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Do what follows as a user whom permissions bind."""
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)


def protect(folder: Path, mode: int) -> None:
    """Let everybody reach ``folder``, and set the mode of all in it."""
    for parent in folder.parents:
        if parent.stat().st_mode & 0o5 != 0o5:
            with suppress(PermissionError):
                parent.chmod(parent.stat().st_mode | 0o55)
    for path in (folder, *folder.rglob("*")):
        path.chmod(mode if path.is_dir() else mode & 0o666)


def test_a_read_only_graph_can_be_read_and_not_built(
    graph: Path, request: pytest.FixtureRequest
) -> None:
    """Without permission to write, reading works and building names the place."""
    protect(graph, 0o555)
    request.getfixturevalue("unprivileged")

    assert current_build(graph) == 2
    with pytest.raises(GraphError, match=f"{graph}.*: no permission"), write_generation(graph):
        pass
    with (
        pytest.raises(GraphError, match=f"cannot write {graph / 'new'}: no permission"),
        write_generation(graph / "new"),
    ):
        pass
    assert current_build(graph) == 2


def test_a_graph_without_permission_to_read_is_named(
    graph: Path, request: pytest.FixtureRequest
) -> None:
    """A folder that may not be entered is an error with the reason, for every use."""
    protect(graph.parent, 0o755)
    graph.chmod(0o000)
    request.getfixturevalue("unprivileged")

    for use in (open_generation, verify_graph, is_graph):
        with pytest.raises(GraphError, match=f"{graph}.*: no permission"):
            use(graph)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MiB."""
    path = tmp_path / "disk"
    path.mkdir()
    command = [shutil.which("mount") or "", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(path)]
    if (
        not command[0]
        or subprocess.run(command, check=False, capture_output=True, timeout=120).returncode
    ):
        pytest.skip("no permission to mount a small file system")
    try:
        yield path
    finally:
        subprocess.run(["umount", "--lazy", str(path)], check=True, timeout=120)


def test_a_full_disk_is_a_clear_error_and_the_graph_stays(small_disk: Path) -> None:
    """However little room is left, a build publishes or leaves the graph and its room alone."""
    path = small_disk / "graph"
    build(path, 1)
    failures = []
    for free in (0, 4, 16, 64, 96, 128, 160, 192, 256, 320, 400, 500):
        before = current_build(path)
        (small_disk / "filler").unlink(missing_ok=True)
        room = shutil.disk_usage(small_disk).free
        (small_disk / "filler").write_bytes(bytes(max(0, room - 1024 * free)))
        try:
            build(path, before + 1)
        except GraphError as error:
            failures.append(str(error))
            assert current_build(path) == before
        else:
            assert current_build(path) == before + 1
        assert not [name for name in generation_names(path) if "." in name]
    (small_disk / "filler").unlink()
    build(path, 100)

    assert current_build(path) == 100
    assert len(failures) >= 5
    assert all(str(path) in message for message in failures)


def test_the_marker_says_the_format(graph: Path) -> None:
    """Other programs can tell a graph by its marker."""
    assert json.loads((graph / "showgraph.json").read_text()) == {"showgraph": 1}


def test_a_manifest_that_was_never_one_is_named(graph: Path) -> None:
    """Even where the pointer fits, what is no manifest is an error and no traceback."""
    manifest = graph / "generations" / "2" / "manifest.json"
    for text in ("[1]", '{"other": 1}', "{"):
        manifest.write_text(text)
        check = hashlib.sha256(text.encode()).hexdigest()
        (graph / "current").write_text(f"2 {check}\n")

        with pytest.raises(GraphError, match=f"{graph}.*the manifest of generation 2"):
            open_generation(graph)


def test_a_reader_does_not_hold_what_a_build_is_removing(graph: Path) -> None:
    """Before the removal the reader comes first, during it the build, after it nobody."""
    manifest = graph / "generations" / "1" / "manifest.json"
    descriptor = hold_shared(manifest)
    assert descriptor is not None
    with hold_unread(manifest) as unread:
        assert not unread
    os.close(descriptor)
    with hold_unread(manifest) as unread:
        assert unread
        assert hold_shared(manifest) is None
    with pytest.raises(FileNotFoundError):
        hold_shared(manifest.with_name("gone"))
    with hold_unread(manifest.with_name("gone")) as unread:
        assert unread


def test_a_generation_that_stays_held_is_an_error(graph: Path) -> None:
    """A reader whose generation is held for removal gives up after some tries."""
    held = graph / "generations" / "2" / "manifest.json"
    with hold_unread(held), pytest.raises(GraphError, match="changes faster than it can be"):
        open_generation(graph)

    assert current_build(graph) == 2

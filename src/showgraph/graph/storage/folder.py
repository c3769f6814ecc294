"""A graph on disk: open what is there, or write a new generation and put it in use.

A build never touches what readers read. It writes a generation aside, reads it back, puts it
on disk and moves one pointer; killed at any point, it leaves the graph as it was before.
"""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from showgraph.errors import GraphError
from showgraph.graph.storage.durable import UNFINISHED, naming, sync
from showgraph.graph.storage.generation import Generation
from showgraph.graph.storage.layout import MANIFEST, REMOVING, Layout
from showgraph.graph.storage.lock import hold_unread, lock_for_build
from showgraph.graph.storage.manifest import Manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from showgraph.graph.storage.draft import Draft

__all__ = [
    "Generation",
    "Manifest",
    "is_graph",
    "open_generation",
    "verify_graph",
    "write_generation",
]


def is_graph(path: Path) -> bool:
    """Return whether ``path`` is the folder of a graph, complete or not, damaged or not.

    Raises:
        GraphError: If there is no permission to look.
    """
    with naming(path, "read"):
        return Layout(path).marker.is_file()


def open_generation(path: Path) -> Generation:
    """Open the generation in use of the graph at ``path``, to be closed by the caller.

    Nothing is written, so a read-only folder will do.

    Raises:
        GraphError: If ``path`` is missing, no graph, incomplete, damaged, of a newer format
            or not readable, saying what would work.
    """
    return Generation.current(Layout.of_graph(path))


def verify_graph(path: Path) -> tuple[str, ...]:
    """Read every file and every quad of the graph in use and compare with the manifest.

    Returns:
        What is wrong, one sentence each; empty if each byte is as it was written.

    Raises:
        GraphError: If the graph cannot be opened at all; see :func:`open_generation`.
    """
    with open_generation(path) as generation:
        return generation.verify()


@contextmanager
def write_generation(
    path: Path, *, command: str = "showgraph build", wait_s: float = 0.0
) -> "Iterator[Draft]":
    """Write a new generation of the graph at ``path``, which is made if it is missing.

    The block fills the draft and publishes it. Left without publishing, also by an error, it
    changes nothing.

    Args:
        path: A graph, or a missing or empty folder.
        command: What other builds show as the holder of the lock.
        wait_s: Seconds to wait while another build holds the lock; 0 gives up at once.

    Yields:
        The draft. All generations but the new one, the one before it and those being read
        are removed at the end of the block.

    Raises:
        GraphError: If ``path`` is something else, is being built, or cannot be written.
    """
    layout = Layout(path)
    _refuse_foreign(layout)
    with naming(path, "write"):
        if not path.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            sync(path.absolute().parent)
    with lock_for_build(path, layout.lock, command=command, wait_s=wait_s):
        _refuse_foreign(layout)  # again: another build may have changed the folder
        with naming(path, "write"):
            if not is_graph(path):
                layout.write_marker()
            number = max(layout.folders().values(), default=0) + 1
            previous = _remove_leftovers(layout)
        from showgraph.graph.storage.draft import Draft  # noqa: PLC0415 - who only reads goes without

        draft = Draft(layout, number)
        try:
            yield draft
        finally:
            draft.discard()
        if draft.is_published():
            for folder, old in layout.folders().items():
                if old not in {number, previous}:
                    _remove_unread(folder)


def _refuse_foreign(layout: Layout) -> None:
    """Refuse to build where something else than a graph is.

    Raises:
        GraphError: If the path is a file, a graph of a newer format or a folder of something
            else.
    """
    path = layout.path
    if is_graph(path):
        Layout.of_graph(path)
        return
    with naming(path, "write"):
        if path.is_dir() and layout.is_untouched():
            return
        if path.exists() or path.is_symlink():
            what = "a folder with other files in it" if path.is_dir() else "not a folder"
            raise GraphError(
                f"no graph can be built at {path}: it is {what}; "
                "name a new or empty folder, or a graph made by showgraph"
            )


def _remove_leftovers(layout: Layout) -> int:
    """Remove what killed builds left and return the generation to keep (0 for none).

    That is the one in use, and where the pointer is damaged, the highest that is finished.
    """
    finished = [
        number
        for folder, number in layout.folders().items()
        if folder == layout.generation(number) and (folder / MANIFEST).is_file()
    ]
    try:
        in_use = layout.read_pointer().number
    except GraphError:
        in_use = max(finished, default=0)
    for path in (layout.pointer, layout.marker):
        path.with_name(path.name + UNFINISHED).unlink(missing_ok=True)
    for folder, number in layout.folders().items():
        # A finished generation above the one in use was never published.
        if folder != layout.generation(number) or number > in_use:
            _remove(folder)
    return in_use


def _remove(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that can be done."""
    import shutil  # noqa: PLC0415 - who only reads goes without

    shutil.rmtree(folder, ignore_errors=True)


def _remove_unread(folder: Path) -> None:
    """Remove an old generation, unless somebody reads it; it is tried again by the next build."""
    with hold_unread(folder / MANIFEST) as unread:
        if unread:
            removing = folder.with_name(folder.name + REMOVING)
            try:
                # Renamed first: a reader must find a generation whole or not at all.
                folder.rename(removing)
            except OSError:
                return  # the new generation is in use already, and that is what counts
            _remove(removing)

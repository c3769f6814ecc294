"""The graph of the bundled documents: built once for each user, and again when it is outdated.

It lies in the user's cache folder, in a folder for each version of showgraph. A hash of all
that decides its content tells whether it is still the right one.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from showgraph import __version__
from showgraph.errors import GraphError
from showgraph.graph.storage.folder import open_generation
from showgraph.resources import bundled, package_folder

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from showgraph.pipeline import Announce, BuildReport, Choices

#: How long to wait for another process that is building the same graph.
_WAIT_S: Final = 60.0
#: What makes a graph and what lies beside it for completion: the code, the rule packs, the
#: ontology with its shapes, the digests, the saved questions.
_ENDINGS: Final = (".py", ".yaml", ".ttl", ".md", ".rq")
#: Folders of the package that only read graphs. The rest of ``query`` is run by a build too,
#: which lists the values that a shell completes.
_READERS: Final = frozenset(
    {"cli", "query/answering", "query/execution", "query/formats", "query/provenance"},
)


def bundled_graph(cache: Path | None, *, announce: "Announce") -> Path:
    """Return the folder of the bundled graph, which is built if it is missing or outdated.

    Args:
        cache: Where to keep it; None, or a folder that cannot be written, leads to a folder
            of the user's own below the system's temporary folder.
        announce: Is told, in a sentence, which graph is used or built.

    Raises:
        GraphError: If no place can be written to.
    """
    mark = fingerprint()
    failures = []
    for place in _places(cache):
        folder = place / __version__
        if not _is_current(folder, mark):
            announce(f"building the graph of the bundled documents in {folder}, once")
            try:
                build_bundled(folder, wait_s=_WAIT_S)
            except GraphError as error:
                failures.append(str(error))
                continue
        announce(f"using the graph of the bundled documents, {folder}")
        return folder
    raise GraphError("; ".join(failures) + "; name a graph with --graph FOLDER")


def build_bundled(
    folder: Path,
    *,
    wait_s: float = 0.0,
    choices: "Choices | None" = None,
    announce: "Announce" = lambda _: None,
) -> "BuildReport":
    """Build the graph of the bundled documents at ``folder``, marked as such.

    The arguments are those of :func:`showgraph.pipeline.build`.

    Raises:
        GraphError: If ``folder`` is something else than a graph, or cannot be written.
    """
    # Whoever only reads the graph does not pay for the modules that build one.
    from showgraph.pipeline import build, bundled_documents  # noqa: PLC0415

    paths = bundled_documents()
    return build(
        paths,
        folder,
        wait_s=wait_s,
        mark=fingerprint(),
        choices=choices,
        announce=announce,
    )


def is_bundled(folder: Path) -> bool:
    """Return whether ``folder`` is a graph of the bundled documents, of this version or not."""
    try:
        with open_generation(folder) as generation:
            return bool(generation.manifest.inputs.get("mark"))
    except GraphError:
        return False


def fingerprint() -> str:
    """Return the hash of all that decides the content of the bundled graph.

    Raises:
        ResourceError: If a bundled folder is missing.
    """
    total = hashlib.sha256(__version__.encode())
    roots = (package_folder(), bundled("ontology"), bundled("data/documents"), bundled("queries"))
    found = [each for root in roots for each in _walk(root, "")]
    for place, file in found:
        content = file.read_bytes()
        total.update(f"\n{place} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def _walk(folder: "Traversable", place: str) -> "Iterator[tuple[str, Traversable]]":
    """Yield the files of the wanted endings with their places, sorted."""
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(_ENDINGS):
            yield place + path.name, path
        elif "." not in path.name and place + path.name not in _READERS and path.is_dir():
            yield from _walk(path, f"{place}{path.name}/")


def _is_current(folder: Path, mark: str) -> bool:
    """Return whether ``folder`` is a graph, and the one that bears ``mark``."""
    try:
        with open_generation(folder) as generation:
            return generation.manifest.inputs.get("mark") == mark
    except GraphError:
        return False


def _places(cache: Path | None) -> Iterator[Path]:
    """Yield the folders to try, best first."""
    if cache is not None:
        yield cache
    import tempfile  # noqa: PLC0415 - for those without a home alone

    # The name can be foreseen, so another user may have taken it: then a new one is made.
    own = Path(tempfile.gettempdir(), f"showgraph-{os.getuid()}")
    yield own if _is_private(own) else Path(tempfile.mkdtemp(prefix="showgraph-"))


def _is_private(folder: Path) -> bool:
    """Return whether the folder, which is made if missing, is this user's alone to write."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return False
    is_own = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    return is_own and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)

"""Files that survive a power cut, and errors that name them.

A file is written under another name, synced and moved over the old one, so that a reader
finds the old text or the new one and never a part. A move is only sure once the folder that
holds the name is synced as well.
"""

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from showgraph.errors import GraphError

#: Ending of a file that is not finished; what is left of a killed build is removed by the next.
UNFINISHED: Final = ".new"

_REASONS: Final = {
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.EROFS: "the file system is read only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota is used up",
    errno.EMFILE: "too many files are open",
    errno.ELOOP: "its symbolic links go in a circle",
    errno.ENAMETOOLONG: "the name is too long",
}


@contextmanager
def naming(path: Path, doing: str) -> Iterator[None]:
    """Turn an error of the file system into ours, for example ``cannot read PATH: reason``.

    Raises:
        GraphError: In place of any OSError of the block.
    """
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
        raise GraphError(f"cannot {doing} {path}: {reason}") from error


def write_file(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 in place of what ``path`` holds, at once and for good.

    Raises:
        OSError: If it cannot be written; the old file is still there then.
    """
    unfinished = path.with_name(path.name + UNFINISHED)
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Put one file, or the names in one folder, on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Put all files and folders below ``folder``, and itself, on disk."""
    for current, _, names in os.walk(folder, topdown=False):
        for name in names:
            sync(Path(current, name))
        sync(Path(current))


def hash_files(folder: Path) -> dict[str, str]:
    """Return the sha256 of each file below ``folder`` by its relative path, sorted."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if not path.is_dir()):
        with path.open("rb") as file:
            name = path.relative_to(folder).as_posix()
            found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found

"""Files that hold the whole of what is written to them, or are as they were before."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from showgraph.errors import UnavailableError


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of ``target`` at the end of the block.

    It is written beside its place and moved there; on an error in the block it is removed. A
    target that is no regular file, such as a pipe, is written to as it is.

    Raises:
        UnavailableError: If the target cannot be written.
    """
    try:
        with _written_aside(target) as output:
            yield output
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnavailableError(f"cannot write {target}: {reason}") from error


@contextmanager
def _written_aside(target: Path) -> Iterator[BinaryIO]:
    old = target.stat() if target.exists() else None
    if old and not stat.S_ISREG(old.st_mode):
        with target.open("wb") as output:
            yield output
        return
    place = target.resolve()  # the file behind a link is replaced, not the link
    if old and not os.access(place, os.W_OK):
        raise PermissionError(0, "no permission")
    unfinished = place.with_name(f".{place.name}.{os.getpid()}.new")
    try:
        with unfinished.open("wb") as output:
            yield output
            output.flush()
            os.fsync(output.fileno())
        if old:
            unfinished.chmod(stat.S_IMODE(old.st_mode))
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)

"""Two locks: one build at a time, and no removal of what is being read.

Both are ``flock`` locks, which the system gives back when their process ends, however it
ends. So a lock file that lies about means nothing; only a held lock does.
"""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from showgraph.errors import GraphError, LockedGraphError
from showgraph.graph.storage.durable import naming

#: How often a waiting build looks whether the lock is free.
_LOOK_S: Final = 0.05


@contextmanager
def lock_for_build(path: Path, lock: Path, *, command: str, wait_s: float) -> Iterator[None]:
    """Hold the one lock that lets a process write the graph at ``path``.

    Args:
        path: The graph; for messages.
        lock: The lock file; made if it is missing, and never removed, since a second process
            could hold the removed file and a third one the new.
        command: What the holder is doing; another build shows it to its user.
        wait_s: Seconds to wait for the holder; 0 gives up at once.

    Raises:
        GraphError: If another process still holds the lock, naming it, or if the lock file
            cannot be written.
    """
    with naming(lock, "lock"):
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        end = time.monotonic() + wait_s
        while not _try_lock(descriptor, fcntl.LOCK_EX, lock):
            if time.monotonic() >= end:
                raise LockedGraphError(
                    f"the graph at {path} is being built by {_holder(lock)}; try again when "
                    "that is done, or build into another folder"
                )
            time.sleep(_LOOK_S)
        holder = {
            "process": os.getpid(),
            "host": os.uname().nodename,
            "since": time.strftime("%Y-%m-%d %H:%M:%S"),
            "command": command,
        }
        with naming(lock, "write"):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, json.dumps(holder).encode(), 0)
        yield
    finally:
        os.close(descriptor)


def hold_shared(path: Path) -> int | None:
    """Open a file for reading and keep it from being removed by a build.

    Returns:
        A file descriptor, to be closed by the caller; None if a build is removing the file.

    Raises:
        OSError: If the file is missing or not readable.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        if _try_lock(descriptor, fcntl.LOCK_SH, path) and _is_same(descriptor, path):
            kept, descriptor = descriptor, -1
            return kept
        return None
    finally:
        if descriptor >= 0:
            os.close(descriptor)


@contextmanager
def hold_unread(path: Path) -> Iterator[bool]:
    """Say whether nobody reads below the file's folder, and keep it so during the block."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:  # what is not finished has no readers
        yield True
        return
    try:
        yield _try_lock(descriptor, fcntl.LOCK_EX, path)
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int, kind: int, path: Path) -> bool:
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        raise GraphError(f"cannot lock {path}: {error.strerror}") from error
    return True


def _is_same(descriptor: int, path: Path) -> bool:
    """Return whether ``path`` still names the open file."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _holder(lock: Path) -> str:
    """Return what is known of the process that holds the lock."""
    try:
        holder = json.loads(lock.read_text(encoding="utf-8"))
        return (
            f"process {holder['process']} on {holder['host']} since {holder['since']} "
            f"({holder['command']})"
        )
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"  # it holds the lock and has not written its name yet

"""Limit the process that this runs in: memory, core dumps, sockets.

For good: what is given up here cannot be taken back. Where the system has no such limit (memory
outside Unix, sockets outside Linux on x86-64 and ARM64), it is left out, and the screening of
queries stands alone.
"""

import contextlib
import ctypes
import math
import platform
import struct
import sys
from typing import Final

#: Seconds after which a process ends itself that its parent should have ended.
_GRACE_S: Final = 5
_NO_NEW_PRIVILEGES: Final = 38
_SET_SECCOMP: Final = 22
_FILTER_MODE: Final = 2
_ALLOW: Final = 0x7FFF0000
_REFUSE: Final = 0x00050000 | 13  # EACCES
# Number of the architecture in the kernel's audit.h, and of the calls socket and socketpair.
_CALLS: Final = {
    "x86_64": (0xC000003E, (41, 53)),
    "aarch64": (0xC00000B7, (198, 199)),
}
_IO_URING: Final = (425, 426, 427)  # the same everywhere; it opens sockets without socket()


def limit_memory(n_bytes: int) -> None:
    """Let this process have no more than ``n_bytes`` of address space, and dump no core."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Unix only

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError):  # a lower limit is set already
        resource.setrlimit(resource.RLIMIT_AS, (n_bytes, n_bytes))


def limit_time(seconds: float) -> None:
    """Let this process compute for no more than ``seconds``, should nobody be left to end it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Unix only

    whole = math.ceil(seconds) + _GRACE_S
    with contextlib.suppress(ValueError):  # a lower limit is set already
        resource.setrlimit(resource.RLIMIT_CPU, (whole, whole))


def refuse_sockets() -> bool:
    """Let this process open no socket from now on; return whether the system could do that.

    A filter of system calls (seccomp), as described in the kernel's
    Documentation/userspace-api/seccomp_filter.rst.
    """
    if sys.platform != "linux" or platform.machine() not in _CALLS:
        return False
    architecture, sockets = _CALLS[platform.machine()]
    program = _filter(architecture, (*sockets, *_IO_URING))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER_MODE, ctypes.byref(program), 0, 0) == 0)


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def _filter(architecture: int, calls: tuple[int, ...]) -> _Program:
    """Return a program that refuses ``calls`` and allows all others."""
    load, jump_if_equal, give_back = 0x20, 0x15, 0x06
    steps = [
        (load, 0, 0, 4),  # the architecture
        (jump_if_equal, 0, len(calls) + 1, architecture),
        (load, 0, 0, 0),  # the number of the call
        *((jump_if_equal, len(calls) - n, 0, call) for n, call in enumerate(calls)),
        (give_back, 0, 0, _ALLOW),
        (give_back, 0, 0, _REFUSE),
    ]
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    return _Program(len(steps), code)

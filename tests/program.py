"""Run the command line as a user does: as a process of its own, in a pipe or on a terminal."""

import io
import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from showgraph.cli.main import run as showgraph_run

SHOWGRAPH: Final = (sys.executable, "-m", "showgraph")
TIMEOUT_S: Final = 60
DOCUMENTS: Final = Path(__file__).parent / "cli" / "documents"

Done = subprocess.CompletedProcess[str]


def run(
    *arguments: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    text: str | None = None,
) -> Done:
    """Run showgraph in a pipe. ``env`` is added to the environment, ``text`` is its input."""
    return subprocess.run(
        [*SHOWGRAPH, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        input=text if text is not None else "",
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=TIMEOUT_S,
    )


#: Starts a program that hears Ctrl-C, although a shell has its background commands ignore it. As
#: ``preexec_fn`` this would run between fork and exec of a process with threads, and may hang.
_HEARING: Final = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
os.execv(sys.argv[1], sys.argv[1:])
"""


def interrupt(*arguments: str | Path, after_s: float) -> tuple[Done, float]:
    """Run showgraph and press Ctrl-C after a while.

    Returns:
        How the run ended, and the seconds that it took to end. One that does not end is killed;
        its return code is that of the signal then.
    """
    with subprocess.Popen(
        [sys.executable, "-c", _HEARING, *SHOWGRAPH, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Not measured: a measurement may be interrupted where it holds a lock of its own.
        env={name: value for name, value in os.environ.items() if "COVERAGE" not in name},
        start_new_session=True,
    ) as process:
        time.sleep(after_s)
        assert process.poll() is None, "the run ended before it could be interrupted"
        os.killpg(process.pid, signal.SIGINT)
        started = time.monotonic()
        try:
            shown, told = process.communicate(timeout=TIMEOUT_S)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            shown, told = process.communicate()
    done = subprocess.CompletedProcess(process.args, process.returncode, shown, told)
    return done, time.monotonic() - started


def run_on_terminal(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Done:
    """Run showgraph with all three streams on one terminal; what it shows is ``stdout``."""
    return _run_on_terminal([*SHOWGRAPH, *map(str, arguments)], cwd=cwd, env=env)


def _run_on_terminal(
    arguments: Sequence[str], *, cwd: Path | None, env: Mapping[str, str] | None
) -> Done:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        arguments,
        cwd=cwd,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100", **(env or {})},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            shown = _read_all(ours)
            status = process.wait(TIMEOUT_S)
        finally:
            process.kill()
    os.close(ours)
    return subprocess.CompletedProcess(arguments, status, shown.decode(), "")


def _read_all(descriptor: int) -> bytes:
    """Return what comes from a terminal until its other side is closed."""
    content = b""
    while select.select([descriptor], [], [], TIMEOUT_S)[0]:
        try:
            piece = os.read(descriptor, 65536)
        except OSError:  # Linux: nobody has the other side open any more
            break
        if not piece:
            break
        content += piece
    return content


def run_shell_on_terminal(command: str, *, cwd: Path) -> str:
    """Run a line of shell on a terminal of 100 columns without colour; return what it shows."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"NO_COLOR": "1", "PATH": path, "TERM": "dumb"}
    return _run_on_terminal(["sh", "-c", command], cwd=cwd, env=environment).stdout


def run_here(*arguments: str | Path, text: str = "") -> Done:
    """Run showgraph in this process, as if in a pipe: a tenth of the time of a process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    streams = sys.stdin, sys.stdout, sys.stderr, sys.excepthook
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(text), out, err
    try:
        status = showgraph_run([str(argument) for argument in arguments])
    finally:
        sys.stdin, sys.stdout, sys.stderr, sys.excepthook = streams
    shown, told = (stream.detach().getvalue().decode() for stream in (out, err))
    return subprocess.CompletedProcess(arguments, status, shown, told)

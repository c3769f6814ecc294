"""Run an engine in a process of its own, with its peak memory, and tell how its time grows."""

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any


def measure(command: Sequence[str | Path], timeout_s: float) -> tuple[Any, float] | None:
    """Return what the last line of a process says in JSON, and its peak memory in MiB.

    None if it was stopped after ``timeout_s``. A process that fails ends this one.
    """
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out)
        deadline = time.monotonic() + timeout_s
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline:
                process.kill()
                process.wait()
                return None
            time.sleep(0.05)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command} ended with status {process.returncode}")
        out.seek(0)
        told = json.loads(out.read().splitlines()[-1])
    kib = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return told, kib / 1024


def print_growth(runs: Iterable[tuple[int, float]]) -> None:
    """Print the exponent of showgraph's time between runs of (triples, seconds), by size."""
    for (size, before_s), (larger, after_s) in pairwise(runs):
        exponent = math.log(after_s / before_s) / math.log(larger / size)
        print(
            f"from {size} to {larger} triples showgraph's time grows with exponent {exponent:.2f}"
        )

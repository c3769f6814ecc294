"""Time the build of the five bundled documents beside the import of its libraries.

    python benchmarks/build_bundled.py [--runs 5]

Both are processes of their own, started in turn, so that a busy machine slows both. The build
has to stay within eight times the import, which it cannot do without.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

IMPORTS = "import rdflib, pyshacl, owlrl"
#: The build may take this many times the import.
LIMIT = 8.0


def measure(arguments: Sequence[str]) -> tuple[float, float]:
    """Return the wall time in seconds and the peak memory in MiB of one run of python."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed_s = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with status {process.returncode}")
    kib = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return elapsed_s, kib / 1024


def main() -> None:
    """Run both in turn and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs: int = parser.parse_args().runs
    imports, builds = [], []
    with tempfile.TemporaryDirectory() as folder:
        for run in range(runs + 1):
            target = str(Path(folder, str(run)))
            pair = (
                measure(["-c", IMPORTS]),
                measure(["-m", "showgraph", "build", "--graph", target]),
            )
            if run:  # the first one warms the file cache
                imports.append(pair[0])
                builds.append(pair[1])
    print(f"medians of {runs} runs in turn, python {sys.version.split()[0]}\n")
    print(f"{'':34}{'seconds':>9}{'MiB':>8}")
    for name, results in ((IMPORTS, imports), ("showgraph build", builds)):
        seconds, memory = (statistics.median(values) for values in zip(*results, strict=True))
        print(f"{name:34}{seconds:9.2f}{memory:8.0f}")
    ratio = statistics.median(
        build[0] / load[0] for load, build in zip(imports, builds, strict=True)
    )
    print(f"\nratio {ratio:.1f} (at most {LIMIT:.0f})")
    if ratio > LIMIT:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

"""Start showgraph again and again, beside a Python that imports click and the engine.

    python benchmarks/cold_start.py
    python benchmarks/cold_start.py --runs 5

Each line is a process from its start to its end, with its output thrown away, by the installed
program. All commands take turns in one run, so that what else the machine does falls on all of
them. ``x`` is the median of the ratios within a turn, followed by the quartiles of these.
``modules`` counts what is imported, ``own`` those of showgraph. The modules are compiled before, as
an installer leaves them, and the bundled graph is built.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

import showgraph

PROGRAM: Final = Path(sys.executable).with_name("showgraph")
BASE: Final = (sys.executable, "-c", "import click, pyoxigraph")
#: What may stand in a line of the table, and how many times the base it may take.
COMMANDS: Final = {
    "showgraph --help": (("--help",), 1.5),
    "showgraph ask --help": (("ask", "--help"), 1.5),
    "showgraph ask cast": (("ask", "cast"), 3.0),
    "showgraph ask WORDS": (
        ("ask", "who", "created", "the", "show", "and", "also", "starred", "in", "it"),
        3.0,
    ),
}

#: What a shell asks for at a press of the tab key: the line, and the word before the cursor.
COMPLETIONS: Final = {
    "completion of a command": ("showgraph as", "as"),
    "completion of a question": ("showgraph ask cas", "cas"),
    "completion of a value": ("showgraph ask cast --show L", "L"),
    "completion of a name": ("showgraph describe L", "L"),
}
COMPLETION_LIMIT: Final = 1.5


def seconds(command: tuple[str, ...], environment: dict[str, str]) -> float:
    """Return the wall time of a run.

    Raises:
        CalledProcessError: If it fails.
    """
    started = time.perf_counter()
    subprocess.run(
        command,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - started


def count_modules(arguments: tuple[str, ...], environment: dict[str, str]) -> tuple[int, int]:
    """Return how many modules a run has at its end, and how many of them are showgraph's."""
    program = (
        "import sys\nfrom showgraph.cli.main import run\nstatus = run(sys.argv[1:])\n"
        "print(*sys.modules, sep='\\n', file=sys.stderr)\nsys.exit(status)"
    )
    done = subprocess.run(
        (sys.executable, "-c", program, *arguments),
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    names = done.stderr.splitlines()
    return len(names), sum(name.partition(".")[0] == "showgraph" for name in names)


def main() -> None:
    """Print the table; the status is 1 if a command takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=21)
    options = parser.parse_args()
    compileall.compile_dir(Path(showgraph.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "XDG_CACHE_HOME": cache}
        environment.pop("SHOWGRAPH_GRAPH", None)
        sys.exit(compare(options.runs, environment))


def compare(n_runs: int, environment: dict[str, str]) -> int:
    """Time all commands in turns and print them."""
    commands = {name: (str(PROGRAM), *words) for name, (words, _) in COMMANDS.items()}
    added: dict[str, dict[str, str]] = {name: {} for name in commands}
    for name, (line, word) in COMPLETIONS.items():
        commands[name] = (str(PROGRAM),)
        added[name] = {
            "_SHOWGRAPH_COMPLETE": "bash_complete",
            "SHOWGRAPH_LINE": line,
            "SHOWGRAPH_WORD": word,
        }
    for name, command in commands.items():
        seconds(BASE, environment)
        seconds(command, environment | added[name])
    base: list[float] = []
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(n_runs):
        base.append(seconds(BASE, environment))
        for name, command in commands.items():
            times[name].append(seconds(command, environment | added[name]))
    print(f"python -c 'import click, pyoxigraph': median {statistics.median(base) * 1000:.0f} ms")
    print(f"{n_runs} turns\n")
    print("| command | median ms | x | quartiles of x | may be | modules | own |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    late = 0
    for name in commands:
        words, limit = COMMANDS.get(name, ((), COMPLETION_LIMIT))
        ratios = [mine / its for mine, its in zip(times[name], base, strict=True)]
        low, middle, high = statistics.quantiles(ratios, n=4)
        n_modules, n_own = count_modules(words, environment | added[name])
        late += middle > limit
        print(
            f"| {name} | {statistics.median(times[name]) * 1000:.0f} | {middle:.2f}"
            f" | {low:.2f} to {high:.2f} | {limit} | {n_modules} | {n_own} |"
        )
    return min(late, 1)


if __name__ == "__main__":
    main()

"""A build in a process of its own, to be killed: ``builder.py GRAPH FIRST LAST [KILL_AT]``.

It writes the generations FIRST to LAST, each with the quads of :func:`numbered_quads`, and
prints the number of each one once it is published. With KILL_AT it ends itself by SIGKILL
before its KILL_AT-th change of the file system.
"""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from showgraph.graph.storage.folder import write_generation
from showgraph.store import Literal, NamedNode, Quad

ROOT: Final = "https://example.org/"
#: The audit events of Python that change the file system or take a lock; ``open`` is one where
#: it writes. Files that are removed one by one count only with their folder.
CHANGES: Final = {
    "fcntl.flock",
    "os.mkdir",
    "os.rename",
    "os.rmdir",
    "os.truncate",
    "shutil.rmtree",
}


def numbered_quads(number: int) -> Iterator[Quad]:
    """Yield quads that tell which build they are of; later builds have more."""
    for i in range(100 + 10 * number):
        yield Quad(
            NamedNode(f"{ROOT}{number}/{i}"),
            NamedNode(ROOT + "p"),
            Literal(str(i)),
            NamedNode(f"{ROOT}graph/{i % 3}"),
        )


def build(graph: Path, number: int, *, wait_s: float = 0.0) -> None:
    """Write and publish one generation."""
    with write_generation(graph, command=f"build {number}", wait_s=wait_s) as draft:
        with draft.create_store() as store:
            store.bulk_load(numbered_quads(number))
        draft.write_json("report.json", {"build": number})
        draft.publish({"build": number})


def kill_at(step: int) -> None:
    """End this process before its ``step``-th change of the file system."""
    seen = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        flags = arguments[2] if event == "open" else 0
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
        if event in CHANGES or writes:
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def main() -> None:
    """Run the builds that the arguments ask for."""
    graph, first, last, *step = sys.argv[1:]
    if step:
        kill_at(int(step[0]))
    for number in range(int(first), int(last) + 1):
        build(Path(graph), number, wait_s=20.0)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

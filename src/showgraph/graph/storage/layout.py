"""The folder of a graph: where its parts lie, its marker and its pointer.

::

    GRAPH/showgraph.json          the marker: this folder is a graph, and its format
    GRAPH/lock                    held by the one build that may write
    GRAPH/current                 the pointer: number and check of the generation in use
    GRAPH/generations/<number>/   store/, manifest.json, rules.json, report.json

The pointer repeats the sha256 of the generation's manifest, and the manifest those of all
other files, so that a single changed byte anywhere is found.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from showgraph.errors import DamagedGraphError, GraphError, MissingGraphError
from showgraph.graph.storage.durable import UNFINISHED, naming, write_file
from showgraph.graph.storage.manifest import FORMAT

MARKER: Final = "showgraph.json"
MANIFEST: Final = "manifest.json"
STORE: Final = "store"
#: The rules that inferred the facts of a generation, and what its build reported.
RULES: Final = "rules.json"
REPORT: Final = "report.json"
#: Endings of generations that are being written and removed.
BUILDING: Final = ".building"
REMOVING: Final = ".removing"

_GENERATION = re.compile(
    rf"(?P<number>[1-9][0-9]{{0,17}})(?:{re.escape(BUILDING)}|{re.escape(REMOVING)})?", re.ASCII
)
_POINTER = re.compile(r"(?P<number>[1-9][0-9]{0,17}) (?P<check>[0-9a-f]{64})\n", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pointer:
    """The generation in use: its number, and the sha256 of its manifest."""

    number: int
    check: str

    def to_text(self) -> str:
        """Return the one line that the file ``current`` holds."""
        return f"{self.number} {self.check}\n"


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of one graph's folder, by name. It is made without looking at the disk."""

    path: Path

    @property
    def marker(self) -> Path:
        """The file that makes a folder a graph."""
        return self.path / MARKER

    @property
    def lock(self) -> Path:
        """The file that a build locks."""
        return self.path / "lock"

    @property
    def pointer(self) -> Path:
        """The file that names the generation in use."""
        return self.path / "current"

    @property
    def generations(self) -> Path:
        """The folder of the generations."""
        return self.path / "generations"

    def generation(self, number: int) -> Path:
        """The folder of a finished generation."""
        return self.generations / str(number)

    def folders(self) -> dict[Path, int]:
        """Return the number of each generation on disk by its folder, unfinished ones too."""
        matches = {path: _GENERATION.fullmatch(path.name) for path in self.generations.glob("*")}
        return {path: int(match["number"]) for path, match in matches.items() if match}

    @classmethod
    def of_graph(cls, path: Path) -> Self:
        """Return the layout of a graph that exists, of a format that this program reads.

        Raises:
            GraphError: If ``path`` is no such graph, saying what it is and what would work.
        """
        layout = cls(path)
        with naming(path, "read the graph"):
            if not path.exists():
                raise MissingGraphError(f"there is no graph at {path}; {_advice(path)}")
            if not path.is_dir():
                raise MissingGraphError(
                    f"{path} is a file, and a graph is a folder; {_advice(path)}"
                )
            if not layout.marker.is_file():
                raise MissingGraphError(
                    f"{path} is a folder, but no graph of showgraph; {_advice(path)}"
                )
            text = layout.marker.read_bytes()
        _check_marker(path, text)
        return layout

    def write_marker(self) -> None:
        """Make the folder a graph.

        Raises:
            OSError: If it cannot be written.
        """
        write_file(self.marker, json.dumps({"showgraph": FORMAT}) + "\n")

    def read_pointer(self) -> Pointer:
        """Return the generation in use.

        Raises:
            GraphError: If no build has finished, or the pointer is damaged.
        """
        with naming(self.pointer, "read"):
            try:
                text = self.pointer.read_bytes().decode("ascii", "replace")
            except FileNotFoundError:
                raise DamagedGraphError(
                    f"the graph at {self.path} is not complete: its first build is still "
                    "running or was stopped; run 'showgraph build' again"
                ) from None
        match = _POINTER.fullmatch(text)
        if not match:
            raise DamagedGraphError(
                f"the graph at {self.path} is damaged: {self.pointer} names no generation; "
                "run 'showgraph build' again"
            )
        return Pointer(int(match["number"]), match["check"])

    def write_pointer(self, pointer: Pointer) -> None:
        """Put another generation in use, at once and for good.

        Raises:
            OSError: If it cannot be written; the old one is still in use then.
        """
        write_file(self.pointer, pointer.to_text())

    def is_untouched(self) -> bool:
        """Return whether the folder holds nothing, or what a killed first build left."""
        started = {self.lock.name, MARKER + UNFINISHED}
        return all(path.name in started for path in self.path.iterdir())


def _check_marker(path: Path, text: bytes) -> None:
    try:
        found = json.loads(text)["showgraph"]
    except (ValueError, TypeError, KeyError):
        found = None
    if not isinstance(found, int) or found < 1:
        raise DamagedGraphError(
            f"the graph at {path} is damaged: {MARKER} does not say its format; "
            "remove the folder and build it again"
        )
    if found > FORMAT:
        raise GraphError(
            f"the graph at {path} has format {found}, made by a newer showgraph, and this one "
            f"reads format {FORMAT}; install the newer one or build into another folder"
        )


def _advice(path: Path) -> str:
    """Return what would work in place of a path that is no graph."""
    resolved = path.absolute()
    for parent in resolved.parents[:3]:
        if (parent / MARKER).is_file():
            return f"the graph is {parent}"
    try:
        beside = [other.name for other in resolved.parent.iterdir() if (other / MARKER).is_file()]
    except OSError:
        beside = []
    import difflib  # noqa: PLC0415 - for errors alone

    close = difflib.get_close_matches(resolved.name, sorted(beside), n=1)
    if close:
        return f"did you mean {path.parent / close[0]}?"
    return "make one with 'showgraph build --graph FOLDER'"

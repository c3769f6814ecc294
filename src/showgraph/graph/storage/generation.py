"""One finished generation of a graph, open for reading.

A generation never changes. While it is open, a shared lock keeps builds from removing it, so
a reader goes on with the graph as it was when it opened it.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from showgraph.errors import DamagedGraphError, GraphError
from showgraph.graph.storage.durable import hash_files, naming
from showgraph.graph.storage.layout import MANIFEST, STORE, Layout, Pointer
from showgraph.graph.storage.lock import hold_shared
from showgraph.graph.storage.manifest import Manifest, check_of
from showgraph.store import Store

#: A build keeps the generation before its own, so a reader loses the race for one only if two
#: builds end between its two steps; ten times in a row means that something else is wrong.
_TRIES = 10


@dataclass(slots=True)
class Generation:
    """The generation in use when it was opened; close it, or use it in a ``with`` block."""

    path: Path  # of the graph
    number: int
    folder: Path
    manifest: Manifest
    _descriptor: int

    @classmethod
    def current(cls, layout: Layout) -> Self:
        """Open the generation that the pointer names.

        Raises:
            GraphError: If the pointer or the manifest is missing, damaged or not readable.
        """
        for _ in range(_TRIES):
            pointer = layout.read_pointer()
            folder = layout.generation(pointer.number)
            with naming(folder, "read"):
                try:
                    descriptor = hold_shared(folder / MANIFEST)
                except FileNotFoundError:
                    if layout.read_pointer() != pointer:
                        continue
                    raise DamagedGraphError(
                        f"the graph at {layout.path} is damaged: generation {pointer.number} "
                        "is missing; run 'showgraph build' again"
                    ) from None
            if descriptor is not None:
                try:
                    manifest = _read_manifest(descriptor, layout, pointer)
                except GraphError:
                    os.close(descriptor)
                    raise
                # Absolute, so that it still holds where the process changes its folder.
                return cls(layout.path, pointer.number, folder.absolute(), manifest, descriptor)
        raise GraphError(f"the graph at {layout.path} changes faster than it can be opened")

    @property
    def store(self) -> Path:
        """Where :meth:`showgraph.store.Store.open` finds the generation's quads."""
        return self.folder / STORE

    def read_json(self, name: str) -> object:
        """Return what the JSON file ``name`` of the generation holds.

        Raises:
            GraphError: If the file is missing or damaged.
        """
        path = self.folder / name
        with naming(path, "read"):
            text = path.read_bytes()
        try:
            return json.loads(text)
        except ValueError as error:
            raise DamagedGraphError(f"{path} is damaged: {error}") from error

    def verify(self) -> tuple[str, ...]:
        """Return what is wrong with the files and the quads, one sentence each, sorted.

        The quads are only read where every file is as it was written.

        Raises:
            GraphError: If a file cannot be read.
        """
        with naming(self.folder, "verify"):
            found = hash_files(self.folder)
        found.pop(MANIFEST, None)
        expected = self.manifest.files
        wrong = [f"{self.folder / name} is missing" for name in expected.keys() - found.keys()]
        wrong += [
            f"{self.folder / name} does not belong there" for name in found.keys() - expected.keys()
        ]
        wrong += [
            f"{self.folder / name} has changed"
            for name in found.keys() & expected.keys()
            if found[name] != expected[name]
        ]
        return tuple(sorted(wrong)) or self._verify_quads()

    def _verify_quads(self) -> tuple[str, ...]:
        with Store.open(self.store) as store:
            held = (store.count(), store.counts(), store.digest())
        manifest = self.manifest
        if held == (manifest.n_quads, manifest.counts, manifest.digest):
            return ()
        return (f"{self.store} does not hold the quads that were written",)

    def close(self) -> None:
        """Let builds remove the generation once it is old; a second call does nothing."""
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)

    def __enter__(self) -> Self:
        """Return the generation itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the generation."""
        self.close()


def _read_manifest(descriptor: int, layout: Layout, pointer: Pointer) -> Manifest:
    with naming(layout.generation(pointer.number) / MANIFEST, "read"):
        text = os.pread(descriptor, os.fstat(descriptor).st_size, 0)
    if check_of(text) != pointer.check:
        raise DamagedGraphError(
            f"the graph at {layout.path} is damaged: pointer and manifest of generation "
            f"{pointer.number} do not agree; run 'showgraph build' again"
        )
    try:
        return Manifest.parse(text.decode("utf-8"))
    except ValueError as error:
        raise DamagedGraphError(
            f"the graph at {layout.path} is damaged: the manifest of generation "
            f"{pointer.number} cannot be used ({error}); run 'showgraph build' again"
        ) from error

"""One generation of a graph while it is written, until it is published or thrown away."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from showgraph.errors import GraphError
from showgraph.graph.storage.durable import hash_files, naming, sync, sync_tree
from showgraph.graph.storage.layout import BUILDING, MANIFEST, STORE, Layout, Pointer
from showgraph.graph.storage.manifest import Manifest, check_of
from showgraph.store import Store

#: What the engine writes beside its data: its own log, with times and paths of the machine,
#: and a lock file that a reader never looks at.
_ENGINE_EXTRAS: Final = ("LOG*", "LOCK")


class Draft:
    """A new generation, which no reader sees before :meth:`publish`."""

    def __init__(self, layout: Layout, number: int) -> None:
        """Make the empty folder of generation ``number``.

        Raises:
            GraphError: If it cannot be made.
        """
        self._layout = layout
        self._counts: dict[str, int] | None = None
        self._moved = False
        self.number = number
        self.folder = layout.generations / f"{number}{BUILDING}"
        with naming(self.folder, "write"):
            self.folder.mkdir(parents=True)

    @property
    def store(self) -> Path:
        """Where the quads of the generation go."""
        return self.folder / STORE

    @contextmanager
    def create_store(self) -> Iterator[Store]:
        """Make the generation's store, to be filled in the block; at its end it is complete.

        Raises:
            GraphError: If the store cannot be written.
        """
        with Store.create(self.store) as store:
            yield store
            store.optimize()
            store.flush()
            self._counts = store.counts()
        with naming(self.store, "write"):
            for pattern in _ENGINE_EXTRAS:
                for path in self.store.glob(pattern):
                    path.unlink()

    def write_json(self, name: str, value: object) -> None:
        """Write a further file of the generation, keys in the order given.

        Raises:
            GraphError: If it cannot be written.
            TypeError: If ``value`` holds what JSON cannot.
        """
        text = json.dumps(value, indent=1, ensure_ascii=False) + "\n"
        with naming(self.folder / name, "write"):
            (self.folder / name).write_text(text, encoding="utf-8", newline="")

    def publish(self, inputs: Mapping[str, object]) -> Manifest:
        """Read the generation back, put it on disk for good, and put it in use.

        Readers that open the graph from now on see this generation; nothing may be written
        to it any more.

        Args:
            inputs: What the build says of itself: versions, documents with their hashes.

        Raises:
            GraphError: If what is read back is not what was written, or a file cannot be
                written. The generation in use stays in use then.
        """
        manifest = self._read_back(inputs)
        text = manifest.to_text()
        with naming(self.folder, "write"):
            (self.folder / MANIFEST).write_text(text, encoding="utf-8", newline="")
            sync_tree(self.folder)
            self.folder.rename(self._layout.generation(self.number))
            sync(self._layout.generations)
            self._moved = True
            self._layout.write_pointer(Pointer(self.number, check_of(text.encode())))
        return manifest

    def is_published(self) -> bool:
        """Return whether the generation is in use.

        Raises:
            GraphError: If it may be, but the pointer cannot be read.
        """
        return self._moved and self._layout.read_pointer().number == self.number

    def discard(self) -> None:
        """Remove the generation unless it is in use, or may be.

        What cannot be removed is left behind for the next build.
        """
        with suppress(GraphError):
            if not self.is_published():
                shutil.rmtree(self.folder, ignore_errors=True)
                shutil.rmtree(self._layout.generation(self.number), ignore_errors=True)

    def _read_back(self, inputs: Mapping[str, object]) -> Manifest:
        """Return the manifest of what a reader would find.

        The engine keeps a quad in several indexes: the graphs were counted by one while
        writing, the whole is counted by another, and the digest reads every quad.
        """
        with Store.open(self.store) as store:
            counts, n_quads, digest = store.counts(), store.count(), store.digest()
        if counts != self._counts or n_quads != sum(counts.values()):
            raise GraphError(
                f"{self.store} does not read back as it was written: {self._counts} written, "
                f"{counts} read, {n_quads} in all; the disk may be failing"
            )
        with naming(self.folder, "read back"):
            files = hash_files(self.folder)
        return Manifest(dict(inputs), n_quads, counts, digest, files)

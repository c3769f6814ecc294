"""Sorted lines of any number, in bounded memory.

Sorting is by bytes, so it is the same on every machine and the same as ``LC_ALL=C sort -u``.
"""

import heapq
from collections.abc import Iterator
from itertools import groupby
from typing import IO, Final, Self

#: How much is sorted in memory before it goes to a temporary file. 64 MiB of N-Quads are about
#: 400,000 lines and take twice that as Python objects.
CHUNK_BYTES: Final = 64 * 2**20


class LineSorter:
    """A file to write lines to, which gives them back sorted and each once.

    Use it in a ``with`` block: it may hold temporary files. These have no name, so that none
    is left behind by a process that is killed.
    """

    def __init__(self, *, chunk_bytes: int = CHUNK_BYTES) -> None:
        """Hold at most ``chunk_bytes`` of lines in memory, besides the last piece written."""
        self._chunk_bytes = chunk_bytes
        self._lines: list[bytes] = []
        self._tail = b""
        self._size = 0
        self._files: list[IO[bytes]] = []

    def __enter__(self) -> Self:
        """Return the sorter itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the temporary files."""
        for file in self._files:
            file.close()

    def write(self, data: bytes) -> int:
        """Take a piece of text; a line may be spread over several pieces.

        Raises:
            OSError: If a temporary file cannot be written.
        """
        *lines, self._tail = (self._tail + data).split(b"\n")
        self._lines += lines
        self._size += len(data)
        if self._size > self._chunk_bytes:
            self._spill()
        return len(data)

    def flush(self) -> None:
        """Do nothing: what writes to files may call it."""

    def lines(self) -> Iterator[bytes]:
        """Yield the lines written so far, sorted, each once and with its newline.

        A last line without a newline counts as a line. Call it once, after the last write.
        """
        if self._tail:
            self._lines.append(self._tail)
        self._lines.sort()
        for file in self._files:
            file.seek(0)
        spilled = [(line.removesuffix(b"\n") for line in file) for file in self._files]
        for line, _ in groupby(heapq.merge(self._lines, *spilled)):
            yield line + b"\n"

    def _spill(self) -> None:
        self._lines.sort()
        import tempfile  # noqa: PLC0415 - who only reads a store sorts nothing

        file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the sorter
        self._files.append(file)
        file.writelines(line + b"\n" for line in self._lines)
        self._lines, self._size = [], 0

"""Read the small CSV files that users write: a header, then rows, every fault named with its line.

A file is used whole or not at all: the message lists the bad rows, so that one look mends them.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from showgraph.errors import UnavailableError

#: Largest file; a catalogue of all series that were ever made is smaller.
MAX_BYTES: Final = 64 * 1024 * 1024
#: More bad rows than these are counted and not listed.
N_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file, counted from 1, and its cells by column, without blanks."""

    line: int
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """Return a cell; empty where the row or the file has none."""
        return self.cells.get(column, "")


@dataclass(slots=True)
class Faults:
    """The bad rows of a file, told all at once."""

    path: Path
    rows: list[str] = field(default_factory=list)

    def add(self, line: int, reason: str) -> None:
        """Note a bad row."""
        self.rows.append(f"line {line}: {reason}")

    def tell(self) -> None:
        """Raise what was noted, if anything was.

        Raises:
            UnavailableError: If there is a bad row.
        """
        if self.rows:
            more = f"; and {len(self.rows) - N_SHOWN} more" if len(self.rows) > N_SHOWN else ""
            raise UnavailableError(f"{self.path}: {'; '.join(self.rows[:N_SHOWN])}{more}")


def read_rows(path: Path, *, needed: Sequence[str], known: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a CSV file with a header; blank rows are left out.

    Args:
        path: The file, in UTF-8, separated by commas.
        needed: Columns that must be there.
        known: Columns that may be there besides; any other is an error, being a slip mostly.

    Raises:
        UnavailableError: If the file cannot be read, is no CSV or has another header.
    """
    reader = csv.reader(io.StringIO(_read(path), newline=""), strict=True)
    try:
        header = [cell.strip().lower() for cell in next(reader, [])]
        _check_header(path, header, needed, known)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(header):
                    raise UnavailableError(
                        f"{path}: line {reader.line_num}: {len(cells)} cells under "
                        f"{len(header)} columns; put what holds a comma in quotes"
                    )
                row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
                yield Row(reader.line_num, row)
    except csv.Error as error:
        raise UnavailableError(f"{path}: line {reader.line_num}: no CSV: {error}") from error


def _read(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnavailableError(f"{path} cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise UnavailableError(f"{path} is larger than {MAX_BYTES} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnavailableError(f"{path}: not UTF-8 at byte {error.start + 1}") from error
    if "\0" in text:
        raise UnavailableError(f"{path}: binary, no CSV")
    return text


def _check_header(
    path: Path, header: Sequence[str], needed: Sequence[str], known: Sequence[str]
) -> None:
    columns = ", ".join([*needed, *(f"[{name}]" for name in known)])
    missing = [name for name in needed if name not in header]
    strange = [name for name in header if name not in {*needed, *known}]
    twice = sorted({name for name in header if header.count(name) > 1})
    for what, names in (("no column", missing), ("an unknown column", strange), ("twice", twice)):
        if names:
            raise UnavailableError(f"{path}: {what} {_quoted(names)}; the header is: {columns}")


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(repr(name) for name in names)

"""Find the document files that the user named, and read their bytes within a limit.

A folder is read with all its folders, and a pattern (``*``, ``?``, ``**``) stands for what it
matches. Left out without a word are hidden files and folders and files with other endings than
ours; a folder often holds them. Symbolic links inside a folder are not followed out of it:
nothing is opened that the user did not name.
"""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import IO, Final

from showgraph.errors import DocumentError, UnavailableError
from showgraph.extract.reading.pages import PAGE_ENDINGS

#: The endings of document files, compared in lower case.
ENDINGS: Final = (".txt", ".md", ".jsonl", *PAGE_ENDINGS)

PathLike = str | Path | Traversable


@dataclass(frozen=True, slots=True)
class Skipped:
    """A document that could not be used. ``source`` is its path as given, and its line."""

    source: str
    reason: str

    def error(self) -> DocumentError:
        """Return the same as an error, for callers that stop at the first."""
        return DocumentError(self.source, self.reason)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. ``relative`` is its place in the folder that the user named.

    ``identity`` is equal for two ways to the same file; ``source`` is for messages.
    """

    path: Traversable
    source: str
    relative: PurePosixPath
    identity: str

    @property
    def ending(self) -> str:
        """The file's ending in lower case, with its point."""
        return self.relative.suffix.lower()


def find_files(paths: Iterable[PathLike]) -> tuple[list[SourceFile], list[Skipped]]:
    """Return the files behind the paths, each once, sorted by relative path.

    Raises:
        UnavailableError: If a path does not exist or may not be looked at.
    """
    files: dict[str, SourceFile] = {}
    skipped: list[Skipped] = []
    for path in _expand(paths):
        for found in _find_at(path):
            if isinstance(found, Skipped):
                skipped.append(found)
            else:
                # The smaller path wins, so that the order of the arguments never shows.
                known = files.get(found.identity, found)
                files[found.identity] = min(known, found, key=_order)
    return sorted(files.values(), key=_order), sorted(set(skipped), key=lambda item: item.source)


def _expand(paths: Iterable[PathLike]) -> Iterator[Path | Traversable]:
    """Yield the paths, a pattern such as ``articles/**/*.txt`` as the paths that match it.

    Shells do this too, but not all, and not in quotes. A file that bears such a name is itself.

    Raises:
        UnavailableError: If nothing matches a pattern.
    """
    for given in paths:
        path = Path(given) if isinstance(given, str) else given
        if not isinstance(path, Path) or not glob.has_magic(str(path)) or os.path.lexists(path):
            yield path
            continue
        matches = sorted(glob.iglob(str(path), recursive=True))  # noqa: PTH207 - any path
        if not matches:
            raise UnavailableError(f"no file or folder matches the pattern: {printable(str(path))}")
        yield from map(Path, matches)


def read_bytes(file: SourceFile, *, max_bytes: int) -> bytes:
    """Return the bytes of a file.

    Raises:
        DocumentError: If the file cannot be read or is larger than ``max_bytes``.
    """
    try:
        with open_bytes(file) as stream:
            data = stream.read(max_bytes + 1)
    except OSError as error:
        raise DocumentError(file.source, f"unreadable: {error.strerror or error}") from error
    if len(data) > max_bytes:
        raise DocumentError(file.source, oversized(max_bytes))
    return data


def open_bytes(file: SourceFile) -> IO[bytes]:
    """Open a file for reading bytes."""
    return file.path.open("rb")


def oversized(max_bytes: int) -> str:
    """Return the reason for a document beyond the limit."""
    return f"larger than {max_bytes} bytes"


def _order(file: SourceFile) -> tuple[str, str]:
    return file.relative.as_posix(), file.source


def _find_at(path: Path | Traversable) -> Iterator[SourceFile | Skipped]:
    """Yield what one argument stands for: itself, or the files below it."""
    source = printable(str(path))
    try:
        is_folder, is_file = path.is_dir(), path.is_file()
        exists = is_folder or is_file or (isinstance(path, Path) and path.exists())
    except OSError as error:
        raise UnavailableError(f"{source}: {error.strerror or error}") from error
    if not exists:
        raise UnavailableError(f"no such file or folder: {source}")
    if is_folder:
        yield from _find_below(path)
    elif not is_file:
        yield Skipped(source, "neither a file nor a folder")
    elif not path.name.lower().endswith(ENDINGS):
        yield Skipped(source, f"unknown format; known endings: {', '.join(ENDINGS)}")
    else:
        yield SourceFile(path, source, PurePosixPath(path.name), _identity(path))


def _find_below(root: Path | Traversable) -> Iterator[SourceFile | Skipped]:
    """Yield the files below a folder, in no order that matters."""
    folders: list[tuple[Traversable, PurePosixPath]] = [(root, PurePosixPath())]
    while folders:
        folder, relative = folders.pop()
        try:
            children = [child for child in folder.iterdir() if not child.name.startswith(".")]
        except OSError as error:
            yield Skipped(printable(str(folder)), f"unreadable folder: {error.strerror or error}")
            continue
        for child in children:
            place = relative / child.name
            found = _look_at(root, child, place)
            if found is child:
                folders.append((child, place))
            elif isinstance(found, SourceFile | Skipped):
                yield found


def _look_at(
    root: Traversable,
    child: Traversable,
    place: PurePosixPath,
) -> SourceFile | Skipped | Traversable | None:
    """Return the document file at ``child``, ``child`` itself if it is a folder to enter, or None.

    A linked folder is not entered: within the folder its content is met under its own name,
    and loops cannot arise.
    """
    source = printable(str(child))
    is_document = child.name.lower().endswith(ENDINGS)
    try:
        is_link = isinstance(child, Path) and child.is_symlink()
        if is_link and (is_document or child.is_dir()):
            reason = _refuse_link(root, child)
            if reason is not None:
                return Skipped(source, reason)
        if child.is_dir():
            return None if is_link else child
        if is_document and child.is_file():
            return SourceFile(child, source, place, _identity(child))
    except OSError as error:
        return Skipped(source, f"unreadable: {error.strerror or error}")
    return None


def _refuse_link(root: Traversable, link: Traversable) -> str | None:
    """Return why a symbolic link is not followed, or None where it stays in the folder."""
    try:
        target = os.path.realpath(str(link), strict=True)
    except OSError:
        return "broken symbolic link"
    base = os.path.realpath(str(root))
    if os.path.commonpath([base, target]) == base:
        return None
    return "a symbolic link out of the folder; name its target to read it"


def _identity(path: Traversable) -> str:
    return os.path.realpath(path) if isinstance(path, Path) else str(path)


def printable(path: str) -> str:
    """Return a path that any stream can print; bytes that are no UTF-8 become marks."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

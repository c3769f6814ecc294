"""Read the documents that a user named into one collection, whatever their order.

What cannot be used is named with its reason and left out; the rest is read. Only a path
that does not exist at all is an error, because it is a slip of the hand.
"""

import hashlib
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from showgraph.extract.files import PathLike, Skipped, SourceFile, find_files, printable
from showgraph.extract.formats import Entry, read_entries
from showgraph.model import Document

__all__ = ["MAX_BYTES", "Collection", "Skipped", "read_documents"]

#: Largest document; sixteen times the longest article met, and still read in a second.
MAX_BYTES: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents sorted by id, and what was skipped, sorted by source; false without documents."""

    documents: tuple[Document, ...]
    skipped: tuple[Skipped, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is any usable document."""
        return bool(self.documents)


def read_documents(paths: Iterable[PathLike], *, max_bytes: int = MAX_BYTES) -> Collection:
    """Read files and folders; the order of the paths never shows in the result.

    A document's id is the one it states, else its file's name without the ending, else,
    where two files share that, its path in the folder named, without the ending. Of equal
    texts the first by path is kept and the others are skipped as duplicates. Two texts
    under one id are both skipped.

    Args:
        paths: Files (.txt, .md, .jsonl) and folders, read with all their folders.
        max_bytes: Largest document; larger ones are skipped.

    Raises:
        UnavailableError: If a path does not exist.
    """
    files, skipped = find_files(paths)
    ids = _file_ids(files)
    entries: list[Entry] = []
    for file in files:
        for found in read_entries(file, max_bytes=max_bytes):
            if isinstance(found, Skipped):
                skipped.append(found)
            else:
                entries.append(found)
    documents: list[Document] = []
    for found_document in _without_duplicates(entries, ids):
        if isinstance(found_document, Skipped):
            skipped.append(found_document)
        else:
            documents.append(found_document)
    documents, clashes = _without_clashes(documents)
    return Collection(
        tuple(sorted(documents, key=lambda document: document.id)),
        tuple(skipped + clashes),
    )


def _file_ids(files: Sequence[SourceFile]) -> dict[str, str]:
    """Return the id that each file's name gives, by identity of the file."""
    stems = Counter(file.relative.stem for file in files)
    ids = {
        file.identity: file.relative.stem
        if stems[file.relative.stem] == 1
        else str(file.relative.with_suffix(""))
        for file in files
    }
    shared: defaultdict[str, list[SourceFile]] = defaultdict(list)
    for file in files:
        shared[ids[file.identity]].append(file)
    for group in shared.values():
        folders = {str(Path(file.identity).parent) for file in group}
        if len(folders) > 1:  # the same place in two folders that the user named
            top = os.path.commonpath(folders)
            for file in group:
                place = PurePosixPath(os.path.relpath(file.identity, top).replace(os.sep, "/"))
                ids[file.identity] = str(place.with_suffix(""))
    return {identity: printable(name) for identity, name in ids.items()}


def _without_duplicates(
    entries: Sequence[Entry],
    ids: dict[str, str],
) -> Iterable[Document | Skipped]:
    """Yield a document for each distinct text, in the order of the entries."""
    kept: dict[str, Entry] = {}
    for entry in entries:
        sha256 = hashlib.sha256(entry.text.encode()).hexdigest()
        first = kept.setdefault(sha256, entry)
        if first is not entry:
            yield Skipped(entry.source, f"duplicate: the same text as {first.source}")
            continue
        yield Document(
            id=entry.id or ids[entry.file.identity],
            text=entry.text,
            sha256=sha256,
            source=entry.source,
            date=entry.date,
            date_source=entry.date_source,
            title=entry.title,
            url=entry.url,
            original_sha256=entry.original_sha256,
        )


def _without_clashes(documents: Sequence[Document]) -> tuple[list[Document], list[Skipped]]:
    """Take out the documents that share an id; their texts differ."""
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        sources[document.id].append(document.source)
    clashes = [
        Skipped(document.source, f"the id {document.id!r} has another text in {other}")
        for document in documents
        if len(sources[document.id]) > 1
        for other in [next(s for s in sources[document.id] if s != document.source)]
    ]
    return [document for document in documents if len(sources[document.id]) == 1], clashes

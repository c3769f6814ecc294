"""Read the documents that a user named into one collection, whatever their order.

What cannot be used is named with its reason and left out; the rest is read. Only a path
that does not exist at all is an error, because it is a slip of the hand.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from showgraph.extract.reading.files import PathLike, Skipped, SourceFile, find_files, printable
from showgraph.extract.reading.formats import Entry, read_entries
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
        paths: Files (.txt, .md, .jsonl, .html), folders, read with all their folders, and
            patterns such as ``articles/*.txt``.
        max_bytes: Largest document; larger ones are skipped.

    Raises:
        UnavailableError: If a path does not exist.
    """
    files, skipped = find_files(paths)
    found = [entry for file in files for entry in read_entries(file, max_bytes=max_bytes)]
    skipped += [entry for entry in found if isinstance(entry, Skipped)]
    entries = [entry for entry in found if isinstance(entry, Entry)]
    kept, duplicates = _without_duplicates(entries)
    ids = _file_ids(files)
    documents, clashes = _without_clashes([_document(entry, ids) for entry in kept])
    return Collection(
        tuple(sorted(documents, key=lambda document: document.id)),
        tuple(sorted(skipped + duplicates + clashes, key=_place)),
    )


def _place(skipped: Skipped) -> tuple[str, int, str]:
    """Return the path and the line of what was skipped, to sort by."""
    path, mark, line = skipped.source.rpartition(", line ")
    if mark and line.isdecimal():
        return path, int(line), skipped.reason
    return skipped.source, 0, skipped.reason


def _file_ids(files: Sequence[SourceFile]) -> dict[str, str]:
    """Return the id that each file's name gives, by identity of the file."""
    stems = Counter(file.relative.stem for file in files)
    shared: defaultdict[str, list[SourceFile]] = defaultdict(list)
    for file in files:
        stem = file.relative.stem
        name = stem if stems[stem] == 1 else str(file.relative.with_suffix(""))
        shared[name].append(file)
    ids: dict[str, str] = {}
    for name, group in shared.items():
        ids |= _told_apart(group) if len(group) > 1 else {group[0].identity: name}
    return {identity: printable(name) for identity, name in ids.items()}


def _told_apart(group: Sequence[SourceFile]) -> dict[str, str]:
    """Return the shortest ends of the files' paths that differ, without ending.

    They have the same place in several folders that the user named. Files of one folder
    that differ in their ending alone keep one id and so clash.
    """
    paths: dict[str, tuple[str, ...]] = {}
    for file in group:
        path = PurePath(file.identity).with_suffix("")
        paths[file.identity] = path.relative_to(path.anchor).parts
    wanted = len(set(paths.values()))
    n_parts = min(len(file.relative.parts) for file in group)
    while len({parts[-n_parts:] for parts in paths.values()}) < wanted:
        n_parts += 1
    return {identity: "/".join(parts[-n_parts:]) for identity, parts in paths.items()}


def _document(entry: Entry, ids: Mapping[str, str]) -> Document:
    return Document(
        id=entry.id or ids[entry.file.identity],
        text=entry.text,
        sha256=_sha256(entry.text),
        source=entry.source,
        date=entry.date,
        date_source=entry.date_source,
        title=entry.title,
        url=entry.url,
        original_sha256=entry.original_sha256,
    )


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _without_duplicates(entries: Sequence[Entry]) -> tuple[list[Entry], list[Skipped]]:
    """Return the first entry of each text, and the others as skipped."""
    first: dict[str, Entry] = {}
    duplicates: list[Skipped] = []
    for entry in entries:
        known = first.setdefault(_sha256(entry.text), entry)
        if known is not entry:
            reason = f"duplicate: the same text as {known.source}"
            duplicates.append(Skipped(entry.source, reason))
    return list(first.values()), duplicates


def _without_clashes(documents: Sequence[Document]) -> tuple[list[Document], list[Skipped]]:
    """Take out the documents that share an id; their texts differ."""
    groups: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        groups[document.id].append(document)
    clashes = [
        Skipped(document.source, f"the id {document.id!r} has another text in {other.source}")
        for group in groups.values()
        if len(group) > 1
        for document, other in zip(group, group[1:] + group[:1], strict=True)
    ]
    return [group[0] for group in groups.values() if len(group) == 1], clashes

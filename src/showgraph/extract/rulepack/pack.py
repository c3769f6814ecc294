"""A rule pack: gazetteers, cue classes, title signs, status words, topics and frames, as data.

A pack is a folder of YAML files, under ``extract/packs`` or one that the user names. It is read
once per run; its hash stands in the provenance of a build, so that a changed rule shows.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from showgraph.extract.rulepack.gazetteer import Gazetteer
from showgraph.extract.rulepack.packfiles import PackError, load_yaml, read_own
from showgraph.extract.rulepack.packshape import check_shape
from showgraph.extract.rulepack.pattern import Pattern, PatternError
from showgraph.extract.rulepack.steps import CueClass
from showgraph.extract.rulepack.titletable import TitleTable, read_table
from showgraph.resources import pack_folder

__all__ = ["DEFAULT_PACK", "Emission", "Frame", "Pack", "PackError", "load_pack"]

DEFAULT_PACK: Final = "tv_core"
_FRAME_KEYS: Final = frozenset(
    {"id", "pattern", "subject", "cue", "emit", "build", "drop_if", "presupposed", "tests"},
)
_SUBJECTS: Final = {"t", "near", "near_np", "focus"}


@dataclass(frozen=True, slots=True)
class Emission:
    """One claim that a frame makes: ``$name`` reads a cue's value, ``=word`` is the word itself."""

    relation: str
    object: str
    qualifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """One rule: a pattern, where its subject comes from, and what it claims."""

    id: str
    pattern: Pattern
    subject: str
    cue: str
    emissions: tuple[Emission, ...]
    build: str
    drop_if: tuple[str, ...]
    #: Whether the words take the claim for granted ("showrunner Ana Bell"): then no doubt,
    #: question or denial of the sentence touches it.
    presupposed: bool
    tests: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything a run needs of a pack."""

    name: str
    version: str
    sha256: str
    gazetteer: Gazetteer
    lists: Mapping[str, Mapping[str, Sequence[str]]]
    classes: Mapping[str, CueClass]
    titles: TitleTable
    status: Mapping[str, Any]
    statements: Mapping[str, Any]
    frames: tuple[Frame, ...]
    _by_word: Mapping[str, Sequence[int]] = field(init=False, repr=False, compare=False)
    _always: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the frames by the words one of which a sentence must hold."""
        by_word: dict[str, list[int]] = defaultdict(list)
        for at, frame in enumerate(self.frames):
            for word in frame.pattern.triggers:
                by_word[word].append(at)
        always = frozenset(at for at, f in enumerate(self.frames) if not f.pattern.triggers)
        object.__setattr__(self, "_by_word", dict(by_word))
        object.__setattr__(self, "_always", always)

    def frames_for(self, words: Iterable[str]) -> list[Frame]:
        """Return the frames that may match a sentence of these words, in their order."""
        places = set(self._always)
        for word in words:
            places.update(self._by_word.get(word, ()))
        return [self.frames[at] for at in sorted(places)]


def load_pack(name: str | Path = DEFAULT_PACK) -> Pack:
    """Return a rule pack.

    Args:
        name: The name of a bundled pack, or the folder of another, which is checked first:
            see :mod:`showgraph.extract.rulepack.packfiles`.

    Raises:
        PackError: If a file is missing or a rule is not well-formed.
    """
    if not isinstance(name, Path):
        return _load_bundled(name)
    data, texts = read_own(name, read_bundled_pack)
    check_shape(data, read_bundled_pack(DEFAULT_PACK)[0])
    return _assemble(data, texts)


@cache
def _load_bundled(name: str) -> Pack:
    return _assemble(*read_bundled_pack(name))


@cache
def read_bundled_pack(name: str) -> tuple[Mapping[str, Any], Mapping[str, str]]:
    """Return what the files of a bundled pack hold, and their texts; nobody changes them.

    Raises:
        PackError: If there is none of that name.
    """
    texts = bundled_texts(name)
    return {file: load_yaml(file, text) for file, text in texts.items()}, texts


def bundled_texts(name: str) -> dict[str, str]:
    """Return the text of each file of a bundled pack.

    Raises:
        PackError: If there is none of that name.
    """
    folder = pack_folder().joinpath(name)
    known = sorted(path.name for path in pack_folder().iterdir() if path.is_dir())
    if name not in known:
        raise PackError(f"no rule pack is called {name!r}; there is: {', '.join(known)}")
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in folder.iterdir()
        if path.name.endswith(".yaml")
    }


def _assemble(data: Mapping[str, Any], texts: Mapping[str, str]) -> Pack:
    lists = _read_lists(data["gazetteers.yaml"])
    classes = _read_classes(data["classes.yaml"])
    kinds = {word: label for label, words in lists["kinds"].items() for word in words}
    frames = tuple(
        _read_frame(row, classes)
        for file in sorted(data)
        if file.startswith("frames")
        for row in data[file]
    )
    return Pack(
        name=data["pack.yaml"]["pack"],
        version=str(data["pack.yaml"]["version"]),
        sha256=hashlib.sha256("".join(texts[key] for key in sorted(texts)).encode()).hexdigest(),
        gazetteer=Gazetteer(_spelled(lists)),
        lists=lists,
        classes=classes,
        titles=read_table(data["titles.yaml"], kinds),
        status=data["status.yaml"],
        statements=data["statements.yaml"],
        frames=frames,
    )


def _read_lists(data: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """Return every gazetteer as ``{label: spellings}``; value maps are turned round."""
    lists: dict[str, dict[str, list[str]]] = {}
    for name, entries in data.items():
        labels: dict[str, list[str]] = {}
        if isinstance(entries, list):
            labels = {entry: [] for entry in entries}
        else:
            for word, value in entries.items():
                if isinstance(value, list):
                    labels[word] = value
                else:
                    labels.setdefault(value, []).append(word)
        lists[name] = labels
    return lists


def _spelled(lists: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, dict[str, list[str]]]:
    """Return the lists for matching: a value map's label is no spelling by itself."""
    mapped = {"kinds", "genres"}
    spelled: dict[str, dict[str, list[str]]] = {}
    for name, labels in lists.items():
        if name == "company_suffixes":
            continue
        if name in mapped:
            spelled[name] = {word: [] for words in labels.values() for word in words}
        else:
            spelled[name] = {label: list(words) for label, words in labels.items()}
    return spelled


def _read_classes(data: Mapping[str, Any]) -> dict[str, CueClass]:
    return {
        name: CueClass(
            phrases if isinstance(phrases, dict) else dict.fromkeys(phrases, name),
        )
        for name, phrases in data.items()
    }


def _read_frame(row: Mapping[str, Any], classes: Mapping[str, CueClass]) -> Frame:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise PackError(f"a frame without an id: {str(row)[:80]}")
    frame_id = row["id"]
    for key in ("pattern", "subject", "cue"):
        if not isinstance(row.get(key), str):
            raise PackError(f"frame {frame_id}: {key!r} is missing or no word")
    unknown = set(row) - _FRAME_KEYS
    if unknown:
        raise PackError(f"frame {frame_id}: unknown keys {sorted(unknown)}")
    if row["subject"] not in _SUBJECTS:
        raise PackError(f"frame {frame_id}: subject {row['subject']!r}; use {sorted(_SUBJECTS)}")
    emissions = tuple(_read_emission(frame_id, item) for item in _items(row, "emit"))
    if bool(emissions) == bool(row.get("build")):
        raise PackError(f"frame {frame_id}: give either emit or build")
    return Frame(
        id=frame_id,
        pattern=_read_pattern(frame_id, row["pattern"], classes),
        subject=row["subject"],
        cue=row["cue"],
        emissions=emissions,
        build=str(row.get("build", "")),
        drop_if=tuple(map(str, _items(row, "drop_if"))),
        presupposed=bool(row.get("presupposed", False)),
        tests=tuple(_items(row, "tests")),
    )


def _items(row: Mapping[str, Any], key: str) -> list[Any]:
    items = row.get(key) or []
    if not isinstance(items, list):
        raise PackError(f"frame {row['id']}: {key!r} is no list")
    return items


def _read_emission(frame_id: str, item: Any) -> Emission:  # noqa: ANN401 - YAML holds anything
    qualifiers = item.get("qualifiers", {}) if isinstance(item, dict) else None
    words = [item.get("relation"), item.get("object")] if isinstance(item, dict) else [None]
    if not isinstance(qualifiers, dict) or not all(isinstance(word, str) for word in words):
        raise PackError(f"frame {frame_id}: emit {item!r} has no relation and object")
    pairs = sorted((str(key), str(value)) for key, value in qualifiers.items())
    return Emission(item["relation"], item["object"], tuple(pairs))


def _read_pattern(frame_id: str, text: str, classes: Mapping[str, CueClass]) -> Pattern:
    try:
        return Pattern(text, classes)
    except PatternError as error:
        raise PackError(f"frame {frame_id}: {error}") from error

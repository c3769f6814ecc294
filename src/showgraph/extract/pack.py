"""A rule pack: gazetteers, cue classes, title signs, status words, topics and frames, as data.

A pack is a folder of YAML files under ``extract/packs``. It is read once per run; its hash
stands in the provenance of every claim, so that a changed rule shows.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any, Final

import yaml

from showgraph.errors import UsageError
from showgraph.extract.gazetteer import Gazetteer
from showgraph.extract.pattern import CueClass, Pattern
from showgraph.extract.signs import TitleTable, read_table
from showgraph.resources import pack_folder

DEFAULT_PACK: Final = "tv_core"
_FRAME_KEYS: Final = frozenset(
    {"id", "pattern", "subject", "cue", "emit", "build", "drop_if", "presupposed", "tests"},
)
_SUBJECTS: Final = {"t", "near", "near_np", "focus"}


class PackError(UsageError):
    """A rule pack is broken; the message names the file and the rule."""


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


@cache
def load_pack(name: str = DEFAULT_PACK) -> Pack:
    """Read a bundled pack.

    Raises:
        PackError: If a file is missing or a rule is not well-formed.
    """
    folder = pack_folder().joinpath(name)
    if not folder.is_dir():
        known = ", ".join(sorted(path.name for path in pack_folder().iterdir() if path.is_dir()))
        raise PackError(f"no rule pack is called {name!r}; there is: {known}")
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir(), key=_file_name)
        if path.name.endswith(".yaml")
    }
    sha256 = hashlib.sha256("".join(texts[key] for key in sorted(texts)).encode()).hexdigest()
    data = {file: _load(file, text) for file, text in texts.items()}
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
        sha256=sha256,
        gazetteer=Gazetteer(_spelled(lists)),
        lists=lists,
        classes=classes,
        titles=read_table(data["titles.yaml"], kinds),
        status=data["status.yaml"],
        statements=data["statements.yaml"],
        frames=frames,
    )


def _file_name(path: Traversable) -> str:
    return path.name


def _load(file: str, text: str) -> Any:  # noqa: ANN401 - YAML holds anything
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.YAMLError as error:
        raise PackError(f"rule pack file {file} is no YAML: {error}") from error


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
    frame_id = row.get("id", "(no id)")
    unknown = set(row) - _FRAME_KEYS
    if unknown:
        raise PackError(f"frame {frame_id}: unknown keys {sorted(unknown)}")
    if row["subject"] not in _SUBJECTS:
        raise PackError(f"frame {frame_id}: subject {row['subject']!r}; use {sorted(_SUBJECTS)}")
    emissions = tuple(
        Emission(
            item["relation"],
            item["object"],
            tuple(sorted((key, value) for key, value in item.get("qualifiers", {}).items())),
        )
        for item in row.get("emit", ())
    )
    if bool(emissions) == bool(row.get("build")):
        raise PackError(f"frame {frame_id}: give either emit or build")
    return Frame(
        id=frame_id,
        pattern=Pattern(row["pattern"], classes),
        subject=row["subject"],
        cue=row["cue"],
        emissions=emissions,
        build=row.get("build", ""),
        drop_if=tuple(row.get("drop_if", ())),
        presupposed=bool(row.get("presupposed", False)),
        tests=tuple(row.get("tests", ())),
    )

"""Read the files of a rule pack that a user wrote: bounded, and refused with the place of a fault.

YAML can hold what no pack needs and what would hurt: anchors that unfold a few lines into
gigabytes, tags that make objects, endless nesting, a key that stands twice. None of it passes.
A pack whose ``pack.yaml`` says ``extends: tv_core`` adds to that pack: its frames come first, its
phrases and names are added; a file that it leaves out is the other's.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from showgraph.errors import UsageError

#: The files of a pack; besides them any number that begin with "frames".
FILES: Final = (
    "pack.yaml",
    "classes.yaml",
    "gazetteers.yaml",
    "titles.yaml",
    "status.yaml",
    "statements.yaml",
    "frames.yaml",
)
#: Ten times the largest file of the bundled pack.
MAX_BYTES: Final = 600_000
MAX_FILES: Final = 40
MAX_DEPTH: Final = 12
_HEAD_KEYS: Final = frozenset({"pack", "version", "language", "licence", "author", "extends"})


class PackError(UsageError):
    """A rule pack is broken; the message names the file and the rule."""


def load_yaml(file: str, text: str) -> Any:  # noqa: ANN401 - YAML holds anything
    """Return what a file of YAML holds.

    Raises:
        PackError: If it is no YAML.
    """
    try:
        return yaml.load(text, Loader=_loader())  # noqa: S506 - both loaders are safe ones
    except (yaml.YAMLError, ValueError) as error:  # a date that the calendar does not have
        raise PackError(f"rule pack file {file} is no YAML: {error}") from error


def _loader() -> Any:  # noqa: ANN401 - one of two classes, the first where C is there
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_own(
    folder: Path, bundled: Callable[[str], tuple[Mapping[str, Any], Mapping[str, str]]]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what the files of a user's pack hold, and their texts, both by file name.

    Args:
        folder: The folder of the pack.
        bundled: Returns the same of a bundled pack, for one that extends it.

    Raises:
        PackError: If a file is missing, too large or no YAML of words, lists and mappings.
    """
    texts = _read_texts(folder)
    if "pack.yaml" not in texts:
        raise PackError(f"rule pack {folder}: no pack.yaml in it, which says what the pack is")
    data = {file: _load_checked(file, text) for file, text in texts.items()}
    base = _check_head(data.get("pack.yaml"))
    if base:
        held, below = bundled(base)
        texts = {**{f"{base}/{file}": text for file, text in below.items()}, **texts}
        data = _extend(held, data)
    missing = [file for file in FILES if file not in data]
    if missing:
        raise PackError(
            f"rule pack {folder}: no {', '.join(missing)}; write them, or 'extends: tv_core' in "
            "pack.yaml to add to the bundled pack"
        )
    return data, texts


def _read_texts(folder: Path) -> dict[str, str]:
    """Return the texts of the pack's files by name."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in {".yaml", ".yml"})
        if len(paths) > MAX_FILES:
            raise PackError(f"rule pack {folder}: over {MAX_FILES} files")
        return {path.name: _read_text(path) for path in paths}
    except OSError as error:
        raise PackError(f"rule pack {folder} cannot be read: {error.strerror or error}") from error


def _read_text(path: Path) -> str:
    if path.name not in FILES and not path.name.startswith("frames"):
        raise PackError(f"rule pack file {path.name} is none; there are: {', '.join(FILES)}")
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise PackError(f"rule pack file {path.name} is larger than {MAX_BYTES} bytes")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise PackError(
            f"rule pack file {path.name}: not UTF-8 at byte {error.start + 1}"
        ) from error


def _load_checked(file: str, text: str) -> Any:  # noqa: ANN401 - YAML holds anything
    """Return what a file holds after a look at its events, which unfolds nothing."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_loader()):
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise PackError(f"{_place(file, event)}: anchors and aliases are not read")
            if getattr(event, "tag", None):
                raise PackError(f"{_place(file, event)}: tags are not read")
            opens = isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent)
            closes = isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent)
            depth += opens - closes
            if depth > MAX_DEPTH:
                raise PackError(f"{_place(file, event)}: nested deeper than {MAX_DEPTH}")
        _refuse_twins(file, yaml.compose(text, Loader=_loader()))
    except yaml.YAMLError as error:
        raise PackError(f"rule pack file {file} is no YAML: {error}") from error
    return load_yaml(file, text)


def _place(file: str, thing: Any) -> str:  # noqa: ANN401 - events and nodes have marks alike
    return f"rule pack file {file}, line {thing.start_mark.line + 1}"


def _refuse_twins(file: str, node: Any) -> None:  # noqa: ANN401 - a node of YAML
    """Raise where a key stands twice: the rules would contradict each other unseen."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise PackError(f"{_place(file, key)}: a key is no word")
            if key.value in seen:
                raise PackError(f"{_place(file, key)}: {key.value!r} stands twice")
            seen.add(key.value)
            _refuse_twins(file, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_twins(file, value)


def _check_head(head: Any) -> str:  # noqa: ANN401 - YAML holds anything
    """Return the pack that this one extends, or nothing."""
    if not isinstance(head, dict) or not isinstance(head.get("pack"), str) or "version" not in head:
        raise PackError("rule pack file pack.yaml: write 'pack: NAME' and 'version: \"0.1\"'")
    unknown = sorted(map(str, set(head) - _HEAD_KEYS))
    if unknown:
        raise PackError(f"rule pack file pack.yaml: unknown {unknown}; known: {sorted(_HEAD_KEYS)}")
    base = head.get("extends") or ""
    if not isinstance(base, str):
        raise PackError(f"rule pack file pack.yaml: 'extends' is {base!r}, no name of a pack")
    return base


def _extend(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the files of two packs as those of one."""
    merged = {**base, **own}
    for file in ("classes.yaml", "gazetteers.yaml"):
        if file in own:
            merged[file] = _add(file, base[file], own[file])
    frames = {file: rows for file, rows in own.items() if file.startswith("frames")}
    if frames:
        for file in frames:
            del merged[file]
        # Files are read in the order of their names, and earlier frames win.
        for number, (file, rows) in enumerate(sorted(frames.items())):
            merged[f"frames-0-{number:02}-{file}"] = rows
        merged |= {f"frames-1-{f}": r for f, r in base.items() if f.startswith("frames")}
        merged["frames.yaml"] = []
    return merged


def _add(file: str, base: Mapping[str, Any], own: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the lists of one file with those of another added, of the same shape each."""
    if not isinstance(own, dict):
        raise PackError(f"rule pack file {file} holds no lists by name")
    merged = dict(base)
    for name, more in own.items():
        held = base.get(name)
        if held is None:
            merged[name] = more
        elif isinstance(held, dict) and isinstance(more, dict):
            merged[name] = {**held, **more}
        elif isinstance(held, list) and isinstance(more, list):
            merged[name] = [*held, *(item for item in more if item not in held)]
        else:
            shape = "a mapping" if isinstance(held, dict) else "a list"
            raise PackError(f"rule pack file {file}: {name!r} is {shape} in the pack it extends")
    return merged

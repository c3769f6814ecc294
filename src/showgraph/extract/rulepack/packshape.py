"""Hold the files of a rule pack to the shape that the extractor reads, before anything uses them.

What a file must look like is told by the bundled pack: the same names with the same sort of
value. A word that YAML takes for something else (``on``, ``no``, ``1``) is named, because it
would never match.
"""

from collections.abc import Mapping
from typing import Any

from showgraph.extract.rulepack.packfiles import PackError


def check_shape(data: Mapping[str, Any], model: Mapping[str, Any]) -> None:
    """Compare the files of a pack with those of the bundled one.

    Raises:
        PackError: At the first difference, with file, name and what would work.
    """
    for name, phrases in _mapping("classes.yaml", data["classes.yaml"]).items():
        _check_phrases("classes.yaml", str(name), phrases)
    lists = _mapping("gazetteers.yaml", data["gazetteers.yaml"])
    for name in model["gazetteers.yaml"]:
        if name not in lists:
            raise PackError(f"rule pack file gazetteers.yaml: no list {name!r}")
    for name, entries in lists.items():
        _check_entries("gazetteers.yaml", str(name), entries)
    for file in ("titles.yaml", "status.yaml", "statements.yaml"):
        _compare(file, "", data[file], model[file])
    for file, rows in data.items():
        if file.startswith("frames") and not isinstance(rows, list):
            raise PackError(f"rule pack file {file} is no list of frames")


def _mapping(file: str, value: Any) -> Mapping[str, Any]:  # noqa: ANN401 - YAML holds anything
    if not isinstance(value, dict):
        raise PackError(f"rule pack file {file} holds no lists by name")
    return value


def _check_phrases(file: str, name: str, phrases: Any) -> None:  # noqa: ANN401
    """Check a cue class: a list of phrases, or phrases with a value each."""
    if not isinstance(phrases, list | dict) or not phrases:
        raise PackError(f"rule pack file {file}: {name!r} is no list of phrases")
    for phrase in phrases:
        _check_word(file, name, phrase)
    if isinstance(phrases, dict):
        for value in phrases.values():
            _check_word(file, name, value)


def _check_entries(file: str, name: str, entries: Any) -> None:  # noqa: ANN401
    """Check a gazetteer: a list of names, names with spellings, or words with a label."""
    if not isinstance(entries, list | dict):
        raise PackError(f"rule pack file {file}: {name!r} is no list of names")
    for entry in entries:
        _check_word(file, name, entry)
    if isinstance(entries, dict):
        for value in entries.values():
            for word in value if isinstance(value, list) else [value]:
                _check_word(file, name, word)


def _check_word(file: str, name: str, word: Any) -> None:  # noqa: ANN401
    if not isinstance(word, str):
        raise PackError(
            f"rule pack file {file}: in {name!r} is {word!r}, no word; put it in quotes"
        )
    if not word.split() or not any(map(str.isprintable, word)):
        raise PackError(f"rule pack file {file}: in {name!r} is an empty phrase")


def _compare(file: str, name: str, value: Any, model: Any) -> None:  # noqa: ANN401
    """Check that a value is of the sort that the bundled pack has at its place."""
    place = f"rule pack file {file}: {name}" if name else f"rule pack file {file}"
    if isinstance(model, bool | int):
        if isinstance(value, bool) or not isinstance(value, int):
            raise PackError(f"{place} is {value!r}; a whole number works")
    elif isinstance(model, list):
        if not isinstance(value, list):
            raise PackError(f"{place} is no list of words")
        for word in value:
            _check_word(file, name, word)
    elif isinstance(model, dict):
        _compare_mapping(file, name, value, model)
    elif not isinstance(value, str):
        raise PackError(f"{place} is {value!r}; a word works")


def _compare_mapping(file: str, name: str, value: Any, model: Mapping[str, Any]) -> None:  # noqa: ANN401
    """Check a mapping; where the bundled pack names lists in it, further names are free."""
    place = f"rule pack file {file}: {name}" if name else f"rule pack file {file}"
    if not isinstance(value, dict):
        raise PackError(f"{place} is no mapping; the bundled pack has: {', '.join(model)}")
    free = bool(name) and all(isinstance(item, list) for item in model.values())
    strange = [] if free else sorted(str(key) for key in value if key not in model)
    if strange:
        raise PackError(f"{place} has an unknown {strange[0]!r}; known: {', '.join(model)}")
    for key in (*model, *(key for key in value if key not in model)):
        if key not in value:
            raise PackError(f"{place} lacks {key!r}")
        like = model.get(key, next(iter(model.values())))
        _compare(file, f"{name}.{key}" if name else str(key), value[key], like)

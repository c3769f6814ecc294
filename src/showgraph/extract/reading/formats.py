"""Parse document files: plain text, Markdown with front matter, JSON Lines, pages of HTML.

Bytes become text once, here: UTF-8, a byte order mark is a mark of the encoding and no
character of the text, line ends stay as they are. Nothing is trimmed or repaired; what
cannot be read as it stands is refused with a reason.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import yaml

from showgraph.errors import DocumentError
from showgraph.extract.reading.dating import find_date
from showgraph.extract.reading.files import Skipped, SourceFile, open_bytes, oversized, read_bytes
from showgraph.extract.reading.pages import PAGE_ENDINGS, read_page
from showgraph.extract.text.lines import LEADING_DATE

#: Front matter is a few lines; more is something else.
MAX_FRONT_MATTER: Final = 64 * 1024
#: Longest id; longer ones are texts in the wrong field.
MAX_ID: Final = 200
#: JSON may write one byte of text as six ("\\u0041").
_ESCAPE_RATIO: Final = 6

_FENCE: Final = re.compile(r"---[ \t]*\r?(?:\n|\Z)")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}[\d:.+Zz-]*)?)?)?")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of a file, before it has an id of its own.

    ``id`` is None where the file's name gives it. ``number`` is the line in a JSON Lines
    file, else 0.
    """

    file: SourceFile
    source: str
    text: str
    id: str | None = None
    date: str | None = None
    date_source: str | None = None
    title: str | None = None
    url: str | None = None
    original_sha256: str | None = None
    number: int = 0


def read_entries(file: SourceFile, *, max_bytes: int) -> Iterator[Entry | Skipped]:
    """Yield the documents of a file in order, and what of it cannot be used."""
    try:
        if file.ending == ".jsonl":
            yield from _read_lines(file, max_bytes=max_bytes)
        elif file.ending in PAGE_ENDINGS:
            yield _parse_page(file, read_bytes(file, max_bytes=max_bytes))
        else:
            text = _decode(read_bytes(file, max_bytes=max_bytes), file.source)
            parse = _parse_markdown if file.ending == ".md" else _parse_text
            yield parse(file, text)
    except DocumentError as error:
        yield Skipped(error.source, error.reason)


def _decode(data: bytes, source: str) -> str:
    """Return the characters of UTF-8 bytes.

    Raises:
        DocumentError: If the bytes are another encoding or no text at all.
    """
    if data.startswith(_UTF16_MARKS):
        raise DocumentError(source, "not UTF-8: it begins with the mark of UTF-16")
    if b"\0" in data:
        raise DocumentError(source, f"binary: a NUL byte at byte {data.index(0) + 1}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(source, f"not UTF-8 at byte {error.start + 1}") from error


def _parse_text(file: SourceFile, text: str) -> Entry:
    return _entry(file, file.source, text, {})


def _parse_page(file: SourceFile, data: bytes) -> Entry:
    page = read_page(data, file.source)
    fields = {"title": page.title, "url": page.url, "date": page.date}
    entry = _entry(file, file.source, page.text, fields)
    return replace(entry, date_source=page.date_source) if page.date else entry


def _parse_markdown(file: SourceFile, text: str) -> Entry:
    """Split front matter and text; a file without front matter is all text."""
    opening = _FENCE.match(text)
    if opening is None:
        return _entry(file, file.source, text, {})
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        raise DocumentError(file.source, "broken front matter: no closing line '---'")
    if closing.start() > MAX_FRONT_MATTER:
        raise DocumentError(file.source, f"broken front matter: over {MAX_FRONT_MATTER} characters")
    fields = _parse_front_matter(file.source, text[opening.end() : closing.start()])
    return _entry(file, file.source, text[closing.end() :], fields)


def _parse_front_matter(source: str, text: str) -> dict[str, object]:
    """Return the fields; every scalar is a string, as the file writes it.

    Raises:
        DocumentError: If this is no YAML mapping, or a key stands twice.
    """
    try:
        # The base loader makes strings only: no dates that raise, no numbers, no objects.
        node = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise DocumentError(source, f"broken front matter: {_yaml_reason(error)}") from error
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise DocumentError(source, "broken front matter: no 'key: value' lines")
    fields: dict[str, object] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise DocumentError(source, "broken front matter: a key is no word")
        if key.value in fields:
            raise DocumentError(source, f"broken front matter: {key.value!r} stands twice")
        fields[key.value] = value.value if isinstance(value, yaml.ScalarNode) else value
    return fields


def _yaml_reason(error: Exception) -> str:
    """Return one line of what a YAML error says, with its line in the front matter."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"{error.problem} (line {error.problem_mark.line + 2})"
    return "nested too deeply" if isinstance(error, RecursionError) else "no YAML"


def _read_lines(file: SourceFile, *, max_bytes: int) -> Iterator[Entry | Skipped]:
    """Yield the document of each line; blank lines count but are none."""
    limit = _ESCAPE_RATIO * max_bytes + MAX_FRONT_MATTER
    try:
        with open_bytes(file) as stream:
            number = 0
            while line := stream.readline(limit):
                number += 1
                source = f"{file.source}, line {number}"
                if len(line) == limit and not line.endswith(b"\n"):
                    while line and not line.endswith(b"\n"):
                        line = stream.readline(limit)
                    yield Skipped(source, oversized(max_bytes))
                elif line.removeprefix(_UTF8_MARK).strip():
                    yield _read_line(file, line, number, max_bytes=max_bytes)
    except OSError as error:
        raise DocumentError(file.source, f"unreadable: {error.strerror or error}") from error


def _read_line(file: SourceFile, line: bytes, number: int, *, max_bytes: int) -> Entry | Skipped:
    source = f"{file.source}, line {number}"
    try:
        fields = _parse_json(_decode(line, source), source)
        text = _line_text(source, fields, max_bytes=max_bytes)
        return _entry(file, source, text, fields, number=number)
    except DocumentError as error:
        return Skipped(error.source, error.reason)


def _line_text(source: str, fields: Mapping[str, object], *, max_bytes: int) -> str:
    """Return the text of a line that also has an id.

    Raises:
        DocumentError: If either is missing, or the text is too long.
    """
    text = fields.get("text")
    if not isinstance(text, str):
        raise DocumentError(source, "'text' is missing or no string")
    if fields.get("id") is None:
        raise DocumentError(source, "'id' is missing")
    if len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise DocumentError(source, oversized(max_bytes))
    return text


def _parse_json(line: str, source: str) -> dict[str, object]:
    """Return the object of a line.

    Raises:
        DocumentError: If the line is no JSON object, has a key twice, NaN or Infinity.
    """
    try:
        value = json.loads(line, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise DocumentError(source, "broken JSON: nested too deeply") from error
    except json.JSONDecodeError as error:
        reason = f"broken JSON: {error.msg} at column {error.colno}"
        raise DocumentError(source, reason) from error
    except ValueError as error:
        raise DocumentError(source, f"broken JSON: {error}") from error
    if not isinstance(value, dict):
        raise DocumentError(source, "no JSON object")
    return value


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """Return the fields of a JSON object; of two equal keys nobody can tell which is meant."""
    fields: dict[str, object] = {}
    for key, value in pairs:
        if key in fields:
            raise ValueError(f"the key {key!r} stands twice")
        fields[key] = value
    return fields


def _refuse_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")


def _entry(
    file: SourceFile,
    source: str,
    text: str,
    fields: Mapping[str, object],
    *,
    number: int = 0,
) -> Entry:
    """Return the document with its fields checked.

    Raises:
        DocumentError: If the text or a field cannot be used.
    """
    _check_text(source, text)
    day, url = _field(source, fields, "date"), _field(source, fields, "url")
    how = "date field" if number else "front matter"
    leading = LEADING_DATE.match(text) if day is None else None
    if leading is not None:
        day, how = leading[1], "leading date"
    elif day is None:
        day, how = find_date(text, url) or (None, "")
    return Entry(
        file,
        source,
        text,
        id=_checked_id(source, fields),
        date=None if day is None else _checked_date(source, day),
        date_source=how if day else None,
        title=_field(source, fields, "title"),
        url=url,
        original_sha256=_field(source, fields, "original_sha256"),
        number=number,
    )


def _check_text(source: str, text: str) -> None:
    surrogate = _SURROGATE.search(text)
    if surrogate is not None:
        raise DocumentError(source, f"a lone surrogate at character {surrogate.start() + 1}")
    if "\0" in text:
        raise DocumentError(source, f"binary: a NUL character at {text.index(chr(0)) + 1}")
    leading = LEADING_DATE.match(text)
    if not text[leading.end() if leading else 0 :].strip("\ufeff \t\r\n\f\v\u00a0\u200b"):
        raise DocumentError(source, "empty")


def _field(source: str, fields: Mapping[str, object], key: str) -> str | None:
    """Return a field as a string; absent, null and blank are all None."""
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise DocumentError(source, f"{key!r} is no string")
    if _SURROGATE.search(value):
        raise DocumentError(source, f"a lone surrogate in {key!r}")
    return value.strip() or None


def _checked_id(source: str, fields: Mapping[str, object]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    name = _field(source, fields, "id")
    if name is None and value is not None:
        raise DocumentError(source, "'id' is blank")
    if name is not None and (len(name) > MAX_ID or not name.isprintable()):
        raise DocumentError(source, f"'id' is over {MAX_ID} characters or has control characters")
    return name


def _checked_date(source: str, text: str) -> str:
    """Return an ISO date as coarse as the text; the time of day is dropped.

    Raises:
        DocumentError: If the calendar has no such date.
    """
    found = _DATE.fullmatch(text)
    if found is not None:
        year, month, day = found.groups()
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            found = None
    if found is None:
        raise DocumentError(source, f"invalid date {text!r}; ISO dates work: 2021-10-15")
    return "-".join(part for part in found.groups() if part)

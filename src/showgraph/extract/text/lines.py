"""Cut a text into lines, and join those that an editor wrapped at a margin.

Lines are without white space at their sides; blank lines and lines of mere marks are only
remembered as gaps.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

#: A leading date as feeds write it before the first line; group 1 is the date as written.
LEADING_DATE: Final = re.compile(r"\A[\s\ufeff]{0,8}date[ \t]{1,4}(\d{4}-\d{2}-\d{2})(?=\s|\Z)")

#: Editors wrap text between these widths; a longer line is a paragraph of its own.
MIN_WRAP: Final = 60
MAX_WRAP: Final = 130

_VISIBLE: Final = re.compile(r"[^\W_]")
_LINE: Final = re.compile(r"[^\n]+")
_MARKER: Final = re.compile(
    r"(?:[*\u2022\u25aa\u25cf\u25e6\u2023-]|\u2014(?=\s)|\(?\d{1,3}[.)])\s+(?=\S)",
)
_HASHES: Final = re.compile(r"(#{1,6})[ \t]+(?=\S)")
#: The beginning of a row of two columns.
_FIELD: Final = re.compile(r"[A-Z][^:.,;!?\n]{0,40}: \S")
_FIRST_WORD: Final = re.compile(rf"\S{{1,{MAX_WRAP}}}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line at ``[start, end)`` of the view, or several wrapped ones.

    ``body`` is where its words begin, behind a list marker or hashes. ``level`` is the number
    of hashes, or one more than the steps of indent of a list item; else 0.
    """

    start: int
    end: int
    body: int
    after_gap: bool
    hashes: bool = False
    level: int = 0

    @property
    def is_item(self) -> bool:
        """Whether the line begins with the marker of a list."""
        return self.level > 0 and not self.hashes


def read_lines(text: str) -> list[Line]:
    """Return the lines of a text that are not blank, wrapped ones joined, in order.

    A leading date stands in no line.
    """
    leading = LEADING_DATE.match(text)
    group: list[Line] = []
    lines: list[Line] = []
    for line in _split(text, leading.end() if leading else 0):
        if group and line.after_gap:
            lines.extend(_join(text, group))
            group = []
        group.append(line)
    lines.extend(_join(text, group))
    return lines


def _split(text: str, position: int) -> Iterator[Line]:
    previous_end = position
    for match in _LINE.finditer(text, position):
        raw = match.group()
        stripped = raw.strip()
        if not _VISIBLE.search(stripped):  # blank, or a rule such as "* * *"
            continue
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        end = start + len(stripped)
        after_gap = previous_end == position or text.count("\n", previous_end, start) > 1
        yield _line(text, start, end, indent, after_gap=after_gap)
        previous_end = end


def _line(text: str, start: int, end: int, indent: int, *, after_gap: bool) -> Line:
    hashes = _HASHES.match(text, start, end)
    if hashes is not None:
        return Line(start, end, hashes.end(), after_gap, hashes=True, level=len(hashes[1]))
    marker = _MARKER.match(text, start, end)
    if marker is not None:
        return Line(start, end, marker.end(), after_gap, level=1 + indent // 2)
    return Line(start, end, start, after_gap)


def _join(text: str, group: list[Line]) -> Iterator[Line]:
    """Join neighbours where the next line's first word would not have fitted at the margin."""
    width = max((line.end - line.start for line in group), default=0)
    held: Line | None = None
    last_start = 0
    for line in group:
        if held is not None and _continues(text, last_start, held, line, width):
            held = Line(held.start, line.end, held.body, held.after_gap, held.hashes, held.level)
        else:
            if held is not None:
                yield held
            held = line
        last_start = line.start
    if held is not None:
        yield held


def _continues(text: str, last_start: int, held: Line, line: Line, width: int) -> bool:
    """Tell whether ``line`` goes on with the line above it, which begins at ``last_start``.

    Where a sentence ends at the line's end nothing tells, and the lines stay apart.
    """
    if line.level or held.hashes or not MIN_WRAP <= width <= MAX_WRAP:
        return False
    if text[max(held.start, held.end - 3) : held.end].rstrip("\"')")[-1:] in {".", "!", "?", ":"}:
        return False
    if _FIELD.match(text, line.start, line.end) and _FIELD.match(text, held.start, held.end):
        return False  # rows of a table: "Iron Tide: Renewed"
    word = _FIRST_WORD.match(text, line.start, line.end)
    length = held.end - last_start
    return word is not None and length >= MIN_WRAP // 2 and length + 1 + len(word.group()) > width

"""Cut a text into blocks: what its lines are, before anyone reads their words.

A block is a line or a paragraph wrapped over several lines, without list markers and white
space at its sides. A leading `` date YYYY-MM-DD `` stands in no block. Kinds are decided by
shape alone (length, marks, place on the page), so a rule must bear a heading that is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from showgraph.extract.views import View

#: A leading date as feeds write it before the first line; group 1 is the date as written.
LEADING_DATE: Final = re.compile(r"\A[\s\ufeff]{0,8}date[ \t]{1,4}(\d{4}-\d{2}-\d{2})(?=\s|\Z)")

#: Longest headline, heading, byline, caption and key in words; from reading news pages, where
#: one in a hundred headlines is longer.
MAX_HEADLINE_WORDS: Final = 30
MAX_HEADING_WORDS: Final = 16
MAX_BYLINE_WORDS: Final = 20
MAX_CAPTION_WORDS: Final = 40
MAX_KEY_WORDS: Final = 4
#: Bylines stand among the first lines.
BYLINE_REACH: Final = 6
#: Text is wrapped by an editor between these widths; a longer line is a whole paragraph.
MIN_WRAP: Final = 45
MAX_WRAP: Final = 130


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADLINE = "headline"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    KEY_VALUE = "key value"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document. ``key`` and ``value`` are the two sides of a key-value line.

    ``level`` is the depth of a heading by its marks, or of a list item by its indent; else 0.
    Offsets are those of the canonical text.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    key: tuple[int, int] | None = None
    value: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block with its offsets in the view, for the stages that still read the view."""

    block: Block
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    """Lines joined to one: offsets in the view without white space at the sides."""

    start: int
    end: int
    indent: int
    after_gap: bool
    before_gap: bool


_LINE: Final = re.compile(r"[^\n]+")
_MARKER: Final = re.compile(
    r"(?:[*\u2022\u25aa\u25cf\u25e6\u2023-]|\u2014(?=\s)|\(?\d{1,3}[.)])\s+(?=\S)"
)
_HASHES: Final = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BYLINE: Final = re.compile(
    r"(?:(?:written|reported|reviewed|edited|posted|published)\s+)?by:?\s+[^\W\d_]",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(
    r"(?:published|updated|last updated|posted|first published)\b[^.]{0,80}\d{4}",
    re.IGNORECASE,
)
_CAPTION_WORD: Final = (
    r"(?:image|images|photo|photos|picture|pictures|photograph|pic|still|file photo|poster)"
)
_CAPTION: Final = re.compile(
    rf"\(?\s*{_CAPTION_WORD}(?:\s+(?:credit|courtesy|source|by|via|from))?s?\s*[:|/\u2014]",
    re.IGNORECASE,
)
_CREDIT_LINE: Final = re.compile(r"\(?\s*(?:credit|courtesy|source|via)\s*[:/]", re.IGNORECASE)
_KEY: Final = re.compile(
    r"(?:\*\*|__)?([^\W\d_][^:\n]{0,40}?)(?:\*\*|__)?\s*:(?:\*\*|__)?[ \t]+(?=\S)"
)
_STOP: Final = re.compile(r"[.!?][\"')\]]*\Z")
_FULL_STOP: Final = re.compile(r"\.[\"')\]]*\Z")
_TERMINAL: Final = re.compile(r"[.!?:;][\"')\]]*\Z")


def find_blocks(view: View) -> tuple[Block, ...]:
    """Return the blocks of a text in order; an empty text has none."""
    return tuple(stretch.block for stretch in find_stretches(view))


def find_stretches(view: View) -> list[Stretch]:
    """Return the blocks with their offsets in the view, in order."""
    text = view.text
    leading = LEADING_DATE.match(text)
    lines = list(_join_wrapped(text, _split_lines(text, leading.end() if leading else 0)))
    stretches: list[Stretch] = []
    for number, line in enumerate(lines):
        found = _classify(view, line, number, alone=len(lines) == 1)
        pieces = _split_repeated(view, found) if number == 0 else [found]
        stretches.extend(pieces)
    return stretches


def _split_lines(text: str, position: int) -> Iterator[_Line]:
    """Yield the lines that are not blank, each knowing whether blank lines stand around it."""
    after_gap = True
    held: tuple[int, int, int, bool] | None = None
    previous_end = position
    for match in _LINE.finditer(text, position):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        if held is not None:
            after_gap = text.count("\n", previous_end, start) > 1
            yield _Line(*held, before_gap=after_gap)
        held = (start, start + len(stripped), indent, after_gap)
        previous_end = start + len(stripped)
    if held is not None:
        yield _Line(*held, before_gap=True)


def _join_wrapped(text: str, lines: Iterator[_Line]) -> Iterator[_Line]:
    """Join the lines of a paragraph that an editor wrapped at its margin."""
    group: list[_Line] = []
    for line in lines:
        if group and line.after_gap:
            yield from _join_group(text, group)
            group = []
        group.append(line)
    yield from _join_group(text, group)


def _join_group(text: str, group: list[_Line]) -> Iterator[_Line]:
    """Join neighbours where the next line's first word would not have fitted at the margin."""
    width = max((line.end - line.start for line in group), default=0)
    joined: _Line | None = None
    last_start = 0
    for line in group:
        if joined is not None and _continues(text, last_start, joined.end, line, width):
            joined = _Line(joined.start, line.end, joined.indent, joined.after_gap, line.before_gap)
        else:
            if joined is not None:
                yield joined
            joined = line
        last_start = line.start
    if joined is not None:
        yield joined


def _continues(text: str, start: int, end: int, line: _Line, width: int) -> bool:
    """Tell whether ``line`` goes on with the line ``[start, end)`` above it."""
    if (
        _MARKER.match(text, line.start)
        or _HASHES.match(text, start)
        or _HASHES.match(text, line.start)
    ):
        return False
    if not MIN_WRAP <= width <= MAX_WRAP or end - start < MIN_WRAP // 2:
        return False
    match = re.compile(r"\S{1,40}").match(text, line.start)
    first_word = len(match.group()) if match else 0
    return end - start + 1 + first_word > width


def _classify(view: View, line: _Line, number: int, *, alone: bool) -> Stretch:
    """Return the block a line is, by the first shape that fits."""
    text, start, end = view.text, line.start, line.end
    hashes = _HASHES.match(text, start, end)
    if hashes is not None:
        kind = BlockKind.HEADLINE if number == 0 else BlockKind.HEADING
        return _stretch(view, kind, hashes.end(), end, level=len(hashes[1]))
    marker = _MARKER.match(text, start, end)
    level = 1 + line.indent // 2 if marker else 0
    if marker is not None:
        start = marker.end()
    key = _key(text, start, end)
    words = len(text[start:end].split(None, MAX_CAPTION_WORDS + 1))
    if key is not None and not _is_caption(text, start, end, words):
        return _key_value(view, start, end, key, level)
    if marker is not None:
        return _stretch(view, BlockKind.LIST_ITEM, start, end, level=level)
    kind = _kind(text, line, number, words)
    if alone and kind is BlockKind.HEADLINE:
        kind = BlockKind.PARAGRAPH
    return _stretch(view, kind, start, end)


def _kind(text: str, line: _Line, number: int, words: int) -> BlockKind:
    """Return the kind of a line that has neither marks nor a key."""
    start, end = line.start, line.end
    if _is_caption(text, start, end, words):
        return BlockKind.CAPTION
    if 0 < number < BYLINE_REACH and words <= MAX_BYLINE_WORDS and _is_byline(text, start, end):
        return BlockKind.BYLINE
    stopped = _FULL_STOP.search(text, max(start, end - 4), end) is not None
    if number == 0 and line.before_gap and words <= MAX_HEADLINE_WORDS and not stopped:
        return BlockKind.HEADLINE
    ended = _STOP.search(text, max(start, end - 4), end) is not None and not text.endswith(
        "?", start, end
    )
    if (
        number > 0
        and words <= MAX_HEADING_WORDS
        and not ended
        and not text.endswith((",", ";"), start, end)
    ):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _is_byline(text: str, start: int, end: int) -> bool:
    return (
        _BYLINE.match(text, start, end) is not None or _DATELINE.match(text, start, end) is not None
    )


def _is_caption(text: str, start: int, end: int, words: int) -> bool:
    """Tell whether a line names a picture or its source."""
    if words > MAX_CAPTION_WORDS:
        return False
    return (
        _CAPTION.match(text, start, end) is not None
        or _CREDIT_LINE.match(text, start, end) is not None
    )


def _key(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match of a key such as "Director: ", or None where a sentence stands."""
    found = _KEY.match(text, start, end)
    if found is None or len(found[1].split()) > MAX_KEY_WORDS:
        return None
    if not found[1][0].isupper() or any(mark in found[1] for mark in ",.;\"'?!"):
        return None
    return found


def _key_value(view: View, start: int, end: int, key: re.Match[str], level: int) -> Stretch:
    source = view.span(start, end)
    block = Block(
        BlockKind.KEY_VALUE,
        *source,
        level=level,
        key=view.span(*key.span(1)),
        value=view.span(key.end(), end),
    )
    return Stretch(block, start, end)


def _stretch(view: View, kind: BlockKind, start: int, end: int, *, level: int = 0) -> Stretch:
    return Stretch(Block(kind, *view.span(start, end), level=level), start, end)


def _split_repeated(view: View, first: Stretch) -> list[Stretch]:
    """Split a first line that says its headline twice, then perhaps goes on with the text."""
    text = view.text[first.start : first.end]
    length = _repeated_prefix(text)
    if not length:
        return [first]
    second = first.start + length + 1
    pieces = [
        _stretch(view, BlockKind.HEADLINE, first.start, first.start + length),
        _stretch(view, BlockKind.HEADLINE, second, second + length),
    ]
    rest = second + length + 1
    if rest < first.end:
        pieces.append(_stretch(view, BlockKind.PARAGRAPH, rest, first.end))
    return pieces


#: A headline of less than three words may repeat by chance ("Bye bye").
MIN_REPEATED: Final = 3
#: Longest headline in characters for the search of a repeated one.
MAX_REPEATED: Final = 300


def _repeated_prefix(text: str) -> int:
    """Return the length of a prefix that stands twice, apart by one blank, or 0."""
    probe = text[:12]
    position = text.find(probe, 1, MAX_REPEATED + len(probe))
    while position > 0:
        prefix = text[: position - 1]
        after = text[position + len(prefix) : position + len(prefix) + 1]
        if (
            text[position - 1] == " "
            and len(prefix.split()) >= MIN_REPEATED
            and text.startswith(prefix, position)
            and after in {"", " "}
        ):
            return len(prefix)
        position = text.find(probe, position + 1, MAX_REPEATED + len(probe))
    return 0

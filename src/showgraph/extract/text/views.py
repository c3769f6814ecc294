"""A view of a text in plain characters, with the way back to the text itself.

Newsrooms write one apostrophe in a dozen ways and send some of them through the wrong
encoding. Rules should see one. A view holds the text with plain quotation marks, hyphens,
spaces and letters; ``View.span`` turns its offsets into offsets of the canonical text, which
is never changed. Nothing else is normalised: case, line breaks and spelling stay.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

#: Unicode's stream-safe format (UAX 15, section 13) ends a sequence after 30 marks. Longer
#: ones are no language; composing them takes CPython quadratic time.
MAX_MARKS: Final = 30

# Code points, so that no editor changes what this table means.
_SINGLE_QUOTES: Final = (0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x00B4, 0x02BC, 0xFF07)
_DOUBLE_QUOTES: Final = (0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x00AB, 0x00BB, 0xFF02)
_HYPHENS: Final = (0x2010, 0x2011, 0x2212, 0xFE63, 0xFF0D)
_LONG_DASHES: Final = (0x2012, 0x2013, 0x2014, 0x2015)
_SPACES: Final = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_LINE_ENDS: Final = (0x85, 0x2028, 0x2029)
# Controls other than tab, line feed and carriage return.
_CONTROLS: Final = (
    *range(0x09),
    0x0B,
    0x0C,
    *range(0x0E, 0x20),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
)
EM_DASH: Final = "\u2014"

_ONE_TO_ONE: Final[dict[int, str]] = {
    **dict.fromkeys(_CONTROLS, " "),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_LONG_DASHES, EM_DASH),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    0xD7: "x",  # "6x60", the number and length of episodes
}

# What a byte of UTF-8 beyond the first looks like after a wrong decoding as Windows-1252;
# the five bytes without a character there come through as C1 controls.
_TRAIL: Final = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)
)
_TRAIL_CLASS: Final = f"[{re.escape(_TRAIL)}]"
_MARKS: Final = (
    "\u0300-\u036f\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5"
    "\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u3099\u309a"
)
_INVISIBLE: Final = (
    "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f"
    "\U000e0000-\U000e007f"
)

_CHANGED: Final = re.compile(r"[^\n\r\t -~]")
_EDIT: Final = re.compile(
    rf"(?P<mojibake>[\u00c2\u00c3\u00c4\u00c5]{_TRAIL_CLASS}|[\u00e0\u00e2]{_TRAIL_CLASS}{{2}}"
    rf"|\u00f0{_TRAIL_CLASS}{{3}}|\u00e2\u20ac(?=[\s.,;:!?)]|\Z))"
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
    rf"|(?P<marks>[^\s{_MARKS}][{_MARKS}]{{1,{MAX_MARKS}}}(?![{_MARKS}]))"
    rf"|(?P<jamo>[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?)"
)
# An en dash inside a word or number is a hyphen ("2016-2019", "rom-com").
_INNER_DASH: Final = re.compile(r"(?<=\w)[\u2012\u2013](?=\w)")
# A closing double quote where an apostrophe was meant: no opening one stands before it.
_WRONG_APOSTROPHE: Final = re.compile(r"(?<=[^\W\d_])\u201d(?=s\b)")
#: How far back an opening quote is looked for; titles are shorter.
_QUOTE_REACH: Final = 80


@dataclass(frozen=True, slots=True)
class View:
    """A text in plain characters beside the canonical text it was made from.

    ``edges`` has one row (offset in the view, its end there, offset in the source, its end
    there) for each stretch whose length changed, in order; empty where offsets are the same.
    """

    text: str
    source: str
    edges: tuple[tuple[int, int, int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the canonical text of the view's ``[start, end)``.

        A stretch that was replaced as one is taken whole. Invisible characters at either
        side are left out; those inside are part of the span.
        """
        if not self.edges:
            return start, end
        if start == end:
            place = self._start(start)
            return place, place
        return self._start(start), self._end(end)

    def _start(self, offset: int) -> int:
        row = bisect_right(self.edges, (offset, len(self.text) + 1)) - 1
        if row < 0:
            return offset
        _, view_end, source_start, source_end = self.edges[row]
        return source_start if offset < view_end else source_end + offset - view_end

    def _end(self, offset: int) -> int:
        row = bisect_right(self.edges, (offset,)) - 1
        if row < 0:
            return offset
        _, view_end, _, source_end = self.edges[row]
        return source_end if offset <= view_end else source_end + offset - view_end


def normalise(text: str) -> View:
    """Return the view of a text; time grows linearly with its length.

    One round of wrong decoding (UTF-8 read as Windows-1252) is undone, letters with separate
    accents are composed (NFC; singletons such as the Kelvin sign stay), zero-width and
    direction marks are dropped, quotation marks, hyphens and spaces made plain, every long
    dash is an em dash. Text of plain ASCII is its own view.
    """
    if _CHANGED.search(text) is None:
        return View(text, text)
    pieces: list[str] = []
    edges: list[tuple[int, int, int, int]] = []
    position = length = 0
    for match in _EDIT.finditer(text):
        replacement = _replacement(match)
        if replacement is None:
            continue
        start, end = match.span()
        pieces += (text[position:start], replacement)
        length += start - position
        edges.append((length, length + len(replacement), start, end))
        length += len(replacement)
        position = end
    pieces.append(text[position:])
    return View(_plain("".join(pieces)), text, tuple(edges))


def _replacement(match: re.Match[str]) -> str | None:
    """Return what takes the place of a match, or None to leave it."""
    found = match.group()
    if match.lastgroup == "invisible":
        return ""
    if match.lastgroup == "mojibake":
        return _decode_again(found)
    composed = unicodedata.normalize("NFC", found)
    return composed if composed != found else None


def _decode_again(found: str) -> str | None:
    """Undo one reading of UTF-8 as Windows-1252; None where ``found`` is no such thing."""
    if found == "\u00e2\u20ac":  # the last byte of a closing quotation mark was lost
        return "\u201d"
    raw = b"".join(_byte(char) for char in found)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _byte(char: str) -> bytes:
    """Return the byte that Windows-1252 shows as ``char``; it shows five bytes as nothing."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


def _plain(text: str) -> str:
    """Replace characters one for one."""
    if "\u2013" in text or "\u2012" in text:
        text = _INNER_DASH.sub("-", text)
    if "\u201d" in text:
        text = _WRONG_APOSTROPHE.sub(_apostrophe, text)
    return text.translate(_ONE_TO_ONE)


def _apostrophe(match: re.Match[str]) -> str:
    opened = match.string.rfind("\u201c", max(0, match.start() - _QUOTE_REACH), match.start())
    closed = match.string.rfind("\u201d", max(0, match.start() - _QUOTE_REACH), match.start())
    return match.group() if opened > closed else "'"

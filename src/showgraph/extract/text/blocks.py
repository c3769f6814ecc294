"""Cut a text into blocks: what its lines are, before anyone reads their words.

A block is a line or a paragraph wrapped over several lines, without list markers and white
space at its sides. A leading `` date YYYY-MM-DD `` stands in no block. Kinds are decided by
shape alone (length, marks, place on the page), so a rule must bear a heading that is none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from showgraph.extract.text.headlines import find_headline_cuts
from showgraph.extract.text.lines import Line, read_lines
from showgraph.extract.text.views import View

#: Longest of each kind in words; generous, so that a miss makes a paragraph and nothing worse.
MAX_HEADLINE_WORDS: Final = 45
MAX_HEADING_WORDS: Final = 16
MAX_TITLE_WORDS: Final = 6
MAX_BYLINE_WORDS: Final = 20
MAX_CAPTION_WORDS: Final = 40
MAX_KEY_WORDS: Final = 4
MAX_VALUE_WORDS: Final = 12
#: Bylines stand among the first lines.
BYLINE_REACH: Final = 6
#: So many unmarked short lines in a row are a list without markers.
MIN_LIST: Final = 3


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


#: Keys of fact boxes; other keys need a neighbour of the same shape.
_FIELDS: Final = re.compile(
    r"\b(?:cast|starring|stars|star|creators?|created by|directors?|directed by|writers?"
    r"|written by|producers?|produced by|showrunners?|platforms?|network|channel|where to watch"
    r"|streaming on|available on|release dates?|released?|premieres?|premiere dates?|air date"
    r"|episodes?|seasons?|genres?|languages?|country|run ?time|running time|studios?"
    r"|production|production compan(?:y|ies)|based on|rating|host|judges|music|composer"
    r"|starcast|production house|banner|screenplay|story|dialogues|cinematography|editor"
    r"|(?:no\.?|number) of episodes|streaming (?:site|platform|service|date)|ott|when|where)\Z",
    re.IGNORECASE,
)
_KEY: Final = re.compile(
    r"(?:\*\*|__)?([^\W\d_][^:\n]{0,40}?)(?:\*\*|__)?\s?:(?:\*\*|__)?[ \t]+(?=\S)",
)
_BYLINE: Final = re.compile(
    r"(?:(?i:(?:written|reported|reviewed|edited|posted|published)\s+)?(?i:by):?\s+)[A-Z@]",
)
_DATELINE: Final = re.compile(
    r"(?:first published|published|last updated|updated|posted)\b[^.]{0,80}\d{4}",
    re.IGNORECASE,
)
_PICTURE: Final = r"(?:images?|photos?|pictures?|photographs?|pics?|still|file photo|poster)"
_FROM: Final = r"(?:credits?|courtesy|source|by|via|from)"
_CREDIT: Final = (
    rf"(?:{_PICTURE}(?:\s{_FROM})?|credits?|courtesy|sources?|via|pictured)\s?[:|/\u2014]"
    rf"|{_PICTURE}\s(?:by|via|from)\s|(?:{_PICTURE}\s)?courtesy of\b"
)
_CAPTION: Final = re.compile(rf"[(\[]?\s?(?:{_CREDIT})", re.IGNORECASE)
_FILE: Final = re.compile(r"\S+\.(?:jpe?g|png|gif|webp)", re.IGNORECASE)
_CAPTION_END: Final = re.compile(rf"[(\[](?:{_CREDIT})[^()\[\]]{{1,80}}[)\]]\Z", re.IGNORECASE)
_COURTESY_END: Final = re.compile(r"[.)] (?:Photo |Image )?Courtesy (?:of )?[A-Z][^.]{1,60}\.?\Z")
#: How far before its end a caption's credit may begin.
_CREDIT_REACH: Final = 120
_CLOSING: Final = "\"')]*_ "


def find_blocks(view: View) -> tuple[Block, ...]:
    """Return the blocks of a text in order; an empty text has none."""
    return tuple(stretch.block for stretch in find_stretches(view))


def find_stretches(view: View) -> list[Stretch]:
    """Return the blocks with their offsets in the view, in order."""
    lines = read_lines(view.text)
    keys = [_key(view.text, line) for line in lines]
    stretches: list[Stretch] = []
    for number, line in enumerate(lines):
        key = keys[number]
        if key is not None and (
            _is_field(key)
            or (_has_neighbour(lines, keys, number) and not _heads_text(view.text, lines, number))
        ):
            stretches.append(_key_value(view, line, key))
        else:
            kind = _kind(view.text, line, number, alone=len(lines) == 1)
            stretches.append(_stretch(view, kind, line.body, line.end, level=line.level))
    return _split_headline(view, stretches[:1]) + _mark_lists(view, stretches[1:], lines[1:])


def _kind(text: str, line: Line, number: int, *, alone: bool) -> BlockKind:
    """Return the kind of a line by the first shape that fits."""
    start, end = line.body, line.end
    if line.hashes:
        return BlockKind.HEADLINE if number == 0 else BlockKind.HEADING
    if line.is_item:
        return BlockKind.LIST_ITEM
    n_words = len(text[start : min(end, start + 1000)].split())
    if n_words <= MAX_CAPTION_WORDS and _is_caption(text, start, end):
        return BlockKind.CAPTION
    if 0 < number < BYLINE_REACH and n_words <= MAX_BYLINE_WORDS and _is_byline(text, start, end):
        return BlockKind.BYLINE
    mark = text[start:end].rstrip(_CLOSING)[-1:]
    if number == 0:
        short = n_words <= MAX_HEADLINE_WORDS and mark not in {".", ",", ";"}
        return BlockKind.HEADLINE if short and not alone else BlockKind.PARAGRAPH
    short = n_words <= MAX_HEADING_WORDS and mark not in {".", "!", ",", ";"}
    is_quoted = text[start] in "\"'" and text[end - 1] in "\"'" and not _is_title(text, start, end)
    return BlockKind.HEADING if short and not is_quoted else BlockKind.PARAGRAPH


def _is_title(text: str, start: int, end: int) -> bool:
    """Tell whether a quoted line is written as a title: few words, all longer ones capitalised."""
    words = text[start + 1 : end - 1].replace("(", "").split()
    long = [word for word in words if len(word) > 3]  # noqa: PLR2004 - small words
    return 0 < len(words) <= MAX_TITLE_WORDS and all(w[0].isupper() for w in long or words)


def _is_byline(text: str, start: int, end: int) -> bool:
    """Tell whether a line names its author or its day of publication; no sentence does."""
    return text[end - 1] != "." and any(
        shape.match(text, start, end) for shape in (_BYLINE, _DATELINE)
    )


def _is_caption(text: str, start: int, end: int) -> bool:
    """Tell whether a line names a picture or where it comes from."""
    if _CAPTION.match(text, start, end) or _FILE.fullmatch(text, start, end):
        return True
    begin = max(start, end - _CREDIT_REACH)
    return any(shape.search(text, begin, end) for shape in (_CAPTION_END, _COURTESY_END))


def _key(text: str, line: Line) -> re.Match[str] | None:
    """Return the match of a key such as "Director: ", or None where a sentence stands."""
    found = None if line.hashes else _KEY.match(text, line.body, line.end)
    if found is None or len(found[1].split()) > MAX_KEY_WORDS or not found[1][0].isupper():
        return None
    if any(mark in found[1] for mark in ",.;\"'?!(") or _is_caption(text, line.body, line.end):
        return None
    return found


def _is_field(key: re.Match[str]) -> bool:
    return _FIELDS.search(key[1].rstrip("*_ ")) is not None


def _has_neighbour(
    lines: Sequence[Line],
    keys: Sequence[re.Match[str] | None],
    number: int,
) -> bool:
    """Tell whether a short line of the same shape stands above or below; not for a headline."""
    return number > 0 and any(
        _is_short(lines[place], keys[place]) and _is_short(lines[number], keys[number])
        for place in (number - 1, number + 1)
        if 0 < place < len(lines)
    )


def _heads_text(text: str, lines: Sequence[Line], number: int) -> bool:
    """Tell whether a line in title case stands over a long paragraph: "Tide: The Salt Years"."""
    line = lines[number]
    following = lines[number + 1] if number + 1 < len(lines) else line
    words = text[line.body : line.end].split()
    long = len(text[following.body : following.end].split()) > MAX_HEADING_WORDS
    named = all(word[0].isupper() for word in words if len(word) > 3)  # noqa: PLR2004 - small words
    return long and named and following.after_gap and len(words) <= MAX_TITLE_WORDS


def _is_short(line: Line, key: re.Match[str] | None) -> bool:
    """Tell whether a line has a key and a value that is no sentence."""
    if key is None:
        return False
    value = key.string[key.end() : line.end]
    return len(value.split(None, MAX_VALUE_WORDS)) <= MAX_VALUE_WORDS


def _key_value(view: View, line: Line, key: re.Match[str]) -> Stretch:
    block = Block(
        BlockKind.KEY_VALUE,
        *view.span(line.body, line.end),
        level=line.level,
        key=view.span(*key.span(1)),
        value=view.span(key.end(), line.end),
    )
    return Stretch(block, line.body, line.end)


def _stretch(view: View, kind: BlockKind, start: int, end: int, *, level: int = 0) -> Stretch:
    return Stretch(Block(kind, *view.span(start, end), level=level), start, end)


def _mark_lists(
    view: View,
    stretches: Sequence[Stretch],
    lines: Sequence[Line],
) -> list[Stretch]:
    """Turn short lines that follow one another into list items: headings head something.

    The first of them stays a heading where a blank line stands before it and none behind.
    """
    marked = list(stretches)
    first = 0
    for place in range(len(marked) + 1):
        if place < len(marked) and _is_plain_heading(view, marked[place]):
            continue
        if place - first >= MIN_LIST:
            announced = first > 0 and view.text[marked[first - 1].end - 1] == ":"
            headed = not announced and lines[first].after_gap and not lines[first + 1].after_gap
            for item in range(first + headed, place):
                block = replace(marked[item].block, kind=BlockKind.LIST_ITEM)
                marked[item] = replace(marked[item], block=block)
        first = place + 1
    return marked


def _is_plain_heading(view: View, stretch: Stretch) -> bool:
    """Tell whether a heading has neither hashes nor a colon, so that it may be a list's item."""
    is_heading = stretch.block.kind is BlockKind.HEADING and stretch.block.level == 0
    return is_heading and view.text[stretch.end - 1] != ":"


def _split_headline(view: View, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Split a first line that holds its headline and goes on with it or with the text."""
    if not stretches or stretches[0].block.kind not in {BlockKind.HEADLINE, BlockKind.PARAGRAPH}:
        return list(stretches)
    first = stretches[0]
    text = view.text[first.start : first.end]
    cuts = find_headline_cuts(text)
    if not cuts:
        return [first]
    pieces: list[Stretch] = []
    headline = text[: cuts[0]].rstrip()
    for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True):
        piece = text[start:end].rstrip()
        kind = BlockKind.HEADLINE if piece == headline else BlockKind.PARAGRAPH
        place = first.start + start
        pieces.append(_stretch(view, kind, place, place + len(piece)))
    return pieces

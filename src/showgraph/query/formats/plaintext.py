"""Rows as a table of plain text, for people, fitted to a width."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

_GAP: Final = "  "
NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
#: No column is made narrower than this to fit, however many there are.
_MIN_WIDTH: Final = 8


def format_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    width: int | None = None,
) -> str:
    """Return a table with a line of headings, ending with a newline.

    A column without any text is left out, numbers stand at the right. Lines that would pass
    ``width`` (in columns of a terminal) are broken inside their cells; too many columns for it
    pass it all the same.

    Args:
        columns: Headings.
        rows: Texts; line breaks in them become blanks.
        width: Columns of the terminal, None for no limit.
    """
    texts = [[" ".join(cell.split()) for cell in row] for row in rows]
    kept = [n for n in range(len(columns)) if not rows or any(row[n] for row in texts)]
    heads = [columns[n] for n in kept]
    texts = [[row[n] for n in kept] for row in texts]
    widths = [
        max(map(display_width, column))
        for column in zip(heads, *texts, strict=True)
    ]  # fmt: skip
    widths = _fit(widths, width)
    right = [all(NUMBER.fullmatch(row[n]) for row in texts if row[n]) for n in range(len(heads))]
    lines = [_join(heads, widths, right), _join(["-" * each for each in widths], widths, right)]
    for row in texts:
        cells = [_wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
        height = max(map(len, cells), default=1)
        padded = [[*cell, *[""] * (height - len(cell))] for cell in cells]
        lines += [_join(line, widths, right) for line in zip(*padded, strict=True)]
    return "\n".join(lines) + "\n"


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _fit(widths: list[int], width: int | None) -> list[int]:
    """Return widths whose sum fits, taking from the widest column first."""
    if width is None:
        return widths
    fitted = list(widths)
    room = width - len(_GAP) * (len(widths) - 1)
    while sum(fitted) > room and max(fitted, default=0) > _MIN_WIDTH:
        widest = max(range(len(fitted)), key=fitted.__getitem__)
        others = sorted(fitted)[-2] if len(fitted) > 1 else 0
        least = max(_MIN_WIDTH, min(others, fitted[widest] - 1))
        fitted[widest] = max(least, fitted[widest] - (sum(fitted) - room))
    return fitted


def _wrap(text: str, width: int) -> list[str]:
    """Return the lines of a cell; a word that is wider than the column is cut."""
    lines = [""]
    for word in text.split(" "):
        rest = word
        if lines[-1] and display_width(f"{lines[-1]} {rest}") > width:
            lines.append("")
        while display_width(rest) > width:
            piece = _head(rest, width)
            lines[-1] = piece
            lines.append("")
            rest = rest[len(piece) :]
        lines[-1] = f"{lines[-1]} {rest}" if lines[-1] else rest
    return lines


def _head(text: str, width: int) -> str:
    """Return the beginning of a text that fits, at least one character."""
    taken = 0
    for position, character in enumerate(text):
        taken += _character_width(character)
        if taken > width:
            return text[: max(position, 1)]
    return text


def _join(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    """Return the cells of one line, padded."""
    padded = [
        " " * (width - display_width(cell)) + cell
        if is_right
        else cell + " " * (width - display_width(cell))
        for cell, width, is_right in zip(cells, widths, right, strict=True)
    ]
    return _GAP.join(padded).rstrip()

"""Rows as Markdown and as HTML, with all that could be markup in them escaped."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from showgraph.query.formats.plaintext import NUMBER

#: What has a meaning in Markdown anywhere in a line (https://spec.commonmark.org/0.31.2/,
#: sections 2.4 and 6; https://github.github.com/gfm/#tables-extension- for the bar).
_MARKDOWN: Final = re.compile(r"[\\`*_{}\[\]<>|~#&$]")
#: Lines that begin a list, a heading or a rule.
_LINE_START: Final = re.compile(r"^([-+=]|\d+[.)])")
#: A text that GitHub's Markdown would make a link (https://github.github.com/gfm/#autolinks-extension-).
_AUTOLINK: Final = re.compile(r"(https?|ftp)(://)|(www)(\.)", re.IGNORECASE)
#: No character of an HTML document (https://html.spec.whatwg.org/#writing), but white space.
_NOT_HTML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_WEB: Final = re.compile(r"https?://[^\s<>\"]+")

Row = Sequence[tuple[str, str]]
"""The cells of a row: what is read, and the IRI that it stands for, "" for none."""


def to_markdown(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Return a table in GitHub's Markdown, ending with a newline; numbers stand at the right.

    Args:
        columns: Headings.
        rows: Cells, as many as there are columns. An IRI of the web makes a link.
    """
    right = [_is_numeric([row[n][0] for row in rows]) for n in range(len(columns))]
    lines = [
        _markdown_line(map(escape_markdown, columns)),
        _markdown_line("---:" if each else "---" for each in right),
        *(_markdown_line(_markdown_cell(*cell) for cell in row) for row in rows),
    ]
    return "".join(f"{line}\n" for line in lines)


def escape_markdown(text: str) -> str:
    """Return a text on one line that Markdown shows as it is."""
    line = _MARKDOWN.sub(lambda found: "\\" + found[0], " ".join(text.split()))
    line = _LINE_START.sub(lambda found: found[0][:-1] + "\\" + found[0][-1], line)
    return _AUTOLINK.sub(_break_link, line)


def _break_link(found: re.Match[str]) -> str:
    """Return the start of an address with its first sign as a character reference."""
    sign = found[2] or found[4]
    return f"{found[1] or found[3]}&#{ord(sign[0])};{sign[1:]}"


def _markdown_cell(text: str, iri: str) -> str:
    shown = escape_markdown(text)
    if not shown or not _WEB.fullmatch(iri):
        return shown
    return f"[{shown}](<{iri.replace('|', '%7C')}>)"


def _markdown_line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def to_html(columns: Sequence[str], rows: Sequence[Row], *, caption: str = "") -> str:
    """Return a table as an HTML fragment, ending with a newline.

    Each text is isolated, so that writing from right to left in it moves nothing else.

    Args:
        columns: Headings.
        rows: Cells, as many as there are columns. An IRI of the web makes a link.
        caption: What the table shows; "" for none.
    """
    right = [_is_numeric([row[n][0] for row in rows]) for n in range(len(columns))]
    head = "".join(f'<th scope="col">{_isolated(name)}</th>' for name in columns)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="text-align:right">{_html_cell(*cell)}</td>'
            if is_number
            else f"<td>{_html_cell(*cell)}</td>"
            for cell, is_number in zip(row, right, strict=True)
        )
        + "</tr>\n"
        for row in rows
    )
    title = f"<caption>{_isolated(caption)}</caption>\n" if caption else ""
    return (
        f'<table class="showgraph">\n{title}<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n</table>\n"
    )


def _html_cell(text: str, iri: str) -> str:
    if not text or not _WEB.fullmatch(iri):
        return _isolated(text)
    return f'<a href="{escape_html(iri)}">{_isolated(text)}</a>'


def _isolated(text: str) -> str:
    return f"<bdi>{escape_html(text)}</bdi>" if text else ""


def escape_html(text: str) -> str:
    """Return a text that HTML and SVG show as it is; what neither can hold becomes U+FFFD."""
    import html  # noqa: PLC0415 - its tables are for this format alone

    return html.escape(_NOT_HTML.sub("\ufffd", text))


def to_page(title: str, body: str) -> str:
    """Return a whole HTML page around a fragment; it loads nothing."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape_html(title)}</title>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )


def paragraphs(lines: Iterable[str]) -> str:
    """Return each line as an HTML paragraph."""
    return "".join(f"<p>{_isolated(line)}</p>\n" for line in lines)


def _is_numeric(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and all(NUMBER.fullmatch(text) for text in filled)

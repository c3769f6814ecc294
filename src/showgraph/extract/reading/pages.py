"""Read a page of HTML: its main text in blocks, its headline, its day and its address.

The canonical text of a page is what stands here as ``Page.text``: the headline, then headings
with ``##``, list items with ``-`` and paragraphs, each a line with a blank line before it; a table
row of two cells is "Key: value". Offsets of claims are offsets in that text, not in the file.
What is menu, comment and advertisement is decided by trafilatura, which the extra ``html``
installs; nothing is fetched, and no script of a page runs.
"""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from showgraph.errors import DocumentError
from showgraph.iris import name_key

#: Endings of pages, compared in lower case.
PAGE_ENDINGS: Final = (".html", ".htm", ".xhtml")
_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]{2,40})", re.IGNORECASE)
#: A page says how it is encoded among its first bytes
#: (https://html.spec.whatwg.org/multipage/semantics.html#charset).
_CHARSET_REACH: Final = 1024
#: Where pages state their day of publication, surest first.
_DAY_FIELDS: Final = (
    "article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "pubdate",
    "publish-date",
    "date",
)
_ISO_DAY: Final = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?![\d])")
#: Elements behind which a new line begins.
_BREAKS: Final = frozenset({"lb", "br", "p", "quote", "item", "div"})
#: Deeper than any page is; a tree beyond it would take its readers' stack.
MAX_DEPTH: Final = 200
#: More attributes in one element than this take the parser quadratic time.
MAX_ATTRIBUTES: Final = 2000
_LONG_TAG: Final = re.compile(r"<[A-Za-z][^<>]{4000,}")


@dataclass(frozen=True, slots=True)
class Page:
    """The main text of a page and what the page states about it."""

    text: str
    title: str | None
    date: str | None  # ISO day
    date_source: str | None
    url: str | None


def read_page(data: bytes, source: str) -> Page:
    """Return the main text of a page.

    Args:
        data: The file's bytes, in UTF-8 or the encoding that the page states.
        source: The file's path, for messages.

    Raises:
        DocumentError: If the extra ``html`` is not installed, the bytes are no text, the page
            nests beyond measure, or no main text is found.
    """
    markup = _decode(data, source)
    trafilatura, html = _import(source)
    tree = _parse(html, markup, source)
    headline = _headline(tree)
    found = trafilatura.bare_extraction(tree, include_comments=False, include_formatting=True)
    body = getattr(found, "body", None)
    blocks = [] if body is None else list(_blocks(body))
    if headline and blocks and name_key(blocks[0].lstrip("# ")) == name_key(headline):
        blocks = blocks[1:]
    if not blocks:
        raise DocumentError(source, "no main text found in the page")
    day, how = _day(tree)
    text = "\n\n".join([headline, *blocks] if headline else blocks) + "\n"
    return Page(text, headline or None, day, how, _address(tree))


def _import(source: str) -> tuple[Any, Any]:
    """Return the libraries that read HTML."""
    try:
        trafilatura = import_module("trafilatura")
        html = import_module("lxml.html")
    except ImportError as error:
        raise DocumentError(
            source, "reading HTML takes the extra 'html': pip install 'showgraph[html]'"
        ) from error
    # It reports on standard error what a page lacks; that goes to our caller as a reason.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura, html


def _decode(data: bytes, source: str) -> str:
    stated = _CHARSET.search(data[:_CHARSET_REACH])
    for encoding in ("utf-8-sig", stated[1].decode("ascii") if stated else "utf-8"):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        # Neither XML nor this package has a place for these characters.
        return re.sub("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]", " ", text)
    told = f"not {stated[1].decode('ascii')!r} either" if stated else "no charset stated"
    raise DocumentError(source, f"not UTF-8, and {told}")


def _parse(html: Any, markup: str, source: str) -> Any:  # noqa: ANN401 - lxml has no types
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    etree = import_module("lxml.etree")
    if not markup.strip():
        raise DocumentError(source, "empty")
    for tag in _LONG_TAG.finditer(markup):
        if max(tag[0].count("="), len(tag[0].split())) > MAX_ATTRIBUTES:
            raise DocumentError(source, f"an element of over {MAX_ATTRIBUTES} attributes")
    try:
        tree = html.document_fromstring(markup.encode(), parser=parser)
    except (ValueError, etree.LxmlError) as error:
        raise DocumentError(source, f"no HTML: {error}") from error
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise DocumentError(source, f"a page nested deeper than {MAX_DEPTH} elements")
    return tree


def _headline(tree: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the only heading of the first level, else the title that the page states."""
    headings = [_words(node) for node in tree.iter("h1")]
    headings = [words for words in headings if words]
    if len(set(headings)) == 1:
        return headings[0]
    stated = _metadata(tree).get("og:title", "")
    if stated:
        return " ".join(stated.split())
    return headings[0] if headings else next((_words(n) for n in tree.iter("title")), "")


def _metadata(tree: Any) -> dict[str, str]:  # noqa: ANN401 - lxml has no types
    """Return the first content of each ``meta`` element by its name in lower case."""
    fields: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        fields.setdefault(name.lower(), node.get("content") or "")
    return fields


def _day(tree: Any) -> tuple[str | None, str | None]:  # noqa: ANN401 - lxml has no types
    """Return the day of publication that the page states, and where."""
    fields = _metadata(tree)
    for name in _DAY_FIELDS:
        found = _ISO_DAY.match(fields.get(name, ""))
        if found is not None:
            return found[1], f"page metadata ({name})"
    for node in tree.iter("script"):
        if (node.get("type") or "").lower() == "application/ld+json":
            found = _ISO_DAY.match(_published(node.text or ""))
            if found is not None:
                return found[1], "page metadata (JSON-LD)"
    stamps = {node.get("datetime") or "" for node in tree.iter("time") if not _is_update(node)}
    days = {found[1] for found in map(_ISO_DAY.match, stamps) if found is not None}
    if len(days) == 1:  # several are those of other articles or of comments
        return days.pop(), "time element"
    return None, None


def _is_update(node: Any) -> bool:  # noqa: ANN401 - lxml has no types
    words = f"{node.get('class') or ''} {node.get('itemprop') or ''}".lower()
    return "modif" in words or "updat" in words


def _published(text: str) -> str:
    """Return ``datePublished`` of a JSON-LD script, or nothing."""
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        return ""
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, Mapping):
            day = value.get("datePublished")
            if isinstance(day, str):
                return day
            waiting.append(value.get("@graph"))
    return ""


def _address(tree: Any) -> str | None:  # noqa: ANN401 - lxml has no types
    for node in tree.iter("link"):
        address = node.get("href") or ""
        if (node.get("rel") or "").lower() == "canonical" and _is_web(address):
            return str(address)
    address = _metadata(tree).get("og:url", "")
    return address if _is_web(address) else None


def _is_web(address: str) -> bool:
    return address.startswith(("https://", "http://")) and not re.search(
        r"[\s<>\"{}|\\^`]", address
    )


def _blocks(body: Any) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """Yield the blocks of a main text as lines, in order."""
    for node in body:
        match node.tag:
            case "head":
                yield from _marked("## ", _words(node))
            case "list":
                yield from (
                    line for item in node.iter("item") for line in _marked("- ", _words(item))
                )
            case "table":
                yield from (line for row in node.iter("row") for line in _marked("", _row(row)))
            case _:
                for line in _words(node, breaks="\n").split("\n"):
                    yield from _marked("", line)


def _marked(mark: str, words: str) -> Iterator[str]:
    if words.strip():
        yield mark + words.strip()


def _row(row: Any) -> str:  # noqa: ANN401 - lxml has no types
    cells = [words for words in map(_words, row.iter("cell")) if words]
    if len(cells) == 2:  # noqa: PLR2004 - a key and its value
        return f"{cells[0].rstrip(':')}: {cells[1]}"
    return ", ".join(cells)


def _words(node: Any, *, breaks: str = " ") -> str:  # noqa: ANN401 - lxml has no types
    """Return the text of an element with single blanks; ``breaks`` stands for a line break."""
    pieces: list[str] = []
    for event, part in import_module("lxml.etree").iterwalk(node, events=("start", "end")):
        if event == "start":
            pieces.append(_spaced(part.text))
            continue
        if part.tag in _BREAKS and part is not node:
            pieces.append(breaks)
        if part is not node:
            pieces.append(_spaced(part.tail))
    return "\n".join(" ".join(line.split()) for line in "".join(pieces).split("\n")).strip()


def _spaced(text: str | None) -> str:
    return re.sub(r"\s", " ", text or "")

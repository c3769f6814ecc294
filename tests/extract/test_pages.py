"""Web pages, patterns and the day of a document: what the reader makes of them."""

import builtins
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from showgraph.errors import UnavailableError
from showgraph.extract.extraction import read_all
from showgraph.extract.reading.dating import find_date
from showgraph.extract.reading.documents import read_documents
from showgraph.model import Document

_BODY = (
    "<p>The drama series &lsquo;Iron Tide&rsquo; has been renewed for a second season, Netflix "
    "said on Monday. The drama series &ldquo;Iron Tide&rdquo; was created by <b>Ana Bell</b>"
    "&nbsp;and Omar Reyes.</p><h2>The cast</h2><ul><li>Mia Park as Inspector Hale</li><li>Tom "
    "Low as Jack</li></ul><table><tr><td>Creator</td><td>Ana Bell</td></tr></table><p>Filming goes "
    "on in the harbour, where the crew has been at work since the spring, and where the people of "
    "the town come to look on when it does not rain.<br>It rains a lot.</p>"
)
_PAGE = """<!doctype html><html><head><title>Iron Tide goes on - The Quay</title>
<link rel="canonical" href="https://quay.example/2024/03/02/iron-tide">{head}</head><body>
<nav><a href="/">Home</a><a href="/more">More series news</a></nav>
<article><h1>&lsquo;Iron Tide&rsquo; renewed for season two</h1>{body}</article>
<aside><p>Read next: Low Water is cancelled</p></aside>
<footer>Copyright 1999 The Quay. All rights reserved.</footer></body></html>"""


def page(head: str = "", body: str = _BODY) -> str:
    """Return a page that differs in what the test varies."""
    return _PAGE.format(head=head, body=body)


def read_one(folder: Path, content: str | bytes, name: str = "a.html") -> Document:
    """Return the document that a page becomes."""
    data = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(data)
    collection = read_documents([folder / name])
    assert collection.skipped == ()
    return collection.documents[0]


def reason_for(folder: Path, content: str | bytes, name: str = "a.html") -> str:
    """Return why a file is skipped."""
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (skipped,) = read_documents([folder / name]).skipped
    return skipped.reason


def test_page_becomes_headline_and_blocks(tmp_path: Path) -> None:
    """Menu, aside and footer go; headline, headings, items, rows and breaks are lines."""
    document = read_one(tmp_path, page())

    lines = [line for line in document.text.split("\n") if line]
    assert lines[0] == document.title == "\u2018Iron Tide\u2019 renewed for season two"
    assert lines.count(lines[0]) == 1
    assert "## The cast" in lines
    assert "- Mia Park as Inspector Hale" in lines
    assert "Creator: Ana Bell" in lines
    assert lines[-1] == "It rains a lot."
    assert "created by Ana Bell and Omar Reyes" in document.text
    assert not any(word in document.text for word in ("Home", "Copyright", "Low Water"))


def test_claims_of_a_page_quote_its_canonical_text(tmp_path: Path) -> None:
    """Offsets are offsets of the text that the document holds."""
    document = read_one(tmp_path, page())
    (reading,) = read_all([document])

    assert {"creator", "season_status"} <= {claim.relation for claim in reading.claims}
    for claim in reading.claims:
        for evidence in claim.evidence:
            assert document.text[evidence.start : evidence.end] == evidence.quote


@pytest.mark.parametrize(
    ("head", "day", "how"),
    [
        (
            '<meta property="article:published_time" content="2024-03-01T22:10:00Z">',
            "2024-03-01",
            "page metadata (article:published_time)",
        ),
        (
            '<script type="application/ld+json">[{"datePublished": "2024-02-29"}]</script>',
            "2024-02-29",
            "page metadata (JSON-LD)",
        ),
        (
            '<script type="application/ld+json">{"datePublished": </script>',
            "2024-03-02",
            "address",
        ),
        ('<meta name="date" content="last week">', "2024-03-02", "address"),
        ('<meta property="article:modified_time" content="2025-01-01">', "2024-03-02", "address"),
    ],
)
def test_day_of_a_page_and_where_it_stood(tmp_path: Path, head: str, day: str, how: str) -> None:
    """What the page states comes first, then the address; an update is no publication."""
    document = read_one(tmp_path, page(head))

    assert (document.date, document.date_source) == (day, how)
    assert document.url == "https://quay.example/2024/03/02/iron-tide"


def test_time_elements_count_only_where_they_agree(tmp_path: Path) -> None:
    """Several days are those of other articles."""
    body = "<p><time datetime='2023-01-05'>Jan 5</time></p>" + _BODY
    one = read_one(tmp_path, page(body=body).replace("/2024/03/02", ""), "one.html")
    two = page(body=body + "<time datetime='2022-01-05'>Jan 5</time>").replace("/2024/03/02", "")

    assert (one.date, one.date_source) == ("2023-01-05", "time element")
    assert read_one(tmp_path, two, "two.html").date is None


def test_encoding_that_the_page_states_is_used(tmp_path: Path) -> None:
    """Older pages are no UTF-8 and say so; where none is stated the page is refused."""
    stated = page('<meta charset="windows-1252">').replace("Ana Bell", "Añá Bell")
    document = read_one(tmp_path, stated.encode("windows-1252"))

    assert "Añá Bell" in document.text
    assert "no charset stated" in reason_for(
        tmp_path, page().replace("Ana", "Añá").encode("windows-1252"), "b.html"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "empty"),
        (" \n ", "empty"),
        ("<html><body></body></html>", "no main text"),
        ("<div>" * 5000 + "Iron Tide", "nested deeper|no main text"),
        ("<!-- nothing -->", "no HTML|no main text"),
        ("<p " + "".join(f"a{n}=1 " for n in range(100_000)) + ">x", "over 2000 attributes"),
    ],
    ids=["nothing", "blank", "bare", "deep", "comment", "attributes"],
)
def test_page_without_text_is_skipped_with_a_reason(
    tmp_path: Path, content: str, reason: str
) -> None:
    """No page makes the reader fail."""
    (tmp_path / "good.txt").write_text("Iron Tide.")
    (tmp_path / "bad.html").write_text(content)
    collection = read_documents([tmp_path])

    assert [document.id for document in collection.documents] == ["good"]
    assert any(word in collection.skipped[0].reason for word in reason.split("|"))


def test_large_page_is_read_in_bounded_time(tmp_path: Path) -> None:
    """A page of two megabytes is no reason to wait."""
    start = time.process_time()
    document = read_one(tmp_path, page(body=_BODY * 2500))

    assert len(document.text) > 200_000
    assert time.process_time() - start < 30


def test_missing_extra_is_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra a page is skipped with the command that helps."""
    real = builtins.__import__

    def refuse(name: str, *rest: object) -> ModuleType:
        if name.partition(".")[0] == "trafilatura":
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type] # passed on as it came

    for name in [n for n in sys.modules if n.partition(".")[0] == "trafilatura"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.setattr(builtins, "__import__", refuse)
    (tmp_path / "a.txt").write_text("Iron Tide.")
    (tmp_path / "b.html").write_text(page())
    collection = read_documents([tmp_path])

    assert [document.id for document in collection.documents] == ["a"]
    assert "pip install 'showgraph[html]'" in collection.skipped[0].reason


def test_patterns_stand_for_what_they_match(tmp_path: Path) -> None:
    """A shell that does not expand them is no hindrance; hidden files stay out."""
    for name in ("a.txt", "b.md", "sub/c.txt", "sub/deep/d.txt", ".e.txt", "[f].txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)

    def ids(pattern: str) -> list[str]:
        return [document.id for document in read_documents([tmp_path / pattern]).documents]

    assert ids("*.txt") == ["[f]", "a"]
    assert ids("**/*.txt") == ["[f]", "a", "c", "d"]
    assert ids("su*") == ["c", "d"]
    assert ids("?.[mt]*") == ["a", "b"]
    assert ids("[f].txt") == ["[f]"]
    with pytest.raises(UnavailableError, match=r"matches the pattern: .*\*\.xyz"):
        ids("*.xyz")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Iron Tide ends\nBy Ana Writer, May 4, 2023\n\nIt is over.", "2023-05-04"),
        ("Iron Tide ends\nPublished: 4 May 2023 at 10:15\n\nIt is over.", "2023-05-04"),
        ("Iron Tide ends\nThursday, May 4, 2023 10:15 AM IST\n\nIt is over.", "2023-05-04"),
        ("Iron Tide ends\nPublished May 4, 2023, updated June 1, 2023\n\nOver.", "2023-05-04"),
        ("Iron Tide ends\nLast updated June 1, 2023\n\nIt is over.", None),
        ("Iron Tide ends\nBy Ana Writer\n\nIt came out on May 4, 2023 and is over.", None),
        ("Iron Tide ends on May 4, 2023\nBy Ana Writer\n\nIt is over.", None),
        ("Iron Tide ends\nBy Ana Writer, May 2023\n\nIt is over.", None),
        ("Iron Tide\nRelease date: May 4, 2023\nCreator: Ana Bell\n", None),
        ("Iron Tide ends\nIt came out.\n\n" + "Word. " * 500 + "\nPublished May 4, 2023\n", None),
    ],
)
def test_day_in_the_first_lines(text: str, day: str | None) -> None:
    """A line that bears the day of publication gives it; a day that is told of does not."""
    assert find_date(text, None) == ((day, "byline") if day else None)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://quay.example/2023/05/04/iron-tide/", "2023-05-04"),
        ("https://quay.example/news/2023-5-4/iron-tide", "2023-05-04"),
        ("https://quay.example/2023/05/iron-tide", None),
        ("https://quay.example/2023/15/41/iron-tide", None),
        ("https://quay.example/article/1883/12/3455", None),
    ],
)
def test_day_in_the_address(url: str, day: str | None) -> None:
    """Only a whole calendar day counts."""
    assert find_date("Iron Tide ends.", url) == ((day, "address") if day else None)

"""Documents are read as they are, each once; what cannot be used is named and left out."""

import hashlib
import json
import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showgraph.errors import DocumentError, UnavailableError
from showgraph.extract.reading.documents import Collection, read_documents

FRONT = "---\ndate: 2021-10-15\ntitle: Iron Tide returns\n---\n"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files below a folder and return it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def texts_of(collection: Collection) -> dict[str, str]:
    """Return the texts by id."""
    return {document.id: document.text for document in collection.documents}


def reasons_of(collection: Collection, folder: Path) -> dict[str, str]:
    """Return the reasons by source, sources relative to the folder."""
    return {
        item.source.removeprefix(str(folder) + os.sep): item.reason for item in collection.skipped
    }


def test_plain_text_is_kept_to_the_last_character(tmp_path: Path) -> None:
    """Nothing is trimmed, no line end is changed, and the leading date is part of the text."""
    text = " date 2021-10-14 Iron Tide is back.\r\nIt returns.\rNow.\n \n\n"
    write(tmp_path, {"a.txt": text})

    (document,) = read_documents([tmp_path]).documents
    assert document.text == text
    assert (document.id, document.date, document.date_source) == ("a", "2021-10-14", "leading date")
    assert document.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert document.source == str(tmp_path / "a.txt")


def test_byte_order_mark_is_no_character_of_the_text(tmp_path: Path) -> None:
    """The mark belongs to the encoding, so offsets are the same with and without it."""
    write(tmp_path, {"a.txt": b"\xef\xbb\xbf date 2021-10-14 Iron Tide."})

    (document,) = read_documents([tmp_path]).documents
    assert document.text == " date 2021-10-14 Iron Tide."
    assert document.date == "2021-10-14"


def test_markdown_has_its_fields_in_front(tmp_path: Path) -> None:
    """The text is all that follows the closing line of the front matter."""
    front = FRONT.replace("---\n", "", 1).replace(
        "---", f"url: https://example.org/a\noriginal_sha256: {'0' * 64}\nid: given\n---"
    )
    write(tmp_path, {"a.md": f"---\n{front}\nIron Tide is back.\n---\n"})

    (document,) = read_documents([tmp_path]).documents
    assert document.text == "\nIron Tide is back.\n---\n"
    assert (document.id, document.date, document.date_source) == (
        "given",
        "2021-10-15",
        "front matter",
    )
    assert (document.title, document.url) == ("Iron Tide returns", "https://example.org/a")
    assert document.original_sha256 == "0" * 64


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Iron Tide is back.\n", "Iron Tide is back.\n"),
        ("---\n---\nIron Tide.", "Iron Tide."),
        ("---\r\ndate: 2021-10-15\r\n---\r\nIron Tide.\r\n", "Iron Tide.\r\n"),
        ("--- \ntitle:\n...\nIron Tide.", "Iron Tide."),
        ("---\n# only a comment\n---\n date 2021-10-14 Iron Tide.", " date 2021-10-14 Iron Tide."),
        ("----\nIron Tide.", "----\nIron Tide."),
    ],
)
def test_front_matter_may_be_missing_or_empty(tmp_path: Path, content: str, text: str) -> None:
    """A Markdown file without fields is all text."""
    write(tmp_path, {"a.md": content})

    assert texts_of(read_documents([tmp_path])) == {"a": text}


def test_json_lines_are_documents(tmp_path: Path) -> None:
    """Each line is one document with the fields it states; blank lines are none."""
    rows = [
        {"id": "one", "text": "Iron Tide.", "date": "2021-10-15T10:30:00Z", "title": " T ", "x": 1},
        {"id": 2, "text": " Low \u2019Water.\n", "url": "https://example.org", "date": None},
    ]
    lines = "\n\n".join(json.dumps(row) for row in rows)
    write(tmp_path, {"a.jsonl": b"\xef\xbb\xbf" + lines.encode() + b"\r\n"})

    two, one = read_documents([tmp_path]).documents
    assert (one.id, one.text, one.date, one.date_source) == (
        "one",
        "Iron Tide.",
        "2021-10-15",
        "date field",
    )
    assert (one.title, one.url, one.source) == ("T", None, f"{tmp_path / 'a.jsonl'}, line 1")
    assert (two.id, two.text, two.date, two.url) == (
        "2",
        " Low \u2019Water.\n",
        None,
        "https://example.org",
    )


BAD_LINES = [
    (b"{", "broken JSON"),
    (b'{"id": "x", "text": "a"', "broken JSON"),
    (b"[1, 2]", "no JSON object"),
    (b'"text"', "no JSON object"),
    (b"null", "no JSON object"),
    (b"{} {}", "broken JSON"),
    (b'{"id": "x"}', "'text' is missing"),
    (b'{"text": "a"}', "'id' is missing"),
    (b'{"id": null, "text": "a"}', "'id' is missing"),
    (b'{"id": "", "text": "a"}', "'id' is blank"),
    (b'{"id": true, "text": "a"}', "'id' is no string"),
    (b'{"id": ["x"], "text": "a"}', "'id' is no string"),
    (b'{"id": "a\\nb", "text": "a"}', "'id' is over"),
    (b'{"id": "' + b"x" * 201 + b'", "text": "a"}', "'id' is over"),
    (b'{"id": "x", "text": null}', "'text' is missing"),
    (b'{"id": "x", "text": ["a"]}', "'text' is missing"),
    (b'{"id": "x", "text": ""}', "empty"),
    (b'{"id": "x", "text": " \\n\\u00a0"}', "empty"),
    (b'{"id": "x", "text": "a", "text": "b"}', "broken JSON: the key 'text' stands twice"),
    (b'{"id": "x", "text": "a", "n": NaN}', "broken JSON: NaN is no JSON"),
    (b'{"id": "x", "text": "a", "n": -Infinity}', "broken JSON: -Infinity is no JSON"),
    (b'{"id": "x", "text": "a", "n": ' + b"9" * 5000 + b"}", "broken JSON"),
    (b'{"id": "x", "text": "a", "n": ' + b"[" * 100_000 + b"}", "broken JSON: nested too deeply"),
    (b'{"id": "x", "text": "a \\ud800 b"}', "a lone surrogate at character 3"),
    (b'{"id": "x", "text": "a", "title": "\\udfff"}', "a lone surrogate in 'title'"),
    (b'{"id": "\\udfff", "text": "a"}', "a lone surrogate in 'id'"),
    (b'{"id": "x", "text": "a\\u0000b"}', "binary"),
    (b'{"id": "x", "text": "a\xff"}', "not UTF-8"),
    (b'{"id": "x", "text": "a\x00b"}', "binary"),
    (b'{"id": "x", "text": "a", "date": "2021-13-45"}', "invalid date"),
    (b'{"id": "x", "text": "a", "date": "yesterday"}', "invalid date"),
    (b'{"id": "x", "text": "a", "date": 2021}', "'date' is no string"),
    (b'{"id": "x", "text": "a", "title": 5}', "'title' is no string"),
    (b'{"id": "x", "text": "a", "url": {}}', "'url' is no string"),
    (b"\xff\xfe{\x00}\x00", "not UTF-8"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_LINES)
def test_bad_line_is_named_and_its_neighbours_are_read(
    tmp_path: Path,
    line: bytes,
    reason: str,
) -> None:
    """One broken line costs one document; its number and its fault are told."""
    good = [json.dumps({"id": f"good-{n}", "text": f"Text {n}."}).encode() for n in range(3)]
    write(tmp_path, {"a.jsonl": b"\n".join([good[0], line, good[1], b"", good[2]])})
    collection = read_documents([tmp_path])

    assert [document.id for document in collection.documents] == ["good-0", "good-1", "good-2"]
    ((source, told),) = reasons_of(collection, tmp_path).items()
    assert source == "a.jsonl, line 2"
    assert told.startswith(reason)


def test_forty_bad_lines_among_a_thousand_good_ones(tmp_path: Path) -> None:
    """Every good line is read and every bad one reported."""
    lines = [json.dumps({"id": str(n), "text": f"Text {n}."}).encode() for n in range(1000)]
    for n in range(40):
        lines.insert(25 * n, BAD_LINES[n % len(BAD_LINES)][0])
    write(tmp_path, {"a.jsonl": b"\n".join(lines)})
    collection = read_documents([tmp_path])

    assert (len(collection.documents), len(collection.skipped)) == (1000, 40)


BAD_FILES = [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\t\r\n \xc2\xa0\xe2\x80\x8b", "empty"),
    ("a.txt", b"\xef\xbb\xbf", "empty"),
    ("a.txt", b" date 2021-10-14 \n", "empty"),
    ("a.txt", b" date 2021-13-45 Iron Tide.", "invalid date '2021-13-45'"),
    ("a.txt", b"Iron\x00Tide", "binary: a NUL byte at byte 5"),
    ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
    ("a.txt", b"caf\xe9", "not UTF-8 at byte 4"),
    ("a.txt", b"\xed\xa0\x80", "not UTF-8 at byte 1"),
    ("a.txt", b"\xc0\xaf", "not UTF-8 at byte 1"),
    ("a.txt", b"ab\xf4\x90\x80\x80", "not UTF-8 at byte 3"),
    ("a.txt", "Iron Tide".encode("utf-16"), "not UTF-8: it begins with the mark of UTF-16"),
    ("a.md", b"---\ndate: 2021-10-15\nIron Tide.", "broken front matter: no closing line"),
    ("a.md", b"---\n- one\n---\nIron Tide.", "broken front matter: no 'key: value' lines"),
    ("a.md", b"---\njust words\n---\nIron Tide.", "broken front matter: no 'key: value' lines"),
    ("a.md", b"---\nkey: [\n---\nIron Tide.", "broken front matter"),
    ("a.md", b"---\n\tkey: x\n---\nIron Tide.", "broken front matter"),
    ("a.md", b"---\n? [a]\n: x\n---\nIron Tide.", "broken front matter: a key is no word"),
    ("a.md", b"---\nid: a\nid: b\n---\nIron Tide.", "broken front matter: 'id' stands twice"),
    ("a.md", b"---\na: *unknown\n---\nIron Tide.", "broken front matter"),
    ("a.md", b"---\na: " + b"[" * 20_000 + b"\n---\nIron Tide.", "broken front matter"),
    ("a.md", b"---\na: " + b"x" * 70_000 + b"\n---\nIron.", "broken front matter: over"),
    ("a.md", b"---\ndate: 2021-02-30\n---\nIron Tide.", "invalid date '2021-02-30'"),
    ("a.md", b"---\ndate: soon\n---\nIron Tide.", "invalid date 'soon'"),
    ("a.md", b"---\ndate: [2021]\n---\nIron Tide.", "'date' is no string"),
    ("a.md", b"---\ndate: 2021-10-15\n---\n \n", "empty"),
    ("a.md", b"---\nid: ''\n---\nIron Tide.", "'id' is blank"),
    ("a.md", b"---\na: !!python/object/apply:os.getcwd []\n---\n", "empty"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD_FILES)
def test_bad_file_is_named_and_its_neighbour_is_read(
    tmp_path: Path,
    name: str,
    content: bytes,
    reason: str,
) -> None:
    """A file that cannot be used is told with its reason; the others are read."""
    write(tmp_path, {name: content, "good.txt": "Iron Tide is back."})
    collection = read_documents([tmp_path])

    assert texts_of(collection) == {"good": "Iron Tide is back."}
    ((source, told),) = reasons_of(collection, tmp_path).items()
    assert source == name
    assert told.startswith(reason)


def test_tables_have_not_shrunk() -> None:
    """Losing rows of a table is losing tests."""
    assert (len(BAD_LINES), len(BAD_FILES)) >= (35, 28)


@pytest.mark.parametrize("date", ["2021", "2021-10", "2021-10-15", "2021-10-15 10:30:00"])
def test_dates_may_be_coarse(tmp_path: Path, date: str) -> None:
    """A date is kept as coarse as it is given; a time of day is dropped."""
    write(tmp_path, {"a.md": f"---\ndate: {date}\n---\nIron Tide."})

    assert read_documents([tmp_path]).documents[0].date == date[:10]


@pytest.mark.parametrize(("extra", "usable"), [(0, True), (1, False)])
def test_limit_is_exact(tmp_path: Path, extra: int, *, usable: bool) -> None:
    """A document of just so many bytes is read, one more byte is refused, in every format."""
    text = "\u00e9" * 50 + "x" * extra
    line = json.dumps({"id": "c", "text": text + "y"[:0]})
    write(tmp_path, {"a.txt": text, "b.md": text.replace("\u00e9\u00e9", "\u00e8\u00e8", 1)})
    write(tmp_path, {"c.jsonl": line.replace("\\u00e9", "\\u00ea", 1)})
    collection = read_documents([tmp_path], max_bytes=100)

    assert sorted(texts_of(collection)) == (["a", "b", "c"] if usable else [])
    assert {item.reason for item in collection.skipped} == (
        set() if usable else {"larger than 100 bytes"}
    )


def test_line_without_end_is_refused_in_bounded_memory(tmp_path: Path) -> None:
    """A huge line is passed over without being held, and the next line is read."""
    huge = b'{"id": "a", "text": "' + b"x" * 2_000_000 + b'"}\n'
    write(tmp_path, {"a.jsonl": huge + b'{"id": "b", "text": "Iron Tide."}'})
    collection = read_documents([tmp_path], max_bytes=1000)

    assert texts_of(collection) == {"b": "Iron Tide."}
    assert reasons_of(collection, tmp_path) == {"a.jsonl, line 1": "larger than 1000 bytes"}


def test_folders_are_read_with_all_their_folders(tmp_path: Path) -> None:
    """Hidden files and foreign endings are left out without a word."""
    write(
        tmp_path,
        {
            "a.txt": "One.",
            "sub/deep/B.TXT": "Two.",
            ".hidden.txt": "Three.",
            ".git/c.txt": "Four.",
            "sub/picture.png": b"\x89PNG",
            "notes": "Five.",
        },
    )
    collection = read_documents([tmp_path])

    assert texts_of(collection) == {"B": "Two.", "a": "One."}
    assert collection.skipped == ()


def test_foreign_ending_named_directly_is_reported(tmp_path: Path) -> None:
    """Who names a file wants to know why it was not read."""
    write(tmp_path, {"a.pdf": "One.", ".hidden.txt": "Two."})
    collection = read_documents([tmp_path / "a.pdf", str(tmp_path / ".hidden.txt")])

    assert texts_of(collection) == {".hidden": "Two."}
    assert reasons_of(collection, tmp_path) == {
        "a.pdf": "unknown format; known endings: .txt, .md, .jsonl, .html, .htm, .xhtml"
    }


def test_files_that_share_a_name_get_their_path(tmp_path: Path) -> None:
    """The id is the file's name where that is enough, else the path in the folder."""
    write(tmp_path, {"x/a.txt": "One.", "y/a.txt": "Two.", "y/b.txt": "Three."})

    assert texts_of(read_documents([tmp_path])) == {"b": "Three.", "x/a": "One.", "y/a": "Two."}


def test_two_folders_with_one_layout_are_told_apart(tmp_path: Path) -> None:
    """Where even the path in the folder is shared, the folders' names come before it."""
    write(tmp_path, {"x/sub/a.txt": "One.", "y/sub/a.txt": "Two."})
    folders = read_documents([tmp_path / "x", tmp_path / "y"])
    files = read_documents([tmp_path / "x/sub/a.txt", tmp_path / "y/sub/a.txt"])

    assert texts_of(folders) == {"x/sub/a": "One.", "y/sub/a": "Two."}
    assert texts_of(files) == texts_of(folders)


def test_ids_hold_no_more_of_the_path_than_needed(tmp_path: Path) -> None:
    """Where documents stand on the machine does not show in their ids."""
    write(tmp_path, {"far/away/x/a.txt": "One.", "near/y/a.txt": "Two."})
    collection = read_documents([tmp_path / "far/away/x", tmp_path / "near/y"])

    assert texts_of(collection) == {"x/a": "One.", "y/a": "Two."}


def test_skipped_documents_come_in_the_order_of_their_places(tmp_path: Path) -> None:
    """Line 9 stands before line 10, and files in the order of their paths."""
    write(tmp_path, {"a.jsonl": "{}\n" * 11, "0.txt": "", "b.txt": "\0"})
    sources = [item.source.rpartition(" ")[2] for item in read_documents([tmp_path]).skipped]

    assert [s.rpartition("/")[2] for s in sources] == [
        "0.txt",
        *(str(n) for n in range(1, 12)),
        "b.txt",
    ]


def test_dots_in_names_are_kept(tmp_path: Path) -> None:
    """Only the last ending is taken off."""
    write(tmp_path, {"a.b.txt": "One.", "x/c.d.md": "Two.", "y/c.d.md": "Three."})

    assert set(texts_of(read_documents([tmp_path]))) == {"a.b", "x/c.d", "y/c.d"}


def test_equal_text_counts_once(tmp_path: Path) -> None:
    """The first by path is kept, whatever the order of the arguments."""
    write(tmp_path, {"b/one.txt": "Same.", "a/two.md": "Same.", "c.jsonl": ""})
    write(tmp_path, {"c.jsonl": '{"id": "three", "text": "Same."}'})
    paths = [tmp_path / "b", tmp_path / "c.jsonl", tmp_path / "a"]

    for order in (paths, paths[::-1]):
        collection = read_documents(order)
        assert len(collection.documents) == 1
        assert {item.reason.split(":")[0] for item in collection.skipped} == {"duplicate"}
    whole = read_documents([tmp_path])
    assert texts_of(whole) == {"two": "Same."}
    assert reasons_of(whole, tmp_path)["b/one.txt"].endswith("a/two.md")


def test_one_id_with_two_texts_is_an_error_for_both(tmp_path: Path) -> None:
    """Nobody can tell which of them is meant."""
    write(tmp_path, {"a.txt": "One.", "a.md": "Two.", "b.txt": "Three."})
    write(tmp_path, {"c.jsonl": '{"id": "b", "text": "Four."}\n{"id": "c", "text": "Five."}'})
    collection = read_documents([tmp_path])

    assert texts_of(collection) == {"c": "Five."}
    assert set(reasons_of(collection, tmp_path)) == {"a.txt", "a.md", "b.txt", "c.jsonl, line 1"}
    assert all("has another text in" in item.reason for item in collection.skipped)


def test_one_file_named_twice_is_one_document(tmp_path: Path) -> None:
    """A folder and a file in it are no duplicates."""
    write(tmp_path, {"sub/a.txt": "One."})
    collection = read_documents([tmp_path / "sub/a.txt", tmp_path, tmp_path / "sub/../sub"])

    assert texts_of(collection) == {"a": "One."}
    assert collection.skipped == ()


def test_order_of_paths_never_shows(tmp_path: Path) -> None:
    """Documents and what was skipped come out the same from any order of arguments."""
    write(
        tmp_path,
        {"b/x.txt": "One.", "a/x.txt": "Two.", "a/y.txt": "", "b/z.txt": "Two.", "c/bad.md": "---"},
    )
    paths = [tmp_path / name for name in ("a", "b", "c")]

    assert read_documents(paths) == read_documents(paths[::-1]) == read_documents(paths * 2)


def test_missing_path_is_an_error_at_once(tmp_path: Path) -> None:
    """A mistyped path is named before anything is read."""
    write(tmp_path, {"a.txt": "One."})

    with pytest.raises(UnavailableError, match=r"no such file or folder: .*nowhere"):
        read_documents([tmp_path, tmp_path / "nowhere"])
    with pytest.raises(UnavailableError):
        read_documents(["x" * 5000])
    with pytest.raises(UnavailableError):
        read_documents(["a\0b"])


def test_collection_without_documents_is_false(tmp_path: Path) -> None:
    """The caller sees at a glance that nothing can be used."""
    assert not read_documents([tmp_path])
    assert not read_documents([])
    assert read_documents([write(tmp_path, {"a.txt": "One."})])


def test_skipped_document_becomes_an_error(tmp_path: Path) -> None:
    """Callers that stop at the first fault raise what was skipped."""
    write(tmp_path, {"a.txt": ""})
    (skipped,) = read_documents([tmp_path]).skipped

    assert isinstance(skipped.error(), DocumentError)
    assert str(skipped.error()) == f"{tmp_path / 'a.txt'}: empty"


def test_links_do_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    """A link to a file elsewhere is not read; loops and links within do no harm."""
    write(tmp_path, {"secret/key.txt": "Secret.", "docs/a.txt": "One.", "docs/sub/b.txt": "Two."})
    docs = tmp_path / "docs"
    (docs / "out.txt").symlink_to(tmp_path / "secret/key.txt")
    (docs / "folder").symlink_to(tmp_path / "secret")
    (docs / "loop").symlink_to(docs)
    (docs / "self.txt").symlink_to("self.txt")
    (docs / "again.txt").symlink_to(docs / "sub/b.txt")
    (docs / "gone.txt").symlink_to(docs / "nowhere")
    collection = read_documents([docs])

    assert set(texts_of(collection).values()) == {"One.", "Two."}
    assert set(reasons_of(collection, docs)) == {"out.txt", "folder", "self.txt", "gone.txt"}
    assert texts_of(read_documents([docs / "out.txt"])) == {"out": "Secret."}


def test_special_files_are_not_opened(tmp_path: Path) -> None:
    """A pipe would wait for ever; it is left out, and reported when named."""
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path, {"a.txt": "One."})

    assert texts_of(read_documents([tmp_path])) == {"a": "One."}
    assert "neither a file" in read_documents([tmp_path / "pipe.txt"]).skipped[0].reason


def test_name_that_is_no_text_gets_marks(tmp_path: Path) -> None:
    """A file name in another encoding neither fails nor reaches the output as it is."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("One.", encoding="utf-8")

    (document,) = read_documents([tmp_path]).documents
    assert document.id == "caf\ufffd"
    assert document.source.endswith("caf\ufffd.txt")


def test_very_deep_folders_are_read(tmp_path: Path) -> None:
    """Depth is bounded by the file system and by nothing of ours."""
    here = Path.cwd()
    top = tmp_path / "top"
    top.mkdir()
    try:
        os.chdir(top)
        for _ in range(1500):
            Path("d").mkdir()
            os.chdir("d")
        Path("a.txt").write_text("One.", encoding="utf-8")
        os.chdir(here)

        assert texts_of(read_documents([top])) == {"a": "One."}
    finally:
        os.chdir(here)
        # The standard library removes folders by recursion and would fail at this depth.
        subprocess.run(["rm", "-rf", str(top)], check=True, timeout=120)


def test_unreadable_files_and_folders_are_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the system refuses is told in its words."""
    write(tmp_path, {"a.txt": "One.", "b.txt": "Two.", "c.jsonl": "{}", "sub/d.txt": "Four."})
    read, look = Path.open, Path.iterdir

    # Tests may run as root, whom no permission stops; so the system's refusal is played.
    def refuse_open(self: Path, mode: str) -> IO[Any]:
        if self.name in {"b.txt", "c.jsonl"}:
            raise PermissionError(13, "Permission denied")
        return read(self, mode)

    def refuse_iterdir(self: Path) -> Iterator[Path]:
        if self.name == "sub":
            raise PermissionError(13, "Permission denied")
        return look(self)

    monkeypatch.setattr(Path, "open", refuse_open)
    monkeypatch.setattr(Path, "iterdir", refuse_iterdir)
    collection = read_documents([tmp_path])

    assert texts_of(collection) == {"a": "One."}
    assert reasons_of(collection, tmp_path) == {
        "b.txt": "unreadable: Permission denied",
        "c.jsonl": "unreadable: Permission denied",
        "sub": "unreadable folder: Permission denied",
    }


def test_packaged_folder_is_read_like_any_other(tmp_path: Path) -> None:
    """Digests inside a zip file come out as from a folder."""
    archive = tmp_path / "package.zip"
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("data/a.md", FRONT + "Iron Tide.")
        package.writestr("data/sub/b.txt", "Low Water.")
        package.writestr("data/.hidden.txt", "Hidden.")
    collection = read_documents([zipfile.Path(archive, "data/")])

    assert texts_of(collection) == {"a": "Iron Tide.", "b": "Low Water."}


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.md", "a.jsonl"]))
def test_any_bytes_are_read_or_named(
    tmp_path_factory: pytest.TempPathFactory,
    content: bytes,
    name: str,
) -> None:
    """No file makes the reader fail, and a text that is read is the file's own."""
    folder = write(tmp_path_factory.mktemp("bytes"), {name: content})
    collection = read_documents([folder])

    assert len(collection.documents) + len(collection.skipped) <= content.count(b"\n") + 1
    for document in collection.documents:
        assert document.text in content.decode("utf-8-sig") or name == "a.jsonl"

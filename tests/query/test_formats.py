"""Formats that others read: rdflib and pyoxigraph those of the W3C, browsers the rest."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import pyoxigraph
import pytest
import rdflib
from markdown_it import MarkdownIt
from rdflib.query import Result

from showgraph.errors import UsageError
from showgraph.query.answering.answers import Answer, Cell
from showgraph.query.formats.answer_formats import format_answer
from showgraph.query.formats.formats import FORMATS
from showgraph.query.formats.limits import rows_within
from showgraph.query.formats.markup import escape_markdown, to_markdown
from showgraph.query.formats.outcomes import Boolean, Solutions, Triples
from showgraph.query.formats.results import format_results
from showgraph.query.naming.naming import Naming
from showgraph.query.provenance.disputes import Dispute, Side
from showgraph.store import BlankNode, Literal, NamedNode, Triple

XSD = "http://www.w3.org/2001/XMLSchema#"
#: Terms that a careless writer gets wrong.
TERMS: list[NamedNode | Literal | BlankNode] = [
    NamedNode("https://example.org/a"),
    NamedNode("https://example.org/\u00e9?q=1&r=%22#x"),
    BlankNode("b1"),
    Literal(""),
    Literal(" blanks "),
    Literal('a "quoted", text; and more'),
    Literal("tab\there"),
    Literal("two\nlines"),
    Literal("carriage\rreturn\r\n"),
    Literal("back\\slash \\n \\t"),
    Literal("<a href='x'>&amp;</a> ]]>"),
    Literal("\u0939\u093f\u0928 \U0001f600 \u202e"),
    Literal("wort", language="de"),
    Literal("colour", language="en-gb"),
    Literal("12", datatype=NamedNode(XSD + "integer")),
    Literal("-0", datatype=NamedNode(XSD + "integer")),
    Literal("1.50", datatype=NamedNode(XSD + "decimal")),
    Literal("1e3", datatype=NamedNode(XSD + "double")),
    Literal("INF", datatype=NamedNode(XSD + "double")),
    Literal("true", datatype=NamedNode(XSD + "boolean")),
    Literal("x12", datatype=NamedNode(XSD + "integer")),
    Literal("2021-10-15", datatype=NamedNode(XSD + "date")),
    Literal("x", datatype=NamedNode("https://example.org/type")),
    Literal("=1+1"),
]
SOLUTIONS = Solutions(
    ("term", "none", "n"), tuple((term, None, Literal(str(n))) for n, term in enumerate(TERMS))
)


def as_rdflib(term: object) -> object:
    """Return a term as rdflib has it; blank nodes are all alike."""
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        plain = term.datatype.value == XSD + "string"
        return rdflib.Literal(term.value, datatype=None if plain else term.datatype.value)
    return "blank" if isinstance(term, BlankNode) else None


def read_by_rdflib(text: str, format_: str) -> list[list[object]]:
    """Return the rows that rdflib reads."""
    rows = Result.parse(io.BytesIO(text.encode()), format=format_)
    return [
        ["blank" if isinstance(row.get(rdflib.Variable(name)), rdflib.BNode)
         else row.get(rdflib.Variable(name)) for name in SOLUTIONS.variables]
        for row in rows.bindings
    ]  # fmt: skip


def exact(term: object) -> object:
    """Return a term by its words, its datatype and its language, so that 1.5 is not 1.50."""
    if isinstance(term, rdflib.Literal):
        datatype = str(term.datatype or XSD + "string")
        return str(term), "" if term.language else datatype, (term.language or "").lower()
    return term


@pytest.mark.parametrize(("format_", "theirs"), [("srj", "json"), ("srx", "xml")])
@pytest.mark.parametrize("is_cut", [False, True])
def test_rdflib_reads_what_is_written(format_: str, theirs: str, is_cut: bool) -> None:  # noqa: FBT001 - a case
    """Each term comes back as it was, also from results that say that they were cut."""
    cut = Solutions(SOLUTIONS.variables, SOLUTIONS.rows, is_cut)
    found = read_by_rdflib(format_results(cut, format_), theirs)

    assert len(found) == len(TERMS)
    for row, (term, *_) in zip(found, SOLUTIONS.rows, strict=True):
        assert exact(row[0]) == exact(as_rdflib(term))
        assert row[1] is None


def kind_of(term: object) -> tuple[str, str | None]:
    """Return the datatype and the language of a term, neither for an IRI."""
    if not isinstance(term, pyoxigraph.Literal):
        return "", None
    return term.datatype.value, term.language


@pytest.mark.parametrize("format_", ["srj", "srx", "tsv"])
@pytest.mark.parametrize("is_cut", [False, True])
def test_the_engine_reads_what_is_written(format_: str, is_cut: bool) -> None:  # noqa: FBT001 - a case
    """So does the strict reader of the engine, in all formats that keep types."""
    formats = pyoxigraph.QueryResultsFormat
    theirs = {"srj": formats.JSON, "srx": formats.XML, "tsv": formats.TSV}[format_]
    text = format_results(Solutions(SOLUTIONS.variables, SOLUTIONS.rows, is_cut), format_)
    found = pyoxigraph.parse_query_results(text.encode(), format=theirs)

    assert isinstance(found, pyoxigraph.QuerySolutions)
    rows = list(found)
    assert [each.value for each in found.variables] == list(SOLUTIONS.variables)
    for row, (term, *_) in zip(rows, SOLUTIONS.rows, strict=True):
        if isinstance(term, BlankNode):
            assert isinstance(row["term"], pyoxigraph.BlankNode)
        else:
            read = row["term"]
            assert isinstance(read, pyoxigraph.NamedNode | pyoxigraph.Literal)
            # The engine's reader of XML strips white space, which XML itself keeps.
            strip = str.strip if format_ == "srx" else str
            assert isinstance(term, NamedNode | Literal)
            assert strip(read.value) == strip(term.value)
            assert kind_of(read) == kind_of(term)
        assert row["none"] is None


def test_the_bytes_of_csv_and_tsv() -> None:
    """Fields are quoted only where they must be, quotes doubled, lines end with CR LF in CSV.

    https://www.w3.org/TR/sparql11-results-csv-tsv/, sections 3 and 4.
    """
    text = format_results(SOLUTIONS, "csv")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))

    assert text.startswith("term,none,n\r\nhttps://example.org/a,,0\r\n")
    assert '\r\n"a ""quoted"", text; and more",,5\r\n' in text
    assert "\r\n blanks ,,4\r\n" in text
    assert [row[0] for row in rows[1:]] == [
        f"_:{term.value}" if isinstance(term, BlankNode) else term.value for term in TERMS
    ]
    lines = format_results(SOLUTIONS, "tsv").split("\n")
    assert lines[0] == "?term\t?none\t?n"
    assert lines[1] == '<https://example.org/a>\t\t"0"'
    assert {'12\t\t"14"', '1.50\t\t"16"', '1e3\t\t"17"', 'true\t\t"19"'} <= set(lines)
    assert '"INF"^^<http://www.w3.org/2001/XMLSchema#double>\t\t"18"' in lines
    assert r'"tab\there"' + '\t\t"6"' in lines
    assert len(lines) == len(TERMS) + 2


def test_json_lines() -> None:
    """A term as in the W3C's JSON, an object for each row, and no empty keys."""
    objects = [json.loads(line) for line in format_results(SOLUTIONS, "jsonl").splitlines()]
    bindings = json.loads(format_results(SOLUTIONS, "srj"))["results"]["bindings"]
    cut = format_results(Solutions(("x",), ((None,),), is_cut=True), "jsonl")

    assert objects == bindings
    assert cut == '{}\n{"truncated": true}\n'
    assert format_results(Boolean(value=True), "jsonl") == '{"boolean": true}\n'


class Cells(HTMLParser):
    """Reads the cells of the tables of a page."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.cells: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a cell, or note where a link leads."""
        if tag == "td":
            self.cells.append("")
        if tag == "a":
            self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        """Take what is read in a cell."""
        if self.cells:
            self.cells[-1] += data


def test_html_is_read_as_it_was_written() -> None:
    """Every text comes back whole from a page that loads nothing; only web addresses are links."""
    page = format_results(SOLUTIONS, "html", naming=Naming.IRIS)
    cells = Cells(page)
    expected = [term.value if not isinstance(term, BlankNode) else str(term) for term in TERMS]

    assert page.startswith("<!DOCTYPE html>")
    read = [cell.split() for cell in cells.cells[::3]]
    assert read == [text.split() for text in expected]
    assert cells.links == [term.value for term in TERMS if isinstance(term, NamedNode)]
    assert not re.search(r"<(script|link|img|style|iframe)", page)
    danger = format_results(Solutions(("x",), ((NamedNode("javascript:alert(1)"),),)), "html")
    assert Cells(danger).links == []


TEXTS = [
    "a | b", "*bold* _em_ `code`", "[x](y) ![z](w)", "<b>&amp;</b>", "# head", "- item", "1. one",
    "1) one", "+ plus", "~~gone~~", "\\| both", "two\nlines", "www.example.org", "===", "$x$",
    "https://example.org/a_b", "&copy; &#65;", "a\\", "> said", "| --- |", "ends with |",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_markdown_shows_a_text_as_it_is(text: str) -> None:
    """A reader of Markdown gets each text back, in a cell and on a line of its own."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    shown = " ".join(text.split())
    table = Cells(reader.render(to_markdown(["a", "b"], [[(text, ""), ("end", "")]])))
    line = reader.render(escape_markdown(text))

    assert [cell.strip() for cell in table.cells] == [shown, "end"]
    assert re.fullmatch(r"<p>.*</p>\n", line)
    assert not re.search(r"<(?!/?p>)", line)
    assert Cells(f"<td>{line}</td>").cells[0].strip() == shown


def test_markdown_links() -> None:
    """An address of the web makes a link, with any characters in it; others make none."""
    iri = "https://example.org/a|b(c)"
    reader = MarkdownIt("commonmark").enable("table")
    shown = Cells(reader.render(to_markdown(["x"], [[("a [b]", iri)], [("c", "javascript:x")]])))

    assert [cell.strip() for cell in shown.cells] == ["a [b]", "c"]
    assert shown.links == [iri.replace("|", "%7C")]


@pytest.mark.parametrize("format_", ["ttl", "nt", "xml", "csv", "tsv", "jsonl", "md", "html"])
def test_triples_that_were_cut(format_: str) -> None:
    """Where the format has a place it says so, and it is read as the same triples."""
    iri = NamedNode("https://example.org/a")
    triple = Triple(iri, NamedNode("https://example.org/p"), Literal("x"))
    text, cut = (format_results(Triples((triple,), is_cut), format_) for is_cut in (False, True))

    assert (text != cut) == (format_ not in {"csv", "tsv"})
    if format_ in {"ttl", "nt", "xml"}:
        graph = rdflib.Graph().parse(data=cut, format={"ttl": "turtle"}.get(format_, format_))
        assert len(graph) == 1


def test_the_least_that_is_said_is_enough() -> None:
    """Where just what tells of missing rows fits, there are no rows; a byte less is an error."""

    def write(n: int) -> str:
        return "a" * (10 * n) + ("more" if n < 3 else "")

    assert rows_within(3, 4, write) == 0
    with pytest.raises(UsageError, match="at least 4"):
        rows_within(3, 3, write)


@pytest.mark.parametrize("n_rows", [0, 1, 2, 7])
@pytest.mark.parametrize("max_bytes", range(2, 60, 7))
def test_as_many_rows_as_fit(n_rows: int, max_bytes: int) -> None:
    """No more bytes than allowed, and one row more would be too many."""

    def write(n: int) -> str:
        return "h\n" + "r\u00e9w\n" * n + ("cut\n" if n < n_rows else "")

    def size(n: int) -> int:
        return len(write(n).encode())

    if size(0) > max_bytes and size(n_rows) > max_bytes:
        with pytest.raises(UsageError, match=f"give at least {size(0)}"):
            rows_within(n_rows, max_bytes, write)
        return
    found = rows_within(n_rows, max_bytes, write)

    assert size(found) <= max_bytes
    assert all(size(n) > max_bytes for n in range(found + 1, n_rows + 1))


@pytest.mark.parametrize("format_", FORMATS)
def test_an_answer_without_rows(format_: str) -> None:
    """Every format takes it, and ends with a newline."""
    answer = Answer(question="q", understood="?", columns=("A",), variables=("a",))
    cell = Cell(None, "")
    blank = Answer("q", "?", ("A",), ("a",), ((cell,),), ((),), ((),))

    text = format_answer(answer, format_)
    assert text.endswith("\n") or text == ""
    assert format_answer(blank, format_).endswith("\n")


@pytest.mark.parametrize("format_", ["table", "md", "html"])
def test_many_disagreements_are_counted(format_: str) -> None:
    """Below an answer stand the first of them, and how many more there are; JSON has them all."""
    sides = (Side("a", ("one", "two")), Side("b", ("three",)))
    disputes = tuple(Dispute(f"Thing {n}", "colour", n < 3, sides) for n in range(30))
    answer = Answer("q", "?", ("A",), ("a",), disputes=disputes)
    text = format_answer(answer, format_)

    assert text.count("2 documents say a, 1 says b") == 3 + 8
    assert "and 19 more" in text
    assert len(json.loads(format_answer(answer, "json"))["disputes"]) == 30

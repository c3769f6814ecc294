"""Each format has the bytes that its standard, or its reader, expects."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest

from showgraph.errors import UnavailableError, UsageError
from showgraph.query.answering.answering import Answerer
from showgraph.query.answering.answers import Answer, Cell, LesserClaim, not_understood
from showgraph.query.formats.answer_formats import format_answer
from showgraph.query.formats.formats import FORMATS
from showgraph.query.formats.outcomes import Boolean, Solutions, Triples
from showgraph.query.formats.plaintext import display_width, format_table
from showgraph.query.formats.results import format_results
from showgraph.query.provenance.explanation import Source
from showgraph.store import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    Store,
    Triple,
)

XSD = "http://www.w3.org/2001/XMLSchema#"
LITERALS = [
    Literal(""),
    Literal("plain"),
    Literal('with "quotes", commas'),
    Literal("two\nlines\r\nand\ta tab"),
    Literal("back\\slash"),
    Literal("<b> & </b> ]]>"),
    Literal("é हि \U0001f600"),
    Literal("hallo", language="de"),
    Literal("12", datatype=NamedNode(XSD + "integer")),
    Literal("-1.5", datatype=NamedNode(XSD + "decimal")),
    Literal("1000000", datatype=NamedNode(XSD + "double")),
    Literal("x", datatype=NamedNode(XSD + "integer")),
    Literal("true", datatype=NamedNode(XSD + "boolean")),
    Literal("2021-10-15", datatype=NamedNode(XSD + "date")),
]
IRI = NamedNode("http://example.org/a")
VALUES: tuple[NamedNode | Literal, ...] = (IRI, *LITERALS)


@pytest.fixture(scope="module")
def solutions() -> tuple[Solutions, Store]:
    """Return rows of many sorts of terms, and a store that holds them as the engine reads them."""
    store = Store.memory()
    predicate, graph = NamedNode("http://example.org/p"), NamedNode("http://example.org/g")
    store.bulk_load(
        Quad(NamedNode(f"http://example.org/{n:02}"), predicate, value, graph)
        for n, value in enumerate(VALUES)
    )
    found = store.select(QUERY)
    rows = tuple(tuple(row[name] for name in ("s", "o", "none")) for row in found)
    return Solutions(("s", "o", "none"), rows), store


QUERY = "SELECT ?s ?o ?none { ?s ?p ?o } ORDER BY ?s"


@pytest.mark.parametrize(
    ("format_", "engine"),
    [("csv", QueryResultsFormat.CSV), ("tsv", QueryResultsFormat.TSV)],
)
def test_csv_and_tsv_are_those_of_the_engine(
    solutions: tuple[Solutions, Store],
    format_: str,
    engine: QueryResultsFormat,
) -> None:
    """Our bytes are those of an engine that passes the W3C's tests of both formats."""
    ours, store = solutions
    found = store.query(QUERY)
    assert isinstance(found, QuerySolutions)
    theirs = found.serialize(format=engine)
    assert theirs is not None

    assert format_results(ours, format_).encode() == theirs


def test_srj_is_read_as_the_same_terms(solutions: tuple[Solutions, Store]) -> None:
    """A reader of SPARQL results JSON gets back each term; json is the same."""
    ours, _ = solutions
    document = json.loads(format_results(ours, "srj"))

    assert format_results(ours, "json") == format_results(ours, "srj")
    assert document["head"] == {"vars": ["s", "o", "none"]}
    bindings = document["results"]["bindings"]
    assert bindings[0]["o"] == {"type": "uri", "value": "http://example.org/a"}
    assert bindings[2]["o"] == {"type": "literal", "value": "plain"}
    assert bindings[8]["o"] == {"type": "literal", "value": "hallo", "xml:lang": "de"}
    assert bindings[9]["o"] == {"type": "literal", "value": "12", "datatype": XSD + "integer"}
    assert "none" not in bindings[0]


def test_srx_is_read_as_the_same_terms(solutions: tuple[Solutions, Store]) -> None:
    """An XML reader gets back each value, line ends and angle brackets included."""
    ours, _ = solutions
    name = "{http://www.w3.org/2005/sparql-results#}"
    root = ET.fromstring(format_results(ours, "srx"))  # noqa: S314 - our own text

    values = [binding[0].text or "" for binding in root.iter(name + "binding")]

    assert [each.get("name") for each in root.iter(name + "variable")] == ["s", "o", "none"]
    assert values[1::2] == [VALUES[0].value, *(each.value for each in LITERALS)]
    assert root.find(f".//{name}literal[@datatype='{XSD}integer']") is not None


def test_xml_refuses_what_it_cannot_hold() -> None:
    """A control character has no spelling in XML; the message names it and what would work."""
    rows = Solutions(("x",), ((Literal("a\x00b"),),))

    with pytest.raises(UnavailableError, match=r"U\+0000; choose json"):
        format_results(rows, "srx")


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        ("table", "true\n"),
        ("csv", "true\r\n"),
        ("tsv", "true\n"),
        ("json", '{"head":{},"boolean":true}\n'),
        ("srj", '{"head":{},"boolean":true}\n'),
    ],
)
def test_a_boolean(format_: str, expected: str) -> None:
    """ASK gives a word, or the boolean of the W3C's form."""
    assert format_results(Boolean(value=True), format_) == expected
    assert "<boolean>false</boolean>" in format_results(Boolean(value=False), "srx")


def test_triples_are_turtle_for_people_and_columns_in_csv() -> None:
    """A CONSTRUCT is written as RDF, as three columns in CSV, and not as a table of results."""
    series = NamedNode("https://w3id.org/showgraph/ontology#Series")
    type_ = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    triples = Triples((Triple(NamedNode("http://example.org/a"), type_, series),))

    assert "<http://example.org/a> a sg:Series" in format_results(triples, "table")
    assert format_results(triples, "ttl") == format_results(triples, "table")
    assert format_results(triples, "nt").endswith("#Series> .\n")
    assert format_results(triples, "csv").splitlines()[0] == "subject,predicate,object"
    assert json.loads(format_results(triples, "json"))
    with pytest.raises(UsageError, match="choose ttl"):
        format_results(triples, "srx")


@pytest.mark.parametrize("format_", ["", "xls", "TABLE"])
def test_an_unknown_format_is_refused(answerer: Answerer, format_: str) -> None:
    """The message lists those that there are."""
    with pytest.raises(UsageError, match="table, csv, tsv, json, jsonl, md, html, srj, srx"):
        format_answer(answerer.answer("cast"), format_)
    with pytest.raises(UsageError):
        format_results(Boolean(value=True), format_)


def test_the_object_of_an_answer(answerer: Answerer) -> None:
    """Every key is always there; values are IRIs or lexical forms, labels are for people."""
    found = json.loads(format_answer(answerer.answer("cast", {"show": "Paper Tigers"}), "json"))

    assert list(found)[:6] == ["question", "understood", "columns", "rows", "sources", "message"]
    assert found["columns"] == ["Cast member", "Character", "Series"]
    assert found["rows"][3]["Character"] == {"value": None, "label": ""}
    assert found["rows"][0]["Cast member"] == {
        "value": "https://w3id.org/showgraph/id/person/lena-moor",
        "label": "Lena Moor",
    }
    assert list(found["sources"][0][0]) == ["document", "start", "end", "quote"]
    assert len(found["sources"]) == len(found["rows"])


def test_what_was_not_understood_has_the_same_keys(answerer: Answerer) -> None:
    """With nothing run, the object has no question, no rows and the reason."""
    nothing = json.loads(format_answer(not_understood("no such thing"), "json"))

    assert list(nothing) == list(json.loads(format_answer(answerer.answer("cast"), "json")))
    assert (nothing["question"], nothing["rows"], nothing["message"]) == (None, [], "no such thing")


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("name", ["cast", "story", "disagreements", "season-count"])
def test_every_answer_has_every_format(answerer: Answerer, name: str, format_: str) -> None:
    """No answer is lost in any format, and each ends with a newline."""
    found = answerer.answer(name)

    text = format_answer(found, format_)

    assert text.endswith("\n")
    assert found.rows[0][0].label.split()[0] in text or format_ in {"srj", "srx"}


def test_people_get_labels_and_no_formulas() -> None:
    """A text that a spreadsheet would run is made harmless; numbers stay numbers."""
    texts = ["=1+1", "@x", "-5", "+3.5", "-x", "a,b", "two\nlines", ""]
    answer = Answer("q", "Q", ("T",), ("t",), tuple((Cell(Literal(text), text),) for text in texts))

    read = [row[0] if row else "" for row in csv.reader(io.StringIO(format_answer(answer, "csv")))]

    assert read == ["T", "'=1+1", "'@x", "-5", "+3.5", "'-x", "a,b", "two lines", ""]
    assert "\t" not in format_answer(answer, "tsv")


def test_a_table_for_people(answerer: Answerer) -> None:
    """Headings, rows, the number of documents, and what is not accepted, within the width."""
    text = format_answer(
        answerer.answer("directors", {"show": "Harbour Lights"}), "table", width=60
    )

    assert text.splitlines()[0].split() == ["Director", "Series", "Sources"]
    assert "Priya Nandan  Harbour Lights  2 documents" in text
    assert 'director Wren Abara (lantern-finale: "Wren Abara may direct' in text


def test_a_message_and_a_speaker_are_shown() -> None:
    """Without rows the message stands alone, and a quoted person is named."""
    source = Source("d", 0, 1, "x")
    lesser = LesserClaim("A", "is", "B", "rumoured", "Somebody", (source, source))
    answer = Answer("q", "Q", message="Nothing.", lesser=(lesser,))

    assert format_answer(answer, "table") == (
        'Nothing.\n\nNot accepted:\n  rumoured: A is B, said by Somebody (d: "x")\n'
    )
    assert format_answer(Answer("q", "Q"), "table") == "No answer.\n"


def test_the_words_that_say_it_are_shown() -> None:
    """Beside a claim stands the longest of its words, not "Salt Road", which they speak of."""
    sources = (Source("d", 0, 9, "Salt Road"), Source("d", 20, 39, "created by Ana Bell"))
    lesser = LesserClaim("Salt Road", "creator", "Ana Bell", "negated", "", sources)
    answer = Answer("q", "Q", message="Nothing.", lesser=(lesser,))

    assert '(d: "created by Ana Bell")' in format_answer(answer, "table")


@pytest.mark.parametrize(
    ("rows", "width", "expected"),
    [
        ([["a", "1"], ["bb", "22"]], None, "X    Y\n--  --\na    1\nbb  22\n"),
        ([["a", ""]], None, "X\n-\na\n"),
        ([], None, "X  Y\n-  -\n"),
        (
            [["one two three four", "x"]],
            12,
            "X          Y\n---------  -\none two    x\nthree\nfour\n",
        ),
        ([["abcdefghijkl", "x"]], 11, "X         Y\n--------  -\nabcdefgh  x\nijkl\n"),
        ([["日本", "x"]], None, "X     Y\n----  -\n日本  x\n"),
    ],
)
def test_tables_fit(rows: list[list[str]], width: int | None, expected: str) -> None:
    """Numbers stand right, empty columns go, long cells break, wide characters count twice."""
    assert format_table(["X", "Y"], rows, width=width) == expected


def test_marks_take_no_room() -> None:
    """Combining marks and joiners have no width of their own."""
    assert display_width("e\u0301\u200d") == 1


def test_rows_of_a_query_for_people() -> None:
    """IRIs have their prefix, blank nodes their mark, and no rows are said to be none."""
    rows = ((NamedNode("https://w3id.org/showgraph/id/person/x"), BlankNode("b"), None),)

    assert format_results(Solutions(("a", "b", "c"), rows), "table") == (
        "a            b\n-----------  ---\nid:person/x  _:b\n"
    )
    assert format_results(Solutions(("a",), ()), "table") == "(no rows)\n"
    assert format_results(Solutions(("a", "b", "c"), rows), "csv").endswith("person/x,_:b,\r\n")


def test_terms_within_terms() -> None:
    """A triple as a term, and a blank node, have a form in each format."""
    inner = Triple(IRI, IRI, BlankNode("b"))
    rows = Solutions(("x", "y"), ((inner, BlankNode("b")),))

    (binding,) = json.loads(format_results(rows, "srj"))["results"]["bindings"]

    assert binding["x"]["type"] == "triple"
    assert binding["x"]["value"]["object"] == {"type": "bnode", "value": "b"}
    assert "<triple><subject><uri>" in format_results(rows, "srx")
    assert '<binding name="y"><bnode>b</bnode>' in format_results(rows, "srx")
    assert format_results(rows, "tsv").endswith("\t_:b\n")
    assert format_results(rows, "csv").endswith(",_:b\r\n")


def test_a_language_has_its_attribute() -> None:
    """Text in a language says so in XML."""
    rows = Solutions(("x",), ((Literal("hallo", language="de"),),))

    assert '<literal xml:lang="de">hallo</literal>' in format_results(rows, "srx")


def test_a_single_column_is_wrapped_too() -> None:
    """One column has no other that could give way."""
    shown = format_table(["Remark"], [["a lantern in every window"]], width=16)

    assert shown.splitlines() == ["Remark", "----------------", "a lantern in", "every window"]

"""What is written in a format is read back by another library as the same triples."""

import json
import random
import warnings
from pathlib import PurePath

import pytest
import rdflib

from showgraph.errors import UnavailableError, UsageError
from showgraph.namespaces import BASE, PREFIXES, RDF, SG, SKOS, XSD
from showgraph.query.formats.serialization import (
    GraphFormat,
    find_format,
    format_of,
    serialize_triples,
)
from showgraph.store import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple, parse

TRIPLE_FORMATS = [name for name in GraphFormat if not name.holds_graphs]
READERS = {"ttl": "turtle", "nt": "nt", "xml": "xml", "jsonld": "json-ld", "trig": "trig"}

SERIES = NamedNode(BASE + "id/series/harbour-lights")
TITLE = NamedNode(SG + "title")

IRIS = [
    *(BASE + path for path in ("id/person/edda-quill", "scheme/role/director", "ontology", "")),
    *(BASE + path for path in ("id/a:b", "a:b", ".", "..", "id/../x", "/x", "//x", "?q", "#f")),
    *(BASE + path for path in ("id//b", "id/a.", "id/é", "id/a%20b", "id/-x", "id/x/", "id")),
    *(SG + name for name in ("Series", "1x", "a.b", "a/b", "", "é", "-x", "x-")),
    BASE.removesuffix("/"),
    BASE.removesuffix("/") + "X",
    "https://w3id.org/other/x",
    "https://example.org/a?b=c&d='e'#f",
    "http://example.org",
    "urn:isbn:0-00-000000-0",
    SKOS + "prefLabel",
]
LITERALS = [
    Literal(""),
    Literal("Harbour Lights"),
    Literal("a \"quoted\" 'word' \\ and \\n"),
    Literal("two\nlines\tand a tab, <b>, &amp; and ]]>"),
    Literal('ends with a quote"'),
    Literal("a return\rhere"),
    Literal("näme 名前 🎬 \u200e\u2028"),
    Literal("Hafenlichter", language="de"),
    Literal("4", datatype=NamedNode(XSD + "integer")),
    Literal("-12", datatype=NamedNode(XSD + "integer")),
    Literal("123456789012345678901234567890", datatype=NamedNode(XSD + "integer")),
    Literal("true", datatype=NamedNode(XSD + "boolean")),
    Literal("1.5", datatype=NamedNode(XSD + "decimal")),
    Literal("1", datatype=NamedNode(XSD + "decimal")),
    Literal("100", datatype=NamedNode(XSD + "double")),
    Literal("2021-10-15", datatype=NamedNode(XSD + "date")),
    Literal("--10-15", datatype=NamedNode(XSD + "gMonthDay")),
    Literal("PT2M", datatype=NamedNode(XSD + "duration")),
    Literal("x", datatype=NamedNode("https://example.org/datatype")),
]
PREDICATES = [
    *(SG + name for name in ("castMember", "seasonNumber", "earliestDate", "title", "text")),
    SKOS + "prefLabel",
    "http://example.org/a#b.c",
]
TRIPLES = [
    *(Triple(SERIES, NamedNode(RDF + "type"), NamedNode(iri)) for iri in IRIS),
    *(Triple(NamedNode(iri), TITLE, NamedNode(iri)) for iri in IRIS),
    *(Triple(SERIES, NamedNode(predicate), SERIES) for predicate in PREDICATES),
    *(
        Triple(SERIES, NamedNode(predicate), value)
        for predicate in PREDICATES
        for value in LITERALS
    ),
]


def read_by_rdflib(text: bytes, graph_format: GraphFormat) -> set[tuple[str, ...]]:
    """Return the triples that rdflib finds, as N-Triples terms."""
    return {tuple(_text(term) for term in triple) for triple in parse_by_rdflib(text, graph_format)}


def parse_by_rdflib(text: bytes, graph_format: GraphFormat) -> rdflib.Graph:
    """Return the graph that rdflib reads, lexical forms as they are written."""
    keep, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        with warnings.catch_warnings():
            # rdflib's own reader of JSON-LD uses what rdflib has deprecated.
            warnings.simplefilter("ignore", DeprecationWarning)
            return rdflib.Graph().parse(data=text, format=READERS[graph_format])
    finally:
        rdflib.NORMALIZE_LITERALS = keep


def _text(term: rdflib.term.Node) -> str:
    """Return a term as N-Triples; rdflib leaves the datatype of some plain strings."""
    if isinstance(term, rdflib.Literal) and not term.language:
        return str(Literal(str(term), datatype=NamedNode(term.datatype or XSD + "string")))
    if isinstance(term, rdflib.Literal):
        return str(Literal(str(term), language=term.language))
    return f"<{term}>"


@pytest.mark.parametrize("graph_format", TRIPLE_FORMATS)
def test_an_independent_reader_finds_the_same_triples(graph_format: GraphFormat) -> None:
    """The reader of rdflib finds every awkward IRI and literal to the letter."""
    triples = TRIPLES
    if graph_format is GraphFormat.RDF_XML:
        # rdflib's reader resolves dot segments even of absolute IRIs; the engine's, below, not.
        triples = [triple for triple in TRIPLES if "/.." not in str(triple)]
    text = serialize_triples(triples, graph_format)

    assert read_by_rdflib(text, graph_format) == {tuple(map(str, triple)) for triple in triples}


@pytest.mark.parametrize(
    ("graph_format", "reader"),
    [
        (GraphFormat.TURTLE, RdfFormat.TURTLE),
        (GraphFormat.N_TRIPLES, RdfFormat.N_TRIPLES),
        (GraphFormat.RDF_XML, RdfFormat.RDF_XML),
        (GraphFormat.JSON_LD, RdfFormat.JSON_LD),
    ],
)
def test_the_engine_finds_the_same_triples(graph_format: GraphFormat, reader: RdfFormat) -> None:
    """The engine's strict parsers agree with rdflib."""
    text = serialize_triples(TRIPLES, graph_format)

    assert {quad.triple for quad in parse(text, reader)} == set(TRIPLES)


@pytest.mark.parametrize("graph_format", GraphFormat)
def test_the_order_and_number_of_triples_never_show(graph_format: GraphFormat) -> None:
    """The same triples shuffled, some of them twice, give the same bytes."""
    shuffled = TRIPLES + TRIPLES[:30]
    random.Random(2).shuffle(shuffled)  # noqa: S311 - no secret

    assert serialize_triples(shuffled, graph_format) == serialize_triples(TRIPLES, graph_format)


@pytest.mark.parametrize("graph_format", TRIPLE_FORMATS)
def test_no_triples_are_a_file_all_the_same(graph_format: GraphFormat) -> None:
    """An empty answer is a well-formed file."""
    assert read_by_rdflib(serialize_triples([], graph_format), graph_format) == set()


@pytest.mark.parametrize("graph_format", [GraphFormat.TURTLE, GraphFormat.JSON_LD])
def test_blank_nodes_stay_connected(graph_format: GraphFormat) -> None:
    """A blank node of a query's answer is one node in the file."""
    node = BlankNode("b")
    text = serialize_triples(
        [Triple(SERIES, TITLE, node), Triple(node, TITLE, Literal("x"))], graph_format
    )
    graph = parse_by_rdflib(text, graph_format)

    assert len(list(graph.query("ASK { ?s ?p ?node . ?node ?q 'x' FILTER(isBlank(?node)) }"))) == 1
    assert len(graph) == 2


def test_turtle_is_laid_out_for_people() -> None:
    """Short names, the type first, one property a line, one block a node."""
    person = NamedNode(BASE + "id/person/edda-quill")
    triples = [
        Triple(SERIES, NamedNode(SG + "creator"), person),
        Triple(SERIES, NamedNode(SG + "seasonCount"), LITERALS[8]),
        Triple(SERIES, NamedNode(SG + "castMember"), person),
        Triple(SERIES, NamedNode(SG + "castMember"), NamedNode("https://example.org/else")),
        Triple(SERIES, NamedNode(SKOS + "prefLabel"), Literal("Harbour Lights")),
        Triple(SERIES, NamedNode(RDF + "type"), NamedNode(SG + "Series")),
        Triple(person, NamedNode(RDF + "type"), NamedNode(SG + "Person")),
    ]
    header, _, body = serialize_triples(triples, GraphFormat.TURTLE).decode().partition("\n\n")

    assert header.startswith(f"@base <{BASE}> .\n@prefix sg: <{SG}> .\n")
    assert body == (
        "<id/person/edda-quill> a sg:Person .\n\n"
        "<id/series/harbour-lights> a sg:Series ;\n"
        '    skos:prefLabel "Harbour Lights" ;\n'
        "    sg:castMember <https://example.org/else>,\n"
        "        <id/person/edda-quill> ;\n"
        "    sg:creator <id/person/edda-quill> ;\n"
        "    sg:seasonCount 4 .\n"
    )


def test_jsonld_has_short_keys_and_an_inline_context() -> None:
    """Keys are the ontology's names, values plain, and the context is an object."""
    triples = [
        Triple(SERIES, NamedNode(RDF + "type"), NamedNode(SG + "Series")),
        Triple(SERIES, NamedNode(SKOS + "prefLabel"), Literal("Harbour Lights")),
        Triple(SERIES, NamedNode(SG + "castMember"), NamedNode(BASE + "id/person/edda-quill")),
        Triple(SERIES, NamedNode(SG + "seasonCount"), LITERALS[8]),
        Triple(SERIES, NamedNode(SG + "earliestDate"), LITERALS[15]),
    ]
    document = json.loads(serialize_triples(triples, GraphFormat.JSON_LD))

    assert document["@graph"] == [
        {
            "@id": "id:series/harbour-lights",
            "@type": ["Series"],
            "skos:prefLabel": "Harbour Lights",
            "castMember": ["id:person/edda-quill"],
            "earliestDate": "2021-10-15",
            "seasonCount": 4,
        }
    ]
    context = document["@context"]
    assert context["castMember"] == {
        "@id": "sg:castMember",
        "@type": "@id",
        "@container": "@set",
    }
    assert context["earliestDate"] == {"@id": "sg:earliestDate", "@type": "xsd:date"}
    assert PREFIXES.items() <= context.items()


@pytest.mark.parametrize(
    ("triple", "graph_format", "reason"),
    [
        (Triple(SERIES, TITLE, Literal("a\u0001b")), GraphFormat.RDF_XML, r"U\+0001"),
        (Triple(SERIES, TITLE, Literal("\ufffe")), GraphFormat.RDF_XML, r"U\+FFFE"),
        (
            Triple(SERIES, NamedNode("https://example.org/1"), SERIES),
            GraphFormat.RDF_XML,
            "the property",
        ),
        (
            Triple(SERIES, TITLE, Triple(SERIES, TITLE, SERIES)),
            GraphFormat.RDF_XML,
            "cannot hold",
        ),
        (
            Triple(SERIES, TITLE, Triple(SERIES, TITLE, SERIES)),
            GraphFormat.JSON_LD,
            "cannot hold",
        ),
        (Triple(SERIES, TITLE, NamedNode("schema:x")), GraphFormat.JSON_LD, "schema is a prefix"),
    ],
)
def test_what_a_format_cannot_hold_is_refused(
    triple: Triple, graph_format: GraphFormat, reason: str
) -> None:
    """A file that nobody could read back is an error, which names another format."""
    with pytest.raises(UnavailableError, match=reason) as caught:
        serialize_triples([triple], graph_format)

    assert "use " in str(caught.value)


def test_control_characters_pass_where_they_can() -> None:
    """Turtle, N-Triples and JSON-LD escape what XML refuses."""
    triple = Triple(SERIES, TITLE, Literal("\u0001\u0007\u001b[0m\ufffe"))
    for graph_format in (GraphFormat.TURTLE, GraphFormat.N_TRIPLES, GraphFormat.JSON_LD):
        text = serialize_triples([triple], graph_format)

        assert read_by_rdflib(text, graph_format) == {tuple(map(str, triple))}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ttl", GraphFormat.TURTLE),
        ("TTL", GraphFormat.TURTLE),
        ("turtle", GraphFormat.TURTLE),
        ("rdf", GraphFormat.RDF_XML),
        ("json-ld", GraphFormat.JSON_LD),
        ("nq", GraphFormat.N_QUADS),
    ],
)
def test_formats_have_names_and_endings(name: str, expected: GraphFormat) -> None:
    """A format is found by its name, and by the ending of a file."""
    assert find_format(name) is expected
    assert format_of(PurePath(f"folder.x/shows.{name}")) is expected


@pytest.mark.parametrize("name", ["shows", "shows.docx", "folder.ttl/shows", ".ttl"])
def test_an_unknown_format_names_those_that_are_known(name: str) -> None:
    """The error holds the bad name and what would work."""
    with pytest.raises(UsageError, match="jsonld") as caught:
        format_of(PurePath(name))

    assert name.rpartition(".")[2] in str(caught.value)


def test_a_triple_that_the_store_gives_is_written_as_it_is() -> None:
    """Terms that went through the store come out the same as those that did not."""
    with Store.memory() as store:
        store.bulk_load(
            parse(serialize_triples(TRIPLES, GraphFormat.N_TRIPLES), RdfFormat.N_TRIPLES)
        )
        triples = [quad.triple for quad in store.quads()]

    assert serialize_triples(triples, GraphFormat.TURTLE) == serialize_triples(
        TRIPLES, GraphFormat.TURTLE
    )

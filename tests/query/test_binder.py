"""Binding puts a value where its parameter stands and changes nothing else."""

from collections.abc import Iterable

import pytest
import rdflib

from query.hostile import hostile_values
from showgraph.errors import ParameterError
from showgraph.query.sparql.binder import bind
from showgraph.query.sparql.lexer import Token, TokenKind, tokenize
from showgraph.store import (
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
)

EX = "http://example.org/"
PROLOGUE = (
    "PREFIX : <http://example.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
    " PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
)
XSD_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")

# Each shape stands twice: with the parameter, and as it must read for one value (CONSTANT).
SHAPES = [
    ("SELECT ?s WHERE { ?s :name ?_x }", "SELECT ?s WHERE { ?s :name CONSTANT }"),
    ("SELECT ?s WHERE { ?s :name $_x }", "SELECT ?s WHERE { ?s :name CONSTANT }"),
    ("SELECT ?s WHERE{?s :name ?_x.}", "SELECT ?s WHERE { ?s :name CONSTANT . }"),
    ("SELECT ?s WHERE { ?s :name ?_x, ?_x }", "SELECT ?s WHERE { ?s :name CONSTANT, CONSTANT }"),
    (
        "SELECT ?s WHERE { ?s :name ?n FILTER(?n=?_x) }",
        "SELECT ?s WHERE { ?s :name ?n FILTER(?n = CONSTANT) }",
    ),
    (
        "SELECT ?s WHERE { ?s :name ?n FILTER(COALESCE(?n = ?__x, true)) }",
        "SELECT ?s WHERE { ?s :name ?n FILTER(COALESCE(?n = CONSTANT, true)) }",
    ),
    (
        "SELECT ?s WHERE { ?s :name ?n FILTER(COALESCE(STR(?n) != STR(?__x), true)) }",
        "SELECT ?s WHERE { ?s :name ?n FILTER(COALESCE(STR(?n) != STR(CONSTANT), true)) }",
    ),
    (
        "SELECT ?s WHERE { ?s :name ?n FILTER(?n IN (?_x, 'other')) }",
        "SELECT ?s WHERE { ?s :name ?n FILTER(?n IN (CONSTANT, 'other')) }",
    ),
    (
        "SELECT ?s WHERE { ?s :name ?n FILTER NOT EXISTS { ?s :name ?_x } }",
        "SELECT ?s WHERE { ?s :name ?n FILTER NOT EXISTS { ?s :name CONSTANT } }",
    ),
    (
        "SELECT ?s WHERE { ?s :name ?n MINUS { ?s :name ?_x } }",
        "SELECT ?s WHERE { ?s :name ?n MINUS { ?s :name CONSTANT } }",
    ),
    (
        "SELECT ?s ?o WHERE { ?s :name ?n OPTIONAL { ?s :knows ?o . ?o :name ?_x } }",
        "SELECT ?s ?o WHERE { ?s :name ?n OPTIONAL { ?s :knows ?o . ?o :name CONSTANT } }",
    ),
    (
        "SELECT ?s WHERE { { ?s :name ?_x } UNION { ?s :alias ?_x } }",
        "SELECT ?s WHERE { { ?s :name CONSTANT } UNION { ?s :alias CONSTANT } }",
    ),
    (
        "SELECT ?s ?v WHERE { ?s :name ?_x BIND(CONCAT(?_x, '!') AS ?v) }",
        "SELECT ?s ?v WHERE { ?s :name CONSTANT BIND(CONCAT(CONSTANT, '!') AS ?v) }",
    ),
    (
        "SELECT ?_x ?s WHERE { ?s :name ?_x }",
        "SELECT (CONSTANT AS ?_x) ?s WHERE { ?s :name CONSTANT }",
    ),
    (
        "SELECT DISTINCT ?_x WHERE { ?s :name ?_x }",
        "SELECT DISTINCT (CONSTANT AS ?_x) WHERE { ?s :name CONSTANT }",
    ),
    (
        "SELECT (CONCAT(?_x, '?') AS ?v) ?s WHERE { ?s :name ?_x }",
        "SELECT (CONCAT(CONSTANT, '?') AS ?v) ?s WHERE { ?s :name CONSTANT }",
    ),
    (
        "SELECT ?_x (COUNT(?s) AS ?n) WHERE { ?s :name ?_x } GROUP BY ?_x",
        "SELECT (CONSTANT AS ?_x) (COUNT(?s) AS ?n) WHERE { ?s :name CONSTANT } GROUP BY 'k'",
    ),
    (
        "SELECT ?s (COUNT(?_x) AS ?n) WHERE { ?s :name ?_x } GROUP BY ?s HAVING(COUNT(?_x) > 0)",
        "SELECT ?s (COUNT(CONSTANT) AS ?n) WHERE { ?s :name CONSTANT }"  # noqa: ISC004 - a pair
        " GROUP BY ?s HAVING(COUNT(CONSTANT) > 0)",
    ),
    (
        "SELECT (GROUP_CONCAT(?_x; SEPARATOR=',') AS ?v) WHERE { ?s :name ?_x }",
        "SELECT (GROUP_CONCAT(CONSTANT; SEPARATOR=',') AS ?v) WHERE { ?s :name CONSTANT }",
    ),
    (
        "SELECT ?s WHERE { ?s :name ?_x } ORDER BY ?_x ?s LIMIT 3",
        "SELECT ?s WHERE { ?s :name CONSTANT } ORDER BY (CONSTANT) ?s LIMIT 3",
    ),
    (
        "SELECT ?s WHERE { ?s :name ?n } ORDER BY (?n = ?_x) DESC(?_x) ?s",
        "SELECT ?s WHERE { ?s :name ?n } ORDER BY (?n = CONSTANT) DESC(CONSTANT) ?s",
    ),
    (
        "SELECT ?s WHERE { { SELECT ?s WHERE { ?s :name ?_x } } ?s :name ?_x }",
        "SELECT ?s WHERE { { SELECT ?s WHERE { ?s :name CONSTANT } } ?s :name CONSTANT }",
    ),
    (
        "SELECT ?s WHERE { GRAPH ?g { ?s :name ?_x } }",
        "SELECT ?s WHERE { GRAPH ?g { ?s :name CONSTANT } }",
    ),
    (
        "SELECT DISTINCT ?s WHERE { ?s (:name|:alias) ?_x . ?s :knows? ?o . ?s :knows* ?o }",
        "SELECT DISTINCT ?s WHERE { ?s (:name|:alias) CONSTANT . ?s :knows? ?o . ?s :knows* ?o }",
    ),
    (
        'SELECT ?s WHERE { ?s :name ?n FILTER(IF(?n = ?_x, true, false)) } # ?_x "\n',
        "SELECT ?s WHERE { ?s :name ?n FILTER(IF(?n = CONSTANT, true, false)) }",
    ),
    (
        "SELECT ?s ('?_x' AS ?v) WHERE { ?s :name ?_x }",
        "SELECT ?s ('?_x' AS ?v) WHERE { ?s :name CONSTANT }",
    ),
    ("ASK { ?s :name ?_x }", "ASK { ?s :name CONSTANT }"),
    (
        "CONSTRUCT { ?s :is ?_x } WHERE { ?s :name ?_x }",
        "CONSTRUCT { ?s :is CONSTANT } WHERE { ?s :name CONSTANT }",
    ),
    ("CONSTRUCT WHERE { ?s :name ?_x }", "CONSTRUCT WHERE { ?s :name CONSTANT }"),
    ("DESCRIBE ?s WHERE { ?s :name ?_x }", "DESCRIBE ?s WHERE { ?s :name CONSTANT }"),
    (
        "SELECT ?s WHERE { VALUES ?s { :e1 :e2 } ?s :name ?_x }",
        "SELECT ?s WHERE { VALUES ?s { :e1 :e2 } ?s :name CONSTANT }",
    ),
    (
        "SELECT ?s WHERE { ?s :name ?n FILTER(EXISTS { ?s :name ?_x } || REGEX(?n, 'zzz')) }",
        "SELECT ?s WHERE { ?s :name ?n FILTER(EXISTS { ?s :name CONSTANT } || REGEX(?n, 'zzz')) }",
    ),
]
VALUES = hostile_values(300)


@pytest.fixture(scope="module")
def store() -> Store:
    """Return a store in which every value is the name of something."""
    store = Store.memory()
    store.bulk_load(
        Quad(NamedNode(f"{EX}e{n}"), NamedNode(f"{EX}{word}"), Literal(value), NamedNode(EX + "g"))
        for n, value in enumerate(VALUES)
        for word in (("name", "alias") if n % 2 else ("name",))
    )
    return store


def outcome(store: Store, query: str) -> list[tuple[str, ...]]:
    """Return what a query gives, in a form that can be compared; rows in their order."""
    found = store.query(query)
    if isinstance(found, QueryBoolean):
        return [(str(bool(found)),)]
    if isinstance(found, QueryTriples):
        return sorted((str(triple),) for triple in found)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [tuple(names), *(tuple(str(row[name]) for name in names) for row in found)]


def test_enough_is_compared() -> None:
    """The comparison has at least 25 query shapes and a few hundred values."""
    assert len(SHAPES) >= 25
    assert len(set(VALUES)) == 300


@pytest.mark.parametrize(("shape", "constant"), SHAPES, ids=[shape for shape, _ in SHAPES])
def test_a_bound_query_means_what_the_constant_means(
    store: Store,
    shape: str,
    constant: str,
) -> None:
    """For every hostile value the bound query gives what the query with the constant gives."""
    grouped = constant.replace("GROUP BY 'k'", "GROUP BY (1)")
    for value in VALUES[:: 1 if "FILTER" not in shape else 5]:
        term = Literal(value)

        bound = outcome(store, PROLOGUE + bind(shape, {"x": term}))

        assert bound == outcome(store, PROLOGUE + grouped.replace("CONSTANT", str(term)))


def structure(tokens: Iterable[Token]) -> list[str]:
    """Return the tokens with every value, and what binding sets around it, as one mark."""
    text = " ".join(
        "VALUE" if token.kind is TokenKind.STRING or token.variable in {"_x", "__x"} else token.text
        for token in tokens
    )
    return text.replace("( VALUE AS VALUE )", "VALUE").replace("( VALUE )", "VALUE").split()


@pytest.mark.parametrize("shape", [shape for shape, _ in SHAPES])
def test_a_value_never_adds_a_token(shape: str) -> None:
    """Every other token stays, and where the parameter stood one string stands."""
    before = structure(tokenize(shape))

    for value in VALUES:
        assert structure(tokenize(bind(shape, {"x": Literal(value)}))) == before


@pytest.fixture(scope="module")
def graph(store: Store) -> rdflib.Graph:
    """Return the same triples in rdflib."""
    graph = rdflib.Graph()
    for quad in store.quads():
        assert isinstance(quad.subject, NamedNode)
        assert isinstance(quad.object, Literal)
        subject, predicate = rdflib.URIRef(quad.subject.value), rdflib.URIRef(quad.predicate.value)
        graph.add((subject, predicate, rdflib.Literal(quad.object.value)))
    return graph


def rdflib_rows(graph: rdflib.Graph, query: str) -> list[tuple[str, ...]]:
    """Return the rows that rdflib gives, each cell as its lexical form."""
    found = []
    for row in graph.query(query):
        assert isinstance(row, rdflib.query.ResultRow)
        found.append(tuple("None" if cell is None else str(cell) for cell in row))
    return found


def engine_rows(store: Store, query: str) -> list[tuple[str, ...]]:
    """Return the same from the store's engine."""
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    return [tuple("None" if cell is None else lexical(cell) for cell in row) for row in found]


def lexical(term: object) -> str:
    """Return the lexical form of a term, or its IRI."""
    assert isinstance(term, NamedNode | Literal)
    return term.value


def test_rdflib_reads_every_value_as_the_same_string(store: Store, graph: rdflib.Graph) -> None:
    """The second engine finds the same thing for each value, escapes of escapes included."""
    for value in VALUES:
        query = PROLOGUE + bind("SELECT ?s { ?s :name ?_x } ORDER BY ?s", {"x": Literal(value)})

        rows = rdflib_rows(graph, query)

        assert rows
        assert rows == engine_rows(store, query), repr(value)


AGREED = [shape for shape, _ in SHAPES if shape.startswith("SELECT") and "GRAPH" not in shape]


@pytest.mark.parametrize("shape", AGREED)
def test_rdflib_agrees_on_every_shape(store: Store, graph: rdflib.Graph, shape: str) -> None:
    """Both engines give equal rows for a bound query, whatever its shape."""
    for value in ('" } UNION { ?s ?p ?o } #', "\\u0022"):
        query = PROLOGUE + bind(shape, {"x": Literal(value)})

        assert sorted(rdflib_rows(graph, query)) == sorted(engine_rows(store, query))


@pytest.mark.parametrize(
    ("query", "term", "expected"),
    [
        (
            "SELECT ?s { ?s :p ?_x_iri }",
            NamedNode(EX + "a"),
            "SELECT ?s { ?s :p  <http://example.org/a>  }",
        ),
        (
            "SELECT ?s { ?s ?_x_iri 1 }",
            NamedNode(EX + "a"),
            "SELECT ?s { ?s  <http://example.org/a>  1 }",
        ),
        (
            "SELECT ?s { GRAPH ?_x_iri {?s ?p 1} }",
            NamedNode(EX + "a"),
            "SELECT ?s { GRAPH  <http://example.org/a>  {?s ?p 1} }",
        ),
        ("DESCRIBE ?_x_iri", NamedNode(EX + "a"), "DESCRIBE  <http://example.org/a> "),
        (
            "SELECT ?s { ?s :p ?n FILTER(?n<?_x_integer) }",
            Literal("3", datatype=XSD_INTEGER),
            'SELECT ?s { ?s :p ?n FILTER(?n< "3"^^<http://www.w3.org/2001/XMLSchema#integer> ) }',
        ),
        (
            "SELECT ?s { ?s :p ?_x_en }",
            Literal("hi", language="en"),
            'SELECT ?s { ?s :p  "hi"@en  }',
        ),
    ],
)
def test_other_types(query: str, term: NamedNode | Literal, expected: str) -> None:
    """IRIs, numbers and text with a language are written as terms of their type."""
    assert bind(query, {"x": term}) == expected


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT * { ?s ?p ?_x }", "name the columns"),
        ("SELECT DISTINCT * { ?s ?p ?_x }", "name the columns"),
        ("SELECT ?s { BIND('a' AS ?_x) ?s ?p ?_x }", "gets a value"),
        ("SELECT ('a' AS ?_x) { ?s ?p ?o }", "gets a value"),
        ("SELECT ?s { VALUES ?_x { 'a' } ?s ?p ?_x }", "gets a value"),
        ("SELECT ?s { VALUES (?s ?_x) { (:a 'a') } }", "gets a value"),
        ("SELECT ?s { ?s ?p ?_x } VALUES ?_x { 'a' }", "gets a value"),
        ("SELECT ?s { ?s ?p ?o FILTER(!BOUND(?_x) || ?o = ?_x) }", "gets a value"),
        ("SELECT ?s { ?s ?p ?o FILTER(! bound ( $_x )) }", "gets a value"),
        ("SELECT ?s { { SELECT ?s ?_x { ?s ?p ?_x } } }", "column of a SELECT inside"),
        ("SELECT ?s { SERVICE ?_x { ?s ?p ?o } }", "would choose a service"),
        ("SELECT ?s { SERVICE SILENT ?_x { ?s ?p ?o } }", "would choose a service"),
        ("SELECT ?s { GRAPH ?_x { ?s ?p ?o } }", "only an IRI"),
        ("DESCRIBE ?_x", "only an IRI"),
        ("SELECT ?s { ?s :p ?a, ?b FILTER(?a<?_x&&?b>3) } ORDER BY ?_x", "inside the IRI"),
        ("SELECT ?s { ?s :p ?_x, ?__x }", "spelt both"),
        ("SELECT ?s { ?s :p ?_x_zzz }", "is no parameter"),
        ("SELECT ?s { ?s :p ?_y }", "no parameter 'x'; known: y"),
        ("SELECT ?s { ?s :p ?o }", "it has none"),
        ("SELECT ?s { ?s :p ?_x_iri }", "cannot be"),
        ("SELECT ?s { ?s :p ?_x_integer }", "cannot be"),
        ("SELECT ?s { ?s :p ?_x_en }", "cannot be"),
    ],
)
def test_what_cannot_be_bound_is_refused(query: str, reason: str) -> None:
    """A parameter in a place that no term can take is refused with the reason."""
    with pytest.raises(ParameterError, match=reason.replace("?", r"\?")):
        bind(query, {"x": Literal("a")})


def test_an_open_parameter_stays_as_it_is() -> None:
    """Nothing is changed where no value is given, comments and spaces included."""
    query = "# c\nSELECT *\n{ ?s :p ?__x }  "

    assert bind(query, {}) == query

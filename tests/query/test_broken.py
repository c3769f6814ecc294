"""A query that does not parse is told where it goes wrong and what to try."""

import pytest

from query.broken import Broken, iter_broken
from showgraph.errors import QuerySyntaxError
from showgraph.query.questions.catalog import read_catalog
from showgraph.query.sparql.grammar import find_fault
from showgraph.query.sparql.hints import explain_syntax
from showgraph.query.sparql.lexer import tokenize
from showgraph.query.sparql.screening import screen
from showgraph.store import Store

TABLE = list(iter_broken())


def complaint(text: str) -> QuerySyntaxError:
    """Return what is said of a broken query, as a user gets it."""
    try:
        screen(text)
    except QuerySyntaxError as error:
        return error
    with Store.memory() as store, pytest.raises(QuerySyntaxError) as raised:
        store.query(text)
    return explain_syntax(text, raised.value)


def test_the_table_is_long() -> None:
    """As many kinds of mistake as there have been, each under a name of its own."""
    assert len({broken.name for broken in TABLE}) == len(TABLE) >= 89


@pytest.mark.parametrize("broken", TABLE, ids=lambda broken: broken.name)
def test_the_place_and_the_hint(broken: Broken) -> None:
    """The line is right, the column within two characters, and the message names the remedy."""
    error = complaint(broken.text)

    assert error.line == broken.line
    assert abs(error.column - broken.column) <= 2
    assert broken.hint.lower() in f"{error.reason}; {error.hint}".lower()
    assert error.hint


@pytest.mark.parametrize("name", read_catalog())
def test_nothing_is_wrong_with_a_good_query(name: str) -> None:
    """The grammar finds no fault with a query that the engine takes."""
    assert find_fault(tokenize(read_catalog()[name].text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "BASE <http://e.org/> SELECT * FROM <a> FROM NAMED <b> { GRAPH ?g { ?s a <c> } } LIMIT 1",
        "SELECT DISTINCT (COUNT(DISTINCT ?s) AS ?n) ?p { ?s ?p -1, +.5e3, true ; } GROUP BY ?p",
        "SELECT (GROUP_CONCAT(?s; SEPARATOR=', ') AS ?l) { ?s a sg:Series } HAVING(COUNT(?s) > 1)",
        "SELECT ?s { ?s sg:creator/skos:prefLabel|^rdfs:label*|!(a|^sg:genre) 'x'@en-GB }",
        "SELECT ?s { [] a sg:Series . [ a sg:Season ] . (1 2) rdf:first ?s . ?s a [] , () }",
        "SELECT ?s { { ?s a 1 } UNION { ?s a 2 } MINUS { ?s a 3 } FILTER NOT EXISTS { ?s a 4 } }",
        "SELECT ?s { VALUES (?s ?o) { (sg:a UNDEF) (1 'x'^^xsd:string) } VALUES ?t { } }",
        "SELECT ?s { ?s a ?o FILTER(?o NOT IN (1, 2) && -?o < 3 || !?o) BIND(IF(?o, 1, 2) AS ?x) }",
        "SELECT ?s { { SELECT ?s (MAX(?o) AS ?m) { ?s ?p ?o } GROUP BY ?s ORDER BY DESC(?m) ?s } }",
        "CONSTRUCT { ?s a sg:Series . } WHERE { ?s a ?o } ORDER BY STR(?s) LIMIT 3 OFFSET 1",
        "CONSTRUCT WHERE { ?s a sg:Series }",
        "DESCRIBE sg:Series ?s { ?s a ?o FILTER REGEX(?s, 'x') }",
        "DESCRIBE <http://e.org/x>",
        "ASK { ?s sg:x '1'^^xsd:integer } VALUES ?s { <a:b> }",
    ],
)
def test_the_whole_language_is_known(text: str) -> None:
    """What the engine takes has no fault, in every corner of the grammar."""
    with Store.memory() as store:
        store.query(text)

    assert find_fault(tokenize(text)) is None

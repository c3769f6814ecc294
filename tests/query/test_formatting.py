"""A laid out query means the same, keeps its comments, and is not laid out any further."""

import pytest
from rdflib.plugins.sparql.parser import parseQuery

from query.broken import iter_broken
from showgraph.errors import QuerySyntaxError
from showgraph.query.questions.catalog import read_catalog
from showgraph.query.sparql.formatting import format_query
from showgraph.query.sparql.lexer import TokenKind, tokenize
from showgraph.store import Store

CRAMPED = """prefix ex: <http://e.org/> select ?s (count(*) as ?n) where{?s a ex:C;ex:p "a",'b'.
optional{?s ex:q ?p}#behind
# of its own
 filter(?n>2&&?m<3)filter not exists{?s a ?z}{?a ?b ?c}union{?d ?e ?f}values ?x{1 2}bind(1 as ?y)
 ?s ex:a/(ex:b|^ex:c)* ?o}group by ?s order by desc(?n) limit 5"""
LAID_OUT = """\
PREFIX ex: <http://e.org/>

SELECT ?s (count(*) AS ?n)
WHERE {
  ?s a ex:C ;
    ex:p "a",'b' .
  OPTIONAL {
    ?s ex:q ?p
  }  #behind
  # of its own
  FILTER(?n>2&&?m<3)
  FILTER NOT EXISTS {
    ?s a ?z
  }
  {
    ?a ?b ?c
  } UNION {
    ?d ?e ?f
  }
  VALUES ?x {
    1 2
  }
  BIND(1 AS ?y)
  ?s ex:a/(ex:b|^ex:c)* ?o
}
GROUP BY ?s
ORDER BY DESC(?n)
LIMIT 5
"""


def comments(text: str) -> list[str]:
    """Return the comments of a query in order."""
    tokens = tokenize(text, comments=True)
    return [token.text for token in tokens if token.kind is TokenKind.COMMENT]


def test_a_cramped_query_is_laid_out() -> None:
    """A line for each pattern, braces indented, keywords in capitals, comments where they were."""
    assert format_query(CRAMPED) == LAID_OUT


@pytest.mark.parametrize(
    "text", [CRAMPED, *(question.text for question in read_catalog().values())], ids=len
)
def test_it_means_the_same(text: str) -> None:
    """The parse tree is equal, no comment is lost, and a second time changes nothing."""
    laid_out = format_query(text)

    assert str(parseQuery(laid_out)) == str(parseQuery(text))
    assert comments(laid_out) == comments(text)
    assert format_query(laid_out) == laid_out
    with Store.memory() as store:
        store.query(laid_out)


@pytest.mark.parametrize("broken", list(iter_broken()), ids=lambda broken: broken.name)
def test_a_broken_query_keeps_its_tokens(broken: object) -> None:
    """What does not parse is laid out as far as it goes, once and for all, or refused."""
    text = getattr(broken, "text", "")
    try:
        laid_out = format_query(text)
    except QuerySyntaxError:
        return

    words = [token.text.upper() for token in tokenize(text)]
    assert [token.text.upper() for token in tokenize(laid_out)] == words
    assert format_query(laid_out) == laid_out

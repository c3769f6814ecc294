"""The lexer cuts SPARQL as its grammar says, and says where it cannot."""

import time

import pytest

from showgraph.errors import QuerySyntaxError
from showgraph.query.sparql.lexer import TokenKind, tokenize

CASES = [
    ("?x$y ?été ?1", ["variable ?x", "variable $y", "variable ?été", "variable ?1"]),
    ("<http://a#b> <> <a>", ["iri <http://a#b>", "iri <>", "iri <a>"]),
    (
        "?a<?b && ?c>1",
        ["variable ?a", "sign <", "variable ?b", "sign &&", "variable ?c", "sign >", "number 1"],
    ),
    ("?a <= ?b", ["variable ?a", "sign <=", "variable ?b"]),
    ("sg:a.b. sg: : :x", ["pname sg:a.b", "sign .", "pname sg:", "pname :", "pname :x"]),
    ("sg:50%25 sg:a\\-b sg:a:b", ["pname sg:50%25", "pname sg:a\\-b", "pname sg:a:b"]),
    ("sg:p? ?x", ["pname sg:p", "sign ?", "variable ?x"]),
    ("_:b0 _:b.c", ["blank _:b0", "blank _:b.c"]),
    ("'a\\'b' \"\"", ["string 'a\\'b'", 'string ""']),
    ("'''a'b''c\n''' x", ["string '''a'b''c\n'''", "word x"]),
    ('"""a"b""\\""""', ['string """a"b""\\""""']),
    ('"a"@en-GB', ['string "a"', "language @en-GB"]),
    ('"a"^^xsd:date', ['string "a"', "sign ^^", "pname xsd:date"]),
    (
        "1 1.5 .5 1e3 1.e3 2.",
        ["number 1", "number 1.5", "number .5", "number 1e3", "number 1.e3", "number 2", "sign ."],
    ),
    ("a#b\nc", ["word a", "word c"]),
    ("'# in' # out", ["string '# in'"]),
    (
        "{?s ?p [] ; (1)}",
        [
            "sign {",
            "variable ?s",
            "variable ?p",
            "sign [",
            "sign ]",
            "sign ;",
            "sign (",
            "number 1",
            "sign )",
            "sign }",
        ],
    ),
    ("", []),
    (" \t\r\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_tokens(text: str, expected: list[str]) -> None:
    """The tokens and their kinds are those of section 19.8 of the specification."""
    assert [f"{token.kind.value} {token.text}" for token in tokenize(text)] == expected


def test_places_count_from_one_and_go_over_lines() -> None:
    """Line and column are those an editor shows, also behind strings of several lines."""
    text = "SELECT ?x\n  { '''a\nb''' }"

    places = [(token.text, token.line, token.column) for token in tokenize(text)]

    assert places == [
        ("SELECT", 1, 1),
        ("?x", 1, 8),
        ("{", 2, 3),
        ("'''a\nb'''", 2, 5),
        ("}", 3, 6),
    ]


def test_offsets_give_back_the_text() -> None:
    """Every token stands in the text at its offsets; comments come when asked for."""
    text = "ASK { ?s ?p 'x' } # why \U0001f600\n"

    tokens = tokenize(text, comments=True)

    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert tokens[-1].kind is TokenKind.COMMENT


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("SELECT 'a", 1, 8, "not closed"),
        ('ASK {\n ?s ?p "a\n" }', 2, 8, "not closed"),
        ("ASK { ?s ?p '''a }", 1, 13, "not closed"),
        ("\\u0053ELECT", 1, 1, "backslash"),
        ("SELECT ?x { ?x ?y § }", 1, 19, "cannot start anything"),
        ("a & b", 1, 3, "cannot start anything"),
    ],
)
def test_what_is_no_token_is_refused_with_its_place(
    text: str,
    line: int,
    column: int,
    reason: str,
) -> None:
    """A string that is not closed and a stray character are named with line and column."""
    with pytest.raises(QuerySyntaxError, match=reason) as caught:
        tokenize(text)

    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "a." * 30_000,
        ":a" + "." * 60_000,
        '"' * 60_001,
        "'''x''" * 9_000,
        "?x<" * 20_000,
    ],
    ids=["dots", "local dots", "quotes", "long strings", "less"],
)
def test_cost_grows_with_the_length_only(text: str) -> None:
    """Text made to be slow is cut, or refused, in well under two seconds."""
    started = time.perf_counter()
    try:
        tokenize(text)
    except QuerySyntaxError as error:
        assert error.column > 0  # noqa: PT017 - either outcome is right, only the time matters

    assert time.perf_counter() - started < 2

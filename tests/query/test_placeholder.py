"""The name of a variable says what a parameter takes, and a value is a term of just that."""

from pathlib import Path

import pytest

from showgraph.errors import ParameterError, ResourceError, UnknownNameError
from showgraph.query.questions.catalog import read_catalog
from showgraph.query.sparql.placeholder import fits, read_placeholder, to_term, write_term
from showgraph.resources import read_bundled
from showgraph.store import Literal, NamedNode

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("variable", "value", "text"),
    [
        ("_x", "a", '"a"'),
        ("__x", 'say "a"\n', '"say \\"a\\"\\n"'),
        ("__x_iri", "http://example.org/a", "<http://example.org/a>"),
        ("_x_integer", "-3", f'"-3"^^<{XSD}integer>'),
        ("_x_number", "3.5", f'"3.5"^^<{XSD}decimal>'),
        ("_x_xsd_date", "2021-10-15", f'"2021-10-15"^^<{XSD}date>'),
        ("_x_xsd_boolean", "true", f'"true"^^<{XSD}boolean>'),
        ("__x_en", "hello", '"hello"@en'),
        ("_x", "\\u0022", '"\\\\\\U000000750022"'),
    ],
)
def test_a_value_becomes_a_term_of_its_type(variable: str, value: str, text: str) -> None:
    """Strings, IRIs, numbers, dates and text in a language, written to mean just the value."""
    placeholder = read_placeholder(variable)
    assert placeholder is not None

    term = to_term(placeholder, value)

    assert write_term(term) == text
    assert fits(placeholder, term)
    assert placeholder.required == (not variable.startswith("__"))


@pytest.mark.parametrize(
    ("variable", "value", "wanted"),
    [
        ("_x_iri", "no iri", "must be an IRI"),
        ("_x_iri", "", "must be an IRI"),
        ("_x_integer", "3.5", "must be integer"),
        ("_x_integer", "３", "must be integer"),  # noqa: RUF001 - a digit that XSD does not know
        ("_x_number", "1e3", "must be number"),
        ("_x_xsd_date", "15 October", "must be date"),
        ("_x", "\ud800", "must be text"),
    ],
)
def test_a_value_of_another_type_is_refused(variable: str, value: str, wanted: str) -> None:
    """The message has the parameter, the value and what it must be."""
    placeholder = read_placeholder(variable)
    assert placeholder is not None

    with pytest.raises(ParameterError, match=wanted):
        to_term(placeholder, value)


@pytest.mark.parametrize("variable", ["_", "__", "_1", "_x_", "_x_zzz", "_x_iris", "___x", "_x-y"])
def test_what_starts_like_a_parameter_must_be_one(variable: str) -> None:
    """A slip in the name of a parameter is no plain variable."""
    with pytest.raises(ParameterError, match="is no parameter"):
        read_placeholder(variable)


def test_a_plain_variable_is_none() -> None:
    """Without the underscore in front it is any variable."""
    assert read_placeholder("show_iri") is None


@pytest.mark.parametrize(
    ("variable", "term", "expected"),
    [
        ("_x", Literal("a", language="en"), False),
        ("_x", Literal("1", datatype=NamedNode(XSD + "integer")), False),
        ("_x", NamedNode("a:b"), False),
        ("_x_iri", Literal("a:b"), False),
        ("_x_en", Literal("a", language="de"), False),
        ("_x_en", Literal("a", language="en"), True),
    ],
)
def test_a_term_fits_its_type_only(
    variable: str, term: NamedNode | Literal, *, expected: bool
) -> None:
    """A term of another datatype or language is not taken."""
    placeholder = read_placeholder(variable)
    assert placeholder is not None

    assert fits(placeholder, term) is expected


def test_a_folder_of_ones_own_is_a_catalog(tmp_path: Path) -> None:
    """Questions are read from any folder; other files in it are left alone."""
    (tmp_path / "creators.rq").write_text(read_bundled("queries", "creators.rq"), encoding="utf-8")
    (tmp_path / "README.md").write_text("no question", encoding="utf-8")

    catalog = read_catalog(tmp_path)

    assert list(catalog) == ["creators"]
    assert len(catalog) == 1
    assert catalog.question("creators") is catalog["creators"]
    with pytest.raises(UnknownNameError, match="did you mean: creators"):
        catalog.question("creator")
    (tmp_path / "broken.rq").write_text("SELECT ?s { ?s ?p ?o }", encoding="utf-8")
    with pytest.raises(ResourceError, match=r"broken\.rq has no header"):
        read_catalog(tmp_path)

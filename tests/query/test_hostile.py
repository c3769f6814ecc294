"""No value changes a saved query but in its own place."""

import urllib.parse

import pytest

from query.hostile import hostile_values
from showgraph.errors import ParameterError
from showgraph.query.questions.catalog import read_catalog
from showgraph.query.sparql.binder import bind
from showgraph.query.sparql.lexer import tokenize
from showgraph.query.sparql.placeholder import Placeholder, Value, to_term, write_term
from showgraph.store import Store

NAMES = list(read_catalog())


def hostile_term(placeholder: Placeholder, value: str) -> Value:
    """Return a value as a term of a parameter's type; of an IRI as it is, or else escaped."""
    if placeholder.type != "iri":
        return to_term(placeholder, value)
    try:
        return to_term(placeholder, f"https://e.org/{value}")
    except ParameterError:
        return to_term(placeholder, f"https://e.org/{urllib.parse.quote(value)}")


def check(name: str, n_values: int) -> int:
    """Bind all parameters of a question to each value and compare token by token.

    Returns:
        How many values were bound.
    """
    question = read_catalog()[name]
    text = question.sparql
    tokens = tokenize(text)
    places = {each.placeholder.variable: each.placeholder for each in question.params.values()}
    n_bound = 0
    with Store.memory() as store:
        for value in hostile_values(n_values):
            values = {each.name: hostile_term(each, value) for each in places.values()}
            bound = bind(text, values)
            constants = {
                variable: [token.text for token in tokenize(write_term(values[each.name]))]
                for variable, each in places.items()
            }
            expected = [
                word
                for token in tokens
                for word in constants.get(token.variable, [token.text])
            ]  # fmt: skip
            assert [token.text for token in tokenize(bound)] == expected
            store.query(bound, prefixes={})
            n_bound += len(values)
    return n_bound


@pytest.mark.parametrize("name", NAMES)
def test_a_value_stays_in_its_place(name: str) -> None:
    """The tokens around it are those of the file, and the engine parses the whole."""
    assert check(name, 40) == 40 * len(read_catalog()[name].params)


@pytest.mark.check
@pytest.mark.parametrize("name", NAMES)
def test_five_hundred_values_stay_in_their_place(name: str) -> None:
    """The same with 500 values for each parameter of each question."""
    assert check(name, 500) == 500 * len(read_catalog()[name].params)

"""Names that nothing in the graph has are warned about, with those that exist."""

import pytest

from showgraph.query.execution.plan import read_plan
from showgraph.query.execution.vocabulary import warnings
from showgraph.query.questions.catalog import read_catalog
from showgraph.store import Store


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?s { ?s a sg:Serie }", ["a sg:Serie; did you mean sg:Series?"]),
        ("SELECT ?s { ?s sg:creater ?p }", ["has sg:creater; did you mean sg:creator"]),
        ("SELECT ?s { ?s schema:genre ?p }", ["has schema:genre; did you mean sg:genre?"]),
        ("SELECT ?s { ?s sg:zzz/sg:yyy ?p }", ["has sg:zzz; there are", "has sg:yyy; there are"]),
        ("SELECT ?s { ?s a sg:Series ; schema:author ?p }", ["no sg:Series has schema:author"]),
        ("SELECT ?s { ?s a <https://e.org/Show> }", ["a https://e.org/Show; there are"]),
        ("SELECT ?s { ?s a sg:Series ; sg:creator [ skos:prefLabel ?n ] }", []),
        ("SELECT ?s { ?s ?p ?o FILTER(?o > xsd:date('2020-01-01')) }", []),
        ("BASE <http://e.org/> SELECT ?s { ?s a <x> }", []),
    ],
)
def test_a_name_of_nothing_is_warned_about(world: Store, query: str, expected: list[str]) -> None:
    """Each is named once, with what is spelt alike, what the class has, or what there is."""
    found = warnings(world, query)

    assert len(found) == len(expected)
    assert all(words in sentence for words, sentence in zip(expected, found, strict=True))


def test_what_a_class_has_is_counted(world: Store) -> None:
    """The properties that series have come with their numbers, most first."""
    (sentence,) = warnings(world, "SELECT ?s { ?s a sg:Series ; schema:author ?p }")

    shown = [int(part.split("(")[1].split(")")[0]) for part in sentence.split(", ")[:-1]]
    assert shown == sorted(shown, reverse=True)
    assert shown[-1] > 0


def test_saved_questions_use_what_there_is(world: Store) -> None:
    """The invented graph has all that the questions ask for."""
    found = {name: warnings(world, question.text) for name, question in read_catalog().items()}

    assert {name: sentences for name, sentences in found.items() if sentences} == {}


def test_the_plan_counts_each_pattern(world: Store) -> None:
    """Operators stand one in another, and a pattern has the number of its triples."""
    n_series = sum(1 for _ in world.select("SELECT ?s { ?s a sg:Series }"))
    lines = str(
        read_plan(
            world,
            "SELECT DISTINCT ?s { ?s a sg:Series ; sg:creator/skos:prefLabel ?p"
            " OPTIONAL { ?s sg:seasonCount ?n FILTER(?n > 2) } } ORDER BY DESC(?p) LIMIT 3",
        )
    ).splitlines()

    assert lines[0] == "SelectQuery ?s"
    assert f"              ?s rdf:type sg:Series   [{n_series}]" in lines
    assert "              ?s sg:creator/skos:prefLabel ?p   [path]" in lines
    assert "          LeftJoin RelationalExpression(?n, >, 2)" in lines
    assert "      OrderBy OrderCondition(?p, DESC)" in lines or "OrderBy" in "".join(lines)

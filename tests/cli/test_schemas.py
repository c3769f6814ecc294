"""What commands write as JSON is what their schema says."""

import json
from pathlib import Path
from typing import Any

import pytest

from json_schema import find_errors
from program import DOCUMENTS, run_here
from showgraph.query.questions.catalog import read_catalog

#: What is typed, and the definition that it is held to.
CASES: list[tuple[tuple[str, ...], str]] = [
    *((("ask", name, "--why"), "ask") for name in read_catalog()),
    (("ask", "cast", "--limit", "1"), "ask"),
    (("ask", "how tall is the sea"), "ask"),
    (("ask", "creators", "--show", "Harbour Lights"), "ask"),
    (("disagreements",), "ask"),
    (("ask",), "ask-list"),
    (("ask", "--tag", "cast", "--count"), "ask-list"),
    (("ask", "--values", "person"), "ask-values"),
    (("explain", "id:series/harbour-lights"), "explain"),
    (("explain", "Harbour Lights, season 1", "episode count"), "explain"),
    (("explain", "Harbour Lights, season 3", "director"), "explain"),
    (("explain", "remarks", "--row", "1"), "explain"),
    (("describe", "Harbour Lights"), "describe"),
    (("describe", "Mara Voss"), "describe"),
    (("path", "Mara Voss", "Netflix"), "path"),
    (("stats",), "stats"),
    (("validate",), "validate"),
    (("query", "--plan", "SELECT ?s { ?s a sg:Series OPTIONAL { ?s sg:creator ?p } }"),
     "query-plan"),
]  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """Return the schema as the program prints it."""
    found: dict[str, Any] = json.loads(run_here("help", "--schema").stdout)
    return found


@pytest.mark.parametrize(("asked", "name"), CASES, ids=lambda each: " ".join(each)[:40])
def test_output_is_as_its_schema_says(
    asked: tuple[str, ...], name: str, schema: dict[str, Any], graph: Path
) -> None:
    """Each key is there, of its type, and no other."""
    done = run_here(*asked, "--graph", graph, "--format", "json")

    assert list(find_errors(schema, schema["$defs"][name], json.loads(done.stdout))) == []


@pytest.mark.parametrize(
    ("asked", "name"),
    [(("prefixes",), "prefixes"), (("help",), "help"), (("build", "DOCUMENTS"), "build")],
)
def test_what_needs_no_graph_too(
    asked: tuple[str, ...], name: str, schema: dict[str, Any], tmp_path: Path
) -> None:
    """As above."""
    more = ("--graph", tmp_path / "new") if name == "build" else ()
    words = [DOCUMENTS if word == "DOCUMENTS" else word for word in asked]
    done = run_here(*words, *more, "--format", "json")

    assert list(find_errors(schema, schema["$defs"][name], json.loads(done.stdout))) == []


def test_the_schema_is_whole(schema: dict[str, Any]) -> None:
    """Each output has a definition that is tried above, and each reference leads somewhere."""
    outputs = {each["$ref"].rpartition("/")[2] for each in schema["anyOf"]}
    referred = {part.partition('"')[0] for part in json.dumps(schema).split("#/$defs/")[1:]}

    assert outputs == {name for _, name in CASES} | {"prefixes", "help", "build"}
    assert referred <= set(schema["$defs"]) == referred | outputs


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ([], "$: [] is no object"),
        ({}, "$: question is missing"),
        ({"question": 1}, "$.question: 1 is no"),
        ({"more": 1}, "$: more is not foreseen"),
        ({"view": "pie"}, "$.view: 'pie' is none of"),
        ({"columns": ["a", 1]}, "$.columns[1]: 1 is no string"),
    ],
)
def test_the_checker_checks(value: object, error: str, schema: dict[str, Any]) -> None:
    """What is wrong is found, and where."""
    found = list(find_errors(schema, schema["$defs"]["ask"], value))

    assert any(each.startswith(error) for each in found)

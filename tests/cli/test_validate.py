"""Validate a graph or a file, with our shapes or others, in every format."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from program import run

DATA = """PREFIX sg: <https://w3id.org/showgraph/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
<https://example.org/lights> a sg:Series ; skos:prefLabel "Harbour Lights" .
<https://example.org/one> a sg:Season ; skos:prefLabel "Harbour Lights, season 1" .
"""
SHAPES = """PREFIX sg: <https://w3id.org/showgraph/ontology#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
<https://example.org/shape> a sh:NodeShape ; sh:targetClass sg:Series ;
    sh:property [ sh:path sg:genre ; sh:minCount 1 ; sh:severity sh:Warning ] ;
    sh:property [ sh:path sg:creator ; sh:minCount 1 ] .
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a file with a season of no series."""
    path = tmp_path / "data.ttl"
    path.write_text(DATA, encoding="utf-8")
    return path


@pytest.fixture
def shapes(tmp_path: Path) -> Path:
    """Return a file of shapes that ask for genre and creator."""
    path = tmp_path / "shapes.ttl"
    path.write_text(SHAPES, encoding="utf-8")
    return path


def test_a_file_is_checked_in_place_of_a_graph(data: Path) -> None:
    """Our shapes, our ontology beside, and the status of a graph that does not conform."""
    done = run("validate", "--data", data, "--format", "json")
    report = json.loads(done.stdout)

    assert done.returncode == 1
    assert [(r["code"], r["label"]) for r in report["results"]] == [
        ("SGV01", "Harbour Lights, season 1")
    ]


def test_shapes_of_others_are_checked(data: Path, shapes: Path, graph: Path) -> None:
    """Their results have no code of ours, and a message all the same."""
    alone = run("validate", "--data", data, "--shapes", shapes, "--format", "text")
    on_graph = run("validate", "--graph", graph, "--shapes", shapes, "--format", "json")

    assert alone.returncode == 1
    assert "Harbour Lights has too few values: at least " in alone.stdout
    assert json.loads(on_graph.stdout)["focus_nodes"] > 0


def test_what_only_pyshacl_checks_is_named(data: Path, shapes: Path) -> None:
    """The report tells how many shapes were left to it and what for."""
    shapes.write_text(SHAPES.replace("sh:targetClass", "sh:closed true ; sh:targetClass"), "utf-8")
    done = run("validate", "--data", data, "--shapes", shapes, "--format", "text")

    assert "1 shape left to pyshacl for sh:closed" in done.stdout
    assert done.stderr == ""


def test_severity_hides_and_changes_no_status(data: Path, shapes: Path) -> None:
    """With violations alone the warning is gone; the graph fails as before."""
    arguments = ("validate", "--data", data, "--shapes", shapes, "--format", "concise")
    every, bad = run(*arguments), run(*arguments, "--severity", "violation")

    assert ": warning " in every.stdout
    assert ": warning " not in bad.stdout
    assert every.returncode == bad.returncode == 1


def test_formats_for_programs_are_pure(data: Path) -> None:
    """Standard output is the document and nothing else; the summary goes beside it."""
    junit = run("validate", "--data", data, "--format", "junit")
    turtle = run("validate", "--data", data, "--format", "ttl")
    github = run("validate", "--data", data, "--format", "github")
    rows = run("validate", "--data", data)

    assert ET.fromstring(junit.stdout).tag == "testsuites"  # noqa: S314 - our own text
    assert turtle.stdout.startswith("PREFIX sh: ")
    assert github.stdout.startswith("::error title=SGV01 ")
    assert rows.stdout.startswith("severity,code,focus,")
    assert "does not conform" in junit.stderr
    assert "does not conform" in turtle.stderr
    assert "does not conform" in github.stdout


COUNT = "<https://example.org/shape> sh:targetNode sg:Series ; sh:minCount 1 ."
REMOTE = """<https://example.org/shape> sh:sparql [
    sh:select "SELECT $this { SERVICE <http://example.org/> { $this ?p ?o } }" ] .
"""


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        ("<a> <b> .", 4, "is not well formed"),
        (None, 4, "does not exist"),
        ("<urn:a> <urn:b> <urn:c> .", 4, "no shape with targets"),
        (SHAPES + COUNT, 4, "pyshacl cannot use the shapes"),
        (SHAPES + REMOTE, 3, "SERVICE, which is not run"),
    ],
)
def test_shapes_that_cannot_be_used(
    shapes: Path, content: str | None, status: int, words: str
) -> None:
    """A file is read strictly, and nothing in it reaches another machine."""
    if content is None:
        shapes.unlink()
    else:
        shapes.write_text(content, encoding="utf-8")
    done = run("validate", "--data", shapes, "--shapes", shapes)

    assert done.returncode == status, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_without_ending_of_rdf_is_refused(tmp_path: Path) -> None:
    """The message says which endings there are."""
    table = tmp_path / "table.xlsx"
    table.touch()
    done = run("validate", "--data", table)

    assert done.returncode == 4
    assert "no ending of RDF: use .ttl" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("--graph", "x"), ("--group", "shape", "--format", "csv"), ("--group", "day")]
)
def test_options_that_do_not_go_together(data: Path, arguments: tuple[str, ...]) -> None:
    """They are refused, with a word on what to do."""
    done = run("validate", "--data", data, *arguments)

    assert done.returncode == 2
    assert "error[SG-U0" in done.stderr

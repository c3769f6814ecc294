"""What is generated from the saved questions is fresh, and other tools can read it."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
import rdflib
import yaml

from showgraph.query.questions.catalog import read_catalog
from showgraph.query.questions.examples import to_qlever, to_shacl

ROOT = Path(__file__).parents[2]
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SCHEMA = rdflib.Namespace("https://schema.org/")


def load_tool() -> ModuleType:
    """Return the module of ``tools/questions.py``."""
    spec = importlib.util.spec_from_file_location("questions", ROOT / "tools" / "questions.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_everything_is_fresh() -> None:
    """``make questions`` would change no file."""
    expected = load_tool().generated(read_catalog(ROOT / "queries"))

    assert len(expected) == 4
    stale = [path for path, text in expected.items() if path.read_text(encoding="utf-8") != text]
    assert stale == []


@pytest.fixture(scope="module")
def examples() -> rdflib.Graph:
    """Return the generated Turtle, as rdflib reads it."""
    return rdflib.Graph().parse(data=to_shacl(read_catalog().values()), format="turtle")


@pytest.mark.parametrize("name", read_catalog())
def test_each_question_is_an_executable(examples: rdflib.Graph, name: str) -> None:
    """It has one comment in a language, its query with its prefixes, keywords and a target."""
    question = read_catalog()[name]
    node = rdflib.URIRef(f"https://w3id.org/showgraph/question/{name}")
    kinds = set(examples.objects(node, rdflib.RDF.type))
    (comment,) = examples.objects(node, rdflib.RDFS.comment)
    (query,) = examples.objects(node, SH["select"])
    keywords = {str(word) for word in examples.objects(node, SCHEMA.keywords)}

    assert kinds == {SH["SPARQLExecutable"], SH["SPARQLSelectExecutable"]}
    assert comment == rdflib.Literal(question.summary, lang="en")
    assert str(query) == question.sparql
    assert "#+" not in str(query)
    assert keywords == set(question.tags)
    assert all(word == word.strip() for word in keywords)
    assert len(list(examples.objects(node, SCHEMA.target))) == 1
    (prefixes,) = examples.objects(node, SH["prefixes"])
    assert len(list(examples.objects(prefixes, SH["declare"]))) >= 14


def test_each_prefix_has_one_namespace(examples: rdflib.Graph) -> None:
    """No prefix is declared twice; each namespace is an xsd:anyURI."""
    prefixes = [str(value) for value in examples.objects(None, SH["prefix"])]
    namespaces = list(examples.objects(None, SH["namespace"]))

    assert len(prefixes) == len(set(prefixes)) == len(namespaces)
    assert all(
        isinstance(value, rdflib.Literal) and value.datatype == rdflib.XSD.anyURI
        for value in namespaces
    )


def test_the_benchmark_has_all_queries() -> None:
    """Each item of the YAML has a name and a query that is that of the file."""
    catalog = read_catalog()
    items = yaml.safe_load(to_qlever(catalog.values()))["queries"]

    assert [item["query"] for item in items] == [each.sparql for each in catalog.values()]
    assert [item["name"].partition(":")[0] for item in items] == list(catalog)

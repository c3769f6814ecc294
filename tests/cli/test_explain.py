"""Where a fact comes from: who states it, who contradicts it, in which words and where."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
import rdflib

from program import DOCUMENTS, run, run_here
from showgraph import Graph
from showgraph.namespaces import OA, PROV, RDF, SG
from showgraph.store import NamedNode, RdfFormat, Triple, parse

SHOW = "https://w3id.org/showgraph/id/series/harbour-lights"
PERSON = "https://w3id.org/showgraph/id/person/mara-voss"
CREATED = ("Harbour Lights", "creator", "Mara Voss")
COUNT = ("Harbour Lights, season 1", "episode count", "6")


def test_the_first_line_counts_the_documents(graph: Path) -> None:
    """A fact that two documents state and none contradicts, with their days and sentences."""
    shown = run("explain", *CREATED, "--graph", graph, "--format", "table").stdout.splitlines()

    assert shown[:2] == [
        "Harbour Lights creator Mara Voss",
        "  stated by 2 documents, contradicted by none",
    ]
    assert "  harbour-news  2023-06-20  sentence 2" in shown
    assert "  harbour-review  2023-05-04  sentence 1" in shown
    (rule,) = (line for line in shown if "also follows by the rule" in line)
    assert shown[shown.index(rule) + 2].startswith("    because  Harbour Lights has creator credit")
    assert shown[shown.index(rule) + 2].endswith("  (2 documents)")
    assert shown[shown.index(rule) + 3].startswith("    and      ")


def test_who_contradicts_a_fact_is_shown(graph: Path) -> None:
    """The contradicting document stands with its value and its words."""
    shown = run_here("explain", *COUNT, "--graph", graph, "--format", "table").stdout
    (found,) = json.loads(run_here("explain", *COUNT, "--graph", graph, "--format", "json").stdout)

    assert "\n  stated by 1 document, contradicted by 1 document\n" in shown
    assert "  against it, asserted: 8\n    note-2  2023-05-02  sentence 1\n" in shown
    assert '"had eight episodes" (27-45)' in shown
    assert found["stated_by"] == ["harbour-review"]
    assert [(each["value"], each["document"]) for each in found["contradicted_by"]] == [
        ("8", "note-2")
    ]


def test_another_value_is_no_contradiction(graph: Path) -> None:
    """Two directors may both be right; each is told with the other."""
    arguments = ("explain", "Harbour Lights", "director", "Joan Okafor", "--graph", graph)
    shown = run_here(*arguments, "--format", "table").stdout

    assert "contradicted by none; other values by 1 document\n" in shown
    assert "another value, asserted: Petra Lindqvist\n" in shown


@pytest.mark.parametrize(
    "words",
    [
        ("harbour lights", "Creator", "Voss"),
        ("id:series/harbour-lights", "sg:creator", "id:person/mara-voss"),
        (SHOW, SG + "creator", PERSON),
        ("Harbour Lights", "has creator", "Mara Voss"),
        ("Mara Voss", "is creator of", "Harbour Lights"),
        ("Mara Voss", "creator of"),
    ],
)
def test_a_triple_goes_by_any_spelling(words: tuple[str, ...], graph: Path) -> None:
    """Labels, compact and whole IRIs, and the words for a property lead to the same facts."""
    arguments = ("--graph", graph, "--format", "json")
    expected = run_here("explain", *CREATED, *arguments).stdout

    assert run_here("explain", *words, *arguments).stdout == expected


def test_a_row_and_a_fact_are_explained_alike(graph: Path) -> None:
    """The row of a question rests on the fact that it shows."""
    arguments = ("--graph", graph, "--format", "json")
    row = json.loads(run_here("explain", "creators", "--row", "1", *arguments).stdout)
    fact = json.loads(run_here("explain", *CREATED, *arguments).stdout)

    assert row == fact


def test_a_thing_is_explained_by_its_facts(graph: Path) -> None:
    """An IRI stands for all that is said of the thing, a node without a name included."""
    arguments = ("--graph", graph, "--format", "json")
    facts = json.loads(run_here("explain", "id:series/harbour-lights", *arguments).stdout)
    (credit,) = (each["triple"][2] for each in facts if "has creator credit" in each["fact"])
    of_credit = json.loads(run_here("explain", credit[1:-1], *arguments).stdout)

    assert {each["triple"][0] for each in facts} == {f"<{SHOW}>"}
    assert json.loads(run_here("explain", *CREATED, *arguments).stdout)[0] in facts
    assert any("credited agent Mara Voss" in each["fact"] for each in of_credit)


def test_a_claim_is_explained_by_its_words(graph: Path) -> None:
    """The IRI of a claim leads to what it says and where."""
    arguments = ("--graph", graph, "--format", "json")
    (fact,) = json.loads(run_here("explain", *CREATED, *arguments).stdout)
    claim = fact["stated"][0]
    (found,) = json.loads(run_here("explain", claim["claim"], *arguments).stdout)

    assert found["claims"] == [claim]
    assert found["triple"] == fact["triple"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Harbour Lights", "has creator credit"),
         "Harbour Lights has creator credit [creator credit of Harbour Lights: Mara Voss]"),
        (("release-dates", "--row", "1"),
         "[release of Harbour Lights, season 1: 2021-03-03, Netflix, occurred] status occurred"),
        (("id:series/harbour-lights",), "Harbour Lights is called Harbour Lights"),
        (("id:series/harbour-lights",), "Harbour Lights is a series"),
    ],
)  # fmt: skip
def test_facts_are_told_in_words(words: tuple[str, ...], expected: str, graph: Path) -> None:
    """A node without a name is told by its sort, its owner and its links, and not by its IRI."""
    shown = run_here("explain", *words, "--graph", graph, "--format", "table").stdout

    assert expected in shown.splitlines()
    assert not re.search(r"\bid:|https?:", shown)


@pytest.mark.parametrize("name", ["id:series/nowhere", "https://example.org/x", "x:://"])
def test_an_iri_of_nothing_is_an_error(name: str, graph: Path) -> None:
    """Nothing is explained that the graph does not have."""
    done = run_here("explain", name, "--graph", graph)

    assert done.returncode == 3
    assert name[:7] in done.stderr


def test_offsets_and_sentences_are_those_of_the_text(graph: Path) -> None:
    """The text at the offsets is the quote, and the numbered sentence holds it."""
    text = (DOCUMENTS / "harbour-review.txt").read_text(encoding="utf-8")
    done = run_here("explain", "id:series/harbour-lights", "--graph", graph, "--format", "csv")
    rows = [
        row
        for row in csv.DictReader(io.StringIO(done.stdout))
        if row["document"] == "harbour-review"
    ]

    assert len(rows) > 10
    for row in rows:
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
        assert row["date"] == "2023-05-04"
    assert {row["sentence"] for row in rows if row["quote"].startswith("Petra")} == {"2"}


@pytest.mark.parametrize(
    "words",
    [CREATED, COUNT, ("Harbour Lights, season 3", "director"), ("creator-and-star", "--row", "1")],
    ids=" ".join,
)
def test_provenance_as_rdf_is_read_by_two_libraries(words: tuple[str, ...], graph: Path) -> None:
    """Turtle, RDF/XML and JSON-LD hold the same triples as N-Triples, for both readers."""
    written = {
        name: run_here("explain", *words, "--graph", graph, "--format", name).stdout
        for name in ("ttl", "nt", "xml", "jsonld")
    }
    ours = set(parse(written["nt"].encode(), format=RdfFormat.N_TRIPLES))
    reference = rdflib.Graph().parse(data=written["nt"], format="nt")

    for name, format_ in (
        ("ttl", RdfFormat.TURTLE),
        ("xml", RdfFormat.RDF_XML),
        ("jsonld", RdfFormat.JSON_LD),
    ):
        assert set(parse(written[name].encode(), format=format_)) == ours
    assert len(ours) == len(reference) > 20
    for name, parser in (("ttl", "turtle"), ("xml", "xml")):
        assert set(rdflib.Graph().parse(data=written[name], format=parser)) == set(reference)


def test_provenance_leads_from_the_fact_to_the_words(graph: Path) -> None:
    """Statement, rule, claim, span, document: each step is one of PROV-O."""
    shown = run_here("explain", *CREATED, "--graph", graph, "--format", "nt").stdout
    triples = {quad.triple for quad in parse(shown.encode(), format=RdfFormat.N_TRIPLES)}

    def objects(node: object, predicate: str) -> set[object]:
        return {t.object for t in triples if t.subject == node and t.predicate.value == predicate}

    (statement,) = (
        t.subject
        for t in triples
        if t.predicate.value == RDF + "predicate"
        and t.object == NamedNode(SG + "creator")
        and Triple(t.subject, NamedNode(RDF + "type"), NamedNode(RDF + "Statement")) in triples
    )
    (activity,) = objects(statement, PROV + "wasGeneratedBy")
    (association,) = objects(activity, PROV + "qualifiedAssociation")
    claims = {
        node for node in objects(statement, PROV + "wasDerivedFrom") if "/claim/" in str(node)
    }
    spans = {span for claim in claims for span in objects(claim, PROV + "wasDerivedFrom")}
    documents = {each for span in spans for each in objects(span, PROV + "wasQuotedFrom")}
    quotes = {
        getattr(text, "value", "")
        for span in spans
        for selector in objects(span, OA + "hasSelector")
        for text in objects(selector, OA + "exact")
    }

    assert len(objects(activity, PROV + "used")) == 2
    assert len(objects(association, PROV + "hadPlan")) == 1
    assert len(documents) == 2
    assert "created by Mara Voss" in quotes
    assert not re.search("ontology#text>", shown)


def test_a_file_of_provenance(graph: Path, tmp_path: Path) -> None:
    """The ending tells the format, and the bytes are the same in each run."""
    files = [tmp_path / "one.ttl", tmp_path / "two.ttl"]
    for file, seed in zip(files, ("1", "2"), strict=True):
        run("explain", *CREATED, "--graph", graph, "-o", file, env={"PYTHONHASHSEED": seed})

    assert files[0].read_bytes() == files[1].read_bytes() != b""


def test_nothing_to_explain_is_told_by_the_status(graph: Path) -> None:
    """With ``-e`` a fact that nobody states ends with status 1."""
    arguments = ("explain", "Harbour Lights", "composer", "--graph", graph)

    assert run_here(*arguments).returncode == 0
    assert run_here(*arguments, "-e").returncode == 1
    assert run_here("explain", *CREATED, "--graph", graph, "-e").returncode == 0


def test_from_python(graph: Path) -> None:
    """A graph tells the testimony for an explanation, and its triples."""
    with Graph(graph) as opened:
        (found,) = opened.explain(*CREATED)
        testimony = opened.testimony(found)

        assert str(testimony) == "stated by 2 documents, contradicted by none"
        assert testimony.stated == found.stated != ()
        assert opened.provenance([found]) == opened.provenance([found, found])
        assert opened.explain_thing(SHOW)


def test_words_of_a_speaker_are_shown_as_said_by_them(tmp_path: Path) -> None:
    """Above the words of a claim that somebody quoted makes stands who it is."""
    text = 'The drama series "Iron Tide" was created by Ana Bell. '
    text += "Bell said that the series was directed by Omar Reyes."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run_here("build", tmp_path / "a.txt", "--graph", tmp_path / "graph")
    fact = ("explain", "Iron Tide", "director", "Omar Reyes", "--graph", tmp_path / "graph")

    shown = run_here(*fact, "--format", "table").stdout

    assert "  said by Ana Bell:\n" in shown


def test_rows_of_an_explanation_have_claims_that_make_no_fact(tmp_path: Path) -> None:
    """Who denies or doubts a thing stands in the rows, with the standing of the claim."""
    text = (
        'The drama series "Iron Tide" is set in Lisbon. The series was not directed by Omar Reyes.'
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run_here("build", tmp_path / "a.txt", "--graph", tmp_path / "graph")
    fact = ("explain", "Iron Tide", "director", "Omar Reyes", "--graph", tmp_path / "graph")

    rows = list(csv.DictReader(io.StringIO(run_here(*fact, "--format", "csv").stdout)))

    assert {(row["standing"], row["status"]) for row in rows} == {("absent", "negated")}
    assert any("directed by Omar Reyes" in row["quote"] for row in rows)

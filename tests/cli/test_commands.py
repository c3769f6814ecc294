"""Query, explain, describe, path, stats, validate, extract and export, as a user runs them."""

import csv
import io
import json
from pathlib import Path

import pytest

from program import DOCUMENTS, run_here
from showgraph.store import RdfFormat, parse


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?name { ?s a sg:Series ; skos:prefLabel ?name }", "name\r\nHarbour Lights\r\n"),
        ("ASK { ?s a sg:Series }", "true\n"),
        ("CONSTRUCT { ?s a sg:Series } WHERE { ?s a sg:Series }", "a sg:Series ."),
        ("DESCRIBE ?s WHERE { ?s a sg:Series }", '"Harbour Lights"'),
    ],
    ids=["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"],
)
def test_the_four_forms_of_query(query: str, expected: str, graph: Path, tmp_path: Path) -> None:
    """Rows are CSV, a boolean is a word, triples are Turtle; from wherever the query comes."""
    file = tmp_path / "query.rq"
    file.write_text(query)
    shown = [
        run_here("query", query, "--graph", graph).stdout,
        run_here("query", "--file", file, "--graph", graph).stdout,
        run_here("query", "-", "--graph", graph, text=query).stdout,
        run_here("query", "--graph", graph, text=query).stdout,
    ]

    assert expected in shown[0]
    assert len(set(shown)) == 1


def test_query_json_is_that_of_the_w3c(graph: Path) -> None:
    """``json`` and ``srj`` are SPARQL 1.1 Query Results JSON."""
    query = "SELECT ?s { ?s a sg:Series }"
    json_, srj = (
        run_here("query", query, "--format", f, "--graph", graph).stdout for f in ("json", "srj")
    )

    assert json_ == srj
    assert json.loads(json_)["head"] == {"vars": ["s"]}


def test_rows_beyond_the_limit_are_announced(graph: Path) -> None:
    """A cut answer says so on standard error."""
    done = run_here("query", "SELECT * { ?s ?p ?o }", "--max-rows", "3", "--graph", graph)

    assert len(done.stdout.splitlines()) == 4
    assert "stopped at 3 rows" in done.stderr


def test_a_query_that_takes_too_long_is_ended(graph: Path) -> None:
    """Status 3, and the limit is named."""
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    done = run_here("query", query, "--timeout", "1", "--graph", graph)

    assert done.returncode == 3
    assert "1 s" in done.stderr


def test_explain_an_inferred_fact(graph: Path) -> None:
    """The rule, its premises, and the words behind them."""
    shown = run_here(
        "explain", "Harbour Lights", "creator", "Mara Voss", "--format", "table", "--graph", graph
    ).stdout

    assert shown.startswith("Harbour Lights creator Mara Voss\n  stated by 2 documents")
    assert "  also follows by the rule: x creator y if " in shown
    assert '"created by Mara Voss"' in shown
    assert "harbour-news" in shown
    assert "harbour-review" in shown


def test_explain_what_is_only_claimed(graph: Path) -> None:
    """A claim of lesser status is shown, and that it makes no fact."""
    arguments = ("explain", "Harbour Lights, season 3", "director", "--graph", graph)
    shown = run_here(*arguments, "--format", "table").stdout
    (explanation,) = json.loads(run_here(*arguments, "--format", "json").stdout)

    assert "not accepted as a fact" in shown
    assert "possible" in shown
    assert explanation["standing"] == "absent"
    assert explanation["lesser"][0]["status"] == "possible"
    reverse = run_here("explain", "Mara Voss", "director of", "--graph", graph, "--format", "json")
    assert json.loads(reverse.stdout) == [explanation]


@pytest.mark.parametrize(
    "relation", ["creator", "sg:creator", "has creator credit", "hasCreatorCredit"]
)
def test_a_property_goes_by_all_its_names(relation: str, graph: Path) -> None:
    """Label, short name and compact IRI all find the property."""
    assert run_here("explain", "Harbour Lights", relation, "--graph", graph).returncode == 0


def test_explain_a_row_of_an_answer(graph: Path) -> None:
    """The row of a question leads to each fact it rests on."""
    done = run_here("explain", "creator-and-star", "--row", "1", "--graph", graph)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))

    assert {row["fact"] for row in rows if row["depth"] == "0"} == {
        "Harbour Lights creator Mara Voss",
        "Harbour Lights cast member Mara Voss",
    }
    assert {row["standing"] for row in rows} == {"inferred", "asserted"}
    assert {row["quote"] for row in rows} >= {"created by Mara Voss", "stars Mara Voss"}


def test_nothing_to_explain_is_an_empty_answer(graph: Path) -> None:
    """A fact that nobody states has no explanation, and that is no error."""
    done = run_here("explain", "Harbour Lights", "composer", "--graph", graph)

    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1
    assert "No document" in done.stderr


def test_describe_shows_facts_sources_and_lesser_claims(graph: Path) -> None:
    """All of one thing, by a part of its name, for people and for programs."""
    shown = run_here("describe", "Voss", "--format", "table", "--graph", graph).stdout
    description = json.loads(
        run_here("describe", "Mara", "Voss", "--format", "json", "--graph", graph).stdout
    )

    assert shown.startswith("Mara Voss (person)")
    assert "Isla Reid" in shown
    assert "not accepted" in shown
    assert "The sea decides everything" in shown
    assert description["iri"].endswith("/person/mara-voss")
    assert {fact["label"] for fact in description["facts"]} >= {"Isla Reid", "Harbour Lights"}
    assert [said["speaker"] for said in description["statements"]] == ["Mara Voss"]


def test_path_connects_two_people(graph: Path) -> None:
    """Facts one after the other, as they read; the ends are what was asked for."""
    done = run_here("path", "Joan Okafor", "Isla Reid", "--graph", graph)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))

    assert 2 <= len(rows) <= 3
    assert "Joan Okafor" in rows[0].values()
    assert "Isla Reid" in rows[-1].values()


@pytest.mark.parametrize(
    ("end", "note"),
    [("voss", "Both names are those of Mara Voss (person)"), ("Harbour Lights", "")],
)
def test_a_thing_has_no_path_to_itself(end: str, note: str, graph: Path) -> None:
    """No rows, and a note that says why: there is but one thing."""
    done = run_here("path", "Mara Voss", end, "--graph", graph)

    assert done.returncode == 0
    assert note in done.stderr
    assert bool(note) == (len(done.stdout.splitlines()) == 1)


def test_describe_takes_the_short_iri(graph: Path) -> None:
    """What a table prints for an IRI is a name."""
    short = run_here("describe", "id:person/mara-voss", "--graph", graph)
    full = run_here("describe", "https://w3id.org/showgraph/id/person/mara-voss", "--graph", graph)

    assert short.returncode == 0
    assert short.stdout == full.stdout


def test_stats_count(graph: Path) -> None:
    """Documents, claims by status, triples by graph, things by kind."""
    counts = json.loads(run_here("stats", "--format", "json", "--graph", graph).stdout)
    shown = run_here("stats", "--graph", graph).stdout

    assert counts["n_documents"] == 4
    assert counts["entities"]["person"] == 4
    assert counts["n_contradictions"] == 1
    assert counts["conforms"] is True
    assert "things,person,4\r\n" in shown


def test_validate_conforms_and_counts_focus_nodes(graph: Path) -> None:
    """The word stands beside the number of nodes that were looked at."""
    shown = run_here("validate", "--format", "table", "--graph", graph).stdout
    report = json.loads(run_here("validate", "--format", "json", "--graph", graph).stdout)

    assert "conforms: " in shown
    assert "focus nodes" in shown
    assert report["conforms"] is True
    assert report["focus_nodes"] > 50


def test_extract_prints_fact_records() -> None:
    """One JSON object for each claim, in the form of the fact record, with every key."""
    done = run_here("extract", DOCUMENTS)
    records = [json.loads(line) for line in done.stdout.splitlines()]
    facts = {(record["relation"], record["object"], record["status"]) for record in records}

    assert done.returncode == 0
    assert {tuple(record) for record in records} == {
        ("doc", "relation", "subject", "object", "qualifiers", "status", "speaker", "rule",
         "evidence")
    }  # fmt: skip
    assert {
        ("creator", "Mara Voss", "asserted"),
        ("director", "Mara Voss", "possible"),
        ("premiere_date", "2023-06-01", "scheduled"),
        ("premiere_date", "2023-06-01", "asserted"),
    } <= facts


@pytest.mark.parametrize(
    ("name", "format_"),
    [("g.ttl", RdfFormat.TURTLE), ("g.nt", RdfFormat.N_TRIPLES), ("g.xml", RdfFormat.RDF_XML),
     ("g.jsonld", RdfFormat.JSON_LD), ("g.trig", RdfFormat.TRIG), ("g.nq", RdfFormat.N_QUADS)],
)  # fmt: skip
def test_every_export_can_be_read(
    name: str, format_: RdfFormat, graph: Path, tmp_path: Path
) -> None:
    """The file has the format of its ending and the same content as standard output."""
    target = tmp_path / name
    done = run_here("export", target, "--graph", graph)
    piped = run_here("export", "--format", target.suffix[1:], "--graph", graph)
    quads = {quad.triple for quad in parse(target.read_bytes(), format=format_)}

    assert done.returncode == 0
    assert done.stdout == ""
    assert piped.stdout == target.read_text(encoding="utf-8")
    assert len(quads) > (1000 if format_.supports_datasets and name != "g.jsonld" else 80)


def test_export_takes_its_file_as_other_commands_do(graph: Path, tmp_path: Path) -> None:
    """``-o FILE`` writes what FILE alone does; the same file under both names is no conflict."""
    target, other = tmp_path / "graph.nt", tmp_path / "other.nt"
    done = run_here("export", "-o", target, "--graph", graph)
    run_here("export", other, "--output", other, "--graph", graph)

    assert done.returncode == 0, done.stderr
    assert target.read_bytes() == other.read_bytes()
    assert target.stat().st_size


def test_export_holds_what_was_asked_for(graph: Path) -> None:
    """Asserted facts are fewer, provenance adds claims, quads hold everything."""
    size = {
        options: len(
            run_here("export", "--format", *options.split(), "--graph", graph).stdout.splitlines()
        )
        for options in ("nt --asserted", "nt", "nt --with-provenance", "nq")
    }

    assert list(size.values()) == sorted(size.values())
    assert len(set(size.values())) == len(size)

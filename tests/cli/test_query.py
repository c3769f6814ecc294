"""``showgraph query``: what is looked at and not run."""

import json
from pathlib import Path

import pytest

from program import run, run_here


def test_a_check_runs_nothing_and_warns(graph: Path) -> None:
    """A query that parses is said to, with what is wrong with its names."""
    done = run_here("query", "--check", "--graph", graph, "SELECT ?s { ?s a sg:Serie }")

    assert done.returncode == 0
    assert done.stdout == "the query parses\n"
    assert "did you mean sg:Series?" in done.stderr


@pytest.mark.parametrize("option", ["--check", "--plan", "--fmt"])
def test_what_does_not_parse_is_an_error(option: str, graph: Path) -> None:
    """The place is shown with a mark below it, and the status is 3."""
    done = run_here("query", option, "--graph", graph, "SELECT ?s {\n  ?s a sgg:Series }")

    assert done.returncode == 3
    assert done.stdout == ""
    assert "line 2, column 8" in done.stderr
    assert "  2 |   ?s a sgg:Series }\n    |        ^^^^^^^^^^\n" in done.stderr


def test_a_query_is_laid_out_without_a_graph(tmp_path: Path) -> None:
    """Nothing is opened, and what comes out goes in again unchanged."""
    done = run("query", "--fmt", "select ?s{?s a sg:Series}", cwd=tmp_path)
    again = run("query", "--fmt", "-", cwd=tmp_path, text=done.stdout)

    assert done.stdout == "SELECT ?s {\n  ?s a sg:Series\n}\n"
    assert again.stdout == done.stdout
    assert done.stderr == ""


def test_a_plan_tells_the_matches(graph: Path) -> None:
    """The algebra goes to standard output."""
    done = run_here("query", "--plan", "--graph", graph, "SELECT ?s { ?s a sg:Series }")

    assert done.returncode == 0
    assert "?s rdf:type sg:Series   [" in done.stdout


def test_one_of_them_at_a_time(graph: Path) -> None:
    """Two of the three options are a wrong use."""
    done = run_here("query", "--plan", "--fmt", "--graph", graph, "ASK {}")

    assert done.returncode == 2
    assert "one of --check, --plan, --fmt" in done.stderr


def test_a_time_limit_holds_while_rows_come(graph: Path) -> None:
    """Rows that would come for ever end with the time, and none is taken for the answer."""
    query = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    limits = ("--timeout", "1", "--max-rows", "100000000")
    done = run_here("query", query, *limits, "--graph", graph)

    assert done.returncode == 3
    assert done.stdout == ""
    assert "longer than 1 s" in done.stderr or "more than" in done.stderr


def test_a_saved_question_goes_by_its_name(graph: Path) -> None:
    """Its query is run with the values, or laid out; its columns are the variables."""
    options = ("--param", "show=Harbour Lights", "--graph", graph)
    done = run_here("query", "cast", *options)
    laid_out = run_here("query", "cast", "--fmt", *options)

    assert done.returncode == 0
    assert done.stdout.startswith("person,personLabel,")
    assert len(done.stdout.splitlines()) > 1
    assert laid_out.stdout.startswith("PREFIX sg:")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("cast", "--param", "show=Nowhere"), 3, "no series is called 'Nowhere'"),
        (("cast", "--param", "colour=red"), 3, "cast has no parameter 'colour'"),
        (("castt",), 3, "no query starts with 'castt'"),
        (("ASK {}", "--param", "show=Nowhere"), 2, "--param goes with the name"),
    ],
)
def test_a_name_or_value_that_is_not_known_is_an_error(
    arguments: tuple[str, ...], status: int, message: str, graph: Path
) -> None:
    """The message names what was typed."""
    done = run_here("query", *arguments, "--graph", graph)

    assert done.returncode == status
    assert message in done.stderr


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?p { ?s a sg:Person ; sg:creator ?p }", "uses sg:creator with sg:Person; used"),
        ("ASK { ?s sg:creator ?p . ?s a sg:Person }", "uses sg:creator with sg:Person; used"),
        ("SELECT ?p { ?s a sg:Series ; sg:creator ?p }", ""),
        ("SELECT ?s { ?s a sg:Person OPTIONAL { ?s sg:creator ?p } }", ""),
    ],
)
def test_no_rows_for_a_property_that_others_have(query: str, expected: str, graph: Path) -> None:
    """The properties of the class are told with their counts, where there is no answer."""
    told = run_here("query", query, "--graph", graph).stderr

    assert expected in told
    assert bool(told) is bool(expected)
    if expected:
        assert "skos:prefLabel (" in told


@pytest.mark.parametrize("name", ["person", "Series", "sg:Season", "release"])
def test_a_template_is_a_query_that_runs(name: str, graph: Path) -> None:
    """It has rows as it is, in both engines, and names what the graph has of the class."""
    written = run_here("query", "--template", name, "--graph", graph).stdout
    done = run_here("query", "-", "--graph", graph, "-e", text=written)
    checked = run_here("query", "-", "--check", "--graph", graph, text=written)

    assert written.startswith("# ")
    assert done.returncode == 0
    assert (checked.stdout, checked.stderr) == ("the query parses\n", "")


def test_a_template_of_no_class_is_an_error(graph: Path) -> None:
    """Those that come close are told, or those that there are."""
    near = run_here("query", "--template", "prson", "--graph", graph)
    far = run_here("query", "--template", "xyz", "--graph", graph)
    both = run_here("query", "ASK {}", "--template", "person", "--graph", graph)

    assert near.returncode == far.returncode == 3
    assert "did you mean: Person?" in near.stderr
    assert "there are: " in far.stderr
    assert "Character" in far.stderr
    assert both.returncode == 2


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?name { ?s a sg:Series ; skos:prefLabel ?name } ORDER BY ?s ?name",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
        "ASK { ?s a sg:Series }",
        "CONSTRUCT { ?s a sg:Series ; sg:creator ?p } WHERE { ?s a sg:Series ; sg:creator ?p }",
    ],
)
def test_both_engines_can_be_asked(query: str, graph: Path) -> None:
    """The answer of rdflib is that of the engine, to the byte."""
    asked = ("query", query, "--graph", graph, "--engine")
    first, second = (run_here(*asked, name) for name in ("oxigraph", "rdflib"))

    assert second.returncode == 0
    assert first.stdout == second.stdout != ""


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("ASK FROM graph:accepted {}", "--engine", "rdflib"), 3, "FROM; leave it out"),
        (("SELECT ?s {", "--engine", "rdflib"), 3, "line 1"),
        (("ASK {}", "--engine", "jena"), 2, "jena"),
        (("ASK {}", "--engine", "rdflib", "--endpoint", "http://localhost:1/"), 2, "its own"),
    ],
)
def test_what_an_engine_cannot_do_is_refused(
    arguments: tuple[str, ...], status: int, message: str, graph: Path
) -> None:
    """Nothing is run by another engine than the one that was named."""
    more = () if "--endpoint" in arguments else ("--graph", graph)
    done = run_here("query", *arguments, *more)

    assert done.returncode == status
    assert message in done.stderr


def test_rdflib_is_ended_at_the_limits(graph: Path) -> None:
    """Rows are cut and time is up as with the other engine."""
    asked = ("query", "--graph", graph, "--engine", "rdflib")
    cut = run_here(*asked, "SELECT * { ?s ?p ?o }", "--max-rows", "3")
    slow = run_here(*asked, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--timeout", "2")

    assert len(cut.stdout.splitlines()) == 4
    assert "--max-rows 0 for all" in cut.stderr
    assert slow.returncode == 3


def test_all_rows_can_be_had(graph: Path) -> None:
    """``--max-rows 0`` is no limit."""
    query = "SELECT ?s { ?s ?p ?o }"
    counted = run_here("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "--graph", graph)
    done = run_here("query", query, "--max-rows", "0", "--graph", graph)

    assert len(done.stdout.splitlines()) - 1 == int(counted.stdout.split()[1])
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("--labels", "Harbour Lights"),
        ("--curies", "id:series/harbour-lights"),
        ("--compact", "id:series/harbour-lights"),
        ("--iris", "https://w3id.org/showgraph/id/series/harbour-lights"),
    ],
)
@pytest.mark.parametrize("format_", ["table", "csv", "md"])
def test_things_go_by_the_name_that_is_wished(
    option: str, expected: str, format_: str, graph: Path
) -> None:
    """Labels, compact IRIs or whole ones."""
    query = "SELECT ?s { ?s a sg:Series }"
    done = run_here("query", query, option, "--format", format_, "--graph", graph)

    assert expected in done.stdout.splitlines()[-1].strip("|[ ")


def test_whole_iris_have_no_labels(graph: Path) -> None:
    """A format that holds IRIs does not take another name for them."""
    done = run_here("query", "ASK {}", "--labels", "--format", "srj", "--graph", graph)

    assert done.returncode == 2
    assert "leave out --labels" in done.stderr


def test_a_plan_for_programs(graph: Path) -> None:
    """The tree of operators, with the patterns of each and how many triples match."""
    query = "SELECT ?s { ?s a sg:Series OPTIONAL { ?s sg:creator ?p } }"
    done = run_here("query", "--plan", "--format", "json", "--graph", graph, query)
    plan = json.loads(done.stdout)
    (project,) = plan["parts"]
    (join,) = project["parts"]

    assert (plan["operator"], project["operator"], join["operator"]) == (
        "SelectQuery",
        "Project",
        "LeftJoin",
    )
    assert join["parts"][0]["patterns"] == [{"pattern": "?s rdf:type sg:Series", "matches": "1"}]


@pytest.mark.parametrize(
    ("query", "heading", "engine"),
    [
        ("SELECT * { ?s ?p ?o } LIMIT 1", "s,p,o", "oxigraph"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "s,p,o", "rdflib"),
        ("SELECT DISTINCT * { ?z a ?a } LIMIT 1", "z,a", "oxigraph"),
        ("PREFIX x: <x:> SELECT ?o ?s { ?s ?p ?o } LIMIT 1", "o,s", "oxigraph"),
        ("SELECT (COUNT(*) AS ?n) ?p { ?s ?p ?o } GROUP BY ?p LIMIT 1", "n,p", "oxigraph"),
    ],
)
def test_columns_come_as_in_the_query(query: str, heading: str, engine: str, graph: Path) -> None:
    """Those of a star too, in the order in which the variables are met."""
    done = run_here("query", query, "--engine", engine, "--graph", graph)

    assert done.stdout.splitlines()[0] == heading


@pytest.mark.parametrize(("engine", "also"), [("oxigraph", True), ("rdflib", False)])
def test_what_was_inferred_can_be_left_out(engine: str, *, also: bool, graph: Path) -> None:
    """With ``--asserted`` a property that only follows has no triple, in either engine."""
    asked = ("query", "--graph", graph, "--engine", engine)
    inferred = "ASK { ?show sg:creator ?person }"
    accepted = "ASK { ?show sg:hasCreatorCredit ?credit }"

    assert run_here(*asked, inferred, "--asserted").stdout == "false\n"
    if also:
        assert run_here(*asked, inferred).stdout == "true\n"
        assert run_here(*asked, accepted, "--asserted").stdout == "true\n"


def test_asserted_goes_with_saved_questions_and_not_with_from(graph: Path) -> None:
    """A saved question leaves inference out as ``ask`` does; FROM has chosen already."""
    saved = run_here("query", "creators", "--asserted", "--graph", graph)
    asked = run_here("ask", "creators", "--asserted", "--graph", graph)
    chosen = run_here("query", "ASK FROM graph:accepted {}", "--asserted", "--graph", graph)

    assert len(saved.stdout.splitlines()) == len(asked.stdout.splitlines()) == 1
    assert chosen.returncode == 3
    assert "FROM chooses the graphs" in chosen.stderr


@pytest.mark.parametrize("option", ["--check", "--plan", "--fmt", "--quiet"])
def test_prefixes_can_be_demanded(option: str, graph: Path) -> None:
    """With ``--no-prefixes`` a query has to declare what it uses, as for other programs."""
    query = "SELECT ?s {\n  ?s a sg:Series }"
    declared = f"PREFIX sg: <https://w3id.org/showgraph/ontology#>\n{query}"
    asked = ("query", "--no-prefixes", option, "--graph", graph)
    refused = run_here(*asked, query)
    done = run_here(*asked, declared)

    assert refused.returncode == 3
    assert "line 2, column 8: the prefix sg: is not declared" in refused.stderr
    assert "declare it: PREFIX sg: <https://w3id.org/showgraph/ontology#>" in refused.stderr
    assert "prefixes: showgraph prefixes" in refused.stderr or option == "--quiet"
    assert done.returncode == 0
    assert done.stdout

"""A validation looks at what was asserted, counts its nodes, and says what would mend them."""

import json
import re
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS

from showgraph.errors import UsageError
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.validation.focus import find_focus_nodes
from showgraph.graph.validation.naming import Naming, shorten
from showgraph.graph.validation.report import Quotation, Severity, ShapeCount, ValidationReport
from showgraph.graph.validation.report_formats import FORMATS, format_report
from showgraph.graph.validation.shapes import Targets, read_shapes
from showgraph.graph.validation.triples import Triples
from showgraph.graph.validation.validation import ShapeSet, bundled_shape_sets, validate
from showgraph.namespaces import BASE, GRAPHS, PREFIXES, SG, SH
from showgraph.relations import RELATIONS
from showgraph.resources import read_bundled
from showgraph.store import NamedNode, Quad, RdfFormat, Store, parse

CASES = Path(__file__).parents[1] / "shape_cases"
TERM = rdflib.Namespace(SG)
SHACL = rdflib.Namespace(SH)
PREFIX_LINES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

SEASON = """
<https://w3id.org/showgraph/id/saltmarsh> a sg:Series ; skos:prefLabel "Saltmarsh Radio" .
<https://w3id.org/showgraph/id/season> a sg:Season ; skos:prefLabel "Saltmarsh Radio, season 1" ;
    sg:seasonOf <https://w3id.org/showgraph/id/saltmarsh> ; sg:seasonNumber 1 .
"""


def quads(turtle: str, graph: str) -> list[Quad]:
    """Return Turtle, with all our prefixes, as quads of one of our graphs."""
    name = NamedNode(GRAPHS[graph])
    triples = parse(PREFIX_LINES + turtle, format=RdfFormat.TURTLE)
    return [Quad(t.subject, t.predicate, t.object, name) for t in triples]


def store_with(accepted: str = "", claims: str = "", inferred: str = "") -> Store:
    """Return a store with the ontology and what the test says."""
    store = Store.memory()
    store.bulk_load(ontology_quads())
    for graph, turtle in (("accepted", accepted), ("claims", claims), ("inferred", inferred)):
        store.bulk_load(quads(turtle, graph))
    return store


def case(name: str) -> str:
    """Return the text of a case of a shape."""
    return (CASES / f"{name}.ttl").read_text(encoding="utf-8")


def codes(report: ValidationReport) -> set[str]:
    """Return the codes of all results."""
    return {result.code for result in report.results}


def test_an_empty_graph_conforms_and_says_that_nothing_was_looked_at() -> None:
    """No facts, no violations: the number of focus nodes tells the difference."""
    report = validate(store_with())

    assert report.conforms
    assert report.results == ()
    assert report.n_focus_nodes == 0
    assert {shape.n_focus_nodes for shape in report.shapes} == {0}
    assert report.summary() == "conforms: 0 focus nodes, 0 of 56 shapes used"


def test_a_node_is_counted_once() -> None:
    """The total counts nodes, the shapes count what each of them looked at."""
    report = validate(store_with(SEASON))
    counts = {shape.code: shape.n_focus_nodes for shape in report.shapes}

    assert report.n_focus_nodes == 2
    assert (counts["SGV01"], counts["SGV12"], counts["SGV30"]) == (1, 2, 2)
    assert counts["SGV15"] == 0


@pytest.mark.row(29)
def test_what_is_inferred_is_not_looked_at() -> None:
    """A class that only follows does not make a node right, nor does a wrong one count."""
    untyped = "id:season sg:seasonOf id:saltmarsh . id:saltmarsh a sg:Series ; skos:prefLabel 'S' ."
    plain = validate(store_with(untyped))
    helped = validate(store_with(untyped, inferred="id:season a sg:Season , sg:Person ."))

    assert codes(plain) == codes(helped) == {"SGV11"}
    assert plain.n_focus_nodes == helped.n_focus_nodes


def test_claims_are_not_taken_for_facts() -> None:
    """What the claims graph says of a difference is no fact that the fact shapes would refuse."""
    report = validate(
        store_with(claims="id:d a sg:Difference ; sg:relationshipKind <https://example.org/x> .")
    )

    assert codes(report) == {"SGV47"}


def test_the_order_of_loading_never_shows() -> None:
    """The same graph gives the same report, in whatever order it was loaded."""
    text = case("SGV06/invalid/two-months") + case("SGV12/invalid/blank-behind")
    facts = quads(text, "accepted")
    reports = []
    for order in (facts, facts[::-1]):
        store = Store.memory()
        store.bulk_load([*order, *ontology_quads()])
        reports.append(validate(store))

    assert reports[0] == reports[1]
    assert len(reports[0].results) >= 2


def test_a_warning_does_not_break_conformity() -> None:
    """A release without platform is told as a warning, and the graph conforms."""
    report = validate(store_with(case("SGV26/invalid/nowhere")), [bundled_shape_sets()[0]])

    assert report.conforms
    assert codes(report) == {"SGV26"}
    assert report.count(Severity.WARNING) == 1
    assert report.summary().startswith("conforms: 3 focus nodes, ")
    assert report.summary().endswith(", 1 warning")


def test_a_result_names_the_node_and_quotes_its_documents() -> None:
    """A person sees what is wrong by name, and the words of the document behind it."""
    text = case("SGV50/invalid/other-value")
    report = validate(store_with(claims=text), [bundled_shape_sets()[1]])
    (result,) = report.results

    assert result.label == "Saltmarsh Radio"
    assert result.sort == "series"
    assert (result.path, result.value) == ("sg:seasonCount", "4")
    assert result.message == (
        "Saltmarsh Radio has 4 for sg:seasonCount, and no claim says so: add its claim or drop it"
    )
    assert result.quotations == (
        Quotation("evening-lantern-7", 0, 27, "Ines Calloway stars as Maud"),
    )


def test_a_node_without_name_is_called_by_its_links() -> None:
    """A release is called by its own class, not by what follows, its work and its platform."""
    store = store_with(case("SGV08/valid/release"), inferred="id:release a sg:Event .")
    naming = Naming(store)

    assert naming.label(BASE + "id/release") == "release (Lumo; Saltmarsh Radio, season 1)"
    assert naming.label(BASE + "id/nothing") == "id:nothing"
    assert naming.label("no IRI at all") == "no IRI at all"
    assert naming.sort(BASE + "id/nothing") == ""


def test_a_span_without_an_offset_has_no_quotation() -> None:
    """Half a span is reported, and does not stop the report."""
    report = validate(store_with(claims=case("SGV17/invalid/no-position")))

    assert "SGV17" in codes(report)
    assert {result.quotations for result in report.results} == {()}


@pytest.mark.parametrize(
    ("iri", "short"),
    [
        (SG + "castMember", "sg:castMember"),
        (BASE + "scheme/genre/drama", "scheme:genre/drama"),
        (BASE + "id/x", "id:x"),
        (SG, SG),
        ("https://example.org/x", "https://example.org/x"),
        ("", ""),
    ],
)
def test_iris_are_shortened(iri: str, short: str) -> None:
    """An IRI is shown with a prefix of ours where one fits."""
    assert shorten(iri) == short


@pytest.mark.parametrize(
    ("targets", "found"),
    [
        (Targets((SG + "CreativeWork",), (), (), ()), {"saltmarsh", "season"}),
        (Targets((), (SG + "seasonOf",), (), ()), {"season"}),
        (Targets((), (), (SG + "seasonOf",), ()), {"saltmarsh"}),
        (Targets((), (), (), (NamedNode(BASE + "id/nobody"),)), {"nobody"}),
        (Targets((SG + "Person",), (SG + "age",), (), ()), set()),
    ],
)
def test_focus_nodes_are_those_of_shacl(targets: Targets, found: set[str]) -> None:
    """Each kind of target selects its nodes; a class selects what its subclasses hold."""
    triples = Triples(store_with(SEASON), [GRAPHS["accepted"]], classes=[GRAPHS["ontology"]])

    assert find_focus_nodes(triples, targets) == {NamedNode(BASE + "id/" + name) for name in found}


def test_shapes_of_others_go_to_pyshacl_whole() -> None:
    """A query that needs its node bound beforehand works where shapes are not split."""
    shapes = read_shapes(
        f"""{PREFIX_LINES}
        <https://example.org/shape> a sh:NodeShape ;
            sh:targetClass sg:Season ;
            sh:severity sh:Warning ;
            sh:property [ sh:path ( sg:seasonOf [ sh:zeroOrMorePath sg:basedOn ] ) ;
                sh:minCount 2 ; sh:message "{{$this}} has few ancestors: look" ] ;
            sh:sparql [ sh:message "{{$this}}: look at it" ;
                sh:select "SELECT $this WHERE {{ FILTER(STRLEN(STR($this)) > 3) }}" ] .""",
        split=False,
    )
    report = validate(store_with(SEASON), [ShapeSet(shapes, (GRAPHS["accepted"],))])

    assert [(r.code, r.severity, r.path) for r in report.results] == [
        ("", Severity.WARNING, ""),
        ("", Severity.VIOLATION, "sg:seasonOf/sg:basedOn*"),
    ]


def test_text_is_grouped_by_node() -> None:
    """For people: a heading for each node, its results with the words behind, the summary last."""
    report = validate(
        store_with(claims=case("SGV50/invalid/other-value")), [bundled_shape_sets()[1]]
    )

    assert format_report(report, "text") == (
        "Saltmarsh Radio (series, https://w3id.org/showgraph/id/saltmarsh-radio)\n"
        "  violation  SGV50  Saltmarsh Radio has 4 for sg:seasonCount, and no claim says so: add "
        "its claim or drop it\n"
        '             evening-lantern-7 says: "Ines Calloway stars as Maud"\n'
        "\n"
        f"{report.summary()}\n"
    )
    assert report.summary().startswith("does not conform: ")


def test_concise_has_one_line_for_each_result() -> None:
    """For lines: where, how bad, which code, what to do; the summary last."""
    report = validate(
        store_with(claims=case("SGV50/invalid/other-value")), [bundled_shape_sets()[1]]
    )
    first, last = format_report(report, "concise").splitlines()

    assert first.startswith(
        "https://w3id.org/showgraph/id/saltmarsh-radio sg:seasonCount: violation SGV50: Saltmarsh "
    )
    assert last == report.summary()


def test_json_holds_everything() -> None:
    """For programs: one object, every key always present, nothing cut."""
    report = validate(
        store_with(claims=case("SGV50/invalid/other-value")), [bundled_shape_sets()[1]]
    )
    read = json.loads(format_report(report, "json"))

    assert read["conforms"] is False
    assert read["focus_nodes"] == report.n_focus_nodes
    assert read["counts"] == {"violation": 1, "warning": 0, "info": 0}
    assert {
        "code": "SGV50", "label": "accepted value with its claim", "n_focus_nodes": 1,
        "shape": "https://w3id.org/showgraph/shapes#SupportedValue", "by_pyshacl": "",
    } in read["shapes"]  # fmt: skip
    (result,) = read["results"]
    assert set(result) == {
        "code", "severity", "focus", "label", "sort", "path", "value", "message", "shape",
        "quotations", "sides",
    }  # fmt: skip
    assert result["quotations"][0]["quote"] == "Ines Calloway stars as Maud"


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_report_says_so_in_each_format(form: str) -> None:
    """Nothing found is said with the number of nodes that were looked at."""
    text = format_report(ValidationReport((), (ShapeCount("SGV01", "season", 0),), 0), form)

    assert text.endswith("\n")
    assert re.search(r'0 focus nodes|"focus_nodes": 0|"no focus node"|sh:conforms true', text)


def test_an_unknown_format_is_refused() -> None:
    """The message has the bad value and those that would work."""
    with pytest.raises(UsageError, match=r"'xml'; known: text, concise, json"):
        format_report(ValidationReport((), (), 0), "xml")


# ---- The shapes as data ---------------------------------------------------------------------


def shapes_graph(file: str) -> rdflib.Graph:
    """Return a file of shapes as rdflib reads it."""
    return rdflib.Graph().parse(data=read_bundled("ontology", file), format="turtle")


files = pytest.mark.parametrize("file", ["shapes.ttl", "claim-shapes.ttl"])


def test_codes_are_without_gap() -> None:
    """Each shape has a code of its own, and the planned 25 checks are all there."""
    found = [s.code for shapes in bundled_shape_sets() for s in shapes.shapes.shapes]

    assert sorted(found) == [f"SGV{number:02}" for number in range(1, 57)]


def test_shapes_know_the_relations_of_the_fact_record() -> None:
    """The shape for claims lists the relations that there are, and no other."""
    graph = shapes_graph("claim-shapes.ttl")
    lists = [list(Collection(graph, node)) for node in graph.objects(None, SHACL["in"])]
    words = {str(item) for items in lists for item in items if isinstance(item, rdflib.Literal)}

    assert words == set(RELATIONS)


@files
@pytest.mark.row(28)
def test_shapes_are_shapes(file: str) -> None:
    """The shapes of SHACL for shapes have nothing against ours."""
    conforms, _, text = pyshacl.validate(
        rdflib.Graph(), shacl_graph=shapes_graph(file), meta_shacl=True
    )

    assert conforms, text


@files
def test_every_constraint_has_a_message(file: str) -> None:
    """Each message names the node and, behind a colon, what would mend it."""
    graph = shapes_graph(file)
    constraints = {o for p in (SHACL.property, SHACL.sparql) for o in graph.objects(None, p)}

    assert len(constraints) >= 60
    for constraint in constraints:
        (message,) = graph.objects(constraint, SHACL.message)
        assert re.search(r"\{\$this\}.*: ", str(message)), message


@files
def test_messages_take_only_what_there_is(file: str) -> None:
    """A slot of a message is a variable of its query, or a value that the constraint gives."""
    graph = shapes_graph(file)
    valueless = {SHACL.minCount, SHACL.maxCount}

    for constraint, message in graph.subject_objects(SHACL.message):
        slots = set(re.findall(r"\{[?$](\w+)\}", str(message))) - {"this"}
        select = graph.value(constraint, SHACL.select)
        if select is None:
            assert not slots & {"value"} or not valueless & set(graph.predicates(constraint))
            assert slots <= {"value"}
        else:
            assert slots <= set(re.findall(r"\?(\w+)", str(select).split("WHERE")[0]))


@files
def test_queries_are_such_as_shacl_allows(file: str) -> None:
    """No MINUS, VALUES or SERVICE, which must not stand in a query whose node is bound before."""
    for select in shapes_graph(file).objects(None, SHACL.select):
        assert re.match(r"SELECT (DISTINCT )?\$this\b", str(select))
        assert not re.search(r"\b(MINUS|VALUES|SERVICE|FROM|GRAPH)\b", str(select))


@files
def test_prefixes_are_declared(file: str) -> None:
    """What the queries of a file use is declared in it, for validators that have no prefixes."""
    graph = shapes_graph(file)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    declared = {
        str(graph.value(node, SHACL.prefix)): str(graph.value(node, SHACL.namespace))
        for node in graph.objects(header, SHACL.declare)
    }
    used = {
        prefix
        for select in graph.objects(None, SHACL.select)
        for prefix in re.findall(r"(?<![\w\"/?])([a-z]+):\w", re.sub(r"<[^>]*>", "", str(select)))
    }

    assert used <= set(declared)
    assert {name: PREFIXES[name] for name in declared} == declared
    assert {header} == set(graph.objects(None, SHACL.prefixes))


def properties(kind: rdflib.URIRef, *, of_concepts: bool) -> set[str]:
    """Return the properties of facts, those whose values are concepts or the others."""
    graph = shapes_graph("showgraph.ttl")
    return {
        str(name)
        for name in graph.subjects(RDF.type, kind)
        if ((name, TERM.valueScheme, None) in graph) == of_concepts
    }


def targets(code: str) -> Targets:
    """Return the targets of the shape with a code."""
    found = {s.code: s.targets for shapes in bundled_shape_sets() for s in shapes.shapes.shapes}
    return found[code]


def test_every_link_is_looked_at() -> None:
    """The shape for classes follows all links of facts, and the one for concepts all concepts."""
    links = properties(OWL.ObjectProperty, of_concepts=False)
    concepts = properties(OWL.ObjectProperty, of_concepts=True)
    values = properties(OWL.DatatypeProperty, of_concepts=False)

    assert set(targets("SGV11").objects_of) == links
    assert set(targets("SGV11").subjects_of) == links | concepts | values
    assert set(targets("SGV41").subjects_of) == concepts


def test_lists_of_top_classes_are_complete() -> None:
    """Each shape for all nodes is for all classes that nothing stands above."""
    graph = shapes_graph("showgraph.ttl")
    claim_side = set(graph.subjects(TERM.claimSide))
    below = set(graph.subjects(RDFS.subClassOf))
    tops = {
        str(c)
        for c in graph.subjects(RDF.type, OWL.Class)
        if c not in below and c not in claim_side
    } - {str(c) for c in graph.subjects(RDF.type, OWL.Restriction)}
    tops = {name for name in tops if name.startswith(SG)}
    query = next(
        str(select)
        for select in shapes_graph("shapes.ttl").objects(None, SHACL.select)
        if "HAVING" in str(select)
    )

    assert {SG + name for name in re.findall(r"sg:(\w+)", query)} == tops
    for code in ("SGV11", "SGV13", "SGV14"):
        assert set(targets(code).classes) == tops

"""What is checked over tables is what pyshacl finds: node, path, value, severity, shape, kind."""

from functools import cache
from pathlib import Path

import pytest

from graph.mutations import Mutator
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.storage.folder import open_generation
from showgraph.graph.validation.checking import check
from showgraph.graph.validation.finding import Finding
from showgraph.graph.validation.focus import find_focus_nodes
from showgraph.graph.validation.literals import is_before, is_well_formed
from showgraph.graph.validation.reference import check_by_pyshacl
from showgraph.graph.validation.shapes import ShapesGraph, read_shapes
from showgraph.graph.validation.triples import Triples
from showgraph.graph.validation.validation import ShapeSet, bundled_shape_sets, validate
from showgraph.namespaces import BASE, GRAPHS, PREFIXES, RDFS, XSD
from showgraph.store import Literal, NamedNode, Quad, RdfFormat, Store, parse

CASES = Path(__file__).parents[1] / "shape_cases"
PREFIX_LINES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
FACTS, CLAIMS = bundled_shape_sets()
BELOW = [quad for quad in ontology_quads() if quad.predicate.value == RDFS + "subClassOf"]

#: Changes made at once: enough that most shapes find something, few enough to stay a graph.
CHANGES = 500


def compare(store: Store, shapes: ShapesGraph, graphs: tuple[str, ...]) -> set[Finding]:
    """Return what is found over tables, after pyshacl has found exactly the same."""
    triples = Triples(store, graphs, classes=[GRAPHS["ontology"]])
    ours = [
        finding
        for shape in shapes.shapes
        for finding in check(shape, triples, find_focus_nodes(triples, shape.targets))
    ]
    chosen = [shape for shape in shapes.shapes if shape.part]
    theirs = list(check_by_pyshacl(shapes, chosen, store, graphs))

    assert {key(finding) for finding in ours} == {key(finding) for finding in theirs}
    return set(ours)


def key(finding: Finding) -> tuple[object, ...]:
    """Return what both engines must agree on."""
    return (
        finding.shape.iri, finding.source, finding.component, finding.severity, finding.focus,
        finding.path, finding.path_turtle, finding.value,
    )  # fmt: skip


def all_cases(shape_set: ShapeSet) -> str:
    """Return all cases of all shapes of a set, the nodes of each under names of their own."""
    return "\n".join(
        case.read_text(encoding="utf-8").replace(
            BASE + "id/", f"{BASE}id/{shape.code}-{case.stem}-"
        )
        for shape in shape_set.shapes.shapes
        for case in sorted((CASES / shape.code).glob("*/*.ttl"))
    )


def store_of(turtle: str, graph: str) -> Store:
    """Return a store with Turtle in one graph, and the classes of the ontology."""
    store = Store.memory()
    name = NamedNode(graph)
    triples = parse(PREFIX_LINES + turtle, format=RdfFormat.TURTLE)
    store.bulk_load([Quad(t.subject, t.predicate, t.object, name) for t in triples])
    store.bulk_load(BELOW)
    return store


def test_nothing_of_the_package_is_left_to_pyshacl() -> None:
    """Each constraint of our shapes is checked over tables."""
    shapes = [*FACTS.shapes.shapes, *CLAIMS.shapes.shapes]

    assert {shape.iri: shape.reason for shape in shapes if not shape.part} == {}
    assert sum(bool(s.part and (s.part.constraints or s.part.properties)) for s in shapes) >= 30


@pytest.mark.parametrize("shape_set", [FACTS, CLAIMS], ids=["facts", "claims"])
@pytest.mark.row(30)
def test_all_cases_together(shape_set: ShapeSet) -> None:
    """On the cases of all shapes, in one graph, both find the same, and all that can be found."""
    found = compare(
        store_of(all_cases(shape_set), shape_set.graphs[-1]), shape_set.shapes, shape_set.graphs
    )

    assert len(found) >= 60
    assert len({(finding.source, finding.component) for finding in found}) >= 50


@cache
def bundled_quads(graph: Path) -> tuple[Quad, ...]:
    """Return the facts and claims of the bundled documents, sorted."""
    with open_generation(graph) as generation, Store.open(generation.store) as store:
        names = [GRAPHS["accepted"], GRAPHS["claims"]]
        return tuple(sorted((q for name in names for q in store.quads(graph=name)), key=str))


def has_value(quad: Quad) -> bool:
    """Tell whether a literal has one: pyshacl breaks off where it should order others."""
    literal = quad.object
    return not isinstance(literal, Literal) or is_well_formed(literal.value, literal.datatype.value)


@pytest.mark.parametrize("day", ["2018-00-05", "2018-02-31", "2018-10"])
@pytest.mark.parametrize("or_equal", [True, False])
def test_what_is_no_day_comes_before_none(day: str, *, or_equal: bool) -> None:
    """A fault of the data is a finding, whichever of two dates it is in, and stops nothing."""
    good, bad = (Literal(it, datatype=NamedNode(XSD + "date")) for it in ("2018-10-05", day))

    assert not is_before(good, bad, or_equal=or_equal)


@pytest.mark.parametrize("shape_set", [FACTS, CLAIMS], ids=["facts", "claims"])
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.row(30)
def test_changed_graphs(bundled_graph: Path, shape_set: ShapeSet, seed: int) -> None:
    """On a real graph with many random changes both find the same."""
    quads = bundled_quads(bundled_graph)
    mutator = Mutator(quads, seed=seed)
    kinds = sorted(mutator.kinds)
    drawn = [mutator.kinds[kinds[number % len(kinds)]]() for number in range(CHANGES)]
    changes = [change for change in drawn if has_value(change[1])]
    with Store.memory() as store:
        store.bulk_load(
            sorted({*quads, *(new for _, new in changes)} - {o for o, _ in changes}, key=str)
        )
        store.bulk_load(BELOW)

        assert (
            len(compare(store, shape_set.shapes, shape_set.graphs)) >= 10
        )  # most changes are legal


DATA = """
id:a a id:Thing ; id:n 3 , 12 , "7" , 2.5 , "x"^^xsd:integer ; id:d "2024-02-30"^^xsd:date ,
    "2024-02-28"^^xsd:date , "2024-03-01T00:00:00"^^xsd:dateTime ; id:s "Ab" , "abc"@en ,
    "abd"@en , id:a ; id:o id:b , id:c , [ id:n 1 ] ; id:p id:b .
id:b a id:Part ; id:n 5 ; id:m 5 ; id:s "" ; id:d "2024-01-01"^^xsd:date ; id:o id:a .
id:c a id:Part , id:Odd ; id:m "4"^^xsd:int ; id:n 1e0 , true ; id:s "line\\nAB" ; id:o id:d .
id:d id:o id:b ; id:n 9 ; id:m 8 ; id:t "PT5M"^^xsd:duration ,
    "five"^^xsd:duration , "--02-30"^^xsd:gMonthDay .
id:Part rdfs:subClassOf id:Thing .
"""

CONSTRAINTS = [
    "sh:path id:n ; sh:minCount 2 ; sh:maxCount 3",
    "sh:path id:n ; sh:datatype xsd:integer",
    "sh:path id:n ; sh:minInclusive 3 ; sh:maxInclusive 5",
    "sh:path id:n ; sh:minExclusive 3 ; sh:maxExclusive 5.0",
    "sh:path id:n ; sh:lessThanOrEquals id:m",
    "sh:path id:n ; sh:lessThan id:m",
    "sh:path id:d ; sh:datatype xsd:date ; sh:minInclusive '2024-02-01'^^xsd:date",
    "sh:path id:t ; sh:datatype xsd:duration",
    "sh:path id:t ; sh:datatype xsd:gMonthDay",
    "sh:path id:s ; sh:datatype xsd:string ; sh:minLength 1 ; sh:maxLength 2",
    "sh:path id:s ; sh:datatype rdf:langString",
    "sh:path id:s ; sh:pattern '^ab' ; sh:flags 'im'",
    "sh:path id:s ; sh:pattern 'b$'",
    "sh:path id:o ; sh:class id:Thing , id:Odd",
    "sh:path id:o ; sh:nodeKind sh:IRI",
    "sh:path id:s ; sh:nodeKind sh:IRIOrLiteral ; sh:in ( 'Ab' 'abc'@en 'line' )",
    "sh:path id:o ; sh:nodeKind sh:BlankNodeOrLiteral",
    "sh:path id:o ; sh:hasValue id:b , id:c",
    "sh:path id:o ; sh:equals id:p",
    "sh:path id:o ; sh:disjoint id:p",
    "sh:path [ sh:inversePath id:o ] ; sh:minCount 1 ; sh:class id:Part",
    "sh:path ( id:o id:o ) ; sh:maxCount 1 ; sh:class id:Part",
    "sh:path [ sh:alternativePath ( id:o id:p [ sh:inversePath id:o ] ) ] ; sh:maxCount 2",
    "sh:path [ sh:zeroOrMorePath id:o ] ; sh:maxCount 3 ; sh:class id:Thing",
    "sh:path [ sh:oneOrMorePath id:o ] ; sh:minCount 3",
    "sh:path [ sh:zeroOrOnePath id:o ] ; sh:maxCount 2",
    "sh:path id:o ; sh:node [ sh:property [ sh:path id:m ; sh:minCount 1 ] ]",
    "sh:path id:o ; sh:not [ sh:class id:Part ]",
    "sh:path id:o ; sh:and ( [ sh:class id:Odd ] [ sh:nodeKind sh:IRI ] )",
    "sh:path id:o ; sh:or ( [ sh:class id:Odd ] [ sh:nodeKind sh:BlankNode ] )",
    "sh:path id:o ; sh:xone ( [ sh:class id:Odd ] [ sh:class id:Part ] )",
    "sh:path id:o ; sh:property [ sh:path id:n ; sh:maxCount 1 ; sh:severity sh:Warning ]",
]


def test_no_constraint_was_lost() -> None:
    """Each parameter and each operator of a path that is checked over tables is in the table."""
    assert len(CONSTRAINTS) >= 30
    assert len({word for text in CONSTRAINTS for word in text.split() if word[:3] == "sh:"}) >= 30


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_constraints_one_by_one(constraint: str) -> None:
    """Each kind of constraint and path, also those that our shapes do not use."""
    shapes = read_shapes(
        f"{PREFIX_LINES} id:shape a sh:NodeShape ; sh:targetClass id:Thing ;"
        f" sh:targetObjectsOf id:o ; sh:property [ {constraint} ] .",
        split=False,
    )

    assert compare(store_of(DATA, GRAPHS["accepted"]), shapes, (GRAPHS["accepted"],))


def test_a_sequence_is_followed_from_its_end() -> None:
    """The inverse of a sequence has its steps in reverse order; pyshacl leaves them as they are."""
    shapes = read_shapes(
        f"{PREFIX_LINES} id:shape a sh:NodeShape ; sh:targetNode id:a , id:b ;"
        " sh:property [ sh:path [ sh:inversePath ( id:o id:p ) ] ; sh:minCount 1 ] .",
    )
    report = validate(store_of(DATA, GRAPHS["accepted"]), [ShapeSet(shapes, (GRAPHS["accepted"],))])

    assert [(r.focus, r.path) for r in report.results] == [(BASE + "id/a", "^(id:o/id:p)")]


@pytest.mark.parametrize(
    ("constraint", "reason"),
    [
        ("sh:closed true", "sh:closed"),
        ("sh:deactivated true", "sh:deactivated"),
        ("sh:property [ sh:path id:s ; sh:uniqueLang true ]", "sh:uniqueLang"),
        ("sh:property [ sh:path id:s ; sh:languageIn ( 'en' ) ]", "sh:languageIn"),
        ("sh:property [ sh:path id:s ; sh:pattern 'a' ; sh:flags 'x' ]", "sh:flags x"),
        ("sh:sparql [ sh:select 'SELECT $this WHERE { $this a ?c }' ]", "sh:sparql"),
    ],
)
def test_what_is_left_to_pyshacl_is_named(constraint: str, reason: str) -> None:
    """A shape with anything else goes to pyshacl, the others stay, and the report says which."""
    shapes = read_shapes(
        f"{PREFIX_LINES} id:other a sh:NodeShape ; sh:targetClass id:Thing ; {constraint} ."
        f" id:plain a sh:NodeShape ; sh:targetClass id:Part ; sh:class id:Odd .",
        split=False,
    )
    report = validate(store_of(DATA, GRAPHS["accepted"]), [ShapeSet(shapes, (GRAPHS["accepted"],))])
    plain = [result.focus for result in report.results if result.shape == BASE + "id/plain"]

    assert {shape.shape: shape.by_pyshacl for shape in report.shapes} == {
        BASE + "id/other": reason, BASE + "id/plain": "",
    }  # fmt: skip
    assert plain == [BASE + "id/b"]
    assert any(r.shape.endswith("other") for r in report.results) == (reason != "sh:deactivated")

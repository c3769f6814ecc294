"""Accepted facts and claims as quads: what holds for all of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from claim_builder import DOCUMENTS, LUMO, SHOW, SPRING, claim, extract
from claim_catalogue import CLAIMS, accept_all, extract_all, map_all
from graph_picture import RUN
from showgraph.graph.accepting.acceptance import accept
from showgraph.graph.inference.closure import infer
from showgraph.graph.inference.ontology import ontology_quads
from showgraph.graph.mapping import to_quads
from showgraph.graph.validation.report import Severity
from showgraph.graph.validation.validation import validate
from showgraph.iris import entity_iri
from showgraph.namespaces import GRAPHS, OWL, RDF, RDFS, SG, SKOS, XSD
from showgraph.relations import RELATIONS
from showgraph.resources import read_bundled
from showgraph.rules import compile_rules
from showgraph.store import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

ACCEPTED = NamedNode(GRAPHS["accepted"])
CLAIMS_GRAPH = NamedNode(GRAPHS["claims"])
TYPE = NamedNode(RDF + "type")
LABELS = {NamedNode(SKOS + "prefLabel"), NamedNode(SKOS + "altLabel")}
#: What may be disputed of a node on its own, so that a claim of the node does not suffice.
ATTRIBUTES = {
    NamedNode(SG + name)
    for name in (
        "castKind",
        "debutIn",
        "duration",
        "features",
        "interviewee",
        "medium",
        "onChannel",
        "portrays",
        "runningTime",
        "status",
    )
}
DATES = {NamedNode(SG + name) for name in ("earliestDate", "latestDate", "datePrecision")}


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    """Return the quads of the whole catalogue of claims."""
    return map_all()


@pytest.fixture(scope="module")
def store(quads: list[Quad]) -> Iterator[Store]:
    """Return a store that holds the quads of the catalogue, with the ontology."""
    with Store.memory() as store:
        store.bulk_load(quads)
        store.bulk_load(ontology_quads())
        yield store


def accepted_triples(quads: list[Quad]) -> list[Triple]:
    """Return the triples of the accepted graph."""
    return [quad.triple for quad in quads if quad.graph_name == ACCEPTED]


def test_the_catalogue_covers_every_relation() -> None:
    """A relation that is added to the table without a claim here fails this test."""
    assert {it.relation for it in CLAIMS} == set(RELATIONS)
    assert len(CLAIMS) == 73
    assert accept_all().rejections == ()


def test_quads_are_sorted_and_distinct(quads: list[Quad]) -> None:
    """No quad comes twice, and no triple is in both graphs."""
    assert quads == sorted(quads, key=str)
    assert max(Counter(quad.triple for quad in quads).values()) == 1


@pytest.mark.row(6)
def test_there_are_two_graphs_and_no_blank_nodes(quads: list[Quad]) -> None:
    """Everything has an IRI, so that two builds can be compared."""
    terms = {term for quad in quads for term in (quad.subject, quad.object)}

    assert {quad.graph_name for quad in quads} == {ACCEPTED, CLAIMS_GRAPH}
    assert not any(isinstance(term, BlankNode) for term in terms)


def test_the_store_keeps_the_quads_as_they_are(quads: list[Quad]) -> None:
    """Every literal is in its canonical form, which the engine does not rewrite."""
    with Store.memory() as store:
        store.bulk_load(quads)

        assert sorted(store.quads(), key=str) == quads


@pytest.mark.row(36)
def test_every_accepted_triple_has_a_claim(quads: list[Quad]) -> None:
    """A claim states the triple, its date, or the node that it belongs to."""
    store = Store.memory()
    store.bulk_load(quads)
    unsupported = [
        triple
        for triple in accepted_triples(quads)
        if triple.predicate != TYPE
        and triple.predicate not in LABELS
        and not supporting(store, triple)
    ]

    assert unsupported == []


def supporting(store: Store, triple: Triple) -> list[NamedNode]:
    """Return preferred claims behind an accepted triple: of itself, of its date, of its node."""
    subject, predicate, value = triple

    def holders(name: str, term: object) -> set[object]:
        assert isinstance(term, NamedNode | Literal)
        return {quad.subject for quad in store.quads(None, NamedNode(name), term, CLAIMS_GRAPH)}

    preferred = holders(SG + "rank", NamedNode(SG + "Preferred"))
    told = holders(RDF + "subject", subject) & preferred
    if predicate in DATES:
        found = told & holders(RDF + "predicate", NamedNode(SG + "releaseDate"))
    else:
        found = told & holders(RDF + "predicate", predicate) & holders(RDF + "object", value)
        if predicate not in ATTRIBUTES:
            found = found or (holders(SG + "assertsNode", subject) & preferred)
            found = found or (holders(SG + "assertsNode", value) & preferred)
    return [node for node in found if isinstance(node, NamedNode)]


def test_every_accepted_node_has_one_top_class(quads: list[Quad]) -> None:
    """Nothing is of two kinds, and nothing that is linked has none."""
    ontology = list(parse(read_bundled("ontology", "showgraph.ttl"), RdfFormat.TURTLE))
    parents = {
        it.subject: it.object
        for it in ontology
        if it.predicate.value == RDFS + "subClassOf" and isinstance(it.object, NamedNode)
    }

    def top(name: object) -> object:
        while name in parents:
            name = parents[name]
        return name

    triples = accepted_triples(quads)
    tops: dict[object, set[object]] = {}
    for triple in triples:
        if triple.predicate == TYPE:
            tops.setdefault(triple.subject, set()).add(top(triple.object))
    linked = {it.subject for it in triples} | {
        it.object
        for it in triples
        if isinstance(it.object, NamedNode) and "/id/" in it.object.value
    }

    assert set(tops) == linked
    assert {len(found) for found in tops.values()} == {1}


def test_only_terms_of_the_ontology_are_used(quads: list[Quad]) -> None:
    """Every sg: term is declared, those of facts as properties of facts."""
    declared: dict[str, set[str]] = {}
    for it in parse(read_bundled("ontology", "showgraph.ttl"), RdfFormat.TURTLE):
        if it.predicate == TYPE and isinstance(it.subject, NamedNode):
            assert isinstance(it.object, NamedNode | BlankNode)
            declared.setdefault(it.subject.value, set()).add(it.object.value)
    facts = {OWL + "ObjectProperty", OWL + "DatatypeProperty"}

    for quad in quads:
        for term in (quad.predicate, quad.object):
            if isinstance(term, NamedNode) and term.value.startswith(SG):
                assert term.value in declared
        if quad.graph_name == ACCEPTED and quad.predicate.value.startswith(SG):
            assert declared[quad.predicate.value] & facts


def test_only_concepts_of_the_schemes_are_used(store: Store) -> None:
    """No concept is minted for a word that no scheme has."""
    unknown = store.select(
        """SELECT DISTINCT ?concept { ?s ?p ?concept
           FILTER(STRSTARTS(STR(?concept), STR(scheme:)))
           FILTER NOT EXISTS { ?concept a skos:Concept } FILTER(?p NOT IN (skos:inScheme,
             skos:topConceptOf, sg:valueScheme, skos:broader, skos:hasTopConcept)) }"""
    )

    assert [it["concept"].value for it in unknown] == []


def test_datatypes_are_those_of_the_design(quads: list[Quad]) -> None:
    """Dates are days; only a day without its year is anything else."""
    datatypes = {
        it.object.datatype.value.removeprefix(XSD) for it in quads if isinstance(it.object, Literal)
    }

    assert datatypes == {"string", "date", "gMonthDay", "integer", "decimal", "duration"}


@pytest.mark.row(35)
def test_every_quote_is_what_its_offsets_hold(store: Store) -> None:
    """The graph can be read against itself."""
    wrong = store.select(
        """SELECT ?span { ?span oa:hasSource ?doc ; oa:hasSelector ?pos , ?quote .
           ?pos oa:start ?s ; oa:end ?e . ?quote oa:exact ?x ; oa:prefix ?b ; oa:suffix ?a .
           ?doc sg:text ?t .
           FILTER(SUBSTR(?t, ?s + 1, ?e - ?s) != ?x || SUBSTR(?t, ?e + 1, STRLEN(?a)) != ?a
             || SUBSTR(?t, ?s + 1 - STRLEN(?b), STRLEN(?b)) != ?b) }"""
    )
    spans = store.select("SELECT ?span { ?span a oa:SpecificResource }")

    assert list(wrong) == []
    assert len(list(spans)) > 60


def test_the_graph_conforms_to_the_shapes(store: Store) -> None:
    """Facts and claims of every relation and status are as the shapes want them."""
    report = validate(store)

    assert [it for it in report.results if it.severity is Severity.VIOLATION] == []


def test_what_follows_does_not_clash(quads: list[Quad]) -> None:
    """The closure of the accepted facts is consistent, and people ask by what it derives."""
    rules = compile_rules(read_bundled("ontology", "showgraph.ttl"))
    facts = [quad for quad in quads if quad.graph_name == ACCEPTED]

    inferred = {it.predicate.value for it in infer([*facts, *ontology_quads()], rules)}

    assert {
        SG + name for name in ("castMember", "releasedOn", "writer", "hasCharacter")
    } <= inferred


def test_the_order_of_documents_and_claims_does_not_show(quads: list[Quad]) -> None:
    """The same input backwards gives the same list."""
    extraction = extract_all()
    backwards = replace(
        extraction, claims=extraction.claims[::-1], entities=extraction.entities[::-1]
    )
    documents = DOCUMENTS[::-1]

    accepted = accept(backwards, documents)

    assert accepted == accept_all()
    assert to_quads(accepted, backwards, documents, run=RUN) == quads


def test_the_base_is_a_setting() -> None:
    """Things, nodes and documents move; the graphs and the ontology stay."""
    extraction = extract(claim(SPRING, "platform", SHOW, LUMO))
    base = "https://example.org/shows/"

    quads = to_quads(accept(extraction, DOCUMENTS), extraction, DOCUMENTS, run=RUN, base=base)

    things = {it.subject.value for it in quads if isinstance(it.subject, NamedNode)}
    assert entity_iri(SHOW, base=base) in things
    assert {thing for thing in things if not thing.startswith(base)} == set()
    assert {it.graph_name for it in quads} == {ACCEPTED, CLAIMS_GRAPH}


def test_no_claims_leave_the_documents() -> None:
    """Documents and the run are in the graph even if nothing was found in them."""
    extraction = extract()

    quads = to_quads(accept(extraction, DOCUMENTS), extraction, DOCUMENTS, run=RUN)

    classes = Counter(str(it.object) for it in quads if it.predicate == TYPE)
    assert classes == {
        f"<{SG}Document>": len(DOCUMENTS),
        f"<{SG}Run>": 1,
        "<http://www.w3.org/ns/prov#Activity>": 1,
    }

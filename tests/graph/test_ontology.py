"""The ontology says who made it, defines each term, and states only axioms that do no harm."""

import re
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from itertools import combinations
from pathlib import Path

import pytest
import rdflib
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

from showgraph import __version__
from showgraph.errors import InconsistencyError
from showgraph.graph.inference.closure import infer
from showgraph.graph.inference.ontology import GENID, ontology_quads
from showgraph.namespaces import GRAPHS, SCHEME, SG
from showgraph.relations import RELATIONS
from showgraph.resources import iter_bundled, read_bundled
from showgraph.rules import RuleTable, compile_rules
from showgraph.store import BlankNode, NamedNode, Quad, RdfFormat, parse, serialize

Term = rdflib.term.Node

ROOT = Path(__file__).parents[2]
FILES = [path.name for path in iter_bundled("ontology", ".ttl")]
IRI = rdflib.URIRef(SG.removesuffix("#"))
TERM = rdflib.Namespace(SG)
VANN = rdflib.Namespace("http://purl.org/vocab/vann/")
BIBO = rdflib.Namespace("http://purl.org/ontology/bibo/")

#: What OWL 2 RL offers and this ontology uses; anything else has to be argued for first.
ALLOWED = {
    "AllDisjointClasses", "AnnotationProperty", "AsymmetricProperty", "Class", "DatatypeProperty",
    "IrreflexiveProperty", "NamedIndividual", "ObjectProperty", "Ontology", "Restriction",
    "disjointWith", "hasValue", "inverseOf", "members", "onProperty",
    "propertyChainAxiom", "versionIRI", "versionInfo",
}  # fmt: skip

#: What may be said of a term that nothing is inferred from.
ANNOTATIONS = {
    RDF.type, RDFS.label, RDFS.isDefinedBy, SKOS.definition, SKOS.example,
    TERM.claimSide, TERM.singleValued, TERM.valueScheme,
}  # fmt: skip


@cache
def read(file: str) -> rdflib.Graph:
    """Return a bundled file as rdflib reads it."""
    return rdflib.Graph().parse(data=read_bundled("ontology", file), format="turtle")


@cache
def terms() -> list[rdflib.URIRef]:
    """Return the terms that the ontology declares, sorted."""
    found = {s for s in read("showgraph.ttl").subjects() if isinstance(s, rdflib.URIRef)}
    return sorted(term for term in found if term.startswith(SG))


def kinds(term: Term) -> set[str]:
    """Return the classes of a term, without their namespace."""
    return {str(kind).rpartition("#")[2] for kind in read("showgraph.ttl").objects(term, RDF.type)}


@cache
def of_kind(kind: str) -> list[rdflib.URIRef]:
    """Return the terms of a class of OWL, sorted."""
    return [term for term in terms() if kind in kinds(term)]


def is_claim_side(term: Term) -> bool:
    """Tell whether a term describes claims."""
    return (term, TERM.claimSide, rdflib.Literal(True)) in read("showgraph.ttl")  # noqa: FBT003


def tops() -> set[rdflib.URIRef]:
    """Return the classes of the disjointness that is not about sorts of works."""
    graph = read("showgraph.ttl")
    lists = [set(Collection(graph, node)) for node in graph.objects(None, OWL.members)]
    (found,) = (members for members in lists if TERM.CreativeWork in members)
    return {term for term in found if isinstance(term, rdflib.URIRef)}


@cache
def table() -> RuleTable:
    """Return the rules of the ontology."""
    return compile_rules(read_bundled("ontology", "showgraph.ttl"))


by_term = pytest.mark.parametrize("term", terms(), ids=lambda term: term.removeprefix(SG))
by_class = pytest.mark.parametrize("term", of_kind("Class"), ids=lambda term: term.removeprefix(SG))


def test_files_are_all_there() -> None:
    """A file that is not found would not be checked."""
    assert FILES == [
        "alignments.ttl",
        "claim-shapes.ttl",
        "roles.ttl",
        "shapes.ttl",
        "showgraph.ttl",
    ]
    assert len(terms()) >= 140


@pytest.mark.parametrize("file", FILES)
@pytest.mark.row(1)
def test_both_parsers_read_the_same(file: str) -> None:
    """Rdflib and the engine agree on each file, also after the engine has written it."""
    triples = [quad.triple for quad in parse(read_bundled("ontology", file), RdfFormat.TURTLE)]
    written = serialize(triples, format=RdfFormat.N_TRIPLES)

    assert len(set(triples)) == len(triples) == len(read(file))
    assert isomorphic(rdflib.Graph().parse(data=written, format="nt"), read(file))


@pytest.mark.parametrize(
    "predicate",
    [
        DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.creator, DCTERMS.created,
        DCTERMS.modified, DCTERMS.issued, DCTERMS.bibliographicCitation, OWL.versionIRI,
        OWL.versionInfo, VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri, BIBO.status,
    ],
)  # fmt: skip
@pytest.mark.row(8)
def test_header_is_complete(predicate: rdflib.URIRef) -> None:
    """The ontology has everything that catalogues of ontologies ask for."""
    assert len(list(read("showgraph.ttl").objects(IRI, predicate))) == 1


@pytest.mark.row(9)
def test_header_tells_the_version_of_the_package() -> None:
    """Ontology, shapes and package are released together."""
    graph = read("showgraph.ttl")

    assert graph.value(IRI, OWL.versionIRI) == rdflib.URIRef(f"{IRI}/{__version__}")
    assert __version__ in str(graph.value(IRI, DCTERMS.bibliographicCitation))
    for file in ("showgraph.ttl", "shapes.ttl", "claim-shapes.ttl"):
        assert {str(v) for v in read(file).objects(None, OWL.versionInfo)} == {__version__}


@pytest.mark.row(8)
def test_header_names_licence_and_namespace() -> None:
    """The licence is an IRI that tools know, and the namespace is the one in use."""
    graph = read("showgraph.ttl")
    licence = graph.value(IRI, DCTERMS.license)

    assert licence == rdflib.URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert str(graph.value(IRI, VANN.preferredNamespaceUri)) == SG
    assert str(graph.value(IRI, VANN.preferredNamespacePrefix)) == "sg"
    assert list(graph.objects(IRI, OWL.imports)) == []


@by_term
@pytest.mark.row(10, 12)
def test_term_is_described(term: rdflib.URIRef) -> None:
    """Each term has one label and one definition in English, and says where it is defined."""
    graph = read("showgraph.ttl")
    (label,), (definition,) = graph.objects(term, RDFS.label), graph.objects(term, SKOS.definition)

    for text in (label, definition):
        assert isinstance(text, rdflib.Literal)
        assert text.language == "en"
        assert str(text) == " ".join(str(text).split())
    assert not str(definition).lower().startswith((str(label).lower(), "a class", "class of"))
    assert list(graph.objects(term, RDFS.isDefinedBy)) == [IRI]


@by_class
@pytest.mark.row(10, 11)
def test_class_has_an_example_and_a_genus(term: rdflib.URIRef) -> None:
    """A class has an example, and its definition begins with the class above it."""
    graph = read("showgraph.ttl")
    definition = str(graph.value(term, SKOS.definition))
    above = [c for c in graph.objects(term, RDFS.subClassOf) if isinstance(c, rdflib.URIRef)]

    assert list(graph.objects(term, SKOS.example))
    for genus in above:
        assert definition.startswith(str(graph.value(genus, RDFS.label)))


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
@pytest.mark.row(11, 12)
def test_words_are_unique(predicate: rdflib.URIRef) -> None:
    """No two properties share a label, no two classes, and no two terms a definition."""
    graph = read("showgraph.ttl")
    spoken = Counter(
        (str(text).lower(), predicate == RDFS.label and "Class" in kinds(term))
        for term in terms()
        if "NamedIndividual" not in kinds(term)
        for text in graph.objects(term, predicate)
    )

    assert {words: n for words, n in spoken.items() if n > 1} == {}


@by_term
@pytest.mark.row(5)
def test_name_follows_its_kind(term: rdflib.URIRef) -> None:
    """Classes and individuals begin with a capital, properties do not."""
    name = term.removeprefix(SG)

    assert re.fullmatch("[A-Za-z][A-Za-z0-9]*", name)
    assert name[0].isupper() == bool(kinds(term) & {"Class", "NamedIndividual"})


@pytest.mark.row(3)
def test_no_term_of_others_is_defined() -> None:
    """Terms of other vocabularies are at most declared."""
    graph = read("showgraph.ttl")
    foreign = {s for s in graph.subjects() if isinstance(s, rdflib.URIRef)} - {IRI, *terms()}

    for term in foreign:
        assert list(graph.predicate_objects(term)) == [(RDF.type, OWL.AnnotationProperty)]


@pytest.mark.row(14, 18)
def test_only_known_constructs_are_used() -> None:
    """No functional property, key, cardinality, sameAs or other construct that harms news data."""
    named = {node for triple in read("showgraph.ttl") for node in triple}
    used = {str(node).removeprefix(str(OWL)) for node in named if str(node).startswith(str(OWL))}

    assert used == ALLOWED


@by_term
@pytest.mark.row(20)
def test_property_has_at_most_one_domain_and_range(term: rdflib.URIRef) -> None:
    """Several domains or ranges would mean their intersection, which nobody expects."""
    graph = read("showgraph.ttl")

    assert len(list(graph.objects(term, RDFS.domain))) <= 1
    assert len(list(graph.objects(term, RDFS.range))) <= 1


def test_datatypes_are_left_to_the_shapes() -> None:
    """A range such as xsd:date would be believed, and found nowhere."""
    graph = read("showgraph.ttl")

    assert [t for t in of_kind("DatatypeProperty") if graph.value(t, RDFS.range)] == []
    assert all(graph.value(t, RDFS.domain) in of_kind("Class") for t in of_kind("DatatypeProperty"))


@pytest.mark.row(19)
def test_chains_are_of_named_properties() -> None:
    """Each chain has two steps or more, all of them object properties of the ontology."""
    graph = read("showgraph.ttl")
    chains = [list(Collection(graph, o)) for o in graph.objects(None, OWL.propertyChainAxiom)]

    assert len(chains) >= 18
    assert all(len(chain) >= 2 and set(chain) <= set(of_kind("ObjectProperty")) for chain in chains)


@pytest.mark.row(19)
def test_composite_properties_are_not_restricted() -> None:
    """OWL 2 forbids asymmetry and the like on what chains or transitivity may add to."""
    graph = read("showgraph.ttl")
    composite = {*of_kind("TransitiveProperty"), *graph.subjects(OWL.propertyChainAxiom)}
    restricted = {*of_kind("AsymmetricProperty"), *of_kind("IrreflexiveProperty")}

    assert restricted == {TERM.seasonOf, TERM.partOfSeason, TERM.trailerOf}
    assert not composite & restricted


def below(top: rdflib.URIRef) -> list[str]:
    """Return the classes right below a class, sorted."""
    found = read("showgraph.ttl").subjects(RDFS.subClassOf, top)
    return sorted(it for it in found if isinstance(it, rdflib.URIRef))


def list_steps() -> list[tuple[str, str]]:
    """Return which property must come before which, for the hierarchy to be regular.

    See https://www.w3.org/TR/owl2-syntax/#Global_Restrictions_on_Axioms_in_OWL_2_DL: of a
    chain, only the first or the last link may be the property that it adds to. A property
    and its inverse have one place in the order.
    """
    graph = read("showgraph.ttl")
    inverses = {
        str(other): str(one) for one, _, other in graph.triples((None, OWL.inverseOf, None))
    }
    steps = [(str(s), str(o)) for s, _, o in graph.triples((None, RDFS.subPropertyOf, None))]
    for head, _, links in graph.triples((None, OWL.propertyChainAxiom, None)):
        chain = [str(link) for link in Collection(graph, links)]
        if str(head) in {chain[0], chain[-1]}:
            chain.remove(str(head))
        steps += [(link, str(head)) for link in chain]
    return [(inverses.get(one, one), inverses.get(other, other)) for one, other in steps]


@pytest.mark.row(19)
def test_the_hierarchy_of_properties_is_regular() -> None:
    """There is an order in which no property rests on a later one, so that reasoning ends."""
    before: dict[str, set[str]] = {}
    for one, other in list_steps():
        before.setdefault(other, set()).add(one)

    assert len(before) >= 15
    assert len(list(TopologicalSorter(before).static_order())) > len(before)


@pytest.mark.row(21)
def test_tops_are_all_the_tops() -> None:
    """Whatever lies below nothing excludes all others; claim-side classes have no axioms."""
    graph = read("showgraph.ttl")
    below = set(graph.subjects(RDFS.subClassOf))

    assert tops() == {c for c in of_kind("Class") if c not in below and not is_claim_side(c)}
    assert len(tops()) == 10


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *combinations(sorted(tops()), 2),
        (TERM.Person, TERM.Organization),
        (TERM.Platform, TERM.Channel),
        *combinations((TERM.Series, TERM.Season, TERM.Episode, TERM.Trailer), 2),
        *combinations(below(TERM.Credit), 2),
        *combinations(below(TERM.Event), 2),
    ],
    ids=lambda term: term.removeprefix(SG),
)
@pytest.mark.row(21)
def test_disjoint_classes_are_told_apart(one: str, other: str) -> None:
    """A node of two classes that exclude each other is an inconsistency that names the node."""
    node, graph = NamedNode("https://example.org/both"), NamedNode(GRAPHS["accepted"])
    planted = [Quad(node, NamedNode(RDF.type), NamedNode(name), graph) for name in (one, other)]

    with pytest.raises(InconsistencyError, match=node.value):
        infer([*planted, *ontology_quads()], table())


def test_nothing_follows_from_claims() -> None:
    """Claim-side terms are annotations or bare classes, and no axiom mentions one."""
    graph = read("showgraph.ttl")
    claim_side = {term for term in terms() if is_claim_side(term)}

    assert len(claim_side) >= 40
    for term in claim_side:
        assert set(graph.predicates(term)) <= ANNOTATIONS
        assert kinds(term) <= {"Class", "AnnotationProperty", "NamedIndividual", "Rank"}
        assert set(graph.predicates(None, term)) <= {RDF.type}


def test_single_valued_relations_have_single_valued_properties() -> None:
    """What the fact record calls single-valued is so annotated, and nothing else is."""
    properties = {
        "premiere_date": "releaseDate",
        "trailer_date": "releaseDate",
        "season_count": "seasonCount",
        "episode_count": "episodeCount",
        "character_age": "age",
    }
    single = {name for name, relation in RELATIONS.items() if relation.single_valued}
    annotated = set(read("showgraph.ttl").subjects(TERM.singleValued, rdflib.Literal(True)))  # noqa: FBT003

    assert single == set(properties)
    assert annotated == {TERM[name] for name in properties.values()}


def test_values_come_from_schemes_that_exist() -> None:
    """Each scheme that a property names is there, and each scheme is named by a property."""
    named = set(read("showgraph.ttl").objects(None, TERM.valueScheme))

    assert named == set(read("roles.ttl").subjects(RDF.type, SKOS.ConceptScheme))


def test_credit_classes_give_their_role() -> None:
    """Each class of credit has the role whose concept exists."""
    graph, roles = read("showgraph.ttl"), read("roles.ttl")
    given = set(graph.objects(None, OWL.hasValue))

    assert given == set(roles.subjects(SKOS.inScheme, rdflib.URIRef(SCHEME + "role")))


USED = re.compile(r"""\bsg:([A-Za-z]\w*)|\bSG \+ "([A-Za-z]\w*)\"""")


def uses(*patterns: str) -> dict[str, set[str]]:
    """Return the names that files use, each with the files."""
    found: dict[str, set[str]] = {}
    for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern)):
        if "invalid" not in path.parts:
            for match in USED.finditer(path.read_text(encoding="utf-8")):
                name = match[1] or match[2]
                found.setdefault(name, set()).add(path.relative_to(ROOT).as_posix())
    return found


@pytest.mark.row(2)
def test_terms_in_use_are_declared() -> None:
    """What code, queries, shapes and cases call sg:something is in the ontology."""
    declared = {term.removeprefix(SG) for term in terms()}
    used = uses("src/**/*.py", "queries/*.rq", "ontology/*.ttl", "tests/shape_cases/**/*.ttl")

    assert len(used) >= 120
    assert {name: files for name, files in used.items() if name not in declared} == {}


@pytest.mark.row(2)
def test_declared_terms_are_used() -> None:
    """No term is dead: a shape, a passing case, a query, the code or an axiom uses it."""
    graph = read("showgraph.ttl")
    in_axioms = {o for s, p, o in graph if p not in ANNOTATIONS or p == RDF.type}
    as_predicates = set(graph.predicates())
    used = uses("src/**/*.py", "queries/*.rq", "ontology/*shapes.ttl", "tests/shape_cases/**/*.ttl")

    unused = {t for t in terms() if t.removeprefix(SG) not in used} - in_axioms - as_predicates
    assert unused == set()


#: Terms that speak of terms, and the class of the three ranks: they are in no graph but this one.
ABOUT_TERMS = {"singleValued", "claimSide", "valueScheme", "Rank"}


@pytest.mark.row(2)
def test_declared_terms_are_written() -> None:
    """Check 2: a build writes each term, or infers it; none waits for somebody who might."""
    mapping = "\n".join(
        path.read_text(encoding="utf-8") for path in ROOT.glob("src/showgraph/graph/**/*.py")
    )
    inferred = {part for rule in table().rules for part in rule.head}
    unwritten = {
        name
        for term in terms()
        if f'"{(name := term.removeprefix(SG))}"' not in mapping and f"<{term}>" not in inferred
    }

    assert unwritten == ABOUT_TERMS


def test_ontology_graph_has_no_blank_nodes() -> None:
    """The quads are those of the files, in order, each blank node under a name of its own."""
    quads = ontology_quads()
    blank = {s for file in ("showgraph.ttl", "roles.ttl") for s in read(file).all_nodes()}
    named = {q.subject for q in quads if str(q.subject).startswith("<" + GENID)}

    assert not any(isinstance(term, BlankNode) for q in quads for term in (q.subject, q.object))
    assert len(quads) == len(read("showgraph.ttl")) + len(read("roles.ttl"))
    assert len(named) == sum(isinstance(node, rdflib.BNode) for node in blank)
    assert list(quads) == sorted(quads, key=str)
    assert {quad.graph_name for quad in quads} == {NamedNode(GRAPHS["ontology"])}

"""The closure gives what OWL 2 RL gives, and finds what contradicts the ontology."""

import importlib.util
import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from claim_builder import INES, SHOW, SPRING, SUMMER, TOMAS, claim
from graph.owl_reference import PREFIXES, close_by_owlrl, infer_texts, to_ntriples
from graph_picture import draw
from showgraph.errors import InconsistencyError, OntologyError
from showgraph.graph.inference.closure import infer
from showgraph.namespaces import BASE, GRAPHS, RDF, SG, XSD
from showgraph.query.provenance.facts import StoreFacts
from showgraph.resources import read_bundled
from showgraph.rules import Pattern, Proof, Prover, Rule, RuleTable, Triple, compile_rules
from showgraph.rules.table import TYPE, is_variable, match, substitute
from showgraph.rules.terms import to_text
from showgraph.store import NamedNode, Quad, RdfFormat, Store, parse

ROOT = "https://example.org/"
TOPS = [
    *("Agent", "AudienceFigure", "Character", "CreativeWork", "Credit"),
    *("Event", "Outlet", "Place", "Relationship", "Statement"),
]
ACCEPTED = NamedNode(GRAPHS["accepted"])


@pytest.fixture(scope="module")
def ontology() -> str:
    """Return the ontology's text."""
    return read_bundled("ontology", "showgraph.ttl")


@pytest.fixture(scope="module")
def table(ontology: str) -> RuleTable:
    """Return the ontology's rules."""
    return compile_rules(ontology)


def universe(series: int, *, seed: int = 7) -> list[Triple]:
    """Return an invented universe of shows, as the benchmarks make it."""
    path = Path(__file__).parents[2] / "benchmarks" / "universe.py"
    spec = importlib.util.spec_from_file_location("universe", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.iter_universe(series, seed=seed))


def quads(facts: list[Triple], graph: NamedNode = ACCEPTED) -> list[Quad]:
    """Return facts as quads of a graph."""
    triples = parse(to_ntriples(facts), format=RdfFormat.N_TRIPLES)
    return [Quad(t.subject, t.predicate, t.object, graph) for t in triples]


def thing(name: str) -> str:
    """Return an individual as N-Triples text."""
    return f"<{ROOT}{name}>"


def sg(name: str) -> str:
    """Return a term of the ontology as N-Triples text."""
    return f"<{SG}{name}>"


def a(name: str, cls: str) -> Triple:
    """Return the fact that a thing is in a class."""
    return thing(name), TYPE, sg(cls)


def link(subject: str, prop: str, obj: str) -> Triple:
    """Return the fact that two things are linked."""
    return thing(subject), sg(prop), thing(obj)


# ---- Equality with the reference ----------------------------------------------------------------


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.row(17)
def test_a_universe_of_shows_has_the_closure_that_owlrl_gives(ontology: str, seed: int) -> None:
    """Over the real ontology nothing is missing and nothing is added."""
    facts = universe(12, seed=seed)

    expected, errors = close_by_owlrl(ontology, facts)

    assert infer_texts(ontology, facts) == expected
    assert errors == 0
    assert len(expected) > len(facts)


def test_one_fact_of_every_property_has_the_closure_that_owlrl_gives(
    ontology: str, table: RuleTable
) -> None:
    """Also where nodes have no type and domains and ranges do all the work."""
    properties = sorted({p[1] for p in table.patterns() if p[1] != TYPE})
    assert len(properties) > 60
    facts = [
        (thing(f"{number}/from"), prop, thing(f"{number}/to"))
        for number, prop in enumerate(properties)
    ]

    expected, _ = close_by_owlrl(ontology, facts)

    assert infer_texts(ontology, facts) == expected


CLASSES = [f":C{n}" for n in range(4)]
PROPERTIES = [f":P{n}" for n in range(4)]
THINGS = [f"<{ROOT}{name}>" for name in "abcd"]
VALUES = [*THINGS, '"v"', f'"1"^^<{XSD}integer>']

classes = st.sampled_from(CLASSES)
properties = st.sampled_from(PROPERTIES)
values = st.sampled_from(VALUES)
restrictions = st.builds(
    "[ a owl:Restriction ; owl:onProperty {} ; owl:hasValue {} ]".format, properties, values
)
expressions = classes | restrictions
chains = st.lists(properties, min_size=1, max_size=3).map(lambda chain: f"( {' '.join(chain)} )")

AXIOMS = st.one_of(
    st.builds("{} rdfs:subClassOf {} .".format, expressions, expressions),
    st.builds("{} owl:equivalentClass {} .".format, classes, expressions),
    st.builds("{} rdfs:subPropertyOf {} .".format, properties, properties),
    st.builds("{} owl:equivalentProperty {} .".format, properties, properties),
    st.builds("{} owl:inverseOf {} .".format, properties, properties),
    st.builds("{} a owl:SymmetricProperty .".format, properties),
    st.builds("{} a owl:TransitiveProperty .".format, properties),
    st.builds("{} owl:propertyChainAxiom {} .".format, properties, chains),
    st.builds("{} rdfs:domain {} .".format, properties, expressions),
    st.builds("{} rdfs:range {} .".format, properties, expressions),
)
CONSTRAINTS = st.one_of(
    st.builds("{} a owl:AsymmetricProperty .".format, properties),
    st.builds("{} a owl:IrreflexiveProperty .".format, properties),
    st.builds("{} owl:propertyDisjointWith {} .".format, properties, properties),
    st.lists(classes, min_size=2, max_size=2, unique=True).map(
        "{0[0]} owl:disjointWith {0[1]} .".format
    ),
)
FACTS = st.lists(
    st.tuples(
        st.sampled_from(THINGS),
        st.sampled_from([sg(prop[1:]) for prop in PROPERTIES]),
        values,
    )
    | st.tuples(
        st.sampled_from(THINGS), st.just(TYPE), st.sampled_from([sg(cls[1:]) for cls in CLASSES])
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(axioms=st.lists(AXIOMS, min_size=1, max_size=7), facts=FACTS)
@pytest.mark.row(17)
def test_any_axioms_have_the_closure_that_owlrl_gives(
    axioms: list[str], facts: list[Triple]
) -> None:
    """Random ontologies of every kind of axiom, over random facts with values in them."""
    text = PREFIXES + "\n".join(axioms)

    expected, _ = close_by_owlrl(text, facts)

    assert infer_texts(text, facts) == expected


@settings(max_examples=40, deadline=None)
@given(
    axioms=st.lists(AXIOMS, max_size=3),
    constraints=st.lists(CONSTRAINTS, min_size=1, max_size=2),
    facts=FACTS,
)
def test_what_owlrl_calls_inconsistent_is_inconsistent(
    axioms: list[str], constraints: list[str], facts: list[Triple]
) -> None:
    """Checks fail for the facts for which owlrl has an error message, and for no others."""
    text = PREFIXES + "\n".join([*axioms, *constraints])
    try:
        compile_rules(text)
    except OntologyError:  # a class that can have no member, whether it has one or not
        reject()

    _, errors = close_by_owlrl(text, facts)

    if errors:
        with pytest.raises(InconsistencyError):
            infer_texts(text, facts)
    else:
        infer_texts(text, facts)


# ---- What each rule is needed for ---------------------------------------------------------------


def instance(rule: Rule) -> list[Triple]:
    """Return facts of things of their own from which the rule concludes one more."""
    names = {term for pattern in rule.body for term in pattern if is_variable(term)}
    binding = {name: thing(f"{rule.name.replace('=', '-')}/{name[1:]}") for name in names}
    return [substitute(pattern, binding) for pattern in rule.body]


def test_each_rule_is_needed(table: RuleTable) -> None:
    """Without a rule its conclusion is missing, but for the long steps of a hierarchy."""
    rules = [rule for rule in table.rules if rule.kind not in {"domain", "range"}]
    steps = {(rule.body, rule.head) for rule in rules}
    for rule in rules:
        facts = instance(rule)
        conclusion = substitute(rule.head, match_all(rule.body, facts))
        others = tuple(other for other in rules if other is not rule)
        is_long = any(body == rule.body and ((head,), rule.head) in steps for body, head in steps)

        assert conclusion in infer_over(facts, table)
        assert (conclusion in infer_over(facts, RuleTable(others, ()))) == is_long, rule.name

    assert len(rules) > 70


def test_each_domain_and_range_is_used(table: RuleTable) -> None:
    """A thing without a type gets the one that its links ask for."""
    rules = [rule for rule in table.rules if rule.kind in {"domain", "range"}]
    for rule in rules:
        facts = instance(rule)
        conclusion = substitute(rule.head, match_all(rule.body, facts))

        assert conclusion in infer_over(facts, RuleTable((rule,), ()))

    assert len(rules) > 100


def match_all(body: tuple[Pattern, ...], facts: list[Triple]) -> dict[str, str]:
    """Return what the variables of a body stand for."""
    binding: dict[str, str] | None = {}
    for pattern, fact in zip(body, facts, strict=True):
        assert binding is not None
        binding = match(pattern, fact, binding)
    assert binding is not None
    return binding


def infer_over(facts: list[Triple], table: RuleTable) -> set[Triple]:
    """Return what follows by a table without its checks."""
    return {to_text(quad) for quad in infer(quads(facts), table)}


# ---- What the result is -------------------------------------------------------------------------


def test_the_result_holds_nothing_that_was_given(table: RuleTable) -> None:
    """No triple stands in two graphs, so that a union of graphs has none twice."""
    facts = universe(5)

    inferred = infer_over(facts, table)

    assert inferred.isdisjoint(facts)
    assert infer_over([*facts, *inferred], table) == set()


@pytest.mark.row(23)
def test_the_order_of_the_facts_never_shows(table: RuleTable) -> None:
    """Shuffled facts and rules have the same closure."""
    facts = universe(5)
    expected = infer_over(facts, table)
    shuffled = random.Random(3).sample(facts, len(facts))  # noqa: S311 - an order, no secret
    backwards = RuleTable(table.rules[::-1], table.checks[::-1])

    assert infer_over(shuffled, table) == expected
    assert infer_over(facts, backwards) == expected


def test_the_hash_seed_never_shows(ontology: str) -> None:
    """Table and closure come out alike, to the order of their lines, in every process."""
    script = (
        "import sys; from graph.owl_reference import *; text = sys.stdin.read();"
        "print(compile_rules(text).to_json());"
        "facts = [(f'<x:{n}>', p, f'<x:{n + 1}>') for n, p in enumerate(sys.argv[1:])];"
        "quads = parse(to_ntriples(facts), format=RdfFormat.N_TRIPLES);"
        "print(*infer(quads, compile_rules(text)), sep='\\n')"
    )
    names = ["seasonOf", "partOf", "hasPerformance", "creditedAgent"]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, *map(sg, names)],
            input=ontology,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1])},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2")
    }

    (output,) = outputs
    assert "castMember" in output


def test_a_universe_is_as_dense_as_real_series() -> None:
    """The universes of the benchmarks have about 75 triples a series, each once, and repeat."""
    facts = universe(200)

    assert 70 < len(facts) / 200 < 80
    assert len(set(facts)) == len(facts)
    assert universe(200) == facts
    assert universe(200, seed=8) != facts


@pytest.mark.row(23)
def test_nothing_follows_from_a_claim(table: RuleTable) -> None:
    """Quads of the claims graph are passed over, whatever they say."""
    facts = [link("season", "seasonOf", "series")]

    assert list(infer(quads(facts, NamedNode(GRAPHS["claims"])), table)) == []
    assert {quad.graph_name for quad in infer(quads(facts), table)} == {
        NamedNode(GRAPHS["inferred"]),
    }


def test_no_facts_have_no_consequences(table: RuleTable) -> None:
    """An empty graph has an empty closure."""
    assert list(infer([], table)) == []


@pytest.mark.row(22)
def test_literals_lead_on_but_are_no_subjects() -> None:
    """A name with an inverse carries a conclusion, and is never the subject of one."""
    axioms = PREFIXES + (
        ":title owl:inverseOf :titleOf . :titleOf rdfs:subPropertyOf :wordOf ."
        ":wordOf owl:inverseOf :word ."
    )
    named = (thing("show"), sg("title"), '"Saltmarsh"')

    assert infer_texts(axioms, [named]) == {(thing("show"), sg("word"), '"Saltmarsh"')}


@pytest.mark.row(22)
def test_foreign_terms_lead_on_but_stay_out() -> None:
    """A class of another vocabulary may stand between two of ours."""
    axioms = PREFIXES + (
        "@prefix ex: <https://example.org/> ."
        ":A rdfs:subClassOf ex:B . ex:B rdfs:subClassOf :C . :p rdfs:subPropertyOf ex:q ."
    )

    inferred = infer_texts(axioms, [a("x", "A"), link("x", "p", "y")])

    # The step from A to C is in the closed hierarchy; those to B and by q are not ours to say.
    assert inferred == {a("x", "C")}


def test_a_rule_of_a_shape_that_is_not_run_is_refused() -> None:
    """A table that was written by hand fails loudly, not with answers missing."""
    fork = Rule(
        "chain:x", "chain", ("?x", sg("p"), "?y"), (("?x", sg("q"), "?z"), ("?y", sg("q"), "?z"))
    )
    loose = Rule("inverse:x", "inverse", ("?x", sg("p"), "?z"), (("?x", sg("q"), "?y"),))

    for rule in (fork, loose):
        with pytest.raises(ValueError, match=rule.name):
            list(infer([], RuleTable((rule,), ())))


# ---- Proofs -------------------------------------------------------------------------------------


def test_every_inferred_triple_has_a_proof_from_asserted_ones(table: RuleTable) -> None:
    """Each step of each proof is an instance of its rule, and each leaf was asserted."""
    accepted = quads(universe(20))
    with Store.memory() as store:
        store.bulk_load(accepted)
        inferred = list(infer(accepted, table))
        store.bulk_load(inferred)
        prover = Prover(table, StoreFacts(store))
        asserted = {to_text(quad) for quad in accepted}

        for quad in inferred:
            proof = prover.prove(to_text(quad))
            assert proof is not None
            assert proof.triple == to_text(quad)
            assert set(proof.leaves()) <= asserted
            for step in proof.walk():
                check_step(step, table, asserted)

    assert len(inferred) > 1000


def check_step(step: Proof, table: RuleTable, asserted: set[Triple]) -> None:
    """Check one step of a proof against the rule that it names."""
    if step.rule is None:
        assert step.triple in asserted
        return
    assert step.rule in table.rules
    binding = match_all(step.rule.body, [premise.triple for premise in step.premises])
    assert substitute(step.rule.head, binding) == step.triple


# ---- Contradictions -----------------------------------------------------------------------------


CREDITS = [
    "ComposingCredit",
    "CreatorCredit",
    "DirectingCredit",
    "ExecutiveProductionCredit",
    "Performance",
    "ProductionCredit",
    "ShowrunningCredit",
    "WritingCredit",
]
EVENTS = [
    "Announcement",
    "Interview",
    "Recognition",
    "Release",
    "RightsAcquisition",
    "Shooting",
]


def iter_clashing() -> Iterator[tuple[list[Triple], str]]:
    """Yield facts that cannot be, with what the message says of them."""
    for one, other in combinations(TOPS, 2):
        yield [a("x", one), a("x", other)], f"{ROOT}x rdf:type {one} and {ROOT}x rdf:type {other}"
    for one, other in (
        *combinations(["Episode", "Season", "Series", "Trailer"], 2),
        *combinations(CREDITS, 2),
        *combinations(EVENTS, 2),
        ("Organization", "Person"),
        ("Channel", "Platform"),
    ):
        yield [a("x", one), a("x", other)], f"{ROOT}x rdf:type {one} and {ROOT}x rdf:type {other}"
    for prop in ("partOfSeason", "seasonOf", "trailerOf"):
        around = [link("x", prop, "y"), link("y", prop, "x")]
        yield around, f"{ROOT}x {prop} {ROOT}y and {ROOT}y {prop} {ROOT}x (asymmetry)"
        yield [link("x", prop, "x")], f"{ROOT}x {prop} {ROOT}x (irreflexivity)"


CLASHING = list(iter_clashing())


@pytest.mark.parametrize(("facts", "message"), CLASHING, ids=[m for _, m in CLASHING])
@pytest.mark.row(29)
def test_facts_that_cannot_all_be_are_named(
    table: RuleTable, facts: list[Triple], message: str
) -> None:
    """The error names the node, and both classes or both links."""
    with pytest.raises(InconsistencyError) as caught:
        infer(quads(facts), table)

    assert any(clash.startswith(message) for clash in caught.value.clashes)


def test_the_tops_are_those_of_the_ontology(table: RuleTable) -> None:
    """No pair of disjoint classes is left untried."""
    tried = {message for _, message in CLASHING}
    pairs = {
        tuple(name.partition(":")[2].split("/"))
        for name in (check.name for check in table.checks)
        if name.startswith("disjointclasses:")
    }

    assert len(pairs) == 45 + 8 + 28 + 15
    assert {f"{ROOT}x rdf:type {one} and {ROOT}x rdf:type {other}" for one, other in pairs} <= tried


def test_a_fault_names_the_words_that_led_to_it(table: RuleTable) -> None:
    """The claims behind the facts are quoted, with their documents, and no other claim is."""
    drawn = draw(
        claim(SPRING, "director", SHOW, TOMAS, at=3),
        claim(SUMMER, "genre", SHOW, "drama", at=5),
        claim(SUMMER, "cast_member", SHOW, INES, at=7),
    )
    wrong = Quad(
        NamedNode(BASE + "id/person/tomas-brandvold"),
        NamedNode(RDF + "type"),
        NamedNode(SG + "Platform"),
        NamedNode(GRAPHS["accepted"]),
    )

    with pytest.raises(InconsistencyError) as caught:
        infer([*drawn.quads, wrong], table, claims=drawn.quads)

    (clash,) = caught.value.clashes
    assert clash.endswith('; spring says "word03"')
    assert "summer" not in clash


def test_a_company_taken_for_a_platform_is_found_by_its_use(table: RuleTable) -> None:
    """The classes clash although nobody asserted the second; the message says where it is from."""
    facts = [
        a("lumo", "Platform"),
        a("deal", "RightsAcquisition"),
        link("deal", "acquirer", "lumo"),
    ]

    with pytest.raises(InconsistencyError) as caught:
        infer(quads(facts), table)

    (clash,) = caught.value.clashes
    wrong, _, reason = clash.partition(", by ")
    assert wrong == f"{ROOT}lumo rdf:type Agent and {ROOT}lumo rdf:type Outlet (disjoint classes)"
    assert reason == f"{ROOT}deal acquirer {ROOT}lumo and {ROOT}lumo rdf:type Platform"

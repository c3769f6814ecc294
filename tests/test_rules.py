"""The axioms of an ontology become rules, or are refused; rules prove what they led to."""

import json
import random
from collections.abc import Iterable
from itertools import pairwise

import pytest

from showgraph.errors import OntologyError
from showgraph.namespaces import OWL, RDF, RDFS, SG, XSD
from showgraph.resources import read_bundled
from showgraph.rules import Pattern, Prover, Rule, RuleTable, Triple, compile_rules
from showgraph.rules.table import KINDS, TYPE, term_name
from showgraph.rules.terms import parse_term, to_text
from showgraph.store import RdfFormat, parse

PREFIXES = f"""
@prefix : <{SG}> .
@prefix owl: <{OWL}> .
@prefix rdf: <{RDF}> .
@prefix rdfs: <{RDFS}> .
@prefix xsd: <{XSD}> .
"""


def sg(name: str) -> str:
    """Return a term of the ontology as N-Triples text."""
    return f"<{SG}{name}>"


def is_a(variable: str, name: str) -> Pattern:
    """Return the pattern of a class's members."""
    return variable, TYPE, sg(name)


def compiled(axioms: str) -> dict[str, tuple[Pattern, tuple[Pattern, ...]]]:
    """Return the rules of an ontology: by name, the head and the body."""
    table = compile_rules(PREFIXES + axioms)
    return {rule.name: (rule.head, rule.body) for rule in table.rules}


AXIOMS = {
    "subclass": (
        ":Season rdfs:subClassOf :Work .",
        {"subclass:Season/Work": (is_a("?x", "Work"), (is_a("?x", "Season"),))},
    ),
    "equivalent class": (
        ":Show owl:equivalentClass :Series .",
        {
            "equivalentclass:Series/Show": (is_a("?x", "Show"), (is_a("?x", "Series"),)),
            "equivalentclass:Show/Series": (is_a("?x", "Series"), (is_a("?x", "Show"),)),
        },
    ),
    "subproperty": (
        ":seasonOf rdfs:subPropertyOf :partOf .",
        {
            "subproperty:seasonOf/partOf": (
                ("?x", sg("partOf"), "?y"),
                (("?x", sg("seasonOf"), "?y"),),
            ),
        },
    ),
    "equivalent property": (
        ":airedOn owl:equivalentProperty :releasedOn .",
        {
            "equivalentproperty:airedOn/releasedOn": (
                ("?x", sg("releasedOn"), "?y"),
                (("?x", sg("airedOn"), "?y"),),
            ),
            "equivalentproperty:releasedOn/airedOn": (
                ("?x", sg("airedOn"), "?y"),
                (("?x", sg("releasedOn"), "?y"),),
            ),
        },
    ),
    "inverse": (
        ":hasPart owl:inverseOf :partOf .",
        {
            "inverse:hasPart/partOf": (
                ("?y", sg("partOf"), "?x"),
                (("?x", sg("hasPart"), "?y"),),
            ),
            "inverse:partOf/hasPart": (
                ("?y", sg("hasPart"), "?x"),
                (("?x", sg("partOf"), "?y"),),
            ),
        },
    ),
    "symmetric": (
        ":partner a owl:SymmetricProperty .",
        {"symmetric:partner": (("?y", sg("partner"), "?x"), (("?x", sg("partner"), "?y"),))},
    ),
    "transitive": (
        ":partOf a owl:TransitiveProperty .",
        {
            "transitive:partOf": (
                ("?x", sg("partOf"), "?y"),
                (("?x", sg("partOf"), "?z"), ("?z", sg("partOf"), "?y")),
            ),
        },
    ),
    "chain of one": (
        ":maker owl:propertyChainAxiom ( :creator ) .",
        {
            "chain:maker/creator": (
                ("?x", sg("maker"), "?y"),
                (("?x", sg("creator"), "?y"),),
            ),
        },
    ),
    "chain that ends in itself": (
        ":cast owl:propertyChainAxiom ( :hasPart :cast ) .",
        {
            "chain:cast/hasPart,cast": (
                ("?x", sg("cast"), "?y"),
                (("?x", sg("hasPart"), "?z"), ("?z", sg("cast"), "?y")),
            ),
        },
    ),
    "chain of three": (
        ":seenOn owl:propertyChainAxiom ( :hasRelease :onChannel :channelOf ) .",
        {
            "chain:seenOn/hasRelease,onChannel,channelOf": (
                ("?x", sg("seenOn"), "?y"),
                (
                    ("?x", sg("hasRelease"), "?z"),
                    ("?z", sg("onChannel"), "?z1"),
                    ("?z1", sg("channelOf"), "?y"),
                ),
            ),
        },
    ),
    "domain": (
        ":seasonOf rdfs:domain :Season .",
        {"domain:seasonOf/Season": (is_a("?x", "Season"), (("?x", sg("seasonOf"), "?y"),))},
    ),
    "range": (
        ":seasonOf rdfs:range :Series .",
        {"range:seasonOf/Series": (is_a("?y", "Series"), (("?x", sg("seasonOf"), "?y"),))},
    ),
    "value of a class": (
        ":Pilot rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :number ; owl:hasValue 1 ] .",
        {
            "hasvalue:Pilot/number=1": (
                ("?x", sg("number"), f'"1"^^<{XSD}integer>'),
                (is_a("?x", "Pilot"),),
            ),
        },
    ),
    "class of a value": (
        ":Directing owl:equivalentClass [ owl:onProperty :role ; owl:hasValue :director ] .",
        {
            "hasvalue:Directing/role=director": (
                ("?x", sg("role"), sg("director")),
                (is_a("?x", "Directing"),),
            ),
            "hasvalue:role=director/Directing": (
                is_a("?x", "Directing"),
                (("?x", sg("role"), sg("director")),),
            ),
        },
    ),
    "restriction with a name": (
        ":Directing a owl:Restriction ; owl:onProperty :role ; owl:hasValue :director .",
        {
            "hasvalue:Directing/role=director": (
                ("?x", sg("role"), sg("director")),
                (is_a("?x", "Directing"),),
            ),
            "hasvalue:role=director/Directing": (
                is_a("?x", "Directing"),
                (("?x", sg("role"), sg("director")),),
            ),
        },
    ),
    "domain of a value": (
        ":directs rdfs:domain [ owl:onProperty :role ; owl:hasValue :director ] .",
        {
            "domain:directs/role=director": (
                ("?x", sg("role"), sg("director")),
                (("?x", sg("directs"), "?y"),),
            ),
        },
    ),
}

REFUSED = {
    "functional": (":p a owl:FunctionalProperty .", "owl:FunctionalProperty"),
    "inverse functional": (
        ":p a owl:InverseFunctionalProperty .",
        "owl:InverseFunctionalProperty",
    ),
    "reflexive": (":p a owl:ReflexiveProperty .", "owl:ReflexiveProperty"),
    "key": (":A owl:hasKey ( :p ) .", "owl:hasKey"),
    "same": (":a owl:sameAs :b .", "owl:sameAs"),
    "different": (":a owl:differentFrom :b .", "owl:differentFrom"),
    "all different": ("[] a owl:AllDifferent .", "owl:AllDifferent"),
    "disjoint properties": ("[] a owl:AllDisjointProperties .", "owl:AllDisjointProperties"),
    "union": (":A owl:unionOf ( :B :C ) .", "owl:unionOf"),
    "intersection": (":A owl:intersectionOf ( :B :C ) .", "owl:intersectionOf"),
    "complement": (":A owl:complementOf :B .", "owl:complementOf"),
    "disjoint union": (":A owl:disjointUnionOf ( :B :C ) .", "owl:disjointUnionOf"),
    "enumeration": (":A owl:oneOf ( :a :b ) .", "owl:oneOf"),
    "some": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:someValuesFrom :B ] .",
        "owl:someValuesFrom",
    ),
    "all": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:allValuesFrom :B ] .",
        "owl:allValuesFrom",
    ),
    "self": (":A rdfs:subClassOf [ owl:onProperty :p ; owl:hasSelf true ] .", "owl:hasSelf"),
    "cardinality": (
        ":A rdfs:subClassOf [ owl:onProperty :p ; owl:maxCardinality 1 ] .",
        "owl:maxCardinality",
    ),
    "negative": ("[] a owl:NegativePropertyAssertion .", "owl:NegativePropertyAssertion"),
    "rule of another language": (
        "[] a <http://www.w3.org/2003/11/swrl#Imp> .",
        "swrl:Imp",
    ),
    "import": ("<https://example.org/> owl:imports <https://example.org/other> .", "owl:imports"),
    "nothing": (":A rdfs:subClassOf owl:Nothing .", "owl:Nothing"),
    "axiom about an axiom": ("[] a owl:Axiom .", "owl:Axiom"),
    "restriction on nothing": (
        ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ] .",
        "owl:Restriction without one property and one value",
    ),
    "class without a name": (":A rdfs:subClassOf [ a owl:Class ] .", "a class without a name"),
    "anonymous inverse": (
        ":p owl:propertyChainAxiom ( [ owl:inverseOf :q ] :r ) .",
        "a property without a name",
    ),
    "empty chain": (
        ":p owl:propertyChainAxiom () .",
        "owl:propertyChainAxiom without members",
    ),
    "text that is no Turtle": ("this is no Turtle", "Turtle that does not parse"),
}

CHECKS = {
    "disjoint classes": (
        ":B owl:disjointWith :A .",
        {"disjointclasses:A/B": (is_a("?x", "A"), is_a("?x", "B"))},
    ),
    "all disjoint classes": (
        "[] a owl:AllDisjointClasses ; owl:members ( :A :B :C ) .",
        {
            "disjointclasses:A/B": (is_a("?x", "A"), is_a("?x", "B")),
            "disjointclasses:A/C": (is_a("?x", "A"), is_a("?x", "C")),
            "disjointclasses:B/C": (is_a("?x", "B"), is_a("?x", "C")),
        },
    ),
    "disjoint properties": (
        ":q owl:propertyDisjointWith :p .",
        {"disjointproperties:p/q": (("?x", sg("p"), "?y"), ("?x", sg("q"), "?y"))},
    ),
    "asymmetric": (
        ":p a owl:AsymmetricProperty .",
        {"asymmetric:p": (("?x", sg("p"), "?y"), ("?y", sg("p"), "?x"))},
    ),
    "irreflexive": (
        ":p a owl:IrreflexiveProperty .",
        {"irreflexive:p": (("?x", sg("p"), "?x"),)},
    ),
}


@pytest.mark.parametrize("kind", AXIOMS)
def test_each_kind_of_axiom_becomes_rules_with_stable_names(kind: str) -> None:
    """A rule is named after its axiom and says the same as the axiom."""
    axioms, expected = AXIOMS[kind]

    assert compiled(axioms) == expected


@pytest.mark.parametrize("kind", CHECKS)
def test_what_must_not_be_becomes_a_check(kind: str) -> None:
    """Disjointness, asymmetry and irreflexivity lead to no triple; they are looked for."""
    axioms, expected = CHECKS[kind]

    table = compile_rules(PREFIXES + axioms)

    assert {check.name: check.body for check in table.checks} == expected
    assert table.rules == ()


@pytest.mark.parametrize("kind", REFUSED)
def test_an_axiom_that_is_not_compiled_is_refused_by_name(kind: str) -> None:
    """Nothing is skipped in silence."""
    axioms, name = REFUSED[kind]

    with pytest.raises(OntologyError) as caught:
        compile_rules(PREFIXES + axioms)

    assert caught.value.axiom == name
    assert name in str(caught.value)


@pytest.mark.parametrize(
    ("axioms", "owner"),
    [
        (":A rdfs:subClassOf [ owl:unionOf ( :B :C ) ] .", "A"),
        ("[ owl:unionOf ( :B :C ) ] rdfs:subClassOf :A .", "A"),
        (":p rdfs:domain [ owl:unionOf ( :B :C ) ] .", "p"),
        ("[] a owl:AllDifferent ; owl:members ( :y :x ) .", "y"),
    ],
)
def test_a_refusal_names_a_term(axioms: str, owner: str) -> None:
    """Whoever has to mend it cannot look for a blank node."""
    for _ in range(3):
        with pytest.raises(OntologyError) as caught:
            compile_rules(PREFIXES + axioms)
        assert caught.value.subject == SG + owner


def test_every_kind_of_rule_and_check_is_tried() -> None:
    """The tables of this file leave no kind out."""
    tables = [
        compile_rules(PREFIXES + axioms) for axioms, _ in (*AXIOMS.values(), *CHECKS.values())
    ]
    kinds = {rule.kind for table in tables for rule in table.rules}
    kinds |= {check.kind for table in tables for check in table.checks}

    assert kinds == set(KINDS)
    assert len(REFUSED) > 20


def test_hierarchies_are_closed() -> None:
    """A class leads to each class above it at once, also across equivalent classes."""
    rules = compiled(
        ":A rdfs:subClassOf :B . :B owl:equivalentClass :C . :C rdfs:subClassOf :D ."
        ":p rdfs:subPropertyOf :q . :q rdfs:subPropertyOf :r .",
    )

    assert {"subclass:A/B", "subclass:A/C", "subclass:A/D", "subclass:B/D"} <= set(rules)
    assert {"subproperty:p/q", "subproperty:p/r", "subproperty:q/r"} <= set(rules)


def test_what_says_nothing_makes_no_rule() -> None:
    """Annotations, declarations, the class of everything and ranges of literals are let pass."""
    rules = compiled(
        ":A a owl:Class ; rdfs:label 'a'@en ; rdfs:subClassOf owl:Thing , :A ."
        ":p a owl:DatatypeProperty ; rdfs:domain owl:Thing ; rdfs:range xsd:date ."
        ":q rdfs:range rdfs:Literal . :r rdfs:range :own . :own a rdfs:Datatype ."
        ":a a :A ; :p 'x' . <https://example.org/> owl:versionInfo '1' .",
    )

    assert rules == {}


def test_order_and_files_of_the_ontology_never_show() -> None:
    """The same axioms, shuffled or spread over two files, give the same table."""
    text = read_bundled("ontology", "showgraph.ttl")
    table = compile_rules(text)
    triples = [" ".join(to_text(triple)) for triple in parse(text, format=RdfFormat.TURTLE)]
    random.Random(1).shuffle(triples)  # noqa: S311 - an order, no secret
    lines = [f"{triple} .\n" for triple in triples]

    assert compile_rules("".join(lines)) == table
    assert compile_rules(text, PREFIXES) == table


def test_a_class_below_two_disjoint_ones_is_refused() -> None:
    """A class that can have no member is a mistake of the ontology, found when it is compiled."""
    with pytest.raises(OntologyError, match="below A and B, which are disjoint") as caught:
        compile_rules(
            PREFIXES
            + ":A owl:disjointWith :B . :C rdfs:subClassOf :A , :D . :D rdfs:subClassOf :B .",
        )

    assert caught.value.subject == "C"


def test_the_table_survives_its_file() -> None:
    """A graph keeps its rules as JSON, which reads the same and is written the same."""
    table = compile_rules(read_bundled("ontology", "showgraph.ttl"))
    text = table.to_json()

    assert RuleTable.from_json(text) == table
    assert RuleTable.from_json(text).to_json() == text
    assert len(table.rules) > 100
    assert len(table.checks) > 45


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"rules": [{}], "checks": []}', "null"])
def test_a_file_that_is_no_table_is_refused(text: str) -> None:
    """A damaged file is an error, not an empty table."""
    with pytest.raises(ValueError, match=r"rule table|Expecting value"):
        RuleTable.from_json(text)


def test_a_file_with_a_rule_of_an_unknown_kind_is_refused() -> None:
    """A table of a later version does not fail only when it is read out."""
    data = json.loads(compile_rules(PREFIXES + ":A rdfs:subClassOf :B .").to_json())
    data["rules"][0]["kind"] = "guess"

    with pytest.raises(ValueError, match="guess"):
        RuleTable.from_json(json.dumps(data))


def test_a_rule_is_found_by_its_name() -> None:
    """Names lead back to rules, and an unknown one is an error."""
    table = compile_rules(PREFIXES + AXIOMS["transitive"][0])

    assert table.rule("transitive:partOf").kind == "transitive"
    with pytest.raises(KeyError):
        table.rule("transitive:hasPart")


@pytest.mark.parametrize(
    ("axioms", "words"),
    [
        (
            AXIOMS["chain that ends in itself"][0],
            "x cast y if x hasPart z and z cast y (property chain)",
        ),
        (AXIOMS["range"][0], "y is a series if x seasonOf y (range)"),
        (":RightsDeal rdfs:subClassOf :Event .", "x is an event if x is a rights deal (sub-class)"),
    ],
)
def test_a_rule_can_be_read_out(axioms: str, words: str) -> None:
    """A rule says in a sentence what it does."""
    (rule,) = compile_rules(PREFIXES + axioms).rules

    assert rule.words == words


@pytest.mark.parametrize(
    ("term", "name"),
    [
        (sg("castMember"), "castMember"),
        ("<https://w3id.org/showgraph/scheme/role/director>", "scheme:role/director"),
        ("<https://example.org/x>", "https://example.org/x"),
        ("?x", "x"),
        ('"4"', '"4"'),
        (f'"4"^^<{XSD}integer>', "4"),
        (f'"2020-01-31"^^<{XSD}date>', "2020-01-31"),
    ],
)
def test_terms_have_short_names(term: str, name: str) -> None:
    """Names in messages leave out what every reader knows."""
    assert term_name(term) == name


@pytest.mark.parametrize(
    "literal",
    [
        "'plain'",
        r'"quote \" backslash \\ line\nend"',
        "'Straße'@de",
        "'x'@EN-gb",
        "4",
        "true",
        "'2020-01-31'^^xsd:date",
        "'text'^^xsd:string",
        r"'tab\tstop'",
    ],
)
def test_values_are_written_as_the_store_writes_them(literal: str) -> None:
    """The value of a restriction equals the term that the store holds."""
    (rule,) = compile_rules(
        PREFIXES + f":A rdfs:subClassOf [ owl:onProperty :p ; owl:hasValue {literal} ] .",
    ).rules
    (stored,) = parse(PREFIXES + f":a :p {literal} .", format=RdfFormat.TURTLE)

    assert rule.head[2] == str(stored.object)
    assert parse_term(rule.head[2]) == stored.object


# ---- Proofs -------------------------------------------------------------------------------------


class Facts:
    """Asserted and inferred facts in memory, as a proof looks them up."""

    def __init__(self, asserted: Iterable[Triple], inferred: Iterable[Triple] = ()) -> None:
        """Keep the facts of both sorts."""
        self.asserted = set(asserted)
        self.known = [*self.asserted, *inferred]

    def is_asserted(self, triple: Triple) -> bool:
        """Return whether the triple is among the asserted ones."""
        return triple in self.asserted

    def matching(self, pattern: Pattern) -> list[Triple]:
        """Return the facts that fit, in an order that changes from call to call."""
        found = [
            fact
            for fact in self.known
            if all(
                term.startswith("?") or term == value
                for term, value in zip(pattern, fact, strict=True)
            )
        ]
        return random.sample(found, len(found))


def names(rule: Rule | None) -> str:
    """Return the name of a rule, or "" for what was asserted."""
    return rule.name if rule else ""


def test_an_asserted_triple_proves_itself() -> None:
    """No rule is asked where a triple was asserted, even if one would lead to it."""
    table = compile_rules(PREFIXES + AXIOMS["symmetric"][0])
    facts = [("<x:a>", sg("partner"), "<x:b>"), ("<x:b>", sg("partner"), "<x:a>")]

    proof = Prover(table, Facts(facts)).prove(facts[0])

    assert proof is not None
    assert proof.rule is None
    assert proof.leaves() == (facts[0],)


def test_the_lowest_proof_is_found() -> None:
    """A link that a chain of five parts gives is proved from the shortest way through."""
    table = compile_rules(PREFIXES + AXIOMS["transitive"][0])
    part_of = sg("partOf")
    places = [f"<x:{n}>" for n in range(6)]
    asserted = [(a, part_of, b) for a, b in pairwise(places)]
    asserted.append((places[0], part_of, places[4]))
    inferred = [
        (a, part_of, b)
        for i, a in enumerate(places)
        for b in places[i + 1 :]
        if (a, part_of, b) not in asserted
    ]

    proof = Prover(table, Facts(asserted, inferred)).prove((places[0], part_of, places[5]))

    assert proof is not None
    assert proof.leaves() == (
        (places[0], part_of, places[4]),
        (places[4], part_of, places[5]),
    )


def test_proofs_do_not_run_in_circles() -> None:
    """Inverse and symmetric rules lead back to their own conclusion; no proof does."""
    table = compile_rules(
        PREFIXES + ":p owl:inverseOf :q . :p a owl:SymmetricProperty . :r rdfs:subPropertyOf :q .",
    )
    asserted = ("<x:a>", sg("r"), "<x:b>")
    pairs = [("<x:a>", "<x:b>"), ("<x:b>", "<x:a>")]
    inferred = [(a, sg(prop), b) for prop in "pq" for a, b in pairs]

    prover = Prover(table, Facts([asserted], inferred))

    for triple in inferred:
        proof = prover.prove(triple)
        assert proof is not None
        assert proof.leaves() == (asserted,)
        steps = [step.triple for step in proof.walk()]
        assert len(steps) == len(set(steps))


def test_what_does_not_follow_has_no_proof() -> None:
    """Neither an unknown triple nor a fact that stands on nothing but itself is proved."""
    table = compile_rules(PREFIXES + AXIOMS["inverse"][0])
    alone = [("<x:a>", sg("partOf"), "<x:b>"), ("<x:b>", sg("hasPart"), "<x:a>")]

    prover = Prover(table, Facts([], alone))

    assert prover.prove(alone[0]) is None
    assert prover.prove(("<x:a>", sg("partOf"), "<x:c>")) is None
    assert prover.ways(alone[0]) == ()


def test_domains_and_ranges_are_the_last_resort() -> None:
    """A type is proved from a type where that is possible, however the rules are called."""
    table = compile_rules(
        PREFIXES + ":directs rdfs:domain :Agent . :Person rdfs:subClassOf :Agent .",
    )
    asserted = [("<x:a>", sg("directs"), "<x:b>"), ("<x:a>", TYPE, sg("Person"))]
    goal = ("<x:a>", TYPE, sg("Agent"))

    prover = Prover(table, Facts(asserted, [goal]))
    proof = prover.prove(goal)

    assert proof is not None
    assert names(proof.rule) == "subclass:Person/Agent"
    assert [names(way.rule) for way in prover.ways(goal)] == [
        "subclass:Person/Agent",
        "domain:directs/Agent",
    ]


def test_each_way_differs_in_its_last_step_and_none_rests_on_its_goal() -> None:
    """A role that rolls up from two seasons has two ways, and not one by way of itself."""
    table = compile_rules(
        PREFIXES + AXIOMS["chain that ends in itself"][0] + AXIOMS["inverse"][0],
    )
    seasons = ["<x:s1>", "<x:s2>"]
    asserted = [("<x:show>", sg("hasPart"), season) for season in seasons]
    asserted += [(season, sg("cast"), "<x:ann>") for season in seasons]
    inferred = [(season, sg("partOf"), "<x:show>") for season in seasons]
    goal = ("<x:show>", sg("cast"), "<x:ann>")

    ways = Prover(table, Facts(asserted, [*inferred, goal])).ways(goal)

    assert [way.leaves() for way in ways] == [
        tuple(sorted([("<x:show>", sg("hasPart"), season), (season, sg("cast"), "<x:ann>")]))
        for season in seasons
    ]
    assert len(Prover(table, Facts(asserted, [*inferred, goal])).ways(goal, limit=1)) == 1


def test_a_way_by_the_inverse_of_its_goal_says_nothing() -> None:
    """What is known backwards only because it is known forwards is no second way."""
    table = compile_rules(PREFIXES + AXIOMS["inverse"][0] + ":has rdfs:subPropertyOf :hasPart .")
    asserted, goal = ("<x:a>", sg("has"), "<x:b>"), ("<x:a>", sg("hasPart"), "<x:b>")
    back = ("<x:b>", sg("partOf"), "<x:a>")

    ways = Prover(table, Facts([asserted], [goal, back])).ways(goal)

    assert [(names(way.rule), way.leaves()) for way in ways] == [
        ("subproperty:has/hasPart", (asserted,))
    ]


def test_the_way_of_fewest_steps_comes_first() -> None:
    """The height of a way decides, and not the name of its rule."""
    table = compile_rules(
        PREFIXES
        + ":early owl:inverseOf :back . :early rdfs:subPropertyOf :goal . "
        + ":late rdfs:subPropertyOf :goal .",
    )
    back, late = ("<x:b>", sg("back"), "<x:a>"), ("<x:a>", sg("late"), "<x:b>")
    early, goal = ("<x:a>", sg("early"), "<x:b>"), ("<x:a>", sg("goal"), "<x:b>")

    ways = Prover(table, Facts([back, late], [early, goal])).ways(goal)

    assert [way.leaves() for way in ways] == [(late,), (back,)]


def test_the_order_of_facts_never_shows_in_a_proof() -> None:
    """Among equally low proofs the same one is found every time."""
    table = compile_rules(PREFIXES + AXIOMS["transitive"][0])
    part_of = sg("partOf")
    middle = [f"<x:m{n}>" for n in range(8)]
    asserted = [("<x:a>", part_of, m) for m in middle] + [(m, part_of, "<x:b>") for m in middle]
    goal = ("<x:a>", part_of, "<x:b>")

    proofs = {Prover(table, Facts(asserted, [goal])).prove(goal) for _ in range(20)}

    assert len(proofs) == 1

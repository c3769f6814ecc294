"""Every fact leads back to the exact words of a document."""

from collections.abc import Iterator
from itertools import count

import pytest

from query.world import fill, read_rules
from showgraph.model import Status
from showgraph.namespaces import BASE, GRAPHS, PREFIXES, SG
from showgraph.query.provenance.explanation import (
    Explainer,
    Explanation,
    Source,
    Standing,
    explain,
    sources,
    sources_of,
)
from showgraph.query.provenance.support import Claims
from showgraph.rules import RuleTable, compile_rules
from showgraph.store import Literal, NamedNode, QuerySolutions, RdfFormat, Store, Triple, parse

SHOW = "series/harbour-lights"
TIGERS = "series/paper-tigers"


@pytest.fixture(scope="module")
def rules() -> RuleTable:
    """Return the rules of the ontology."""
    return read_rules()


@pytest.fixture(scope="module")
def store(rules: RuleTable) -> Iterator[Store]:
    """Return the invented graph."""
    with Store.memory() as store:
        fill(store, rules)
        yield store


@pytest.fixture(scope="module")
def texts(store: Store) -> dict[str, str]:
    """Return the documents' texts by their ids."""
    rows = store.query("SELECT ?id ?text { ?d dcterms:identifier ?id ; sg:text ?text }")
    assert isinstance(rows, QuerySolutions)
    return {row["id"].value: row["text"].value for row in rows}


def node(name: str) -> NamedNode:
    """Return a thing of the invented graph, a concept, or a term of the ontology."""
    if name.startswith("scheme/"):
        return NamedNode(BASE + name)
    return NamedNode(BASE + "id/" + name) if "/" in name else NamedNode(SG + name)


def triple(subject: str, predicate: str, obj: str) -> Triple:
    """Return a triple of the invented graph."""
    return Triple(node(subject), node(predicate), node(obj))


def facts(store: Store, name: str) -> list[Triple]:
    """Return the triples of a graph by its short name."""
    return sorted((quad.triple for quad in store.quads(graph=GRAPHS[name])), key=str)


def quotes(explanation: Explanation) -> set[tuple[str, str]]:
    """Return the documents and words that an explanation rests on."""
    return {(source.document, source.quote) for source in sources(explanation)}


@pytest.mark.row(36)
def test_every_fact_leads_to_words_of_documents(
    store: Store, rules: RuleTable, texts: dict[str, str]
) -> None:
    """Each accepted or inferred triple rests on claims whose quotes stand in their documents."""
    explainer = Explainer(store, rules)
    for name, standing in (("accepted", Standing.ASSERTED), ("inferred", Standing.INFERRED)):
        known = facts(store, name)
        assert len(known) > 150
        for fact in known:
            explanation = explainer.explain(fact)

            assert explanation.triple == fact
            assert explanation.standing is standing
            assert sources(explanation)
            for step in explanation.walk():
                assert bool(step.rule) == (step.standing is Standing.INFERRED)
                assert bool(step.claims) == (step.rule is None)
            for source in sources(explanation):
                assert texts[source.document][source.start : source.end] == source.quote


def test_an_asserted_fact_has_the_claims_that_state_it(store: Store, rules: RuleTable) -> None:
    """A genre was stated by a document; nothing was inferred."""
    explanation = explain(store, rules, triple(TIGERS, "basedOn", "work/the-origami-war"))

    assert explanation.standing is Standing.ASSERTED
    assert explanation.premises == ()
    (claim,) = explanation.claims
    assert claim.document == "buoy-awards"
    assert claim.status is Status.ASSERTED
    assert claim.relation == "based_on"
    assert "The Origami War" in claim.evidence[0].quote


def test_an_inferred_fact_names_its_rule_and_premises(store: Store, rules: RuleTable) -> None:
    """Who created the show follows from the credit, which one sentence states."""
    explanation = explain(store, rules, triple(SHOW, "creator", "person/edda-quill"))

    assert explanation.standing is Standing.INFERRED
    assert explanation.rule is not None
    assert explanation.rule.name == "chain:creator/hasCreatorCredit,creditedAgent"
    assert explanation.words == "Harbour Lights creator Edda Quill"
    assert [premise.standing for premise in explanation.premises] == [Standing.ASSERTED] * 2
    assert quotes(explanation) == {("lantern-finale", "Edda Quill created Harbour Lights")}


def test_a_role_in_a_season_is_explained_for_the_show(store: Store, rules: RuleTable) -> None:
    """A rolled-up fact rests on where the season belongs and on who is in the season."""
    explanation = explain(store, rules, triple(TIGERS, "castMember", "person/noel-hart"))

    assert explanation.rule is not None
    assert explanation.rule.name == "chain:castMember/hasPart,castMember"
    asserted = {step.triple for step in explanation.walk() if step.rule is None}
    assert triple("season/paper-tigers/2", "seasonOf", TIGERS) in asserted
    assert {document for document, _ in quotes(explanation)} == {"buoy-awards"}


def test_a_claim_that_is_not_accepted_makes_no_fact(store: Store, rules: RuleTable) -> None:
    """What may be is absent, and the explanation shows who says that it may be."""
    explanation = explain(
        store, rules, triple("season/harbour-lights/3", "director", "person/wren-abara")
    )

    assert explanation.standing is Standing.ABSENT
    assert explanation.claims == ()
    assert sources(explanation) == ()
    (claim,) = explanation.lesser
    assert claim.status is Status.POSSIBLE
    assert "Wren Abara" in claim.evidence[0].quote


def test_doubt_stands_beside_a_fact(store: Store, rules: RuleTable) -> None:
    """One document states it, another passes it on as a rumour: the rumour is no source."""
    explanation = explain(store, rules, triple(TIGERS, "spinOffOf", SHOW))

    assert {claim.document for claim in explanation.claims} == {"buoy-awards"}
    assert all(claim.preferred for claim in explanation.claims)
    (rumour,) = explanation.lesser
    assert (rumour.document, rumour.status) == ("courier-interview", Status.RUMOURED)
    assert not rumour.preferred
    assert {source.document for source in sources(explanation)} == {"buoy-awards"}


def test_a_thing_that_is_only_doubted_still_has_its_name(store: Store, rules: RuleTable) -> None:
    """The name of a person whom only a possibility mentions rests on that mention."""
    person = node("person/wren-abara")
    (label,) = store.quads(person, NamedNode(PREFIXES["skos"] + "prefLabel"))

    explanation = explain(store, rules, label.triple)

    (claim,) = explanation.claims
    assert claim.status is Status.POSSIBLE


def test_a_name_rests_on_claims_that_quote_it(store: Store, rules: RuleTable) -> None:
    """Of all claims that mention a person, those with the name in their words count."""
    person = node("person/edda-quill")
    (label,) = store.quads(person, NamedNode(PREFIXES["skos"] + "prefLabel"))

    explanation = explain(store, rules, label.triple)

    for claim in explanation.claims:
        assert any("Edda Quill" in span.quote for span in claim.evidence)


def test_a_person_who_says_so_is_named(store: Store, rules: RuleTable) -> None:
    """A figure that an actor gives in an interview carries the actor's name."""
    explainer = Explainer(store, rules)
    figures = [fact for fact in facts(store, "accepted") if fact.predicate == node("figureValue")]
    speakers = {claim.speaker for figure in figures for claim in explainer.explain(figure).claims}

    assert speakers == {"Tomas Reyl"}


def test_a_node_rests_on_the_claims_that_assert_it(store: Store, rules: RuleTable) -> None:
    """Type and links of a credit come from one claim; a season's other claims stay out."""
    explainer = Explainer(store, rules)
    season = "season/paper-tigers/1"
    (credit,) = [
        fact.object
        for fact in facts(store, "accepted")
        if fact.subject == node(season) and fact.predicate == node("hasPerformance")
    ]
    claims = Claims(store).of_node(credit)
    links = [fact for fact in facts(store, "accepted") if credit in (fact.subject, fact.object)]

    assert {claim.document for claim in claims} == {"buoy-awards"}
    assert len(links) >= 4
    for link in links:
        if link.predicate != node("portrays"):
            assert explainer.explain(link).claims == claims


def test_all_ways_to_a_fact_can_be_asked_for(store: Store, rules: RuleTable) -> None:
    """A show is on a platform by each of its releases there; the ways come shortest first."""
    explainer = Explainer(store, rules)
    fact = triple(SHOW, "releasedOn", "platform/lumo")

    ways = explainer.ways(fact)

    assert len(ways) == 2
    assert len(explainer.ways(fact, limit=1)) == 1
    assert {document for way in ways for document, _ in quotes(way)} >= {
        "lantern-finale",
        "courier-interview",
    }
    assert set(sources(*ways)) > set(sources(ways[0]))


def test_sources_are_sorted_and_come_once(store: Store, rules: RuleTable) -> None:
    """A claim behind two premises is one source."""
    explainer = Explainer(store, rules)
    explanation = explainer.explain(triple(SHOW, "castMember", "person/edda-quill"))
    claims = [claim for step in explanation.walk() for claim in step.claims]

    found = sources(explanation)

    assert len(claims) > 1
    assert found == tuple(sorted(set(found)))
    assert found == sources_of(reversed(claims))
    assert all(isinstance(source, Source) for source in found)


def test_what_the_ontology_says_is_asserted_without_claims(store: Store, rules: RuleTable) -> None:
    """A sub-class is no claim of a document."""
    sub_class = Triple(
        node("Season"), NamedNode(PREFIXES["rdfs"] + "subClassOf"), node("CreativeWork")
    )

    explanation = explain(store, rules, sub_class)

    assert explanation.standing is Standing.ASSERTED
    assert explanation.claims == ()
    assert explanation.words == "season rdfs:subClassOf creative work"


# ---- Dates --------------------------------------------------------------------------------------


def release(*claims: str) -> Store:
    """Return a graph of one release, accepted for 12 November 2021, with claims of its date."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    lines = [
        "graph:accepted { id:r a sg:Release ; sg:earliestDate '2021-11-12'^^xsd:date ;",
        "  sg:latestDate '2021-11-12'^^xsd:date ; sg:datePrecision <x:day> }",
        "graph:claims {",
    ]
    numbers = count()
    for claim in claims:
        number = next(numbers)
        lines += [
            f"id:c{number} a sg:Claim ; rdf:subject id:r ; rdf:predicate sg:releaseDate ;",
            f"  {claim} ; sg:statedIn id:d{number} ; sg:evidence id:s{number} .",
            f"id:d{number} dcterms:identifier 'd{number}' .",
            f"id:s{number} oa:hasSelector <x:p{number}> , <x:q{number}> .",
            f"<x:p{number}> oa:start 0 ; oa:end 1 . <x:q{number}> oa:exact 'x' .",
        ]
    store = Store.memory()
    store.bulk_load(parse(prefixes + "\n".join([*lines, "}"]), format=RdfFormat.TRIG))
    return store


def on(earliest: str, latest: str, *, rank: str = "Preferred", status: str = "asserted") -> str:
    """Return what a claim says of an interval, and how much that counts."""
    return (
        f"sg:earliest '{earliest}'^^xsd:date ; sg:latest '{latest}'^^xsd:date ; "
        f"sg:rank sg:{rank} ; sg:claimStatus <x:/{status}>"
    )


DAY = on("2021-11-12", "2021-11-12")
PLANNED = on("2021-11-12", "2021-11-12", status="scheduled")
YEAR = on("2021-01-01", "2021-12-31", rank="Normal")
RUMOUR = on("2021-11-12", "2021-11-12", rank="Normal", status="rumoured")
MONTH_DAY = (
    "sg:monthDay '--11-12'^^xsd:gMonthDay ; sg:rank sg:Preferred ; sg:claimStatus <x:/asserted>"
)
NODE = "sg:assertsNode id:r ; sg:rank sg:Preferred ; sg:claimStatus <x:/asserted>"
MENTION = "sg:rank sg:Preferred ; sg:claimStatus <x:/asserted>"


@pytest.mark.parametrize(
    ("claims", "documents"),
    [
        ([DAY, YEAR, NODE], ["d0"]),
        ([DAY, PLANNED, RUMOUR], ["d0", "d1"]),
        ([DAY, MONTH_DAY, MENTION], ["d0", "d1"]),
        ([NODE, YEAR, MENTION], ["d0"]),
        ([RUMOUR, MENTION], []),
    ],
    ids=["finest", "status", "day without a year", "only the release", "nothing gives it"],
)
@pytest.mark.parametrize("predicate", ["earliestDate", "latestDate", "datePrecision"])
def test_a_date_rests_on_the_claims_that_give_it(
    claims: list[str], documents: list[str], predicate: str
) -> None:
    """Preferred claims of a date count; else those of the release; never a mere mention."""
    with release(*claims) as store:
        (quad,) = store.quads(NamedNode(BASE + "id/r"), node(predicate))

        explanation = explain(store, compile_rules(), quad.triple)

    assert [claim.document for claim in explanation.claims] == documents


def test_hundreds_of_rows_are_explained_from_one_reading(store: Store, rules: RuleTable) -> None:
    """An explainer that is asked again gives the same, and literals are explained like links."""
    explainer = Explainer(store, rules)
    known = facts(store, "inferred")
    number = [fact for fact in facts(store, "accepted") if isinstance(fact.object, Literal)]

    first = [explainer.explain(fact) for fact in known]

    assert [explainer.explain(fact) for fact in known] == first
    assert [explain(store, rules, fact) for fact in known] == first
    assert all(explainer.explain(fact).claims for fact in number)

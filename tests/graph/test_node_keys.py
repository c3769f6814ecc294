"""Nodes without a name are called by the hash of their key, and everybody can work it out."""

import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from showgraph.graph.storage.folder import open_generation
from showgraph.iris import digest, node_iri
from showgraph.namespaces import BASE, GRAPHS, OA, RDF, SCHEME, SG
from showgraph.store import Literal, NamedNode, QuerySolution, Store

SPANS = f"""
SELECT ?node ?document ?start ?end WHERE {{
  GRAPH <{GRAPHS["claims"]}> {{
    ?node <{OA}hasSource> ?document ; <{OA}hasSelector> ?position .
    ?position <{OA}start> ?start ; <{OA}end> ?end .
  }}
}} ORDER BY ?node
"""

CREDITS = f"""
SELECT ?node ?kind ?agent ?work WHERE {{
  GRAPH <{GRAPHS["accepted"]}> {{
    ?node <{SG}creditedAgent> ?agent ; <{RDF}type> ?kind . ?work ?link ?node .
  }}
}} ORDER BY ?node
"""

RELEASES = f"""
SELECT ?node ?work ?platform ?kind WHERE {{
  GRAPH <{GRAPHS["accepted"]}> {{
    ?work <{SG}hasRelease> ?node . ?node <{SG}releaseKind> ?kind .
    OPTIONAL {{ ?node <{SG}onPlatform> ?platform }}
  }}
}} ORDER BY ?node
"""

#: The role in the key of a credit, by its class.
ROLES = {"CreatorCredit": "creator", "DirectingCredit": "director", "Performance": "performer"}


@pytest.fixture(scope="module")
def store(bundled_graph: Path) -> Iterator[Store]:
    """Return the graph of the bundled documents."""
    with open_generation(bundled_graph) as generation, Store.open(generation.store) as opened:
        yield opened


def term(value: object) -> str:
    """Return the text of a term in a key."""
    assert isinstance(value, NamedNode | Literal)
    return value.value


@pytest.mark.row(6)
def test_a_span_is_its_document_and_offsets(store: Store) -> None:
    """The IRI of every span is the hash of where it is."""
    rows = list(store.select(SPANS))

    assert len(rows) > 100
    for row in rows:
        key = (term(row["document"]), term(row["start"]), term(row["end"]))
        assert term(row["node"]) == node_iri("span", *key)


@pytest.mark.row(6)
def test_a_credit_is_its_role_agent_and_work(store: Store) -> None:
    """Whom somebody plays is no part of the key, so that two tellings meet on one node."""
    rows = [row for row in store.select(CREDITS) if term(row["kind"]).removeprefix(SG) in ROLES]

    assert len(rows) > 10
    for row in rows:
        role = ROLES[term(row["kind"]).removeprefix(SG)]
        key = (role, term(row["agent"]), term(row["work"]))
        assert term(row["node"]) == node_iri("credit", *key)


@pytest.mark.row(6)
def test_a_release_is_its_work_platform_and_kind(store: Store) -> None:
    """Its date is no part of the key, so that two dates contradict each other."""
    rows = list(store.select(RELEASES))

    assert len(rows) > 3
    for row in rows:
        platform = row["platform"]
        kind = term(row["kind"]).removeprefix(SCHEME + "release-kind/")
        key = (term(row["work"]), term(platform) if platform else "", kind)
        assert term(row["node"]) == node_iri("release", *key)


CLAIMS = f"""
SELECT ?node ?subject ?predicate ?object ?earliest ?latest ?day ?document ?speaker ?asserted
  (GROUP_CONCAT(CONCAT(STR(?start), " ", STR(?end)); separator="|") AS ?offsets)
WHERE {{
  ?node a <{SG}Claim> ; <{RDF}subject> ?subject ; <{RDF}predicate> ?predicate ;
    <{SG}statedIn> ?document ; <{SG}evidence>/<{OA}hasSelector> ?position .
  ?position <{OA}start> ?start ; <{OA}end> ?end .
  OPTIONAL {{ ?node <{RDF}object> ?object }}
  OPTIONAL {{ ?node <{SG}earliest> ?earliest ; <{SG}latest> ?latest }}
  OPTIONAL {{ ?node <{SG}monthDay> ?day }}
  OPTIONAL {{ ?node <{SG}spokenBy> ?speaker }}
  OPTIONAL {{ ?node <{SG}assertsNode> ?asserted }}
}} GROUP BY ?node ?subject ?predicate ?object ?earliest ?latest ?day ?document ?speaker ?asserted
"""


def value_of(row: QuerySolution) -> str:
    """Return what a claim states, as its key has it: a date is as coarse as it was told."""
    if row["object"] is not None:
        # An IRI stands in the key in its angle brackets, and a literal as it is written.
        return str(row["object"])
    if row["day"] is not None:
        return term(row["day"])
    first, last = term(row["earliest"]), term(row["latest"])
    if first == last:
        return first
    return first[:7] if first[:7] == last[:7] else first[:4]


@pytest.mark.row(6)
def test_a_claim_is_what_it_states_and_where(store: Store) -> None:
    """Subject, property, value, document and offsets, then speaker and node where it has them."""
    rows = list(store.select(CLAIMS))

    assert len(rows) > 200
    for row in rows:
        start = (term(row["subject"]), term(row["predicate"]), value_of(row))
        ends = [term(row[name]) for name in ("speaker", "asserted") if row[name] is not None]
        spans = term(row["offsets"]).split("|")  # the first is the one to show
        keys = (
            (*start, term(row["document"]), *" ".join(order).split(), *ends)
            for order in permutations(spans)
        )
        assert term(row["node"]) in {node_iri("claim", *key) for key in keys}


NODES = f"""
SELECT ?node ?kind ?work ?agent WHERE {{
  GRAPH <{GRAPHS["accepted"]}> {{
    {{ ?node a <{SG}RightsAcquisition> ; <{SG}acquirer> ?agent BIND("acquisition" AS ?kind) }}
    UNION {{ ?node a <{SG}Announcement> ; <{SG}announcer> ?agent BIND("announcement" AS ?kind) }}
    UNION {{ ?node a <{SG}Shooting> BIND("shooting" AS ?kind) }}
    ?node <{SG}concerns> ?work
  }}
}} ORDER BY ?node
"""


@pytest.mark.row(6)
def test_an_event_is_its_sort_and_who_takes_part(store: Store) -> None:
    """Its status and date are no part of the key: a plan and what came of it are one event."""
    rows = list(store.select(NODES))

    assert {term(row["kind"]) for row in rows} == {"acquisition", "announcement", "shooting"}
    for row in rows:
        agent = (term(row["agent"]),) if row["agent"] is not None else ()
        key = (term(row["kind"]), term(row["work"]), *agent)
        assert term(row["node"]) == node_iri("event", *key)


@pytest.mark.row(6)
def test_iris_of_things_are_plain(store: Store) -> None:
    """No space, quotation mark or other character that a line of a table would trip over."""
    data = {q.subject.value for q in store.quads() if isinstance(q.subject, NamedNode)}
    minted = [iri for iri in data if iri.startswith(BASE + "id/")]

    assert len(minted) > 300
    assert [iri for iri in minted if not re.fullmatch(r"[A-Za-z0-9:/._~%-]+", iri)] == []


def test_parts_of_a_key_never_run_together() -> None:
    """Where one part ends is a part of the hash."""
    assert digest("ab", "c") != digest("a", "bc") != digest("a", "b", "c")

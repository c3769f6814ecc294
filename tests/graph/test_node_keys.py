"""Nodes without a name are called by the hash of their key, and everybody can work it out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from showgraph.graph.folder import open_generation
from showgraph.iris import digest, node_iri
from showgraph.namespaces import BASE, GRAPHS, OA, RDF, SCHEME, SG
from showgraph.store import Literal, NamedNode, Store

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


def test_a_span_is_its_document_and_offsets(store: Store) -> None:
    """The IRI of every span is the hash of where it is."""
    rows = list(store.select(SPANS))

    assert len(rows) > 100
    for row in rows:
        key = (term(row["document"]), term(row["start"]), term(row["end"]))
        assert term(row["node"]) == node_iri("span", *key)


def test_a_credit_is_its_role_agent_and_work(store: Store) -> None:
    """Whom somebody plays is no part of the key, so that two tellings meet on one node."""
    rows = [row for row in store.select(CREDITS) if term(row["kind"]).removeprefix(SG) in ROLES]

    assert len(rows) > 10
    for row in rows:
        role = ROLES[term(row["kind"]).removeprefix(SG)]
        key = (role, term(row["agent"]), term(row["work"]))
        assert term(row["node"]) == node_iri("credit", *key)


def test_a_release_is_its_work_platform_and_kind(store: Store) -> None:
    """Its date is no part of the key, so that two dates contradict each other."""
    rows = list(store.select(RELEASES))

    assert len(rows) > 3
    for row in rows:
        platform = row["platform"]
        kind = term(row["kind"]).removeprefix(SCHEME + "release-kind/")
        key = (term(row["work"]), term(platform) if platform else "", kind)
        assert term(row["node"]) == node_iri("release", *key)


def test_iris_of_things_are_plain(store: Store) -> None:
    """No space, quotation mark or other character that a line of a table would trip over."""
    data = {q.subject.value for q in store.quads() if isinstance(q.subject, NamedNode)}
    minted = [iri for iri in data if iri.startswith(BASE + "id/")]

    assert len(minted) > 300
    assert [iri for iri in minted if not re.fullmatch(r"[A-Za-z0-9:/._~%-]+", iri)] == []


def test_parts_of_a_key_never_run_together() -> None:
    """Where one part ends is a part of the hash."""
    assert digest("ab", "c") != digest("a", "bc") != digest("a", "b", "c")

"""Mappings do no harm to data if somebody closes them, and showgraph itself never does."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import rdflib
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from graph.mapping_table import ROOT, TABLE, load_script, prefixes, read
from program import DOCUMENTS
from showgraph.namespaces import SG
from showgraph.store import Store

WORK = {"schema:CreativeWork", "schema:Thing"}
AGENT = {"prov:Agent", "schema:Thing"}
EVENT = {"schema:Event", "schema:Thing", "dcmitype:Event"}
#: Which classes of others a thing may get by mappings and anchors together, by its own class.
#: What is not named may get none: no character, no platform, no credit, no place.
ALLOWED = {
    "CreativeWork": WORK,
    "Series": {*WORK, "schema:TVSeries", "schema:CreativeWorkSeries", "schema:Series"},
    "Season": {*WORK, "schema:TVSeason", "schema:CreativeWorkSeason"},
    "Episode": {*WORK, "schema:TVEpisode", "schema:Episode"},
    "Agent": {"prov:Agent"},
    "Person": {*AGENT, "schema:Person", "prov:Person", "foaf:Person"},
    "Organization": {*AGENT, "schema:Organization", "prov:Organization"},
    "Event": EVENT,
    "Release": {*EVENT, "schema:PublicationEvent"},
    "Document": {"prov:Entity"},
    "Claim": {"prov:Entity"},
    "Run": {"prov:Activity"},
    "Resolution": {"prov:Activity"},
}

#: Prefixes of others that the table has no need of.
MORE_PREFIXES = {
    "dcmitype": "http://purl.org/dc/dcmitype/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": str(OWL),
}

#: Axioms of the other vocabularies about what is mapped to, as their sources have them.
ANCHORS = """
schema:TVSeries rdfs:subClassOf schema:CreativeWork , schema:CreativeWorkSeries .
schema:CreativeWorkSeries rdfs:subClassOf schema:CreativeWork , schema:Series .
schema:TVSeason rdfs:subClassOf schema:CreativeWork , schema:CreativeWorkSeason .
schema:TVEpisode rdfs:subClassOf schema:Episode .
schema:Episode rdfs:subClassOf schema:CreativeWork .
schema:CreativeWork rdfs:subClassOf schema:Thing .
schema:Person rdfs:subClassOf schema:Thing ; owl:equivalentClass foaf:Person .
schema:Organization rdfs:subClassOf schema:Thing .
schema:PublicationEvent rdfs:subClassOf schema:Event .
schema:Event rdfs:subClassOf schema:Thing ; owl:equivalentClass dcmitype:Event .
prov:Person rdfs:subClassOf prov:Agent .
prov:Organization rdfs:subClassOf prov:Agent .
ec:Character rdfs:subClassOf ec:Person .
ec:Person rdfs:subClassOf ec:Agent .
ec:Organisation rdfs:subClassOf ec:Agent .
dbo:TelevisionSeason rdfs:subClassOf dbo:Work .
dbo:Person rdfs:subClassOf dbo:Animal .
dbo:director rdfs:domain dbo:Film .
cw:Series rdfs:subClassOf cw:CreativeWork .
cw:Season rdfs:subClassOf cw:CreativeWork .
cw:hasContributor rdfs:domain omc:Contribution ; rdfs:range omc:Participant .
omc:Portrayal rdfs:subClassOf omc:Depiction .
"""

#: Mappings that are easily written and do harm, each with a class that gives it away.
PLANTED = {
    "sg:Character owl:equivalentClass ec:Character .": "ec:Person",
    "sg:Character owl:equivalentClass schema:Person .": "foaf:Person",
    "sg:Person owl:equivalentClass dbo:Person .": "dbo:Animal",
    "sg:director rdfs:subPropertyOf dbo:director .": "dbo:Film",
    "sg:Series rdfs:subClassOf po:Series .": "po:Series",
}


@cache
def facts() -> rdflib.Graph:
    """Return a small invented universe of shows, with a thing of every class of the ontology."""
    universe = load_script("benchmarks/universe.py").iter_universe(2, seed=11)
    lines = "".join(" ".join(triple) + " .\n" for triple in universe)
    graph = rdflib.Graph().parse(data=lines, format="nt")
    for term in read("showgraph.ttl").subjects(RDF.type, OWL.Class):
        if isinstance(term, rdflib.URIRef):
            node = rdflib.URIRef("https://example.org/one-" + term.removeprefix(SG))
            graph.add((node, RDF.type, term))
    return graph


def foreign_classes(extra: str = "") -> set[tuple[str, str]]:
    """Return a class of ours and one of others for each thing that has both after a closure.

    A thing of several classes of ours comes with their names, sorted, in one string.
    """
    names = {**prefixes(), **MORE_PREFIXES}
    header = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in names.items())
    graph = facts() + read("showgraph.ttl") + read("alignments.ttl")
    graph.parse(data=header + ANCHORS + extra, format="turtle")
    DeductiveClosure(OWLRL_Semantics, improved_datatypes=False).expand(graph)
    found = set()
    for node in set(facts().subjects()):
        classes = sorted(str(c) for c in graph.objects(node, RDF.type))
        ours = " ".join(c.removeprefix(SG) for c in classes if c.startswith(SG))
        for prefix, iri in names.items():
            if iri not in {SG, str(OWL), str(RDFS), str(SKOS)}:
                others = (c.removeprefix(iri) for c in classes if c.startswith(iri))
                found |= {(ours, f"{prefix}:{other}") for other in others}
    return found


def leaks(found: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the pairs that the written list does not allow."""
    return {
        (ours, other)
        for ours, other in found
        if not any(other in ALLOWED.get(name, ()) for name in ours.split())
    }


@pytest.mark.row(26)
def test_mappings_give_no_class_that_is_not_allowed() -> None:
    """With mappings and anchors closed on purpose, a thing gets the classes of a written list."""
    found = foreign_classes()

    assert leaks(found) == set()
    assert {other for _, other in found} == set().union(*ALLOWED.values())


@pytest.mark.parametrize(("planted", "gives_away"), PLANTED.items())
@pytest.mark.row(26)
def test_a_harmful_mapping_is_found(planted: str, gives_away: str) -> None:
    """Equivalence, or a class taken by its label, gives things a class that they must not have."""
    assert gives_away in {other for _, other in leaks(foreign_classes(planted))}


BUILD = """
import sys
opened = set()
def note(event, arguments):
    if event == "open":
        opened.add(str(arguments[0]).rpartition("/")[2])
sys.addaudithook(note)
import showgraph
showgraph.build_graph([sys.argv[1]], sys.argv[2])
print(*sorted(opened), sep="\\n")
"""


@pytest.mark.row(27)
def test_a_build_never_opens_them(tmp_path: Path) -> None:
    """A build reads ontology, schemes and shapes, and neither the mappings nor their table."""
    command = [sys.executable, "-c", BUILD, str(DOCUMENTS), str(tmp_path / "graph")]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    opened = set(done.stdout.splitlines())

    assert {"showgraph.ttl", "roles.ttl", "shapes.ttl"} <= opened
    assert not opened & {"alignments.ttl", TABLE}


@pytest.mark.row(27)
def test_no_module_asks_for_them() -> None:
    """No module of the package names the files."""
    sources = sorted((ROOT / "src").rglob("*.py"))
    naming = [path.name for path in sources if "alignments" in path.read_text(encoding="utf-8")]

    assert len(sources) > 80
    assert naming == []


@pytest.mark.row(27)
def test_a_graph_holds_no_term_of_theirs(graph: Path) -> None:
    """Beside PROV-O and Web Annotation, which documents and runs use, others are not there."""
    used = {"prov", "oa", "rdfs", "sg", "skos"}
    foreign = [iri.encode() for prefix, iri in prefixes().items() if prefix not in used]
    (folder,) = graph.glob("generations/*/store")
    with Store.open(folder) as store:
        lines = b"".join(store.sorted_lines())

    assert lines
    assert [iri for iri in foreign if iri in lines] == []

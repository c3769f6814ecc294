"""HermiT, which is no rule engine, finds the ontology sound and infers what the closure infers.

It runs in an environment of its own, which SHOWGRAPH_OWL_PYTHON names, and needs Java.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import rdflib

from competency.ablation import read_ontology
from competency.shows import map_shows
from graph.owl_reference import to_ntriples
from showgraph.graph.inference.closure import infer
from showgraph.namespaces import GRAPHS, OWL, RDF, SG
from showgraph.resources import read_bundled
from showgraph.rules import Triple, compile_rules
from showgraph.rules.terms import to_text
from showgraph.store import NamedNode, Quad

PROGRAM = Path(__file__).with_name("hermit_program.py")
TYPE = f"<{RDF}type>"
INDIVIDUAL = f"<{OWL}NamedIndividual>"
MEMBER = "https://example.org/member/"

pytestmark = pytest.mark.check


def ask_hermit(facts: set[Triple], folder: Path) -> dict[str, Any]:
    """Return what HermiT says of the ontology with facts about individuals."""
    python = os.environ.get("SHOWGRAPH_OWL_PYTHON")
    if python is None:
        pytest.skip("SHOWGRAPH_OWL_PYTHON names no environment with owlready2")
    if shutil.which("java") is None:
        pytest.skip("HermiT needs Java, which is not installed")
    ontology = read_ontology(read_bundled("ontology", "showgraph.ttl"))
    path = folder / "facts.nt"
    ends = {end for subject, _, value in facts for end in (subject, value)}
    individuals = {(it, TYPE, INDIVIDUAL) for it in ends if not it.startswith(f"<{SG}")}
    text = ontology.serialize(format="nt") + to_ntriples(sorted(facts | individuals))
    path.write_text(text, encoding="utf-8")
    run = subprocess.run(
        [python, PROGRAM, path], capture_output=True, text=True, check=True, timeout=300
    )
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def is_between_things(quad: Quad) -> bool:
    """Tell whether a quad is a link or a class of ours: HermiT knows no dates."""
    if not isinstance(quad.object, NamedNode):
        return False
    is_type = quad.predicate.value == RDF + "type"
    return quad.object.value.startswith(SG) if is_type else quad.predicate.value.startswith(SG)


def of_classes(found: dict[str, Any]) -> set[Triple]:
    """Return the classes of ours that individuals have."""
    pairs = ((f"<{each}>", f"<{cls}>") for each, cls in found["types"])
    return {
        (each, TYPE, cls)
        for each, cls in pairs
        if cls.startswith(f"<{SG}") and not each.startswith(f"<{SG}")
    }


@pytest.mark.row(17)
def test_hermit_infers_what_the_closure_infers(tmp_path: Path) -> None:
    """Every class is the same, and no link that HermiT lists is missing.

    It lists neither inverses nor links by a super-property, so that only one side is compared.
    """
    quads = [quad for quad in map_shows() if quad.graph_name == NamedNode(GRAPHS["accepted"])]
    facts = {to_text(quad) for quad in quads if is_between_things(quad)}
    table = compile_rules(read_bundled("ontology", "showgraph.ttl"))
    known = facts | {to_text(quad) for quad in infer(quads, table)}

    found = ask_hermit(facts, tmp_path)

    assert found["consistent"]
    assert found["unsatisfiable"] == []
    assert of_classes(found) == {fact for fact in known if fact[1] == TYPE}
    links = {(f"<{s}>", f"<{p}>", f"<{o}>") for s, p, o in found["links"]}
    assert links <= known
    assert len(links) > 200


@pytest.mark.row(15)
def test_every_class_can_have_a_member(tmp_path: Path) -> None:
    """With one individual in each class the ontology is still consistent."""
    ontology = read_ontology(read_bundled("ontology", "showgraph.ttl"))
    classes = [
        str(cls)
        for cls in ontology.subjects(rdflib.RDF.type, rdflib.OWL.Class)
        if isinstance(cls, rdflib.URIRef)
    ]

    found = ask_hermit(
        {(f"<{MEMBER}{cls[len(SG) :]}>", TYPE, f"<{cls}>") for cls in classes}, tmp_path
    )

    assert found["consistent"]
    assert found["unsatisfiable"] == []
    assert len(classes) > 30


def test_hermit_finds_what_cannot_be(tmp_path: Path) -> None:
    """A company taken for a platform is inconsistent for HermiT as well."""
    both = {(f"<{MEMBER}lumo>", TYPE, f"<{SG}{cls}>") for cls in ("Organization", "Platform")}

    assert not ask_hermit(both, tmp_path)["consistent"]

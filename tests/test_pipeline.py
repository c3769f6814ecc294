"""The straight line: what a build hands from stage to stage, and what it keeps."""

import json
from pathlib import Path
from typing import get_args

import pytest

from program import DOCUMENTS
from showgraph.cli.main import run as run_here
from showgraph.graph.storage.folder import open_generation
from showgraph.namespaces import GRAPHS
from showgraph.pipeline import Choices, Reasoner, build, bundled_documents
from showgraph.resources import read_bundled
from showgraph.rules import RuleTable, compile_rules
from showgraph.rules.bundled import bundled_rules, read_rules

AXIOMS = read_bundled("ontology", "showgraph.ttl")


def test_the_compiled_rules_are_those_of_the_ontology() -> None:
    """``python tools/rules.py`` was run after the last change of the ontology."""
    compiled = bundled_rules()

    assert compiled == compile_rules(AXIOMS)
    assert read_rules(AXIOMS) == compiled


def test_a_changed_ontology_is_compiled_anew() -> None:
    """A rule that the compiled ones lack is there."""
    changed = (
        f"{AXIOMS}\nsg:contributor rdfs:subPropertyOf sg:helper . sg:helper a owl:ObjectProperty ."
    )
    names = {rule.name for rule in read_rules(changed).rules}

    assert "subproperty:contributor/helper" in names


def test_stages_are_announced_in_their_order(tmp_path: Path) -> None:
    """The straight line, as a person who waits sees it."""
    told: list[str] = []
    build([DOCUMENTS], tmp_path / "graph", announce=told.append)

    counted = [f"{stage} {n}/4" for stage in ("survey", "extract") for n in range(1, 5)]
    assert told == ["read", *counted, "accept", "infer", "store", "validate", "publish"]


def test_a_generation_keeps_rules_report_and_inputs(tmp_path: Path) -> None:
    """What explains the graph and what was reported of its build lie beside it."""
    report = build([DOCUMENTS], tmp_path / "graph", mark="a mark")
    with open_generation(tmp_path / "graph") as generation:
        rules = (generation.folder / "rules.json").read_text()
        stored = generation.read_json("report.json")
        inputs = generation.manifest.inputs
        counts = generation.manifest.counts

    assert RuleTable.from_json(rules) == read_rules(AXIOMS)
    assert stored == json.loads(json.dumps(report.to_json()))
    assert inputs["mark"] == "a mark"
    assert inputs["documents"] == dict(sorted(dict(inputs["documents"]).items()))  # type: ignore[call-overload] # JSON
    assert counts[GRAPHS["accepted"]] == report.accepted
    assert counts[GRAPHS["inferred"]] == report.inferred


def test_both_reasoners_give_the_same_graph(tmp_path: Path) -> None:
    """The reference infers the very same triples."""
    digests = set()
    for reasoner in get_args(Reasoner):
        folder = tmp_path / reasoner
        build(bundled_documents(), folder, choices=Choices(reasoner=reasoner))
        with open_generation(folder) as generation:
            digests.add(generation.manifest.digest)

    assert len(digests) == 1


def test_facts_that_contradict_the_ontology_keep_the_previous_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 1, the clash in words, and the graph that was there is still in use."""
    folder = tmp_path / "graph"
    build([DOCUMENTS], folder)
    before = number_of(folder)
    # An ontology of another taste: who creates a show may not act in it.
    axioms = f"{AXIOMS}\nsg:creator owl:propertyDisjointWith sg:castMember ."
    files = {"showgraph.ttl": axioms, "rules.json": read_bundled("ontology", "rules.json")}
    monkeypatch.setattr("showgraph.pipeline.read_bundled", lambda _, name: files[name])

    assert run_here(["build", str(DOCUMENTS), "--graph", str(folder)]) == 1
    told = capsys.readouterr().err
    assert "contradict the ontology" in told
    assert "mara-voss" in told
    assert number_of(folder) == before


def number_of(folder: Path) -> int:
    """Return the number of the generation in use."""
    with open_generation(folder) as generation:
        return generation.number

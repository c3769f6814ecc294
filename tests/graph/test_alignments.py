"""Each mapping to another vocabulary is argued for, and the Turtle of them is fresh."""

import os
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from rdflib.namespace import OWL, RDF, RDFS

from graph.mapping_table import ROOT, TABLE, TOOL, expand, prefixes, read, rows, text
from showgraph.namespaces import SG

COLUMNS = {
    "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id",
    "object_label", "mapping_justification", "confidence", "comment",
}  # fmt: skip

#: The other vocabularies, with fewer mappings than each has: none may be lost unnoticed.
VOCABULARIES = {
    "schema": 40, "ec": 35, "po": 25, "wd": 20, "cw": 14, "dbo": 10, "prov": 8, "omc": 5,
    "omd": 4, "oa": 2,
}  # fmt: skip

#: What a mapping that reasoners know may say, by the kind of its subject.
KINDS = {
    "rdfs:subClassOf": {OWL.Class},
    "rdfs:subPropertyOf": {OWL.ObjectProperty, OWL.DatatypeProperty},
}


def row_name(row: dict[str, str]) -> str:
    """Return what tells a row from others."""
    return f"{row['subject_id']} {row['predicate_id']} {row['object_id']}"


by_row = pytest.mark.parametrize("row", rows(), ids=row_name)


# ---- The table ----------------------------------------------------------------------------------


def test_no_mapping_was_lost() -> None:
    """Each vocabulary keeps its mappings, and no mapping stands there twice."""
    objects = Counter(row["object_id"].partition(":")[0] for row in rows())

    assert set(objects) == set(VOCABULARIES)
    assert {name: n for name, n in VOCABULARIES.items() if objects[name] < n} == {}
    assert len({row_name(row) for row in rows()}) == len(rows())


def test_the_table_says_what_it_is() -> None:
    """The header has an identifier, a version, a licence and the prefixes in use, no others."""
    columns = ("subject_id", "predicate_id", "object_id", "mapping_justification")
    used = {row[column].partition(":")[0] for row in rows() for column in columns}

    for key in ("mapping_set_id", "mapping_set_version", "license", "subject_source"):
        assert f"\n#{key}: " in "\n" + text()
    assert set(prefixes()) == used


@by_row
@pytest.mark.row(3, 25)
def test_row_is_argued_for(row: dict[str, str]) -> None:
    """A mapping has a predicate, a justification, a confidence, a reason and how it was checked."""
    reason, _, check = row["comment"].rpartition("; ")

    assert set(row) == COLUMNS
    assert row["mapping_justification"] == "semapv:ManualMappingCuration"
    assert 0 < float(row["confidence"]) <= 1
    assert row["predicate_id"] in TOOL.PREDICATES
    assert row["predicate_modifier"] in {"", "Not"}
    assert row["object_label"]
    assert reason
    assert any(word in check for word in ("read in ", "found in ", "number "))


@by_row
def test_row_speaks_of_a_term(row: dict[str, str]) -> None:
    """The subject is a term of the ontology by its label, and the predicate fits its kind."""
    graph = read("showgraph.ttl")
    term = expand(row["subject_id"])

    assert str(graph.value(term, RDFS.label)) == row["subject_label"]
    if row["predicate_id"] in KINDS:
        assert set(graph.objects(term, RDF.type)) & KINDS[row["predicate_id"]]


@pytest.mark.parametrize(
    ("subject", "predicate", "other"),
    [
        ("sg:Season", "skos:closeMatch", "po:Season"),
        ("sg:Series", "skos:closeMatch", "po:Series"),
        ("sg:Channel", "skos:closeMatch", "po:Channel"),
        ("sg:Character", "rdfs:subClassOf", "schema:Person"),
    ],
)
def test_false_friends_are_named(subject: str, predicate: str, other: str) -> None:
    """What shares a label and means something else is said not to match, and has no triple."""
    (row,) = (row for row in rows() if (row["subject_id"], row["object_id"]) == (subject, other))
    mapped = set(read("alignments.ttl").objects(expand(subject)))

    assert (row["predicate_id"], row["predicate_modifier"]) == (predicate, "Not")
    assert mapped
    assert expand(other) not in mapped


# ---- The Turtle ---------------------------------------------------------------------------------


def test_turtle_is_fresh() -> None:
    """The committed file is what the table gives."""
    committed = (ROOT / "ontology" / "alignments.ttl").read_text(encoding="utf-8")

    assert committed == TOOL.render(text())


def test_turtle_does_not_show_the_order_of_rows() -> None:
    """Rows the other way round give the same bytes."""
    lines = text().splitlines()
    heading = next(n for n, line in enumerate(lines) if not line.startswith("#"))
    backwards = [*lines[: heading + 1], *lines[:heading:-1]]

    assert TOOL.render("\n".join(backwards)) == TOOL.render(text())


@pytest.mark.row(25)
def test_turtle_has_the_mappings_and_nothing_else() -> None:
    """Each row is a triple, but for those that say Not; nothing is made equivalent."""
    graph = read("alignments.ttl")

    assert len(graph) == sum(row["predicate_modifier"] == "" for row in rows())
    assert set(graph.predicates()) == {expand(name) for name in TOOL.PREDICATES}
    assert not [node for triple in graph for node in triple if f"{OWL}equivalent" in str(node)]
    assert all(str(subject).startswith(SG) for subject in graph.subjects())


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("skos:closeMatch", "owl:equivalentClass", "owl:equivalentClass"),
        ("skos:closeMatch", "skos:exactMatch", "skos:exactMatch"),
        ("\tpo:Brand\t", "\tbbc:Brand\t", "'bbc'"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(old: str, new: str, word: str) -> None:
    """An equivalence, an unknown predicate and a prefix without an IRI are named."""
    with pytest.raises(ValueError, match=word):
        TOOL.render(text().replace(old, new))


@pytest.mark.check
@pytest.mark.row(25)
def test_the_validator_takes_the_table(tmp_path: Path) -> None:
    """``sssom validate`` takes the table, and refuses it with a confidence of nine."""
    program = os.environ.get("SHOWGRAPH_SSSOM")
    if program is None:
        pytest.skip("SHOWGRAPH_SSSOM names no sssom; make check installs one")
    spoilt = tmp_path / TABLE
    spoilt.write_text(text().replace("\t0.95\t", "\t9.5\t"), encoding="utf-8")
    statuses = [
        subprocess.run(
            [program, "validate", path], capture_output=True, check=False, timeout=120
        ).returncode
        for path in (ROOT / "ontology" / TABLE, spoilt)
    ]

    assert statuses[0] == 0
    assert statuses[1] != 0


def test_subjects_are_iris_of_the_ontology() -> None:
    """The prefix of the table for our terms is the namespace of the ontology."""
    assert prefixes()["sg"] == SG
    assert set(read("alignments.ttl").subjects()) <= set(read("showgraph.ttl").subjects())


@pytest.mark.row(4)
def test_schema_org_has_one_spelling() -> None:
    """The address without s would be another vocabulary; no file that ships has it."""
    folders = ("ontology/*", "queries/*", "src/**/*.py", "src/**/*.yaml")
    files = [path for pattern in folders for path in ROOT.glob(pattern) if path.is_file()]
    wrong = "http" + "://schema.org"

    assert len(files) > 100
    assert [p.name for p in files if wrong in p.read_text(encoding="utf-8")] == []

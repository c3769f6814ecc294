"""``showgraph ask``: names and sentences, parameters, sources, and the JSON object."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from program import DOCUMENTS, run_here, run_on_terminal

KEYS = ["question", "understood", "columns", "rows", "sources", "message"]


def ask_json(*arguments: str | Path) -> dict[str, Any]:
    """Return the JSON object of a question."""
    answer: dict[str, Any] = json.loads(run_here("ask", *arguments, "--format", "json").stdout)
    return answer


def text_of(document: str) -> str:
    """Return the text of an invented document, as offsets count it."""
    for path in DOCUMENTS.iterdir():
        if path.stem == document:
            text = path.read_text(encoding="utf-8")
            return text.split("---\n", 2)[2] if path.suffix == ".md" else text
        for line in path.read_text(encoding="utf-8").splitlines():
            if path.suffix == ".jsonl" and json.loads(line)["id"] == document:
                return str(json.loads(line)["text"])
    raise AssertionError(document)


@pytest.mark.parametrize(
    "words",
    [
        ["creator-and-star"],
        ["who created the show and also starred in it"],
        ["Who", "created", "the", "show", "and", "also", "starred", "in", "it?"],
        ["who created Harbour Lights and also starred in it"],
        ["creator-and-star", "--show", "Harbour Lights"],
        ["creator-and-star", "--show=harbour lights"],
        ["creator-and-star", "--param", "show=Harbour Lights"],
        ["--show", "Harbour Lights", "creator-and-star"],
    ],
    ids=" ".join,
)
def test_a_question_by_name_and_in_words(words: list[str], graph: Path) -> None:
    """The name of a question, its wordings and every spelling of a parameter ask the same."""
    answer = ask_json(*words, "--graph", graph)

    assert answer["question"] == "creator-and-star"
    assert [row["Creator and star"]["label"] for row in answer["rows"]] == ["Mara Voss"]


def test_the_json_object(graph: Path) -> None:
    """Every key is there; a value is an IRI or a lexical form; each row has its sources."""
    answer = ask_json("creators", "--graph", graph)
    (row,), (sources,) = answer["rows"], answer["sources"]

    assert [key for key in answer if key in KEYS] == KEYS
    assert list(row) == answer["columns"]
    assert row["Creator"] == {
        "value": "https://w3id.org/showgraph/id/person/mara-voss",
        "label": "Mara Voss",
    }
    assert {source["document"] for source in sources} == {"harbour-news", "harbour-review"}


def test_a_quote_is_what_stands_at_its_offsets(graph: Path) -> None:
    """Offsets count code points of the document's text, half-open."""
    answer = ask_json("cast", "--graph", graph)
    sources = [source for row in answer["sources"] for source in row]

    assert len(sources) > 5
    for source in sources:
        text = text_of(source["document"])
        assert text[source["start"] : source["end"]] == source["quote"]


@pytest.mark.parametrize(
    "words",
    ["what is the meaning of life", "no-such-question", "who created Nonesuch Island"],
)
def test_what_is_not_understood_still_prints_the_object(words: str, graph: Path) -> None:
    """Status 3, no question, no rows, and a message that standard error repeats."""
    done = run_here("ask", words, "--graph", graph, "--format", "json")
    answer = json.loads(done.stdout)

    assert done.returncode == 3
    assert (answer["question"], answer["rows"], answer["sources"]) == (None, [], [])
    assert set(KEYS) <= set(answer)
    assert answer["message"] in done.stderr


def test_without_a_question_all_are_listed(graph: Path) -> None:
    """``ask`` alone lists every question with its name, its words and its parameters."""
    rows = list(csv.DictReader(io.StringIO(run_here("ask", "--graph", graph).stdout)))
    names = [row["Name"] for row in rows]

    assert len(names) >= 23
    assert len(set(names)) == len(names)
    assert {"creator-and-star", "cast", "who-plays", "disagreements"} <= set(names)
    assert all(row["Question"].endswith("?") for row in rows)


def test_why_shows_document_sentence_and_words(graph: Path) -> None:
    """``--why`` prints below each row where it is said."""
    shown = run_here("ask", "directors", "--why", "--format", "table", "--graph", graph).stdout

    assert "harbour-news" in shown
    assert '"directed by Joan Okafor" (115-138)' in shown
    assert "sentence  The series, created by Mara Voss, was directed by Joan Okafor." in shown


def test_why_in_a_pipe_is_a_row_for_each_source(graph: Path) -> None:
    """As CSV the sources are columns; as JSON each source gets its sentence."""
    done = run_here("ask", "directors", "--why", "--graph", graph)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    answer = ask_json("directors", "--why", "--graph", graph)

    assert len(rows) == sum(map(len, answer["sources"]))
    assert {row["Words"] for row in rows} >= {"directed by Joan Okafor"}
    assert all(source["sentence"] for row in answer["sources"] for source in row)


def test_claims_of_lesser_status_are_shown_apart(graph: Path) -> None:
    """What is only possible makes no row, and is named with its status."""
    shown = run_here("ask", "directors", "--format", "table", "--graph", graph).stdout
    answer = ask_json("directors", "--graph", graph)

    assert "possible: Harbour Lights, season 3 director Mara Voss" in shown
    assert "Mara Voss" not in [row["Director"]["label"] for row in answer["rows"]]


def test_asserted_leaves_out_what_follows(graph: Path) -> None:
    """Cast members follow from performances; without inference there are none."""
    assert ask_json("cast", "--graph", graph)["rows"]
    assert ask_json("cast", "--asserted", "--graph", graph)["rows"] == []


@pytest.mark.parametrize("name", ["srj", "srx", "tsv"])
def test_w3c_formats(name: str, graph: Path) -> None:
    """The formats of SPARQL results hold the same terms."""
    done = run_here("ask", "creators", "--format", name, "--graph", graph)

    assert done.returncode == 0
    assert ("mara-voss" in done.stdout) or (name == "tsv" and "Mara Voss" in done.stdout)


def test_a_terminal_is_told_what_was_understood(graph: Path) -> None:
    """The question as it was taken stands above the table."""
    shown = run_on_terminal("ask", "who created Harbour Lights", "--graph", graph).stdout

    assert "Who created the show? (show Harbour Lights)" in shown


def test_disagreements_list_both_sides(graph: Path) -> None:
    """Two episode counts contradict each other, and neither is a fact; directors differ."""
    rows = list(csv.DictReader(io.StringIO(run_here("disagreements", "--graph", graph).stdout)))
    sides = {(row["Sort"], row["Value"]) for row in rows}
    counts = run_here("ask", "episode-counts", "--format", "table", "--graph", graph).stdout

    assert {("contradiction", "6"), ("contradiction", "8")} <= sides
    assert {("difference", "Joan Okafor"), ("difference", "Petra Lindqvist")} <= sides
    assert "contradict" in counts
    assert "disputed" in counts

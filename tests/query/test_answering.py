"""An answer has the rows of its question, and each row the words that it rests on."""

from collections.abc import Callable

import pytest

from showgraph.errors import (
    AmbiguousNameError,
    NotUnderstoodError,
    ParameterError,
    UnknownNameError,
    UnmatchedError,
)
from showgraph.query.answering.answering import Answerer, answer, ask
from showgraph.query.answering.answers import Answer
from showgraph.query.provenance.explanation import Standing
from showgraph.query.questions.catalog import Catalog
from showgraph.rules import RuleTable
from showgraph.store import Literal, NamedNode, Store


def labels(found: Answer) -> list[list[str]]:
    """Return the rows as a person reads them."""
    return [[cell.label for cell in row] for row in found.rows]


def test_the_first_question(answerer: Answerer) -> None:
    """Who created the show and also starred in it, with the words that say so."""
    found = answerer.ask("who created the show and also starred in it")

    assert found.question == "creator-and-star"
    assert found.understood == "Who created the show and also starred in it?"
    assert found.columns == ("Creator and star", "Series")
    assert labels(found) == [["Edda Quill", "Harbour Lights"], ["Lena Moor", "Paper Tigers"]]
    assert [each.quote for each in found.sources[0]] == [
        "Edda Quill created Harbour Lights",
        "plays Mara Voss",
    ]
    assert found.rows[0][0].value == "https://w3id.org/showgraph/id/person/edda-quill"
    assert (found.message, found.lesser) == ("", ())


def test_quotes_stand_at_their_offsets(answerer: Answerer, world: Store, catalog: Catalog) -> None:
    """Every row of every question has sources, and each quote is the text at its place."""
    texts = {
        row["id"].value: row["text"].value
        for row in world.select("SELECT ?id ?text { ?d dcterms:identifier ?id ; sg:text ?text }")
    }
    n_sources = 0
    for name in catalog:
        found = answerer.answer(name)
        assert len(found.sources) == len(found.rows) == len(found.grounds)
        assert all(found.sources), name
        for source in (each for sources in found.sources for each in sources):
            n_sources += 1
            assert texts[source.document][source.start : source.end] == source.quote

    assert n_sources > 300


def test_rows_that_look_alike_are_one(answerer: Answerer) -> None:
    """Two documents that say the same give one row with the sources of both."""
    found = answerer.answer("directors", {"show": "Harbour Lights"})

    assert labels(found) == [["Priya Nandan", *_SERIES], ["Sam Idris", *_SERIES]]
    assert [each.document for each in found.sources[0]] == ["gazette-recap", "lantern-finale"]


_SERIES = ("Harbour Lights", "")


POSSIBLE = "possible: Harbour Lights, season 3 director Wren Abara"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("who directed Harbour Lights", [POSSIBLE]),
        ("who directed season 3 of Harbour Lights", [POSSIBLE]),
        ("who directed the show", [POSSIBLE]),
        ("who directed season 1 of Harbour Lights", []),
        ("who directed Paper Tigers", []),
        ("which series did Wren Abara direct", [POSSIBLE]),
        ("was Harbour Lights renewed", ["negated: Harbour Lights season status renewed"]),
        ("what is Paper Tigers based on", ["rumoured: Paper Tigers spin-off of Harbour Lights"]),
        ("when did Paper Tigers premiere", [
            "disputed: Paper Tigers release date 2020-03-01",
            "disputed: Paper Tigers release date 2020-03-08",
        ]),
        ("what is said about Paper Tigers", ["reported: Paper Tigers topic remark"]),
        ("how was Paper Tigers received", []),
    ],
)  # fmt: skip
def test_what_is_not_accepted_is_shown_apart(
    answerer: Answerer,
    words: str,
    expected: list[str],
) -> None:
    """Claims of lesser status about what was asked follow, with their status, never as rows."""
    found = answerer.ask(words)

    assert [str(claim) for claim in found.lesser] == expected
    assert all(claim.sources for claim in found.lesser)
    assert not any("Wren" in cell.label for row in found.rows for cell in row)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("who scored Harbour Lights", "Harbour Lights is known (series, 5 documents)"),
        ("who composed the music of Harbour Lights", "stated of it: acquirer, cast member"),
        ("who directed season 2 of Harbour Lights", "open: Priya Nandan, Harbour Lights; Sam"),
        ("who directed season 2", "there is one if season 2 is left open: "),
        ("when did Paper Tigers premiere", "because the documents contradict each other"),
        ("what did Noel Hart compose", "Noel Hart is known (person, 1 document)"),
    ],
)  # fmt: skip
def test_an_empty_answer_is_explained(answerer: Answerer, words: str, message: str) -> None:
    """It says whether the names are known, what is stated, and which value leaves nothing."""
    found = answerer.ask(words)

    assert found.rows == ()
    assert message in found.message


def test_an_empty_graph_is_explained(catalog: Catalog, rules: RuleTable) -> None:
    """With nothing named there is only one thing to say."""
    with Store.memory() as store:
        found = answer(store, catalog, rules, "creators")

    assert found.message == "No answer: no document in this graph states anything of the kind."


@pytest.mark.parametrize("words", ["cast?", "Cast", "CAST!"])
def test_a_name_may_be_written_like_a_sentence(answerer: Answerer, words: str) -> None:
    """Capitals and the mark at the end do not hide the name of a question."""
    assert answerer.ask(words).question == "cast"


def test_parameters_may_stand_beside_the_sentence(answerer: Answerer) -> None:
    """A value that is given wins over what the sentence leaves open, and both are shown."""
    found = answerer.ask("who stars in Paper Tigers", {"season": "2"})

    assert labels(found) == [["Noel Hart", "Bo Finch", "Paper Tigers"]]
    assert found.understood == "Who is in the cast? (show Paper Tigers; season 2)"


def test_inferred_facts_can_be_left_out(answerer: Answerer) -> None:
    """What follows by a rule alone is no row then; what a document states stays."""
    assert answerer.answer("creator-and-star", asserted=True).rows == ()
    assert len(answerer.answer("setting", asserted=True).rows) == 1


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("castt", UnknownNameError),
        ("creator-and-stars", UnknownNameError),
        ("who baked the cake", UnmatchedError),
        ("cast of Fleabite", UnknownNameError),
    ],
)
def test_nothing_is_run_for_what_is_unknown(
    answerer: Answerer,
    words: str,
    error: type[NotUnderstoodError],
) -> None:
    """An unknown question, sentence or name is an error of its own."""
    with pytest.raises(error):
        answerer.ask(words)


def test_a_row_can_be_explained(answerer: Answerer) -> None:
    """Each thing that a row rests on is explained, an inferred one by its premises."""
    found = answerer.answer("cast", {"show": "Paper Tigers"})

    explanations = answerer.explain_row(found, 2)

    assert labels(found)[1] == ["Noel Hart", "Bo Finch", "Paper Tigers"]
    assert {each.standing for each in explanations} == {Standing.INFERRED, Standing.ASSERTED}
    assert any(each.rule and each.premises for each in explanations)


@pytest.mark.parametrize("name", ["acquisitions", "story", "awards", "companies"])
def test_nodes_and_claims_are_explained_too(answerer: Answerer, name: str) -> None:
    """Evidence that is an event or a claim leads to the words as well."""
    found = answerer.answer(name)

    for row in range(1, len(found.rows) + 1):
        explanations = answerer.explain_row(found, row)
        claims = [claim for each in explanations for step in each.walk() for claim in step.claims]
        assert claims


@pytest.mark.parametrize("row", [0, 3, -1])
def test_a_row_that_is_not_there_is_refused(answerer: Answerer, row: int) -> None:
    """Rows count from 1 to the last."""
    found = answerer.answer("creator-and-star")

    with pytest.raises(ParameterError, match="it has 2 rows"):
        answerer.explain_row(found, row)


def test_one_shot_functions_do_the_same(
    world: Store,
    catalog: Catalog,
    rules: RuleTable,
    answerer: Answerer,
) -> None:
    """Asking once needs no object to keep."""
    words = "who created the show and also starred in it"

    assert ask(world, catalog, rules, words) == answerer.ask(words)
    assert answer(world, catalog, rules, "cast") == answerer.answer("cast")


def test_cells_hold_terms(answerer: Answerer) -> None:
    """A cell has the term, what a person reads for it, and nothing where there is no value."""
    found = answerer.answer("cast", {"show": "Paper Tigers", "person": "Tomas Reyl"})
    ((person, character, series),) = found.rows

    assert isinstance(person.term, NamedNode)
    assert (character.term, character.label, character.value) == (None, "", None)
    assert series.label == "Paper Tigers"
    ((count, *_),) = answerer.answer("season-count", {"show": "Paper Tigers"}).rows
    assert isinstance(count.term, Literal)
    assert (count.value, count.label) == ("2", "2")


@pytest.mark.parametrize(
    "ask",
    [
        lambda answerer: answerer.answer("traits", {"character": "Finch"}),
        lambda answerer: answerer.ask("what is Finch like"),
    ],
    ids=["value", "sentence"],
)
def test_what_an_ambiguous_name_may_mean_is_told(
    answerer: Answerer, ask: Callable[[Answerer], Answer]
) -> None:
    """Each candidate stands with its sort and what the documents state of it."""
    with pytest.raises(AmbiguousNameError) as caught:
        ask(answerer)

    ada, bo = caught.value.candidates
    assert ada.startswith("Ada Finch (character")
    assert caught.value.known[ada].startswith("2 documents: ")
    assert f"{bo} - {caught.value.known[bo]}" in str(caught.value)

"""Who says what, in direct and reported speech."""

import pytest

from extract.reading import records

INTRO = 'The series "Iron Tide" stars Ana Bell and Omar Reyes.\n\n'
CASES = [
    ("Bell said that she is married.", ("Ana Bell", "personal-life", "Ana Bell")),
    ('"I am married to a sailor," said Bell.', ("Ana Bell", "personal-life", "Ana Bell")),
    (
        '"I am married," Bell said. "My wedding was small."',
        ("Ana Bell", "personal-life", "Ana Bell"),
    ),
    (
        "Reyes spoke about the sea. He added that he is married.",
        ("Omar Reyes", "personal-life", "Omar Reyes"),
    ),
    (
        "Bell told fans about the sea. The actor said that their friendship is strong.",
        ("Ana Bell", "friendship", "Ana Bell"),
    ),
    ("Bell revealed that the show is about growth.", ("Iron Tide", "theme", "Ana Bell")),
    ("Reyes recently got married to a sailor.", ("Omar Reyes", "personal-life", None)),
    (
        "Reyes is married to a sailor, said series creator Ana Bell.",
        ("Omar Reyes", "personal-life", "Ana Bell"),
    ),
    (
        "Reyes, who loves the sea, said Ana Bell is married.",
        ("Ana Bell", "personal-life", "Omar Reyes"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_statement_has_its_speaker(text: str, expected: tuple[str, str, str | None]) -> None:
    """Names, pronouns and roles lead to the speaker; the narrator is nobody."""
    found = {
        (r["subject"], r["object"], r["speaker"])
        for r in records(INTRO + text)
        if r["relation"] == "statement"
    }
    assert expected in found
    assert {speaker for _, _, speaker in found} == {expected[2]}


MIXED = [
    ("Bell said that they are not best friends.", {"negated"}),
    (
        "Bell said that they are not best friends, but theirs is a sweet friendship.",
        {"negated", "asserted"},
    ),
    ("Bell said that they are friends and in touch.", {"asserted"}),
    ("Bell said that they hardly knew each other.", {"negated"}),
    ("Bell said that it is no doubt a friendship.", {"asserted"}),
]


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_a_statement_has_its_polarity(text: str, expected: set[str]) -> None:
    """A denial counts between its commas; "no doubt" denies nothing."""
    found = {r["status"] for r in records(INTRO + text) if r["object"] == "friendship"}
    assert found == expected


def test_a_question_of_the_narrator_states_nothing() -> None:
    """What the text only asks is no statement."""
    assert not [
        r
        for r in records(INTRO + "So what makes the series so popular with fans?")
        if r["relation"] == "statement"
    ]


def test_a_role_without_a_name_speaks_for_nobody() -> None:
    """What "the directors" say has no speaker, and makes nobody a director."""
    found = records(INTRO + 'The directors said, "Bell and Reyes have been wonderful to us all."')

    assert {r["speaker"] for r in found if r["relation"] == "statement"} <= {None}
    assert not [r for r in found if r["relation"] == "director" and r["status"] == "asserted"]


def test_facts_in_direct_speech_are_left_to_their_own_rules() -> None:
    """A credit inside a quotation is not taken for the text's own."""
    found = records(INTRO + '"The series was directed by Tom Gray, and he is great," said Bell.')
    assert not [r for r in found if r["relation"] == "director"]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Reyes, who wrote the earlier series, likes the process.",
        "Bell also wrote the third episode. Its process is organic.",
        "Unless talks fail, it premieres in September.",
    ],
)
def test_who_writes_an_episode_and_what_opens_a_clause_say_nothing(text: str) -> None:
    """A verb of writing with what is written is no speech, and "unless" is nobody."""
    speakers = {(r["rule"], r["speaker"]) for r in records(INTRO + text)}

    assert speakers
    assert {speaker for _, speaker in speakers} <= {None, ""}


def test_who_writes_words_says_them() -> None:
    """The same verb beside a quotation or "that" leads to the speaker."""
    text = '"I am married to a sailor," wrote Bell.'

    assert "Ana Bell" in {r["speaker"] for r in records(INTRO + text)}

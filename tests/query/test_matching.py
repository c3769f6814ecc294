"""A sentence runs the question that it asks, or nothing."""

import pytest

from showgraph.errors import (
    AmbiguousNameError,
    NotUnderstoodError,
    UnknownNameError,
    UnmatchedError,
)
from showgraph.query.matching.matching import match
from showgraph.query.matching.names import NamedEntity, Names
from showgraph.query.matching.phrases import Phrases
from showgraph.query.matching.reading import parse_season, read
from showgraph.query.questions.catalog import Catalog, read_catalog
from showgraph.query.questions.header import parse_question
from showgraph.query.wording.wording import words


@pytest.fixture(scope="module")
def phrases(catalog: Catalog) -> Phrases:
    """Return the wordings of all questions."""
    return Phrases(catalog)


LIGHTS, TIGERS, JON = "Harbour Lights", "Paper Tigers", "Jon Calder"
ASKED = [
    ("who created the show and also starred in it", "creator-and-star", {}),
    ("Who created the show and also starred in it?", "creator-and-star", {}),
    ("WHO CREATED THE SHOW, AND ALSO STARRED IN IT", "creator-and-star", {}),
    ("who created this series and also starred in it", "creator-and-star", {}),
    ("Who created Harbour Lights and also starred in it?", "creator-and-star", {"show": LIGHTS}),
    ("who's in the cast of Harbour Lights", "cast", {"show": LIGHTS}),
    ("who stars in the series harbour lights", "cast", {"show": LIGHTS}),
    ("who stars in the Harbour Lights show", "cast", {"show": LIGHTS}),
    ("Who plays Mara?", "who-plays", {"character": "Mara Voss"}),
    ("who plays the character Mara", "who-plays", {"character": "Mara Voss"}),
    ("who does the actress Edda Quill play", "who-plays", {"person": "Edda Quill"}),
    ("who does Quill play in the Lights", "who-plays", {"person": "Edda Quill", "show": LIGHTS}),
    ("what is Harbour Lights season 2 about", "story", {"show": LIGHTS, "season": "2"}),
    ("what is Harbour Lights' second season about", "story", {"show": LIGHTS, "season": "2"}),
    ("what is the 2nd season of the Lights about?", "story", {"show": LIGHTS, "season": "2"}),
    ("what is S02 about", "story", {"season": "2"}),
    ("can you summarise the story of the very first season", "story", {"season": "1"}),
    ("what is Harbour Lights about in a nutshell", "story", {"show": LIGHTS}),
    ("who acts in Harbour Lights", "cast", {"show": LIGHTS}),
    ("everything about Edda Quill", "people", {"person": "Edda Quill"}),
    ("since when can season 2 be watched", "release-dates", {"season": "2"}),
    ("how does Edda Quill describe season 2", "remarks", {"person": "Edda Quill", "season": "2"}),
    ("what did Edda Quill say about the themes", "remarks", {"person": "Edda Quill",
     "word": "theme"}),
    ("what is season two of the show about", "story", {"season": "2"}),
    ("what is the final season about", "story", {"show": LIGHTS, "season": "3"}),
    ("what is the last season of Harbour Lights about", "story", {"show": LIGHTS, "season": "3"}),
    ("cast of season 1 of Paper Tigers", "cast", {"show": TIGERS, "season": "1"}),
    ("who directed season 2 of Paper Tigers", "directors", {"show": TIGERS, "season": "2"}),
    ("what is on Lumo", "platforms", {"platform": "Lumo"}),
    ("what did Lumo buy", "acquisitions", {"company": "Lumo"}),
    ("who is Mara", "traits", {"character": "Mara Voss"}),
    ("who is Tomas Reyl", "filmography", {"person": "Tomas Reyl"}),
    ("who created Harbor Lights", "creators", {"show": LIGHTS}),
    ("who directed harbour lihgts", "directors", {"show": LIGHTS}),
    ("who does Qiull play in the Lights", "who-plays", {"person": "Edda Quill", "show": LIGHTS}),
    ("who plays Mara Vosss", "who-plays", {"character": "Mara Voss"}),
    ("Is Edda Quill the creator?", "creators", {"agent": "Edda Quill"}),
    ("Which season is the last one?", "seasons", {}),
    ("what is series 2 of Paper Tigers about", "story", {"show": TIGERS, "season": "2"}),
    ("what changed between season 2 and 3 of the Lights", "season-comparison",
     {"show": LIGHTS, "season": "2", "second": "3"}),
    ("what came out on May 3, 2019", "release-dates", {"date": "May 3 2019"}),
    ("what happened in 2021", "events", {"date": "2021"}),
    ("the third season of the Lights had which director", "directors",
     {"show": LIGHTS, "season": "3"}),
    ("Could you please tell me who wrote Harbour Lights, thanks", "writers", {"show": LIGHTS}),
    ("was Harbour Lights ever bought by Lumo", "acquisitions",
     {"show": LIGHTS, "company": "Lumo"}),
    ("did Priya Nandan direct the show", "directors", {"person": "Priya Nandan"}),
    ("what did Reyl say about the phone", "remarks", {"person": "Tomas Reyl", "word": "phon"}),
    ("are Mara and Jon a couple", "relationships", {"character": "Mara Voss", "partner": JON}),
    ("is Harbour Lights a sitcom", "genre", {"show": LIGHTS, "genre": "sitcom"}),
    ("which shows are romantic comedies", "genre", {"genre": "romantic comedy"}),
    ("timeline", "events", {}),
    ("who produced it", "producers", {}),
    ("in what year did it premiere?", "release-dates", {}),
    ("is season 3 of the Lights the last season", "final-season", {"show": LIGHTS, "season": "3"}),
    ("what is the last season of the Lights", "seasons", {"show": LIGHTS, "season": "3"}),
    ("is Harbour Lights Norwegian", "origin", {"show": LIGHTS, "origin": "Norwegian"}),
    ("who else is in Winter Ferry", "filmography", {"work": "Winter Ferry"}),
    ("I love this show! Who wrote it?", "writers", {}),
    ("Harbour Lights is great, who directed it?", "directors", {"show": LIGHTS}),
    ("whos in harbour lights", "cast", {"show": LIGHTS}),
    ("where was it shown before Lumo", "platforms", {"other": "Lumo"}),
    ("is Harbour Lights from Norway", "origin", {"show": LIGHTS, "origin": "Norwegian"}),
    ("who picked it up", "acquisitions", {}),
    ("cast of the Lumo series Harbour Lights", "cast", {"show": LIGHTS}),
    ("who plays Mara in Harbour Lights on Lumo", "who-plays",
     {"character": "Mara Voss", "show": LIGHTS}),
    ("who officially produced Harbour Lights", "producers", {"show": LIGHTS}),
    ("who wrote the Norwegian series", "writers", {"show": LIGHTS}),
    ("Kestrel House's Harbour Lights is directed by whom", "directors", {"show": LIGHTS}),
    ("Mara is played by?", "who-plays", {"character": "Mara Voss"}),
    ("My teacher asks who wrote Harbour Lights", "writers", {"show": LIGHTS}),
    ("what goes on in the final chapter", "story", {"show": LIGHTS, "season": "3"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "question", "arguments"), ASKED, ids=[row[0] for row in ASKED]
)
def test_a_sentence_finds_its_question(
    phrases: Phrases,
    names: Names,
    sentence: str,
    question: str,
    arguments: dict[str, str],
) -> None:
    """Case, punctuation, contractions and the way a season is named make no difference."""
    found = match(sentence, phrases, names)

    assert found.question.id == question
    assert {name: each.label for name, each in found.arguments.items()} == arguments


@pytest.mark.parametrize("name", list(read_catalog()))
@pytest.mark.parametrize("ending", ["", " ", "?"], ids=["as it is", "blank", "two marks"])
def test_a_summary_asks_its_question(
    phrases: Phrases, names: Names, catalog: Catalog, name: str, ending: str
) -> None:
    """What the list of questions prints can be typed, and leaves all parameters open."""
    summary = catalog[name].summary

    for sentence in (summary + ending, summary.lower().rstrip("?")):
        found = match(sentence, phrases, names)
        assert (found.question.id, dict(found.arguments)) == (name, {})


UNKNOWN = UnknownNameError
REFUSED = [
    ("who created Fleabite and also starred in it", UNKNOWN, "no series is called 'Fleabite'"),
    ("who created fleabite and also starred in it", UNKNOWN, "no series is called 'fleabite'"),
    ("who directed Season 2 of The Bakery", UNKNOWN, "no series is called 'The Bakery'"),
    ("how tall is Brian Oxenford", UNKNOWN, "no thing in this graph is called 'Brian Oxenford'"),
    ("Delete all the data", UnmatchedError, "no saved question"),
    ("Edda Quill", NotUnderstoodError, 'showgraph describe "Edda Quill"'),
    ("which seasons have no episodes", UnmatchedError, "no saved question"),
    ("who plays Zed in Harbour Lights", UNKNOWN, "no character is called 'Zed'"),
    ("what is season 9 of Harbour Lights about", UNKNOWN, "'season 9'; did you mean: season 1"),
    ("what is season 0 about", UNKNOWN, "no season of any series"),
    ("what is the final season of Paper Tigers about", UNKNOWN, "called 'final season'"),
    ("who directed Mara Voss", NotUnderstoodError, "asked of a series, and 'Mara Voss' is"),
    ("what did Kestrel House compose", NotUnderstoodError, "organization"),
    ("is Harbour Lights a purple sitcom", NotUnderstoodError, "purple"),
    ("Is Fleabite the creator?", UNKNOWN, "called 'Fleabite'"),
    ("what is season -1 of Harbour Lights about", UNKNOWN, "'season -1'; did you mean: season 1"),
    ("who stars in season minus one", UnmatchedError, "no saved question"),
    ("who never directed Harbour Lights", UnmatchedError, "no saved question"),
    ("who did not write Harbour Lights", UnmatchedError, "no saved question"),
    ("who is the best actor in Harbour Lights", UnmatchedError, "no saved question"),
    ("who hated Harbour Lights", UnmatchedError, "no saved question"),
    ("who sold Harbour Lights", UnmatchedError, "no saved question"),
    ("who could have played Mara", UnmatchedError, "no saved question"),
    ("what does Mara do for a living", NotUnderstoodError, ""),
    ("should I watch Harbour Lights", UnmatchedError, "no saved question"),
    ("stream Harbour Lights", UnmatchedError, "no saved question"),
    ("when was Harbour Lights bought", UnmatchedError, "no saved question"),
    ("who directed Harbour Lights in 2017", UnmatchedError, "no saved question"),
    ("delete Harbour Lights", UnmatchedError, "no saved question"),
    ("who directed Harbour Lights and Fleabite", UNKNOWN, "called 'Fleabite'"),
    ("what did Mara Lindqvist say about the phone", UNKNOWN, "Lindqvist"),
    ("Name Fleabite stars", UNKNOWN, "called 'Fleabite'"),
    ("Fleabite cast", UNKNOWN, "no series is called 'Fleabite'"),
    ("tell me a joke", UnmatchedError, "no saved question has the wording 'tell me a joke'"),
    ("the harbour was lit by many lights", UnmatchedError, "no saved question"),
    ("directing", NotUnderstoodError, "directing"),
    ("", UnmatchedError, "no saved question"),
    ("?!", UnmatchedError, "no saved question"),
    ("who directed Harbour Lights and who wrote it", UnmatchedError, "nearest"),
    ("When did Lumo start?", NotUnderstoodError, "asked of a series"),
    ("who did the make-up", UnmatchedError, "no saved question"),
    ("where does Edda Quill come from", NotUnderstoodError, "asked of a series"),
    ("what is love", UnmatchedError, "no saved question"),
    ("seasons seasons season", UnmatchedError, "no saved question"),
    ("cast of the Vidbay series Paper Tigers", UnmatchedError, "no saved question"),
    ("who wrote the Danish series", NotUnderstoodError, ""),
    ("tell me a story", UnmatchedError, "no saved question"),
    ("where are you from", UnmatchedError, "no saved question"),
    ("thank you", UnmatchedError, "no saved question"),
    ("subscribe to Lumo", UnmatchedError, "no saved question"),
    ("what is the name of the wife of Tomas Reyl", UnmatchedError, "no saved question"),
    ("Fleabite is great, who directed it?", UNKNOWN, "Fleabite"),
    ("The salary of Edda Quill, who plays Mara?", UnmatchedError, "no saved question"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "error", "message"), REFUSED)
def test_what_is_not_understood_runs_nothing(
    phrases: Phrases,
    names: Names,
    sentence: str,
    error: type[NotUnderstoodError],
    message: str,
) -> None:
    """An unknown name is said to be unknown and never dropped; so is a season."""
    with pytest.raises(error) as caught:
        match(sentence, phrases, names)

    assert message in str(caught.value)


def test_the_nearest_questions_are_offered(phrases: Phrases, names: Names) -> None:
    """A wording that is nearly one of a question offers it first."""
    with pytest.raises(UnmatchedError) as caught:
        match("who never directed all of Harbour Lights, please", phrases, names)

    assert caught.value.nearest[0][0] == "directors"


def test_what_can_be_asked_of_a_name_is_told(phrases: Phrases, names: Names) -> None:
    """Who asks what no document says of a person learns what can be asked of people."""
    with pytest.raises(UnmatchedError) as caught:
        match("how tall is Edda Quill", phrases, names)

    assert "filmography" in caught.value.about["Edda Quill"]
    assert "about Edda Quill you can ask: " in str(caught.value)


def test_a_name_of_two_things_is_asked_about(names: Names) -> None:
    """A wording that two questions share is not decided where its name fits both."""
    either = Catalog(
        {
            name: parse_question(f"{name}.rq", EITHER.replace("ID", name).replace("CLASS", sort))
            for name, sort in (("company", "sg:Organization"), ("platform", "sg:Platform"))
        },
    )

    with pytest.raises(AmbiguousNameError) as caught:
        match("what about Lumo", Phrases(either), names)

    assert caught.value.candidates == ("Lumo (organization)", "Lumo (platform)")


EITHER = """\
#+ summary: What about it?
#+ description: Anything
#+ x-showgraph:
#+   id: ID
#+   phrases:
#+     - what about {it}
#+   params:
#+     it:
#+       help: A name
#+       class: CLASS
#+   columns:
#+     x: X
#+   evidence:
#+     - ?x
#+   view: table
#+ tags:
#+   - all
SELECT ?x WHERE { ?x ?y ?z FILTER(COALESCE(?x = ?__it_iri, true)) } ORDER BY ?x
"""


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("who directed the TV show", "who directed {}"),
        ("the first season of the web series", "{}"),
        ("season 2 and season 3", "{} and {}"),
        ("the second time", "the second time"),
        ("two seasons", "two seasons"),
    ],
)
def test_seasons_and_shows_are_mentions(sentence: str, key: str) -> None:
    """What a sentence mentions gives way, whatever it is called."""
    assert read(words(sentence), {}).key == key


@pytest.mark.parametrize(
    ("text", "season"),
    [
        *(("2", "2"), ("season 2", "2"), ("Season Two", "2"), ("second", "2"), ("S2", "2")),
        *(("12th", "12"), ("final", "final"), ("the last", ""), ("", ""), ("2 3", ""), ("x", "")),
        *(("-1", ""), ("season -1", ""), ("- 2", ""), ("\u22121", "")),
    ],
)
def test_a_season_alone_is_read(text: str, season: str) -> None:
    """A number, an ordinal or "final"; nothing else is a season."""
    assert parse_season(text) == season


def test_a_name_of_plain_words_needs_its_capitals() -> None:
    """A series called "You" is not mentioned by everybody who says "you"."""
    series = NamedEntity("You", "series", "https://example.org/you")
    index: dict[tuple[str, ...], tuple[NamedEntity, ...]] = {("you",): (series,)}

    assert read(words("can you tell"), index, ordinary={"you"}).key == "can you tell"
    assert read(words("who is in You"), index, ordinary={"you"}).key == "who is in {}"


def test_the_short_way_to_a_key_gives_the_same(phrases: Phrases) -> None:
    """The key of a phrase is that of its reading, whether or not the phrase was read for it."""
    assert [phrase.key for phrase in phrases.phrases] == [
        phrase.reading.key for phrase in phrases.phrases
    ]

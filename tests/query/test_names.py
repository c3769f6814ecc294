"""Names of the graph are found as people use them, and never chosen between."""

import pytest

from showgraph.errors import AmbiguousNameError, ParameterError, UnknownNameError
from showgraph.query.matching.arguments import resolve_arguments
from showgraph.query.matching.names import Names
from showgraph.query.questions.catalog import Catalog
from showgraph.store import Literal, NamedNode


@pytest.mark.parametrize(
    ("text", "kinds", "label"),
    [
        ("Harbour Lights", (), "Harbour Lights"),
        ("harbour  LIGHTS", (), "Harbour Lights"),
        ("The Lights", (), "Harbour Lights"),
        ("Mara", (), "Mara Voss"),
        ("Jon", ("character",), "Jon Calder"),
        ("Reyl", (), "Tomas Reyl"),
        ("Glass Orchard", (), "The Glass Orchard"),
        ("the glass orchard", (), "The Glass Orchard"),
        ("Lumo", ("platform",), "Lumo"),
        ("Harbour Lights, season 2", (), "Harbour Lights, season 2"),
        ("https://w3id.org/showgraph/id/person/edda-quill", (), "Edda Quill"),
    ],
)
def test_a_name_is_found(names: Names, text: str, kinds: tuple[str, ...], label: str) -> None:
    """Labels, aliases, first names of characters, surnames, titles without article, and IRIs."""
    assert names.resolve(text, kinds=kinds).label == label


@pytest.mark.parametrize(
    ("text", "kinds", "near"),
    [
        ("Harbor Lights", ("series",), "Harbour Lights"),
        ("Tomas Reil", (), "Tomas Reyl"),
        ("Papr Tigers", (), "Paper Tigers"),
    ],
)
def test_an_unknown_name_has_suggestions(
    names: Names,
    text: str,
    kinds: tuple[str, ...],
    near: str,
) -> None:
    """What is spelt nearly like it is offered, the nearest first."""
    with pytest.raises(UnknownNameError) as caught:
        names.resolve(text, kinds=kinds)

    assert caught.value.candidates[0] == near


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Lumo", ("Lumo (organization)", "Lumo (platform)")),
        ("Kestrel House", ("Kestrel House (channel)", "Kestrel House (organization)")),
    ],
)
def test_a_name_of_several_things_lists_them(
    names: Names,
    text: str,
    candidates: tuple[str, ...],
) -> None:
    """Nothing is chosen."""
    with pytest.raises(AmbiguousNameError) as caught:
        names.resolve(text)

    assert caught.value.candidates == candidates


def test_names_are_listed_by_kind(names: Names) -> None:
    """The names of a kind come sorted, and seasons with their numbers."""
    assert [each.label for each in names.of_kind("series")] == ["Harbour Lights", "Paper Tigers"]
    lights = names.seasons[names.resolve("Harbour Lights").iri]
    assert (lights.numbers, lights.final) == ((1, 2, 3), "3")
    assert [lights.has(season) for season in ("0", "1", "3", "4", "final")] == [
        *(False, True, True, False, True),
    ]


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("sitcom", "sitcom"),
        ("Romantic Comedies", "romantic comedy"),
        ("rom-com", "romantic comedy"),
    ],
)
def test_concepts_are_found_by_their_words(names: Names, word: str, label: str) -> None:
    """A concept goes by its labels, also in the plural."""
    assert names.concept("genre", word).label == label


@pytest.mark.parametrize(
    ("question", "given", "expected"),
    [
        ("cast", {"show": "The Lights"}, {"show": "series/harbour-lights"}),
        ("cast", {"season": "2"}, {"season": "2"}),
        ("cast", {"season": "Season 2", "show": "Paper Tigers"}, {"season": "2"}),
        ("cast", {"season": "second"}, {"season": "2"}),
        ("cast", {"season": "final"}, {"season": "3", "show": "series/harbour-lights"}),
        ("statements", {"topic": "personal life"}, {"topic": "topic/personal-life"}),
    ],
)
def test_what_a_user_gives_becomes_a_term(
    names: Names,
    catalog: Catalog,
    question: str,
    given: dict[str, str],
    expected: dict[str, str],
) -> None:
    """Names become IRIs, seasons their numbers; the final season fixes its series."""
    found = resolve_arguments(catalog[question], given, names)

    for name, ending in expected.items():
        term = found[name].term
        assert isinstance(term, NamedNode | Literal)
        assert term.value.endswith(ending)
    assert found


@pytest.mark.parametrize(
    ("question", "given", "error", "message"),
    [
        ("cast", {"nobody": "x"}, ParameterError, "no parameter 'nobody'; known: show, season"),
        ("cast", {"show": "Fleabite"}, UnknownNameError, "no series is called 'Fleabite'"),
        ("cast", {"show": "Edda Quill"}, UnknownNameError, "no series is called"),
        ("cast", {"season": "9"}, UnknownNameError, "no season of any series is called 'season 9'"),
        (
            "cast",
            {"season": "9", "show": "Paper Tigers"},
            UnknownNameError,
            "no season of Paper Tigers is called 'season 9'; did you mean: season 1, season 2",
        ),
        ("cast", {"season": "blue"}, UnknownNameError, "called 'blue'; there are: season 1"),
        ("cast", {"season": "-1"}, UnknownNameError, "called '-1'; there are: season 1"),
        ("cast", {"season": "0"}, UnknownNameError, "called 'season 0'; there are: season 1"),
        ("cast", {"season": ""}, ParameterError, "the parameter 'season' is empty"),
        ("cast", {"show": " "}, ParameterError, "the parameter 'show' is empty"),
        ("statements", {"topic": "plott"}, UnknownNameError, "did you mean: plot"),
        ("creators", {"agent": "Lumo Nordick"}, UnknownNameError, "did you mean: Lumo Nordic"),
    ],
)
def test_a_value_that_nothing_has_is_refused(
    request: pytest.FixtureRequest,
    question: str,
    given: dict[str, str],
    error: type[Exception],
    message: str,
) -> None:
    """The message has the bad value, and what would work."""
    catalog: Catalog = request.getfixturevalue("catalog")
    names: Names = request.getfixturevalue("names")

    with pytest.raises(error, match=message):
        resolve_arguments(catalog[question], given, names)

"""Looking words up in the concept schemes."""

import pytest

from showgraph.graph.accepting.concepts import read_concepts

TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix genre: <https://w3id.org/showgraph/scheme/genre/> .
@prefix role: <https://w3id.org/showgraph/scheme/role/> .
<https://w3id.org/showgraph/scheme/genre> skos:prefLabel "genres"@en .
genre:drama skos:prefLabel "drama"@en .
genre:crime skos:prefLabel "crime"@en ; skos:altLabel "detective"@en .
genre:crime-drama skos:prefLabel "crime drama"@en ; skos:altLabel "Crime-Saga"@en ;
    skos:broader genre:drama , genre:crime .
genre:noir skos:prefLabel "noir"@en ; skos:altLabel "crime"@en ; skos:broader genre:crime-drama .
role:drama skos:prefLabel "dramatist"@en .
"""


@pytest.mark.parametrize(
    ("scheme", "word", "label"),
    [
        ("genre", "drama", "drama"),
        ("genre", "DRAMA", "drama"),
        ("genre", "crime-drama", "crime drama"),
        ("genre", "crime  saga", "crime drama"),
        ("genre", "detective", "crime"),
        ("genre", "crime", "crime"),  # the preferred label wins over a further word
        ("genre", "genres", None),
        ("genre", "dramatist", None),
        ("role", "dramatist", "dramatist"),
        ("colour", "drama", None),
    ],
)
def test_words_name_concepts(scheme: str, word: str, label: str | None) -> None:
    """Case, blanks and hyphens do not count; the scheme does."""
    assert read_concepts(TURTLE).find(scheme, word) == label


@pytest.mark.parametrize(
    ("narrow", "broad", "below"),
    [
        ("crime drama", "drama", True),
        ("noir", "drama", True),
        ("drama", "noir", False),
        ("drama", "drama", False),
        ("crime", "drama", False),
    ],
)
def test_narrower_concepts(narrow: str, broad: str, *, below: bool) -> None:
    """A concept lies below all that its broader ones lie below, and not below itself."""
    assert read_concepts(TURTLE).is_narrower("genre", narrow, broad) is below


def test_the_bundled_schemes_are_read() -> None:
    """The schemes of the package hold the words that the mapping itself uses."""
    concepts = read_concepts()

    for scheme, words in {
        "event-status": ("planned", "occurred"),
        "date-precision": ("day", "month", "year"),
        "release-kind": ("premiere", "trailer"),
        "contradiction-kind": ("value", "date", "count", "polarity", "scope"),
        "polarity": ("positive", "negative"),
        "tense": ("past", "present", "future"),
        "modality": ("asserted", "reported", "rumoured", "possible", "asked"),
        "claim-status": ("negated", "scheduled"),
        "relationship-kind": ("long-distance", "marriage", "separation", "reunion"),
        "role": ("performer", "executive producer"),
    }.items():
        for word in words:
            assert concepts.find(scheme, word) == word

"""The concept schemes are closed lists without gaps, and speak the words of the model."""

from collections import Counter
from functools import cache

import pytest
import rdflib
from rdflib.namespace import RDF, RDFS, SKOS

from showgraph.iris import concept_iri, name_key
from showgraph.model import Modality, Polarity, Status, Tense
from showgraph.namespaces import SCHEME, SG
from showgraph.resources import read_bundled

Term = rdflib.term.Node

SCHEMES = (
    "cast-kind", "claim-status", "contradiction-kind", "date-precision", "event-status", "genre",
    "modality", "origin", "polarity", "recognition-result", "relationship-kind", "release-kind",
    "resolution-policy", "role", "season-status", "tense", "topic",
)  # fmt: skip


@cache
def roles() -> rdflib.Graph:
    """Return the schemes as rdflib reads them."""
    return rdflib.Graph().parse(data=read_bundled("ontology", "roles.ttl"), format="turtle")


def concepts(scheme: str) -> list[Term]:
    """Return the concepts of a scheme, sorted."""
    return sorted(roles().subjects(SKOS.inScheme, rdflib.URIRef(SCHEME + scheme)), key=str)


def words(scheme: str) -> set[str]:
    """Return the preferred labels of a scheme."""
    return {str(roles().value(concept, SKOS.prefLabel)) for concept in concepts(scheme)}


by_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def test_no_scheme_was_lost() -> None:
    """The list of this test is that of the file."""
    found = roles().subjects(RDF.type, SKOS.ConceptScheme)

    assert sorted(str(scheme).removeprefix(SCHEME) for scheme in found) == list(SCHEMES)


def test_every_concept_is_in_one_scheme() -> None:
    """No concept stands outside, and none in two schemes."""
    for concept in roles().subjects(RDF.type, SKOS.Concept):
        assert len(list(roles().objects(concept, SKOS.inScheme))) == 1


@by_scheme
def test_scheme_is_described(scheme: str) -> None:
    """A scheme has a label, a definition and the ontology that it belongs to."""
    iri = rdflib.URIRef(SCHEME + scheme)

    assert len(list(roles().objects(iri, SKOS.prefLabel))) == 1
    assert len(list(roles().objects(iri, SKOS.definition))) == 1
    assert roles().value(iri, RDFS.isDefinedBy) == rdflib.URIRef(SG.removesuffix("#"))
    assert len(concepts(scheme)) >= 2


@by_scheme
@pytest.mark.row(5)
def test_concepts_are_described(scheme: str) -> None:
    """A concept has one English label, of which its IRI is made, and a definition of its own."""
    definitions = Counter(str(roles().value(c, SKOS.definition)) for c in concepts(scheme))

    assert max(definitions.values()) == 1
    for concept in concepts(scheme):
        (label,) = roles().objects(concept, SKOS.prefLabel)
        (definition,) = roles().objects(concept, SKOS.definition)
        assert str(concept) == concept_iri(scheme, str(label))
        for text in (label, definition, *roles().objects(concept, SKOS.altLabel)):
            assert isinstance(text, rdflib.Literal)
            assert text.language == "en"
            assert str(text) == " ".join(str(text).split())


@by_scheme
def test_a_word_means_one_concept(scheme: str) -> None:
    """No word stands for two concepts of a scheme, however it is written."""
    spoken = Counter(
        (name_key(str(label)).replace("-", " "), concept)
        for concept in concepts(scheme)
        for predicate in (SKOS.prefLabel, SKOS.altLabel)
        for label in roles().objects(concept, predicate)
    )
    meanings = Counter(word for word, _ in spoken)

    assert {word: n for word, n in meanings.items() if n > 1} == {}


@by_scheme
@pytest.mark.row(40)
def test_every_concept_hangs_on_a_top(scheme: str) -> None:
    """Going up from any concept ends at top concepts of its scheme, and never goes round."""
    iri = rdflib.URIRef(SCHEME + scheme)
    top = set(roles().objects(iri, SKOS.hasTopConcept))

    assert top == set(roles().subjects(SKOS.topConceptOf, iri))
    for concept in concepts(scheme):
        above = list(roles().transitive_objects(concept, SKOS.broader))
        assert concept not in above[1:]
        assert set(above) <= set(concepts(scheme))
        assert (concept in top) == (len(above) == 1)
        assert set(above) & top


@pytest.mark.parametrize(
    ("scheme", "members"),
    [
        ("polarity", set(Polarity)),
        ("modality", set(Modality)),
        ("tense", set(Tense)),
        ("claim-status", set(Status)),
        ("event-status", {"planned", "occurred", "cancelled", "postponed"}),
        ("season-status", {"renewed", "cancelled", "final", "ended", "returning"}),
        ("recognition-result", {"won", "nominated"}),
        ("date-precision", {"day", "month", "year"}),
        ("cast-kind", {"main", "recurring", "guest", "voice-over"}),
    ],
)
def test_schemes_speak_the_words_of_the_model(scheme: str, members: set[str]) -> None:
    """A word of the model or the fact record is a concept, and no other is."""
    assert words(scheme) == {str(member) for member in members}


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("romcom", "romantic comedy"),
        ("rom-com", "romantic comedy"),
        ("dramedy", "comedy drama"),
        ("sci-fi", "science fiction"),
        ("docuseries", "documentary"),
    ],
)
def test_genres_know_other_words(word: str, label: str) -> None:
    """What people write for a genre leads to it."""
    (concept,) = roles().subjects(SKOS.altLabel, rdflib.Literal(word, lang="en"))

    assert str(roles().value(concept, SKOS.prefLabel)) == label


def test_gazetteers_are_of_use() -> None:
    """Genres and origins are lists that most articles find their words in."""
    assert len(concepts("genre")) >= 150
    assert len(concepts("origin")) >= 120

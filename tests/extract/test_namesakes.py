"""Across documents: what is one thing, what are two, and what a person is asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from extract.reading import document
from program import run_here
from showgraph.errors import UnavailableError
from showgraph.extract.extraction import extract
from showgraph.extract.guide import Guide
from showgraph.extract.resolving.aliases import Alias, Aliases
from showgraph.extract.resolving.likeness import Suggestion, fold, suggest, write_review
from showgraph.extract.titles.catalogue import Catalogue, Entry
from showgraph.iris import entity_iri
from showgraph.model import Document, Extraction, Kind, Reference

TIDE = 'The drama series "Iron Tide" stars Ana Bell and Tom Low.'
WATER = 'The comedy series "Low Water" stars Ana Bell.'
SONG = 'The music series "Night Song" was directed by Ana Bell.'


def said(*texts: str, guide: Guide | None = None, date: str | None = None) -> Extraction:
    """Return what documents a, b, c ... of these texts say together."""
    documents = [document(t, name=n, date=date) for n, t in zip("abcdef", texts, strict=False)]
    return extract(documents, guide=guide or Guide())


def named(extraction: Extraction, kind: Kind, name: str) -> list[Reference]:
    """Return the things of that kind and name."""
    return sorted(
        {e.reference for e in extraction.entities if (e.reference.kind, e.label) == (kind, name)}
    )


def test_equal_names_with_a_role_in_common_are_one_person() -> None:
    """Who stars in two shows under one name is one person."""
    assert named(said(TIDE, WATER), Kind.PERSON, "Ana Bell") == [Reference(Kind.PERSON, "Ana Bell")]


def test_equal_names_with_a_show_in_common_are_one_person() -> None:
    """Who stars in a show and directs it, in two articles, is one person."""
    directs = 'The drama series "Iron Tide" was directed by Ana Bell.'

    assert len(named(said(TIDE, directs), Kind.PERSON, "Ana Bell")) == 1


def test_namesakes_without_anything_in_common_stay_apart() -> None:
    """A star here and a director there are two things with IRIs of their own, in any order."""
    extraction = said(TIDE, SONG, WATER)
    people = named(extraction, Kind.PERSON, "Ana Bell")

    assert len({entity_iri(person) for person in people}) == 2
    by_relation = {
        (claim.relation, claim.object) for claim in extraction.claims if claim.object in people
    }
    plain, marked = people
    assert ("cast_member", plain) in by_relation
    assert by_relation & {("director", marked)}
    assert not by_relation & {("director", plain), ("cast_member", marked)}
    documents = [document(t, name=n) for n, t in (("c", WATER), ("b", SONG), ("a", TIDE))]
    assert extract(documents) == extraction


def test_a_chain_of_documents_joins() -> None:
    """A third article with a show of both makes one person of two."""
    both = (
        'The drama series "Iron Tide" stars Ana Bell. The music series "Night Song" '
        "was directed by Ana Bell."
    )

    assert len(named(said(TIDE, SONG, both), Kind.PERSON, "Ana Bell")) == 1


def test_the_users_word_joins_and_parts_namesakes() -> None:
    """A row of a name that means itself joins; a row with a mark parts."""
    one = Guide(aliases=Aliases([Alias(Kind.PERSON, "Ana Bell", "Ana Bell")]))
    two = Guide(aliases=Aliases([Alias(Kind.PERSON, "Ana Bell", "Ana Bell", "junior", ("b",))]))

    assert len(named(said(TIDE, SONG, guide=one), Kind.PERSON, "Ana Bell")) == 1
    assert named(said(TIDE, WATER, guide=two), Kind.PERSON, "Ana Bell") == [
        Reference(Kind.PERSON, "Ana Bell"),
        Reference(Kind.PERSON, "Ana Bell", distinct="junior"),
    ]


OLD = 'The series "Iron Tide" premiered on 3 May 2001 on NBC. The series stars Tom Low.'
NEW = 'The series "Iron Tide" premiered on 3 May 2019 on Hulu. The series stars Mia Park.'
LATE = 'The series "Iron Tide" premiered on 3 May 2019 on Hulu. The series stars Tom Low.'
MUTE = 'The series "Iron Tide" is a drama. It stars Mia Park.'


def test_two_shows_of_one_title_stay_apart() -> None:
    """Years apart and nobody in common: a remake; who names its star speaks of it."""
    extraction = said(OLD, NEW, MUTE)
    shows = named(extraction, Kind.SERIES, "Iron Tide")

    assert len(shows) == 2
    of = {c.document: c.subject.distinct for c in extraction.claims if c.relation == "cast_member"}
    assert of["b"] == of["c"] != of["a"]


def test_one_show_is_not_parted_by_one_sign() -> None:
    """Another year alone, with a star in common, is the same show told in two ways."""
    assert len(named(said(OLD, LATE), Kind.SERIES, "Iron Tide")) == 1
    assert len(named(said(NEW, MUTE), Kind.SERIES, "Iron Tide")) == 1


def test_catalogue_of_two_shows_parts_by_year() -> None:
    """Where the user knows two shows of the title, the year alone decides."""
    known = Catalogue((Entry("Iron Tide", years=("2001",)), Entry("Iron Tide", years=("2019",))))

    assert len(named(said(OLD, LATE, guide=Guide(catalogue=known)), Kind.SERIES, "Iron Tide")) == 2


@pytest.mark.parametrize(
    ("kind", "one", "other", "reason"),
    [
        (Kind.PERSON, "José Ruiz", "Jose Ruiz", "accents"),
        (Kind.PERSON, "Kim Seon-ho", "Kim Seon Ho", "accents or marks"),
        (Kind.PERSON, "Seon-ho Kim", "Kim Seon-ho", "another order"),
        (Kind.PERSON, "Tom Adeyemi", "Tom Adeyemy", "one letter"),
        (Kind.PERSON, "Tom Adeyemi", "Tom Adeymi", "one letter"),
        (Kind.PERSON, "Tom Adeyemi", "Tom Adeyeim", "one letter"),
        (Kind.PERSON, "Tom Adeyemi", "T. Adeyemi", "initial"),
        (Kind.PERSON, "Tom Adeyemi", "Tom James Adeyemi", "middle name"),
        (Kind.SERIES, "The Low Water", "Low Water", "article"),
        (Kind.ORGANIZATION, "Blue Door Studios", "Blue Door Studio's", "marks"),
        (Kind.PERSON, "Tom Adeyemi", "Tim Adeyemo", ""),
        (Kind.PERSON, "Ana Bell", "Eve Bell", ""),
        (Kind.PERSON, "Ana Bell", "Bell", ""),
        (Kind.SERIES, "Iron Tide 2", "Iron Tide 3", ""),
        (Kind.SERIES, "Dark", "Bark", ""),
        (Kind.PLATFORM, "Quay+", "Quay", ""),
        (Kind.PLATFORM, "Quay+", "Quay Plus", "marks"),
    ],
)
def test_names_that_come_close_are_suggested(kind: Kind, one: str, other: str, reason: str) -> None:
    """Each way in which names are close has its reason; what is not close is not suggested."""
    extraction = said('The series "Iron Tide" was created by Ana Bell.')
    (claim,) = [c for c in extraction.claims if c.relation == "creator"]
    claims = [replace(claim, subject=Reference(kind, n), object="x") for n in (one, other)]
    found = suggest(Extraction(tuple(claims), ()))

    assert [s.reason.find(reason) >= 0 for s in found] == ([True] if reason else [])


def test_nothing_is_merged_because_it_comes_close() -> None:
    """Two spellings are two persons and a suggestion, whose target is the name used more."""
    extraction = said(
        'The series "Iron Tide" stars Tom Adeyemi.',
        'The series "Low Water" stars Tom Adeyemi.',
        'The series "Night Song" stars Tom Adeyemy.',
    )

    assert len(named(extraction, Kind.PERSON, "Tom Adeyemi")) == 1
    assert len(named(extraction, Kind.PERSON, "Tom Adeyemy")) == 1
    assert suggest(extraction) == [
        Suggestion(Kind.PERSON, "Tom Adeyemy", "Tom Adeyemi", "one letter differs")
    ]


def test_fold_keeps_letters_of_every_script() -> None:
    """Accents go, letters stay."""
    assert fold("Zoë O'Neil-Ruíz") == "zoe oneil ruiz"
    assert fold("김선호") == fold("김선호")


def test_review_file_becomes_an_alias_file(tmp_path: Path) -> None:
    """Build, accept the rows, build again: two spellings are one person, two namesakes too."""
    for name, text in {
        "a": 'The series "Iron Tide" stars Tom Adeyemi and Ana Bell.',
        "b": 'The series "Low Water" stars Tom Adeyemy.',
        "c": SONG,
    }.items():
        (tmp_path / f"{name}.txt").write_text(text)
    review, graph = tmp_path / "review.csv", tmp_path / "graph"
    done = run_here("build", tmp_path / "*.txt", "--graph", graph, "--review", review)
    assert done.returncode == 0, done.stderr
    lines = review.read_text().splitlines()

    assert lines[0] == "accept,kind,name,means,mark,documents,reason"
    assert [line.split(",")[1:4] for line in lines[1:]] == [
        ["person", "Ana Bell", "Ana Bell"],
        ["person", "Tom Adeyemy", "Tom Adeyemi"],
    ]
    untouched = run_here("build", tmp_path / "*.txt", "--graph", graph, "--aliases", review)
    assert untouched.stdout.splitlines()[3:5] == done.stdout.splitlines()[3:5]
    review.write_text("\n".join([lines[0], *("yes" + line for line in lines[1:])]))
    again = run_here("build", tmp_path / "*.txt", "--graph", graph, "--aliases", review)
    assert again.returncode == 0, again.stderr
    cast = run_here("query", "SELECT ?p { ?p a sg:Person }", "--graph", graph, "--format", "csv")
    assert len(cast.stdout.splitlines()) == 1 + 2
    second = tmp_path / "second.csv"
    run_here("build", tmp_path / "*.txt", "--graph", graph, "--aliases", review, "--review", second)
    assert len(second.read_text().splitlines()) == 1


def test_build_keeps_what_was_refused(tmp_path: Path) -> None:
    """The quarantine of a build is that of an extraction."""
    (tmp_path / "a.txt").write_text(
        'The series "Iron Tide" is on. In the film, written by Jo Park.'
    )
    first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
    run_here("build", tmp_path / "a.txt", "--graph", tmp_path / "g", "--quarantine", first)
    run_here("extract", tmp_path / "a.txt", "--quarantine", second)

    assert first.read_text() == second.read_text() != ""


def test_review_that_cannot_be_written_stops_the_build(tmp_path: Path) -> None:
    """A folder in the way is told, and no graph appears."""
    (tmp_path / "a.txt").write_text(TIDE)
    done = run_here("build", tmp_path / "a.txt", "--graph", tmp_path / "g", "--review", tmp_path)

    assert done.returncode == 4
    assert "cannot be written" in done.stderr
    with pytest.raises(UnavailableError):
        write_review(tmp_path, [])


def test_many_documents_of_one_name_take_linear_time() -> None:
    """A name that a thousand articles have is grouped by what they share, not pair by pair."""
    texts = [f'The series "Iron Tide {n}" stars Ana Bell.' for n in range(400)]
    documents = [Document(f"d{n:04}", t, "0" * 64, "d") for n, t in enumerate(texts)]

    assert len(named(extract(documents), Kind.PERSON, "Ana Bell")) == 1

"""Across documents, only what is sure to be one thing becomes one."""

from hypothesis import given
from hypothesis import strategies as st

from extract.reading import document
from showgraph.extract.extraction import extract
from showgraph.model import Document, Kind

ALPHA = document(
    'The series "Iron Tide" stars Ana Bell as Dora Flint and Omar Reyes as Sam Cole. '
    'The fourth and final season of "Iron Tide" will premiere on Peacock on June 3, 2024.',
    name="alpha",
    date="2024-05-01",
)
BETA = document(
    'The series "Salt Road" stars Ana Bell as Dora Quill. "Salt Road" is set in Lisbon.',
    name="beta",
)
GAMMA = document(
    "The final season of Iron Tide was released on Peacock on 3 June 2024. "
    "Dora and Sam are a couple in love. The plot of Iron Tide follows Dora and Sam.",
    name="gamma",
)
DOCUMENTS = [ALPHA, BETA, GAMMA]


def _characters(documents: list[Document]) -> set[tuple[str, str]]:
    return {
        (entity.reference.name, entity.reference.work)
        for entity in extract(documents).entities
        if entity.reference.kind is Kind.CHARACTER
    }


def test_namesakes_in_two_shows_stay_apart() -> None:
    """Two characters called Dora belong to their own series."""
    assert {("Dora Flint", "Iron Tide"), ("Dora Quill", "Salt Road")} <= _characters([ALPHA, BETA])


def test_a_person_of_two_shows_is_one() -> None:
    """An actor with one full name is one person in both documents."""
    people = [e for e in extract([ALPHA, BETA]).entities if e.reference.kind is Kind.PERSON]

    assert [e.label for e in people].count("Ana Bell") == 1


def test_a_first_name_joins_the_only_full_name_of_its_series() -> None:
    """Bare names take the full name that another document gives in the same series."""
    assert ("Dora", "Iron Tide") not in _characters(DOCUMENTS)
    assert ("Dora Flint", "Iron Tide") in _characters(DOCUMENTS)
    assert ("Sam", "Iron Tide") in _characters([GAMMA, BETA])


def test_a_final_season_takes_the_number_that_is_known_for_it() -> None:
    """Once a document says that the fourth season is the final one, both are one season."""
    alone = {str(c.subject) for c in extract([GAMMA]).claims if c.relation == "premiere_date"}
    together = {str(c.subject) for c in extract(DOCUMENTS).claims if c.relation == "premiere_date"}

    assert alone == {"Iron Tide / final season"}
    assert together == {"Iron Tide / season 4"}


def test_a_title_known_from_one_document_is_found_in_another() -> None:
    """A title that one text introduces is read without introduction in the next."""
    later = document("Iron Tide stars Omar Reyes. Iron Tide was filmed in Lisbon.", name="later")
    claims = extract([ALPHA, later]).claims

    assert ("later", "filming_location") in {(c.document, c.relation) for c in claims}


@given(st.permutations(DOCUMENTS))
def test_the_order_of_documents_never_shows(documents: list[Document]) -> None:
    """Any order of the same documents gives the same extraction."""
    assert extract(documents) == extract(DOCUMENTS)


def test_a_first_name_of_two_characters_joins_neither() -> None:
    """A bare name that two full names of one series have stays as it is written."""
    both = document(
        'The series "Iron Tide" stars Ana Bell as Dora Flint and Zoe Hart as Dora Cole.', name="x"
    )
    bare = document("The plot of Iron Tide follows Dora. Omar Reyes plays Dora.", name="y")

    named = {name for name, work in _characters([both, bare]) if work == "Iron Tide"}

    assert named == {"Dora Flint", "Dora Cole", "Dora"}


def test_a_final_season_that_is_only_rumoured_gives_no_number() -> None:
    """What is not said outright does not number the final season of another document."""
    told = document(
        'The final season of the series "Iron Tide" was released on Peacock on 3 June 2024.',
        name="t",
    )

    def read(words: str) -> set[str]:
        text = f'The series "Iron Tide" ends. {words} fourth and final season of "Iron Tide".'
        claims = extract([document(text, name="m"), told]).claims
        return {str(claim.subject) for claim in claims if claim.relation == "premiere_date"}

    assert read("There are rumours of a") == {"Iron Tide / final season"}
    assert read("Here is the") == {"Iron Tide / season 4"}

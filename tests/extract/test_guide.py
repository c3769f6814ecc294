"""What a user gives besides documents: known titles and names that mean the same."""

import time
from pathlib import Path

import pytest

from extract.reading import document
from program import run_here
from showgraph.errors import UnavailableError
from showgraph.extract.extraction import extract
from showgraph.extract.guide import Guide
from showgraph.extract.measuring.records import to_record
from showgraph.extract.resolving.aliases import Alias, Aliases, read_aliases
from showgraph.extract.titles.catalogue import Catalogue, Entry, read_catalogue
from showgraph.model import Extraction, Kind, Reference

PLAIN = "Harbour Lights opens on Friday. It stars Tom Adeyemi as Isak Reid."


def file_of(folder: Path, content: str | bytes, name: str = "given.csv") -> Path:
    """Return a file with that content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(text: str, **given: object) -> Extraction:
    """Return what a text says, read with what is given."""
    return extract([document(text, date="2023-05-04")], guide=Guide(**given))  # type: ignore[arg-type] # of a Guide


def subjects(said: Extraction) -> set[str]:
    """Return the subjects of all claims."""
    return {str(to_record(claim)["subject"]) for claim in said.claims}


def test_catalogue_makes_a_title_of_a_bare_phrase() -> None:
    """What no sign of the text shows to be a title, the user's word does."""
    assert subjects(read(PLAIN)) == set()
    assert subjects(read(PLAIN, catalogue=Catalogue.of(["Harbour Lights"]))) == {"Harbour Lights"}
    assert subjects(extract([document(PLAIN)], catalogue=["harbour lights"])) == {"Harbour Lights"}
    assert subjects(read("It rains.", catalogue=Catalogue.of(["Harbour Lights"]))) == set()


@pytest.mark.parametrize(
    "title",
    ["7-4-7", "iTide", "T*I*D*E", "Who Is Ana?", "Low, Water & Sons", "Tide!", "Salt: The Return"],
)
def test_titles_of_any_spelling_are_found_letter_by_letter(title: str) -> None:
    """Marks, digits and small letters at the beginning are no hindrance where the user vouches."""
    for text in (f"{title} was created by Ana Bell.", f"Ana Bell created {title} in May."):
        assert subjects(read(text, catalogue=Catalogue.of([title]))) == {title}


def test_longer_word_is_no_title() -> None:
    """Letter by letter means word by word."""
    known = Catalogue.of(["iTide"])

    assert subjects(read("Ana Bell created iTides in May.", catalogue=known)) == set()


@pytest.mark.parametrize("title", ["tide", "48"])
def test_title_that_could_be_any_word_counts_in_quotation_marks(title: str) -> None:
    """A common word or a number alone names nothing."""
    known = Catalogue.of([title])

    assert subjects(read(f'The drama "{title}" stars Tom Low.', catalogue=known)) == {title}
    assert subjects(read(f"Ana Bell directed {title} of them.", catalogue=known)) == set()


def test_day_of_the_week_is_no_title_because_a_show_is_called_so() -> None:
    """A word that the signs of the text do not make a title needs its quotation marks."""
    known = Catalogue.of(["Friday"])

    assert (
        subjects(read("Tickets go on sale on Friday, created by Ana Bell.", catalogue=known))
        == set()
    )
    assert subjects(read('Ana Bell created "Friday" in May.', catalogue=known)) == {"Friday"}


def test_large_catalogue_costs_little() -> None:
    """Twenty thousand titles are looked up, not tried one by one."""
    known = Catalogue.of([*(f"Tide {n} of the Low Water" for n in range(20_000)), "Harbour Lights"])
    documents = [document(PLAIN, name=f"d{n}") for n in range(60)]
    start = time.process_time()
    said = extract(documents, guide=Guide(catalogue=known))

    assert len(said.claims) >= 60
    assert time.process_time() - start < 8


def test_alias_of_a_catalogue_means_its_title() -> None:
    """Claims are about the title; the words of the document stay an alias and in the evidence."""
    known = Catalogue((Entry("Harbor", ("Harbour Lights",)),))
    said = read(PLAIN, catalogue=known)

    assert subjects(said) == {"Harbor"}
    (series,) = [e for e in said.entities if e.reference.kind is Kind.SERIES]
    assert (series.label, series.aliases) == ("Harbor", ("Harbour Lights",))
    assert any(e.quote == "Harbour Lights" for claim in said.claims for e in claim.evidence)


def test_title_known_as_a_film_is_no_series() -> None:
    """A type that is no series takes a title out of the inventory, however good its signs."""
    text = 'The drama series "Low Water" was created by Ana Bell.'

    assert subjects(read(text)) == {"Low Water"}
    assert subjects(read(text, catalogue=Catalogue((Entry("Low Water", type="film"),)))) == set()
    both = Catalogue((Entry("Low Water", type="film"), Entry("Low Water")))
    assert subjects(read(text, catalogue=both)) == {"Low Water"}


def test_catalogue_file_is_read_whole(tmp_path: Path) -> None:
    """Columns in any order, aliases in one cell or in rows, a mark of the encoding, blank rows."""
    path = file_of(
        tmp_path,
        "\ufeffyear,Title,type,alias\r\n2019,Iron Tide,TV Series,IT; Tide\r\n\r\n"
        '2019,Iron Tide,series,"The Tide"\r\n,"Low, Water",Film,\r\n2001,Iron Tide,,\r\n',
    )
    catalogue = read_catalogue(path)

    assert catalogue.entries == (
        Entry("Iron Tide", (), "series", ("2001",)),
        Entry("Iron Tide", ("IT", "The Tide", "Tide"), "series", ("2019",)),
        Entry("Low, Water", (), "film", ()),
    )
    assert catalogue.remakes == {"iron tide": ("2001", "2019")}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "no column 'title'"),
        ("name,year\nIron Tide,2019\n", "no column 'title'"),
        ("title,yaer\nIron Tide,2019\n", "an unknown column 'yaer'"),
        ("title,title\na,b\n", "twice 'title'"),
        ("title,year\nIron Tide,19\n,2019\n", "line 2: the year '19'.*line 3: 'title' is empty"),
        ("title,year\nIron Tide,1066\n", "before television"),
        ("title\n???\n", "no letter or digit"),
        ("title\n\x07Iron\n", "control characters"),
        ("title\n", "no title below the header"),
        ("title\nIron, Tide\n", "line 2: 2 cells under 1 columns"),
        ('title\n"Iron Tide\n', "no CSV"),
        (b"title\n\xff\xfe\n", "not UTF-8 at byte 7"),
        (b"title\nIron\0Tide\n", "binary"),
        ("title\n" + "\n".join("?" * 20), "and 12 more"),
    ],
)
def test_bad_catalogue_is_told_with_its_rows(
    tmp_path: Path, content: str | bytes, told: str
) -> None:
    """The message names the file, the bad rows and what would work."""
    path = file_of(tmp_path, content)

    with pytest.raises(UnavailableError, match=told) as error:
        read_catalogue(path)
    assert str(path) in str(error.value)


def test_alias_file_joins_names() -> None:
    """A name means another one, in all documents and along a chain of rows."""
    rows = [Alias(Kind.PERSON, "Tom Adeyemi", "T. Adeyemi"), Alias(Kind.PERSON, "T. Adeyemi", "TA")]
    text = 'The series "Iron Tide" was created by Tom Adeyemi.'
    said = read(text, aliases=Aliases(rows))

    assert [str(claim.object) for claim in said.claims if claim.relation == "creator"] == ["TA"]
    assert Reference(Kind.PERSON, "TA") in {entity.reference for entity in said.entities}
    (person,) = [e for e in said.entities if e.reference.kind is Kind.PERSON]
    assert person.aliases == ("Tom Adeyemi",)


def test_alias_of_a_series_holds_for_its_parts() -> None:
    """Seasons and characters are named by their series."""
    rows = Aliases([Alias(Kind.SERIES, "Iron Tide", "The Tide")])

    assert rows.of(Reference(Kind.SEASON, "Iron Tide", season="2"), "d").name == "The Tide"
    assert rows.of(Reference(Kind.CHARACTER, "Jack", "Iron Tide"), "d").work == "The Tide"
    assert rows.of(Reference(Kind.PERSON, "Iron Tide"), "d").name == "Iron Tide"


def test_row_for_one_document_tells_namesakes_apart() -> None:
    """A mark makes another thing of a name, in the documents that the row names."""
    rows = Aliases([Alias(Kind.PERSON, "Ana Bell", "Ana Bell", "composer", ("b", "c"))])
    ana = Reference(Kind.PERSON, "Ana Bell")

    assert rows.of(ana, "a") == ana
    assert (
        rows.of(ana, "b")
        == rows.of(ana, "c")
        == Reference(Kind.PERSON, "Ana Bell", distinct="composer")
    )


def test_only_accepted_rows_of_a_review_count(tmp_path: Path) -> None:
    """A review file that the user went through is an alias file."""
    path = file_of(
        tmp_path,
        "accept,kind,name,means,reason\nyes,person,Anna Bell,Ana Bell,one letter\n"
        "no,person,Tom Low,Tom Lowe,one letter\n,person,Mia Park,Mia Bark,one letter\n",
    )

    assert read_aliases(path).rows == (Alias(Kind.PERSON, "Anna Bell", "Ana Bell"),)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("person,Ana,", "line 2: 'means' is empty"),
        ("people,Ana,Ana Bell", "line 2: unknown kind 'people'; known: .*person"),
        ("season,Tide,Iron Tide", "unknown kind 'season'"),
        ("person,Ana,Bell\nperson,ana,Low", "'ana' means another thing in line 2"),
        ("person,Ana,Bell\nperson,Bell,Ana", "'Ana' means itself by way of 'Bell'"),
        ("person,\x1bAna,Bell", "'name' has control characters"),
    ],
)
def test_bad_alias_rows_are_named(tmp_path: Path, rows: str, told: str) -> None:
    """No row is used where one is bad."""
    path = file_of(tmp_path, f"kind,name,means\n{rows}\n")

    with pytest.raises(UnavailableError, match=told):
        read_aliases(path)


def test_review_with_a_strange_answer_is_refused(tmp_path: Path) -> None:
    """What is neither yes nor no is asked about."""
    path = file_of(tmp_path, "accept,kind,name,means\nmaybe,person,Ana,Bell\n")

    with pytest.raises(UnavailableError, match="'accept' is 'maybe'; write yes or no"):
        read_aliases(path)


def test_catalogue_from_files_graphs_and_the_command_line(tmp_path: Path) -> None:
    """CSV, a graph folder and its Turtle vouch for the same titles."""
    text = file_of(tmp_path, PLAIN, "h.txt")
    table = file_of(tmp_path, "title\nHarbour Lights\n")
    graph, turtle = tmp_path / "graph", tmp_path / "graph.ttl"
    assert run_here("build", text, "--catalogue", table, "--graph", graph).returncode == 0
    assert run_here("export", turtle, "--graph", graph).returncode == 0

    printed = {
        run_here("extract", text, "--catalogue", given).stdout for given in (table, graph, turtle)
    }
    assert len(printed) == 1
    assert "Harbour Lights" in printed.pop()
    assert run_here("extract", text).stdout == ""


def test_bad_files_end_with_status_4_and_one_message(tmp_path: Path) -> None:
    """Nothing is read before the fault is told."""
    text = file_of(tmp_path, PLAIN, "h.txt")
    bad = file_of(tmp_path, "titel\nHarbour Lights\n")
    empty = file_of(tmp_path, "@prefix sg: <https://example.org/> .", "empty.ttl")
    broken = file_of(tmp_path, "<a> <b>", "broken.ttl")
    for given, told in (
        (bad, "no column 'title'"),
        (empty, "names no series"),
        (broken, "not well formed"),
        (tmp_path / "nowhere.csv", "cannot be read"),
        (tmp_path, "graph"),
    ):
        for command in ("extract", "build"):
            done = run_here(command, text, "--catalogue", given)
            assert (done.returncode, done.stdout) == (4, "")
            assert told in done.stderr
            assert done.stderr.count("\n") <= 2

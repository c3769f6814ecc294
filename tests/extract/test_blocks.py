"""Blocks are told apart by their shape: what is a heading, a list, a caption, a fact box."""

import pytest

from showgraph.extract.text.blocks import Block, BlockKind, find_blocks
from showgraph.extract.text.views import normalise

PARAGRAPH = "The drama came back on Friday, and it was rather good to see it there again."


def kinds_of(text: str) -> list[tuple[str, str]]:
    """Return the kind and the text of each block."""
    return [(b.kind.value, text[b.start : b.end]) for b in find_blocks(normalise(text))]


# A line (between a headline and a paragraph), its kind, and the block's text where it differs.
LINES = [
    (PARAGRAPH, "paragraph", None),
    ("It is back.", "paragraph", None),
    ("The cast and the crew", "heading", None),
    ("What happens in the new season?", "heading", None),
    ("What we know about Season 2 \u2013", "heading", None),
    ("Also in the cast:", "heading", None),
    ("## The cast", "heading", "The cast"),
    ("\u201cWe loved it\u201d", "paragraph", None),
    ("Watch it now!", "paragraph", None),
    ("- Mara Bell as Rhea", "list item", "Mara Bell as Rhea"),
    ("* Mara Bell as Rhea", "list item", "Mara Bell as Rhea"),
    ("\u2022 Mara Bell as Rhea", "list item", "Mara Bell as Rhea"),
    ("\u2013 Mara Bell as Rhea", "list item", "Mara Bell as Rhea"),
    ("1. Iron Tide", "list item", "Iron Tide"),
    ("12) Iron Tide", "list item", "Iron Tide"),
    ("2016 was a good year for all of us.", "paragraph", None),
    ("-- so it ends.", "paragraph", None),
    ("(Image: @mara/Photogram)", "caption", None),
    ("Image: Northstream", "caption", None),
    ("Photo Courtesy: Northstream", "caption", None),
    ("Photo credit: Northstream/Jo Reyes", "caption", None),
    ("Credit: Northstream", "caption", None),
    ("Courtesy of Northstream", "caption", None),
    ("Iron Tide. Courtesy Northstream.", "caption", None),
    ("Sources: Northstream, the makers", "caption", None),
    ("Mara Bell and Omar Reyes in Iron Tide. (Photo: Northstream)", "caption", None),
    ("Mara Bell in Iron Tide. [Image via Northstream]", "caption", None),
    ("Photo by Jo Reyes", "caption", None),
    ("Photos of the set were shown on Friday, and fans liked them.", "paragraph", None),
    ("By Jo Reyes", "byline", None),
    ("by: Jo Reyes and Kim Bell", "byline", None),
    ("Written by Jo Reyes | October 5, 2021", "byline", None),
    ("Published on 5 October 2021", "byline", None),
    ("Updated: Oct 5, 2021, 10:30 IST", "byline", None),
    ("By the end of it all, nobody was left standing in the small town.", "paragraph", None),
    ("Director: Lena Ortiz", "key value", None),
    ("Created by: Lena Ortiz", "key value", None),
    ("Where to watch: Northstream", "key value", None),
    ("**Release date:** May 5", "key value", None),
    ("- Cast: Mara Bell, Omar Reyes", "key value", "Cast: Mara Bell, Omar Reyes"),
    ("Bell said: nobody knew about this when the sun rose over the town.", "paragraph", None),
    ("Iron Tide: everything we know so far", "heading", None),
]


@pytest.mark.parametrize(("line", "kind", "inner"), LINES)
def test_line_has_the_kind_of_its_shape(line: str, kind: str, inner: str | None) -> None:
    """A line between a headline and a paragraph is told by its length and marks."""
    blocks = kinds_of(f"Iron Tide returns\n\n{line}\n\n{PARAGRAPH}\n")

    assert blocks[1] == (kind, inner or line)
    assert [kind for kind, _ in (blocks[0], blocks[-1])] == ["headline", "paragraph"]


def test_table_has_not_shrunk() -> None:
    """Losing rows of the table is losing tests."""
    assert len(LINES) >= 42


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Iron Tide returns\n\n{PARAGRAPH}", "headline"),
        (f"Iron Tide returns\n{PARAGRAPH}", "headline"),
        (f"Iron Tide: the drama returns\n\n{PARAGRAPH}", "headline"),
        (f"# Iron Tide returns\n\n{PARAGRAPH}", "headline"),
        (f" date 2021-10-14 Iron Tide returns\n\n{PARAGRAPH}", "headline"),
        (f"{PARAGRAPH}\n\n{PARAGRAPH}", "paragraph"),
        ("Iron Tide returns", "paragraph"),
    ],
)
def test_first_line_is_a_headline_if_text_follows(text: str, kind: str) -> None:
    """A first line without a full stop is the headline; a text of one line has none."""
    assert kinds_of(text)[0][0] == kind


def test_headline_written_twice_is_cut() -> None:
    """Both copies of a headline are headlines, and the text behind them is a paragraph."""
    headline = "Iron Tide will stream on Northstream from May 5"

    assert kinds_of(f" date 2021-10-14 {headline} {headline} {PARAGRAPH}\n\n{PARAGRAPH}") == [
        ("headline", headline),
        ("headline", headline),
        ("paragraph", PARAGRAPH),
        ("paragraph", PARAGRAPH),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines that an editor broke at its margin belong together; short lines do not."""
    wrapped = (
        "The drama that nobody had expected to come back so soon came back on\n"
        "Friday with a cast of thousands, and its makers promise that the next\n"
        "season will be even bigger."
    )

    assert kinds_of(f"Iron Tide\n\n{wrapped}\n") == [
        ("headline", "Iron Tide"),
        ("paragraph", wrapped),
    ]


def test_lines_that_end_a_sentence_stay_apart() -> None:
    """Single line breaks between paragraphs separate them."""
    assert [kind for kind, _ in kinds_of(f"{PARAGRAPH}\n{PARAGRAPH}\n{PARAGRAPH}")] == [
        "paragraph",
    ] * 3


def test_short_lines_in_a_row_are_a_list_under_its_heading() -> None:
    """A cast list without markers is no row of headings."""
    cast = "Mara Bell as Rhea\nOmar Reyes as Tom\nKim Seon-ho as Jun\n"
    text = f"Iron Tide\n\n{PARAGRAPH}\n\nThe cast\n{cast}"

    assert [kind for kind, _ in kinds_of(text)[2:]] == ["heading"] + ["list item"] * 3


def test_line_that_announces_a_list_stays_a_heading() -> None:
    """A line with a colon heads what follows, whatever the gaps."""
    cast = "Mara Bell as Rhea\nOmar Reyes as Tom\nKim Seon-ho as Jun\n"

    for gap in ("\n", "\n\n"):
        text = f"Iron Tide\n{PARAGRAPH}\nThe cast:{gap}{cast}{PARAGRAPH}\n"
        assert [kind for kind, _ in kinds_of(text)[2:6]] == ["heading"] + ["list item"] * 3


def test_sentence_below_a_headline_with_a_colon_is_a_paragraph() -> None:
    """Two lines with a colon are a fact box only if what follows the colon is short."""
    line = f"Iron Tide: The Return is back, and {PARAGRAPH}"

    assert kinds_of(f"Iron Tide: The Return is back\n\n{line}")[1] == ("paragraph", line)


def test_rules_between_paragraphs_are_gaps() -> None:
    """A line of mere marks belongs to no block."""
    text = f"-\n{PARAGRAPH}\n* * *\n{PARAGRAPH}\n---\n"

    assert kinds_of(text) == [("paragraph", PARAGRAPH)] * 2


def test_lines_with_keys_of_any_name_support_each_other() -> None:
    """Beside another key-value line an unknown key is one too."""
    text = f"Iron Tide\n\nTone: grim\nVerdict: good\n\n{PARAGRAPH}\n\nVerdict: it is good.\n"

    assert [kind for kind, _ in kinds_of(text)] == [
        "headline",
        "key value",
        "key value",
        "paragraph",
        "paragraph",
    ]


def test_key_and_value_have_their_own_offsets() -> None:
    """The sides of a key-value line are found without their marks."""
    text = f"Iron Tide\n\n**Director:** Lena Ortiz\n\n{PARAGRAPH}"
    block = find_blocks(normalise(text))[1]

    assert block.key
    assert block.value
    assert text[slice(*block.key)] == "Director"
    assert text[slice(*block.value)] == "Lena Ortiz"


def test_levels_are_hashes_and_indents() -> None:
    """Headings know their depth, list items their indent."""
    text = f"# One\n\n### Two\n\n- three\n  - four\n\n{PARAGRAPH}"

    assert [b.level for b in find_blocks(normalise(text))] == [1, 3, 1, 2, 0]


@pytest.mark.parametrize("text", ["", "\n \n", " date 2021-10-14 ", " date 2021-10-14\n"])
def test_text_without_lines_has_no_blocks(text: str) -> None:
    """A leading date alone is no block."""
    assert find_blocks(normalise(text)) == ()


def test_offsets_are_those_of_the_text_with_carriage_returns() -> None:
    """Windows line ends change nothing but the offsets."""
    text = f"Iron Tide\r\n\r\n{PARAGRAPH}\r\n"

    assert kinds_of(text) == [("headline", "Iron Tide"), ("paragraph", PARAGRAPH)]
    assert find_blocks(normalise(text))[0] == Block(BlockKind.HEADLINE, 0, 9)

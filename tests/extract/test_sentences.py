"""Sentences end where a reader would end them, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.sentences import read_sentences

# A bar stands where a sentence ends.
SPLITS = [
    "Iron Tide is back.|It returns on Friday.",
    "Is it over?|No!|It goes on.",
    "The U.S. drama came from Bell Inc. in May.|It was good.",
    "It was made in the U.S.|The cast is British.",
    "Mr. Bell and Dr. Reyes met St. Clair.",
    "It airs on Oct. 5 and Jan. 7.|Then it ends.",
    "J. K. Bell wrote it.|M. S. Reyes did not.",
    "It costs 3.5 million.|Nobody paid.",
    "He came, saw, etc. and left.",
    "Reyes Jr. plays the part.",
    "Wait... what is it?|Nobody knows...|Then it ended.",
    "It ended\u2026|The next one began.",
    "She said it was \u201cgood.\u201d|He did not agree.",
    "She called it 'a lot of fun.'|He did not.",
    '"I am in!" Bell said.|Then she left.',
    '"Are you sure?" he asked.|She was.',
    '"It is over." Bell said.|Then she left.',
    "It is a 'sweet friendship.'|She revealed that both agree.",
    "He asked \u2018Who are we?\u2019 and \u2018Who am I?\u2019 and left.",
    "The Oh No! star joins.|Oh No! returns.",
    "The Wow Now! Masters spin-off is on.|Wow Now! is back.",
    "It is over (for now).|The end came.",
    "It ended.|(Nobody saw it.)|Then came more.",
    "See iron.tide or Show.exe for more.",
    "It went well .|Then it ended.",
    "It was fine.|the end came early.",
    "It stars approx. ten people.",
    "No. 1 is here.|No.|It is not.",
    "They said yes.|\u201cWe did,\u201d they said.|\u201cAgain?\u201d",
    "It ran in 2016.|2017 was better.",
    "Plan B.|The end.",
    "It is Season 2!!!|Watch it.",
    "What?!|No.",
]


@pytest.mark.parametrize("marked", SPLITS)
def test_sentences_end_at_the_bars(marked: str) -> None:
    """Stops of abbreviations, initials, titles and quotations end no sentence."""
    text = marked.replace("|", " ")
    sentences = [text[s.start : s.end] for s in read_sentences(text)]

    assert sentences == marked.split("|")


@pytest.mark.parametrize(
    "marked", ["It was the end.|Then more.", "It is season 2.|Season 1 ended."]
)
def test_missing_blank_is_forgiven_between_words(marked: str) -> None:
    """A stop that touches the next word ends a sentence if both look like words of a text."""
    text = marked.replace("|", "")

    assert [text[s.start : s.end] for s in read_sentences(text)] == marked.split("|")


def test_table_has_not_shrunk() -> None:
    """Losing rows of the table is losing tests."""
    assert len(SPLITS) >= 33


def test_leading_date_is_in_no_sentence() -> None:
    """The date before the first line is not read as words."""
    text = " date 2021-10-14 Iron Tide is back. It returns on Friday."
    first = read_sentences(text)[0]

    assert text[first.start : first.end] == "Iron Tide is back."


def test_sentence_keeps_its_block() -> None:
    """A rule can tell a caption from a paragraph."""
    text = "Iron Tide returns\n\nIt is back. It is good.\n\n(Image: @mara/Photogram)\n"
    kinds = [sentence.block.kind for sentence in read_sentences(text)]

    assert kinds == [
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.CAPTION,
    ]


def test_headline_is_one_sentence() -> None:
    """A question and its answer in a headline stay together."""
    text = "Is it over? Iron Tide returns\n\nIt is back.\n"

    assert text[: read_sentences(text)[0].end] == "Is it over? Iron Tide returns"


@pytest.mark.parametrize("text", ["", " \n\t\n ", "\u200b", " date 2021-10-14 \n"])
def test_text_without_words_has_no_sentences(text: str) -> None:
    """Nothing in, nothing out."""
    assert read_sentences(text) == ()


PIECES = st.sampled_from(
    [
        "Mara",
        "the",
        "U.S.",
        "J.",
        "2016",
        ". ",
        ".",
        "! ",
        "?",
        '"',
        "\u201d ",
        "\n",
        "\n\n",
        " ",
        "- ",
    ],
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80))
def test_sentences_are_exact_and_in_order(text: str) -> None:
    """Offsets are those of the text, tokens lie in their sentence, sentences in their block."""
    end = 0
    for sentence in read_sentences(text):
        assert sentence.tokens
        assert end <= sentence.start < sentence.end
        assert sentence.block.start <= sentence.start
        assert sentence.end <= sentence.block.end
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end
        assert all(text[t.start : t.end] == t.text for t in sentence.tokens)
        end = sentence.end

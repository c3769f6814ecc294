"""A view shows plain characters and always finds the way back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showgraph.extract.text.views import MAX_MARKS, normalise

PLAIN = [
    ("Mara\u2019s drama", "Mara's drama"),
    ("\u2018Iron Tide\u2019", "'Iron Tide'"),
    ("\u201cIron Tide\u201d \u201eLow Water\u201f", '"Iron Tide" "Low Water"'),
    ("\u00abIron Tide\u00bb", '"Iron Tide"'),
    ("Mara\u00b4s and Tom\u2032s", "Mara's and Tom's"),
    ("Mara\u201ds part", "Mara's part"),
    ("\u201cthe Tide\u201ds end\u201d", '"the Tide"s end"'),
    ("rom\u2013com 2016\u20132019", "rom-com 2016-2019"),
    ("a \u2013 b \u2014 c \u2015 d", "a \u2014 b \u2014 c \u2014 d"),
    ("Seon\u2010ho Seon\u2011ho \u22125", "Seon-ho Seon-ho -5"),
    ("one\u00a0two\u2009three\u3000four", "one two three four"),
    ("one\u2028two\u0085three", "one\ntwo\nthree"),
    ("bell\x07 tab\t end", "bell  tab\t end"),
    ("zero\u200bwidth soft\u00adhyphen \ufeffmark", "zerowidth softhyphen mark"),
    ("\u202ereversed\u202c \u2067isolated\u2069", "reversed isolated"),
    ("Rene\u0301e and n\u0303", "Ren\u00e9e and \u00f1"),
    ("\u1112\u1161\u11ab", "\ud55c"),
    ("wait\u2026", "wait\u2026"),
    ("6\u00d760\u2019", "6x60'"),
]

MOJIBAKE = [
    ("it\u00e2\u20ac\u2122s", "it's"),
    ("\u00e2\u20ac\u0153Iron Tide\u00e2\u20ac\x9d", '"Iron Tide"'),
    ("\u00e2\u20ac\u0153Iron Tide\u00e2\u20ac, she said", '"Iron Tide", she said'),
    ("2016\u00e2\u20ac\u201c2019", "2016-2019"),
    ("the end \u00e2\u20ac\u201d or not", "the end \u2014 or not"),
    ("caf\u00c3\u00a9", "caf\u00e9"),
    ("one\u00c2\u00a0two", "one two"),
    ("Ji\u00c5\u2122\u00c3\u00ad", "Ji\u0159\u00ed"),
]

KEPT = ["S\u00c3O PAULO", "\u00e2ge", "\u00c4rger", "\u00e0 la carte", "caf\u00e9", "\u0915\u093f"]


@pytest.mark.parametrize(("text", "plain"), PLAIN + MOJIBAKE)
def test_view_shows_plain_characters(text: str, plain: str) -> None:
    """Typographic, invisible and wrongly decoded characters come out plain."""
    assert normalise(text).text == plain


@pytest.mark.parametrize("text", KEPT)
def test_letters_that_only_look_like_wrong_decoding_stay(text: str) -> None:
    """Accented letters in ordinary words are not taken for a wrong encoding."""
    assert normalise(text).text == text


def test_tables_have_not_shrunk() -> None:
    """Losing rows of a table is losing tests."""
    assert (len(PLAIN), len(MOJIBAKE), len(KEPT)) >= (19, 8, 6)


def test_plain_text_is_its_own_view() -> None:
    """ASCII text costs nothing: view and source are one object."""
    text = "Iron Tide returns.\nSoon."
    view = normalise(text)

    assert view.text is view.source
    assert view.span(3, 9) == (3, 9)


def test_span_covers_what_was_replaced() -> None:
    """A replaced stretch is taken whole, and offsets behind it are right."""
    text = "it\u00e2\u20ac\u2122s caf\u00c3\u00a9 now"
    view = normalise(text)

    quote, now = view.text.index("'"), view.text.index("now")
    assert text[slice(*view.span(quote, quote + 1))] == "\u00e2\u20ac\u2122"
    assert text[slice(*view.span(now, now + 3))] == "now"


def test_span_leaves_invisible_characters_at_its_sides_out() -> None:
    """The words of a quote do not begin or end with characters that nobody sees."""
    text = "the \u200bIron\u200b Tide\u200b end"
    view = normalise(text)
    start = view.text.index("Iron")

    assert text[slice(*view.span(start, start + 9))] == "Iron\u200b Tide"


def test_marks_without_end_are_left_alone() -> None:
    """A letter under a thousand accents is no language and is not composed."""
    text = "a" + "\u0301" * (MAX_MARKS + 1000)

    assert normalise(text).text == text


PIECES = st.sampled_from(
    [
        *"ab .\n'\"-",
        "\u2019",
        "\u201c",
        "\u2013",
        "\u00a0",
        "\u200b",
        "e\u0301",
        "\u0301",
        "\u00e2\u20ac\u2122",
        "\u00c3\u00a9",
        "\u00e2\u20ac",
        "\u1112\u1161",
        "\U0001f600",
    ],
)
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=60))


@given(TEXTS, st.data())
def test_spans_return_to_the_text_they_came_from(text: str, data: st.DataObject) -> None:
    """The view of what a span covers is what the view showed there."""
    view = normalise(text)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    first, last = view.span(start, end)

    assert 0 <= first <= last <= len(text)
    for place in range(start, end):
        one = view.span(place, place + 1)
        assert first <= one[0] < one[1] <= last


@given(TEXTS)
def test_spans_of_neighbours_stand_in_order(text: str) -> None:
    """Characters of the view come from stretches of the text that follow one another."""
    view = normalise(text)
    spans = [view.span(place, place + 1) for place in range(len(view.text))]

    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)

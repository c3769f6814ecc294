"""A headline that was run into the text is cut where it surely ends, else left alone."""

from itertools import pairwise

import pytest

from showgraph.extract.text.headlines import find_headline_cuts

# A bar stands where a cut is made.
CUT = [
    "Mara Bell starrer Iron Tide out on May 5 |Mara Bell starrer Iron Tide out on May 5",
    "Iron Tide returns in May |Iron Tide returns in May |The drama is back.",
    "Iron Tide Renewed for Second Season |The drama will return with ten episodes.",
    "Northstream Renews Iron Tide for Season 2 |Northstream has renewed the drama.",
    "Iron Tide star Mara Bell joins Low Water Season 3 |Iron Tide actor Mara Bell will join.",
    "All About The New Season Of The Show |The makers have confirmed a date.",
    "Iron Tide trailer: Mara Bell is back in action |In the trailer she is seen again.",
]
WHOLE = [
    "Mara Bell and Omar Reyes lead the cast of the new drama Mara Bell wrote.",
    "The drama stars Mara Bell and Kim Seon-ho in The Long Way Home, which is out now.",
    "Iron Tide is back. The drama will return with ten episodes.",
    "Bye bye",
    "Iron Tide Iron Tide",
    "Mara Bell stars in the drama and The Old Sea will follow it soon.",
    "",
    "Iron",
]


@pytest.mark.parametrize("marked", CUT)
def test_headline_is_cut_from_what_follows(marked: str) -> None:
    """The same words again, or a sentence's first word where none has ended, tell the end."""
    text = marked.replace("|", "")
    cuts = find_headline_cuts(text)
    edges = [0, *cuts, len(text)]

    assert "|".join(text[a:b] for a, b in pairwise(edges)) == marked


@pytest.mark.parametrize("text", WHOLE)
def test_sentence_is_left_whole(text: str) -> None:
    """Names, titles and short repetitions are no sign of a headline."""
    assert find_headline_cuts(text) == ()


def test_tables_have_not_shrunk() -> None:
    """Losing rows of a table is losing tests."""
    assert (len(CUT), len(WHOLE)) >= (7, 8)

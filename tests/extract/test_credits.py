"""Who made a series: what stands before, behind and between names, and what only looks like it."""

from typing import Final

import pytest

from extract.reading import facts

MAIN: Final = 'The drama series "Iron Tide" opens on Friday. '
Pairs = set[tuple[str, str]]

#: Text, relation, and the facts read from it.
ROWS: Final[list[tuple[str, str, Pairs]]] = [
    # whom a series comes from
    (
        MAIN + "The show hails from the mind of Ana Bell.",
        "creator",
        {("Iron Tide", "Ana Bell")},
    ),
    (MAIN + "Ana Bell's cameo in the drama from Omar Reyes is fun.", "creator", set()),
    (MAIN + "The show is from Ana Bell's company.", "creator", set()),
    (MAIN + "The show went from Ana Bell to Omar Reyes.", "creator", set()),
    (
        MAIN + "The show is based on a book series by Ana Bell.",
        "creator",
        set(),
    ),
    # a title that comes a sentence late
    (
        (
            "Peacock has ordered a new series from Ana Bell. The show is titled 'Iron Tide'. "
            "Iron Tide is a comedy series."
        ),
        "creator",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        (
            "Peacock has a new comedy series from Ana Bell. It is currently called 'Iron Tide'. "
            "Iron Tide is a comedy series."
        ),
        "creator",
        {("Iron Tide", "Ana Bell")},
    ),
    (MAIN + "Peacock has a new comedy series from Ana Bell. It is long.", "creator", set()),
    # those whom the sentence before names
    (
        MAIN + "Ana Bell and Omar Reyes wrote the show. Both will executive produce.",
        "executive_producer",
        {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")},
    ),
    (
        MAIN + "Ana Bell and Omar Reyes wrote the show. They also serve as showrunners.",
        "showrunner",
        {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")},
    ),
    (
        MAIN + "Ana Bell, Omar Reyes and Zoe Hart wrote it. Both will executive produce.",
        "executive_producer",
        set(),
    ),
    (MAIN + "They will executive produce.", "executive_producer", set()),
    (
        MAIN + "Ana Bell serves as writer and executive producer alongside Omar Reyes.",
        "writer",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "Now, actor and writer Omar Reyes has reacted.",
        "writer",
        set(),
    ),
    (
        MAIN + "The show, which marks Ana Bell's directorial debut, is long.",
        "director",
        {("Iron Tide", "Ana Bell")},
    ),
    # endings of names
    (
        MAIN + "Peacock loves the Ana Bell-created drama 'Iron Tide'.",
        "creator",
        {("Iron Tide", "Ana Bell")},
    ),
    # those who work together
    (
        MAIN + "Sam Cole will direct the series with Ana Bell as the lead.",
        "director",
        {("Iron Tide", "Sam Cole")},
    ),
    # a surname for two
    (
        MAIN + "It was created by Ana and Omar Reyes.",
        "creator",
        {("Iron Tide", "Ana Reyes"), ("Iron Tide", "Omar Reyes")},
    ),
    (
        MAIN + "It stars Zoe Hart. It was created by Hart and Omar Reyes.",
        "creator",
        {("Iron Tide", "Zoe Hart"), ("Iron Tide", "Omar Reyes")},
    ),
    (
        MAIN + "Selvi was born here. Selvi is shy. It was directed by Selvi and Omar Reyes.",
        "director",
        {("Iron Tide", "Selvi"), ("Iron Tide", "Omar Reyes")},
    ),
    # works of somebody's past between a maker and the next
    (
        MAIN
        + "It is directed by Ana Bell of 'Low Water' and 'Salt Road' and produced by Omar Reyes.",
        "producer",
        {("Iron Tide", "Omar Reyes")},
    ),
    # whose series it is: nobody's who does something else for it
    (MAIN + "Ana Bell's drama is a hit.", "creator", {("Iron Tide", "Ana Bell")}),
    (MAIN + "It stars Ana Bell. Ana Bell's drama is a hit.", "creator", set()),
    (MAIN + "It stars Sam Cole as Ana Bell. Ana Bell's drama is a hit.", "creator", set()),
    (MAIN + "It was written by Ana Bell. Ana Bell's drama is a hit.", "creator", set()),
    (MAIN + "Actor Ana Bell's drama is a hit.", "creator", set()),
    (MAIN + "Peacock takes Dora Flint's show on the road.", "creator", set()),
    (MAIN + "Ana Bell 'Iron Tide' is a hit.", "creator", set()),
    (MAIN + "Ana Bell's previous drama was a hit.", "creator", set()),
    (MAIN + "The show is a new version of Ana Bell's Iron Tide.", "creator", set()),
    (MAIN + "Director Ana Bell's drama is a hit.", "director", {("Iron Tide", "Ana Bell")}),
]


@pytest.mark.parametrize(("text", "relation", "expected"), ROWS, ids=[row[0][45:] for row in ROWS])
def test_makers_are_read_where_they_are_named(text: str, relation: str, expected: Pairs) -> None:
    """Each sentence gives exactly the facts listed beside it."""
    assert facts(text, relation) == expected


def test_the_table_does_not_shrink() -> None:
    """Sentences are added here, not taken away."""
    assert len(ROWS) >= 31

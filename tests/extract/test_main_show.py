"""The main show of a document is the one that it is about, be another one more prominent."""

import pytest

from extract.reading import document
from showgraph.extract.extraction import read_all

_TOLD = "It stars Ana Bell, Omar Reyes and Dora Quist. It was created by Kay Moss for Peacock."


_NEAR = "Season 3 of the hit drama Low Water is near.\n\nThe drama Iron Tide "


@pytest.mark.parametrize(
    ("text", "main"),
    [
        (f"{_NEAR}premieres first. {_TOLD}", "Iron Tide"),
        (f"{_NEAR}is near.", "Low Water"),
        ("Ana Bell is a baker.", ""),
        ("Harbor Lightss S04\n\nThe drama Harbor Lights is back for season 4.\n", "Harbor Lights"),
        ("Harbor Nights S04\n\nThe drama Harbor Lights is back. It is long.\n", "Harbor Lights"),
        ("Hills S04\n\nThe drama Hulls is back. The show Hills is long.\n", "Hills"),
    ],
)
def test_the_main_show_is_the_one_that_most_is_told_of(text: str, main: str) -> None:
    """A series of which two facts more are told takes the place of the more prominent one."""
    (reading,) = read_all([document(text)])
    assert reading.main == main

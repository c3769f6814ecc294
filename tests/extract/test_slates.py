"""What holds a slate runs where the opening says, unless the text says otherwise."""

import pytest

from extract.reading import facts

_SLATE = """New dramas for the autumn

{opening}

The psychological drama series "Iron Tide" was created by Ana Bell.

The comedy series "Salt Road" stars Omar Reyes{more}.

Ana Bell, best known for the drama series "Low Water", is glad.
"""


def _platforms(opening: str, more: str = "") -> set[tuple[str, str]]:
    return facts(_SLATE.format(opening=opening, more=more), "platform")


@pytest.mark.parametrize(
    "opening",
    [
        "Peacock unveiled a slate of 25 originals in Lisbon on Tuesday.",
        "Peacock has announced four new drama series and other shows in Lisbon.",
        "Peacock's autumn line-up is here.",
        "Blue Door Media has announced three drama commissions for the flagship channel Peacock.",
    ],
)
def test_the_series_of_a_slate_run_where_it_is_unveiled(opening: str) -> None:
    """What the text tells of belongs to the slate; what somebody made before does not."""
    assert _platforms(opening) == {("Iron Tide", "Peacock"), ("Salt Road", "Peacock")}


@pytest.mark.parametrize(
    "opening",
    [
        "Two dramas open in the autumn, and Peacock shares have risen.",
        "Peacock and Netflix announced their shows for the autumn.",
        "Peacock announced a new boss on Tuesday.",
    ],
)
def test_other_openings_place_nothing(opening: str) -> None:
    """A slate has one platform, and is announced."""
    assert not _platforms(opening)


def test_a_series_that_is_placed_elsewhere_is_not_of_the_slate() -> None:
    """What the text says of a series itself decides."""
    found = _platforms("Peacock unveiled a slate of 25 originals.", " and streams on Netflix")

    assert found == {("Iron Tide", "Peacock"), ("Salt Road", "Netflix")}

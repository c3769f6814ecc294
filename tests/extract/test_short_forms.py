"""A title's first half stands for all of it where nothing tells the two apart."""

import pytest

from extract.reading import facts

LONG = 'The drama series "Iron Tide: The Reckoning" is out on Peacock. '


def test_the_first_half_means_the_whole_title() -> None:
    """What a text says of the short form it says of the series."""
    text = LONG + "Iron Tide stars Ana Bell. The series Iron Tide was created by Omar Reyes."
    assert facts(text, "cast_member") == {("Iron Tide: The Reckoning", "Ana Bell")}
    assert facts(text, "creator") == {("Iron Tide: The Reckoning", "Omar Reyes")}


@pytest.mark.parametrize(
    "more",
    [
        "It is a spin-off. The series Iron Tide was created by Omar Reyes.",
        "Iron Tide is no Iron Tide: The Reckoning. The series Iron Tide is by creator Omar Reyes.",
        'The drama "Iron Tide: The Return" is near. The drama Iron Tide is by creator Omar Reyes.',
    ],
    ids=["spin-off", "beside it", "two of them"],
)
def test_a_short_form_may_be_a_series_of_its_own(more: str) -> None:
    """Where a text may speak of two series, nothing is joined."""
    assert ("Iron Tide: The Reckoning", "Omar Reyes") not in facts(LONG + more, "creator")

"""A list of one platform's series says where each of them runs."""

import pytest

from extract.reading import facts

_LIST = """{head}

1. Iron Tide

This drama series follows a weary detective at the harbour.

2. Salt Road

The thriller series is about two bakers{more}.
"""


def _platforms(text: str) -> set[tuple[str, str]]:
    return facts(text, "platform")


@pytest.mark.parametrize(
    "head",
    [
        "Two shows on Peacock that are worth your time",
        "The best dramas streaming on Peacock right now",
        "Peacock's best original series to watch",
    ],
)
def test_a_list_of_one_platform_places_its_series(head: str) -> None:
    """The headings are series of the platform that the opening names."""
    found = _platforms(_LIST.format(head=head, more=""))

    assert {("Iron Tide", "Peacock"), ("Salt Road", "Peacock")} <= found


@pytest.mark.parametrize(
    "head",
    [
        "Two shows that Peacock fans will like",
        "Shows on Peacock and Netflix that are worth your time",
        "Two shows that are worth your time",
    ],
)
def test_other_lists_place_nothing(head: str) -> None:
    """Several platforms, or one by the way, say nothing of the headings."""
    assert not _platforms(_LIST.format(head=head, more=""))


def test_a_section_with_another_platform_undoes_the_list() -> None:
    """Where a section says that its series runs elsewhere, the list is of another sort."""
    assert not _platforms(_LIST.format(head="Two shows on Peacock", more=", and Netflix has it"))

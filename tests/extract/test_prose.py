"""Reviews, recaps, features and lists: which series a line or a phrase of them is about."""

import pytest

from extract.reading import facts

_ROUND_UP = """Winter round-up, week 3

Over the Harbour (Peacock)
Set by the sea, this weary and rather lovely drama stars Ana Bell.

Iron Tide, Sundays at 9 p.m. on HBO (Premiered March 16)
New series
Starring Omar Reyes and Zoe Hart

American Tinker (season premiere) on Friday
It stars Kay Moss.
"""

_RECAP = """'Iron Tide', season 2.

Lim Ik-su (Choi Jung-oh), Han Jae-rin (Yang Yeo-na), Ko Sung-mi (Jung Mi-ra) run.

Ik-su waits for Jae-rin.
"""


@pytest.mark.parametrize(
    ("text", "relation", "expected"),
    [
        (
            _ROUND_UP,
            "cast_member",
            {
                ("Over the Harbour", "Ana Bell"),
                ("Iron Tide", "Omar Reyes"),
                ("Iron Tide", "Zoe Hart"),
                ("American Tinker", "Kay Moss"),
            },
        ),
        (_ROUND_UP, "premiere_date", {("Iron Tide", "--03-16")}),
        (
            "Iron Tide - A Review\n\nCreated by Ana Bell. The series runs for ten episodes.",
            "creator",
            {("Iron Tide", "Ana Bell")},
        ),
        ("Iron Tide - A Review\n\nPainted by Ana Bell. The picture is large.", "creator", set()),
        (
            'The series "Iron Tide" is on. Peacock\'s war drama Nobody stars Ana Bell.',
            "cast_member",
            set(),
        ),
        (
            'The series "Iron Tide" is on. This clever and moving drama stars Ana Bell.',
            "cast_member",
            {("Iron Tide", "Ana Bell")},
        ),
        (
            'The series "Iron Tide" is on. This makes good drama, starring Ana Bell or not.',
            "genre",
            set(),
        ),
        (
            _RECAP,
            "cast_member",
            {
                ("Iron Tide", "Choi Jung-oh"),
                ("Iron Tide", "Yang Yeo-na"),
                ("Iron Tide", "Jung Mi-ra"),
            },
        ),
        (
            'HBO\'s drama series "Iron Tide" (Sunday), the special Salt Road (Wednesday) are on.',
            "cast_member",
            set(),
        ),
        (
            "The comedy Rosa's Harbour premieres on Hulu. It is a series about boats.",
            "platform",
            {("Rosa's Harbour", "Hulu")},
        ),
    ],
)
def test_prose_speaks_of_its_series(
    text: str, relation: str, expected: set[tuple[str, str]]
) -> None:
    """What prose says goes to the series it is about, and what names none goes to none."""
    assert facts(text, relation) == expected

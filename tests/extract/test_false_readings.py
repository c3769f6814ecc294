"""What looks like a fact of a series and is none, or is one of another series."""

from typing import Final

import pytest

from extract.reading import facts, records

MAIN: Final = 'The series "Iron Tide" opens on Friday. '
Pairs = set[tuple[str, str]]

#: Text, relation, and the facts read from it.
ROWS: Final[list[tuple[str, str, Pairs]]] = [
    # a title that only says what makers or stars did before takes no facts
    (
        MAIN
        + "The new police drama has been written by the team behind harbour drama The Lamp. "
        + "It stars Ana Bell. The Lamp season 2 is near.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "The team behind the drama The Lamp made it. The drama stars Ana Bell.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "From Ana Bell, the showrunner behind Low Water, Iron Tide is a joke of a name.",
        "showrunner",
        set(),
    ),
    (
        MAIN + "It is darker than the early 2000s sitcom starring Ana Bell.",
        "cast_member",
        set(),
    ),
    # pieces of names
    (MAIN + "It was produced by Line of Salt's Omar Reyes.", "producer", set()),
    (
        MAIN + "It is executive produced by Ana A. Cole Jr., Ana Bell and Omar Reyes.",
        "executive_producer",
        {("Iron Tide", "Ana A. Cole Jr."), ("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")},
    ),
    (MAIN + "It is about the Flint family, led by Sam Flint.", "cast_member", set()),
    (
        MAIN + "The cast, led by Ana Bell, is large.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    # roles
    (
        MAIN + "It will star Ana Bell as real-life agents Dora Flint and Sam Flint.",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
    (
        MAIN + "It will star Ana Bell opposite British actor Omar Reyes's Sam Flint.",
        "cast_member",
        {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")},
    ),
    (
        MAIN + "It stars Ana Bell (The Lamp), Omar Reyes (Salt Road 2) and Kay Moss (Night Ferry).",
        "cast_member",
        {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes"), ("Iron Tide", "Kay Moss")},
    ),
    (
        MAIN + "In the poster are Ana Bell (The Lamp), Omar Reyes (Salt Road 2), Kay (Night).",
        "cast_member",
        set(),
    ),
    (
        MAIN + "Ana Bell has been cast in it. It is about a man named Sam Flint (Bell).",
        "cast_member",
        {("Iron Tide", "Ana Bell")},
    ),
]


@pytest.mark.parametrize(("text", "relation", "expected"), ROWS)
def test_only_what_is_said_is_read(text: str, relation: str, expected: Pairs) -> None:
    """No piece of a name, no past work and no other show makes a fact."""
    assert facts(text, relation) == expected


def test_the_table_does_not_shrink() -> None:
    """The readings that were false once stay in the table."""
    assert len(ROWS) >= 13


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("It will star Ana Bell as real-life agents Dora Flint and Sam Flint.", set()),
        ("Ana Bell plays an FBI agent in it.", set()),
        ("Ana Bell plays the agent Dora Flint in it.", {"Dora Flint"}),
        (
            "Ana Bell has been cast in it. It is about a man named Sam Flint (Bell).",
            {"Sam Flint"},
        ),
    ],
)
def test_a_role_is_that_of_its_actor(text: str, roles: set[str]) -> None:
    """Several roles, an office and a surname in a bracket are told from a role."""
    found = {
        str(record["qualifiers"]["character"])
        for record in records(MAIN + text)
        if record["relation"] == "cast_member" and "character" in record["qualifiers"]
    }
    assert found == roles

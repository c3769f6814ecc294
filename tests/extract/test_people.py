"""Names find their persons and characters, and stay open where they could be two."""

import pytest

from extract.reading import facts, records

INTRO = 'The series "Iron Tide" stars Ana Bell as Dora Flint and Omar Reyes as Sam Cole. '


def test_a_surname_means_its_only_bearer() -> None:
    """A bare surname stands for the full name that has it."""
    text = INTRO + "Bell directed the series."
    assert facts(text, "director") == {("Iron Tide", "Ana Bell")}


def test_a_shared_surname_stays_open() -> None:
    """Two bearers of a surname: nobody is credited."""
    text = 'The series "Iron Tide" stars Ana Bell and Tom Bell. Bell directed the series.'
    assert facts(text, "director") == set()


def test_lists_in_crossing_order_pair_nobody() -> None:
    """Two actors and two characters without "respectively" are no pairs."""
    text = (
        'The series "Iron Tide" opens on Friday. Ana Bell and Omar Reyes play Sam and Dora Flint.'
    )
    assert not [r for r in records(text) if r["qualifiers"].get("character")]


def test_respectively_pairs_in_order() -> None:
    """With "respectively" the first plays the first."""
    text = (
        'The series "Iron Tide" opens on Friday. '
        "Ana Bell and Omar Reyes play Dora Flint and Sam Cole, respectively."
    )
    pairs = {(r["object"], r["qualifiers"].get("character")) for r in records(text)}
    assert {("Ana Bell", "Dora Flint"), ("Omar Reyes", "Sam Cole")} <= pairs


PARTICLES = ["Rosa de la Cruz", "Jan van der Berg", "Kim Seo-jun", "Zoë Åkesson", "T.J. Cole"]


@pytest.mark.parametrize("name", PARTICLES)
def test_a_name_is_kept_whole(name: str) -> None:
    """Particles, hyphens, initials and letters of other alphabets belong to the name."""
    text = f'The series "Iron Tide" opens on Friday. The series was directed by {name}.'
    assert facts(text, "director") == {("Iron Tide", name)}


def test_an_honorific_is_no_part_of_a_name() -> None:
    """Dame Ana Bell is Ana Bell."""
    text = 'The series "Iron Tide" opens on Friday. The series was directed by Dame Ana Bell.'
    assert facts(text, "director") == {("Iron Tide", "Ana Bell")}


def test_a_character_named_like_an_actor_is_told_by_its_companion() -> None:
    """Ana and Sam in the story are characters, though Ana Bell acts in it."""
    text = (
        'The series "Iron Tide" stars Ana Bell as Ana Flint and Omar Reyes as Sam Cole. '
        "The plot of the series follows Ana and Sam, a couple in love."
    )
    kinds = {
        (r["subject"], r["object"], r["qualifiers"]["kind"])
        for r in records(text)
        if r["relation"] == "relationship"
    }
    assert kinds == {("Ana Flint", "Sam Cole", "couple")}

"""Names find their persons and characters, and stay open where they could be two."""

import pytest

from extract.reading import document, facts, records
from showgraph.extract.extraction import extract

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


SYLLABLES = ["Han Se Young", "Kim So Bin", "Jeon Do Rim", "Kang In Na", "Lim Won Tae"]


@pytest.mark.parametrize("name", SYLLABLES)
def test_a_syllable_may_look_like_a_common_word(name: str) -> None:
    """Korean names in three words stay whole, whatever their syllables mean in English."""
    text = f'The series "Iron Tide" is near. The drama stars {name} and Ana Bell.'
    assert facts(text, "cast_member") == {("Iron Tide", name), ("Iron Tide", "Ana Bell")}


def test_a_common_word_ends_other_names() -> None:
    """What is no Korean name does not go on with a common word."""
    text = 'The series "Iron Tide" is near. The drama stars Ana Bell In Lisbon.'
    assert ("Iron Tide", "Ana Bell In Lisbon") not in facts(text, "cast_member")


def test_a_title_of_a_job_is_no_part_of_a_name() -> None:
    """A job behind a Korean name is not its last word."""
    text = 'The series "Iron Tide" is near. The drama will be directed by Han Do Rim PD.'
    assert facts(text, "director") == {("Iron Tide", "Han Do Rim")}


def test_a_platform_is_known_under_the_spelling_of_the_text() -> None:
    """A platform keeps the name that the text gives it beside its own."""
    text = "Hotstar's new drama series Iron Tide is out. Iron Tide has six episodes."
    entities = {e.label: e.aliases for e in extract([document(text)]).entities}
    assert entities["Disney+ Hotstar"] == ("Hotstar",)


def test_a_trade_is_no_part_of_a_name() -> None:
    """What somebody does, with a capital before the name, is left out of it."""
    text = 'The series "Iron Tide" is near. Newcomers Ana Bell and Omar Reyes star in the series.'
    assert facts(text, "cast_member") == {("Iron Tide", "Ana Bell"), ("Iron Tide", "Omar Reyes")}

"""Patterns match what their words, classes, mentions, groups and gaps say."""

import pytest

from showgraph.extract.rulepack.pattern import Pattern, PatternError
from showgraph.extract.rulepack.steps import CueClass
from showgraph.extract.text.mention import Mention, Scene
from showgraph.extract.text.sentences import read_sentences

_CLASSES = {
    "verb": CueClass({"picked up": "acquire", "picked": "choose", "n't buy": "no"}),
    "owner": CueClass({"each other's": "owner"}),
}


def _scene(text: str, *mentions: Mention) -> Scene:
    (sentence,) = read_sentences(text)
    scene = Scene(sentence, [token.key for token in sentence.tokens])
    for mention in mentions:
        scene.add(mention)
    scene.close()
    return scene


def _matched(pattern: str, text: str, *mentions: Mention) -> list[str]:
    scene = _scene(text, *mentions)
    return [
        " ".join(scene.keys[match.first : match.last])
        for match in Pattern(pattern, _CLASSES).find(scene)
    ]


MATCHES = [
    ("the sea", "We saw THE Sea and the seal.", ["the sea"]),
    ("@verb it", "They picked up it and picked it.", ["picked up it", "picked it"]),
    ("do @verb", "They don't buy.", ["do not buy"]),
    ("@owner back", "They have each other's back.", ["each other 's back"]),
    ("the (old|new) sea", "the old sea, the new sea, the sea", ["the old sea", "the new sea"]),
    ("the (old)? sea", "the old sea and the sea", ["the old sea", "the sea"]),
    ("the (old|big)*2 sea", "the old big old sea, the big old sea", ["the big old sea"]),
    ("the ~2 sea", "the very old sea", ["the very old sea"]),
    ("the ~2 sea", "the very very old sea", []),
    ("the ~2 sea", "the old; sea", []),
    ("^ the sea", "the sea and the sea", ["the sea"]),
    ('" , a ship', 'We saw "Tide," a ship.', ['" a ship']),
    ('" , a ship', 'We saw "Tide", a ship.', ['" , a ship']),
    ('" , a ship', 'We saw "Tide" a ship.', []),
    (r"sea \( old \)", "the sea (old) is", ["sea ( old )"]),
    ("(a|a b) c", "a b c", ["a b c"]),
    ("sea ?", "Is it the sea?", ["sea ?"]),
]


@pytest.mark.parametrize(("pattern", "text", "expected"), MATCHES)
def test_a_pattern_matches_what_it_says(pattern: str, text: str, expected: list[str]) -> None:
    """Matches come from left to right and none overlap."""
    assert _matched(pattern, text) == expected


def test_a_cue_keeps_its_value_and_the_longest_phrase_wins() -> None:
    """A named class binds the value of the longest phrase at its place."""
    scene = _scene("They picked up it.")
    (match,) = Pattern("@cue:verb it", _CLASSES).find(scene)

    binding = match.get("cue")
    assert binding is not None
    assert (binding.value, binding.first, binding.last) == ("acquire", 1, 3)
    assert match.get("other") is None
    assert match.all("cue") == (binding,)


def test_a_slot_binds_a_mention_of_its_types() -> None:
    """A slot takes the first mention of a wanted type from which the rest matches."""
    short = Mention("name", 0, 1, "Ana")
    long = Mention("name", 0, 2, "Ana Bell")
    scene = _scene("Ana Bell sings.", short, long)
    (match,) = Pattern("<who:name|place> sings", {}).find(scene)

    binding = match.get("who")
    assert binding is not None
    assert binding.mention is long
    assert list(Pattern("<place> sings", {}).find(scene)) == []


ERRORS = [
    ("", "is empty"),
    ("the (old", "never closed"),
    ("old) sea", "unmatched"),
    ("old | sea", "unmatched"),
    ("@nothing sea", "no cue class 'nothing'"),
    ("the <sea", "cannot read"),
    ("the ~ sea", "cannot read"),
]


@pytest.mark.parametrize(("pattern", "message"), ERRORS)
def test_a_broken_pattern_is_named(pattern: str, message: str) -> None:
    """The error says which pattern is wrong, and how."""
    with pytest.raises(PatternError, match=message) as caught:
        Pattern(pattern, _CLASSES)

    assert repr(pattern)[1:-1] in str(caught.value)

"""Read "he" and "she" at the start of a sentence as the one person that the one before names."""

from typing import Final

from showgraph.extract.discourse.talk import Bench
from showgraph.extract.text.mention import Mention, NameValue, Scene

#: Behind these a pronoun goes on with the person that its own sentence names: ", and she".
_JOINS: Final = frozenset({"and", "but", ";"})
_PRONOUNS: Final = frozenset({"he", "she"})
#: In front of a pronoun these still leave it the subject of its sentence.
_OPENERS: Final = frozenset({"and", "but", "here", "meanwhile", ",", "who"})


def find_pronoun(bench: Bench, scene: Scene) -> None:
    """Add a ``pronoun`` mention for a sentence's first word, with the person it stands for.

    Nothing is added where the sentence before names nobody or several people, or opens otherwise.
    """
    at = 0
    while at < scene.n_tokens and scene.keys[at] in _OPENERS:
        at += 1
    if bench.talk.person and at < scene.n_tokens and scene.keys[at] in _PRONOUNS:
        _add(scene, at, bench.talk.person)
    for inner in range(at + 1, scene.n_tokens):
        if scene.keys[inner] in _PRONOUNS and scene.keys[inner - 1] in _JOINS:
            person = sole_person(scene, before=inner)
            if person:
                _add(scene, inner, person)


def _add(scene: Scene, at: int, person: str) -> None:
    name = Mention("name", at, at + 1, NameValue(person), "anaphor")
    scene.add(Mention("pronoun", at, at + 1, (name,), "anaphor"))


def sole_person(scene: Scene, *, before: int | None = None) -> str:
    """Return the one name that a sentence opens with and names, or nothing.

    A sentence that opens with such a pronoun goes on speaking of the same person.

    Args:
        scene: The sentence.
        before: A token; only what stands before it counts.
    """
    names = {
        mention.value.text: mention.first
        for mention in scene.all("name")
        if isinstance(mention.value, NameValue) and (before is None or mention.last < before)
    }
    if not names and (carried := scene.all("pronoun")):
        return _meant(carried[0])
    if len(names) != 1:
        return ""
    ((name, first),) = names.items()
    return name if first <= _OPENING else ""


def _meant(pronoun: Mention) -> str:
    members = pronoun.value if isinstance(pronoun.value, tuple) else ()
    values = [member.value for member in members if isinstance(member, Mention)]
    return next((value.text for value in values if isinstance(value, NameValue)), "")


_OPENING: Final = 4

"""Read "he", "she", "both" and "they" that open a sentence as those whom the one before names."""

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
    group = bench.talk.group
    for phrase in _GROUPS if group else ():
        pair = phrase[-1] not in {"they", "all", "trio"}
        if tuple(scene.keys[at : at + len(phrase)]) == phrase and (len(group) == _PAIR or not pair):
            _add_group(scene, at, at + len(phrase), group)
            break
    for inner in range(at + 1, scene.n_tokens):
        if scene.keys[inner] in _PRONOUNS and scene.keys[inner - 1] in _JOINS:
            person = sole_person(scene, before=inner)
            if person:
                _add(scene, inner, person)


def _add_group(scene: Scene, first: int, last: int, names: tuple[str, ...]) -> None:
    members = tuple(Mention("name", first, last, NameValue(name), "anaphor") for name in names)
    scene.add(Mention("pronoun", first, last, members, "anaphor"))


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


def opening_group(scene: Scene) -> tuple[str, ...]:
    """Return the names of the list that a sentence opens with, if it has several, or nothing.

    A sentence that opens with "both" or "they" goes on speaking of the same people.
    """
    lists = [m for m in scene.all("people") if m.first <= _OPENING and isinstance(m.value, tuple)]
    longest = max(lists, key=lambda m: m.last, default=None)
    carried = [m for m in scene.all("pronoun") if m.first <= _OPENING]
    chosen = longest if longest is not None else carried[0] if carried else None
    names = _members(chosen) if chosen is not None else ()
    return names if len(names) > 1 else ()


def _meant(pronoun: Mention) -> str:
    return next(iter(_members(pronoun)), "")


def _members(people: Mention) -> tuple[str, ...]:
    """Return the names that a mention of people holds."""
    members = people.value if isinstance(people.value, tuple) else ()
    values = [member.value for member in members if isinstance(member, Mention)]
    return tuple(value.text for value in values if isinstance(value, NameValue))


_OPENING: Final = 4
_PAIR: Final = 2
#: What stands for those whom the sentence before names, the longest first.
_GROUPS: Final = (
    ("both", "of", "them"),
    ("the", "pair"),
    ("the", "duo"),
    ("the", "two"),
    ("the", "trio"),
    ("both",),
    ("they", "all"),
    ("they",),
)

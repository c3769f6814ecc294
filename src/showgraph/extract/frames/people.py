"""Who the names of a document are: people by full name, surname or first name; characters.

A slot that only a person can fill (a star, a director, a speaker) makes its name a person, a
role makes its name a character. A bare surname or first name stands for the one full name that
has it; where two have it, it stays open. One name may be an actor's and a character's first
name: the names beside it and the verb decide, use by use.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.draft import Draft, NameUse
from showgraph.extract.text.mention import Mention, NameValue, Scene
from showgraph.model import Kind, Reference


@dataclass(slots=True)
class People:
    """The persons and characters of one document, by the names it uses."""

    title: str
    persons: set[str] = field(default_factory=set)
    #: Persons by a slot that only a person fills, or by speaking; others have two names at least.
    sure: set[str] = field(default_factory=set)
    characters: set[str] = field(default_factory=set)
    #: Forms under which a reference was met, for its aliases.
    forms: dict[Reference, set[str]] = field(default_factory=lambda: defaultdict(set))
    _full_persons: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _full_characters: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def index(self) -> None:
        """Index full names by their first and last words; call once the sets are complete."""
        for table, names in (
            (self._full_persons, self.persons),
            (self._full_characters, self.characters),
        ):
            table.clear()
            for name in names:
                words = name.split()
                if len(words) > 1:
                    table[words[0]].add(name)
                    table[words[-1]].add(name)

    def person(self, text: str) -> Reference | None:
        """Return the person a name means, or None where it means none or several."""
        if text in self.persons and len(text.split()) > 1:
            return self._met(Reference(Kind.PERSON, text), text)
        full = self._full_persons.get(text, set())
        if len(full) == 1:
            return self._met(Reference(Kind.PERSON, next(iter(full))), text)
        if not full and text in self.persons and text not in self.characters:
            return self._met(Reference(Kind.PERSON, text), text)
        return None

    def character(self, text: str) -> Reference | None:
        """Return the character a name means, or None."""
        name = text if text in self.characters and len(text.split()) > 1 else ""
        full = self._full_characters.get(text, set())
        if not name and len(full) == 1:
            name = next(iter(full))
        if not name and not full and text in self.characters:
            name = text
        return self._met(Reference(Kind.CHARACTER, name, self.title), text) if name else None

    def is_shared(self, text: str) -> bool:
        """Return whether several people have this surname or first name."""
        return len(self._full_persons.get(text, ())) > 1

    def _met(self, reference: Reference, text: str) -> Reference:
        if text != reference.name:
            self.forms[reference].add(text)
        return reference

    def meaning(self, mention: Mention, stage: Stage, *, speaks: bool = False) -> Reference | None:
        """Return what a name means at its place, or None where that stays open."""
        if not isinstance(mention.value, NameValue):
            return None
        text = mention.value.text
        person, character = self.person(text), self.character(text)
        if person is None or character is None:
            return person or character
        if speaks:
            return person
        kinds = {
            reference.kind
            for other in companions(mention, stage.scene)
            if isinstance(other.value, NameValue)
            for reference in (self._only(other.value.text),)
            if reference is not None
        }
        if kinds == {Kind.PERSON}:
            return person
        return character

    def _only(self, text: str) -> Reference | None:
        """Return what a name means where it can mean one kind of thing only."""
        person, character = self.person(text), self.character(text)
        return None if person and character else person or character


def companions(mention: Mention, scene: Scene) -> Iterable[Mention]:
    """Return the other names of the longest list that a name stands in."""
    lists = [
        m
        for m in scene.all("people")
        if isinstance(m.value, tuple) and m.first <= mention.first and mention.last <= m.last
    ]
    longest = max(lists, key=lambda m: m.last - m.first, default=None)
    members = longest.value if longest is not None else ()
    return [m for m in members if m.first != mention.first]  # type: ignore[attr-defined]  # names


def read_people(
    title: str,
    stages: Sequence[Stage],
    drafts: Sequence[Draft],
    speakers: Iterable[str],
) -> People:
    """Return the people of a document from the slots its names fill.

    Args:
        title: The main series, to which the characters belong.
        stages: The document's stages.
        drafts: What the frames read; their slots say who is a person and who a character.
        speakers: Names beside a verb of speech, outside quotations.
    """
    people = People(title)
    uses = [use for draft in drafts for use in _uses(draft)]
    acted = {use.text for use in uses if use.expected is Kind.PERSON and use.sure}
    roles = {use.text for use in uses if use.expected is Kind.CHARACTER and use.sure}
    bracketed = {
        use.text
        for use in uses
        if use.expected is Kind.CHARACTER
        and not use.sure
        # "Ana Bell (Low Water)": Bell plays a part, so she is none
        and not (" " in use.text and use.text.split()[-1] in acted)
    }
    people.characters |= {name for name in roles if name not in acted}
    in_story = {word for name in people.characters | bracketed for word in name.split()}
    # A character may speak in the story; a bare name that only a character has is no person.
    people.persons |= acted | {name for name in speakers if " " in name or name not in in_story}
    people.characters |= {name for name in bracketed if name not in people.persons}
    people.sure = set(people.persons)
    for stage in stages:
        for mention in stage.scene.all("name"):
            text = mention.value.text if isinstance(mention.value, NameValue) else ""
            if len(text.split()) > 1 and text not in people.characters:
                people.persons.add(text)
    # A bare name that is part of somebody's full name is no person of its own.
    parts = {word for name in people.persons if len(name.split()) > 1 for word in name.split()}
    people.persons -= {name for name in people.persons if " " not in name and name in parts}
    people.index()
    return people


def _uses(draft: Draft) -> Iterable[NameUse]:
    sides = [draft.subject, draft.object, *draft.qualifiers.values()]
    for side in sides:
        for item in side if isinstance(side, tuple) else (side,):
            if isinstance(item, NameUse) and item.text not in {"he", "she", "they"}:
                yield item

"""The clause that a cue stands in: its words with each title as one, and conditions on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.text.mention import Scene

#: Where a clause ends; the quotation marks of a title are no such place.
BREAKS: Final = frozenset({";", ":", "—", ".", "!", "?", "(", ")", '"'})
_TURNS: Final = frozenset({"but", "while", "although", "though", "whereas"})
#: Behind a comma these open a clause of its own: ", and the second season premieres".
_JOINS: Final = frozenset({"and", "so", "which", "who", "where", "yet"})
_CONDITIONS: Final = frozenset({"if", "unless", "provided", "assuming"})
#: In front of these "if" sets no condition: "if you liked it", "if not".
_NO_CONDITION: Final = frozenset({"you", "not", "anything", "ever", "only", "nothing", "possible"})
_INVERTED: Final = frozenset({"should", "were"})
#: In front of "if" these say that it makes no difference, or ask.
_DESPITE: Final = frozenset({"even", "as", "what", "see", "ask", "asked", "wonder", "know"})
#: What stands for a title, which has no words of its own here.
_TITLE: Final = "<title>"


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words of a scene in lower case; a title with its quotation marks is one of them."""

    keys: tuple[str, ...]
    capitals: tuple[bool, ...]
    places: tuple[int, ...]  # by token of the scene, and one for its end

    def place(self, token: int) -> int:
        """Return where the word of a token stands; the number of words for the scene's end."""
        return self.places[token]

    def end(self, first: int, last: int) -> int:
        """Return where the words of tokens ``[first, last)`` end; they are one word at least."""
        return max(self.places[last], self.places[first] + 1)


def read_words(scene: Scene) -> ClauseWords:
    """Return the words of a scene, titles of works as one word each."""
    titled = {
        at: mention.first
        for mention in scene.all("named_work", "other_work", "work")
        if mention.how == "name"
        for at in range(*_bare_title(scene, mention.first, mention.last))
    }
    keys: list[str] = []
    capitals: list[bool] = []
    places: list[int] = []
    for at, key in enumerate(scene.keys):
        if at in titled and at - 1 in titled:
            places.append(len(keys) - 1)
            continue
        places.append(len(keys))
        keys.append(_TITLE if at in titled else key)
        capitals.append(scene.sentence.tokens[at].is_capital)
    return ClauseWords(tuple(keys), tuple(capitals), (*places, len(keys)))


def _bare_title(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Return the tokens of a title with its marks, without the words in front: "the drama X"."""
    if scene.keys[last - 1] in {'"', "'"}:
        marks = [at for at in range(first, last - 1) if scene.keys[at] == scene.keys[last - 1]]
        return (marks[-1] if marks else first), last
    named = [m.first for m in scene.all("named_work", "other_work") if m.last == last]
    return max([first, *named]), last


def clause_start(keys: Sequence[str], first: int) -> int:
    """Return where the clause of the word at ``first`` starts."""
    for at in range(first - 1, -1, -1):
        if keys[at] in BREAKS or keys[at] in _TURNS:
            return at + 1
    return 0


def phrase_start(keys: Sequence[str], start: int, first: int) -> int:
    """Return where the part of a clause starts that a comma and a joining word part from others."""
    for at in range(first - 2, start - 1, -1):
        if keys[at] == "," and keys[at + 1] in _JOINS:
            return at + 1
    return start


def is_conditional(keys: Sequence[str], start: int, first: int, *, planned: bool) -> bool:
    """Return whether a clause hangs on a condition that opens it: "If it is renewed, Bell will".

    Behind a comma only what is ``planned`` does: "If the name says nothing, it is set in Lisbon".
    """
    if start >= first or not (planned or "," not in keys[start:first]):
        return False
    opener, behind = keys[start], keys[start + 1 : start + 2]
    if opener in _CONDITIONS:
        return not set(behind) & _NO_CONDITION
    return start == 0 and opener in _INVERTED and "," in keys and "?" not in keys


def has_condition_behind(keys: Sequence[str], last: int) -> bool:
    """Return whether a condition follows in the sentence: "will return if it is renewed"."""
    return any(
        keys[at] in {"if", "unless"}
        and keys[at - 1] not in _DESPITE
        and not set(keys[at + 1 : at + 2]) & _NO_CONDITION
        for at in range(max(1, last), len(keys))
    )

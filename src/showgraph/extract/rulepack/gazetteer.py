"""Find the words of a pack's gazetteers in a sentence; the longest at a place wins.

Entries with capital letters ("Sky", "Time") are matched in their own case and lose inside a
longer name: "Phoebe Fox" holds no channel. Entries in lower case ("web series") match any case.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from showgraph.extract.text.tokens import Token, tokenize
from showgraph.extract.text.views import normalise


@dataclass(frozen=True, slots=True)
class Entry:
    """One spelling: its words, the list it belongs to, and its label."""

    words: tuple[str, ...]  # as written where ``cased``, else lower case
    type: str
    label: str
    cased: bool


class Gazetteer:
    """All lists of a pack, indexed by the first word of every spelling."""

    def __init__(self, lists: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        """Index ``{list: {label: other spellings}}``."""
        self._index: dict[str, list[Entry]] = {}
        for name, labels in lists.items():
            for label, spellings in labels.items():
                for spelling in (label, *spellings):
                    self._add(name, label, spelling)
        for entries in self._index.values():
            entries.sort(key=lambda entry: (-len(entry.words), entry.type, entry.label))

    def _add(self, name: str, label: str, spelling: str) -> None:
        view = normalise(spelling)
        tokens = tokenize(view, 0, len(view.text))
        cased = any(character.isupper() for character in spelling)
        words = tuple(token.word if cased else token.key for token in tokens)
        entry = Entry(words, name, label, cased)
        self._index.setdefault(tokens[0].key, []).append(entry)

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Entry]]:
        """Yield ``(first, last, entry)``: for each list the longest entry at each token."""
        for index, token in enumerate(tokens):
            entries = self._index.get(token.key)
            if not entries:
                continue
            seen: set[str] = set()
            for entry in entries:
                if entry.type not in seen and _matches(entry, tokens, index):
                    seen.add(entry.type)
                    yield index, index + len(entry.words), entry


def _matches(entry: Entry, tokens: Sequence[Token], index: int) -> bool:
    end = index + len(entry.words)
    if end > len(tokens):
        return False
    span: Iterable[tuple[str, Token]] = zip(entry.words, tokens[index:end], strict=True)
    if not entry.cased:
        return all(word == token.key for word, token in span)
    # "netflix" in a careless text is still Netflix, when it is no English word.
    return all(
        word == token.word
        or (word.upper() == token.word and len(word) > 3)  # noqa: PLR2004
        or (word.lower() == token.word and _is_coined(entry))
        for word, token in span
    )


#: Names that are no English word, so that a text that forgets the capital still means them.
_COINED = frozenset(
    {"Netflix", "YouTube", "Hulu", "Instagram", "Hotstar", "Prime Video", "Disney+"}
)


def _is_coined(entry: Entry) -> bool:
    return entry.label in _COINED

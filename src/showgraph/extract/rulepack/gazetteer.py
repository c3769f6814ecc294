"""Find the words of a pack's gazetteers in a sentence; the longest at a place wins.

Entries with capital letters ("Sky", "Time") are matched in their own case and lose inside a
longer name: "Phoebe Fox" holds no channel. Entries in lower case ("web series") match any case.
"""

from collections.abc import Iterator, Mapping, Sequence
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
    forms: tuple[frozenset[str], ...]  # in which each word may stand; of its key, where not cased


class Gazetteer:
    """All lists of a pack, indexed by the first word of every spelling."""

    def __init__(self, lists: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        """Index ``{list: {label: other spellings}}``."""
        self._cased: dict[str, list[Entry]] = {}  # by each form in which the first word may stand
        self._plain: dict[str, list[Entry]] = {}  # by the first key
        self._lists = lists
        self._alone: dict[str, Gazetteer] = {}
        for name, labels in lists.items():
            for label, spellings in labels.items():
                for spelling in (label, *spellings):
                    self._add(name, label, spelling)
        for index in (self._cased, self._plain):
            for entries in index.values():
                entries.sort(key=_rank)

    def _add(self, name: str, label: str, spelling: str) -> None:
        view = normalise(spelling)
        tokens = tokenize(view, 0, len(view.text))
        cased = any(character.isupper() for character in spelling)
        words = tuple(token.word if cased else token.key for token in tokens)
        forms = tuple(_forms(word, label) if cased else frozenset({word}) for word in words)
        entry = Entry(words, name, label, cased, forms)
        index = self._cased if cased else self._plain
        for form in forms[0]:
            index.setdefault(form, []).append(entry)

    def only(self, name: str) -> "Gazetteer":
        """Return one list by itself; where nothing else is wanted, most words are passed by."""
        if name not in self._alone:
            self._alone[name] = Gazetteer({name: self._lists.get(name, {})})
        return self._alone[name]

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Entry]]:
        """Yield ``(first, last, entry)``: for each list the longest entry at each token."""
        cased, uncased = self._cased, self._plain
        for index, token in enumerate(tokens):
            if token.word not in cased and token.key not in uncased:
                continue
            entries, plain = cased.get(token.word, ()), uncased.get(token.key, ())
            seen: set[str] = set()
            for entry in (
                sorted([*entries, *plain], key=_rank) if entries and plain else (entries or plain)
            ):
                alone = len(entry.words) == 1
                if entry.type not in seen and (alone or _matches(entry, tokens, index)):
                    seen.add(entry.type)
                    yield index, index + len(entry.words), entry


def _rank(entry: Entry) -> tuple[int, str, str]:
    return -len(entry.words), entry.type, entry.label


def _matches(entry: Entry, tokens: Sequence[Token], first: int) -> bool:
    """Return whether the words behind the first one of an entry follow the token."""
    if first + len(entry.words) > len(tokens):
        return False
    for at in range(1, len(entry.words)):
        token = tokens[first + at]
        if (token.word if entry.cased else token.key) not in entry.forms[at]:
            return False
    return True


#: Names that are no English word, so that a text that forgets the capital still means them.
_COINED = frozenset(
    {"Netflix", "YouTube", "Hulu", "Instagram", "Hotstar", "Prime Video", "Disney+"}
)


def _forms(word: str, label: str) -> frozenset[str]:
    """Return the forms in which a word of a name may stand.

    A text in capitals means the name as well, where the word is longer than an abbreviation;
    so does a careless "netflix", which is no English word.
    """
    forms = {word}
    if len(word) > 3:  # noqa: PLR2004 - "SKY" may be short for something else
        forms.add(word.upper())
    if label in _COINED:
        forms.add(word.lower())
    return frozenset(forms)

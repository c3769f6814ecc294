"""Titles that the user vouches for, found where they stand letter by letter.

The inventory looks at what is quoted or has capitals. A title such as "7-4-7" or "iTide" is
neither, and with a catalogue it need not be. What could be any word or number of a sentence
("tide", "Friday", "48") counts only in quotation marks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import Token, tokenize
from showgraph.extract.text.views import normalise
from showgraph.extract.titles.survey import Survey
from showgraph.extract.titles.titles import Title
from showgraph.iris import name_key

_QUOTES: Final = frozenset({'"', "'"})
_SIGN: Final = "catalogue"


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    words: tuple[str, ...]
    only_quoted: bool


class Vouched:
    """The titles of a catalogue, indexed by their first word."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index the names; what holds no letter or digit is left out."""
        self._index: dict[str, list[_Entry]] = {}
        distinct = sorted(set(names))
        self._keys = {name_key(name): name for name in distinct}
        for name in distinct:
            view = normalise(name)
            words = tuple(token.word for token in tokenize(view, 0, len(view.text)))
            if any(word[0].isalnum() for word in words):
                self._index.setdefault(words[0], []).append(_Entry(name, words, _is_plain(name)))
        for entries in self._index.values():
            entries.sort(key=lambda entry: (-len(entry.words), entry.name))

    def among(self, survey: Survey) -> list[str]:
        """Return the titles that are candidates of a document: few, however many there are."""
        return [self._keys[key] for key in survey.candidates if key in self._keys]

    def add(
        self,
        titles: Sequence[Title],
        sentences: Sequence[Sentence],
        survey: Survey,
        table: TitleTable,
    ) -> tuple[Title, ...]:
        """Return an inventory with the titles that no candidate of the document was.

        A candidate that the signs of the text spoke against stays out.
        """
        if not self._index:
            return tuple(titles)
        known = {name_key(title.name) for title in titles} | set(survey.candidates)
        found = {
            name: Title(name, table.weights[_SIGN], (_SIGN,), "series")
            for name in self._find(sentences)
            if name_key(name) not in known
        }
        both = [*titles, *found.values()]
        return tuple(sorted(both, key=lambda title: (-title.score, title.name)))

    def _find(self, sentences: Iterable[Sentence]) -> Iterable[str]:
        for sentence in sentences:
            tokens = sentence.tokens
            for at, token in enumerate(tokens):
                for entry in self._index.get(token.word, ()):
                    if _stands(entry, tokens, at):
                        yield entry.name
                        break


def _is_plain(name: str) -> bool:
    """Tell whether a title could be any word, name or number of a sentence."""
    if name.isdecimal() or not any(c.isupper() or c.isdecimal() for c in name):
        return True
    return name.isalpha() and name == name.capitalize()  # "Friday" is mostly a day


def _stands(entry: _Entry, tokens: Sequence[Token], at: int) -> bool:
    end = at + len(entry.words)
    if tuple(token.word for token in tokens[at:end]) != entry.words:
        return False
    if not entry.only_quoted:
        return True
    before, behind = tokens[at - 1 : at] if at else (), tokens[end : end + 1]
    return bool(
        before and behind and before[0].key in _QUOTES and behind[0].key in _QUOTES | {",", "."}
    )

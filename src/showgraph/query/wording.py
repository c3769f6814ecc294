"""Cut sentences, phrases and names into words that can be compared.

Case, punctuation, accents' encoding and the possessive are taken off; accents themselves stay.
The same function reads a question's phrase, a user's sentence and a name of the graph, so that
what is written alike is found alike.
"""

import re
from dataclasses import dataclass
from typing import Final

from showgraph.iris import name_key

#: A slot of a phrase, such as ``{show}``, is one word.
_WORD: Final = re.compile(r"\{[a-z]+\}|[^\W_]+(?:'[^\W_]+)*")
_JOINTS: Final = str.maketrans({"&": " and ", "’": "'", "‘": "'"})  # noqa: RUF001 - typed quotes
_PLUS: Final = re.compile(r"(?<=\w)\+")
_CONTRACTIONS: Final = {
    "who's": ("who", "is"),
    "what's": ("what", "is"),
    "where's": ("where", "is"),
    "when's": ("when", "is"),
    "how's": ("how", "is"),
    "it's": ("it", "is"),
    "that's": ("that", "is"),
    "there's": ("there", "is"),
    "who're": ("who", "are"),
    "what're": ("what", "are"),
    "they're": ("they", "are"),
    "didn't": ("did", "not"),
    "doesn't": ("does", "not"),
    "don't": ("do", "not"),
    "isn't": ("is", "not"),
    "wasn't": ("was", "not"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and as it was written."""

    text: str
    written: str

    @property
    def is_capital(self) -> bool:
        """Whether it was written with a capital first letter."""
        return self.written[:1].isupper()


def words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in order; none for text without letters and digits."""
    found: list[Word] = []
    for match in _WORD.finditer(_PLUS.sub(" plus ", text.translate(_JOINTS))):
        written = match.group()
        key = name_key(written)
        if key in _CONTRACTIONS:
            found += [Word(part, part) for part in _CONTRACTIONS[key]]
        else:
            found.append(Word(key.removesuffix("'s"), written))
    return tuple(found)


def key_of(name: str) -> tuple[str, ...]:
    """Return the words by which a name is looked up."""
    return tuple(word.text for word in words(name))

"""Cut sentences, phrases and names into words that can be compared.

Case, punctuation, accents' encoding and the possessive are taken off; accents themselves stay.
The same function reads a question's phrase, a user's sentence and a name of the graph, so that
what is written alike is found alike.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from showgraph.iris import name_key

_N_KEPT: Final = 4_096
#: A slot of a phrase, such as ``{show}``, is one word; so is a number below zero.
_WORD: Final = re.compile(
    r"\{[a-z]+\}|(?<![^\s(])[-\u2212\u2013]\d+|[^\W_]+(?:'[^\W_]+)*",
)
_JOINTS: Final = str.maketrans({"&": " and ", "’": "'", "‘": "'"})  # noqa: RUF001 - typed quotes
#: "co-star" is one word; to co-direct is to direct.
_CO: Final = re.compile(
    r"\b(co)[- ]+(?=star)|\bco[- ]+(?=direct|writ|creat|produc|act)", re.IGNORECASE
)
_PLURAL: Final = re.compile(r"(?<=\w)\(s\)")
_MEMBER: Final = re.compile(r"\bcast members?\b", re.IGNORECASE)
_PLUS: Final = re.compile(r"(?<=\w)\+")
_CONTRACTIONS: Final = {
    **{f"{word}'s": (word, "is") for word in
       ("who", "what", "where", "when", "how", "it", "that", "there", "he", "she")},
    **{f"{word}'re": (word, "are") for word in ("who", "what", "they", "we", "you")},
    **{f"{word}'d": (word, "would") for word in ("i", "you", "we", "they", "who")},
    **{f"{word}'ve": (word, "have") for word in ("i", "you", "we", "they")},
    **{f"{word}'ll": (word, "will") for word in ("i", "you", "we", "they", "it", "who")},
    **{f"{word}n't": (word, "not") for word in
       ("did", "does", "do", "is", "was", "are", "were", "has", "have", "had", "would", "could")},
    "i'm": ("i", "am"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    # as they are typed in a hurry; "its" and "were" are words of their own
    **{f"{word}s": (word, "is") for word in ("who", "what", "where", "when", "how", "that")},
    **{f"{word}re": (word, "are") for word in ("who", "what", "they", "you")},
    **{f"{word}nt": (word, "not") for word in
       ("did", "does", "do", "is", "was", "are", "has", "have", "had", "would", "could")},
    "im": ("i", "am"),
    "cant": ("can", "not"),
    "dunno": ("do", "not", "know"),
    "wanna": ("want", "to"),
    "gonna": ("going", "to"),
    "gimme": ("give", "me"),
    "lemme": ("let", "me"),
    **dict.fromkeys(("wen", "whn"), ("when",)),
    **dict.fromkeys(("wich", "whch", "witch"), ("which",)),
    **dict.fromkeys(("wat", "wot", "whta"), ("what",)),
    **dict.fromkeys(("wher", "whre"), ("where",)),
    "u": ("you",),
    "r": ("are",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and as it was written."""

    text: str
    written: str

    @property
    def is_capital(self) -> bool:
        """Whether it was written with a capital first letter, which "I" has to be."""
        return self.written[:1].isupper() and self.text != "i"


def words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in order; none for text without letters and digits."""
    found: list[Word] = []
    for match in _WORD.finditer(_plain(text)):
        written = match.group()
        key = name_key(written)
        if key in _CONTRACTIONS:
            found += [Word(part, part) for part in _CONTRACTIONS[key]]
        else:
            found.append(Word(key.removesuffix("'s"), written))
    return tuple(found)


@lru_cache(maxsize=_N_KEPT)
def _plain(text: str) -> str:
    """Return a text with signs written out, and with "co-star" as one word."""
    text = _MEMBER.sub("actor", _PLURAL.sub("", text))
    return _CO.sub(r"\1", _PLUS.sub(" plus ", text.translate(_JOINTS)))


def key_of(name: str) -> tuple[str, ...]:
    """Return the words by which a name is looked up; those of the last names are kept."""
    return tuple(word.text for word in words(name))

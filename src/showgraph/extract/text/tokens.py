"""Cut a text into tokens that know where they stand.

A token is a word, a number, a mark. Endings behind an apostrophe are tokens of their own
("Netflix" + "'s", "did" + "n't"), hyphenated words are one. ``Token.key`` is what rules
compare; ``Token.text`` is exactly what the document has.
"""

import re
from sys import intern
from typing import Final, NamedTuple

from showgraph.extract.text.views import EM_DASH, View

#: Written with a stop that ends no sentence by itself. Keys of the tokens lack the stop.
TITLES: Final = frozenset(
    {
        *("Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "St", "Rev", "Hon", "Gov", "Sen", "Det", "Sgt"),
        *("Capt", "Lt", "Insp", "Supt", "Col", "Gen", "Maj", "Cpl", "Cmdr", "Adm", "Pvt", "Rep"),
    },
)
MONTHS_SHORT: Final = frozenset(
    {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"},
)
DAYS_SHORT: Final = frozenset({"Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri"})
COMPANY_ENDINGS: Final = frozenset({"Inc", "Ltd", "Corp", "Co", "Bros", "Pvt", "Plc"})
OTHER_SHORT: Final = frozenset(
    {
        "Dept",
        "Jr",
        "Sr",
        "Ph",
        "vs",
        "feat",
        "ft",
        "approx",
        "etc",
        "Ep",
        "ep",
        "Eps",
        "Vol",
        "dir",
        "cf",
    },
)
ABBREVIATIONS: Final = TITLES | MONTHS_SHORT | DAYS_SHORT | COMPANY_ENDINGS | OTHER_SHORT

_CLITIC_KEYS: Final = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "are", "'m": "am"}
_NEGATED_KEYS: Final = {"wo": "will", "ca": "can", "sha": "shall"}
_CLITIC: Final = re.compile(r"(n't|'(?:s|ll|ve|re|d|m))\Z", re.IGNORECASE)

#: Endings that bill a star: "Ana Bell-starrer Iron Tide".
_BILLED: Final = ("-starrer", "-Starrer")

_LETTER: Final = r"[^\W\d_]"
# Letters and digits with their accents; possessive, so that nothing is ever tried twice.
_CHARS: Final = "[^\\W_]++(?:[\u0300-\u036f]++[^\\W_]*+)*+"
_SHORT: Final = "|".join(sorted(ABBREVIATIONS, key=lambda word: (-len(word), word)))
_TOKEN: Final = re.compile(
    rf"""
      (?P<url>(?:https?://|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]])
    | (?P<handle>[@\#]\w+(?:\.\w+)*)
    | (?P<number>
        \d{{4}}-\d{{2}}-\d{{2}}(?![\w-])
      | \d{{1,2}}(?P<between>[/.])\d{{1,2}}(?P=between)\d{{4}}(?!\w|[./]\d)
      | \d{{1,3}}(?:,\d{{3}})++(?:\.\d++)?(?!\w)
      | \d++(?:[.:]\d++)?{_LETTER}{{0,3}}+(?!\w|-{_LETTER})
      )
    | (?P<short>(?:{_SHORT})\.|No\.(?=\s?\d)|(?:a\.k\.a|i\.e|e\.g)\.?(?!\w))
    | (?P<dotted>{_LETTER}\.(?:{_LETTER}\.)++(?:{_LETTER}(?!\w))?)
    | (?P<initial>[A-Z]\.(?=\s?[A-Z])(?!\s?[A-Z]\s))
    | (?P<clitic>(?<=\S)'(?:s|ll|ve|re|d|m)(?!\w))
    | (?P<word>[A-Z]{{1,3}}&[A-Z]{{1,3}}(?!\w)
      | (?:\d++\.(?=\d))?{_CHARS}(?:(?:[-'](?={_LETTER})|(?<={_LETTER})-)(?={_CHARS}){_CHARS})*+)
    | (?P<dots>\.{{2,}}|\u2026)
    | (?P<dash>--+|\u2014)
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)


def word_row(row: str) -> tuple[str, ...]:
    """Return the words of a row, so that tables of words can be written as they are read."""
    return tuple(row.split())


class Token(NamedTuple):
    """A stretch of a document: ``document.text[start:end] == text``.

    ``word`` is the text in plain characters (see :mod:`showgraph.extract.text.views`), case kept.
    ``key`` is the word in lower case, an abbreviation without its stop, and for a shortened
    verb or "not" the full form.
    """

    start: int
    end: int
    text: str
    word: str
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.word[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.word[0].isupper()

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit."""
        return self.word[0].isdigit()


def tokenize(view: View, start: int, end: int) -> list[Token]:
    """Return the tokens of the view's ``[start, end)``, in order; offsets are the text's.

    White space is in no token; every other character is in exactly one. Time grows linearly.
    """
    tokens: list[Token] = []
    same = view.text is view.source
    for match in _TOKEN.finditer(view.text, start, end):
        word = match.group()
        place = match.start()
        group = match.lastgroup
        if group == "word" and ("'" in word or word.endswith(_BILLED)):
            for part in _split_word(word):
                tokens.append(_token(view, place, part, _word_key(part)))
                place += len(part)
        elif same and group == "word":
            shared = intern(word)  # the same few thousand words make up a text of any length
            tokens.append(Token(place, match.end(), shared, shared, intern(word.lower())))
        else:
            tokens.append(_token(view, place, word, _key(word, group)))
    _spell_out_negations(tokens)
    return tokens


def _token(view: View, place: int, word: str, key: str) -> Token:
    first, last = view.span(place, place + len(word))
    return Token(first, last, intern(view.source[first:last]), intern(word), intern(key))


def _split_word(word: str) -> list[str]:
    """Return the pieces of a word with an ending of its own: "Bell" + "'s", "Bell-starrer"."""
    ending = next((end for end in _BILLED if word.endswith(end)), "")
    if not ending or not word[0].isupper():
        return _split_clitics(word)
    return [word[: -len(ending)], "-", ending[1:]]


def _split_clitics(word: str) -> list[str]:
    """Return the word and its ending, or the word alone ("O'Brien", "rock'n'roll")."""
    found = _CLITIC.search(word)
    if found is None or found.start() == 0:
        return [word]
    return [word[: found.start()], word[found.start() :]]


def _word_key(word: str) -> str:
    key = word.lower()
    return _CLITIC_KEYS.get(key, key)


def _key(word: str, group: str | None) -> str:
    if group in {"short", "initial"}:
        return word.lower().rstrip(".")
    if group == "clitic":
        return _word_key(word)
    if group == "dash":
        return EM_DASH
    if group == "dots":
        return "..."
    return word.lower()


def _spell_out_negations(tokens: list[Token]) -> None:
    """Give "wo" + "n't" the key "will"; the token list is still this module's own."""
    for position in range(1, len(tokens)):
        if tokens[position].key == "not" and tokens[position].word.lower() == "n't":
            verb = tokens[position - 1]
            if verb.key in _NEGATED_KEYS and verb.end == tokens[position].start:
                tokens[position - 1] = verb._replace(key=_NEGATED_KEYS[verb.key])

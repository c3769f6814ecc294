"""Tell pieces of other names from the names of people: the "Line" of "Line of Salt"."""

from typing import Final

from showgraph.extract.frames.draft import NameUse

#: Words that firms end with; alone they are what is left of a firm's name.
_FIRM_WORDS: Final = frozenset(
    {
        *("Studio", "Studios", "Television", "Productions", "Pictures", "Entertainment", "Media"),
        *("Network", "Networks", "Films", "Film", "Group", "Company", "Channel", "Worldwide"),
        *("International", "Global", "Animation", "Distribution", "Originals", "Content", "News"),
    },
)


def _is_deed(word: str) -> bool:
    """Return whether a word goes over to what somebody did: "Bell-executive", "Bell-derived"."""
    _, hyphen, tail = word.rpartition("-")
    return bool(hyphen) and tail.islower() and (tail in _DEEDS or tail.endswith(_DEED_ENDS))


_DEEDS: Final = frozenset({"executive", "starrer", "led", "style", "esque"})
_DEED_ENDS: Final = ("ated", "ived", "cted", "uced", "nted", "ssed", "nned", "lmed")


def is_no_name(use: NameUse) -> bool:
    """Return whether a name is only part of a firm's or of a title: "Studios", "Line of Salt".

    "Ana Bell of Salt Road" has two words: there the second name says where she is known from.
    """
    words = use.text.split()
    if all(word in _FIRM_WORDS for word in words) or _is_deed(words[-1]):
        return True
    tokens = use.scene.sentence.tokens
    behind = tokens[use.last : use.last + 2]
    return (
        len(words) == 1
        and len(behind) > 1
        and behind[0].key == "of"
        and behind[1].is_word
        and behind[1].is_capital
    )

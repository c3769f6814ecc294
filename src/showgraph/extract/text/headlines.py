"""Find where a headline ends that was run into the text behind it.

Feeds often drop the line break between the headline and the first paragraph, and some write
the headline twice. Only marks that cannot well be chance are trusted: the same words again,
or a capital "The", "In", "After" where no sentence has ended. Where they are missing, headline
and first sentence stay together.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

#: Headlines of less than three words may repeat by chance ("Bye bye").
MIN_REPEATED: Final = 3
#: A headline ends before this many characters.
MAX_CHARACTERS: Final = 300
#: Words before a second start; fewer are the beginning of a sentence.
MIN_WORDS: Final = 5

#: Words that title case leaves small, and that no headline ends with.
_SMALL: Final = frozenset(
    {
        *("a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "by", "for", "from"),
        *("to", "with", "as", "is", "are", "be", "vs", "via", "its", "his", "her", "their"),
    },
)
_OPENINGS: Final = frozenset(
    {
        *("The", "A", "An", "In", "On", "At", "After", "It", "This", "As", "While", "When"),
        *("He", "She", "They", "There", "Here", "If", "Following", "According"),
    },
)
_WORD: Final = re.compile(r"\S+")
_EDGES: Final = "\"'()[],;:"


def find_headline_cuts(text: str) -> tuple[int, ...]:
    """Return where a first line is to be cut, as offsets; () where it is one piece.

    The first cut stands behind the headline; a second one behind its repetition. A cut at
    the end of the text is not given.
    """
    repeated = _repeated_prefix(text)
    if repeated:
        cuts = (repeated + 1, 2 * repeated + 2)
        return cuts if cuts[1] < len(text) else cuts[:1]
    start = _second_start(text)
    return (start,) if start else ()


def _repeated_prefix(text: str) -> int:
    """Return the length of a prefix that stands twice, apart by one blank, or 0."""
    probe = text[:12]
    position = text.find(probe, 1, MAX_CHARACTERS + len(probe))
    while position > 0:
        length = position - 1
        behind = text[2 * length + 1 : 2 * length + 2]
        if (
            text[length] == " "
            and text.startswith(text[:length], position)
            and behind in {"", " "}
            and len(text[:length].split()) >= MIN_REPEATED
        ):
            return length
        position = text.find(probe, position + 1, MAX_CHARACTERS + len(probe))
    return 0


def _second_start(text: str) -> int:
    """Return the offset of the sentence behind a headline, or 0."""
    found = list(_opening_words(text))
    words = [word for _, word in found]
    for place in range(MIN_WORDS, len(words) - 1):
        if _starts_again(words, place) or _begins_sentence(words, place):
            return found[place][0]
    return 0


def _opening_words(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of the first sentence at most, with their offsets."""
    for match in _WORD.finditer(text, 0, MAX_CHARACTERS):
        yield match.start(), match.group()
        if match.group()[-1] in ".!?":
            return


def _starts_again(words: Sequence[str], place: int) -> bool:
    """Tell whether the first two words stand at ``place`` again, and no phrase runs into them."""
    before = words[place - 1]
    return (
        [_bare(word) for word in words[place : place + 2]] == [_bare(word) for word in words[:2]]
        and _is_capital(words[place])
        and before[-1].isalnum()
        and (before[0].isdigit() or before[0].isupper())
    )


def _begins_sentence(words: Sequence[str], place: int) -> bool:
    """Tell whether a plain sentence begins at ``place``: "... for Season 2 The drama will ..."."""
    before = words[place - 1]
    if before[-1] in ",:;-&" or _bare(before).lower() in _SMALL:
        return False
    if words[place] in _OPENINGS:
        return words[place + 1][0].islower() and words[place + 1] not in {"of", "and", "or"}
    # In title case the first name coming back before a verb is the sentence's subject.
    title_case = not any(_is_plain(word) for word in words[:place])
    return title_case and words[place] == words[0] and _is_plain(words[place + 1])


def _is_plain(word: str) -> bool:
    """Tell whether a word is in lower case although title case would raise it."""
    bare = _bare(word)
    return bare[:1].islower() and bare not in _SMALL


def _is_capital(word: str) -> bool:
    return _bare(word)[:1].isupper()


def _bare(word: str) -> str:
    """Return a word without the marks at its sides and without a possessive ending."""
    return word.strip(_EDGES).removesuffix("'s")

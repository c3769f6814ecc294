"""Korean names in three words, whose syllables look like English ones: "Lee Se Young".

The family names are those of nearly all Koreans as papers spell them, from general knowledge
as of November 2026; the syllables are those that English has as common words.
"""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.text.tokens import Token, word_row

_FAMILY_NAMES: Final = frozenset(
    word_row(
        "kim lee park pak choi jung jeong chung kang cho jo yoon yun jang chang im lim han oh seo"
        " suh shin kwon hwang ahn an song ryu ryoo yoo yu you hong jeon jun chun cheon ko go koh"
        " moon mun yang son sohn bae baek paik heo hur nam sim shim noh roh ha kwak gwak sung seong"
        " cha joo ju woo koo gu goo min na ra jin ji eom uhm chae won bang gong kong byun byeon ham"
        " yeo choo chu do ma gil wi pyo ki ok maeng tak kook namgoong namkoong sunwoo geum ye mo"
        " bong tae eun rhee yeom hwangbo seol yeon hyun bin kyung gyeong rah yook ban myung",
    ),
)
#: Syllables of given names that are common words: in any text, and where titles have no capitals.
_SYLLABLES: Final = frozenset({"young", "won", "man"})
_SMALL: Final = frozenset(
    word_row("you so do in go her no us see be on soon an one yes yet me"),
)
_LONGEST: Final = 3


def goes_on(tokens: Sequence[Token], first: int, at: int, *, headline: bool) -> bool:
    """Return whether a common word in capitals is a syllable of the name that starts at ``first``.

    Args:
        tokens: The sentence.
        first: Where the name starts.
        at: Where the word stands.
        headline: Whether all words have capitals there.
    """
    if tokens[first].key not in _FAMILY_NAMES or not 1 <= at - first < _LONGEST:
        return False
    key = tokens[at].key
    if key not in _SYLLABLES and (headline or key not in _SMALL):
        return False
    if at - first == _LONGEST - 1 or (key in _SYLLABLES and not headline):
        return True
    behind = tokens[at + 1 : at + 2]
    return bool(behind) and behind[0].is_word and behind[0].is_capital

"""Bring the forms of a word together: asked whether two words mean the same, only stems count.

A small stemmer for the words of questions. It takes off the endings of verbs and plurals and
keeps those that make another word of it, so that "directed" and "directs" are one and "director"
stays another. Its irregular forms are those that questions about series use.
"""

import re
from functools import cache
from typing import Final

_IRREGULAR: Final = {
    form: stem
    for stem, forms in {
        "write": "wrote written writes writing",
        "make": "made makes making",
        "buy": "bought buys buying",
        "shoot": "shot shoots shooting",
        "say": "said says saying",
        "tell": "told tells telling",
        "come": "came comes coming",
        "begin": "began begun begins beginning",
        "run": "ran runs running",
        "take": "took taken takes taking",
        "give": "gave given gives giving",
        "do": "did does done doing",
        "go": "went gone goes going",
        "know": "knew known knows knowing",
        "meet": "met meets meeting",
        "get": "got gotten gets getting",
        "feel": "felt feels feeling feelings",
        "think": "thought thinks thinking",
        "speak": "spoke spoken speaks speaking",
        "show": "showed shown shows showing",
        "see": "saw seen sees seeing",
        "find": "found finds finding",
        "bring": "brought brings bringing",
        "lead": "led leads leading",
        "set": "sets setting",
        "let": "lets letting",
        "keep": "kept keeps keeping",
        "fall": "fell fallen falls falling",
        "grow": "grew grown grows growing",
        "hold": "held holds holding",
        "become": "became becomes becoming",
        "break": "broke broken breaks breaking",
        "drop": "drops dropped dropping",
        "person": "people persons",
        "woman": "women",
        "man": "men",
        "child": "children",
        "series": "serieses",
        "win": "won wins winning",
        "sing": "sang sung sings singing",
        "wear": "wore worn",
        "leave": "left leaves leaving",
        "spend": "spent spends spending",
        "send": "sent sends sending",
        "sell": "sold sells selling",
        "hear": "heard hears hearing",
        "casting": "casting castings",
        "news": "news",
        "hope": "hoped hopes hoping",
        "tie": "tied ties tying",
        "living": "living",
        "lie": "lay lain lies lying",
        "draw": "drew drawn draws drawing",
        "like": "liked likes liking",
    }.items()
    for form in forms.split()
}
_VOWELS: Final = frozenset("aeiouy")
#: "summarise" and "summarize" are one; both spellings of what only rhymes stay one, too.
_BRITISH: Final = re.compile(r"(?<=\w{3})is(?=(e|es|ed|ing)$)")
#: A stem is no shorter than this, so that "is" and "his" stay what they are.
_SHORTEST: Final = 3


@cache
def stem(word: str) -> str:
    """Return the stem of a word in small letters; a word without endings is its own stem."""
    if word in _IRREGULAR:
        return _trim(_IRREGULAR[word])
    word = _BRITISH.sub("iz", word)
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""),
                            ("s", "")):  # fmt: skip
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST and _is_ending(rest, ending):
            return _trim(rest + instead)
    return _trim(word)


def _is_ending(rest: str, ending: str) -> bool:
    """Return whether an ending is one: "is" behind a consonant is none in "this" or "less"."""
    if ending == "s":
        return rest[-1] not in "sui"
    return any(letter in _VOWELS for letter in rest)


def _trim(word: str) -> str:
    """Return a stem without its last "e" and without a doubled last consonant."""
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lse":
        return word[:-1]
    return word.removesuffix("e") if len(word) > _SHORTEST else word

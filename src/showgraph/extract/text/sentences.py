"""Split a text into sentences of tokens, exact to the character.

A stop ends a sentence unless what follows says otherwise: a lower-case word, an initial, a
title that ends in a mark and is met elsewhere in mid-sentence, a quotation that is still
to be attributed ("...!" the actor said). Sentences never cross a block.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.text.blocks import Block, BlockKind, Stretch, find_stretches
from showgraph.extract.text.tokens import ABBREVIATIONS, TITLES, Token, tokenize, word_row
from showgraph.extract.text.views import View, normalise

#: Words that begin a sentence and seldom stand capitalised inside one.
STARTERS: Final = frozenset(
    word_row(
        "the a an it its he she they we i you this that these those there here his her their our my"
        " in on at as but and so yet while when after before since although though however if now"
        " then also both with for from what who why how where not no meanwhile earlier speaking"
        " talking according during despite",
    ),
)
#: Verbs that give a quotation to its speaker.
SPEECH: Final = frozenset(
    word_row(
        "said says say told tells added adds noted notes explained explains shared shares revealed"
        " reveals stated states wrote writes asked asks recalled recalls replied replies quipped"
        " joked teased confirmed continued concluded laughed laughs admits admitted",
    ),
)
_STOPS: Final = frozenset({".", "!", "?", "..."})
_CLOSERS: Final = frozenset({'"', "'", ")", "]"})
_OPENERS: Final = frozenset({'"', "'", "(", "["})
_PRONOUNS: Final = frozenset({"he", "she", "they", "it"})
#: A speaker has at most so many words before the verb ("the show's lead actor said").
MAX_SPEAKER: Final = 5
#: A word before a stop without a blank behind it; shorter ones are parts of names or files.
MIN_WORD: Final = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens of one sentence, at least one, and the block they stand in."""

    block: Block
    start: int
    end: int
    tokens: tuple[Token, ...]


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text; see :func:`find_sentences`."""
    return find_sentences(normalise(text))


def find_sentences(view: View) -> tuple[Sentence, ...]:
    """Return the sentences of all blocks in text order; time grows linearly.

    Headlines, captions, list items and key-value lines are sentences too; their ``block``
    tells. Every token of every block is in exactly one sentence.
    """
    blocks = [
        (stretch, tokenize(view, stretch.start, stretch.end)) for stretch in find_stretches(view)
    ]
    unstopped = _words_with_marks(tokens for _, tokens in blocks)
    return tuple(
        Sentence(
            stretch.block, tokens[first].start, tokens[last - 1].end, tuple(tokens[first:last])
        )
        for stretch, tokens in blocks
        for first, last in _cut(stretch, tokens, unstopped)
    )


def _cut(
    stretch: Stretch,
    tokens: Sequence[Token],
    unstopped: frozenset[tuple[str, str]],
) -> list[tuple[int, int]]:
    """Return the sentences of a block as ranges of tokens."""
    if stretch.block.kind is BlockKind.HEADLINE:
        return [(0, len(tokens))]
    ranges: list[tuple[int, int]] = []
    first = position = 0
    while position < len(tokens):
        token = tokens[position]
        position += 1
        if not _may_end(token):
            continue
        after = _skip_closers(tokens, position)
        if after < len(tokens) and not _ends(tokens, position - 1, after, unstopped):
            continue
        ranges.append((first, after))
        first = position = after
    if first < len(tokens):
        ranges.append((first, len(tokens)))
    return ranges


def _may_end(token: Token) -> bool:
    """Tell whether a token carries a stop; titles of address never end a sentence."""
    if token.key in _STOPS:
        return True
    return token.word[-1] == "." and len(token.word) > 1 and token.word[:-1] not in TITLES


def _skip_closers(tokens: Sequence[Token], position: int) -> int:
    """Return the place behind further stops and closing marks that touch the stop."""
    while (
        position < len(tokens)
        and (tokens[position].key in _CLOSERS or tokens[position].key in _STOPS)
        and tokens[position].start == tokens[position - 1].end
    ):
        position += 1
    return position


def _ends(
    tokens: Sequence[Token],
    stop: int,
    after: int,
    unstopped: frozenset[tuple[str, str]],
) -> bool:
    """Tell whether the stop ends a sentence, given that ``after`` begins what follows."""
    following = _first_word(tokens, after)
    mark = tokens[stop]
    if tokens[after].start == tokens[after - 1].end:
        return after == stop + 1 and _is_missing_blank(tokens, stop)
    if mark.key not in _STOPS:  # an abbreviation, an acronym, an initial
        return following.is_capital and following.key in STARTERS
    if following.is_word and not following.is_capital:
        return mark.key == "." and _is_careless_start(tokens, stop, following)
    if mark.key in {"!", "?"} and stop and (tokens[stop - 1].key, mark.key) in unstopped:
        return following.key in STARTERS
    return not (after > stop + 1 and _is_attribution(tokens, after, plain_stop=mark.key == "."))


def _first_word(tokens: Sequence[Token], position: int) -> Token:
    """Return the token at ``position``, or behind the opening marks there."""
    while position + 1 < len(tokens) and tokens[position].key in _OPENERS:
        position += 1
    return tokens[position]


def _is_missing_blank(tokens: Sequence[Token], stop: int) -> bool:
    """Tell whether a stop ends a sentence although no blank follows ("the end.Then")."""
    if stop == 0 or tokens[stop].key == "...":
        return False
    before, behind = tokens[stop - 1], tokens[stop + 1]
    is_word = before.word[1:].islower() and len(before.word) >= MIN_WORD
    return (
        ((before.word.isalpha() and is_word) or before.word.isdecimal())
        and behind.is_capital
        and (behind.word[1:].islower() or behind.key in STARTERS)
    )


def _is_careless_start(tokens: Sequence[Token], stop: int, following: Token) -> bool:
    """Tell whether a lower-case word begins a sentence: only a plain starter after a word."""
    before = tokens[stop - 1] if stop else tokens[stop]
    return (
        following.key in STARTERS
        and before.word.isalpha()
        and len(before.word) > MIN_WORD
        and before.word not in ABBREVIATIONS
    )


def _is_attribution(tokens: Sequence[Token], position: int, *, plain_stop: bool) -> bool:
    """Tell whether a speaker and a verb of speech follow a closed quotation.

    After a plain stop the verb must end the sentence: "She revealed that ..." begins one.
    """
    for place in range(position, min(position + MAX_SPEAKER + 1, len(tokens))):
        token = tokens[place]
        if token.key in SPEECH and (place == position or _is_speaker(tokens[position:place])):
            behind = tokens[place + 1].key if place + 1 < len(tokens) else "."
            return behind in _STOPS if plain_stop else behind != "that"
        if not token.is_word and token.key not in {"'s", "&"}:
            return False
    return False


def _is_speaker(words: Sequence[Token]) -> bool:
    """Tell whether the words may name who speaks: capitalised names, or one pronoun."""
    if len(words) == 1:
        return words[0].is_capital or words[0].key in _PRONOUNS
    return words[0].is_capital and words[-1].is_capital and words[0].key not in STARTERS


def _words_with_marks(blocks: Iterable[Sequence[Token]]) -> frozenset[tuple[str, str]]:
    """Return (word, mark) where a title such as "Jeopardy!" is met in mid-sentence.

    A mark directly followed by a lower-case word, a comma or "'s" is part of a name.
    """
    found: set[tuple[str, str]] = set()
    for tokens in blocks:
        for position in range(1, len(tokens) - 1):
            mark = tokens[position]
            if mark.key not in {"!", "?"} or not tokens[position - 1].is_capital:
                continue
            following = tokens[position + 1]
            if following.key in {",", "'s"} or following.word[0].islower():
                found.add((tokens[position - 1].key, mark.key))
    return frozenset(found)

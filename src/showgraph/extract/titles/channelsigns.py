"""Read the channels around a phrase: "Peacock's upcoming X", "NBC renewed X", "X (Peacock)"."""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.rulepack.gazetteer import Gazetteer
from showgraph.extract.text.names import is_title_case
from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.brackets import is_dating
from showgraph.extract.titles.leadins import is_phrase
from showgraph.extract.titles.makings import ADVERBS, BE

#: What a channel does to a series alone, and what may come behind it.
_DECISIONS: Final = frozenset(
    {
        *("renewed", "renews", "cancelled", "canceled", "cancels", "axed", "renewing"),
        *("cancelling", "canceling", "revived", "saved", "rescued", "up"),
    },
)
_RESCUES: Final = frozenset({"revived", "saved", "rescued", "up"})
_BEHIND_DECISIONS: Final = frozenset({"after", "for", "following", "as", "but", ".", ",", ";"})
#: Between a channel's "'s" and a title these say that it is a work: "Peacock's upcoming X".
_FRESH: Final = frozenset({"upcoming", "new", "latest", "forthcoming", "hit", "original"})
_OWN_MAKES: Final = frozenset({"special", "original", "exclusive"})  # "the Peacock original X"
#: Words between a channel's "'s" and what it owns.
_BETWEEN: Final = 4
_OWNERS: Final = (["'s"], ["'"])
#: Who is named behind one of these works for the channel in the bracket.
_OFFICES: Final = frozenset({"head", "controller", "director", "boss", "chief", "president"})
_OFFICE_REACH: Final = 5


def read_channel_signs(
    tokens: Sequence[Token],
    before: Sequence[Token],
    phrase: Sequence[Token],
    after: Sequence[Token],
    gazetteer: Gazetteer,
) -> Iterator[str]:
    """Yield the signs that channels beside a phrase give.

    Args:
        tokens: The sentence.
        before: What stands in front of the phrase, its quotation mark left out.
        phrase: The phrase.
        after: What stands behind it.
        gazetteer: The lists that know the channels.
    """
    keys = [token.key for token in before]
    behind = [token.key for token in after]
    for _, last, entry in gazetteer.find(before):
        if entry.type == "platforms":
            yield from _owner_signs(keys[last:], phrase, behind)
            if keys[last:] in _OWNERS and is_phrase(phrase) and not is_title_case(tokens):
                yield "owned_phrase"
    shown = _shown_at(behind)
    if shown:
        yield from _shown_signs(after[shown:], behind[shown:], gazetteer, alone=False)
    if behind[:1] in (["("], ["on"]):
        office = not _OFFICES.isdisjoint(keys[-_OFFICE_REACH:])
        alone = not office and sum(token.key == "(" for token in tokens) == 1
        yield from _shown_signs(after, behind, gazetteer, alone=alone)


def _shown_at(behind: list[str]) -> int:
    """Return where "on" stands in "X was first shown on", or 0."""
    at = behind.index("on") if "on" in behind[:_SHOWN_REACH] else 0
    words = set(behind[:at])
    return at if words & _SHOWN and words <= _SHOWN | BE | ADVERBS else 0


#: What is done on a channel to series, and not to films in theatres.
_SHOWN: Final = frozenset({"shown", "broadcast", "aired", "airs", "airing", "televised"})
_SHOWN_REACH: Final = 6


def _owner_signs(between: list[str], phrase: Sequence[Token], behind: list[str]) -> Iterator[str]:
    """Yield the signs of a channel in front of a phrase."""
    owns = between[:1] in _OWNERS
    owned = between[:1] == ["'s"] and len(between) <= _BETWEEN
    taken = bool(between) and _is_taken_up(between, behind)
    if owned or not between or taken:
        yield "platform_before"
    if taken and between[-1] in _RESCUES:
        yield "owned_new"
    if len(between) == 1 and between[0] in _OWN_MAKES:
        yield from ("platform_before", "owned_new")
    if between == ["'s"] and phrase[0].key == "the":
        yield "owned_article"
    if owns and between[1:2] != [] and not between[2:] and between[1] in _FRESH:
        yield "owned_new"


def _shown_signs(
    after: Sequence[Token], keys: list[str], gazetteer: Gazetteer, *, alone: bool
) -> Iterator[str]:
    """Yield the signs of a channel behind a phrase: "X (Peacock)", "X on Peacock".

    ``alone`` says that the sentence has no other bracket: credits come in rows.
    """
    for first, last, entry in gazetteer.find(after):
        behind = after[last : last + 1]
        named = bool(behind) and behind[0].is_capital and behind[0].is_word
        opens = first == 1 or (keys[0] == "(" and is_dating(keys[1:first]))
        if entry.type == "platforms" and opens and not named:
            yield "platform_after"
            if alone and keys[0] == "(" and first == 1 and keys[last : last + 1] == [")"]:
                yield "channel_bracket"


def _is_taken_up(between: list[str], behind: list[str]) -> bool:
    """Return whether a channel decides on the phrase: "Peacock has officially renewed X"."""
    return (
        between[-1] in _DECISIONS
        and (between[-1] == "up") == (between[-2:-1] == ["picked"])
        and set(between[:-1]) <= BE | ADVERBS | {"has", "have", "had", "isn't", "not", "picked"}
        and behind[:1] != []
        and behind[0] in _BEHIND_DECISIONS
    )

"""Cut what surrounds a title off a phrase: labels, channels, owners, words that join two titles."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import Token
from showgraph.extract.values.temporal import dates_in


@dataclass(slots=True)
class Candidate:
    """A phrase that may be a title: its spellings, the signs around it, how often it is met."""

    forms: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    series: set[str] = field(default_factory=set)
    other: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    count: int = 0
    credits: int = 0  # how often it only says whose star somebody is: "Iron Tide star Ana Bell"
    past: int = 0  # how often it only says who somebody is: those, and "Iron Tide creator A"
    places: int = 0  # how often it stands there; ``count`` has a quoted one twice
    in_body: bool = False


#: A line may open with what it is about, a mark and only then the title.
_LABELS: Final = (
    *("renewed: ", "canceled: ", "cancelled: ", "ending: ", "returning: ", "new: "),
    *("credits: ", "review: ", "trailer: ", "watch: ", "exclusive: ", "recap: "),
)
#: Between a title and what follows it: "Iron Tide in Lisbon", "Iron Tide for Peacock".
_TAIL_WORDS: Final = frozenset(
    {"in", "for", "on", "at", "from", "with", "to", "and", "&", "as", "is"}
)


def join_numbers(candidates: dict[str, Candidate], headline: Sequence[Token] = ()) -> None:
    """Give a line that opens with a number what was read of it without: "12 Lamps".

    Numbers that count the lines of a list are no part of its titles; the ``headline`` may say
    how many there are.
    """
    _cut_counters(candidates, {int(t.text) for t in headline if t.text.isdecimal()})
    for key in [key for key in candidates if key.split(" ")[0].isdigit()]:
        rest, whole = candidates.get(key.partition(" ")[2]), candidates[key]
        if rest is None:
            continue
        met_again = whole.count > 1 and whole.count >= rest.count
        if whole.count == 1 and rest.count > _WITHOUT:
            rest.series |= whole.series - {"once"} | {"counted_line"}
            del candidates[key]  # "7 Lamps" in a list of shows, and "Lamps" again and again
            continue
        if "whole_line" in whole.series or met_again:
            whole.series |= rest.series  # "12 Lamps", whose number was left out
            whole.count += rest.count * ("whole_line" in whole.series)
            del candidates[key.partition(" ")[2]]
        else:
            del candidates[key]


#: A title met so often and more without the number of its line is counted by it.
_WITHOUT: Final = 2


def _cut_counters(candidates: dict[str, Candidate], counted: set[int]) -> None:
    """Leave out the numbers of lines that follow one another: "10 Iron Tide", "9 Low Water"."""
    lines = {
        int(key.partition(" ")[0]): key
        for key, candidate in candidates.items()
        if key.partition(" ")[0].isdigit() and "whole_line" in candidate.series and " " in key
    }
    for number, key in lines.items():
        if number + 1 in lines or number - 1 in lines or number in counted:
            whole = candidates.pop(key)
            rest = candidates.setdefault(key.partition(" ")[2], Candidate())
            rest.series |= whole.series | {"counted_line"}
            rest.count += whole.count
            rest.in_body = rest.in_body or whole.in_body
            for form, count in whole.forms.items():
                rest.forms[form.partition(" ")[2]] += count


def cut_labels(candidates: dict[str, Candidate]) -> None:
    """Give a line that opens with a label to the title behind it: "Credits: Iron Tide is"."""
    for key in [key for key in candidates if key.startswith(_LABELS)]:
        rest = candidates.get(key.partition(": ")[2])
        if rest is not None:
            rest.series |= candidates[key].series
            rest.count += candidates[key].count
            del candidates[key]


def cut_tails(candidates: dict[str, Candidate]) -> None:
    """Give a phrase met once to the one that it begins with and that is met more often.

    What is left of a title whose first word seemed to open the sentence goes to it as well.
    """
    for opener in ("at", "in", "on", "with", "after", "before", "like", "what", "why", "how"):
        for key in [k for k in candidates if k.startswith(f"{opener} ")]:
            rest = candidates.get(key.removeprefix(f"{opener} "))
            if rest is not None and rest.count < candidates[key].count:
                candidates[key].series |= rest.series
                candidates[key].count += rest.count
                del candidates[key.removeprefix(f"{opener} ")]
    for key in list(candidates):
        whole = candidates[key]
        words = key.split()
        if whole.count > 1 or "quoted" in whole.series or len(words) < 3:  # noqa: PLR2004
            continue
        for at in range(1, len(words) - 1):
            head = candidates.get(" ".join(words[:at]))
            tail = candidates.get(" ".join(words[at + 1 :]))
            if words[at] in {"to", "for"} and tail is not None and tail.count >= whole.count:
                tail.series |= whole.series - {"gazetteer", "place_before", "person_before"}
                tail.count += 1
                del candidates[key]
                break  # "outside of China to Iron Tide"
            if words[at] in _TAIL_WORDS and head is not None and head.count > 1:
                head.series |= whole.series - {"gazetteer", "place_before", "person_before"}
                head.count += 1
                del candidates[key]
                break


def behind_owner(sentence: Sentence, masked: set[int], first: int, last: int) -> int:
    """Return where a phrase starts behind a platform that owns it: "Peacock's Iron Tide"."""
    if first not in masked or first + 2 >= last:
        return first
    if sentence.tokens[first + 1].key == "'s":
        return first + 2
    on = first > 0 and sentence.tokens[first - 1].key == "on"
    while on and first in masked and first + 1 < last:
        first += 1  # "On The CW Iron Tide will return"
    return first


def behind_date(sentence: Sentence, first: int, last: int) -> int:
    """Return where a phrase starts behind the day that a line opens with: "Sept 13: Iron Tide"."""
    if first:
        return first
    tokens = sentence.tokens
    mark = next((at for at in range(first + 1, last - 1) if tokens[at].key in _DAY_ENDS), 0)
    dates = dates_in(tokens[:mark]) if mark else ()
    return mark + 1 if dates and (dates[0].first, dates[0].last) == (0, mark) else first


_DAY_ENDS: Final = frozenset({":", "-", "—", "|"})


_LINES: Final = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM})
#: In front of a channel these make no title of what stands before them: "New On Peacock".
_SMALL: Final = frozenset({"on", "to", "from", "at", "for", "by", "with", "of", "the", "and", "&"})


def _field_end(sentence: Sentence, first: int, last: int) -> int:
    """Return where a field between dashes ends: "Iron Tide - Fox - Renewed"."""
    if sentence.block.kind not in _LINES or sentence.tokens[first - 1].key not in _DASHES:
        return last
    inside = range(first, last)
    return next((at for at in inside if sentence.tokens[at].key in _DASHES), last)


_DASHES: Final = frozenset({"-", "—", "|"})
#: Words that lead from a title to who shows or makes it.
_TO_CHANNELS: Final = frozenset({"on", "for", "from", "at", "via", "to", "-", ":"})
_FIRMS: Final = frozenset(
    {"company", "productions", "pictures", "studios", "films", "entertainment", "media"}
)


def before_channel(sentence: Sentence, platforms: set[int], first: int, last: int) -> int:
    """Return where a phrase ends before its channel or firm: "Iron Tide on Peacock"."""
    tokens = sentence.tokens
    if sentence.block.kind in _LINES and last == len(tokens):
        at = next((at for at in range(first, last) if platforms.issuperset(range(at, last))), last)
        if first < at < last and tokens[at - 1].is_capital and tokens[at - 1].key not in _SMALL:
            return at  # "Iron Tide NBC" is a line
    for at in range(first + 1, last - 1):
        if tokens[at].key not in _TO_CHANNELS:
            continue
        shown = platforms.issuperset(range(at + 1, _field_end(sentence, at + 1, last)))
        if shown or (tokens[at].key == "from" and tokens[last - 1].key in _FIRMS):
            return at
    return last

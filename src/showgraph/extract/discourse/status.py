"""How a text stands behind what a cue says: denied, doubted, asked, planned or told as past.

Words of the pack's ``status.yaml`` are looked for in the clause of the cue; nothing outside
the sentence is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from showgraph.extract.discourse.clauses import (
    BREAKS,
    ClauseWords,
    clause_start,
    has_condition_behind,
    is_conditional,
    phrase_start,
    read_words,
)
from showgraph.extract.rulepack.steps import phrase_class
from showgraph.extract.text.mention import Scene
from showgraph.model import Modality, Polarity, Tense

_AUXILIARY_WINDOW: Final = 6  # "will reportedly also be making its debut"
#: Behind one of these marks a bracket goes on or ends.
_PUNCTUATION: Final = frozenset({")", "?", "!"})
#: Behind these a denial denies nothing: "not only".
_NO_DENIAL: Final = frozenset({"only", "just", "merely"})
#: What can be done to a thing does not make it doubtful: "you can watch season 2".
_ABILITY: Final = frozenset({"can"})
_PLEADING: Final = frozenset({"please", "just", "do", '"'})
_TOLD: Final = frozenset(
    {"report", "reports", "claim", "claims", "suggestion", "suggestions", "story", "stories"}
)
#: Behind "had" at the start of a sentence these tell what did not come to be.
_CONDITIONED: Final = frozenset({"would", "could", "might", "'d"})
_WATCHED: Final = frozenset(
    {"watch", "stream", "catch", "binge", "watched", "seen", "streamed", "found", "binged"}
)
#: What may stand between "but" and what came of a plan: "but its release has since been".
_BUT_IT: Final = frozenset(
    {
        *(
            "it",
            "this",
            "that",
            "they",
            "its",
            "he",
            "she",
            "the",
            "release",
            "premiere",
            "launch",
            "debut",
        ),
        *("date", "start", "plan", "plans", "was", "were", "is", "are", "has", "have", "had"),
        *("been", "since", "later", "now", "then", "subsequently", "eventually", "got", "being"),
    }
)
_TURNS: Final = frozenset({"but", "however", "though", "although"})
_PAST_ENDINGS: Final = ("ed",)
_PAST_FORMS: Final = frozenset(
    {
        "came",
        "came out",
        "came back",
        "began",
        "hit",
        "won",
        "wrote",
        "co-wrote",
        "ran",
        "bought",
        "took",
        "was",
        "were",
        "led",
        "held",
        "landed",
        "made",
        "had",
        "began streaming",
        "out",
    }
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Polarity, modality and tense of what a cue says."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    tense: Tense = Tense.PRESENT


class StatusReader:
    """Reads the standing of cues, by the words of a pack."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Index the word lists."""
        self._classes = {name: phrase_class(tuple(phrases), name) for name, phrases in data.items()}
        self._questions = frozenset(data["question_words"])
        self._read: tuple[Scene, ClauseWords] | None = None

    def read(self, scene: Scene, first: int, last: int, *, timed: bool = False) -> Standing:
        """Return the standing of the cue at tokens ``[first, last)``.

        ``timed`` says that the claim has a date or a release: then a present tense is a plan
        ("premieres on Friday").
        """
        words = self._words(scene)
        keys, first, last = words.keys, words.place(first), words.end(first, last)
        start = clause_start(keys, first)
        polarity = Polarity.POSITIVE
        if self._denies(keys, start, first) or self._is_taken_back(keys, start, first, last):
            polarity = Polarity.NEGATIVE
        tense = self._tense(keys, start, first, last, timed=timed)
        modality = self._modality(words, start, first, last)
        if modality is Modality.ASSERTED and self._is_open(keys, start, first, last, tense):
            modality = Modality.POSSIBLE
        return Standing(polarity, modality, tense)

    def read_thing(self, scene: Scene, first: int, last: int) -> Standing:
        """Return the standing of a thing named at tokens ``[first, last)``: is it said to be?

        What is denied or doubted of it right behind counts as well ("Season 2 will not come").
        """
        words = self._words(scene)
        keys, first, last = words.keys, words.place(first), words.end(first, last)
        start = clause_start(keys, first)
        end = min(len(keys), last + _AUXILIARY_WINDOW)
        end = next((at for at in range(last, end) if keys[at] in BREAKS | {","}), end)
        polarity, modality = Polarity.POSITIVE, self._modality(words, start, first, last)
        near = [*range(max(start, first - _AUXILIARY_WINDOW), first), *range(last, end)]
        if self._denies(keys, start, first) or self._denies(keys, last, end):
            polarity = Polarity.NEGATIVE
        if modality in {Modality.ASSERTED, Modality.POSSIBLE}:
            doubted = any(
                self._hits("possible", keys, at, end)
                and keys[at] not in _ABILITY
                and not _is_month(keys, at)
                for at in near
            )
            modality = Modality.POSSIBLE if doubted else Modality.ASSERTED
        return Standing(polarity, modality)

    def _denies(self, keys: Sequence[str], start: int, first: int) -> bool:
        """Return whether a denial stands right before a cue, or a phrase in its clause."""
        governs = phrase_start(keys, start, first)
        for at in range(start, first):
            if at >= governs and self._hits("denial", keys, at, first):
                return True
            found = self._classes["negative"].find(keys, at)
            if found is None or found[0] > first:
                continue
            if keys[found[0] : found[0] + 1] and keys[found[0]] in _NO_DENIAL:
                continue
            if first - at <= _AUXILIARY_WINDOW or found[0] - at > 1:
                return True
        return False

    def _is_taken_back(self, keys: Sequence[str], start: int, first: int, last: int) -> bool:
        """Return whether what was only told is denied behind: "Reports that ... are false"."""
        told = any(
            keys[at] in _TOLD and keys[at + 1 : at + 2] == ("that",) for at in range(start, first)
        )
        return told and any(
            self._hits("taken_back", keys, at, len(keys)) for at in range(last, len(keys))
        )

    def _hits(self, name: str, keys: Sequence[str], at: int, stop: int) -> bool:
        cues = self._classes[name]
        if keys[at] not in cues.index:
            return False
        found = cues.find(keys, at)
        return found is not None and found[0] <= stop

    def _words(self, scene: Scene) -> ClauseWords:
        """Return the words of a scene; they are read once for all its cues."""
        if self._read is None or self._read[0] is not scene:
            self._read = (scene, read_words(scene))
        return self._read[1]

    def _modality(self, words: ClauseWords, start: int, first: int, last: int) -> Modality:
        keys = words.keys
        if self._asks(keys, first):
            return Modality.ASKED
        # a capital inside the sentence is a name: "Gossip Harbour" is a title
        rumours = self._classes["rumoured"].places(keys)
        if any(not at or not words.capitals[at] for at in rumours):
            return Modality.RUMOURED
        if self._is_unreal(keys, start, first):
            return Modality.POSSIBLE
        window = range(max(start, first - _AUXILIARY_WINDOW), first)
        if any(
            self._hits("possible", keys, at, first)
            and not _is_month(keys, at)
            and not _is_ability(keys, at)
            for at in window
        ):
            return Modality.POSSIBLE
        near = range(max(0, first - 12), min(len(keys), last + 12))
        if any(self._hits("reported", keys, at, len(keys)) for at in near):
            return Modality.REPORTED
        return Modality.ASSERTED

    def _is_unreal(self, keys: Sequence[str], start: int, first: int) -> bool:
        """Return whether a clause tells what is wished, imagined, begged or nearly came to be."""
        if "had" in keys[:1] and _CONDITIONED & set(keys):
            return True  # "Had Peacock bought it, it would have run longer"
        return (
            any(self._hits("unreal", keys, at, first) for at in range(start, first))
            or (first > start and self._hits("nearly", keys, first - 1, first))
            or next(self._classes["appeal"].places(keys), None) is not None
            or self._is_called_off(keys, first)
        )

    def _is_called_off(self, keys: Sequence[str], first: int) -> bool:
        """Return whether the sentence goes on to say that it did not come to it as planned."""
        for at in range(first + 1, len(keys)):
            if keys[at] == ";":
                return False
            if keys[at] not in _TURNS:
                continue
            after = next((i for i in range(at + 1, len(keys)) if keys[i] not in _BUT_IT), len(keys))
            if after < len(keys) and self._hits("called_off", keys, after, len(keys)):
                return True
        return False

    def _is_open(
        self, keys: Sequence[str], start: int, first: int, last: int, tense: Tense
    ) -> bool:
        """Return whether it is left open: by a condition, a forecast, a plan that came to nothing.

        What governs the rest of its clause ("denied that", "is considering") reaches further
        than an auxiliary.
        """
        pleads = first == 0 or keys[first - 1] in _PLEADING
        if pleads and self._hits("order", keys, first, len(keys)):
            return True  # "Renew this show, please"
        governs = phrase_start(keys, start, first)
        if any(self._hits("open", keys, at, first) for at in range(governs, first)):
            return True
        decided = self._hits("decided", keys, first, len(keys))
        planned = tense is Tense.FUTURE
        if is_conditional(keys, start, first, planned=planned or decided) or (
            planned and has_condition_behind(keys, last)
        ):
            return True
        window = range(max(start, first - _AUXILIARY_WINDOW), first)
        if decided and any(self._hits("forecast", keys, at, first) for at in window):
            return True  # others decide: "is expected to be renewed"
        return any(self._hits("past_plan", keys, at, last) for at in window) and any(
            self._hits("thwarted", keys, at, len(keys)) for at in range(last, len(keys))
        )

    def _asks(self, keys: Sequence[str], first: int) -> bool:
        ends = (i for i in range(first, len(keys)) if keys[i] in {"?", "!", "."})
        # "Ana Bell (Where Now?) stars", "Ana Bell (???)" ask nothing
        end = next((i for i in ends if not _PUNCTUATION & set(keys[i + 1 : i + 2])), None)
        if end is not None and ":" in keys[first:end]:
            end = None  # "Ana Bell, creator of Iron Tide, asked: how does it end?"
        return (end is not None and keys[end] == "?") or "whether" in keys[
            max(0, first - 8) : first
        ]

    def _tense(
        self,
        keys: Sequence[str],
        start: int,
        first: int,
        last: int,
        *,
        timed: bool,
    ) -> Tense:
        window = range(max(start, first - _AUXILIARY_WINDOW), first)
        for at in reversed(window):
            if self._hits("not_future", keys, at, first):
                break
            if self._hits("future", keys, at, first):
                return Tense.FUTURE
            if self._hits("past", keys, at, first) and first - at <= 3:  # noqa: PLR2004
                # "will have its premiere", "will be released"
                planned = at > start and self._hits("future", keys, at - 1, at)
                return Tense.FUTURE if planned else Tense.PAST
        cue = " ".join(keys[first:last])
        if (
            cue in _PAST_FORMS
            or cue.split()[0] in _PAST_FORMS
            or cue.split()[0].endswith(_PAST_ENDINGS)
        ):
            return Tense.PAST
        return Tense.FUTURE if timed else Tense.PRESENT


def _is_ability(keys: Sequence[str], at: int) -> bool:
    """Return whether "can" says what viewers are able to do: "can watch", "can be seen"."""
    return keys[at] == "can" and bool(_WATCHED & set(keys[at + 1 : at + 4]))


#: Words whose number is no day: "season 3 may end it".
_COUNTED: Final = frozenset({"season", "series", "part", "volume", "episode"})


def _is_month(keys: Sequence[str], at: int) -> bool:
    """Return whether "may" stands before or behind a day: "May 3", "3 May"; not "season 3 may"."""
    counted = at > 1 and keys[at - 2] in _COUNTED
    beside = [*(() if counted else keys[max(0, at - 1) : at]), *keys[at + 1 : at + 2]]
    return keys[at] == "may" and any(key.rstrip("stndrh").isdigit() for key in beside)

"""How a text stands behind what a cue says: denied, doubted, asked, planned or told as past.

Words of the pack's ``status.yaml`` are looked for in the clause of the cue; nothing outside
the sentence is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from showgraph.extract.mention import Scene
from showgraph.extract.steps import phrase_class
from showgraph.model import Modality, Polarity, Tense

_BREAKS: Final = frozenset({";", ":", "—", ".", "!", "?", "(", ")", '"'})
_AUXILIARY_WINDOW: Final = 6  # "will reportedly also be making its debut"
#: Behind these a denial denies nothing: "not only".
_NO_DENIAL: Final = frozenset({"only", "just", "merely"})
#: What can be done to a thing does not make it doubtful: "you can watch season 2".
_ABILITY: Final = frozenset({"can"})
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

    def read(self, scene: Scene, first: int, last: int, *, timed: bool = False) -> Standing:
        """Return the standing of the cue at tokens ``[first, last)``.

        ``timed`` says that the claim has a date or a release: then a present tense is a plan
        ("premieres on Friday").
        """
        keys = scene.keys
        start = _clause_start(keys, first)
        polarity = Polarity.POSITIVE
        if self._denies(keys, start, first):
            polarity = Polarity.NEGATIVE
        modality = self._modality(scene, start, first, last)
        return Standing(polarity, modality, self._tense(keys, start, first, last, timed=timed))

    def read_thing(self, scene: Scene, first: int, last: int) -> Standing:
        """Return the standing of a thing named at tokens ``[first, last)``: is it said to be?

        What is denied or doubted of it right behind counts as well ("Season 2 will not come").
        """
        keys = scene.keys
        start = _clause_start(keys, first)
        end = min(len(keys), last + _AUXILIARY_WINDOW)
        end = next((at for at in range(last, end) if keys[at] in _BREAKS | {","}), end)
        polarity, modality = Polarity.POSITIVE, self._modality(scene, start, first, last)
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
        for at in range(start, first):
            found = self._classes["negative"].find(keys, at)
            if found is None or found[0] > first or keys[found[0]] in _NO_DENIAL:
                continue
            if first - at <= _AUXILIARY_WINDOW or found[0] - at > 1:
                return True
        return False

    def _hits(self, name: str, keys: Sequence[str], at: int, stop: int) -> bool:
        found = self._classes[name].find(keys, at)
        return found is not None and found[0] <= stop

    def _modality(self, scene: Scene, start: int, first: int, last: int) -> Modality:
        keys = scene.keys
        if self._asks(scene, first):
            return Modality.ASKED
        tokens = scene.sentence.tokens
        if any(
            # a capital inside the sentence is a name: "Gossip Harbour" is a title
            self._hits("rumoured", keys, at, len(keys)) and not (at and tokens[at].is_capital)
            for at in range(len(keys))
        ):
            return Modality.RUMOURED
        if self._is_unreal(keys, start, first):
            return Modality.POSSIBLE
        window = range(max(start, first - _AUXILIARY_WINDOW), first)
        if any(
            self._hits("possible", keys, at, first) and not _is_month(keys, at) for at in window
        ) or (start < first and keys[start] in {"if", "unless"}):
            return Modality.POSSIBLE
        near = range(max(0, first - 12), min(len(keys), last + 12))
        if any(self._hits("reported", keys, at, len(keys)) for at in near):
            return Modality.REPORTED
        return Modality.ASSERTED

    def _is_unreal(self, keys: Sequence[str], start: int, first: int) -> bool:
        """Return whether a clause tells what is wished, imagined, begged or nearly came to be."""
        if keys[:1] == ["had"] and "would" in keys:
            return True  # "Had Peacock bought it, it would have run longer"
        return (
            any(self._hits("unreal", keys, at, first) for at in range(start, first))
            or (first > start and self._hits("nearly", keys, first - 1, first))
            or any(self._hits("appeal", keys, at, len(keys)) for at in range(len(keys)))
        )

    def _asks(self, scene: Scene, first: int) -> bool:
        keys = scene.keys
        end = next((i for i in range(first, len(keys)) if keys[i] in {"?", "!", "."}), None)
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


def _is_month(keys: Sequence[str], at: int) -> bool:
    """Return whether "may" stands before or behind a day: "May 3", "3 May"."""
    beside = [*keys[max(0, at - 1) : at], *keys[at + 1 : at + 2]]
    return keys[at] == "may" and any(key.rstrip("stndrh").isdigit() for key in beside)


def _clause_start(keys: Sequence[str], first: int) -> int:
    for at in range(first - 1, -1, -1):
        if keys[at] in _BREAKS:
            return at + 1
        if keys[at] in {"but", "while", "although", "though", "whereas"}:
            return at + 1
    return 0

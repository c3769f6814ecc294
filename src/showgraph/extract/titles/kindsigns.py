"""Read what the words around a phrase call it: "the thriller X", "X is a novel", "the X series"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.titles.appositions import is_apposed
from showgraph.extract.titles.descriptions import NAMING, behind_aside, description_start
from showgraph.extract.titles.inversions import names_debut, names_one_of
from showgraph.extract.titles.quotedlists import SIGHT, cut_peers

_DETERMINERS: Final = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "this", "that", "'s", "by", "of", "my", "our"},
)
#: In front of a word for series these lead to the one that is told of next.
_ANOTHER: Final = frozenset({"another", "next", "final", "latest"})
_PLURALS: Final = frozenset({"films", "movies", "novels", "books", "songs", "albums", "games"})
_WHO: Final = frozenset(
    {"man", "woman", "boy", "girl", "character", "guy", "detective", "officer", "doctor", "agent"}
)
_CHIEFS: Final = frozenset({"head", "heads", "director", "controller", "chief", "president"})
_SHORTEST_PARTICIPLE: Final = 4  # "king", "bed" are nouns
_NOUN_LEADS: Final = frozenset({"a", "an", "the", "her", "his", "their"})
#: These end what a phrase is called: "is the man behind the franchise" calls it no franchise.
_ENDS_PRAISE: Final = frozenset(
    {
        *(",", ".", "who", "that", "which", "of", "in", "on", "about"),
        *("behind", "for", "to", "with", "from"),
    }
)


def _is_owner(keys: list[str]) -> bool:
    """Return whether a word for series owns what follows: "the series' other killer"."""
    return keys[:1] == ["'"] and keys[1:2] != [] and keys[1].isalpha()


#: Behind these "play" and "film" are verbs.
_VERBAL: Final = (["to"], ["will"], ["would"], ["who"], ["they"], ["also"])
#: What leads from a work to somebody in it: "a drama about a cook named Mia".
_TELLING: Final = frozenset(
    {"to", "about", "who", "whose", "where", "follows", "plays", "stars", "starring", "centers"}
)


@dataclass(frozen=True, slots=True)
class KindReader:
    """Reads the sort of work that the words around one phrase name.

    Quotation marks of the phrase are neither in ``front`` nor in ``back``; ``closing`` is the
    token behind its last word, be it a mark. In front of a quoted phrase more words may be given
    than are read: a list of quoted ones may stand between.
    """

    front: list[str]  # the words in front, the nearest last
    back: list[str]  # the words behind, the nearest first
    opener: str  # the word that opens the sentence; nothing where the phrase does
    closing: str
    quoted: bool
    table: TitleTable

    def before(self) -> str:
        """Return the sort of work that the words right before name, such as "the thriller"."""
        keys = self._behind_peers()
        if self.quoted and _lists_shows(keys):
            return "series"  # 'the three new originals are -- "Iron Tide" and "Low Water"'
        return self._named_before(keys)

    def _named_before(self, keys: list[str]) -> str:
        """Return the sort of work that the last of some words name."""
        if keys[-1:] and keys[-1] in NAMING:
            return self._called(keys)
        if keys[-2:-1] == ["of"] and keys[-3:-2] != [] and keys[-3] in _CHIEFS:
            return ""  # "head of drama Ana Bell"
        if kind := self._told_last(keys):
            return kind
        if keys[-1:] and keys[-1] in _PLURALS:
            return self.table.kinds[keys[-1][:-1]]  # 'recent films "Low Water"'
        for size in (3, 2, 1):
            phrase = " ".join(keys[-size:])
            if len(keys) >= size and phrase in self.table.kinds:
                kind = self.table.kinds[phrase]
                led = set(keys[-size - 3 : -size])
                # "play", "film" and "book" are verbs as well: a determiner must lead them in.
                acts = led & {"two", "duo", "pair", "leads", "actors", "stars"}
                return kind if kind == "series" or (led & _DETERMINERS and not acts) else ""
        return ""

    def _told_last(self, keys: list[str]) -> str:
        """Return the sort of work of which a sentence says last which it is: "the next one is"."""
        if keys[-1:] == ["is"] and _ANOTHER & set(keys):
            at = next(i for i in range(len(keys) - 1, -1, -1) if keys[i] in _ANOTHER)
            if not {",", "and", ";", "what", "who"} & set(keys[at:]):
                return self.table.kinds.get(keys[at + 1], "")  # "another drama to watch is X"
        told = names_debut(self.opener, keys) or names_one_of(keys, self.table.words["series_talk"])
        return "series" if told else ""

    def _called(self, keys: list[str]) -> str:
        """Return the sort of work that "a web series called" or "it's called" leads to."""
        if keys[-3:] in (["it", "'s", "called"], ["it", "is", "called"]):
            return "series"  # "A series is coming. It's called Iron Tide"
        if _WHO & set(keys[-3:]):
            return ""  # "a drama about a man named Sam Flint"
        at = next((i for i in range(len(keys) - 1, -1, -1) if keys[i] in self.table.kinds), -1)
        if at < 0 or _TELLING & set(keys[at + 1 :]) or keys[max(0, at - 1) : at] in _VERBAL:
            return ""  # "the season, titled X", "the series to play a cook named Mia"
        return self.table.kinds[keys[at]]

    def _behind_peers(self) -> list[str]:
        """Return what stands in front of the phrase and of quoted ones that it is listed with."""
        keys = self.front
        if not self.quoted:
            apposed = keys[-1:] == [","] and is_apposed(keys[:-1], self.back, self.table)
            return keys[:-1] if apposed else keys
        if keys[-1:] == [","] and keys[-2:-1] != ['"'] and keys[-2:-1] != ["'"]:
            return keys[-SIGHT - 1 : -1]  # 'its next series, "Iron Tide," a drama'
        return cut_peers(keys)  # 'the films "Low Water" and "Iron Tide"'

    def behind(self) -> str:
        """Return the sort of work that "is a ..." or ", a ..." names behind the phrase."""
        keys = self.back
        if self.quoted and self.closing == ",":
            # the comma stands inside the marks
            keys = keys if keys[:1] in (["is"], ["was"]) else [",", *keys]
        keys = list(behind_aside(keys))
        start = description_start(keys, within=self.opener, parted=self.front[-1:] == [","])
        for index in range(start, len(keys)):
            for size in (3, 2, 1):
                phrase = " ".join(keys[index : index + size])
                phrase = phrase.removesuffix("s") if "one" in keys[:2] else phrase
                behind = keys[index + size : index + size + 1]
                if (
                    phrase in self.table.kinds
                    and index + size <= len(keys)
                    and (not behind or self._ends_kind(behind[0]))
                    and not _is_owner(keys[index + size :])
                ):
                    return self.table.kinds[phrase]
            if keys[index] in _ENDS_PRAISE or _starts_noun(keys, index):
                return ""
        return ""

    def _ends_kind(self, key: str) -> bool:
        """Return whether a word goes on behind "is a drama": "about", "chronicling"."""
        return key in self.table.words["kind_ends"] or (
            key.endswith(("ing", "ed")) and len(key) > _SHORTEST_PARTICIPLE
        )

    def around(self) -> bool:
        """Return whether "the X series", "the X anime" calls the phrase a series."""
        if not self.front or self.front[-1] not in {"the", "this", "'s", "hit", "popular"}:
            return False
        after = self.back
        if after[:1] == ["("] and ")" in after:
            after = after[after.index(")") + 1 :]  # another form of the title
        return after[:1] != [] and after[0] in self.table.words["kind_after_words"]


#: Between a word for several series and the first of them.
_LISTING: Final = frozenset({"—", "-", "--", ":", ",", "are", "include", "including", "namely"})
_SHOWS: Final = frozenset(
    {"series", "shows", "originals", "dramas", "sitcoms", "comedies", "thrillers", "pilots"}
)


def _lists_shows(keys: Sequence[str]) -> bool:
    """Return whether a word for several series and what begins their list end the words."""
    at = len(keys)
    while at and keys[at - 1] in _LISTING:
        at -= 1
    several = at and keys[at - 1] in _SHOWS - {"series"}
    return at < len(keys) and bool(
        several or ("series" in keys[at - 1 : at] and "are" in keys[at:])
    )


def _starts_noun(keys: Sequence[str], at: int) -> bool:
    """Return whether "and" leads to another noun: "a wife and a star", not "dark and funny"."""
    ends = at in {2, len(keys) - 1}
    return keys[at] == "and" and (ends or keys[at + 1] in _NOUN_LEADS)

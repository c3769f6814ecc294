"""Read the signs around a candidate phrase that speak for or against its being a title."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from showgraph.extract.rulepack.gazetteer import Gazetteer
from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.text.blocks import BlockKind
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.adaptations import is_adapted
from showgraph.extract.titles.appositions import is_agent, is_cast, leads_to_title
from showgraph.extract.titles.brackets import is_measure
from showgraph.extract.titles.castclauses import CAST_SIGHT, takes_people_on
from showgraph.extract.titles.channellines import has_channel_beside, is_out_on, opens_line
from showgraph.extract.titles.channelsigns import read_channel_signs
from showgraph.extract.titles.credited import is_credit, is_past, is_past_credit
from showgraph.extract.titles.cuesigns import (
    PIECES,
    has_cue_before,
    is_cue_after,
    names_behind,
    names_maker,
)
from showgraph.extract.titles.episodic import is_episodic
from showgraph.extract.titles.kindsigns import KindReader
from showgraph.extract.titles.leadins import peel
from showgraph.extract.titles.lineheads import is_section, read_line_signs
from showgraph.extract.titles.makings import ADVERBS, is_made
from showgraph.extract.titles.nonseries import is_event, is_occasion, is_podcast
from showgraph.extract.titles.orders import is_ordered
from showgraph.extract.titles.quotedlists import REACH
from showgraph.extract.titles.seasonbeside import has_season_before, has_season_behind
from showgraph.extract.titles.seasonclauses import SIGHT, has_season_ahead, is_counted_series
from showgraph.extract.titles.surroundings import look_around

#: "In Salt Lake" may be a place; longer phrases hardly are.
_LONGEST_PLACE: Final = 2
_STARRING: Final = frozenset({"star", "stars", "starring", "starred"})
#: Tokens behind a phrase within which it is called something: "is one of the most loved shows".
_KIND_SIGHT: Final = 14
#: What has one of these signs is no place, whatever stands before it.
_OF_NO_PLACE: Final = frozenset({"joined_before", "cue_after", "kind_is", "season_beside"})
_WATCHING: Final = frozenset({"watching", "rewatching", "binge-watching", "bingeing"})
_BEHIND_WATCHED: Final = frozenset(
    {
        *("on", "and", "with", "for", "in", "at", "as", "because", "when", "while", "but", "or"),
        *("is", "was", "season", "again", "is", "this", "last", "right", "now", "then", "if", "to"),
    },
)
_OFFICES: Final = frozenset({"executive", "producer", "producers", "showrunner"})
_TRADES: Final = frozenset(
    {"executive", "producer", "producers", "creator", "creators", "director", "writers", "premiere"}
    | {"finale", "stars", "star", "cast", "showrunner", "recap", "review"}
)


class SignReader:
    """Reads the signs around one candidate in its sentence."""

    def __init__(  # noqa: PLR0913 - a place in a sentence, and what to read it by
        self,
        sentence: Sentence,
        first: int,
        last: int,
        table: TitleTable,
        gazetteer: Gazetteer,
        *,
        quoted: bool,
    ) -> None:
        """Take the phrase at tokens ``[first, last)``; ``quoted`` leaves its marks outside."""
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._first, self._last = first, last
        self._quoted = quoted
        self._table = table
        self._gazetteer = gazetteer.only("platforms")
        words = [token.word for token in self._tokens[first:last]]
        if last == len(self._tokens) and words[-1].count(".") == 1:
            words[-1] = words[-1].removesuffix(".") or words[-1]  # "titled Rosa Hon."
        self.text = _join(self._tokens[first:last], words)
        around = look_around(self._tokens, first, last, quoted=quoted)
        self._around = around
        self._before, self._after = around.before_keys, around.after_keys
        self._before_tokens, self._after_tokens = around.before, around.after
        outer, after = around.first, around.last
        self._casts = takes_people_on([t.key for t in self._tokens[after : after + CAST_SIGHT]])
        self._kinds = KindReader(
            [t.key for t in self._tokens[max(0, outer - REACH) : outer]]
            if quoted
            else self._before,
            [token.key for token in self._tokens[after : after + _KIND_SIGHT]],
            self._tokens[0].key if first else "",
            self._tokens[last].key if last < len(self._tokens) else "",
            quoted,
            table,
        )

    def signs(self) -> set[str]:
        """Return the signs for and against a series."""
        after = next((key for key in self._after if key not in ADVERBS), "")
        if after in _STARRING and not names_behind(self._around, after):
            after = ""  # "Ana Bell also stars." speaks of Ana Bell
        found = {sign for sign, holds in self._held(after).items() if holds}
        found |= set(
            read_line_signs(
                self._sentence, self._around.first, self._before_tokens, self._after_tokens
            )
        )
        found |= {"season_beside"} if self._has_season() else set()
        beside = (self._before_tokens, self._around.phrase, self._after_tokens)
        found |= set(read_channel_signs(self._tokens, *beside, self._gazetteer))
        found |= set(self._line_signs())
        found |= set(self._signs_behind(after)) | set(self._signs_in_front())
        return self._without_chance(found)

    def _held(self, after: str) -> dict[str, bool]:
        """Return which signs hold that need no more than one look; ``after`` is the next word."""
        around, phrase = self._around, self._around.phrase
        return {
            "quoted": self._quoted,
            "made_after": self._is_made(),
            "episodic": is_episodic(self._peeled, self._after),
            "cast_after": self._casts,
            "measured": self._is_measured(),
            "joined_before": self._is_joined(),
            "adapted": is_adapted(self._before, self._peeled, self._after, self._table),
            "section": not self._quoted and is_section(phrase, self._table.words["section_words"]),
            "event": is_event(phrase, self._table.words["event_words"], self._gazetteer)
            or is_occasion(self._after),
            "past_credit": is_past_credit(around),
            "cinema": any(t.key in self._table.words["cinema_words"] for t in self._tokens),
            "kind_before": self._kinds.before() == "series" and not self._is_trade(),
            "kind_is": self._kinds.behind() == "series" and not self._did_it(),
            "kind_after": self._kinds.around() and not self._is_epithet(),
            "maker_after": names_maker(around, after),
            "heading_of_kind": self._after[:1] == ["|"]
            and any(key in self._table.kinds for key in self._after[1:5])
            and self._first == 0
            and self._sentence.block.kind is not BlockKind.KEY_VALUE,
            "cue_before": has_cue_before(around, self._peeled, self._table),
            "watched": not _WATCHING.isdisjoint(self._before[-1:]) and self._is_whole_object(),
            "season_ahead": has_season_ahead(self._tokens[around.last : around.last + SIGHT]),
            "ordered": is_ordered(self._after),
            "directed": self._after[:1] == ["director"] and names_behind(around, "director"),
        }

    def _without_chance(self, found: set[str]) -> set[str]:
        """Leave out the signs that what stands beside the phrase explains."""
        found -= {"person_before"} if "channel_bracket" in found else set()
        owned = not self._quoted and self._before[-1:] in (["'s"], ["'"])
        called = self._after[:1] != [] and self._table.kinds.get(self._after[0]) == "series"
        person = called and self._tokens[self._first].key in self._table.words["given_names"]
        if owned and (person or leads_to_title(self._after_tokens, self._table)):
            found -= {"platform_before", "joined_before"}  # "Peacock's Ana Bell drama Iron Tide"
        return found - {"place_before"} if found & _OF_NO_PLACE else found

    def _is_epithet(self) -> bool:
        """Return whether a title follows the sort: "the Nordic series Iron Tide"."""
        behind = self._after_tokens[1:2]
        titled = bool(behind) and behind[0].is_capital and behind[0].is_word
        return titled and not self._quoted and behind[0].key not in {"season", "series"}

    def is_past(self) -> bool:
        """Return whether the phrase only says who somebody is: "X creator A", "famous for X"."""
        return is_past(self._around, self._peeled)

    def is_credit(self) -> bool:
        """Return whether the phrase says whose star somebody is: "X star Ana Bell", "X alum"."""
        return is_credit(self._around, self._peeled)

    def _is_trade(self) -> bool:
        """Return whether who made it follows "series": "The Series' Executive Producer"."""
        key = self._tokens[self._first].key
        return key in _OFFICES if self._quoted else key in _TRADES

    def _is_whole_object(self) -> bool:
        """Return whether no verb follows: "watching Ana Bell conquer" watches no series."""
        behind = self._after_tokens[:1]
        plain = bool(behind) and behind[0].is_word and not behind[0].is_capital
        return self._quoted or not plain or behind[0].key in _BEHIND_WATCHED

    @cached_property
    def _peeled(self) -> list[str]:
        return peel(self._before_tokens, self._table.kinds, self._gazetteer)

    def _is_made(self) -> bool:
        """Return whether the phrase is said to be made or shown: "X is based on", "X, set in"."""
        keys = self._after
        if self._quoted and self._tokens[self._last].key == "," and keys[:1] != [","]:
            keys = [",", *keys]  # '"Iron Tide," penned by'
        piece = not PIECES.isdisjoint(self._peeled[-1:])  # the episode "X" was directed by
        return not piece and is_made(keys, self._table.words["made_after"])

    def _is_measured(self) -> bool:
        """Return whether a format or a note on the title follows: "X (6x60)", "X (w/t)"."""
        inside = " ".join(self._after[1:4]) if self._after[:1] == ["("] else ""
        return is_measure(inside)

    def _is_joined(self) -> bool:
        """Return whether somebody joins it or plays in it: "has been cast in X"."""
        joins = self._table.words["joined_before"]
        if self._peeled[-1:] == ["lead"] and self._peeled[-2:-1] != ["to"]:
            return False  # "our lead Ana Bell"
        return any(" ".join(self._peeled[-size:]) in joins for size in (1, 2, 3))

    def _signs_behind(self, after: str) -> Iterator[str]:
        words = self._table.words
        if after in words["verb_after"]:
            yield "verb_after"
        if after == "stars" and self._first == 0:
            yield "stars_whom"
        by = self._after[1:2] == ["by"]  # "X, directed by", "X written by"
        acts = " ".join(self._after[:2]) in words["person_after"] or after in words["person_after"]
        if acts and not by:
            yield "person_after"
        elif is_cue_after(self._around, after, self._table):
            yield "cue_after"
        if after in words["speech"] and not self._quoted and not self._casts:
            yield "speech"

    def _signs_in_front(self) -> Iterator[str]:
        before = self._before[-1] if self._before and not self._quoted else ""
        concerned = self._before[-2:] in (
            ["do", "with"],
            ["debut", "with"],
        )  # "has nothing to do with Iron Tide"
        if before in self._table.words["person_before"] and not concerned:
            yield "person_before"
        if before and is_cast(self._before_tokens):
            yield "cast_before"
        is_short = self._last - self._first <= _LONGEST_PLACE
        if is_short and before in self._table.words["place_before"]:
            yield "place_before"

    def other_signs(self) -> dict[str, set[str]]:
        """Return the signs of being another sort of work, by sort."""
        found: dict[str, set[str]] = defaultdict(set)
        for sign, kind in (
            ("kind_before", self._kinds.before()),
            ("kind_is", self._kinds.behind()),
        ):
            if kind and kind != "series":
                found[kind].add(sign)
        if self._quoted:
            found["work"].add("quoted")
        if is_podcast(self._tokens[self._first : self._last]):
            found["podcast"].add("kind_is")
        return found

    def _did_it(self) -> bool:
        """Return whether the phrase is who a deed was done by: "by Ana Bell, the new show"."""
        return not self._quoted and self._after[:1] == [","] and is_agent(self._before_tokens)

    def _has_season(self) -> bool:
        """Return whether a season of the phrase is named right beside it."""
        series = self._table.words["kind_after_words"]
        if has_season_behind(self._after, series) and not self._is_sort_of_season():
            return True
        if is_counted_series(self._before):
            return True  # "series three of X"
        kind = self._kinds.before()
        return self._after[:1] != ["'s"] and has_season_before(self._before, self._peeled, kind)

    def _is_sort_of_season(self) -> bool:
        """Return whether a channel's "Landmark Sitcom Season" stands there, of many."""
        last = self._tokens[self._last - 1].key
        sorted_by = last in self._table.kinds and self._before[-1:] in (["'s"], ["'"])
        return sorted_by and self._after_tokens[0].is_capital

    def _line_signs(self) -> Iterator[str]:
        kind = self._sentence.block.kind
        beside = has_channel_beside(kind, self._after_tokens, self._gazetteer)
        if beside and opens_line(self._tokens[: self._first]):
            yield "channel_line"
        if is_out_on(self._after_tokens):
            yield "out_on"


def _join(tokens: Sequence[Token], words: Sequence[str]) -> str:
    """Return the words with single blanks where the text has white space between them."""
    parts: list[str] = []
    for index, (token, word) in enumerate(zip(tokens, words, strict=True)):
        if index and tokens[index - 1].end < token.start:
            parts.append(" ")
        parts.append(word)
    return "".join(parts)

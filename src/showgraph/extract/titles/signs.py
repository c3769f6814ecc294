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
from showgraph.extract.titles.descriptions import NAMING
from showgraph.extract.titles.episodic import is_episodic
from showgraph.extract.titles.kindsigns import KindReader
from showgraph.extract.titles.lineheads import is_section, read_line_signs
from showgraph.extract.titles.makings import ADVERBS, is_made
from showgraph.extract.titles.nonseries import is_event, is_occasion, is_podcast
from showgraph.extract.titles.orders import is_ordered
from showgraph.extract.titles.owners import peel
from showgraph.extract.titles.peers import REACH
from showgraph.extract.titles.seasonbeside import has_season_before, has_season_behind
from showgraph.extract.titles.seasonclauses import SIGHT, has_season_ahead, is_counted_series

#: "In Salt Lake" may be a place; longer phrases hardly are.
_LONGEST_PLACE: Final = 2
_STARRING: Final = frozenset({"star", "stars", "starring", "starred"})
#: Tokens behind a phrase within which it is called something: "is one of the most loved shows".
_KIND_SIGHT: Final = 14
#: What has one of these signs is no place, whatever stands before it.
_OF_NO_PLACE: Final = frozenset({"joined_before", "cue_after", "kind_is", "season_beside"})
#: What is titled behind one of these is no series.
_PIECES: Final = frozenset({"episode", "special", "film", "song", "novel", "chapter", "movie"})
#: "X series finale": behind "series" these make X one.
_OF_SERIES: Final = frozenset({"finale", "premiere", "creator", "star", "regular", "review"})
_PAST_DEEDS: Final = frozenset({"starred", "appeared", "featured"})
_PERFECT: Final = frozenset({"has", "have", "had", "previously", "recently", "earlier"})
_WATCHING: Final = frozenset({"watching", "rewatching", "binge-watching", "bingeing"})
_BEHIND_WATCHED: Final = frozenset(
    {
        *("on", "and", "with", "for", "in", "at", "as", "because", "when", "while", "but", "or"),
        *("is", "was", "season", "again", "is", "this", "last", "right", "now", "then", "if", "to"),
    },
)
_STARS: Final = frozenset({"star", "stars", "co-star", "co-stars"})
_OPPOSITE: Final = frozenset({"in", "as", "opposite", "alongside", "with"})
#: Behind these a name says that a title is somebody's credit, be it of a film or of a series.
_CREDITED: Final = frozenset(
    {"fame", "star", "co-star", "actor", "actress", "alum", "alumna", "alumnus"}
)
_MAKERS: Final = frozenset(
    {"creator", "co-creator", "creators", "showrunner", "writer", "director"}
)
_OFFICES: Final = frozenset({"executive", "producer", "producers", "showrunner"})
_TRADES: Final = frozenset(
    {"executive", "producer", "producers", "creator", "creators", "director", "writers", "premiere"}
    | {"finale", "stars", "star", "cast", "showrunner", "recap", "review"}
)
_FAME: Final = frozenset({(word, "for") for word in ("known", "famous", "remembered", "loved")})
_OF_CRITICS: Final = frozenset({"review", "recap"})  # whose is a person's


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
        # What stands around the phrase, quotation marks and the article's "the" left out.
        outer = first - 1 if quoted else first
        after = last + 1 if quoted else last
        if quoted and self._tokens[last].key == "(":  # "'Tide (Salt of the Sea)'"
            after = next(i for i, t in enumerate(self._tokens) if i > last and t.key in "\"'") + 1
        if quoted and after < len(self._tokens) and self._tokens[last].key in {",", "."}:
            after = min(after + 1, len(self._tokens))
        self._before = [token.key for token in self._tokens[max(0, outer - 9) : outer]]
        self._after = [token.key for token in self._tokens[after : after + 9]]
        self._before_tokens = self._tokens[max(0, outer - 9) : outer]
        self._after_tokens = self._tokens[after : after + 9]
        self._behind = after
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
        if after in _STARRING and not self._names_behind(after):
            after = ""  # "Ana Bell also stars." speaks of Ana Bell
        phrase = self._tokens[self._first : self._last]
        held = {
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
            "past_credit": self._is_past_credit(),
            "cinema": any(t.key in self._table.words["cinema_words"] for t in self._tokens),
            "kind_before": self._kinds.before() == "series" and not self._is_trade(),
            "kind_is": self._kinds.behind() == "series" and not self._did_it(),
            "kind_after": self._kinds.around() and not self._is_epithet(),
            "maker_after": self._names_maker(after),
            "heading_of_kind": self._after[:1] == ["|"]
            and any(key in self._table.kinds for key in self._after[1:5])
            and self._first == 0
            and self._sentence.block.kind is not BlockKind.KEY_VALUE,
            "cue_before": self._has_cue_before(),
            "watched": not _WATCHING.isdisjoint(self._before[-1:]) and self._is_whole_object(),
            "season_ahead": has_season_ahead(self._tokens[self._behind : self._behind + SIGHT]),
            "ordered": is_ordered(self._after),
            "directed": self._after[:1] == ["director"] and self._names_behind("director"),
        }
        found = {sign for sign, holds in held.items() if holds}
        outer = self._first - self._quoted
        found |= set(
            read_line_signs(self._sentence, outer, self._before_tokens, self._after_tokens)
        )
        found |= {"season_beside"} if self._has_season() else set()
        beside = (self._before_tokens, phrase, self._after_tokens)
        found |= set(read_channel_signs(self._tokens, *beside, self._gazetteer))
        found |= set(self._line_signs())
        found |= set(self._signs_behind(after)) | set(self._signs_in_front())
        return self._without_chance(found)

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

    def _is_trade(self) -> bool:
        """Return whether who made it follows "series": "The Series' Executive Producer"."""
        key = self._tokens[self._first].key
        return key in _OFFICES if self._quoted else key in _TRADES

    def _is_whole_object(self) -> bool:
        """Return whether no verb follows: "watching Ana Bell conquer" watches no series."""
        behind = self._after_tokens[:1]
        plain = bool(behind) and behind[0].is_word and not behind[0].is_capital
        return self._quoted or not plain or behind[0].key in _BEHIND_WATCHED

    def is_past(self) -> bool:
        """Return whether the phrase only says who somebody is: "X creator A", "famous for X"."""
        if self.is_credit() or tuple(self._peeled[-2:]) in _FAME:
            return True
        keys = [key for key in self._after[:2] if key not in {"'s", '"', "'"}]
        return bool(keys) and keys[0] in _MAKERS and self._names_behind(keys[0])

    def is_credit(self) -> bool:
        """Return whether the phrase says whose star somebody is: "X star Ana Bell", "X alum"."""
        led = len(self._peeled)
        if self._peeled[-1:] == ["from"] and led > 1 and self._before_tokens[led - 2].is_capital:
            return True  # "Ana Bell from X"
        keys = [key for key in self._after[:3] if key not in {"'s", '"', "'"}]
        return bool(keys) and keys[0] in _CREDITED

    def _owns_title(self) -> bool:
        """Return whether the phrase owns what follows: "Ana Bell and Omar Reyes's Iron Tide"."""
        at, tokens = 0, self._after_tokens
        if self._after[:1] in (["and"], ["&"]):
            at = 1
            while at < len(tokens) and tokens[at].is_capital and tokens[at].is_word:
                at += 1
        owned = tokens[at + 1 :]
        if self._after[at : at + 1] != ["'s"] or not owned:
            return False
        return owned[0].is_capital or leads_to_title(owned, self._table)

    def _has_cue_before(self) -> bool:
        if self._owns_title():
            return False
        cues = self._table.words["cue_before"]
        before = self._peeled
        if before[-3:-1] == ["a", "host"]:
            return False  # "a host of stars"
        if before[-1:] and before[-1] in NAMING and _PIECES & set(before[-6:]):
            return False
        if self._first == 1 + self._quoted and before in (["called"], ["dubbed"], ["named"]):
            return True  # "Called Iron Tide, it is set in ..."
        if " ".join(before[-1:]) in cues or " ".join(before[-2:]) in cues:
            return True
        return before[-1:] == ["the"] and " ".join(before[-3:-1]) in cues

    @cached_property
    def _peeled(self) -> list[str]:
        return peel(self._before_tokens, self._table.kinds, self._gazetteer)

    def _is_made(self) -> bool:
        """Return whether the phrase is said to be made or shown: "X is based on", "X, set in"."""
        keys = self._after
        if self._quoted and self._tokens[self._last].key == "," and keys[:1] != [","]:
            keys = [",", *keys]  # '"Iron Tide," penned by'
        piece = not _PIECES.isdisjoint(self._peeled[-1:])  # the episode "X" was directed by
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

    def _is_past_credit(self) -> bool:
        """Return whether the phrase is one of somebody's past works: "has appeared in X"."""
        before = set(self._before)
        return bool(before & _PAST_DEEDS) and "in" in before and bool(before & _PERFECT)

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
        elif self._is_cue_after(after):
            yield "cue_after"
        if after in words["speech"] and not self._quoted and not self._casts:
            yield "speech"

    def _is_cue_after(self, after: str) -> bool:
        """Return whether "creator", "'s trailer" or "series finale" follows."""
        owned = self._before[-1:] == ["'s"] and self._before_tokens[:-1][-1:]
        if owned and owned[0].is_capital and not self._quoted and self._last - self._first == 1:
            return False  # "Da Ponte's Inquest creator" has but a piece of the title
        behind = self._after[1:2]
        words = self._table.words["cue_after"]
        if after == "cast" and self._before[-1:] in (["a"], ["an"]):
            return False  # "a Danish cast"
        if after == "series":
            return bool(behind) and behind[0] in _OF_SERIES
        if after == "'s" and behind in (["co-star"], ["co-stars"]):
            return self._after[2:3] != ["is"] and self._after[2:3] != ["are"]  # whose is a person's
        if after == "'s":
            return bool(behind) and behind[0] in words - _OF_CRITICS
        return after in words and not self._decides(after)

    def _decides(self, after: str) -> bool:
        """Return whether the phrase does it to a series instead of being one: "NBC renewed X"."""
        at = self._after.index(after)
        behind = self._after_tokens[at + 1 : at + 2]
        if after in _STARS and behind and behind[0].key in _OPPOSITE:
            return True  # "Ana Bell co-stars in Iron Tide"
        if after == "cast" and behind and behind[0].key in {"in", "as", "to", "opposite", "for"}:
            return True  # "Ana Bell cast in Iron Tide"
        opens = bool(behind) and (behind[0].is_capital or behind[0].key in {"'", '"', "the"})
        return opens and after.endswith("ed")

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

    def _names_behind(self, verb: str) -> bool:
        """Return whether a capitalised word follows a verb: "Iron Tide stars Ana Bell"."""
        at = self._after.index(verb)
        following = self._after_tokens[at + 1 : at + 2]
        return bool(following) and (following[0].is_capital or following[0].key == ":")

    def _names_maker(self, after: str) -> bool:
        """Return whether "X creator Ana Bell" stands there; one word alone may be a brand."""
        following = self._after_tokens[1:2]
        return (
            after in {"creator", "co-creator", "showrunner", "creators", "showrunners"}
            and self._last - self._first > 1
            and bool(following)
            and following[0].is_capital
        )

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

"""The candidates for titles of a document: every capitalised or quoted phrase with its signs.

What other documents and the user know of a title is not in a survey.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.rulepack.gazetteer import Gazetteer
from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.text.names import Capitals
from showgraph.extract.text.sentences import Sentence
from showgraph.extract.titles.candidates import find_candidates
from showgraph.extract.titles.listpages import lists_series, mark_heads
from showgraph.extract.titles.placetitles import join_places
from showgraph.extract.titles.serieslists import find_series_lists
from showgraph.extract.titles.signs import SignReader
from showgraph.extract.titles.titlecuts import (
    Candidate,
    before_channel,
    behind_date,
    behind_owner,
    cut_labels,
    cut_tails,
    join_numbers,
)
from showgraph.extract.titles.titletalk import (
    SEVERAL_SHOWS,
    colon_title,
    is_announced,
    is_mostly_of_series,
    is_of_another_medium,
    is_of_films,
    is_of_the_stage,
    is_without_series,
    lines_over_questions,
    lines_over_series,
    page_title,
    plain_words,
    speaks_of_series,
)
from showgraph.extract.titles.weighing import CALLED, weigh_up
from showgraph.extract.titles.worksigns import is_shown, is_sure
from showgraph.iris import name_key

#: Sentences of a note, which may well name its series once.
_NOTE: Final = 6
#: Sentences that a text takes to say what it is about.
_OPENING = 6


@dataclass(frozen=True, slots=True)
class Survey:
    """The candidates of a document with their signs; what other documents know is not in it."""

    candidates: Mapping[str, Candidate]
    elects: bool  # whether the opening speaks of "the series", so that it must have named one
    speaks: bool = False  # of series, and of nothing else that has titles


def survey_titles(
    sentences: Sequence[Sentence],
    table: TitleTable,
    gazetteer: Gazetteer,
    capitals: Capitals,
) -> Survey:
    """Return every candidate of a document with the signs around it.

    Args:
        sentences: The document's sentences.
        table: The signs and their weights.
        gazetteer: Lists whose words are no titles by themselves.
        capitals: What the document says about capital letters.
    """
    candidates = _read_candidates(sentences, table, gazetteer, capitals)
    join_numbers(candidates, sentences[0].tokens if lists_series(sentences) else ())
    cut_labels(candidates)
    cut_tails(candidates)
    talk = _read_talk(sentences, table, gazetteer)
    for key, candidate in candidates.items():
        held = _held(key, candidate, candidates, talk, table.words["firm_words"])
        candidate.series |= {sign for sign, holds in held.items() if holds}
        if talk.unsaid or talk.elsewhere:
            candidate.series -= {"review_line", "counted_line"}  # so are films
        weigh_up(candidate)
    mark_heads(sentences, candidates, table)
    doubted = talk.unsaid or talk.elsewhere or talk.filmed
    speaks = not doubted and speaks_of_series(sentences, table)
    return Survey(candidates, _means_series(sentences, table), speaks)


@dataclass(frozen=True, slots=True)
class _Talk:
    """What a whole text says of its titles."""

    head: str  # the words of the headline
    lines: Collection[str]  # what stands as a line over words for a series
    page: str  # the key of a headline that may be nothing but a title
    colon: str  # the key of what a headline explains behind a colon
    announced: bool  # behind that colon, by a channel
    asked: set[str]  # the keys of headings over questions
    mostly: bool  # of series
    elsewhere: bool  # of another medium
    unsaid: bool  # no word for a series
    filmed: bool  # of films
    long: bool  # more than a short note


def _held(
    key: str,
    candidate: Candidate,
    candidates: dict[str, Candidate],
    talk: _Talk,
    firms: Collection[str],
) -> dict[str, bool]:
    """Return which signs hold that only the whole text shows."""
    return {
        "repeated": candidate.count >= 3,  # noqa: PLR2004 - the sign's definition
        "headline_and_body": candidate.in_body and plain_words(key) in talk.head,
        "firm": key.rsplit(" ", maxsplit=1)[-1] in firms,
        "colon": ":" in "".join(candidate.forms) and candidate.count > 1,
        "film": _is_another(candidate),
        "heading_and_body": "whole_line" in candidate.series and candidate.count > 1,
        "surname_alone": _is_called_by_surname(key, candidates),
        "over_series": bool(candidate.series & {"whole_line", "dated_line"})
        and plain_words(key) in talk.lines,
        "page_title": key == talk.page,
        "colon_title": key == talk.colon
        and (candidate.in_body or talk.announced)
        and not talk.unsaid,
        "announced": key == talk.colon and talk.announced,
        "other_medium": talk.elsewhere,
        "asked": key in talk.asked,
        "section": "section" in candidate.series or _heads_part(key, candidate),
        "only_headed": talk.unsaid
        and "whole_line" in candidate.series
        and candidate.series <= _HEADED,
        "only_credited": 0 < candidate.credits == candidate.count and not candidate.series & CALLED,
        "unspoken": talk.unsaid and candidate.series <= _OF_ANYTHING,
        "mostly_credited": 0 < candidate.count <= 2 * candidate.past,
        "once": candidate.places == 1,
        "passing": candidate.places == 1 and talk.long and not is_sure(key, candidate),
        "film_talk": talk.filmed and not candidate.series & _OF_TELEVISION,
        "starring_only": not talk.mostly and _STARRED <= candidate.series <= _OF_FILMS,
        "talk_of_series": talk.mostly and is_shown(key, candidate),
    }


def _read_talk(sentences: Sequence[Sentence], table: TitleTable, gazetteer: Gazetteer) -> _Talk:
    return _Talk(
        plain_words(" ".join(_head_words(sentences))),
        lines_over_series(sentences, table),
        page_title(sentences, table),
        colon_title(sentences),
        is_announced(sentences, gazetteer),
        lines_over_questions(sentences),
        is_mostly_of_series(sentences, table),
        is_of_another_medium(sentences, table, gazetteer) or is_of_the_stage(sentences, table),
        is_without_series(sentences, table) and not is_announced(sentences, gazetteer),
        is_of_films(sentences, table, gazetteer),
        len(sentences) > _NOTE,
    )


def _read_candidates(
    sentences: Sequence[Sentence],
    table: TitleTable,
    gazetteer: Gazetteer,
    capitals: Capitals,
) -> dict[str, Candidate]:
    """Return the candidate phrases by key, with the signs that stand around them."""
    candidates: dict[str, Candidate] = defaultdict(Candidate)
    head = sentences[0].block if sentences else None
    listed = [_read_lists(sentence, gazetteer) for sentence in sentences]
    found = [tuple(find_candidates(sentence, capitals)) for sentence in sentences]
    phrases = join_places(sentences, found, [lists.places for lists in listed])
    counts = _count(sentences, phrases)
    for sentence, row, lists in zip(sentences, phrases, listed, strict=True):
        led = find_series_lists(sentence.tokens)
        places: set[tuple[int, int]] = set()
        for start, end, quoted in row:
            first, last = behind_owner(sentence, lists.words - lists.places, start, end), end
            first = behind_date(sentence, first, last)
            if not quoted and counts[_keys(sentence, start, end)] == 1:
                last = before_channel(sentence, lists.platforms, first, end)
            reader = SignReader(sentence, first, last, table, gazetteer, quoted=quoted)
            candidate = candidates[key := name_key(reader.text)]
            candidate.forms[reader.text] += 1
            candidate.count += 1
            candidate.credits += reader.is_credit()
            candidate.past += reader.is_past()
            candidate.places += (first, last) not in places
            places.add((first, last))
            if sentence is sentences[0] and lists.opens(sentence, first):
                candidate.series.add("opens_text")
            candidate.in_body = candidate.in_body or sentence.block is not head
            signs = reader.signs() - ({"platform_after"} if last < end else set())
            signs |= lists.signs(sentence, first, last)
            signs |= {row.sign for row in led if row.first <= first < row.last}
            if key in table.kinds and not quoted:
                signs.add("gazetteer")  # "the K-drama"
            candidate.series |= signs
            for kind, others in reader.other_signs().items():
                candidate.other[kind] |= others
    _read_other_cases(sentences, candidates, table, gazetteer)
    return candidates


def _count(
    sentences: Sequence[Sentence], phrases: Sequence[Sequence[tuple[int, int, bool]]]
) -> Counter[tuple[str, ...]]:
    """Return how often each phrase stands in a text."""
    return Counter(
        _keys(sentence, first, last)
        for sentence, row in zip(sentences, phrases, strict=True)
        for first, last, _ in row
    )


@dataclass(frozen=True, slots=True)
class _Lists:
    """The tokens of a sentence that the lists of a pack hold."""

    words: set[int]
    platforms: set[int]
    places: set[int]

    def opens(self, sentence: Sentence, first: int) -> bool:
        """Return whether nothing but the channel that owns it stands in front of a phrase."""
        return all(at in self.platforms or sentence.tokens[at].key == "'s" for at in range(first))

    def signs(self, sentence: Sentence, first: int, last: int) -> set[str]:
        """Return the sign that a phrase is no title by itself, or only opens with a platform."""
        # A platform that small words follow opens no title: "Peacock with Iron Tide".
        opens = (
            first in self.platforms
            and first + 1 < last
            and not sentence.tokens[first + 1].is_capital
        )
        phrase = range(first, last)
        if not opens and not self.words.issuperset(phrase):
            return set()
        return {"place"} if self.places.issuperset(phrase) else {"gazetteer"}


def _read_lists(sentence: Sentence, gazetteer: Gazetteer) -> _Lists:
    found = [(set(range(a, b)), e.type) for a, b, e in gazetteer.find(sentence.tokens) if e.cased]
    rows = {
        kind: set[int]().union(*(row for row, sort in found if sort == kind))
        for kind in ("platforms", "places")
    }
    words = set[int]().union(*(row for row, _ in found))
    return _Lists(words, rows["platforms"], rows["places"])


def _keys(sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.key for token in sentence.tokens[first:last])


#: Signs that firms, players and plays have as well.
_OF_ANYTHING: Final = frozenset(
    {
        *("verb_after", "headline_and_body", "repeated", "opens_text", "cue_before", "cue_after"),
        *("heading", "heading_start", "whole_line", "heading_and_body", "made_after", "speech"),
        *("person_before", "person_after", "place_before", "surname_alone", "past_credit"),
    },
)
#: Signs that films hardly have.
_OF_TELEVISION: Final = frozenset(
    {"season_beside", "season_ahead", "platform_before", "platform_after", "owned_new"},
)
#: Signs that a film has as well: quotation marks and "starring".
_STARRED: Final = frozenset({"quoted", "verb_after"})
_OF_FILMS: Final = _STARRED | {"opens_text", "once"}
#: Signs that any heading has.
_HEADED: Final = frozenset({"heading", "heading_start", "whole_line"})


def _heads_part(key: str, candidate: Candidate) -> bool:
    """Return whether a phrase is a line over a part of a page, or a line about several shows."""
    if "whole_line" not in candidate.series:
        return False
    (form, *others) = candidate.forms
    shouted = not others and candidate.count == 1 and form.isupper() and " " in form
    return shouted or not SEVERAL_SHOWS.isdisjoint(key.split())


def _is_another(candidate: Candidate) -> bool:
    """Return whether a phrase is called a film or the like; a book may have a series' name."""
    kinds = set(candidate.other) - {"work", ""}
    if "adapted" in candidate.series:
        return False
    called = candidate.series & {"kind_is", "kind_before", "kind_after"}
    return bool(kinds - {"book"} if called else kinds)


def _is_called_by_surname(key: str, candidates: Mapping[str, Candidate]) -> bool:
    """Return whether the last word alone is met often, as people are called."""
    words = key.split()
    if not 1 < len(words) < 4 or words[0] in {"the", "a", "an"}:  # noqa: PLR2004 - names are short
        return False
    alone = candidates.get(words[-1])
    return alone is not None and alone.count > 1 and not alone.series & {"quoted", "season_beside"}


def _head_words(sentences: Sequence[Sentence]) -> list[str]:
    """Return the key words of the first block, which headlines stand in."""
    return [
        name_key(token.word)
        for sentence in sentences
        if sentence.block is sentences[0].block
        for token in sentence.tokens
    ]


def _means_series(sentences: Sequence[Sentence], table: TitleTable) -> bool:
    """Return whether the opening speaks of "the series", "the show": it must have named one."""
    for sentence in sentences[:_OPENING]:
        keys = [token.key for token in sentence.tokens]
        for at, key in enumerate(keys):
            if key in table.words["kind_after_words"] and "the" in keys[max(0, at - 4) : at]:
                return True
    return False


def _read_other_cases(
    sentences: Sequence[Sentence],
    candidates: Mapping[str, Candidate],
    table: TitleTable,
    gazetteer: Gazetteer,
) -> None:
    """Read the signs where a title is written with small letters after its first word."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for key in candidates:
        words = key.split()
        if len(words) > 1:
            lengths[words[0]].add(len(words))
    for sentence in sentences:
        tokens = sentence.tokens
        for first, token in enumerate(tokens):
            if not token.is_capital:
                continue
            for length in sorted(lengths.get(name_key(token.word), ())):
                span = tokens[first : first + length]
                key = " ".join(name_key(t.word) for t in span)
                if len(span) < length or key not in candidates:
                    continue
                if all(t.is_capital for t in span if len(t.key) > 3):  # noqa: PLR2004
                    continue
                reader = SignReader(
                    sentence,
                    first,
                    first + length,
                    table,
                    gazetteer,
                    quoted=False,
                )
                candidate = candidates[key]
                candidate.count += 1
                candidate.series |= reader.signs()

"""The title inventory: which phrases of a document are titles of series, and which of other works.

Every capitalised or quoted phrase is a candidate; a small table of signs with weights decides
(``packs/*/titles.yaml``). What does not reach the threshold is no title, and its facts are not
given to the nearest capitalised phrase. A title found in one document of a run counts as a sign
in the others.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from showgraph.extract.blocks import BlockKind
from showgraph.extract.gazetteer import Gazetteer
from showgraph.extract.names import COMMON, Capitals, is_title_case
from showgraph.extract.sentences import Sentence
from showgraph.extract.tokens import Token
from showgraph.iris import name_key

#: Small words that may stand inside a title, but not at its ends.
_INNER: Final = frozenset(
    [
        "of",
        "the",
        "in",
        "and",
        "a",
        "an",
        "to",
        "for",
        "on",
        "with",
        "at",
        "by",
        "from",
        "&",
        "vs",
        "or",
        "is",
        "my",
        "-",
        ":",
        "nor",
    ],
)
#: Words that open a sentence in front of a title and are no part of it.
_OPENERS: Final = frozenset(
    [
        "watch",
        "see",
        "read",
        "catch",
        "join",
        "meet",
        "check",
        "stream",
        "binge",
        "discover",
        "enjoy",
        "remember",
        "is",
        "are",
        "was",
        "were",
        "does",
        "did",
        "will",
        "can",
        "has",
        "have",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "after",
        "before",
        "when",
        "while",
        "as",
        "if",
        "but",
        "and",
        "since",
        "although",
        "according",
        "like",
        "unlike",
        "despite",
        "what",
        "why",
        "how",
        "where",
        "who",
    ],
)
_DETERMINERS: Final = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "this", "that", "'s", "by", "of", "my", "our"},
)
_ADVERBS: Final = frozenset({"first", "also", "finally", "recently", "originally", "now", "has"})
_MAX_WORDS: Final = 8
_QUOTES: Final = frozenset({'"', "'"})
#: Words that a season is counted with.
SEASON_WORDS: Final = frozenset({"season", "seasons"})


@dataclass(frozen=True, slots=True)
class Title:
    """One title of an inventory: how it is written, what its signs add up to, and the signs."""

    name: str
    score: int
    signs: tuple[str, ...]
    kind: str  # "series" or a sort of other work: film, book, play ...


@dataclass(frozen=True, slots=True)
class TitleTable:
    """The weights and word lists of a pack."""

    weights: Mapping[str, int]
    threshold: int
    other_weights: Mapping[str, int]
    other_threshold: int
    words: Mapping[str, frozenset[str]]
    kinds: Mapping[str, str]  # "web series" -> series, "film" -> film


def read_table(data: Mapping[str, Any], kinds: Mapping[str, str]) -> TitleTable:
    """Return the table of a pack's ``titles.yaml``."""
    lists = ("verb_after", "cue_before", "cue_after", "speech", "person_before", "place_before")
    return TitleTable(
        weights=data["weights"],
        threshold=data["threshold"],
        other_weights=data["other_weights"],
        other_threshold=data["other_threshold"],
        words={name: frozenset(data[name]) for name in lists},
        kinds=kinds,
    )


@dataclass(slots=True)
class _Candidate:
    forms: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    series: set[str] = field(default_factory=set)
    other: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    count: int = 0


def find_titles(
    sentences: Sequence[Sentence],
    table: TitleTable,
    gazetteer: Gazetteer,
    capitals: Capitals,
    *,
    known: Iterable[str] = (),
    catalogue: Iterable[str] = (),
) -> tuple[Title, ...]:
    """Return the titles of a document, best first; equal scores by name.

    Args:
        sentences: The document's sentences.
        table: The signs and their weights.
        gazetteer: Lists whose words are no titles by themselves.
        capitals: What the document says about capital letters.
        known: Titles found in other documents of the run.
        catalogue: Titles the user vouches for.
    """
    candidates: dict[str, _Candidate] = defaultdict(_Candidate)
    known_keys = {name_key(name) for name in known}
    catalogue_keys = {name_key(name) for name in catalogue}
    for sentence in sentences:
        masked = {i for a, b, e in gazetteer.find(sentence.tokens) if e.cased for i in range(a, b)}
        for first, last, quoted in _spans(sentence, capitals):
            reader = _Reader(sentence, first, last, table, gazetteer, quoted=quoted)
            key = name_key(reader.text)
            candidate = candidates[key]
            candidate.forms[reader.text] += 1
            candidate.count += 1
            candidate.series |= reader.signs()
            if masked.issuperset(range(first, last)):
                candidate.series.add("gazetteer")
            for kind, signs in reader.other_signs().items():
                candidate.other[kind] |= signs
    _read_other_cases(sentences, candidates, table, gazetteer)
    for key, candidate in candidates.items():
        if candidate.count >= 3:  # noqa: PLR2004 - the sign's definition in titles.yaml
            candidate.series.add("repeated")
        if key in known_keys:
            candidate.series.add("other_document")
        if key in catalogue_keys:
            candidate.series.add("catalogue")
    return _decide(candidates, table)


def _read_other_cases(
    sentences: Sequence[Sentence],
    candidates: Mapping[str, _Candidate],
    table: TitleTable,
    gazetteer: Gazetteer,
) -> None:
    """Read the signs where a title of several words is written with small letters after its first."""
    index: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in candidates:
        words = tuple(key.split())
        if len(words) > 1:
            index[words[0]].append(words)
    for sentence in sentences:
        tokens = sentence.tokens
        for first, token in enumerate(tokens):
            if not token.is_capital:
                continue
            for words in index.get(name_key(token.word), ()):
                span = tokens[first : first + len(words)]
                if tuple(name_key(t.word) for t in span) != words:
                    continue
                if all(t.is_capital for t in span if len(t.key) > 3):  # noqa: PLR2004
                    continue
                reader = _Reader(
                    sentence,
                    first,
                    first + len(words),
                    table,
                    gazetteer,
                    quoted=False,
                )
                candidate = candidates[" ".join(words)]
                candidate.count += 1
                candidate.series |= reader.signs()


def _decide(candidates: Mapping[str, _Candidate], table: TitleTable) -> tuple[Title, ...]:
    titles = []
    for candidate in candidates.values():
        form = max(sorted(candidate.forms), key=lambda text: candidate.forms[text])
        other = {
            kind: sum(table.other_weights[sign] for sign in signs)
            for kind, signs in candidate.other.items()
        }
        best_other = max(other, key=lambda kind: (other[kind], kind), default="")
        if best_other and best_other != "work":
            candidate.series.add("film")
        score = sum(table.weights[sign] for sign in candidate.series)
        if score >= table.threshold:
            titles.append(Title(form, score, tuple(sorted(candidate.series)), "series"))
        elif best_other and other[best_other] >= table.other_threshold:
            if "speech" in candidate.series or "gazetteer" in candidate.series:
                continue
            signs = tuple(sorted(candidate.other[best_other]))
            titles.append(Title(form, other[best_other], signs, best_other))
    return tuple(sorted(titles, key=lambda title: (-title.score, title.name)))


def _spans(sentence: Sentence, capitals: Capitals) -> Iterator[tuple[int, int, bool]]:
    """Yield candidate phrases as ``(first, last, quoted)``."""
    tokens = sentence.tokens
    for first, last in quoted_spans(tokens):
        if last - first <= _MAX_WORDS and _looks_titled(tokens[first:last]):
            yield first, last, True
    headline = is_title_case(tokens)
    index = 0
    while index < len(tokens):
        if not _is_title_word(tokens, index, capitals):
            index += 1
            continue
        end = _title_end(tokens, index)
        if not (headline and end - index > _MAX_WORDS):
            yield from _trimmed(tokens, index, end)
        index = end


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """Cut a run at season expressions; yield what stands before and after them."""
    for index in range(first, last):
        if tokens[index].key in SEASON_WORDS:
            last_before = index
            while last_before > first and tokens[last_before - 1].key in _INNER:
                last_before -= 1
            if last_before > first:
                yield from _unopened(tokens, first, last_before)
            return
    yield from _unopened(tokens, first, last)


def _unopened(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """Yield a phrase, and what is left when its first word only opens the sentence."""
    if first or last - first == 1 or tokens[0].key not in _OPENERS:
        yield first, last, False
        return
    start = 1
    while start < last and not tokens[start].is_capital:
        start += 1
    if start < last:
        yield start, last, False


def _is_title_word(tokens: Sequence[Token], index: int, capitals: Capitals) -> bool:
    token = tokens[index]
    if not token.is_capital and not (token.is_number and index and len(token.text) < 5):  # noqa: PLR2004
        return False
    if token.is_number:
        return False
    if token.key in {"i", "mr", "mrs", "ms", "dr"}:
        return False
    if index == 0 and token.key in COMMON:
        following = tokens[1] if len(tokens) > 1 else None
        return following is not None and following.is_capital
    return not (
        index == 0
        and token.key in capitals.lower
        and len(tokens) > 1
        and not tokens[1].is_capital
        and token.word not in capitals.mid_sentence
    )


def _title_end(tokens: Sequence[Token], first: int) -> int:
    end = first + 1
    while end < len(tokens):
        token = tokens[end]
        if token.is_capital and token.is_word:
            end += 1
            continue
        step = end
        while step < len(tokens) and step - end < 3 and tokens[step].key in _INNER:  # noqa: PLR2004
            step += 1
        if step > end and step < len(tokens) and tokens[step].is_capital and tokens[step].is_word:
            end = step + 1
            continue
        if token.is_number and end + 1 <= len(tokens) and token.text.isdigit():
            end += 1
            continue
        break
    return end


def quoted_spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges inside matching quotation marks, marks left out, innermost first."""
    opened: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.key not in _QUOTES:
            continue
        start = opened.pop(token.key, None)
        if start is None:
            opened[token.key] = index
        elif index - start > 1:
            end = index
            if tokens[end - 1].key in {",", "."}:
                end -= 1
            if end > start + 1:
                yield start + 1, end
    return


def _looks_titled(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if token.is_word]
    if not words or any(token.key in {"!", "?"} for token in tokens[:-1]):
        return bool(tokens) and all(token.is_number for token in tokens)
    first_capital = words[0].is_capital
    inner = [token for token in words[1:] if token.key not in _INNER and len(token.key) > 3]  # noqa: PLR2004
    return first_capital and all(token.is_capital for token in inner)


class _Reader:
    """Reads the signs around one candidate in its sentence."""

    def __init__(
        self,
        sentence: Sentence,
        first: int,
        last: int,
        table: TitleTable,
        gazetteer: Gazetteer,
        *,
        quoted: bool,
    ) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._first, self._last = first, last
        self._quoted = quoted
        self._table = table
        self._gazetteer = gazetteer
        words = [token.word for token in self._tokens[first:last]]
        self.text = _join(self._tokens[first:last], words)
        # What stands around the phrase, quotation marks and the article's "the" left out.
        outer = first - 1 if quoted else first
        after = last + 1 if quoted else last
        if quoted and after < len(self._tokens) and self._tokens[last].key in {",", "."}:
            after = min(after + 1, len(self._tokens))
        self._before = [token.key for token in self._tokens[max(0, outer - 9) : outer]]
        self._after = [token.key for token in self._tokens[after : after + 9]]
        self._before_tokens = self._tokens[max(0, outer - 9) : outer]
        self._after_tokens = self._tokens[after : after + 9]

    def signs(self) -> set[str]:
        """Return the signs for and against a series."""
        found = set(self._season_signs())
        words = self._table.words
        if self._quoted:
            found.add("quoted")
        if self._kind_before() == "series":
            found.add("kind_before")
        if self._kind_is() == "series":
            found.add("kind_is")
        after = next((key for key in self._after if key not in _ADVERBS), "")
        before = self._before[-1] if self._before else ""
        two = " ".join(self._before[-2:])
        if after in words["verb_after"]:
            found.add("verb_after")
        if (
            before in words["cue_before"]
            or two in words["cue_before"]
            or (before == "the" and " ".join(self._before[-3:-1]) in words["cue_before"])
        ):
            found.add("cue_before")
        if after in words["cue_after"] or (
            after == "'s" and len(self._after) > 1 and self._after[1] in words["cue_after"]
        ):
            found.add("cue_after")
        if after in words["speech"]:
            found.add("speech")
        if before in words["person_before"] and not self._quoted:
            found.add("person_before")
        if before in words["place_before"] and not self._quoted:
            found.add("place_before")
        found |= set(self._platform_signs())
        if self._sentence.block.kind is BlockKind.HEADING and self._first == 0:
            found.add("heading")
        return found

    def other_signs(self) -> dict[str, set[str]]:
        """Return the signs of being another sort of work, by sort."""
        found: dict[str, set[str]] = defaultdict(set)
        for sign, kind in (("kind_before", self._kind_before()), ("kind_is", self._kind_is())):
            if kind and kind != "series":
                found[kind].add(sign)
        if self._quoted:
            found["work"].add("quoted")
        return found

    def _season_signs(self) -> Iterator[str]:
        after = [key for key in self._after[:5] if key not in {"'s", "'", ","}]
        if (after[:1] and after[0] in SEASON_WORDS) or (
            any(key in SEASON_WORDS for key in after[:4])
            and after[0]
            in {
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "final",
                "finale",
                "last",
                "new",
                "latest",
                "upcoming",
            }
        ):
            yield "season_beside"
        tail = self._before[-8:]
        if "of" in tail and any(key in SEASON_WORDS for key in tail):
            place = len(tail) - 1 - tail[::-1].index("of")
            between = tail[place + 1 :]
            plain = {"the", "popular", "hit", "show", "series", "web", "'s", "drama", "its"}
            head = [key for key in tail[max(0, place - 2) : place] if not key.isdigit()]
            # "season 2 of the popular show X"
            if (
                head[-1:]
                and head[-1] in SEASON_WORDS
                and len(between) <= 6
                and (set(between) <= plain or self._kind_before())
            ):
                yield "season_beside"

    def _kind_before(self) -> str:
        """Return the sort of work that the words right before name, such as "the thriller"."""
        keys = self._before
        for size in (3, 2, 1):
            phrase = " ".join(keys[-size:])
            if len(keys) >= size and phrase in self._table.kinds:
                kind = self._table.kinds[phrase]
                led = set(keys[-size - 3 : -size])
                # "play", "film" and "book" are verbs as well: a determiner must lead them in.
                acts = led & {"two", "duo", "pair", "leads", "actors", "stars"}
                return kind if kind == "series" or (led & _DETERMINERS and not acts) else ""
        return ""

    def _kind_is(self) -> str:
        """Return the sort of work that "is a ..." or ", a ..." names behind the phrase."""
        keys = self._after
        if not keys:
            return ""
        start = None
        if (
            keys[0] in {"is", "was", "are", "'s"}
            and len(keys) > 1
            and keys[1] in {"a", "an", "the"}
        ) or (keys[0] == "," and len(keys) > 1 and keys[1] in {"a", "an", "the"}):
            start = 2
        if start is None:
            return ""
        for index in range(start, len(keys)):
            for size in (3, 2, 1):
                phrase = " ".join(keys[index : index + size])
                behind = keys[index + size : index + size + 1]
                if (
                    phrase in self._table.kinds
                    and index + size <= len(keys)
                    and (
                        behind not in (["'s"], ["'"])  # "is the show's creator"
                    )
                ):
                    return self._table.kinds[phrase]
            if keys[index] in {",", ".", "who", "that", "which", "of", "in", "on", "about", "and"}:
                return ""
        return ""

    def _platform_signs(self) -> Iterator[str]:
        for first, last, entry in self._gazetteer.find(self._before_tokens):
            if entry.type != "platforms":
                continue
            rest = self._before[last:]
            if (rest[:1] == ["'s"] and len(rest) <= 4) or not rest:  # noqa: PLR2004
                yield "platform_before"
            del first
        keys = self._after
        if keys[:1] and keys[0] in {"(", "on"}:
            for first, _last, entry in self._gazetteer.find(self._after_tokens):
                if entry.type == "platforms" and first <= 2:  # noqa: PLR2004
                    yield "platform_after"


def _join(tokens: Sequence[Token], words: Sequence[str]) -> str:
    """Return the words with single blanks where the text has white space between them."""
    parts: list[str] = []
    for index, (token, word) in enumerate(zip(tokens, words, strict=True)):
        if index and tokens[index - 1].end < token.start:
            parts.append(" ")
        parts.append(word)
    return "".join(parts)

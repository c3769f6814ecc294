"""Read "the show" and "this romantic drama series" as the series that the talk is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.extract.discourse.homechannels import is_elsewhere, note_homes
from showgraph.extract.discourse.talk import DETERMINERS, Bench, title_of
from showgraph.extract.text.mention import Mention, Scene, WorkValue
from showgraph.extract.titles.appositions import OFFSHOOTS
from showgraph.extract.values.quantities import parse_number

_REACH: Final = 9  # tokens of the longest phrase that was met
#: A sentence that opens so has the comma behind a title for itself: "Unlike Iron Tide, the drama".
_FRONTED: Final = frozenset(
    {
        *("like", "unlike", "after", "before", "with", "since", "while", "when", "as", "though"),
        *("although", "if", "despite", "in", "for", "on", "at", "besides", "beyond", "following"),
        *("from", "where", "whereas", "compared", "alongside", "once", "by", "having"),
    }
)
#: Behind "this" these end what may describe a series.
_NO_PRAISE: Final = frozenset(
    {
        *("is", "was", "are", "were", "has", "had", "have", "will", "would", "could", "can", "may"),
        *("a", "an", "the", "of", "in", "on", "at", "for", "to", "from", "with", "by", "as", "or"),
        *("that", "which", "who", "when", "where", "while", "if", "it", "he", "she", "they", "we"),
        *("you", "i", "his", "her", "their", "its", "our", "my", "your", "not", "no", "so", "too"),
        *("makes", "made", "gives", "gave", "means", "feels", "brings", "sets", "takes", "gets"),
        *("week", "weekend", "month", "year", "time", "kind", "sort", "type", "way", "fall"),
    },
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase that ends in a word for a series; ``described`` by genre, origin or platform."""

    last: int
    described: bool


def find_anaphors(bench: Bench, scene: Scene) -> None:
    """Add a work mention for each phrase that means, or introduces, a series.

    "The drama series X" becomes a mention of X as a whole; without a title behind it, the phrase
    means the series that the talk is about, and nothing where the talk is about none. Described and
    set off by a comma it means the title in front of it: "Iron Tide, the acclaimed crime drama".
    """
    _note_parent(bench, scene)
    note_homes(bench, scene)
    for index in range(scene.n_tokens):
        start = _phrase_start(bench, scene, index)
        phrase = _read_phrase(bench, scene, start) if start is not None else None
        if phrase is None or start is None:
            continue
        named = scene.mention_at(phrase.last, ("work",)) if phrase.last < scene.n_tokens else None
        if named is not None:
            if start == index + 1:
                whole = Mention("work", index, named.last, named.value)
                scene.by_start.setdefault(index, []).insert(0, whole)
            continue
        if _is_set_beside(scene, phrase):
            continue
        _add_anaphor(bench, scene, index, phrase)


def _phrase_start(bench: Bench, scene: Scene, index: int) -> int | None:
    """Return where the phrase behind "the" or "Peacock's" starts; None where neither stands."""
    if index in bench.taken:
        return None
    if scene.keys[index] in DETERMINERS:
        return index + 1
    platform = scene.mention_at(index, ("platform",))
    if platform is not None and scene.keys[platform.last : platform.last + 1] in (["'s"], ["'"]):
        return platform.last + 1
    return None


def _read_phrase(bench: Bench, scene: Scene, start: int) -> _Phrase | None:
    np_words, keys = bench.lexicon.pack.classes["np_word"], scene.keys
    at = start
    described = scene.keys[start - 1] in {"'s", "'"}
    last_kind: Mention | None = None
    while at < scene.n_tokens and at - start < _REACH - 1:
        kind = scene.mention_at(at, ("kind",))
        modifier = scene.mention_at(at, ("genre", "origin", "platform", "episode_compound"))
        found = np_words.find(scene.keys, at)
        if kind is not None:
            last_kind = kind
            described = described or modifier is not None or kind.first > start
            at = max(kind.last, modifier.last if modifier is not None else 0)
            last_kind = _kind_that_ends(scene, at) or last_kind
        elif modifier is not None:
            described, at = True, modifier.last
            last_kind = _kind_that_ends(scene, at) or last_kind
        elif found is not None:
            at = found[0]
        elif _is_counted(keys[at]) or (
            last_kind is None and keys[start - 1] == "this" and _is_praise(scene, at, start)
        ):
            described, at = True, at + 1
        else:
            break
    if last_kind is None or at != last_kind.last:
        return None
    return _Phrase(at, described)


def _is_counted(key: str) -> bool:
    """Return whether a word counts parts: "six-part", "10-episode"."""
    head, dash, tail = key.rpartition("-")
    return bool(dash) and tail in {"part", "parter", "episode"} and parse_number(head) is not None


def _is_praise(scene: Scene, at: int, start: int) -> bool:
    """Return whether a word may describe the series in "this clever and moving drama"."""
    token = scene.sentence.tokens[at]
    if token.key in {"and", ",", "but"}:
        return at > start
    return token.is_word and not token.is_capital and token.key not in _NO_PRAISE


def _kind_that_ends(scene: Scene, last: int) -> Mention | None:
    """Return the word for a series that a genre ends with: "family drama"."""
    return next((m for m in scene.all("kind") if m.last == last), None)


def _note_parent(bench: Bench, scene: Scene) -> None:
    """Note the title that "spin-off of" stands in front of."""
    for mention in scene.all("work"):
        at = mention.first - (scene.keys[mention.first - 1 : mention.first] == ["the"])
        if mention.how == "name" and _leads_to_parent(scene.keys[max(0, at - 2) : at]):
            bench.talk.parent = title_of(mention)
        before = [m for m in scene.all("work") if m.how == "name" and m.last < mention.first]
        if mention.how == "name" and before and _names_offshoot(scene, mention.first):
            bench.talk.parent = title_of(before[0])
            bench.talk.offshoot = title_of(mention)


def _names_offshoot(scene: Scene, at: int) -> bool:
    """Return whether "its American remake," leads to a title."""
    while at and scene.keys[at - 1] in {",", '"', "'"}:
        at -= 1
    return at > 0 and scene.keys[at - 1] in OFFSHOOTS and "its" in scene.keys[max(0, at - 4) : at]


def _leads_to_parent(keys: Sequence[str]) -> bool:
    return len(keys) > 1 and keys[-2] in OFFSHOOTS and keys[-1] in {"of", "to", "from"}


def _counts_many(scene: Scene, index: int, last: int) -> bool:
    """Return whether many things are meant: "five of its series", "all of its comedy pilots"."""
    before = scene.keys[max(0, index - 2) : index]
    counted = before[1:] == ["of"] and (before[0] in _MANY or parse_number(before[0]) is not None)
    return counted or scene.keys[last : last + 1] in _PLURAL_HEADS


def _is_contrasted(named: tuple[int, int] | None, scene: Scene, index: int) -> bool:
    """Return whether a title comes only behind "While the comedy is ending," and is another."""
    if scene.keys[0] not in _CONTRASTS or "," not in scene.keys[index:] or named is None:
        return False
    comma = scene.keys.index(",", index)
    return named[0] >= scene.sentence.tokens[comma].start


_CONTRASTS: Final = frozenset({"while", "although", "though", "whereas"})
_MANY: Final = frozenset({"all", "some", "most", "many", "several", "none", "few", "any", "each"})
_PLURAL_HEADS: Final = (
    ["side"],
    ["genre"],
    ["genres"],
    ["category"],
    ["landscape"],
    ["world"],
    ["pilots"],
    ["projects"],
    ["slate"],
    ["satires"],
    ["lineup"],
    ["block"],
)


def _add_anaphor(bench: Bench, scene: Scene, index: int, phrase: _Phrase) -> None:
    talk = bench.talk
    if _counts_many(scene, index, phrase.last) or _is_contrasted(talk.title_span, scene, index):
        return
    title, span = talk.title, talk.title_span
    remade = scene.keys[phrase.last - 1] in OFFSHOOTS
    if remade and talk.offshoot and scene.keys[index] == "the":
        title, span = talk.offshoot, None
    elif remade and title == talk.parent:
        scene.add(Mention("other_kind", index, phrase.last, "series"))
        return
    apposed = _apposed(scene, index) if phrase.described else None
    if apposed is not None:
        title, span = title_of(apposed), scene.offsets(apposed.first, apposed.last)
    if not title:
        return
    sourced = phrase.described and _is_source(scene, index)
    if apposed is None and (
        sourced or (phrase.described and _names_another(scene, index, phrase.last))
    ):
        scene.add(Mention("other_kind", index, phrase.last, "series"))
        return
    if apposed is None and is_elsewhere(bench, scene, index, phrase.last, title):
        scene.add(Mention("other_kind", index, phrase.last, "series"))
        talk.held, talk.title, talk.title_span = talk.held or talk.title, "", None
        return
    value = WorkValue(title)
    scene.add(Mention("work", index, phrase.last, value, "anaphor", span))
    if phrase.described:
        scene.add(Mention("described_work", index, phrase.last, value, "anaphor", span))


def _is_set_beside(scene: Scene, phrase: _Phrase) -> bool:
    """Return whether a comma sets a title behind a phrase: "the salty drama series, Iron Tide."."""
    if not phrase.described or scene.keys[phrase.last : phrase.last + 1] != [","]:
        return False
    named = scene.mention_at(phrase.last + 1, ("work",))
    behind = scene.keys[named.last : named.last + 1] if named is not None else []
    return bool(behind) and behind[0] in {";", ".", "(", ","}


_OWNERS: Final = frozenset({"his", "her", "their"})
_OLDER: Final = frozenset({"original", "previous", "earlier", "first", "last", "other"})


def _is_source(scene: Scene, index: int) -> bool:
    """Return whether a series is made from what is described: "based on the Peacock drama"."""
    before = scene.keys[max(0, index - 2) : index]
    if scene.keys[index] in _OWNERS and not _OLDER.isdisjoint(scene.keys[index + 1 : index + 3]):
        return True  # "a reboot of her original sitcom"
    return before in (["based", "on"], ["inspired", "by"], ["remake", "of"], ["adapted", "from"])


def _names_another(scene: Scene, first: int, last: int) -> bool:
    """Return whether the phrase leads to a title that is unknown: "Peacock's drama Nobody"."""
    behind = scene.sentence.tokens[last : last + 2]
    if not behind or not behind[0].is_capital or not behind[0].is_word:
        return False
    if scene.mention_at(last, ("platform", "date", "season", "place", "origin")) is not None:
        return False
    if scene.mention_at(first, ("platform",)) is not None:
        return True
    return behind[1:] == () or not (behind[1].is_word and not behind[1].is_capital)


def _apposed(scene: Scene, index: int) -> Mention | None:
    """Return the title that a phrase at ``index`` is set beside with a comma, or None."""
    last = index - 1
    if scene.keys[max(0, last) : index] != [","] or scene.keys[0] in _FRONTED:
        return None
    found = [m for m in scene.all("work") if m.how == "name" and last - 1 <= m.last <= last]
    return found[-1] if found and scene.keys[found[-1].last : last] in ([], ['"'], ["'"]) else None

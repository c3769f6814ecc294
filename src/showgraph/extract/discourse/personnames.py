"""Find the names of people and characters in a sentence, and the titles that some of them may be.

What joins the names to lists is in :mod:`showgraph.extract.discourse.namelists`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from showgraph.extract.discourse.epithets import find_epithets
from showgraph.extract.discourse.namelists import LIST_JOINS, add_lists
from showgraph.extract.discourse.talk import Bench, surface, title_of
from showgraph.extract.discourse.titlehalves import join_halves
from showgraph.extract.text.mention import Mention, NameValue, Scene
from showgraph.extract.text.names import COMMON, HONORIFICS, PARTICLES, find_names
from showgraph.extract.text.tokens import Token
from showgraph.extract.titles.candidates import quoted_spans

_LONGEST_TITLE: Final = 6  # tokens of a quoted title; longer quotations are speech
#: What a channel is called by: "Harbour TV", "Salt Network".
_CHANNEL_ENDS: Final = frozenset({"TV", "Network", "Channel"})
_TRADES: Final = frozenset(
    {"actor", "actors", "actress", "actresses", "newcomer", "newcomers", "superstar", "megastar"}
    | {"youtuber", "comedian", "singer", "rapper", "influencer"}
    | {"star", "producer", "director", "writer", "creator", "showrunner", "scriptwriter", "author"},
)
#: Letters behind a name that say what somebody does: Korean producers direct.
_JOBS: Final = frozenset({"PD", "EP", "EPs", "DP"})


def find_people(bench: Bench, scene: Scene) -> None:
    """Add the names of a sentence, the lists they stand in, and the titles they may be."""
    tokens = scene.sentence.tokens
    blocked = {
        index
        for mention in scene.all("work", "other_work", "platform", "date", "season", "outlet")
        if mention.how == "name"
        and not _is_first_name(scene, mention)
        and not _is_bracketed_surname(scene, mention)
        and not _is_quoted_role(scene, mention)
        for index in range(mention.first, mention.last)
    }
    pieces: list[Mention] = []
    for first, last in find_names(scene.sentence, bench.capitals):
        for start, end in _unblocked(first, last, blocked):
            named = not (end - start == 2 and scene.mention_at(start, ("origin",)))  # noqa: PLR2004
            listed = any(m.type == "company" for m in scene.mentions_at(start))
            channel = tokens[end - 1].word in _CHANNEL_ENDS and not listed
            if end - start > 1 and channel and named:
                scene.add(Mention("platform", start, end, surface(tokens, start, end)))
                continue
            pieces += _name_pieces(bench, scene, tokens, start, end)
    pieces = list(_nicknamed(tokens, pieces))
    for mention in pieces:
        scene.add(mention)
    find_epithets(bench, scene, pieces)
    inside = _bracketed(scene.keys)
    add_lists(bench, scene, [m for m in pieces if m.first not in inside])
    add_lists(bench, scene, [m for m in pieces if m.first in inside])
    _add_titled(scene)


def _nicknamed(tokens: Sequence[Token], pieces: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the names, those that a nickname in quotes parts as one: 'Omar "Big Man" Reyes'."""
    starts = {piece.first: piece for piece in pieces}
    done = 0
    for piece in pieces:
        if piece.first < done:
            continue
        end = _behind_nickname(tokens, piece.last)
        rest = starts.get(end)
        if rest is None or end == piece.last:
            yield piece
            continue
        done = rest.last
        name = NameValue(surface(tokens, piece.first, rest.last))
        yield Mention("name", piece.first, rest.last, name)


def _behind_nickname(tokens: Sequence[Token], first: int) -> int:
    """Return where a quotation of up to three words ends that begins at a token, else ``first``."""
    if first >= len(tokens) or tokens[first].key not in _QUOTES:
        return first
    for at in range(first + 2, min(first + _NICKNAME, len(tokens))):
        if tokens[at].key == tokens[first].key:
            return at + 1
        if not tokens[at - 1].is_capital or not tokens[at - 1].is_word:
            return first
    return first


_QUOTES: Final = frozenset({'"', "'"})
_NICKNAME: Final = 5  # tokens of '"Big Bad Man"'


def _name_pieces(
    bench: Bench,
    scene: Scene,
    tokens: Sequence[Token],
    first: int,
    last: int,
) -> list[Mention]:
    suffixes = bench.lexicon.pack.lists["company_suffixes"]
    if last - first > 1 and tokens[last - 1].word in suffixes:
        name = surface(tokens, first, last)
        scene.add(Mention("company", first, last, name))
        scene.add(Mention("companies", first, last, (name,)))
        return []
    if (
        last - first == 1
        and tokens[first].word.endswith("s")
        and (tokens[first].word[:-1] in bench.lexicon.pack.lists["origins"])
    ):
        return []  # "Indians" are nobody in particular
    exact = [
        m
        for m in scene.mentions_at(first)
        if m.last == last and m.type in {"place", "company", "award", "origin", "outlet", "posting"}
    ]
    if exact:
        if exact[0].type == "company":
            return []
        if exact[0].type in {"place", "origin", "award"}:
            return []
    if any(m.type == "origin" and m.last == first + 1 for m in scene.mentions_at(first)):
        first += 1
        if first >= last:
            return []
    first, last = _bare_name(tokens, first, last)
    name = surface(tokens, first, last)
    if first and tokens[first - 1].key in HONORIFICS:
        first -= 1  # "Dame Ana Bell" is a mention of Ana Bell
    return [Mention("name", first, last, NameValue(name))]


def _bare_name(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return a name without what says what somebody does: "Actors Ana Bell", "Kim Do-yun PD"."""
    while last - first > _NAMES and (tokens[first].key in _TRADES or tokens[first].word in _JOBS):
        first += 1
    if last - first > 1 and tokens[last - 1].word in _JOBS:
        last -= 1
    return first, last


_NAMES: Final = 2  # a first name and a surname stay


def _bracketed(keys: Sequence[str]) -> set[int]:
    """Return the tokens inside brackets: what stands there is no member of the list around it."""
    inside: set[int] = set()
    depth = 0
    for at, key in enumerate(keys):
        depth = max(0, depth - (key == ")"))
        if depth:
            inside.add(at)
        depth += key == "("
    return inside if not depth else set()


def _add_titled(scene: Scene) -> None:
    """Offer quoted phrases and names as titles of other works, and lists of them."""
    tokens = scene.sentence.tokens
    items = _quoted_titles(scene)
    for mention in scene.all("name", "work", "other_work"):
        if mention.how != "name" or any(
            item.first <= mention.first < item.last for item in items.values()
        ):
            continue
        first, last = mention.first, mention.last
        if mention.type == "name":
            last = _title_tail(tokens, mention.last)
            if first and tokens[first - 1].word in {"The", "A", "An"}:
                first -= 1
        name = title_of(mention) if mention.type == "work" else surface(tokens, first, last)
        items[first] = Mention("titled", first, last, name)
    ordered = [items[start] for start in sorted(items)]
    for item in ordered:
        scene.add(item)
    _add_title_lists(scene, join_halves(scene, ordered))


def _add_title_lists(scene: Scene, ordered: Sequence[Mention]) -> None:
    keys = scene.keys
    for start, item in enumerate(ordered):
        group = [item]
        for following in ordered[start + 1 :]:
            between = tuple(keys[group[-1].last : following.first])
            if between not in LIST_JOINS or ";" in between:
                break
            group.append(following)
        scene.add(Mention("titles", item.first, group[-1].last, tuple(m.value for m in group)))


def _quoted_titles(scene: Scene) -> dict[int, Mention]:
    """Add quoted phrases that are no series as other works; return them by first token."""
    tokens = scene.sentence.tokens
    items: dict[int, Mention] = {}
    for first, last in quoted_spans(tokens):
        if last - first > _LONGEST_TITLE or not tokens[first].is_capital:
            continue
        if scene.mention_at(first, ("work",)) is not None:
            continue
        if any(name.first < first - 1 and last < name.last for name in scene.all("name")):
            continue  # 'Omar "Big Man" Reyes'
        end = last
        while end < len(tokens) and tokens[end].key not in {'"', "'"}:
            end += 1
        name = surface(tokens, first, last)
        items[first - 1] = Mention("titled", first - 1, min(end + 1, len(tokens)), name)
        scene.add(Mention("other_work", first - 1, min(end + 1, len(tokens)), name))
    return items


def _is_first_name(scene: Scene, mention: Mention) -> bool:
    """Return whether a month is somebody's first name: "Jan van der Berg", "June Cole"."""
    if mention.type != "date" or mention.last - mention.first > 1:
        return False
    after = scene.sentence.tokens[mention.last : mention.last + 1]
    return bool(after) and (after[0].key in PARTICLES or _is_surname(after[0]))


def _is_bracketed_surname(scene: Scene, mention: Mention) -> bool:
    """Return whether a platform's word ends the one name of a bracket: "Dora (Salma Shahid)"."""
    first, last = mention.first, mention.last
    if mention.type != "platform" or last - first > 1 or scene.keys[last : last + 1] != [")"]:
        return False
    return scene.keys[max(0, first - 2) : first - 1] == ["("] and _is_surname(
        scene.sentence.tokens[first - 1]
    )


def _is_quoted_role(scene: Scene, mention: Mention) -> bool:
    """Return whether what stands in quotes is somebody in the story: "the protagonist 'Dora'"."""
    first = mention.first - (scene.keys[mention.first] not in _QUOTES)
    if mention.type != "other_work" or first < 1 or scene.keys[first] not in _QUOTES:
        return False
    before = scene.keys[max(0, first - 2) : first]
    if before[-1] in _PLAYED:
        return before[0] not in _NAMED
    return before[-1] in _IN_STORY or before in (
        ["role", "of"],
        ["character", "of"],
        ["part", "of"],
    )


_PLAYED: Final = frozenset(
    {"as", "plays", "play", "playing", "portrays", "portraying", "essays", "essaying", "played"}
)
_NAMED: Final = frozenset({"such", "known", "titled", "films", "movies", "shows", "series"})
_IN_STORY: Final = frozenset(
    {
        *("protagonist", "antagonist", "detective", "character", "heroine", "hero", "villain"),
        *("inspector", "officer", "cop", "lawyer", "doctor", "nurse", "girl", "boy", "woman"),
        *("man", "wife", "husband", "son", "daughter", "brother", "sister", "mother", "father"),
        *("friend", "agent", "leader", "boss", "student", "journalist", "reporter", "gangster"),
    },
)


def _is_surname(token: Token) -> bool:
    return token.is_word and token.is_capital and token.key not in COMMON


def _unblocked(first: int, last: int, blocked: set[int]) -> Iterator[tuple[int, int]]:
    start = first
    for index in range(first, last + 1):
        if index == last or index in blocked:
            if index > start:
                yield start, index
            start = index + 1


#: Small words within a title; the first of them has a capital where the title goes on.
_WITHIN: Final = frozenset({"in", "of", "the", "a", "to", "on", "for"})


def _title_tail(tokens: Sequence[Token], last: int) -> int:
    """Extend a name by the small words and capitals a title may go on with ("Lamp In the Rain")."""
    at = last
    while at + 1 < len(tokens) and tokens[at].is_capital and tokens[at].key in _WITHIN:
        step = at
        while step < len(tokens) and tokens[step].key in _WITHIN:
            step += 1
        if step >= len(tokens) or not tokens[step].is_capital:
            break
        at = step + 1
        while at < len(tokens) and tokens[at].is_capital and tokens[at].is_word:
            at += 1
    return at

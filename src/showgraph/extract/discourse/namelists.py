"""Join the names of a sentence to lists: what stands between, in front of and behind them.

The names come from :mod:`showgraph.extract.discourse.personnames`; who of a list plays whom is
read later, by the frames.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from showgraph.extract.discourse.talk import Bench
from showgraph.extract.text.mention import Mention, Scene

#: What may stand between two names, or titles, of a list.
LIST_JOINS: Final = frozenset(
    {
        (",",),
        ("and",),
        ("&",),
        (",", "and"),
        (",", "&"),
        ("with",),
        ("along", "with"),
        (",", "along", "with"),
        ("as", "well", "as"),
        (",", "as", "well", "as"),
        ("alongside",),
        (",", "alongside"),
        ("opposite",),
        ("or",),
        (";",),
        (";", "and"),
        ("together", "with"),
        (",", "with"),
        ("and", "even"),
        (",", "and", "even"),
        ("/",),
    }
)


def add_lists(bench: Bench, scene: Scene, names: Sequence[Mention]) -> None:
    """Join names that follow one another by commas and "and" to one list each."""
    at = {name.first: index for index, name in enumerate(names)}
    position = 0
    while position < len(names):
        group = _until_other_part(scene.keys, _group(bench, scene, names, position, at))
        # Every tail of the list may be what a frame wants, the whole list comes first.
        for start in range(len(group)):
            for stop in range(len(group), start, -1):
                if stop < len(group) and start:
                    continue
                members = tuple(group[start:stop])
                scene.by_start.setdefault(members[0].first, []).append(
                    Mention("people", members[0].first, members[-1].last, members),
                )
        _add_ends(scene, group)
        position = at[group[-1].first] + 1


def _group(
    bench: Bench,
    scene: Scene,
    names: Sequence[Mention],
    position: int,
    at: Mapping[int, int],
) -> list[Mention]:
    """Return the names of one list; ``at`` gives the place of each by its first token."""
    keys = scene.keys
    group = [names[position]]
    joined = position
    while joined + 1 < len(names):
        start = _next_start(bench, scene, group, names[joined + 1].first)
        if start is None or start not in at:
            break
        following = names[at[start]]
        if keys[following.last : following.last + 1] == ["by"]:
            break  # "Dora is played by Ana Bell (Low Water) and Sam by Omar Reyes"
        if _is_next_part(keys, group[0].first, following.last):
            break
        joined = at[start]
        group.append(following)
    return group


def _add_ends(scene: Scene, group: Sequence[Mention]) -> None:
    """Add lists with what stands in front of and behind them: "actor A, B (Low Water)"."""
    ends = [group[-1].last, *_tails(scene, group[-1].last)]
    for last in ends[1:]:
        for start in range(len(group)):
            members = tuple(group[start:])
            scene.add(Mention("people", members[0].first, last, members))
    for first in _heads(scene, group[0].first):
        for last in ends:
            scene.by_start[first].insert(0, Mention("people", first, last, tuple(group)))


def _next_start(bench: Bench, scene: Scene, group: Sequence[Mention], following: int) -> int | None:
    """Return where the next name of a list begins, behind what says who that is, or None.

    What follows "director Ana Bell and" with "stars Zoe Hart and ..." is another list.
    """
    keys = scene.keys
    last = _behind_bracket(keys, group[-1].last, following)
    join = _length(keys, last, LIST_JOINS)
    if not join and last == group[-1].last:
        return None
    at = last + join
    epithet = scene.mention_at(at, ("epithet",))
    if epithet is None:
        return at
    makers = bench.lexicon.pack.classes["credit_noun"].phrases
    return None if keys[max(0, group[0].first - 1)] in makers else epithet.last


def _heads(scene: Scene, first: int) -> Iterator[int]:
    """Yield where what says who the first of a list is begins, with and without its article."""
    at = first
    while at and any(m.type == "epithet" and m.last == first for m in scene.mentions_at(at - 1)):
        at -= 1
    if at < first:
        yield at
        if scene.keys[at] == "the" and at + 1 < first:
            yield at + 1


def _is_next_part(keys: Sequence[str], first: int, last: int) -> bool:
    """Return whether "as" stands before a name and behind the next: "as Dora, Ana Bell as".

    So does a verb of one person: "plays Dora and Ana Bell plays".
    """
    behind = last + (keys[last : last + 1] == [","])
    acts = keys[behind : behind + 2] == ["who", "plays"] or keys[last : last + 1] in _ACTS
    acts = acts or keys[behind : behind + 1] == ["playing"] or keys[last : last + 2] in _WILL_ACT
    if acts and _ACTING & set(keys[max(0, first - _ROLE_REACH) : first]):
        return True
    if keys[last : last + 1] not in (["as"], ["playing"]):
        return False
    near = keys[max(0, first - _ROLE_REACH) : first]
    return bool({"as", "playing"} & set(near)) and not {",", "and", ";"} & set(near)


_ACTS: Final = (["plays"], ["portrays"], ["essays"])
_WILL_ACT: Final = (["will", "play"], ["will", "portray"], ["will", "essay"])
_ACTING: Final = frozenset({"plays", "portrays", "essays", "as", "playing", "play", "portray"})
_ROLE_REACH: Final = 5  # "as the weary detective Dora Flint"


def _until_other_part(keys: Sequence[str], group: list[Mention]) -> list[Mention]:
    """Cut a list where "with" begins another one: "A and B, with C and D as producers"."""
    last = group[-1].last
    if keys[last : last + 1] == ["("] and ")" in keys[last:]:
        last = keys.index(")", last) + 1
    if keys[last : last + 1] not in _PARTS:
        return group
    for at in range(len(group) - 1, 0, -1):
        if "with" in keys[group[at - 1].last : group[at].first]:
            return group[:at]
    return group


#: Behind a list these say what those behind "with" do.
_PARTS: Final = (["as"], ["in"], ["directing"], ["producing"], ["writing"], ["serving"])
#: Behind "Ana Bell," these open an aside that says who she is, up to the next comma.
_ASIDES: Final = frozenset(
    {"who", "whose", "best", "known", "seen", "from", "formerly", "last", "a", "an", "the", "most"}
)
_LONGEST_ASIDE: Final = 18
#: An aside is over where the sentence goes on with something else than another name.
_NO_VERBS: Final = frozenset({"and", "or", "&", "who", "whose", "which", "with", "as", "but"})


def _tails(scene: Scene, last: int) -> Iterator[int]:
    """Yield where a list of people ends that a bracket or an aside follows.

    So "Ana Bell (Low Water) stars" and "Ana Bell, best known for Low Water, stars" read alike.
    """
    keys = scene.keys
    if keys[last : last + 1] == ["("] and ")" in keys[last:]:
        last = keys.index(")", last) + 1
        if keys[last : last + 1] == ["as"]:
            return  # lists of parts read their brackets themselves
        yield last
    if (fame := _behind_bracket(keys, last, last)) > last:
        last = fame
        yield last
    more = _length(keys, last, _MORE)
    if more:
        yield last + more
        return
    yield from _behind_aside(scene, last)


def _behind_aside(scene: Scene, last: int) -> Iterator[int]:
    """Yield where an aside ends that says who somebody is: ", best known for Low Water,"."""
    keys = scene.keys
    if keys[last : last + 1] != [","] or keys[last + 1 : last + 2] == []:
        return
    if keys[last + 1] not in _ASIDES and not keys[last + 1].isdigit():
        return
    stop = min(last + _LONGEST_ASIDE, scene.n_tokens - 1)
    for at in range(last + 2, stop):
        if keys[at] in {".", ";", ":", "!", "?"}:
            return
        following = scene.sentence.tokens[at + 1]
        if keys[at] != "," or not following.is_word or following.is_capital:
            continue
        if following.key not in _NO_VERBS:
            yield at + 1
            return


#: What a list ends with that names only some.
_MORE: Final = frozenset(
    {
        *(("and", "others"), ("and", "more"), ("among", "others"), (",", "others"), (",", "etc")),
        *((",", "and", "others"), (",", "and", "more"), (",", "among", "others")),
        *(("and", "many", "more"), ("and", "many", "others"), ("&", "more"), ("amongst", "others")),
        *((",", "and", "many", "more"), ("and", "several", "others"), ("et", "al")),
        *((",", "amongst", "others"), (",", "and", "many", "others")),
    },
)


def _length(keys: Sequence[str], at: int, rows: Collection[tuple[str, ...]]) -> int:
    """Return how many words the longest of some rows has that stands at a place, or 0."""
    found = (tuple(keys[at : at + n]) for n in (4, 3, 2, 1))
    return next((len(row) for row in found if row in rows), 0)


def _behind_bracket(keys: Sequence[str], first: int, last: int) -> int:
    """Return where what parts two names of a list begins, behind the bracket of the first one."""
    if keys[first : first + 1] == ["("] and ")" in keys[first:last]:
        return keys.index(")", first) + 1
    if keys[first : first + 1] == ["of"]:
        fame = next((at for at in range(first, first + _FAME) if keys[at : at + 1] == ["fame"]), 0)
        return fame + 1 if fame else first  # "Ana Bell of Low Water fame and Omar Reyes"
    return first


_FAME: Final = 8  # tokens of "of How I Met Your Aunt fame"

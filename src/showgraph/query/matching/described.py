"""Find series that a sentence describes: "the Netflix series", "the Indian romcom Harbour Lights".

What describes a series is left out of the question only where the graph says the same of it, so
that a name is never dropped: "the Lumo series" of one that is not on Lumo stays as it stands.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from showgraph.query.matching.names import NamedEntity, Names
from showgraph.query.matching.reading import SHOW_SORTS, SHOW_WORDS, Item, Mention, Reading
from showgraph.query.wording.smallwords import PRAISE
from showgraph.query.wording.wording import Word
from showgraph.words import Kind

_POINTERS: Final = frozenset({"the", "this", "that"})
_TIED: Final = frozenset({Kind.PLATFORM, Kind.ORGANIZATION, Kind.PERSON, Kind.CHANNEL})
#: Words that a genre or origin may be named with.
_LONGEST: Final = 2
#: A title, "on" and a platform.
_AT_THE_END: Final = 3
#: What begins so is about the platform too.
_ABOUT_ALL: Final = frozenset({"how", "when", "where", "since", "what"})


def find_described(reading: Reading, names: Names) -> Reading:
    """Return the reading in which series that are described are mentions; the same for none."""
    items: list[Item] = []
    position = 0
    while position < len(reading.items):
        rest = reading.items[position:]
        is_open = len(rest) == _AT_THE_END and _word(reading.items, 0) in _ABOUT_ALL
        found = None if is_open else _described(rest, names)
        if found is None:
            items.append(reading.items[position])
            position += 1
        else:
            mention, length = found
            items.append(mention)
            position += length
    return Reading(tuple(items))


def _described(items: Sequence[Item], names: Names) -> tuple[Mention, int] | None:
    """Return the series that items begin with a description of, and how many of them do."""
    if len(items) > 1 and isinstance(items[0], Mention) and (shows := _shows(items[0])):
        place = 2 if _word(items, 1) == "on" and len(items) == _AT_THE_END else 1
        said_here, _ = _part(items, place, {})
        is_bare = not items[0].season and bool(said_here)  # the title and the platform alone
        return _tied(items, place + 1, shows, [said_here], names) if is_bare else None
    start = 1 if _word(items, 0) in _POINTERS else 0
    is_pointed = bool(start) or isinstance(items[0], Mention)
    said: list[frozenset[str]] = []  # the IRIs of what each part may stand for
    position = start
    has_head = is_concept = False
    while position < len(items) and not has_head:
        said_here, length = _part(items, position, names.concepts)
        if not length:
            break
        said += [said_here] if said_here else []
        has_head = _word(items, position) in SHOW_WORDS
        is_concept = bool(said_here) and isinstance(items[position], Word)
        position += length
    title = items[position] if position < len(items) else None
    shows = _shows(title) if isinstance(title, Mention) and not title.season else ()
    is_named = bool(shows) and position > 0
    if not said or not (is_named or has_head or (is_pointed and position > 1 and is_concept)):
        return None
    return _tied(items, position + is_named, shows if is_named else None, said, names)


def _part(
    items: Sequence[Item],
    position: int,
    concepts: Mapping[tuple[str, ...], tuple[NamedEntity, ...]],
) -> tuple[frozenset[str], int]:
    """Return what a part of a description stands for, and its length; 0 for no such part."""
    item = items[position]
    if isinstance(item, Mention):
        kept = frozenset(each.iri for each in item.entities if each.kind in _TIED)
        return (kept, 1) if kept and len(kept) == len(item.entities) else (frozenset(), 0)
    for length in range(_LONGEST, 0, -1):
        texts = tuple(_word(items, n) for n in range(position, position + length))
        if texts in concepts and texts[-1] not in SHOW_WORDS:
            return frozenset(each.iri for each in concepts[texts]), length
    is_part = item.text in PRAISE | SHOW_WORDS | SHOW_SORTS
    return frozenset(), int(is_part)


def _tied(
    items: Sequence[Item],
    length: int,
    shows: Sequence[NamedEntity] | None,
    said: Sequence[AbstractSet[str]],
    names: Names,
) -> tuple[Mention, int] | None:
    """Return the series of which the graph says all that is said, None where there is none."""
    known = names.of_kind(Kind.SERIES) if shows is None else shows
    kept = [show for show in known if all(each & names.ties.get(show.iri, set()) for each in said)]
    if not kept:
        return None
    written = " ".join(item.written for item in items[:length])
    return Mention(written, tuple(kept)), length


def _shows(mention: Mention) -> tuple[NamedEntity, ...]:
    return tuple(entity for entity in mention.entities if entity.kind == Kind.SERIES)


def _word(items: Sequence[Item], position: int) -> str:
    """Return the word at a position, "" for a mention and behind the end."""
    item = items[position] if position < len(items) else None
    return item.text if isinstance(item, Word) else ""

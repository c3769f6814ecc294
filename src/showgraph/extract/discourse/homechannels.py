"""Note where a text says that its series run, so that "the Peacock soap" means none of Hulu."""

from typing import Final

from showgraph.extract.discourse.talk import Bench, title_of
from showgraph.extract.text.mention import Scene

_REACH: Final = 3  # tokens between a channel and a title: "Peacock's new drama Iron Tide"
_STOPS: Final = frozenset({",", ".", ";", ":", "(", ")", "and", "on", "to", "for", "with"})


def note_homes(bench: Bench, scene: Scene) -> None:
    """Note the channels that stand right before the titles of a sentence."""
    places = scene.all("platform")
    for work in scene.all("named_work") if places else ():
        for place in places:
            between = scene.keys[place.last : work.first]
            if place.last <= work.first <= place.last + _REACH and not _STOPS & set(between):
                known = bench.talk.homes.setdefault(title_of(work), set())
                known.add(str(place.value).split()[0])


def is_elsewhere(bench: Bench, scene: Scene, first: int, last: int, title: str) -> bool:
    """Return whether a phrase names a channel, and the text another one for a title.

    "BBC" and "BBC One" are one: only the first words are compared.
    """
    homes = bench.talk.homes.get(title)
    named = {
        str(m.value).split()[0]
        for m in scene.all("platform")
        if first <= m.first and m.last <= last
    }
    return bool(homes and named) and named.isdisjoint(homes or ())

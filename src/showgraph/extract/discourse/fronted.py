"""Tell a title in a fronted clause from the one that the sentence goes on to speak of."""

from typing import Final

from showgraph.extract.text.mention import Mention, Scene

#: Words that put a clause or phrase in front of what a sentence says. "When Iron Tide returns"
#: is none of them: what follows is what happens there.
_FRONTS: Final = frozenset(
    {
        *("after", "before", "following", "since", "while", "although", "though", "despite"),
        *("unlike", "besides", "during", "fresh", "having", "with"),
    },
)
#: Tokens within which such a word opens the sentence: "Just two months after".
_OPENING: Final = 4


def next_in_main_clause(scene: Scene, mention: Mention) -> Mention | None:
    """Return the other title in the clause behind a fronted one that holds a title, or None.

    For "Iron Tide" in "Months after Iron Tide was cancelled, he joined Low Water" the latter.
    """
    if _FRONTS.isdisjoint(scene.keys[: min(_OPENING, mention.first)]):
        return None
    depth = 0
    for at in range(mention.last, scene.n_tokens):
        key = scene.keys[at]
        depth += (key == "(") - (key == ")")
        if key == "," and not depth:
            behind = (m for m in scene.all("work") if m.first > at and m.how == "name")
            return next((work for work in behind if work.value != mention.value), None)
    return None

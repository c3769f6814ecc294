"""Companies of a sentence: studios that bear a channel's name, and companies joined to lists."""

from collections.abc import Sequence
from typing import Final

from showgraph.extract.text.mention import Mention, Scene
from showgraph.extract.text.names import is_title_case

#: Behind a channel's name these make it a company that produces: "AMC Studios".
_STUDIO_ENDS: Final = frozenset(
    {"Studios", "Studio", "Pictures", "Productions", "Entertainment", "Films", "Animation"}
    | {"Television", "Enterprises", "Distribution", "International", "Rights", "Global"},
)
_STUDIO_REACH: Final = 3  # words from a channel's name to such an ending
_JOINS: Final = frozenset(
    {
        (",",),
        ("and",),
        ("&",),
        (",", "and"),
        ("with",),
        (",", "with"),
        ("in", "association", "with"),
        (",", "in", "association", "with"),
        ("in", "co-production", "with"),
        (",", "in", "co-production", "with"),
        ("in", "partnership", "with"),
        ("together", "with"),
        ("along", "with"),
    }
)


def free_studios(scene: Scene) -> None:
    """Take the channel away where its name only begins a studio's, which is then read as a name."""
    tokens = scene.sentence.tokens
    if is_title_case(tokens):
        return
    for mention in scene.all("platform", "outlet"):
        for token in tokens[mention.last : mention.last + _STUDIO_REACH]:
            if not (token.is_word and token.is_capital):
                break
            if token.word in _STUDIO_ENDS:
                kept = [m for m in scene.by_start[mention.first] if m.last != mention.last]
                scene.by_start[mention.first] = kept
                break


def join_companies(scene: Scene) -> None:
    """Offer companies that follow one another as one mention, the longest list first.

    A channel may stand in such a list behind a company; "Ana Bell's" in front of one is skipped.
    """
    firms = scene.all("company")
    for at, firm in enumerate(firms):
        group: list[Mention] = [firm]
        while (following := _following(scene, group[-1].last, firms[at:])) is not None:
            group.append(following)
        if len(group) > 1:
            labels = tuple(dict.fromkeys(str(member.value) for member in group))
            whole = Mention("companies", firm.first, group[-1].last, labels)
            scene.by_start[firm.first].insert(0, whole)


def _following(scene: Scene, last: int, firms: Sequence[Mention]) -> Mention | None:
    """Return the company that a joining word and perhaps its owner lead to."""
    for size in (4, 3, 2, 1):
        if tuple(scene.keys[last : last + size]) not in _JOINS:
            continue
        start = last + size
        owner = scene.mention_at(start, ("name", "place", "platform"))
        if owner is not None and scene.keys[owner.last : owner.last + 1] == ["'s"]:
            start = owner.last + 1
        found = next((firm for firm in firms if firm.first == start), None)
        if found is not None:
            return found
        return scene.mention_at(start, ("platform",)) if start == last + size else None
    return None

"""Tell the titles that a sentence only names by the way: compared with, or somebody's past work.

"A drama like X", "from the makers of X", "Bell, who starred in X," and "X creator Ana Bell" are
not about X; the talk does not go over to it.
"""

from typing import Final

from showgraph.extract.text.mention import Mention, Scene
from showgraph.extract.titles.appositions import OFFSHOOTS

#: Behind these a title is only compared with, or one of somebody's past works.
_ASIDES: Final = (
    ("like",),
    ("unlike",),
    ("than",),
    ("such", "as"),
    ("similar", "to"),
    ("reminiscent", "of"),
    ("fans", "of"),
    ("compared", "to"),
    ("compared", "with"),
    ("compare", "it", "to"),
    ("credits", "include"),
    ("known", "for"),
    ("worked", "on"),
    ("work", "on"),
    ("work", "in"),
    ("role", "in"),
    ("role", "on"),
    ("roles", "in"),
    ("roles", "on"),
    ("turn", "in"),
    ("seen", "in"),
    ("credits", "also", "include"),
    ("alongside",),
    ("inspired", "by"),
    ("based", "on"),
    ("success", "of"),
    ("footsteps", "of"),
    ("tradition", "of"),
    ("vein", "of"),
    ("from",),
    ("replaces",),
    ("replacing",),
    ("rival",),
    ("answer", "to"),
    ("riff", "on"),
    ("version", "of"),
    ("remake", "of"),
    ("adaptation", "of"),
    ("via",),
)
#: Those who made a title: "from the creator of X", "the team behind X".
_MAKERS: Final = frozenset(
    {
        *("creator", "creators", "writer", "writers", "makers", "maker", "producers", "producer"),
        *("director", "directors", "team", "showrunner", "showrunners", "star", "stars", "mind"),
        *("author", "minds", "studio", "people", "cast", "actor", "actress", "host", "company"),
    },
)
_WHO_REACH: Final = 9  # "who currently stars in the popular harbour drama X"
_PAST_DEEDS: Final = frozenset(
    {"penned", "created", "wrote", "directed", "starred", "appeared", "played", "co-created"},
)
_DEEDS: Final = frozenset({"stars", "star", "appears", "features", "recurs", "hosts"})
_BEFORE: Final = frozenset({"has", "have", "had", "previously", "recently", "earlier", "last"})
#: From the comma behind a name to the title in its clause.
_CLAUSE_REACH: Final = 9
_TIMES: Final = frozenset({"currently", "previously", "recently", "also", "now", "still", "once"})
#: From "the team behind" to the title: "the long-running harbour drama".
_MAKERS_REACH: Final = 7
_STOPS: Final = frozenset({",", ".", ";", ":", "(", ")", "and", "is", "was", "has", "will"})
_OFFSHOOTS: Final = OFFSHOOTS | {"sequel"}
#: Words that turn a title in front of them into somebody's credit.
_CREDITS: Final = frozenset(
    {
        *("creator", "co-creator", "creators", "showrunner", "star", "co-star"),
        *("actor", "actress", "producer", "writer", "director"),
    },
)
_VETERANS: Final = frozenset({"alum", "alums", "veteran", "vet", "alumnus", "alumna", "alumni"})
#: Behind a title these speak of people where the sentence names another title as well.
_PUBLIC: Final = frozenset(
    {"fans", "fan", "viewers", "lovers", "star", "stars", "actor", "actress"}
)


def is_aside(scene: Scene, mention: Mention) -> bool:
    """Return whether a title is only compared with, or says what somebody made before."""
    at = mention.first
    while at and scene.keys[at - 1] in {'"', "'", "the", "bbc", "hit", "popular", "series", "'s"}:
        at -= 1
    owner = next((m for m in scene.all("platform") if m.last == at), None)
    at = owner.first if owner is not None else at
    before = scene.keys[max(0, at - 4) : at]
    if any(tuple(before[-len(aside) :]) == aside for aside in _ASIDES):
        return True
    if (
        _is_in_clause(scene, at, mention.last)
        or _is_of_makers(scene, at)
        or _has_offshoot(scene, mention.last)
    ):
        return True
    if before[-1:] and before[-1] in {"of", "behind"} and set(before[-3:-1]) & _MAKERS:
        return "from" in scene.keys[max(0, at - 6) : at] or before[-1] == "behind"
    recent = set(scene.keys[max(0, at - 8) : at])
    if recent & {"starred", "appeared", "featured"} and recent & _BEFORE and "in" in before:
        return True
    reach = range(max(0, at - _WHO_REACH), at)
    who = next((i for i in reach if scene.keys[i] in {"who", "whose"}), None)
    return who is not None and bool((_PAST_DEEDS | _DEEDS) & set(scene.keys[who:at]))


def is_compared(scene: Scene, mention: Mention) -> bool:
    """Return whether a title only measures another: "better than X, was cancelled"."""
    at = mention.first
    while at and scene.keys[at - 1] in {'"', "'", "the"}:
        at -= 1
    return mention.how == "name" and scene.keys[at - 1 : at] in (["than"], ["unlike"])


def is_credit_use(scene: Scene, mention: Mention) -> bool:
    """Return whether a title only says who somebody is: "Iron Tide creator Ana Bell"."""
    at = mention.last
    while at < scene.n_tokens and scene.keys[at] in {'"', "'"}:
        at += 1
    after = scene.sentence.tokens[at : at + 2]
    if after and after[0].key in {"and", "&"}:
        following = next((m for m in scene.all("work") if m.first in {at + 1, at + 2}), None)
        if following is not None and following.how == "name":
            return is_credit_use(scene, following)  # "Low Water and Iron Tide creator Ana Bell"
    if not after:
        return False
    named = len(after) > 1 and after[0].key in _CREDITS and after[1].is_capital
    if after[0].key in _PUBLIC and any(
        m.first > at and m.how == "name" and m.value != mention.value for m in scene.all("work")
    ):
        return True  # "Low Water fans will like Iron Tide"
    return named or after[0].key in _VETERANS


def _is_in_clause(scene: Scene, at: int, last: int) -> bool:
    """Return whether a clause says what somebody else does: "Bell, now voicing Dora in X,"."""
    places = range(at - 1, max(0, at - _CLAUSE_REACH), -1)
    comma = next((i for i in places if scene.keys[i] == ","), 0)
    if not comma or "," not in scene.keys[last : last + 4]:
        return False
    opening = [key for key in scene.keys[comma + 1 : at] if key not in _TIMES][:1]
    before = scene.sentence.tokens[comma - 1]
    acts = bool(opening) and (opening[0].endswith("ing") or opening[0] in {"who", "seen", "known"})
    return acts and before.is_capital and opening != ["starring"]


def _is_of_makers(scene: Scene, at: int) -> bool:
    """Return whether a title is what somebody made: "the team behind the harbour drama X"."""
    keys = scene.keys[max(0, at - _MAKERS_REACH) : at]
    place = len(keys) - 1 - keys[::-1].index("behind") if "behind" in keys else 0
    return place > 0 and keys[place - 1] in _MAKERS and not _STOPS & set(keys[place:])


def _has_offshoot(scene: Scene, at: int) -> bool:
    """Return whether a title only says where another comes from: "an X spin-off"."""
    return scene.keys[at : at + 1] != [] and scene.keys[at] in _OFFSHOOTS

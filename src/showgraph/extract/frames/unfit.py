"""What a match cannot speak of: a title in its cue, a clause on something else, a film."""

from typing import Final

from showgraph.extract.discourse.asides import is_compared
from showgraph.extract.frames.offshoots import is_of_offshoot
from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.text.mention import Mention, Scene, WorkValue


def is_before(scene: Scene, mention: Mention, cue: int) -> bool:
    """Return whether a season only dates the rest: "After season 1 of X, filming begins"."""
    return (
        scene.keys[0] in {"after", "following", "since"}
        and mention.last <= cue
        and "," in scene.keys[mention.last : cue]
    )


def unfit_subject(
    frame: Frame,
    scene: Scene,
    subject: WorkValue | None,
    mention: Mention | None,
    first: int,
) -> str:
    """Return why the work that a match was given cannot be what it speaks of, or nothing."""
    if mention is None:
        return "somebody's other series is meant" if _of_another(scene, first) else ""
    if subject is None:
        return "the cue speaks of a film or a book"
    if not frame.presupposed and is_compared(scene, mention):
        return "a title that others are compared with"
    if is_of_offshoot(scene, mention, first):
        return "what is made of a series, and not the series"
    return ""


_AUXILIARIES: Final = frozenset(
    {
        *("has", "have", "had", "is", "was", "were", "will", "been", "be", "also", "later", "then"),
        *("in", "its", "set", "to", "slated", "scheduled", "due", "expected"),
    },
)


#: Behind a name and a comma these speak of that name: "like River House, created by Ana Bell".
_MADE: Final = frozenset(
    {"created", "directed", "written", "developed", "produced", "penned", "based", "set"},
)
_KNOWN: Final = ("work", "season", "trailer", "place", "companies", "date")


def in_foreign_clause(scene: Scene, first: int) -> bool:
    """Return whether a cue stands in ", which has been ..." behind what is no known work."""
    at = first - 1
    if scene.keys[first] in _MADE and _is_untitled(scene, first):
        return True
    while at >= 0 and scene.keys[at] in _AUXILIARIES:
        at -= 1
    led = first == 2 and scene.keys[first] == "starring"  # noqa: PLR2004 - "Look, starring"
    made = (led or scene.keys[first] in _MADE) and scene.keys[first - 1 : first] == [","]
    decider = next((m for m in scene.all("platform") if m.last == at + 1), None)
    if decider is not None and decider.first > 1:
        at = decider.first - 1  # "Low Water, which Peacock cancelled"
    if at < 1 or not (made or scene.keys[at] == "which"):
        return False
    head = at
    while head and scene.keys[head - 1] in {",", '"', "'", ")", "("}:
        head -= 1
        if scene.keys[head] == ")" and "(" in scene.keys[:head]:
            head -= scene.keys[:head][::-1].index("(") + 1  # "Better (6x60), written by"
    if head == 0:
        return False
    token = scene.sentence.tokens[head - 1]
    known = any(m.last in {head, at} for m in scene.all(*_KNOWN))
    return token.is_word and token.is_capital and not known


def _is_untitled(scene: Scene, first: int) -> bool:
    """Return whether "an untitled drama" is what was made."""
    kind = next((m for m in scene.all("kind") if m.last == first), None)
    return kind is not None and "untitled" in scene.keys[max(0, kind.first - 4) : kind.first]


def _of_another(scene: Scene, first: int) -> bool:
    """Return whether a cue stands behind "Ana Bell's new series", which nobody has named."""
    for kind in scene.all("kind"):
        at = kind.first - 1
        if kind.last > first or at < 1 or scene.keys[at] not in {"new", "next", "upcoming"}:
            continue
        owner = at - 1
        if scene.keys[owner] == "'s" and any(m.last == owner for m in scene.all("name")):
            return True
    return False


def in_title(scene: Scene, position: int) -> bool:
    """Return whether a token is part of a title that stands there by name."""
    return any(
        mention.first <= position < mention.last and mention.how == "name"
        for mention in scene.all("other_work", "named_work")
    )

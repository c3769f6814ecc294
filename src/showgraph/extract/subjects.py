"""Find the work that a match speaks of: bound in the pattern, named near the cue, or in focus."""

from showgraph.extract.mention import Mention, Scene, WorkValue
from showgraph.extract.pack import Frame
from showgraph.extract.pattern import Match
from showgraph.extract.talk import Stage
from showgraph.extract.works import is_credit_use

_PHRASE = 8  # tokens within which a count still belongs to a phrase: "six-part drama series X"
_SENTENCE = 30  # tokens to the work behind "Created by Ana Bell, the series ..."


def find_subject(
    frame: Frame,
    match: Match,
    stage: Stage,
    cue: int,
) -> tuple[WorkValue | None, Mention | None]:
    """Return the work a match speaks of and where it stands; (None, mention) means another sort."""
    bound = match.get("t")
    if bound is not None and isinstance(bound.value, WorkValue):
        return bound.value, bound.mention
    scene = stage.scene
    if frame.subject == "t":
        return None, None
    near = _nearest(scene, match.first if frame.subject != "near_np" else cue, cue)
    if frame.subject == "near_np":
        near = _following(scene, match.last, _PHRASE) or near
    if near is not None and not isinstance(near.value, WorkValue) and frame.subject != "focus":
        return None, near
    if near is None and (match.first <= 1 or frame.subject == "focus"):
        near = _following(scene, match.last, _SENTENCE)
    if near is not None and isinstance(near.value, WorkValue):
        return near.value, near
    return (WorkValue(stage.title) if stage.title else None), None


def _nearest(scene: Scene, before: int, cue: int) -> Mention | None:
    """Return the last work named before a cue, unless a bracket closes between them."""
    best: Mention | None = None
    for mention in scene.all("work", "trailer", "other_work", "other_kind"):
        if mention.last <= max(before, cue) and not _in_brackets(scene, mention.first, cue):
            if mention.last < cue and mention.how == "name" and is_credit_use(scene, mention):
                continue
            if mention.type == "other_work" and scene.mention_at(mention.first, ("work",)):
                continue
            if (
                best is None
                or (mention.last, -mention.first) > (best.last, -best.first)
                or (mention.last == best.last and mention.type == "trailer")
            ):
                best = mention
    return best


def _in_brackets(scene: Scene, position: int, cue: int) -> bool:
    """Return whether ``position`` stands inside brackets that ``cue`` stands outside of."""
    depth = 0
    for at in range(position, cue):
        depth += (scene.keys[at] == ")") - (scene.keys[at] == "(")
        if depth > 0:
            return True
    return False


def _following(scene: Scene, start: int, reach: int) -> Mention | None:
    works = [m for m in scene.all("work") if start <= m.first <= start + reach]
    return works[0] if works else None

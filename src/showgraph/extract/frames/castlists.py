"""Read who of a list of names acts, and as whom: roles and past works behind each.

Brackets mean many things. Behind a star they hold past credits unless they quote a role;
behind a character they hold the actor. What fits neither is left alone.
"""

from dataclasses import dataclass, field
from typing import Final

from showgraph.extract.frames.roles import find_role, paired_end
from showgraph.extract.text.mention import Mention, Scene

_SEPARATORS: Final = frozenset(
    {
        ",",
        "and",
        "&",
        "alongside",
        "with",
        "opposite",
        ";",
        "plus",
        "along",
        "as",
        "well",
        "together",
        "even",
    },
)
_LEAD_IN: Final = frozenset(
    {
        *("names", "illustrious", "renowned", "noted", "prominent", "seasoned", "ace", "legendary"),
        *("popular", "powerhouse", "former", "ex", "filmmaker", "rapper", "musician", "comic"),
        *("stand-up", "theatre", "hollywood", "bollywood", "emmy-winner", "emmy-winning"),
        *("oscar-winning", "oscar-nominated", "bafta-winning", "emmy-nominated", "spanish"),
        *("french", "german", "scottish", "welsh", "japanese", "brazilian", "canadian", "turkish"),
        *("young", "debutant", "debutante", "south", "fellow", "multimedia"),
        *("icon", "vegas", "fellow", "guest", "regular", "favourites", "nominees", "winners"),
        "actor",
        "actors",
        "actress",
        "actresses",
        "star",
        "stars",
        "newcomer",
        "newcomers",
        "veteran",
        "comedian",
        "winner",
        "nominee",
        "the",
        "emmy",
        "oscar",
        "bafta",
        "award-winning",
        "acclaimed",
        "also",
        "including",
        "like",
        "singer",
        "model",
        "award",
        "golden",
        "globe",
        "by",
        "screen",
        "legend",
        "favourite",
        "british",
        "american",
        "australian",
        "irish",
        "korean",
        "indian",
        "host",
        "rising",
        "breakout",
        "k-pop",
        "idol",
        "academy",
        "winning",
        "tony",
        "grammy",
        "talented",
        "likes",
        "of",
        "both",
        "his",
        "her",
        "on-screen",
    }
)


@dataclass(slots=True)
class Part:
    """One member of a cast list."""

    name: Mention
    last: int
    character: Mention | None = None
    credits: list[str] = field(default_factory=list)


def bracket_end(scene: Scene, at: int) -> int:
    """Return where a bracket closes that opens at or behind a token."""
    while at < scene.n_tokens and scene.keys[at] != ")":
        at += 1
    return min(at + 1, scene.n_tokens)


def read_cast(scene: Scene, position: int) -> list[Part]:
    """Return the members of a cast list that starts at a token; an unreadable list ends early."""
    parts: list[Part] = []
    at = position
    while at < scene.n_tokens:
        name = _behind_epithet(scene, at)
        at = name.first if name is not None else at
        if name is None:
            name, at = _next_name(scene, at)
        if name is None:
            break
        part = Part(name, name.last)
        also = scene.keys[name.last : name.last + 4]
        added = ["as", "well", "as"] in (also[:3], also[1:])
        at = name.last if added else _read_role(scene, name.last, part)
        parts.append(part)
        following = _skip_separators(scene, _behind_remark(scene, at))
        if following == at:
            break
        at = following
    return parts


def _next_name(scene: Scene, at: int) -> tuple[Mention | None, int]:
    at = start = _behind_past(scene, at)
    while at < scene.n_tokens and at - start < 5:  # noqa: PLR2004 - "Emmy winner and screen legend"
        name = scene.mention_at(at, ("name",))
        whole = name is not None and name.last - name.first > 1  # "Ace Bell" is no ace
        if name is not None and (whole or scene.keys[at] not in _LEAD_IN):
            owned = scene.mention_at(name.last + 1, ("name",))
            if owned is not None and scene.keys[name.last] in {"'s", "'"}:
                if scene.keys[at - 1] in _TRADES:
                    return name, name.last  # "actor Omar Reyes's Sam Flint"
                return owned, name.last + 1  # "Low Water's Ana Bell"
            if scene.keys[name.last : name.last + 1] == ["'s"]:
                return None, start  # "Ana Bell's sister"
            return _behind_trade(scene, name, at)
        if scene.keys[at] not in _LEAD_IN or _is_thing(scene, at):
            return None, start
        at += 1
    return None, start


def _behind_epithet(scene: Scene, at: int) -> Mention | None:
    """Return the name behind what says who that is: "Danish star Ana Bell"."""
    epithet = scene.mention_at(at, ("epithet",))
    return scene.mention_at(epithet.last, ("name",)) if epithet is not None else None


def _behind_trade(scene: Scene, name: Mention, at: int) -> tuple[Mention, int]:
    """Return who is meant by "Salt Road star Ana Bell"; another name stands for itself."""
    behind = scene.mention_at(name.last + 1, ("name",))
    if behind is not None and scene.keys[name.last] in _VETERANS | _MAKERS:
        return behind, name.last + 1
    return name, at


_MAKERS: Final = frozenset({"director", "writer", "creator", "comedian", "regular"})
_TRADES: Final = frozenset({"actor", "actress", "star", "newcomer", "comedian"})


def _is_thing(scene: Scene, at: int) -> bool:
    """Return whether "the" and a name stand there, as for an office: "featuring the Guard"."""
    token = scene.sentence.tokens[at]
    return token.word == "the" and scene.mention_at(at + 1, ("name",)) is not None


_VETERANS: Final = frozenset(
    {"alum", "alumna", "alumnus", "star", "veteran", "vet", "actor", "actress", "breakout", "lead"},
)


def _behind_past(scene: Scene, at: int) -> int:
    """Return where a name starts behind a past work: "“Low Water” alum Ana Bell"."""
    for mention in scene.mentions_at(at):
        if mention.type in {"titled", "work", "other_work"}:
            after = mention.last
            after += scene.keys[after : after + 1] in (["'s"], ['"'])
            while scene.keys[after : after + 1] and scene.keys[after] in _VETERANS:
                after += 1
            if after > mention.last and scene.mention_at(after, ("name",)) is not None:
                return after
    return at


def _read_role(scene: Scene, at: int, part: Part) -> int:
    """Read "as Role", "(as Role)", "(Old Show)", ", who plays Role" behind a star."""
    keys = scene.keys
    start = at + 1 if keys[at : at + 2] == [",", "as"] else at
    leads = keys[start : start + 1] == ["as"] and keys[start + 1 : start + 2] != ["well"]
    if leads and (end := paired_end(scene, start + 1)):
        return end  # "as Dora and Sam respectively": not all of them are this one's
    if leads:
        role, end = find_role(scene, start + 1)
        part.character = role
        part.last = role.last if role else part.last
        return end
    if keys[at : at + 1] == ["("]:
        end = bracket_end(scene, at)
        _read_bracket(scene, at, end, part)
        if keys[end : end + 1] == ["as"]:
            role, after = find_role(scene, end + 1)
            part.character = part.character or role
            part.last = role.last if role else part.last
            return after
        return end
    if keys[at : at + 3] in (
        [",", "who", "plays"],
        [",", "who", "played"],
        [",", "who", "portrays"],
        [",", "playing"],
    ) or keys[at : at + 2] == [",", "playing"]:
        skip = 2 if keys[at + 1] == "playing" else 3
        role, end = find_role(scene, at + skip)
        part.character = role
        part.last = role.last if role else part.last
        return end
    return at


def _read_bracket(scene: Scene, first: int, last: int, part: Part) -> None:
    keys = scene.keys
    inside = range(first + 1, last - 1)
    if keys[first + 1 : first + 2] == ["as"]:
        part.character, _ = find_role(scene, first + 2)
        part.last = last
        return
    titles = next((m for at in inside for m in scene.mentions_at(at) if m.type == "titles"), None)
    if titles is not None and titles.last >= last - 2 and isinstance(titles.value, tuple):
        if (
            len(titles.value) == 1
            and len(str(titles.value[0]).split()) == 1
            and (keys[first + 1] not in {'"', "'"})
        ):
            return  # "(Dora)": role, nickname or show, nobody can say
        part.credits = [str(title) for title in titles.value]


def _behind_quoted(scene: Scene, at: int) -> int:
    """Return where works end that stand in quotes behind a star: "Ana Bell 'Low Water', 'Salt'"."""
    while (work := scene.mention_at(at, ("other_work",))) is not None:
        if scene.keys[work.first] not in {'"', "'"}:
            break
        at = work.last
        if scene.keys[at : at + 1] == [","] and scene.keys[at + 1 : at + 2] in (['"'], ["'"]):
            at += 1
    return at


def _behind_renown(scene: Scene, at: int) -> int:
    """Return the comma behind what a star is known for: ", known for Low Water, Omar Reyes"."""
    if scene.keys[at : at + 1] != [","] or scene.keys[at + 1 : at + 2] not in _RENOWNED:
        return at
    for end in range(at + 2, min(at + _REMARK, scene.n_tokens)):
        if scene.keys[end] != ",":
            continue
        name = scene.mention_at(end + 1, ("name",))
        if name is not None and name.last - name.first > 1:
            return end
    return at


_RENOWNED: Final = (["known"], ["best"], ["for"], ["seen"], ["last"], ["famous"])


def _behind_remark(scene: Scene, at: int) -> int:
    """Return the semicolon that a remark on a role ends with: "as Dora, a nurse; Omar Reyes"."""
    at = _behind_renown(scene, _behind_quoted(scene, at))
    if scene.keys[at : at + 1] != [","]:
        return at
    ends = range(at + 1, min(at + _REMARK, scene.n_tokens))
    stop = next((end for end in ends if scene.keys[end] in {";", "."}), None)
    if stop is None or scene.keys[stop] != ";" or scene.mention_at(at + 1, ("name",)) is not None:
        return at
    return stop


_REMARK: Final = 12  # tokens of "Dora's friend and the owner of a restaurant"


def _skip_separators(scene: Scene, at: int) -> int:
    start = at
    while at < scene.n_tokens and scene.keys[at] in _SEPARATORS and at - start < 4:  # noqa: PLR2004
        at += 1
    return at

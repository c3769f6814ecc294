"""Find the character that "as" leads to: "as the troubled young detective Dora Flint"."""

from typing import Final

from showgraph.extract.text.mention import Mention, Scene

_REACH: Final = 8  # "as the brilliant but troubled young detective Dora Flint"
_JOINS: Final = (["and"], ["&"], [","])
#: These end like plurals and are none.
_SINGULAR: Final = frozenset({"as", "his", "is", "was", "plus", "famous", "boss", "'s", "its"})


def find_role(scene: Scene, start: int) -> tuple[Mention | None, int]:
    """Return the character named within reach and where the role ends."""
    at = start
    while at < scene.n_tokens and at - start < _REACH:
        name = scene.mention_at(at, ("name",))
        if name is not None and scene.keys[name.last : name.last + 1] == ["'s"]:
            at = name.last + 1  # "as Dora's husband Sam" is Sam
            continue
        if name is not None and not is_office(scene, name):
            if is_shared_role(scene, name):
                return None, _list_end(scene, name)
            return name, name.last
        if scene.keys[at] in {
            "to",
            "and",
            ";",
            ".",
            "(",
            ")",
            "who",
            "in",
            "from",
            "by",
            "that",
            "whose",
        } or (scene.keys[at] == "," and at > start and scene.mention_at(at + 1, ("name",)) is None):
            break
        if scene.keys[at] == ",":
            # ", Omar Reyes as": the comma may part the role from the next star
            following = scene.mention_at(at + 1, ("name",))
            if following is not None and scene.keys[following.last : following.last + 1] in (
                ["as"],
                ["("],
                [","],
                ["and"],
            ):
                break
        at += 1
    return None, at


def is_office(scene: Scene, name: Mention) -> bool:
    """Return whether letters in front of a word say where somebody works: "DEA agent Dora"."""
    tokens = scene.sentence.tokens
    alone = name.last - name.first == 1 and tokens[name.first].word.isupper()
    behind = tokens[name.last : name.last + 1]
    return alone and bool(behind) and behind[0].is_word and not behind[0].is_capital


def is_shared_role(scene: Scene, name: Mention) -> bool:
    """Return whether a role is one of several that a plural names: "as agents Dora and Sam"."""
    before = scene.keys[name.first - 1] if name.first else ""
    plural = before.endswith("s") and not before.endswith("ss") and before not in _SINGULAR
    if not plural or scene.sentence.tokens[name.first - 1].is_capital:
        return False
    behind = scene.keys[name.last : name.last + 1]
    return behind in _JOINS and scene.mention_at(name.last + 1, ("name",)) is not None


def _list_end(scene: Scene, name: Mention) -> int:
    """Return where the list of names that starts with a name ends."""
    lists = [m.last for m in scene.all("people") if m.first == name.first]
    return max(lists, default=name.last)

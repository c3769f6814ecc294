"""Tell a work by what is said to be done with it: "X is based on", "X, which premiered"."""

from collections.abc import Collection, Sequence
from typing import Final

#: Words between a title or its helping verb and what is done with it.
ADVERBS: Final = frozenset(
    {
        *("will", "first", "also", "finally", "recently", "originally", "now", "has", "had"),
        *("then", "currently", "officially", "later", "soon", "just", "previously", "next"),
    },
)
#: The helping verb itself.
BE: Final = frozenset({"is", "was", "are", "were", "been", "be", "being", "to"})
_HAVE: Final = frozenset({"has", "have", "had"})
_VERB_ENDING: Final = "s"
_OF_FILMS_TOO: Final = frozenset({"starring", "directed", "written", "produced"})


_CREDITED: Final = frozenset({"directed", "created", "helmed", "penned", "developed"})


def is_made(keys: Sequence[str], made: Collection[str]) -> bool:
    """Return whether a phrase is said to be made or shown.

    Args:
        keys: The words behind the phrase, the nearest first.
        made: What is done with works: "based on", "premiered".
    """
    keys = list(keys)[keys[1:2] == ["been"] and keys[0] in _HAVE :]
    if keys[:1] == ["("] and ")" in keys:
        keys = keys[keys.index(")") + 1 :]
    if keys[:2] in ([",", "which"], [",", "that"]):
        keys = keys[2:]
    elif keys[:1] == [","] and keys[1:2] and keys[1].endswith(_VERB_ENDING):
        return False  # ", centres on" goes back over the comma
    elif keys[:1] == [","] and keys[1:2] and keys[1] in _OF_FILMS_TOO:
        return False
    elif keys[:1] == ["are"]:
        return False  # "Ana Bell and Omar Reyes are starring"
    elif keys[:1] == [","] or (keys and keys[0] in BE):
        keys = keys[1:]
    elif keys[1:2] != ["by"] or keys[0] not in _CREDITED:  # "X directed by Ana Bell uses"
        return False
    keys = [key for key in keys if key not in BE and key not in ADVERBS]
    if keys[1:2] == ["and"] and f"{keys[0]} by" in made:
        keys = keys[2:]  # "X is created and written by"
    if keys[:1] in (["have"], ["has"]) and "episodes" in keys[2:6]:
        return True  # ", which will have 10 one-hour episodes"
    return any(" ".join(keys[:size]) in made for size in (1, 2))

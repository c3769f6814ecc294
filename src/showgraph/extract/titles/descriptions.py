"""Find where the words begin that say what sort of work a phrase is: "X is a", "X, the"."""

from collections.abc import Sequence
from typing import Final

#: Where these open a sentence, ", the series" behind its first name is another subject.
_LEADS_IN: Final = frozenset(
    {
        *("set", "starring", "based", "created", "directed", "written", "with", "from", "in"),
        *("like", "filmed", "shot", "produced", "inspired", "adapted", "featuring", "penned"),
        *("hosted", "led", "after", "before", "on", "at", "for", "by", "according", "unlike"),
        *("alongside", "as", "developed", "executive", "helmed", "co-created", "despite", "also"),
        *("besides", "beyond", "aside", "apart", "except", "thanks"),
    },
)


#: Behind these stands what something is called.
NAMING: Final = frozenset({"titled", "entitled", "called", "named", "dubbed"})
_NAMED: Final = NAMING | {"tentatively", "provisionally", "aptly", "simply"}


def description_start(keys: Sequence[str], *, within: str, parted: bool = False) -> int:
    """Return where the description begins behind a phrase; the end where there is none.

    Args:
        keys: What stands behind the phrase.
        within: The word that opens its sentence, or nothing where the phrase does.
        parted: Whether a comma stands in front of the phrase, so that nothing leads into it.
    """
    if keys[:2] == [",", "the"] and within in _LEADS_IN and not parted:
        return len(keys)  # "Set in Lisbon, the series ..."
    if keys[:2] == [",", "the"] and within not in _NAMED and _is_subject(keys[2:]):
        return len(keys)  # "made by Ana Bell and Omar Reyes, the popular series was ..."
    if keys[:2] == ["one", "of"]:
        return 2  # "making X one of the best shows"
    if keys[:1] in (["is"], ["was"]) and (behind := _behind_owner(keys)):
        return behind
    articles = {"a", "an", "the"}
    if keys[:1] in ([","], ["—"]):
        articles |= {"its", "their"}
    if keys[:3] in ([",", "now", "a"], [",", "now", "an"]):
        return 3  # "X, now a drama"
    led = keys[:1] != [] and keys[0] in {"is", "was", "are", "'s", ",", "—"}
    return 2 if led and keys[1:2] != [] and keys[1] in articles else len(keys)


def behind_aside(keys: Sequence[str]) -> Sequence[str]:
    """Return what follows an aside that "is a" follows: "X, coming this summer, is a drama".

    What has no such aside is returned whole.
    """
    if keys[:1] != [","] or keys[1:2] == [] or keys[1] in {"a", "an", "the", "and"}:
        return keys
    end = next((at for at in range(2, min(len(keys), _ASIDE)) if keys[at] == ","), 0)
    return keys[end + 1 :] if end and keys[end + 1 : end + 2] in (["is"], ["was"]) else keys


_ASIDE: Final = 9


def _behind_owner(keys: Sequence[str]) -> int:
    """Return what follows "is one of" or "is Peacock's", or 0."""
    if keys[1:3] == ["one", "of"]:
        return 3
    owned = "'s" in keys[2:5] and not _BREAKS & set(keys[1:5])
    return keys.index("'s") + 1 if owned else 0


def _is_subject(keys: Sequence[str]) -> bool:
    """Return whether "the popular series was" goes on behind a fronted phrase and its comma."""
    acts = next((at for at, key in enumerate(keys) if key in _ACTS), len(keys))
    return acts < len(keys) and not _BREAKS & set(keys[:acts])


#: What a series does; right behind "the series" it makes that the subject.
_ACTS: Final = frozenset(
    {
        *("is", "was", "has", "will", "had", "stars", "follows", "premieres", "returns", "tells"),
        *("premiered", "debuts", "debuted", "airs", "aired", "explores", "features", "starred"),
        *("centers", "centres", "revolves", "opens", "also", "would", "launched", "launches"),
    },
)
_BREAKS: Final = frozenset(
    {
        *(",", ".", ";", "(", ")", "that", "which", "who", "of", "about", "from", "on", "by", "in"),
        *("starring", "based", "set", "for", "where", "with", "whose", "created", "at"),
    },
)

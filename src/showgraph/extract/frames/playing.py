"""Reasons to drop what only looks like somebody playing a part: games, music, other works."""

from collections.abc import Callable, Mapping
from typing import Final

from showgraph.extract.rulepack.pack import Frame
from showgraph.extract.rulepack.pattern import Match
from showgraph.extract.text.mention import Scene

#: Endings of nouns for people: "detective" is listed, "dancer" and "florist" end so.
_AGENTS: Final = ("er", "or", "ist", "man", "woman", "ian", "ess", "eer", "ant", "boy", "girl")
#: What ends so too and is nobody.
_THINGS: Final = frozenset(
    {
        *("number", "matter", "chapter", "power", "murder", "order", "danger", "corner", "river"),
        *("laughter", "computer", "factor", "error", "terror", "horror", "mirror", "winner-takes"),
        *("important", "significant", "dominant", "relevant", "minor", "major", "larger", "bigger"),
        *("greater", "smaller", "darker", "constant", "instant", "tour", "hour", "former", "never"),
        *(
            "ever",
            "over",
            "after",
            "under",
            "other",
            "rather",
            "whether",
            "for",
            "summer",
            "winter",
        ),
        *("poker", "soccer", "banner", "another", "per", "inner", "outer", "key", "color", "humor"),
        *("less", "business", "process", "success", "chess", "mess", "press", "better", "human"),
    },
)
#: Nouns for people, some of which are parts that somebody plays.
PEOPLE: Final = frozenset(
    {
        *("detective", "cop", "mother", "father", "wife", "husband", "sister", "brother", "son"),
        *("daughter", "aunt", "uncle", "friend", "boss", "chief", "agent", "spy", "nurse", "judge"),
        *("cook", "chef", "thief", "criminal", "widow", "nun", "priest", "king", "queen", "prince"),
        *("princess", "student", "teen", "teenager", "kid", "child", "mum", "mom", "dad", "guy"),
        *("sheriff", "captain", "sergeant", "inspector", "lieutenant", "colonel", "general"),
        *(
            "president",
            "villain",
            "hero",
            "heroine",
            "antagonist",
            "protagonist",
            "ghost",
            "orphan",
        ),
        *("version", "character", "role", "lead", "ceo", "executive", "patriarch", "matriarch"),
        *("neighbour", "neighbor", "partner", "lover", "boyfriend", "girlfriend", "fiancé", "vet"),
        *("cousin", "niece", "nephew", "twin", "twins", "couple", "pair", "trio", "siblings"),
        *("witch", "vampire", "robot", "android", "alien", "demon", "angel", "god", "goddess"),
        *("coach", "athlete", "pilot", "clerk", "psychic", "recluse", "loner", "outcast", "rookie"),
        *("journalist", "attorney", "advocate", "assistant", "consultant", "graduate", "sleuth"),
        *(
            "surrogate",
            "landlord",
            "mogul",
            "tycoon",
            "heir",
            "heiress",
            "maid",
            "butler",
            "cleric",
        ),
        *("diplomat", "bureaucrat", "aristocrat", "addict", "alcoholic", "mechanic", "medic"),
        *("paramedic", "expert", "architect", "scientist", "sidekick", "confidant", "bride"),
    },
)
#: With one of these nearby somebody plays a "role" that is none: "plays a key role in".
_NO_PARTS: Final = frozenset({"role", "lead", "version", "character", "pair", "couple"})
_ENDS: Final = frozenset({",", ".", ";", "(", ")", "who", "that", "which", "of", "in", "with"})
_REACH: Final = 7
_OF_A_WORK: Final = frozenset(
    {"star", "alum", "veteran", "legend", "actor", "actress", "breakout", "favourite", "'s", "vet"},
)
#: What is played, and no part.
_PLAYED: Final = frozenset(
    {
        *("song", "songs", "music", "tune", "tunes", "game", "games", "match", "piano", "guitar"),
        *("violin", "record", "records", "recording", "theme", "track", "album", "instrument"),
        *("tennis", "football", "soccer", "cards", "poker", "score", "drums", "tape", "film"),
        *(
            "movie",
            "originally",
            "previously",
            "formerly",
            "once",
            "now",
            "trick",
            "prank",
            "melody",
        ),
    },
)


def _no_role_behind(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "plays a" leads to no person, or a bare name does it.

    A bare name may be a character's: "Dora plays a detective" in the story.
    """
    who = match.get("who")
    names = who.value if who is not None and isinstance(who.value, tuple) else ()
    if not names or any(" " not in str(getattr(n.value, "text", "")) for n in names):
        return True
    for key in scene.keys[match.last : match.last + _REACH]:
        if key in _ENDS:
            return True
        if key in _NO_PARTS:
            return key == "role"
        if key in PEOPLE or (key.endswith(_AGENTS) and key not in _THINGS):
            return False
    return True


def _nobody_before(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether "played by" follows no part, or one in another work."""
    known = scene.keys[match.first - 1] == "as" and _KNOWN & set(scene.keys[: match.first])
    played = _PLAYED & set(scene.keys[max(0, match.first - _REACH) : match.first])
    if match.first == 0 or played or known:
        return True  # also "film fans know Dora as played by Ana Bell"
    who = match.get("who")
    names = who.value if who is not None and isinstance(who.value, tuple) else ()
    if not names or any(" " not in str(getattr(n.value, "text", "")) for n in names):
        return True
    several = scene.keys[match.first - 1].endswith("s") or scene.keys[match.first - 1] == "—"
    if (
        len(names) > 1
        and not several
        and not {"are", "were"} & set(scene.keys[max(0, match.first - 2) : match.first])
    ):
        return True  # "she is played by Ana Bell and Omar Reyes as": one of them goes on
    if _OF_A_WORK & set(scene.keys[match.last : match.last + 1]):
        return True  # "played by Low Water star Ana Bell"
    if scene.keys[match.last : match.last + 1] != ["in"]:
        return False
    return scene.mention_at(match.last + 1, ("work",)) is None


_KNOWN: Final = frozenset({"know", "knows", "knew", "known", "remember", "remembers"})


def _bare_who(scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether who plays has but one name, a place's perhaps, or "The" as works have."""
    who = match.get("who")
    if who is None or " " not in str(getattr(who.value, "text", "")):
        return True
    return who.first > 0 and scene.sentence.tokens[who.first - 1].word in {"The", "A", "An"}


def _year_alone(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether the day in a bracket is but a year, which films have as well."""
    day = match.get("d")
    return day is None or day.last - day.first == 1


def _no_bare_pair(_scene: Scene, match: Match, _frame: Frame) -> bool:
    """Return whether a bracket behind bare names does not hold as many full ones: actors."""
    role, who = match.get("c"), match.get("who")
    roles, actors = (side.value if side is not None else () for side in (role, who))
    if not isinstance(roles, tuple) or not isinstance(actors, tuple):
        return True
    bare = all(" " not in str(getattr(name.value, "text", " ")) for name in roles)
    full = all(" " in str(getattr(name.value, "text", "")) for name in actors)
    return not (bare and full and len(roles) == len(actors) > 1)


DROPS: Final[Mapping[str, Callable[[Scene, Match, Frame], bool]]] = {
    "no_role_behind": _no_role_behind,
    "nobody_before": _nobody_before,
    "bare_who": _bare_who,
    "year_alone": _year_alone,
    "no_bare_pair": _no_bare_pair,
}

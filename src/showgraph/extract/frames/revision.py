"""Revise drafts by what the whole document shows: who is who in a bracket, who is a firm.

"A (B)" is a role and its actor in a review and an actor and a role in a cast list. What else the
document calls the two decides: people go by their surnames, characters by their first names.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from showgraph.extract.discourse.talk import Stage
from showgraph.extract.frames.creditbrackets import holds_credits, stands_by_title
from showgraph.extract.frames.draft import Draft, NameUse
from showgraph.extract.frames.listroles import read_list_roles
from showgraph.extract.frames.ownedroles import BRACKETS, OWNED, keep_owned_roles
from showgraph.extract.frames.owners import drop_busy_owners
from showgraph.extract.frames.roles import BRACKET_RANKS
from showgraph.extract.frames.sharednames import settle_shared_names
from showgraph.extract.text.mention import NameValue, Scene
from showgraph.model import Kind, Reference

_PAST: Final = "other.past-credits"
#: So many brackets of two words in a sentence, and they hold roles: titles are more varied.
_PAIRS: Final = 3
_PAIR: Final = 2
#: In front of a list of actors.
_CAST_WORDS: Final = frozenset(
    {
        *("cast", "members", "stars", "starring", "actors", "joined", "joining", "regulars"),
        *("voices", "voiced", "performers", "features", "featuring", "alongside", "casts", "adds"),
    },
)
#: Behind "A (B)" these speak of an actor or a maker.
_DEEDS: Final = (
    ("will", "play"),
    ("will", "star"),
    ("will", "recur"),
    ("has", "joined"),
    ("have", "joined"),
    ("has", "been", "cast"),
    ("have", "been"),
    ("plays",),
    ("portrays",),
    ("stars",),
    ("star",),
    ("as",),
    ("to", "star"),
    ("to", "play"),
    ("directed",),
    ("directs",),
    ("wrote",),
    ("writes",),
    ("joins",),
    ("is", "directing"),
    ("are", "directing"),
    ("is", "writing"),
    ("is", "composing"),
    ("is", "designing"),
    ("is", "supervising"),
    ("is", "set"),
    ("are", "set"),
    ("serves",),
    ("created",),
)
#: A given name of two syllables, as Korean and Chinese names are often written: "Seo-jun".
_GIVEN_LAST: Final = re.compile(r"[A-Z][a-z]+-[a-z]+")
#: A day in a bracket says when something is on.
_DAYS: Final = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
)
#: A person's name has hardly more words.
_LONGEST_NAME: Final = 4


@dataclass(frozen=True, slots=True)
class _Names:
    """How often the words of names stand alone in a document, and its names of several words."""

    alone: Counter[str]
    full: Counter[str]


@dataclass(frozen=True, slots=True)
class _Bracket:
    """A draft of "outer (inner)"; ``leaning`` above 0 says that the actor stands inside."""

    draft: Draft
    outer: NameUse
    inner: NameUse
    leaning: int
    is_role: bool  # whether the inner name surely is a role's


def revise(
    drafts: Iterable[Draft], stages: Sequence[Stage], *, given: Collection[str] = ()
) -> list[Draft]:
    """Return the drafts with brackets turned the right way and firms taken for firms.

    Args:
        drafts: What the frames read, in any order.
        stages: The document's stages.
        given: Given names in small letters; who bears one may share a surname.
    """
    names = _read_names(stages)
    rows = list(drafts)
    sure = _sure_names(rows)
    brackets = [_read_bracket(draft, names, sure) for draft in rows if draft.rule == BRACKETS]
    by_draft = {id(bracket.draft): bracket for bracket in brackets}
    lists = Counter(id(b.inner.scene) for b in brackets if len(b.inner.text.split()) == _PAIR)
    clear = sum(bracket.leaning for bracket in brackets)
    acted = any(bracket.is_role and bracket.leaning < 0 for bracket in brackets)
    credited = holds_credits(stages)
    roles: set[tuple[int, int]] = set()
    revised: list[Draft] = []
    for draft in rows:
        bracket = by_draft.get(id(draft))
        if bracket is None:
            revised.append(_named_firm(draft, names))
            continue
        paired = len(bracket.inner.text.split()) == _PAIR and bracket.leaning == 0
        span = (bracket.outer.first, bracket.inner.last + 1)
        ranked = bracket.inner.text.split()[0].lower().rstrip(".") in BRACKET_RANKS
        unsure = bracket.leaning <= 0 and not ranked
        among = unsure and stands_by_title(bracket.inner.scene, *span)
        if among or (credited and not _is_met(bracket.inner.text, names)):
            continue  # "Ana Bell (Low Water)" in a text that has past works in its brackets
        listed = lists[id(bracket.inner.scene)] >= _PAIRS or (paired and acted)
        turned = list(_turned(bracket, clear, names, listed=listed))
        roles |= {_place(d.object) for d in turned if d.rule == BRACKETS and _has_role(d)}
        revised += turned
    revised = [d for d in revised if d.rule != _PAST or _place(d.subject) not in roles]
    if not credited:
        revised = read_list_roles(revised, names.alone)
    revised = settle_shared_names(revised, names.alone, names.full, given)
    return drop_busy_owners(keep_owned_roles(revised, names.alone))


def _has_role(draft: Draft) -> bool:
    return "character" in draft.qualifiers


def _place(side: object) -> tuple[int, int]:
    return (id(side.scene), side.first) if isinstance(side, NameUse) else (0, 0)


def _read_names(stages: Sequence[Stage]) -> _Names:
    alone: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for stage in stages:
        for mention in stage.scene.all("name"):
            text = mention.value.text if isinstance(mention.value, NameValue) else ""
            (full if " " in text else alone)[text] += 1
    return _Names(alone, full)


def _sure_names(drafts: Iterable[Draft]) -> Mapping[str, int]:
    """Return 1 for the people and -1 for the characters whom other rules are sure of."""
    sure: Counter[str] = Counter()
    for draft in drafts:
        if draft.rule in {BRACKETS, _PAST, *OWNED}:
            continue
        for side in (draft.subject, draft.object, *draft.qualifiers.values()):
            if isinstance(side, NameUse) and side.sure and " " in side.text and not _opens(side):
                sure[side.text] = -1 if side.expected is Kind.CHARACTER else 1
    return sure


def _opens(use: NameUse) -> bool:
    """Return whether a bracket follows a name: what rules make of it waits for the bracket."""
    return use.scene.keys[use.last : use.last + 1] == ["("]


def _read_bracket(draft: Draft, names: _Names, sure: Mapping[str, int]) -> _Bracket:
    """Return a bracket with what speaks for its being read one way or the other."""
    outer, inner = draft.qualifiers["character"], draft.object
    if not isinstance(outer, NameUse) or not isinstance(inner, NameUse):
        raise TypeError("a bracket has a name on each side")
    first, second = outer.text.split(), inner.text.split()
    leaning = 0
    if len(first) == 1 and len(second) > 1:
        leaning += 2
    if len(second) == 1 and len(first) > 1:
        leaning -= 2
    ranked = second[0].lower().rstrip(".") in BRACKET_RANKS
    if ranked:
        leaning -= 3
    if first[0].lower().rstrip(".") in BRACKET_RANKS:
        leaning += 3
    before = outer.scene.mentions_at(outer.first - 1)
    if outer.scene.keys[outer.first - 1] != "," and any(
        m.type == "epithet" and m.last == outer.first for m in before
    ):
        leaning -= 3  # "actor Ana Bell (Low Water)"
    leaning += _called_by_first(first, names) - _called_by_first(second, names)
    leaning += 4 * (sure.get(inner.text, 0) - sure.get(outer.text, 0))
    if _CAST_WORDS & set(outer.scene.keys[max(0, outer.first - 25) : outer.first]):
        leaning -= 2
    if len(second) == 1 and any(
        name != outer.text and name.endswith(f" {inner.text}") for name in names.full
    ):
        leaning += 5  # "Dora Flint (Bell)", where Ana Bell is met in full
    is_role = ranked or names.alone[second[0]] > (len(second) == 1)
    return _Bracket(draft, outer, inner, leaning, is_role)


def _called_by_first(words: Sequence[str], names: _Names) -> int:
    """Return 1 where the document uses the given name alone, -1 for the family name, else 0.

    "Kim Seo-jun" has the family name in front.
    """
    if len(words) == 1:
        return 0
    given, family = words[0], words[-1]
    if len(words) == _PAIR and _GIVEN_LAST.fullmatch(words[1]):
        given, family = family, given
    return (names.alone[given] > 0) - (names.alone[family] > 0)


def _turned(
    bracket: _Bracket,
    clear: int,
    names: _Names,
    *,
    listed: bool,
) -> Iterator[Draft]:
    """Yield a bracket's draft, its sides exchanged where the actor stands outside."""
    draft, outer, inner = bracket.draft, bracket.outer, bracket.inner
    if inner.text in _DAYS:
        return  # "Salt Road (Wednesday)": when it is on
    if len(inner.text.split()) > _LONGEST_NAME or _is_short_form(outer.text, inner.text):
        return
    if bracket.leaning <= 0 and _acts(outer.scene, inner.last + 1, bare=bracket.leaning < 0):
        return  # "Ana Bell (Low Water) is directing": a past work
    if " " not in outer.text and any(name.endswith(f" {outer.text}") for name in names.full):
        return  # "Bell (Low Water)", said of Ana Bell
    if bracket.leaning > 0 or (bracket.leaning == 0 and clear >= 0):
        yield draft
    elif bracket.is_role or listed:
        actor = replace(outer, expected=Kind.PERSON, sure=True)
        role = replace(inner, expected=Kind.CHARACTER, sure=True)
        qualifiers = {**draft.qualifiers, "character": role}
        yield replace(draft, object=actor, qualifiers=qualifiers, needs=())


def _is_met(name: str, names: _Names) -> bool:
    """Return whether a name in a bracket stands elsewhere in the text, in full or alone."""
    words = name.split()
    return names.full[name] > 1 or names.alone[words[-1]] > (len(words) == 1)


def _is_short_form(name: str, letters: str) -> bool:
    """Return whether a bracket holds the letters of what stands before it: "Sea Fund (SF)"."""
    initials = [word[0] for word in name.split() if word[0].isupper()]
    capitals = [letter for letter in letters if letter.isupper()]
    return " " not in letters and len(capitals) > 1 and set(capitals) <= set(initials) | {"I", "P"}


def _acts(scene: Scene, at: int, *, bare: bool) -> bool:
    """Return whether what follows is an actor's or a maker's deed; ``bare`` lets "as" be one."""
    if scene.keys[at : at + 1] == ["is"] and scene.mention_at(at + 1, ("name",)) is not None:
        return True  # "Ana Bell (Low Water) is Dora"
    keys = scene.keys[at : at + 5]
    keys = [key for key in keys if key not in {"also", "and", ",", "who"}]
    return any(tuple(keys[: len(deed)]) == deed for deed in _DEEDS if bare or deed != ("as",))


#: Behind a firm these lead to another.
_FIRM_JOINS: Final = frozenset(
    {("in", "association", "with"), ("in", "co-production", "with"), ("in", "partnership", "with")}
)


def _named_firm(draft: Draft, names: _Names) -> Draft:
    """Return "produced by Nordlicht" as a company's work, unless somebody has that name."""
    use = draft.object
    if draft.relation != "producer" or not isinstance(use, NameUse):
        return draft
    words = use.text.split()
    article = words[0] == "The" and words[-1] not in {"Brothers", "Sisters"}
    joined = tuple(use.scene.keys[use.last : use.last + 3]) in _FIRM_JOINS
    led = use.first and use.scene.sentence.tokens[use.first - 1].word == "The"
    is_somebody = len(words) == 1 and any(words[0] in name.split() for name in names.full)
    if "Studio" not in words and (len(words) > 1 or is_somebody) and not (article or led or joined):
        return draft
    name = f"The {use.text}" if led and not article else use.text
    return replace(draft, relation="production_company", object=Reference(Kind.ORGANIZATION, name))

"""When two fact records say the same: names, dates and seasons compared, and facts paired.

Two facts are the same where

* relation and subject are equal, the subject without its season;
* the objects are equal as names under any of their forms (``aliases`` of the record), or agree as
  dates as far as the coarser of the two goes;
* the seasons, where both sides give one, are equal.

Characters and genres agree where the words of one are among those of the other: a text calls a
character now by a first name and now by all, and where a genre begins ("cop comedy") is a matter
of taste. A fact that another one of the same side repeats with a season is
left out.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

#: One fact as ``showgraph extract`` prints it and as annotators list it.
Record = Mapping[str, Any]

#: Relations whose object is a date.
_DATED: Final = frozenset({"premiere_date", "trailer_date"})
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}|-(?:-\d\d){1,2}")
_SEASON = re.compile(r" / season ([^/]+)")


@dataclass(frozen=True, slots=True)
class Fact:
    """A record in the form in which it is compared; all names are normal.

    ``names`` holds the object and its other forms, ``words`` those of the object, and
    ``character`` is a set of words too.
    """

    relation: str
    title: str
    season: str
    object: str
    names: frozenset[str]
    words: frozenset[str]
    character: frozenset[str]
    record: Record = field(compare=False, hash=False)


def normal_name(name: str) -> str:
    """Return a name in the form in which names are compared.

    Case, accents, punctuation, blanks and an article at its start do not tell names apart: a
    Korean or an Indian name is written in one word or in two on the same page.
    """
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    words = re.sub(r"[^\w\s&+]|_", " ", re.sub(r"[\'\u2019`.]", "", bare)).split()
    return words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words


def read_facts(
    records: Iterable[Record], relations: frozenset[str], statuses: frozenset[str]
) -> list[Fact]:
    """Return the facts of these relations and statuses in their order, each once.

    Of two facts that differ in the character alone the first that names one is kept.
    """
    facts = [
        _read(record)
        for record in records
        if record["relation"] in relations and record["status"] in statuses
    ]
    by_key: dict[tuple[str, str, str, str], Fact] = {}
    for fact in facts:
        key = (fact.relation, fact.title, fact.season, fact.object)
        if fact.character or key not in by_key:
            by_key.setdefault(key, fact)
            by_key[key] = by_key[key] if by_key[key].character else fact
    seasoned = {(r, t, o) for r, t, s, o in by_key if s}
    return [f for (r, t, s, o), f in by_key.items() if s or (r, t, o) not in seasoned]


def _read(record: Record) -> Fact:
    subject, qualifiers = record["subject"], record["qualifiers"]
    season = _SEASON.search(subject)
    value = str(record["object"])
    bare = value if _DATE.fullmatch(value) else normal_name(value)
    return Fact(
        record["relation"],
        normal_name(subject.partition(" / ")[0]),
        str(qualifiers.get("season") or (season.group(1).strip() if season else "")),
        bare,
        frozenset({bare, *map(normal_name, qualifiers.get("aliases", ()))}),
        frozenset(_words(value)),
        frozenset(_words(str(qualifiers.get("character") or ""))),
        record,
    )


def agree(one: Fact, other: Fact) -> bool:
    """Return whether two facts say the same."""
    if (one.relation, one.title) != (other.relation, other.title):
        return False
    if one.season and other.season and one.season != other.season:
        return False
    if one.relation in _DATED:
        return _dates_agree(one.object, other.object)
    if one.relation == "genre":
        return _nested(one.words, other.words)
    return not one.names.isdisjoint(other.names)


def agree_with_character(one: Fact, other: Fact) -> bool:
    """Return whether two facts say the same, and name the same character."""
    return agree(one, other) and _nested(one.character, other.character)


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _dates_agree(one: str, other: str) -> bool:
    if not (_DATE.fullmatch(one) and _DATE.fullmatch(other)):
        return one == other
    if one.startswith("--") != other.startswith("--"):
        one, other = ("-" + d[4:] if not d.startswith("--") else d for d in (one, other))
        return len(one) == len(other) and one == other
    return one.startswith(other) or other.startswith(one)


def match(
    expected: Sequence[Fact],
    given: Sequence[Fact],
    same: Callable[[Fact, Fact], bool] = agree,
) -> dict[int, int]:
    """Return the largest pairing of expected with given facts, by their places.

    A coarse date and a finer one may each agree with several facts, so the first that agrees
    may be the wrong one to take; Kuhn's augmenting paths find the largest number of pairs.
    """
    near = [[g for g, fact in enumerate(given) if same(want, fact)] for want in expected]
    holder: dict[int, int] = {}

    def place(want: int, tried: set[int]) -> bool:
        for g in near[want]:
            if g in tried:
                continue
            tried.add(g)
            if g not in holder or place(holder[g], tried):
                holder[g] = want
                return True
        return False

    for want in range(len(expected)):
        place(want, set())
    return {want: g for g, want in holder.items()}

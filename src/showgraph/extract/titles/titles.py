"""The title inventory: which phrases of a document are titles of series, and which of other works.

The signs around each candidate (:mod:`showgraph.extract.titles.survey`) are added up by the
weights of a small table (``packs/*/titles.yaml``). What does not reach the threshold is no
title, and its facts are not given to the nearest capitalised phrase. A title found in one
document of a run counts as a sign in the others.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.titles.resort import find_last_resort
from showgraph.extract.titles.survey import Survey
from showgraph.extract.titles.titlecuts import Candidate
from showgraph.iris import name_key


@dataclass(frozen=True, slots=True)
class Title:
    """One title of an inventory: how it is written, what its signs add up to, and the signs."""

    name: str
    score: int
    signs: tuple[str, ...]
    kind: str  # "series" or a sort of other work: film, book, play ...
    short: str = ""  # its first half, where the text also calls it so


def decide_titles(
    survey: Survey,
    table: TitleTable,
    *,
    known: Iterable[str] = (),
    catalogue: Iterable[str] = (),
) -> tuple[Title, ...]:
    """Return the titles of a document, best first; of equal ones that which comes first.

    Where no series reaches the threshold though the text speaks of one, the only candidate that
    nearly does is taken.

    Args:
        survey: The document's candidates.
        table: The signs and their weights.
        known: Titles found in other documents of the run.
        catalogue: Titles the user vouches for.
    """
    lists = {"other_document": known, "catalogue": catalogue}
    keys = {sign: {name_key(name) for name in names} for sign, names in lists.items()}
    titles: list[Title] = []
    nearly: list[Title] = []
    for key, candidate in survey.candidates.items():
        signs = candidate.series | {sign for sign, names in keys.items() if key in names}
        if "other_document" in signs:
            signs -= {"unspoken", "film_talk"}
        if "catalogue" in signs:
            signs -= {"other_medium", "only_headed"}  # the user knows better than its text
        score = sum(table.weights[sign] for sign in signs)
        title = Title(_form(candidate), score, tuple(sorted(signs)), "series")
        if score >= table.threshold:
            titles.append(title)
        elif score >= table.threshold - 1 and signs >= _NEARLY and "gazetteer" not in signs:
            nearly.append(title)
        else:
            titles += _other_title(candidate, table)
    named = {name_key(title.name) for title in titles if title.kind != "work"}
    titles = _without_others_forms((_uncounted(title, survey) for title in titles), survey)
    titles = _with_resort(titles, nearly, named, survey, table)
    first = next((t.name for t in titles if t.kind == "series" and not _is_beside(t)), "")
    return tuple(sorted(titles, key=lambda t: -_prominence(t) - _FIRST * (t.name == first)))


def _with_resort(
    titles: list[Title],
    nearly: list[Title],
    named: Container[str],
    survey: Survey,
    table: TitleTable,
) -> list[Title]:
    """Return the titles with the only one that nearly is one, or that the text comes back to."""
    series = [title for title in titles if title.kind == "series"]
    opens = len(nearly) == 1 and "opens_text" in nearly[0].signs
    lacks = survey.elects and (opens or not series)
    if len(nearly) == 1 and lacks and not _heads_another(titles, survey):
        return titles + nearly
    if any(_is_told_of(title, survey) for title in series):
        return titles
    kept = [t for t in _resort(survey, table, named) if _LEADING & set(t.signs) or not series]
    return [title for title in titles if title.name not in {t.name for t in kept}] + kept


_NEARLY: Final = frozenset({"headline_and_body"})
#: A phrase that the text keeps coming back to leads it with one of these.
_LEADING: Final = frozenset({"opens_text", "headline_and_body"})


def _is_told_of(title: Title, survey: Survey) -> bool:
    """Return whether a title is more than named by the way."""
    return survey.candidates[name_key(title.name)].places > 1 or title.score > _PASSING


#: A title with no more than this that stands in a text but once may be named by the way.
_PASSING: Final = 5


def _resort(survey: Survey, table: TitleTable, named: Container[str]) -> list[Title]:
    """Return the phrase that the text keeps coming back to though nothing calls it a series."""
    key = find_last_resort(survey, table, named)
    if not key:
        return []
    candidate = survey.candidates[key]
    signs = tuple(sorted({*candidate.series, "second_look"}))
    return [Title(_form(candidate), table.threshold, signs, "series")]


def _without_others_forms(found: Iterable[Title], survey: Survey) -> list[Title]:
    """Return the titles without those that are another one decorated, counted or talked about."""
    titles = list(found)
    by_name = {f"{title.kind}:{title.name}": title for title in titles}
    left = [
        title
        for title in titles
        if not _is_decorated(title, by_name, survey.candidates) and not _is_sequel(title, by_name)
    ]
    spoken = {title.name.partition(":")[0] for title in left if title.kind == "podcast"}
    return [title for title in left if title.kind == "podcast" or title.name not in spoken]


def _uncounted(title: Title, survey: Survey) -> Title:
    """Return "Iron Tide" for "Iron Tide 2" where the text calls the series so, twice or more."""
    front, _, last = title.name.rpartition(" ")
    bare = survey.candidates.get(name_key(front))
    if title.kind != "series" or not last.isdigit() or len(last) > 1 or bare is None:
        return title
    if bare.count < _CALLED_SO or "section" in bare.series:
        return title
    return replace(title, name=_form(bare))


_CALLED_SO: Final = 2


def _is_sequel(title: Title, titles: Mapping[str, Title]) -> bool:
    """Return whether a title counts a season of another one: "Iron Tide 2" beside "Iron Tide"."""
    front, _, last = title.name.rpartition(" ")
    return last.isdigit() and len(last) == 1 and f"{title.kind}:{front}" in titles


def _heads_another(titles: Iterable[Title], survey: Survey) -> bool:
    """Return whether the headline names a film, a podcast or the like, which the text is about."""
    return any(
        title.kind not in {"series", "work"}
        and "headline_and_body" in survey.candidates[name_key(title.name)].series
        for title in titles
    )


def _is_beside(title: Title) -> bool:
    return not _BY_THE_WAY.keys().isdisjoint(title.signs)


def _prominence(title: Title) -> int:
    """Return the score by which the main title is chosen: what heads the text counts more."""
    heads = {"headline_and_body", "page_title"} & set(title.signs)
    # "Shows such as X" is about others; what returns for a season may be named by the way.
    named_beside = sum(_BY_THE_WAY.get(sign, 0) for sign in title.signs)
    return title.score + (_HEADS if heads else 0) - named_beside


_HEADS: Final = 3
_FIRST: Final = 2  # what a text names first it is more likely about
_BY_THE_WAY: Final = {"listed": 5, "listed_work": 5, "season_ahead": 3, "mostly_credited": 5}


def _form(candidate: Candidate) -> str:
    """Return the spelling used most, one in capitals only where there is no other."""
    forms = [form for form in candidate.forms if not form.isupper()] or candidate.forms
    return max(sorted(forms), key=lambda text: candidate.forms[text])


def _other_title(candidate: Candidate, table: TitleTable) -> list[Title]:
    """Return the title of a film, book or other work that a candidate is, or nothing."""
    scores = {
        kind: sum(table.other_weights[sign] for sign in signs)
        for kind, signs in candidate.other.items()
    }
    kind = max(scores, key=lambda kind: (scores[kind], kind), default="")
    if not kind or scores[kind] < table.other_threshold:
        return []
    if {"speech", "gazetteer"} & candidate.series:
        return []
    return [Title(_form(candidate), scores[kind], tuple(sorted(candidate.other[kind])), kind)]


def _is_decorated(
    title: Title,
    titles: Mapping[str, Title],
    candidates: Mapping[str, Candidate],
) -> bool:
    """Return whether a title is another one and more: "OG Iron Tide", "Iron Tide for the UK".

    ``titles`` holds all of them by name: a long list has hundreds that begin alike.
    """
    count = candidates[name_key(title.name)].count
    for place in (at for at, character in enumerate(title.name) if character == " "):
        front, rest = title.name[:place], title.name[place + 1 :]
        for part in (rest, front if rest.partition(" ")[0] in _GOING_ON else ""):
            other = titles.get(f"{title.kind}:{part}")
            if other is not None and candidates[name_key(other.name)].count > count:
                return True
    return False


#: Words with which a sentence goes on behind a title.
_GOING_ON: Final = frozenset({"for", "in", "on", "at", "from", "with", "to"})

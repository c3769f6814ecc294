"""The second look: the one phrase that a text about a series keeps coming back to.

Where nothing is called a series or comes back for a season, the title may still show: it opens
the text, stands in the headline and again below, and is written as people are not. Such marks
are weak, so that they count only together, only in a text that speaks of "the series" or of
seasons, and only for a phrase that has no rival.
"""

from collections.abc import Container
from typing import Final

from showgraph.extract.rulepack.titletable import TitleTable
from showgraph.extract.text.names import COMMON
from showgraph.extract.titles.survey import Survey
from showgraph.extract.titles.titlecuts import Candidate
from showgraph.extract.titles.titleruns import INNER
from showgraph.extract.titles.titletalk import SEVERAL_SHOWS

#: What a phrase needs, and by how much it must be ahead of every other.
_ENOUGH: Final = 4
_AHEAD: Final = 2
_OFTEN: Final = 5
_OPENING: Final = frozenset({"opens_text", "platform_before"})
_AGAIN: Final = 3  # a phrase in quotation marks counts twice
#: The longest name of a person, in words.
_LONGEST_NAME: Final = 3
#: With one of these a phrase is no title, however often it is met.
_AGAINST: Final = frozenset(
    {"speech", "person_before", "person_after", "cast_before", "firm", "event", "section", "film"}
    | {
        "listed",
        "listed_work",
        "asked",
        "gazetteer",
        "surname_alone",
        "past_credit",
        "other_medium",
        "film_talk",
        "cinema",
    }
)


def find_last_resort(survey: Survey, table: TitleTable, named: Container[str]) -> str:
    """Return the key of the phrase that a text without titles is about, or nothing.

    Args:
        survey: The document's candidates.
        table: The weights of their signs, and the given names of people.
        named: The keys of titles that the text only names by the way.
    """
    if not survey.speaks:
        return ""
    inside = {word for key in survey.candidates if " " in key for word in key.split()}
    looks = sorted(
        (
            (_second_score(key, candidate, inside, table), key)
            for key, candidate in survey.candidates.items()
            if key not in named and not (candidate.count == 1 and "heading" in candidate.series)
        ),
        reverse=True,
    )
    (best, key), *others = looks or [(0, "")]
    rival = next((score for score, other in others if other not in key and key not in other), 0)
    return key if best >= _ENOUGH and best - rival >= _AHEAD else ""


def _second_score(key: str, candidate: Candidate, inside: Container[str], table: TitleTable) -> int:
    """Return the score of a phrase with the weak marks added."""
    score = sum(table.weights[sign] for sign in candidate.series)
    score += "passing" in candidate.series  # all of them are
    score += "opens_text" in candidate.series and candidate.count > 1
    score += "headline_and_body" in candidate.series and candidate.count > 1
    score += candidate.count >= _OFTEN
    score += "quoted" in candidate.series and candidate.count >= _AGAIN
    score += 2 * (candidate.series >= _OPENING)
    words = key.split()
    if candidate.series & _AGAINST or not SEVERAL_SHOWS.isdisjoint(words):
        return min(score, 0)
    if words[0] in table.words["given_names"] and len(words) <= _LONGEST_NAME:
        return score - 2
    if len(words) == 1 and key in inside:
        return score - 1  # "Harry" beside "Harry Slater"
    unlike = _is_unlike_people(max(candidate.forms), words)
    if "platform_before" in candidate.series and (unlike or len(words) == 1):
        score += 2  # "HBO's Ana Bell" has two names
    return score + (unlike or ("quoted" in candidate.series and candidate.count >= _AGAIN))


def _is_unlike_people(form: str, words: list[str]) -> bool:
    """Return whether no person is called so: "EastEnders", "Harbour of Salt", "Low Stars"."""
    if len(words) == 1:
        return not form.istitle()
    marks = {":", "'", "!", "?"}
    return (
        len(words) > _LONGEST_NAME
        or any(word in INNER or word in COMMON or word.isdigit() for word in words)
        or not marks.isdisjoint(form)
    )

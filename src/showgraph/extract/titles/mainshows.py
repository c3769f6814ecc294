"""Find the series that a document is mostly about: by its titles, and by what it says of each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from showgraph.extract.titles.titles import Title
from showgraph.model import Claim

#: By so many facts another series must lead before it takes the place of the most prominent one;
#: the second figure holds where only the latter stands in the headline. (Chosen on articles with
#: a known main show: a lead of one took it away as often wrongly as rightly.)
_LEAD: Final = 2
_HEADLINE_LEAD: Final = 4
_HEADLINE: Final = frozenset({"headline_and_body", "page_title"})
#: What an article says of the show that it is about, and hardly of others: genres are by the way.
_TELLING: Final = frozenset(
    {
        *("creator", "writer", "director", "producer", "executive_producer", "showrunner"),
        *("production_company", "cast_member", "platform", "premiere_date", "season_status"),
        *("episode_count", "based_on"),
    },
)


def find_main_show(titles: Sequence[Title], claims: Iterable[Claim] = ()) -> str:
    """Return the title of the series that a document is mostly about, or "".

    Args:
        titles: The titles of the document, the most prominent first.
        claims: What was read there; a headline may name a series of which the text says less
            than of another one.
    """
    series = [title for title in titles if title.kind == "series"]
    if not series:
        return ""
    counts = Counter(claim.subject.name for claim in claims if claim.relation in _TELLING)
    told = max(series, key=lambda title: counts[title.name])
    headed = _is_headed(series[0]) and not _is_headed(told)
    lead = counts[told.name] - counts[series[0].name]
    return (told if lead >= (_HEADLINE_LEAD if headed else _LEAD) else series[0]).name


def _is_headed(title: Title) -> bool:
    return not _HEADLINE.isdisjoint(title.signs)

"""Find the series that a document is mostly about: by its titles, and by what it says of each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from showgraph.extract.titles.titles import Title
from showgraph.model import Claim

#: By so many facts another series must lead before it takes the place of the most prominent one.
#: (Over articles with a known main show a lead of one took it away as often rightly as wrongly.)
_LEAD: Final = 2


def find_main_show(titles: Sequence[Title], claims: Iterable[Claim] = ()) -> str:
    """Return the title of the series that a document is mostly about, or "".

    Args:
        titles: The titles of the document, the most prominent first.
        claims: What was read there; a headline may name a series of which the text says less
            than of another one.
    """
    series = [title.name for title in titles if title.kind == "series"]
    if not series:
        return ""
    counts = Counter(claim.subject.name for claim in claims)
    told = max(series, key=lambda name: counts[name])
    return told if counts[told] >= counts[series[0]] + _LEAD else series[0]

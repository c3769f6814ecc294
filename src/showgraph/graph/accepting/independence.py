"""Which documents repeat each other, so that a text that went to many papers counts once.

Texts are compared by their shingles, runs of consecutive words, after A. Broder, "On the
resemblance and containment of documents" (SEQUENCES 1997): what counts is containment, the
share of the shorter text's runs that stand in the longer one, because papers cut agency texts
short. Each text is compared only with the longest of each group found so far, through an index
of runs; runs that many of these share are boilerplate and are indexed no further. So the cost
grows with the words read, not with the pairs of documents.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from showgraph.model import Document

#: Words in a run. Five are the usual choice for prose: names and set phrases are shorter.
RUN_WORDS: Final = 5
#: A run is boilerplate once so many independent documents have it.
_BOILERPLATE: Final = 50

_WORD: Final = re.compile(r"\w+")


def group_copies(documents: Iterable[Document], *, share: float) -> Mapping[str, str]:
    """Return, for each document's id, that of the document which stands for its group.

    Args:
        documents: In any order; it never shows in the result.
        share: From which share of its runs on, found in one longer text, a text is a copy.

    Returns:
        The longest text of a group stands for it, of equally long ones the first by id. A
        document that repeats no other stands for itself.
    """
    index = _Index()
    groups: dict[str, str] = {}
    for document in sorted(documents, key=lambda it: (-len(it.text), it.id)):
        runs = _find_runs(document.text)
        best, n_shared = index.find_most_shared(runs)
        groups[document.id] = best if n_shared >= share * len(runs) else document.id
        if groups[document.id] == document.id:
            index.add(document.id, runs)
    return dict(sorted(groups.items()))


class _Index:
    """The texts that stand for groups, by the runs that they have."""

    def __init__(self) -> None:
        self._first: dict[int, str] = {}
        # Few runs have a second text, and millions of lists with one name each would take room.
        self._others: defaultdict[int, list[str]] = defaultdict(list)

    def add(self, name: str, runs: Iterable[int]) -> None:
        """Enter a text under its runs, those that are boilerplate left out."""
        for run in runs:
            if self._first.setdefault(run, name) != name:
                others = self._others[run]
                if len(others) < _BOILERPLATE:
                    others.append(name)

    def find_most_shared(self, runs: Iterable[int]) -> tuple[str, int]:
        """Return the text with most of the runs, of equal ones the first by id, and how many.

        An empty name and 0 where no text has one of them.
        """
        known = [run for run in runs if run in self._first]
        shared = Counter(self._first[run] for run in known)
        shared.update(name for run in known for name in self._others.get(run, ()))
        best = min(shared, key=lambda name: (-shared[name], name), default="")
        return best, shared[best]


def _find_runs(text: str) -> frozenset[int]:
    """Return hashes of all runs of words; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    n_runs = max(1, len(words) - RUN_WORDS + 1)
    return frozenset(_hash_run(words[at : at + RUN_WORDS]) for at in range(n_runs))


def _hash_run(words: Iterable[str]) -> int:
    """Return 64 bits that are the same in every process, as those of ``hash`` are not."""
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")

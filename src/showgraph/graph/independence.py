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
    runs = {document.id: _find_runs(document.text) for document in documents}
    index: defaultdict[int, list[str]] = defaultdict(list)
    groups: dict[str, str] = {}
    for name in sorted(runs, key=lambda name: (-len(runs[name]), name)):
        shared = Counter(head for run in runs[name] for head in index.get(run, ()))
        best = min(shared, key=lambda head: (-shared[head], head), default=name)
        is_copy = best != name and shared[best] >= share * len(runs[name])
        groups[name] = best if is_copy else name
        if not is_copy:
            for run in runs[name]:
                if len(index[run]) < _BOILERPLATE:
                    index[run].append(name)
    return dict(sorted(groups.items()))


def _find_runs(text: str) -> frozenset[int]:
    """Return hashes of all runs of words; a shorter text is one run."""
    words = _WORD.findall(text.casefold())
    n_runs = max(1, len(words) - RUN_WORDS + 1)
    return frozenset(_hash_run(words[at : at + RUN_WORDS]) for at in range(n_runs))


def _hash_run(words: Iterable[str]) -> int:
    """Return 64 bits that are the same in every process, as those of ``hash`` are not."""
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")

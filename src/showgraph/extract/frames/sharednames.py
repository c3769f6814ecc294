"""Who shares a surname: in "by Ana and Omar Reyes" Ana is a Reyes, unless the text knows better.

Who bears no given name that is known may go by one name, as the first in "by Quill and Ana Bell".
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from showgraph.extract.frames.draft import Draft, NameUse


def settle_shared_names(
    drafts: Sequence[Draft],
    alone: Mapping[str, int],
    full: Iterable[str],
    given: Collection[str],
) -> list[Draft]:
    """Return the drafts, with a lent surname taken back from who goes by a name of one word.

    Args:
        drafts: What the frames read.
        alone: How often each name of one word stands in the document.
        full: The document's names of several words.
        given: Given names, in small letters.
    """
    surnames = {name.rpartition(" ")[2] for name in full}
    return [_settled(draft, alone, surnames, given) for draft in drafts]


def _settled(
    draft: Draft, alone: Mapping[str, int], surnames: set[str], names: Collection[str]
) -> Draft:
    use = draft.object
    if not isinstance(use, NameUse) or not _is_lent(use):
        return draft
    given = use.text.partition(" ")[0]
    own = given in surnames or alone.get(given, 0) > 1 or given.lower() not in names
    return replace(draft, object=replace(use, text=given)) if own else draft


def _is_lent(use: NameUse) -> bool:
    """Return whether a name of two words stands for one word of the text."""
    return use.last - use.first == 1 and use.text.count(" ") == 1

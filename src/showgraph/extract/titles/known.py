"""The titles that the documents of a run know of one another."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from showgraph.extract.titles.survey import Survey
from showgraph.extract.titles.titles import Title
from showgraph.iris import name_key


class KnownTitles:
    """The series titles of all documents, by their keys."""

    def __init__(self, inventories: Iterable[Sequence[Title]]) -> None:
        """Index the inventories of all documents."""
        self._names: dict[str, set[str]] = defaultdict(set)
        for titles in inventories:
            for title in titles:
                if title.kind == "series":
                    self._names[name_key(title.name)].add(title.name)

    def among(self, survey: Survey) -> set[str]:
        """Return those that are candidates of one document: few, however many there are.

        So time grows with the documents, and not with each times the titles of all.
        """
        rows = (self._names[key] for key in survey.candidates if key in self._names)
        return {name for names in rows for name in names}

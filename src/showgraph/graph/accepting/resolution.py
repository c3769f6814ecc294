"""Decide between the sides of a contradiction, where the policy allows it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from showgraph.graph.accepting.consensus import DateOf, is_later
from showgraph.graph.accepting.dates import Interval, parse_date
from showgraph.graph.accepting.facts import Ground, Resolution, Side
from showgraph.graph.accepting.independence import group_copies
from showgraph.graph.accepting.policy import Policy
from showgraph.model import Claim, Document

#: A majority of one is none: it would be a document against silence.
_LEAST_MAJORITY: Final = 2


@dataclass(frozen=True, slots=True)
class Judge:
    """Knows the policy, and what the documents are worth beside each other.

    ``groups`` has, for each document, the one that stands for all copies of its text.
    """

    policy: Policy
    date_of: DateOf
    groups: Mapping[str, str]

    def decide(self, sides: Sequence[Side]) -> Resolution | None:
        """Return the side that wins on the first ground that decides, or None."""
        finders: dict[Ground, Callable[[Sequence[Side]], Side | None]] = {
            Ground.MAJORITY: self._find_majority,
            Ground.LATER: self._find_later,
        }
        for ground in self.policy.resolve if len(sides) > 1 else ():
            winner = finders[ground](sides)
            if winner is not None:
                return Resolution(ground, winner)
        return None

    def _find_majority(self, sides: Sequence[Side]) -> Side | None:
        """Return the side of more than half of the independent documents that take one.

        A document, or the copies of one text, that stand on several sides take none.
        """
        told = [{self.groups[claim.document] for claim in side.claims} for side in sides]
        n_sides = Counter(group for groups in told for group in groups)
        votes = [sum(n_sides[group] == 1 for group in groups) for groups in told]
        for side, n_votes in zip(sides, votes, strict=True):
            if n_votes >= _LEAST_MAJORITY and 2 * n_votes > sum(votes):
                return side
        return None

    def _find_later(self, sides: Sequence[Side]) -> Side | None:
        """Return the side of a document that is later than all of every other side."""
        for side in sides:
            others = [claim for other in sides if other is not side for claim in other.claims]
            if any(self._is_after(claim, others) for claim in side.claims):
                return side
        return None

    def _is_after(self, claim: Claim, others: Iterable[Claim]) -> bool:
        date = self.date_of(claim)
        return all(is_later(date, self.date_of(other)) for other in others)


def make_judge(documents: Sequence[Document], policy: Policy) -> Judge:
    """Return who decides about claims in these documents."""
    groups = group_copies(documents, share=policy.copy_share)
    return Judge(policy, _date_documents(documents), groups)


def _date_documents(documents: Iterable[Document]) -> DateOf:
    """Return a function from a claim to the date of its document, if it has one."""
    dates: dict[str, Interval] = {}
    for document in documents:
        try:
            date = parse_date(document.date or "")
        except ValueError:
            continue  # without a date, or with one that orders nothing
        if isinstance(date, Interval):
            dates[document.id] = date
    return lambda claim: dates.get(claim.document)

"""One value out of several tellings, or the sides between which nothing can be chosen.

Only relations that have a single value come here. Nothing is decided by majority: where two
tellings cannot both be true, there is no value and every side is kept.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from showgraph.graph.accepting.dates import Interval, MonthDay, parse_date
from showgraph.graph.accepting.facts import Side, Value, sort_claims, value_key
from showgraph.model import Claim

#: The date of a claim's document, or None where it has none.
DateOf = Callable[[Claim], Interval | None]


@dataclass(frozen=True, slots=True)
class Consensus:
    """``value`` with the claims that agree with it, or None with at least two sides.

    Both are empty where the tellings make no value without clashing, as days without a year.
    """

    value: Value | None
    claims: tuple[Claim, ...] = ()
    sides: tuple[Side, ...] = ()


def settle_dates(tellings: Iterable[tuple[str, Claim]]) -> Consensus:
    """Return the finest date that all tellings agree with.

    Coarser and finer dates that overlap agree. A day without its year agrees with a date that
    it is possible in, clashes with any other, and makes no date itself.
    """
    told: dict[Interval | MonthDay, list[Claim]] = defaultdict(list)
    for words, claim in tellings:
        told[parse_date(words)].append(claim)
    intervals = [date for date in told if isinstance(date, Interval)]
    finest = sorted(
        date
        for date in intervals
        if not any(date != other and date.contains(other) for other in intervals)
    )
    days = sorted(date for date in told if isinstance(date, MonthDay))
    heads: list[Interval | MonthDay] = [
        *finest,
        *(day for day in days if not any(day.possible_in(date) for date in finest)),
    ]
    if len(heads) == 1 and len(days) > 1:
        heads = [*days]  # one month or year admits them all, and yet they clash
    if len(heads) > 1:
        return Consensus(None, sides=_to_sides(heads, told))
    if not finest:
        return Consensus(None)  # at most one day without its year
    return Consensus(finest[0].iso, sort_claims(c for claims in told.values() for c in claims))


def _to_sides(
    heads: Sequence[Interval | MonthDay], told: Mapping[Interval | MonthDay, Sequence[Claim]]
) -> tuple[Side, ...]:
    """Return one side for each head; what agrees with several of them is on none."""
    members: dict[Interval | MonthDay, list[Claim]] = {head: list(told[head]) for head in heads}
    for date, claims in told.items():
        agreeing = [head for head in heads if _agree(date, head)]
        if date not in members and len(agreeing) == 1:
            members[agreeing[0]] += claims
    sides = [Side((head.iso,), sort_claims(claims)) for head, claims in members.items()]
    return tuple(sorted(sides, key=lambda side: value_key(side.values[0])))


def _agree(date: Interval | MonthDay, head: Interval | MonthDay) -> bool:
    if isinstance(head, MonthDay):
        return date == head
    return date.possible_in(head) if isinstance(date, MonthDay) else date.overlaps(head)


def settle_values(tellings: Iterable[tuple[Value, Claim]]) -> Consensus:
    """Return the value that all tellings give."""
    told: dict[Value, list[Claim]] = defaultdict(list)
    for value, claim in tellings:
        told[value].append(claim)
    if len(told) == 1:
        value, claims = next(iter(told.items()))
        return Consensus(value, sort_claims(claims))
    values = sorted(told, key=value_key)
    return Consensus(None, sides=tuple(Side((v,), sort_claims(told[v])) for v in values))


def settle_growing(tellings: Iterable[tuple[str, Claim]], date_of: DateOf) -> Consensus:
    """Return the largest number, where every smaller one was told earlier.

    What is counted can only grow, so a smaller number in an older document was true in its
    day. It clashes where either document has no date, or the smaller number is the later one.
    """
    told: dict[int, list[Claim]] = defaultdict(list)
    for number, claim in tellings:
        told[int(number)].append(claim)
    numbers = sorted(told)
    if not all(all_later(told[more], told[less], date_of) for less, more in pairwise(numbers)):
        return settle_values((str(n), claim) for n in numbers for claim in told[n])
    return Consensus(str(numbers[-1]), sort_claims(told[numbers[-1]]))


def all_later(news: Iterable[Claim], olds: Iterable[Claim], date_of: DateOf) -> bool:
    """Tell whether every document of ``news`` is known to be later than each of ``olds``."""
    dates = [date_of(claim) for claim in news]
    return all(is_later(date, date_of(old)) for old in olds for date in dates)


def is_later(date: Interval | None, other: Interval | None) -> bool:
    """Tell whether the first date is known to come after the second."""
    return date is not None and other is not None and other.latest < date.earliest

"""Find what one document tells and another denies."""

from collections import defaultdict
from collections.abc import Iterable

from showgraph.graph.accepting.consensus import all_later
from showgraph.graph.accepting.facts import (
    Contradiction,
    DisagreementKind,
    Reading,
    Side,
    sort_claims,
)
from showgraph.graph.accepting.identity import identify
from showgraph.graph.accepting.resolution import Judge
from showgraph.model import Claim, Modality, Polarity


def find_denials(
    plain: Iterable[Reading], lesser: Iterable[Reading], judge: Judge
) -> list[Contradiction]:
    """Return a contradiction for what is both told and, not only earlier, denied.

    Args:
        plain: Readings of an accepted status.
        lesser: All others; only what is denied without a doubt counts.
        judge: Dates the documents, and may decide.
    """
    denied: dict[tuple[object, ...], list[Reading]] = defaultdict(list)
    for reading in lesser:
        claim = reading.claim
        if claim.polarity is Polarity.NEGATIVE and claim.modality is Modality.ASSERTED:
            denied[*identify(reading), reading.object].append(reading)
    told: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for reading in plain:
        told[*identify(reading), reading.object].append(reading.claim)
    found: list[Contradiction] = []
    for key, readings in denied.items():
        denials = sort_claims(reading.claim for reading in readings)
        tellings = sort_claims(told.get(key, ()))
        if not tellings or all_later(tellings, denials, judge.date_of):
            continue
        relation, subject, _, qualifiers = identify(readings[0])
        value = (readings[0].object,)
        sides = (Side(value, tellings), Side(value, denials, Polarity.NEGATIVE))
        kind = DisagreementKind.POLARITY
        resolved = judge.decide(sides)
        found.append(Contradiction(kind, relation, subject, qualifiers, sides, resolution=resolved))
    return found

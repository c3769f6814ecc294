"""Explanations as text for people, as rows, and as objects for JSON."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from showgraph.api import Graph
from showgraph.cli.listing import Listing
from showgraph.cli.sources import iter_lines
from showgraph.query.provenance.explanation import Explanation, Source, Standing, sources_of
from showgraph.query.provenance.support import StatedClaim
from showgraph.query.provenance.testimony import Against, Testimony, count_documents

_COLUMNS: Final = (
    "depth",
    "fact",
    "standing",
    "rule",
    "status",
    "document",
    "date",
    "sentence",
    "start",
    "end",
    "quote",
)


def list_explanations(opened: Graph, explanations: Iterable[Explanation]) -> Listing:
    """Return explanations in every form that rows have."""
    found = tuple(explanations)
    text = _Text(opened)
    return Listing(
        _COLUMNS,
        [row for each in found for row in _iter_rows(opened, each, 0)],
        "\n".join(line for each in found for line in (*text.lines(each), "")),
        [
            {**_to_json(opened, each), **_testimony_to_json(opened, opened.testimony(each))}
            for each in found
        ],
    )


class _Text:
    """Explanations for people: the words of a claim are shown once, however often it counts."""

    def __init__(self, opened: Graph) -> None:
        self._opened = opened
        self._shown: set[str] = set()

    def lines(self, explanation: Explanation) -> Iterator[str]:
        """Yield the fact, how documents stand to it, their words, and how it follows."""
        testimony = self._opened.testimony(explanation)
        yield self._opened.say(explanation.triple)
        if testimony.stated or testimony.contradicting:
            yield f"  {testimony}"
        yield from self._body(explanation, "  ")
        for heading, others in (
            ("against it", testimony.contradicting),
            ("another value", testimony.otherwise),
        ):
            for each in others:
                yield f"  {heading}, {each.claim.status.value}: {each.value}"
                yield from self._claims([each.claim], "    ")

    def _body(self, explanation: Explanation, indent: str) -> Iterator[str]:
        """Yield what an explanation rests on."""
        direct = explanation.claims or explanation.stated
        if explanation.standing is Standing.ABSENT:
            yield f"{indent}not accepted as a fact"
        elif not direct and explanation.rule is None:
            yield f"{indent}given by the ontology"
        yield from self._claims(direct, indent)
        if explanation.rule is not None:
            also = "also follows" if direct else "follows"
            yield f"{indent}{also} by the rule: {explanation.rule.words}"
            yield f"{indent}  showgraph help {explanation.rule.name}"
            yield from self._premises(explanation.premises, f"{indent}  ")
        for claim in explanation.lesser:
            yield f"{indent}{claim.status.value}, which does not make it a fact:"
            yield from self._claims([claim], indent)

    def _premises(self, premises: Sequence[Explanation], indent: str) -> Iterator[str]:
        for number, premise in enumerate(premises):
            claims = [claim for step in premise.walk() for claim in (*step.claims, *step.stated)]
            counted = f"  ({count_documents(claims)})" if claims else ""
            lead = "and    " if number else "because"
            yield f"{indent}{lead}  {self._opened.say(premise.triple)}{counted}"
            if not claims or any(claim.iri not in self._shown for claim in claims):
                yield from self._body(premise, f"{indent}  ")

    def _claims(self, claims: Iterable[StatedClaim], indent: str) -> Iterator[str]:
        """Yield the words of claims, those of one speaker together."""
        known = [claim for claim in claims if claim.iri in self._shown]
        speakers: dict[str, list[StatedClaim]] = {}
        for claim in claims:
            if claim.iri not in self._shown:
                speakers.setdefault(claim.speaker, []).append(claim)
                self._shown.add(claim.iri)
        for speaker, said in speakers.items():
            if speaker:
                yield f"{indent}said by {speaker}:"
            yield from iter_lines(self._opened, sources_of(said), indent=indent)
        if known:
            yield f"{indent}{'also ' if speakers else ''}by words shown above"


def _iter_rows(opened: Graph, explanation: Explanation, depth: int) -> Iterator[tuple[str, ...]]:
    rule = explanation.rule.name if explanation.rule else ""
    words = opened.say(explanation.triple)
    fact = (str(depth), words, explanation.standing.value, rule)
    claims = (*explanation.claims, *explanation.stated, *explanation.lesser)
    for claim in claims:
        for source in sources_of([claim]):
            place = opened.place(source)
            at = (source.document, place.date, str(place.number or ""))
            span = (str(source.start), str(source.end), source.quote)
            yield (*fact, claim.status.value, *at, *span)
    if not claims:
        yield (*fact, *[""] * (len(_COLUMNS) - len(fact)))
    for premise in explanation.premises:
        yield from _iter_rows(opened, premise, depth + 1)


def _to_json(opened: Graph, explanation: Explanation) -> dict[str, Any]:
    triple = explanation.triple
    return {
        "fact": opened.say(explanation.triple),
        "triple": [str(triple.subject), str(triple.predicate), str(triple.object)],
        "standing": explanation.standing.value,
        "rule": explanation.rule.name if explanation.rule else None,
        "rule_in_words": explanation.rule.words if explanation.rule else None,
        "claims": [_claim_to_json(opened, claim) for claim in explanation.claims],
        "stated": [_claim_to_json(opened, claim) for claim in explanation.stated],
        "lesser": [_claim_to_json(opened, claim) for claim in explanation.lesser],
        "premises": [_to_json(opened, premise) for premise in explanation.premises],
    }


def _testimony_to_json(opened: Graph, testimony: Testimony) -> dict[str, Any]:
    """Return the documents that state a fact, those against it, and those with other values."""

    def listed(others: Iterable[Against]) -> list[dict[str, Any]]:
        return [{"value": each.value, **_claim_to_json(opened, each.claim)} for each in others]

    return {
        "stated_by": sorted({claim.document for claim in testimony.stated}),
        "contradicted_by": listed(testimony.contradicting),
        "otherwise": listed(testimony.otherwise),
    }


def _claim_to_json(opened: Graph, claim: StatedClaim) -> dict[str, Any]:
    return {
        "claim": claim.iri,
        "document": claim.document,
        "status": claim.status.value,
        "speaker": claim.speaker or None,
        "extraction_rule": claim.rule,
        "sources": [_source_to_json(opened, source) for source in sources_of([claim])],
    }


def _source_to_json(opened: Graph, source: Source) -> dict[str, Any]:
    place = opened.place(source)
    return {
        "start": source.start,
        "end": source.end,
        "quote": source.quote,
        "sentence": place.sentence,
        "number": place.number,
        "date": place.date or None,
    }

"""What a claim is read against: texts, concepts, and the series that titles stand for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from showgraph.graph.accepting.concepts import Concepts
from showgraph.graph.accepting.works import series_of
from showgraph.iris import entity_iri, name_key
from showgraph.model import Claim, Document, Extraction, Kind, Reference


@dataclass(slots=True)
class Context:
    """What is known beside a claim, and what had to be left out of it on the way.

    ``series`` is by the key of its title; ``only_series`` by document, for those that speak of
    one; ``spellings`` by IRI, filled as claims are read, which is in one order. ``omissions``
    are reasons, emptied before each claim.
    """

    texts: Mapping[str, str]
    concepts: Concepts
    series: Mapping[str, Reference]
    only_series: Mapping[str, Reference]
    spellings: dict[str, Reference]
    omissions: list[str] = field(default_factory=list)

    def settle(self, reference: Reference) -> Reference:
        """Return the one reference that stands for all that have its IRI."""
        return self.spellings.setdefault(entity_iri(reference), reference)


def find_context(
    extraction: Extraction, documents: Iterable[Document], concepts: Concepts
) -> Context:
    """Return what the claims of an extraction are read against."""
    spoken_of: dict[str, set[Reference]] = defaultdict(set)
    for claim in extraction.claims:
        if series := series_of(claim.subject):
            spoken_of[claim.document].add(series)
    named = {entity.reference for entity in extraction.entities}
    titles: dict[str, set[Reference]] = defaultdict(set)
    for reference in named.union(*spoken_of.values()):
        if reference.kind is Kind.SERIES:
            titles[name_key(reference.name)].add(reference)
    return Context(
        texts={document.id: document.text for document in documents},
        concepts=concepts,
        # Of namesakes, the one without a mark of distinction sorts first.
        series={title: min(found) for title, found in titles.items()},
        only_series={key: min(found) for key, found in spoken_of.items() if len(found) == 1},
        spellings=_find_spellings(extraction, named),
    )


def _find_spellings(extraction: Extraction, named: Iterable[Reference]) -> dict[str, Reference]:
    """Return one reference for each IRI that several have, an entity's before all others."""
    known = set(named)
    by_iri: dict[str, set[Reference]] = defaultdict(set)
    for reference in known.union(*map(_iter_references, extraction.claims)):
        by_iri[entity_iri(reference)].add(reference)
    return {
        iri: min(found, key=lambda reference: (reference not in known, reference))
        for iri, found in by_iri.items()
    }


def _iter_references(claim: Claim) -> Iterator[Reference]:
    sides = (item for _, value in claim.qualifiers for item in _as_tuple(value))
    for value in (claim.subject, claim.object, claim.speaker, *sides):
        if isinstance(value, Reference):
            yield value


def _as_tuple(value: str | Reference | tuple[Reference, ...]) -> tuple[str | Reference, ...]:
    return value if isinstance(value, tuple) else (value,)

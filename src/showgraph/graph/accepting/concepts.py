"""The words of the concept schemes: which concept a word of a document stands for.

A concept is handed on by its preferred label; ``iris.concept_iri(scheme, label)`` is its IRI.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from showgraph.iris import name_key
from showgraph.namespaces import SCHEME, SKOS
from showgraph.resources import read_bundled
from showgraph.store import Literal, NamedNode, RdfFormat, parse

_LABELS: Final = frozenset({SKOS + "prefLabel", SKOS + "altLabel"})


@dataclass(frozen=True, slots=True)
class Concepts:
    """Preferred labels by scheme and word, and the broader concepts of each concept."""

    labels: Mapping[tuple[str, str], str]
    broader: Mapping[tuple[str, str], frozenset[str]]

    def find(self, scheme: str, word: str) -> str | None:
        """Return the preferred label of the concept that ``word`` names, or None.

        Case, white space and the difference of hyphen and blank do not count.
        """
        return self.labels.get((scheme, _word_key(word)))

    def is_narrower(self, scheme: str, narrow: str, broad: str) -> bool:
        """Tell whether one concept lies below another, at any depth; none lies below itself."""
        above = self.broader.get((scheme, narrow), frozenset())
        return broad in above or any(self.is_narrower(scheme, step, broad) for step in above)


def read_concepts(turtle: str | None = None) -> Concepts:
    """Return the concepts of all schemes.

    Args:
        turtle: The schemes in Turtle; None for those that come with the package.

    Raises:
        ResourceError: If the package lacks them.
    """
    source = read_bundled("ontology", "roles.ttl") if turtle is None else turtle
    preferred: dict[str, str] = {}
    words: list[tuple[str, str]] = []
    broader: list[tuple[str, str]] = []
    for quad in parse(source, RdfFormat.TURTLE):
        if not isinstance(quad.subject, NamedNode):
            continue
        subject, predicate = quad.subject.value, quad.predicate.value
        if isinstance(quad.object, Literal) and predicate in _LABELS:
            words.append((subject, quad.object.value))
            if predicate == SKOS + "prefLabel":
                preferred[subject] = quad.object.value
        elif isinstance(quad.object, NamedNode) and predicate == SKOS + "broader":
            broader.append((subject, quad.object.value))
    return _assemble(preferred, words, broader)


def _assemble(
    preferred: Mapping[str, str], words: list[tuple[str, str]], broader: list[tuple[str, str]]
) -> Concepts:
    labels: dict[tuple[str, str], str] = {}
    above: dict[tuple[str, str], frozenset[str]] = {}
    for iri, word in sorted(words):
        scheme = _scheme_of(iri)
        if scheme is None:
            continue
        key = (scheme, _word_key(word))
        # A preferred label wins over another concept's further word.
        if key not in labels or word == preferred[iri]:
            labels[key] = preferred[iri]
    for iri, broad in broader:
        scheme = _scheme_of(iri)
        if scheme is not None:
            key = (scheme, preferred[iri])
            above[key] = above.get(key, frozenset()) | {preferred[broad]}
    return Concepts(labels, above)


def _scheme_of(iri: str) -> str | None:
    """Return ``genre`` for the IRI of a genre, and None for that of a scheme."""
    scheme, _, concept = iri.removeprefix(SCHEME).partition("/")
    return scheme if concept else None


def _word_key(word: str) -> str:
    return " ".join(name_key(word).replace("-", " ").split())
